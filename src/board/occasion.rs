//! The occasion of an answer: the day judged by, the Board's meeting it is for, and the one before.

use chrono::NaiveDate;

use crate::strategy::{Sitting, Strategy};

/// When, and what for, the files are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Occasion<'a> {
    /// What was known on this day is judged.
    pub as_of: NaiveDate,
    /// Cases and actions are as of this day. It is later than the other where a meeting has a cut-off for figures: a case that is
    /// raised after it is before the meeting all the same.
    pub registers_on: NaiveDate,
    /// The meeting that is prepared; nothing where only a day was asked for.
    pub meeting: Option<Sitting<'a>>,
    /// The Board's latest meeting strictly before: what has changed is told since then. Nothing where there was none.
    pub before: Option<Sitting<'a>>,
}

impl<'a> Occasion<'a> {
    /// A day by itself.
    #[must_use]
    pub fn on_day(strategy: &'a Strategy, as_of: NaiveDate) -> Self {
        Self { before: strategy.last_sitting_before(None, as_of), ..Self::day_alone(as_of) }
    }

    /// A day, with no look back at the meeting before.
    #[must_use]
    pub fn day_alone(as_of: NaiveDate) -> Self {
        Self { as_of, registers_on: as_of, meeting: None, before: None }
    }

    /// A meeting of the Board: figures as of its cut-off, cases and actions as of [its own day](registers_day).
    #[must_use]
    pub fn of_meeting(strategy: &'a Strategy, meeting: Sitting<'a>) -> Self {
        Self {
            as_of: meeting.data_due,
            registers_on: registers_day(meeting.data_due, meeting.date),
            meeting: Some(meeting),
            before: strategy.last_sitting_before(None, meeting.date),
        }
    }

    /// The day that papers for it bear: the meeting's, else the one judged by.
    #[must_use]
    pub fn day(&self) -> NaiveDate {
        self.meeting.map_or(self.as_of, |meeting| meeting.date)
    }

    /// The same while its cut-off is ahead: nothing is judged by a day that has not come.
    #[must_use]
    pub fn no_later_than(self, day: NaiveDate) -> Self {
        Self { as_of: self.as_of.min(day), registers_on: self.registers_on.min(day), ..self }
    }

    /// The day since which figures are told as changed: the cut-off of the meeting before. Nothing where there was none, or where it
    /// was no earlier than the day judged by.
    #[must_use]
    pub fn since(&self) -> Option<NaiveDate> {
        self.before.map(|before| before.data_due).filter(|since| *since < self.as_of)
    }

    /// Whether what became known on a day is news: the meeting before could not know it.
    #[must_use]
    pub fn is_newly_known(&self, day: NaiveDate) -> bool {
        day <= self.as_of && self.before.is_none_or(|before| day > before.data_due)
    }

    /// Whether what was done on a day, about a case or an action, is news: the papers of the meeting before were made by then. So what
    /// that meeting itself decided is news to the next.
    #[must_use]
    pub fn is_news(&self, day: NaiveDate) -> bool {
        day <= self.registers_on && self.before.is_none_or(|before| day >= before.date)
    }
}

/// The day as of which a meeting's papers tell of cases and actions: the one before it, since what happens on its own day it does
/// itself; the day itself where figures are not cut off earlier either.
#[must_use]
pub fn registers_day(cut_off: NaiveDate, meeting: NaiveDate) -> NaiveDate {
    if cut_off < meeting { meeting.pred_opt().unwrap_or(meeting) } else { cut_off }
}
