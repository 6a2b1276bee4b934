//! `hwb fmt`: canonical form says the same, and is its own canonical form.

use std::fs;

use hwb::repair::{NotFormatted, formatted};
use proptest::prelude::*;

use super::{check, workspace};
use crate::support::{Board, run};

fn format(text: &str) -> Result<String, NotFormatted> {
    let workspace = workspace();
    let says = |bytes: &[u8]| workspace.says("data/x.csv", bytes);
    let bytes = formatted("data/x.csv", text.as_bytes().to_vec(), &|bytes| check(&workspace, bytes), says)?;
    Ok(String::from_utf8(bytes).expect("UTF-8 stays UTF-8"))
}

#[test]
fn what_says_nothing_goes_and_what_was_typed_stays() {
    let written = "\u{feff}Period,\"value\",Note,,\r\n2013/14,61.50%,\"one, two\",,\r\n,,,,\r\n 2012-13 ,\"60.0\",\"said \"\"so\"\"\r\nagain\",,\r\n";
    let expected = "\u{feff}period,value,note\n2012/13,60.0,\"said \"\"so\"\"\nagain\"\n2013/14,61.50,\"one, two\"\n";
    assert_eq!(format(written).expect("no errors"), expected);
}

#[test]
fn the_spelling_that_excel_leaves_alone_stays() {
    let text = "period,value\n2011/2012,61.5\n2012/13,62\n";
    assert_eq!(format(text).expect("no errors"), text);
}

#[test]
fn a_revision_may_stay_at_the_end() {
    let text = "period,value,status,recorded\n2011/12,61.5,,\n2012/13,62,,\n2011/12,61.7,revised,2013-09-01\n";
    assert_eq!(format(text).expect("no errors"), text);
}

#[test]
fn words_are_not_changed() {
    let text = "period,value,note\n2012/13,62,Barnet â€“ women\n";
    assert_eq!(format(text).expect("no errors"), text);
}

#[test]
fn a_file_with_errors_is_left_alone() {
    assert!(
        matches!(format("period,value\n2012/13,about 60\n"), Err(NotFormatted::Faulty(findings)) if findings.len() == 1)
    );
}

#[test]
fn check_changes_nothing_and_fmt_writes_what_check_showed() {
    let board = Board::of("", "2012/13, 61.5").csv("y", "2012/13,61.5").indicator("y", "");
    let folder = board.into_folder();
    let path = folder.path().join("data/x.csv");
    let before = fs::read(&path).expect("the file");
    let checked = run(folder.path(), &["fmt", "--check"], &[]);
    assert_eq!(checked.code, 1, "{checked:?}");
    assert!(
        checked.stderr.contains("data/x.csv is not in canonical form\n  - 2012/13, 61.5\n  + 2012/13,61.5\n"),
        "{checked:?}"
    );
    assert!(checked.stderr.contains("2 files looked at, 1 would be rewritten"), "{checked:?}");
    assert_eq!(fs::read(&path).expect("the file"), before);
    assert_eq!(run(folder.path(), &["fmt"], &[]).code, 0);
    assert_eq!(fs::read_to_string(&path).expect("the file"), "period,value\n2012/13,61.5\n");
    let again = run(folder.path(), &["fmt", "--check", "data/x.csv"], &[]);
    assert_eq!((again.code, again.stderr.as_str()), (0, "1 file looked at, 0 would be rewritten\n"));
}

#[test]
fn a_faulty_file_costs_the_others_nothing() {
    let board = Board::of("", "2012/13,about 60").csv("y", "2012/13, 61.5").indicator("y", "");
    let folder = board.into_folder();
    let run = run(folder.path(), &["fmt"], &[]);
    assert_eq!(run.code, 1);
    assert!(run.stderr.contains("data/x.csv:2:9: error[bad-number]"), "{run:?}");
    assert_eq!(fs::read_to_string(folder.path().join("data/y.csv")).expect("the file"), "period,value\n2012/13,61.5\n");
}

fn cell() -> impl Strategy<Value = String> {
    let plain = prop::sample::select(vec![
        "61.5", "61.50%", " 62", "−2.3", "£7", "1.5E+1", "\"63.0\"", "64\u{a0}", "", "-0.5", "100",
    ]);
    plain.prop_map(str::to_owned)
}

fn row() -> impl Strategy<Value = (usize, String, &'static str, &'static str, &'static str)> {
    let period = 0..8_usize;
    let marker = prop::sample::select(vec!["", "x", "u b", " low ", "f"]);
    let note = prop::sample::select(vec!["", "plain", "\"one, two\"", "\"two\r\nlines\"", " spaced ", "Â£5", "‘so’"]);
    let group = prop::sample::select(vec!["", "women", " women"]);
    (period, cell(), marker, note, group)
}

fn period(year: usize) -> String {
    let first = 2004 + year;
    let second = (first + 1) % 100;
    match year % 3 {
        0 => format!("{first}/{second:02}"),
        1 => format!("{first}-{second:02}"),
        _ => format!("{first}/{}", first + 1),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(200) })]

    #[test]
    fn canonical_form_says_the_same_and_is_its_own(
        rows in prop::collection::vec(row(), 0..8),
        ending in prop::sample::select(vec!["\n", "\r\n", "\r"]),
        mark in prop::sample::select(vec!["", "\u{feff}"]),
        blank in prop::sample::select(vec!["", ",,,,", " "]),
    ) {
        let mut text = format!("{mark}Period,value ,marker,note,Group{ending}");
        for (year, value, marker, note, group) in rows {
            text.push_str(&format!("{},{value},{marker},{note},{group}{ending}{blank}{ending}", period(year)));
        }
        let workspace = workspace();
        let says = |text: &str| workspace.says("data/x.csv", text.as_bytes());
        match format(&text) {
            Ok(once) => {
                prop_assert_eq!(says(&once), says(&text));
                prop_assert_eq!(format(&once).expect("canonical form has no errors"), once);
            }
            Err(NotFormatted::Faulty(findings)) => prop_assert!(!findings.is_empty()),
            Err(NotFormatted::Different) => prop_assert!(false, "{text:?}"),
        }
    }
}
