//! Which meeting it is, its dates, and what is due at it.

use super::{CALENDAR, TARGET, agenda, board, texts};
use crate::support::Board;

#[test]
fn the_next_meeting_is_taken_with_its_cut_off_and_papers() {
    let answer = agenda(&board(""), "2013-10-21", &[]);
    let meeting = &answer["meeting"];
    assert_eq!(answer["schema"], "hwb.agenda/1");
    assert_eq!(meeting["date"], "2013-10-30");
    assert_eq!(meeting["data_due"], "2013-10-16");
    assert_eq!(meeting["papers_due"], "2013-10-21");
    assert_eq!(meeting["working_days_left"], 7);
    assert_eq!(answer["judged_on"], "2013-10-16", "the cut-off is past");
}

#[test]
fn before_the_cut_off_figures_are_judged_by_the_day() {
    assert_eq!(agenda(&board(""), "2013-10-01", &[])["judged_on"], "2013-10-01");
}

#[test]
fn a_figure_known_after_the_cut_off_does_not_count() {
    let board = board("").indicator("x", TARGET).csv("x", "period,value,recorded\n2012/13,50,2013-10-20");
    assert_eq!(texts(&agenda(&board, "2013-10-29", &[]), "figures", "id"), ["x"]);
    let earlier = board.csv("x", "period,value,recorded\n2012/13,50,2013-10-16");
    assert!(texts(&agenda(&earlier, "2013-10-29", &[]), "figures", "id").is_empty());
}

#[test]
fn a_figure_that_is_expected_by_the_cut_off_is_missing_before_it_is_late() {
    let board = board("").indicator("x", TARGET).csv("x", "2011/12,95");
    let figures = |as_of| agenda(&board, as_of, &["--meeting", "2013-07-31"])["figures"].clone();
    assert_eq!(figures("2013-05-01")[0]["overdue"], false);
    assert_eq!(figures("2013-05-01")[0]["expected"], "2013-06-30");
    assert_eq!(figures("2013-07-01")[0]["overdue"], true);
    let april = agenda(&board, "2013-04-01", &["--meeting", "2013-04-24"]);
    assert!(texts(&april, "figures", "id").is_empty(), "it is not expected by April's cut-off");
}

#[test]
fn a_figure_that_stands_in_its_file_and_counts_by_the_cut_off_is_not_missing() {
    let board = board("").indicator("x", TARGET).csv("x", "2011/12,95\n2012/13,95");
    let answer = agenda(&board, "2013-05-01", &["--meeting", "2013-07-31"]);
    assert!(texts(&answer, "figures", "id").is_empty(), "it counts from 30 June");
}

#[test]
fn what_is_watched_elsewhere_is_not_asked_for() {
    let board = board("").indicator("x", "managed_by = \"Another body\"").csv("x", "");
    assert!(texts(&agenda(&board, "2013-10-01", &[]), "figures", "id").is_empty());
}

#[test]
fn a_past_meeting_is_looked_at_on_its_own_day() {
    let run = board("").run(&["agenda", "--meeting", "2013-10-30", "--format", "json"]);
    assert_eq!(run.json()["as_of"], "2013-10-30", "{run:?}");
}

#[test]
fn a_day_without_a_meeting_names_the_nearest() {
    let run = board("").run(&["agenda", "--meeting", "2013-10-31"]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("does not meet on 31 October 2013"), "{run:?}");
    assert!(run.stderr.contains("2013-10-30 and 2014-01-29"), "{run:?}");
}

#[test]
fn an_unknown_body_is_wrong_usage_with_the_nearest_name() {
    let run = board("").run(&["agenda", "--body", "performance-grup"]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("did you mean 'performance-group'?"), "{run:?}");
}

#[test]
fn an_agenda_of_all_bodies_is_a_calendar_only() {
    let run = board("").run(&["agenda", "--body", "all"]);
    assert_eq!(run.code, 2);
    assert!(run.stderr.contains("--format ics"), "{run:?}");
}

#[test]
fn without_a_meeting_ahead_it_says_what_to_declare() {
    let board = Board::new().toml("[[meetings]]\ndate = 2013-06-27");
    let run = board.run(&["agenda", "--as-of", "2013-07-01"]);
    assert_eq!(run.code, 0, "{run:?}");
    assert!(run.stdout.contains("no meeting on or after 1 July 2013. Its last was on 27 June"), "{run:?}");
    assert!(run.stdout.contains("[[meetings]]"), "{run:?}");
    let answer = agenda(&board, "2013-07-01", &[]);
    assert!(answer["meeting"].is_null() && answer["body"] == "board");
}

#[test]
fn the_reports_of_the_months_since_the_last_meeting_are_due() {
    let keys = "chapters = [\"May\", \"November\"]\nannual = \"November\"\naudit = \"September\"\nquarterly = true\n\
                [bodies.performance-group]";
    let tables = CALENDAR.replace("[bodies.performance-group]", keys);
    let board = Board::new()
        .strategy("audited = 2012-09-30")
        .toml(&tables)
        .toml("[frameworks.phof]\ntitle = \"Public health\"\nlead = \"l\"\nreports = \"June\"");
    let july = agenda(&board, "2013-07-01", &[]);
    assert_eq!(texts(&july, "reports", "kind"), ["chapter", "quarterly", "framework"]);
    assert_eq!(texts(&july, "reports", "month"), ["2013-05", "2013-07", "2013-06"]);
    assert!(july["audit"].is_null());
    let october = agenda(&board, "2013-10-01", &[]);
    assert_eq!(texts(&october, "reports", "kind"), ["quarterly"]);
    assert_eq!(october["audit"]["overdue"], true);
    let january = agenda(&board, "2014-01-01", &[]);
    assert_eq!(texts(&january, "reports", "kind"), ["chapter", "annual", "quarterly"]);
}

#[test]
fn progress_is_told_of_priority_measures_and_exceptions() {
    let board = board("")
        .indicator("x", &format!("{TARGET}\npriority = true"))
        .csv("x", "2012/13,50")
        .indicator("y", TARGET)
        .csv("y", "2012/13,50");
    let answer = agenda(&board, "2013-10-01", &[]);
    assert_eq!(answer["progress"]["priority"]["measures"], 1);
    assert_eq!(answer["progress"]["priority"]["red"], 1);
    assert_eq!(answer["progress"]["exceptions"], 2);
    assert_eq!(answer["without_commentary"], serde_json::json!(["x", "y"]));
    let said = board.file("data/x.md", "## 2012/13\n\nBecause.\n");
    assert_eq!(agenda(&said, "2013-10-01", &[])["without_commentary"], serde_json::json!(["y"]));
}

#[test]
fn a_body_that_has_no_cases_looks_at_no_figures() {
    let partners = "[bodies.partners]\ntitle = \"Partners\"\nmeetings = \"first Friday of December\"\n";
    let board = board(partners).indicator("x", TARGET).csv("x", "2012/13,50");
    let answer = agenda(&board, "2013-10-01", &["--body", "partners"]);
    assert!(answer["progress"].is_null() && answer["judged_on"].is_null());
    assert!(texts(&answer, "figures", "id").is_empty());
}

#[test]
fn what_cannot_be_read_is_said_and_fails() {
    let board = board("").indicator("x", TARGET).csv("x", "2012/13,fifty");
    let run = board.run(&["agenda", "--as-of", "2013-10-01"]);
    assert_eq!(run.code, 1);
    assert!(run.stderr.contains("x has errors and is left out"), "{run:?}");
    assert!(run.stdout.contains("Not looked at, since their files have errors"), "{run:?}");
}

#[test]
fn csv_has_a_row_for_each_item() {
    let board = board("").indicator("x", TARGET).csv("x", "2012/13,50");
    let run = board.run(&["agenda", "--as-of", "2013-10-01", "--format", "csv"]);
    let lines: Vec<&str> = run.stdout.lines().collect();
    assert_eq!(lines[0], "section,kind,id,title,who,lead,day,why");
    assert!(lines.iter().any(|line| line.starts_with("commentary,no-commentary,x,")), "{run:?}");
    assert!(lines.iter().any(|line| line.starts_with("invited,off-target,,A post,Lead,l,,")), "{run:?}");
}
