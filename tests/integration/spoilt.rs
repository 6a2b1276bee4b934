//! Fifty and more files of readings, each spoilt by one accident that happens to people: none may stop the program, none
//! may pass in silence, and each is named with its cause, its line and its cell. Every figure is made up.

mod cells;
mod tables;

use std::collections::BTreeSet;

use serde_json::Value;

use crate::support::{Board, Run};

/// The day the files are validated on: 2013/14 is over, 2014/15 is not.
const DAY: &str = "2014-06-01";

const X: &str = "data/x.csv";

/// One spoilt file.
struct Spoilt {
    /// The accident, in a few words.
    accident: &'static str,
    file: Vec<u8>,
    /// Keys of the indicator that the accident needs.
    declaration: &'static str,
    /// What names the cause.
    code: &'static str,
    /// Where it is found first; nothing where the file as a whole is meant.
    line: Option<u64>,
    /// The cell, where there is one.
    cell: Option<&'static str>,
    /// What else may be said, since it follows from the same accident.
    also: &'static [&'static str],
}

impl Spoilt {
    fn new(accident: &'static str, code: &'static str, file: impl Into<Vec<u8>>) -> Self {
        Self { accident, file: file.into(), declaration: "", code, line: None, cell: None, also: &[] }
    }

    fn line(self, line: u64) -> Self {
        Self { line: Some(line), ..self }
    }

    fn at(self, line: u64, cell: &'static str) -> Self {
        Self { cell: Some(cell), ..self.line(line) }
    }

    fn also(self, also: &'static [&'static str]) -> Self {
        Self { also, ..self }
    }

    /// With these keys in the indicator's table.
    fn of(self, declaration: &'static str) -> Self {
        Self { declaration, ..self }
    }

    fn validate(&self, format: &str) -> Run {
        let board = Board::new().indicator("x", self.declaration).file(X, self.file.clone());
        board.run(&["validate", "--as-of", DAY, "--format", format])
    }

    /// What is wrong with what is said of the file.
    fn wrong(&self) -> Option<String> {
        let run = self.validate("json");
        if !(run.code == 0 || run.code == 1) || !run.stderr.is_empty() {
            return Some(format!("stopped: {run:?}"));
        }
        let answer = run.json();
        let findings = answer["findings"].as_array().expect("findings");
        let said: BTreeSet<&str> = findings.iter().filter_map(|finding| finding["code"].as_str()).collect();
        let Some(found) = findings.iter().find(|finding| finding["code"] == self.code) else {
            return Some(format!("{} is not among {said:?}", self.code));
        };
        let fitting = |code: &&str| *code == self.code || self.also.contains(code);
        let place = (found["path"].as_str(), found["line"].as_u64(), found["cell"].as_str());
        let expected = (Some(X), self.line, self.cell);
        if place != expected {
            Some(format!("found at {place:?}, not at {expected:?}: {found:#}"))
        } else if !said.iter().all(fitting) {
            Some(format!("{said:?} are more than {} and {:?}", self.code, self.also))
        } else if run.code != exit_status(findings) {
            Some(format!("exit status {}", run.code))
        } else {
            None
        }
    }
}

/// 1 where any of what was found is an error, else 0.
fn exit_status(findings: &[Value]) -> i32 {
    i32::from(findings.iter().any(|finding| finding["severity"] == "error"))
}

fn spoilt() -> Vec<Spoilt> {
    tables::spoilt().into_iter().chain(cells::spoilt()).collect()
}

#[test]
fn each_is_named_with_its_cause_its_line_and_its_cell() {
    let spoilt = spoilt();
    assert!(spoilt.len() >= 50, "{}", spoilt.len());
    let wrong: Vec<String> =
        spoilt.iter().filter_map(|file| Some(format!("{}: {}", file.accident, file.wrong()?))).collect();
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), spoilt.len(), wrong.join("\n"));
}

#[test]
fn each_is_named_on_the_screen_and_a_way_out_is_shown() {
    for file in &spoilt() {
        let run = file.validate("human");
        assert!(run.stdout.contains(&format!("[{}]: ", file.code)), "{}: {run:?}", file.accident);
        let place = file.line.map_or_else(|| format!(" {X}\n"), |line| format!(" {X}:{line}:"));
        assert!(run.stdout.contains(&place), "{}: {run:?}", file.accident);
        assert!(
            run.stderr.contains("\nNext: hwb ") && run.stderr.contains("hwb explain "),
            "{}: {run:?}",
            file.accident
        );
    }
}

#[test]
fn the_accidents_are_different_and_so_are_the_files() {
    let spoilt = spoilt();
    let accidents: BTreeSet<&str> = spoilt.iter().map(|file| file.accident).collect();
    let files: BTreeSet<(&[u8], &str)> = spoilt.iter().map(|file| (file.file.as_slice(), file.declaration)).collect();
    assert_eq!((accidents.len(), files.len()), (spoilt.len(), spoilt.len()));
}
