//! Targets that follow another figure: a comparator's, the baseline, last year's, the one before. The arithmetic is worked by
//! hand; the default tolerance is 5% of the value due. Every figure is made up.

use crate::support::Board;

/// A target that follows London or England, whose figure for 2012/13 is given.
fn following(good: &str, condition: &str, value: &str, other: &str) -> Board {
    Board::of(
        &format!("good = \"{good}\"\ncomparators = [\"london\"]\ntargets = [{{ {condition} = \"london\" }}]"),
        &format!("period,value,london\n2012/13,{value},{other}"),
    )
    .comparator("london")
}

#[test]
fn beat_is_to_be_strictly_better_than_a_comparator() {
    // 5.6 - 5.7 = -0.1; 0.1 / 5.7 = 1.7543859...%
    following("low", "beat", "5.6", "5.7").row().rating("green").condition("beat").due(5.7).variance(-0.1, -1.754_386);
}

#[test]
fn a_tie_does_not_beat_a_comparator() {
    let row = following("low", "beat", "5.7", "5.7").row();
    row.rating("amber").due(5.7).variance(0.0, 0.0);
}

#[test]
fn beat_is_amber_to_the_tolerance_and_red_past_it() {
    // 5% of 5.7 is 0.285: 5.985 is the last amber
    let amber = following("low", "beat", "5.985", "5.7");
    amber.row().rating("amber").variance(0.285, 5.0);
    // 0.286 / 5.7 = 5.0175438...%
    let red = following("low", "beat", "5.986", "5.7");
    red.row().rating("red").variance(0.286, 5.017_544);
}

#[test]
fn beat_is_to_be_above_where_high_is_good() {
    let above = following("high", "beat", "80.1", "80");
    above.row().rating("green").variance(0.1, 0.125);
    let below = following("high", "beat", "75.9", "80");
    // 4.1 / 80 = 5.125%
    below.row().rating("red").variance(-4.1, -5.125);
}

#[test]
fn match_is_to_be_no_worse_than_a_comparator() {
    let tie = following("low", "match", "5.7", "5.7");
    tie.row().rating("green").condition("match").due(5.7);
    let worse = following("low", "match", "5.8", "5.7");
    worse.row().rating("amber").variance(0.1, 1.754_386);
}

#[test]
fn a_comparators_figure_is_the_one_for_the_same_period() {
    // London's 6.0 for 2011/12 is not carried forward
    Board::of(
        "good = \"low\"\ncomparators = [\"london\"]\ntargets = [{ beat = \"london\" }]",
        "period,value,london\n2011/12,5.5,6.0\n2012/13,5.6,",
    )
    .comparator("london")
    .row()
    .state("cannot-be-rated")
    .why_has(&["london"]);
}

#[test]
fn the_stated_figure_is_used_while_the_comparator_has_none_at_all() {
    // 9.1 - 7.5 = 1.6; 1.6 / 7.5 = 21.3333333...%
    Board::of("good = \"low\"\ntargets = [{ beat = \"london\", stated = 7.5 }]", "2012/13,9.1")
        .comparator("london")
        .row()
        .rating("red")
        .due(7.5)
        .variance(1.6, 21.333_333);
}

#[test]
fn the_stated_figure_gives_way_to_a_published_one() {
    // 9.1 - 5.7 = 3.4; 3.4 / 5.7 = 59.6491228...%
    Board::of(
        "good = \"low\"\ntargets = [{ beat = \"london\", stated = 7.5 }]",
        "period,value,london\n2012/13,9.1,5.7",
    )
    .comparator("london")
    .row()
    .rating("red")
    .due(5.7)
    .variance(3.4, 59.649_123);
}

#[test]
fn the_stated_figure_is_not_used_once_any_period_has_a_published_one() {
    Board::of(
        "good = \"low\"\ntargets = [{ beat = \"london\", stated = 7.5 }]",
        "period,value,london\n2011/12,9.4,5.9\n2012/13,9.1,",
    )
    .comparator("london")
    .row()
    .state("cannot-be-rated");
}

#[test]
fn a_comparator_column_may_be_written_as_people_write_it() {
    Board::of(
        "good = \"low\"\ntargets = [{ beat = \"england-best\" }]",
        "period,value,England best\n2012/13,10.6,10.7",
    )
    .toml("[comparators.england-best]\ntitle = \"England best\"")
    .row()
    .rating("green")
    .due(10.7);
}

#[test]
fn improving_on_the_baseline_is_to_be_strictly_better_than_it() {
    let decl = r#"
good = "low"
baseline = { period = "2009/10", value = 12.0 }
targets = [{ improve_on = "baseline" }]
"#;
    let better = Board::of(decl, "2012/13,11.9");
    let better = better.row();
    better.rating("green").condition("improve_on").due(12.0);
    let same = Board::of(decl, "2012/13,12");
    same.row().rating("amber").variance(0.0, 0.0);
    // 5% of 12 is 0.6
    let amber = Board::of(decl, "2012/13,12.6");
    amber.row().rating("amber").variance(0.6, 5.0);
    // 0.63 / 12 = 5.25%
    let red = Board::of(decl, "2012/13,12.63");
    red.row().rating("red").variance(0.63, 5.25);
}

#[test]
fn the_baseline_itself_cannot_improve_on_the_baseline() {
    Board::of(
        r#"
good = "low"
baseline = { period = "2012/13", value = 12.0 }
targets = [{ improve_on = "baseline" }]
"#,
        "2012/13,11.0",
    )
    .row()
    .state("cannot-be-rated");
}

#[test]
fn improving_on_the_baseline_needs_one() {
    Board::of("good = \"low\"\ntargets = [{ improve_on = \"baseline\" }]", "2012/13,11.0")
        .row()
        .state("cannot-be-rated");
}

#[test]
fn improving_on_last_year_looks_at_the_same_period_a_year_earlier() {
    // 41 against 40 in 2012/13 Q2, not against 45 in 2013/14 Q1
    Board::of(
        "period = \"financial-quarter\"\ntargets = [{ improve_on = \"last-year\" }]",
        "2012/13 Q2,40\n2013/14 Q1,45\n2013/14 Q2,41",
    )
    .row()
    .rating("green")
    .due(40.0)
    .variance(1.0, 2.5);
}

#[test]
fn improving_on_last_year_needs_exactly_that_period() {
    Board::of("targets = [{ improve_on = \"last-year\" }]", "2010/11,60\n2012/13,61").row().state("cannot-be-rated");
}

#[test]
fn improving_on_the_previous_figure_looks_at_the_latest_earlier_one() {
    // 2011/12 is missing: 61 against 60 in 2010/11; 1 / 60 = 1.6666666...%
    Board::of("targets = [{ improve_on = \"previous\" }]", "2009/10,70\n2010/11,60\n2012/13,61")
        .row()
        .rating("green")
        .due(60.0)
        .variance(1.0, 1.666_667);
}

#[test]
fn the_previous_figure_is_never_a_blank() {
    Board::of("targets = [{ improve_on = \"previous\" }]", "period,value,marker\n2010/11,60,\n2011/12,,x\n2012/13,61,")
        .row()
        .rating("green")
        .due(60.0);
}

#[test]
fn the_same_figure_again_is_no_improvement() {
    let row = Board::of("targets = [{ improve_on = \"previous\" }]", "2011/12,60\n2012/13,60").row();
    row.rating("amber").variance(0.0, 0.0);
}

#[test]
fn a_first_figure_has_nothing_to_improve_on() {
    Board::of("targets = [{ improve_on = \"previous\" }]", "2012/13,60").row().state("cannot-be-rated");
}

#[test]
fn improvement_is_not_judged_across_a_break_marked_in_the_data() {
    Board::of("targets = [{ improve_on = \"previous\" }]", "period,value,marker\n2011/12,60,\n2012/13,61,b")
        .row()
        .state("cannot-be-rated");
}

#[test]
fn improvement_is_not_judged_across_a_declared_break() {
    Board::of(
        r#"
breaks = [{ period = "2012/13", note = "A new question was asked" }]
targets = [{ improve_on = "last-year" }]
"#,
        "2011/12,60\n2012/13,61",
    )
    .row()
    .state("cannot-be-rated");
}

#[test]
fn improvement_is_judged_again_after_a_break() {
    Board::of(
        "targets = [{ improve_on = \"previous\" }]",
        "period,value,marker\n2010/11,70,\n2011/12,60,b\n2012/13,61,",
    )
    .row()
    .rating("green")
    .due(60.0);
}

#[test]
fn improvement_is_not_judged_between_overlapping_periods() {
    Board::of(
        "period = \"three-calendar-years\"\ntargets = [{ improve_on = \"previous\" }]",
        "2009-2011,60\n2010-2012,61",
    )
    .row()
    .state("cannot-be-rated");
}

#[test]
fn a_rolling_year_may_be_compared_with_the_one_a_year_before() {
    // twelve months to December 2012 do not overlap twelve months to December 2011
    Board::of(
        "period = \"rolling-year\"\ntargets = [{ improve_on = \"last-year\" }]",
        "2011/12 Q3,60\n2012/13 Q2,65\n2012/13 Q3,61",
    )
    .row()
    .rating("green")
    .due(60.0);
}
