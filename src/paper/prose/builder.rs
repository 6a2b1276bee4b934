//! Passages put together from what begins and ends in a text. What is open lies on stacks, not on the program's own, so that no text
//! is nested too deeply for it.

use crate::document::{Inline, Passage};
use crate::limits;

/// What holds passages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Quote,
    /// With the number of the first item, where they have numbers.
    List(Option<u64>),
    Item,
}

/// What holds words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Words {
    Strong,
    Emphasis,
    /// With where it leads; nothing where a paper does not lead there.
    Link(Option<String>),
    Picture,
}

/// The passages made so far, and what is still open.
#[derive(Debug, Default)]
pub(super) struct Builder {
    passages: Vec<Passage>,
    /// The outermost first.
    open: Vec<Container>,
    /// How many more were opened than [`limits::PROSE_NESTING`] allows, and join the innermost.
    flattened: usize,
    /// The words of the paragraph.
    words: Vec<Inline>,
    /// The outermost first.
    begun: Vec<(Words, Vec<Inline>)>,
    /// How many more were begun than may be, and join the innermost.
    joined: usize,
    /// The text of a block of code.
    verbatim: Option<String>,
}

#[derive(Debug)]
struct Container {
    kind: Kind,
    passages: Vec<Passage>,
    /// Of a list.
    items: Vec<Vec<Passage>>,
}

impl Builder {
    /// Opens what holds passages.
    pub(super) fn open(&mut self, kind: Kind) {
        self.end_paragraph();
        // A list and its items are one step, so that an item never stands alone.
        let depth = self.open.iter().filter(|container| container.kind != Kind::Item).count();
        let is_item_of_open = kind == Kind::Item && self.flattened == 0;
        if self.flattened > 0 || (depth >= limits::PROSE_NESTING && !is_item_of_open) {
            self.flattened += 1;
        } else {
            self.open.push(Container { kind, passages: Vec::new(), items: Vec::new() });
        }
    }

    /// Closes what was opened last.
    pub(super) fn close(&mut self) {
        self.end_paragraph();
        if self.flattened > 0 {
            self.flattened -= 1;
            return;
        }
        let Some(closed) = self.open.pop() else { return };
        match (closed.kind, self.open.last_mut()) {
            (Kind::Item, Some(list)) if !closed.passages.is_empty() => list.items.push(closed.passages),
            (Kind::List(first), _) if !closed.items.is_empty() => {
                self.add(Passage::List { first, items: closed.items });
            }
            (Kind::Quote, _) if !closed.passages.is_empty() => self.add(Passage::Quote(closed.passages)),
            _ => {}
        }
    }

    /// Begins what holds words.
    pub(super) fn begin(&mut self, words: Words) {
        if self.joined > 0 || self.begun.len() >= limits::PROSE_NESTING {
            self.joined += 1;
        } else {
            self.begun.push((words, Vec::new()));
        }
    }

    /// Ends what was begun last.
    pub(super) fn end(&mut self) {
        if self.joined > 0 {
            self.joined -= 1;
            return;
        }
        let Some((kind, words)) = self.begun.pop() else { return };
        let is_blank = words.iter().all(is_blank);
        let is_within = |holds: fn(&Words) -> bool| self.begun.iter().any(|(kind, _)| holds(kind));
        let is_plain = is_within(|kind| *kind == Words::Picture);
        let is_in_link = is_within(|kind| matches!(kind, Words::Link(Some(_))));
        match kind {
            Words::Link(Some(to)) if !is_plain && !is_in_link => {
                let words = if is_blank { vec![Inline::Text(to.clone())] } else { words };
                self.put(Inline::Link { to, words });
            }
            Words::Strong if !is_plain && !is_blank => self.put(Inline::Strong(words)),
            Words::Emphasis if !is_plain && !is_blank => self.put(Inline::Emphasis(words)),
            _ => words.into_iter().for_each(|word| self.put(word)),
        }
    }

    pub(super) fn text(&mut self, text: &str) {
        match &mut self.verbatim {
            Some(verbatim) => verbatim.push_str(text),
            None => self.put(Inline::Text(text.replace(['\r', '\n'], " "))),
        }
    }

    pub(super) fn code(&mut self, code: &str) {
        self.put(Inline::Code(code.to_owned()));
    }

    pub(super) fn line_break(&mut self) {
        self.put(Inline::LineBreak);
    }

    pub(super) fn begin_verbatim(&mut self) {
        self.end_paragraph();
        self.verbatim = Some(String::new());
    }

    pub(super) fn end_verbatim(&mut self) {
        let verbatim = self.verbatim.take().unwrap_or_default();
        let lines = verbatim.trim_end_matches(['\r', '\n']);
        if !lines.trim().is_empty() {
            self.add(Passage::Verbatim(lines.to_owned()));
        }
    }

    /// Ends the paragraph, if one was begun; also that of an item without one of its own.
    pub(super) fn end_paragraph(&mut self) {
        while self.joined > 0 || !self.begun.is_empty() {
            self.end();
        }
        let words = trimmed(std::mem::take(&mut self.words));
        if !words.is_empty() {
            self.add(Passage::Paragraph(words));
        }
    }

    /// All of it.
    pub(super) fn finish(mut self) -> Vec<Passage> {
        self.end_verbatim();
        self.end_paragraph();
        while self.flattened > 0 || !self.open.is_empty() {
            self.close();
        }
        self.passages
    }

    fn put(&mut self, word: Inline) {
        let words = self.begun.last_mut().map_or(&mut self.words, |(_, words)| words);
        match (words.last_mut(), word) {
            (Some(Inline::Text(before)), Inline::Text(text)) => before.push_str(&text),
            (_, Inline::Text(text)) if text.is_empty() => {}
            (_, word) => words.push(word),
        }
    }

    fn add(&mut self, passage: Passage) {
        self.open.last_mut().map_or(&mut self.passages, |container| &mut container.passages).push(passage);
    }
}

/// The words without line breaks and spaces at either end; none where nothing else is there.
fn trimmed(mut words: Vec<Inline>) -> Vec<Inline> {
    let Some(first) = words.iter().position(|word| !is_blank(word)) else { return Vec::new() };
    words.drain(..first);
    while words.last().is_some_and(is_blank) {
        words.pop();
    }
    if let Some(Inline::Text(text)) = words.first_mut() {
        *text = text.trim_start().to_owned();
    }
    if let Some(Inline::Text(text)) = words.last_mut() {
        *text = text.trim_end().to_owned();
    }
    words
}

/// Whether nothing of it is seen.
fn is_blank(word: &Inline) -> bool {
    match word {
        Inline::Text(text) | Inline::Code(text) => text.trim().is_empty(),
        Inline::LineBreak => true,
        // None is made of what is blank.
        Inline::Strong(_) | Inline::Emphasis(_) | Inline::Link { .. } => false,
    }
}
