//! What somebody wrote, as lines that hang under their bullets, numbers and marks of quotation.

use unicode_width::UnicodeWidthStr;

use super::ink::{self, Ink};
use super::wrap::{hang, wrap, wrap_words};
use crate::document::{Inline, Passage};
use crate::render::clean::{clean, clean_piece, picture};

/// Text is not squeezed below this by what it hangs under.
const LEAST: usize = 10;

/// Stands for a line break until the lines are known; no cleaned text has one.
const BREAK: char = '\n';

/// The passages, with an empty line before each.
pub fn append(lines: &mut Vec<String>, passages: &[Passage], width: usize) {
    for passage in passages {
        let block = match passage {
            Passage::Paragraph(words) => paragraph(words, width),
            Passage::List { first, items } => list(*first, items, width),
            Passage::Quote(passages) => beneath("> ", "> ", passages, width),
            Passage::Verbatim(text) => verbatim(text, width),
        };
        super::append(lines, block);
    }
}

fn list(first: Option<u64>, items: &[Vec<Passage>], width: usize) -> Vec<String> {
    let marker = |place: u64| match first {
        None => "- ".to_owned(),
        Some(first) => format!("{}. ", first.saturating_add(place)),
    };
    let is_dense = items.iter().all(|item| matches!(item.as_slice(), [] | [Passage::Paragraph(_)]));
    let mut lines = Vec::new();
    for (place, item) in (0_u64..).zip(items) {
        let marker = marker(place);
        if !is_dense && !lines.is_empty() {
            lines.push(String::new());
        }
        lines.extend(beneath(&marker, &" ".repeat(marker.len()), item, width));
    }
    lines
}

/// The passages with something before each line; what hangs too deep for the width stands on its own, under its mark.
fn beneath(first: &str, rest: &str, passages: &[Passage], width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    match width.checked_sub(first.len()).filter(|&inner| inner >= LEAST) {
        Some(inner) => {
            append(&mut lines, passages, inner);
            if lines.is_empty() {
                lines.push(String::new());
            }
            hang(lines, first, rest)
        }
        None => {
            lines.extend(wrap(first.trim_end(), width));
            let mut beneath = Vec::new();
            append(&mut beneath, passages, width);
            lines.extend(beneath);
            lines
        }
    }
}

fn paragraph(words: &[Inline], width: usize) -> Vec<String> {
    let mut text = String::new();
    say(&mut text, words, Some(Ink::Bold));
    let lines = text.split(BREAK).map(one_space).filter(|line| !line.is_empty());
    lines.flat_map(|line| wrap(&measurable(line), width)).collect()
}

/// The line without its ink where that stands between a character and a sign that changes its width, such as one that makes it an emoji.
fn measurable(line: String) -> String {
    let plain = ink::bleach(&line);
    if plain.width() == line.width() { line } else { plain }
}

/// Pieces beside one another may each have a space where they meet.
fn one_space(line: &str) -> String {
    line.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// `strong` is the ink of strong words; nothing within what has it already, since ink does not go over ink.
fn say(text: &mut String, words: &[Inline], strong: Option<Ink>) {
    for word in words {
        match word {
            Inline::Text(said) => text.push_str(&clean_piece(said)),
            Inline::Code(said) => text.push_str(&clean(said)),
            Inline::LineBreak => text.push(BREAK),
            Inline::Emphasis(words) => say(text, words, strong),
            Inline::Strong(words) => text.push_str(&inked(words, strong)),
            Inline::Link { to, words } => {
                let mut said = String::new();
                say(&mut said, words, strong);
                text.push_str(&addressed(&said, &clean(to)));
            }
        }
    }
}

/// The words in ink, with what is at either end of them outside it.
fn inked(words: &[Inline], strong: Option<Ink>) -> String {
    let mut said = String::new();
    say(&mut said, words, None);
    let inner = said.trim_matches([' ', BREAK]);
    let start = &said[..said.len() - said.trim_start_matches([' ', BREAK]).len()];
    let end = if inner.is_empty() { "" } else { &said[said.trim_end_matches([' ', BREAK]).len()..] };
    let lines = inner.split(BREAK).map(|line| ink::mark(line.trim().to_owned(), strong));
    format!("{start}{}{end}", lines.collect::<Vec<_>>().join("\n"))
}

/// The words and where they lead, unless they say that themselves.
fn addressed(said: &str, to: &str) -> String {
    let plain = ink::bleach(said);
    let plain = plain.trim();
    if plain.is_empty() {
        return to.to_owned();
    }
    if plain == to || to.strip_prefix("mailto:") == Some(plain) { said.to_owned() } else { format!("{said} ({to})") }
}

/// The lines as they are, with what is too long for the width beneath its beginning.
fn verbatim(text: &str, width: usize) -> Vec<String> {
    let text = text.replace("\r\n", "\n").replace('\r', "\n").replace('\t', "    ");
    text.trim_end_matches('\n').split('\n').flat_map(|line| verbatim_line(line, width)).collect()
}

fn verbatim_line(line: &str, width: usize) -> Vec<String> {
    let line: String = line.chars().map(picture).collect();
    let text = line.trim_matches(' ');
    let indent = " ".repeat((line.trim_end_matches(' ').len() - text.len()).min(width / 2));
    let lines = wrap_words(std::iter::once(text), width - indent.len());
    hang(lines, &indent, &indent)
}
