//! Figures not available: which, since when, and from whom.

use crate::board::{FigureOwed, Report, Standing, Timing};
use crate::document::{Block, Cell, Column, Group, Row, Table};
use crate::judge::State;
use crate::paper::due::from;
use crate::strategy::{Indicator, Strategy};
use crate::{text, time};

/// The overdue figures by who owes them, and what cannot be shown or judged and why.
pub(super) fn missing(report: &Report<'_>) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let rows = overdue(report);
    if !rows.is_empty() {
        blocks.push(Block::Table(Table {
            caption: "Overdue figures".to_owned(),
            notes: vec![
                "Of each measure the earliest figure that is overdue; later ones may be overdue too.".to_owned(),
            ],
            columns: vec![
                Column::people("Measure"),
                Column::people("Figure for"),
                Column::people("Expected by"),
                Column::people("Days late").right(),
                Column::people("From whom").detail(),
            ],
            groups: vec![Group { title: String::new(), notes: Vec::new(), rows }],
        }));
    }
    let unjudged: Vec<String> = report.position.rows.iter().filter_map(unjudged).collect();
    if !unjudged.is_empty() {
        blocks.push(Block::Paragraph("These cannot be judged:".to_owned()));
        blocks.push(Block::List(unjudged));
    }
    if blocks.is_empty() {
        blocks.push(Block::Paragraph("Every figure that is due is there.".to_owned()));
    }
    blocks
}

fn overdue(report: &Report<'_>) -> Vec<Row> {
    let figures = report.owing.leads.iter().flat_map(|lead| {
        let late = lead.figures.iter().filter(|figure| figure.timing.days_late().is_some());
        // They are by indicator, the earliest period first.
        let late: Vec<_> = late.collect();
        let first =
            late.chunk_by(|one, other| one.indicator.id == other.indicator.id).filter_map(|all| all.first().copied());
        first.collect::<Vec<_>>()
    });
    let row = |figure: &FigureOwed<'_>| {
        let Timing::Late { days } = figure.timing else { return None };
        Some(Row {
            cells: vec![
                Cell::text(&figure.indicator.title),
                Cell::text(figure.owed.period.to_string()),
                Cell::text(figure.owed.expected.map(time::date::day).unwrap_or_default()),
                Cell::text(days.to_string()),
                Cell::text(supplier(report.strategy, figure.indicator)),
            ],
        })
    };
    figures.filter_map(row).collect()
}

/// Who supplies the figure: those named, else the lead.
pub(super) fn supplier(strategy: &Strategy, indicator: &Indicator) -> String {
    let named = from(strategy, indicator);
    if named.is_empty() { strategy.lead_title(&indicator.lead).to_owned() } else { named }
}

/// Why a row has no figure, or none that can be judged; nothing where it has, or there is no row.
fn unjudged(standing: &Standing<'_>) -> Option<String> {
    let is_told = matches!(
        standing.verdict.state,
        State::Suppressed | State::NotAvailable | State::CannotBeRated(_) | State::Stale | State::Unreadable
    );
    is_told
        .then(|| format!("{}: {}.", standing.indicator.title, text::capitalised(&standing.why).trim_end_matches('.')))
}
