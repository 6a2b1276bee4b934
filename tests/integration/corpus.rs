//! The corpus: for every finding a folder that yields it and nothing else, and its smallest twin that yields none.
//!
//! `tests/findings/<code>/bad/expected.txt` is what `validate --format short` prints there, compared to the byte. A change
//! of wording is made by hand in that file, so that it is read. Every figure is made up.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use hwb::finding::{Code, Severity};
use tempfile::TempDir;

use crate::support::{Run, run};

/// The day the corpus is validated on: 2013/14 is over, 2014/15 is not.
const DAY: &str = "2014-06-01";

/// Codes that no plain folder can yield, since they are about what was committed before: staged.rs builds the repositories, and
/// holds the wording.
const OF_A_REPOSITORY: [Code; 1] = [Code::SilentRevision];

fn corpus() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/findings")
}

fn folder(code: Code, twin: &str) -> PathBuf {
    corpus().join(code.name()).join(twin)
}

fn expected(code: Code) -> String {
    let path = folder(code, "bad").join("expected.txt");
    fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn validate(folder: &Path, format: &str) -> Run {
    run(folder, &["validate", "--as-of", DAY, "--format", format], &[])
}

/// What is wrong for any code that has folders, all of it at once.
#[track_caller]
fn for_every_folder(wrong: impl Fn(Code) -> Option<String>) {
    for_every_code(|code| if OF_A_REPOSITORY.contains(&code) { None } else { wrong(code) });
}

/// What is wrong for any code, all of it at once.
#[track_caller]
fn for_every_code(wrong: impl Fn(Code) -> Option<String>) {
    let all: Vec<String> = Code::ALL.iter().filter_map(|&code| wrong(code)).collect();
    assert!(all.is_empty(), "{} of {} codes:\n{}", all.len(), Code::ALL.len(), all.join("\n"));
}

#[test]
fn every_code_has_a_bad_folder_and_a_good_twin() {
    for_every_folder(|code| {
        let missing = ["bad/strategy.toml", "bad/expected.txt", "good/strategy.toml"]
            .into_iter()
            .filter(|file| !corpus().join(code.name()).join(file).is_file());
        let missing: Vec<&str> = missing.collect();
        (!missing.is_empty()).then(|| format!("{} has no {}", code.name(), missing.join(", ")))
    });
}

#[test]
fn every_folder_of_the_corpus_is_of_a_code() {
    let with_folders = Code::ALL.iter().filter(|code| !OF_A_REPOSITORY.contains(code));
    let known: BTreeSet<String> = with_folders.map(|code| code.name().to_owned()).collect();
    let entries = fs::read_dir(corpus()).expect("tests/findings");
    let there: BTreeSet<String> =
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    assert_eq!(there, known);
}

#[test]
fn the_bad_folder_yields_its_code_alone_as_expected() {
    for_every_folder(|code| {
        let run = validate(&folder(code, "bad"), "short");
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
    for_every_folder(|code| {
        let run = validate(&folder(code, "good"), "short");
        let is_clean = run.code == 0 && run.stdout.is_empty() && run.stderr.is_empty();
        (!is_clean).then(|| format!("{}: {run:?}", code.name()))
    });
}

#[test]
fn a_finding_says_the_same_in_every_format() {
    for_every_folder(|code| {
        let bad = folder(code, "bad");
        let (human, json) = (validate(&bad, "human"), validate(&bad, "json"));
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
    assert!(bytes("edge-whitespace/bad/data/seen-in-time.csv").ends_with("\u{a0}\n".as_bytes()));
    assert!(!bytes("unclosed-quote/bad/data/seen-in-time.csv").ends_with(b"\n"));
}
