//! Counts of people so small that they may not stand in a file, and rows that no message may show.
//!
//! Suppressing when a paper is written is too late once a small count is in a file that others can read.

use super::RowReader;
use super::written::{Fault, Written};
use crate::csv::Row;
use crate::finding::{Code, Findings};
use crate::number::{self, Decimal, Exact};
use crate::readings::header::{Column, columns};
use crate::readings::read::Context;
use crate::readings::{Marker, Reading};
use crate::strategy::Unit;
use crate::table::{Heading, Headings, trimmed};

impl RowReader<'_, '_, '_> {
    /// Says where a count of people is below the least that may stand in a file, without saying the count.
    pub(super) fn check_small_numbers(&self, reading: &Reading, findings: &mut Findings) {
        let Some(least) = self.context.min_count() else { return };
        let is_small =
            |figure: &Decimal| !figure.is_sign_negative() && !figure.is_zero() && *figure < Decimal::from(least);
        let is_people = self.context.indicator.unit == Unit::People;
        let counts = [(Column::Value, reading.value.filter(|_| is_people)), (Column::Numerator, reading.numerator)];
        let help = "leave the figures blank and put c (suppressed) in the marker column";
        if let Some((column, _)) = counts.iter().find(|(_, figure)| figure.as_ref().is_some_and(is_small)) {
            let message = format!("{} has a count of people below {least}", reading.period);
            findings.push(self.at_column(*column, Code::SmallNumber, message).help(help));
            return;
        }
        if reading.numerator.is_none() && self.gives_back_a_small_count(reading, least) {
            let message =
                format!("{}: the value and the denominator give back a count of people below {least}", reading.period);
            let mut finding = self.at_column(Column::Denominator, Code::SmallNumber, message).warning();
            finding.place = finding.place.map(crate::source::Place::withheld);
            findings.push(finding.help("leave the denominator blank, or the figures with marker c"));
        }
    }

    fn gives_back_a_small_count(&self, reading: &Reading, least: u32) -> bool {
        let (Some(value), Some(denominator)) = (reading.value, reading.denominator) else { return false };
        let Some(multiplier) = self.context.indicator.parts_per() else { return false };
        let count = (&Exact::from(value) * &Exact::from(denominator)).over(&Exact::from(multiplier));
        let count = count.map(|count| count.rounded(0));
        count.and_then(|count| count.parse::<u32>().ok()).is_some_and(|count| count > 0 && count < least)
    }
}

/// Whether a row may not be shown in a message: it is marked suppressed, or a cell that may count people holds few.
pub(in crate::readings) fn withholds(context: Context<'_>, row: &Row<'_>, headings: Option<&Headings>) -> bool {
    is_suppressed(row) || context.min_count().is_some_and(|least| holds_a_small_count(context, row, headings, least))
}

/// Whether a cell of the row holds the marker for a suppressed figure, in whichever column it may have landed.
pub(in crate::readings) fn is_suppressed(row: &Row<'_>) -> bool {
    let is_marker = |word: &str| Marker::NAMES.iter().any(|(name, _)| *name == word) || matches!(word, "p" | "r" | "e");
    row.cells.iter().any(|cell| {
        let mut words = cell.text.split_whitespace();
        words.clone().any(|word| word == Marker::Suppressed.name()) && words.all(is_marker)
    })
}

/// Whether a cell that may hold a count holds a small number, however it is written.
fn holds_a_small_count(context: Context<'_>, row: &Row<'_>, headings: Option<&Headings>, least: u32) -> bool {
    let names = columns(std::iter::empty());
    let is_people = context.indicator.unit == Unit::People;
    let may_count = |heading: Option<&Heading>| match heading {
        Some(Heading::Known(known)) => match names.known.get(*known).copied() {
            // A number among the words is one that has lost its way.
            Some("numerator" | "marker" | "status" | "group") => true,
            Some("value" | "lower" | "upper") => is_people,
            _ => false,
        },
        // A row that is not under its headings, or has none, may hold anything anywhere.
        Some(Heading::Unknown) | None => true,
    };
    let is_in_place = |headings: &&Headings| (headings.columns.len()..=headings.width).contains(&row.cells.len());
    let in_place = headings.filter(is_in_place);
    let is_small = |count: Decimal| count > Decimal::ZERO && count < Decimal::from(least);
    row.cells.iter().enumerate().any(|(column, cell)| {
        may_count(in_place.and_then(|headings| headings.columns.get(column)))
            && count_in(trimmed(&cell.text)).is_some_and(is_small)
    })
}

/// The number that a cell holds, whatever stands round it; nothing where there is none. A date or a period is none.
fn count_in(text: &str) -> Option<Decimal> {
    match Written::read(text) {
        Written::Number(count) | Written::Dressed { value: count, .. } => Some(count),
        Written::Not(Fault::Thousands { plain, .. } | Fault::DecimalComma { plain }) => number::read(&plain).ok(),
        Written::Not(_) if text.contains('/') || text.matches('-').count() > 1 => None,
        Written::Not(_) => {
            let digits = text.trim_matches(|character: char| !character.is_ascii_digit());
            let is_number = |character: char| character.is_ascii_digit() || character == '.';
            let end = digits.find(|character| !is_number(character)).unwrap_or(digits.len());
            number::read(digits[..end].trim_end_matches('.')).ok()
        }
    }
}
