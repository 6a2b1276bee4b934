//! The position: every indicator against its target.

use super::movement::Grade;
use super::since::{Moved, Since};
use super::{Circumstances, Exception, Filter, Occasion, Response};
use crate::judge::{RatingLevel, State, Verdict};
use crate::strategy::{Indicator, Method, Strategy};
use crate::workspace::Workspace;

/// Where the strategy stands on an occasion.
#[derive(Debug)]
pub struct Position<'a> {
    pub strategy: &'a Strategy,
    pub occasion: Occasion<'a>,
    pub filter: Filter,
    pub sort: Sort,
    pub rows: Vec<Standing<'a>>,
    pub summary: Summary,
    /// What changed since the Board's meeting before; nothing where there was none.
    pub since: Option<Since<'a>>,
    /// Those that the filter takes and that are not in use on the day: `show` has them.
    pub not_in_use: Vec<&'a Indicator>,
    /// Registers and commentary that have errors and were not used, by their paths.
    pub unusable: Vec<String>,
}

/// One indicator, the verdict on it, and what is done about it.
#[derive(Debug, Clone)]
pub struct Standing<'a> {
    pub indicator: &'a Indicator,
    pub verdict: Verdict,
    /// Why, in a sentence.
    pub why: String,
    /// Its cases and actions; its remark only where a rule asks for it.
    pub response: Response,
    /// How it stood as of the Board's meeting before; nothing where there was none, or it was not in use then.
    pub earlier: Option<Grade>,
    /// What changed since then; nothing where there was no meeting before.
    pub moved: Option<Moved>,
    /// The rules that make it an exception, the worst first.
    pub exceptions: Vec<Exception>,
}

impl Standing<'_> {
    /// Its rating, or the state that stands in its place.
    #[must_use]
    pub fn grade(&self) -> Grade {
        Grade::of(&self.verdict)
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
    /// The position on an occasion.
    #[must_use]
    pub fn of(workspace: &'a Workspace, occasion: Occasion<'a>, filter: Filter, sort: Sort) -> Self {
        let circumstances = Circumstances::of(workspace, occasion);
        let strategy = &workspace.strategy;
        let is_current = |indicator: &Indicator| indicator.is_current(occasion.as_of);
        let mut rows = circumstances.each(&filter, |standing, _| standing);
        let since = Since::of(&circumstances, &rows);
        rows.retain(|standing| is_current(standing.indicator));
        let summary = Summary::of(&rows);
        if sort == Sort::Severity {
            rows.sort_by_key(severity);
        }
        let taken = strategy.indicators.values().filter(|indicator| filter.takes(indicator));
        let not_in_use = taken.filter(|indicator| !is_current(indicator)).collect();
        let unusable = circumstances.unusable_with(rows.iter());
        Self { strategy, occasion, filter, sort, rows, summary, since, not_in_use, unusable }
    }

    /// The indicators whose files have errors.
    #[must_use]
    pub fn unreadable(&self) -> Vec<&'a Indicator> {
        unreadable_among(self.rows.iter())
    }
}

/// The indicators among some rows whose files have errors.
pub(super) fn unreadable_among<'r, 'a: 'r>(rows: impl Iterator<Item = &'r Standing<'a>>) -> Vec<&'a Indicator> {
    rows.filter(|standing| standing.verdict.state == State::Unreadable).map(|standing| standing.indicator).collect()
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
