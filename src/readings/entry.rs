//! A figure as somebody gives it, before it is a row.

use chrono::NaiveDate;

use super::insertion::{Key, NewRow, Sequence};
use super::{Marker, Reading, Status};
use crate::number::{self, Decimal};
use crate::strategy::{DateOrder, Indicator, Strategy, Unit};
use crate::time::{Misread, Period, spelling};

/// The columns before those of the comparators, and after them, in the order in which a new file has them.
const BEFORE: [&str; 6] = ["period", "value", "numerator", "denominator", "lower", "upper"];
const AFTER: [&str; 6] = ["group", "status", "marker", "recorded", "source", "note"];

/// One figure to be recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The id of its indicator.
    pub indicator: String,
    /// As it was typed.
    pub period: String,
    /// What else was given, by column; none of it is blank.
    pub cells: Vec<(String, String)>,
    pub revision: Revision,
}

/// What is to be done where a figure for the period is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Revision {
    /// Refuse: this one is meant to be the first.
    Never,
    /// Revise it; where there is none, this one is the first.
    IfThere,
    /// Revise it; refuse where there is none.
    Always,
}

impl Entry {
    /// What was given for a column; nothing where it was left blank.
    #[must_use]
    pub fn cell(&self, column: &str) -> Option<&str> {
        self.cells.iter().find(|(name, _)| name == column).map(|(_, text)| text.as_str())
    }

    /// Gives a column its text, without the spaces around it; a blank one is none.
    pub fn set(&mut self, column: &str, text: &str) {
        self.cells.retain(|(name, _)| name != column);
        if !text.trim().is_empty() {
            self.cells.push((column.to_owned(), text.trim().to_owned()));
        }
    }

    /// The period, in any spelling that leaves no doubt; nothing for any other.
    #[must_use]
    pub fn period(&self, strategy: &Strategy, indicator: &Indicator) -> Option<Period> {
        match spelling::read(indicator.period, self.period.trim()) {
            Ok(spelt) => Some(spelt.period),
            Err(Misread::CertainDate(day)) => Period::on(day),
            Err(Misread::DayMonthYear { day_first: Some(day), .. }) if strategy.dates == DateOrder::DayFirst => {
                Period::on(day)
            }
            Err(Misread::DayMonthYear { day_first, month_first }) => match (day_first, month_first) {
                (Some(one), Some(other)) if one != other => None,
                (day, other) => day.or(other).and_then(Period::on),
            },
            Err(_) => None,
        }
    }

    /// Whether it takes the place of an earlier figure, by its status or its marker.
    #[must_use]
    pub fn replaces(&self) -> bool {
        let by_status = |name: &str| Status::NAMES.iter().any(|(own, status)| *own == name && status.replaces());
        self.cell("status").is_some_and(by_status) || self.has_marker("r")
    }

    #[must_use]
    pub fn is_forecast(&self) -> bool {
        self.has_marker(Marker::Forecast.name())
    }

    #[must_use]
    pub fn is_suppressed(&self) -> bool {
        self.has_marker(Marker::Suppressed.name())
    }

    /// Whether its figure may not be repeated: it is suppressed, or a count of people that is too small to be shown.
    #[must_use]
    pub fn is_withheld(&self, strategy: &Strategy, indicator: &Indicator) -> bool {
        let figure = |column: &str| self.cell(column).and_then(|text| number::read(text).ok());
        self.is_suppressed() || is_small_count(figure("value"), figure("numerator"), strategy, indicator)
    }

    fn has_marker(&self, name: &str) -> bool {
        self.cell("marker").is_some_and(|markers| markers.split_whitespace().any(|own| own == name))
    }

    /// The day from which the figure is to count, where that is to be written and was not given: today, where the file says such
    /// days, where the figure is a revision, and where it is early, so that it would count only when it is due.
    #[must_use]
    pub fn recorded(
        &self,
        period: Option<Period>,
        has_column: bool,
        today: NaiveDate,
        strategy: &Strategy,
        indicator: &Indicator,
    ) -> Option<NaiveDate> {
        let lag = indicator.lag.or(strategy.reporting.lag);
        let counts_from = period.and_then(|period| lag?.after(period.end()));
        let is_over = self.is_forecast() || period.is_some_and(|period| period.end() <= today);
        let is_early = !self.is_forecast() && counts_from.is_some_and(|day| day > today);
        let is_needed = has_column || self.replaces() || is_early;
        (self.cell("recorded").is_none() && is_over && is_needed).then_some(today)
    }

    /// The row it makes: the period as the format writes it, the rest as it was given, in the order of the columns.
    #[must_use]
    pub fn row(&self, period: Option<Period>, indicator: &Indicator) -> NewRow {
        let written = period.map_or_else(|| self.period.trim().to_owned(), |period| period.to_string());
        let figure =
            |(column, text): &(String, String)| (column.clone(), without_percent_sign(column, text, indicator));
        let given = self.cells.iter().map(figure);
        // A file has a value column whatever a row says.
        let value = (self.cell("value").is_none()).then(|| ("value".to_owned(), String::new()));
        let mut cells: Vec<(String, String)> =
            std::iter::once(("period".to_owned(), written)).chain(value).chain(given).collect();
        cells.sort_by_key(|(column, _)| rank(column));
        let sequence = if self.replaces() { Sequence::AtTheEnd } else { Sequence::InOrder };
        NewRow { key: Key { period, group: self.cell("group").map(str::to_owned), sequence }, cells }
    }
}

/// Whether the figure of a row that is there may not be repeated, for the same reasons as that of an [`Entry`].
#[must_use]
pub fn is_withheld(reading: &Reading, strategy: &Strategy, indicator: &Indicator) -> bool {
    reading.has(Marker::Suppressed) || is_small_count(reading.value, reading.numerator, strategy, indicator)
}

/// Whether a count of people, as the value or the numerator, is smaller than the strategy or the indicator allows to be shown.
fn is_small_count(
    value: Option<Decimal>,
    numerator: Option<Decimal>,
    strategy: &Strategy,
    indicator: &Indicator,
) -> bool {
    let Some(least) = indicator.min_count.or(strategy.min_count).map(Decimal::from) else { return false };
    let is_of_people = matches!(indicator.unit, Unit::People | Unit::Count);
    let counts = value.filter(|_| is_of_people).into_iter().chain(numerator);
    counts.into_iter().any(|count| count > Decimal::ZERO && count < least)
}

/// The place of a column in a new file; comparators stand together, in the order they were given.
fn rank(column: &str) -> usize {
    let place = |columns: &[&str]| columns.iter().position(|own| *own == column);
    place(&BEFORE).or_else(|| place(&AFTER).map(|place| BEFORE.len() + 1 + place)).unwrap_or(BEFORE.len())
}

/// A figure in a percentage, without the sign that says so; a file has the number alone.
fn without_percent_sign(column: &str, text: &str, indicator: &Indicator) -> String {
    let is_in_unit =
        indicator.unit == Unit::Percent && !AFTER.contains(&column) && !matches!(column, "numerator" | "denominator");
    let number = text.strip_suffix('%').map(str::trim_end).filter(|number| number::read(number).is_ok());
    number.filter(|_| is_in_unit).unwrap_or(text).to_owned()
}
