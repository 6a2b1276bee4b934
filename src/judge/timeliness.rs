//! Timeliness: which figure is owed, when it is expected, and whether it is overdue (`docs/methods.md`, "Timeliness").

use chrono::NaiveDate;

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
    let (starts, ends) = strategy.term_of(indicator);
    let latest = known.latest().map(|row| row.period);
    let period = match indicator.period {
        Kind::Date => next_snapshot(indicator, latest, starts)?,
        kind => next_period(kind, indicator.every, latest, starts)?,
    };
    if period.end() > ends {
        return None;
    }
    let lag = indicator.lag.or(strategy.reporting.lag);
    let expected = lag.and_then(|lag| lag.after(period.end()));
    Some(Owed { period, expected, is_overdue: expected.is_some_and(|expected| as_of > expected) })
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
