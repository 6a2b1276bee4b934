//! What is due when: straight lines, steps, and what `by` means. Every figure is made up.

use crate::support::Board;

/// 60 in 2011/12, at least 90 by the date given: a line of 30.
fn rising(by: &str, readings: &str) -> Board {
    Board::of(
        &format!("baseline = {{ period = \"2011/12\", value = 60 }}\ntargets = [{{ at_least = 90, by = {by} }}]"),
        readings,
    )
}

/// 70, 90, 100 in three successive years, with no baseline.
fn stepping(readings: &str) -> Board {
    Board::of(
        r#"
[[indicators.x.targets]]
at_least = 70
by = "2011/12"
[[indicators.x.targets]]
at_least = 90
by = "2012/13"
[[indicators.x.targets]]
at_least = 100
by = "2013/14"
"#,
        readings,
    )
    .as_of("2015-06-01")
}

#[test]
fn a_level_is_on_a_straight_line_where_the_baseline_is_known() {
    // 12 of 36 months: 60 + 30 / 3 = 70; 69 - 70 = -1; 1 / 70 = 1.4285714...%
    let row = rising("\"2014/15\"", "2012/13,69").row();
    row.rating("amber").due(70.0).variance(-1.0, -1.428_571);
}

#[test]
fn the_line_goes_on_with_each_year() {
    // 24 of 36 months: 60 + 20 = 80
    let second = rising("\"2014/15\"", "2013/14,80").as_of("2014-06-01");
    second.row().rating("green").due(80.0);
    // 36 of 36 months
    let third = rising("\"2014/15\"", "2014/15,90").as_of("2015-06-01");
    third.row().rating("green").due(90.0);
}

#[test]
fn the_line_starts_at_the_baselines_own_value() {
    rising("\"2014/15\"", "2011/12,60").row().rating("green").due(60.0).variance(0.0, 0.0);
}

#[test]
fn before_the_baseline_there_is_no_line() {
    rising("\"2014/15\"", "2010/11,60").row().state("cannot-be-rated");
}

#[test]
fn after_its_end_a_line_stands_at_its_last_value() {
    // due by 2012/13, judged in 2013/14; 3 / 90 = 3.3333333...%
    let board = rising("\"2012/13\"", "2013/14,87").as_of("2014-06-01");
    let row = board.row();
    row.rating("amber").due(90.0).variance(-3.0, -3.333_333);
}

#[test]
fn a_line_is_exact_and_given_to_six_decimals() {
    // 10 + 1/3 is 10.3333...: 10.333333 misses it, 10.333334 meets it
    let decl = r#"
baseline = { period = "2011/12", value = 10 }
targets = [{ at_least = 11, by = "2014/15" }]
"#;
    let missed = Board::of(decl, "2012/13,10.333333");
    missed.row().rating("amber").due(10.333_333).adverse(true);
    let met = Board::of(decl, "2012/13,10.333334");
    met.row().rating("green").due(10.333_333).adverse(false);
}

#[test]
fn a_line_passes_through_every_milestone() {
    // 40 in 2010/11; 60 by 2012/13; 70 by 2014/15
    let decl = r#"
baseline = { period = "2010/11", value = 40 }
targets = [{ at_least = 60, by = "2012/13" }, { at_least = 70, by = "2014/15" }]
"#;
    for (readings, due) in [
        ("2010/11,99", 40.0),
        ("2011/12,99", 50.0), // half of 20 on
        ("2012/13,99", 60.0),
        ("2013/14,99", 65.0), // half of 10 on
        ("2014/15,99", 70.0),
    ] {
        let row = Board::of(decl, readings).as_of("2015-06-01").row();
        row.rating("green").due(due);
    }
}

#[test]
fn a_line_of_changes_passes_through_every_milestone() {
    // 200 in 2010/11; 190 by 2012/13; 180 by 2014/15
    let decl = r#"
unit = "people"
good = "low"
baseline = { period = "2010/11", value = 200 }
targets = [{ change = "-5%", by = "2012/13" }, { change = "-10%", by = "2014/15" }]
"#;
    let first = Board::of(decl, "2011/12,195");
    first.row().rating("green").due(195.0);
    let third = Board::of(decl, "2013/14,186").as_of("2014-06-01");
    // 186 - 185 = 1; 1 / 185 = 0.5405405...%
    third.row().rating("amber").due(185.0).variance(1.0, 0.540_541);
}

#[test]
fn steps_may_be_asked_for() {
    // all of the 90 from the start
    let row = Board::of(
        r#"
baseline = { period = "2011/12", value = 60 }
targets = [{ at_least = 90, by = "2014/15", path = "steps" }]
"#,
        "2012/13,72",
    )
    .row();
    // 18 / 90 = 20%
    row.rating("red").due(90.0).variance(-18.0, -20.0);
}

#[test]
fn steps_of_change_take_the_milestone_at_or_after_the_period() {
    let decl = r#"
unit = "people"
good = "low"
baseline = { period = "2010/11", value = 200 }
targets = [{ change = "-5%", by = "2012/13", path = "steps" }, { change = "-10%", by = "2014/15", path = "steps" }]
"#;
    for (readings, due) in
        [("2011/12,150", 190.0), ("2012/13,150", 190.0), ("2013/14,150", 180.0), ("2014/15,150", 180.0)]
    {
        let row = Board::of(decl, readings).as_of("2015-06-01").row();
        row.rating("green").due(due);
    }
}

#[test]
fn with_no_baseline_milestones_are_steps() {
    for (readings, due) in [
        ("2010/11,100", 70.0), // before the first: the first
        ("2011/12,100", 70.0),
        ("2012/13,100", 90.0),
        ("2013/14,100", 100.0),
        ("2014/15,100", 100.0), // after the last: the last
    ] {
        stepping(readings).row().rating("green").due(due);
    }
}

#[test]
fn a_missed_step_is_missed() {
    // 81 - 90 = -9: 10%
    let row = stepping("2012/13,81").row();
    row.rating("red").variance(-9.0, -10.0);
}

#[test]
fn by_a_year_is_the_last_period_that_ends_in_it() {
    // the last financial year to end by 31 December 2015 is 2014/15: 36 months, 70 due in the first
    rising("2015", "2012/13,70").row().rating("green").due(70.0);
}

#[test]
fn by_a_date_is_the_last_period_that_ends_on_or_before_it() {
    // 1 April 2014 and 31 March 2014 are 2013/14 (24 months: 75 due in the first); 30 March is 2012/13 (90 due)
    for (by, due) in [("2014-04-01", 75.0), ("2014-03-31", 75.0), ("2014-03-30", 90.0)] {
        rising(by, "2012/13,95").row().rating("green").due(due);
    }
}

#[test]
fn by_a_financial_year_is_its_last_quarter() {
    // 40 in 2013/14 Q4, 52 by 2014/15 Q4: 1 a month, 43 in Q1
    Board::of(
        r#"
period = "financial-quarter"
baseline = { period = "2013/14 Q4", value = 40 }
targets = [{ at_least = 52, by = "2014/15" }]
"#,
        "2014/15 Q1,43",
    )
    .as_of("2014-07-01")
    .row()
    .rating("green")
    .due(43.0);
}

#[test]
fn by_a_financial_year_is_the_calendar_quarter_that_ends_with_it() {
    // 40 in 2014 Q1, 52 by 2015 Q1: 43 in 2014 Q2
    Board::of(
        r#"
period = "quarter"
baseline = { period = "2014 Q1", value = 40 }
targets = [{ at_least = 52, by = "2014/15" }]
"#,
        "2014 Q2,43",
    )
    .as_of("2014-07-01")
    .row()
    .rating("green")
    .due(43.0);
}

#[test]
fn by_a_year_is_its_december_for_months() {
    // 10 in December 2013, 22 in December 2014: 15 in May
    Board::of(
        r#"
period = "month"
baseline = { period = "2013-12", value = 10 }
targets = [{ at_least = 22, by = 2014 }]
"#,
        "2014-05,15",
    )
    .as_of("2014-06-01")
    .row()
    .rating("green")
    .due(15.0);
}

#[test]
fn by_a_financial_year_is_the_calendar_year_that_ends_before_it_does() {
    // the last calendar year to end by 31 March 2015 is 2014: 20 in 2010 to 16 in 2014 is 18 in 2012
    Board::of(
        r#"
period = "calendar-year"
good = "low"
baseline = { period = "2010", value = 20 }
targets = [{ at_most = 16, by = "2014/15" }]
"#,
        "2012,18",
    )
    .row()
    .rating("green")
    .due(18.0);
}

#[test]
fn by_a_year_is_the_school_year_that_ends_in_it() {
    // 2014/15 ends in August 2015: 30 in 2011/12 to 60 in 2014/15 is 40 in 2012/13
    Board::of(
        r#"
period = "academic-year"
baseline = { period = "2011/12", value = 30 }
targets = [{ at_least = 60, by = 2015 }]
"#,
        "2012/13,40",
    )
    .row()
    .rating("green")
    .due(40.0);
}

#[test]
fn by_a_year_is_the_three_years_that_end_in_it() {
    // 100 in 2008-2010, 90 in 2013-2015: five years, 2 a year, 96 in 2010-2012
    Board::of(
        r#"
period = "three-calendar-years"
unit = "per 100,000"
good = "low"
baseline = { period = "2008-2010", value = 100 }
targets = [{ at_most = 90, by = 2015 }]
"#,
        "2010-2012,96",
    )
    .row()
    .rating("green")
    .due(96.0);
}

#[test]
fn by_a_financial_year_is_the_rolling_year_that_ends_with_it() {
    // 50 in 2012/13 Q4, 58 in 2014/15 Q4: 24 months, 51 after three
    Board::of(
        r#"
period = "rolling-year"
baseline = { period = "2012/13 Q4", value = 50 }
targets = [{ at_least = 58, by = "2014/15" }]
"#,
        "2013/14 Q1,51",
    )
    .row()
    .rating("green")
    .due(51.0);
}

#[test]
fn a_half_year_is_six_months_along() {
    // 50 in 2012/13 H2, 56 in 2013/14 H2: 53 in H1
    Board::of(
        r#"
period = "half-year"
baseline = { period = "2012/13 H2", value = 50 }
targets = [{ at_least = 56, by = "2013/14" }]
"#,
        "2013/14 H1,53",
    )
    .row()
    .rating("green")
    .due(53.0);
}

#[test]
fn a_snapshots_line_is_measured_in_days() {
    // 31 March 2013 to 31 March 2014 is 365 days; 12 June is 73 days on, a fifth: 10 + 10 / 5 = 12
    Board::of(
        r#"
period = "date"
baseline = { period = "2013-03-31", value = 10 }
targets = [{ at_least = 20, by = 2014-03-31 }]
"#,
        "2013-06-12,12",
    )
    .row()
    .rating("green")
    .due(12.0);
}

#[test]
fn a_break_after_the_baseline_is_said_and_the_line_stands() {
    // 2011/12 is neither the baseline's period nor the reading's: only the break can have brought it up
    let row = Board::of(
        r#"
baseline = { period = "2010/11", value = 40 }
breaks = [{ period = "2011/12", note = "A new question was asked" }]
targets = [{ at_least = 60, by = "2012/13" }]
"#,
        "2012/13,60",
    )
    .row();
    row.rating("green").due(60.0).why_has(&["2011/12"]);
}
