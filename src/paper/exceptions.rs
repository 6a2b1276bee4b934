//! The exception table as a document that goes into a Board paper as it is.

use super::status::{heading, unusable};
use super::{columns, response};
use crate::board::{ExceptionRow, Exceptions, FigureKind, Lacks, Movement, ObjectiveRow, Standing};
use crate::commentary::{Ask, Section};
use crate::document::{Block, Cell, Column, Document, Group, Row, Table};
use crate::strategy::Strategy;
use crate::{text, time};

/// The document of `hwb exceptions`.
#[must_use]
pub fn exceptions(exceptions: &Exceptions<'_>) -> Document {
    let strategy = exceptions.strategy;
    let mut blocks = vec![Block::Paragraph(heading(strategy))];
    let mut facts = super::occasion::facts(&exceptions.occasion);
    if let Some(words) = exceptions.filter.in_words(strategy) {
        facts.push(("Only".to_owned(), words));
    }
    let looked_at = text::count(exceptions.looked_at, "indicator");
    facts.push(("Exceptions".to_owned(), format!("{} of {looked_at}", exceptions.rows.len())));
    blocks.push(Block::Facts(facts));
    let table = Table {
        caption: "Exceptions, worst first".to_owned(),
        notes: notes(exceptions),
        columns: table_columns(),
        groups: vec![Group {
            title: String::new(),
            notes: Vec::new(),
            rows: exceptions.rows.iter().map(|listed| row(strategy, listed)).collect(),
        }],
    };
    blocks.push(Block::Table(table.without_empty(&OPTIONAL)));
    blocks.extend(objectives(exceptions));
    Document::new(format!("Exceptions on {}", time::date::long(exceptions.occasion.as_of)), blocks)
}

/// The objectives that are listed; nothing where none is.
pub(super) fn objectives(exceptions: &Exceptions<'_>) -> Option<Block> {
    let listed: Vec<String> = exceptions.objectives.iter().map(|row| objective(exceptions.strategy, row)).collect();
    (!listed.is_empty()).then(|| Block::Section {
        title: "Objectives with an action overdue, or of which something is asked".to_owned(),
        blocks: vec![Block::List(listed)],
    })
}

/// The columns that are left out where they say nothing of any row.
const OPTIONAL: [&str; 7] =
    ["Reason", "Action", "Case", "Since the last meeting", "So far", "Recovery", "The Board is asked to"];

/// What machines get beyond the columns of a standing, in this order.
const DATA: [&str; 12] = [
    "case",
    "stage",
    "acceptable",
    "met",
    "times_before_the_board",
    "readings_off_target",
    "first_reported",
    "reason",
    "actions",
    "recovery",
    "ask",
    "lacks",
];

fn table_columns() -> Vec<Column> {
    let mut columns = columns::standing_columns();
    columns.push(Column::people("Lead").detail());
    columns.push(Column::people("Why it is here").sentence());
    columns.push(Column::people("Reason").sentence());
    columns.push(Column::people("Action").sentence());
    columns.push(Column::people("Case").sentence());
    columns.push(Column::people("Since the last meeting").sentence());
    columns.push(Column::people("So far").sentence());
    columns.push(Column::people("Recovery").detail());
    columns.push(Column::people("The Board is asked to").detail());
    columns.extend(columns::data_columns());
    columns.extend(DATA.into_iter().map(Column::data));
    columns
}

fn row(strategy: &Strategy, row: &ExceptionRow<'_>) -> Row {
    let standing = &row.standing;
    let (indicator, response) = (standing.indicator, &standing.response);
    let mut cells = columns::standing_cells(strategy, standing);
    let cases: Vec<String> = response.cases.iter().map(|case| response::case(indicator, case)).collect();
    let recovery = response.recovery().map(|period| period.to_string()).unwrap_or_default();
    let ask = response.ask().map(Ask::name).unwrap_or_default();
    let is_red = !row.lacks().is_empty() && !response.has_action();
    let actions = response::actions(strategy, response);
    let actions = if actions.is_empty() && is_red { "none recorded".to_owned() } else { actions };
    cells.extend([
        Cell::text(strategy.lead_title(&indicator.lead)),
        Cell::text(reasons(standing)),
        Cell::text(text::one_line(response.reason().unwrap_or_default())),
        Cell::text(actions),
        Cell::text(cases.join(". ")),
        Cell::text(news(row)),
        Cell::text(so_far(row)),
        Cell::text(recovery.clone()),
        Cell::text(ask),
    ]);
    cells.extend(columns::data_cells(standing));
    cells.extend(data_cells(row, recovery, ask));
    Row { cells }
}

fn data_cells(row: &ExceptionRow<'_>, recovery: String, ask: &str) -> Vec<Cell> {
    let response = &row.standing.response;
    let case = response.case();
    let level = case.and_then(|case| case.standing.acceptable());
    let actions: Vec<&str> = response.actions.iter().map(|on_day| on_day.action.id.as_str()).collect();
    let texts = [
        case.map(|case| case.id.clone()),
        case.map(|case| case.standing.level().name().to_owned()),
        level.map(|level| level.to_string()),
        case.and_then(|case| case.is_met).map(|is_met| is_met.to_string()),
        case.map(|case| case.times_before_the_board.to_string()),
        Some(row.readings_off_target.to_string()),
        row.first_reported.map(|day| day.to_string()),
        response.reason().map(str::to_owned),
        Some(actions.join(" ")),
        Some(recovery),
        Some(ask.to_owned()),
        Some(row.lacks().into_iter().map(Lacks::name).collect::<Vec<_>>().join(" ")),
    ];
    texts.into_iter().map(|text| Cell { exact: text.unwrap_or_default(), ..Cell::default() }).collect()
}

/// What changed since the Board's meeting before: its rating, its figures, its cases; empty where nothing did.
pub(super) fn news(row: &ExceptionRow<'_>) -> String {
    let standing = &row.standing;
    let Some(moved) = &standing.moved else { return String::new() };
    let movement = match moved.movement {
        Some(Movement::NewlyRed) => Some("newly off target".to_owned()),
        Some(Movement::Recovered) => Some("no longer off target".to_owned()),
        Some(Movement::Other) | None => None,
    };
    let first = moved.has(FigureKind::First).then(|| "first figure".to_owned());
    let new = (moved.has(FigureKind::New) && !moved.has(FigureKind::First)).then(|| "a new figure".to_owned());
    let revised = moved.has(FigureKind::Revised).then(|| "a figure revised".to_owned());
    let targets = moved.has_other_targets.then(|| "its target changed".to_owned());
    let cases = standing
        .response
        .cases
        .iter()
        .filter_map(|case| response::news(standing.indicator, case).map(|news| format!("{} {news}", case.id)));
    let all: Vec<String> =
        movement.into_iter().chain(first).chain(new).chain(revised).chain(targets).chain(cases).collect();
    text::capitalised(&all.join("; "))
}

/// How long it has been off target, and since when it is reported.
pub(super) fn so_far(row: &ExceptionRow<'_>) -> String {
    let running = match row.readings_off_target {
        0 | 1 => None,
        readings => Some(format!("off target at {readings} readings running")),
    };
    let first = row.first_reported.map(|day| format!("an exception since the meeting of {}", time::date::day(day)));
    text::capitalised(&running.into_iter().chain(first).collect::<Vec<_>>().join("; "))
}

/// An objective with what is done about it: "Better support for carers: A4 ...".
fn objective(strategy: &Strategy, row: &ObjectiveRow<'_>) -> String {
    let actions: Vec<String> = row.actions.iter().map(|on_day| response::action(strategy, on_day)).collect();
    let reason = row.remark.section().map(Section::reason).filter(|reason| !reason.is_empty());
    let asked = row.remark.section().and_then(|section| section.ask);
    let asked = asked.map(|ask| format!("the Board is asked to {}", ask.name()));
    let parts = actions.into_iter().chain(asked).chain(reason.map(text::one_line));
    format!("{}: {}", row.objective.title, parts.collect::<Vec<_>>().join("; "))
}

/// Every rule that lists the indicator, and the arithmetic of a rating: "Off target, and worsening since 2011/12: 471.2 is
/// 41.3 above the 429.9 due by 2012/13 (9.6%; amber allows 5%)."
fn reasons(standing: &Standing<'_>) -> String {
    let reasons: Vec<&str> = standing.exceptions.iter().map(|exception| exception.reason.as_str()).collect();
    let listed = text::capitalised(&reasons.join("; "));
    match standing.verdict.rating() {
        Some(_) => format!("{listed}: {}.", standing.why),
        None => format!("{listed}."),
    }
}

fn notes(exceptions: &Exceptions<'_>) -> Vec<String> {
    let titles = |indicators: &[&crate::strategy::Indicator]| {
        text::list(&indicators.iter().map(|indicator| indicator.title.as_str()).collect::<Vec<_>>())
    };
    let mut notes = Vec::new();
    if exceptions.rows.is_empty() {
        notes.push("No exceptions.".to_owned());
    }
    if !exceptions.unreadable.is_empty() {
        notes.push(format!(
            "Could not be looked at, since their files have errors: {}.",
            titles(&exceptions.unreadable)
        ));
    }
    if !exceptions.managed_elsewhere.is_empty() {
        notes.push(format!("Managed elsewhere, and not listed: {}.", titles(&exceptions.managed_elsewhere)));
    }
    notes.extend(unusable(&exceptions.unusable));
    notes
}
