//! What an indicator can be in place of rated, and which comes first. Every figure is made up.

use crate::support::{Board, Row, assert_number};

const AT_LEAST_90: &str = "targets = [{ at_least = 90 }]";

fn marked(declaration: &str, rows: &str) -> Board {
    Board::of(declaration, &format!("period,value,marker\n{rows}"))
}

/// The latest is blank, and the last figure is shown beside it.
#[track_caller]
fn assert_blank_after(row: &Row, period: &str, value: f64) {
    assert_eq!(row["latest"]["period"], "2012/13");
    assert!(row["latest"]["value"].is_null(), "{row:#?}");
    assert_eq!(row["last"]["period"], period);
    assert_number(&row["last"]["value"], value);
}

#[test]
fn a_figure_with_a_target_is_rated() {
    let row = Board::of(AT_LEAST_90, "2012/13,90").row();
    row.state("rated").rating("green").latest("2012/13", 90.0);
    assert_eq!(row["latest"]["status"], "final");
    assert_eq!(row["latest"]["markers"].as_array().map(Vec::len), Some(0));
    assert!(row["last"].is_null());
}

#[test]
fn a_file_of_nothing_but_its_header_has_no_data() {
    let row = Board::of(AT_LEAST_90, "").row();
    row.state("no-data");
    assert!(row["latest"].is_null());
}

#[test]
fn an_indicator_with_no_file_has_no_data() {
    let row = Board::new().indicator("x", AT_LEAST_90).row();
    row.state("no-data");
}

#[test]
fn figures_that_are_not_yet_known_are_no_data() {
    let decl = "targets = [{ at_least = 90 }]\nlag = \"13 weeks\"";
    let board = Board::of(decl, "2012/13,90").as_of("2013-06-29");
    board.row().state("no-data");
}

#[test]
fn a_suppressed_figure_is_not_judged() {
    let row = marked(AT_LEAST_90, "2011/12,95,\n2012/13,,c").row();
    row.state("suppressed");
    assert_blank_after(&row, "2011/12", 95.0);
    assert_eq!(row["latest"]["markers"][0], "c");
}

#[test]
fn a_suppressed_figure_may_be_the_first() {
    let row = marked(AT_LEAST_90, "2012/13,,c").row();
    row.state("suppressed");
    assert!(row["last"].is_null());
}

#[test]
fn a_figure_that_is_not_available_is_not_judged() {
    let row = marked(AT_LEAST_90, "2011/12,95,\n2012/13,,x").row();
    row.state("not-available");
    assert_blank_after(&row, "2011/12", 95.0);
}

#[test]
fn a_figure_that_does_not_apply_is_not_available() {
    let row = marked(AT_LEAST_90, "2012/13,,z").row();
    row.state("not-available");
}

#[test]
fn the_last_figure_is_the_latest_there_is() {
    let row = marked(AT_LEAST_90, "2009/10,91,\n2010/11,92,\n2011/12,,x\n2012/13,,c").row();
    assert_blank_after(&row, "2010/11", 92.0);
}

#[test]
fn a_figure_of_low_reliability_is_rated() {
    let row = marked(AT_LEAST_90, "2012/13,44.3,u").row();
    row.state("rated").rating("red");
    assert_eq!(row["latest"]["markers"][0], "u");
}

#[test]
fn an_indicator_with_no_target_says_so() {
    let row = Board::of("notes = \"A direction with no number\"", "2012/13,90").row();
    row.state("no-target").latest("2012/13", 90.0);
}

#[test]
fn a_forecast_is_never_the_latest() {
    let board = marked(AT_LEAST_90, "2012/13,85,\n2013/14,95,f").as_of("2014-06-01");
    let row = board.row();
    row.state("rated").rating("red").latest("2012/13", 85.0);
}

#[test]
fn nothing_but_a_forecast_is_no_data() {
    let row = marked(AT_LEAST_90, "2012/13,95,f").row();
    row.state("no-data");
}

#[test]
fn a_group_is_never_rated() {
    let row = Board::of(AT_LEAST_90, "period,value,group\n2011/12,85,\n2011/12,80,females\n2012/13,95,females")
        .toml("[groups.females]\ntitle = \"Females\"\nkind = \"sex\"")
        .row();
    row.rating("red").latest("2011/12", 85.0);
}

#[test]
fn nothing_but_groups_is_no_data() {
    let row = Board::of(AT_LEAST_90, "period,value,group\n2012/13,95,females")
        .toml("[groups.females]\ntitle = \"Females\"\nkind = \"sex\"")
        .row();
    row.state("no-data");
}

/// The successor of 2010/11 is due 26 weeks after 31 March 2012: on 29 September 2012.
fn stale_after_a_year(targets: &str) -> Board {
    Board::of(&format!("lag = \"26 weeks\"\nrating = {{ stale_after = \"1 year\" }}\n{targets}"), "2010/11,95")
        .term("2009-04-01", "2015-03-31")
}

#[test]
fn a_figure_is_rated_until_its_successor_is_overdue_by_the_time_allowed() {
    let row = stale_after_a_year(AT_LEAST_90).as_of("2013-09-15").row();
    row.state("rated").rating("green").overdue(true);
}

#[test]
fn a_figure_whose_successor_is_overdue_by_more_is_stale() {
    let row = stale_after_a_year(AT_LEAST_90).as_of("2013-10-15").row();
    row.state("stale").latest("2010/11", 95.0).overdue(true);
}

#[test]
fn how_soon_a_figure_is_stale_may_be_the_strategys_word() {
    let decl = "lag = \"26 weeks\"\ntargets = [{ at_least = 90 }]";
    let board = Board::of(decl, "2010/11,95").term("2009-04-01", "2015-03-31");
    board.row().state("rated");
    let board = board.toml("[rating]\nstale_after = \"1 year\"");
    board.row().state("stale");
}

#[test]
fn no_data_comes_before_not_rated() {
    let row = Board::of("rating = { method = \"none\" }", "").row();
    row.state("no-data");
}

#[test]
fn suppressed_comes_before_not_rated() {
    let row = marked("rating = { method = \"none\" }", "2012/13,,c").row();
    row.state("suppressed");
}

#[test]
fn not_available_comes_before_no_target() {
    let row = marked("notes = \"None\"", "2012/13,,x").row();
    row.state("not-available");
}

#[test]
fn not_rated_comes_before_no_target() {
    let row = Board::of("rating = { method = \"none\" }", "2012/13,90").row();
    row.state("not-rated");
}

#[test]
fn no_target_comes_before_stale() {
    let row = stale_after_a_year("").row();
    row.state("no-target");
}

#[test]
fn stale_comes_before_cannot_be_rated() {
    let row = stale_after_a_year("targets = [{ change = \"+10%\" }]").row();
    row.state("stale");
}

#[test]
fn unreadable_comes_before_everything_and_costs_only_its_own_indicator() {
    let board = Board::of("rating = { method = \"none\" }", "2012/13,ninety");
    let board = board.indicator("y", AT_LEAST_90).csv("y", "2012/13,90");
    board.one_beside_errors("x").state("unreadable");
    board.one_beside_errors("y").rating("green");
}

#[test]
fn an_error_in_its_own_table_makes_an_indicator_unreadable() {
    let board = Board::of("good = \"low\"\ntargets = [{ at_least = 90 }]", "2012/13,90");
    let board = board.indicator("y", AT_LEAST_90).csv("y", "2012/13,90");
    board.one_beside_errors("x").state("unreadable");
    board.one_beside_errors("y").rating("green");
}

#[test]
fn every_state_is_counted() {
    let board = Board::new()
        .indicator("rated", AT_LEAST_90)
        .csv("rated", "2012/13,90")
        .indicator("empty", AT_LEAST_90)
        .csv("empty", "")
        .indicator("hidden", AT_LEAST_90)
        .csv("hidden", "period,value,marker\n2012/13,,c")
        .indicator("lost", AT_LEAST_90)
        .csv("lost", "period,value,marker\n2012/13,,x")
        .indicator("watched", "rating = { method = \"none\" }")
        .csv("watched", "2012/13,90")
        .indicator("aimless", "notes = \"None\"")
        .csv("aimless", "2012/13,90")
        .indicator("baseless", "targets = [{ change = \"+10%\" }]")
        .csv("baseless", "2012/13,90")
        .indicator("broken", AT_LEAST_90)
        .csv("broken", "2012/13,ninety");
    let summary = board.json(&["status"], 1)["summary"].clone();
    assert_eq!(summary["indicators"], 8);
    assert_eq!(summary["rated"], 1);
    for state in
        ["rated", "no-data", "suppressed", "not-available", "not-rated", "no-target", "cannot-be-rated", "unreadable"]
    {
        assert_eq!(summary["states"][state], 1, "{state}: {summary:#}");
    }
    assert_eq!(summary["states"]["stale"], 0);
}
