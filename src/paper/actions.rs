//! The action plan as a document.

use super::occasion;
use super::status::{heading, unusable};
use crate::board::{ActionOnDay, ActionPlan, Progress};
use crate::document::{Block, Cell, Column, Document, Group, Row, Table, Tone};
use crate::files::ACTIONS;
use crate::registers::About;
use crate::{text, time};

/// The columns of CSV, in their order; the contract of machines that read it.
const DATA: [&str; 14] = [
    "id",
    "about",
    "title",
    "action",
    "owner",
    "opened",
    "due",
    "status",
    "overdue",
    "days_overdue",
    "updated",
    "updated_later",
    "case",
    "note",
];

/// The document of `hwb action list`.
#[must_use]
pub fn actions(plan: &ActionPlan<'_>) -> Document {
    let mut facts = occasion::facts(&plan.occasion);
    if let Some(words) = plan.filter.in_words(plan.strategy) {
        let label = if plan.filter.progress == Progress::All { "With" } else { "Only" };
        facts.push((label.to_owned(), words));
    }
    let count = |count: usize| match count {
        _ if plan.is_unreadable => "not known".to_owned(),
        0 => "none".to_owned(),
        _ => count.to_string(),
    };
    facts.push(("To be done".to_owned(), count(plan.open)));
    facts.push(("Overdue".to_owned(), count(plan.overdue)));
    let table = Table { caption: "Actions".to_owned(), notes: notes(plan), columns: columns(), groups: groups(plan) };
    let blocks = vec![Block::Paragraph(heading(plan.strategy)), Block::Facts(facts), Block::Table(table)];
    Document::new(format!("Actions on {}", time::date::long(plan.occasion.as_of)), blocks)
}

fn columns() -> Vec<Column> {
    let people = [
        Column::people("Action"),
        Column::people("By"),
        Column::people("Due"),
        Column::people("How far"),
        Column::people("What is done").sentence(),
        Column::people("Case").detail(),
        Column::people("Last looked at").detail(),
        Column::people("Note").sentence(),
    ];
    people.into_iter().chain(DATA.into_iter().map(Column::data)).collect()
}

/// The actions about one indicator or objective under its title, objectives named as such.
fn groups(plan: &ActionPlan<'_>) -> Vec<Group> {
    let mut groups: Vec<(&About, Group)> = Vec::new();
    for row in &plan.rows {
        let about = &row.action.about;
        let cells = cells(plan, row);
        match groups.last_mut().filter(|(own, _)| *own == about) {
            Some((_, group)) => group.rows.push(Row { cells }),
            None => {
                let title = plan.strategy.title_of(about.id()).to_owned();
                groups.push((about, Group { title, notes: Vec::new(), rows: vec![Row { cells }] }));
            }
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

fn cells(plan: &ActionPlan<'_>, row: &ActionOnDay) -> Vec<Cell> {
    let strategy = plan.strategy;
    let days = row.days_overdue(plan.occasion.registers_on);
    let action = &row.action;
    let day = |date: Option<chrono::NaiveDate>| date.map(time::date::day).unwrap_or_default();
    let note = |text: &Option<String>| text.clone().unwrap_or_default();
    let looked_at =
        if row.is_later { format!("{}, after the day of this list", day(action.updated)) } else { day(action.updated) };
    let people = [
        Cell::text(&action.id),
        Cell::text(strategy.lead_title(&action.owner)),
        Cell::text(day(action.due)),
        how_far(row, days),
        Cell::text(&action.action),
        Cell::text(note(&action.case)),
        Cell::text(looked_at),
        Cell::text(note(&action.note)),
    ];
    let exact_day = |date: Option<chrono::NaiveDate>| date.map(|date| date.to_string()).unwrap_or_default();
    let data = [
        action.id.clone(),
        action.about.id().to_owned(),
        strategy.title_of(action.about.id()).to_owned(),
        action.action.clone(),
        action.owner.clone(),
        action.opened.to_string(),
        exact_day(action.due),
        action.status.name().to_owned(),
        row.is_overdue.to_string(),
        days.map(|days| days.to_string()).unwrap_or_default(),
        exact_day(action.updated),
        row.is_later.to_string(),
        note(&action.case),
        note(&action.note),
    ];
    let data = data.into_iter().map(|exact| Cell { exact, ..Cell::default() });
    people.into_iter().chain(data).collect()
}

/// "in progress, 12 days overdue".
fn how_far(row: &ActionOnDay, days_overdue: Option<i64>) -> Cell {
    let words = row.action.status.words();
    match days_overdue {
        Some(days) => {
            let days = text::count(usize::try_from(days).unwrap_or_default(), "day");
            Cell::text(format!("{words}, {days} overdue")).toned(Tone::Caution)
        }
        None if row.action.status.is_open() => Cell::text(words),
        None => Cell::text(words).toned(Tone::Muted),
    }
}

fn notes(plan: &ActionPlan<'_>) -> Vec<String> {
    let mut notes = Vec::new();
    if plan.rows.is_empty() && !plan.is_unreadable {
        notes.push("No actions.".to_owned());
    }
    if plan.is_unreadable {
        notes.extend(unusable(&[ACTIONS.to_owned()]));
    }
    if plan.later > 0 {
        notes.push(format!("Opened after the day, and not listed: {}.", text::count(plan.later, "action")));
    }
    if plan.rows.iter().any(|row| row.is_later) {
        notes.push(
            "An action that was looked at after the day may have been less far then: its row says how far it is now."
                .to_owned(),
        );
    }
    notes
}
