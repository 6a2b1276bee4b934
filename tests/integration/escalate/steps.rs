//! The steps a case cannot take: each is refused with the reason, and with what is possible instead.

use super::{CASES, CLOSED, DECIDED, ESCALATED, HEADER, OPENED, board, escalate, log, refused, taken, text};

const NOTE: [&str; 2] = ["--note", "n"];

#[track_caller]
fn not_taken(rows: &[&str], step: &[&str], why: &str, instead: &[&str]) {
    let said: Vec<String> = instead.iter().map(|command| format!("help: hwb escalate {command}")).collect();
    let said: Vec<&str> = std::iter::once(why).chain(said.iter().map(String::as_str)).collect();
    refused(rows, &[step, &NOTE].concat(), 1, &said);
}

#[test]
fn a_case_is_opened_only_where_none_is_open() {
    not_taken(&[OPENED], &["open", "x"], "x has case 'E3' open", &["raise E3", "review E3", "close E3"]);
    not_taken(&[OPENED, ESCALATED], &["open", "x"], "x has case 'E3' open", &["decide E3", "review E3"]);
    refused(&[OPENED], &["open", "y", "--note", "n"], 2, &["no indicator 'y'"]);
    refused(
        &[OPENED, ESCALATED, DECIDED, CLOSED],
        &["open", "x", "--case", "E3", "--note", "n"],
        1,
        &["'E3' is there already: a case about x"],
    );
    refused(&[], &["open", "x", "--case", "E 3", "--note", "n"], 2, &["'E 3' cannot be an id"]);
    refused(&[], &["open", "x", "--level", "bord", "--note", "n"], 2, &["did you mean 'board'?"]);
    let (row, _) = taken(&[OPENED, ESCALATED, DECIDED, CLOSED], &["open", "x", "--note", "Again"]);
    assert_eq!(row, "E4,2014-06-01,x,opened,performance-group,,,Again\n");
}

#[test]
fn a_case_is_raised_once() {
    let why = "case 'E3' has been with the Board since 19 Sep 2013";
    not_taken(&[OPENED, ESCALATED], &["raise", "E3"], why, &["decide E3 --acceptable", "review E3"]);
    not_taken(&[OPENED, ESCALATED, DECIDED], &["raise", "x"], why, &["decide E3", "review E3", "close E3"]);
}

#[test]
fn only_the_board_decides() {
    let decide = ["decide", "E3", "--acceptable", "<=430"];
    let why = "case 'E3' is with the Performance Group, and only the Board decides";
    not_taken(&[OPENED], &decide, why, &["raise E3 --note", "review E3", "close E3"]);
}

#[test]
fn the_board_closes_only_once_it_has_decided() {
    let why = "case 'E3' is with the Board, which has not decided";
    not_taken(&[OPENED, ESCALATED], &["close", "E3"], why, &["decide E3 --acceptable", "review E3"]);
}

#[test]
fn nothing_happens_to_a_case_that_is_over() {
    let over = [OPENED, ESCALATED, DECIDED, CLOSED];
    for step in [&["raise", "E3"][..], &["decide", "E3", "--acceptable", "<=430"], &["review", "E3"], &["close", "E3"]]
    {
        not_taken(&over, step, "case 'E3' was closed on 20 May 2014", &["open x --note"]);
    }
    not_taken(&over, &["review", "x"], "x has no open case", &["open x --note"]);
}

#[test]
fn a_step_is_not_taken_before_the_one_before_it() {
    let why = "case 'E3' had reached 19 Sep 2013";
    let review = ["review", "E3", "--date", "2013-09-18"];
    not_taken(&[OPENED, ESCALATED], &review, why, &["review E3 --note \"...\" --date 2013-09-19, or a later day"]);
    let (row, _) = taken(&[OPENED, ESCALATED], &["review", "E3", "--note", "n", "--date", "2013-09-19"]);
    assert!(row.starts_with("E3,2013-09-19,x,reviewed"), "{row}");
}

#[test]
fn a_case_is_named_by_its_id_or_by_an_indicator_with_one_that_is_open() {
    let other = OPENED.replace("E3", "E4");
    refused(&[OPENED, &other], &["raise", "x", "--note", "n"], 1, &["more than one open case: 'E3' and 'E4'"]);
    refused(&[OPENED], &["raise", "E33", "--note", "n"], 2, &["no case 'E33'", "did you mean 'E3'?"]);
    refused(&[], &["raise", "E3", "--note", "n"], 2, &["no case 'E3'", "hwb escalate open"]);
}

#[test]
fn a_level_on_the_wrong_side_or_that_is_none_is_refused_as_validation_does() {
    let decide = |level: &'static str| ["decide", "E3", "--note", "n", "--acceptable", level];
    let cases = [OPENED, ESCALATED];
    refused(&cases, &decide(">=430"), 1, &["error[bad-acceptable]", "write <=430", "cell F4"]);
    refused(&cases, &decide("430"), 1, &["error[bad-acceptable]"]);
    let recovery = ["--recovery", "soon"];
    refused(&cases, &[&decide("<=430")[..], &recovery].concat(), 1, &["error[bad-recovery]", "cell G4"]);
}

#[test]
fn a_case_of_the_board_closes_at_its_level_or_with_a_note_that_says_why() {
    let rows = [OPENED, ESCALATED, &DECIDED.replace(" for 2", "")];
    let why = "case 'E3' has not reached <=430, the level at which it may close";
    refused(&rows, &["close", "E3"], 1, &[why, "hwb escalate review E3", "close E3 --note"]);
    let (row, run) = taken(&rows, &["close", "E3", "--note", "Another board has it"]);
    assert_eq!(row, "E3,2014-06-01,x,closed,board,,,Another board has it\n");
    assert!(run.stderr.contains("warning: case E3 is closed before it reached <=430"), "{run:?}");
    assert!(run.stdout.contains("Its level, <=430, was not reached: the note says why it is closed."), "{run:?}");

    let reached = super::log(&rows).csv("x", "2011/12,436\n2012/13,452\n2013/14,425");
    let run = escalate(&reached, &["review", "E3", "--note", "n"]);
    assert!(run.stdout.contains("It may close at <=430, which is reached."), "{run:?}");
    assert!(run.stderr.contains("Next: hwb escalate close E3\n"), "{run:?}");
    let run = escalate(&reached, &["close", "E3"]);
    assert_eq!(run.code, 0, "{run:?}");
    assert!(run.stdout.contains("Its level, <=430, was reached.") && !run.stderr.contains("warning"), "{run:?}");
}

#[test]
fn whether_a_level_was_reached_goes_by_what_was_known_on_the_day() {
    let rows = [OPENED, ESCALATED, &DECIDED.replace(" for 2", "")];
    let readings = "period,value,recorded\n2012/13,452,2013-06-20\n2013/14,425,2014-05-20\n";
    for (day, code) in [("2014-05-19", 1), ("2014-05-20", 0)] {
        let run = escalate(&super::log(&rows).csv("x", readings), &["close", "E3", "--date", day]);
        assert_eq!(run.code, code, "{run:?}");
    }
}

#[test]
fn a_level_that_cannot_be_told_keeps_no_case_open() {
    let board = super::log(&[OPENED, ESCALATED, DECIDED]).csv("x", "2012/13,many");
    let run = escalate(&board, &["close", "E3"]);
    assert_eq!(run.code, 0, "{run:?}");
    assert!(run.stdout.contains("cannot be told from its readings"), "{run:?}");
}

#[test]
fn a_log_with_errors_is_not_written_to() {
    let board = board().file(CASES, format!("{HEADER}{}", OPENED.replace("2013-07-10", "July")));
    let before = format!("{HEADER}{}", OPENED.replace("2013-07-10", "July"));
    let run = escalate(&board, &["open", "x", "--note", "n"]);
    assert!(run.code == 1 && run.stderr.contains("error[bad-date]") && run.stderr.contains("has 1 error"), "{run:?}");
    assert_eq!(text(&board), before);
}

#[test]
fn whether_a_figure_that_was_suppressed_later_reached_the_level_is_not_told() {
    let rows = "period,value,marker,status,recorded\n2012/13,452,,,2013-06-20\n2013/14,420,,,2014-05-01\n\
                2013/14,,c,revised,2014-06-01\n";
    let decided = DECIDED.replace(" for 2", "");
    let board = log(&[OPENED, ESCALATED, &decided]).csv("x", rows);
    for step in [["close", "E3"].as_slice(), &["review", "E3", "--note", "n"]] {
        let run = escalate(&board, &[step, &["--date", "2014-05-20", "--dry-run"]].concat());
        assert_eq!(run.code, 0, "{run:?}");
        assert!(run.stdout.contains("cannot be told from its readings"), "{run:?}");
    }
}

#[test]
fn a_recovery_that_is_over_on_the_day_of_the_decision_is_warned_of() {
    let board = super::log(&[OPENED, ESCALATED]);
    let decide = |recovery: &str| {
        let step = ["decide", "E3", "--acceptable", "<=430", "--recovery", recovery, "--note", "n"];
        escalate(&board, &[step.as_slice(), &["--date", "2013-11-21", "--dry-run"]].concat())
    };
    assert!(decide("2012/13").stderr.contains("recovery of case E3 is expected by 2012/13, which is over"));
    assert!(!decide("2014/15").stderr.contains("warning"));
}
