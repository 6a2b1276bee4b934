//! The agenda as a document: one table, a group for each kind of item.

mod items;
mod line;

use super::status::{heading, unusable};
use crate::board::{Agenda, Tally};
use crate::document::{Block, Column, Document, Table};
use crate::strategy::{Sitting, Strategy};
use crate::{text, time};

pub(super) use items::why_invited;
use line::DATA;

/// The document of `hwb agenda`.
#[must_use]
pub fn agenda(agenda: &Agenda<'_>) -> Document {
    let groups = items::groups(agenda);
    let mut notes = notes(agenda);
    if groups.is_empty() {
        notes.insert(0, "Nothing is due at this meeting, and nobody is invited to it.".to_owned());
    }
    let mut columns = vec![Column::people("Item"), Column::people("Who"), Column::people("Why").sentence()];
    columns.extend(DATA.into_iter().map(Column::data));
    let table = Table { caption: "What the meeting must hold".to_owned(), notes, columns, groups };
    let blocks = vec![Block::Paragraph(heading(agenda.strategy)), Block::Facts(facts(agenda)), Block::Table(table)];
    let whose = body_title(agenda.strategy, agenda.sitting.body);
    Document::new(format!("Agenda of {whose}, {}", time::date::long(agenda.sitting.date)), blocks)
}

/// The document where a body has no meeting ahead.
#[must_use]
pub fn no_meeting(strategy: &Strategy, body: Option<&str>, as_of: chrono::NaiveDate) -> Document {
    let whose = body_title(strategy, body);
    let last = strategy.last_sitting_before(body, as_of);
    let last = last.map(|last| format!(" Its last was on {}.", time::date::long(last.date))).unwrap_or_default();
    let (table, key) = match body {
        None => ("[reporting]".to_owned(), String::new()),
        Some(id) => (format!("[bodies.{id}]"), format!(" and body = \"{id}\"")),
    };
    let blocks = vec![
        Block::Paragraph(heading(strategy)),
        Block::Paragraph(format!("{whose} has no meeting on or after {}.{last}", time::date::long(as_of))),
        Block::Paragraph(format!(
            "Declare one in strategy.toml: [[meetings]] with a date{key}, or a rule in {table}: meetings = \"{}\".",
            time::Recurrence::EXAMPLE
        )),
        // Machines get the columns all the same.
        Block::Table(Table {
            caption: String::new(),
            notes: Vec::new(),
            columns: DATA.into_iter().map(Column::data).collect(),
            groups: Vec::new(),
        }),
    ];
    Document::new(format!("Agenda of {whose}"), blocks)
}

/// What a body is called in a heading.
pub(super) fn body_title<'a>(strategy: &'a Strategy, body: Option<&'a str>) -> &'a str {
    match body {
        None => strategy.board.as_deref().unwrap_or("the Board"),
        Some(id) => strategy.bodies.get(id).map_or(id, |body| &body.title),
    }
}

fn facts(agenda: &Agenda<'_>) -> Vec<(String, String)> {
    let sitting = &agenda.sitting;
    let day = format!("{} {}", time::date::weekday_name(sitting.date), time::date::long(sitting.date));
    let title = sitting.title().map(|title| format!("{title}, ")).unwrap_or_default();
    let mut facts = vec![("Meeting".to_owned(), format!("{title}{day}"))];
    facts.extend(note(sitting).map(|note| ("Note".to_owned(), note)));
    facts.push(("Looked at".to_owned(), looked_at(agenda)));
    if sitting.data_due != sitting.date {
        facts.push(("Figures by".to_owned(), time::date::long(sitting.data_due)));
    }
    facts.extend(sitting.papers_due.map(|day| ("Papers due".to_owned(), time::date::long(day))));
    facts
}

fn note(sitting: &Sitting<'_>) -> Option<String> {
    sitting.declared?.note.as_deref().map(text::one_line)
}

/// "14 November 2013, 5 working days before; figures as known on 7 November 2013".
fn looked_at(agenda: &Agenda<'_>) -> String {
    let day = time::date::long(agenda.as_of);
    let left = match agenda.as_of.cmp(&agenda.sitting.date) {
        std::cmp::Ordering::Less => format!(", {} before", text::count(agenda.working_days_left, "working day")),
        std::cmp::Ordering::Equal => ", the day itself".to_owned(),
        std::cmp::Ordering::Greater => ", after it".to_owned(),
    };
    let judged = match agenda.progress {
        Some(_) if agenda.judged_on != agenda.as_of => {
            format!("; figures as known on {}", time::date::long(agenda.judged_on))
        }
        _ => String::new(),
    };
    format!("{day}{left}{judged}")
}

/// "12: 3 on target, 2 near it, 4 off it, 3 not rated".
pub(super) fn tally_in_words(tally: Tally) -> String {
    let rated = tally.green + tally.amber + tally.red;
    format!(
        "{}: {} on target, {} near it, {} off it, {} not rated",
        tally.measures,
        tally.green,
        tally.amber,
        tally.red,
        tally.measures - rated
    )
}

fn notes(agenda: &Agenda<'_>) -> Vec<String> {
    let mut notes = Vec::new();
    if !agenda.unreadable.is_empty() {
        let titles: Vec<&str> = agenda.unreadable.iter().map(|indicator| indicator.title.as_str()).collect();
        notes.push(format!("Not looked at, since their files have errors: {}.", text::list(&titles)));
    }
    notes.extend(unusable(&agenda.unusable));
    notes
}
