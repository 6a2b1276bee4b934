//! The five methods, and who overrides whom. Every figure is made up.

use crate::support::Board;

const BANDS: &str = r#"method = "improvement"
bands = [["green", 100], ["green-amber", 80], ["red-amber", 65]]"#;

/// 40 in 2011/12, at least 70 by 2014/15: 50 is due for 2012/13, 10 of the way.
fn improving(value: &str) -> Board {
    Board::of(
        r#"
baseline = { period = "2011/12", value = 40 }
targets = [{ at_least = 70, by = "2014/15" }]
"#,
        &format!("2012/13,{value}"),
    )
    .toml(&format!("[rating]\n{BANDS}"))
}

fn at_least_90(rating: &str, readings: &str) -> Board {
    Board::of(&format!("rating = {{ {rating} }}\ntargets = [{{ at_least = 90 }}]"), readings)
}

const TOLERANCE_TREND: &str = "method = \"tolerance-trend\", tolerance = \"5%\"";

#[test]
fn with_no_rating_table_the_tolerance_is_five_percent() {
    // 5% of 90 is 4.5
    let decl = "targets = [{ at_least = 90 }]";
    Board::of(decl, "2012/13,85.5").row().rating("amber");
    Board::of(decl, "2012/13,85.4").row().rating("red");
}

#[test]
fn the_strategy_sets_the_tolerance() {
    // 10% of 90 is 9
    let table = "[rating]\nmethod = \"tolerance\"\ntolerance = \"10%\"";
    let decl = "targets = [{ at_least = 90 }]";
    let amber = Board::of(decl, "2012/13,81").toml(table);
    amber.row().rating("amber");
    let red = Board::of(decl, "2012/13,80.9").toml(table);
    red.row().rating("red");
}

#[test]
fn a_tolerance_in_points_is_in_the_indicators_own_unit() {
    let table = "[rating]\ntolerance = \"2 points\"";
    let decl = "unit = \"weeks\"\ngood = \"low\"\ntargets = [{ at_most = 26 }]";
    let amber = Board::of(decl, "2012/13,28").toml(table);
    amber.row().rating("amber");
    let red = Board::of(decl, "2012/13,28.1").toml(table);
    red.row().rating("red");
}

#[test]
fn an_indicators_rating_overrides_the_strategys() {
    let table = "[rating]\ntolerance = \"10%\"";
    let decl = "targets = [{ at_least = 90 }]\nrating = { tolerance = \"1%\" }";
    // 1% of 90 is 0.9
    let board = Board::new().toml(table);
    let board = board.indicator("strict", decl).csv("strict", "2012/13,89");
    let board = board.indicator("lax", "targets = [{ at_least = 90 }]");
    let board = board.csv("lax", "2012/13,89");
    board.one("strict").rating("red");
    board.one("lax").rating("amber");
}

#[test]
fn an_override_is_key_by_key() {
    // the method is the strategy's, the tolerance the indicator's: 80 is 10 off, no worse than a year ago
    let table = "[rating]\nmethod = \"tolerance-trend\"\ntolerance = \"20%\"";
    let board = at_least_90("tolerance = \"5%\"", "2011/12,80\n2012/13,80").toml(table);
    board.row().rating("amber");
}

#[test]
fn a_targets_own_tolerance_overrides_the_indicators() {
    let decl = r#"
rating = { tolerance = "1%" }
targets = [{ at_least = 90, tolerance = "10%" }]
"#;
    Board::of(decl, "2012/13,81").row().rating("amber");
}

#[test]
fn a_floor_that_is_reached_is_amber() {
    let rating = "method = \"floor\", floor = 80";
    at_least_90(rating, "2012/13,90").row().rating("green");
    at_least_90(rating, "2012/13,89.9").row().rating("amber");
    at_least_90(rating, "2012/13,80").row().rating("amber");
}

#[test]
fn a_floor_that_is_not_reached_is_red() {
    at_least_90("method = \"floor\", floor = 80", "2012/13,79.9").row().rating("red").due(90.0);
}

#[test]
fn a_floor_is_a_ceiling_where_low_is_good() {
    let decl = r#"
good = "low"
rating = { method = "floor", floor = 15 }
targets = [{ at_most = 10 }]
"#;
    Board::of(decl, "2012/13,10").row().rating("green");
    Board::of(decl, "2012/13,15").row().rating("amber");
    Board::of(decl, "2012/13,15.1").row().rating("red");
}

#[test]
fn a_strict_tie_is_amber_by_the_floor_method_too() {
    let decl = r#"
rating = { method = "floor", floor = 60 }
targets = [{ more_than = 70 }]
"#;
    Board::of(decl, "2012/13,70").row().rating("amber");
}

#[test]
fn tolerance_trend_is_green_within_the_tolerance() {
    // 5% of 90 is 4.5
    let row = at_least_90(TOLERANCE_TREND, "2011/12,95\n2012/13,85.5").row();
    row.rating("green").due(90.0).variance(-4.5, -5.0);
}

#[test]
fn tolerance_trend_is_amber_outside_but_better_than_a_year_ago() {
    at_least_90(TOLERANCE_TREND, "2011/12,79\n2012/13,80").row().rating("amber");
}

#[test]
fn tolerance_trend_is_amber_outside_but_held_for_a_year() {
    at_least_90(TOLERANCE_TREND, "2011/12,80\n2012/13,80").row().rating("amber");
}

#[test]
fn tolerance_trend_is_red_outside_and_worse_than_a_year_ago() {
    at_least_90(TOLERANCE_TREND, "2011/12,81\n2012/13,80").row().rating("red");
}

#[test]
fn tolerance_trend_is_red_outside_with_nothing_a_year_ago() {
    // 2010/11 is two years ago
    at_least_90(TOLERANCE_TREND, "2010/11,70\n2012/13,80").row().rating("red");
}

#[test]
fn tolerance_trend_is_red_outside_and_across_a_break() {
    at_least_90(TOLERANCE_TREND, "period,value,marker\n2011/12,70,\n2012/13,80,b").row().rating("red");
}

#[test]
fn tolerance_trend_compares_the_same_quarter() {
    // worse than Q1, better than Q2 of the year before
    Board::of(
        &format!("period = \"financial-quarter\"\nrating = {{ {TOLERANCE_TREND} }}\ntargets = [{{ at_least = 90 }}]"),
        "2012/13 Q2,79\n2013/14 Q1,84\n2013/14 Q2,80",
    )
    .row()
    .rating("amber");
}

#[test]
fn improvement_puts_the_share_of_the_way_made_in_its_band() {
    for (value, rating, level) in [
        ("52", "green", "green"),
        ("50", "green", "green"),          // 10 of 10: 100
        ("49.99", "green-amber", "amber"), // 99.9
        ("48", "green-amber", "amber"),    // 8 of 10: 80
        ("47.99", "red-amber", "amber"),   // 79.9
        ("46.5", "red-amber", "amber"),    // 6.5 of 10: 65
        ("46.49", "red", "red"),           // 64.9
        ("38", "red", "red"),              // -20
    ] {
        let row = improving(value).row();
        row.rating(rating).level(level).due(50.0);
    }
}

#[test]
fn improvement_is_downward_where_low_is_good() {
    // 100 to 70 in three years: 90 due; (92 - 100) / (90 - 100) = 80%
    Board::of(
        &format!(
            "unit = \"per 1,000\"\ngood = \"low\"\nbaseline = {{ period = \"2011/12\", value = 100 }}\n\
             targets = [{{ at_most = 70, by = \"2014/15\" }}]\n\
             [indicators.x.rating]\n{BANDS}"
        ),
        "2012/13,92",
    )
    .row()
    .rating("green-amber")
    .due(90.0);
}

#[test]
fn improvement_towards_a_standing_target_is_of_the_whole_way() {
    // (56 - 40) / (60 - 40) = 80%
    Board::of("baseline = { period = \"2011/12\", value = 40 }\ntargets = [{ at_least = 60 }]", "2012/13,56")
        .toml(&format!("[rating]\n{BANDS}"))
        .row()
        .rating("green-amber")
        .due(60.0);
}

#[test]
fn a_strict_tie_is_in_the_second_band() {
    Board::of("baseline = { period = \"2011/12\", value = 40 }\ntargets = [{ more_than = 60 }]", "2012/13,60")
        .toml(&format!("[rating]\n{BANDS}"))
        .row()
        .rating("green-amber")
        .level("amber");
}

#[test]
fn improvement_unmet_with_no_way_to_go_is_red() {
    // to hold 40: there is nothing to divide by
    let decl = "baseline = { period = \"2011/12\", value = 40 }\ntargets = [{ change = \"0%\" }]";
    let table = format!("[rating]\n{BANDS}");
    let lost = Board::of(decl, "2012/13,39.9").toml(&table);
    lost.row().rating("red").due(40.0);
    let held = Board::of(decl, "2012/13,40").toml(&table);
    held.row().rating("green");
}

#[test]
fn improvement_unmet_where_the_value_due_is_behind_the_baseline_is_red() {
    // London's 35 is already behind the 40 started from
    let decl = r#"
baseline = { period = "2011/12", value = 40 }
targets = [{ match = "london" }]
"#;
    let board = |value: &str| {
        Board::of(decl, &format!("period,value,london\n2012/13,{value},35"))
            .comparator("london")
            .toml(&format!("[rating]\n{BANDS}"))
    };
    board("34.9").row().rating("red").due(35.0);
    board("36").row().rating("green").due(35.0);
}

#[test]
fn improvement_with_no_baseline_cannot_be_rated() {
    Board::of("targets = [{ at_least = 60 }]", "2012/13,56")
        .toml(&format!("[rating]\n{BANDS}"))
        .row()
        .state("cannot-be-rated")
        .why_has(&["baseline"]);
}

#[test]
fn bands_have_the_names_they_are_given() {
    let board = |value: &str| {
        Board::of(
            "baseline = { period = \"2011/12\", value = 40 }\ntargets = [{ at_least = 60 }]",
            &format!("2012/13,{value}"),
        )
        .toml("[rating]\nmethod = \"improvement\"\nbands = [[\"gold\", 100], [\"silver\", 50]]")
    };
    board("60").row().rating("gold").level("green");
    // 10 of 20
    board("50").row().rating("silver").level("amber");
    board("49.9").row().rating("red").level("red");
}

#[test]
fn method_none_is_watched_and_never_rated() {
    let row = at_least_90("method = \"none\"", "2012/13,50").row();
    row.state("not-rated").latest("2012/13", 50.0);
}

#[test]
fn method_none_may_be_the_strategys() {
    let board = Board::of("targets = [{ at_least = 90 }]", "2012/13,50");
    let board = board.toml("[rating]\nmethod = \"none\"");
    board.row().state("not-rated");
}

#[test]
fn a_percentage_of_nothing_falls_back_to_met_or_not_met() {
    let decl = "unit = \"count\"\ngood = \"low\"\ntargets = [{ at_most = 0 }]";
    Board::of(decl, "2012/13,0").row().rating("green").due(0.0);
    Board::of(decl, "2012/13,1").row().rating("red").due(0.0);
}

#[test]
fn points_are_good_where_the_value_due_is_nothing() {
    let decl = r#"
unit = "count"
good = "low"
rating = { tolerance = "2 points" }
targets = [{ at_most = 0 }]
"#;
    Board::of(decl, "2012/13,2").row().rating("amber");
    Board::of(decl, "2012/13,3").row().rating("red");
}

#[test]
fn points_are_good_for_a_range() {
    let decl = r#"
good = "range"
rating = { tolerance = "2 points" }
targets = [{ between = [40, 60] }]
"#;
    Board::of(decl, "2012/13,62").row().rating("amber");
    Board::of(decl, "2012/13,62.1").row().rating("red");
    Board::of(decl, "2012/13,38").row().rating("amber");
    Board::of(decl, "2012/13,37.9").row().rating("red");
}

#[test]
fn a_nought_tolerance_leaves_no_amber_but_a_strict_tie() {
    let decl = "targets = [{ more_than = 70 }]\nrating = { tolerance = \"0%\" }";
    Board::of(decl, "2012/13,70.1").row().rating("green");
    Board::of(decl, "2012/13,70").row().rating("amber");
    Board::of(decl, "2012/13,69.9").row().rating("red");
}
