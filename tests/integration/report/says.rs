//! What a paper says where a short way of saying it would mislead. Every figure is made up.

use super::{MEETING, board, report};
use crate::support::Board;

/// A paper for the meeting, as Markdown.
fn paper(board: Board, kind: &str) -> String {
    let folder = board.into_folder();
    report(folder.path(), &[kind, "--meeting", MEETING, "--format", "md", "-o", "-"], 0).stdout
}

#[test]
fn a_figure_that_is_suppressed_is_not_said_to_be_of_the_period_of_the_last_one() {
    let figures = "period,value,marker\n2010/11,91,\n2011/12,,c\n";
    let said = paper(board().csv("x", figures), "annual");
    assert!(said.contains("The figure for 2011/12 is suppressed. The last figure is for 2010/11."), "{said}");
}

#[test]
fn what_is_managed_elsewhere_is_said_to_be_left_out_only_where_it_is() {
    let declared = "managed_by = \"The trust\"\ntargets = [{ at_least = 90 }]";
    let figures = "2011/12,91\n2012/13,50";
    let meetings = "[[meetings]]\ndate = 2013-06-27\n[[meetings]]\ndate = 2013-11-21";
    let without = Board::of(declared, figures).toml(meetings);
    assert!(paper(without, "meeting").contains("Managed elsewhere, and not in this paper"));
    let log = "case,date,indicator,event,level,acceptable,recovery,note\nE1,2013-07-10,x,opened,board,,,Off target\n";
    let with = Board::of(declared, figures).toml(meetings).file("data/registers/escalations.csv", log);
    let said = paper(with, "meeting");
    assert!(!said.contains("Managed elsewhere") && said.contains("E1"), "{said}");
}

#[test]
fn the_forward_plan_has_the_themes_declared_for_any_meeting_to_come() {
    let later = "[[meetings]]\ndate = 2014-01-23\nthemes = []\n[[meetings]]\ndate = 2014-03-20\nthemes = [\"smoking\"]";
    let said = paper(board().toml(later), "meeting");
    let line = said.lines().find(|line| line.contains("20 March 2014 |")).expect("the meeting");
    assert!(line.contains("he theme Smoking"), "{line}");
}
