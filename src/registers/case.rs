//! The life of a case: which steps it can take, and where it stands on a day.
//!
//! A case is opened with the Performance Group or with the Board. The Group may review it, close it or escalate it; what is
//! with the Board the Board reviews, decides, and closes once it has decided. A closed case is over: what happens later is a
//! case of its own.

use std::ops::Range;

use chrono::NaiveDate;

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

/// Why a case cannot take a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// It was opened before.
    AlreadyOpened(NaiveDate),
    /// It is before the Board, and there is nobody to escalate it to.
    AlreadyWithTheBoard(NaiveDate),
    /// Only the Board decides, and the Performance Group has it.
    NotWithTheBoard,
    /// The Board has it and has not decided.
    Undecided,
    AlreadyClosed(NaiveDate),
    /// The step before it was taken on a later day.
    Before(NaiveDate),
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
mod tests {
    use super::*;

    fn day(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2013, 11, day).unwrap()
    }

    fn opened(level: Level) -> Case {
        Case::open("E3".to_owned(), "neet".to_owned(), level, day(1), None, 0..0)
    }

    fn event(on: u32, step: Step) -> Event {
        Event { date: day(on), step, note: None, span: 0..0 }
    }

    fn decided(acceptable: &str) -> Step {
        Step::Decided(Decision { acceptable: Acceptable::read(acceptable).ok(), recovery: None })
    }

    /// What the steps come to, taken on one day after the other.
    fn after(level: Level, steps: &[Step]) -> Result<Case, Refused> {
        let mut case = opened(level);
        for (on, step) in (2..).zip(steps) {
            case.take(event(on, *step))?;
        }
        Ok(case)
    }

    #[test]
    fn the_performance_group_may_close_its_own_case() {
        let case = after(Level::PerformanceGroup, &[Step::Reviewed, Step::Closed]).unwrap();
        assert_eq!(case.standing().stage, Stage::Closed { by: Level::PerformanceGroup, on: day(3) });
        assert_eq!(case.standing().reviewed, Some(day(2)));
    }

    #[test]
    fn a_case_with_the_board_is_closed_only_once_it_was_decided() {
        assert_eq!(after(Level::Board, &[Step::Closed]), Err(Refused::Undecided));
        assert_eq!(after(Level::PerformanceGroup, &[Step::Escalated, Step::Closed]), Err(Refused::Undecided));
        let case = after(Level::PerformanceGroup, &[Step::Escalated, decided("<=430"), Step::Closed]).unwrap();
        assert_eq!(case.standing().stage, Stage::Closed { by: Level::Board, on: day(4) });
    }

    #[test]
    fn a_step_that_cannot_be_taken_says_why_and_changes_nothing() {
        let refused = [
            (Level::Board, vec![Step::Opened(Level::Board)], Refused::AlreadyOpened(day(1))),
            (Level::Board, vec![Step::Escalated], Refused::AlreadyWithTheBoard(day(1))),
            (Level::PerformanceGroup, vec![Step::Escalated, Step::Escalated], Refused::AlreadyWithTheBoard(day(2))),
            (Level::PerformanceGroup, vec![decided("<=430")], Refused::NotWithTheBoard),
            (Level::PerformanceGroup, vec![Step::Closed, Step::Reviewed], Refused::AlreadyClosed(day(2))),
            (Level::PerformanceGroup, vec![Step::Closed, Step::Opened(Level::Board)], Refused::AlreadyClosed(day(2))),
        ];
        for (level, steps, why) in refused {
            assert_eq!(after(level, &steps), Err(why), "{steps:?}");
        }
        let mut case = opened(Level::PerformanceGroup);
        let before = case.clone();
        assert_eq!(case.take(event(9, decided("<=430"))), Err(Refused::NotWithTheBoard));
        assert_eq!(case, before);
    }

    #[test]
    fn no_step_is_taken_before_the_one_before_it() {
        let mut case = opened(Level::PerformanceGroup);
        case.take(event(5, Step::Escalated)).unwrap();
        case.take(event(5, decided("<=430"))).unwrap();
        assert_eq!(case.take(event(4, Step::Reviewed)), Err(Refused::Before(day(5))));
    }

    #[test]
    fn what_is_possible_is_what_is_not_refused() {
        let walks: [&[Step]; 5] = [
            &[],
            &[Step::Escalated],
            &[Step::Escalated, decided("on-target")],
            &[Step::Escalated, decided("on-target"), Step::Closed],
            &[Step::Closed],
        ];
        let steps = [Step::Opened(Level::Board), Step::Escalated, decided("<=1"), Step::Reviewed, Step::Closed];
        assert_eq!(steps.each_ref().map(Step::name), Step::NAMES);
        for walk in walks {
            let case = after(Level::PerformanceGroup, walk).unwrap();
            let standing = case.standing();
            let legal: Vec<&str> =
                steps.iter().filter(|step| standing.refusal_of(**step).is_none()).map(Step::name).collect();
            assert_eq!(legal, standing.possible(), "{walk:?}");
        }
    }

    #[test]
    fn the_latest_decision_rules() {
        let case = after(Level::Board, &[decided("<=430"), Step::Reviewed, decided("<=440 for 2")]).unwrap();
        let on = |on: u32| case.standing_on(day(on)).and_then(|standing| standing.acceptable());
        assert_eq!(on(1), None);
        assert_eq!(on(3), Acceptable::read("<=430").ok());
        assert_eq!(on(4), Acceptable::read("<=440 for 2").ok());
    }

    #[test]
    fn a_past_day_is_answered_as_it_was() {
        let case = after(Level::PerformanceGroup, &[Step::Escalated, decided("<=430"), Step::Closed]).unwrap();
        let stage = |on: u32| case.standing_on(day(on)).map(|standing| standing.stage);
        assert_eq!(case.standing_on(day(1).pred_opt().unwrap()), None);
        assert_eq!(stage(1), Some(Stage::With(Level::PerformanceGroup)));
        assert_eq!(stage(2), Some(Stage::With(Level::Board)));
        assert_eq!(stage(30), Some(Stage::Closed { by: Level::Board, on: day(4) }));
    }

    #[test]
    fn the_meetings_that_count_are_those_at_which_the_board_had_the_case() {
        let case =
            after(Level::PerformanceGroup, &[Step::Reviewed, Step::Escalated, decided("<=430"), Step::Closed]).unwrap();
        let meetings = [1, 3, 4, 5, 6, 20].map(day);
        assert_eq!(case.times_before_the_board(&meetings, day(2)), 0);
        assert_eq!(case.times_before_the_board(&meetings, day(3)), 1);
        assert_eq!(case.times_before_the_board(&meetings, day(30)), 3);
    }
}
