//! The measures of an outcomes framework, by its references, with the agency that reports each.

use super::measures;
use crate::board::{Matter, Report, Standing};
use crate::document::{Block, Cell, Column, Group, Row, Table};

/// The table, in the order of the references; a sentence where there is none.
pub(super) fn references(report: &Report<'_>) -> Vec<Block> {
    let Matter::Framework(framework) = report.matter else { return Vec::new() };
    let mut rows: Vec<(&str, &Standing<'_>)> = report
        .position
        .rows
        .iter()
        .flat_map(|standing| {
            let own = standing.indicator.frameworks.iter().filter(|own| own.framework == framework);
            own.flat_map(|own| &own.references).map(move |reference| (reference.as_str(), standing))
        })
        .collect();
    if rows.is_empty() {
        return vec![Block::Paragraph("The strategy has no measure of this framework.".to_owned())];
    }
    rows.sort_by_key(|(reference, _)| natural(reference));
    let mut all = vec![Column::people("Reference")];
    all.extend(measures::standing_columns());
    all.push(Column::people("Reported by").detail());
    let row = |(reference, standing): &(&str, &Standing<'_>)| {
        let mut cells = vec![Cell::text(*reference)];
        cells.extend(measures::standing_cells(report, standing));
        cells.push(Cell::text(report.strategy.lead_title(&standing.indicator.lead)));
        Row { cells }
    };
    let table = Table {
        caption: "Measures by their references".to_owned(),
        notes: vec![
            "The framework's own figures describe a place; they were not made to manage the performance of one."
                .to_owned(),
        ],
        columns: all,
        groups: vec![Group { title: String::new(), notes: Vec::new(), rows: rows.iter().map(row).collect() }],
    };
    vec![Block::Table(table.without_empty(&["Due", "Direction"]))]
}

/// A reference as people order it: 2.3 before 2.13.
fn natural(reference: &str) -> Vec<(u64, String)> {
    let parts = reference.split('.');
    parts
        .map(|part| {
            let digits: String = part.chars().take_while(char::is_ascii_digit).collect();
            (digits.parse().unwrap_or(u64::MAX), part.to_owned())
        })
        .collect()
}
