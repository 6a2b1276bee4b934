//! `hwb.exceptions/1`.

use serde::Serialize;

use super::StrategyView;
use super::indicator::IndicatorView;
use super::response::ActionView;
use crate::board::{ExceptionRow, Exceptions, Lacks, Movement, ObjectiveRow};
use crate::commentary::{Ask, Section};

#[derive(Serialize)]
struct ExceptionsView<'a> {
    schema: &'static str,
    as_of: String,
    meeting: Option<String>,
    strategy: StrategyView<'a>,
    looked_at: usize,
    indicators: Vec<ExceptionView<'a>>,
    objectives: Vec<ObjectiveView<'a>>,
    /// Ids of those whose files have errors.
    unreadable: Vec<&'a str>,
    /// Ids of those that would be listed and are managed elsewhere.
    managed_elsewhere: Vec<&'a str>,
    /// Registers and commentary that have errors and were not used.
    unreadable_files: &'a [String],
}

#[derive(Serialize)]
struct ExceptionView<'a> {
    #[serde(flatten)]
    indicator: IndicatorView<'a>,
    /// What each rule in `exceptions` found, in the same order.
    reasons: Vec<&'a str>,
    /// What changed about it since the Board's meeting before: `newly-red`, `recovered`, `other`.
    movement: Option<&'static str>,
    readings_off_target: usize,
    first_reported: Option<String>,
    times_before_the_board: usize,
    /// Why, in the lead's words.
    reason: Option<&'a str>,
    actions: Vec<ActionView<'a>>,
    recovery: Option<String>,
    ask: Option<&'static str>,
    /// What a red row has to say and does not.
    lacks: Vec<&'static str>,
}

#[derive(Serialize)]
struct ObjectiveView<'a> {
    id: &'a str,
    title: &'a str,
    chapter: &'a str,
    reason: Option<&'a str>,
    recovery: Option<String>,
    ask: Option<&'static str>,
    actions: Vec<ActionView<'a>>,
}

/// The exceptions as `hwb.exceptions/1`.
///
/// # Errors
/// None that input can cause: serialising these views does not fail.
pub fn exceptions(exceptions: &Exceptions<'_>) -> serde_json::Result<String> {
    super::text(&ExceptionsView {
        schema: "hwb.exceptions/1",
        as_of: exceptions.occasion.as_of.to_string(),
        meeting: exceptions.occasion.meeting.map(|meeting| meeting.date.to_string()),
        strategy: StrategyView::of(exceptions.strategy),
        looked_at: exceptions.looked_at,
        indicators: exceptions.rows.iter().map(|row| ExceptionView::of(exceptions, row)).collect(),
        objectives: exceptions.objectives.iter().map(ObjectiveView::of).collect(),
        unreadable: exceptions.unreadable.iter().map(|indicator| indicator.id.as_str()).collect(),
        managed_elsewhere: exceptions.managed_elsewhere.iter().map(|indicator| indicator.id.as_str()).collect(),
        unreadable_files: &exceptions.unusable,
    })
}

impl<'a> ExceptionView<'a> {
    fn of(exceptions: &'a Exceptions<'a>, row: &'a ExceptionRow<'a>) -> Self {
        let standing = &row.standing;
        let response = &standing.response;
        Self {
            indicator: IndicatorView::of(exceptions.strategy, standing),
            reasons: standing.exceptions.iter().map(|exception| exception.reason.as_str()).collect(),
            movement: standing.moved.as_ref().and_then(|moved| moved.movement).map(Movement::name),
            readings_off_target: row.readings_off_target,
            first_reported: row.first_reported.map(|day| day.to_string()),
            times_before_the_board: response.case().map_or(0, |case| case.times_before_the_board),
            reason: response.reason(),
            actions: response.actions.iter().map(ActionView::of).collect(),
            recovery: response.recovery().map(|period| period.to_string()),
            ask: response.ask().map(Ask::name),
            lacks: row.lacks().into_iter().map(Lacks::name).collect(),
        }
    }
}

impl<'a> ObjectiveView<'a> {
    fn of(row: &'a ObjectiveRow<'a>) -> Self {
        let section = row.remark.section();
        Self {
            id: row.id,
            title: &row.objective.title,
            chapter: &row.objective.chapter,
            reason: section.map(Section::reason),
            recovery: section.and_then(|section| section.recovery).map(|period| period.to_string()),
            ask: section.and_then(|section| section.ask).map(Ask::name),
            actions: row.actions.iter().map(ActionView::of).collect(),
        }
    }
}
