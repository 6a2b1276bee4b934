//! `hwb.cases/1`.

use serde::Serialize;

use super::StrategyView;
use crate::board::{CaseOnDay, Cases};
use crate::registers::Stage;

#[derive(Serialize)]
struct CasesView<'a> {
    schema: &'static str,
    as_of: String,
    strategy: StrategyView<'a>,
    summary: SummaryView,
    cases: Vec<CaseView<'a>>,
}

#[derive(Serialize)]
struct SummaryView {
    cases: usize,
    open: usize,
    /// Opened after the day, and not listed.
    later: usize,
}

#[derive(Serialize)]
struct CaseView<'a> {
    id: &'a str,
    indicator: &'a str,
    title: &'a str,
    stage: &'static str,
    /// Who has it, or had it when it was closed.
    level: &'static str,
    opened: String,
    with_board_since: Option<String>,
    decided: Option<String>,
    acceptable: Option<String>,
    met: Option<bool>,
    recovery: Option<String>,
    reviewed: Option<String>,
    closed: Option<String>,
    last: EventView<'a>,
}

#[derive(Serialize)]
struct EventView<'a> {
    event: &'static str,
    date: String,
    note: Option<&'a str>,
}

impl<'a> CaseView<'a> {
    fn of(case: &'a CaseOnDay<'_>) -> Self {
        let standing = &case.standing;
        let last = &case.last;
        Self {
            id: &case.id,
            indicator: &case.indicator.id,
            title: &case.indicator.title,
            stage: standing.stage.name(),
            level: standing.level().name(),
            opened: standing.opened.to_string(),
            with_board_since: standing.with_board_since.map(|since| since.to_string()),
            decided: standing.decision.map(|(on, _)| on.to_string()),
            acceptable: standing.acceptable().map(|acceptable| acceptable.to_string()),
            met: case.is_level_reached,
            recovery: case.recovery.map(|period| period.to_string()),
            reviewed: standing.reviewed.map(|on| on.to_string()),
            closed: match standing.stage {
                Stage::Closed { on, .. } => Some(on.to_string()),
                Stage::With(_) => None,
            },
            last: EventView { event: last.step.name(), date: last.date.to_string(), note: last.note.as_deref() },
        }
    }
}

/// The cases as `hwb.cases/1`.
///
/// # Errors
/// None that input can cause: serialising these views does not fail.
pub fn cases(cases: &Cases<'_>) -> serde_json::Result<String> {
    super::text(&CasesView {
        schema: "hwb.cases/1",
        as_of: cases.as_of.to_string(),
        strategy: StrategyView::of(cases.strategy),
        summary: SummaryView { cases: cases.rows.len(), open: cases.open, later: cases.later },
        cases: cases.rows.iter().map(CaseView::of).collect(),
    })
}
