//! What is fuzzed: a function of any bytes each, that panics where an answer does not hold together.
//!
//! `fuzz/` gives them to libFuzzer, and `fuzz_corpus.rs` replays and changes the committed corpus through the same functions.

use chrono::NaiveDate;
use hwb::files::{Files, Memory, STRATEGY};

use super::answers::ask_everything;
use super::board::{READINGS, days, declared, files};

/// A target: its name is that of its folder in `fuzz/corpus/`.
pub type Target = (&'static str, fn(&[u8]));

pub const ALL: [Target; 3] = [("strategy", strategy), ("readings", readings), ("workspace", workspace)];

/// The bytes as `strategy.toml`.
pub fn strategy(bytes: &[u8]) {
    ask_everything(&files(bytes, READINGS), day_of(bytes));
}

/// The bytes as the readings of one indicator.
pub fn readings(bytes: &[u8]) {
    ask_everything(&files(declared(), bytes), day_of(bytes));
}

/// The bytes as several files: a line `=== PATH` begins each.
pub fn workspace(bytes: &[u8]) {
    let files = parted(bytes);
    if files.read(STRATEGY).is_ok() {
        ask_everything(&files, day_of(bytes));
    }
}

/// The days are taken in turn, so that what is asked depends on the bytes alone.
fn day_of(bytes: &[u8]) -> NaiveDate {
    days()[bytes.len() % days().len()]
}

fn parted(bytes: &[u8]) -> Memory {
    const BEGINS: &[u8] = b"=== ";
    let mut parts: Vec<(String, Vec<u8>)> = Vec::new();
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        match (line.strip_prefix(BEGINS), parts.last_mut()) {
            (Some(path), _) => parts.push((String::from_utf8_lossy(path).trim_end().to_owned(), Vec::new())),
            (None, Some((_, contents))) => contents.extend_from_slice(line),
            (None, None) => {}
        }
    }
    parts.into_iter().fold(Memory::new(), |files, (path, contents)| files.with(&path, contents))
}
