//! Answers for a meeting, and what changed since the one before. Every figure is made up.

use serde_json::{Value, json};

use crate::support::{Board, ids};

/// 5% of 90 is 4.5: below 85.5 is red.
const TARGET: &str = "targets = [{ at_least = 90 }]";

/// The Board's meetings; figures are cut off ten working days before: on 13 June and 7 November 2013.
const CALENDAR: &str = "[reporting]\ndata_due = \"10 working days\"\n\
                        [[meetings]]\ndate = 2013-06-27\n[[meetings]]\ndate = 2013-11-21";

fn board(readings: &str) -> Board {
    Board::of(TARGET, &format!("period,value,status,recorded\n{readings}")).toml(CALENDAR)
}

#[track_caller]
fn answer(board: &Board, args: &[&str]) -> Value {
    let run = board.run(&[args, &["--format", "json"]].concat());
    assert_eq!(run.code, 0, "{run:?}");
    run.json()
}

#[test]
fn a_meeting_is_judged_as_of_its_cut_off_and_both_days_are_printed() {
    let board = board("2012/13,60,,2013-11-07\n");
    let position = answer(&board, &["status", "--meeting", "2013-11-21"]);
    assert_eq!((&position["as_of"], &position["meeting"]), (&json!("2013-11-07"), &json!("2013-11-21")));
    assert_eq!(position["indicators"][0]["rating"], "red");
    let table = board.run(&["status", "--meeting", "2013-11-21"]).stdout;
    assert!(table.contains("21 November 2013; figures as known on 7 November 2013"), "{table}");
    for command in [["exceptions"].as_slice(), &["show", "x"], &["diff"]] {
        let run = board.run(&[command, &["--meeting", "2013-11-21"]].concat());
        assert_eq!(run.code, 0, "{run:?}");
    }
}

#[test]
fn what_becomes_known_after_the_cut_off_does_not_count_at_the_meeting() {
    let board = board("2012/13,60,,2013-11-08\n");
    let position = answer(&board, &["status", "--meeting", "2013-11-21"]);
    assert_eq!(position["indicators"][0]["state"], "no-data");
}

#[test]
fn a_day_on_which_the_board_does_not_meet_is_wrong_usage_that_names_the_nearest() {
    let run = board("").run(&["status", "--meeting", "2013-09-19"]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("2013-06-27 and 2013-11-21"), "{}", run.stderr);
    let undeclared = Board::of(TARGET, "").run(&["status", "--meeting", "2013-09-19"]);
    assert!(undeclared.stderr.contains("[[meetings]]"), "{}", undeclared.stderr);
    assert_eq!(board("").run(&["status", "--meeting", "soon"]).code, 2);
    assert_eq!(board("").run(&["status", "--meeting", "2013-11-21", "--as-of", "2013-11-01"]).code, 2);
}

#[test]
fn what_moved_since_the_cut_off_of_the_meeting_before_is_summed_up() {
    let of = |readings: &str| {
        let position = answer(&board(readings), &["status", "--as-of", "2013-11-21"]);
        position["summary"]["since"].clone()
    };
    let since = of("2011/12,95,,2012-06-01\n2012/13,60,,2013-06-14\n");
    assert_eq!((&since["meeting"], &since["cut_off"]), (&json!("2013-06-27"), &json!("2013-06-13")));
    assert_eq!(since["newly_red"], json!(["x"]));
    assert_eq!(since["first_figures"], json!([]));
    let since = of("2011/12,60,,2012-06-01\n2012/13,95,,2013-07-01\n");
    assert_eq!((&since["newly_red"], &since["recovered"]), (&json!([]), &json!(["x"])));
    let since = of("2012/13,60,,2013-07-01\n");
    assert_eq!((&since["newly_red"], &since["first_figures"]), (&json!(["x"]), &json!(["x"])));
    let since = of("2012/13,60,,2013-06-01\n2012/13,61,revised,2013-07-01\n");
    assert_eq!((&since["newly_red"], &since["revised"]), (&json!([]), &json!(["x"])));
    let since = of("2012/13,60,,2013-06-13\n");
    assert_eq!(since["newly_red"], json!([]), "known at the cut-off is known at the meeting");
}

#[test]
fn before_the_first_meeting_nothing_is_said_of_changes() {
    let board = board("2012/13,60,,2013-06-01\n");
    assert_eq!(answer(&board, &["status", "--as-of", "2013-06-27"])["summary"]["since"], Value::Null);
    assert_eq!(board.run(&["diff", "--as-of", "2013-06-27"]).code, 2);
}

#[test]
fn a_target_that_came_into_use_is_a_change() {
    let declared = "targets = [{ at_least = 90, ended = 2013-09-01 }, { at_least = 95, set = 2013-09-01 }]";
    let board = Board::of(declared, "2012/13,93").toml(CALENDAR);
    let position = answer(&board, &["status", "--as-of", "2013-11-21"]);
    assert_eq!(position["summary"]["since"]["targets_changed"], json!(["x"]));
}

#[test]
fn what_was_met_since_the_meeting_before_is_good_news_and_listed_last() {
    let later = "period,value,recorded\n2011/12,60,2012-06-01\n2012/13,95,2013-07-01\n";
    let board = Board::of(TARGET, later).indicator("y", TARGET).csv("y", "2012/13,60").toml(CALENDAR);
    let listed = answer(&board, &["exceptions", "--as-of", "2013-11-21"]);
    assert_eq!(ids(&listed), ["y", "x"]);
    assert_eq!(listed["indicators"][1]["exceptions"], json!(["newly-met"]));
    let first = Board::of(TARGET, "period,value,recorded\n2012/13,95,2013-07-01\n").toml(CALENDAR);
    assert!(ids(&answer(&first, &["exceptions", "--as-of", "2013-11-21"])).is_empty(), "it was not rated before");
    let off = Board::of(TARGET, later).toml(CALENDAR).toml("[exceptions]\nnewly_met = false");
    assert!(ids(&answer(&off, &["exceptions", "--as-of", "2013-11-21"])).is_empty());
}

#[test]
fn diff_tells_of_the_meeting_before_where_no_day_is_given() {
    let board = board("2011/12,95,,2012-06-01\n2012/13,60,,2013-06-14\n");
    let by_itself = answer(&board, &["diff", "--meeting", "2013-11-21"]);
    assert_eq!(
        (&by_itself["from"]["as_of"], &by_itself["from"]["meeting"]),
        (&json!("2013-06-13"), &json!("2013-06-27"))
    );
    assert_eq!((&by_itself["to"]["as_of"], &by_itself["to"]["meeting"]), (&json!("2013-11-07"), &json!("2013-11-21")));
    assert_eq!(by_itself["summary"]["newly_red"], json!(["x"]));
    let named = answer(&board, &["diff", "--since", "2013-06-27", "--meeting", "2013-11-21"]);
    assert_eq!(named, by_itself);
    let of_a_day = answer(&board, &["diff", "--since", "2013-06-28", "--meeting", "2013-11-21"]);
    assert_eq!((&of_a_day["from"]["as_of"], &of_a_day["from"]["meeting"]), (&json!("2013-06-28"), &Value::Null));
}

#[test]
fn cases_that_moved_are_told_by_status_and_by_diff() {
    let log = "case,date,indicator,event,level,acceptable,recovery,note\n\
               E1,2013-06-01,x,opened,performance-group,,,Slow\nE1,2013-09-19,x,escalated,board,,,Still slow\n\
               E2,2013-12-01,x,opened,performance-group,,,Later\n";
    let board = board("2012/13,60,,2013-06-01\n").file("data/registers/escalations.csv", log);
    let position = answer(&board, &["status", "--as-of", "2013-11-21"]);
    assert_eq!(position["summary"]["since"]["cases_moved"], json!(["E1"]));
    let diff = answer(&board, &["diff", "--as-of", "2013-11-21"]);
    assert_eq!(diff["summary"]["cases_moved"], json!(["E1"]));
    assert_eq!(diff["cases"][0]["happened"].as_array().map(Vec::len), Some(1));
    assert_eq!(diff["cases"][0]["happened"][0]["event"], "escalated");
    let table = board.run(&["status", "--as-of", "2013-11-21"]).stdout;
    assert!(table.contains("cases: E1 escalated"), "{table}");
}

#[test]
fn a_case_raised_between_the_cut_off_and_the_meeting_is_before_it_and_what_the_meeting_decides_is_not() {
    let log = "case,date,indicator,event,level,acceptable,recovery,note\n\
               E1,2013-11-15,x,opened,board,,,Urgent\nE1,2013-11-21,x,decided,board,>=90,2014/15,A plan\n";
    let board = board("2012/13,60,,2013-06-01\n").file("data/registers/escalations.csv", log);
    let row = |args: &[&str]| answer(&board, args)["indicators"][0].clone();
    let before = row(&["exceptions", "--meeting", "2013-11-21"]);
    assert_eq!((&before["case"]["id"], &before["case"]["acceptable"]), (&json!("E1"), &Value::Null));
    assert_eq!(before["ask"], "decide");
    assert_eq!(row(&["exceptions", "--as-of", "2013-11-07"])["case"], Value::Null);
    let after = row(&["exceptions", "--as-of", "2014-01-10"]);
    assert_eq!(after["case"]["news"].as_array().map(Vec::len), Some(1), "what that meeting decided: {after}");
}

#[test]
fn what_is_watched_elsewhere_is_in_the_papers_while_a_case_about_it_is_open() {
    let log = "case,date,indicator,event,level,acceptable,recovery,note\nE1,2013-06-01,x,opened,board,,,Slow\n";
    let declared = format!("{TARGET}\nmanaged_by = \"Another board\"");
    let board = Board::of(&declared, "2012/13,60").toml(CALENDAR);
    let listed = answer(&board, &["exceptions", "--as-of", "2013-11-21"]);
    assert_eq!((ids(&listed), &listed["managed_elsewhere"]), (Vec::new(), &json!(["x"])));
    let board = board.file("data/registers/escalations.csv", log);
    assert_eq!(ids(&answer(&board, &["exceptions", "--as-of", "2013-11-21"])), ["x"]);
    let owed = answer(&board, &["due", "--as-of", "2013-11-21"]);
    assert_eq!(owed["leads"][0]["cases"][0]["id"], "E1", "{owed}");
    assert_eq!(owed["leads"][0]["figures"], json!([]));
}

#[test]
fn an_action_opened_between_the_cut_off_and_the_meeting_is_in_every_paper_of_that_meeting() {
    let board = board("2012/13,60,,2013-06-01\n");
    let action = "id,about,action,owner,opened,due,status\nA1,x,Visit,l,2013-11-08,2013-11-18,planned\n";
    let board = board.file("data/registers/actions.csv", action);
    let listed = answer(&board, &["action", "list", "--meeting", "2013-11-21"]);
    assert_eq!((&listed["actions"][0]["id"], &listed["actions"][0]["days_overdue"]), (&json!("A1"), &json!(2)));
    let owed = answer(&board, &["due", "--meeting", "2013-11-21"]);
    assert_eq!(owed["leads"][0]["actions"][0]["id"], "A1", "{owed}");
}
