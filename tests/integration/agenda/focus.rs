//! The measure in focus: declared, or proposed with its reason and the alternatives.

use serde_json::Value;

use super::{CALENDAR, TARGET, agenda, texts};
use crate::support::Board;

/// Four measures: one on target, one near, two off, of which `worst` by more. None is a priority.
fn board(more: &str) -> Board {
    let keys = "focus_per_meeting = 1\n[bodies.performance-group]";
    let measures = [("good", "2012/13,95"), ("near", "2012/13,87"), ("off", "2012/13,60"), ("worst", "2012/13,40")];
    let board = Board::new().toml(&CALENDAR.replace("[bodies.performance-group]", keys)).toml(more);
    measures.iter().fold(board, |board, (id, readings)| board.indicator(id, TARGET).csv(id, readings))
}

fn october(board: &Board) -> Value {
    agenda(board, "2013-10-01", &[])
}

const OPENED: &str = "case,date,indicator,event,level,acceptable,recovery,note\n\
    E1,2013-07-31,near,opened,board,,,Slips\n";

#[test]
fn a_declared_focus_is_taken_without_alternatives() {
    let answer = october(&board("[[meetings]]\ndate = 2013-10-30\nfocus = [\"good\"]"));
    assert_eq!(texts(&answer, "focus", "id"), ["good"]);
    assert_eq!(texts(&answer, "focus", "chosen"), ["declared"]);
    assert!(texts(&answer, "alternatives", "id").is_empty());
}

#[test]
fn a_meeting_that_is_declared_to_look_closely_at_none_is_proposed_none() {
    let answer = october(&board("[[meetings]]\ndate = 2013-10-30\nfocus = []"));
    assert!(texts(&answer, "focus", "id").is_empty());
    assert!(texts(&answer, "alternatives", "id").is_empty());
}

#[test]
fn of_those_off_target_and_never_in_focus_the_worst_is_proposed() {
    let answer = october(&board(""));
    assert_eq!(texts(&answer, "focus", "id"), ["worst"]);
    assert_eq!(texts(&answer, "focus", "reason"), ["off target, and never in focus; the worst of 2 such"]);
    assert!(texts(&answer, "alternatives", "id").is_empty(), "it is the worst, and none was in focus");
}

#[test]
fn off_target_the_one_longest_not_in_focus_is_proposed_and_the_worst_is_an_alternative() {
    let answer = october(&board("[[meetings]]\ndate = 2013-07-31\nfocus = [\"worst\"]"));
    assert_eq!(texts(&answer, "focus", "id"), ["off"]);
    assert_eq!(texts(&answer, "focus", "reason"), ["off target, and never in focus"]);
    assert_eq!(texts(&answer, "alternatives", "id"), ["worst"]);
    assert_eq!(texts(&answer, "alternatives", "criterion"), ["worst"]);
}

#[test]
fn an_open_case_of_the_board_and_a_measure_never_visited_are_alternatives() {
    let visited = "[[meetings]]\ndate = 2013-04-24\nfocus = [\"off\"]\n\
                   [[meetings]]\ndate = 2013-07-31\nfocus = [\"worst\", \"near\"]";
    let board = board(visited).file("data/registers/escalations.csv", OPENED);
    let answer = october(&board);
    assert_eq!(texts(&answer, "focus", "id"), ["off"]);
    assert_eq!(texts(&answer, "focus", "last"), ["2013-04-24"]);
    assert_eq!(texts(&answer, "alternatives", "criterion"), ["open-case", "worst", "longest-unvisited"]);
    assert_eq!(texts(&answer, "alternatives", "id"), ["near", "worst", "good"]);
}

#[test]
fn where_measures_are_priorities_only_they_are_proposed() {
    let board = board("").indicator("first", &format!("{TARGET}\npriority = true")).csv("first", "2012/13,95");
    let answer = october(&board);
    assert_eq!(texts(&answer, "focus", "id"), ["first"]);
    assert_eq!(texts(&answer, "focus", "reason"), ["none is off target or near it, and this was never in focus"]);
}

#[test]
fn what_is_watched_elsewhere_is_never_proposed() {
    let elsewhere = Board::new()
        .toml(&CALENDAR.replace("[bodies.performance-group]", "focus_per_meeting = 1\n[bodies.performance-group]"))
        .indicator("x", &format!("{TARGET}\nmanaged_by = \"Another\""))
        .csv("x", "2012/13,40");
    assert!(texts(&october(&elsewhere), "focus", "id").is_empty());
}

#[test]
fn what_a_cancelled_meeting_was_to_look_at_was_not_in_focus() {
    let answer = october(&board("[[meetings]]\ndate = 2013-07-31\nfocus = [\"worst\"]\ncancelled = true"));
    assert_eq!(texts(&answer, "focus", "id"), ["worst"]);
}
