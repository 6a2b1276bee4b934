//! How the program is called, how it ends, and what it says where. Every figure is made up.

use std::fs;
use std::process::Stdio;

use tempfile::TempDir;

use crate::support::{Board, program, run};

const TARGET: &str = "targets = [{ at_least = 90 }]";
const ESCAPE: char = '\u{1b}';

fn red() -> Board {
    Board::of(TARGET, "2011/12,60\n2012/13,50")
}

#[test]
fn a_red_is_no_failure() {
    red().dated(&["status"], 0);
    red().dated(&["exceptions"], 0);
    red().dated(&["show", "x"], 0);
    red().dated(&["explain", "x"], 0);
}

#[test]
fn a_red_is_a_failure_where_that_is_asked() {
    red().dated(&["status", "--fail-on", "red"], 1);
    red().dated(&["exceptions", "--fail-on", "red"], 1);
    let green = Board::of(TARGET, "2012/13,95");
    green.dated(&["status", "--fail-on", "red"], 0);
}

#[test]
fn what_is_asked_for_is_still_printed_when_a_red_fails() {
    let run = red().dated(&["status", "--format", "csv", "--fail-on", "red"], 1);
    assert!(run.stdout.contains("red"), "{run:?}");
}

#[test]
fn a_file_that_cannot_be_read_costs_only_its_own_indicator() {
    let board = red().indicator("y", TARGET).csv("y", "2012/13,ninety");
    let run = board.dated(&["status", "--format", "md"], 1);
    assert!(run.stdout.contains("off target"), "{run:?}");
    assert!(run.stdout.contains("file has errors"), "{run:?}");
    assert!(run.both().contains("hwb validate"), "{run:?}");
    assert_eq!(board.json(&["exceptions"], 1)["indicators"][0]["id"], "x");
}

#[test]
fn a_file_that_is_not_asked_for_costs_nothing() {
    let board = red().indicator("y", TARGET).csv("y", "2012/13,ninety");
    board.dated(&["show", "x"], 0);
    board.dated(&["explain", "x"], 0);
}

#[test]
fn a_strategy_that_does_not_parse_stops_every_command() {
    let board = Board::new().file("strategy.toml", "format = 1\n[strategy\n");
    for args in [["status"].as_slice(), &["exceptions"], &["show", "x"], &["validate"]] {
        let run = board.run(args);
        assert_eq!(run.code, 1, "{run:?}");
        assert!(run.both().contains("strategy.toml:2"), "{run:?}");
    }
}

#[test]
fn with_no_strategy_nothing_can_be_run() {
    let empty = TempDir::new().expect("a folder");
    for command in ["status", "exceptions", "validate"] {
        let run = run(empty.path(), &[command], &[]);
        assert_eq!(run.code, 3, "{run:?}");
        assert!(run.stdout.is_empty(), "{run:?}");
        assert!(run.stderr.contains("strategy.toml"), "{run:?}");
    }
}

#[test]
fn the_strategy_is_found_by_walking_up() {
    let board = red();
    let below = board.folder().join("data/registers/deep");
    fs::create_dir_all(&below).expect("a folder");
    let here = board.dated(&["status"], 0);
    let there = run(&below, &["status", "--as-of", "2013-11-21"], &[]);
    assert_eq!(there.code, 0, "{there:?}");
    assert_eq!(here.stdout, there.stdout);
}

#[test]
fn the_strategy_is_found_where_it_is_said_to_be() {
    let board = red();
    let elsewhere = TempDir::new().expect("a folder");
    let folder = board.folder().to_str().expect("a path");
    let args = ["-C", folder, "status", "--as-of", "2013-11-21"];
    let there = run(elsewhere.path(), &args, &[]);
    assert_eq!(there.code, 0, "{there:?}");
    assert_eq!(there.stdout, board.dated(&["status"], 0).stdout);
}

#[test]
fn a_folder_with_no_strategy_above_it_is_refused() {
    let empty = TempDir::new().expect("a folder");
    let folder = empty.path().to_str().expect("a path");
    let run = red().run(&["-C", folder, "status"]);
    assert_eq!(run.code, 3, "{run:?}");
}

#[test]
fn a_mistyped_command_has_a_suggestion() {
    let run = red().run(&["staus"]);
    assert_eq!(run.code, 2, "{run:?}");
    assert!(run.stderr.contains("status"), "{run:?}");
    assert!(run.stdout.is_empty(), "{run:?}");
}

#[test]
fn a_mistyped_finding_has_a_suggestion() {
    let run = red().run(&["explain", "bad-numbr"]);
    assert_eq!(run.code, 2, "{run:?}");
    assert!(run.stderr.contains("bad-number"), "{run:?}");
}

#[test]
fn an_unknown_flag_or_format_is_a_usage_error() {
    for args in [
        ["status", "--wibble"].as_slice(),
        &["status", "--format", "wibble"],
        &["validate", "--format", "wibble"],
        &["show"],
    ] {
        let run = red().run(args);
        assert_eq!(run.code, 2, "{run:?}");
        assert!(run.stdout.is_empty(), "{run:?}");
    }
}

#[test]
fn a_day_that_is_not_in_the_calendar_is_a_usage_error() {
    for date in ["2013-02-30", "soon"] {
        let run = red().run(&["status", "--as-of", date]);
        assert_eq!(run.code, 2, "{run:?}");
    }
}

#[test]
fn help_starts_with_examples_on_every_command() {
    for command in ["status", "exceptions", "show", "explain", "validate", "diff", "setup-git", "merge", "textconv"] {
        let run = red().run(&[command, "--help"]);
        assert_eq!(run.code, 0, "{run:?}");
        let example = run.stdout.find(&format!("hwb {command}"));
        let options = run.stdout.find("--as-of").or(run.stdout.find("--format"));
        let (example, options) = (example.expect("an example"), options.unwrap_or(usize::MAX));
        assert!(example < options, "{run:?}");
    }
}

#[test]
fn help_needs_no_strategy() {
    let empty = TempDir::new().expect("a folder");
    for args in [["--help"].as_slice(), &["--version"], &["status", "--help"]] {
        let run = run(empty.path(), args, &[]);
        assert_eq!(run.code, 0, "{run:?}");
        assert!(!run.stdout.is_empty(), "{run:?}");
    }
}

#[test]
fn there_is_no_colour_but_on_a_terminal() {
    for args in [["status"].as_slice(), &["exceptions"], &["show", "x"], &["explain", "x"], &["validate"]] {
        let run = red().run(args);
        assert!(!run.both().trim().is_empty(), "{args:?}");
        assert!(!run.both().contains(ESCAPE), "{run:?}");
    }
}

#[test]
fn there_is_no_colour_where_none_is_wanted() {
    let args = ["status", "--as-of", "2013-11-21"];
    let run = red().run_with(&args, &[("NO_COLOR", "1"), ("TERM", "xterm-256color")]);
    assert!(!run.both().contains(ESCAPE), "{run:?}");
    assert_eq!(run.stdout, red().dated(&["status"], 0).stdout);
}

#[test]
fn a_closed_pipe_is_quiet() {
    let board = red();
    let mut child = program(board.folder(), &["status", "--as-of", "2013-11-21"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("hwb runs");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("hwb ends");
    let stderr = String::from_utf8(output.stderr).expect("UTF-8");
    assert!(!stderr.contains("panic"), "{stderr}");
    assert!(!stderr.to_lowercase().contains("broken pipe"), "{stderr}");
}

#[test]
fn json_is_all_that_stands_on_stdout() {
    let board = red().indicator("y", TARGET).csv("y", "2012/13,ninety");
    let run = board.dated(&["status", "--format", "json"], 1);
    assert!(run.json().is_object());
}

#[test]
fn reading_changes_nothing() {
    let board = red();
    let folder = board.folder();
    let listing = || {
        let all = fs::read_dir(folder.join("data")).expect("data/");
        let files = all.map(|entry| entry.expect("an entry").path());
        let mut files: Vec<_> =
            files.chain([folder.join("strategy.toml")]).map(|path| (fs::read(&path).expect("a file"), path)).collect();
        files.sort();
        (files, fs::read_dir(folder).expect("the folder").count())
    };
    let before = listing();
    for args in [["status"].as_slice(), &["exceptions"], &["show", "x"], &["explain", "x"], &["validate"]] {
        assert_eq!(run(folder, args, &[]).code, 0);
    }
    assert_eq!(listing(), before);
}
