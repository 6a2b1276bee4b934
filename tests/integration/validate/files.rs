//! Whole files, and what is found in many at once. Every figure is made up.

use crate::support::{Board, Row};
use crate::validate::{TARGET, X, found};

#[test]
fn a_file_of_no_indicator_is_found_with_the_nearest_id() {
    let board = Board::new().indicator("adult-smoking", TARGET);
    let board = board.csv("adult-smoking", "2012/13,95");
    let validation = board.csv("adult-smokng", "2012/13,95").validate();
    let finding = validation.exits(1).get("orphan-file");
    finding.is_error().path("data/adult-smokng.csv");
    finding.says("adult-smoking");
}

#[test]
fn a_file_of_no_indicator_costs_no_indicator() {
    let board = Board::of(TARGET, "2012/13,95").csv("unheard-of", "2012/13,95");
    let run = board.run(&["status", "--format", "json", "--as-of", "2013-11-21"]);
    Row::find(&run.json(), "x").rating("green");
}

#[test]
fn an_indicator_with_no_file_is_a_warning() {
    let validation = Board::new().indicator("x", TARGET).validate();
    validation.exits(0).get("missing-file").is_warning();
}

#[test]
fn bytes_that_are_not_utf8_are_found() {
    let validation = found(b"period,value,note\n2012/13,90,Testham \x96 women\n".as_slice());
    let finding = validation.exits(1).get("not-utf8");
    finding.is_error().path(X).line(2).cell("C2");
    finding.says("0x96").says("Windows-1252");
}

#[test]
fn a_folder_in_place_of_a_file_is_found() {
    let board = Board::new().indicator("x", TARGET).file("data/x.csv/y", "");
    board.validate().exits(1).get("not-a-file").is_error();
    board.one_beside_errors("x").state("unreadable");
}

#[cfg(unix)]
#[test]
fn a_link_to_a_file_that_is_not_there_is_no_missing_file() {
    let board = Board::new().indicator("x", TARGET);
    std::fs::create_dir(board.root().join("data")).expect("data/");
    std::os::unix::fs::symlink("nowhere.csv", board.root().join(X)).expect("a link");
    let validation = board.validate();
    assert_eq!(validation.findings().len(), 1, "{:#}", validation.json);
    validation.exits(1).get("not-a-file").is_error().says("it is a link to a file that is not there");
}

#[test]
fn every_problem_of_a_file_is_found_in_one_run() {
    let validation = found("period,value,marker\n2009/11,90,\n2010/11,abc,\n2011/12,,\n2012/13,91,,\n");
    validation.get("bad-period").line(2);
    validation.get("bad-number").line(3);
    validation.get("blank-without-marker").line(4);
    validation.get("ragged-row").line(5);
}

#[test]
fn the_problems_of_every_file_are_found_in_one_run() {
    let board = Board::of(TARGET, "2012/13,abc")
        .indicator("y", TARGET)
        .csv("y", "2012/14,91")
        .indicator("z", "good = \"low\"\ntargets = [{ at_least = 91 }]")
        .csv("z", "2012/13,91");
    let validation = board.validate();
    validation.get("bad-number").path(X);
    validation.get("bad-period").path("data/y.csv");
    let line = board.line_of("at_least = 91");
    validation.at("strategy.toml", line).is_error();
    assert_eq!(validation.json["summary"]["errors"], validation.errors());
}

#[test]
fn one_file_may_be_asked_for() {
    let board = Board::of(TARGET, "2012/13,abc").indicator("y", TARGET).csv("y", "2012/14,91");
    let validation = board.validate_with(&["data/y.csv"]);
    validation.exits(1).get("bad-period").path("data/y.csv");
    assert!(!validation.has("bad-number"));
}

#[test]
fn a_finding_may_be_made_an_error_and_the_file_is_still_read() {
    let board = Board::new().indicator("x", TARGET);
    let board = board.toml("[findings]\nmissing-file = \"error\"");
    board.validate().exits(1).get("missing-file").is_error();
    board.row().state("no-data");
}

#[test]
fn a_finding_may_be_allowed_and_the_file_is_still_refused() {
    let board = Board::of(TARGET, "2012/13,abc");
    let board = board.toml("[findings]\nbad-number = \"allow\"");
    assert!(!board.validate().exits(0).has("bad-number"));
    board.one_beside_errors("x").state("unreadable");
}
