use proptest::prelude::*;

use super::*;
use crate::csv::{self, Lexer, Row};
use crate::time::{Kind, spelling};

fn key(period: &str) -> Key {
    let period = spelling::read(Kind::CalendarYear, period).ok().map(|spelt| spelt.period);
    Key { period, group: None, sequence: Sequence::InOrder }
}

fn row(cells: &[(&str, &str)]) -> NewRow {
    let cells: Vec<(String, String)> =
        cells.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect();
    NewRow { key: key(&cells[0].1), cells }
}

fn rows(text: &str) -> Vec<Vec<String>> {
    let mut lexer = Lexer::new(text);
    let mut row = Row::default();
    let mut rows = Vec::new();
    while lexer.read(&mut row) {
        rows.push(row.cells.iter().map(|cell| cell.text.clone().into_owned()).collect());
    }
    rows
}

/// The keys of the rows of a text whose first column is the period.
fn keys(text: &str) -> Vec<Key> {
    let written = rows(text).into_iter().filter(|row| row.iter().any(|cell| !cell.trim().is_empty()));
    written.skip(1).map(|row| key(&row[0])).collect()
}

fn inserted(text: &str, new: &[NewRow]) -> Edited {
    insert(&sheet(text, &["london"]), &keys(text), new)
}

fn with(text: &str, cells: &[(&str, &str)]) -> String {
    inserted(text, &[row(cells)]).text
}

#[test]
fn a_row_is_added_in_the_columns_the_file_has_and_in_its_line_endings() {
    let new = [("period", "2012"), ("value", "9.2")];
    assert_eq!(with("period,value\n2011,9.1\n", &new), "period,value\n2011,9.1\n2012,9.2\n");
    assert_eq!(with("value,note,period\r\n9.1,,2011\r\n", &new), "value,note,period\r\n9.1,,2011\r\n9.2,,2012\r\n");
    assert_eq!(with("\u{feff}Period, VALUE\n", &new), "\u{feff}Period, VALUE\n2012,9.2\n");
}

#[test]
fn a_missing_end_of_the_last_line_is_mended_and_blank_rows_stay_at_the_end() {
    let new = [("period", "2012"), ("value", "9.2")];
    assert_eq!(with("period,value\n2011,9.1", &new), "period,value\n2011,9.1\n2012,9.2\n");
    assert_eq!(with("period,value\r\n2011,9.1", &new), "period,value\r\n2011,9.1\r\n2012,9.2\r\n");
    assert_eq!(with("period,value", &new), "period,value\n2012,9.2\n");
    assert_eq!(with("period,value\n2011,9.1\n\n,\n", &new), "period,value\n2011,9.1\n2012,9.2\n\n,\n");
}

#[test]
fn a_cell_is_quoted_only_where_it_has_to_be() {
    let note = [("period", "2012"), ("value", "9.2"), ("note", "one, \"two\"")];
    assert_eq!(with("period,value,note\n", &note), "period,value,note\n2012,9.2,\"one, \"\"two\"\"\"\n");
}

#[test]
fn a_column_is_added_to_every_row_that_is_not_blank() {
    let text = "period,value,note\n2010,1,\"two\nlines\"\n\n2012,3,\n";
    let new = [("period", "2011"), ("value", "2"), ("recorded", "2012-01-31")];
    let expected = "period,value,note,recorded\n2010,1,\"two\nlines\",\n2011,2,,2012-01-31\n\n2012,3,,\n";
    assert_eq!(with(text, &new), expected);
    assert_eq!(inserted(text, &[row(&new)]).rows, [3]);
}

#[test]
fn a_new_column_takes_the_place_of_an_empty_one_at_the_end() {
    let new = [("period", "2012"), ("value", "2"), ("london", "3"), ("note", "x")];
    assert_eq!(with("period,value,\n2011,1,\n", &new), "period,value,london,note\n2011,1,,\n2012,2,3,x\n");
    assert_eq!(with("period,value, ,\n2011,1\n", &new[..3]), "period,value,london,\n2011,1,\n2012,2,3,\n");
}

#[test]
fn several_rows_say_where_they_stand() {
    let new = [row(&[("period", "2013"), ("value", "3")]), row(&[("period", "2011"), ("value", "1")])];
    let inserted = inserted("period,value\n2010,0\n2012,2", &new);
    assert_eq!(inserted.text, "period,value\n2010,0\n2011,1\n2012,2\n2013,3\n");
    assert_eq!(inserted.rows, [5, 3]);
}

fn cell() -> impl Strategy<Value = String> {
    "[a-z0-9 ,\"\né界]{0,6}"
}

proptest! {
    /// Every other row reads as it did, and what stands before the new one is byte for byte what it was.
    #[test]
    fn all_that_was_there_stays(
        table in prop::collection::vec((2000..2030_i32, cell(), cell(), 0..3_usize), 0..8),
        period in 2000..2030_i32,
        note in cell(),
        crlf in any::<bool>(),
        bom in any::<bool>(),
        ended in any::<bool>(),
    ) {
        let ending = if crlf { "\r\n" } else { "\n" };
        let mut text = format!("{}period,value,note{ending}", if bom { "\u{feff}" } else { "" });
        for (year, value, note, blank) in &table {
            text.push_str(&format!("{year},{},{}{ending}", csv::cell(value), csv::cell(note)));
            text.push_str(&format!("{ending},,{ending}").repeat(*blank));
        }
        if !ended {
            text.truncate(text.trim_end_matches(['\r', '\n']).len());
        }
        let period = period.to_string();
        let new = row(&[("period", &period), ("value", "1.5"), ("note", &note)]);
        let inserted = inserted(&text, &[new]);

        let number = inserted.rows[0];
        let mut read = rows(&inserted.text);
        prop_assert_eq!(&read.remove(number - 1), &vec![period, "1.5".to_owned(), note]);
        prop_assert_eq!(read, rows(&text));
        let same = text.bytes().zip(inserted.text.bytes()).take_while(|(old, new)| old == new).count();
        let before: usize = rows_and_ends(&text).into_iter().take(number - 1).next_back().unwrap_or(0);
        prop_assert!(same >= before.min(text.len()), "{same} {before}");
    }

    #[test]
    fn any_text_can_be_taken_apart(text in "[,\"\r\na é界\u{feff}]{0,40}", name in "[a-z]{1,4}") {
        let new = row(&[("period", "2012"), ("value", "1"), (&name, "x")]);
        let _ = insert(&sheet(&text, &[]), &keys(&text), &[new]);
    }
}

/// Where each row of a text ends, its line ending included.
fn rows_and_ends(text: &str) -> Vec<usize> {
    let mut lexer = Lexer::new(text);
    let mut row = Row::default();
    let mut ends = Vec::new();
    while lexer.read(&mut row) {
        let rest = &text[row.span.end..];
        let ending = ["\r\n", "\n", "\r"].into_iter().find(|ending| rest.starts_with(ending)).unwrap_or_default();
        ends.push(row.span.end + ending.len());
    }
    ends
}
