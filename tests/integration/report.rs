//! `hwb report`: which files it writes, what it leaves alone, and when it writes nothing. Every figure is made up.

mod edited;
mod hostile;
#[cfg(unix)]
mod killed;
mod list;
mod says;
mod site;

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::support::{Board, Run, run};

const MEETING: &str = "2013-11-21";

/// A board with one measure on target, a theme, a framework and two meetings.
fn board() -> Board {
    Board::of(
        "targets = [{ at_least = 90 }]\nthemes = [\"smoking\"]\nframeworks = { phof = \"2.1\" }\nscope = \"national\"\npriority = true",
        "2011/12,91\n2012/13,95",
    )
    .toml("[[meetings]]\ndate = 2013-06-27\n[[meetings]]\ndate = 2013-11-21")
    .toml("[themes.smoking]\ntitle = \"Smoking\"\nlead = \"l\"")
    .toml("[frameworks.phof]\ntitle = \"Public health\"\nlead = \"l\"")
}

fn folder() -> TempDir {
    board().into_folder()
}

/// Runs `hwb report` with these arguments, which must end so.
#[track_caller]
fn report(root: &Path, args: &[&str], code: i32) -> Run {
    let run = run(root, &[&["report"], args].concat(), &[]);
    assert_eq!(run.code, code, "{args:?}: {run:?}");
    run
}

/// The names in `reports/`; none where it is not there.
fn kept(root: &Path) -> Vec<String> {
    let Ok(entries) = fs::read_dir(root.join("reports")) else { return Vec::new() };
    let mut names: Vec<String> =
        entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// The files that words are missing from, as standard error has them.
fn awaited(run: &Run) -> Vec<String> {
    let lines = run.stderr.lines().filter_map(|line| line.strip_prefix("  "));
    lines.filter_map(|line| Some(line.split_once(": ")?.0.to_owned())).collect()
}

#[test]
fn a_paper_is_a_word_file_and_a_web_page_named_by_the_day_of_its_meeting() {
    let folder = folder();
    let run = report(folder.path(), &["meeting", "--meeting", MEETING], 0);
    assert_eq!(run.stdout, "reports/2013-11-21-meeting.docx: written\nreports/2013-11-21-meeting.html: written\n");
    assert_eq!(kept(folder.path()), ["2013-11-21-meeting.docx", "2013-11-21-meeting.html"]);
    assert!(fs::read(folder.path().join("reports/2013-11-21-meeting.docx")).expect("a file").starts_with(b"PK"));
    let again = report(folder.path(), &["meeting", "--meeting", MEETING], 0);
    assert_eq!(again.stdout, run.stdout.replace("written", "as it was"));
}

#[test]
fn every_kind_has_a_name_of_its_own_by_its_meeting_or_its_day() {
    let folder = folder();
    for (args, name) in [
        (&["chapter", "c", "--meeting", MEETING][..], "2013-11-21-chapter-c"),
        (&["theme", "smoking", "--as-of", "2013-10-01"], "2013-10-01-theme-smoking"),
        (&["framework", "phof", "--as-of", "2013-10-01"], "2013-10-01-framework-phof"),
        (&["quarterly", "--as-of", "2013-10-01"], "2013-10-01-quarterly"),
        (&["annual", "--meeting", MEETING], "2013-11-21-annual"),
        (&["meeting", "--as-of", "2013-10-01"], "2013-10-01-meeting"),
    ] {
        report(folder.path(), &[args, &["--format", "md"]].concat(), 0);
        assert!(folder.path().join(format!("reports/{name}.md")).exists(), "{name}: {:?}", kept(folder.path()));
    }
    assert_eq!(kept(folder.path()).len(), 6);
}

#[test]
fn other_formats_are_written_under_the_same_name_and_a_table_is_printed() {
    let folder = folder();
    let run = report(folder.path(), &["annual", "--meeting", MEETING, "--format", "md,html,md,table"], 0);
    assert_eq!(kept(folder.path()), ["2013-11-21-annual.html", "2013-11-21-annual.md"]);
    assert!(run.stdout.starts_with("Health and wellbeing in Testham"), "{run:?}");
    assert!(!run.stdout.contains("written\n") && run.stderr.contains("annual.md: written"), "{run:?}");
}

#[test]
fn a_named_file_takes_the_format_of_its_ending_and_a_hyphen_is_standard_output() {
    let folder = folder();
    report(folder.path(), &["meeting", "--meeting", MEETING, "-o", "paper.HTML"], 0);
    let page = fs::read_to_string(folder.path().join("paper.HTML")).expect("a page");
    assert!(page.starts_with("<!DOCTYPE html>"), "{page}");
    let printed = report(folder.path(), &["meeting", "--meeting", MEETING, "--format", "html", "-o", "-"], 0);
    assert_eq!(printed.stdout, page);
    assert!(
        report(folder.path(), &["meeting", "--meeting", MEETING, "-o", "-"], 0)
            .stdout
            .starts_with("A made-up strategy")
    );
    assert!(kept(folder.path()).is_empty());
}

#[test]
fn what_cannot_be_meant_is_wrong_usage_with_what_could_be() {
    let folder = folder();
    for (args, says) in [
        (&["chapter"][..], "there is c"),
        (&["chapter", "cc"], "there is c"),
        (&["theme", "smokin"], "did you mean 'smoking'?"),
        (&["framework", "smoking"], "there is phof"),
        (&["annual", "c"], "takes no id"),
        (&["meetin"], "meeting"),
        (&["meeting", "--meeting", "2013-11-20"], "it meets on 2013-06-27 and 2013-11-21"),
        (&["meeting"], "--as-of"),
        (&["annual", "--format", "csv"], "hwb status"),
        (&["annual", "-o", "x.json"], "hwb status"),
        (&["annual", "-o", "x.pdf"], "ending"),
        (&["annual", "--format", "md,html", "-o", "x"], "one format"),
        (&["annual", "-o", "data/x.md"], "the strategy's own"),
        (&["annual", "-o", "templates/legal.md"], "the strategy's own"),
        (&["annual", "--format", "md", "-o", "strategy.toml"], "the strategy's own"),
        (&["--list", "meeting"], "cannot be used"),
        (&[], "KIND"),
    ] {
        fs::create_dir_all(folder.path().join("templates")).expect("a folder");
        let run = report(folder.path(), args, 2);
        assert!(run.stderr.contains(says), "{args:?}: {run:?}");
        assert!(run.stdout.is_empty(), "{run:?}");
    }
    assert!(kept(folder.path()).is_empty());
}

#[test]
fn a_final_paper_waits_until_every_word_is_there() {
    let folder = folder();
    let root = folder.path();
    let args = ["chapter", "c", "--meeting", MEETING];
    let written = report(root, &args, 0);
    let missing = awaited(&written);
    assert!(missing.contains(&"templates/2013-11-21/resources-c.md".to_owned()), "{written:?}");
    fs::remove_dir_all(root.join("reports")).expect("the papers");
    let refused = report(root, &[&args[..], &["--final"]].concat(), 1);
    assert_eq!(awaited(&refused), missing);
    assert!(refused.stdout.is_empty() && refused.stderr.contains("Nothing was written"), "{refused:?}");
    assert!(kept(root).is_empty());
    for path in &missing {
        fs::create_dir_all(root.join(path).parent().expect("a folder")).expect("a folder");
        fs::write(root.join(path), "Endorsed.\n").expect("words");
    }
    let done = report(root, &[&args[..], &["--final"]].concat(), 0);
    assert_eq!(done.stderr, "");
    assert_eq!(kept(root).len(), 2);
}

#[test]
fn a_file_with_errors_is_told_and_the_paper_is_written_but_is_not_final() {
    let folder = board().file("templates/legal.md", b"caf\xe9".to_vec()).csv("x", "2012/13,ninety").into_folder();
    let args = ["meeting", "--meeting", MEETING];
    let run = report(folder.path(), &args, 1);
    assert!(run.stderr.contains("x has errors") && run.stderr.contains("templates/legal.md has errors"), "{run:?}");
    assert_eq!(kept(folder.path()).len(), 2);
    fs::remove_dir_all(folder.path().join("reports")).expect("the papers");
    let run = report(folder.path(), &[&args[..], &["--final"]].concat(), 1);
    assert!(run.stderr.contains("x has errors") && kept(folder.path()).is_empty(), "{run:?}");
}

#[test]
fn where_the_papers_cannot_lie_nothing_is_written() {
    let folder = board().file("reports", "a file").into_folder();
    let run = report(folder.path(), &["annual", "--meeting", MEETING], 3);
    assert!(run.stderr.contains("reports/2013-11-21-annual.docx"), "{run:?}");
    assert_eq!(fs::read_to_string(folder.path().join("reports")).expect("a file"), "a file");
}

#[test]
fn the_same_files_and_day_give_the_same_bytes_anywhere() {
    let bytes = |environment: &[(&str, &str)]| -> Vec<Vec<u8>> {
        let folder = folder();
        let made =
            run(folder.path(), &["report", "meeting", "--meeting", MEETING, "--format", "docx,html,md"], environment);
        assert_eq!(made.code, 0, "{made:?}");
        let read = |name: &String| fs::read(folder.path().join("reports").join(name)).expect("a paper");
        kept(folder.path()).iter().map(read).collect()
    };
    let here = bytes(&[("TZ", "UTC"), ("LANG", "C"), ("COLUMNS", "40")]);
    assert_eq!(here.len(), 3);
    assert_eq!(here, bytes(&[("TZ", "Pacific/Kiritimati"), ("LANG", "tr_TR.UTF-8"), ("COLUMNS", "200")]));
}
