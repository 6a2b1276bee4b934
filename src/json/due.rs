//! `hwb.due/1`.

use serde::Serialize;

use super::StrategyView;
use super::response::{ActionView, CaseView};
use crate::board::{FigureOwed, LeadOwing, Owing, OwingCount};
use crate::strategy::Sitting;

#[derive(Serialize)]
struct DueView<'a> {
    schema: &'static str,
    as_of: String,
    meeting: Option<String>,
    strategy: StrategyView<'a>,
    within: String,
    until: String,
    next_meeting: Option<MeetingView>,
    summary: SummaryView,
    leads: Vec<LeadView<'a>>,
    /// Ids of those whose files have errors.
    unreadable: Vec<&'a str>,
    /// Registers and commentary that have errors and were not used.
    unreadable_files: &'a [String],
}

/// The meeting of the Board that needs what is owed.
#[derive(Serialize)]
struct MeetingView {
    date: String,
    data_due: String,
    papers_due: Option<String>,
}

#[derive(Serialize)]
struct SummaryView {
    figures_late: usize,
    figures_due: usize,
    figures_no_date: usize,
    commentary: usize,
    actions_late: usize,
    actions_due: usize,
    cases: usize,
    needed: usize,
}

#[derive(Serialize)]
struct LeadView<'a> {
    id: &'a str,
    title: &'a str,
    officer: Option<&'a str>,
    contact: Option<&'a str>,
    /// What is owed, then the next of each indicator.
    figures: Vec<FigureView<'a>>,
    commentary: Vec<CommentaryView<'a>>,
    actions: Vec<ActionOwedView<'a>>,
    cases: Vec<CaseOwedView<'a>>,
}

#[derive(Serialize)]
struct FigureView<'a> {
    indicator: &'a str,
    title: &'a str,
    period: String,
    expected: Option<String>,
    timing: &'static str,
    days_late: Option<i64>,
    sources: &'a [String],
    needed: bool,
}

#[derive(Serialize)]
struct CommentaryView<'a> {
    indicator: &'a str,
    title: &'a str,
    period: String,
    needed: bool,
}

#[derive(Serialize)]
struct ActionOwedView<'a> {
    #[serde(flatten)]
    action: ActionView<'a>,
    timing: &'static str,
    days_late: Option<i64>,
    needed: bool,
}

#[derive(Serialize)]
struct CaseOwedView<'a> {
    indicator: &'a str,
    title: &'a str,
    #[serde(flatten)]
    case: CaseView<'a>,
    needed: bool,
}

/// What is owed as `hwb.due/1`.
///
/// # Errors
/// None that input can cause: serialising these views does not fail.
pub fn due(owing: &Owing<'_>) -> serde_json::Result<String> {
    super::text(&DueView {
        schema: "hwb.due/1",
        as_of: owing.occasion.as_of.to_string(),
        meeting: owing.occasion.meeting.map(|meeting| meeting.date.to_string()),
        strategy: StrategyView::of(owing.strategy),
        within: owing.within.to_string(),
        until: owing.until.to_string(),
        next_meeting: owing.meeting.map(|meeting| MeetingView::of(&meeting)),
        summary: SummaryView::of(&owing.count),
        leads: owing.leads.iter().map(|lead| LeadView::of(owing, lead)).collect(),
        unreadable: owing.unreadable.iter().map(|indicator| indicator.id.as_str()).collect(),
        unreadable_files: &owing.unusable,
    })
}

impl MeetingView {
    fn of(meeting: &Sitting<'_>) -> Self {
        Self {
            date: meeting.date.to_string(),
            data_due: meeting.data_due.to_string(),
            papers_due: meeting.papers_due.map(|day| day.to_string()),
        }
    }
}

impl SummaryView {
    fn of(count: &OwingCount) -> Self {
        Self {
            figures_late: count.late,
            figures_due: count.due,
            figures_no_date: count.no_date,
            commentary: count.commentary,
            actions_late: count.actions_late,
            actions_due: count.actions_due,
            cases: count.cases,
            needed: count.needed,
        }
    }
}

impl<'a> LeadView<'a> {
    fn of(owing: &'a Owing<'a>, lead: &'a LeadOwing<'a>) -> Self {
        let commentary = lead.commentary.iter().map(|owed| CommentaryView {
            indicator: &owed.indicator.id,
            title: &owed.indicator.title,
            period: owed.period.to_string(),
            needed: owing.meeting.is_some(),
        });
        let actions = lead.actions.iter().map(|owed| ActionOwedView {
            action: ActionView::of(&owed.on_day),
            timing: owed.timing.name(),
            days_late: owed.timing.days_late(),
            needed: owing.is_needed(Some(owed.due)),
        });
        let cases = lead.cases.iter().map(|owed| CaseOwedView {
            indicator: &owed.indicator.id,
            title: &owed.indicator.title,
            case: CaseView::of(&owed.case),
            needed: owing.meeting.is_some(),
        });
        Self {
            id: lead.id,
            title: owing.strategy.lead_title(lead.id),
            officer: lead.lead.officer.as_deref(),
            contact: lead.lead.contact.as_deref().filter(|contact| !contact.is_empty()),
            figures: lead.figures.iter().chain(&lead.next).map(|figure| FigureView::of(owing, figure)).collect(),
            commentary: commentary.collect(),
            actions: actions.collect(),
            cases: cases.collect(),
        }
    }
}

impl<'a> FigureView<'a> {
    fn of(owing: &Owing<'_>, figure: &FigureOwed<'a>) -> Self {
        Self {
            indicator: &figure.indicator.id,
            title: &figure.indicator.title,
            period: figure.owed.period.to_string(),
            expected: figure.owed.expected.map(|day| day.to_string()),
            timing: figure.timing.name(),
            days_late: figure.timing.days_late(),
            sources: &figure.indicator.sources,
            needed: owing.is_needed(figure.owed.expected),
        }
    }
}
