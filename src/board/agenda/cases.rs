//! The open cases that a meeting has before it, and the decisions that nobody has followed up.

use chrono::NaiveDate;

use super::Row;
use crate::board::{ActionOnDay, CaseOnDay};
use crate::registers::{ActionStatus, Level};
use crate::strategy::Indicator;

/// A case before a meeting, with what is done about it.
#[derive(Debug, Clone)]
pub struct OpenCase<'a> {
    pub indicator: &'a Indicator,
    pub case: CaseOnDay,
    /// Those of the case, and those about the indicator that name none; dropped ones left out.
    pub actions: Vec<ActionOnDay>,
}

/// A decision of the Board that waits for somebody.
#[derive(Debug, Clone)]
pub struct FollowUp<'a> {
    pub indicator: &'a Indicator,
    pub case: CaseOnDay,
    /// The day of the decision.
    pub decided: NaiveDate,
    /// At least one.
    pub wants: Vec<Wanted>,
}

/// What a decision waits for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Wanted {
    /// The case was not reviewed since.
    Review,
    /// No action is recorded.
    Action,
    /// These are past their day.
    Overdue(Vec<String>),
}

impl Wanted {
    /// In JSON and CSV.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Review => "review",
            Self::Action => "action",
            Self::Overdue(_) => "overdue-action",
        }
    }
}

/// The cases that somebody has, in the order of the file.
pub(super) fn open<'a>(rows: &[Row<'a>], level: Level) -> Vec<OpenCase<'a>> {
    let cases = rows.iter().flat_map(|row| row.cases().iter().map(move |case| (row, case)));
    let with = cases.filter(|(_, case)| case.standing.level() == level);
    let open = with.map(|(row, case)| OpenCase {
        indicator: row.standing.indicator,
        case: case.clone(),
        actions: actions_of(row, case).cloned().collect(),
    });
    open.collect()
}

/// The open cases that the Board decided and that were not reviewed since, or whose actions are overdue or absent.
pub(super) fn follow_up<'a>(rows: &[Row<'a>]) -> Vec<FollowUp<'a>> {
    let cases = rows.iter().flat_map(|row| row.cases().iter().map(move |case| (row, case)));
    let waiting = cases.filter_map(|(row, case)| {
        let (decided, _) = case.standing.decision?;
        let wants = wants(row, case, decided);
        (!wants.is_empty()).then(|| FollowUp { indicator: row.standing.indicator, case: case.clone(), decided, wants })
    });
    waiting.collect()
}

fn wants(row: &Row<'_>, case: &CaseOnDay, decided: NaiveDate) -> Vec<Wanted> {
    let mut wants = Vec::new();
    if case.standing.reviewed.is_none_or(|reviewed| reviewed <= decided) {
        wants.push(Wanted::Review);
    }
    let overdue = actions_of(row, case).filter(|on_day| on_day.is_overdue).map(|on_day| on_day.action.id.clone());
    let overdue: Vec<String> = overdue.collect();
    if actions_of(row, case).next().is_none() {
        wants.push(Wanted::Action);
    } else if !overdue.is_empty() {
        wants.push(Wanted::Overdue(overdue));
    }
    wants
}

fn actions_of<'r>(row: &'r Row<'_>, case: &'r CaseOnDay) -> impl Iterator<Item = &'r ActionOnDay> {
    row.actions.iter().filter(|on_day| {
        let action = &on_day.action;
        action.status != ActionStatus::Dropped && action.case.as_ref().is_none_or(|id| *id == case.id)
    })
}
