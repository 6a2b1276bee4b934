//! What is done about an indicator: its cases, its actions, and what its lead says of the figure.

use chrono::NaiveDate;

use super::Occasion;
use crate::commentary::{Ask, Section};
use crate::judge::{Series, is_acceptable};
use crate::readings::{Marker, Readings};
use crate::registers::{self, Action, Case, Event, Level, Stage, Step};
use crate::strategy::{Indicator, Strategy};
use crate::time::Period;

/// What is said and done about one indicator, as of a day.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Response {
    /// Those that are open: the Board's first, then in the order of the register.
    pub cases: Vec<CaseOnDay>,
    /// Those that the Board closed below the level it had agreed, since the meeting before: each is shown once.
    pub closed_below: Vec<CaseOnDay>,
    /// Those opened by the day that are still to be done, or that were updated since the meeting before.
    pub actions: Vec<ActionOnDay>,
    pub remark: Remark,
}

/// A case as it stood on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CaseOnDay {
    pub id: String,
    pub standing: registers::Standing,
    /// Whether the agreed level is met; nothing where none was agreed, or the readings have errors.
    pub is_met: Option<bool>,
    /// At how many meetings the Board has had it.
    pub times_before_the_board: usize,
    /// What happened up to the day, the earliest first; never empty.
    pub events: Vec<Event>,
    /// How many of them the meeting before knew of.
    known_before: usize,
}

/// An action as its row says. The register keeps how it is now, not how it was.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActionOnDay {
    pub action: Action,
    /// Past its day, and neither done nor dropped.
    pub is_overdue: bool,
    /// Whether its row was changed after the day, so that it may have stood otherwise.
    pub is_later: bool,
}

/// What the lead says of the latest figure.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Remark {
    /// It was not looked for: nothing asks for it.
    #[default]
    NotAsked,
    /// Nothing is said.
    Missing,
    /// The file has errors, so it is not known.
    Unreadable,
    Said(Box<Section>),
}

impl Response {
    /// The case that matters most: the Board's before the Group's.
    #[must_use]
    pub fn case(&self) -> Option<&CaseOnDay> {
        self.cases.first()
    }

    /// Whether a case is open, or was closed in a way that has to be told: such an indicator is in every paper.
    #[must_use]
    pub fn has_case(&self) -> bool {
        !(self.cases.is_empty() && self.closed_below.is_empty())
    }

    /// Why the figure is what it is, in the lead's words: the first paragraph; nothing where nothing is said.
    #[must_use]
    pub fn reason(&self) -> Option<&str> {
        self.remark.section().map(Section::reason).filter(|reason| !reason.is_empty())
    }

    /// By which period recovery is expected: as the Board decided, else as the commentary says.
    #[must_use]
    pub fn recovery(&self) -> Option<Period> {
        self.cases.iter().find_map(CaseOnDay::recovery).or_else(|| self.remark.recovery())
    }

    /// Whether a recovery is expected that lies ahead of a day: one that should have been by then is none to expect of what has not
    /// recovered.
    #[must_use]
    pub fn expects_recovery(&self, as_of: NaiveDate) -> bool {
        self.recovery().is_some_and(|recovery| recovery.end() > as_of)
    }

    /// What the Board is asked to do: as the commentary says, else to decide a case that waits for it.
    #[must_use]
    pub fn ask(&self) -> Option<Ask> {
        let waits = self.cases.iter().any(CaseOnDay::waits_for_the_board);
        self.remark.section().and_then(|section| section.ask).or(waits.then_some(Ask::Decide))
    }

    /// The action that is overdue the longest.
    #[must_use]
    pub fn overdue_action(&self) -> Option<&Action> {
        let overdue = self.actions.iter().filter(|action| action.is_overdue).map(|action| &action.action);
        overdue.min_by_key(|action| action.due)
    }

    /// Whether somebody is to do something by a day. One that was ended after the day judged by counts: on that day it may have been
    /// still to be done.
    #[must_use]
    pub fn has_action(&self) -> bool {
        let may_be_open = |on_day: &ActionOnDay| on_day.action.status.is_open() || on_day.is_later;
        self.actions.iter().any(|on_day| may_be_open(on_day) && on_day.action.due.is_some())
    }
}

impl Remark {
    /// By which period the lead expects recovery; nothing where nothing is said of that.
    #[must_use]
    pub fn recovery(&self) -> Option<Period> {
        self.section()?.recovery
    }

    #[must_use]
    pub fn section(&self) -> Option<&Section> {
        match self {
            Self::Said(section) => Some(section),
            Self::NotAsked | Self::Missing | Self::Unreadable => None,
        }
    }
}

impl CaseOnDay {
    /// By which period the Board expects recovery; nothing where it decided none.
    #[must_use]
    pub fn recovery(&self) -> Option<Period> {
        self.standing.decision?.1.recovery
    }

    /// A case on the day of an occasion; nothing before it was opened. `readings` are those of its indicator, nothing where
    /// they have errors.
    pub(super) fn of(
        case: &Case,
        occasion: &Occasion<'_>,
        meetings: &[NaiveDate],
        judged: Option<(&Strategy, &Indicator, &Readings)>,
    ) -> Option<Self> {
        let day = occasion.registers_on;
        let standing = case.standing_on(day)?;
        let events: Vec<Event> = case.events().iter().filter(|event| event.date <= day).cloned().collect();
        Some(Self {
            id: case.id.clone(),
            is_met: judged.and_then(|judged| is_met(&standing, judged, occasion.as_of)),
            times_before_the_board: case.times_before_the_board(meetings, day),
            // The events are in the order of their days.
            known_before: events.partition_point(|event| !occasion.is_news(event.date)),
            events,
            standing,
        })
    }

    /// What happened since the Board's meeting before, the earliest first; all of it where there was none.
    #[must_use]
    pub fn news(&self) -> &[Event] {
        &self.events[self.known_before..]
    }

    /// What the latest decision says; nothing where there is none, or it says nothing.
    #[must_use]
    pub fn decided(&self) -> Option<&str> {
        let decision = self.events.iter().rev().find(|event| matches!(event.step, Step::Decided(_)));
        decision.and_then(|event| event.note.as_deref())
    }

    /// What was said of what happened last; nothing where nothing was.
    #[must_use]
    pub fn last_note(&self) -> Option<&str> {
        self.events.last().and_then(|event| event.note.as_deref())
    }

    /// Whether the Board has it and has yet to decide.
    #[must_use]
    pub fn waits_for_the_board(&self) -> bool {
        self.standing.stage == Stage::With(Level::Board) && self.standing.decision.is_none()
    }

    /// Whether the Board closed it, below the level it had agreed, at a time the meeting before could not know of.
    pub(super) fn is_newly_closed_below(&self, occasion: &Occasion<'_>) -> bool {
        match self.standing.stage {
            Stage::Closed { by: Level::Board, on } => occasion.is_news(on) && self.is_met == Some(false),
            _ => false,
        }
    }
}

/// Whether the level agreed for a case is met on a day, of a closed one on the day it was closed; nothing where none was agreed.
pub(super) fn is_met(
    standing: &registers::Standing,
    (strategy, indicator, readings): (&Strategy, &Indicator, &Readings),
    as_of: NaiveDate,
) -> Option<bool> {
    let (decided_on, decision) = standing.decision?;
    let acceptable = decision.acceptable?;
    let day = match standing.stage {
        Stage::With(_) => as_of,
        Stage::Closed { on, .. } => on,
    };
    let series = Series::new(strategy, indicator, readings, day);
    let known_then = readings.known(decided_on).latest().map(|row| row.period);
    let is_met = is_acceptable(&series, acceptable, known_then);
    // A figure that may not be shown can have met it: that is not to be read off here.
    let is_hidden = series.known.rows().iter().any(|row| {
        let is_later = known_then.is_none_or(|then| row.period > then);
        is_later && row.has(Marker::Suppressed)
    });
    (is_met || !is_hidden).then_some(is_met)
}

impl ActionOnDay {
    /// An action on a day; nothing before it was opened.
    pub(super) fn of(action: &Action, as_of: NaiveDate) -> Option<Self> {
        let is_later = action.updated.is_some_and(|updated| updated > as_of);
        let is_opened = action.opened <= as_of;
        is_opened.then(|| Self { is_overdue: is_overdue(action, as_of), is_later, action: action.clone() })
    }

    /// How many days it is past the one by which it was to be done; nothing where it is not.
    #[must_use]
    pub fn days_overdue(&self, as_of: NaiveDate) -> Option<i64> {
        self.action.due.filter(|_| self.is_overdue).map(|due| (as_of - due).num_days())
    }

    /// Whether a paper tells of it: it is still to be done, or was ended since the meeting before.
    pub(super) fn is_told(&self, occasion: &Occasion<'_>) -> bool {
        let is_news = self.action.updated.is_some_and(|updated| occasion.is_news(updated));
        self.action.status.is_open() || self.is_later || is_news
    }
}

fn is_overdue(action: &Action, as_of: NaiveDate) -> bool {
    action.status.is_open() && action.due.is_some_and(|due| as_of > due)
}
