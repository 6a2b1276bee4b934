//! Figures that are replaced, and what was known when. Every figure is made up.

use crate::support::archive::text_of;
use crate::support::{Board, written};

const HEADER: &str = "period,value,status,recorded";

fn recorded(rows: &str) -> Board {
    Board::of("targets = [{ at_least = 90 }]", &format!("{HEADER}\n{rows}"))
}

#[track_caller]
fn assert_latest(board: &Board, value: f64, status: &str) {
    let row = board.row();
    row.latest("2012/13", value);
    assert_eq!(row["latest"]["status"], status);
}

#[test]
fn a_final_figure_replaces_a_provisional_one() {
    let board = recorded("2012/13,80,provisional,2013-06-01\n2012/13,92,,2013-09-01");
    assert_latest(&board, 92.0, "final");
    board.row().rating("green");
}

#[test]
fn before_the_final_figure_the_provisional_one_stands_and_is_rated() {
    let board = recorded("2012/13,80,provisional,2013-06-01\n2012/13,92,,2013-09-01");
    let board = board.as_of("2013-08-31");
    assert_latest(&board, 80.0, "provisional");
    board.row().rating("red");
}

#[test]
fn a_final_figure_replaces_an_estimate() {
    let board = recorded("2012/13,80,estimate,2013-06-01\n2012/13,92,final,2013-09-01");
    assert_latest(&board, 92.0, "final");
    assert_latest(&board.as_of("2013-08-31"), 80.0, "estimate");
}

#[test]
fn a_revised_figure_replaces_a_final_one_from_its_day() {
    let board = recorded("2012/13,80,,2013-06-01\n2012/13,92,revised,2013-09-01");
    assert_latest(&board, 92.0, "revised");
    let board = board.as_of("2013-08-31");
    assert_latest(&board, 80.0, "final");
    assert_latest(&board.as_of("2013-09-01"), 92.0, "revised");
}

#[test]
fn a_corrected_figure_replaces_a_final_one_from_its_day() {
    let board = recorded("2012/13,80,,2013-06-01\n2012/13,92,corrected,2013-09-01");
    assert_latest(&board, 92.0, "corrected");
    assert_latest(&board.as_of("2013-08-31"), 80.0, "final");
}

#[test]
fn a_figure_may_be_revised_and_then_corrected() {
    let board = recorded("2012/13,80,,2013-06-01\n2012/13,85,revised,2013-08-01\n2012/13,92,corrected,2013-10-01");
    assert_latest(&board, 92.0, "corrected");
    let board = board.as_of("2013-09-01");
    assert_latest(&board, 85.0, "revised");
    assert_latest(&board.as_of("2013-07-01"), 80.0, "final");
}

#[test]
fn later_is_by_the_day_recorded_and_not_by_place() {
    let board = recorded("2012/13,92,revised,2013-09-01\n2012/13,80,,2013-06-01");
    assert_latest(&board, 92.0, "revised");
    assert_latest(&board.as_of("2013-08-31"), 80.0, "final");
}

#[test]
fn recorded_on_one_day_later_is_by_place() {
    let board = recorded("2012/13,80,provisional,2013-06-01\n2012/13,92,final,2013-06-01");
    assert_latest(&board, 92.0, "final");
}

#[test]
fn with_no_day_recorded_later_is_by_place() {
    let board = recorded("2012/13,80,provisional,\n2012/13,92,final,");
    assert_latest(&board, 92.0, "final");
}

#[test]
fn a_revision_of_an_earlier_year_does_not_become_the_latest() {
    let board = recorded("2011/12,70,,2012-06-01\n2012/13,80,,2013-06-01\n2011/12,95,revised,2013-09-01");
    assert_latest(&board, 80.0, "final");
    board.row().previous("worsening");
    board.as_of("2013-08-31").row().previous("improving");
}

#[test]
fn the_shorthand_for_provisional_is_the_status() {
    let board = Board::of("targets = [{ at_least = 90 }]", "period,value,marker\n2012/13,80,p");
    assert_latest(&board, 80.0, "provisional");
    board.row().rating("red");
}

#[test]
fn the_shorthand_for_an_estimate_is_the_status() {
    let board = Board::of("targets = [{ at_least = 90 }]", "period,value,marker\n2012/13,80,e");
    assert_latest(&board, 80.0, "estimate");
}

#[test]
fn the_shorthand_for_revised_is_the_status() {
    let board = Board::of(
        "targets = [{ at_least = 90 }]",
        "period,value,marker,recorded\n2012/13,80,,2013-06-01\n2012/13,92,r,2013-09-01",
    );
    assert_latest(&board, 92.0, "revised");
}

#[test]
fn a_shorthand_may_stand_beside_a_marker() {
    let board = Board::of("targets = [{ at_least = 90 }]", "period,value,marker\n2012/13,80,p u");
    assert_latest(&board, 80.0, "provisional");
    let row = board.row();
    let markers = row["latest"]["markers"].as_array().expect("a list").clone();
    assert!(markers.contains(&"u".into()), "{markers:?}");
}

#[test]
fn two_final_figures_for_one_period_are_an_error() {
    let board = recorded("2012/13,80,,2013-06-01\n2012/13,92,,2013-09-01");
    board.one_beside_errors("x").state("unreadable");
}

#[test]
fn one_figure_for_everyone_and_one_for_a_group_are_not_two() {
    let board = Board::of("targets = [{ at_least = 90 }]", "period,value,group\n2012/13,80,\n2012/13,92,females");
    let board = board.toml("[groups.females]\ntitle = \"Females\"\nkind = \"sex\"");
    assert_latest(&board, 80.0, "final");
}

#[test]
fn a_revision_needs_its_day() {
    let board = recorded("2012/13,80,,2013-06-01\n2012/13,92,revised,");
    board.one_beside_errors("x").state("unreadable");
}

#[test]
fn a_figure_that_a_later_row_suppresses_is_shown_nowhere() {
    let rows = "period,value,numerator,lower,upper,group,marker,status,recorded\n2011/12,50,,,,,,,\n\
                2012/13,17.9,179,16.1,19.8,,,,2013-06-20\n2012/13,,,,,,c,revised,2013-10-01\n\
                2012/13,27.9,,,,girls,,,2013-06-20\n2012/13,,,,,girls,c,revised,2013-10-01\n\
                2012/13,33.3,,,,boys,,,\n";
    let board = Board::of("targets = [{ at_least = 60 }]", rows)
        .toml("[groups.girls]\ntitle = \"Girls\"\n[groups.boys]\ntitle = \"Boys\"");
    for day in ["2013-07-01", "2013-11-21"] {
        for command in [["show", "x"].as_slice(), &["status"], &["exceptions"]] {
            for format in ["table", "md", "html", "docx", "xlsx", "csv", "json"] {
                let args = [command, &["--as-of", day, "--format", format]].concat();
                let output = written(board.folder(), &args, &[]);
                assert!(output.status.success(), "{args:?}: {output:?}");
                let said = text_of(&output.stdout) + &text_of(&output.stderr);
                // What styles and drawings are made of is no figure.
                let said: Vec<&str> = said.split(['<', '>']).filter(|part| !part.contains("=\"")).collect();
                let says = |figure: &&str| said.iter().any(|part| part.contains(figure) && !part.contains('{'));
                assert!(!["17.9", "179", "16.1", "19.8", "27.9"].iter().any(says), "{args:?}: {said:?}");
                assert!(command[0] != "show" || said.concat().contains("33.3"), "another group's is shown: {args:?}");
            }
        }
        let run = board.run(&["explain", "x", "--as-of", day]);
        assert!(!run.both().contains("17.9"), "{run:?}");
    }
}

#[test]
fn a_figure_that_replaces_a_suppressed_one_is_shown() {
    let rows = "period,value,marker,status,recorded\n2012/13,17.9,,,2013-06-20\n2012/13,,c,revised,2013-08-01\n\
                2012/13,18.3,,revised,2013-10-01\n";
    let run = Board::of("targets = [{ at_least = 60 }]", rows).run(&["show", "x", "--as-of", "2013-11-21"]);
    assert!(run.stdout.contains("18.3") && !run.stdout.contains("17.9"), "{run:?}");
}
