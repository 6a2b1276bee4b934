//! The words of a passage with their marks, wherever Markdown reads them as marks.

use super::escape::within;
use super::{address, prose};
use crate::document::Inline;

/// Stands for a line break until the lines are known; no cleaned text has one.
pub const BREAK: char = '\n';

/// The words, with [`BREAK`] between the lines.
pub fn written(words: &[Inline]) -> String {
    let around = Around { before: None, after: None };
    let mut written = String::new();
    write(&mut written, &marked(&simplified(words, &[]), around));
    written
}

/// What a stretch of words is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Strong,
    Emphasis,
    Link,
}

/// The same words with neighbours of one kind as one, and nothing within its own kind: Markdown could not tell those apart.
fn simplified(words: &[Inline], inside: &[Kind]) -> Vec<Inline> {
    let mut simple: Vec<Inline> = Vec::new();
    let of = |words: &[Inline], kind: Kind| simplified(words, &[inside, &[kind]].concat());
    for word in words {
        match word {
            Inline::Strong(words) if !inside.contains(&Kind::Strong) => {
                push(&mut simple, Inline::Strong(of(words, Kind::Strong)));
            }
            Inline::Emphasis(words) if !inside.contains(&Kind::Emphasis) => {
                push(&mut simple, Inline::Emphasis(of(words, Kind::Emphasis)));
            }
            Inline::Link { to, words } if !inside.contains(&Kind::Link) && address::is_safe(to) => {
                push(&mut simple, Inline::Link { to: to.clone(), words: of(words, Kind::Link) });
            }
            Inline::Strong(words) | Inline::Emphasis(words) | Inline::Link { words, .. } => {
                push_all(&mut simple, simplified(words, inside));
            }
            Inline::Text(_) | Inline::Code(_) | Inline::LineBreak => push(&mut simple, word.clone()),
        }
    }
    simple
}

fn push_all(words: &mut Vec<Inline>, more: Vec<Inline>) {
    for word in more {
        push(words, word);
    }
}

fn push(words: &mut Vec<Inline>, word: Inline) {
    match (words.last_mut(), word) {
        (Some(Inline::Text(before)), Inline::Text(text)) | (Some(Inline::Code(before)), Inline::Code(text)) => {
            before.push_str(&text);
        }
        (Some(Inline::Strong(before)), Inline::Strong(more))
        | (Some(Inline::Emphasis(before)), Inline::Emphasis(more)) => push_all(before, more),
        (_, word) => words.push(word),
    }
}

/// The characters on either side of some words, marks not counted; nothing at the ends of a paragraph.
#[derive(Debug, Clone, Copy)]
struct Around {
    before: Option<char>,
    after: Option<char>,
}

/// The words without the marks that Markdown would show instead of reading.
fn marked(words: &[Inline], around: Around) -> Vec<Inline> {
    let mut kept = Vec::new();
    for (place, word) in words.iter().enumerate() {
        let before = words[..place].iter().rev().find_map(|word| edge(word, End::Last)).or(around.before);
        let after = words[place + 1..].iter().find_map(|word| edge(word, End::First)).or(around.after);
        let around = Around { before, after };
        match word {
            Inline::Strong(words) if is_read(word, around) => push(&mut kept, Inline::Strong(marked(words, around))),
            Inline::Emphasis(words) if is_read(word, around) => {
                push(&mut kept, Inline::Emphasis(marked(words, around)));
            }
            Inline::Strong(words) | Inline::Emphasis(words) => push_all(&mut kept, marked(words, around)),
            Inline::Link { to, words } => {
                let around = Around { before: Some('['), after: Some(']') };
                push(&mut kept, Inline::Link { to: to.clone(), words: marked(words, around) });
            }
            Inline::Text(_) | Inline::Code(_) | Inline::LineBreak => push(&mut kept, word.clone()),
        }
    }
    kept
}

/// Whether Markdown reads the marks of a word as marks, by what stands on their two sides ("flanking": CommonMark 6.2).
fn is_read(word: &Inline, around: Around) -> bool {
    let (Some(first), Some(last)) = (edge(word, End::First), edge(word, End::Last)) else { return false };
    let is_inside_a_word = |inner: char| matches!(word, Inline::Strong(_)) && inner.is_alphanumeric();
    // Spaces at the ends of the words are put outside the marks.
    let opens = first.is_whitespace() || is_apart(around.before) || is_inside_a_word(first);
    let closes = last.is_whitespace() || is_apart(around.after) || is_inside_a_word(last);
    opens && closes
}

/// Whether a mark may stand beside it whatever is on the mark's other side.
fn is_apart(neighbour: Option<char>) -> bool {
    neighbour.is_none_or(|it| it.is_whitespace() || it.is_ascii_punctuation() || "‘’“”–—…".contains(it))
}

#[derive(Debug, Clone, Copy)]
enum End {
    First,
    Last,
}

/// The character at one end of a word; nothing where it says nothing.
fn edge(word: &Inline, end: End) -> Option<char> {
    let of = |words: &[Inline]| match end {
        End::First => words.iter().find_map(|word| edge(word, end)),
        End::Last => words.iter().rev().find_map(|word| edge(word, end)),
    };
    match (word, end) {
        (Inline::Text(text), End::First) => within(text).chars().next(),
        (Inline::Text(text), End::Last) => within(text).chars().next_back(),
        (Inline::Code(text), _) => (!prose::code(text).is_empty()).then_some('`'),
        (Inline::Link { .. }, End::First) => Some('['),
        (Inline::Link { .. }, End::Last) => Some(')'),
        (Inline::LineBreak, _) => Some(BREAK),
        (Inline::Strong(words) | Inline::Emphasis(words), _) => of(words),
    }
}

fn write(written: &mut String, words: &[Inline]) {
    for word in words {
        match word {
            Inline::Text(text) => written.push_str(&within(text)),
            Inline::Code(text) => code(written, text),
            Inline::LineBreak => written.push(BREAK),
            Inline::Strong(words) => mark(written, "**", words),
            Inline::Emphasis(words) => mark(written, "_", words),
            Inline::Link { to, words } => link(written, to, words),
        }
    }
}

fn code(written: &mut String, text: &str) {
    // Side by side two runs of backticks would be one.
    if written.ends_with('`') {
        written.push(' ');
    }
    written.push_str(&prose::code(text));
}

/// The words between marks, and the spaces at their ends outside.
fn mark(written: &mut String, marks: &str, words: &[Inline]) {
    let mut inner = String::new();
    write(&mut inner, words);
    let said = inner.trim_matches([' ', BREAK]);
    let start = &inner[..inner.len() - inner.trim_start_matches([' ', BREAK]).len()];
    if said.is_empty() {
        written.push_str(start);
    } else {
        let end = &inner[inner.trim_end_matches([' ', BREAK]).len()..];
        written.push_str(&format!("{start}{marks}{said}{marks}{end}"));
    }
}

fn link(written: &mut String, to: &str, words: &[Inline]) {
    let mut said = String::new();
    write(&mut said, words);
    let said = said.replace(BREAK, " ");
    let said = if said.trim().is_empty() { within(to) } else { said };
    // An exclamation mark before a link would make a picture of it.
    if written.ends_with('!') {
        written.pop();
        written.push_str("\\!");
    }
    written.push_str(&format!("[{}]({})", said.trim(), address::written(to)));
}
