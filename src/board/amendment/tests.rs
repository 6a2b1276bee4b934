use chrono::NaiveDate;
use proptest::prelude::*;

use super::*;
use crate::board::{NewCase, NewStep, StepAsked};
use crate::board::{add_action, change_action, open_case, take_step};
use crate::files::{ACTIONS, ESCALATIONS, Memory, STRATEGY};
use crate::registers::writing::{ActionChange, NewAction};
use crate::registers::{Action, ActionStatus, Level};

const DECLARED: &str = "format = 1\n\
    [strategy]\ntitle = \"A made-up strategy\"\narea = \"Testham\"\nstarts = 2012-04-01\nends = 2015-03-31\n\
    [leads.l]\ntitle = \"Lead\"\nofficer = \"A post\"\n\
    [chapters.c]\ntitle = \"Chapter\"\n\
    [indicators.x]\nchapter = \"c\"\ntitle = \"X\"\nunit = \"%\"\ngood = \"high\"\nperiod = \"financial-year\"\nlead = \"l\"\n";
const THERE: &str = "\u{feff}note,id,about,action,owner,opened,due,status\r\n\
    \"as, it is\",A4,x,\"Quoted, needlessly\",l,2013-10-01,2014-01-31,planned\r\n\r\n\
    ,A2,x,Two,l,2013-10-01,2014-01-31,planned";

fn today() -> NaiveDate {
    NaiveDate::from_ymd_opt(2013, 11, 21).unwrap()
}

fn files() -> Memory {
    Memory::new().with(STRATEGY, DECLARED).with("data/x.csv", "period,value\n2012/13,60\n")
}

fn action(text: &str, note: &str) -> NewAction {
    NewAction {
        id: None,
        about: "x".to_owned(),
        action: text.to_owned(),
        owner: "l".to_owned(),
        opened: today(),
        due: today(),
        status: ActionStatus::Planned,
        case: None,
        note: Some(note.to_owned()),
    }
}

/// The files as they are once an amendment is made.
fn made(files: Memory, amendment: &Amendment) -> Memory {
    files.with(&amendment.change.path, amendment.change.after.clone().unwrap_or_default())
}

fn actions(files: &Memory) -> Vec<Action> {
    let workspace = Workspace::open(Box::new(files.clone())).unwrap();
    workspace.registers(Some(today())).actions.unwrap()
}

/// How many findings the registers have.
fn findings(files: &Memory) -> usize {
    let workspace = Workspace::open(Box::new(files.clone())).unwrap();
    workspace.registers(Some(today())).findings.as_slice().len()
}

/// Without its place, which a change of any row above it moves.
fn said(action: &Action) -> Action {
    Action { span: 0..0, ..action.clone() }
}

/// What a text may be made of: what files, spreadsheets and terminals act on, and what people write.
fn text() -> impl Strategy<Value = String> {
    "[a-z0-9 ,;\"'\n\r\té界=+@<>|#\u{a0}\u{200b}\u{7}“”-]{0,12}"
}

#[test]
fn a_second_change_sees_the_first() {
    let files = files();
    let first = add_action(&files, &action("One", ""), today()).unwrap();
    assert_eq!((first.action.id.as_str(), first.amendment.row), ("A1", 2));
    let files = made(files, &first.amendment);
    let second = add_action(&files, &action("Two", ""), today()).unwrap();
    assert_eq!((second.action.id.as_str(), second.amendment.row), ("A2", 3));
}

#[test]
fn what_was_read_is_what_the_change_says_was_there() {
    let files = files().with(ACTIONS, THERE);
    let change = ActionChange { status: Some(ActionStatus::Done), ..ActionChange::default() };
    let written = change_action(&files, "A2", &change, today()).unwrap();
    assert_eq!(written.amendment.change.before.as_deref(), Some(THERE.as_bytes()));
    assert_eq!(written.before.map(|action| action.status), Some(ActionStatus::Planned));
    assert_eq!(written.action.status, ActionStatus::Done);
}

#[test]
fn a_case_is_opened_decided_and_closed_in_one_log() {
    let new = NewCase {
        indicator: "x".to_owned(),
        id: None,
        level: Level::Board,
        date: today(),
        note: "Below its line".to_owned(),
    };
    let files = files();
    let opened = open_case(&files, &new, today()).unwrap();
    let files = made(files, &opened.amendment);
    let acceptable = "on-target".to_owned();
    let step = |step| NewStep { case: "E1".to_owned(), step, date: today(), note: Some("Agreed".to_owned()) };
    let decided = take_step(&files, &step(StepAsked::Decide { acceptable, recovery: None }), today()).unwrap();
    let files = made(files, &decided.amendment);
    let closed = take_step(&files, &step(StepAsked::Close), today()).unwrap();
    assert!(!closed.case.standing().is_open());
    assert_eq!(closed.amendment.change.path, ESCALATIONS);
}

proptest! {
    /// An action is refused with a reason, or reads back as it was given and leaves every other as it was; nothing more is then found.
    #[test]
    fn whatever_is_typed_is_kept_or_refused(text in text(), note in text()) {
        let files = files().with(ACTIONS, THERE);
        let (before, there) = (actions(&files), findings(&files));
        match add_action(&files, &action(&text, &note), today()) {
            Err(NotAmended::Refused(findings)) => prop_assert!(!findings.is_empty()),
            Err(other) => prop_assert!(false, "{other:?}"),
            Ok(written) => {
                let files = made(files, &written.amendment);
                let after = actions(&files);
                let expected: Vec<Action> = before.iter().chain([&written.action]).map(said).collect();
                prop_assert_eq!(after.iter().map(said).collect::<Vec<_>>(), expected);
                let trimmed = crate::table::trimmed;
                prop_assert_eq!(written.action.action.as_str(), trimmed(&text));
                prop_assert_eq!(written.action.note.as_deref().unwrap_or_default(), trimmed(&note));
                prop_assert_eq!(findings(&files), there);
            }
        }
    }

    /// A change of one action leaves every other as it was, and takes in what was given.
    #[test]
    fn whatever_is_changed_changes_one_action(note in text(), which in 0..2_usize) {
        let files = files().with(ACTIONS, THERE);
        let mut expected: Vec<Action> = actions(&files).iter().map(said).collect();
        let change = ActionChange { note: Some(note.clone()), ..ActionChange::default() };
        let id = expected[which].id.clone();
        if let Ok(written) = change_action(&files, &id, &change, today()) {
            let trimmed = crate::table::trimmed(&note);
            expected[which].note = (!trimmed.is_empty()).then(|| trimmed.to_owned());
            expected[which].updated = Some(today());
            let after = actions(&made(files, &written.amendment));
            prop_assert_eq!(after.iter().map(said).collect::<Vec<_>>(), expected);
        }
    }
}
