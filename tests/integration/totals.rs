//! Amounts: running totals, totals within the year, year-to-date figures, and each period on its own. Every figure is made up.
//! The strategy runs from 1 April 2012.

use crate::support::{Board, Row, assert_number};

/// 705 more families than 100 in 2011/12, by 2014/15.
fn families(readings: &str) -> Board {
    Board::of(
        r#"
unit = "people"
total = true
baseline = { period = "2011/12", value = 100 }
targets = [{ change = "+705", by = "2014/15" }]
"#,
        readings,
    )
}

/// 90 in the strategy's 36 months, quarter by quarter, with no baseline.
fn since_the_start(good: &str, condition: &str, readings: &str) -> Board {
    Board::of(
        &format!(
            "unit = \"people\"\nperiod = \"financial-quarter\"\ntotal = true\ngood = \"{good}\"\n\
             targets = [{{ {condition} = 90, by = \"2014/15\" }}]"
        ),
        readings,
    )
}

/// Quarterly amounts, totalled within the financial year.
fn within_the_year(targets: &str, readings: &str) -> Board {
    Board::of(
        &format!("unit = \"people\"\nperiod = \"financial-quarter\"\ntotal = \"year\"\ntargets = [{targets}]"),
        readings,
    )
}

/// Quarterly figures that are year-to-date already.
fn cumulative(targets: &str, readings: &str) -> Board {
    Board::of(
        &format!("unit = \"people\"\nperiod = \"financial-quarter\"\ncumulative = true\ntargets = [{targets}]"),
        readings,
    )
}

/// 25, 20 and 25 in three successive years, each on its own.
fn each_year(readings: &str) -> Board {
    Board::of(
        r#"
unit = "people"
each_period = true
targets = [
    { at_least = 25, by = "2011/12" },
    { at_least = 20, by = "2012/13" },
    { at_least = 25, by = "2013/14" },
]
"#,
        readings,
    )
    .as_of("2015-06-01")
}

#[track_caller]
fn assert_amount(row: &Row, amount: f64) {
    assert_number(&row["latest"]["amount"], amount);
}

#[test]
fn a_running_total_starts_from_the_baselines_value() {
    // 100 + 200 = 300; due 100 + 705 / 3 = 335; -35 / 335 = 10.4477611...%
    let row = families("2012/13,200").row();
    row.rating("red").latest("2012/13", 300.0).due(335.0);
    row.variance(-35.0, -10.447_761);
    assert_amount(&row, 200.0);
}

#[test]
fn a_running_total_adds_every_period_since() {
    // 100 + 200 + 300 = 600; due 100 + 705 * 2 / 3 = 570; 30 / 570 = 5.2631578...%
    let row = families("2012/13,200\n2013/14,300").as_of("2014-06-01").row();
    row.rating("green").latest("2013/14", 600.0).due(570.0);
    row.variance(30.0, 5.263_158);
    assert_amount(&row, 300.0);
}

#[test]
fn the_baselines_own_period_is_not_added_again() {
    // 100 + 40 = 140; +60 in 24 months is 130 after 12
    let row = Board::of(
        r#"
unit = "people"
total = true
baseline = { period = "2012/13", value = 100 }
targets = [{ change = "+60", by = "2014/15" }]
"#,
        "2011/12,77\n2012/13,100\n2013/14,40",
    )
    .as_of("2014-06-01")
    .row();
    row.rating("green").latest("2013/14", 140.0).due(130.0);
}

#[test]
fn with_no_baseline_a_running_total_starts_from_nothing_at_the_strategys_start() {
    // 5 + 10 = 15; the 50 came before the strategy; 6 of 36 months: 90 / 6 = 15
    let row = since_the_start("high", "at_least", "2011/12 Q4,50\n2012/13 Q1,5\n2012/13 Q2,10").row();
    row.rating("green").latest("2012/13 Q2", 15.0).due(15.0);
    row.variance(0.0, 0.0);
    assert_amount(&row, 10.0);
}

#[test]
fn a_running_total_may_be_due_whole_from_the_start() {
    let row = Board::of(
        r#"
unit = "people"
total = true
targets = [{ at_least = 90, by = "2014/15", path = "steps" }]
"#,
        "2012/13,30",
    )
    .row();
    // 60 / 90 = 66.6666666...%
    row.rating("red").due(90.0).variance(-60.0, -66.666_667);
}

#[test]
fn a_running_total_is_summed_exactly() {
    // 0.1 + 0.2 = 0.3, which floating point denies
    Board::of(
        "unit = \"£\"\ntotal = true\ntargets = [{ at_least = 0.3, by = \"2013/14\" }]",
        "2012/13,0.1\n2013/14,0.2",
    )
    .as_of("2014-06-01")
    .row()
    .rating("green")
    .due(0.3)
    .variance(0.0, 0.0);
}

#[test]
fn a_total_with_a_missing_amount_cannot_be_rated() {
    // Q2 is missing; 5 + 10 = 15 of the 22.5 due after 9 of 36 months
    since_the_start("high", "at_least", "2012/13 Q1,5\n2012/13 Q3,10").row().state("cannot-be-rated");
}

#[test]
fn a_blank_amount_is_missing_too() {
    since_the_start("high", "at_least", "period,value,marker\n2012/13 Q1,5,\n2012/13 Q2,,x\n2012/13 Q3,10,")
        .row()
        .state("cannot-be-rated");
}

#[test]
fn a_total_that_is_met_whatever_is_missing_is_green() {
    // 5 + 30 = 35 is past the 22.5 due already
    since_the_start("high", "at_least", "2012/13 Q1,5\n2012/13 Q3,30").row().rating("green").due(22.5);
}

#[test]
fn a_total_that_is_to_be_low_may_yet_be_broken_by_what_is_missing() {
    since_the_start("low", "at_most", "2012/13 Q1,5\n2012/13 Q3,10").row().state("cannot-be-rated");
}

#[test]
fn a_total_that_is_broken_whatever_is_missing_is_red() {
    // 5 + 30 = 35 is past the 22.5 allowed already
    since_the_start("low", "at_most", "2012/13 Q1,5\n2012/13 Q3,30").row().rating("red").due(22.5);
}

#[test]
fn a_years_total_is_due_in_proportion_to_the_months_gone() {
    let target = "{ at_least = 25, by = \"2012/13\" }";
    // 3 of 12 months: 6.25; 6 - 6.25 = -0.25; 4%
    let first = within_the_year(target, "2012/13 Q1,6").row();
    first.rating("amber").due(6.25).variance(-0.25, -4.0);
    // 6 of 12 months: 12.5; 6 + 7 = 13; 0.5 / 12.5 = 4%
    let second = within_the_year(target, "2012/13 Q1,6\n2012/13 Q2,7").row();
    second.rating("green").latest("2012/13 Q2", 13.0);
    second.due(12.5).variance(0.5, 4.0);
    assert_amount(&second, 7.0);
}

#[test]
fn a_years_total_starts_again_each_year() {
    // 4 of the 20 due by 2013/14: 5 after 3 months; 1 / 5 = 20%
    let row = within_the_year(
        "{ at_least = 25, by = \"2012/13\" }, { at_least = 20, by = \"2013/14\" }",
        "2012/13 Q1,6\n2012/13 Q2,7\n2012/13 Q3,6\n2012/13 Q4,9\n2013/14 Q1,4",
    )
    .row();
    row.rating("red").latest("2013/14 Q1", 4.0).due(5.0);
    row.variance(-1.0, -20.0);
}

#[test]
fn a_years_total_for_calendar_quarters_is_of_the_calendar_year() {
    // 2013 Q1 and Q2: 5 + 7 = 12; half of 20
    let row = Board::of(
        r#"
unit = "people"
period = "quarter"
total = "year"
targets = [{ at_least = 20, by = "2013" }]
"#,
        "2012 Q4,50\n2013 Q1,5\n2013 Q2,7",
    )
    .row();
    row.rating("green").latest("2013 Q2", 12.0).due(10.0);
}

#[test]
fn a_years_total_for_months_is_of_the_financial_year() {
    // April to June: 1 + 2 + 3 = 6; a quarter of 24
    let row = Board::of(
        r#"
unit = "people"
period = "month"
total = "year"
targets = [{ at_least = 24, by = "2013/14" }]
"#,
        "2013-03,50\n2013-04,1\n2013-05,2\n2013-06,3",
    )
    .row();
    row.rating("green").latest("2013-06", 6.0).due(6.0);
}

#[test]
fn a_years_total_with_a_missing_amount_cannot_be_rated() {
    // Q1 is missing: 7 is known of the 12.5 due
    within_the_year("{ at_least = 25, by = \"2012/13\" }", "2012/13 Q2,7").row().state("cannot-be-rated");
}

#[test]
fn a_milestone_named_for_the_very_period_is_used_as_it_is() {
    let targets = "{ at_least = 10, by = \"2013/14 Q1\" }, { at_least = 20, by = \"2013/14\" }";
    // Q1: 10 and not 5
    let first = within_the_year(targets, "2013/14 Q1,9").row();
    first.rating("red").due(10.0).variance(-1.0, -10.0);
    // Q2: half of the year's 20
    let second = within_the_year(targets, "2013/14 Q1,9\n2013/14 Q2,3").row();
    second.rating("green").due(10.0).variance(2.0, 20.0);
}

#[test]
fn a_years_total_in_steps_is_due_whole_all_year() {
    let row = within_the_year("{ at_least = 24, by = \"2013/14\", path = \"steps\" }", "2013/14 Q1,6").row();
    row.rating("red").due(24.0).variance(-18.0, -75.0);
}

#[test]
fn an_undated_years_total_stands_for_each_whole_year() {
    // a quarter of 40, then a half
    let first = within_the_year("{ at_least = 40 }", "2013/14 Q1,10").row();
    first.rating("green").due(10.0);
    let second = within_the_year("{ at_least = 40 }", "2013/14 Q1,10\n2013/14 Q2,9").row();
    // 19 - 20 = -1; 5%
    second.rating("amber").due(20.0).variance(-1.0, -5.0);
}

#[test]
fn the_next_years_total_stands_for_a_year_that_has_none() {
    within_the_year("{ at_least = 24, by = \"2014/15\" }", "2013/14 Q1,6").row().rating("green").due(6.0);
}

#[test]
fn after_the_last_years_total_the_last_stands() {
    within_the_year("{ at_least = 24, by = \"2012/13\" }", "2013/14 Q1,6").row().rating("green").due(6.0);
}

#[test]
fn a_years_total_may_be_set_against_last_years_at_the_same_point() {
    // 8 + 4 = 12 against 5 + 5 = 10
    let row = within_the_year(
        "{ improve_on = \"last-year\" }",
        "2012/13 Q1,5\n2012/13 Q2,5\n2012/13 Q3,5\n2012/13 Q4,5\n2013/14 Q1,8\n2013/14 Q2,4",
    )
    .row();
    row.rating("green").due(10.0).variance(2.0, 20.0);
}

#[test]
fn a_year_to_date_figure_is_judged_as_it_is() {
    // half of 80; Q1 is not needed
    let row = cumulative("{ at_least = 80, by = \"2013/14\" }", "2013/14 Q2,41").row();
    row.rating("green").latest("2013/14 Q2", 41.0).due(40.0);
    row.variance(1.0, 2.5);
}

#[test]
fn year_to_date_figures_are_not_added_up() {
    // 19, not 20 + 19 = 39: 19 - 40 = -21; 21 / 40 = 52.5%
    let row = cumulative("{ at_least = 80, by = \"2013/14\" }", "2013/14 Q1,20\n2013/14 Q2,19").row();
    row.rating("red").latest("2013/14 Q2", 19.0).due(40.0);
    row.variance(-21.0, -52.5);
}

#[test]
fn a_year_to_date_figure_at_the_years_end_has_the_whole_due() {
    let row = cumulative("{ at_least = 80, by = \"2012/13\" }", "2012/13 Q4,80").row();
    row.rating("green").due(80.0).variance(0.0, 0.0);
}

#[test]
fn a_year_to_date_figure_has_its_own_years_milestone() {
    // a quarter of 100, not of 80
    let row = cumulative(
        "{ at_least = 80, by = \"2012/13\" }, { at_least = 100, by = \"2013/14\" }",
        "2012/13 Q4,80\n2013/14 Q1,24",
    )
    .row();
    row.rating("amber").due(25.0).variance(-1.0, -4.0);
}

#[test]
fn an_undated_year_to_date_target_stands_for_each_whole_year() {
    let row = cumulative("{ at_least = 80 }", "2013/14 Q1,20").row();
    row.rating("green").due(20.0);
}

#[test]
fn each_period_is_judged_on_its_own_milestone() {
    let first = each_year("2011/12,24").row();
    first.rating("amber").due(25.0).variance(-1.0, -4.0);
    let second = each_year("2011/12,24\n2012/13,20").row();
    second.rating("green").latest("2012/13", 20.0).due(20.0);
    let third = each_year("2011/12,24\n2012/13,20\n2013/14,20").row();
    third.rating("red").due(25.0).variance(-5.0, -20.0);
}

#[test]
fn each_period_with_no_milestone_of_its_own_has_the_next() {
    each_year("2010/11,25").row().rating("green").due(25.0);
}

#[test]
fn each_period_after_the_last_milestone_has_no_target() {
    each_year("2014/15,25").row().state("no-target");
}

#[test]
fn each_period_has_no_line_from_its_baseline() {
    // a line would make 18 due
    Board::of(
        r#"
unit = "people"
each_period = true
baseline = { period = "2011/12", value = 10 }
targets = [{ at_least = 26, by = "2013/14" }]
"#,
        "2012/13,18",
    )
    .row()
    .rating("red")
    .due(26.0);
}
