//! The position as a document: the summary, and every indicator under its chapter.

use super::{columns, response};
use crate::board::{Position, Since, Sort, Standing, Summary};
use crate::document::{Block, Cell, Column, Document, Group, Row, Table};
use crate::judge::{State, share};
use crate::strategy::{Chapter, Indicator, Strategy};
use crate::{text, time};

/// The document of `hwb status`.
#[must_use]
pub fn status(position: &Position<'_>) -> Document {
    let strategy = position.strategy;
    let mut blocks = vec![Block::Paragraph(heading(strategy)), Block::Facts(summary(position))];
    let table = Table {
        caption: "Every indicator against its target".to_owned(),
        notes: notes(position),
        columns: table_columns(),
        groups: groups(position),
    };
    blocks.push(Block::Table(table.without_empty(&["Case"])));
    Document::new(format!("Position on {}", time::date::long(position.occasion.as_of)), blocks)
}

/// The strategy, and whose it is.
pub(super) fn heading(strategy: &Strategy) -> String {
    format!("{}, {}", strategy.title, strategy.board.as_ref().unwrap_or(&strategy.area))
}

fn summary(position: &Position<'_>) -> Vec<(String, String)> {
    let summary = &position.summary;
    let mut facts = super::occasion::facts(&position.occasion);
    if let Some(words) = position.filter.in_words(position.strategy) {
        facts.push(("Only".to_owned(), words));
    }
    facts.push(("Rated".to_owned(), format!("{} of {}", summary.rated, text::count(summary.indicators, "indicator"))));
    for (name, level, count) in &summary.ratings {
        let is_colour = name == level.name();
        let words = text::capitalised(level.words());
        let label = if is_colour { words } else { format!("{words} ({name})") };
        facts.push((label, shares(*count, summary)));
    }
    let others: Vec<String> = summary
        .states
        .iter()
        .filter(|(name, count)| *name != "rated" && *count > 0)
        .map(|(name, count)| format!("{} {count}", State::words_of(name)))
        .collect();
    if !others.is_empty() {
        facts.push(("Not rated".to_owned(), others.join(", ")));
    }
    let overdue = if summary.overdue == 0 { "none".to_owned() } else { text::count(summary.overdue, "figure") };
    facts.push(("Overdue".to_owned(), overdue));
    facts.extend(position.since.as_ref().map(since));
    facts
}

/// How many indicators are named in the line of changes; of more only the number is said.
const NAMED: usize = 3;

/// What changed since the Board's meeting before, in a line.
fn since(since: &Since<'_>) -> (String, String) {
    let told = [
        ("newly off target", &since.newly_red),
        ("recovered", &since.recovered),
        ("first figure", &since.first_figures),
        ("new figure", &since.new_figures),
        ("revised", &since.revised),
        ("targets changed", &since.targets_changed),
    ];
    let mut parts: Vec<String> = told
        .into_iter()
        .filter(|(_, indicators)| !indicators.is_empty())
        .map(|(what, indicators)| format!("{what}: {}", named(indicators)))
        .collect();
    let cases: Vec<String> = since.cases_moved.iter().map(|moved| format!("{} {}", moved.case, moved.step)).collect();
    if !cases.is_empty() {
        parts.push(format!("cases: {}", cases.join(", ")));
    }
    if parts.is_empty() {
        parts.push("nothing changed".to_owned());
    }
    (format!("Since {}", time::date::day(since.meeting.date)), parts.join("; "))
}

fn named(indicators: &[&Indicator]) -> String {
    if indicators.len() > NAMED {
        return text::count(indicators.len(), "indicator");
    }
    text::list(&indicators.iter().map(|indicator| indicator.title.as_str()).collect::<Vec<_>>())
}

/// A count with both denominators: "4 (44% of those rated, 13% of all)".
fn shares(count: usize, summary: &Summary) -> String {
    match (share(count, summary.rated), share(count, summary.indicators)) {
        (Some(of_rated), Some(of_all)) => format!("{count} ({of_rated} of those rated, {of_all} of all)"),
        _ => count.to_string(),
    }
}

fn table_columns() -> Vec<Column> {
    let mut columns = columns::standing_columns();
    columns.push(Column::people("Next figure").detail());
    columns.push(Column::people("Case").detail());
    columns.extend(columns::data_columns());
    columns
}

fn row(strategy: &Strategy, standing: &Standing<'_>) -> Row {
    let mut cells = columns::standing_cells(strategy, standing);
    cells.push(columns::next_due(standing));
    let cases = standing.response.cases.iter().map(response::case_in_short);
    cells.push(Cell::text(cases.collect::<Vec<_>>().join(", ")));
    cells.extend(columns::data_cells(standing));
    Row { cells }
}

fn groups(position: &Position<'_>) -> Vec<Group> {
    let strategy = position.strategy;
    if position.sort == Sort::Severity {
        let rows = position.rows.iter().map(|standing| row(strategy, standing)).collect();
        return vec![Group { title: String::new(), notes: Vec::new(), rows }];
    }
    let chapters = strategy.chapters.iter().map(|(id, chapter)| (Some(id), Some(chapter))).chain([(None, None)]);
    let groups = chapters.map(|(id, chapter)| Group {
        title: chapter.map_or_else(|| "Without a chapter".to_owned(), |chapter| chapter.title.clone()),
        notes: chapter.map(|chapter| responsible(strategy, chapter)).unwrap_or_default(),
        rows: position
            .rows
            .iter()
            .filter(|standing| standing.indicator.chapter.as_ref() == id)
            .map(|standing| row(strategy, standing))
            .collect(),
    });
    groups.filter(|group| !group.rows.is_empty()).collect()
}

/// Who answers for a chapter: its lead agencies and officers, and its sponsor.
pub(super) fn responsible(strategy: &Strategy, chapter: &Chapter) -> Vec<String> {
    let mut parts = Vec::new();
    let agencies: Vec<&str> = chapter.agencies.iter().map(|id| strategy.lead_title(id)).collect();
    if !agencies.is_empty() {
        let noun = if agencies.len() == 1 { "Lead agency" } else { "Lead agencies" };
        parts.push(format!("{noun}: {}", text::list(&agencies)));
    }
    if !chapter.officers.is_empty() {
        let noun = if chapter.officers.len() == 1 { "Lead officer" } else { "Lead officers" };
        parts.push(format!("{noun}: {}", text::list(&chapter.officers)));
    }
    if let Some(sponsor) = &chapter.sponsor {
        parts.push(format!("Sponsor: {sponsor}"));
    }
    if parts.is_empty() { Vec::new() } else { vec![parts.join(". ") + "."] }
}

fn notes(position: &Position<'_>) -> Vec<String> {
    let mut notes = Vec::new();
    let beyond = position.rows.iter().any(|standing| {
        let latest = standing.verdict.latest.as_ref();
        latest.is_some_and(|latest| latest.period.end() > position.strategy.ends)
    });
    if beyond {
        let ends = time::date::long(position.strategy.ends);
        notes.push(format!("The strategy ended on {ends}; later figures are rated against its last targets."));
    }
    let not_in_use: Vec<&str> = position.not_in_use.iter().map(|indicator| indicator.title.as_str()).collect();
    if !not_in_use.is_empty() {
        notes.push(format!("Not in use on this day: {}; hwb show has them.", text::list(&not_in_use)));
    }
    let elsewhere: Vec<&str> = position
        .rows
        .iter()
        .filter(|standing| standing.indicator.managed_by.is_some())
        .map(|standing| standing.indicator.title.as_str())
        .collect();
    if !elsewhere.is_empty() {
        notes.push(format!("Managed elsewhere, and not in the papers: {}.", text::list(&elsewhere)));
    }
    notes.extend(unusable(&position.unusable));
    notes
}

/// Which registers and commentary could not be used; nothing where all could.
pub(super) fn unusable(paths: &[String]) -> Option<String> {
    (!paths.is_empty()).then(|| format!("Not used, since they have errors: {}.", text::list(paths)))
}
