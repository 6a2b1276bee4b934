//! What the year means for commissioning, and whether the strategy is still right: what the figures and the audit say, before an
//! officer does.

use crate::board::audit::{Problem, Severity};
use crate::board::{Report, Standing};
use crate::document::{Block, Cell, Column, Group, Row, Table};
use crate::judge::RatingLevel;

/// What each lead answers for that is off or near target: what commissioners have to weigh.
pub(in crate::paper::report) fn commissioning(report: &Report<'_>) -> Vec<Block> {
    let short = |row: &&Standing<'_>| matches!(row.verdict.level(), Some(RatingLevel::Amber | RatingLevel::Red));
    let of_lead = report.strategy.leads.iter().filter_map(|(id, lead)| {
        let own: Vec<String> = report
            .position
            .rows
            .iter()
            .filter(|row| row.indicator.lead == *id)
            .filter(short)
            .map(|row| format!("{} ({})", row.indicator.title, row.verdict.state.words()))
            .collect();
        (!own.is_empty()).then(|| Row { cells: vec![Cell::text(&lead.title), Cell::text(own.join("; "))] })
    });
    let rows: Vec<Row> = of_lead.collect();
    if rows.is_empty() {
        return vec![Block::Paragraph("No measure that can be judged is off target or near it.".to_owned())];
    }
    vec![Block::Table(Table {
        caption: "What each organisation answers for that is not on target".to_owned(),
        notes: Vec::new(),
        columns: vec![Column::people("Organisation"), Column::people("Measures")],
        groups: vec![Group { title: String::new(), notes: Vec::new(), rows }],
    })]
}

/// What the audit of the framework found that bears on the strategy itself; minor things are left to the audit.
pub(in crate::paper::report) fn fit_for_purpose(report: &Report<'_>) -> Vec<Block> {
    let Some(audit) = &report.audit else { return Vec::new() };
    let rows: Vec<Row> = audit
        .by_check()
        .into_iter()
        .filter(|(check, _)| check.severity() != Severity::Minor)
        .map(|(check, problems)| Row {
            cells: vec![Cell::text(check.title()), Cell::text(problems.len().to_string()), Cell::text(about(problems))],
        })
        .collect();
    if rows.is_empty() {
        return vec![Block::Paragraph("The audit of the framework found nothing serious.".to_owned())];
    }
    vec![
        Block::Paragraph("An audit of the strategy's objectives, measures and targets found this:".to_owned()),
        Block::Table(Table {
            caption: "What the audit of the framework found".to_owned(),
            notes: Vec::new(),
            columns: vec![Column::people("Found"), Column::people("How many").right(), Column::people("Which")],
            groups: vec![Group { title: String::new(), notes: Vec::new(), rows }],
        }),
    ]
}

/// What some problems are about; empty where that is the framework as a whole.
fn about(problems: &[Problem<'_>]) -> String {
    let titles: Vec<&str> = problems.iter().flat_map(|problem| problem.subject.titles()).collect();
    titles.join("; ")
}
