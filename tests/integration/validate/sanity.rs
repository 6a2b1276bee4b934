//! Targets that cannot be meant. Every figure is made up.

use crate::support::Board;
use crate::validate::{assert_declaration_refused, assert_refused};

#[test]
fn a_condition_must_fit_what_is_good() {
    for declaration in [
        "good = \"low\"\ntargets = [{ at_least = 50 }]",
        "good = \"low\"\ntargets = [{ more_than = 50 }]",
        "good = \"high\"\ntargets = [{ at_most = 50 }]",
        "good = \"high\"\ntargets = [{ less_than = 50 }]",
        "good = \"high\"\ntargets = [{ between = [40, 60] }]",
        "good = \"low\"\ntargets = [{ between = [40, 60] }]",
        "good = \"range\"\ntargets = [{ at_least = 50 }]",
        "good = \"none\"\ntargets = [{ improve_on = \"previous\" }]",
    ] {
        assert_declaration_refused(declaration, "targets = [");
    }
}

#[test]
fn a_target_has_one_condition() {
    assert_refused("targets = [{ at_least = 50, more_than = 40 }]");
    assert_refused("targets = [{ by = \"2014/15\" }]");
}

#[test]
fn a_target_on_the_wrong_side_of_its_baseline_is_refused() {
    let baseline = "baseline = { period = \"2011/12\", value = 50 }";
    for rest in [
        "targets = [{ at_least = 40, by = \"2014/15\" }]",
        "targets = [{ change = \"-10%\", by = \"2014/15\" }]",
        "good = \"low\"\ntargets = [{ at_most = 60, by = \"2014/15\" }]",
        "good = \"low\"\ntargets = [{ change = \"+3 points\", by = \"2014/15\" }]",
    ] {
        assert_refused(&format!("{baseline}\n{rest}"));
    }
}

#[test]
fn a_target_by_a_date_before_its_baseline_is_refused() {
    assert_refused("baseline = { period = \"2011/12\", value = 50 }\ntargets = [{ at_least = 60, by = \"2010/11\" }]");
}

#[test]
fn a_date_that_is_no_period_is_refused() {
    assert_refused("targets = [{ at_least = 60, by = \"soon\" }]");
}

#[test]
fn a_change_that_cannot_be_read_is_refused() {
    assert_refused("baseline = { period = \"2011/12\", value = 50 }\ntargets = [{ change = \"a lot\" }]");
}

#[test]
fn improving_on_the_figure_before_is_refused_for_totals_and_year_to_date() {
    for taken in ["cumulative = true", "total = true", "total = \"year\""] {
        assert_refused(&format!(
            "period = \"financial-quarter\"\n{taken}\ntargets = [{{ improve_on = \"previous\" }}]"
        ));
    }
}

#[test]
fn improving_on_last_year_is_refused_for_a_running_total() {
    assert_refused("total = true\ntargets = [{ improve_on = \"last-year\" }]");
}

#[test]
fn a_total_within_the_year_is_refused_for_what_overlaps_and_for_snapshots() {
    for kind in ["rolling-year", "three-calendar-years", "three-financial-years", "date"] {
        assert_refused(&format!("period = \"{kind}\"\ntotal = \"year\""));
    }
}

#[test]
fn improvement_is_refused_for_a_range() {
    assert_refused(
        "good = \"range\"\nrating = { method = \"improvement\", bands = [[\"green\", 100], [\"amber\", 50]] }\n\
         targets = [{ between = [40, 60] }]",
    );
}

#[test]
fn milestones_that_go_backwards_are_a_warning() {
    let targets = "targets = [{ at_least = 60, by = \"2012/13\" }, { at_least = 50, by = \"2013/14\" }]";
    let board = Board::of(targets, "2012/13,60");
    let validation = board.validate();
    validation.exits(0);
    let line = board.line_of("targets = [");
    validation.at("strategy.toml", line).is_warning();
}

#[test]
fn milestones_of_each_period_may_go_backwards() {
    let board = Board::of(
        "unit = \"people\"\neach_period = true\n\
         targets = [{ at_least = 25, by = \"2012/13\" }, { at_least = 20, by = \"2013/14\" }]",
        "2012/13,25",
    );
    let validation = board.validate();
    assert!(validation.silent_at("strategy.toml", board.line_of("targets = [")));
}

#[test]
fn a_percentage_past_a_hundred_is_a_warning_unless_it_may_be() {
    let board = Board::of("targets = [{ at_least = 120 }]", "");
    let validation = board.validate();
    let line = board.line_of("targets = [");
    validation.exits(0).at("strategy.toml", line).is_warning();
    let board = Board::of("bounded = false\ntargets = [{ at_least = 120 }]", "");
    let validation = board.validate();
    assert!(validation.silent_at("strategy.toml", board.line_of("targets = [")));
}

#[test]
fn a_change_with_no_baseline_is_a_warning() {
    let board = Board::of("targets = [{ change = \"+9%\", by = \"2014/15\" }]", "");
    let validation = board.validate();
    let line = board.line_of("targets = [");
    validation.exits(0).at("strategy.toml", line).is_warning();
}
