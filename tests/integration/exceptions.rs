//! What is listed as an exception, why, and in which order. Every figure is made up.

use crate::support::{Board, Row, ids};

/// 5% of 90 is 4.5: 85.5 and above is amber.
const TARGET: &str = "targets = [{ at_least = 90 }]";
const RED: &str = "2010/11,50\n2012/13,60";
const RED_WORSENING: &str = "2011/12,60\n2012/13,50";
const AMBER_TWICE: &str = "2011/12,87\n2012/13,87";
const GREEN: &str = "2011/12,95\n2012/13,95";

/// Indicators that differ only in their readings.
fn indicators(all: &[(&str, &str)]) -> Board {
    all.iter().fold(Board::new(), |board, (id, readings)| board.indicator(id, TARGET).csv(id, readings))
}

/// The reasons for which `exceptions` lists the only indicator; none if it does not.
#[track_caller]
fn reasons(board: &Board) -> Vec<String> {
    let answer = board.exceptions();
    if ids(&answer).is_empty() {
        return Vec::new();
    }
    Row::find(&answer, "x").reasons()
}

#[track_caller]
fn assert_reason(board: &Board, reason: &str) {
    let all = reasons(board);
    assert!(all.iter().any(|r| r == reason), "{reason}: {all:?}");
}

#[track_caller]
fn assert_no_reason(board: &Board, reason: &str) {
    let all = reasons(board);
    assert!(all.iter().all(|r| r != reason), "{reason}: {all:?}");
}

#[test]
fn green_is_no_exception() {
    assert!(reasons(&Board::of(TARGET, GREEN)).is_empty());
}

#[test]
fn with_no_exception_the_list_is_empty_and_that_is_no_failure() {
    let answer = Board::of(TARGET, GREEN).json(&["exceptions"], 0);
    assert_eq!(answer["schema"], "hwb.exceptions/1");
    assert_eq!(answer["indicators"].as_array().map(Vec::len), Some(0));
}

#[test]
fn red_and_improving_is_red() {
    let board = Board::of(TARGET, RED);
    assert_eq!(reasons(&board)[0], "red");
    assert_no_reason(&board, "red-worsening");
}

#[test]
fn red_with_nothing_to_compare_is_red() {
    assert_eq!(reasons(&Board::of(TARGET, "2012/13,60"))[0], "red");
}

#[test]
fn red_and_steady_is_red() {
    assert_eq!(reasons(&Board::of(TARGET, "2011/12,60\n2012/13,60"))[0], "red");
}

#[test]
fn red_and_worsening_is_said_in_one_word() {
    let board = Board::of(TARGET, RED_WORSENING);
    assert_eq!(reasons(&board)[0], "red-worsening");
    assert_no_reason(&board, "red");
}

#[test]
fn worsening_is_against_the_figure_before_and_not_the_year_before() {
    let board =
        Board::of(&format!("period = \"financial-quarter\"\n{TARGET}"), "2012/13 Q2,65\n2013/14 Q1,50\n2013/14 Q2,60");
    assert_eq!(reasons(&board)[0], "red");
}

#[test]
fn worsening_is_against_the_year_before_where_the_figure_before_is_not_comparable() {
    // 30 is 25% off the 40 due after Q2, and was 35 a year before
    let board = Board::of(
        "unit = \"people\"\nperiod = \"financial-quarter\"\ncumulative = true\ntargets = [{ at_least = 80 }]",
        "2012/13 Q2,35\n2013/14 Q1,20\n2013/14 Q2,30",
    );
    assert_eq!(reasons(&board)[0], "red-worsening");
}

#[test]
fn amber_at_two_readings_running_is_listed() {
    assert_eq!(reasons(&Board::of(TARGET, AMBER_TWICE)), ["amber-running"]);
}

#[test]
fn amber_after_red_is_not_green_for_two_readings_running() {
    assert_reason(&Board::of(TARGET, "2011/12,60\n2012/13,87"), "amber-running");
}

#[test]
fn amber_after_green_is_not_listed() {
    assert!(reasons(&Board::of(TARGET, "2011/12,95\n2012/13,87")).is_empty());
}

#[test]
fn amber_at_its_only_reading_is_not_listed() {
    assert!(reasons(&Board::of(TARGET, "2012/13,87")).is_empty());
}

#[test]
fn a_blank_neither_counts_nor_interrupts() {
    let header = "period,value,marker";
    let running = format!("{header}\n2010/11,87,\n2011/12,,x\n2012/13,87,");
    assert_reason(&Board::of(TARGET, &running), "amber-running");
    let once = format!("{header}\n2011/12,,x\n2012/13,87,");
    assert_no_reason(&Board::of(TARGET, &once), "amber-running");
}

#[test]
fn every_reading_is_judged_on_what_was_due_then() {
    // 60 in 2010/11, 90 by 2013/14: 70 was due for 2011/12 (and met), 80 for 2012/13 (missed by 2.5%)
    let decl = r#"
baseline = { period = "2010/11", value = 60 }
targets = [{ at_least = 90, by = "2013/14" }]
"#;
    let board = Board::of(decl, "2011/12,70\n2012/13,78");
    board.row().rating("amber").due(80.0);
    assert_no_reason(&board, "amber-running");
    // 69 missed 70 by 1.4%
    assert_reason(&Board::of(decl, "2011/12,69\n2012/13,78"), "amber-running");
}

#[test]
fn how_many_ambers_running_may_be_set() {
    let three = "[exceptions]\namber_runs = 3";
    let two_of_three = Board::of(TARGET, "2010/11,95\n2011/12,87\n2012/13,87").toml(three);
    assert!(reasons(&two_of_three).is_empty());
    let all_three = Board::of(TARGET, "2010/11,87\n2011/12,87\n2012/13,87").toml(three);
    assert_reason(&all_three, "amber-running");
}

#[test]
fn any_middle_band_is_amber() {
    // (50 - 40) / (60 - 40) = 50% at both readings
    let board = Board::of(
        "baseline = { period = \"2009/10\", value = 40 }\ntargets = [{ at_least = 60 }]",
        "2011/12,50\n2012/13,50",
    )
    .toml("[rating]\nmethod = \"improvement\"\nbands = [[\"green\", 100], [\"red-amber\", 50]]");
    board.row().rating("red-amber");
    assert_reason(&board, "amber-running");
}

#[test]
fn an_overdue_figure_is_listed_whatever_the_rating() {
    // 2012/13 was due on 30 June 2013
    let board = Board::of(&format!("lag = \"13 weeks\"\n{TARGET}"), "2011/12,95");
    board.row().rating("green");
    assert_eq!(reasons(&board), ["overdue"]);
}

#[test]
fn an_overdue_figure_is_listed_where_there_is_none() {
    let board = Board::of(&format!("lag = \"13 weeks\"\n{TARGET}"), "");
    assert_eq!(reasons(&board), ["overdue"]);
}

#[test]
fn every_reason_is_in_the_one_row() {
    let board = Board::of(&format!("lag = \"13 weeks\"\n{TARGET}"), "2011/12,60");
    assert_eq!(board.listed(), ["x"]);
    assert_reason(&board, "red");
    assert_reason(&board, "overdue");
    assert_eq!(reasons(&board)[0], "red");
}

#[test]
fn status_gives_the_same_reasons() {
    let board = Board::of(TARGET, RED_WORSENING);
    assert_eq!(board.row().reasons(), reasons(&board));
    assert!(Board::of(TARGET, GREEN).row().reasons().is_empty());
}

#[test]
fn the_worst_come_first_and_then_the_order_in_the_file() {
    let board = indicators(&[
        ("late", "2010/11,95"),
        ("amber-b", AMBER_TWICE),
        ("amber-a", AMBER_TWICE),
        ("red-b", RED),
        ("fine", GREEN),
        ("red-a", RED),
        ("worse", RED_WORSENING),
    ])
    .toml("[reporting]\nlag = \"13 weeks\"");
    assert_eq!(board.listed(), ["worse", "red-b", "red-a", "amber-b", "amber-a", "late"]);
}

#[test]
fn status_keeps_the_order_of_the_file() {
    let board = indicators(&[("b", GREEN), ("worse", RED_WORSENING), ("a", RED)]);
    assert_eq!(ids(&board.status()), ["b", "worse", "a"]);
}

#[test]
fn red_may_be_switched_off() {
    let table = "[exceptions]\nred = false\nno_commentary = false";
    assert!(reasons(&Board::of(TARGET, RED).toml(table)).is_empty());
}

#[test]
fn overdue_may_be_switched_off() {
    let board = Board::of(&format!("lag = \"13 weeks\"\n{TARGET}"), "2011/12,95");
    let board = board.toml("[exceptions]\noverdue = false");
    board.row().overdue(true);
    assert!(reasons(&board).is_empty());
}

#[test]
fn one_switch_leaves_the_others_on() {
    let board = Board::of(TARGET, AMBER_TWICE).toml("[exceptions]\nred = false");
    assert_reason(&board, "amber-running");
}

#[test]
fn a_suppressed_figure_is_no_red() {
    let board = Board::of(TARGET, "period,value,marker\n2011/12,50,\n2012/13,,c");
    assert!(reasons(&board).is_empty());
}

#[test]
fn a_watched_figure_is_no_red() {
    let board = Board::of("rating = { method = \"none\" }", RED_WORSENING);
    assert!(reasons(&board).is_empty());
}

#[test]
fn the_filters_are_those_of_status() {
    let board = indicators(&[("mine", RED)])
        .toml("[chapters.other]\ntitle = \"Other\"")
        .indicator("theirs", &format!("chapter = \"other\"\n{TARGET}"))
        .csv("theirs", RED);
    assert_eq!(board.listed(), ["mine", "theirs"]);
    let filtered = board.json(&["exceptions", "--chapter", "other"], 0);
    assert_eq!(ids(&filtered), ["theirs"]);
}

#[test]
fn only_what_is_known_by_the_day_is_listed() {
    let board = Board::of(TARGET, "2011/12,95\n2012/13,50").as_of("2013-03-30");
    assert!(reasons(&board).is_empty());
    assert_eq!(reasons(&board.as_of("2013-03-31"))[0], "red-worsening");
}

#[test]
fn a_row_has_what_a_row_of_status_has() {
    let board = Board::of(TARGET, RED_WORSENING);
    let row = Row::find(&board.exceptions(), "x");
    row.state("rated").rating("red").due(90.0);
    // 50 - 90 = -40; 40 / 90 = 44.4444444...%
    row.latest("2012/13", 50.0).variance(-40.0, -44.444_444);
    assert_eq!(row["lead"], "l");
}
