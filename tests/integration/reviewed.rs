//! What reading the program against its contract has shown, each in its smallest form. Every figure is made up.

use crate::support::Board;

#[test]
fn a_tolerance_is_that_of_the_milestone_the_value_due_comes_from() {
    let board = Board::of(
        r#"
unit = "people"
period = "financial-quarter"
cumulative = true
targets = [{ at_least = 200, by = "2013/14 Q2", tolerance = "50%" }, { at_least = 400, by = "2013/14", tolerance = "5%" }]
"#,
        "2013/14 Q1,60",
    );
    // A quarter of the year's 400 is 100; 60 misses it by 40%, and the year's milestone allows 5%.
    board.as_of("2014-06-01").row().rating("red").due(100.0);
}

#[test]
fn a_year_to_date_is_improved_on_from_the_same_part_of_the_baseline() {
    let board = Board::of(
        r#"
unit = "people"
good = "low"
period = "financial-quarter"
cumulative = true
baseline = { period = "2012/13", value = 400 }
targets = [{ improve_on = "baseline" }]
"#,
        "2013/14 Q1,150",
    );
    // A quarter of 400 is 100, and 150 is more.
    board.as_of("2014-06-01").row().rating("red").due(100.0).variance(50.0, 50.0);
}

#[test]
fn the_change_made_by_a_year_to_date_is_measured_from_the_same_part_of_the_baseline() {
    let decl = |targets: &str| {
        format!(
            "unit = \"people\"\ngood = \"low\"\nperiod = \"financial-quarter\"\ncumulative = true\n\
             baseline = {{ period = \"2012/13\", value = 400 }}\nrating = {{ method = \"improvement\" }}\n\
             targets = [{targets}]"
        )
    };
    // Half of 400 is 200, 180 is due: 195 makes 5 of 20, 25%, however the 180 is declared.
    for targets in [
        r#"{ at_most = 360, by = "2013/14" }"#,
        r#"{ at_most = 180, by = "2013/14 Q2" }, { at_most = 360, by = "2013/14" }"#,
    ] {
        let board = Board::of(&decl(targets), "2013/14 Q1,80\n2013/14 Q2,195").as_of("2014-06-01");
        board.row().rating("red").due(180.0).why_has(&["25%"]);
    }
}

#[test]
fn a_ceiling_on_a_sum_lies_above_where_it_starts() {
    let board = Board::of(
        r#"
unit = "people"
good = "low"
period = "financial-quarter"
total = true
baseline = { period = "2011/12", value = 0 }
targets = [{ at_most = 100, by = "2012/13" }]
"#,
        "2012/13 Q1,20",
    );
    board.as_of("2014-06-01").row().rating("green").due(25.0);
}

#[test]
fn a_milestone_within_the_year_is_not_held_against_the_whole_years_baseline() {
    let board = Board::of(
        r#"
unit = "people"
period = "financial-quarter"
total = "year"
baseline = { period = "2012/13", value = 400 }
targets = [{ at_least = 110, by = "2013/14 Q1" }, { at_least = 440, by = "2013/14" }]
"#,
        "2013/14 Q1,108",
    );
    board.as_of("2014-06-01").row().rating("amber").due(110.0);
}

#[test]
fn nothing_is_missing_from_a_total_before_the_indicator_starts() {
    let board = Board::of(
        r#"
unit = "people"
period = "financial-quarter"
total = true
starts = 2013-04-01
targets = [{ at_least = 10, by = "2014/15" }]
"#,
        "2013/14 Q1,10\n2013/14 Q2,10",
    );
    board.as_of("2014-06-01").row().rating("green").latest("2013/14 Q2", 20.0);
}

#[test]
fn an_amount_from_before_the_start_makes_up_for_none_that_is_missing() {
    let board = Board::of(
        r#"
unit = "people"
period = "financial-quarter"
total = true
starts = 2013-04-01
targets = [{ at_least = 900, by = "2014/15" }]
"#,
        "2012/13 Q4,10\n2013/14 Q2,10",
    );
    board.as_of("2014-06-01").row().state("cannot-be-rated").why_has(&["2013/14 Q1"]);
}

#[test]
fn a_tie_is_never_worse_than_a_miss() {
    let decl = "baseline = { period = \"2011/12\", value = 5 }\ntargets = [{ more_than = 10 }]\n\
                rating = { method = \"improvement\", bands = [[\"green\", 90]] }";
    Board::of(decl, "2012/13,9.9").as_of("2014-06-01").row().rating("green");
    Board::of(decl, "2012/13,10").as_of("2014-06-01").row().rating("green");
}

#[test]
fn a_file_with_errors_is_not_filtered_away_by_its_rating() {
    let board = Board::of("targets = [{ at_least = 60 }]", "2012/13,50")
        .indicator("y", "targets = [{ at_least = 60 }]")
        .csv("y", "2012/13,5x");
    for command in ["status", "exceptions"] {
        let run = board.dated(&[command, "--rating", "red"], 1);
        assert!(run.stderr.contains('y'), "{run:?}");
    }
}

#[test]
fn a_period_that_is_not_over_is_not_known_whatever_was_recorded() {
    let board = Board::of("targets = [{ at_least = 60 }]", "2012/13,50")
        .file("data/x.csv", b"period,value,recorded\n2012/13,50,\n2014/15,60,2013-06-01\n".as_slice());
    board.as_of("2013-11-21").row().rating("red").latest("2012/13", 50.0);
}

#[test]
fn a_misspelt_rating_to_fail_on_is_a_usage_error() {
    let board = Board::of("targets = [{ at_least = 60 }]", "2012/13,50");
    let run = board.dated(&["status", "--fail-on", "reed"], 2);
    assert!(run.stderr.contains("red"), "{run:?}");
}

#[test]
fn a_suppressed_row_is_shown_in_no_finding() {
    let board = Board::of("targets = [{ at_least = 60 }]", "2012/13,50").file(
        "data/x.csv",
        b"period,value,numerator,marker,note\n2013/14,,3,c,three people\n2012/13,7x,8,c,named Smith\n2011/12,,9,c,a,b\n"
            .as_slice(),
    );
    let run = board.run(&["validate", "--as-of", "2014-06-01"]);
    for secret in ["three people", "Smith", "7x", ",9,"] {
        assert!(!run.stdout.contains(secret), "{secret}: {}", run.stdout);
    }
    assert!(run.stdout.contains("value-with-c"), "{}", run.stdout);
}

#[test]
fn all_that_the_rows_show_is_said_beside_an_error_in_one_of_them() {
    let file = "period,value\n2008/09,61\n2010/11,61\n2011/12,n/a\n2011/12,62\n";
    let found = Board::of("", "").file("data/x.csv", file).validate();
    for code in ["na-text", "duplicate-period", "gap"] {
        assert!(found.has(code), "{code}");
    }
}

#[test]
fn a_percentage_over_a_hundred_may_be_a_slip_of_a_decimal_point_too() {
    let found = Board::of("", "2011/12,61.2\n2012/13,6150").validate();
    found.get("outside-percentage").is_warning();
    found.get("implausible").says("about 100 times the previous 61.2");
}

#[test]
fn headings_in_quotes_between_semicolons_are_said_once() {
    let found = Board::of("", "").file("data/x.csv", "\"period\";\"value\"\n2012/13;61\n").validate();
    found.get("semicolon").is_error();
    assert!(!found.has("quote-misplaced"));
}
