//! One row: cells to a [`Reading`].

mod check;
mod figure;
mod period;
mod small;
mod words;
mod written;

use std::borrow::Cow;

use chrono::NaiveDate;

use super::header::{Column, Header};
use super::read::Context;
use super::{ComparatorFigures, Marker, Reading, Status};
use crate::finding::{Code, Finding, Findings, Repair, Treatment};
use crate::number::Decimal;
use crate::table::{CellKind, CellText, Line, date, trimmed};
use crate::time::Period;

pub(super) use small::{is_suppressed, withholds};

/// A row being read.
pub(super) struct RowReader<'r, 't, 'a> {
    pub line: &'r Line<'t, 'a>,
    pub header: &'r Header,
    pub context: Context<'r>,
}

impl<'t> RowReader<'_, 't, '_> {
    /// The reading; nothing where the period could not be read. Whatever was found wrong has been said, and the caller looks
    /// whether any of it is an error.
    pub(super) fn read(&self, findings: &mut Findings) -> Option<Reading> {
        let mut cells = Cells {
            comparators: ComparatorFigures::from_elem(None, self.header.comparators.len()),
            ..Cells::default()
        };
        for (column, kind) in self.header.columns.iter().enumerate() {
            if let Some(figure) = cells.figure(*kind) {
                *figure = self.figure(column, *kind, findings);
                continue;
            }
            let Some(cell) = self.cell(column, *kind, findings) else { continue };
            let cell = &cell;
            match kind {
                Column::Period => cells.period = self.period(cell, findings),
                Column::Group => cells.group = Some(self.group(cell, findings)),
                Column::Status => cells.status = self.status(cell, findings),
                Column::Marker => (cells.markers, cells.status_marked) = self.markers(cell, findings),
                Column::Recorded => cells.recorded = date(self.line, cell, self.context.strategy.dates, findings),
                Column::Source => cells.source = Some(lines(&cell.text)),
                Column::Note => cells.note = Some(lines(&cell.text)),
                _ => {}
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
        self.check_small_numbers(&reading, findings);
        Some(reading)
    }

    fn cell(&self, column: usize, holds: Column, findings: &mut Findings) -> Option<CellText<'t>> {
        let kind = match holds {
            Column::Source | Column::Note => CellKind::Text,
            _ => CellKind::Word,
        };
        CellText::read(self.line, column, kind, findings)
    }

    fn text_of(&self, wanted: Column) -> &str {
        let cell = self.header.position(wanted).and_then(|column| self.line.row.cells.get(column));
        cell.map_or("", |cell| trimmed(&cell.text))
    }

    /// What stands in a cell, for a message.
    fn shown(&self, text: &str) -> String {
        self.line.shown(text)
    }

    /// What stands in a cell for a period: that of a row that may not be shown is no secret, unless a number stands there alone.
    fn shown_day(&self, text: &str) -> String {
        if text.contains(|character: char| !character.is_ascii_digit() && character != '.') {
            crate::text::quoted(text)
        } else {
            self.shown(text)
        }
    }

    fn at(&self, cell: &CellText<'_>, code: Code, message: impl Into<String>) -> Finding {
        self.line.finding(cell.column, code, message)
    }

    /// A finding at the cell of a column, or at the period where the file lacks it.
    fn at_column(&self, wanted: Column, code: Code, message: impl Into<String>) -> Finding {
        self.line.finding(self.header.position(wanted).unwrap_or_default(), code, message)
    }

    /// The repair that writes a text into a cell and adds a marker. Where there is no column for markers yet it makes one, and the
    /// marker is added when the file is read again.
    fn with_marker(&self, column: usize, text: &str, marker: &str) -> Repair {
        let Some(place) = self.header.position(Column::Marker) else {
            return Repair::whole(Treatment::MarkerColumn);
        };
        let before = self.text_of(Column::Marker);
        let markers: Cow<'_, str> = if before.split_whitespace().any(|word| word == marker) {
            before.into()
        } else {
            format!("{before} {marker}").trim().to_owned().into()
        };
        self.line.rewrite(column, text).and(self.line.rewrite(place, &markers))
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
    comparators: ComparatorFigures,
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
    /// The figure that a column holds; nothing where it holds something else.
    fn figure(&mut self, column: Column) -> Option<&mut Option<Decimal>> {
        match column {
            Column::Value => Some(&mut self.value),
            Column::Numerator => Some(&mut self.numerator),
            Column::Denominator => Some(&mut self.denominator),
            Column::Lower => Some(&mut self.lower),
            Column::Upper => Some(&mut self.upper),
            Column::Comparator(place) => self.comparators.get_mut(place),
            _ => None,
        }
    }

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

/// A text whose lines end as they do everywhere else, whichever system wrote it.
fn lines(text: &str) -> String {
    if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text.to_owned() }
}
