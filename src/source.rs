//! Where something stands in a file: spans, lines and columns, Excel cells, and the line to quote.

use std::cell::{Cell, OnceCell};
use std::ops::Range;

use crate::{limits, text};

/// A text file being read, with the path findings name: relative to the workspace, with `/`.
#[derive(Debug)]
pub struct Source<'a> {
    pub path: &'a str,
    pub text: &'a str,
    line_starts: OnceCell<Vec<usize>>,
    /// The place found last, from which the next is counted: findings come in order, and a line may be megabytes long.
    last: Cell<Counted>,
}

/// How many characters lie between the start of a line and an offset in it, and where the line ends.
#[derive(Debug, Clone, Copy, Default)]
struct Counted {
    line_start: usize,
    line_end: usize,
    offset: usize,
    characters: usize,
}

/// A place in a file, owning all that a message needs, so that the file itself can be let go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// From 1.
    pub line: usize,
    /// In characters, from 1.
    pub column: usize,
    /// The first column after the marked text; at least one more than `column`.
    pub end_column: usize,
    /// The cell as Excel names it, in a CSV file: `C14`.
    pub cell: Option<String>,
    /// The source line, or as much of a long one as helps, with invisible characters made visible.
    pub quoted: String,
    /// What is marked, in bytes of `quoted`.
    pub mark: Range<usize>,
}

impl Place {
    /// The place without what stands there, for a row that may not be shown; nor does it say how long that is.
    #[must_use]
    pub fn withheld(self) -> Self {
        let quoted = "(withheld)".to_owned();
        Self { mark: 0..quoted.len(), quoted, end_column: self.column + 1, ..self }
    }
}

impl<'a> Source<'a> {
    #[must_use]
    pub fn new(path: &'a str, text: &'a str) -> Self {
        Self { path, text, line_starts: OnceCell::new(), last: Cell::default() }
    }

    /// The place of a span of bytes. A span that runs over the end of its line is marked to the end of the line; one that lies
    /// outside the text or inside a character is moved to the nearest border.
    #[must_use]
    pub fn place(&self, span: Range<usize>) -> Place {
        let start = floor_border(self.text, span.start);
        let starts = self.line_starts();
        let line = starts.partition_point(|&line_start| line_start <= start);
        let line_start = starts.get(line.wrapping_sub(1)).copied().unwrap_or(0);
        // No editor counts the mark that Excel's CSV UTF-8 begins with.
        let has_mark = line_start == 0 && self.text.starts_with('\u{feff}');
        let line_start = if has_mark { '\u{feff}'.len_utf8() } else { line_start };

        let counted = self.count(line_start, start.max(line_start));
        let whole = self.text.get(line_start..counted.line_end).unwrap_or("");
        let from = counted.offset - line_start;
        let to = floor_border(whole, span.end.saturating_sub(line_start)).max(from);
        let marked = whole[from..to].chars().count().max(1);
        let (quoted, mark) = quote(whole, from, to);
        let column = counted.characters + 1;
        Place { line: line.max(1), column, end_column: column + marked, cell: None, quoted, mark }
    }

    /// Counts to an offset in a line, or to the line's end where that comes first; from the last place where that lies before it
    /// in the same line.
    fn count(&self, line_start: usize, offset: usize) -> Counted {
        let last = self.last.get();
        let mut counted = if last.line_start == line_start && last.line_end > line_start {
            last
        } else {
            let rest = self.text.get(line_start..).unwrap_or("");
            let length = rest.find(['\n', '\r']).unwrap_or(rest.len());
            Counted { line_start, line_end: line_start + length, offset: line_start, characters: 0 }
        };
        let offset = offset.min(counted.line_end);
        if offset < counted.offset {
            counted = Counted { offset: line_start, characters: 0, ..counted };
        }
        counted.characters += self.text.get(counted.offset..offset).unwrap_or("").chars().count();
        counted.offset = offset;
        self.last.set(counted);
        counted
    }

    /// Where each line stands, without its ending.
    pub fn lines(&self) -> impl Iterator<Item = Range<usize>> {
        let starts = self.line_starts();
        let ends = starts.iter().skip(1).copied().chain(std::iter::once(self.text.len()));
        starts.iter().zip(ends).map(|(&start, end)| {
            let line = self.text.get(start..end).unwrap_or("").trim_end_matches(['\n', '\r']);
            start..start + line.len()
        })
    }

    /// Lines end with LF, CRLF or a lone CR, as every editor counts them.
    fn line_starts(&self) -> &[usize] {
        self.line_starts.get_or_init(|| {
            let bytes = self.text.as_bytes();
            let ends = bytes
                .iter()
                .enumerate()
                .filter(|&(at, &byte)| byte == b'\n' || (byte == b'\r' && bytes.get(at + 1) != Some(&b'\n')));
            std::iter::once(0).chain(ends.map(|(at, _)| at + 1)).collect()
        })
    }
}

/// The line with what is marked, cut around the mark where it is long.
fn quote(line: &str, from: usize, to: usize) -> (String, Range<usize>) {
    let before = &line[..from];
    let kept_before = limits::QUOTED_CHARACTERS / 2;
    // Where the part kept begins: so many characters back, or the start of the line where there are no more.
    let cut = before.char_indices().rev().nth(kept_before.saturating_sub(1)).map_or(0, |(at, _)| at);
    let marked = truncate(&line[from..to], limits::QUOTED_CHARACTERS);
    let after_budget = limits::QUOTED_CHARACTERS.saturating_sub(marked.chars().count());
    let after = truncate(&line[from + marked.len()..], after_budget);

    let mut quoted = String::new();
    if cut > 0 {
        quoted.push('…');
    }
    quoted.push_str(&text::visible(&before[cut..]));
    let start = quoted.len();
    quoted.push_str(&text::visible(marked));
    let end = quoted.len();
    quoted.push_str(&text::visible(after));
    if from + marked.len() + after.len() < line.len() {
        quoted.push('…');
    }
    (quoted, start..end)
}

fn truncate(text: &str, characters: usize) -> &str {
    match text.char_indices().nth(characters) {
        Some((at, _)) => &text[..at],
        None => text,
    }
}

fn floor_border(text: &str, offset: usize) -> usize {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}

/// A cell as Excel names it: column from 0, row from 1. The 27th column is `AA`.
#[must_use]
pub fn excel_cell(column: usize, row: usize) -> String {
    let mut letters = Vec::new();
    let mut left = column + 1;
    while left > 0 {
        let letter = u8::try_from((left - 1) % 26).unwrap_or(0);
        letters.push(char::from(b'A' + letter));
        left = (left - 1) / 26;
    }
    let column: String = letters.iter().rev().collect();
    format!("{column}{row}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_span_has_a_line_and_a_column_in_characters() {
        let source = Source::new("x", "período,value\r\nabc,9.1\n");
        let at = source.text.find("9.1").unwrap();
        let place = source.place(at..at + 3);
        assert_eq!((place.line, place.column, place.end_column), (2, 5, 8));
        assert_eq!(&place.quoted[place.mark.clone()], "9.1");
        assert_eq!(source.place(9..10).column, 9, "í is one character");
    }

    #[test]
    fn every_span_gives_a_place_even_one_outside_the_text() {
        let source = Source::new("x", "é\n");
        for start in 0..6 {
            for end in start..6 {
                let place = source.place(start..end);
                assert!(place.quoted.get(place.mark.clone()).is_some());
                assert!(place.end_column > place.column);
            }
        }
    }

    #[test]
    fn a_long_line_is_quoted_around_the_mark() {
        let line = format!("{}HERE{}", "a".repeat(5000), "b".repeat(5000));
        let place = Source::new("x", &line).place(5000..5004);
        assert_eq!(&place.quoted[place.mark.clone()], "HERE");
        assert!(place.quoted.chars().count() < 2 * limits::QUOTED_CHARACTERS);
        assert!(place.quoted.starts_with('…') && place.quoted.ends_with('…'));
    }

    #[test]
    fn lone_carriage_returns_end_lines_too() {
        assert_eq!(Source::new("x", "a\rb\rc").place(4..5).line, 3);
    }

    #[test]
    fn cells_are_named_as_excel_names_them() {
        assert_eq!(excel_cell(0, 1), "A1");
        assert_eq!(excel_cell(2, 14), "C14");
        assert_eq!(excel_cell(25, 2), "Z2");
        assert_eq!(excel_cell(26, 2), "AA2");
        assert_eq!(excel_cell(701, 3), "ZZ3");
        assert_eq!(excel_cell(702, 3), "AAA3");
    }
}
