//! The action plan.

use super::{CASES, assert_codes, found, plan};

const SOUND: &str = "A1,x,Falls clinic in three homes,l,2014-01-01,2014-09-30,in-progress,2014-05-01,,";

/// The sound row with one text in place of another.
fn with(old: &str, new: &str) -> String {
    assert!(SOUND.contains(old), "{old}");
    SOUND.replacen(old, new, 1)
}

#[test]
fn a_sound_action_is_nothing_to_speak_of() {
    assert_codes(&plan(&[SOUND]), &[]);
    assert_codes(&plan(&[&with("x,", "o,")]), &[]);
    for status in ["planned", "done", "dropped"] {
        assert_codes(&plan(&[&with("in-progress", status)]), &[]);
    }
}

#[test]
fn each_cell_is_checked() {
    for (old, new, code) in [
        ("A1", "", "blank-cell"),
        ("x,", ",", "blank-cell"),
        ("Falls clinic in three homes", "", "blank-cell"),
        (",l,", ",,", "blank-cell"),
        ("2014-01-01", "", "blank-cell"),
        ("in-progress", "", "blank-cell"),
        ("x,", "y,", "unknown-id"),
        (",l,", ",o,", "unknown-id"),
        ("2014-01-01", "January", "bad-date"),
        ("2014-09-30", "soon", "bad-date"),
        ("2014-05-01", "May", "bad-date"),
        ("in-progress", "In progress", "unknown-status"),
        ("in-progress", "overdue", "unknown-status"),
        ("2014-09-30", "", "action-without-due"),
        ("2014-09-30", "2013-09-30", "date-order"),
        ("2014-05-01", "2013-05-01", "date-order"),
        ("2014-05-01", "2015-05-01", "future-date"),
    ] {
        assert_codes(&plan(&[&with(old, new)]), &[(code, 2)]);
    }
    assert_codes(&plan(&[&with("2014-01-01", "2014-07-01")]), &[("future-date", 2), ("date-order", 2)]);
}

#[test]
fn a_status_that_is_nearly_one_is_suggested() {
    found(&plan(&[&with("in-progress", "In progress")])).get("unknown-status").says("did you mean 'in-progress'?");
}

#[test]
fn an_owner_is_a_lead_that_is_declared() {
    let board = plan(&[&with(",l,", ",publc-health,")]).toml("[leads.public-health]\ntitle = \"P\"\nofficer = \"D\"");
    found(&board).get("unknown-id").says("did you mean 'public-health'?");
}

#[test]
fn an_action_has_an_id_of_its_own() {
    let board = plan(&[SOUND, &with("Falls", "Another"), &with("A1", "A2")]);
    assert_codes(&board, &[("duplicate-action", 3)]);
}

#[test]
fn an_action_belongs_to_a_case_that_was_opened() {
    let row = with(",,", ",E1,");
    found(&plan(&[&row])).exits(1).get("unknown-case").is_error().path(super::ACTIONS).cell("I2");
    let header = "case,date,indicator,event,level\n";
    let board = plan(&[&row]).file(CASES, format!("{header}E1,2014-01-01,x,opened,board\n"));
    assert_codes(&board, &[]);
    let board = plan(&[&row]).file(CASES, format!("{header}e1,2014-01-01,x,opened,board\n"));
    found(&board).get("unknown-case").says("did you mean 'e1'?");
}

#[test]
fn a_log_that_cannot_be_read_leaves_cases_unlooked_up() {
    let board = plan(&[&with(",,", ",E1,")]).file(CASES, b"\xff\xfec\0".as_slice());
    assert_codes(&board, &[("utf16", 0)]);
    let board = plan(&[&with(",,", ",E1,")]).file(CASES, "case,date,indicator,event,level\nE1,soon,x,opened,board\n");
    assert_codes(&board, &[("bad-date", 2)]);
}

#[test]
fn an_action_on_a_retired_indicator_is_a_warning() {
    let retired = |day: &str, row: &str| {
        let declaration = format!("good = \"low\"\nretired = {day}\ntargets = [{{ at_most = 40 }}]");
        plan(&[row]).indicator("z", &declaration).csv("z", "2012/13,5")
    };
    let row = with("x,", "z,");
    found(&retired("2013-12-31", &row)).exits(0).get("action-on-retired").is_warning().cell("B2").says("31 Dec 2013");
    assert_codes(&retired("2014-05-31", &row), &[("action-on-retired", 2)]);
    assert_codes(&retired("2014-06-01", &row), &[]);
    assert_codes(&retired("2014-05-31", &row.replace("in-progress", "done")), &[]);
    assert_codes(&retired("2013-12-31", &row.replace("in-progress", "done")), &[("action-on-retired", 2)]);
}

#[test]
fn an_order_of_columns_is_as_good_as_another() {
    let board = super::board().file(
        super::ACTIONS,
        "status,owner,about,id,action,due,opened\nplanned,l,x,A1,\"Clinic, and nurses\",2014-09-30,2014-01-01\n",
    );
    assert_codes(&board, &[]);
}
