//! `validate --staged`: what git is about to commit, and nothing else. Every figure is made up.

use std::fs;

use tempfile::TempDir;

use crate::support::repository::{Repository, STRATEGY};
use crate::support::{Run, run};

const READINGS: &str = "period,value,status,marker,recorded\n2011/12,19.2,,,\n2012/13,18.4,,,2013-11-01\n";
const ADDED: &str =
    "period,value,status,marker,recorded\n2011/12,19.2,,,\n2012/13,18.4,,,2013-11-01\n2013/14,18.0,,,2014-04-20\n";

fn staged(repository: &Repository) -> Run {
    repository.hwb(&["validate", "--staged", "--as-of", "2014-06-01", "--format", "short"])
}

/// Stages other readings over those that were committed.
fn staging(readings: &str) -> Repository {
    let repository = Repository::of(READINGS);
    repository.readings(readings).git(&["add", "--all"]);
    repository
}

#[track_caller]
fn assert_clean(run: &Run) {
    assert_eq!((run.code, run.stdout.as_str()), (0, ""), "{run:?}");
}

#[test]
fn what_is_not_staged_does_not_matter() {
    let repository = staging(ADDED);
    repository.readings("period,value\n2012/13,ninety\n");
    assert_clean(&staged(&repository));
    repository.write("strategy.toml", "format = 1\n");
    assert_clean(&staged(&repository));
}

#[test]
fn what_is_staged_is_checked_whatever_the_folder_holds_since() {
    let repository = staging("period,value\n2012/13,ninety\n");
    repository.readings(READINGS);
    let run = staged(&repository);
    assert_eq!(run.code, 1, "{run:?}");
    assert!(run.stdout.contains("data/obesity.csv:2:9: error[bad-number]"), "{run:?}");
}

#[test]
fn the_strategy_that_is_staged_is_gone_by() {
    let repository = Repository::of(READINGS);
    repository.write("strategy.toml", &STRATEGY.replace("obesity", "overweight")).git(&["add", "--all"]);
    repository.write("strategy.toml", STRATEGY);
    let run = staged(&repository);
    assert!(run.stdout.contains("error[orphan-file]"), "{run:?}");
}

#[test]
fn the_first_commit_is_checked_too() {
    let repository = Repository::empty();
    repository.write("strategy.toml", STRATEGY).readings(READINGS).git(&["add", "--all"]);
    assert_clean(&staged(&repository));
}

#[test]
fn nothing_staged_is_nothing_wrong() {
    let repository = Repository::empty();
    repository.write("strategy.toml", "format =");
    assert_clean(&staged(&repository));
}

#[test]
fn readings_staged_without_their_strategy_cannot_be_checked() {
    let repository = Repository::empty();
    repository.write("strategy.toml", STRATEGY).readings(READINGS).git(&["add", "data"]);
    let run = staged(&repository);
    assert_eq!(run.code, 3, "{run:?}");
    assert!(run.stderr.contains("git add strategy.toml"), "{run:?}");
}

#[test]
fn a_figure_changed_without_a_word_is_a_silent_revision() {
    let run = staged(&staging(&READINGS.replace("18.4", "18.5")));
    let expected = "data/obesity.csv:3:9: warning[silent-revision]: 2012/13 was 18.4 in the commit of 1 May 2014 and is 18.5 \
                    now, and no row says that it was revised\n";
    assert_eq!((run.code, run.stdout.as_str()), (0, expected), "{run:?}");
}

#[test]
fn a_figure_taken_out_is_a_silent_revision() {
    let run = staged(&staging("period,value,recorded\n2011/12,19.2,\n"));
    let expected =
        "data/obesity.csv: warning[silent-revision]: 2012/13 was 18.4 in the commit of 1 May 2014 and has no row now\n";
    assert_eq!(run.stdout, expected, "{run:?}");
}

#[test]
fn a_revision_changed_where_it_stands_is_a_silent_revision() {
    let repository = Repository::of(&format!("{READINGS}2012/13,18.6,revised,,2014-01-15\n"));
    repository.readings(&format!("{READINGS}2012/13,18.7,revised,,2014-01-15\n")).git(&["add", "--all"]);
    let run = staged(&repository);
    assert!(run.stdout.contains("obesity.csv:4:9: warning[silent-revision]: 2012/13 was 18.6"), "{run:?}");
}

#[test]
fn a_figure_of_a_group_changed_without_a_word_says_which() {
    let repository = Repository::of("period,value,group\n2012/13,18.4,\n2012/13,17.1,girls\n");
    repository.readings("period,value,group\n2012/13,18.4,\n2012/13,17.3,girls\n").git(&["add", "--all"]);
    let run = staged(&repository);
    assert!(run.stdout.contains("2012/13 (girls) was 17.1"), "{run:?}");
}

#[test]
fn what_is_marked_or_written_another_way_is_no_silent_revision() {
    for readings in [
        format!("{READINGS}2012/13,18.5,revised,,2014-04-20\n"),
        format!("{READINGS}2012/13,18.5,corrected,,2014-04-20\n"),
        READINGS.replace("18.4,,,2013-11-01", "18.5,revised,,2014-04-20"),
        READINGS.replace("18.4", "18.40"),
        READINGS.replace('\n', "\r\n"),
        ADDED.to_owned(),
    ] {
        let run = staged(&staging(&readings));
        assert!(!run.stdout.contains("silent-revision"), "{readings}\n{run:?}");
    }
}

#[test]
fn to_suppress_a_figure_is_no_silent_revision() {
    let repository = staging(&READINGS.replace("18.4,,,", ",,c,"));
    for format in ["human", "short", "json"] {
        let run = repository.hwb(&["validate", "--staged", "--as-of", "2014-06-01", "--format", format]);
        assert_eq!(run.code, 0, "{run:?}");
        assert!(!run.both().contains("silent-revision") && !run.both().contains("18.4"), "{run:?}");
    }
}

#[test]
fn a_figure_where_a_suppressed_one_stood_is_a_silent_revision() {
    let repository = Repository::of(&READINGS.replace("18.4,,,", ",,c,"));
    repository.readings(READINGS).git(&["add", "--all"]);
    let run = staged(&repository);
    let expected =
        "2012/13 was suppressed in the commit of 1 May 2014 and is 18.4 now, and no row says that it was revised";
    assert!(run.stdout.contains(expected), "{run:?}");
    let marked = READINGS.replace("18.4,,,", ",,c,") + "2012/13,18.4,revised,,2014-04-20\n";
    repository.readings(&marked).git(&["add", "--all"]);
    assert!(!staged(&repository).stdout.contains("silent-revision"));
}

#[test]
fn a_strategy_below_the_top_of_the_repository_is_checked_from_anywhere() {
    let repository = Repository::with_strategy_in("boards/Wärme und Licht");
    repository.write("strategy.toml", STRATEGY).readings(READINGS).commit("start");
    repository.readings("period,value\n2012/13,ninety\n").git(&["add", "--all"]);
    assert!(staged(&repository).stdout.starts_with("data/obesity.csv:2:9: error[bad-number]"));
    let folder = repository.folder();
    let from_top = run(repository.top(), &["-C", folder.to_str().expect("a path"), "validate", "--staged"], &[]);
    assert_eq!(from_top.code, 1, "{from_top:?}");
}

#[test]
fn a_name_that_is_not_ascii_is_read() {
    let repository = Repository::of(READINGS);
    repository.write("data/größe.csv", "period,value\n").git(&["add", "--all"]);
    assert!(staged(&repository).stdout.contains("data/größe.csv: error[orphan-file]"));
}

#[test]
fn a_conflict_that_git_has_not_settled_is_found() {
    let repository = Repository::of(READINGS);
    repository.git(&["checkout", "--quiet", "-b", "other"]);
    repository.readings(&READINGS.replace("18.4", "18.5")).commit("theirs");
    repository.git(&["checkout", "--quiet", "main"]);
    repository.readings(&READINGS.replace("18.4", "18.6")).commit("ours");
    assert_eq!(repository.try_git(&["merge", "other"]).code, 1);
    let run = staged(&repository);
    assert_eq!(run.code, 1, "{run:?}");
    assert!(run.stdout.contains("merge conflict is not settled"), "{run:?}");
}

#[test]
fn what_a_hook_is_told_of_another_repository_is_passed_over() {
    let (here, there) = (staging(ADDED), staging("period,value\n2012/13,ninety\n"));
    let folder = there.folder();
    let git = here.top().join(".git");
    let environment =
        [("GIT_DIR", git.to_str().expect("a path")), ("GIT_INDEX_FILE", ".git/index"), ("GIT_PREFIX", "data/")];
    let args = ["-C", folder.to_str().expect("a path"), "validate", "--staged", "--format", "short"];
    let run = run(here.top(), &args, &environment);
    assert!(run.stdout.contains("bad-number"), "{run:?}");
}

#[test]
fn a_file_that_is_only_announced_is_no_part_of_the_commit() {
    let repository = Repository::empty();
    repository.write("strategy.toml", STRATEGY).commit("start").readings("period,value\n2012/13,ninety\n");
    repository.git(&["add", "--intent-to-add", "data/obesity.csv"]);
    let run = staged(&repository);
    assert!(run.stdout.contains("warning[missing-file]"), "{run:?}");
    assert_eq!(run.code, 0, "{run:?}");
}

#[test]
fn a_link_that_is_staged_is_no_file_of_readings() {
    let repository = Repository::of(READINGS);
    let object = repository.git(&["hash-object", "-w", "strategy.toml"]);
    let entry = format!("120000,{},data/obesity.csv", object.trim());
    repository.git(&["update-index", "--cacheinfo", &entry]);
    let run = staged(&repository);
    assert!(run.stdout.contains("error[not-a-file]"), "{run:?}");
}

#[test]
fn without_a_repository_only_what_is_about_git_fails() {
    let folder = TempDir::new().expect("a temporary folder");
    fs::write(folder.path().join("strategy.toml"), STRATEGY).expect("strategy.toml");
    let run = |args: &[&str]| run(folder.path(), args, &[("GIT_CEILING_DIRECTORIES", "/")]);
    let staged = run(&["validate", "--staged"]);
    assert_eq!(staged.code, 3, "{staged:?}");
    assert!(staged.stderr.contains("is in no git repository"), "{staged:?}");
    assert_eq!(run(&["validate"]).code, 0);
}

#[test]
fn without_git_only_what_is_about_git_fails() {
    let repository = Repository::of(READINGS);
    let nowhere = TempDir::new().expect("a temporary folder");
    let environment = [("PATH", nowhere.path().to_str().expect("a path"))];
    let staged = run(&repository.folder(), &["validate", "--staged"], &environment);
    assert_eq!(staged.code, 3, "{staged:?}");
    assert!(staged.stderr.contains("git cannot be run") && staged.stderr.contains("git-scm.com"), "{staged:?}");
    assert_eq!(run(&repository.folder(), &["status"], &environment).code, 0);
}
