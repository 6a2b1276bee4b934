//! The keyed columns of a document's tables as CSV, for other programs.

use super::clean::picture;
use crate::document::{Document, Row, Table};

/// Every table that has keyed columns: a header of the keys, then the exact values, each line ended by LF and quoted
/// only where it must be. An empty line stands between two tables.
///
/// A text that a spreadsheet would run as a formula has an apostrophe put before it ("CSV injection": OWASP,
/// <https://owasp.org/www-community/attacks/CSV_Injection>): what somebody typed into a commentary must not run on the
/// computer of whoever opens the export. So has one inside a cell that would begin a cell where columns are separated by
/// semicolons or tabs. Plain numbers such as -2.3 stay as they are.
///
/// Lines inside a cell end with LF, and any other control character is shown as its picture (ESC as ␛): the export may
/// be read on a terminal.
pub fn render(document: &Document) -> String {
    let tables: Vec<String> = document.tables().into_iter().filter_map(csv).collect();
    tables.join("\n")
}

/// One table; `None` where no column has a key.
fn csv(table: &Table) -> Option<String> {
    let keyed: Vec<(usize, &str)> =
        table.columns.iter().enumerate().filter_map(|(index, column)| Some((index, column.key.as_deref()?))).collect();
    if keyed.is_empty() {
        return None;
    }
    let header = keyed.iter().map(|&(_, key)| key.to_owned()).collect();
    let rows = table.rows().map(|row| keyed.iter().map(|&(index, _)| value(row, index)).collect());
    Some(written(std::iter::once(header).chain(rows)))
}

fn written(records: impl Iterator<Item = Vec<String>>) -> String {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::Any(b'\n')).from_writer(Vec::new());
    for record in records {
        if let Err(error) = writer.write_record(&record) {
            unreachable!("records of one length, written to memory: {error}");
        }
    }
    match writer.into_inner() {
        Ok(bytes) => String::from_utf8_lossy(&bytes).into_owned(),
        Err(error) => unreachable!("written to memory: {error}"),
    }
}

/// The exact value of a cell, disarmed; empty where the row is short.
fn value(row: &Row, index: usize) -> String {
    let exact = row.cells.get(index).map_or("", |cell| cell.exact.as_str());
    disarmed(&printable(exact))
}

/// The text with nothing in it that acts on a terminal.
fn printable(text: &str) -> String {
    let lines = text.replace("\r\n", "\n").replace('\r', "\n");
    let shown = |character| if matches!(character, '\n' | '\t') { character } else { picture(character) };
    lines.chars().map(shown).collect()
}

/// The text with an apostrophe before everything in it that a spreadsheet would read as a formula.
fn disarmed(text: &str) -> String {
    text.split_inclusive(SEPARATORS)
        .map(|part| if is_formula(part) { format!("'{part}") } else { part.to_owned() })
        .collect()
}

/// What ends a cell in a spreadsheet whose columns are not separated by commas.
const SEPARATORS: [char; 3] = [';', '\t', '\n'];

/// Whether a spreadsheet would read it as a formula; the wide signs are those of a Japanese or Chinese keyboard.
fn is_formula(text: &str) -> bool {
    text.starts_with(['=', '+', '-', '@', '\t', '\n', '＝', '＋', '－', '＠'])
        && !is_plain_number(text.trim_end_matches(SEPARATORS))
}

/// A sign or none, digits, and at most one point with digits on both sides.
fn is_plain_number(text: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    match unsigned.split_once('.') {
        Some((whole, decimals)) => digits(whole) && digits(decimals),
        None => digits(unsigned),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{SEPARATORS, is_formula, render};
    use crate::document::{Block, Cell, Column, Document, Group, Row, Table};
    use crate::render::example;

    fn one_column(cells: &[&str]) -> Table {
        let row = |cell: &&str| Row { cells: vec![Cell::text(*cell)] };
        Table {
            caption: String::new(),
            notes: vec![],
            columns: vec![Column::new("text", "Text")],
            groups: vec![Group { title: String::new(), notes: vec![], rows: cells.iter().map(row).collect() }],
        }
    }

    fn document(tables: Vec<Table>) -> Document {
        Document::new("Title".to_owned(), tables.into_iter().map(Block::Table).collect())
    }

    #[test]
    fn keyed_columns_are_written_in_order_and_the_rest_left_out() {
        let expected = "\
id,title,value,rating,lead,expected,why
smoking,Smoking at delivery,4.7,amber,Public Health,29 Sep 2014,4.7 is 0.2 above the 4.5 due by 2012/13.
hip-fracture,Emergency admissions for hip fracture in people aged 65 and over,471.2,red,Barnet CCG,29 Sep 2014,\
\"471.2 is 41.3 above the 429.9 due by 2012/13 (9.6%; amber allows 5%), and worse than the year before.\"
café,Café meals 界,,no data,,,
";
        assert_eq!(render(&example::position()), expected);
    }

    #[test]
    fn quotes_and_line_ends_inside_a_cell_are_quoted() {
        let text = render(&document(vec![one_column(&["say \"a\"", "a\nb", ""])]));
        assert_eq!(text, "text\n\"say \"\"a\"\"\"\n\"a\nb\"\n\"\"\n");
    }

    #[test]
    fn a_formula_is_disarmed() {
        let text = render(&document(vec![one_column(&["=1+1", "@a", "-a", "+1-1", "\tx", "-10% from"])]));
        assert_eq!(text, "text\n'=1+1\n'@a\n'-a\n'+1-1\n'\tx\n'-10% from\n");
    }

    #[test]
    fn what_another_separator_would_make_a_formula_is_disarmed() {
        let text = render(&document(vec![one_column(&["a;=1+1;b", "a; = b", "a\t@b", "a\n+b", "up;-2.3"])]));
        assert_eq!(text, "text\na;'=1+1;b\na; = b\na\t'@b\n\"a\n'+b\"\nup;-2.3\n");
    }

    #[test]
    fn a_control_character_is_shown_and_a_carriage_return_ends_a_line() {
        let text = render(&document(vec![one_column(&["a\u{1b}[31m", "\0=1", "a\u{9b}b", "a\rb\r\nc"])]));
        assert_eq!(text, "text\na␛[31m\n␀=1\na\u{FFFD}b\n\"a\nb\nc\"\n");
    }

    #[test]
    fn a_plain_number_is_no_formula() {
        for number in ["-2.3", "+5", "-10", "2.3", ""] {
            assert!(!is_formula(number), "{number}");
        }
        for formula in ["-", "-.5", "-1.", "-1.2.3", "-1e5", "+", "-2.3%", "－1"] {
            assert!(is_formula(formula), "{formula}");
        }
    }

    #[test]
    fn tables_are_separated_by_an_empty_line() {
        let text = render(&document(vec![one_column(&["a"]), one_column(&["b"])]));
        assert_eq!(text, "text\na\n\ntext\nb\n");
    }

    #[test]
    fn a_table_without_keys_or_rows_says_no_more_than_it_has() {
        let mut unkeyed = one_column(&["a"]);
        unkeyed.columns[0].key = None;
        assert_eq!(render(&document(vec![unkeyed, one_column(&[])])), "text\n");
    }

    proptest! {
        #[test]
        fn what_is_written_reads_back_whole_and_is_never_a_formula(
            cells in prop::collection::vec("[ -~é界=+@;\t\n-]{0,8}", 0..5),
        ) {
            let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
            let text = render(&document(vec![one_column(&cells)]));
            let mut reader = csv::Reader::from_reader(text.as_bytes());
            let read: Vec<String> = reader.records().flatten().map(|record| record[0].to_owned()).collect();
            for (cell, typed) in read.iter().zip(&cells) {
                prop_assert!(cell.split(SEPARATORS).all(|part| !is_formula(part)));
                let undone: String = cell
                    .split_inclusive(SEPARATORS)
                    .map(|part| part.strip_prefix('\'').filter(|rest| is_formula(rest)).unwrap_or(part))
                    .collect();
                let typed: String = typed
                    .split_inclusive(SEPARATORS)
                    .map(|part| part.strip_prefix('\'').filter(|rest| is_formula(rest)).unwrap_or(part))
                    .collect();
                prop_assert_eq!(undone, typed);
            }
            prop_assert_eq!(read.len(), cells.len());
        }

        #[test]
        fn nothing_written_acts_on_a_terminal(cell in any::<String>()) {
            let text = render(&document(vec![one_column(&[&cell])]));
            prop_assert!(text.chars().all(|character| matches!(character, '\n' | '\t') || !character.is_control()));
        }
    }
}
