//! What stands where a file should be, and where a path may lead. Every figure is made up.

use std::fs;
use std::path::Path;

use crate::support::{Board, Run, run};

/// A board with the indicator `x`, rated, whose file a test replaces.
fn board() -> Board {
    Board::of("targets = [{ at_least = 5 }]", "2012/13,6")
}

const VALIDATE: [&str; 5] = ["validate", "--format", "short", "--as-of", "2014-06-01"];

/// Runs every command in a folder; nothing of what it is may stop one.
fn run_all(folder: &Path) -> Vec<Run> {
    let commands: [&[&str]; 5] = [&["status"], &["exceptions"], &["show", "x"], &["explain", "x"], &VALIDATE];
    commands.iter().map(|args| run(folder, args, &[])).collect()
}

/// `x` alone is left out, and `validate` says why.
#[track_caller]
fn costs_its_indicator(folder: &Path, reason: &str) {
    let runs = run_all(folder);
    for run in &runs {
        assert_eq!(run.code, 1, "{run:?}");
        assert!(run.both().contains('x'), "{run:?}");
    }
    let said = &runs[4].stdout;
    assert!(said.starts_with("data/x.csv: error[not-a-file]: ") && said.contains(reason), "{said}");
}

/// No strategy can be opened, and every command says which file is meant.
#[track_caller]
fn is_no_strategy(folder: &Path) {
    for run in run_all(folder) {
        assert_eq!((run.code, run.stdout.as_str()), (3, ""), "{run:?}");
        assert!(run.stderr.contains("strategy.toml cannot be opened: "), "{run:?}");
    }
}

/// The folder, with `x`'s file gone.
fn without_readings(board: &Board) -> &Path {
    let folder = board.folder();
    fs::remove_file(folder.join("data/x.csv")).expect("the file was there");
    folder
}

#[test]
fn a_folder_where_a_file_should_be_costs_its_indicator() {
    let board = board();
    let folder = without_readings(&board);
    fs::create_dir(folder.join("data/x.csv")).expect("a folder");
    costs_its_indicator(folder, "it is not a file");
}

#[test]
fn a_folder_where_the_strategy_should_be_is_no_strategy() {
    let board = board();
    let folder = board.folder();
    fs::remove_file(folder.join("strategy.toml")).expect("it was there");
    fs::create_dir(folder.join("strategy.toml")).expect("a folder");
    is_no_strategy(folder);
}

#[test]
fn a_file_where_the_folder_of_readings_should_be_is_told() {
    let board = board();
    let folder = without_readings(&board);
    fs::remove_dir(folder.join("data")).expect("it is empty");
    fs::write(folder.join("data"), "period,value\n").expect("a file");
    let run = run(folder, &VALIDATE, &[]);
    assert_eq!(run.code, 1, "{run:?}");
    assert!(run.stdout.contains("data: error[not-a-file]: the folder cannot be read: "), "{run:?}");
}

#[cfg(unix)]
mod unix {
    //! Windows lets only some people make links, and has no pipes in folders.

    use std::os::unix::fs::symlink;

    use super::*;

    #[test]
    fn a_loop_of_links_costs_its_indicator() {
        let board = board();
        let folder = without_readings(&board);
        symlink("y.csv", folder.join("data/x.csv")).expect("a link");
        symlink("x.csv", folder.join("data/y.csv")).expect("a link");
        let said = run(folder, &VALIDATE, &[]).stdout;
        assert!(said.contains("data/x.csv: error[not-a-file]: the file cannot be read: "), "{said}");
        assert!(said.contains("data/y.csv: error[orphan-file]"), "{said}");
    }

    #[test]
    fn a_strategy_that_is_a_loop_of_links_is_no_strategy_and_none_above_it_is_taken() {
        let board = board();
        let inner = board.folder().join("inner");
        fs::create_dir(&inner).expect("a folder");
        symlink("strategy.toml", inner.join("strategy.toml")).expect("a link");
        is_no_strategy(&inner);
    }

    #[test]
    fn a_folder_linked_into_itself_is_not_walked() {
        let board = board();
        let folder = board.folder();
        symlink(".", folder.join("data/data")).expect("a link");
        let run = run(folder, &VALIDATE, &[]);
        assert_eq!(run.stdout.lines().count(), 1, "{run:?}");
        assert!(run.stdout.starts_with("data/data: error[orphan-file]"), "{run:?}");
    }

    #[test]
    fn a_pipe_costs_its_indicator_and_is_not_waited_for() {
        let board = board();
        let folder = without_readings(&board);
        let made = std::process::Command::new("mkfifo").arg(folder.join("data/x.csv")).status();
        assert!(made.expect("mkfifo runs").success());
        costs_its_indicator(folder, "it is not a file");
    }

    #[test]
    fn a_file_that_never_ends_costs_its_indicator() {
        let board = board();
        let folder = without_readings(&board);
        symlink("/dev/zero", folder.join("data/x.csv")).expect("a link");
        costs_its_indicator(folder, "it is not a file");
    }

    #[test]
    fn a_link_to_a_file_is_read() {
        let board = board();
        let folder = board.folder();
        fs::rename(folder.join("data/x.csv"), folder.join("kept.csv")).expect("it was there");
        symlink("../kept.csv", folder.join("data/x.csv")).expect("a link");
        assert_eq!(run(folder, &VALIDATE, &[]).code, 0);
    }
}

#[test]
fn a_path_may_hold_spaces_quotes_and_any_letters() {
    // Windows has no file with `"` in its name.
    let quotes = if cfg!(windows) { "it's" } else { "it's \"ours\"" };
    for name in ["two words", quotes, "Gesundheit für alle", "健康", "صحة", "e\u{301}", "-C", "%41", "$HOME", "a;b&c"]
    {
        let board = board();
        let folder = board.folder().join(name);
        fs::create_dir_all(folder.join("data")).expect("a folder");
        for file in ["strategy.toml", "data/x.csv"] {
            fs::rename(board.folder().join(file), folder.join(file)).expect("it was there");
        }
        for from in [folder.clone(), folder.join("data")] {
            let run = run(&from, &["status", "--as-of", "2014-06-01", "--format", "csv"], &[]);
            assert_eq!(run.code, 0, "{name}: {run:?}");
            assert!(run.stdout.contains(",rated,"), "{name}: {run:?}");
        }
        let path = folder.to_str().expect("UTF-8");
        let told = format!("-C{path}");
        let file = folder.join("data/x.csv");
        let run = run(board.folder(), &[&told, "validate", file.to_str().expect("UTF-8")], &[]);
        assert_eq!(run.code, 0, "{name}: {run:?}");
    }
}

#[test]
fn no_id_leads_out_of_the_folder_of_readings() {
    let outside =
        ["../x", "..", ".", "/etc/passwd", "a/b", "a\\\\b", "C:x", "C:\\\\x", "x.csv", "~", "x\\u0000", "x ", ""];
    let devices = ["con", "prn", "aux", "nul", "com1", "com9", "com0", "lpt1"];
    for id in outside.into_iter().chain(devices) {
        for kind in ["indicators", "objectives"] {
            let board = board().toml(&format!("[{kind}.\"{id}\"]\ntitle = \"T\""));
            fs::write(board.folder().join("x.csv"), "period,value\n2012/13,1\n").expect("a file outside data/");
            let run = board.run(&VALIDATE);
            assert_eq!(run.code, 1, "{id}: {run:?}");
            assert!(run.stdout.contains("error[bad-id]: "), "{id}: {run:?}");
            assert!(!run.stdout.contains("missing-file"), "nothing is looked for: {run:?}");
        }
    }
}

#[test]
fn an_id_that_only_begins_as_a_device_is_an_id() {
    for id in ["console", "con-2", "com10", "comb", "nullity", "lpt"] {
        let run = Board::new().indicator(id, "").csv(id, "2012/13,5").run(&VALIDATE);
        assert_eq!((run.code, run.stdout.as_str()), (0, ""), "{id}");
    }
}

#[test]
fn no_file_outside_the_strategy_is_validated() {
    let board = board();
    let elsewhere = Board::of("", "2012/13,ninety");
    let file = elsewhere.folder().join("data/x.csv");
    for path in [file.to_str().expect("UTF-8"), "..", "/", "data/../../x.csv", "data", ""] {
        let run = board.run(&["validate", path]);
        assert_eq!((run.code, run.stdout.as_str()), (2, ""), "{path}: {run:?}");
    }
}
