//! Who is invited, and for what.

use serde_json::Value;

use super::{CALENDAR, TARGET, agenda};
use crate::support::Board;

/// Each post with its reasons: "Director: report theme".
fn invited(answer: &Value) -> Vec<String> {
    let invitees = answer["invitees"].as_array().expect("invitees").iter();
    let invitee = |invitee: &Value| {
        let reasons = invitee["reasons"].as_array().expect("reasons").iter();
        let reasons: Vec<&str> = reasons.filter_map(|reason| reason["reason"].as_str()).collect();
        format!("{}: {}", invitee["post"].as_str().expect("a post"), reasons.join(" "))
    };
    invitees.map(invitee).collect()
}

const TABLES: &str = "[leads.health]\ntitle = \"Public Health\"\nofficer = \"Director\"\n\
    [leads.ccg]\ntitle = \"CCG\"\n\
    [chapters.care]\ntitle = \"Care\"\nofficers = [\"Director\", \"Chief Officer\"]\n\
    [themes.smoking]\ntitle = \"Smoking\"\nlead = \"health\"\n\
    [[meetings]]\ndate = 2013-10-30\ninvite = [\"Healthwatch\", \"Director\"]\n";

fn board() -> Board {
    let keys = "chapters = \"October\"\nthemes_per_meeting = 1\nfocus_per_meeting = 1\n[bodies.performance-group]";
    let keys = keys.replace("\"October\"", "[\"October\"]");
    Board::new()
        .toml(&CALENDAR.replace("[bodies.performance-group]", &keys))
        .toml(TABLES)
        .indicator("x", &format!("{TARGET}\nlead = \"ccg\""))
        .csv("x", "2012/13,50")
        .file(
            "data/registers/escalations.csv",
            "case,date,indicator,event,level,acceptable,recovery,note\nE1,2013-07-01,x,opened,board,,,Slips\n",
        )
        .file(
            "data/registers/actions.csv",
            "id,about,action,owner,opened,due,status,updated,case,note\n\
             A1,x,A clinic,l,2013-08-01,2013-12-31,planned,,E1,\nA2,x,A talk,health,2013-08-01,,done,,E1,\n",
        )
}

#[test]
fn everybody_is_invited_once_with_every_reason() {
    let answer = agenda(&board(), "2013-10-01", &[]);
    assert_eq!(
        invited(&answer),
        [
            "Director: report theme named",
            "Chief Officer: report",
            "CCG: focus off-target case",
            "A post: action-owner",
            "Healthwatch: named"
        ]
    );
}

#[test]
fn the_lead_of_a_case_that_returns_is_invited_though_its_figure_is_on_target() {
    let answer = agenda(&board().csv("x", "2012/13,95"), "2013-10-01", &[]);
    let ccg: Vec<String> = invited(&answer).into_iter().filter(|line| line.starts_with("CCG")).collect();
    assert_eq!(ccg, ["CCG: focus case"]);
}

#[test]
fn a_body_begins_with_its_members() {
    let answer = agenda(&board(), "2013-10-01", &["--body", "performance-group"]);
    assert_eq!(invited(&answer), ["Performance lead: member", "CCG: off-target"]);
}
