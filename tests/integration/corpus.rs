//! The corpus: for every finding a folder that yields it and nothing else, and its smallest twin that yields none.
//!
//! `tests/findings/<code>/bad/expected.txt` is what `validate --format short` prints there, compared to the byte. A change
//! of wording is made by hand in that file, so that it is read. Every figure is made up.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use hwb::finding::{Code, Severity};
use tempfile::TempDir;

use crate::support::copy::copy;
use crate::support::repository::git;
use crate::support::{Run, run};

/// The day the corpus is validated on: 2013/14 is over, 2014/15 is not.
const DAY: &str = "2014-06-01";

fn corpus() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/findings")
}

/// Where a code's case lies; built for those that no folder under git can hold.
pub enum Case {
    Folder(PathBuf),
    Built(TempDir),
}

impl Case {
    pub fn of(code: Code, twin: &str) -> Self {
        let folder = corpus().join(code.name()).join(twin);
        match code {
            Code::CaseClash => {
                let built = TempDir::new().expect("a temporary folder");
                copy(&folder, built.path());
                if twin == "bad" {
                    let data = built.path().join("data");
                    fs::copy(data.join("seen-in-time.csv"), data.join("Seen-in-time.csv")).expect("a second file");
                }
                Self::Built(built)
            }
            // Staged over what `committed` holds: the finding is about the two.
            Code::SilentRevision => {
                let built = TempDir::new().expect("a temporary folder");
                git(built.path(), &["init", "--quiet"]);
                copy(&corpus().join(code.name()).join("committed"), built.path());
                git(built.path(), &["add", "--all"]);
                git(built.path(), &["commit", "--quiet", "--message", "committed"]);
                copy(&folder, built.path());
                git(built.path(), &["add", "--all"]);
                Self::Built(built)
            }
            _ => Self::Folder(folder),
        }
    }

    pub fn path(&self) -> &Path {
        match self {
            Self::Folder(folder) => folder,
            Self::Built(built) => built.path(),
        }
    }
}

/// What `validate` is told besides, to find a code.
pub fn options(code: Code) -> &'static [&'static str] {
    if code == Code::SilentRevision { &["--staged"] } else { &[] }
}

/// Whether this system can hold the case: two names that differ only in capitals are one file on some.
pub fn can_be_held(code: Code) -> bool {
    code != Code::CaseClash || !Path::new(env!("CARGO_MANIFEST_DIR")).join("SRC").exists()
}

fn expected(code: Code) -> String {
    let path = corpus().join(code.name()).join("bad/expected.txt");
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn validate(code: Code, case: &Case, format: &str) -> Run {
    let args = [&["validate", "--as-of", DAY, "--format", format], options(code)].concat();
    run(case.path(), &args, &[])
}

/// What is wrong for any code, all of it at once.
#[track_caller]
fn for_every_code(wrong: impl Fn(Code) -> Option<String>) {
    let all: Vec<String> =
        Code::ALL.iter().filter(|&&code| can_be_held(code)).filter_map(|&code| wrong(code)).collect();
    assert!(all.is_empty(), "{} of {} codes:\n{}", all.len(), Code::ALL.len(), all.join("\n"));
}

#[test]
fn every_code_has_a_bad_folder_and_a_good_twin() {
    for_every_code(|code| {
        let missing = ["bad/strategy.toml", "bad/expected.txt", "good/strategy.toml"]
            .into_iter()
            .filter(|file| !corpus().join(code.name()).join(file).is_file());
        let missing: Vec<&str> = missing.collect();
        (!missing.is_empty()).then(|| format!("{} has no {}", code.name(), missing.join(", ")))
    });
}

#[test]
fn every_folder_of_the_corpus_is_of_a_code() {
    let known: BTreeSet<String> = Code::ALL.iter().map(|code| code.name().to_owned()).collect();
    let entries = fs::read_dir(corpus()).expect("tests/findings");
    let there: BTreeSet<String> =
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    assert_eq!(there, known);
}

#[test]
fn the_bad_folder_yields_its_code_alone_as_expected() {
    for_every_code(|code| {
        let run = validate(code, &Case::of(code, "bad"), "short");
        let status = i32::from(code.severity() == Severity::Error);
        let sign = format!(" {}[{}]: ", code.severity().name(), code.name());
        let is_alone = !run.stdout.is_empty() && run.stdout.lines().all(|line| line.contains(&sign));
        let as_expected = run.stdout == expected(code) && run.code == status && is_alone;
        (!as_expected).then(|| {
            format!("{}: exit {}\n{}{}expected\n{}", code.name(), run.code, run.stdout, run.stderr, expected(code))
        })
    });
}

#[test]
fn the_good_twin_yields_nothing() {
    for_every_code(|code| {
        let run = validate(code, &Case::of(code, "good"), "short");
        let is_clean = run.code == 0 && run.stdout.is_empty() && run.stderr.is_empty();
        (!is_clean).then(|| format!("{}: {run:?}", code.name()))
    });
}

#[test]
fn a_finding_says_the_same_in_every_format() {
    for_every_code(|code| {
        let bad = Case::of(code, "bad");
        let (human, json) = (validate(code, &bad, "human"), validate(code, &bad, "json"));
        let answer = json.json();
        let findings = answer["findings"].as_array().expect("findings");
        let mut short = String::new();
        for finding in findings {
            let text = |key: &str| finding[key].as_str().unwrap_or_default().to_owned();
            let place = match (finding["line"].as_u64(), finding["column"].as_u64()) {
                (Some(line), Some(column)) => format!("{}:{line}:{column}", text("path")),
                _ => text("path"),
            };
            short.push_str(&format!("{place}: {}[{}]: {}\n", text("severity"), text("code"), text("message")));
            let lines =
                [format!("{}[{}]: {}", text("severity"), text("code"), text("message")), format!("--> {place}")];
            if let Some(line) = lines.iter().find(|line| !human.stdout.contains(*line)) {
                return Some(format!("{}: `{line}` is not in\n{}", code.name(), human.stdout));
            }
        }
        (short != expected(code)).then(|| format!("{}:\n{short}", code.name()))
    });
}

#[test]
fn every_code_is_explained_anywhere() {
    let nowhere = TempDir::new().expect("a temporary folder");
    for_every_code(|code| {
        let table = run(nowhere.path(), &["explain", code.name()], &[("COLUMNS", "200")]);
        let markdown = run(nowhere.path(), &["explain", code.name(), "--format", "md"], &[]);
        let is_explained = |run: &Run| run.code == 0 && run.stdout.lines().filter(|line| !line.is_empty()).count() > 1;
        let says_which = table.stdout.contains(code.name()) && table.stdout.contains(code.title());
        (!is_explained(&table) || !is_explained(&markdown) || !says_which)
            .then(|| format!("{}: {table:?} {markdown:?}", code.name()))
    });
}

#[test]
fn the_bytes_of_the_corpus_are_those_that_were_committed() {
    let bytes = |path: &str| fs::read(corpus().join(path)).expect(path);
    assert!(bytes("utf16/bad/data/seen-in-time.csv").starts_with(b"\xff\xfe"));
    assert!(bytes("not-utf8/bad/data/seen-in-time.csv").contains(&0x96));
    assert!(bytes("nbsp/bad/data/seen-in-time.csv").windows(2).any(|two| two == "\u{a0}".as_bytes()));
    assert!(!bytes("unclosed-quote/bad/data/seen-in-time.csv").ends_with(b"\n"));
}
