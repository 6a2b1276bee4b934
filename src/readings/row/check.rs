//! What the cells of a row say of one another.

use super::RowReader;
use crate::finding::{Code, Findings};
use crate::number::{self, Decimal, Exact};
use crate::readings::header::Column;
use crate::readings::{Marker, Reading};
use crate::strategy::Unit;
use crate::table::trimmed;
use crate::time;

impl RowReader<'_, '_, '_> {
    /// What the cells of a row say of one another.
    pub(super) fn check(&self, reading: &Reading, has_bad_value: bool, findings: &mut Findings) {
        let marked = !self.text_of(Column::Marker).is_empty();
        match reading.value {
            None if !has_bad_value && !marked => {
                let message = format!("{} has no value and no marker that says why", reading.period);
                let finding = self.at_column(Column::Value, Code::BlankWithoutMarker, message);
                findings.push(
                    finding.help("put c (suppressed), x (not available) or z (not applicable) in the marker column"),
                );
            }
            _ => {}
        }
        let kept = [
            (Column::Value, reading.value),
            (Column::Numerator, reading.numerator),
            (Column::Lower, reading.lower),
            (Column::Upper, reading.upper),
        ];
        let kept = kept.into_iter().find(|(_, figure)| figure.is_some());
        if let Some((column, _)) = kept.filter(|_| reading.has(Marker::Suppressed)) {
            let message =
                format!("{} is marked suppressed and a figure that gives it away is still there", reading.period);
            let finding = self.at_column(column, Code::ValueWithC, message);
            findings.push(finding.help("leave the value, the numerator and the limits blank"));
        }
        let blank = [Marker::NotAvailable, Marker::NotApplicable].into_iter().find(|marker| reading.has(*marker));
        if let Some(marker) = blank.filter(|_| reading.value.is_some() && !reading.has(Marker::Suppressed)) {
            let message = format!("{} has a figure and marker {}: {}", reading.period, marker.name(), marker.words());
            let finding = self.at_column(Column::Marker, Code::ValueWithX, message);
            findings.push(finding.help("delete the marker, or the figure"));
        }
        if !reading.has(Marker::Suppressed) {
            self.check_quotient(reading, findings);
            self.check_interval(reading, findings);
            self.check_bounds(reading, findings);
            self.check_digits_in_text(findings);
        }
        if reading.status.replaces() && reading.recorded.is_none() && self.text_of(Column::Recorded).is_empty() {
            let message = format!("{} is {} and does not say since when", reading.period, reading.status.name());
            let finding = self.at_column(Column::Recorded, Code::RevisedWithoutRecorded, message);
            findings.push(finding.help("write in a column `recorded` the day the figure became known: 2013-06-20"));
        }
        if let Some(recorded) = reading.recorded.filter(|day| *day < reading.period.end() && !reading.is_forecast()) {
            let end = time::date::day(reading.period.end());
            let message =
                format!("{} is recorded on {}, and it ended on {end}", reading.period, time::date::day(recorded));
            findings.push(self.at_column(Column::Recorded, Code::RecordedBeforePeriod, message).help("check the year"));
        }
    }

    /// A figure for a message, with a space before it; nothing where the row may not be shown.
    fn figure_said(&self, figure: Decimal) -> String {
        if self.line.is_withheld() { String::new() } else { format!(" {figure}") }
    }

    fn check_interval(&self, reading: &Reading, findings: &mut Findings) {
        if let (Some(lower), Some(upper)) = (reading.lower, reading.upper)
            && number::compare(lower, upper).is_gt()
        {
            let message =
                format!("the lower limit{} is above the upper{}", self.figure_said(lower), self.figure_said(upper));
            let finding = self.at_column(Column::Lower, Code::IntervalReversed, message).help("exchange the two");
            findings.push(match (self.header.position(Column::Lower), self.header.position(Column::Upper)) {
                (Some(one), Some(other)) => {
                    let (lower, upper) = (self.text_of(Column::Lower), self.text_of(Column::Upper));
                    let exchange = self.line.rewrite(one, upper).and(self.line.rewrite(other, lower));
                    finding.repair(exchange.for_a_person())
                }
                _ => finding,
            });
            return;
        }
        let Some(value) = reading.value else { return };
        let missed = match (reading.lower, reading.upper) {
            (Some(lower), _) if number::compare(value, lower).is_lt() => {
                Some((Column::Lower, format!("below its lower limit{}", self.figure_said(lower))))
            }
            (_, Some(upper)) if number::compare(value, upper).is_gt() => {
                Some((Column::Upper, format!("above its upper limit{}", self.figure_said(upper))))
            }
            _ => None,
        };
        if let Some((column, how)) = missed {
            let message = format!("the figure{} is {how}", self.figure_said(value));
            let finding = self.at_column(column, Code::IntervalMissesValue, message);
            findings.push(finding.help("one of the three was mistyped"));
        }
    }

    /// Says where the figure is not its numerator over its denominator, to the digits it has. A figure may have been cut off as
    /// well as rounded, so a difference below one of its last digit is none.
    fn check_quotient(&self, reading: &Reading, findings: &mut Findings) {
        let (Some(value), Some(numerator), Some(denominator)) = (reading.value, reading.numerator, reading.denominator)
        else {
            return;
        };
        let Some(multiplier) = self.context.indicator.parts_per() else { return };
        let whole = &Exact::from(numerator) * &Exact::from(multiplier);
        let message = match whole.over(&Exact::from(denominator)) {
            None => format!("the denominator is 0, and there is a figure{}", self.figure_said(value)),
            Some(quotient) => {
                let last_digit = Exact::from(Decimal::new(1, value.scale()));
                if (&quotient - &Exact::from(value)).abs() < last_digit {
                    return;
                }
                let calculated = quotient.rounded(value.scale().max(1));
                if self.line.is_withheld() {
                    "the figure is not the numerator over the denominator".to_owned()
                } else {
                    format!("the figure is {value}, and {numerator} over {denominator} gives {calculated}")
                }
            }
        };
        let finding = self.at_column(Column::Value, Code::NumDenMismatch, message);
        findings.push(
            finding.help("one of the three was mistyped; a standardised rate has no plain numerator and denominator"),
        );
    }

    /// A figure with an unquoted comma (1,234 or 61,5) leaves its other half in the column after it, where nothing but a text
    /// column takes it without an error.
    fn check_digits_in_text(&self, findings: &mut Findings) {
        let value = self.header.position(Column::Value);
        let Some(after) = value.map(|value| value + 1) else { return };
        let is_text = matches!(self.header.columns.get(after), Some(Column::Source | Column::Note));
        let text = self.line.row.cells.get(after).map_or("", |cell| trimmed(&cell.text));
        if is_text && !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit()) {
            let value = self.text_of(Column::Value);
            let message = if self.line.is_withheld() {
                "the value and the text after it look like one figure, cut in two by a comma".to_owned()
            } else {
                format!("the value is {value} and the text after it is {text}: is {value},{text} one figure?")
            };
            let finding = self.line.finding(after, Code::DigitsInText, message);
            findings.push(finding.help("write a figure without commas, with a point for decimals"));
        }
    }

    fn check_bounds(&self, reading: &Reading, findings: &mut Findings) {
        if self.context.indicator.unit != Unit::Percent {
            return;
        }
        if let (Some(numerator), Some(denominator)) = (reading.numerator, reading.denominator)
            && numerator > denominator
        {
            let (part, whole) = (self.figure_said(numerator), self.figure_said(denominator));
            let message = format!("the numerator{part} is larger than the denominator{whole}");
            findings.push(self.at_column(Column::Numerator, Code::NumeratorOverDenominator, message));
        }
        let outside = |value: &Decimal| value.is_sign_negative() || *value > Decimal::ONE_HUNDRED;
        if let Some(value) = reading.value.filter(outside).filter(|_| self.context.indicator.bounded) {
            let message = if self.line.is_withheld() {
                "the percentage is outside 0 to 100".to_owned()
            } else {
                format!("{value}% is outside 0 to 100")
            };
            let finding = self.at_column(Column::Value, Code::OutsidePercentage, message);
            findings.push(finding.help("if it was published so, write bounded = false in the indicator"));
        }
    }
}
