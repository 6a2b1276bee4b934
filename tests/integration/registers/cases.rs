//! The log of cases: cells, and the steps a case can take.

use super::{assert_codes, found, log};

const OPENED: &str = "E3,2013-07-10,x,opened,performance-group,,,Above its line";
const ESCALATED: &str = "E3,2013-09-19,x,escalated,board,,,";
const DECIDED: &str = "E3,2013-11-21,x,decided,board,<=430,2014/15,A joint plan";
const REVIEWED: &str = "E3,2014-01-23,x,reviewed,board,,,";
const CLOSED: &str = "E3,2014-03-20,x,closed,board,,,Watched elsewhere";

#[test]
fn a_sound_log_is_nothing_to_speak_of() {
    let again = DECIDED.replace("2013-11-21", "2014-02-01");
    assert_codes(&log(&[OPENED, ESCALATED, DECIDED, REVIEWED, &again, CLOSED]), &[]);
    assert_codes(&log(&[OPENED, "E3,2013-08-01,x,reviewed,,,,", "E3,2013-08-01,x,closed,,,,"]), &[]);
    let other = "E4,2013-01-01,y,opened,board,,,";
    let board = log(&[OPENED, other, ESCALATED, "E4,2013-02-01,y,decided,,on-target for 2,,"]);
    assert_codes(&board.indicator("y", "targets = [{ at_least = 9 }]").csv("y", "2012/13,95"), &[]);
}

#[test]
fn each_cell_is_checked() {
    for (row, old, new, code) in [
        (OPENED, "E3", "", "blank-cell"),
        (OPENED, "2013-07-10", "", "blank-cell"),
        (OPENED, ",x,", ",,", "blank-cell"),
        (OPENED, "opened", "", "blank-cell"),
        (OPENED, "performance-group", "", "blank-cell"),
        (OPENED, "2013-07-10", "July", "bad-date"),
        (OPENED, "2013-07-10", "2015-07-10", "future-date"),
        (OPENED, ",x,", ",o,", "unknown-id"),
        (OPENED, "opened", "raised", "unknown-event"),
        (OPENED, "performance-group", "group", "unknown-level"),
        (OPENED, ",,,", ",>1,,", "cell-unused"),
        (OPENED, ",,,", ",,2014,", "cell-unused"),
    ] {
        let changed = row.replacen(old, new, 1);
        assert_ne!(changed, row);
        let found: Vec<_> = super::codes(&log(&[&changed]));
        assert_eq!(found.first(), Some(&(code.to_owned(), 2)), "{changed}: {found:?}");
    }
}

#[test]
fn what_the_board_decided_is_checked() {
    for (old, new, code) in [
        ("<=430", "430", "bad-acceptable"),
        ("<=430", "<=430 for 0", "bad-acceptable"),
        ("<=430", "<=4%", "bad-acceptable"),
        ("<=430", ">=430", "bad-acceptable"),
        ("<=430", "", "decided-without-level"),
        ("2014/15", "soon", "bad-recovery"),
        ("2014/15", "Q2 2014/15", "period-spelling"),
        ("2014/15", "Dec-11", "bad-recovery"),
    ] {
        assert_codes(&log(&[OPENED, ESCALATED, &DECIDED.replacen(old, new, 1)]), &[(code, 4)]);
    }
    let excel = found(&log(&[OPENED, ESCALATED, &DECIDED.replacen("2014/15", "Dec-11", 1)]));
    excel.get("bad-recovery").cell("G4").says("write 2011/12 again");
    for acceptable in ["on-target", "on-target for 3", "<430", "<= 430 for 2"] {
        assert_codes(&log(&[OPENED, ESCALATED, &DECIDED.replacen("<=430", acceptable, 1)]), &[]);
    }
    for recovery in ["", "2014/15 Q2", "2015", "2014-09", "2014-09-30"] {
        assert_codes(&log(&[OPENED, ESCALATED, &DECIDED.replacen("2014/15", recovery, 1)]), &[]);
    }
}

#[test]
fn a_step_that_a_case_cannot_take_is_an_error() {
    let later = |row: &str, day: &str| {
        let (case, rest) = row.split_once(',').expect("a case");
        format!("{case},{day},{}", rest.split_once(',').expect("a day").1)
    };
    let group = OPENED.replace("opened", "decided");
    for (rows, line, says) in [
        (vec![OPENED, &later(OPENED, "2013-08-01")], 3, "opened already, on 10 Jul 2013"),
        (vec![OPENED, ESCALATED, &later(ESCALATED, "2013-10-01")], 4, "with the Board since 19 Sep 2013"),
        (vec![OPENED, &later(&group, "2013-08-01")], 3, "only the Board decides"),
        (vec![OPENED, ESCALATED, CLOSED], 4, "has not decided"),
        (vec![OPENED, &later(CLOSED, "2013-08-01").replace("board", ""), REVIEWED], 4, "closed on 1 Aug 2013"),
        (vec![&later(DECIDED, "2013-07-10"), OPENED], 2, "decided before it was opened"),
    ] {
        let validation = found(&log(&rows));
        validation.exits(1).get("case-step").is_error().line(line).says(says);
        assert_eq!(validation.errors(), 1, "{rows:?} {validation:#?}");
    }
}

#[test]
fn what_is_possible_instead_is_said() {
    let validation = found(&log(&[OPENED, ESCALATED, &ESCALATED.replace("09-19", "10-01")]));
    validation.get("case-step").says("it can be decided or reviewed");
}

#[test]
fn a_row_of_a_case_that_was_never_opened_is_an_error() {
    let validation = found(&log(&[OPENED, &ESCALATED.replace("E3", "e3"), &DECIDED.replace("E3", "e3")]));
    validation.exits(1).get("unknown-case").is_error().line(3).cell("A3").says("did you mean 'E3'?");
    assert_eq!(validation.errors(), 1, "it is said once");
}

#[test]
fn the_rows_of_a_case_are_in_the_order_of_their_days() {
    assert_codes(&log(&[OPENED, &ESCALATED.replace("2013", "2012"), DECIDED]), &[("date-order", 3)]);
    assert_codes(&log(&[OPENED, ESCALATED.replace("09-19", "07-10").as_str()]), &[]);
}

#[test]
fn a_case_is_about_one_indicator_and_at_one_level() {
    let board = log(&[OPENED, &ESCALATED.replace(",x,", ",y,")]).indicator("y", "targets = [{ at_least = 9 }]");
    assert_codes(&board.csv("y", "2012/13,95"), &[("case-mismatch", 3)]);
    let at = |row: &str, level: &str| row.replacen("board", level, 1);
    assert_codes(&log(&[OPENED, &at(ESCALATED, "performance-group")]), &[("case-mismatch", 3)]);
    assert_codes(&log(&[OPENED, &at(ESCALATED, ""), &at(DECIDED, "performance-group")]), &[("case-mismatch", 4)]);
    assert_codes(&log(&[OPENED, REVIEWED]), &[("case-mismatch", 3)]);
}

#[test]
fn a_row_that_cannot_be_read_hides_nothing_and_blames_no_other() {
    let board = log(&[&OPENED.replace("2013-07-10", "July"), ESCALATED, DECIDED, "E9,2013-01-01,x,closed,,,,"]);
    assert_codes(&board, &[("bad-date", 2), ("unknown-case", 5)]);
}

#[test]
fn a_second_open_case_on_one_indicator_is_warned_of() {
    let second = OPENED.replace("E3", "E4").replace("2013-07-10", "2013-08-01");
    let validation = found(&log(&[OPENED, &second]));
    validation.exits(0).get("second-open-case").is_warning().line(3).cell("C3").says("'E4' is open beside 'E3'");
    assert_codes(&log(&[OPENED, "E3,2013-07-20,x,closed,,,,", &second]), &[]);
    let of_another = second.replace(",x,", ",y,");
    let board = log(&[OPENED, &of_another]).indicator("y", "targets = [{ at_least = 9 }]").csv("y", "2012/13,95");
    assert_codes(&board, &[]);
}
