//! Every kind of period: how it is written, when it ends, and the spellings that are read all the same.
//! Every figure is made up.

use crate::support::Board;

fn one_reading(kind: &str, period: &str) -> Board {
    Board::of(&format!("period = \"{kind}\"\ntargets = [{{ at_least = 50 }}]"), &format!("{period},60"))
        .term("2009-04-01", "2015-03-31")
}

/// With no lag a figure is known from its period's last day, so the day before tells where the period ends.
#[track_caller]
fn assert_ends(kind: &str, period: &str, before: &str, end: &str) {
    let board = one_reading(kind, period).as_of(before);
    board.row().state("no-data");
    let board = board.as_of(end);
    board.row().state("rated").latest(period, 60.0);
}

/// The spelling is read as the period, and `validate` warns of it.
#[track_caller]
fn assert_read_with_a_warning(kind: &str, spelling: &str, period: &str) {
    let board = one_reading(kind, spelling);
    board.row().state("rated").latest(period, 60.0);
    let validation = board.validate();
    validation.exits(0);
    validation.at("data/x.csv", 2).is_warning().column(1).cell("A2");
}

/// No certain reading: the file is unreadable.
#[track_caller]
fn assert_refused(kind: &str, spelling: &str) {
    let board = one_reading(kind, spelling);
    board.one_beside_errors("x").state("unreadable");
    let validation = board.validate();
    validation.exits(1);
    validation.at("data/x.csv", 2).is_error().column(1).cell("A2");
}

#[test]
fn a_calendar_year_ends_in_december() {
    assert_ends("calendar-year", "2012", "2012-12-30", "2012-12-31");
}

#[test]
fn a_financial_year_ends_in_march() {
    assert_ends("financial-year", "2012/13", "2013-03-30", "2013-03-31");
}

#[test]
fn a_financial_year_may_cross_the_century() {
    let board = one_reading("financial-year", "1999/00");
    board.row().latest("1999/00", 60.0);
    let whole = one_reading("financial-year", "1999/2000");
    whole.row().latest("1999/00", 60.0);
}

#[test]
fn an_academic_year_ends_in_august() {
    assert_ends("academic-year", "2012/13", "2013-08-30", "2013-08-31");
}

#[test]
fn half_years_are_of_the_financial_year() {
    assert_ends("half-year", "2012/13 H1", "2012-09-29", "2012-09-30");
    assert_ends("half-year", "2012/13 H2", "2013-03-30", "2013-03-31");
}

#[test]
fn quarters_are_of_the_calendar_year() {
    assert_ends("quarter", "2012 Q1", "2012-03-30", "2012-03-31");
    assert_ends("quarter", "2012 Q3", "2012-09-29", "2012-09-30");
    assert_ends("quarter", "2012 Q4", "2012-12-30", "2012-12-31");
}

#[test]
fn financial_quarters_are_of_the_financial_year() {
    assert_ends("financial-quarter", "2012/13 Q1", "2012-06-29", "2012-06-30");
    assert_ends("financial-quarter", "2012/13 Q3", "2012-12-30", "2012-12-31");
    assert_ends("financial-quarter", "2012/13 Q4", "2013-03-30", "2013-03-31");
}

#[test]
fn a_month_ends_on_its_last_day_in_a_leap_year_too() {
    assert_ends("month", "2012-02", "2012-02-28", "2012-02-29");
    assert_ends("month", "2013-02", "2013-02-27", "2013-02-28");
    assert_ends("month", "2012-09", "2012-09-29", "2012-09-30");
}

#[test]
fn a_snapshot_is_of_its_day() {
    assert_ends("date", "2013-03-15", "2013-03-14", "2013-03-15");
}

#[test]
fn a_rolling_year_ends_with_its_quarter() {
    assert_ends("rolling-year", "2012/13 Q3", "2012-12-30", "2012-12-31");
}

#[test]
fn three_calendar_years_end_with_the_last() {
    assert_ends("three-calendar-years", "2010-2012", "2012-12-30", "2012-12-31");
}

#[test]
fn three_financial_years_end_with_the_last() {
    assert_ends("three-financial-years", "2010/11-2012/13", "2013-03-30", "2013-03-31");
}

#[test]
fn the_whole_second_year_is_as_good_and_needs_no_warning() {
    let board = one_reading("financial-year", "2012/2013");
    board.row().state("rated").latest("2012/13", 60.0);
    let validation = board.validate();
    validation.exits(0);
    assert!(validation.silent_at("data/x.csv", 2), "{validation:#?}");
}

#[test]
fn a_financial_year_is_read_with_a_hyphen() {
    assert_read_with_a_warning("financial-year", "2012-13", "2012/13");
}

#[test]
fn a_financial_year_is_read_with_fy_before_it() {
    assert_read_with_a_warning("financial-year", "FY2012/13", "2012/13");
}

#[test]
fn a_quarter_is_read_with_its_number_first() {
    assert_read_with_a_warning("financial-quarter", "Q1 2012/13", "2012/13 Q1");
}

#[test]
fn a_quarter_is_read_with_a_hyphen() {
    assert_read_with_a_warning("financial-quarter", "2012/13-Q1", "2012/13 Q1");
}

#[test]
fn a_month_is_read_by_its_name() {
    assert_read_with_a_warning("month", "Sep 2012", "2012-09");
}

#[test]
fn three_years_are_read_with_spaces_and_two_figures() {
    assert_read_with_a_warning("three-calendar-years", "2010 - 12", "2010-2012");
}

#[test]
fn what_could_be_a_month_is_three_years_where_that_is_the_kind() {
    assert_read_with_a_warning("three-calendar-years", "2010-12", "2010-2012");
}

#[test]
fn three_financial_years_are_read_with_spaces() {
    let kind = "three-financial-years";
    assert_read_with_a_warning(kind, "2010/11 - 2012/13", "2010/11-2012/13");
}

#[test]
fn years_that_do_not_follow_are_refused() {
    assert_refused("financial-year", "2012/14");
}

#[test]
fn a_fifth_quarter_is_refused() {
    assert_refused("financial-quarter", "2012/13 Q5");
}

#[test]
fn a_thirteenth_month_is_refused() {
    assert_refused("month", "2012-13");
}

#[test]
fn a_bare_year_is_refused_where_years_are_financial() {
    assert_refused("financial-year", "2012");
}

#[test]
fn a_month_is_refused_among_quarters() {
    assert_refused("financial-quarter", "2012-09");
}

#[test]
fn words_are_refused() {
    assert_refused("financial-year", "last year");
}

#[test]
fn a_day_that_is_not_in_the_calendar_is_refused() {
    assert_refused("date", "2013-02-29");
}

#[test]
fn the_latest_is_by_period_and_not_by_place() {
    let board = Board::of("targets = [{ at_least = 50 }]", "2012/13,60\n2010/11,40\n2011/12,50");
    let row = board.row();
    row.latest("2012/13", 60.0).previous("improving");
    assert_eq!(row["direction"]["previous_period"], "2011/12");
}
