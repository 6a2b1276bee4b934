//! The cases that return, and the decisions that wait for somebody.

use serde_json::{Value, json};

use super::{TARGET, agenda, board, texts};
use crate::support::Board;

const HEADER: &str = "case,date,indicator,event,level,acceptable,recovery,note\n";
const OPENED: &str = "E1,2013-05-01,x,opened,performance-group,,,Slips\n";
const RAISED: &str = "E1,2013-07-01,x,escalated,board,,,Not rectified\n";
const DECIDED: &str = "E1,2013-07-31,x,decided,board,>=80,2014/15,A joint plan\n";

fn with(events: &[&str], actions: &str) -> Board {
    let actions = format!("id,about,action,owner,opened,due,status,updated,case,note\n{actions}");
    board("")
        .indicator("x", TARGET)
        .csv("x", "2012/13,50")
        .file("data/registers/escalations.csv", format!("{HEADER}{}", events.concat()))
        .file("data/registers/actions.csv", actions)
}

/// The ids of the cases at a meeting.
fn cases(answer: &Value) -> Vec<&str> {
    let cases = answer["cases"].as_array().expect("cases");
    cases.iter().filter_map(|item| item["case"]["id"].as_str()).collect()
}

#[test]
fn a_case_is_before_whoever_has_it() {
    let board = with(&[OPENED, RAISED], "");
    let group = |as_of| agenda(&board, as_of, &["--body", "performance-group"]);
    assert_eq!(cases(&group("2013-05-02")), ["E1"]);
    assert!(cases(&group("2013-07-02")).is_empty());
    assert!(cases(&agenda(&board, "2013-06-01", &[])).is_empty());
    assert_eq!(cases(&agenda(&board, "2013-07-02", &[])), ["E1"]);
}

#[test]
fn a_case_raised_after_the_cut_off_is_before_the_meeting_all_the_same() {
    let raised = "E1,2013-07-25,x,escalated,board,,,Not rectified\n";
    let answer = agenda(&with(&[OPENED, raised], ""), "2013-07-26", &[]);
    assert_eq!(answer["judged_on"], "2013-07-17");
    assert_eq!(cases(&answer), ["E1"]);
}

#[test]
fn what_a_meeting_itself_decided_is_not_yet_on_its_agenda() {
    let board = with(&[OPENED, RAISED, DECIDED], "");
    let answer = agenda(&board, "2013-12-01", &["--meeting", "2013-07-31"]);
    assert!(answer["cases"][0]["case"]["acceptable"].is_null());
    assert!(texts(&answer, "follow_up", "case").is_empty());
}

#[test]
fn a_board_case_returns_with_its_level_whether_met_and_at_how_many_meetings() {
    let answer = agenda(&with(&[OPENED, RAISED, DECIDED], ""), "2014-01-20", &[]);
    let case = &answer["cases"][0]["case"];
    assert_eq!(case["acceptable"], ">=80");
    assert_eq!(case["met"], false);
    assert_eq!(case["times_before_the_board"], 2);
}

#[test]
fn a_level_is_met_by_the_figures_of_the_cut_off() {
    let decided = DECIDED.replace("2013-07-31", "2013-07-02");
    let late = "period,value,recorded\n2011/12,50,2012-06-30\n2012/13,85,2013-10-20";
    let board = with(&[OPENED, RAISED, &decided], "").csv("x", late);
    let october = agenda(&board, "2013-10-29", &[]);
    assert_eq!(october["judged_on"], "2013-10-16");
    assert_eq!(october["cases"][0]["case"]["met"], false);
    assert!(steps(&october).is_empty());
    let january = agenda(&board, "2014-01-10", &[]);
    assert_eq!(january["cases"][0]["case"]["met"], true);
    assert_eq!(steps(&january), [("close", Some("E1"))]);
}

#[test]
fn a_closed_case_does_not_return() {
    let closed = "E1,2013-09-01,x,closed,board,,,Managed elsewhere now\n";
    let answer = agenda(&with(&[OPENED, RAISED, DECIDED, closed], ""), "2013-10-01", &[]);
    assert!(cases(&answer).is_empty() && texts(&answer, "follow_up", "case").is_empty());
}

#[test]
fn a_decision_waits_for_a_review_and_an_action() {
    let answer = agenda(&with(&[OPENED, RAISED, DECIDED], ""), "2013-10-01", &[]);
    assert_eq!(answer["follow_up"][0]["case"], "E1");
    assert_eq!(answer["follow_up"][0]["decided"], "2013-07-31");
    assert_eq!(answer["follow_up"][0]["wants"], json!(["review", "action"]));
}

#[test]
fn a_decision_that_is_reviewed_and_acted_on_waits_for_nothing_until_an_action_is_overdue() {
    let reviewed = "E1,2013-09-02,x,reviewed,board,,,On its way\n";
    let action = "A1,x,A clinic,l,2013-08-01,2013-10-31,in-progress,2013-08-01,E1,\n";
    let board = with(&[OPENED, RAISED, DECIDED, reviewed], action);
    assert!(texts(&agenda(&board, "2013-10-01", &[]), "follow_up", "case").is_empty());
    let later = agenda(&board, "2013-12-01", &[]);
    assert_eq!(later["follow_up"][0]["wants"], json!(["overdue-action"]));
    assert_eq!(later["follow_up"][0]["overdue_actions"], json!(["A1"]));
}

#[test]
fn a_dropped_action_is_none() {
    let dropped = "A1,x,A clinic,l,2013-08-01,2013-10-31,dropped,2013-08-02,E1,\n";
    let answer = agenda(&with(&[OPENED, RAISED, DECIDED], dropped), "2013-10-01", &[]);
    assert_eq!(answer["follow_up"][0]["wants"], json!(["review", "action"]));
}

/// Each step that is suggested, with its case.
fn steps(answer: &Value) -> Vec<(&str, Option<&str>)> {
    let steps = answer["suggestions"].as_array().expect("suggestions").iter();
    steps.map(|step| (step["step"].as_str().expect("a step"), step["case"].as_str())).collect()
}

#[test]
fn the_group_is_suggested_what_to_open_and_to_raise_and_the_board_what_it_may_close() {
    let open = with(&[], "");
    let open = open.csv("x", "period,value\n2010/11,50\n2011/12,50\n2012/13,50");
    assert_eq!(steps(&agenda(&open, "2013-10-01", &["--body", "performance-group"])), [("open", None)]);
    assert!(steps(&agenda(&open, "2013-10-01", &[])).is_empty(), "the Board opens nothing by rule");
    let decided = "E1,2013-05-01,x,decided,board,>=80,,\n";
    let met = with(&["E1,2013-05-01,x,opened,board,,,Slips\n", decided], "");
    let met = met.csv("x", "2011/12,50\n2012/13,85");
    assert_eq!(steps(&agenda(&met, "2013-10-01", &[])), [("close", Some("E1"))]);
    assert!(steps(&agenda(&met, "2013-10-01", &["--body", "performance-group"])).is_empty());
}

#[test]
fn a_case_that_was_opened_since_the_cut_off_is_not_suggested_again() {
    let cut_off = board("[[meetings]]\nbody = \"performance-group\"\ndate = 2013-10-08\n")
        .indicator("x", TARGET)
        .csv("x", "2010/11,50\n2011/12,50\n2012/13,50")
        .file("data/registers/escalations.csv", format!("{HEADER}{}", OPENED.replace("2013-05-01", "2013-10-02")));
    let group = |as_of| agenda(&cut_off, as_of, &["--body", "performance-group", "--meeting", "2013-10-08"]);
    assert_eq!(group("2013-10-03")["judged_on"], "2013-09-24");
    assert!(steps(&group("2013-10-03")).is_empty());
    assert_eq!(steps(&group("2013-10-01")), [("open", None)]);
}

#[test]
fn a_register_with_errors_is_said_and_fails() {
    let run = with(&["E1,2013-05-01,nobody,opened,board,,,\n"], "").run(&["agenda", "--as-of", "2013-10-01"]);
    assert_eq!(run.code, 1);
    assert!(run.stderr.contains("data/registers/escalations.csv has errors and is left out"), "{run:?}");
}
