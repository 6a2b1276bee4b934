//! The figures that one indicator owes.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::judge::{self, Owed};
use crate::readings::Readings;
use crate::strategy::{Indicator, Strategy};
use crate::time::Period;

/// A figure that is owed.
#[derive(Debug, Clone, Copy)]
pub struct FigureOwed<'a> {
    pub indicator: &'a Indicator,
    pub owed: Owed,
    pub timing: Timing,
}

/// When something owed is due, seen from the day judged by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Timing {
    /// So many days past the last on which it was in time.
    Late { days: i64 },
    /// In time until a day that lies within.
    Due,
    /// Its period is over, and no lag says by when it is due: it is never late.
    NoDate,
    /// Beyond what is looked at; or, where no lag is declared, of a period that is not over.
    Later,
}

impl Timing {
    /// The name in CSV and JSON.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Late { .. } => "late",
            Self::Due => "due",
            Self::NoDate => "no-date",
            Self::Later => "later",
        }
    }

    /// How many days late; nothing where it is not.
    #[must_use]
    pub fn days_late(self) -> Option<i64> {
        match self {
            Self::Late { days } => Some(days),
            Self::Due | Self::NoDate | Self::Later => None,
        }
    }

    pub(super) fn late(due: NaiveDate, as_of: NaiveDate) -> Self {
        Self::Late { days: as_of.signed_duration_since(due).num_days() }
    }

    fn of(owed: &Owed, as_of: NaiveDate, until: NaiveDate) -> Self {
        match owed.expected {
            Some(expected) if owed.is_overdue => Self::late(expected, as_of),
            Some(expected) if expected <= until => Self::Due,
            None if owed.period.end() <= as_of => Self::NoDate,
            Some(_) | None => Self::Later,
        }
    }
}

/// Every figure that an indicator owes on a day or by `until`, and the one after, the earliest first.
pub(in crate::board) fn figures_of<'a>(
    strategy: &Strategy,
    indicator: &'a Indicator,
    readings: &Readings,
    as_of: NaiveDate,
    until: NaiveDate,
) -> Vec<FigureOwed<'a>> {
    let given = given(readings);
    let known = readings.known(as_of);
    let all = judge::all_owed(strategy, indicator, &known, as_of).filter(|owed| !given.contains(&owed.period));
    let mut figures = Vec::new();
    for owed in all {
        let timing = Timing::of(&owed, as_of, until);
        figures.push(FigureOwed { indicator, owed, timing });
        if timing == Timing::Later {
            break;
        }
    }
    figures
}

/// The periods whose figure stands in the file without a day of its own, so that it counts only from the day on which it is expected:
/// whoever typed it owes it no more.
fn given(readings: &Readings) -> BTreeSet<Period> {
    let whole = readings.rows.iter().filter(|row| row.group.is_none() && !row.is_forecast());
    whole.filter(|row| row.recorded.is_none()).map(|row| row.period).collect()
}
