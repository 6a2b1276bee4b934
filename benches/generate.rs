//! Writes a made-up board to a folder, to measure with: `cargo run --release --example made-up-board -- FOLDER INDICATORS
//! READINGS [SEED]`.

#![allow(clippy::disallowed_methods, reason = "this is what writes the folder")]

mod made_up;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use made_up::Board;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let Some((folder, board)) = read(&arguments) else {
        eprintln!("usage: made-up-board FOLDER INDICATORS READINGS [SEED]");
        return ExitCode::from(2);
    };
    match write(&folder, board) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {}: {error}", folder.display());
            ExitCode::FAILURE
        }
    }
}

fn read(arguments: &[String]) -> Option<(PathBuf, Board)> {
    let (folder, indicators, readings, seed) = match arguments {
        [folder, indicators, readings] => (folder, indicators, readings, "1"),
        [folder, indicators, readings, seed] => (folder, indicators, readings, seed.as_str()),
        _ => return None,
    };
    let board =
        Board { indicators: indicators.parse().ok()?, readings: readings.parse().ok()?, seed: seed.parse().ok()? };
    Some((PathBuf::from(folder), board))
}

/// A folder that is there is left alone: it may hold what people typed.
fn write(folder: &Path, board: Board) -> std::io::Result<()> {
    std::fs::create_dir(folder)?;
    board.write(folder)
}
