//! Whether a case had reached the level at which it may close.

use super::{CASES, assert_codes, found};
use crate::support::Board;

/// A case about `x`, decided on 21 November 2013 and closed by the Board on 20 May 2014.
fn closed(readings: &str, declaration: &str, acceptable: &str, note: &str) -> Board {
    let log = format!(
        "case,date,indicator,event,level,acceptable,note\n\
         E3,2013-09-19,x,opened,board,,\n\
         E3,2013-11-21,x,decided,board,{acceptable},\n\
         E3,2014-05-20,x,closed,board,,{note}\n"
    );
    Board::of(declaration, readings).file(CASES, log)
}

const QUARTERS: &str = "unit = \"days\"\ngood = \"low\"\nperiod = \"financial-quarter\"\ntargets = [{ at_most = 40 }]";
/// Known at the end of each quarter: the first two by the decision, the others by the closing.
const FALLING: &str = "2013/14 Q1,50\n2013/14 Q2,48\n2013/14 Q3,44\n2013/14 Q4,39";

#[track_caller]
fn assert_reached(readings: &str, declaration: &str, acceptable: &str) {
    assert_codes(&closed(readings, declaration, acceptable, ""), &[]);
}

#[track_caller]
fn assert_short(readings: &str, declaration: &str, acceptable: &str) {
    assert_codes(&closed(readings, declaration, acceptable, ""), &[("closed-below-level", 4)]);
}

#[test]
fn a_case_closed_below_its_level_needs_a_note() {
    let validation = found(&closed(FALLING, QUARTERS, "<=38", ""));
    validation.exits(0).get("closed-below-level").is_warning().path(CASES).line(4).cell("D4").says("<=38");
    assert_codes(&closed(FALLING, QUARTERS, "<=38", "The service was closed"), &[]);
}

#[test]
fn the_latest_readings_decide() {
    assert_reached(FALLING, QUARTERS, "<=39");
    assert_short(FALLING, QUARTERS, "<39");
    assert_reached(FALLING, QUARTERS, "<=44 for 2");
    assert_short(FALLING, QUARTERS, "<44 for 2");
}

#[test]
fn readings_known_at_the_decision_do_not_count() {
    assert_short("2013/14 Q1,30\n2013/14 Q2,30", QUARTERS, "<=40");
    assert_short(FALLING, QUARTERS, "<=50 for 3");
    assert_short("2013/14 Q4,30", QUARTERS, "<=40 for 2");
}

#[test]
fn readings_that_became_known_after_the_closing_do_not_count() {
    let late = "period,value,recorded\n2013/14 Q2,50,\n2013/14 Q3,50,\n2013/14 Q4,30,2014-05-21\n";
    assert_short(late, QUARTERS, "<=40");
    assert_reached(&late.replace("05-21", "05-20"), QUARTERS, "<=40");
}

#[test]
fn blank_rows_neither_count_nor_interrupt() {
    let blank = "period,value,marker\n2013/14 Q2,50,\n2013/14 Q3,40,\n2013/14 Q4,,x\n";
    assert_reached(blank, QUARTERS, "<=40");
    assert_short(blank, QUARTERS, "<=40 for 2");
}

#[test]
fn on_target_is_the_indicators_own_target() {
    assert_reached(FALLING, QUARTERS, "on-target");
    assert_short(FALLING, QUARTERS, "on-target for 2");
}

#[test]
fn a_running_total_is_looked_at_as_a_total() {
    let total = "unit = \"people\"\nperiod = \"financial-quarter\"\ntotal = \"year\"\ntargets = [{ at_least = 100 }]";
    let amounts = "2013/14 Q1,20\n2013/14 Q2,20\n2013/14 Q3,30\n2013/14 Q4,30";
    assert_reached(amounts, total, ">=100");
    assert_short(amounts, total, ">100");
}

#[test]
fn what_cannot_be_worked_out_is_left_alone() {
    let board = closed("2013/14 Q4,many", QUARTERS, "<=40", "");
    assert_codes(&board, &[("bad-number", 2)]);
}
