//! What is owed, when, and when it is overdue. The strategy's term is 1 April 2012 to 31 March 2015 unless a test says.
//! Every figure is made up.

use crate::support::{Board, ids};

const TARGET: &str = "targets = [{ at_least = 90 }]";

/// An indicator whose figures are due this long after their period's end.
fn lagging(lag: &str, more: &str, readings: &str) -> Board {
    Board::of(&format!("lag = \"{lag}\"\n{TARGET}\n{more}"), readings)
}

#[test]
fn the_first_figure_owed_is_of_the_first_period_to_end_in_the_term() {
    // 2011/12 ended the day before it; 31 March 2013 and 91 days is 30 June
    let row = lagging("13 weeks", "", "").row();
    row.next_period("2012/13").expected("2013-06-30");
}

#[test]
fn a_period_that_began_before_the_term_and_ends_in_it_is_owed() {
    // the school year 2011/12 ends on 31 August 2012; and 91 days is 30 November
    let row = lagging("13 weeks", "period = \"academic-year\"", "").row();
    row.next_period("2011/12").expected("2012-11-30");
}

#[test]
fn a_figure_is_overdue_the_day_after_it_is_due() {
    let due = lagging("13 weeks", "", "").as_of("2013-06-30");
    due.row().overdue(false);
    let late = due.as_of("2013-07-01");
    late.row().state("no-data").overdue(true);
}

#[test]
fn after_the_latest_the_next_is_owed() {
    // 31 March 2014 and 26 weeks (182 days) is 29 September
    let row = lagging("26 weeks", "", "2012/13,95").row();
    row.next_period("2013/14").expected("2014-09-29");
    row.overdue(false);
}

#[test]
fn a_rated_figure_may_have_a_successor_overdue() {
    let board = lagging("26 weeks", "", "2012/13,95");
    let due = board.as_of("2014-09-29");
    due.row().rating("green").overdue(false);
    let late = due.as_of("2014-09-30");
    late.row().state("rated").rating("green").overdue(true);
    late.row().latest("2012/13", 95.0).next_period("2013/14");
}

#[test]
fn the_strategys_lag_serves_where_the_indicator_has_none() {
    let board = Board::new()
        .toml("[reporting]\nlag = \"13 weeks\"")
        .indicator("x", TARGET)
        .csv("x", "2012/13,95")
        .indicator("slow", &format!("lag = \"26 weeks\"\n{TARGET}"))
        .csv("slow", "2012/13,95");
    board.one("x").expected("2014-06-30");
    board.one("slow").expected("2014-09-29");
}

#[test]
fn with_no_lag_nothing_is_ever_overdue() {
    let board = Board::of(TARGET, "2012/13,95").as_of("2015-12-31");
    board.row().next_period("2013/14").overdue(false);
}

#[test]
fn a_figure_is_known_from_the_day_it_is_due() {
    // 31 March 2013 and 26 weeks is 29 September
    let board = lagging("26 weeks", "", "2012/13,95");
    let before = board.as_of("2013-09-28");
    before.row().state("no-data").overdue(false);
    let from = before.as_of("2013-09-29");
    from.row().state("rated").next_period("2013/14");
}

#[test]
fn a_figure_with_a_day_recorded_is_known_from_that_day() {
    let text = "period,value,recorded\n2012/13,95,2013-06-20";
    let board = lagging("26 weeks", "", text);
    let before = board.as_of("2013-06-19");
    before.row().state("no-data");
    let from = before.as_of("2013-06-20");
    from.row().rating("green");
}

#[test]
fn a_figure_recorded_late_was_overdue_until_then() {
    // due on 30 June 2013
    let text = "period,value,recorded\n2012/13,95,2013-10-01";
    let board = lagging("13 weeks", "", text).as_of("2013-09-30");
    board.row().state("no-data").overdue(true);
    let board = board.as_of("2013-10-01");
    board.row().rating("green").overdue(false);
}

#[test]
fn a_blank_with_a_marker_answers_what_was_owed() {
    let text = "period,value,marker\n2011/12,95,\n2012/13,,x";
    let row = lagging("13 weeks", "", text).row();
    row.state("not-available").next_period("2013/14");
    row.overdue(false);
}

#[test]
fn a_forecast_answers_nothing() {
    let text = "period,value,marker\n2012/13,95,\n2013/14,96,f";
    let board = lagging("13 weeks", "", text).as_of("2014-07-01");
    board.row().next_period("2013/14").overdue(true);
}

#[test]
fn a_gap_behind_the_latest_is_not_owed() {
    let board = lagging("13 weeks", "", "2012/13,95\n2014/15,95").term("2012-04-01", "2018-03-31");
    let row = board.as_of("2015-07-01").row();
    row.next_period("2015/16").overdue(false);
}

#[test]
fn after_the_terms_last_period_nothing_is_owed() {
    // 31 March 2015 and 13 weeks is 30 June
    let board = lagging("13 weeks", "", "2014/15,95").as_of("2016-01-01");
    board.row().rating("green").nothing_owed();
}

#[test]
fn the_terms_last_period_itself_is_owed() {
    let board = lagging("13 weeks", "", "2013/14,95").as_of("2015-07-01");
    let row = board.row();
    row.next_period("2014/15").expected("2015-06-30");
    row.overdue(true);
}

#[test]
fn a_figure_may_be_expected_every_other_year() {
    // 31 March 2014 and 91 days is 30 June
    let board = lagging("13 weeks", "every = \"2 years\"", "2011/12,95");
    let row = board.term("2009-04-01", "2015-03-31").row();
    row.next_period("2013/14").expected("2014-06-30");
    row.overdue(false);
}

#[test]
fn a_snapshot_is_owed_as_often_as_is_said() {
    // 15 March and six months is 15 September; and 91 days is 15 December
    let more = "period = \"date\"\nevery = \"6 months\"";
    let row = lagging("13 weeks", more, "2013-03-15,95").row();
    row.next_period("2013-09-15").expected("2013-12-15");
    row.overdue(false);
}

#[test]
fn a_snapshot_is_otherwise_never_owed() {
    let board = lagging("13 weeks", "period = \"date\"", "2012-06-30,95");
    board.as_of("2015-03-01").row().nothing_owed();
}

#[test]
fn what_is_owed_is_of_the_indicators_own_kind() {
    for (kind, latest, next) in [
        ("calendar-year", "2012", "2013"),
        ("half-year", "2012/13 H2", "2013/14 H1"),
        ("quarter", "2012 Q4", "2013 Q1"),
        ("financial-quarter", "2012/13 Q4", "2013/14 Q1"),
        ("month", "2012-12", "2013-01"),
        ("rolling-year", "2012/13 Q4", "2013/14 Q1"),
        ("three-calendar-years", "2010-2012", "2011-2013"),
        ("three-financial-years", "2010/11-2012/13", "2011/12-2013/14"),
    ] {
        let decl = format!("period = \"{kind}\"\n{TARGET}");
        let row = Board::of(&decl, &format!("{latest},95")).row();
        row.latest(latest, 95.0).next_period(next);
    }
}

#[test]
fn an_indicators_own_start_narrows_the_term() {
    let row = lagging("13 weeks", "starts = 2013-04-01", "").row();
    row.next_period("2013/14").expected("2014-06-30");
    row.overdue(false);
}

#[test]
fn a_retired_indicator_is_listed_until_then_and_owes_nothing_past_it() {
    let board = lagging("13 weeks", "retired = 2013-12-31", "2012/13,95");
    board.row().rating("green").nothing_owed();
}

#[test]
fn a_retired_indicator_is_listed_in_show_only() {
    let board = lagging("13 weeks", "retired = 2013-06-30", "2011/12,50");
    let status = board.status();
    assert!(ids(&status).is_empty(), "{status:#}");
    assert_eq!(status["summary"]["indicators"], 0);
    assert!(board.listed().is_empty());
    assert!(board.dated(&["show", "x"], 0).stdout.contains("50"));
}

#[test]
fn an_indicator_that_has_not_started_is_not_listed() {
    let board = lagging("13 weeks", "starts = 2014-04-01", "2012/13,50");
    assert!(ids(&board.status()).is_empty());
    assert!(board.listed().is_empty());
}

#[test]
fn the_summary_counts_the_overdue() {
    let board = Board::new()
        .toml("[reporting]\nlag = \"13 weeks\"")
        .indicator("late", TARGET)
        .csv("late", "2011/12,95")
        .indicator("never", TARGET)
        .csv("never", "")
        .indicator("prompt", TARGET)
        .csv("prompt", "2012/13,95");
    let summary = board.status()["summary"].clone();
    assert_eq!(summary["overdue"], 2);
    assert_eq!(summary["rated"], 2);
}
