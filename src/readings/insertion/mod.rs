//! New readings in the text of a file, among the periods where they belong.

mod order;

pub use order::{Key, Sequence};

use super::header::columns;
use crate::table::{Edited, Sheet};

/// A row to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewRow {
    pub key: Key,
    /// What stands in which column, by the column's name. A column that the file lacks is added.
    pub cells: Vec<(String, String)>,
}

/// Takes the text of a file of readings apart. `declared` are the ids of the strategy's comparators.
#[must_use]
pub fn sheet<'a>(text: &'a str, declared: &[&str]) -> Sheet<'a> {
    Sheet::of(text, &columns(declared.iter().copied()))
}

/// Puts new rows where the order of periods has them. `there` are the rows that the file has, in its order.
#[must_use]
pub fn insert(sheet: &Sheet<'_>, there: &[Key], new: &[NewRow]) -> Edited {
    let gaps = order::gaps(there, new.iter().map(|row| &row.key));
    let rows: Vec<&[(String, String)]> = new.iter().map(|row| row.cells.as_slice()).collect();
    sheet.insert(&gaps, &rows)
}

#[cfg(test)]
mod tests;
