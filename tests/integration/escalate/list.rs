//! What is listed of the cases.

use super::{CASES, CLOSED, DECIDED, ESCALATED, OPENED, board, escalate, log};
use crate::support::Board;
use serde_json::Value;

/// The name of the latest event of a case.
fn last_event(case: &Value) -> Value {
    let events = case["events"].as_array();
    events.and_then(|events| events.last()).map_or(Value::Null, |event| event["event"].clone())
}

/// Two cases: one that the Board decided, one with the Performance Group.
fn two() -> Board {
    let other = OPENED.replace("E3", "E4").replace(",x,", ",y,").replace("2013-07-10", "2014-01-10");
    log(&[OPENED, ESCALATED, DECIDED, &other]).indicator("y", "targets = [{ at_least = 90 }]").csv("y", "2012/13,60")
}

#[test]
fn the_open_cases_are_listed_with_where_they_stand() {
    let run = escalate(&two(), &["list"]);
    insta::assert_snapshot!(run.stdout);
    assert!(run.stdout.lines().all(|line| line.chars().count() <= 80), "{run:?}");
    assert_eq!(escalate(&two(), &[]).stdout, run.stdout, "it is what the bare command does");
}

#[test]
fn a_case_is_as_it_was_on_a_past_day() {
    let stage = |day: &str| {
        let run = two().run(&["escalate", "--as-of", day, "--format", "json"]);
        let json = run.json();
        let first = &json["cases"][0];
        (first["stage"].as_str().map(str::to_owned), last_event(first), json["summary"]["later"].clone())
    };
    assert_eq!(stage("2013-07-09"), (None, ().into(), 2.into()));
    assert_eq!(stage("2013-07-10"), (Some("performance-group".to_owned()), "opened".into(), 1.into()));
    assert_eq!(stage("2013-09-19"), (Some("board".to_owned()), "escalated".into(), 1.into()));
    assert_eq!(stage("2014-01-10"), (Some("board".to_owned()), "decided".into(), 0.into()));
}

#[test]
fn cases_that_are_over_are_listed_where_they_are_asked_for() {
    let board = log(&[OPENED, ESCALATED, DECIDED, CLOSED]);
    assert!(escalate(&board, &["list"]).stdout.contains("No open cases."));
    let json = escalate(&board, &["list", "--all", "--format", "json"]).json();
    let case = &json["cases"][0];
    assert_eq!((&case["stage"], &last_event(case)), (&"board".into(), &"closed".into()));
    assert_eq!((&case["closed"], &case["met"]), (&"2014-05-20".into(), &false.into()));
}

#[test]
fn spreadsheets_get_a_row_a_case() {
    let run = escalate(&log(&[OPENED, ESCALATED, DECIDED]), &["list", "--format", "csv"]);
    let expected = "case,indicator,title,stage,opened,with_board_since,decided_on,acceptable,met,recovery,times_before_the_board,reviewed_on,closed_on,last_event,last_note\n\
                    E3,x,A made-up indicator,board,2013-07-10,2013-09-19,2013-11-21,<=430 for 2,false,2014/15,3,,,decided,A joint plan\n";
    assert_eq!(run.stdout, expected);
}

#[test]
fn a_log_with_errors_is_said_and_lists_nothing() {
    let run = escalate(&board().file(CASES, "case,date\n"), &["list"]);
    assert_eq!(run.code, 1, "{run:?}");
    assert!(run.stderr.contains("error[missing-column]") && !run.stdout.contains("No open cases."), "{run:?}");
}

#[test]
fn a_level_is_reached_by_what_is_known_on_the_day() {
    let board = log(&[OPENED, ESCALATED, &DECIDED.replace(" for 2", "")])
        .csv("x", "period,value,recorded\n2012/13,452,2013-06-20\n2013/14,425,2014-05-20\n");
    for (day, is_met) in [("2014-05-19", false), ("2014-05-20", true)] {
        let json = board.run(&["escalate", "list", "--as-of", day, "--format", "json"]).json();
        assert_eq!(json["cases"][0]["met"], is_met, "{json}");
    }
}

#[test]
fn a_recovery_that_the_board_did_not_agree_is_the_commentarys() {
    let board = log(&[OPENED]).file("data/x.md", "## 2012/13\nrecovery: 2014/15\n\nTwo homes closed.\n");
    let run = escalate(&board, &["list", "--format", "csv"]);
    assert!(run.stdout.contains(",performance-group,2013-07-10,,,,,2014/15,0,,,opened,"), "{run:?}");
}

#[test]
fn a_meeting_is_looked_at_as_of_its_cut_off() {
    let board = log(&[OPENED, ESCALATED, DECIDED]).toml("[reporting]\ndata_due = \"10 working days\"");
    let run = board.run(&["escalate", "list", "--meeting", "2013-11-21"]);
    assert!(run.code == 0 && run.stdout.contains("Cases on 7 November 2013"), "{run:?}");
    assert!(run.stdout.contains("Escalated on 19 Sep 2013"), "{run:?}");
}
