//! Timeliness: which figures are owed, when each is expected, and whether it is overdue (`docs/methods.md`, "Timeliness").

use chrono::NaiveDate;

use crate::limits;
use crate::readings::Known;
use crate::strategy::{Indicator, Strategy};
use crate::time::{Kind, Period};

/// The first expected period after the latest row. A blank row with a marker answers as a figure does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Owed {
    pub period: Period,
    /// The last day on which its figure is in time; nothing where no lag is declared, and it is then never overdue.
    pub expected: Option<NaiveDate>,
    pub is_overdue: bool,
}

/// What an indicator owes on a day; nothing where no further period ends within the term.
#[must_use]
pub fn owed(strategy: &Strategy, indicator: &Indicator, known: &Known<'_>, as_of: NaiveDate) -> Option<Owed> {
    all_owed(strategy, indicator, known, as_of).next()
}

/// Every period after the latest row for which a figure is expected, the earliest first, up to the end of the term; no more than
/// [`limits::OWED_PERIODS`] of them.
pub fn all_owed(
    strategy: &Strategy,
    indicator: &Indicator,
    known: &Known<'_>,
    as_of: NaiveDate,
) -> impl Iterator<Item = Owed> {
    let (starts, ends) = strategy.term_of(indicator);
    let latest = known.latest().map(|row| row.period);
    let first = match indicator.period {
        Kind::Date => next_snapshot(indicator, latest, starts),
        kind => next_period(kind, indicator.every, latest, starts),
    };
    let lag = indicator.lag.or(strategy.reporting.lag);
    let (every, every_snapshot) = (indicator.every, indicator.every_snapshot);
    let following = move |period: &Period| match period.kind() {
        Kind::Date => every_snapshot?.after(period.end()).and_then(Period::on),
        _ => period.offset(i32::try_from(every).ok()?.max(1)),
    };
    let periods = std::iter::successors(first, following).take_while(move |period| period.end() <= ends);
    periods.take(limits::OWED_PERIODS).map(move |period| {
        let expected = lag.and_then(|lag| lag.after(period.end()));
        Owed { period, expected, is_overdue: expected.is_some_and(|expected| as_of > expected) }
    })
}

/// As many periods after the latest as `every` says, and at least one that ends within the term.
fn next_period(kind: Kind, every: u32, latest: Option<Period>, starts: NaiveDate) -> Option<Period> {
    let first = Period::first_ending_from(kind, starts)?;
    let Some(latest) = latest else {
        return Some(first);
    };
    let every = i32::try_from(every).ok()?.max(1);
    let behind = first.steps_since(latest)?;
    let steps = behind.max(1).checked_add(every - 1)? / every;
    latest.offset(steps.checked_mul(every)?)
}

/// So long after the latest as `every` says, else never. Without any, so long after the term's start.
fn next_snapshot(indicator: &Indicator, latest: Option<Period>, starts: NaiveDate) -> Option<Period> {
    let every = indicator.every_snapshot.filter(|every| every.count() > 0)?;
    let mut day = every.after(latest.map_or(starts, Period::end))?;
    while day < starts {
        day = every.after(day)?;
    }
    Period::on(day)
}
