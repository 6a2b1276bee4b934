//! When the framework was last audited, and when it is to be audited next.

use chrono::{Datelike, Months, NaiveDate};

use super::Check;
use super::problem::{Problem, Subject};
use crate::strategy::Strategy;
use crate::time;

/// The audits of the framework, as seen on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rhythm {
    /// The day of the last one; nothing where none is known by then.
    pub audited: Option<NaiveDate>,
    /// The first day of the month of the next one; nothing where no month is declared and none was made, or where the strategy
    /// is over by then.
    pub next: Option<NaiveDate>,
    /// Whether one should have been made by now.
    pub is_overdue: bool,
}

impl Rhythm {
    pub(in crate::board) fn of(strategy: &Strategy, as_of: NaiveDate) -> Self {
        let audited = strategy.audited.filter(|day| *day <= as_of);
        // Of an audit after the day nothing is known of those before it.
        let is_known = audited == strategy.audited;
        // Not every board has its framework audited.
        let is_promised = strategy.reporting.audit.is_some() || audited.is_some();
        let due_by = audited.unwrap_or(strategy.starts).checked_add_months(Months::new(12));
        let is_overdue = is_known && is_promised && as_of <= strategy.ends && due_by.is_some_and(|day| day < as_of);
        Self { audited, next: next(strategy, audited, as_of), is_overdue }
    }
}

/// The declared month that is not over, and not that of the last audit; without one, the month a year after the last audit.
fn next(strategy: &Strategy, audited: Option<NaiveDate>, as_of: NaiveDate) -> Option<NaiveDate> {
    let first_of = |day: NaiveDate| day.with_day(1);
    let next = match strategy.reporting.audit {
        Some(month) => {
            let from = first_of(as_of.max(strategy.starts))?;
            let of_year = |year: i32| NaiveDate::from_ymd_opt(year, month, 1);
            let is_open =
                |day: &NaiveDate| *day >= from && audited.is_none_or(|audited| first_of(audited) != Some(*day));
            (from.year()..from.year() + 3).filter_map(of_year).find(is_open)
        }
        None => first_of(audited?.checked_add_months(Months::new(12))?),
    };
    next.filter(|day| *day <= strategy.ends)
}

pub(super) fn check<'a>(strategy: &Strategy, rhythm: Rhythm) -> Option<Problem<'a>> {
    if !rhythm.is_overdue {
        return None;
    }
    let reason = match rhythm.audited {
        Some(day) => format!("It was last audited on {}, more than a year ago.", time::date::long(day)),
        None => format!("No audit is recorded, and the strategy began on {}.", time::date::long(strategy.starts)),
    };
    Some(Problem::new(Check::AuditOverdue, Subject::Strategy, reason))
}
