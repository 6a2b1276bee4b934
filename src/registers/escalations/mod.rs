//! `data/registers/escalations.csv`: the log of what was escalated, decided and closed, read into cases.

mod event;
mod life;

use std::collections::BTreeSet;

use indexmap::IndexMap;

use super::row::{RowReader, withholds_nothing};
use super::{Case, Context};
use crate::finding::{Finding, Findings};
use crate::source::Source;
use crate::table::{Columns, Table};
use crate::text;
use event::{EventReader, EventRow};
use life::Lives;

/// The columns, in the order of the format; those up to `level` are required.
pub const ESCALATION_COLUMNS: [&str; 8] =
    ["case", "date", "indicator", "event", "level", "acceptable", "recovery", "note"];

/// How many of them are required.
const REQUIRED: usize = column::LEVEL + 1;

/// Their places in [`ESCALATION_COLUMNS`].
mod column {
    pub const CASE: usize = 0;
    pub const DATE: usize = 1;
    pub const INDICATOR: usize = 2;
    pub const EVENT: usize = 3;
    pub const LEVEL: usize = 4;
    pub const ACCEPTABLE: usize = 5;
    pub const RECOVERY: usize = 6;
    pub const NOTE: usize = 7;
}

/// What the log comes to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Escalations {
    /// In the order in which they were opened in the file.
    pub cases: Vec<Case>,
    /// The Board's cases that were closed without a note, though a level had been agreed.
    pub unexplained: Vec<Unexplained>,
    /// The ids of all cases that some row opens, or may open if it could be read; nothing where the file is no such table.
    pub opened: Option<BTreeSet<String>>,
}

/// A case that had to reach its level, since nothing says why it was closed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unexplained {
    /// Its place among [`Escalations::cases`].
    pub case: usize,
    /// What to say if it did not, which only the readings show.
    pub finding: Finding,
}

/// What the columns of the log may be called.
#[must_use]
pub fn escalation_columns() -> Columns<'static> {
    Columns {
        known: ESCALATION_COLUMNS.to_vec(),
        required: &ESCALATION_COLUMNS[..REQUIRED],
        help: format!("the columns are {}", text::list(&ESCALATION_COLUMNS)),
    }
}

/// The cases in a text. They are of use only where no finding is an error: the caller looks.
#[must_use]
pub fn escalations(source: &Source<'_>, context: Context<'_>, findings: &mut Findings) -> Escalations {
    let columns = escalation_columns();
    let Some(table) = Table::open(source, &columns, &withholds_nothing, findings) else {
        return Escalations::default();
    };
    if !table.headings.is_usable {
        table.each_row(findings, |_, _| {});
        return Escalations::default();
    }
    let headings = table.headings.clone();
    let mut rows: IndexMap<String, Vec<EventRow>> = IndexMap::new();
    table.each_row(findings, |line, findings| {
        let reader = EventReader { cells: RowReader { line, context, columns: &ESCALATION_COLUMNS } };
        if let Some((case, row)) = reader.read(findings) {
            rows.entry(case).or_default().push(row);
        }
    });
    Lives { source, headings: &headings }.cases(&rows, findings)
}
