//! The same files and the same day give the same bytes: on every run, in every time zone and language, in whatever order a
//! folder lists its files.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use hwb::board::{self, Overrides, Position};
use hwb::files::{Files, Memory, Unreadable};
use hwb::finding;
use hwb::workspace::Workspace;
use tempfile::TempDir;

use crate::support::{run, written};

const DAYS: [&str; 2] = ["2013-11-21", "2015-06-01"];

/// As far apart as clocks and languages are: in Turkish the capital of i is no I.
const HERE: &[(&str, &str)] = &[("TZ", "UTC"), ("LANG", "C")];
const THERE: &[(&str, &str)] = &[("TZ", "Pacific/Kiritimati"), ("LANG", "tr_TR.UTF-8")];

fn repository() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn indicators() -> Vec<String> {
    let text = fs::read_to_string(repository().join("strategy.toml")).expect("strategy.toml");
    let (strategy, findings) = hwb::strategy::read::strategy(&text);
    let strategy = strategy.unwrap_or_else(|| panic!("{}", finding::short(findings.as_slice())));
    strategy.indicators.keys().cloned().collect()
}

/// Every command, each format and order it has, on a day.
fn commands(day: &str) -> Vec<Vec<String>> {
    let mut commands: Vec<String> = Vec::new();
    for format in ["human", "short", "json", "github", "gitlab", "sarif"] {
        commands.push(format!("validate --format {format}"));
    }
    for format in ["table", "md", "html", "docx", "xlsx", "csv", "json"] {
        commands.push(format!("status --format {format}"));
        commands.push(format!("status --sort severity --format {format}"));
        commands.push(format!("status --rating red --fail-on red --format {format}"));
        commands.push(format!("exceptions --format {format}"));
        commands.push(format!("agenda --meeting 2013-11-21 --format {format}"));
        commands.push(format!("agenda --body performance-group --format {format}"));
        commands.push(format!("action list --all --format {format}"));
        commands.push(format!("escalate list --all --format {format}"));
        commands.push(format!("due --format {format}"));
        commands.push(format!("audit --format {format}"));
        commands.push(format!("audit --summary --format {format}"));
        commands.push(format!("diff --since 2013-06-27 --format {format}"));
        commands.push(format!("report --list --format {format}"));
    }
    for format in ["table", "md", "html"] {
        for kind in ["meeting", "chapter care", "framework phof", "quarterly", "annual"] {
            commands.push(format!("report {kind} --format {format} -o -"));
        }
    }
    // Drawings are painted for these, which takes longer: each paper is one of them.
    let painted = ["meeting --format docx", "chapter care --format xlsx", "framework phof --format docx"];
    for paper in painted.into_iter().chain(["quarterly --format xlsx", "annual --format docx"]) {
        commands.push(format!("report {paper} -o -"));
    }
    for (place, id) in indicators().iter().enumerate() {
        // Each in two formats, and over all of them in every one.
        let format = ["table", "md", "html", "docx", "xlsx", "csv"][place % 6];
        commands.push(format!("show {id} --format {format}"));
        commands.push(format!("show {id} --format json"));
        commands.push(format!("explain {id} --format {}", ["table", "md", "html", "docx"][place % 4]));
    }
    let dated = commands.into_iter().map(|command| format!("{command} --as-of {day}"));
    dated.map(|command| command.split(' ').map(str::to_owned).collect()).collect()
}

#[test]
fn every_command_gives_the_same_bytes_here_and_there() {
    let commands: Vec<Vec<String>> = DAYS.iter().flat_map(|day| commands(day)).collect();
    let next = AtomicUsize::new(0);
    thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                while let Some(command) = commands.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let args: Vec<&str> = command.iter().map(String::as_str).collect();
                    let (here, there) = (written(repository(), &args, HERE), written(repository(), &args, THERE));
                    assert!(here.status.code().is_some_and(|code| code <= 1), "{args:?}: {here:?}");
                    assert!(!here.stdout.is_empty() || args.contains(&"validate"), "{args:?}: {here:?}");
                    assert_eq!(here.status, there.status, "{args:?}");
                    assert!(here.stdout == there.stdout, "{args:?}");
                    assert_eq!(here.stderr, there.stderr, "{args:?}");
                }
            });
        }
    });
}

/// Every file of a folder with its path in it, in order.
fn files_below(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in fs::read_dir(next).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).expect("a path below").to_owned();
                files.push((name, fs::read(path).expect("a file")));
            }
        }
    }
    files.sort();
    files
}

#[test]
fn a_site_has_the_same_files_here_and_there() {
    let written = |environment| {
        let folder = TempDir::new().expect("a temporary folder");
        let site = folder.path().join("site");
        let path = site.to_str().expect("a path in UTF-8");
        let run = run(repository(), &["report", "annual", "--as-of", DAYS[1], "--site", path], environment);
        assert_eq!(run.code, 0, "{run:?}");
        files_below(&site)
    };
    let (here, there) = (written(HERE), written(THERE));
    assert!(here.len() > 30, "{} files", here.len());
    let paths = |files: &[(PathBuf, Vec<u8>)]| files.iter().map(|(path, _)| path.clone()).collect::<Vec<_>>();
    assert_eq!(paths(&here), paths(&there));
    for ((path, here), (_, there)) in here.iter().zip(&there) {
        assert!(here == there, "{}", path.display());
    }
}

#[test]
fn a_command_gives_the_same_bytes_twice() {
    for command in ["status", "exceptions", "validate"] {
        let args = [command, "--format", "json", "--as-of", DAYS[0]];
        assert_eq!(run(repository(), &args, HERE).stdout, run(repository(), &args, HERE).stdout, "{command}");
    }
}

/// Files that a folder lists from the last to the first.
#[derive(Debug, Clone)]
struct Reversed(Memory);

impl Files for Reversed {
    fn read(&self, path: &str) -> Result<Vec<u8>, Unreadable> {
        self.0.read(path)
    }

    fn names(&self, folder: &str) -> Result<Vec<String>, hwb::files::Unreadable> {
        let mut names = self.0.names(folder)?;
        names.reverse();
        Ok(names)
    }
}

/// The repository's own strategy and readings.
fn own() -> Memory {
    let read = |path: &Path| fs::read(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let mut memory = Memory::new().with("strategy.toml", read(&repository().join("strategy.toml")));
    for entry in fs::read_dir(repository().join("data")).expect("data/") {
        let path = entry.expect("an entry").path();
        if path.is_file() {
            let name = path.file_name().expect("a name").to_string_lossy().into_owned();
            memory = memory.with(&format!("data/{name}"), read(&path));
        }
    }
    memory
}

/// The same with files in it that belong to nothing, and one with errors.
fn untidy() -> Memory {
    let broken = indicators().swap_remove(0);
    own()
        .with("data/aaa.csv", "period,value\n")
        .with("data/mmm.md", "## 2012/13\n")
        .with("data/zzz.csv", "period,value\n")
        .with(&format!("data/{broken}.csv"), "Period,value\n2012/14,abc\n2012/13,50\n2012/13,51\n")
}

fn findings(files: impl Files + 'static) -> Vec<String> {
    let workspace = Workspace::open(Box::new(files)).expect("a strategy");
    let validation = board::validate(&workspace, &[], date(DAYS[0]), &Overrides::default());
    finding::short(&validation.findings).lines().map(str::to_owned).collect()
}

fn date(text: &str) -> chrono::NaiveDate {
    hwb::time::read_iso(text).expect("a day")
}

fn position(files: impl Files + 'static) -> String {
    let workspace = Workspace::open(Box::new(files)).expect("a strategy");
    let position = Position::of(
        &workspace,
        board::Occasion::on_day(&workspace.strategy, date(DAYS[0])),
        board::Filter::default(),
        board::Sort::File,
    );
    hwb::json::status(&position).expect("JSON")
}

#[test]
fn files_listed_in_reverse_give_the_same_verdicts() {
    assert_eq!(position(own()), position(Reversed(own())));
    assert_eq!(position(untidy()), position(Reversed(untidy())));
}

#[test]
fn files_listed_in_reverse_have_the_same_findings() {
    let sorted = |mut findings: Vec<String>| {
        findings.sort();
        findings
    };
    assert_eq!(findings(own()), findings(Reversed(own())));
    let untidy_findings = findings(untidy());
    assert!(untidy_findings.len() > 5, "{untidy_findings:?}");
    assert_eq!(sorted(untidy_findings), sorted(findings(Reversed(untidy()))));
}

#[test]

fn files_listed_in_reverse_have_their_findings_in_the_same_order() {
    assert_eq!(findings(untidy()), findings(Reversed(untidy())));
}
