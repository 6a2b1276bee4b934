//! The audit on a page, for the November report.

use super::{letter_counts, named, notes, opening, title, tone};
use crate::board::Audit;
use crate::board::audit::{Check, Problem, Severity, Smart};
use crate::document::{Block, Cell, Column, Document, Group, Row, Table};
use crate::text;

/// How many things are to be done first.
const FIRST: usize = 5;

/// The document of `hwb audit --summary`.
#[must_use]
pub fn audit_summary(audit: &Audit<'_>) -> Document {
    let mut blocks = opening(audit);
    blocks.push(Block::Table(found(audit)));
    if !audit.smart.is_empty() {
        let letters = Smart::LETTERS.iter().enumerate().map(|(place, (_, name))| {
            let [met, not_met, open] = letter_counts(&audit.smart, place);
            (text::capitalised(name), format!("{met} met, {not_met} not met, {open} not judged"))
        });
        let blocks_of_letters = vec![Block::Facts(letters.collect())];
        blocks.push(Block::Section { title: "SMART".to_owned(), blocks: blocks_of_letters });
    }
    let first = first(audit);
    if !first.is_empty() {
        blocks.push(Block::Section { title: "What to do first".to_owned(), blocks: vec![Block::List(first)] });
    }
    Document::new(title(audit), blocks)
}

/// Each kind of problem with how often it was found; whom the serious and the moderate ones are about.
fn found(audit: &Audit<'_>) -> Table {
    let mut columns = vec![
        Column::people("Found"),
        Column::people("Number").right(),
        Column::people("Severity"),
        Column::people("About").sentence(),
    ];
    columns.extend(["severity", "check", "title", "problems", "mend"].map(Column::data));
    Table {
        caption: "What was found, the most serious first".to_owned(),
        notes: notes(audit),
        columns,
        groups: vec![Group {
            title: String::new(),
            notes: Vec::new(),
            rows: audit.by_check().into_iter().map(|(check, problems)| row(check, problems)).collect(),
        }],
    }
}

fn row(check: Check, problems: &[Problem<'_>]) -> Row {
    let severity = check.severity();
    let about = if severity == Severity::Minor { String::new() } else { about(problems) };
    let mut cells = vec![
        Cell::text(check.title()),
        Cell::text(problems.len().to_string()),
        Cell::text(severity.name()).toned(tone(severity)),
        Cell::text(about),
    ];
    let data = [severity.name(), check.name(), check.title(), &problems.len().to_string(), check.mend()];
    cells.extend(data.map(|exact| Cell { exact: exact.to_owned(), ..Cell::default() }));
    Row { cells }
}

/// What the problems of one check are about; for a single one, why.
fn about(problems: &[Problem<'_>]) -> String {
    match problems {
        [one] if one.subject.titles().is_empty() => one.reason.clone(),
        [one] => format!("{}: {}", named(&one.subject.titles()), one.reason),
        _ => {
            let titles: Vec<&str> = problems.iter().flat_map(|problem| problem.subject.titles()).collect();
            format!("{}.", named(&titles))
        }
    }
}

/// What would mend the most serious problems.
fn first(audit: &Audit<'_>) -> Vec<String> {
    let kinds = audit.by_check().into_iter().filter(|(check, _)| check.severity() != Severity::Minor).take(FIRST);
    kinds.map(|(check, problems)| format!("{} ({}): {}", check.title(), problems.len(), check.mend())).collect()
}
