//! The exceptions: which indicators a Board has to look at, and why each is there.

use chrono::NaiveDate;

use super::position::{Standing, standings};
use super::{Filter, Position};
use crate::judge::{Course, RatingLevel, Verdict};
use crate::strategy::{Indicator, Strategy};
use crate::time;
use crate::workspace::Workspace;

/// A rule that lists an indicator, the worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ExceptionKind {
    RedWorsening,
    Red,
    /// Amber now, and short of green at several readings running.
    AmberRunning,
    Overdue,
}

/// Why an indicator is listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exception {
    pub kind: ExceptionKind,
    /// A sentence without a full stop.
    pub reason: String,
}

/// The exception table.
#[derive(Debug)]
pub struct Exceptions<'a> {
    pub strategy: &'a Strategy,
    pub as_of: NaiveDate,
    pub filter: Filter,
    /// Worst first, then in the order of the file.
    pub rows: Vec<Standing<'a>>,
    /// How many indicators were looked at.
    pub looked_at: usize,
    /// Indicators whose files have errors: they cannot be looked at.
    pub unreadable: Vec<&'a Indicator>,
    /// Indicators that are watched elsewhere and would be listed: they are kept out of papers.
    pub managed_elsewhere: Vec<&'a Indicator>,
}

impl ExceptionKind {
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::RedWorsening => "red-worsening",
            Self::Red => "red",
            Self::AmberRunning => "amber-running",
            Self::Overdue => "overdue",
        }
    }
}

impl<'a> Exceptions<'a> {
    /// The exceptions of a day.
    #[must_use]
    pub fn on(workspace: &'a Workspace, filter: Filter, as_of: NaiveDate) -> Self {
        let standings = standings(workspace, &filter, as_of);
        let unreadable = Position::unreadable_among(&standings);
        let looked_at = standings.len();
        let (elsewhere, mut rows): (Vec<_>, Vec<_>) = standings
            .into_iter()
            .filter(|standing| !standing.exceptions.is_empty())
            .partition(|standing| standing.indicator.managed_by.is_some());
        // Stable: within a rule the order of the file stays.
        rows.sort_by_key(|standing| standing.exceptions.first().map(|exception| exception.kind));
        Self {
            strategy: &workspace.strategy,
            as_of,
            filter,
            rows,
            looked_at,
            unreadable,
            managed_elsewhere: elsewhere.into_iter().map(|standing| standing.indicator).collect(),
        }
    }
}

/// The rules that list an indicator, the worst first; none where it is no exception.
pub(super) fn exceptions_of(strategy: &Strategy, verdict: &Verdict) -> Vec<Exception> {
    let rules = &strategy.exceptions;
    let level = verdict.rating().map(|rating| rating.level);
    let mut exceptions = Vec::new();
    if rules.red && level == Some(RatingLevel::Red) {
        exceptions.push(match worsening_since(verdict) {
            Some(since) => Exception {
                kind: ExceptionKind::RedWorsening,
                reason: format!("off target, and worsening since {since}"),
            },
            None => Exception { kind: ExceptionKind::Red, reason: "off target".to_owned() },
        });
    }
    if let Some(runs) = rules.amber_runs.and_then(|runs| usize::try_from(runs).ok())
        && level == Some(RatingLevel::Amber)
        && verdict.short_of_green >= runs
    {
        let reason = match runs {
            1 => "near target and not on it".to_owned(),
            _ => format!("short of target at the latest {runs} readings"),
        };
        exceptions.push(Exception { kind: ExceptionKind::AmberRunning, reason });
    }
    if let Some(owed) = verdict.owed.filter(|owed| rules.overdue && owed.is_overdue) {
        let expected = owed.expected.map(time::date::day).unwrap_or_default();
        let reason = format!("the figure for {} was expected by {expected}", owed.period);
        exceptions.push(Exception { kind: ExceptionKind::Overdue, reason });
    }
    exceptions
}

/// The period since which it worsened: the one before, or a year earlier where that is not comparable.
fn worsening_since(verdict: &Verdict) -> Option<time::Period> {
    let compared = verdict.direction?.told();
    compared.with.filter(|_| compared.course == Course::Worsening)
}
