//! Each condition of the format's table, with its arithmetic worked by hand. The default tolerance is 5% of the value due.
//! Every figure is made up.

use crate::support::Board;

/// An undated target of one condition, and one reading for 2012/13.
fn standing(good: &str, condition: &str, value: &str) -> Board {
    Board::of(&format!("good = \"{good}\"\ntargets = [{{ {condition} }}]"), &format!("2012/13,{value}"))
}

/// A target on 457.3 in 2009/10, which is to come down.
fn hip_fractures(readings: &str) -> Board {
    Board::of(
        r#"
unit = "per 100,000"
decimals = 1
good = "low"
baseline = { period = "2009/10", value = 457.3 }
targets = [{ change = "-10%", by = "2014/15" }]
"#,
        readings,
    )
}

#[test]
fn at_least_is_met_by_the_level_itself() {
    // 95.0 - 95 = 0
    standing("high", "at_least = 95", "95.0")
        .row()
        .state("rated")
        .rating("green")
        .level("green")
        .condition("at_least")
        .due(95.0)
        .variance(0.0, 0.0)
        .adverse(false);
}

#[test]
fn at_least_missed_by_exactly_the_tolerance_is_amber() {
    // 5% of 95 is 4.75; 95 - 4.75 = 90.25
    standing("high", "at_least = 95", "90.25").row().rating("amber").level("amber").variance(-4.75, -5.0).adverse(true);
}

#[test]
fn at_least_missed_by_more_than_the_tolerance_is_red() {
    // 90.24 - 95 = -4.76; 4.76 / 95 = 5.010526...%
    standing("high", "at_least = 95", "90.24")
        .row()
        .rating("red")
        .level("red")
        .variance(-4.76, -5.010_526)
        .adverse(true);
}

#[test]
fn at_most_is_met_by_the_level_itself() {
    standing("low", "at_most = 26", "26").row().rating("green").condition("at_most").variance(0.0, 0.0).adverse(false);
}

#[test]
fn at_most_missed_by_exactly_the_tolerance_is_amber() {
    // 5% of 26 is 1.3; 26 + 1.3 = 27.3
    standing("low", "at_most = 26", "27.3").row().rating("amber").variance(1.3, 5.0).adverse(true);
}

#[test]
fn at_most_missed_by_more_than_the_tolerance_is_red() {
    // 27.31 - 26 = 1.31; 1.31 / 26 = 5.0384615...%
    standing("low", "at_most = 26", "27.31").row().rating("red").variance(1.31, 5.038_462);
}

#[test]
fn at_most_is_met_with_room_to_spare() {
    // 20 - 26 = -6; 6 / 26 = 23.0769230...%
    standing("low", "at_most = 26", "20").row().rating("green").variance(-6.0, -23.076_923).adverse(false);
}

#[test]
fn more_than_is_not_met_by_the_level_itself() {
    // 70 is not more than 70: missed by nothing, which is amber
    standing("high", "more_than = 70", "70").row().rating("amber").condition("more_than").variance(0.0, 0.0);
}

#[test]
fn more_than_is_met_just_above_the_level() {
    // 70.01 - 70 = 0.01; 0.01 / 70 = 0.0142857...%
    standing("high", "more_than = 70", "70.01").row().rating("green").variance(0.01, 0.014_286);
}

#[test]
fn more_than_missed_by_more_than_the_tolerance_is_red() {
    // 5% of 70 is 3.5; 66.5 is the last amber
    let amber = standing("high", "more_than = 70", "66.5");
    amber.row().rating("amber").variance(-3.5, -5.0);
    // 66.49 - 70 = -3.51; 3.51 / 70 = 5.0142857...%
    let red = standing("high", "more_than = 70", "66.49");
    red.row().rating("red").variance(-3.51, -5.014_286);
}

#[test]
fn less_than_is_not_met_by_the_level_itself() {
    standing("low", "less_than = 7.5", "7.5").row().rating("amber").condition("less_than").variance(0.0, 0.0);
}

#[test]
fn less_than_is_met_just_below_the_level() {
    // 7.49 - 7.5 = -0.01; 0.01 / 7.5 = 0.1333333...%
    standing("low", "less_than = 7.5", "7.49").row().rating("green").variance(-0.01, -0.133_333).adverse(false);
}

#[test]
fn less_than_missed_by_more_than_the_tolerance_is_red() {
    // 5% of 7.5 is 0.375; 7.875 is the last amber
    let amber = standing("low", "less_than = 7.5", "7.875");
    amber.row().rating("amber").variance(0.375, 5.0);
    // 0.38 / 7.5 = 5.0666666...%
    let red = standing("low", "less_than = 7.5", "7.88");
    red.row().rating("red").variance(0.38, 5.066_667);
}

#[test]
fn between_is_met_inside_and_the_nearer_bound_is_due() {
    // 55 is 15 from 40 and 5 from 60
    standing("range", "between = [40, 60]", "55")
        .row()
        .rating("green")
        .condition("between")
        .due(60.0)
        .variance(0.0, 0.0)
        .adverse(false);
}

#[test]
fn between_holds_both_its_bounds() {
    let low = standing("range", "between = [40, 60]", "40");
    low.row().rating("green").due(40.0).variance(0.0, 0.0);
    let high = standing("range", "between = [40, 60]", "60.0");
    high.row().rating("green").due(60.0).variance(0.0, 0.0);
}

#[test]
fn between_takes_the_lower_bound_on_a_tie() {
    // 50 is 10 from either bound
    let row = standing("range", "between = [40, 60]", "50").row();
    row.rating("green").due(40.0).variance(0.0, 0.0);
}

#[test]
fn between_missed_above_is_judged_on_the_upper_bound() {
    // 5% of 60 is 3
    let amber = standing("range", "between = [40, 60]", "63");
    let amber = amber.row();
    amber.rating("amber").due(60.0).variance(3.0, 5.0);
    amber.adverse(true);
    // 3.03 / 60 = 5.05%
    let red = standing("range", "between = [40, 60]", "63.03");
    red.row().rating("red").due(60.0).variance(3.03, 5.05);
}

#[test]
fn between_missed_below_is_judged_on_the_lower_bound() {
    // 5% of 40 is 2
    let amber = standing("range", "between = [40, 60]", "38");
    let amber = amber.row();
    amber.rating("amber").due(40.0).variance(-2.0, -5.0);
    amber.adverse(true);
    // 2.01 / 40 = 5.025%
    let red = standing("range", "between = [40, 60]", "37.99");
    red.row().rating("red").due(40.0).variance(-2.01, -5.025);
}

#[test]
fn a_percentage_change_follows_a_straight_line_from_its_baseline() {
    // 10% off 457.3 is 411.57; 36 of 60 months gone: 457.3 - 45.73 * 0.6 = 429.862
    // 471.2 - 429.862 = 41.338; 41.338 / 429.862 = 9.6165746...%
    let row = hip_fractures("2009/10,457.3\n2012/13,471.2").row();
    row.rating("red").condition("change").due(429.862).variance(41.338, 9.616_575).adverse(true);
    assert_eq!(row["target"]["by"], "2014/15");
    crate::support::assert_number(&row["target"]["final"], 411.57);
}

#[test]
fn the_reason_gives_figures_at_the_decimals_asked_for() {
    hip_fractures("2012/13,471.2").row().why_has(&["471.2", "41.3", "429.9", "2012/13", "9.6%", "5%"]);
}

#[test]
fn figures_are_judged_as_typed_and_not_as_shown() {
    // both would be shown as 429.9
    let met = hip_fractures("2012/13,429.862");
    met.row().rating("green").variance(0.0, 0.0);
    // 0.001 / 429.862 = 0.00023263...%
    let missed = hip_fractures("2012/13,429.863");
    missed.row().rating("amber").variance(0.001, 0.000_233);
}

#[test]
fn a_percentage_increase_is_of_the_baseline() {
    // 50 + 9% = 54.5
    Board::of(
        r#"
baseline = { period = "2011/12", value = 50 }
targets = [{ change = "+9%", by = "2012/13" }]
"#,
        "2012/13,54.5",
    )
    .row()
    .rating("green")
    .due(54.5)
    .variance(0.0, 0.0);
}

#[test]
fn a_change_in_points_is_in_the_units_own() {
    // 50 + 3 = 53 (not 51.5); 52 - 53 = -1; 1 / 53 = 1.8867924...%
    Board::of(
        r#"
baseline = { period = "2011/12", value = 50 }
targets = [{ change = "+3 points", by = "2012/13" }]
"#,
        "2012/13,52",
    )
    .row()
    .rating("amber")
    .due(53.0)
    .variance(-1.0, -1.886_792);
}

#[test]
fn a_change_by_an_amount_is_added_to_the_baseline() {
    // 100 + 30 by 2014/15: a third of the way by 2012/13 is 110
    Board::of(
        r#"
unit = "people"
baseline = { period = "2011/12", value = 100 }
targets = [{ change = "+30", by = "2014/15" }]
"#,
        "2012/13,112",
    )
    .row()
    .rating("green")
    .due(110.0)
    .variance(2.0, 1.818_182);
}

#[test]
fn a_change_of_nothing_is_to_hold_the_baseline() {
    let decl = r#"
baseline = { period = "2009/10", value = 62.5 }
targets = [{ change = "0%" }]
"#;
    // holding is enough
    let held = Board::of(decl, "2012/13,62.5");
    held.row().rating("green").due(62.5).variance(0.0, 0.0);
    // 0.1 / 62.5 = 0.16%
    let lost = Board::of(decl, "2012/13,62.4");
    lost.row().rating("amber").variance(-0.1, -0.16);
}

#[test]
fn an_undated_change_stands_in_every_period() {
    // 200 - 10% = 180 at once: with no date there is no line
    Board::of(
        r#"
unit = "people"
good = "low"
baseline = { period = "2009/10", value = 200 }
targets = [{ change = "-10%" }]
"#,
        "2010/11,190",
    )
    .row()
    .rating("red")
    .due(180.0)
    .variance(10.0, 5.555_556);
}

#[test]
fn a_baseline_with_no_value_takes_the_reading_for_its_period() {
    // 40 + 50% = 60
    Board::of(
        r#"
baseline = { period = "2010/11" }
targets = [{ change = "+50%", by = "2014/15", path = "steps" }]
"#,
        "2010/11,40\n2012/13,60",
    )
    .row()
    .rating("green")
    .due(60.0);
}

#[test]
fn a_baseline_with_no_period_has_no_line() {
    // 40 + 50% = 60, all of it due from the start
    Board::of(
        r#"
baseline = { value = 40 }
targets = [{ change = "+50%", by = "2014/15" }]
"#,
        "2012/13,57",
    )
    .row()
    .rating("amber")
    .due(60.0)
    .variance(-3.0, -5.0);
}

#[test]
fn a_change_with_no_baseline_cannot_be_rated() {
    Board::of("good = \"low\"\ntargets = [{ change = \"-91%\", by = \"2014/15\" }]", "2012/13,9")
        .row()
        .state("cannot-be-rated")
        .why_has(&["baseline"])
        .latest("2012/13", 9.0);
}

#[test]
fn a_negative_value_due_has_its_percentage_of_its_size() {
    let decl = "unit = \"index\"\ntargets = [{ at_least = -10 }]";
    // -10.4 + 10 = -0.4; 0.4 / 10 = 4%
    let amber = Board::of(decl, "2012/13,-10.4");
    amber.row().rating("amber").variance(-0.4, -4.0);
    // 0.6 / 10 = 6%
    let red = Board::of(decl, "2012/13,-10.6");
    red.row().rating("red").variance(-0.6, -6.0);
    let green = Board::of(decl, "2012/13,-9.9");
    green.row().rating("green").variance(0.1, 1.0);
}

#[test]
fn a_target_may_have_a_tolerance_of_its_own() {
    // 2 points either side of 90, not 4.5
    let condition = "at_least = 90, tolerance = \"2 points\"";
    let amber = standing("high", condition, "88");
    amber.row().rating("amber");
    let red = standing("high", condition, "87.99");
    red.row().rating("red");
}
