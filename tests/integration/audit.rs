//! `hwb audit`: what each check finds, what it leaves alone, and how it is said. Every figure is made up.

mod duplicates;
mod figures;
mod framework;
mod smart;
mod targets;

use serde_json::Value;

use crate::support::Board;

/// An indicator with which nothing is wrong, at least to the checks of its declaration.
pub const SOUND: &str = "definition = \"Adults who smoke.\"\nunit = \"%\"\ngood = \"low\"\nperiod = \"calendar-year\"\n\
                         sources = [\"l\"]\nbaseline = { period = \"2010\", value = 20 }\n\
                         targets = [{ at_most = 15, by = \"2014\" }]";

/// What the audit of a board found: each problem's check and what it is about.
#[track_caller]
pub fn found(board: &Board) -> Vec<(String, Vec<String>)> {
    let audit = board.json(&["audit"], 0);
    problems(&audit).iter().map(|problem| (word(&problem["check"]), words(&problem["ids"]))).collect()
}

/// The reason the audit gives for a check, of its first problem.
#[track_caller]
pub fn reason(board: &Board, check: &str) -> String {
    let audit = board.json(&["audit"], 0);
    let problem = problems(&audit).iter().find(|problem| problem["check"] == check);
    let problem = problem.unwrap_or_else(|| panic!("no {check} in {audit:#}"));
    word(&problem["reason"])
}

/// That a check finds exactly these.
#[track_caller]
pub fn assert_found(board: &Board, check: &str, about: &[&str]) {
    let ids: Vec<String> =
        found(board).into_iter().filter(|(own, _)| own == check).map(|(_, ids)| ids.join(" ")).collect();
    assert_eq!(ids, about, "{check}");
}

/// That a check finds nothing.
#[track_caller]
pub fn assert_silent(board: &Board, check: &str) {
    assert_found(board, check, &[]);
}

pub fn problems(audit: &Value) -> &Vec<Value> {
    audit["problems"].as_array().expect("a list of problems")
}

pub fn word(value: &Value) -> String {
    value.as_str().expect("a text").to_owned()
}

pub fn words(value: &Value) -> Vec<String> {
    value.as_array().expect("a list").iter().map(word).collect()
}

fn sound() -> Board {
    Board::of(SOUND, "2009,22\n2010,20\n2011,18\n2012,16").strategy("audited = 2013-09-30")
}

#[test]
fn a_sound_framework_has_no_problems() {
    let board = sound();
    assert_eq!(found(&board), []);
    let run = board.dated(&["audit", "--check"], 0);
    assert!(run.stdout.contains("No problems."), "{run:?}");
}

#[test]
fn the_most_serious_come_first_and_then_the_order_of_the_file() {
    let board = sound().indicator("late", "targets = []").indicator("b", "").indicator("a", "");
    let audit = board.json(&["audit"], 0);
    let ranks = problems(&audit).iter().map(|problem| match problem["severity"].as_str() {
        Some("serious") => 0,
        Some("moderate") => 1,
        Some("minor") => 2,
        other => panic!("{other:?}"),
    });
    assert!(ranks.is_sorted());
    assert_found(&board, "no-target", &["late", "b", "a"]);
}

#[test]
fn check_fails_where_anything_serious_is_found_and_the_answer_is_printed_all_the_same() {
    let board = sound().indicator("y", "");
    let run = board.dated(&["audit", "--check"], 1);
    assert!(run.stdout.contains("Indicators with no target"), "{run:?}");
    assert!(run.stderr.contains("--check: 1 serious problem"), "{run:?}");
    board.dated(&["audit"], 0);
}

#[test]
fn without_serious_problems_check_is_content() {
    let board = sound().toml("[leads.idle]\ntitle = \"Idle\"\nofficer = \"A post\"");
    assert_found(&board, "lead-unused", &["idle"]);
    board.dated(&["audit", "--check"], 0);
}

#[test]
fn a_filter_narrows_the_indicators_and_the_framework_is_left_out() {
    let board = sound()
        .toml("[leads.other]\ntitle = \"Other\"")
        .toml("[objectives.bare]\nchapter = \"c\"\ntitle = \"Bare\"")
        .indicator("theirs", "lead = \"other\"");
    let audit = board.json(&["audit", "--lead", "l"], 0);
    assert_eq!(audit["narrowed"], true);
    assert_eq!(audit["summary"]["indicators"], 1);
    assert_eq!(audit["summary"]["lead_share"], Value::Null);
    assert!(problems(&audit).is_empty(), "{audit:#}");
    let run = board.dated(&["audit", "--lead", "l"], 0);
    assert!(run.stdout.contains("Left out, since only some indicators were looked at"), "{run:?}");
    assert!(!run.stdout.contains("Next audit"), "{run:?}");
    assert_found(&board, "objective-without-indicator", &["bare"]);
}

#[test]
fn an_unreadable_indicator_is_named_and_the_rest_is_audited() {
    let board = sound().indicator("bad", SOUND).csv("bad", "2012,ten");
    let audit = board.json(&["audit"], 1);
    assert_eq!(audit["unreadable"], serde_json::json!(["bad"]));
    assert_eq!(audit["summary"]["indicators"], 2);
    let run = board.dated(&["audit"], 1);
    assert!(run.stdout.contains("Could not be audited, since their files have errors"), "{run:?}");
}

#[test]
fn what_is_not_in_use_is_not_audited() {
    let board = sound().indicator("old", "retired = 2013-01-01");
    assert_eq!(found(&board), []);
    assert_eq!(board.json(&["audit"], 0)["summary"]["indicators"], 1);
}

#[test]
fn the_summary_is_a_page_of_counts_and_what_to_do_first() {
    let board = sound().indicator("y", "").indicator("z", "");
    let run = board.dated(&["audit", "--summary"], 0);
    for words in [
        "Serious       2 problems",
        "1 of 1 indicator with targets meets all five letters",
        "What was found, the most serious first",
        "What to do first",
        "- Indicators with no target (2): Agree a target",
        "Specific    1 met, 0 not met, 0 not judged",
    ] {
        assert!(run.stdout.contains(words), "{words}: {run:?}");
    }
    let csv = board.dated(&["audit", "--summary", "--format", "csv"], 0);
    assert!(csv.stdout.starts_with("severity,check,title,problems,mend\nserious,no-target,"), "{csv:?}");
}

#[test]
fn the_whole_answer_looks_so() {
    let board = sound()
        .toml("[objectives.bare]\nchapter = \"c\"\ntitle = \"Bare\"")
        .indicator(
            "y",
            "title = \"Young people, active\"\nsources = [\"l\"]\ntargets = [{ improve_on = \"baseline\" }]",
        )
        .indicator("z", "title = \"Air\"\nunit = \"count\"\ntargets = [{ at_least = 9, by = \"2013/14\" }]");
    insta::assert_snapshot!(board.dated(&["audit"], 0).stdout);
}

#[test]
fn every_name_of_the_answer_is_in_the_methods() {
    let page = std::fs::read_to_string("docs/methods.md").expect("docs/methods.md");
    for check in hwb::board::audit::Check::ALL {
        let row = format!("| `{}` | {} |", check.name(), check.severity().name());
        assert!(page.contains(&row), "docs/methods.md lacks {row}");
    }
}

#[test]
fn what_is_beside_the_readings_and_has_errors_is_not_used_and_named() {
    let actions = "id,about,action,owner,opened,due,status\nA1,x,Do it,nobody,2013-10-01,2014-01-31,planned\n";
    let board = sound()
        .toml("[leads.idle]\ntitle = \"Idle\"\nofficer = \"A post\"")
        .indicator("red", "targets = [{ at_least = 90 }]")
        .csv("red", "2012/13,5")
        .file("data/red.md", "## Spring\n\nA reason.\n")
        .file("data/registers/actions.csv", actions);
    let audit = board.json(&["audit"], 1);
    assert_eq!(audit["unreadable_files"], serde_json::json!(["data/registers/actions.csv", "data/red.md"]));
    let silent = |check: &str| problems(&audit).iter().all(|problem| problem["check"] != check);
    assert!(silent("lead-unused") && silent("no-commentary"), "{audit:#}");
}

#[test]
fn for_a_meeting_it_judges_as_of_the_cut_off() {
    let board = sound().toml("[[meetings]]\ndate = 2013-11-21\n[reporting]\ndata_due = \"10 working days\"");
    let run = board.run(&["audit", "--meeting", "2013-11-21"]);
    assert!(run.stdout.starts_with("Audit of the framework on 7 November 2013"), "{run:?}");
    assert!(run.stdout.contains("Meeting       21 November 2013; figures as known on 7 November 2013"), "{run:?}");
}
