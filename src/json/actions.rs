//! `hwb.actions/1`.

use serde::Serialize;

use super::StrategyView;
use super::response::ActionView;
use crate::board::{ActionOnDay, ActionPlan};
use crate::files::ACTIONS;
use crate::registers::About;

#[derive(Serialize)]
struct ActionsView<'a> {
    schema: &'static str,
    as_of: String,
    meeting: Option<String>,
    strategy: StrategyView<'a>,
    summary: SummaryView,
    actions: Vec<PlannedView<'a>>,
    /// The register, where it has errors and was not used.
    unreadable_files: Vec<&'static str>,
}

#[derive(Serialize)]
struct SummaryView {
    actions: usize,
    /// Null where the plan could not be used.
    open: Option<usize>,
    /// Null where the plan could not be used.
    overdue: Option<usize>,
    /// Opened after the day, and not listed.
    later: usize,
}

#[derive(Serialize)]
struct PlannedView<'a> {
    #[serde(flatten)]
    action: ActionView<'a>,
    about_kind: &'static str,
    /// Of what it is about.
    title: &'a str,
    days_overdue: Option<i64>,
}

impl<'a> PlannedView<'a> {
    fn of(plan: &ActionPlan<'a>, row: &'a ActionOnDay) -> Self {
        let about = &row.action.about;
        Self {
            action: ActionView::of(row),
            about_kind: match about {
                About::Indicator(_) => "indicator",
                About::Objective(_) => "objective",
            },
            title: plan.strategy.title_of(about.id()),
            days_overdue: row.days_overdue(plan.occasion.registers_on),
        }
    }
}

/// The action plan as `hwb.actions/1`.
///
/// # Errors
/// None that input can cause: serialising these views does not fail.
pub fn actions(plan: &ActionPlan<'_>) -> serde_json::Result<String> {
    let known = |count: usize| (!plan.is_unreadable).then_some(count);
    super::text(&ActionsView {
        schema: "hwb.actions/1",
        as_of: plan.occasion.as_of.to_string(),
        meeting: plan.occasion.meeting.map(|meeting| meeting.date.to_string()),
        strategy: StrategyView::of(plan.strategy),
        summary: SummaryView {
            actions: plan.rows.len(),
            open: known(plan.open),
            overdue: known(plan.overdue),
            later: plan.later,
        },
        actions: plan.rows.iter().map(|row| PlannedView::of(plan, row)).collect(),
        unreadable_files: plan.is_unreadable.then_some(ACTIONS).into_iter().collect(),
    })
}
