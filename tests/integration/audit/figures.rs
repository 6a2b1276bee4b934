//! Figures that do not come, come late, have met their target for long, or will not reach it.

use super::{assert_found, assert_silent, reason};
use crate::support::Board;

const LAGGED: &str = "lag = \"13 weeks\"\ntargets = [{ at_least = 90 }]";

#[test]
fn no_figure_is_a_problem_only_once_one_was_due() {
    assert_found(&Board::of(LAGGED, ""), "no-figure", &["x"]);
    assert_silent(&Board::of(LAGGED, "").as_of("2013-06-30"), "no-figure");
    assert_found(&Board::of(LAGGED, "").as_of("2013-07-01"), "no-figure", &["x"]);
    assert_silent(&Board::of("targets = [{ at_least = 90 }]", ""), "no-figure");
    assert_silent(&Board::of(LAGGED, "period,value,marker\n2012/13,,c"), "no-figure");
    assert_silent(&Board::of(&format!("managed_by = \"Another board\"\n{LAGGED}"), ""), "no-figure");
}

#[test]
fn a_figure_given_once_and_never_again_is_found() {
    let board = |readings: &str| Board::of(LAGGED, readings).as_of("2014-11-20");
    assert_found(&board("2012/13,91"), "not-updated", &["x"]);
    assert_silent(&board("2012/13,91\n2013/14,92"), "not-updated");
    assert_silent(&board("2012/13,91").as_of("2013-11-21"), "not-updated");
}

/// Quarters of which each was recorded on the day given; each ends a quarter's lag of 6 weeks before it is due.
fn quarters(days: [&str; 4]) -> Board {
    let periods = ["2012/13 Q1", "2012/13 Q2", "2012/13 Q3", "2012/13 Q4"];
    let rows: Vec<String> = periods.iter().zip(days).map(|(period, day)| format!("{period},91,{day}")).collect();
    Board::of(
        "period = \"financial-quarter\"\nlag = \"6 weeks\"\ntargets = [{ at_least = 90 }]",
        &format!("period,value,recorded\n{}", rows.join("\n")),
    )
}

#[test]
fn figures_three_quarters_of_which_are_late_are_always_late() {
    // due by 11 August, 11 November, 11 February and 12 May
    let late = quarters(["2012-08-21", "2012-11-21", "2013-02-21", "2013-05-01"]);
    assert_eq!(
        reason(&late, "always-late"),
        "3 of 4 figures with a day in recorded came after they were due, in the middle 10 days."
    );
    assert_silent(&quarters(["2012-08-21", "2012-11-21", "2013-02-01", "2013-05-01"]), "always-late");
    assert_silent(&quarters(["2012-08-21", "2012-11-21", "", ""]), "always-late");
}

#[test]
fn a_revision_and_a_figure_from_before_the_strategy_are_not_late() {
    let board = Board::of(
        LAGGED,
        "period,value,status,recorded\n2009/10,91,final,2012-05-01\n2010/11,91,final,2012-05-01\n\
         2011/12,91,final,2012-05-01\n2012/13,91,final,2013-06-01\n2012/13,92,revised,2013-11-01",
    );
    assert_silent(&board, "always-late");
}

/// At most 10 by 2016, from 20 in 2010; 2013 is the latest year.
fn falling(readings: &str) -> Board {
    Board::of(
        "good = \"low\"\nperiod = \"calendar-year\"\nbaseline = { period = \"2010\", value = 20 }\n\
         targets = [{ at_most = 10, by = \"2016\" }]",
        readings,
    )
    .as_of("2014-11-20")
}

#[test]
fn a_target_that_needs_more_than_three_times_the_pace_is_out_of_reach() {
    // The line falls 0.5 a year; 8.5 are left in 3 years: 2.8333 a year, 5.7 times that.
    let board = falling("2010,20\n2011,19.5\n2012,19\n2013,18.5");
    assert_eq!(
        reason(&board, "unlikely"),
        "To reach 10.0% by 2016 takes 2.8 points a year; its 4 readings since 2010 went 0.5 points a year, so that 5.7 times \
         that pace is needed."
    );
}

#[test]
fn a_target_that_the_readings_move_away_from_is_out_of_reach() {
    let board = falling("2010,20\n2011,20.5\n2012,21\n2013,21.5");
    assert!(reason(&board, "unlikely").contains("went 0.5 points a year the wrong way"));
}

#[test]
fn the_better_of_all_readings_and_the_latest_four_is_the_pace() {
    // Up 2, then down 1.5 a year: 9.5 are left in 3 years, 3.2 a year, 2.1 times that.
    let up_and_down = "2008,20\n2009,22\n2010,24\n2011,22.5\n2012,21\n2013,19.5";
    assert_silent(&falling(up_and_down), "unlikely");
}

#[test]
fn what_is_where_it_is_due_to_be_is_not_out_of_reach() {
    // 15 is due by 2013, half way; the readings went up all the same.
    let board = falling("2008,12\n2009,12.5\n2010,13\n2011,13.5\n2012,14\n2013,14.5");
    assert_silent(&board, "unlikely");
}

#[test]
fn a_target_that_can_be_reached_or_is_there_or_cannot_be_judged_is_left_alone() {
    for readings in [
        // 1.5 a year, and 5.5 in 3 years are left
        "2010,20\n2011,18.5\n2012,17\n2013,15.5",
        "2010,20\n2011,21\n2012,22\n2013,9",
        // three readings are no pace
        "2011,20\n2012,20\n2013,20",
        // nor are three since a break
        "period,value,marker\n2010,19,\n2011,20,b\n2012,20,\n2013,20,",
    ] {
        assert_silent(&falling(readings), "unlikely");
    }
    assert_silent(&falling("2010,20\n2011,20\n2012,20\n2013,20\n2016,20").as_of("2017-11-20"), "unlikely");
}

#[test]
fn a_target_met_at_the_latest_four_readings_or_for_two_years_is_long_met() {
    let met = |readings: &str| Board::of("targets = [{ at_least = 90, by = \"2014/15\" }]", readings);
    assert_found(&met("2009/10,91\n2010/11,92\n2011/12,93\n2012/13,94"), "long-met", &["x"]);
    assert_found(&met("2010/11,92\n2011/12,93\n2012/13,94"), "long-met", &["x"]);
    assert_silent(&met("2011/12,93\n2012/13,94"), "long-met");
    assert_silent(&met("2009/10,91\n2010/11,89\n2011/12,93\n2012/13,94"), "long-met");
}

#[test]
fn what_is_met_on_the_way_is_not_long_met() {
    let on_the_way = falling("2010,18\n2011,16\n2012,14\n2013,12");
    assert_silent(&on_the_way, "long-met");
}

#[test]
fn a_target_that_cannot_be_raised_is_not_long_met() {
    let readings = "2009/10,100\n2010/11,100\n2011/12,100\n2012/13,100";
    assert_silent(&Board::of("targets = [{ at_least = 100 }]", readings), "long-met");
    let held = "baseline = { period = \"2008/09\", value = 90 }\ntargets = [{ change = \"0%\" }]";
    assert_silent(&Board::of(held, readings), "long-met");
}

#[test]
fn a_red_without_commentary_of_its_period_is_found() {
    let red = || Board::of("targets = [{ at_least = 90 }]", "2011/12,50\n2012/13,50");
    assert_found(&red(), "no-commentary", &["x"]);
    assert_found(&red().file("data/x.md", "## 2011/12\n\nA reason.\n"), "no-commentary", &["x"]);
    assert_silent(&red().file("data/x.md", "## 2012/13\n\nA reason.\n"), "no-commentary");
    assert_silent(&red().toml("[exceptions]\nno_commentary = false"), "no-commentary");
    assert_silent(&Board::of("targets = [{ at_least = 90 }]", "2012/13,95"), "no-commentary");
}
