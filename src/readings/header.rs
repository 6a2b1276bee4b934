//! The header row: which column holds what.

use crate::csv::{Cell, Row};
use crate::finding::{Code, Finding, Findings};
use crate::source::{Source, excel_cell};
use crate::text;

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

/// The columns every file may have.
const COLUMNS: &[(&str, Column)] = &[
    ("period", Column::Period),
    ("value", Column::Value),
    ("numerator", Column::Numerator),
    ("denominator", Column::Denominator),
    ("lower", Column::Lower),
    ("upper", Column::Upper),
    ("group", Column::Group),
    ("status", Column::Status),
    ("marker", Column::Marker),
    ("recorded", Column::Recorded),
    ("source", Column::Source),
    ("note", Column::Note),
];

impl Column {
    /// Its name; nothing where that is a comparator's, or where it has none.
    pub(super) fn name(self) -> Option<&'static str> {
        COLUMNS.iter().find(|(_, column)| *column == self).map(|(name, _)| *name)
    }
}

/// The columns of a file.
#[derive(Debug, Clone, Default)]
pub(super) struct Header {
    pub columns: Vec<Column>,
    /// The comparators that have a column, in the order of the file.
    pub comparators: Vec<String>,
    /// How many cells the first row has, empty ones at its end included.
    pub width: usize,
    /// Whether a required column is missing: nothing can be read then.
    pub is_usable: bool,
}

impl Header {
    /// Reads the first row. `declared` are the ids of the strategy's comparators.
    pub(super) fn read(source: &Source<'_>, row: &Row<'_>, declared: &[&str], findings: &mut Findings) -> Self {
        let used = row.cells.iter().rposition(|cell| !cell.text.trim().is_empty()).map_or(0, |last| last + 1);
        let mut header = Self { width: row.cells.len(), ..Self::default() };
        if !row.cells.iter().any(|cell| known(&cell.text, declared).is_some()) {
            let first = row.cells.first().map(|cell| text::quoted(cell.text.trim())).unwrap_or_default();
            let message = format!("the first row names no column: it begins {first}");
            let help = "the first row must name the columns: period,value and any others; a title belongs elsewhere";
            let place = source.place(row.span.clone());
            findings.push(Finding::new(Code::MissingColumn, source.path, message).at(place).help(help));
            return header;
        }
        for (place, cell) in row.cells.iter().take(used).enumerate() {
            let at = |code, message: String| {
                let mut where_it_is = source.place(cell.span.clone());
                where_it_is.cell = Some(excel_cell(place, row.number));
                Finding::new(code, source.path, message).at(where_it_is)
            };
            let column = header.column(cell, declared, &at, findings);
            if column != Column::Unknown && header.columns.contains(&column) {
                let message = format!("column {} is there twice", text::quoted(cell.text.trim()));
                findings.push(at(Code::DuplicateColumn, message).help("rename or delete one of the two"));
            }
            header.columns.push(column);
        }
        header.is_usable = true;
        let names = COLUMNS.iter().map(|(name, _)| *name).chain(declared.iter().copied());
        let unknown = row.cells.iter().zip(&header.columns).filter(|(_, column)| **column == Column::Unknown);
        let meant: Vec<&str> = unknown.filter_map(|(cell, _)| text::nearest(&cell.text, names.clone())).collect();
        for (name, column) in &COLUMNS[..2] {
            if !header.columns.contains(column) {
                header.is_usable = false;
                if meant.contains(name) {
                    // The misspelt column has been told, with this name as what was meant.
                    continue;
                }
                let message = format!("the first row has no column '{name}'");
                let place = source.place(row.span.clone());
                let help = "the first row names the columns: period,value and any others";
                findings.push(Finding::new(Code::MissingColumn, source.path, message).at(place).help(help));
            }
        }
        header
    }

    fn column(
        &mut self,
        cell: &Cell<'_>,
        declared: &[&str],
        at: &impl Fn(Code, String) -> Finding,
        findings: &mut Findings,
    ) -> Column {
        let written = cell.text.as_ref();
        if written.trim().is_empty() {
            findings.push(at(Code::EmptyHeader, "this column has no name".to_owned()).help("name it, or delete it"));
            return Column::Unknown;
        }
        let found = known(written, declared).map(|(name, column)| match column {
            Some(column) => (name, column),
            None => (name, self.comparator(name)),
        });
        match found {
            Some((name, column)) => {
                if name != written {
                    let message = format!("column {} was read as '{name}'", text::quoted(written));
                    findings.push(at(Code::HeaderSpelling, message).help(format!("write {name}")));
                }
                column
            }
            None => {
                let names = COLUMNS.iter().map(|(name, _)| *name).chain(declared.iter().copied());
                let help = text::did_you_mean(written, names).unwrap_or_else(|| {
                    let known: Vec<&str> = COLUMNS.iter().map(|(name, _)| *name).collect();
                    format!("the columns are {}, and one for each declared comparator", text::list(&known))
                });
                findings.push(at(Code::UnknownColumn, format!("unknown column {}", text::quoted(written))).help(help));
                Column::Unknown
            }
        }
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

/// The column a heading names, as it is written or but for capitals, spaces and underscores: its name, and what it holds where
/// that is not a comparator's figures.
fn known<'a>(written: &str, declared: &[&'a str]) -> Option<(&'a str, Option<Column>)> {
    let plain = written.trim().to_lowercase().replace([' ', '_'], "-");
    [written, plain.as_str()].into_iter().find_map(|name| {
        let own = COLUMNS.iter().find(|(own, _)| *own == name).map(|(own, column)| (*own, Some(*column)));
        own.or_else(|| declared.iter().find(|own| **own == name).map(|own| (*own, None)))
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn no_comparator_can_be_called_what_a_column_is_called() {
        let columns = super::COLUMNS.iter().map(|(name, _)| *name);
        assert!(columns.eq(crate::strategy::read::COLUMNS));
    }
}
