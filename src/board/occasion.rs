//! The occasion of an answer: the day judged by, the Board's meeting it is for, and the one before.

use chrono::NaiveDate;

use crate::strategy::{Sitting, Strategy};

/// When, and what for, the files are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Occasion<'a> {
    /// What was known on this day is judged.
    pub as_of: NaiveDate,
    /// The meeting of the Board that is prepared; nothing where only a day was asked for.
    pub meeting: Option<Sitting<'a>>,
    /// The Board's latest meeting strictly before: what has changed is told since its cut-off. Nothing where there was none.
    pub before: Option<Sitting<'a>>,
}

impl<'a> Occasion<'a> {
    /// A day by itself.
    #[must_use]
    pub fn on_day(strategy: &'a Strategy, as_of: NaiveDate) -> Self {
        Self { as_of, meeting: None, before: strategy.last_sitting_before(None, as_of) }
    }

    /// A day, with no look back at the meeting before.
    #[must_use]
    pub fn day_alone(as_of: NaiveDate) -> Self {
        Self { as_of, meeting: None, before: None }
    }

    /// A meeting of the Board, judged as of its cut-off.
    #[must_use]
    pub fn of_meeting(strategy: &'a Strategy, meeting: Sitting<'a>) -> Self {
        let before = strategy.last_sitting_before(None, meeting.date);
        Self { as_of: meeting.data_due, meeting: Some(meeting), before }
    }

    /// The day since which changes are told: the cut-off of the meeting before. Nothing where there was none, or where it was
    /// no earlier than the day judged by.
    #[must_use]
    pub fn since(&self) -> Option<NaiveDate> {
        self.before.map(|before| before.data_due).filter(|since| *since < self.as_of)
    }

    /// Whether something that was done on a day is news: it happened by the day judged by, and the papers of the meeting before could
    /// not tell of it. What the meeting itself decided is news to the next one, whatever its cut-off.
    #[must_use]
    pub fn is_news(&self, day: NaiveDate) -> bool {
        day <= self.as_of && self.before.is_none_or(|before| day > before.data_due || day == before.date)
    }
}
