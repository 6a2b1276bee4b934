//! What somebody wrote in Markdown, written back: only what it meant, so that nothing else of theirs can act.

use super::escape::line_start;
use super::words;
use crate::document::Passage;
use crate::render::clean::{clean, picture};

/// Markdown takes no longer number for that of a list.
const LAST_NUMBER: u64 = 999_999_999;

/// Each passage as a part of its own.
pub fn append(parts: &mut Vec<String>, passages: &[Passage]) {
    for passage in passages {
        let part = match passage {
            Passage::Paragraph(words) => paragraph(&words::written(words)),
            Passage::List { first, items } => list(*first, items, parts.last().map(String::as_str)),
            Passage::Quote(passages) => quote(&joined(passages)),
            Passage::Verbatim(text) => verbatim(text),
        };
        if !part.is_empty() {
            parts.push(part);
        }
    }
}

/// The text as a quotation.
pub fn quote(text: &str) -> String {
    let quoted = text.lines().map(|line| format!("> {line}").trim_end().to_owned());
    quoted.collect::<Vec<_>>().join("\n")
}

/// Text in which nothing acts, on one line, between enough backticks.
pub fn code(text: &str) -> String {
    let text = clean(text);
    if text.is_empty() {
        return text;
    }
    let fence = "`".repeat(longest_run(&text) + 1);
    // One space at either end belongs to the fence.
    let room = if text.starts_with('`') || text.ends_with('`') { " " } else { "" };
    format!("{fence}{room}{text}{room}{fence}")
}

fn joined(passages: &[Passage]) -> String {
    let mut parts = Vec::new();
    append(&mut parts, passages);
    parts.join("\n\n")
}

/// A list right after another has another marker: with the same one Markdown would make them one list. An item that says nothing is left
/// out: three of them, one within the other, would be a rule.
fn list(first: Option<u64>, items: &[Vec<Passage>], before: Option<&str>) -> String {
    let is_dense = items.iter().all(|item| matches!(item.as_slice(), [] | [Passage::Paragraph(_)]));
    let marker = |place: u64| match first {
        None => if before.is_some_and(|part| part.starts_with('-')) { "*" } else { "-" }.to_owned(),
        Some(first) => {
            let end = if before.is_some_and(|part| number_end(part) == Some('.')) { ')' } else { '.' };
            format!("{}{end}", first.saturating_add(place).min(LAST_NUMBER))
        }
    };
    let items = (0_u64..).zip(items).map(|(place, item)| (place, joined(item))).filter(|(_, text)| !text.is_empty());
    let items = items.map(|(place, text)| hung(&marker(place), &text));
    items.collect::<Vec<_>>().join(if is_dense { "\n" } else { "\n\n" })
}

/// What ends the number with which a text begins; `None` where it begins with none.
fn number_end(text: &str) -> Option<char> {
    let rest = text.trim_start_matches(|character: char| character.is_ascii_digit());
    if rest.len() == text.len() { None } else { rest.chars().next() }
}

/// The text after a marker, its other lines as far in as the first.
fn hung(marker: &str, text: &str) -> String {
    let indent = " ".repeat(marker.len() + 1);
    let mut lines = text.lines();
    let first = format!("{marker} {}", lines.next().unwrap_or_default()).trim_end().to_owned();
    lines.fold(first, |text, line| if line.is_empty() { text + "\n" } else { format!("{text}\n{indent}{line}") })
}

fn verbatim(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let shown = |character| if matches!(character, '\n' | '\t') { character } else { picture(character) };
    let text: String = text.trim_end_matches('\n').chars().map(shown).collect();
    let fence = "`".repeat(longest_run(&text).max(2) + 1);
    format!("{fence}\n{text}\n{fence}")
}

/// How many backticks stand side by side at most.
fn longest_run(text: &str) -> usize {
    text.split(|character| character != '`').map(str::len).max().unwrap_or(0)
}

/// The lines of a paragraph; one that says nothing is left out.
fn paragraph(written: &str) -> String {
    let lines = written.split(words::BREAK).map(|line| line.trim_matches(' '));
    let lines = lines.filter(|line| !line.is_empty()).map(|line| line_start(line.to_owned()));
    lines.collect::<Vec<_>>().join("\\\n")
}
