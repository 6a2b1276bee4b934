//! The lines of a Markdown text as far as sections go: headings, blank lines, text, and blocks of code, in which nothing
//! is a heading.
//!
//! A subset of CommonMark 0.31 (<https://spec.commonmark.org/0.31.2/>): ATX headings (4.2) and fenced code blocks (4.5).
//! Raw HTML is text here, so that no unclosed tag can hide a section.

use std::ops::Range;

use crate::source::Source;

/// Deeper than this a line is code or part of a list item (CommonMark 4.2).
const DEEPEST_INDENT: usize = 3;

/// The most hashes a heading begins with.
const DEEPEST_HEADING: usize = 6;

/// The fewest signs a fence is made of.
const SHORTEST_FENCE: usize = 3;

/// A line, and what it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    /// In bytes, without the line ending.
    pub span: Range<usize>,
    pub kind: LineKind,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum LineKind {
    Blank,
    /// A heading of so many hashes, and where its words stand.
    Heading {
        level: usize,
        title: Range<usize>,
    },
    /// A fence that opens a block of code.
    Opening,
    /// A line of code, or the fence that closes it.
    Code,
    Text,
}

/// The lines of a text, and the fence that is never closed, if there is one. Lines end with LF, CRLF or a lone CR; a byte
/// order mark belongs to no line.
pub(super) fn lines(source: &Source<'_>) -> (Vec<Line>, Option<Range<usize>>) {
    let mut lines = Vec::new();
    let mut open: Option<(Fence, Range<usize>)> = None;
    let mark = if source.text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    for span in source.lines() {
        let span = span.start.max(mark)..span.end;
        let line = &source.text[span.clone()];
        let kind = match &open {
            Some((fence, _)) => {
                if fence.is_closed_by(line) {
                    open = None;
                }
                LineKind::Code
            }
            None => match Fence::opened_by(line) {
                Some(fence) => {
                    open = Some((fence, span.clone()));
                    LineKind::Opening
                }
                None => kind(line, span.start),
            },
        };
        lines.push(Line { span, kind });
    }
    (lines, open.map(|(_, span)| span))
}

fn kind(line: &str, start: usize) -> LineKind {
    if line.trim().is_empty() {
        return LineKind::Blank;
    }
    match heading(line) {
        Some((level, title)) => LineKind::Heading { level, title: start + title.start..start + title.end },
        None => LineKind::Text,
    }
}

/// The hashes of a heading, and where in the line its words stand.
fn heading(line: &str) -> Option<(usize, Range<usize>)> {
    let unindented = line.trim_start_matches(' ');
    let indent = line.len() - unindented.len();
    let words = unindented.trim_start_matches('#');
    let level = unindented.len() - words.len();
    let is_heading = indent <= DEEPEST_INDENT
        && (1..=DEEPEST_HEADING).contains(&level)
        && (words.is_empty() || words.starts_with([' ', '\t']));
    if !is_heading {
        return None;
    }
    let words = words.trim_end();
    let without_closing = words.trim_end_matches('#');
    // Hashes close a heading only where a space stands before them.
    let is_closed = without_closing.is_empty() || without_closing.ends_with([' ', '\t']);
    let words = if is_closed { without_closing.trim_end() } else { words };
    let title = words.trim_start();
    let end = indent + level + words.len();
    Some((level, end - title.len()..end))
}

/// What a block of code was opened with.
struct Fence {
    sign: char,
    length: usize,
}

impl Fence {
    fn opened_by(line: &str) -> Option<Self> {
        let (fence, info) = Self::at(line)?;
        // A line such as ```code``` is text.
        (fence.sign == '~' || !info.contains('`')).then_some(fence)
    }

    fn is_closed_by(&self, line: &str) -> bool {
        Self::at(line).is_some_and(|(fence, info)| {
            fence.sign == self.sign && fence.length >= self.length && info.trim().is_empty()
        })
    }

    /// The run of signs a line begins with, and what follows it.
    fn at(line: &str) -> Option<(Self, &str)> {
        let unindented = line.trim_start_matches(' ');
        let sign = unindented.chars().next().filter(|sign| matches!(sign, '`' | '~'))?;
        let info = unindented.trim_start_matches(sign);
        let length = unindented.len() - info.len();
        let is_fence = line.len() - unindented.len() <= DEEPEST_INDENT && length >= SHORTEST_FENCE;
        is_fence.then_some((Self { sign, length }, info))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use pulldown_cmark::{Event, Options, Parser, Tag};

    use super::*;

    fn headings(text: &str) -> Vec<(usize, String)> {
        let (lines, _) = lines(&Source::new("x", text));
        let titles = lines.into_iter().filter_map(|line| match line.kind {
            LineKind::Heading { level, title } => Some((level, text[title].to_owned())),
            _ => None,
        });
        titles.collect()
    }

    #[test]
    fn a_heading_has_one_to_six_hashes_and_a_space() {
        let text = "# a\n## b ##\n  ### c#\n    ## code\n##d\n####### e\n##\n## \n";
        let expected = [(1, "a"), (2, "b"), (3, "c#"), (2, ""), (2, "")];
        assert_eq!(headings(text), expected.map(|(level, title)| (level, title.to_owned())));
    }

    #[test]
    fn nothing_in_a_block_of_code_is_a_heading() {
        let text = "```\n## a\n~~~\n``\n```  \n## b\n~~~~ md\n## c\n~~~\n~~~~~\n```x```\n## d\n";
        assert_eq!(headings(text), [(2, "b".to_owned()), (2, "d".to_owned())]);
    }

    #[test]
    fn a_fence_that_is_never_closed_is_told() {
        let text = "a\n```sh\n## b\n";
        let (lines, unclosed) = lines(&Source::new("x", text));
        assert_eq!(unclosed.map(|span| &text[span]), Some("```sh"));
        assert_eq!(lines[2].kind, LineKind::Code);
    }

    #[test]
    fn every_line_ending_ends_a_line_and_no_mark_belongs_to_one() {
        let expected = ["## a", "", "b"];
        for ending in ["\n", "\r\n", "\r"] {
            let text = format!("\u{feff}{}", expected.join(ending));
            let (lines, _) = lines(&Source::new("x", &text));
            let found: Vec<&str> = lines.iter().map(|line| &text[line.span.clone()]).collect();
            assert_eq!(found, expected, "{ending:?}");
        }
    }

    /// The top-level headings as the pulldown-cmark crate finds them.
    fn by_pulldown_cmark(text: &str) -> Vec<(usize, String)> {
        let mut found: Vec<(usize, String)> = Vec::new();
        let mut is_inside = false;
        for event in Parser::new_ext(text, Options::empty()) {
            match event {
                Event::Start(Tag::Heading { level, .. }) => {
                    is_inside = true;
                    found.push((level as usize, String::new()));
                }
                Event::End(_) => is_inside = false,
                Event::Text(words) if is_inside => {
                    if let Some((_, title)) = found.last_mut() {
                        title.push_str(&words);
                    }
                }
                _ => {}
            }
        }
        found
    }

    proptest! {
        #[test]
        fn headings_are_those_of_commonmark(
            lines in prop::collection::vec("( {0,5}(#{1,7}|`{2,4}|~{2,4})( {0,2}[a-z0-9/]{0,3}){0,2}( {0,2}#{0,2})?)|[a-z]{0,3}", 0..12),
        ) {
            let text = lines.join("\n");
            prop_assert_eq!(headings(&text), by_pulldown_cmark(&text), "{}", text);
        }

        #[test]
        fn any_text_is_cut_into_lines_on_character_borders(text in "[#`~\r\n aé界\u{feff}]{0,60}") {
            let (lines, _) = lines(&Source::new("x", &text));
            let mut last = 0;
            for line in lines {
                prop_assert!(text.get(line.span.clone()).is_some());
                prop_assert!(line.span.start >= last);
                last = line.span.end;
                if let LineKind::Heading { title, .. } = line.kind {
                    prop_assert!(text.get(title.clone()).is_some());
                    prop_assert!(line.span.start <= title.start && title.end <= line.span.end);
                }
            }
        }
    }
}
