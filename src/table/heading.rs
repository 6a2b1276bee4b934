//! The headings: which column holds what.

use super::Line;
use crate::csv::{Cell, Row};
use crate::finding::{Code, Finding, Findings, Repair};
use crate::text;

/// What the columns of a kind of table may be called.
#[derive(Debug, Clone)]
pub struct Columns<'a> {
    /// Every name, in the order of the documentation.
    pub known: Vec<&'a str>,
    /// Those without which nothing can be read.
    pub required: &'a [&'a str],
    /// What an unknown one is answered with where no name is near it.
    pub help: String,
}

/// What a column holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heading {
    /// The column with this place in [`Columns::known`].
    Known(usize),
    /// Nothing that can be read; a finding has said so.
    Unknown,
}

/// The columns of a file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Headings {
    /// From the left; empty ones at the end left out.
    pub columns: Vec<Heading>,
    /// How many cells the row of headings has, empty ones at its end included.
    pub width: usize,
    /// Whether every required column is there: nothing can be read otherwise.
    pub is_usable: bool,
    /// Where the row stands, in bytes.
    pub span: std::ops::Range<usize>,
    /// Which row it is, as a spreadsheet counts.
    pub row: usize,
}

impl Columns<'_> {
    /// Whether a row names every required column.
    pub(super) fn are_in(&self, row: &Row<'_>) -> bool {
        self.required.iter().all(|name| row.cells.iter().any(|cell| self.find(&cell.text) == self.place_of(name)))
    }

    fn place_of(&self, name: &str) -> Option<usize> {
        self.known.iter().position(|own| *own == name)
    }

    /// The column a heading names, as it is written or but for capitals, spaces and underscores.
    #[must_use]
    pub fn find(&self, written: &str) -> Option<usize> {
        self.place_of(written).or_else(|| {
            let plain = super::trimmed(written).to_lowercase().replace([' ', '_'], "-");
            self.place_of(&plain).or_else(|| self.place_of(&plain.replace('-', "_")))
        })
    }
}

impl Headings {
    pub(super) fn read(line: &Line<'_, '_>, columns: &Columns<'_>, findings: &mut Findings) -> Self {
        let row = line.row;
        let mut headings = Self { width: row.cells.len(), span: row.span.clone(), row: row.number, ..Self::default() };
        if !row.cells.iter().any(|cell| columns.find(&cell.text).is_some()) {
            let first = row.cells.first().map(|cell| line.shown(cell.text.trim())).unwrap_or_default();
            let message = format!("the first row names no column: it begins {first}");
            let help = format!("the first row must name the columns: {} and any others", columns.required.join(","));
            findings.push(line.finding(0, Code::MissingColumn, message).help(help));
            return headings;
        }
        let used = row.cells.iter().rposition(|cell| !cell.text.trim().is_empty()).map_or(0, |last| last + 1);
        for (place, cell) in row.cells.iter().take(used).enumerate() {
            let at = |code, message: String| line.finding(place, code, message);
            let heading = heading(cell, columns, &at, findings);
            if heading != Heading::Unknown && headings.columns.contains(&heading) {
                let message = format!("column {} is there twice", text::quoted(cell.text.trim()));
                findings.push(at(Code::DuplicateColumn, message).help("rename or delete one of the two"));
            }
            headings.columns.push(heading);
        }
        headings.is_usable = headings.has_required(line, columns, findings);
        headings
    }

    /// The place of the column with this place among the known ones; nothing where the file lacks it.
    #[must_use]
    pub fn position(&self, known: usize) -> Option<usize> {
        self.columns.iter().position(|heading| *heading == Heading::Known(known))
    }

    fn has_required(&self, line: &Line<'_, '_>, columns: &Columns<'_>, findings: &mut Findings) -> bool {
        let unknown = line.row.cells.iter().zip(&self.columns).filter(|(_, heading)| **heading == Heading::Unknown);
        let meant: Vec<&str> =
            unknown.filter_map(|(cell, _)| text::nearest(&cell.text, columns.known.iter().copied())).collect();
        let mut has_all = true;
        for name in columns.required {
            if columns.place_of(name).and_then(|known| self.position(known)).is_some() {
                continue;
            }
            has_all = false;
            // A misspelt column has been told, with this name as what was meant.
            if !meant.contains(name) {
                let message = format!("the first row has no column '{name}'");
                let help = format!("the first row names the columns: {} and any others", columns.required.join(","));
                findings.push(line.finding(0, Code::MissingColumn, message).help(help));
            }
        }
        has_all
    }
}

fn heading(
    cell: &Cell<'_>,
    columns: &Columns<'_>,
    at: &impl Fn(Code, String) -> Finding,
    findings: &mut Findings,
) -> Heading {
    let written = cell.text.as_ref();
    if written.trim().is_empty() {
        findings.push(at(Code::EmptyHeader, "this column has no name".to_owned()).help("name it, or delete it"));
        return Heading::Unknown;
    }
    let Some(known) = columns.find(written) else {
        let nearest = text::nearest(written, columns.known.iter().copied());
        let finding = at(Code::UnknownColumn, format!("unknown column {}", text::quoted(written)));
        findings.push(match nearest {
            Some(name) => {
                finding.help(format!("did you mean '{name}'?")).repair(Repair::likely(cell.span.clone(), name))
            }
            None => finding.help(&columns.help),
        });
        return Heading::Unknown;
    };
    let name = columns.known.get(known).copied().unwrap_or_default();
    if name != written {
        let message = format!("column {} was read as '{name}'", text::quoted(written));
        let repair = Repair::certain(cell.span.clone(), name);
        findings.push(at(Code::HeaderSpelling, message).help(format!("write {name}")).repair(repair));
    }
    Heading::Known(known)
}
