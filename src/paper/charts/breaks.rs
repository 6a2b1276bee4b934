//! Where the way of measuring changed, and where a chart is to start afresh.

use std::collections::BTreeMap;
use std::ops::Bound;

use chrono::NaiveDate;

use super::series::middle;
use crate::board::Dossier;
use crate::readings::Marker;
use crate::time::Period;

/// Why no line joins the figures before a period to those from it on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason<'a> {
    /// Measured in a new way, with what changed where the strategy says it.
    Break(Option<&'a str>),
    /// The chart is to start afresh, with why where the strategy says it.
    Rebase(Option<&'a str>),
}

/// The breaks of one indicator, by their first periods.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Breaks<'a>(BTreeMap<Period, Reason<'a>>);

impl<'a> Breaks<'a> {
    /// Those declared and those marked on a row that counts.
    pub fn of(dossier: &'a Dossier<'_>) -> Self {
        let indicator = dossier.standing.indicator;
        let rebased = indicator.rebase.iter().map(|rebase| (rebase.period, Reason::Rebase(rebase.note.as_deref())));
        let rows = dossier.readings.rows.iter().zip(&dossier.rows);
        let marked = rows.filter(|(reading, row)| row.counts && reading.has(Marker::Break));
        let marked = marked.map(|(reading, _)| (reading.period, Reason::Break(None)));
        let declared = indicator.breaks.iter().map(|own| (own.period, Reason::Break(own.note.as_deref())));
        // The later takes the place of the earlier: what the strategy says of a break says most.
        Self(rebased.chain(marked).chain(declared).collect())
    }

    /// Whether one lies after a period and up to another.
    pub fn has_between(&self, after: Period, to: Period) -> bool {
        after < to && self.0.range((Bound::Excluded(after), Bound::Included(to))).next().is_some()
    }

    /// Those that lie after a period and up to another, the earliest first.
    pub fn between(&self, after: Period, to: Period) -> impl Iterator<Item = (Period, Reason<'a>)> {
        self.0
            .iter()
            .filter(move |(first, _)| after < **first && **first <= to)
            .map(|(first, reason)| (*first, *reason))
    }
}

impl Reason<'_> {
    /// What stands above its line in the drawing.
    pub fn label(self) -> &'static str {
        match self {
            Self::Break(_) => "new method",
            Self::Rebase(_) => "new start",
        }
    }
}

/// Where the line of a break is drawn: midway between its first period and the one before, which is not the first day where periods
/// overlap.
pub fn day_of(first: Period) -> NaiveDate {
    let own = middle(first);
    let before = first.previous().map_or(own, middle);
    before + (own - before) / 2
}
