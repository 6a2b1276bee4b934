//! What the columns of a file of readings hold.

use crate::strategy::READING_COLUMNS;
use crate::table::{Columns, Heading, Headings};

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Column {
    Period,
    Value,
    Numerator,
    Denominator,
    Lower,
    Upper,
    Group,
    Status,
    Marker,
    Recorded,
    Source,
    Note,
    /// The figure of a comparator, by its place among those that have a column.
    Comparator(usize),
    /// Nothing that can be read; a finding has said so.
    Unknown,
}

/// The columns every file may have, in the order of [`READING_COLUMNS`].
const OWN: [Column; READING_COLUMNS.len()] = [
    Column::Period,
    Column::Value,
    Column::Numerator,
    Column::Denominator,
    Column::Lower,
    Column::Upper,
    Column::Group,
    Column::Status,
    Column::Marker,
    Column::Recorded,
    Column::Source,
    Column::Note,
];

/// The columns of a file.
#[derive(Debug, Clone, Default)]
pub(super) struct Header {
    pub columns: Vec<Column>,
    /// The comparators that have a column, in the order of the file.
    pub comparators: Vec<String>,
}

/// What the columns may be called: the program's own names, and the ids of the declared comparators.
pub(super) fn columns<'a>(comparators: impl Iterator<Item = &'a str>) -> Columns<'a> {
    Columns {
        known: READING_COLUMNS.into_iter().chain(comparators).collect(),
        required: &READING_COLUMNS[..2],
        help: format!("the columns are {}, and one for each declared comparator", crate::text::list(&READING_COLUMNS)),
    }
}

impl Header {
    pub(super) fn of(headings: &Headings, columns: &Columns<'_>) -> Self {
        let mut header = Self::default();
        for heading in &headings.columns {
            let column = match heading {
                Heading::Unknown => Column::Unknown,
                Heading::Known(known) => match (OWN.get(*known), columns.known.get(*known)) {
                    (Some(own), _) => *own,
                    (None, Some(name)) => header.comparator(name),
                    (None, None) => Column::Unknown,
                },
            };
            header.columns.push(column);
        }
        header
    }

    /// The place of a column; nothing where the file lacks it.
    pub(super) fn position(&self, wanted: Column) -> Option<usize> {
        self.columns.iter().position(|column| *column == wanted)
    }

    /// The column of a comparator: a new one, or its earlier place where the name comes twice.
    fn comparator(&mut self, name: &str) -> Column {
        let earlier = self.comparators.iter().position(|own| own == name);
        Column::Comparator(earlier.unwrap_or_else(|| {
            self.comparators.push(name.to_owned());
            self.comparators.len() - 1
        }))
    }
}
