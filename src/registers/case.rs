//! The life of a case: which steps it can take, and where it stands on a day.
//!
//! A case is opened with the Performance Group or with the Board. The Group may review it, close it or escalate it; what is
//! with the Board the Board reviews, decides, and closes once it has decided. A closed case is over: what happens later is a
//! case of its own.

mod refused;

use std::ops::Range;

use chrono::NaiveDate;

pub use refused::Refused;

use super::Acceptable;
use crate::time::Period;

/// Who has a case before them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Level {
    PerformanceGroup,
    Board,
}

/// What happened to a case on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    pub date: NaiveDate,
    pub step: Step,
    pub note: Option<String>,
    /// Where its row stands in the register, in bytes.
    pub span: Range<usize>,
}

/// A step in the life of a case.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    Opened(Level),
    /// From the Performance Group to the Board.
    Escalated,
    Decided(Decision),
    Reviewed,
    Closed,
}

/// What the Board decided.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Decision {
    /// The level at which the case may close; nothing where none was agreed.
    pub acceptable: Option<Acceptable>,
    /// When performance is expected to have recovered: a period of any kind.
    pub recovery: Option<Period>,
}

/// A case whose steps follow one another as they may.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Case {
    pub id: String,
    pub indicator: String,
    /// The first opened it; each is of the day of the one before, or a later one.
    events: Vec<Event>,
    /// Where it stands after all of them.
    standing: Standing,
}

/// Where a case stands on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    pub stage: Stage,
    pub opened: NaiveDate,
    /// The day it came before the Board; nothing where it never did.
    pub with_board_since: Option<NaiveDate>,
    /// The Board's latest decision, and its day: that one rules.
    pub decision: Option<(NaiveDate, Decision)>,
    /// The day of the latest review.
    pub reviewed: Option<NaiveDate>,
}

/// Who has it, or that it is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    With(Level),
    Closed {
        /// Who had it then.
        by: Level,
        on: NaiveDate,
    },
}

impl Level {
    pub const NAMES: [(&str, Level); 2] = [("performance-group", Level::PerformanceGroup), ("board", Level::Board)];

    /// The name in the file.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::PerformanceGroup => "performance-group",
            Self::Board => "board",
        }
    }

    /// At the head of a line.
    #[must_use]
    pub fn title(self) -> &'static str {
        match self {
            Self::PerformanceGroup => "Performance Group",
            Self::Board => "Board",
        }
    }

    /// In running text.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::PerformanceGroup => "the Performance Group",
            Self::Board => "the Board",
        }
    }
}

impl Step {
    /// The names of the events in the file, in the order of a case's life.
    pub const NAMES: [&str; 5] = ["opened", "escalated", "decided", "reviewed", "closed"];

    /// The name in the file.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Opened(_) => "opened",
            Self::Escalated => "escalated",
            Self::Decided(_) => "decided",
            Self::Reviewed => "reviewed",
            Self::Closed => "closed",
        }
    }
}

impl Case {
    /// A case that was opened with somebody.
    #[must_use]
    pub fn open(
        id: String,
        indicator: String,
        level: Level,
        date: NaiveDate,
        note: Option<String>,
        span: Range<usize>,
    ) -> Self {
        let event = Event { date, step: Step::Opened(level), note, span };
        let standing = Standing::opened(date, level);
        Self { id, indicator, events: vec![event], standing }
    }

    /// Adds what happened next.
    ///
    /// # Errors
    /// Says why it cannot have, with nothing changed.
    pub fn take(&mut self, event: Event) -> Result<(), Refused> {
        if let Some(last) = self.events.last().filter(|last| event.date < last.date) {
            return Err(Refused::Before(last.date));
        }
        self.standing.refusal_of(event.step).map_or(Ok(()), Err)?;
        self.standing.follow(event.date, event.step);
        self.events.push(event);
        Ok(())
    }

    /// What happened to it, the earliest first.
    #[must_use]
    pub fn events(&self) -> &[Event] {
        &self.events
    }

    /// Where it stands after everything that happened.
    #[must_use]
    pub fn standing(&self) -> Standing {
        self.standing
    }

    /// Where it stood at the end of a day; nothing before it was opened.
    #[must_use]
    pub fn standing_on(&self, day: NaiveDate) -> Option<Standing> {
        let happened = self.events.partition_point(|event| event.date <= day);
        let mut standing = None;
        for event in &self.events[..happened] {
            match (&mut standing, event.step) {
                (None, Step::Opened(level)) => standing = Some(Standing::opened(event.date, level)),
                (None, _) => {}
                (Some(standing), step) => standing.follow(event.date, step),
            }
        }
        standing
    }

    /// How many of some days, such as the Board's meetings, it was before the Board on, up to and including a day.
    #[must_use]
    pub fn times_before_the_board(&self, meetings: &[NaiveDate], up_to: NaiveDate) -> usize {
        let Some(standing) = self.standing_on(up_to) else { return 0 };
        let Some(since) = standing.with_board_since else { return 0 };
        let until = match standing.stage {
            Stage::With(_) => up_to,
            Stage::Closed { on, .. } => on,
        };
        meetings.iter().filter(|meeting| (since..=until).contains(meeting)).count()
    }
}

impl Standing {
    fn opened(on: NaiveDate, level: Level) -> Self {
        let with_board_since = (level == Level::Board).then_some(on);
        Self { stage: Stage::With(level), opened: on, with_board_since, decision: None, reviewed: None }
    }

    /// Goes on to where a step leads that can be taken from here.
    fn follow(&mut self, on: NaiveDate, step: Step) {
        match step {
            Step::Opened(_) => {}
            Step::Escalated => {
                self.stage = Stage::With(Level::Board);
                self.with_board_since = Some(on);
            }
            Step::Decided(decision) => self.decision = Some((on, decision)),
            Step::Reviewed => self.reviewed = Some(on),
            Step::Closed => self.stage = Stage::Closed { by: self.level(), on },
        }
    }

    /// Whether it waits for somebody.
    #[must_use]
    pub fn is_open(&self) -> bool {
        matches!(self.stage, Stage::With(_))
    }

    /// Who has it, or had it when it was closed.
    #[must_use]
    pub fn level(&self) -> Level {
        match self.stage {
            Stage::With(level) | Stage::Closed { by: level, .. } => level,
        }
    }

    /// The level at which it may close; nothing where none was agreed.
    #[must_use]
    pub fn acceptable(&self) -> Option<Acceptable> {
        self.decision.and_then(|(_, decision)| decision.acceptable)
    }

    /// The names of the steps it can take from here.
    #[must_use]
    pub fn possible(&self) -> &'static [&'static str] {
        match self.stage {
            Stage::With(Level::PerformanceGroup) => &["escalated", "reviewed", "closed"],
            Stage::With(Level::Board) if self.decision.is_none() => &["decided", "reviewed"],
            Stage::With(Level::Board) => &["decided", "reviewed", "closed"],
            Stage::Closed { .. } => &[],
        }
    }

    /// Why a step cannot be taken from here; nothing where it can.
    #[must_use]
    pub fn refusal_of(&self, step: Step) -> Option<Refused> {
        let level = match self.stage {
            Stage::With(level) => level,
            Stage::Closed { on, .. } => return Some(Refused::AlreadyClosed(on)),
        };
        match (step, level) {
            (Step::Opened(_), _) => Some(Refused::AlreadyOpened(self.opened)),
            (Step::Escalated, Level::Board) => {
                Some(Refused::AlreadyWithTheBoard(self.with_board_since.unwrap_or(self.opened)))
            }
            (Step::Decided(_), Level::PerformanceGroup) => Some(Refused::NotWithTheBoard),
            (Step::Closed, Level::Board) if self.decision.is_none() => Some(Refused::Undecided),
            (Step::Escalated | Step::Closed | Step::Reviewed, _) | (Step::Decided(_), Level::Board) => None,
        }
    }
}

#[cfg(test)]
mod tests;
