//! The log of cases: what is written, which steps are refused, and what is listed. Every figure is made up.

mod list;
mod steps;
mod suggestions;

use std::fs;

use crate::support::{Board, Run};

const CASES: &str = "data/registers/escalations.csv";
const HEADER: &str = "case,date,indicator,event,level,acceptable,recovery,note\n";
const OPENED: &str = "E3,2013-07-10,x,opened,performance-group,,,Above its line\n";
const ESCALATED: &str = "E3,2013-09-19,x,escalated,board,,,Not rectified\n";
const DECIDED: &str = "E3,2013-11-21,x,decided,board,<=430 for 2,2014/15,A joint plan\n";
const CLOSED: &str = "E3,2014-05-20,x,closed,board,,,Elsewhere\n";

/// A board with the indicator `x`, less of which is better; it meets in September, November and January.
fn board() -> Board {
    let declaration = "unit = \"per 100,000\"\ngood = \"low\"\ntargets = [{ at_most = 400 }]";
    Board::of(declaration, "2011/12,436\n2012/13,452")
        .as_of("2014-06-01")
        .toml("[[meetings]]\ndate = 2013-09-19\n[[meetings]]\ndate = 2013-11-21\n[[meetings]]\ndate = 2014-01-23")
}

/// A board with these rows in its log.
fn log(rows: &[&str]) -> Board {
    board().file(CASES, format!("{HEADER}{}", rows.concat()))
}

fn text(board: &Board) -> String {
    fs::read_to_string(board.root().join(CASES)).unwrap_or_default()
}

/// Runs `hwb escalate` in a board just written.
fn escalate(board: &Board, args: &[&str]) -> Run {
    board.run(&[&["escalate"], args, &["--as-of", "2014-06-01"]].concat())
}

/// What the log holds after the rows that were there, where a step is taken.
#[track_caller]
fn taken(rows: &[&str], args: &[&str]) -> (String, Run) {
    let board = log(rows);
    let run = escalate(&board, args);
    assert_eq!(run.code, 0, "{run:?}");
    let text = text(&board);
    let there = format!("{HEADER}{}", rows.concat());
    let added = text.strip_prefix(&there).unwrap_or_else(|| panic!("what was there has changed: {text}"));
    (added.to_owned(), run)
}

#[track_caller]
fn refused(rows: &[&str], args: &[&str], code: i32, said: &[&str]) {
    let board = log(rows);
    let run = escalate(&board, args);
    assert_eq!(run.code, code, "{run:?}");
    assert_eq!(text(&board), format!("{HEADER}{}", rows.concat()), "nothing is written");
    assert!(run.stdout.is_empty(), "{run:?}");
    for said in said {
        assert!(run.stderr.contains(said), "{said}: {run:?}");
    }
    assert!(code == 2 || run.stderr.contains("nothing was written"), "{run:?}");
}

#[test]
fn the_first_case_makes_the_log() {
    let board = board();
    let run = escalate(&board, &["open", "x", "--note", "Above its line", "--date", "2013-07-10"]);
    assert_eq!(run.code, 0, "{run:?}");
    assert_eq!(text(&board), format!("{HEADER}E1,2013-07-10,x,opened,performance-group,,,Above its line\n"));
    let expected = "Written to data/registers/escalations.csv, row 2: E1, opened on 10 Jul 2013\n  \
                    About A made-up indicator (x).\n  With the Performance Group since 10 Jul 2013.\n";
    assert_eq!(run.stdout, expected);
    let next = "Next: hwb escalate raise E1 --note \"...\"\n      or hwb escalate close E1 once it is rectified\n";
    assert!(run.stderr.ends_with(next), "{run:?}");
}

#[test]
fn a_case_may_be_named_and_opened_with_the_board() {
    let given = ["open", "x", "--note", "n", "--case", "falls", "--level", "board"];
    let (row, run) = taken(&[], &given);
    assert_eq!(row, "falls,2014-06-01,x,opened,board,,,n\n");
    assert!(run.stdout.contains("With the Board since 1 Jun 2014."), "{run:?}");
    let (row, _) = taken(&[&OPENED.replace("E3", "E9"), "E9,2013-08-01,x,closed,,,,\n"], &["open", "x", "--note", "n"]);
    assert!(row.starts_with("E10,"), "{row}");
}

#[test]
fn a_case_goes_from_step_to_step_and_each_says_what_comes_next() {
    let (row, run) = taken(&[OPENED], &["raise", "E3", "--note", "Not rectified", "--date", "2013-09-19"]);
    assert_eq!(row, ESCALATED);
    assert!(run.stdout.contains("With the Board since 19 Sep 2013."), "{run:?}");
    let next = "Next: hwb escalate decide E3 --acceptable \"...\" --note \"...\" after the Board of 19 September 2013";
    assert!(run.stderr.contains(next), "{run:?}");

    let decision = ["decide", "x", "--acceptable", "<= 430 for 2", "--recovery", "FY2014/15", "--note", "A joint plan"];
    let (row, run) = taken(&[OPENED, ESCALATED], &[&decision[..], &["--date", "2013-11-21"]].concat());
    assert_eq!(row, DECIDED);
    assert!(run.stdout.contains("recovery is expected by 2014/15."), "{run:?}");
    assert!(run.stdout.contains("It may close at <=430 for 2, which is not reached yet."), "{run:?}");
    assert!(run.stderr.contains("hwb escalate review E3 --note \"...\" after the Board of 23 January 2014"), "{run:?}");

    let review = ["review", "E3", "--note", "Clinics", "--date", "2014-01-23"];
    let (row, _) = taken(&[OPENED, ESCALATED, DECIDED], &review);
    assert_eq!(row, "E3,2014-01-23,x,reviewed,board,,,Clinics\n");

    let (row, run) = taken(&[OPENED], &["close", "x"]);
    assert_eq!(row, "E3,2014-06-01,x,closed,performance-group,,,\n");
    assert!(run.stdout.contains("Closed by the Performance Group on 1 Jun 2014."), "{run:?}");
    assert!(run.stderr.contains("hwb escalate lists the cases that are open"), "{run:?}");
}

#[test]
fn what_is_there_stays_byte_for_byte() {
    let there = "\u{feff}indicator,CASE,date,event,level\r\nx,\"E3\",2013-07-10,opened,performance-group";
    let board = board().file(CASES, there);
    assert_eq!(escalate(&board, &["review", "E3", "--note", "One, \"two\""]).code, 0);
    let expected = "\u{feff}indicator,CASE,date,event,level,note\r\nx,\"E3\",2013-07-10,opened,performance-group,\r\n\
                    x,E3,2014-06-01,reviewed,performance-group,\"One, \"\"two\"\"\"\r\n";
    assert_eq!(text(&board), expected);
}

#[test]
fn a_dry_run_shows_the_row_and_writes_nothing() {
    let board = board();
    let run = escalate(&board, &["open", "x", "--note", "n", "--dry-run"]);
    assert_eq!(run.code, 0, "{run:?}");
    assert!(run.stdout.contains("  + E1,2014-06-01,x,opened,performance-group,,,n\n"), "{run:?}");
    assert!(run.stdout.contains("To be written to data/registers/escalations.csv, row 2"), "{run:?}");
    assert!(!board.root().join(CASES).exists() && !board.root().join(hwb::files::LOCK).exists());
}

#[test]
fn a_day_ahead_is_warned_of_as_validation_has_it() {
    let (_, run) = taken(&[OPENED], &["review", "E3", "--note", "n", "--date", "2014-07-01"]);
    assert!(run.stderr.contains("warning[future-date]"), "{run:?}");
}

#[test]
fn in_a_pipe_nothing_is_asked_and_what_is_missing_is_named() {
    refused(&[OPENED], &["open"], 2, &["hwb escalate open needs INDICATOR and --note"]);
    refused(&[OPENED], &["raise", "E3"], 2, &["hwb escalate raise needs --note"]);
    refused(&[OPENED, ESCALATED], &["decide", "E3", "--note", "n"], 2, &["needs --acceptable, the level"]);
    refused(&[OPENED], &["review"], 2, &["needs CASE and --note"]);
    refused(&[OPENED], &["close"], 2, &["hwb escalate close needs CASE"]);
}

#[test]
fn on_a_terminal_what_is_missing_is_asked_for_and_confirmed() {
    let board = log(&[OPENED, ESCALATED]);
    board.folder();
    let line = "escalate decide E3 --as-of 2014-06-01";
    let terminal = |typed: &str| crate::support::terminal(board.root(), line, typed);
    let Some(declined) = terminal("430\\n<=430\\nA plan\\nn\\n") else { return };
    assert!(declined.stdout.contains("Write on-target, or <=, <, >= or > and a number."), "{declined:?}");
    assert!(declined.stdout.contains("Nothing was written."), "{declined:?}");
    let Some(confirmed) = terminal("<=430\\nA plan\\ny\\n") else { return };
    assert!(confirmed.stdout.contains("row 4: E3, decided on 1 Jun 2014"), "{confirmed:?}");
    assert!(text(&board).ends_with("E3,2014-06-01,x,decided,board,<=430,,A plan\n"));
}

#[test]
fn a_text_that_would_not_stay_is_refused_and_any_other_is_kept() {
    for (note, code) in [("=1+1", "formula"), ("a\u{a0}b", "nbsp"), ("\u{1b}[2J", "control-character")] {
        refused(&[OPENED], &["review", "E3", "--note", note], 1, &[&format!("error[{code}]")]);
    }
    let (row, _) = taken(&[OPENED], &["review", "E3", "--note", "one, \"two\"\nthree"]);
    assert_eq!(row, "E3,2014-06-01,x,reviewed,performance-group,,,\"one, \"\"two\"\"\nthree\"\n");
}
