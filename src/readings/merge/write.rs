//! The merged file as text. A row that one side has as it is, in the same columns, is written as that side wrote it.

use std::collections::BTreeMap;

use super::Sides;
use super::columns::{Columns, Side};
use super::keyed::{Key, Keyed, KeyedRow};
use super::rows::{Item, MergedRow};

/// How lines end, whether the file begins with a byte order mark, and how long conflict markers are.
#[derive(Debug, Clone, Copy)]
pub(super) struct Format {
    line_end: &'static str,
    mark: &'static str,
    marker_size: usize,
}

impl Format {
    /// As a version of the file has them: the one before both sides, so that saving it another way is not taken for a change.
    pub(super) fn of(text: &str, marker_size: usize) -> Self {
        let is_crlf = text.find('\n').is_some_and(|end| text[..end].ends_with('\r'));
        let mark = if text.starts_with('\u{feff}') { "\u{feff}" } else { "" };
        Self { line_end: if is_crlf { "\r\n" } else { "\n" }, mark, marker_size }
    }
}

pub(super) fn text(sides: &Sides<'_>, columns: &Columns, items: &[Item], format: Format) -> String {
    let writer = Writer {
        columns,
        sources: [(Side::Ours, &sides.ours), (Side::Theirs, &sides.theirs)].map(Source::of(columns)),
    };
    let mut text = String::from(format.mark);
    let mut line = |line: &str| {
        text.push_str(&line.replace("\r\n", "\n").replace('\n', format.line_end));
        text.push_str(format.line_end);
    };
    line(&writer.header());
    let marker = |sign: &str| sign.repeat(format.marker_size);
    for item in items {
        match item {
            Item::Row(row) => line(&writer.row(row)),
            Item::Conflict { ours, theirs } => {
                line(&format!("{} ours", marker("<")));
                for row in ours {
                    line(&writer.row(row));
                }
                line(&marker("="));
                for row in theirs {
                    line(&writer.row(row));
                }
                line(&format!("{} theirs", marker(">")));
            }
        }
    }
    text
}

/// A version whose rows can be written as they are.
struct Source<'a> {
    version: &'a Keyed<'a>,
    rows: BTreeMap<&'a Key, &'a KeyedRow<'a>>,
}

impl<'a> Source<'a> {
    /// Nothing where the version's columns are not the merged ones.
    fn of(columns: &Columns) -> impl Fn((Side, &'a Keyed<'a>)) -> Option<Self> {
        |(side, version)| {
            let rows = || version.rows.iter().map(|row| (&row.key, row)).collect();
            columns.are_those_of(side, version).then(|| Self { version, rows: rows() })
        }
    }
}

struct Writer<'a> {
    columns: &'a Columns,
    sources: [Option<Source<'a>>; 2],
}

impl Writer<'_> {
    fn header(&self) -> String {
        let mut sources = self.sources.iter().flatten();
        let as_written = sources.find(|source| source.version.headings == self.columns.headings);
        as_written.map_or_else(|| record(&self.columns.headings), |source| source.version.header.to_owned())
    }

    fn row(&self, row: &MergedRow) -> String {
        let mut sources = self.sources.iter().flatten();
        let as_written = sources.find_map(|source| source.rows.get(&row.key).filter(|own| own.cells == row.cells));
        as_written.map_or_else(|| record(&row.cells), |own| own.raw.to_owned())
    }
}

/// Cells as a line of CSV, quoted where they have to be.
fn record(cells: &[String]) -> String {
    let quoted = |cell: &String| {
        let needs = cell.contains([',', '"', '\n', '\r']) || cell.trim().len() != cell.len();
        if needs { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell.clone() }
    };
    cells.iter().map(quoted).collect::<Vec<_>>().join(",")
}
