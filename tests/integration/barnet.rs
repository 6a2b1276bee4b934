//! Barnet's own strategy and figures, in this repository: what the paper of 27 June 2013 holds, and what is said of it.

use std::path::Path;
use std::process::Command;

use hwb::board::{Overrides, validate};
use hwb::files::Disk;
use hwb::finding::Code;
use hwb::time::read_iso;
use hwb::workspace::Workspace;

use crate::support::run::silence;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn workspace() -> Workspace {
    Workspace::open(Box::new(Disk::new(root().to_path_buf()))).expect("Barnet's strategy is sound")
}

fn printed(arguments: &[&str]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hwb"));
    silence(&mut command);
    let output = command.current_dir(root()).args(arguments).output().expect("hwb runs");
    assert!(output.status.success(), "{output:?}");
    String::from_utf8(output.stdout).expect("text")
}

#[test]
fn every_chapter_has_the_objectives_of_the_paper() {
    let strategy = workspace().strategy;
    let count = |chapter: &str| strategy.objectives.values().filter(|objective| objective.chapter == chapter).count();
    assert_eq!(strategy.chapters.keys().collect::<Vec<_>>(), ["healthy-life", "community", "how-we-live", "care"]);
    assert_eq!(["healthy-life", "community", "how-we-live", "care"].map(count), [8, 9, 6, 8]);
    let without = strategy
        .objectives
        .keys()
        .filter(|id| !strategy.indicators.values().any(|indicator| indicator.objective.as_ref() == Some(*id)));
    assert_eq!(without.count(), 12);
    assert!(strategy.objectives.values().all(|objective| !objective.leads.is_empty()));
}

#[test]
fn the_performance_group_has_its_eight_posts_and_the_board_its_two_meetings() {
    let strategy = workspace().strategy;
    assert_eq!(strategy.bodies["performance-group"].members.len(), 8);
    let meetings: Vec<String> = strategy.meetings.iter().map(|meeting| meeting.date.to_string()).collect();
    assert_eq!(meetings, ["2013-06-27", "2013-11-21"]);
}

#[test]
fn nothing_is_wrong_with_the_files_but_what_the_paper_leaves_open() {
    let validation = validate(&workspace(), &[], read_iso("2026-11-21").expect("a day"), &Overrides::default());
    assert_eq!(validation.tally.errors, 0);
    // Implausible: four figures, all as published, are far from those before them.
    let open = [Code::LeadWithoutOfficer, Code::ChangeWithoutBaseline, Code::Implausible];
    let other: Vec<_> = validation.findings.iter().filter(|finding| !open.contains(&finding.code)).collect();
    assert!(other.is_empty(), "{other:#?}");
}

#[test]
fn every_figure_names_its_source() {
    let workspace = workspace();
    for indicator in workspace.strategy.indicators.values() {
        let readings = workspace.load(indicator, None).readings.expect("the file is sound");
        assert!(readings.rows.iter().all(|row| row.source.is_some()), "{}", indicator.id);
    }
}

#[test]
fn the_position_before_the_meeting_of_november_2013() {
    insta::assert_snapshot!(printed(&["status", "--as-of", "2013-11-21"]));
}

#[test]
fn the_position_with_the_latest_figures() {
    insta::assert_snapshot!(printed(&["status", "--as-of", "2026-11-21", "--sort", "severity"]));
}

#[test]
fn the_exceptions_of_a_chapter_as_they_go_into_a_paper() {
    insta::assert_snapshot!(printed(&["exceptions", "--chapter", "care", "--format", "md", "--as-of", "2026-11-21"]));
}

#[test]
fn the_agenda_of_november_2013_a_week_before() {
    insta::assert_snapshot!(printed(&["agenda", "--meeting", "2013-11-21", "--as-of", "2013-11-14"]));
}

#[test]
fn the_audit_for_the_report_of_november_2013() {
    insta::assert_snapshot!(printed(&["audit", "--summary", "--format", "md", "--as-of", "2013-11-21"]));
}

#[test]
fn the_audit_with_every_problem() {
    insta::assert_snapshot!(printed(&["audit", "--as-of", "2013-11-21"]));
}

#[test]
fn why_adult_smoking_is_on_target() {
    insta::assert_snapshot!(printed(&["explain", "adult-smoking", "--as-of", "2013-11-21"]));
}
