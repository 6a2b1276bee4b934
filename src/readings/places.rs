//! Where each reading stands, found again from its row only where there is something to say.

use std::ops::Range;

use crate::csv::{Lexer, Row};
use crate::finding::{Code, Finding, Repair};
use crate::source::Source;
use crate::table::{Headings, Line, Withholds};

/// Where the readings of a file stand.
pub(super) struct Places<'a> {
    pub source: &'a Source<'a>,
    pub headings: &'a Headings,
    pub withholds: Withholds<'a>,
    pub rows: Vec<RowPlace>,
}

/// Where one row stands.
#[derive(Debug, Clone, Default)]
pub(super) struct RowPlace {
    /// As a spreadsheet counts it.
    number: usize,
    span: Range<usize>,
}

impl RowPlace {
    pub(super) fn of(line: &Line<'_, '_>) -> Self {
        Self { number: line.row.number, span: line.row.span.clone() }
    }
}

impl Places<'_> {
    /// A finding at a cell of a reading's row.
    pub(super) fn finding(&self, reading: usize, column: usize, code: Code, message: impl Into<String>) -> Finding {
        self.with_line(reading, |line| line.finding(column, code, message))
    }

    /// Does something with the row of a reading.
    pub(super) fn with_line<T>(&self, reading: usize, work: impl FnOnce(&Line<'_, '_>) -> T) -> T {
        let place = self.rows.get(reading).cloned().unwrap_or_default();
        let mut row = Row::default();
        Lexer::new(self.source.text.get(place.span.clone()).unwrap_or_default()).read(&mut row);
        row.move_to(place.number, place.span.start);
        let line = Line { source: self.source, headings: Some(self.headings), row: &row, withholds: self.withholds };
        work(&line)
    }

    /// The repair that puts into the place of each reading's row the row of the reading that `order` names there.
    pub(super) fn rearranged(&self, order: &[usize]) -> Repair {
        let text = |span: Range<usize>| self.source.text.get(span).unwrap_or_default();
        let whole = match (self.rows.first(), self.rows.last()) {
            (Some(first), Some(last)) => first.span.start..last.span.end,
            _ => 0..0,
        };
        let mut rearranged = String::with_capacity(whole.len());
        let mut from = whole.start;
        for (slot, taken) in self.rows.iter().zip(order) {
            // What stands between two rows stays between them.
            rearranged.push_str(text(from..slot.span.start));
            rearranged.push_str(self.rows.get(*taken).map_or("", |row| text(row.span.clone())));
            from = slot.span.end;
        }
        Repair::certain(whole, rearranged)
    }

    /// The row of a reading, as a spreadsheet counts it.
    pub(super) fn row(&self, reading: usize) -> usize {
        self.rows.get(reading).map_or(0, |row| row.number)
    }

    /// Whether no message may show what stands in the row of a reading.
    pub(super) fn is_withheld(&self, reading: usize) -> bool {
        self.with_line(reading, |line: &Line<'_, '_>| (line.withholds)(line.row, line.headings))
    }
}
