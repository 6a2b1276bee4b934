//! The header row. Every figure is made up.

use crate::validate::{X, file, found};

#[test]
fn a_missing_column_is_found() {
    let validation = found("period,note\n2012/13,Fine\n");
    let finding = validation.exits(1).get("missing-column");
    finding.is_error().path(X).line(1).says("value");
}

#[test]
fn an_unknown_column_is_found() {
    // `period,value,` is thirteen characters
    let validation = found("period,value,wibble\n2012/13,91,\n");
    let finding = validation.exits(1).get("unknown-column");
    finding.is_error().path(X).line(1).column(14).cell("C1");
    finding.says("wibble");
}

#[test]
fn a_misspelt_column_has_a_suggestion() {
    let validation = found("period,value,recroded\n2012/13,91,\n");
    validation.get("unknown-column").says("recorded");
}

#[test]
fn a_column_of_a_comparator_nobody_declared_has_a_suggestion() {
    let board = file("period,value,lodnon\n2012/13,91,90\n").comparator("london");
    let validation = board.validate();
    let finding = validation.get("unknown-column");
    finding.is_error().column(14).cell("C1").says("london");
}

#[test]
fn one_column_twice_is_found() {
    let validation = found("period,value,value\n2012/13,91,91\n");
    let finding = validation.exits(1).get("duplicate-column");
    finding.is_error().line(1).column(14).cell("C1");
}
