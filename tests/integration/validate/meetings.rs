//! When the Board and the other bodies meet: the rules, and what was declared. Every meeting is made up.

use crate::support::Board;
use crate::validate::TARGET;

const STRATEGY: &str = "strategy.toml";

fn board(tables: &str) -> Board {
    Board::of(TARGET, "2012/13,95").toml(tables)
}

#[test]
fn a_rule_that_cannot_be_read_says_why_and_what_was_meant() {
    let board = board("[reporting]\nmeetings = \"last Wensday of May\"");
    let validation = board.validate();
    let finding = validation.exits(1).at(STRATEGY, board.line_of("meetings"));
    finding.is_error().says("'Wensday' is no day of the week").says("did you mean 'Wednesday'?");
}

#[test]
fn a_rule_of_a_body_is_checked_as_the_boards_is() {
    let board = board("[bodies.group]\ntitle = \"Group\"\nmeetings = \"first Monday in May\"");
    let validation = board.validate();
    validation.exits(1).at(STRATEGY, board.line_of("first Monday")).is_error().says("'in' follows the day");
}

#[test]
fn a_rule_that_gives_a_bank_holiday_is_warned_of_once() {
    let board = board("[reporting]\nmeetings = \"first Monday of May\"");
    let validation = board.validate();
    let finding = validation.exits(0).get("meeting-not-working-day");
    let finding = finding.is_warning().line(board.line_of("first Monday"));
    finding.says("7 May 2012, which is a bank holiday, and 2 more such days");
    assert_eq!(validation.findings().len(), 1);
}

#[test]
fn a_meeting_moved_off_a_bank_holiday_is_no_longer_warned_of() {
    let moved = ["2012-05-08", "2013-05-07", "2014-05-06"].map(|day| format!("[[meetings]]\ndate = {day}\n")).concat();
    let validation = board(&format!("[reporting]\nmeetings = \"first Monday of May\"\n{moved}")).validate();
    assert!(validation.exits(0).findings().is_empty());
}

#[test]
fn a_cancelled_meeting_may_stand_on_any_day() {
    let validation = board("[[meetings]]\ndate = 2013-05-06\ncancelled = true").validate();
    assert!(validation.exits(0).findings().is_empty());
}

#[test]
fn two_bodies_may_meet_on_one_day() {
    let group = "[bodies.group]\ntitle = \"Group\"\n[[meetings]]\ndate = 2013-11-21\nbody = \"group\"";
    let validation = board(&format!("{group}\n[[meetings]]\ndate = 2013-11-21")).validate();
    assert!(validation.exits(0).findings().is_empty());
}

#[test]
fn no_body_can_have_a_name_that_means_the_board_or_all() {
    for id in ["board", "all"] {
        let board = board(&format!("[bodies.{id}]\ntitle = \"Group\""));
        board.validate().exits(1).get("bad-id").is_error().line(board.line_of(&format!("[bodies.{id}]")));
    }
}

#[test]
fn a_report_nobody_makes_cannot_be_received() {
    let board = board("[bodies.group]\ntitle = \"Group\"\nreceives = [\"anual\"]");
    board.validate().exits(1).get("bad-setting").is_error().says("did you mean 'annual'?");
}
