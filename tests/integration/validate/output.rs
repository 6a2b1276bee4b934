//! How findings are printed. Every figure is made up.

use crate::validate::{file, found};

#[test]
fn short_is_one_finding_a_line() {
    let board = file("period,value\n2012/13,abc\n");
    let run = board.run(&["validate", "--format", "short"]);
    assert_eq!(run.code, 1);
    let start = "data/x.csv:2:9: error[bad-number]: ";
    assert!(run.stdout.lines().any(|line| line.starts_with(start)), "{run:?}");
}

#[test]
fn a_warning_is_called_one() {
    let board = file("period,value\nFY2012/13,91\n");
    let run = board.run(&["validate", "--format", "short"]);
    assert_eq!(run.code, 0);
    let start = "data/x.csv:2:1: warning[";
    assert!(run.stdout.lines().any(|line| line.starts_with(start)), "{run:?}");
}

#[test]
fn human_quotes_the_line_and_gives_the_place_and_the_cell() {
    let board = file("period,value\n2012/13,abc\n");
    let run = board.run(&["validate"]);
    assert_eq!(run.code, 1);
    for fact in ["data/x.csv:2:9", "B2", "2012/13,abc", "bad-number"] {
        assert!(run.stdout.contains(fact), "{fact}: {run:?}");
    }
    assert!(!run.stdout.contains('\u{1b}'), "{run:?}");
}

#[test]
fn human_is_what_is_printed_when_nothing_is_asked() {
    let board = file("period,value\n2012/13,abc\n");
    let plain = board.run(&["validate"]);
    let human = board.run(&["validate", "--format", "human"]);
    assert!(plain.stdout.contains("bad-number"), "{plain:?}");
    assert_eq!(plain.stdout, human.stdout);
}

#[test]
fn the_summary_counts_by_severity() {
    let validation = found("period,value\nFY2011/12,91\n2012/13,abc\n");
    assert_eq!(validation.json["summary"]["errors"], 1);
    assert_eq!(validation.json["summary"]["warnings"], 1);
}

#[test]
fn warnings_alone_are_no_failure() {
    found("period,value\nFY2012/13,91\n").exits(0);
}
