//! Figures that a later row suppresses: they stay in the file as history, and are shown nowhere.

use std::borrow::Cow;
use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{Marker, Reading, Readings};
use crate::time::Period;

/// What rows have in common of which one may suppress another: group, kind of figure, period.
type Place<'a> = (Option<&'a str>, bool, Period);

/// When a row became known, as rows are set in order: one with no day last of all.
type Day = (bool, Option<NaiveDate>);

/// The suppressed rows of a file, by the figure that they suppress.
#[derive(Debug, Default)]
pub struct Suppressions<'a> {
    rows: &'a [Reading],
    /// The last suppressed row of each: its day, its place among the rows, and whether it is the one that counts.
    last: BTreeMap<Place<'a>, Last>,
}

#[derive(Debug, Clone, Copy)]
struct Last {
    day: Day,
    at: usize,
    counts: bool,
}

impl<'a> Suppressions<'a> {
    /// Those of a file, whenever they become known.
    #[must_use]
    pub fn of(readings: &'a Readings) -> Self {
        let mut last: BTreeMap<Place<'a>, Last> = BTreeMap::new();
        let suppressed = |row: &Reading| row.has(Marker::Suppressed);
        for (at, row) in readings.rows.iter().enumerate().filter(|(_, row)| suppressed(row)) {
            let own = Last { day: day(row), at, counts: true };
            let known = last.entry(place(row)).or_insert(own);
            if (known.day, known.at) <= (own.day, own.at) {
                *known = own;
            }
        }
        if !last.is_empty() {
            for (at, row) in readings.rows.iter().enumerate().filter(|(_, row)| !suppressed(row)) {
                if let Some(last) = last.get_mut(&place(row)) {
                    last.counts &= (day(row), at) < (last.day, last.at);
                }
            }
        }
        Self { rows: &readings.rows, last }
    }

    /// Whether the figure of a row of the file, or of an earlier version of it, may no longer be shown: a row for its period and
    /// group that comes later is suppressed, or the one that counts.
    #[must_use]
    pub fn cover(&self, row: &Reading) -> bool {
        let Some(last) = self.last.get(&place(row)) else { return false };
        match self.rows.iter().position(|own| std::ptr::eq(own, row)) {
            Some(at) => self.cover_own(at, row),
            None => last.counts || day(row) <= last.day,
        }
    }

    /// The same of a row of the file itself, by its place among the rows.
    fn cover_own(&self, at: usize, row: &Reading) -> bool {
        self.last.get(&place(row)).is_some_and(|last| (day(row), at) < (last.day, last.at))
    }
}

impl Readings {
    /// The readings as they may be shown on any day: a figure that a later row suppresses is blank and marked as suppressed too.
    #[must_use]
    pub fn disclosed(&self) -> Cow<'_, Self> {
        let suppressions = Suppressions::of(self);
        if suppressions.last.is_empty() {
            return Cow::Borrowed(self);
        }
        let is_covered = |(at, row): (usize, &Reading)| suppressions.cover_own(at, row);
        if !self.rows.iter().enumerate().any(is_covered) {
            return Cow::Borrowed(self);
        }
        let shown = |(at, row)| if is_covered((at, row)) { suppressed(row) } else { row.clone() };
        let rows = self.rows.iter().enumerate().map(shown).collect();
        Cow::Owned(Self { rows, comparators: self.comparators.clone() })
    }
}

fn place(row: &Reading) -> Place<'_> {
    (row.group.as_deref(), row.is_forecast(), row.period)
}

fn day(row: &Reading) -> Day {
    (row.known_from.is_none(), row.known_from)
}

/// A row without what was measured; the comparators' figures are other people's.
fn suppressed(row: &Reading) -> Reading {
    let mut markers = row.markers.clone();
    if !row.has(Marker::Suppressed) {
        markers.insert(0, Marker::Suppressed);
    }
    let (value, numerator, denominator, lower, upper) = (None, None, None, None, None);
    Reading { value, numerator, denominator, lower, upper, markers, ..row.clone() }
}
