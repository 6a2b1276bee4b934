//! The direction between two points: against the figure before, and against the same period a year earlier.
//! Every figure is made up.

use crate::support::Board;

fn annual(good: &str, before: &str, now: &str) -> Board {
    let target = match good {
        "high" => "targets = [{ at_least = 50 }]",
        "low" => "targets = [{ at_most = 50 }]",
        "range" => "targets = [{ between = [40, 60] }]",
        _ => "",
    };
    Board::of(&format!("good = \"{good}\"\n{target}"), &format!("2011/12,{before}\n2012/13,{now}"))
}

#[track_caller]
fn assert_both(board: &Board, expected: &str) {
    board.row().previous(expected).year(expected);
}

#[test]
fn more_is_improving_where_high_is_good() {
    assert_both(&annual("high", "60", "61"), "improving");
    assert_both(&annual("high", "61", "60"), "worsening");
}

#[test]
fn less_is_improving_where_low_is_good() {
    assert_both(&annual("low", "61", "60"), "improving");
    assert_both(&annual("low", "60", "61"), "worsening");
}

#[test]
fn the_same_is_steady() {
    assert_both(&annual("high", "60", "60.0"), "steady");
    assert_both(&annual("none", "60", "60"), "steady");
}

#[test]
fn with_no_polarity_there_is_only_higher_and_lower() {
    assert_both(&annual("none", "60", "61"), "higher");
    assert_both(&annual("none", "61", "60"), "lower");
}

#[test]
fn for_a_range_improving_is_towards_it() {
    // from 10 outside to 5 outside, above and below; and away again
    assert_both(&annual("range", "70", "65"), "improving");
    assert_both(&annual("range", "30", "35"), "improving");
    assert_both(&annual("range", "65", "70"), "worsening");
    assert_both(&annual("range", "35", "30"), "worsening");
}

#[test]
fn a_change_within_the_dead_band_is_steady() {
    let decl = "steady = 0.5\ntargets = [{ at_least = 50 }]";
    let within = Board::of(decl, "2011/12,60\n2012/13,60.4");
    assert_both(&within, "steady");
    let outside = Board::of(decl, "2011/12,60\n2012/13,60.6");
    assert_both(&outside, "improving");
    let worse = Board::of(decl, "2011/12,60\n2012/13,59.4");
    assert_both(&worse, "worsening");
}

#[test]
fn both_periods_are_named() {
    let row = annual("high", "60", "61").row();
    assert_eq!(row["direction"]["previous_period"], "2011/12");
    assert_eq!(row["direction"]["year_period"], "2011/12");
}

#[test]
fn a_first_figure_has_no_direction() {
    let row = Board::of("targets = [{ at_least = 50 }]", "2012/13,60").row();
    row.previous("not-enough-data").year("not-enough-data");
    assert!(row["direction"]["previous_period"].is_null());
    assert!(row["direction"]["year_period"].is_null());
}

#[test]
fn the_previous_figure_may_be_years_back_but_the_year_before_is_exact() {
    let row = Board::of("targets = [{ at_least = 50 }]", "2009/10,60\n2012/13,61").row();
    row.previous("improving").year("not-enough-data");
    assert_eq!(row["direction"]["previous_period"], "2009/10");
}

#[test]
fn a_blank_is_not_a_figure() {
    let row =
        Board::of("targets = [{ at_least = 50 }]", "period,value,marker\n2010/11,60,\n2011/12,,x\n2012/13,61,").row();
    row.previous("improving").year("not-enough-data");
    assert_eq!(row["direction"]["previous_period"], "2010/11");
}

#[test]
fn quarters_have_two_directions() {
    // worse than Q1, better than Q2 of the year before
    let row = Board::of(
        "period = \"financial-quarter\"\ntargets = [{ at_least = 50 }]",
        "2012/13 Q2,60\n2013/14 Q1,65\n2013/14 Q2,62",
    )
    .row();
    row.previous("worsening").year("improving");
    assert_eq!(row["direction"]["previous_period"], "2013/14 Q1");
    assert_eq!(row["direction"]["year_period"], "2012/13 Q2");
}

#[test]
fn months_look_back_twelve_months() {
    let row =
        Board::of("period = \"month\"\ntargets = [{ at_least = 50 }]", "2012-09,60\n2013-08,65\n2013-09,62").row();
    row.previous("worsening").year("improving");
    assert_eq!(row["direction"]["year_period"], "2012-09");
}

#[test]
fn snapshots_look_back_to_the_same_day() {
    let row =
        Board::of("period = \"date\"\ntargets = [{ at_least = 50 }]", "2012-03-31,60\n2012-12-31,65\n2013-03-31,62")
            .row();
    row.previous("worsening").year("improving");
    assert_eq!(row["direction"]["previous_period"], "2012-12-31");
    assert_eq!(row["direction"]["year_period"], "2012-03-31");
}

#[test]
fn a_break_marked_in_the_data_is_not_looked_across() {
    let row = Board::of("targets = [{ at_least = 50 }]", "period,value,marker\n2011/12,60,\n2012/13,61,b").row();
    row.previous("not-comparable").year("not-comparable");
}

#[test]
fn a_declared_break_is_not_looked_across() {
    let row = Board::of(
        "breaks = [{ period = \"2012/13\", note = \"A new question\" }]\ntargets = [{ at_least = 50 }]",
        "2011/12,60\n2012/13,61",
    )
    .row();
    row.previous("not-comparable").year("not-comparable");
}

#[test]
fn a_break_may_lie_between_the_years_and_not_between_the_quarters() {
    let row = Board::of(
        "period = \"financial-quarter\"\ntargets = [{ at_least = 50 }]",
        "period,value,marker\n2012/13 Q2,60,\n2013/14 Q1,65,b\n2013/14 Q2,62,",
    )
    .row();
    row.previous("worsening").year("not-comparable");
}

#[test]
fn an_older_break_is_no_matter() {
    let row =
        Board::of("targets = [{ at_least = 50 }]", "period,value,marker\n2010/11,60,\n2011/12,61,b\n2012/13,62,").row();
    row.previous("improving").year("improving");
}

#[test]
fn three_year_periods_overlap_both_ways() {
    let row =
        Board::of("period = \"three-calendar-years\"\ntargets = [{ at_least = 50 }]", "2009-2011,60\n2010-2012,61")
            .row();
    row.previous("not-comparable").year("not-comparable");
}

#[test]
fn rolling_years_overlap_by_the_quarter_but_not_by_the_year() {
    let row = Board::of(
        "period = \"rolling-year\"\ntargets = [{ at_least = 50 }]",
        "2012/13 Q2,60\n2013/14 Q1,65\n2013/14 Q2,62",
    )
    .row();
    row.previous("not-comparable").year("improving");
}

#[test]
fn a_year_to_date_figure_is_compared_only_with_last_years() {
    let row = Board::of(
        "unit = \"people\"\nperiod = \"financial-quarter\"\ncumulative = true\ntargets = [{ at_least = 80 }]",
        "2012/13 Q2,45\n2013/14 Q1,20\n2013/14 Q2,41",
    )
    .row();
    row.previous("not-comparable").year("worsening");
}

#[test]
fn a_years_total_is_compared_only_with_last_years() {
    // 8 + 4 = 12 against 5 + 5 = 10
    let row = Board::of(
        "unit = \"people\"\nperiod = \"financial-quarter\"\ntotal = \"year\"\ntargets = [{ at_least = 20 }]",
        "2012/13 Q1,5\n2012/13 Q2,5\n2012/13 Q3,5\n2012/13 Q4,5\n2013/14 Q1,8\n2013/14 Q2,4",
    )
    .row();
    row.previous("not-comparable").year("improving");
}

#[test]
fn a_running_totals_direction_is_of_its_amounts() {
    // the total rises, the amounts fall: 30, then 20
    let row = Board::of(
        "unit = \"people\"\ntotal = true\ntargets = [{ at_least = 60, by = \"2014/15\" }]",
        "2012/13,30\n2013/14,20",
    )
    .as_of("2014-06-01")
    .row();
    row.latest("2013/14", 50.0).rating("green");
    row.previous("worsening").year("worsening");
}
