//! Measures against their targets, in the tables of papers.

use super::exceptions::lead;
use crate::board::{Dossier, Report, Standing};
use crate::document::{Block, Cell, Column, Group, Row, Table, Tone};
use crate::judge::Words;
use crate::paper::{charts, columns};
use crate::strategy::Scope;
use crate::text;

/// Every priority measure, the worst first: what every meeting looks at. Nothing where no measure is one.
pub(super) fn priority(report: &Report<'_>) -> Vec<Block> {
    let mut rows: Vec<&Standing<'_>> = report.position.rows.iter().filter(|row| row.indicator.priority).collect();
    if rows.is_empty() {
        return Vec::new();
    }
    // Stable: what is rated alike stays in the order of the file.
    rows.sort_by_key(|row| std::cmp::Reverse(row.verdict.level()));
    vec![Block::Table(table(report, "Every priority measure against its target", &rows))]
}

/// Every measure of a paper that is about one chapter or theme, and a small chart of each.
pub(super) fn measures(report: &Report<'_>) -> Vec<Block> {
    let rows: Vec<&Standing<'_>> = report.position.rows.iter().collect();
    if rows.is_empty() {
        return vec![Block::Paragraph("No measure is in use.".to_owned())];
    }
    let mut blocks = vec![Block::Table(table(report, "Every measure against its target", &rows))];
    blocks.extend(small_charts(report, "The measures over time", &rows));
    blocks
}

/// The measures of a scope.
pub(super) fn of_scope(report: &Report<'_>, scope: Scope) -> Vec<Block> {
    let rows: Vec<&Standing<'_>> =
        report.position.rows.iter().filter(|row| row.indicator.scope.contains(&scope)).collect();
    if rows.is_empty() {
        return vec![Block::Paragraph("The strategy has no such measure.".to_owned())];
    }
    vec![Block::Table(table(report, "Each measure against its target", &rows))]
}

/// The small charts of some measures; nothing where none has figures enough.
pub(super) fn small_charts(report: &Report<'_>, title: &str, rows: &[&Standing<'_>]) -> Option<Block> {
    let dossiers: Vec<&Dossier<'_>> = rows.iter().filter_map(|row| report.dossier(row.indicator)).collect();
    charts::multiples(title, &dossiers).map(Block::Chart)
}

/// A table of measures for the Board: each with other areas and its lead.
pub(super) fn table(report: &Report<'_>, caption: &str, rows: &[&Standing<'_>]) -> Table {
    let more = vec![Column::people("Lead").detail()];
    let mut table = table_with(report, caption, rows, more, |standing| {
        vec![Cell::text(report.strategy.lead_title(&standing.indicator.lead))]
    });
    // Other areas stand with the figure they are compared with: a column of their own would turn the page in print.
    for (row, standing) in table.groups.iter_mut().flat_map(|group| &mut group.rows).zip(rows) {
        let compared = report.dossier(standing.indicator).and_then(compared);
        if let (Some(compared), Some(latest)) = (compared, row.cells.get_mut(LATEST)) {
            latest.shown = format!("{}; {compared}", latest.shown);
        }
    }
    table
}

/// A table of measures for the public: where each stands.
pub(super) fn plain_table(report: &Report<'_>, caption: &str, rows: &[&Standing<'_>]) -> Table {
    table_with(report, caption, rows, Vec::new(), |_| Vec::new())
}

fn table_with(
    report: &Report<'_>,
    caption: &str,
    rows: &[&Standing<'_>],
    more: Vec<Column>,
    more_cells: impl Fn(&Standing<'_>) -> Vec<Cell>,
) -> Table {
    let all = standing_columns().into_iter().chain(more).chain(columns::data_columns()).collect();
    let row = |standing: &&Standing<'_>| {
        let cells = standing_cells(report, standing).into_iter().chain(more_cells(standing));
        Row { cells: cells.chain(columns::data_cells(standing)).collect() }
    };
    let table = Table {
        caption: caption.to_owned(),
        notes: Vec::new(),
        columns: all,
        groups: vec![Group { title: String::new(), notes: Vec::new(), rows: rows.iter().map(row).collect() }],
    };
    table.without_empty(&["Direction"])
}

/// The place of the latest figure among the columns that every table of measures begins with.
const LATEST: usize = 1;

/// The columns that every table of measures begins with.
pub(super) fn standing_columns() -> Vec<Column> {
    vec![
        Column::people("Measure"),
        Column::people("Latest figure"),
        Column::people("Due").right(),
        Column::people("Rating"),
        Column::people("Direction").detail(),
    ]
}

/// The cells of [`standing_columns`].
pub(super) fn standing_cells(report: &Report<'_>, standing: &Standing<'_>) -> Vec<Cell> {
    let words = Words::of(report.strategy, standing.indicator, &standing.verdict);
    vec![
        Cell::text(standing.indicator.title.clone()),
        latest(standing, &words),
        due(standing, &words),
        columns::rating(standing),
        columns::direction(standing),
    ]
}

/// What was due; where there is no rating, that the figure is not judged.
fn due(standing: &Standing<'_>, words: &Words<'_>) -> Cell {
    match standing.verdict.level() {
        Some(_) => columns::due(standing, words),
        None => Cell::text("not judged").toned(Tone::Muted),
    }
}

/// The latest figure with its period, and the figure that should be there by now: "18.7% (2011/12); 2012/13 overdue since 14 Dec 2013".
fn latest(standing: &Standing<'_>, words: &Words<'_>) -> Cell {
    let figure = columns::latest(standing, words).shown;
    let period = columns::period(standing).shown;
    let shown = match (figure.is_empty(), period.is_empty()) {
        (false, _) => Some(format!("{figure} ({period})")),
        (true, false) => Some(format!("none for {period}")),
        (true, true) => None,
    };
    let overdue = standing.verdict.is_overdue().then(|| columns::next_due(standing).shown);
    let parts: Vec<String> = shown.into_iter().chain(overdue).collect();
    Cell::text(parts.join("; "))
}

/// The figures of the comparators for the latest period: "London 17.2%, England 18.4%"; nothing where there are none.
pub(super) fn compared(dossier: &Dossier<'_>) -> Option<String> {
    let shown = dossier.standing.verdict.last.as_ref().or(dossier.standing.verdict.latest.as_ref())?;
    let pairs = dossier.readings.rows.iter().zip(&dossier.rows);
    let (reading, _) = pairs.filter(|(_, row)| row.counts).find(|(reading, _)| reading.period == shown.period)?;
    let figures = crate::judge::Figures::new(dossier.standing.indicator, reading.value);
    let known = dossier.readings.comparators.iter().zip(&reading.comparators);
    let told: Vec<String> = known
        .filter_map(|(id, figure)| {
            Some(format!("{} {}", dossier.strategy.comparator_title(id), figures.typed((*figure)?)))
        })
        .collect();
    (!told.is_empty()).then(|| told.join(", "))
}

/// Where a measure stands, and what it is.
pub(super) fn facts(dossier: &Dossier<'_>) -> Vec<(String, String)> {
    let (strategy, standing) = (dossier.strategy, &dossier.standing);
    let words = Words::of(strategy, standing.indicator, &standing.verdict);
    let facts = [
        ("Lead", lead(dossier)),
        ("Definition", standing.indicator.definition.as_deref().map(text::one_line).unwrap_or_default()),
        ("Latest figure", columns::latest(standing, &words).shown),
        ("Period", columns::period(standing).shown),
        ("Rating", text::capitalised(&columns::rating(standing).shown)),
        ("Why", text::capitalised(&standing.why)),
        ("Direction", text::capitalised(&columns::direction(standing).shown)),
        ("Compared with", compared(dossier).unwrap_or_default()),
        ("Next figure", columns::next_due(standing).shown),
    ];
    let filled = facts.into_iter().filter(|(_, fact)| !fact.is_empty());
    filled.map(|(label, fact)| (label.to_owned(), fact)).collect()
}
