//! Cases, actions and what was said, as every answer has them.

use serde::Serialize;

use crate::board::{ActionOnDay, CaseOnDay};
use crate::commentary::{Ask, Section};
use crate::registers::{Event, Stage, Step};

/// An open case.
#[derive(Serialize)]
pub(super) struct CaseView<'a> {
    id: &'a str,
    stage: &'static str,
    acceptable: Option<String>,
    met: Option<bool>,
    opened: String,
    with_board_since: Option<String>,
    recovery: Option<String>,
    decided: Option<&'a str>,
    times_before_the_board: usize,
    /// What happened since the Board's meeting before.
    news: Vec<EventView<'a>>,
}

/// Something that happened to a case.
#[derive(Serialize)]
pub(super) struct EventView<'a> {
    date: String,
    event: &'static str,
    acceptable: Option<String>,
    recovery: Option<String>,
    note: Option<&'a str>,
}

/// A case in all that happened to it.
#[derive(Serialize)]
pub(super) struct CaseHistoryView<'a> {
    #[serde(flatten)]
    case: CaseView<'a>,
    closed: Option<String>,
    events: Vec<EventView<'a>>,
}

/// A section of commentary.
#[derive(Serialize)]
pub(super) struct SectionView<'a> {
    period: String,
    recovery: Option<String>,
    ask: Option<&'static str>,
    /// The first paragraph.
    reason: &'a str,
    /// Markdown, the first paragraph included.
    text: &'a str,
}

#[derive(Serialize)]
pub(super) struct ActionView<'a> {
    id: &'a str,
    about: &'a str,
    action: &'a str,
    owner: &'a str,
    opened: String,
    due: Option<String>,
    status: &'static str,
    overdue: bool,
    updated: Option<String>,
    /// Whether the row was changed after the day judged by.
    updated_later: bool,
    case: Option<&'a str>,
    note: Option<&'a str>,
}

impl<'a> CaseView<'a> {
    pub(super) fn of(case: &'a CaseOnDay) -> Self {
        let standing = &case.standing;
        Self {
            id: &case.id,
            stage: standing.level().name(),
            acceptable: standing.acceptable().map(|acceptable| acceptable.to_string()),
            met: case.is_met,
            opened: standing.opened.to_string(),
            with_board_since: standing.with_board_since.map(|day| day.to_string()),
            recovery: standing.decision.and_then(|(_, decision)| decision.recovery).map(|period| period.to_string()),
            decided: case.decided(),
            times_before_the_board: case.times_before_the_board,
            news: case.news().iter().map(EventView::of).collect(),
        }
    }
}

impl<'a> CaseHistoryView<'a> {
    pub(super) fn of(case: &'a CaseOnDay) -> Self {
        let closed = match case.standing.stage {
            Stage::Closed { on, .. } => Some(on.to_string()),
            Stage::With(_) => None,
        };
        Self { case: CaseView::of(case), closed, events: case.events.iter().map(EventView::of).collect() }
    }
}

impl<'a> SectionView<'a> {
    pub(super) fn of(section: &'a Section) -> Self {
        Self {
            period: section.period.to_string(),
            recovery: section.recovery.map(|period| period.to_string()),
            ask: section.ask.map(Ask::name),
            reason: section.reason(),
            text: &section.body,
        }
    }
}

impl<'a> EventView<'a> {
    pub(super) fn of(event: &'a Event) -> Self {
        let decision = match event.step {
            Step::Decided(decision) => Some(decision),
            _ => None,
        };
        Self {
            date: event.date.to_string(),
            event: event.step.name(),
            acceptable: decision.and_then(|decision| decision.acceptable).map(|acceptable| acceptable.to_string()),
            recovery: decision.and_then(|decision| decision.recovery).map(|period| period.to_string()),
            note: event.note.as_deref(),
        }
    }
}

impl<'a> ActionView<'a> {
    pub(super) fn of(on_day: &'a ActionOnDay) -> Self {
        let action = &on_day.action;
        Self {
            id: &action.id,
            about: action.about.id(),
            action: &action.action,
            owner: &action.owner,
            opened: action.opened.to_string(),
            due: action.due.map(|day| day.to_string()),
            status: action.status.name(),
            overdue: on_day.is_overdue,
            updated: action.updated.map(|day| day.to_string()),
            updated_later: on_day.is_later,
            case: action.case.as_deref(),
            note: action.note.as_deref(),
        }
    }
}
