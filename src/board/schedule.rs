//! The schedule: the meetings ahead, of one body or of several.

use chrono::{Datelike, NaiveDate};

use crate::strategy::{Sitting, Strategy};

/// Meetings, the earliest first.
#[derive(Debug, Clone)]
pub struct Schedule<'a> {
    pub strategy: &'a Strategy,
    /// The day it was made.
    pub as_of: NaiveDate,
    pub sittings: Vec<Sitting<'a>>,
}

impl<'a> Schedule<'a> {
    /// Some meetings, put in order: by day, then the Board first, then as the strategy has the bodies.
    #[must_use]
    pub fn of(strategy: &'a Strategy, mut sittings: Vec<Sitting<'a>>, as_of: NaiveDate) -> Self {
        let place = |body: Option<&str>| body.and_then(|id| strategy.bodies.get_index_of(id));
        sittings.sort_by_key(|sitting| (sitting.date, place(sitting.body)));
        Self { strategy, as_of, sittings }
    }

    /// Every meeting of some bodies from a day on.
    #[must_use]
    pub fn ahead(strategy: &'a Strategy, bodies: &[Option<&'a str>], as_of: NaiveDate) -> Self {
        let ahead = |body| strategy.sittings(body, as_of, strategy.last_day_of(body));
        Self::of(strategy, bodies.iter().copied().flat_map(ahead).collect(), as_of)
    }

    /// The Board, and every other body.
    #[must_use]
    pub fn every_body(strategy: &'a Strategy) -> Vec<Option<&'a str>> {
        std::iter::once(None).chain(strategy.bodies.keys().map(|id| Some(id.as_str()))).collect()
    }

    /// Which of its body's meetings in its month one is, from 1: what stays the same when it is moved within the month.
    #[must_use]
    pub fn place_in_month(&self, sitting: &Sitting<'_>) -> usize {
        let first = sitting.date.with_day(1).unwrap_or(sitting.date);
        self.strategy.sittings(sitting.body, first, sitting.date).len()
    }
}
