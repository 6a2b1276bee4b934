//! What each measure is: its definition, unit, source and who answers for it.

use super::missing::supplier;
use crate::board::{Report, Standing};
use crate::document::{Block, Cell, Column, Group, Row, Table};
use crate::judge::Words;
use crate::strategy::Good;
use crate::text;

/// The table of definitions; nothing where there are no measures.
pub(super) fn definitions(report: &Report<'_>) -> Vec<Block> {
    if report.position.rows.is_empty() {
        return Vec::new();
    }
    let rows = report.position.rows.iter().map(|standing| row(report, standing)).collect();
    let table = Table {
        caption: "What each measure is".to_owned(),
        notes: Vec::new(),
        columns: vec![
            Column::people("Measure"),
            Column::people("Definition"),
            Column::people("Target"),
            Column::people("Good is").detail(),
            Column::people("Figures from").detail(),
        ],
        groups: vec![Group { title: String::new(), notes: Vec::new(), rows }],
    };
    vec![Block::Table(table)]
}

fn row(report: &Report<'_>, standing: &Standing<'_>) -> Row {
    let (strategy, indicator) = (report.strategy, standing.indicator);
    let words = Words::of(strategy, indicator, &standing.verdict);
    let definition =
        indicator.definition.as_deref().map_or_else(|| "No definition is given.".to_owned(), text::one_line);
    let targets: Vec<String> = indicator
        .targets
        .iter()
        .filter(|target| target.in_use(report.occasion.as_of))
        .map(|target| {
            let by = target.by.as_ref().map(|by| format!(" by {}", by.period)).unwrap_or_default();
            let stretch = if target.stretch { " (a stretch, not rated)" } else { "" };
            format!("{}{by}{stretch}", words.condition(&target.condition))
        })
        .collect();
    let baseline = indicator.baseline.and_then(|baseline| {
        let value = words.figures.as_written(baseline.value?);
        Some(
            baseline
                .period
                .map_or(format!("the baseline is {value}"), |period| format!("the baseline is {value} in {period}")),
        )
    });
    let targets: Vec<String> = if targets.is_empty() { targets } else { targets.into_iter().chain(baseline).collect() };
    let targets = if targets.is_empty() { "none".to_owned() } else { targets.join("; ") };
    Row {
        cells: vec![
            Cell::text(&indicator.title),
            Cell::text(definition),
            Cell::text(text::capitalised(&targets)),
            Cell::text(good(indicator.good)),
            Cell::text(supplier(strategy, indicator)),
        ],
    }
}

/// Which way is good, in words.
pub(super) fn good(good: Good) -> &'static str {
    match good {
        Good::High => "higher",
        Good::Low => "lower",
        Good::Range => "within a range",
        Good::None => "neither",
    }
}
