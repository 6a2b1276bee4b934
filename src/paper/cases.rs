//! The cases as a document.

use chrono::NaiveDate;

use super::status::heading;
use crate::board::{CaseOnDay, Cases, WhichCases};
use crate::document::{Block, Cell, Column, Document, Group, Row, Table, Tone};
use crate::registers::Stage;
use crate::{text, time};

/// The columns of CSV, in their order; the contract of machines that read it.
const DATA: [&str; 15] = [
    "case",
    "indicator",
    "title",
    "stage",
    "level",
    "opened",
    "with_board_since",
    "decided",
    "acceptable",
    "met",
    "recovery",
    "reviewed",
    "closed",
    "last_event",
    "last_note",
];

/// The document of `hwb escalate list`.
#[must_use]
pub fn cases(cases: &Cases<'_>) -> Document {
    let mut facts = Vec::new();
    if cases.which == WhichCases::All {
        facts.push(("With".to_owned(), "those that are over".to_owned()));
    }
    facts.push(("Open".to_owned(), text::count(cases.open, "case")));
    let group = Group { title: String::new(), notes: Vec::new(), rows: cases.rows.iter().map(row).collect() };
    let table = Table { caption: "Cases".to_owned(), notes: notes(cases), columns: columns(), groups: vec![group] };
    let blocks = vec![Block::Paragraph(heading(cases.strategy)), Block::Facts(facts), Block::Table(table)];
    Document { title: format!("Cases on {}", time::date::long(cases.as_of)), blocks }
}

fn columns() -> Vec<Column> {
    let people = [
        Column::people("Case"),
        Column::people("Indicator"),
        Column::people("Stage"),
        Column::people("Since"),
        Column::people("May close at").detail(),
        Column::people("Recovery by").detail(),
        Column::people("Last step").sentence(),
    ];
    people.into_iter().chain(DATA.into_iter().map(Column::data)).collect()
}

fn row(case: &CaseOnDay<'_>) -> Row {
    let standing = &case.standing;
    let last = &case.last;
    let said = last.note.as_ref().map(|note| format!(": {note}")).unwrap_or_default();
    let people = [
        Cell::text(&case.id),
        Cell::text(&case.indicator.title),
        stage(case),
        Cell::text(time::date::day(since(case))),
        level(case),
        Cell::text(recovery(case)),
        Cell::text(format!("{} on {}{said}", text::capitalised(last.step.name()), time::date::day(last.date))),
    ];
    let exact_day = |date: Option<NaiveDate>| date.map(|date| date.to_string()).unwrap_or_default();
    let closed = match standing.stage {
        Stage::Closed { on, .. } => Some(on),
        Stage::With(_) => None,
    };
    let data = [
        case.id.clone(),
        case.indicator.id.clone(),
        case.indicator.title.clone(),
        standing.stage.name().to_owned(),
        standing.level().name().to_owned(),
        standing.opened.to_string(),
        exact_day(standing.with_board_since),
        exact_day(standing.decision.map(|(on, _)| on)),
        standing.acceptable().map(|level| level.to_string()).unwrap_or_default(),
        case.is_level_reached.map(|is_reached| is_reached.to_string()).unwrap_or_default(),
        recovery(case),
        exact_day(standing.reviewed),
        exact_day(closed),
        last.step.name().to_owned(),
        last.note.clone().unwrap_or_default(),
    ];
    let data = data.into_iter().map(|exact| Cell { exact, ..Cell::default() });
    Row { cells: people.into_iter().chain(data).collect() }
}

/// "Board, decided".
fn stage(case: &CaseOnDay<'_>) -> Cell {
    let standing = &case.standing;
    let words = match standing.stage {
        Stage::Closed { .. } => return Cell::text("closed").toned(Tone::Muted),
        Stage::With(level) => level.title(),
    };
    match standing.decision {
        Some(_) => Cell::text(format!("{words}, decided")),
        None => Cell::text(words),
    }
}

/// Since when it is where it stands.
fn since(case: &CaseOnDay<'_>) -> NaiveDate {
    match case.standing.stage {
        Stage::Closed { on, .. } => on,
        Stage::With(_) => case.standing.with_board_since.unwrap_or(case.standing.opened),
    }
}

/// "<=430 for 2, not reached".
fn level(case: &CaseOnDay<'_>) -> Cell {
    let Some(acceptable) = case.standing.acceptable() else { return Cell::default() };
    match case.is_level_reached {
        Some(true) => Cell::text(format!("{acceptable}, reached")).toned(Tone::Good),
        Some(false) => Cell::text(format!("{acceptable}, not reached")).toned(Tone::Caution),
        None => Cell::text(format!("{acceptable}, which cannot be told")),
    }
}

fn recovery(case: &CaseOnDay<'_>) -> String {
    case.recovery.map(|period| period.to_string()).unwrap_or_default()
}

fn notes(cases: &Cases<'_>) -> Vec<String> {
    let mut notes = Vec::new();
    if cases.rows.is_empty() && !cases.is_unreadable {
        notes.push(if cases.which == WhichCases::All { "No cases." } else { "No open cases." }.to_owned());
    }
    if cases.later > 0 {
        notes.push(format!("Opened after the day, and not listed: {}.", text::count(cases.later, "case")));
    }
    notes
}
