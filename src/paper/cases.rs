//! The cases as a document.

use chrono::NaiveDate;

use super::status::{heading, unusable};
use super::{occasion, response};
use crate::board::{Cases, ListedCase, Suggestion, WhichCases};
use crate::document::{Block, Cell, Column, Document, Group, Row, Table, Tone};
use crate::files::ESCALATIONS;
use crate::registers::{Stage, Standing};
use crate::{text, time};

/// The columns of CSV, in their order; the contract of machines that read it.
const DATA: [&str; 15] = [
    "case",
    "indicator",
    "title",
    "stage",
    "opened",
    "with_board_since",
    "decided_on",
    "acceptable",
    "met",
    "recovery",
    "times_before_the_board",
    "reviewed_on",
    "closed_on",
    "last_event",
    "last_note",
];

/// The document of `hwb escalate list`.
#[must_use]
pub fn cases(cases: &Cases<'_>) -> Document {
    let mut facts = occasion::facts(&cases.occasion);
    if cases.which == WhichCases::All {
        facts.push(("With".to_owned(), "those that are over".to_owned()));
    }
    let open = if cases.is_unreadable { "not known".to_owned() } else { text::count(cases.open, "case") };
    facts.push(("Open".to_owned(), open));
    let group = Group { title: String::new(), notes: Vec::new(), rows: cases.rows.iter().map(row).collect() };
    let table = Table { caption: "Cases".to_owned(), notes: notes(cases), columns: columns(), groups: vec![group] };
    let mut blocks = vec![Block::Paragraph(heading(cases.strategy)), Block::Facts(facts), Block::Table(table)];
    if !cases.suggestions.is_empty() {
        let items = cases.suggestions.iter().map(suggestion).collect();
        blocks.push(Block::Section {
            title: "Suggested, for people to decide".to_owned(),
            blocks: vec![Block::List(items)],
        });
    }
    Document::new(format!("Cases on {}", time::date::long(cases.occasion.as_of)), blocks)
}

fn columns() -> Vec<Column> {
    let people = [
        Column::people("Case"),
        Column::people("Indicator"),
        Column::people("Stage"),
        Column::people("Since"),
        Column::people("May close when").sentence(),
        Column::people("Recovery by").detail(),
        Column::people("Last step").sentence(),
    ];
    people.into_iter().chain(DATA.into_iter().map(Column::data)).collect()
}

fn row(listed: &ListedCase<'_>) -> Row {
    let ListedCase { indicator, case, .. } = listed;
    let last = case.events.last().map(|event| text::capitalised(&response::event(indicator, event)));
    let recovery = listed.recovery.map(|period| period.to_string()).unwrap_or_default();
    let people = [
        Cell::text(&case.id),
        Cell::text(&indicator.title),
        stage(&case.standing),
        Cell::text(time::date::day(since(&case.standing))),
        level(listed),
        Cell::text(recovery),
        Cell::text(last.unwrap_or_default()),
    ];
    let data = exact(listed).into_iter().map(|exact| Cell { exact, ..Cell::default() });
    Row { cells: people.into_iter().chain(data).collect() }
}

/// What machines get of a case: exact values, days and ids; empty where there is nothing.
fn exact(listed: &ListedCase<'_>) -> [String; DATA.len()] {
    let ListedCase { indicator, case, .. } = listed;
    let standing = &case.standing;
    let day = |date: Option<NaiveDate>| date.map(|date| date.to_string()).unwrap_or_default();
    let closed = match standing.stage {
        Stage::Closed { on, .. } => Some(on),
        Stage::With(_) => None,
    };
    [
        case.id.clone(),
        indicator.id.clone(),
        indicator.title.clone(),
        standing.level().name().to_owned(),
        standing.opened.to_string(),
        day(standing.with_board_since),
        day(standing.decision.map(|(on, _)| on)),
        standing.acceptable().map(|level| level.to_string()).unwrap_or_default(),
        case.is_met.map(|is_met| is_met.to_string()).unwrap_or_default(),
        listed.recovery.map(|period| period.to_string()).unwrap_or_default(),
        case.times_before_the_board.to_string(),
        day(standing.reviewed),
        day(closed),
        case.events.last().map(|event| event.step.name().to_owned()).unwrap_or_default(),
        case.last_note().unwrap_or_default().to_owned(),
    ]
}

/// "Board, decided".
fn stage(standing: &Standing) -> Cell {
    let level = match standing.stage {
        Stage::Closed { .. } => return Cell::text("closed").toned(Tone::Muted),
        Stage::With(level) => level.title(),
    };
    match standing.decision {
        Some(_) => Cell::text(format!("{level}, decided")),
        None => Cell::text(level),
    }
}

/// Since when it is where it stands.
fn since(standing: &Standing) -> NaiveDate {
    match standing.stage {
        Stage::Closed { on, .. } => on,
        Stage::With(_) => standing.with_board_since.unwrap_or(standing.opened),
    }
}

/// "At most 430 at 2 readings running: not met".
fn level(listed: &ListedCase<'_>) -> Cell {
    let Some(acceptable) = listed.case.standing.acceptable() else { return Cell::default() };
    let words = text::capitalised(&response::acceptable(listed.indicator, acceptable));
    match listed.case.is_met {
        Some(true) => Cell::text(format!("{words}: met")).toned(Tone::Good),
        Some(false) => Cell::text(format!("{words}: not met")).toned(Tone::Caution),
        None => Cell::text(format!("{words}: cannot be told, since the readings have errors")),
    }
}

/// "Hip fracture admissions: off target, and no case is open. hwb escalate open hip-fracture-admissions".
fn suggestion(suggestion: &Suggestion<'_>) -> String {
    let title = &suggestion.indicator.title;
    format!("{title}: {}. {}", suggestion.reason, suggestion.command())
}

fn notes(cases: &Cases<'_>) -> Vec<String> {
    let mut notes = Vec::new();
    if cases.rows.is_empty() && !cases.is_unreadable {
        notes.push(if cases.which == WhichCases::All { "No cases." } else { "No open cases." }.to_owned());
    }
    if cases.is_unreadable {
        notes.extend(unusable(&[ESCALATIONS.to_owned()]));
    }
    if cases.later > 0 {
        notes.push(format!("Opened after the day, and not listed: {}.", text::count(cases.later, "case")));
    }
    notes
}
