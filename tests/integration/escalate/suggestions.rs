//! What is suggested about cases. Every figure is made up.

use serde_json::Value;

use super::{CASES, HEADER, OPENED};
use crate::support::Board;

const DECLARATION: &str =
    "unit = \"days\"\ngood = \"low\"\nperiod = \"financial-quarter\"\ntargets = [{ at_most = 40 }]";
const ESCALATED: &str = "E3,2013-09-19,x,escalated,board,,,\n";
const DECIDED: &str = "E3,2013-11-21,x,decided,board,<=45,,\n";

/// A board whose indicator `x` has these quarters of 2013/14, at most 40 of which is on target.
fn quarters(values: &[u32], log: &[&str]) -> Board {
    let rows = (1..).zip(values).map(|(quarter, value)| format!("2013/14 Q{quarter},{value}\n"));
    Board::of(DECLARATION, &rows.collect::<String>()).file(CASES, format!("{HEADER}{}", log.concat()))
}

fn json(board: &Board, day: &str) -> Value {
    let run = board.run(&["escalate", "list", "--format", "json", "--as-of", day]);
    assert!(run.code <= 1, "{run:?}");
    run.json()
}

/// The steps suggested on a day, each with its reason.
fn suggested(board: &Board, day: &str) -> Vec<(String, String)> {
    let word = |value: &Value| value.as_str().expect("a text").to_owned();
    let json = json(board, day);
    let all = json["suggestions"].as_array().expect("suggestions");
    all.iter().map(|one| (word(&one["step"]), word(&one["reason"]))).collect()
}

#[track_caller]
fn assert_suggested(board: &Board, day: &str, expected: &[(&str, &str)]) {
    let expected: Vec<(String, String)> =
        expected.iter().map(|(step, reason)| ((*step).to_owned(), (*reason).to_owned())).collect();
    assert_eq!(suggested(board, day), expected);
}

#[test]
fn a_case_is_suggested_where_an_indicator_is_off_target_and_none_is_open() {
    let board = quarters(&[39, 50], &[]);
    assert_suggested(&board, "2013-09-29", &[]);
    assert_suggested(&board, "2013-09-30", &[("open", "off target, and no case is open")]);
    assert_suggested(&quarters(&[41, 42], &[]), "2014-06-01", &[]);
    let closed = [OPENED, "E3,2013-08-01,x,closed,,,,\n"];
    let two = "off target at its latest 2 readings, and no case is open";
    assert_suggested(&quarters(&[50, 50], &closed), "2014-06-01", &[("open", two)]);
}

#[test]
fn how_many_readings_it_takes_is_declared() {
    let declared =
        |values: &[u32], log: &[&str]| quarters(values, log).toml("[escalation]\nopen_after = 2\nraise_after = 2");
    assert_suggested(&declared(&[39, 50], &[]), "2014-06-01", &[]);
    assert_eq!(suggested(&declared(&[50, 50], &[]), "2014-06-01").len(), 1);
    assert_suggested(&declared(&[50, 50], &[OPENED]), "2014-06-01", &[]);
    assert_eq!(suggested(&declared(&[50, 50, 50], &[OPENED]), "2014-06-01")[0].0, "raise");
}

#[test]
fn raising_is_suggested_once_later_readings_are_off_target_too() {
    let board = quarters(&[50, 51, 52], &[OPENED]);
    assert_suggested(&board, "2013-09-29", &[]);
    let at = |readings: &str| format!("still off target at {readings}, since case E3 was opened on 10 Jul 2013");
    assert_suggested(&board, "2013-09-30", &[("raise", &at("1 later reading"))]);
    assert_suggested(&board, "2014-06-01", &[("raise", &at("2 later readings"))]);
    assert_suggested(&quarters(&[50, 41, 52], &[OPENED]), "2014-06-01", &[]);
    assert_suggested(&quarters(&[50, 51, 41], &[OPENED]), "2014-06-01", &[]);
}

#[test]
fn closing_is_suggested_where_the_boards_level_is_met() {
    let log = [OPENED, ESCALATED, DECIDED];
    assert_suggested(&quarters(&[50, 44, 46], &log), "2014-06-01", &[]);
    let met = "case E3 has met <=45, the level at which it may close";
    assert_suggested(&quarters(&[50, 50, 44], &log), "2014-06-01", &[("close", met)]);
    assert_suggested(&quarters(&[50, 50, 44], &log[..2]), "2014-06-01", &[]);
}

#[test]
fn closing_is_suggested_where_the_groups_indicator_is_on_target_again() {
    let recovered = "on target again, since case E3 was opened on 10 Jul 2013";
    assert_suggested(&quarters(&[50, 39], &[OPENED]), "2014-06-01", &[("close", recovered)]);
    assert_suggested(&quarters(&[50, 41], &[OPENED]), "2014-06-01", &[]);
    assert_suggested(&quarters(&[39, 39], &[OPENED]), "2014-06-01", &[]);
}

#[test]
fn what_is_managed_elsewhere_or_out_of_use_is_never_suggested() {
    let with = |key: &str| {
        Board::of(&format!("{DECLARATION}\n{key}"), "2013/14 Q1,50").file(CASES, HEADER).as_of("2014-06-01")
    };
    assert_eq!(suggested(&with(""), "2014-06-01").len(), 1);
    assert_suggested(&with("managed_by = \"Another body\""), "2014-06-01", &[]);
    assert_suggested(&with("retired = 2014-03-31"), "2014-06-01", &[]);
}

#[test]
fn nothing_is_suggested_while_the_log_or_the_readings_have_errors() {
    assert_suggested(&quarters(&[50], &["E3,soon,x,opened,board,,,\n"]), "2014-06-01", &[]);
    let faulty = Board::of(DECLARATION, "2013/14 Q1,many").file(CASES, format!("{HEADER}{OPENED}"));
    assert_suggested(&faulty, "2014-06-01", &[]);
}

#[test]
fn each_suggestion_has_the_command_that_follows_it() {
    let command = |board: &Board| json(board, "2014-06-01")["suggestions"][0]["command"].clone();
    assert_eq!(command(&quarters(&[50], &[])), "hwb escalate open x --note \"...\"");
    assert_eq!(command(&quarters(&[50, 50], &[OPENED])), "hwb escalate raise E3 --note \"...\"");
    assert_eq!(command(&quarters(&[50, 39], &[OPENED])), "hwb escalate close E3");
    let odd = OPENED.replace("E3", "the third");
    assert_eq!(command(&quarters(&[50, 39], &[&odd])), "hwb escalate close x");
}

#[test]
fn suggestions_stand_below_the_cases() {
    let board = quarters(&[50, 51], &[OPENED])
        .indicator("y", "title = \"Another\"\ntargets = [{ at_least = 90 }]")
        .csv("y", "2012/13,60");
    let run = board.run(&["escalate", "--as-of", "2014-06-01"]);
    insta::assert_snapshot!(run.stdout);
    assert!(run.stdout.lines().all(|line| line.chars().count() <= 80), "{run:?}");
    let csv = board.run(&["escalate", "--as-of", "2014-06-01", "--format", "csv"]);
    assert_eq!(csv.stdout.lines().count(), 2, "{csv:?}");
}

#[test]
fn a_rule_that_is_none_is_an_error() {
    for (rule, code) in
        [("open_after = 0", "bad-setting"), ("raise_after = 101", "bad-setting"), ("raise = 1", "unknown-key")]
    {
        quarters(&[50], &[]).toml(&format!("[escalation]\n{rule}")).validate().exits(1).get(code);
    }
}
