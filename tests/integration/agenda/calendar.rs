//! The meetings for a calendar program.

use super::board;
use crate::support::{Board, Run};

#[track_caller]
fn ics(board: &Board, args: &[&str]) -> Run {
    let run = board.run(&[&["agenda", "--format", "ics", "--as-of", "2014-07-01"], args].concat());
    assert_eq!(run.code, 0, "{run:?}");
    run
}

/// What follows a name, line by line, breaks taken out.
fn values<'a>(calendar: &'a str, name: &str) -> Vec<&'a str> {
    calendar.split("\r\n").filter_map(|line| line.strip_prefix(name)).collect()
}

#[test]
fn every_meeting_ahead_is_there_with_its_cut_off_and_papers() {
    let run = ics(&board("").term("2012-04-01", "2012-10-31"), &[]);
    // From July 2014 to two years after the term.
    assert_eq!(values(&run.stdout, "DTSTART;VALUE=DATE:")[..3], ["20140730", "20140716", "20140721"]);
    assert_eq!(values(&run.stdout, "SUMMARY:").len(), 6);
    assert_eq!(values(&run.stdout, "DTSTAMP:")[0], "20140701T000000Z");
}

#[test]
fn every_line_ends_with_crlf_and_is_short() {
    let run = ics(&board(""), &["--body", "all"]);
    assert!(!run.stdout.replace("\r\n", "").contains('\n'), "{run:?}");
    assert!(run.stdout.split("\r\n").all(|line| line.len() <= 75), "{run:?}");
}

#[test]
fn every_event_has_a_name_of_its_own_that_stays_when_the_meeting_is_moved_within_its_month() {
    let uids = |tables: &str| -> Vec<String> {
        let run = ics(&board(tables), &["--body", "all"]);
        values(&run.stdout.replace("\r\n ", ""), "UID:").into_iter().map(str::to_owned).collect()
    };
    let (before, moved) = (uids(""), uids("[[meetings]]\ndate = 2014-07-15\n"));
    let mut distinct = before.clone();
    distinct.sort();
    distinct.dedup();
    assert_eq!(distinct.len(), before.len());
    let sorted = |mut uids: Vec<String>| {
        uids.sort();
        uids
    };
    assert_eq!(sorted(moved), sorted(before));
}

#[test]
fn a_text_is_escaped() {
    let run = ics(&board("[[meetings]]\ndate = 2014-07-30\ntitle = \"Summit; one, two\""), &[]);
    assert!(run.stdout.contains("Summit\\; one\\, two"), "{run:?}");
}

#[test]
fn one_meeting_can_be_asked_for_and_the_ending_says_the_format() {
    let folder = board("").into_folder();
    let args = ["agenda", "--as-of", "2014-07-01", "--meeting", "2014-07-30", "-o", "board.ics"];
    let run = crate::support::run(folder.path(), &args, &[]);
    assert_eq!(run.code, 0, "{run:?}");
    let written = std::fs::read_to_string(folder.path().join("board.ics")).expect("the calendar");
    assert_eq!(values(&written, "DTSTART;VALUE=DATE:"), ["20140730", "20140716", "20140721"]);
}

#[test]
fn with_no_meeting_ahead_no_calendar_is_written() {
    let run = ics(&Board::new(), &[]);
    assert!(run.stdout.is_empty() && run.stderr.contains("no meeting is ahead"), "{run:?}");
}

#[test]
fn of_all_bodies_those_that_meet_next_are_there_and_one_that_does_not_is_no_error() {
    let board = board("[bodies.never]\ntitle = \"A body without a meeting\"\n");
    let run = ics(&board, &["--body", "all", "--meeting", "next"]);
    assert!(!values(&run.stdout, "SUMMARY:").is_empty(), "{run:?}");
    let none = board.run(&["agenda", "--format", "ics", "--body", "all", "--meeting", "2014-07-31"]);
    assert_eq!(none.code, 2, "{none:?}");
}
