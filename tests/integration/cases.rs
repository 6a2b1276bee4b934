//! What cases, actions and commentary do to the exceptions. Every figure is made up.

use serde_json::Value;

use crate::support::{Board, Row, ids};

const CASES: &str = "data/registers/escalations.csv";
const ACTIONS: &str = "data/registers/actions.csv";
const MD: &str = "data/x.md";

/// Reported only by the rules a test is about: red is left on.
const QUIET: &str = "[exceptions]\nno_commentary = false\noverdue = false";

/// 5% of 90 is 4.5: below 85.5 is red.
const TARGET: &str = "targets = [{ at_least = 90 }]";
const RED: &str = "period,value,recorded\n2010/11,50,2011-06-01\n2011/12,60,2012-06-01\n2012/13,70,2013-06-01\n";
const GREEN: &str = "2012/13,95";

fn meetings(days: &[&str]) -> String {
    days.iter().map(|day| format!("[[meetings]]\ndate = {day}")).collect::<Vec<_>>().join("\n")
}

/// A red indicator `x` with the Board's meetings of 2013, and this log of cases.
fn with_cases(readings: &str, log: &[&str]) -> Board {
    let header = "case,date,indicator,event,level,acceptable,recovery,note\n";
    Board::of(TARGET, readings)
        .toml(QUIET)
        .toml(&meetings(&["2013-03-20", "2013-06-27", "2013-09-19", "2013-11-21"]))
        .file(CASES, format!("{header}{}\n", log.join("\n")))
}

fn with_actions(board: Board, rows: &[&str]) -> Board {
    let header = "id,about,action,owner,opened,due,status,updated,case,note\n";
    board.file(ACTIONS, format!("{header}{}\n", rows.join("\n")))
}

#[track_caller]
fn only(answer: &Value) -> &Value {
    assert_eq!(ids(answer), ["x"]);
    &answer["indicators"][0]
}

#[track_caller]
fn row(board: &Board, as_of: &str) -> Value {
    let run = board.run(&["exceptions", "--as-of", as_of, "--format", "json"]);
    assert_eq!(run.code, 0, "{run:?}");
    only(&run.json()).clone()
}

const DECIDED: [&str; 3] = [
    "E3,2013-07-10,x,opened,performance-group,,,Above its line",
    "E3,2013-09-19,x,escalated,board,,,Not rectified",
    "E3,2013-09-20,x,decided,board,>=80 for 2,2014/15,A joint plan",
];

#[test]
fn an_open_case_lists_an_indicator_that_is_on_target() {
    let board = with_cases(GREEN, &DECIDED);
    let row = row(&board, "2013-11-21");
    assert_eq!(row["exceptions"][0], "case-open");
    assert_eq!(row["level"], "green");
}

#[test]
fn a_case_is_told_as_it_stood_on_the_day() {
    let board = with_cases(RED, &DECIDED);
    let stage = |as_of| row(&board, as_of)["case"]["stage"].clone();
    assert_eq!(row(&board, "2013-07-09")["case"], Value::Null);
    assert_eq!(stage("2013-07-10"), "performance-group");
    assert_eq!(stage("2013-09-19"), "board");
    assert_eq!(row(&board, "2013-09-19")["case"]["acceptable"], Value::Null);
    assert_eq!(row(&board, "2013-09-20")["case"]["acceptable"], ">=80 for 2");
}

#[test]
fn the_meetings_at_which_the_board_had_a_case_are_counted() {
    let board = with_cases(RED, &DECIDED);
    for (as_of, times) in [("2013-09-18", 0), ("2013-09-19", 1), ("2013-11-20", 1), ("2013-11-21", 2)] {
        assert_eq!(row(&board, as_of)["times_before_the_board"], times, "{as_of}");
    }
}

#[test]
fn a_level_is_met_by_later_readings_only_and_as_many_as_were_agreed() {
    let log = ["E3,2013-07-10,x,opened,board,,,", "E3,2013-07-20,x,decided,board,>=80 for 2,,"];
    let after = |readings: &str| {
        let readings = format!("period,value,recorded\n2012/13,82,2013-06-01\n{readings}");
        row(&with_cases(&readings, &log).as_of("2016-01-01"), "2016-01-01")["case"]["met"].clone()
    };
    assert_eq!(after(""), false);
    assert_eq!(after("2013/14,81,2014-06-01\n"), false, "one of two");
    assert_eq!(after("2013/14,81,2014-06-01\n2014/15,80,2015-06-01\n"), true);
    assert_eq!(after("2013/14,81,2014-06-01\n2014/15,79,2015-06-01\n"), false);
}

#[test]
fn a_case_with_no_level_is_neither_met_nor_not() {
    let board = with_cases(RED, &DECIDED[..2]);
    assert_eq!(row(&board, "2013-11-21")["case"]["met"], Value::Null);
}

#[test]
fn the_decision_says_by_when_recovery_is_expected_before_the_commentary_does() {
    let words = "## 2012/13\nrecovery: 2016/17\nask: support\n\nTwo homes closed.\n";
    let board = with_cases(RED, &DECIDED).file(MD, words);
    assert_eq!(row(&board, "2013-09-19")["recovery"], "2016/17");
    assert_eq!(row(&board, "2013-11-21")["recovery"], "2014/15");
}

#[test]
fn a_case_that_waits_asks_the_board_to_decide_unless_the_commentary_asks() {
    let undecided = with_cases(RED, &DECIDED[..2]);
    assert_eq!(row(&undecided, "2013-11-21")["ask"], "decide");
    let asked = with_cases(RED, &DECIDED[..2]).file(MD, "## 2012/13\nask: note\n\nWords.\n");
    assert_eq!(row(&asked, "2013-11-21")["ask"], "note");
    assert_eq!(row(&with_cases(RED, &DECIDED), "2013-11-21")["ask"], Value::Null);
}

#[test]
fn a_case_closed_below_its_level_is_shown_once_with_its_note() {
    let mut log = DECIDED.to_vec();
    log.push("E3,2013-11-21,x,closed,board,,,Passed to the schools board");
    let board = with_cases(GREEN, &log).toml(&meetings(&["2014-01-23", "2014-03-20"]));
    let listed = |as_of: &str| {
        let answer = board.run(&["exceptions", "--as-of", as_of, "--format", "json"]).json();
        let rows = ids(&answer);
        let reasons = if rows.is_empty() { Vec::new() } else { Row::find(&answer, "x").reasons() };
        (reasons, answer["indicators"][0]["reasons"].to_string())
    };
    assert_eq!(listed("2013-11-20").0, ["case-open"]);
    let (reasons, words) = listed("2014-01-23");
    assert_eq!(reasons, ["closed-below-level"]);
    assert!(words.contains("Passed to the schools board"), "{words}");
    assert!(listed("2014-03-20").0.is_empty());
}

#[test]
fn a_case_closed_at_its_level_is_not_shown() {
    let log =
        ["E3,2013-03-01,x,opened,board,,,", "E3,2013-03-02,x,decided,board,>=80,,", "E3,2013-11-21,x,closed,board,,,"];
    let board = with_cases("period,value,recorded\n2012/13,95,2013-06-01\n", &log);
    let answer = board.run(&["exceptions", "--as-of", "2013-11-21", "--format", "json"]).json();
    assert!(ids(&answer).is_empty(), "{answer}");
}

#[test]
fn an_indicator_that_is_retired_is_listed_while_a_case_about_it_is_open() {
    let board = Board::of(&format!("{TARGET}\nretired = 2013-08-31"), RED)
        .toml(QUIET)
        .file(CASES, "case,date,indicator,event,level,note\nE3,2013-07-10,x,opened,board,Rising\n");
    assert_eq!(Row::find(&board.exceptions(), "x").reasons(), ["case-open"]);
    assert!(ids(&board.status()).is_empty());
}

#[test]
fn an_action_past_its_day_lists_its_indicator_and_one_done_does_not() {
    let action = |status: &str| {
        with_actions(
            Board::of(TARGET, GREEN).toml(QUIET),
            &[&format!("A7,x,Clinic,l,2013-06-01,2013-10-31,{status},2013-06-02,,")],
        )
    };
    assert_eq!(Row::find(&action("in-progress").exceptions(), "x").reasons(), ["action-overdue"]);
    assert!(ids(&action("done").exceptions()).is_empty());
    let board = action("in-progress");
    let before = board.run(&["exceptions", "--as-of", "2013-10-31", "--format", "json"]).json();
    assert!(ids(&before).is_empty(), "on its day it is in time");
}

#[test]
fn an_action_that_was_changed_after_the_day_says_so() {
    let board = with_actions(
        Board::of(TARGET, "2012/13,60").toml(QUIET),
        &["A7,x,Clinic,l,2013-06-01,2013-10-31,done,2013-12-01,,", "A8,x,Later,l,2013-12-01,2014-01-01,planned,,,"],
    );
    let row = row(&board, "2013-11-21");
    assert_eq!(row["actions"].as_array().map(Vec::len), Some(1), "what was opened later is not known");
    assert_eq!(row["actions"][0]["updated_later"], true);
    let table = board.run_with(&["exceptions", "--as-of", "2013-11-21"], &[("COLUMNS", "200")]).stdout;
    assert!(table.contains("as updated later, on 1 Dec 2013"), "{table}");
}

#[test]
fn an_objective_with_an_action_overdue_is_listed_under_the_table() {
    let board =
        with_actions(Board::of(TARGET, GREEN), &["A1,o,Write to every carer,l,2013-06-01,2013-10-31,planned,,,"]);
    let answer = board.exceptions();
    assert_eq!(answer["objectives"][0]["actions"][0]["action"], "Write to every carer");
    let table = board.dated(&["exceptions"], 0).stdout;
    assert!(table.contains("Objectives with an action overdue") && table.contains("Write to every carer"), "{table}");
    let filtered = board.json(&["exceptions", "--lead", "l"], 0);
    assert_eq!(filtered["objectives"], Value::Array(Vec::new()));
}

#[test]
fn an_objective_of_which_something_is_asked_is_listed_at_the_next_meeting() {
    let board = Board::of(TARGET, GREEN)
        .toml(&meetings(&["2013-06-27", "2013-11-21"]))
        .file("data/o.md", "## 2013/14 Q2\nask: decide\n\nNo money for carers' breaks.\n");
    let objectives =
        |as_of: &str| board.run(&["exceptions", "--as-of", as_of, "--format", "json"]).json()["objectives"].clone();
    let listed = objectives("2013-11-21");
    assert_eq!((&listed[0]["id"], &listed[0]["ask"]), (&Value::from("o"), &Value::from("decide")));
    assert_eq!(listed[0]["reason"], "No money for carers' breaks.");
    assert_eq!(objectives("2013-11-22"), Value::Array(Vec::new()), "that meeting has had it");
    assert_eq!(objectives("2013-09-29"), Value::Array(Vec::new()), "the quarter is not over");
}

#[test]
fn a_red_with_nothing_said_of_its_figure_has_that_as_a_reason() {
    let silent = Board::of(TARGET, "2012/13,60");
    assert_eq!(Row::find(&silent.exceptions(), "x").reasons(), ["red", "no-commentary"]);
    let said = Board::of(TARGET, "2012/13,60").file(MD, "## 2012/13\n\nTwo homes closed.\n");
    assert_eq!(Row::find(&said.exceptions(), "x").reasons(), ["red"]);
}

#[test]
fn the_latest_section_over_by_the_day_speaks_of_the_figure() {
    let words = "## 2013/14 Q4\n\nLater.\n\n## 2013/14 Q2\n\nQuarter two.\n\n## 2012/13\n\nThe year.\n\n\
                 ## 2011/12\n\nThe year before.\n";
    let board = Board::of(TARGET, RED).file(MD, words);
    assert_eq!(row(&board, "2013-09-29")["reason"], "The year.");
    assert_eq!(row(&board, "2013-11-21")["reason"], "Quarter two.");
    let old = Board::of(TARGET, RED).file(MD, "## 2011/12\n\nThe year before.\n");
    assert_eq!(row(&old, "2013-11-21")["reason"], Value::Null, "it is not of the figure");
}

#[test]
fn what_is_said_of_another_figure_says_nothing_of_this_one() {
    let quarterly = format!("{TARGET}\nperiod = \"financial-quarter\"");
    let board = Board::of(&quarterly, "2012/13 Q3,60").file(MD, "## 2013/14 Q1\n\nOf another quarter.\n");
    assert!(Row::find(&board.exceptions(), "x").reasons().contains(&"no-commentary".to_owned()));
    assert_eq!(row(&board, "2013-11-21")["reason"], Value::Null);
}

#[test]
fn a_recovery_that_should_have_been_is_none_to_expect() {
    let lacks = |recovery: &str| {
        let words = format!("## 2012/13\nrecovery: {recovery}\n\nTwo homes closed.\n");
        let row = row(&Board::of(TARGET, "2012/13,60").file(MD, words), "2013-11-21");
        row["lacks"].as_array().is_some_and(|lacks| lacks.contains(&Value::from("recovery")))
    };
    assert!(lacks("2012/13"));
    assert!(!lacks("2013/14"));
}

#[test]
fn a_log_that_cannot_be_read_is_not_said_to_hold_no_case() {
    let board = Board::of(TARGET, GREEN).file(CASES, "case;date\n");
    let run = board.run(&["escalate", "--as-of", "2013-11-21"]);
    assert_eq!(run.code, 1, "{run:?}");
    assert!(run.stdout.contains("Open  not known") && !run.stdout.contains("No open cases"), "{run:?}");
    let json = board.run(&["escalate", "--as-of", "2013-11-21", "--format", "json"]).json();
    assert_eq!((&json["summary"]["open"], &json["unreadable_files"][0]), (&Value::Null, &Value::from(CASES)));
}

#[test]
fn a_case_is_not_opened_while_another_was_open() {
    let log = "case,date,indicator,event,level,acceptable,recovery,note\n\
               E1,2013-02-01,x,opened,performance-group,,,Slow\nE1,2013-05-10,x,closed,performance-group,,,\n";
    let board = Board::of(TARGET, RED).file(CASES, log);
    let open = |date: &str| {
        board.run(&["escalate", "open", "x", "--note", "n", "--date", date, "--as-of", "2013-05-20", "--dry-run"])
    };
    let early = open("2013-03-01");
    assert_eq!(early.code, 1, "{early:?}");
    assert!(early.stderr.contains("--date 2013-05-10"), "{early:?}");
    assert_eq!(open("2013-05-10").code, 0);
}

#[test]
fn commentary_that_cannot_be_read_is_not_said_to_be_missing() {
    let board = Board::of(TARGET, "2012/13,60").file(MD, "Words before any section\n");
    let run = board.run(&["exceptions", "--as-of", "2013-11-21", "--format", "json"]);
    assert_eq!(run.code, 1, "{run:?}");
    assert!(run.stderr.contains("data/x.md has errors"), "{}", run.stderr);
    let answer = run.json();
    assert_eq!(answer["unreadable_files"][0], "data/x.md");
    assert!(answer["indicators"][0]["reasons"].to_string().contains("cannot be read"), "{answer}");
}

#[test]
fn a_register_that_cannot_be_read_is_said_in_the_table_and_fails() {
    let board = Board::of(TARGET, GREEN).file(CASES, "case;date\n");
    for command in ["status", "exceptions"] {
        let run = board.run(&[command, "--as-of", "2013-11-21"]);
        assert_eq!(run.code, 1, "{run:?}");
        assert!(run.stdout.contains("Not used, since they have errors: data/registers/escalations.csv"), "{run:?}");
    }
}

#[test]
fn what_happens_to_the_case_of_a_retired_indicator_is_told_until_it_was_shown_that_it_closed_below_its_level() {
    let events = [
        "E1,2013-05-01,x,opened,board,,,Slips",
        "E1,2013-06-27,x,decided,board,>=80,,A plan",
        "E1,2013-09-10,x,reviewed,board,,,Looked at",
        "E1,2013-11-05,x,closed,board,,,Nobody measures it now",
    ];
    let header = "case,date,indicator,event,level,acceptable,recovery,note\n";
    let board = Board::of(&format!("{TARGET}\nretired = 2013-08-31"), "2012/13,60")
        .toml(&meetings(&["2013-06-27", "2013-09-19", "2013-11-21", "2014-01-23"]))
        .file(CASES, format!("{header}{}\n", events.join("\n")));
    let said = |args: &[&str]| board.run(args).stdout;
    assert!(said(&["status", "--meeting", "2013-09-19"]).contains("cases: E1 reviewed"));
    assert!(said(&["diff", "--since", "2013-09-01", "--as-of", "2013-11-10"]).contains("E1 closed"));
    assert!(said(&["exceptions", "--meeting", "2013-11-21"]).contains("closed below its level"));
    let run = board.run(&["exceptions", "--meeting", "2013-11-21", "--check"]);
    assert_eq!(run.code, 0, "{run:?}");
    assert!(said(&["exceptions", "--meeting", "2014-01-23"]).contains("No exceptions."));
}

#[test]
fn check_fails_on_a_red_that_lacks_a_reason_an_action_or_a_recovery() {
    let check = |board: &Board| {
        let run = board.run(&["exceptions", "--check", "--as-of", "2013-11-21"]);
        (run.code, run.stderr)
    };
    let (code, said) = check(&Board::of(TARGET, "2012/13,60"));
    assert_eq!(code, 1);
    assert!(
        said.contains(
            "x is off target and lacks a reason, an action with an owner and a date and an expected recovery"
        ),
        "{said}"
    );
    let whole = with_actions(
        Board::of(TARGET, "2012/13,60").file(MD, "## 2012/13\nrecovery: 2014/15\n\nTwo homes closed.\n"),
        &["A7,x,Clinic,l,2013-06-01,2014-01-31,in-progress,,,"],
    );
    assert_eq!(check(&whole).0, 0);
    let dateless = with_actions(
        Board::of(TARGET, "2012/13,60").file(MD, "## 2012/13\nrecovery: 2014/15\n\nTwo homes closed.\n"),
        &["A7,x,Clinic,l,2013-06-01,,in-progress,,,"],
    );
    assert!(check(&dateless).1.contains("lacks an action with an owner and a date"));
    let done = |updated: &str| {
        with_actions(
            Board::of(TARGET, "2012/13,60").file(MD, "## 2012/13\nrecovery: 2014/15\n\nTwo homes closed.\n"),
            &[&format!("A7,x,Clinic,l,2013-06-01,2014-01-31,done,{updated},,")],
        )
    };
    assert!(check(&done("2013-11-20")).1.contains("lacks an action with an owner and a date"));
    assert_eq!(check(&done("2013-11-22")).0, 0, "on the day it was not known to be done");
    assert_eq!(check(&Board::of(TARGET, GREEN)).0, 0);
}

#[test]
fn how_long_it_has_been_off_target_and_since_when_it_is_reported_is_said() {
    let board = Board::of(TARGET, RED).toml(QUIET).toml(&meetings(&["2013-03-20", "2013-06-27", "2013-09-19"]));
    let latest = row(&board, "2013-11-21");
    assert_eq!(latest["readings_off_target"], 3);
    assert_eq!(latest["first_reported"], "2013-03-20");
    let recent = "period,value,recorded\n2011/12,95,2012-06-01\n2012/13,70,2013-07-01\n";
    let board = Board::of(TARGET, recent).toml(QUIET).toml(&meetings(&["2013-03-20", "2013-06-27", "2013-09-19"]));
    assert_eq!(row(&board, "2013-11-21")["readings_off_target"], 1);
    assert_eq!(row(&board, "2013-11-21")["first_reported"], "2013-09-19");
    assert_eq!(row(&board, "2013-09-19")["first_reported"], Value::Null);
}
