//! A row of a table with what it takes to speak of it.

use super::{Headings, Withholds};
use crate::csv::Row;
use crate::finding::{Code, Finding, Repair};
use crate::source::{Place, Source, excel_cell};
use crate::{csv, text};

/// A row, its file and its headings.
#[derive(Clone, Copy)]
pub struct Line<'t, 'a> {
    pub source: &'t Source<'a>,
    /// Nothing while the row of headings itself is being read.
    pub headings: Option<&'t Headings>,
    pub row: &'t Row<'a>,
    pub withholds: Withholds<'t>,
}

impl std::fmt::Debug for Line<'_, '_> {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Line").field("row", self.row).finish_non_exhaustive()
    }
}

impl Line<'_, '_> {
    /// Whether no message may show what stands in the row.
    #[must_use]
    pub fn is_withheld(&self) -> bool {
        (self.withholds)(self.row, self.headings)
    }

    /// Where a cell stands, or the row where it has none there; without what stands there where the row is withheld.
    #[must_use]
    pub fn place(&self, column: usize) -> Place {
        let cell = self.row.cells.get(column);
        let mut place = self.source.place(cell.map_or(self.row.span.clone(), |cell| cell.span.clone()));
        place.cell = Some(excel_cell(column, self.row.number));
        if self.is_withheld() { place.withheld() } else { place }
    }

    /// A finding at a cell.
    pub fn finding(&self, column: usize, code: Code, message: impl Into<String>) -> Finding {
        Finding::new(code, self.source.path, message).at(self.place(column))
    }

    /// What stands in a cell, for a message; of a row that is withheld only that.
    #[must_use]
    pub fn shown(&self, text: &str) -> String {
        if self.is_withheld() { "the cell (withheld)".to_owned() } else { text::quoted(text) }
    }

    /// The repair that writes another text into a cell, beyond doubt.
    #[must_use]
    pub fn rewrite(&self, column: usize, text: &str) -> Repair {
        Repair::certain(self.span(column), csv::cell(text))
    }

    /// The repair that writes another text into a cell, for a person to confirm.
    #[must_use]
    pub fn propose(&self, column: usize, text: &str) -> Repair {
        Repair::likely(self.span(column), csv::cell(text))
    }

    /// Where a cell stands, in bytes, with its quotes.
    #[must_use]
    pub fn span(&self, column: usize) -> std::ops::Range<usize> {
        self.row.cells.get(column).map(|cell| cell.span.clone()).unwrap_or_default()
    }
}
