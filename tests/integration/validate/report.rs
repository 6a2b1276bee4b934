//! `[report]`: how a council has its papers.

use super::{TARGET, assert_strategy_refused};
use crate::support::Board;

/// A board with these keys and tables of `[report]`.
fn board(report: &str) -> Board {
    Board::of(TARGET, "2012/13,95").toml(&format!("[report]\n{report}"))
}

/// The strategy is refused at the line that holds `text`, which says each of these facts.
#[track_caller]
fn assert_refused(report: &str, text: &str, facts: &[&str]) {
    let board = board(report);
    assert_strategy_refused(&board, text);
    let validation = board.validate();
    let finding = validation.at("strategy.toml", board.line_of(text));
    for fact in facts {
        finding.says(fact);
    }
}

#[test]
fn a_template_with_everything_in_it_is_read() {
    let report = r#"
        report_of = "Director for People"
        compiled_by = ""
        contact = "A post"
        wards = "All"
        status = "Public"
        other_formats = "A post"
        headings = { legal = "Legal", went = "" }
        sections = { meeting = ["summary", "ours"], annual = "at-a-glance" }
        own.ours = { heading = "Ours", awaits = "the Monitoring Officer" }
        awaits = { endorsement-c = "x" }
        glossary = { "NHS England" = "Who buys some services." }
    "#;
    let sound = report.replace(", went = \"\"", "").replace("endorsement-c", "legal");
    assert_eq!(board(&sound).validate().exits(0).findings().len(), 0);
}

#[test]
fn what_is_unknown_is_refused_with_the_nearest_that_is_known() {
    assert_refused("report_off = \"x\"", "report_off", &["did you mean 'report_of'?"]);
    assert_refused("headings.leagl = \"x\"", "leagl", &["no section 'leagl'", "did you mean 'legal'?"]);
    assert_refused("awaits.zzzz = \"x\"", "zzzz", &["the sections are priority, summary"]);
    assert_refused("sections.meetings = [\"legal\"]", "meetings", &["did you mean 'meeting'?"]);
    assert_refused("sections.meeting = [\"leagl\"]", "leagl", &["no section is called", "did you mean 'legal'?"]);
    assert_refused("own.ours = { heading = \"x\", await = \"y\" }", "await", &["did you mean 'awaits'?"]);
}

#[test]
fn a_suggestion_may_be_a_section_of_ones_own() {
    let own = "own.human-rights.heading = \"x\"\n";
    assert_refused(&format!("{own}sections.meeting = [\"humanrights\"]"), "humanrights", &["'human-rights'"]);
    assert_refused(&format!("{own}[report.headings]\nhuman-rights = \"y\""), "human-rights = ", &["[report.own]"]);
}

#[test]
fn a_section_named_twice_is_refused_and_so_is_a_paper_without_any() {
    assert_refused("sections.meeting = [\"legal\", \"risk\", \"legal\"]", "legal", &["'legal' is named twice"]);
    assert_refused("sections.chapter = []", "sections", &["left without a section"]);
}

#[test]
fn a_heading_and_a_term_say_something() {
    assert_refused("headings.legal = \" \"", "headings", &["`legal` is empty"]);
    assert_refused("own.ours.heading = \"\"", "own", &["`heading` is empty"]);
    assert_refused("[report.own.ours]", "own", &["no `heading`"]);
    assert_refused("glossary.CCG = \"\"", "glossary", &["`CCG` is empty"]);
    assert_refused("glossary.\" \" = \"x\"", "glossary", &["is no term"]);
}

#[test]
fn a_section_of_ones_own_has_a_name_that_hwb_has_not_and_that_a_file_can_have() {
    for taken in ["legal", "went-well", "resources-c"] {
        assert_refused(&format!("own.{taken}.heading = \"x\""), taken, &["choose another id"]);
    }
    assert_refused("own.\"Human rights\".heading = \"x\"", "Human", &["cannot be an id"]);
    assert_refused("own.con.heading = \"x\"", "con.", &["Windows"]);
    assert_refused("own.ours = 1", "ours", &["takes a table"]);
}

#[test]
fn only_a_section_that_officers_write_awaits_somebody() {
    assert_refused("awaits.summary = \"x\"", "awaits", &["'summary' is a section that hwb writes", "legal"]);
}
