//! The position: every indicator against its target.

use chrono::NaiveDate;

use super::Filter;
use super::exceptions::{Exception, exceptions_of};
use crate::judge::{self, RatingLevel, State, Verdict};
use crate::readings::Readings;
use crate::strategy::{Indicator, Method, Strategy};
use crate::workspace::Workspace;

/// Where the strategy stands on a day.
#[derive(Debug)]
pub struct Position<'a> {
    pub strategy: &'a Strategy,
    pub as_of: NaiveDate,
    pub filter: Filter,
    pub sort: Sort,
    pub rows: Vec<Standing<'a>>,
    pub summary: Summary,
    /// Those that the filter takes and that are not in use on the day: `show` has them.
    pub not_in_use: Vec<&'a Indicator>,
}

/// One indicator and the verdict on it.
#[derive(Debug, Clone)]
pub struct Standing<'a> {
    pub indicator: &'a Indicator,
    pub verdict: Verdict,
    /// Why, in a sentence.
    pub why: String,
    /// The rules that make it an exception, the worst first.
    pub exceptions: Vec<Exception>,
}

impl<'a> Standing<'a> {
    /// Where an indicator stands by its readings; no readings where its files have errors. One that is not in use on the day is
    /// no exception.
    pub(super) fn of(
        strategy: &Strategy,
        indicator: &'a Indicator,
        readings: Option<&Readings>,
        as_of: NaiveDate,
    ) -> Self {
        let verdict = judge::judge(strategy, indicator, readings, as_of);
        let why = judge::why(strategy, indicator, &verdict);
        let exceptions = if indicator.is_current(as_of) { exceptions_of(strategy, &verdict) } else { Vec::new() };
        Self { indicator, verdict, why, exceptions }
    }
}

/// The order of the rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Sort {
    /// As `strategy.toml` has them.
    #[default]
    File,
    /// What needs attention first.
    Severity,
}

/// The counts, over the rows that the filter leaves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Summary {
    pub indicators: usize,
    pub rated: usize,
    /// By rating, from the best to the worst; those that could be and are not there count 0.
    pub ratings: Vec<(String, RatingLevel, usize)>,
    /// By state, each of [`State::NAMES`].
    pub states: Vec<(&'static str, usize)>,
    pub overdue: usize,
}

impl<'a> Position<'a> {
    /// The position on a day.
    #[must_use]
    pub fn on(workspace: &'a Workspace, filter: Filter, sort: Sort, as_of: NaiveDate) -> Self {
        let mut rows = standings(workspace, &filter, as_of);
        let summary = Summary::of(&rows);
        if sort == Sort::Severity {
            rows.sort_by_key(severity);
        }
        let strategy = &workspace.strategy;
        let taken = strategy.indicators.values().filter(|indicator| filter.takes(indicator));
        let not_in_use = taken.filter(|indicator| !indicator.is_current(as_of)).collect();
        Self { strategy, as_of, filter, sort, rows, summary, not_in_use }
    }

    /// The indicators whose files have errors.
    #[must_use]
    pub fn unreadable(&self) -> Vec<&'a Indicator> {
        Self::unreadable_among(&self.rows)
    }

    pub(super) fn unreadable_among(rows: &[Standing<'a>]) -> Vec<&'a Indicator> {
        let unreadable = rows.iter().filter(|standing| standing.verdict.state == State::Unreadable);
        unreadable.map(|standing| standing.indicator).collect()
    }
}

/// The indicators a filter takes, each judged, in the order of the file.
pub(super) fn standings<'a>(workspace: &'a Workspace, filter: &Filter, as_of: NaiveDate) -> Vec<Standing<'a>> {
    let strategy = &workspace.strategy;
    let taken: Vec<&Indicator> = strategy
        .indicators
        .values()
        .filter(|indicator| filter.takes(indicator) && indicator.is_current(as_of))
        .collect();
    let mut standings = workspace.each(&taken, None, |indicator, loaded| {
        let disclosed = loaded.readings.as_ref().map(Readings::disclosed);
        Standing::of(strategy, indicator, disclosed.as_deref(), as_of)
    });
    // Whether a file with errors would have the rating asked for cannot be known, so it is not left out.
    standings.retain(|standing| standing.verdict.state == State::Unreadable || filter.takes_verdict(&standing.verdict));
    standings
}

/// What needs attention first: files with errors, then from the worst rating to the best, what cannot be rated between
/// amber and green.
fn severity(standing: &Standing<'_>) -> (u8, std::cmp::Reverse<usize>) {
    let rank = match &standing.verdict.state {
        State::Unreadable => 0,
        State::Rated(_) => match standing.verdict.rating().map(|rating| rating.level) {
            Some(RatingLevel::Red) => 1,
            Some(RatingLevel::Amber) => 2,
            _ => 9,
        },
        State::Stale => 3,
        State::NoData if standing.verdict.is_overdue() => 4,
        State::CannotBeRated(_) => 5,
        State::Suppressed | State::NotAvailable => 6,
        State::NoData => 7,
        State::NoTarget(_) => 8,
        State::NotRated => 10,
    };
    (rank, std::cmp::Reverse(standing.verdict.rating().map_or(0, |rating| rating.band)))
}

impl Summary {
    fn of(rows: &[Standing<'_>]) -> Self {
        let mut ratings = possible_ratings(rows);
        for rating in rows.iter().filter_map(|standing| standing.verdict.rating()) {
            if let Some((.., count)) = ratings.iter_mut().find(|(name, ..)| *name == rating.name) {
                *count += 1;
            }
        }
        let states = State::NAMES
            .map(|(name, _)| (name, rows.iter().filter(|standing| standing.verdict.state.name() == name).count()));
        Self {
            indicators: rows.len(),
            rated: rows.iter().filter(|standing| standing.verdict.rating().is_some()).count(),
            ratings,
            states: states.to_vec(),
            overdue: rows.iter().filter(|standing| standing.verdict.is_overdue()).count(),
        }
    }
}

/// Every rating the methods of the rows can give: green, the bands between, red.
fn possible_ratings(rows: &[Standing<'_>]) -> Vec<(String, RatingLevel, usize)> {
    let mut names: Vec<(&str, RatingLevel)> = Vec::new();
    for standing in rows {
        match &standing.indicator.rating.method {
            Method::Improvement(bands) => {
                let level = |place| if place == 0 { RatingLevel::Green } else { RatingLevel::Amber };
                names.extend(bands.0.iter().enumerate().map(|(place, band)| (band.name.as_str(), level(place))));
                names.push(("red", RatingLevel::Red));
            }
            Method::Tolerance(_) | Method::Floor(_) | Method::ToleranceTrend(_) => names.extend(RatingLevel::NAMES),
            Method::None => {}
        }
    }
    if names.is_empty() {
        names.extend(RatingLevel::NAMES);
    }
    let mut ratings: Vec<(String, RatingLevel, usize)> = Vec::new();
    for (name, level) in names {
        if !ratings.iter().any(|(known, ..)| known == name) {
            ratings.push((name.to_owned(), level, 0));
        }
    }
    ratings.sort_by_key(|(_, level, _)| *level);
    ratings
}
