//! How long a board takes: run with `cargo bench`. The board is made up: indicators by the number, 100 quarterly readings
//! each.

#![allow(clippy::disallowed_methods, reason = "the board is written to a folder first")]
#![allow(clippy::expect_used, reason = "a bench that cannot build its board has nothing to measure")]

use std::fmt::Write as _;
use std::fs;

use chrono::NaiveDate;
use divan::Bencher;
use hwb::board::{Exceptions, Filter, Overrides, Position, Sort, validate};
use hwb::files::Disk;
use hwb::render::{self, Format, Screen};
use hwb::workspace::Workspace;
use hwb::{json, paper};
use tempfile::TempDir;

fn main() {
    divan::main();
}

const READINGS: i32 = 100;

fn as_of() -> NaiveDate {
    NaiveDate::from_ymd_opt(2025, 6, 30).unwrap_or_default()
}

/// A folder with a strategy of so many indicators and their files.
fn board(indicators: usize) -> TempDir {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let data = folder.path().join("data");
    fs::create_dir(&data).expect("data/");
    let mut strategy = String::from(
        "format = 1\n[strategy]\ntitle = \"Made up\"\narea = \"Nowhere\"\nstarts = 2000-04-01\nends = 2030-03-31\n\
         [leads.l]\ntitle = \"L\"\nofficer = \"O\"\n[comparators.london]\ntitle = \"London\"\n\
         [chapters.c]\ntitle = \"C\"\n[objectives.o]\nchapter = \"c\"\ntitle = \"O\"\n",
    );
    for number in 0..indicators {
        let _ = writeln!(
            strategy,
            "[indicators.i{number}]\nobjective = \"o\"\ntitle = \"Indicator {number}\"\nunit = \"%\"\ngood = \"high\"\n\
             period = \"financial-quarter\"\nlag = \"13 weeks\"\nlead = \"l\"\ncomparators = [\"london\"]\n\
             baseline = {{ period = \"1999/00 Q4\", value = 40 }}\n\
             targets = [{{ at_least = 80, by = \"2029/30\" }}, {{ beat = \"london\" }}]"
        );
        fs::write(data.join(format!("i{number}.csv")), readings(number)).expect("a data file");
    }
    fs::write(folder.path().join("strategy.toml"), strategy).expect("strategy.toml");
    folder
}

fn readings(number: usize) -> String {
    let mut text = String::from("period,value,lower,upper,london,status,marker,recorded,source,note\n");
    for reading in 0..READINGS {
        let (year, quarter) = (2000 + reading / 4, reading % 4 + 1);
        let value = 30 + (number * 7 + usize::try_from(reading).unwrap_or(0) * 13) % 60;
        let next = (year + 1) % 100;
        let _ = writeln!(
            text,
            "{year}/{next:02} Q{quarter},{value}.5,{}.5,{}.5,{}.2,final,,,A made-up source,",
            value - 2,
            value + 2,
            value + 1
        );
    }
    text
}

fn open(folder: &TempDir) -> Workspace {
    Workspace::open(Box::new(Disk::new(folder.path().to_path_buf()))).expect("the made-up strategy is sound")
}

#[divan::bench(args = [30, 1_000, 10_000], sample_count = 10)]
fn status_as_json(bencher: Bencher<'_, '_>, indicators: usize) {
    let folder = board(indicators);
    bencher.bench(|| {
        let workspace = open(&folder);
        json::status(&Position::on(&workspace, Filter::default(), Sort::File, as_of()))
    });
}

#[divan::bench(args = [30, 1_000, 10_000], sample_count = 10)]
fn exceptions_for_a_terminal(bencher: Bencher<'_, '_>, indicators: usize) {
    let folder = board(indicators);
    bencher.bench(|| {
        let workspace = open(&folder);
        let exceptions = Exceptions::on(&workspace, Filter::default(), as_of());
        render::render(&paper::exceptions(&exceptions), Format::Table, Screen { width: 80, colour: true })
    });
}

#[divan::bench(args = [30, 1_000, 10_000], sample_count = 10)]
fn validation(bencher: Bencher<'_, '_>, indicators: usize) {
    let folder = board(indicators);
    bencher.bench(|| validate(&open(&folder), &[], as_of(), &Overrides::default()).tally);
}
