//! What a meeting must hold, what is missing for it, and who is invited. Every figure, meeting and case is made up.

mod calendar;
mod cases;
mod focus;
mod invited;
mod meeting;

use insta::assert_snapshot;
use serde_json::Value;

use crate::support::{Board, Run};

/// A Board that meets four times a year, and its Performance Group, which meets every month.
const CALENDAR: &str = "[reporting]\nmeetings = \"last Wednesday of January, April, July, October\"\nlag = \"13 weeks\"\n\
    data_due = \"10 working days\"\npapers_due = \"7 working days\"\n\
    [bodies.performance-group]\ntitle = \"Group\"\nmeetings = \"first Monday of every month\"\n\
    members = [{ post = \"Performance lead\", lead = \"l\" }]\n";

const TARGET: &str = "targets = [{ at_least = 90 }]";

/// A board with the calendar, and more tables.
fn board(tables: &str) -> Board {
    Board::new().toml(CALENDAR).toml(tables)
}

/// The agenda in JSON, as of a day.
#[track_caller]
fn agenda(board: &Board, as_of: &str, args: &[&str]) -> Value {
    let mut all = vec!["agenda", "--format", "json", "--as-of", as_of];
    all.extend(args);
    let run = board.run(&all);
    assert_eq!(run.code, 0, "{run:?}");
    run.json()
}

/// What some items of a list say under a key.
#[track_caller]
fn texts<'a>(answer: &'a Value, list: &str, key: &str) -> Vec<&'a str> {
    let items = answer[list].as_array().unwrap_or_else(|| panic!("no `{list}` in {answer:#}"));
    items.iter().filter_map(|item| item[key].as_str()).collect()
}

/// An autumn in which every part of an agenda has something to say: two of four themes a meeting, one measure in focus, a case that
/// the Board decided in July.
fn autumn() -> Board {
    let keys = "chapters = [\"May\", \"October\"]\nannual = \"October\"\naudit = \"September\"\nquarterly = true\n\
                themes_per_meeting = 2\nfocus_per_meeting = 1\n[bodies.performance-group]";
    let measures =
        [("falls", "2012/13,60"), ("breastfeeding", "2012/13,40"), ("checks", "2012/13,87"), ("booster", "2012/13,95")];
    let board = Board::new()
        .strategy("audited = 2012-09-14")
        .toml(&CALENDAR.replace("[bodies.performance-group]", keys))
        .toml(
            "[leads.health]\ntitle = \"Public Health\"\nofficer = \"Director of Public Health\"\n\
             [leads.ccg]\ntitle = \"Clinical Commissioning Group\"\n\
             [chapters.care]\ntitle = \"Care\"\nofficers = [\"Director of Adults\"]\nsponsor = \"Cabinet Member for Adults\"\n\
             [frameworks.phof]\ntitle = \"Public Health Outcomes\"\nlead = \"health\"\nreports = \"August\"\n\
             [themes.smoking]\ntitle = \"Smoking\"\nlead = \"health\"\n[themes.alcohol]\ntitle = \"Alcohol\"\nlead = \"health\"\n\
             [themes.dementia]\ntitle = \"Dementia\"\nlead = \"ccg\"\n[themes.neets]\ntitle = \"NEETs\"\n\
             [[meetings]]\ndate = 2013-07-24\nfocus = [\"breastfeeding\"]\nthemes = [\"neets\"]\n\
             [[meetings]]\ndate = 2013-10-30\ntitle = \"Summit\"\nnote = \"In the Town Hall.\"\ninvite = [\"Healthwatch\"]\n",
        )
        .file(
            "data/registers/escalations.csv",
            "case,date,indicator,event,level,acceptable,recovery,note\n\
             E1,2013-05-01,checks,opened,performance-group,,,Slips\nE1,2013-07-01,checks,escalated,board,,,Not rectified\n\
             E1,2013-07-24,checks,decided,board,>=90,2014/15,A joint plan\n",
        )
        .file(
            "data/registers/actions.csv",
            "id,about,action,owner,opened,due,status,updated,case,note\n\
             A1,checks,Evening clinics,ccg,2013-08-01,2013-09-30,in-progress,2013-09-02,E1,\n",
        );
    let board = board
        .indicator("smoking", "title = \"Smoking at delivery\"\nlead = \"health\"\npriority = true")
        .csv("smoking", "2011/12,9.8");
    measures.iter().fold(board, |board, (id, readings)| {
        board
            .indicator(id, &format!("{TARGET}\ntitle = \"Made-up {id}\"\nlead = \"health\"\npriority = true"))
            .csv(id, readings)
    })
}

/// The agenda of that autumn's meeting.
pub fn autumn_agenda(format: &str) -> Run {
    let run = autumn().run(&["agenda", "--as-of", "2013-10-21", "--format", format]);
    assert_eq!(run.code, 0, "{run:?}");
    run
}

#[test]
fn an_agenda_with_everything_looks_so() {
    assert_snapshot!(autumn_agenda("table").stdout);
}

#[test]
fn an_agenda_goes_to_the_chair_so() {
    assert_snapshot!(autumn_agenda("md").stdout);
}
