//! `hwb.cases/1`.

use serde::Serialize;

use super::StrategyView;
use super::response::CaseHistoryView;
use crate::board::{Cases, ListedCase, Suggestion};
use crate::files::ESCALATIONS;

#[derive(Serialize)]
struct CasesView<'a> {
    schema: &'static str,
    as_of: String,
    meeting: Option<String>,
    strategy: StrategyView<'a>,
    summary: SummaryView,
    cases: Vec<ListedView<'a>>,
    suggestions: Vec<SuggestionView<'a>>,
    /// The register, where it has errors and was not used.
    unreadable_files: Vec<&'static str>,
}

#[derive(Serialize)]
struct SummaryView {
    cases: usize,
    /// Null where the log could not be used.
    open: Option<usize>,
    /// Opened after the day, and not listed.
    later: usize,
}

#[derive(Serialize)]
struct ListedView<'a> {
    indicator: &'a str,
    /// The indicator's.
    title: &'a str,
    #[serde(flatten)]
    case: CaseHistoryView<'a>,
}

#[derive(Serialize)]
pub(super) struct SuggestionView<'a> {
    /// `open`, `raise` or `close`.
    step: &'static str,
    indicator: &'a str,
    /// The indicator's.
    title: &'a str,
    case: Option<&'a str>,
    reason: &'a str,
    command: String,
}

impl<'a> SuggestionView<'a> {
    pub(super) fn of(suggestion: &'a Suggestion<'_>) -> Self {
        Self {
            step: suggestion.step.name(),
            indicator: &suggestion.indicator.id,
            title: &suggestion.indicator.title,
            case: suggestion.step.case(),
            reason: &suggestion.reason,
            command: suggestion.command(),
        }
    }
}

impl<'a> ListedView<'a> {
    fn of(listed: &'a ListedCase<'_>) -> Self {
        let indicator = listed.indicator;
        Self { indicator: &indicator.id, title: &indicator.title, case: CaseHistoryView::of(&listed.case) }
    }
}

/// The cases as `hwb.cases/1`.
///
/// # Errors
/// None that input can cause: serialising these views does not fail.
pub fn cases(cases: &Cases<'_>) -> serde_json::Result<String> {
    super::text(&CasesView {
        schema: "hwb.cases/1",
        as_of: cases.occasion.as_of.to_string(),
        meeting: cases.occasion.meeting.map(|meeting| meeting.date.to_string()),
        strategy: StrategyView::of(cases.strategy),
        summary: SummaryView {
            cases: cases.rows.len(),
            open: (!cases.is_unreadable).then_some(cases.open),
            later: cases.later,
        },
        cases: cases.rows.iter().map(ListedView::of).collect(),
        suggestions: cases.suggestions.iter().map(SuggestionView::of).collect(),
        unreadable_files: cases.is_unreadable.then_some(ESCALATIONS).into_iter().collect(),
    })
}
