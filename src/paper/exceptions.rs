//! The exception table as a document that goes into a Board paper as it is.

use super::columns;
use super::status::heading;
use crate::board::{Exceptions, Standing};
use crate::document::{Block, Cell, Column, Document, Group, Row, Table};
use crate::strategy::Strategy;
use crate::{text, time};

/// The document of `hwb exceptions`.
#[must_use]
pub fn exceptions(exceptions: &Exceptions<'_>) -> Document {
    let strategy = exceptions.strategy;
    let mut blocks = vec![Block::Paragraph(heading(strategy))];
    let mut facts = Vec::new();
    if let Some(words) = exceptions.filter.in_words(strategy) {
        facts.push(("Only".to_owned(), words));
    }
    let looked_at = text::count(exceptions.looked_at, "indicator");
    facts.push(("Exceptions".to_owned(), format!("{} of {looked_at}", exceptions.rows.len())));
    blocks.push(Block::Facts(facts));
    blocks.push(Block::Table(Table {
        caption: "Exceptions, worst first".to_owned(),
        notes: notes(exceptions),
        columns: table_columns(),
        groups: vec![Group {
            title: String::new(),
            notes: Vec::new(),
            rows: exceptions.rows.iter().map(|standing| row(strategy, standing)).collect(),
        }],
    }));
    Document { title: format!("Exceptions on {}", time::date::long(exceptions.as_of)), blocks }
}

fn table_columns() -> Vec<Column> {
    let mut columns = columns::standing_columns();
    columns.push(Column::people("Lead").detail());
    columns.push(Column::people("Why it is here").sentence());
    columns.extend(columns::data_columns());
    columns
}

fn row(strategy: &Strategy, standing: &Standing<'_>) -> Row {
    let mut cells = columns::standing_cells(strategy, standing);
    cells.push(Cell::text(strategy.lead_title(&standing.indicator.lead)));
    cells.push(Cell::text(reasons(standing)));
    cells.extend(columns::data_cells(standing));
    Row { cells }
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
    notes
}
