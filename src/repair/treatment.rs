//! Changes of a whole file.

use crate::csv::{Lexer, Row, cell};
use crate::encoding;
use crate::finding::Treatment;
use crate::table::{is_blank, trimmed};

/// The file after a change of the whole; nothing where it cannot be made.
pub(super) fn apply(bytes: &[u8], treatment: Treatment) -> Option<Vec<u8>> {
    match treatment {
        Treatment::FromUtf16 => encoding::from_utf16(bytes).map(String::into_bytes),
        Treatment::FromWindows1252 => Some(encoding::from_windows_1252(bytes).into_bytes()),
        Treatment::Separator(separator) => with_commas(text(bytes)?, separator).map(String::into_bytes),
        Treatment::LineEndings => Some(text(bytes)?.replace("\r\n", "\n").replace('\r', "\n").into_bytes()),
        Treatment::MarkerColumn => with_marker_column(text(bytes)?).map(String::into_bytes),
        Treatment::EmptyEdges => Some(without_empty_edges(text(bytes)?).into_bytes()),
    }
}

fn text(bytes: &[u8]) -> Option<&str> {
    std::str::from_utf8(bytes).ok()
}

/// The table with commas between its columns, a cell with a comma in it in quotes.
///
/// Where figures have commas for points a point sets thousands apart: `1.230` is written `1 230`, which no reader takes for a
/// little more than one.
fn with_commas(text: &str, separator: char) -> Option<String> {
    let separator = u8::try_from(separator).ok()?;
    let mark = if text.starts_with('\u{feff}') { "\u{feff}" } else { "" };
    let mut reader = ::csv::ReaderBuilder::new()
        .delimiter(separator)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    let records: Vec<::csv::StringRecord> = reader.records().collect::<Result<_, _>>().ok()?;
    let has_decimal_commas = records.iter().flatten().any(is_with_decimal_comma);
    let mut table = mark.to_owned();
    for record in &records {
        let written = |text: &str| {
            let is_set_apart = has_decimal_commas && has_thousands_points(text);
            if is_set_apart { cell(&text.replace('.', " ")).into_owned() } else { cell(text).into_owned() }
        };
        let cells: Vec<String> = record.iter().map(written).collect();
        table.push_str(&cells.join(","));
        table.push('\n');
    }
    Some(table)
}

/// Whether a cell holds a number whose comma cannot set thousands apart: `61,5`.
fn is_with_decimal_comma(text: &str) -> bool {
    let number = bare(text);
    number.split_once(',').is_some_and(|(whole, fraction)| {
        let is_whole = !whole.is_empty() && whole.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.');
        is_whole && !fraction.is_empty() && fraction.len() != 3 && fraction.bytes().all(|byte| byte.is_ascii_digit())
    })
}

/// Whether a cell holds a number with points where thousands are set apart: `1.230`, `1.230,5`.
fn has_thousands_points(text: &str) -> bool {
    let number = bare(text);
    let whole = number.split_once(',').map_or(number, |(whole, _)| whole);
    let mut groups = whole.split('.');
    let is_first = groups.next().is_some_and(|first| (1..=3).contains(&first.len()) && is_digits(first));
    let mut rest = groups.peekable();
    is_first && rest.peek().is_some() && rest.all(|group| group.len() == 3 && is_digits(group))
}

fn is_digits(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}

/// A number without its sign and its percent sign.
fn bare(text: &str) -> &str {
    let number = trimmed(text.trim_end().trim_end_matches('%'));
    number.strip_prefix('-').unwrap_or(number)
}

/// The table with a column `marker` at the right, blank in each row; every other byte stays. Nothing where it has one.
fn with_marker_column(text: &str) -> Option<String> {
    let mut widened = String::with_capacity(text.len() + 64);
    let mut lexer = Lexer::new(text);
    let mut row = Row::default();
    let mut done = 0;
    let mut heading = Some(",marker");
    while lexer.read(&mut row) {
        if is_blank(&row) {
            continue;
        }
        if heading.is_some() && row.cells.iter().any(|cell| cell.text.trim() == "marker") {
            return None;
        }
        widened.push_str(text.get(done..row.span.end).unwrap_or_default());
        widened.push_str(heading.take().unwrap_or(","));
        done = row.span.end;
    }
    widened.push_str(text.get(done..).unwrap_or_default());
    Some(widened)
}

/// The table without rows and columns at the right that hold nothing; every other byte stays.
fn without_empty_edges(text: &str) -> String {
    let mut width = 0;
    let mut row = Row::default();
    let mut lexer = Lexer::new(text);
    while lexer.read(&mut row) {
        let used = row.cells.iter().rposition(|cell| !cell.text.trim().is_empty()).map_or(0, |last| last + 1);
        width = width.max(used);
    }
    let mut kept = String::with_capacity(text.len());
    let mut lexer = Lexer::new(text);
    let mut from = 0;
    let mut last: Option<(usize, bool)> = None;
    while lexer.read(&mut row) {
        // What lies between the end of a row and the start of the next is its line ending.
        if let Some((end, true)) = last {
            kept.push_str(text.get(end..row.span.start).unwrap_or_default());
        }
        let is_kept = !is_blank(&row);
        if is_kept {
            let start = if from == 0 { 0 } else { row.span.start };
            let end = row.cells.get(width.saturating_sub(1)).map_or(row.span.end, |cell| cell.span.end);
            kept.push_str(text.get(start..end).unwrap_or_default());
            from = end;
        }
        last = Some((row.span.end, is_kept));
    }
    if let Some((end, true)) = last {
        kept.push_str(text.get(end..).unwrap_or_default());
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_and_rows_that_hold_nothing_go_and_nothing_else_does() {
        let text = "\u{feff}period,value,,\r\n2012/13,\"61.5\",,\r\n,,,\r\n\r\n2013/14,\"a,b\",,\r\n,,,";
        assert_eq!(without_empty_edges(text), "\u{feff}period,value\r\n2012/13,\"61.5\"\r\n2013/14,\"a,b\"\r\n");
        assert_eq!(without_empty_edges("a,b\n,\n1,2"), "a,b\n1,2");
        assert_eq!(without_empty_edges("a,b\n1,"), "a,b\n1,");
    }

    #[test]
    fn where_commas_are_decimal_points_set_thousands_apart() {
        let german = "a;b;c\n61,50\u{a0}%;1.230;-12.345.678,5\n1,5;20.06.2011;2.5\n";
        let expected = "a,b,c\n\"61,50\u{a0}%\",1 230,\"-12 345 678,5\"\n\"1,5\",20.06.2011,2.5\n";
        assert_eq!(with_commas(german, ';').as_deref(), Some(expected));
    }

    #[test]
    fn a_column_for_markers_is_added_to_every_row() {
        let widened = with_marker_column("a,b\r\n1,2\r\n\r\n3,\"4\n5\"");
        assert_eq!(widened.as_deref(), Some("a,b,marker\r\n1,2,\r\n\r\n3,\"4\n5\","));
        assert_eq!(with_marker_column("a,marker\n1,\n"), None);
    }

    #[test]
    fn other_separators_become_commas_and_a_cell_with_a_comma_is_quoted() {
        assert_eq!(
            with_commas("period;value;note\r\n2012/13;61,5;\"a;b\"\r\n", ';').as_deref(),
            Some("period,value,note\n2012/13,\"61,5\",a;b\n")
        );
        assert_eq!(with_commas("a;b;c\n1;1.230;2.5\n", ';').as_deref(), Some("a,b,c\n1,1.230,2.5\n"));
    }
}
