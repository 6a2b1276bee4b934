//! Figures that do not come, come no longer, or always come late.

use std::collections::BTreeMap;

use chrono::{Months, NaiveDate};

use super::Check;
use super::evidence::Evidence;
use super::problem::Noted;
use crate::judge::State;
use crate::readings::Reading;
use crate::time::{self, Period};

/// The fewest figures with a day in `recorded` that a habit is seen in.
const FIGURES: usize = 3;

/// How long a figure is overdue before an indicator counts as no longer kept up.
const A_YEAR: Months = Months::new(12);

pub(super) fn check(evidence: &Evidence<'_>) -> Vec<Noted> {
    if !evidence.is_ours_to_chase() {
        return Vec::new();
    }
    [no_figure(evidence), not_updated(evidence), always_late(evidence)].into_iter().flatten().collect()
}

fn no_figure(evidence: &Evidence<'_>) -> Option<Noted> {
    let owed = evidence.verdict.owed.filter(|owed| owed.is_overdue && evidence.verdict.state == State::NoData)?;
    let expected = time::date::day(owed.expected?);
    Some(Noted::new(Check::NoFigure, format!("The first, for {}, was due by {expected}.", owed.period)))
}

fn not_updated(evidence: &Evidence<'_>) -> Option<Noted> {
    let last = evidence.figures().next_back()?;
    let is_only = evidence.figures().count() == 1;
    let owed = evidence.verdict.owed.filter(|owed| owed.is_overdue)?;
    let expected = owed.expected?;
    let a_year_later = expected.checked_add_months(A_YEAR)?;
    if !is_only && evidence.verdict.as_of <= a_year_later {
        return None;
    }
    let which = if is_only { "one" } else { "last" };
    let expected = time::date::day(expected);
    let reason = format!("Its {which} figure is for {}; that for {} was due by {expected}.", last.period, owed.period);
    Some(Noted::new(Check::NotUpdated, reason))
}

/// Of the figures of the term that say when they came, three quarters or more came after the day they were due by.
fn always_late(evidence: &Evidence<'_>) -> Option<Noted> {
    let mut days_late: Vec<i64> = first_recorded(evidence)
        .into_iter()
        .filter_map(|(period, recorded)| {
            let lag = evidence.indicator.lag.or(evidence.strategy.reporting.lag)?;
            Some((recorded - lag.after(period.end())?).num_days())
        })
        .collect();
    days_late.sort_unstable();
    let late = days_late.iter().filter(|days| **days > 0).count();
    if days_late.len() < FIGURES || late * 4 < days_late.len() * 3 {
        return None;
    }
    let middle = days_late.get(days_late.len() / 2)?;
    let reason = format!(
        "{late} of {} figures with a day in recorded came after they were due, in the middle {middle} days.",
        days_late.len()
    );
    Some(Noted::new(Check::AlwaysLate, reason))
}

/// When the figure of each period of the term was first recorded, as far as that is written; revisions come later by nature.
fn first_recorded(evidence: &Evidence<'_>) -> BTreeMap<Period, NaiveDate> {
    let (starts, _) = evidence.strategy.term_of(evidence.indicator);
    let counts = |row: &&Reading| {
        row.group.is_none() && !row.is_forecast() && !row.status.replaces() && row.period.end() >= starts
    };
    let mut first: BTreeMap<Period, NaiveDate> = BTreeMap::new();
    for row in evidence.readings.rows.iter().filter(counts) {
        let Some(recorded) = row.recorded.filter(|day| *day <= evidence.as_of) else { continue };
        let earliest = first.entry(row.period).or_insert(recorded);
        *earliest = recorded.min(*earliest);
    }
    first
}
