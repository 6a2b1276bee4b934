//! Every problem in every file, in one run: its code, its place, its cell. Every figure is made up.
//!
//! A place is counted in characters from 1: `2012/13,` is eight, so a value after it stands at column 9.

mod clean;
mod columns;
mod files;
mod meetings;
mod numbers;
mod output;
mod report;
mod rows;
mod sanity;
mod severities;
mod strategy;
mod templates;

use crate::support::{Board, Validation};

const TARGET: &str = "targets = [{ at_least = 90 }]";
const X: &str = "data/x.csv";

/// A board whose only file of readings is this, byte for byte.
fn file(text: impl Into<Vec<u8>>) -> Board {
    Board::new().indicator("x", TARGET).file(X, text)
}

fn found(text: impl Into<Vec<u8>>) -> Validation {
    file(text).validate()
}

/// The indicator's own declaration is refused at the line that holds `text`, and costs only that indicator.
#[track_caller]
fn assert_declaration_refused(declaration: &str, text: &str) {
    let board = Board::of(declaration, "").indicator("y", TARGET).csv("y", "2012/13,95");
    let validation = board.validate();
    validation.exits(1);
    let line = board.line_of(text);
    validation.at("strategy.toml", line).is_error();
    board.one_beside_errors("x").state("unreadable");
    board.one_beside_errors("y").rating("green");
}

/// The indicator's own declaration is refused, wherever in it the finding points, and costs only that indicator.
#[track_caller]
fn assert_refused(declaration: &str) {
    let board = Board::of(declaration, "").indicator("y", TARGET).csv("y", "2012/13,95");
    let validation = board.validate();
    let validation = validation.exits(1);
    assert!(validation.errors() > 0, "{validation:#?}");
    for finding in validation.findings() {
        assert_eq!(finding["path"], "strategy.toml", "{declaration}");
    }
    board.one_beside_errors("x").state("unreadable");
    board.one_beside_errors("y").rating("green");
}

/// What is wrong is wrong for the whole strategy: every command stops, with the finding.
#[track_caller]
fn assert_strategy_refused(board: &Board, text: &str) {
    let line = board.line_of(text);
    let validation = board.validate();
    validation.exits(1).at("strategy.toml", line).is_error();
    for command in ["status", "exceptions"] {
        let run = board.dated(&[command], 1);
        assert!(run.stdout.is_empty(), "{run:?}");
        assert!(run.stderr.contains(&format!("strategy.toml:{line}")), "{run:?}");
    }
}
