//! Merging with git, through the driver that `setup-git` makes: merge, rebase, cherry-pick. Every figure is made up.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::support::repository::{Repository, STRATEGY};
use crate::support::{Run, run};

const READINGS: &str = "period,value,status,recorded\n2011/12,19.2,,\n2012/13,18.4,,2013-11-01\n";

fn with(rows: &str) -> String {
    format!("{READINGS}{rows}")
}

/// `main` with our readings and `other` with theirs, both from the same start.
fn two_branches(start: &str, ours: &str, theirs: &str) -> Repository {
    let repository = Repository::of(start).set_up();
    repository.on_branch("other", theirs).readings(ours).commit("ours");
    repository
}

#[track_caller]
fn merges_to(ours: &str, theirs: &str, expected: &str) {
    let repository = two_branches(READINGS, ours, theirs);
    repository.git(&["merge", "--quiet", "other"]);
    assert_eq!(repository.read("data/obesity.csv"), expected);
    assert_eq!(repository.git(&["status", "--porcelain"]), "");
}

#[test]
fn two_leads_who_append_do_not_conflict() {
    let (ours, theirs) = (with("2014/15,17.9,,\n"), with("2013/14,18.0,,\n"));
    let merged = with("2013/14,18.0,,\n2014/15,17.9,,\n");
    merges_to(&ours, &theirs, &merged);
    merges_to(&theirs, &ours, &merged);
}

#[test]
fn a_revision_and_a_new_period_do_not_conflict() {
    let merged = with("2013/14,18.0,,\n2012/13,18.5,revised,2014-04-01\n");
    merges_to(&with("2012/13,18.5,revised,2014-04-01\n"), &with("2013/14,18.0,,\n"), &merged);
}

#[test]
fn columns_in_another_order_do_not_conflict_with_a_new_period() {
    let reordered = "value,period,recorded,status\n19.2,2011/12,,\n18.4,2012/13,2013-11-01,\n";
    merges_to(&with("2013/14,18.0,,\n"), reordered, &format!("{reordered}18.0,2013/14,,\n"));
}

#[test]
fn rows_in_another_order_do_not_conflict_with_a_new_period() {
    let sorted = "period,value,status,recorded\n2012/13,18.4,,2013-11-01\n2011/12,19.2,,\n";
    let merged = "period,value,status,recorded\n2013/14,18.0,,\n2012/13,18.4,,2013-11-01\n2011/12,19.2,,\n";
    merges_to(&with("2013/14,18.0,,\n"), sorted, merged);
}

#[test]
fn a_file_saved_again_by_excel_does_not_conflict() {
    let repository = Repository::of(READINGS);
    // As before setup-git, or with a tool that passes git's attributes over: the bytes that were committed have CRLF.
    repository.git(&["config", "core.autocrlf", "false"]);
    let excel = format!("\u{feff}{}", with("2013/14,18.0,,\n").replace('\n', "\r\n"));
    repository.on_branch("other", &excel).readings(&with("2014/15,17.9,,\n")).commit("ours");
    let driver = "hwb merge --marker-size=%L %O %A %B %P";
    repository.git(&["config", "merge.hwb.driver", driver]);
    fs::write(repository.top().join(".git/info/attributes"), "*.csv merge=hwb\n").expect("attributes");
    repository.git(&["merge", "--quiet", "other"]);
    assert_eq!(repository.read("data/obesity.csv"), with("2013/14,18.0,,\n2014/15,17.9,,\n"));
}

#[test]
fn a_period_changed_in_two_ways_conflicts_and_validate_names_its_lines() {
    let (ours, theirs) = (READINGS.replace("19.2", "19.3"), READINGS.replace("19.2", "19.4"));
    let repository = two_branches(READINGS, &ours, &theirs);
    let run = repository.try_git(&["merge", "other"]);
    assert_eq!(run.code, 1, "{run:?}");
    assert!(run.both().contains("CONFLICT (content)"), "{run:?}");
    let expected = "period,value,status,recorded\n<<<<<<< ours\n2011/12,19.3,,\n=======\n2011/12,19.4,,\n>>>>>>> theirs\n\
                    2012/13,18.4,,2013-11-01\n";
    assert_eq!(repository.read("data/obesity.csv"), expected);
    let found = repository.hwb(&["validate", "--format", "short", "--as-of", "2014-06-01"]);
    assert_eq!(found.code, 1, "{found:?}");
    assert!(found.stdout.contains("data/obesity.csv:2:1: error[conflict-marker]"), "{found:?}");
    assert!(found.stdout.contains("lines 2 to 6"), "{found:?}");
}

#[test]
fn a_conflict_left_in_a_file_cannot_be_committed() {
    let (ours, theirs) = (READINGS.replace("19.2", "19.3"), READINGS.replace("19.2", "19.4"));
    let repository = two_branches(READINGS, &ours, &theirs);
    assert_eq!(repository.try_git(&["merge", "other"]).code, 1);
    repository.git(&["add", "--all"]);
    let commit = repository.try_git(&["commit", "--message", "merged"]);
    assert_eq!(commit.code, 1, "{commit:?}");
    assert!(commit.both().contains("conflict-marker"), "{commit:?}");
    repository.readings(&ours).git(&["add", "--all"]);
    repository.git(&["commit", "--quiet", "--message", "merged"]);
}

#[test]
fn a_rebase_and_a_cherry_pick_go_through_the_driver_too() {
    let merged = with("2013/14,18.0,,\n2014/15,17.9,,\n");
    for command in [["rebase", "--quiet", "other"].as_slice(), &["cherry-pick", "other"]] {
        let repository = two_branches(READINGS, &with("2014/15,17.9,,\n"), &with("2013/14,18.0,,\n"));
        repository.git(command);
        assert_eq!(repository.read("data/obesity.csv"), merged, "{command:?}");
    }
}

#[test]
fn a_file_that_both_branches_added_is_merged_row_by_row() {
    let repository = Repository::empty();
    repository.write("strategy.toml", STRATEGY).commit("start");
    let repository = repository.set_up();
    let (ours, theirs) = ("period,value\n2012/13,18\n", "period,value\n2011/12,19\n");
    repository.on_branch("other", theirs).readings(ours).commit("ours");
    repository.git(&["merge", "--quiet", "other"]);
    assert_eq!(repository.read("data/obesity.csv"), "period,value\n2011/12,19\n2012/13,18\n");
}

#[test]
fn a_strategy_below_the_top_is_merged_by_its_own_kind_of_period() {
    let repository = Repository::with_strategy_in("boards/Ost und 'West'");
    let strategy = STRATEGY.replace("financial-year", "academic-year");
    repository.write("strategy.toml", &strategy).readings(READINGS).commit("start");
    let repository = repository.set_up();
    repository.on_branch("other", &with("2013/14,18.0,,\n")).readings(&with("2014/15,17.9,,\n")).commit("ours");
    repository.git(&["merge", "--quiet", "other"]);
    assert_eq!(repository.read("data/obesity.csv"), with("2013/14,18.0,,\n2014/15,17.9,,\n"));
}

#[test]
fn a_file_whose_rows_cannot_be_told_apart_is_merged_line_by_line() {
    let theirs = READINGS.replace("2011/12", "Dec-11");
    let repository = two_branches(READINGS, &with("2013/14,18.0,,\n"), &theirs);
    repository.git(&["merge", "--quiet", "other"]);
    assert_eq!(repository.read("data/obesity.csv"), format!("{theirs}2013/14,18.0,,\n"));
    let repository = two_branches(READINGS, &READINGS.replace("19.2", "19.3"), &theirs);
    let run = repository.try_git(&["merge", "other"]);
    assert_eq!(run.code, 1, "{run:?}");
    let left = repository.read("data/obesity.csv");
    assert!(left.contains("<<<<<<< ours\n2011/12,19.3,,\n=======\nDec-11,19.2,,\n>>>>>>> theirs\n"), "{left}");
}

#[test]
fn a_workbook_under_the_files_name_is_a_conflict_for_people() {
    let repository = Repository::of(READINGS).set_up();
    repository.git(&["checkout", "--quiet", "-b", "other"]);
    fs::write(repository.folder().join("data/obesity.csv"), b"PK\x03\x04\0\0\xff\xff").expect("a file");
    repository.commit("theirs").git(&["checkout", "--quiet", "main"]);
    repository.readings(&with("2013/14,18.0,,\n")).commit("ours");
    let run = repository.try_git(&["merge", "other"]);
    assert_eq!(run.code, 1, "{run:?}");
    assert!(run.both().contains("CONFLICT"), "{run:?}");
    assert_eq!(repository.read("data/obesity.csv"), with("2013/14,18.0,,\n"));
}

#[test]
fn without_hwb_on_the_path_git_merges_as_it_always_does() {
    let repository = two_branches(READINGS, &READINGS.replace("19.2", "19.3"), &READINGS.replace("19.2", "19.4"));
    let driver = repository.git(&["config", "merge.hwb.driver"]);
    let elsewhere = driver.trim_end().replace("command -v hwb", "command -v no-such-program");
    repository.git(&["config", "merge.hwb.driver", &elsewhere]);
    assert_eq!(repository.try_git(&["merge", "other"]).code, 1);
    let left = repository.read("data/obesity.csv");
    assert!(left.contains("<<<<<<< ours\n2011/12,19.3,,\n"), "{left}");
}

/// Runs `hwb merge` on three files in a folder of their own; what it prints, and what is in OURS then.
fn by_hand(base: &str, ours: &str, theirs: &str, more: &[&str]) -> (Run, String) {
    let folder = TempDir::new().expect("a temporary folder");
    for (name, text) in [("base", base), ("ours", ours), ("theirs", theirs)] {
        fs::write(folder.path().join(name), text).expect("a file");
    }
    let mut args = vec!["merge", "base", "ours", "theirs"];
    args.extend(more);
    let run = run(folder.path(), &args, &[]);
    (run, fs::read_to_string(folder.path().join("ours")).expect("ours"))
}

#[test]
fn the_exit_status_is_what_git_wants() {
    let (clean, _) = by_hand(READINGS, &with("2013/14,18.0,,\n"), &with("2014/15,17.9,,\n"), &[]);
    assert_eq!((clean.code, clean.both().trim()), (0, ""), "{clean:?}");
    let (ours, theirs) = (READINGS.replace("19.2", "19.3"), READINGS.replace("19.2", "19.4"));
    let (conflict, text) = by_hand(READINGS, &ours, &theirs, &["data/obesity.csv", "--marker-size", "9"]);
    assert_eq!(conflict.code, 1, "{conflict:?}");
    assert!(conflict.stderr.contains("data/obesity.csv: 1 place to settle"), "{conflict:?}");
    assert!(text.contains("\n<<<<<<<<< ours\n"), "{text}");
}

#[test]
fn what_keeps_it_from_merging_is_never_taken_for_a_conflict() {
    let folder = TempDir::new().expect("a temporary folder");
    let run = |args: &[&str]| run(folder.path(), args, &[]).code;
    assert_eq!(run(&["merge", "base", "ours", "theirs"]), 129);
    assert_eq!(run(&["merge", "base"]), 129);
    assert_eq!(run(&["merge", "--wibble", "base", "ours", "theirs"]), 129);
    assert_eq!(run(&["merge", "--help"]), 0);
    let is_there = |name: &str| Path::new(folder.path()).join(name).exists();
    assert!(!is_there("ours"));
}
