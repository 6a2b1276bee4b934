//! `setup-git`: what it makes, what it leaves alone, and that it works in a real repository. Every figure is made up.

use std::fs;

use hwb::files::{ASIDE_ENDING, JOURNAL, LOCK};

use crate::support::repository::{Repository, STRATEGY};

const READINGS: &str = "period,value\n2011/12,19.2\n2012/13,18.4\n";

fn attribute(repository: &Repository, name: &str, path: &str) -> String {
    let told = repository.git(&["check-attr", name, "--", path]);
    told.trim_end().rsplit(": ").next().expect("a value").to_owned()
}

#[test]
fn a_dry_run_changes_nothing_and_says_what_and_why() {
    let repository = Repository::of(READINGS);
    let before = repository.git(&["config", "--list", "--local"]);
    let run = repository.hwb(&["setup-git", "--dry-run"]);
    assert_eq!(run.code, 0, "{run:?}");
    for fact in ["would change: .gitattributes", "merge.hwb.driver", "pre-commit", "so that"] {
        assert!(run.stdout.contains(fact), "{fact}: {run:?}");
    }
    assert_eq!(repository.git(&["status", "--porcelain"]), "");
    assert_eq!(repository.git(&["config", "--list", "--local"]), before);
    assert!(!repository.top().join(".git/hooks/pre-commit").exists());
}

#[test]
fn the_second_time_there_is_nothing_to_do() {
    let repository = Repository::of(READINGS).set_up();
    let again = repository.hwb(&["setup-git"]);
    assert_eq!(again.code, 0, "{again:?}");
    assert!(again.stdout.contains("Nothing to change."), "{again:?}");
    assert_eq!(repository.git(&["status", "--porcelain"]), "");
}

#[test]
fn lines_that_people_wrote_stay() {
    let repository = Repository::of(READINGS);
    let own = "# mine\n*.docx binary\n/data/*.csv   merge=hwb diff=hwb";
    repository.write(".gitattributes", own).write(".gitignore", "reports/\n");
    assert_eq!(repository.hwb(&["setup-git"]).code, 0);
    let attributes = repository.read(".gitattributes");
    assert!(attributes.starts_with(own), "{attributes}");
    assert_eq!(attributes.matches("merge=hwb").count(), 1, "{attributes}");
    let ignored = repository.read(".gitignore");
    assert!(ignored.starts_with("reports/\n") && ignored.contains("\n~$*\n.~lock.*#\n"), "{ignored}");
}

#[test]
fn the_files_have_the_attributes_they_need() {
    let repository = Repository::with_strategy_in("boards/east");
    repository.write("strategy.toml", STRATEGY).readings(READINGS).commit("start");
    let repository = repository.set_up();
    let below = |path: &str| format!("boards/east/{path}");
    assert_eq!(attribute(&repository, "merge", &below("data/obesity.csv")), "hwb");
    assert_eq!(attribute(&repository, "diff", &below("data/obesity.csv")), "hwb");
    assert_eq!(attribute(&repository, "merge", &below("data/registers/actions.csv")), "unspecified");
    for path in ["data/obesity.csv", "data/registers/actions.csv", "data/obesity.md", "strategy.toml"] {
        assert_eq!(attribute(&repository, "eol", &below(path)), "lf", "{path}");
    }
    assert_eq!(attribute(&repository, "merge", "data/obesity.csv"), "unspecified", "outside the strategy");
    let aside = format!("data/.obesity.csv{ASIDE_ENDING}");
    for left in [LOCK, JOURNAL, &aside, "data/.~lock.obesity.csv#", "data/~$obesity.csv"] {
        assert_eq!(repository.try_git(&["check-ignore", &below(left)]).code, 0, "{left}");
    }
    assert_eq!(repository.try_git(&["check-ignore", &below("data/obesity.csv")]).code, 1);
}

#[test]
fn a_union_merge_is_told_wherever_it_is_written() {
    let repository = Repository::of(READINGS);
    repository.write(".gitattributes", "*.docx binary\n*.csv merge=union\n");
    let run = repository.hwb(&["setup-git"]);
    assert!(run.stdout.contains("line 2: merge=union"), "{run:?}");
    assert_eq!(attribute(&repository, "merge", "data/obesity.csv"), "hwb");
    let repository = Repository::of(READINGS);
    fs::write(repository.top().join(".git/info/attributes"), "*.csv merge=union\n").expect("attributes");
    let run = repository.hwb(&["setup-git"]);
    assert!(run.stdout.contains("left to you: merge=union for"), "{run:?}");
}

#[test]
fn the_hook_refuses_a_bad_commit_and_lets_a_good_one_pass() {
    let repository = Repository::of(READINGS).set_up();
    repository.readings("period,value\n2011/12,19.2\n2012/13,ninety\n").git(&["add", "--all"]);
    let refused = repository.try_git(&["commit", "--message", "bad"]);
    assert_eq!(refused.code, 1, "{refused:?}");
    assert!(refused.both().contains("error[bad-number]"), "{refused:?}");
    repository.readings(&format!("{READINGS}2013/14,18.0\n")).git(&["add", "--all"]);
    repository.git(&["commit", "--quiet", "--message", "good"]);
}

#[test]
fn the_hook_goes_by_what_is_committed_also_where_that_is_not_all_that_is_staged() {
    let repository = Repository::of(READINGS).set_up();
    // A part of the change is staged; the slip is not.
    repository.readings(&format!("{READINGS}2013/14,18.0\n")).git(&["add", "--all"]);
    repository.readings(&format!("{READINGS}2013/14,18.0\n2014/15,ninety\n"));
    repository.git(&["commit", "--quiet", "--message", "a part"]);
    // `commit FILE` and `commit --all` hand the hook an index of their own.
    let refused = repository.try_git(&["commit", "--message", "all", "--all"]);
    assert_eq!(refused.code, 1, "{refused:?}");
    let refused = repository.try_git(&["commit", "--message", "one", "data/obesity.csv"]);
    assert_eq!(refused.code, 1, "{refused:?}");
    repository.write("notes.txt", "notes\n").git(&["add", "notes.txt"]);
    repository.git(&["commit", "--quiet", "--message", "another", "notes.txt"]);
}

#[test]
fn the_hook_of_a_strategy_below_the_top_and_of_another_work_tree_works() {
    let repository = Repository::with_strategy_in("boards/Ost und 'West'");
    repository.write("strategy.toml", STRATEGY).readings(READINGS).commit("start");
    let repository = repository.set_up();
    repository.readings("period,value\n2012/13,ninety\n");
    assert_eq!(repository.try_git(&["commit", "--all", "--message", "bad"]).code, 1);
    repository.git(&["checkout", "--quiet", "--", "."]);
    repository.git(&["worktree", "add", "--quiet", "second"]);
    let file = repository.top().join("second/boards/Ost und 'West'/data/obesity.csv");
    fs::write(file, "period,value\n2012/13,ninety\n").expect("a file");
    let refused = repository.try_git(&["-C", "second", "commit", "--all", "--message", "bad"]);
    assert_eq!(refused.code, 1, "{refused:?}");
    assert!(refused.both().contains("error[bad-number]"), "{refused:?}");
}

#[test]
fn a_hook_that_is_there_is_left_alone_and_the_line_is_told() {
    let repository = Repository::of(READINGS);
    let hook = repository.top().join(".git/hooks/pre-commit");
    fs::create_dir_all(hook.parent().expect("a folder")).expect("hooks");
    fs::write(&hook, "#!/bin/sh\nmake check\n").expect("a hook");
    let run = repository.hwb(&["setup-git"]);
    assert!(run.stdout.contains("add this line") && run.stdout.contains("hwb validate --staged || exit 1"), "{run:?}");
    assert_eq!(fs::read_to_string(&hook).expect("the hook"), "#!/bin/sh\nmake check\n");
    fs::write(&hook, "#!/bin/sh\nmake check\nhwb validate --staged || exit 1\n").expect("a hook");
    assert!(!repository.hwb(&["setup-git"]).stdout.contains("left to you"));
}

#[test]
fn hooks_are_made_where_the_repository_keeps_them_but_never_for_other_repositories() {
    let repository = Repository::of(READINGS);
    repository.git(&["config", "core.hooksPath", "tools/hooks"]);
    assert_eq!(repository.hwb(&["setup-git"]).code, 0);
    assert!(repository.read("tools/hooks/pre-commit").contains("hwb validate --staged"));
    let shared = tempfile::TempDir::new().expect("a temporary folder");
    let repository = Repository::of(READINGS);
    repository.git(&["config", "core.hooksPath", shared.path().to_str().expect("a path")]);
    let run = repository.hwb(&["setup-git"]);
    assert!(run.stdout.contains("leads out of this repository"), "{run:?}");
    assert!(!shared.path().join("pre-commit").exists());
}

#[test]
fn git_diff_names_the_column_of_each_cell() {
    let repository = Repository::of(READINGS).set_up();
    repository.readings("value,period,source\n19.2,2011/12,\n18.5,2012/13,NHS\n");
    let diff = repository.git(&["diff"]);
    assert!(diff.contains("\n-2012/13: value 18.4\n+2012/13: value 18.5, source NHS\n"), "{diff}");
    assert!(diff.contains("\n 2011/12: value 19.2\n"), "{diff}");
    repository.readings("no table at all");
    assert!(repository.git(&["diff"]).contains("\n+no table at all"));
}

#[test]
fn saving_with_other_line_ends_is_no_difference_once_it_is_set_up() {
    let repository = Repository::of(READINGS).set_up();
    repository.readings(&READINGS.replace('\n', "\r\n")).git(&["add", "--all"]);
    assert_eq!(repository.git(&["diff", "--cached", "--stat"]), "");
}
