//! `hwb.actions/1`.

use serde::Serialize;

use super::StrategyView;
use crate::board::{ActionPlan, PlannedAction, title};
use crate::registers::About;
use crate::strategy::Strategy;

#[derive(Serialize)]
struct ActionsView<'a> {
    schema: &'static str,
    as_of: String,
    strategy: StrategyView<'a>,
    summary: SummaryView,
    actions: Vec<ActionView<'a>>,
}

#[derive(Serialize)]
struct SummaryView {
    actions: usize,
    open: usize,
    overdue: usize,
    /// Opened after the day, and not listed.
    later: usize,
}

#[derive(Serialize)]
struct ActionView<'a> {
    id: &'a str,
    about: &'a str,
    about_kind: &'static str,
    title: &'a str,
    action: &'a str,
    owner: &'a str,
    opened: String,
    due: Option<String>,
    status: &'static str,
    overdue: bool,
    days_overdue: Option<i64>,
    updated: Option<String>,
    updated_later: bool,
    case: Option<&'a str>,
    note: Option<&'a str>,
}

impl<'a> ActionView<'a> {
    fn of(strategy: &'a Strategy, row: &'a PlannedAction) -> Self {
        let action = &row.action;
        Self {
            id: &action.id,
            about: action.about.id(),
            about_kind: match action.about {
                About::Indicator(_) => "indicator",
                About::Objective(_) => "objective",
            },
            title: title(strategy, action.about.id()),
            action: &action.action,
            owner: &action.owner,
            opened: action.opened.to_string(),
            due: action.due.map(|due| due.to_string()),
            status: action.status.name(),
            overdue: row.days_overdue.is_some(),
            days_overdue: row.days_overdue,
            updated: action.updated.map(|updated| updated.to_string()),
            updated_later: row.is_updated_later,
            case: action.case.as_deref(),
            note: action.note.as_deref(),
        }
    }
}

/// The action plan as `hwb.actions/1`.
///
/// # Errors
/// None that input can cause: serialising these views does not fail.
pub fn actions(plan: &ActionPlan<'_>) -> serde_json::Result<String> {
    super::text(&ActionsView {
        schema: "hwb.actions/1",
        as_of: plan.as_of.to_string(),
        strategy: StrategyView::of(plan.strategy),
        summary: SummaryView { actions: plan.rows.len(), open: plan.open, overdue: plan.overdue, later: plan.later },
        actions: plan.rows.iter().map(|row| ActionView::of(plan.strategy, row)).collect(),
    })
}
