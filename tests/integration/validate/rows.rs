//! Periods, blanks, intervals and rows of the wrong length. Every figure is made up.

use crate::support::Board;
use crate::validate::{X, found};

#[test]
fn a_bad_period_is_found_where_it_stands() {
    let validation = found("period,value\n2012/14,91\n");
    let finding = validation.exits(1).get("bad-period");
    finding.is_error().path(X).line(2).column(1).cell("A2");
}

#[test]
fn one_period_twice_is_found() {
    let validation = found("period,value\n2012/13,91\n2012/13,92\n");
    let finding = validation.exits(1).get("duplicate-period");
    finding.is_error().path(X).says("91").says("92");
}

#[test]
fn one_period_twice_in_two_spellings_is_found() {
    assert!(found("period,value\n2012/13,91\n2012/2013,92\n").has("duplicate-period"));
}

#[test]
fn a_blank_without_a_marker_is_found() {
    let validation = found("period,value,marker\n2011/12,90,\n2012/13,,\n");
    let finding = validation.exits(1).get("blank-without-marker");
    finding.is_error().line(3).column(9).cell("B3");
}

#[test]
fn a_blank_with_no_marker_column_is_found() {
    let validation = found("period,value\n2012/13,\n");
    validation.get("blank-without-marker").line(2).cell("B2");
}

#[test]
fn a_row_too_long_is_found() {
    let validation = found("period,value,note\n2011/12,90,Fine\n2012/13,91,One, two\n");
    let finding = validation.exits(1).get("ragged-row");
    finding.is_error().path(X).line(3).says("4").says("3");
}

#[test]
fn a_row_too_short_is_found() {
    let validation = found("period,value,note\n2012/13,91\n");
    validation.exits(1).get("ragged-row").is_error().line(2);
}

#[test]
fn an_interval_that_does_not_hold_its_value_is_found() {
    let validation = found("period,value,lower,upper\n2012/13,50,51,55\n");
    let finding = validation.exits(1).get("interval-misses-value");
    finding.is_error().line(2).says("50").says("51");
}

#[test]
fn an_interval_may_end_at_its_value() {
    let validation = found("period,value,lower,upper\n2012/13,50,50,55\n");
    assert!(!validation.has("interval-misses-value"));
}

#[test]
fn an_unknown_marker_or_status_is_found() {
    // `2012/13,91,` is eleven characters
    let marker = found("period,value,marker\n2012/13,91,q\n");
    marker.get("unknown-marker").is_error().line(2).column(12).cell("C2");
    let status = found("period,value,status\n2012/13,91,finl\n");
    let finding = status.get("unknown-status");
    finding.is_error().line(2).column(12).cell("C2");
    finding.says("final");
}

#[test]
fn lines_are_counted_past_a_quoted_line_end() {
    // the row of 2012/13 is the third in Excel and starts on the fourth line
    found("period,value,note\n2011/12,90,\"One\ntwo\"\n2012/13,abc,\n").get("bad-number").line(4).column(9).cell("B3");
}

#[test]
fn the_line_between_two_versions_of_a_merge_is_said_to_be_one() {
    let validation = found("period,value,note\n2011/12,90,\n=======\n2012/13,91,\"one\n=======\ntwo\"\n");
    assert_eq!(validation.findings().len(), 1, "{:#}", validation.json);
    validation.exits(1).get("conflict-marker").is_error().path(X).line(3);

    let at_the_top = found("\u{feff}=======\nperiod,value\n2012/13,91\n");
    assert_eq!(at_the_top.findings().len(), 1, "{:#}", at_the_top.json);
    at_the_top.exits(1).get("conflict-marker").line(1);
}

#[test]
fn a_merge_conflict_after_a_byte_order_mark_begins_in_the_first_line() {
    let validation = found("\u{feff}<<<<<<< HEAD\nperiod,value\n=======\nperiod,value,note\n>>>>>>> north\n");
    validation.exits(1).get("conflict-marker").line(1).says("lines 1 to 5");
}

/// Eight figures that hardly move, and one far from them all.
const JUMP: &str =
    "2004/05,60\n2005/06,61\n2006/07,60\n2007/08,62\n2008/09,61\n2009/10,60\n2010/11,62\n2011/12,61\n2012/13,88";

#[test]
fn a_figure_far_from_those_before_is_a_warning_unless_it_is_measured_in_a_new_way() {
    let found = |declared: &str, file: &str| Board::of(declared, file).validate();
    found("", JUMP).get("implausible").is_warning();
    let declared = "breaks = [{ period = \"2012/13\" }]";
    assert!(!found(declared, JUMP).has("implausible"));
    let marked = format!("period,value,marker\n{},b", JUMP.replace('\n', ",\n"));
    assert!(!found("", &marked).has("implausible"));
    // before the break it is as far as ever
    let earlier = JUMP.replace("2011/12,61", "2011/12,88").replace("2004/05", "2003/04,60\n2004/05");
    found(declared, &earlier).get("implausible").is_warning();
}

#[test]
fn after_a_break_the_figures_before_it_do_not_count_as_the_one_before() {
    let file = "2010/11,6.1\n2011/12,61\n2012/13,62";
    Board::of("unit = \"people\"", file).validate().get("implausible").says("about 10 times the previous 6.1");
    let found = Board::of("unit = \"people\"\nbreaks = [{ period = \"2011/12\" }]", file).validate();
    assert!(!found.has("implausible"));
}
