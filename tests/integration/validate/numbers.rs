//! Cells that should hold a number. Every figure is made up.

use crate::support::word;
use crate::validate::{X, file, found};

#[test]
fn a_value_that_is_no_number_is_found_where_it_stands() {
    let validation = found("period,value\n2012/13,abc\n");
    validation.exits(1);
    let finding = validation.get("bad-number");
    finding.is_error().path(X).line(2).column(9).cell("B2");
    finding.says("abc");
}

#[test]
fn a_second_point_is_no_number() {
    found("period,value\n2011/12,1.2\n2012/13,1.2.3\n").get("bad-number").is_error().line(3).column(9).cell("B3");
}

#[test]
fn a_denominator_that_is_no_number_is_found_in_its_own_column() {
    // `2012/13,9.1,480,` is sixteen characters
    found("period,value,numerator,denominator\n2012/13,9.1,480,many\n").get("bad-number").line(2).column(17).cell("D2");
}

#[test]
fn a_comparators_figure_must_be_a_number_too() {
    let board = file("period,value,london\n2012/13,91,high\n").comparator("london");
    // `2012/13,91,` is eleven characters
    let validation = board.validate();
    validation.get("bad-number").line(2).column(12).cell("C2");
}

#[test]
fn the_end_is_past_the_start_and_each_finding_has_its_fingerprint() {
    let validation = found("period,value\n2012/13,abc\n");
    let finding = validation.get("bad-number").0.clone();
    assert!(finding["end_column"].as_u64() > finding["column"].as_u64());
    assert!(!word(&finding["fingerprint"]).is_empty());
    assert!(finding["fixable"].is_boolean());
}
