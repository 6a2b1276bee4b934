//! What is found in the files with the new figures that was not found before.

use chrono::NaiveDate;

use super::{About, NotRecorded, Recorded, Told, indicators};
use crate::board::added::added;
use crate::finding::{Finding, Severity};
use crate::source::excel_cell;
use crate::strategy::Indicator;
use crate::workspace::Workspace;

/// The warnings that the change brings.
///
/// # Errors
/// The errors and warnings that it would bring, where there are errors among them.
pub(super) fn new_findings(
    before: &Workspace,
    after: &Workspace,
    recorded: &[Recorded],
    today: NaiveDate,
) -> Result<Vec<Told>, NotRecorded> {
    let mut told = Vec::new();
    for id in indicators(recorded) {
        let both = before.strategy.indicators.get(id).zip(after.strategy.indicators.get(id));
        let found = both.map(|(old, new)| new_in(before, old, after, new, today)).unwrap_or_default();
        told.extend(found.into_iter().map(|finding| Told { about: about(&finding, recorded), finding }));
    }
    let has_errors = told.iter().any(|told| told.finding.severity == Severity::Error);
    if has_errors { Err(NotRecorded::Refused(told)) } else { Ok(told) }
}

/// What is found in an indicator's file after the change and was not before.
fn new_in(before: &Workspace, old: &Indicator, after: &Workspace, new: &Indicator, today: NaiveDate) -> Vec<Finding> {
    let there = before.load(old, Some(today)).findings;
    added(&after.strategy, &there, after.load(new, Some(today)).findings)
}

/// The figure a finding is about, by the cell it points to.
fn about(finding: &Finding, recorded: &[Recorded]) -> Option<About> {
    let cell = finding.place.as_ref()?.cell.as_deref()?;
    let (_, row) = cell.split_at(cell.find(|character: char| character.is_ascii_digit())?);
    let row: usize = row.parse().ok()?;
    let is_own = |one: &Recorded| one.path == finding.path && one.row == row;
    let entry = recorded.iter().position(is_own)?;
    let columns = &recorded[entry].columns;
    let column = (0..columns.len()).find(|&column| excel_cell(column, row) == cell);
    Some(About { entry, column: column.map(|column| columns[column].clone()).filter(|name| !name.is_empty()) })
}
