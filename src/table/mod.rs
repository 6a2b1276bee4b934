//! A CSV file as a table: which column is which, row after row, and what is wrong with its shape and with the characters in its
//! cells, whatever it is a table of.
//!
//! Readings and registers are both read through it, so that a slip in any file is found in the same way and said in the same
//! words.

mod cell;
mod date;
mod heading;
mod line;
mod mojibake;
mod shape;
mod sheet;

pub use cell::{CellKind, CellText, is_excel_error, trimmed};
pub use date::{date, only_day, which_day};
pub use heading::{Columns, Heading, Headings};
pub use line::Line;
pub use mojibake::mended;
pub use sheet::{Edited, NamedCells, Sheet};

use crate::conflict;
use crate::csv::{Lexer, Problem, Row};
use crate::finding::{Code, Finding, Findings};
use crate::source::Source;

/// How many rows may stand above the headings and still be taken for a title.
const TITLE_ROWS: usize = 20;

/// Whether a row may not be shown in a message, given the headings where they are known.
pub type Withholds<'w> = &'w dyn Fn(&Row<'_>, Option<&Headings>) -> bool;

/// A table being read.
pub struct Table<'a, 's> {
    pub source: &'s Source<'a>,
    pub headings: Headings,
    lexer: Lexer<'a>,
    withholds: Withholds<'s>,
}

impl<'a, 's> Table<'a, 's> {
    /// Reads as far as the headings; nothing where the file is no table with these columns at all, which has then been said.
    /// [`Headings::is_usable`] tells whether every required column is there.
    pub fn open(
        source: &'s Source<'a>,
        columns: &Columns<'_>,
        withholds: Withholds<'s>,
        findings: &mut Findings,
    ) -> Option<Self> {
        if conflict::is_in(source, findings) {
            return None;
        }
        let mut lexer = Lexer::new(source.text);
        let mut row = Row::default();
        loop {
            if !lexer.read(&mut row) {
                let message = "the file is empty: its first row names the columns";
                let help = format!("write {} in the first row", columns.required.join(","));
                findings.push(Finding::new(Code::MissingColumn, source.path, message).help(help));
                return None;
            }
            if !is_blank(&row) {
                break;
            }
        }
        if let Some(leftover) = conflict::leftover(source, row.span.clone()) {
            findings.push(leftover);
            return None;
        }
        if !columns.are_in(&row) {
            skip_title(source, columns, withholds, &mut lexer, &mut row, findings);
        }
        let problems = lexer.take_problems();
        let first = Line { source, headings: None, row: &row, withholds };
        if shape::has_other_separator(&first, columns, findings) {
            return None;
        }
        shape::quoting(&first, &problems, findings);
        if shape::is_too_wide(source, &row, findings) {
            return None;
        }
        let headings = Headings::read(&first, columns, findings);
        Some(Self { source, headings, lexer, withholds })
    }

    /// Reads the rest: each row that has as many cells as there are headings is handed on, and what is wrong with the others is
    /// said.
    pub fn each_row(mut self, findings: &mut Findings, mut work: impl FnMut(&Line<'_, 'a>, &mut Findings)) {
        let mut row = Row::default();
        let mut blank = shape::BlankRows::default();
        let named = self.headings.columns.len();
        let before_rows = findings.errors();
        let mut is_odd_row_withheld = None;
        while self.lexer.read(&mut row) {
            let problems = self.lexer.take_problems();
            let line =
                Line { source: self.source, headings: Some(&self.headings), row: &row, withholds: self.withholds };
            if is_odd_row_withheld.is_none() && self.lexer.other_ending().is_some() {
                is_odd_row_withheld = Some(line.is_withheld());
            }
            shape::quoting(&line, &problems, findings);
            if matches!(problems.last(), Some(Problem::UnclosedQuote { .. })) {
                // The rest of the file is in this row's last cell: the quote is what is wrong, and all that is worth saying.
                break;
            }
            if is_blank(&row) {
                blank.add(&row);
                continue;
            }
            if !self.headings.is_usable {
                continue;
            }
            if let Some(leftover) = conflict::leftover(self.source, row.span.clone()) {
                findings.push(leftover);
                continue;
            }
            if row.cells.len() < named || row.cells.len() > self.headings.width {
                findings.push(shape::ragged(&line, self.headings.width));
                continue;
            }
            if let Some(nameless) = row.cells.iter().skip(named).position(|cell| !cell.text.trim().is_empty()) {
                let message = "a value stands in a column with no name";
                let finding = line.finding(named + nameless, Code::EmptyHeader, message);
                findings.push(finding.help("name the column in the first row, or delete the cell"));
            }
            work(&line, findings);
        }
        if self.headings.is_usable && self.headings.width > named && findings.errors() == before_rows {
            findings.push(shape::empty_columns(self.source, &self.headings));
        }
        blank.say(self.source, findings);
        shape::line_endings(self.source, &self.lexer, is_odd_row_withheld.unwrap_or_default(), findings);
    }
}

impl std::fmt::Debug for Table<'_, '_> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Table").field("headings", &self.headings).finish_non_exhaustive()
    }
}

/// Whether nothing stands in a row.
#[must_use]
pub fn is_blank(row: &Row<'_>) -> bool {
    row.cells.iter().all(|cell| cell.text.trim().is_empty())
}

/// Where the headings stand below a title, goes there and says so; else stays at the first row.
fn skip_title<'a>(
    source: &Source<'a>,
    columns: &Columns<'_>,
    withholds: Withholds<'_>,
    lexer: &mut Lexer<'a>,
    row: &mut Row<'a>,
    findings: &mut Findings,
) {
    let mut ahead = lexer.clone();
    let mut candidate = Row::default();
    for _ in 0..TITLE_ROWS {
        if !ahead.read(&mut candidate) {
            return;
        }
        if columns.are_in(&candidate) || shape::other_separator(&candidate, columns).is_some() {
            let first = Line { source, headings: None, row, withholds };
            findings.push(shape::above_headings(&first, &candidate, columns));
            (*lexer, *row) = (ahead, candidate);
            return;
        }
    }
}
