//! What was measured: the rows of one indicator's file, and which of them count on a day.

pub mod batch;
mod disclosure;
pub mod entry;
mod header;
mod history;
mod implausible;
pub mod insertion;
pub mod labelled;
pub mod merge;
mod places;
pub mod read;
pub mod revision;
mod row;
mod row_order;
mod sequence;
mod suppression;
pub mod withheld;

use chrono::NaiveDate;
use smallvec::SmallVec;

pub use history::Known;
pub use suppression::Suppressions;

use crate::number::Decimal;
use crate::time::Period;

/// The readings of one indicator, in the order of the file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Readings {
    pub rows: Vec<Reading>,
    /// The comparators that have a column, in the order of the file; [`Reading::comparators`] follows it.
    pub comparators: Vec<String>,
}

/// A row's figures of the comparators. Few files have more than two, and rows are many: those two need no allocation.
pub type ComparatorFigures = SmallVec<[Option<Decimal>; 2]>;

/// One row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    pub period: Period,
    /// Nothing where it is blank; a marker then says why.
    pub value: Option<Decimal>,
    pub numerator: Option<Decimal>,
    pub denominator: Option<Decimal>,
    /// 95% confidence limits.
    pub lower: Option<Decimal>,
    pub upper: Option<Decimal>,
    /// Each comparator's figure for the same period.
    pub comparators: ComparatorFigures,
    /// A part of the population; the whole where there is none.
    pub group: Option<String>,
    pub status: Status,
    pub markers: Vec<Marker>,
    /// As written; [`Reading::known_from`] is the day that counts.
    pub recorded: Option<NaiveDate>,
    /// The first day on which the figure counts as known; nothing where that lies beyond the calendar.
    pub known_from: Option<NaiveDate>,
    pub source: Option<String>,
    pub note: Option<String>,
}

/// How final a figure is. All are rated; the word is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Status {
    #[default]
    Final,
    Provisional,
    Estimate,
    Revised,
    Corrected,
}

/// The Government Analysis Function's shorthand for what qualifies a figure, without brackets.
/// <https://analysisfunction.civilservice.gov.uk/policy-store/symbols-in-tables-definitions-and-help/>
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Marker {
    /// `c`: confidential.
    Suppressed,
    /// `x`
    NotAvailable,
    /// `z`
    NotApplicable,
    /// `low`: rounds to 0 and is not 0.
    Low,
    /// `u`
    LowReliability,
    /// `b`: the first period measured in a new way.
    Break,
    /// `f`: never judged, never the latest.
    Forecast,
}

impl Status {
    pub const NAMES: &[(&str, Status)] = &[
        ("final", Status::Final),
        ("provisional", Status::Provisional),
        ("estimate", Status::Estimate),
        ("revised", Status::Revised),
        ("corrected", Status::Corrected),
    ];

    #[must_use]
    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(_, status)| *status == self).map_or("", |(name, _)| name)
    }

    /// Whether a row of this status takes the place of an earlier one.
    #[must_use]
    pub fn replaces(self) -> bool {
        matches!(self, Self::Revised | Self::Corrected)
    }

    /// Whether any later row takes this one's place.
    #[must_use]
    pub fn gives_way(self) -> bool {
        matches!(self, Self::Provisional | Self::Estimate)
    }
}

impl Marker {
    pub const NAMES: &[(&str, Marker)] = &[
        ("c", Marker::Suppressed),
        ("x", Marker::NotAvailable),
        ("z", Marker::NotApplicable),
        ("low", Marker::Low),
        ("u", Marker::LowReliability),
        ("b", Marker::Break),
        ("f", Marker::Forecast),
    ];

    /// The shorthand: `c`.
    #[must_use]
    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(_, marker)| *marker == self).map_or("", |(name, _)| name)
    }

    /// What it says of a figure, in words.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Suppressed => "suppressed",
            Self::NotAvailable => "not available",
            Self::NotApplicable => "not applicable",
            Self::Low => "low",
            Self::LowReliability => "low reliability",
            Self::Break => "break in series",
            Self::Forecast => "forecast",
        }
    }
}

impl Reading {
    #[must_use]
    pub fn has(&self, marker: Marker) -> bool {
        self.markers.contains(&marker)
    }

    #[must_use]
    pub fn is_forecast(&self) -> bool {
        self.has(Marker::Forecast)
    }
}

impl Readings {
    /// What is known of the whole population on a day: one row for each period.
    #[must_use]
    pub fn known(&self, as_of: NaiveDate) -> Known<'_> {
        Known::on(self, as_of)
    }

    /// Whether anything became known after one day and by another.
    #[must_use]
    pub fn have_news(&self, after: NaiveDate, by: NaiveDate) -> bool {
        self.rows.iter().any(|row| row.known_from.is_some_and(|known| after < known && known <= by))
    }
}
