//! What a disk, a crowd and a power cut may do while figures are recorded: nothing typed is lost, no file is half written, and
//! the next recorder works. Every figure is made up.

mod crowd;
#[cfg(unix)]
mod disk;
#[cfg(unix)]
mod killed;

use std::fs;
use std::path::Path;

use crate::support::Board;

const JANUARY_1990: i32 = 1990 * 12;

/// The nth month after the start of 1990.
fn month(nth: i32) -> String {
    let months = JANUARY_1990 + nth;
    format!("{}-{:02}", months / 12, months % 12 + 1)
}

/// A board of some monthly counts, each with a figure for the first month.
fn monthly(ids: &[&str]) -> Board {
    let with = |board: Board, id: &&str| {
        let board = board.indicator(id, "unit = \"count\"\nperiod = \"month\"");
        board.csv(id, "period,value,note\n1990-01,100,\"one, two\"\n")
    };
    ids.iter().fold(Board::new().term("1990-01-01", "2015-03-31"), with)
}

fn text(root: &Path, id: &str) -> String {
    fs::read_to_string(root.join(format!("data/{id}.csv"))).expect("a file of readings")
}

/// What is in `data/`, and what a writer has beside `strategy.toml`, but for the lock file and the files of readings.
fn left_over(root: &Path) -> Vec<String> {
    let names = |folder: &Path| -> Vec<String> {
        let entries = fs::read_dir(folder).expect("a folder").flatten();
        entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect()
    };
    let mut all = names(root);
    all.extend(names(&root.join("data")));
    all.retain(|name| name.starts_with('.') && name != hwb::files::LOCK);
    all
}
