//! How long a board takes: run with `cargo bench`. The board is made up: indicators by the number, 100 quarterly readings
//! each.

#![allow(clippy::disallowed_methods, reason = "the board is written to a folder first")]
#![allow(clippy::expect_used, reason = "a bench that cannot build its board has nothing to measure")]

mod made_up;

use chrono::NaiveDate;
use divan::Bencher;
use divan::counter::BytesCount;
use hwb::board::{Exceptions, Filter, Occasion, Overrides, Position, Sort, validate};
use hwb::csv::{Lexer, Row};
use hwb::files::Disk;
use hwb::render::{self, Format, Screen};
use hwb::workspace::Workspace;
use hwb::{json, paper};
use made_up::Board;
use tempfile::TempDir;

fn main() {
    divan::main();
}

fn as_of() -> NaiveDate {
    NaiveDate::from_ymd_opt(2025, 6, 30).unwrap_or_default()
}

/// A folder with a board of so many indicators.
fn board(indicators: usize) -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    Board { indicators, readings: 100, seed: 1 }.write(folder.path()).expect("a made-up board");
    folder
}

fn open(folder: &TempDir) -> Workspace {
    Workspace::open(Box::new(Disk::new(folder.path().to_path_buf()))).expect("the made-up strategy is sound")
}

/// One file of so many rows, cut into cells.
#[divan::bench(args = [100, 10_000, 1_000_000])]
fn lexer(bencher: Bencher<'_, '_>, readings: usize) {
    let text = Board { indicators: 1, readings, seed: 1 }.file(0);
    bencher.counter(BytesCount::of_str(&text)).bench(|| {
        let mut lexer = Lexer::new(&text);
        let mut row = Row::default();
        let mut cells = 0;
        while lexer.read(&mut row) {
            cells += row.cells.len();
        }
        cells
    });
}

#[divan::bench(args = [10, 1_000, 10_000], sample_count = 10)]
fn strategy(bencher: Bencher<'_, '_>, indicators: usize) {
    let folder = board(indicators);
    bencher.bench(|| open(&folder));
}

#[divan::bench(args = [10, 1_000, 10_000], sample_count = 10)]
fn validation(bencher: Bencher<'_, '_>, indicators: usize) {
    let folder = board(indicators);
    bencher.bench(|| validate(&open(&folder), &[], as_of(), &Overrides::default()));
}

#[divan::bench(args = [10, 1_000, 10_000], sample_count = 10)]
fn status_as_json(bencher: Bencher<'_, '_>, indicators: usize) {
    let folder = board(indicators);
    bencher.bench(|| {
        let workspace = open(&folder);
        json::status(&Position::of(
            &workspace,
            Occasion::on_day(&workspace.strategy, as_of()),
            Filter::default(),
            Sort::File,
        ))
    });
}

#[divan::bench(args = [10, 1_000, 10_000], sample_count = 10)]
fn exceptions_for_a_terminal(bencher: Bencher<'_, '_>, indicators: usize) {
    let folder = board(indicators);
    bencher.bench(|| {
        let workspace = open(&folder);
        let exceptions = Exceptions::of(&workspace, Occasion::on_day(&workspace.strategy, as_of()), Filter::default());
        render::render(&paper::exceptions(&exceptions), Format::Table, Screen { width: 80, colour: true })
    });
}
