//! One row of a register: its cells as texts, days and words.

use chrono::NaiveDate;

use super::Context;
use crate::csv::Row;
use crate::finding::{Code, Finding, Findings};
use crate::table::{self, CellKind, CellText, Headings, Line};
use crate::{text, time};

/// A row being read.
pub(super) struct RowReader<'r, 'a> {
    pub line: &'r Line<'r, 'a>,
    pub context: Context<'r>,
    /// The register's columns, by their place among the known ones.
    pub columns: &'static [&'static str],
}

/// Registers hold nothing that may not be shown.
pub(super) fn withholds_nothing(_: &Row<'_>, _: Option<&Headings>) -> bool {
    false
}

impl<'r> RowReader<'r, '_> {
    /// The place in the file of a known column; nothing where the file lacks it.
    pub(super) fn position(&self, column: usize) -> Option<usize> {
        self.line.headings?.position(column)
    }

    /// The cell of a known column; nothing where it is blank or the file lacks the column.
    pub(super) fn cell(&self, column: usize, kind: CellKind, findings: &mut Findings) -> Option<CellText<'r>> {
        CellText::read(self.line, self.position(column)?, kind, findings)
    }

    /// The cell of a column that may not be blank.
    pub(super) fn required(&self, column: usize, kind: CellKind, findings: &mut Findings) -> Option<CellText<'r>> {
        let cell = self.cell(column, kind, findings);
        if cell.is_none() {
            let name = self.columns.get(column).copied().unwrap_or_default();
            let finding = self.at_column(column, Code::BlankCell, format!("the row has no {name}"));
            findings.push(finding.help(format!("write it in column '{name}'")));
        }
        cell
    }

    pub(super) fn text(&self, column: usize, findings: &mut Findings) -> Option<String> {
        self.cell(column, CellKind::Text, findings).map(|cell| cell.text.into_owned())
    }

    /// The day in a cell; nothing where it holds something else, which has then been said.
    pub(super) fn date(&self, cell: &CellText<'_>, findings: &mut Findings) -> Option<NaiveDate> {
        table::date(self.line, cell, self.context.strategy.dates, findings)
    }

    /// That a day on which something is said to have happened is ahead.
    pub(super) fn warn_if_ahead(&self, column: usize, date: Option<NaiveDate>, findings: &mut Findings) {
        let is_ahead = |date: &NaiveDate| self.context.today.is_some_and(|today| *date > today);
        if let Some(date) = date.filter(is_ahead) {
            let message = format!("{} is yet to come", time::date::day(date));
            let finding = self.at_column(column, Code::FutureDate, message);
            findings.push(finding.help("check the year: until that day the row does not count"));
        }
    }

    /// What a word of a list stands for; nothing, with a finding, where it is none of them.
    pub(super) fn word<T: Copy>(
        &self,
        cell: &CellText<'_>,
        names: &[(&str, T)],
        (code, noun): (Code, &str),
        findings: &mut Findings,
    ) -> Option<T> {
        let found = names.iter().find(|(name, _)| *name == cell.text);
        if found.is_none() {
            let known: Vec<&str> = names.iter().map(|(name, _)| *name).collect();
            let message = format!("{} is not {noun}", text::quoted(&cell.text));
            let finding = self.at(cell, code, message);
            findings.push(match text::nearest(&cell.text, known.iter().copied()) {
                Some(name) => {
                    let repair = self.line.propose(cell.column, name);
                    finding.help(format!("did you mean '{name}'?")).repair(repair)
                }
                None => finding.help(format!("it is {}", text::either(&known))),
            });
        }
        found.map(|(_, value)| *value)
    }

    /// That an id is none of those declared.
    pub(super) fn unknown_id<'i>(
        &self,
        cell: &CellText<'_>,
        noun: &str,
        declared: impl Iterator<Item = &'i str>,
        findings: &mut Findings,
    ) {
        let is_full = findings.is_full(Code::UnknownId);
        let message = format!("no {noun} is declared as {}", text::quoted(&cell.text));
        let help = text::did_you_mean(&cell.text, declared.filter(|_| !is_full))
            .unwrap_or_else(|| "write the id as strategy.toml has it".to_owned());
        findings.push(self.at(cell, Code::UnknownId, message).help(help));
    }

    pub(super) fn at(&self, cell: &CellText<'_>, code: Code, message: impl Into<String>) -> Finding {
        self.line.finding(cell.column, code, message)
    }

    /// A finding at the cell of a known column, or at the first where the file lacks it.
    pub(super) fn at_column(&self, column: usize, code: Code, message: impl Into<String>) -> Finding {
        self.line.finding(self.position(column).unwrap_or_default(), code, message)
    }
}
