//! One row: cells to a [`Reading`].

mod check;
mod figure;
mod period;
mod words;

use chrono::NaiveDate;

use super::header::{Column, Header};
use super::read::Context;
use super::{Marker, Reading, Status, shape};
use crate::csv::Row;
use crate::finding::{Code, Finding, Findings};
use crate::number::Decimal;
use crate::source::Source;
use crate::time::Period;
use crate::{limits, text};

/// A row being read.
pub(super) struct RowReader<'a> {
    pub source: &'a Source<'a>,
    pub header: &'a Header,
    pub row: &'a Row<'a>,
    pub context: Context<'a>,
}

/// A cell with its edges trimmed.
#[derive(Clone, Copy)]
struct CellText<'a> {
    column: usize,
    text: &'a str,
}

impl<'a> RowReader<'a> {
    /// The reading; nothing where the period could not be read. Whatever was found wrong has been said, and the caller looks
    /// whether any of it is an error.
    pub(super) fn read(&self, findings: &mut Findings) -> Option<Reading> {
        let mut cells = Cells { comparators: vec![None; self.header.comparators.len()], ..Cells::default() };
        for (column, kind) in self.header.columns.iter().enumerate() {
            let Some(cell) = self.cell(column, findings) else { continue };
            match kind {
                Column::Period => cells.period = self.period(cell, findings),
                Column::Value => cells.value = self.figure(cell, findings),
                Column::Numerator => cells.numerator = self.plain_figure(cell, cell.text, findings),
                Column::Denominator => cells.denominator = self.plain_figure(cell, cell.text, findings),
                Column::Lower => cells.lower = self.figure(cell, findings),
                Column::Upper => cells.upper = self.figure(cell, findings),
                Column::Comparator(place) => {
                    if let Some(figure) = cells.comparators.get_mut(*place) {
                        *figure = self.figure(cell, findings);
                    }
                }
                Column::Group => cells.group = Some(self.group(cell, findings)),
                Column::Status => cells.status = self.status(cell, findings),
                Column::Marker => (cells.markers, cells.status_marked) = self.markers(cell, findings),
                Column::Recorded => cells.recorded = self.date(cell, findings),
                Column::Source => cells.source = Some(cell.text.to_owned()),
                Column::Note => cells.note = Some(cell.text.to_owned()),
                Column::Unknown => {}
            }
        }
        if let (Some(status), Some(marked)) = (cells.status, cells.status_marked)
            && status != marked
            && !(status.replaces() && marked.replaces())
        {
            let message = format!("the status says {} and the marker says {}", status.name(), marked.name());
            findings.push(self.at_column(Column::Status, Code::StatusConflict, message).help("delete one of the two"));
        }
        let period = cells.period.or_else(|| self.missing_period(findings))?;
        let reading = cells.reading(period);
        let has_bad_value = reading.value.is_none() && !self.text_of(Column::Value).is_empty();
        self.check(&reading, has_bad_value, findings);
        Some(reading)
    }

    /// The cell without spaces at its edges; nothing where it is blank. A space inside a period is its own affair.
    fn cell(&self, column: usize, findings: &mut Findings) -> Option<CellText<'a>> {
        let cell = self.row.cells.get(column)?;
        let written = cell.text.as_ref();
        let text = trimmed(written);
        if text.is_empty() {
            return None;
        }
        let cell = CellText { column, text };
        if is_too_long(text) {
            let message = format!("the cell has more than {} characters", limits::CELL_CHARACTERS);
            findings.push(self.at(cell, Code::LongCell, message).help("say it in fewer words"));
            return None;
        }
        if text.len() != written.len() {
            let message = format!("{} has spaces around it", self.shown(written));
            findings.push(self.at(cell, Code::EdgeWhitespace, message).help("delete them"));
        }
        if let Some(control) =
            text.chars().find(|character| character.is_control() && !matches!(character, '\n' | '\r'))
        {
            let message = format!("the cell holds the control character U+{:04X}", u32::from(control));
            findings.push(self.at(cell, Code::ControlCharacter, message).help("type the cell again"));
        }
        Some(cell)
    }

    fn text_of(&self, wanted: Column) -> &str {
        let column = self.header.columns.iter().position(|column| *column == wanted);
        let cell = column.and_then(|column| self.row.cells.get(column));
        cell.map_or("", |cell| trimmed(&cell.text))
    }

    fn finding(&self, column: usize, code: Code, message: impl Into<String>) -> Finding {
        let place = shape::place_in(self.source, self.row, column);
        Finding::new(code, self.source.path, message).at(place)
    }

    /// Whether the row is marked suppressed: no message may then show what stands in it.
    fn is_suppressed(&self) -> bool {
        shape::is_suppressed(self.row)
    }

    /// What stands in a cell, for a message; of a suppressed row only that it is withheld.
    fn shown(&self, text: &str) -> String {
        if self.is_suppressed() { "the cell (withheld)".to_owned() } else { text::quoted(text) }
    }

    fn at(&self, cell: CellText<'_>, code: Code, message: impl Into<String>) -> Finding {
        self.finding(cell.column, code, message)
    }

    /// A finding at the cell of a column that the header is known to have, or at the period where it has none.
    fn at_column(&self, wanted: Column, code: Code, message: impl Into<String>) -> Finding {
        let column = self.header.columns.iter().position(|column| *column == wanted);
        self.finding(column.unwrap_or_default(), code, message)
    }
}

/// What the cells of a row hold.
#[derive(Default)]
struct Cells {
    period: Option<Period>,
    value: Option<Decimal>,
    numerator: Option<Decimal>,
    denominator: Option<Decimal>,
    lower: Option<Decimal>,
    upper: Option<Decimal>,
    comparators: Vec<Option<Decimal>>,
    group: Option<String>,
    status: Option<Status>,
    markers: Vec<Marker>,
    /// What a marker p, r or e says; the status column goes before it.
    status_marked: Option<Status>,
    recorded: Option<NaiveDate>,
    source: Option<String>,
    note: Option<String>,
}

impl Cells {
    fn reading(self, period: Period) -> Reading {
        Reading {
            period,
            value: self.value,
            numerator: self.numerator,
            denominator: self.denominator,
            lower: self.lower,
            upper: self.upper,
            comparators: self.comparators,
            group: self.group,
            status: self.status.or(self.status_marked).unwrap_or_default(),
            markers: self.markers,
            recorded: self.recorded,
            known_from: None,
            source: self.source,
            note: self.note,
        }
    }
}

/// Whether Excel would cut it: a character outside the first 65,536 is two there.
fn is_too_long(text: &str) -> bool {
    text.len() > limits::CELL_CHARACTERS && text.encode_utf16().nth(limits::CELL_CHARACTERS).is_some()
}

/// Without white space, and without what is as invisible, at the edges.
fn trimmed(text: &str) -> &str {
    text.trim_matches(|character: char| character.is_whitespace() || matches!(character, '\u{200b}' | '\u{feff}'))
}
