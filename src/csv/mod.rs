//! A strict reader of CSV (RFC 4180) that knows where every cell stands.
//!
//! The `csv` crate gives no span for a cell, counts rows wrongly after blank lines, and takes an unclosed quote or text
//! after a closing one in silence; where a cell stands and what is wrong with it is what this program is for. On valid
//! input the two agree, which a test holds.

mod lexer;

use std::borrow::Cow;
use std::ops::Range;

pub use lexer::{Cell, Ending, Lexer, Problem, Row};

use crate::source::excel_cell;

/// The cell that holds a byte of a text, as Excel names it, and where it stands; nothing where none does.
#[must_use]
pub fn cell_at(text: &str, offset: usize) -> Option<(String, Range<usize>)> {
    let mut lexer = Lexer::new(text);
    let mut row = Row::default();
    while lexer.read(&mut row) {
        let holds = |cell: &Cell<'_>| (cell.span.start..=cell.span.end).contains(&offset);
        if let Some((column, cell)) = row.cells.iter().enumerate().find(|(_, cell)| holds(cell)) {
            return Some((excel_cell(column, row.number), cell.span.clone()));
        }
    }
    None
}

/// A text as it stands in a file: in quotes only where it must be.
#[must_use]
pub fn cell(text: &str) -> Cow<'_, str> {
    if !text.contains([',', '"', '\n', '\r']) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(format!("\"{}\"", text.replace('"', "\"\"")))
}
