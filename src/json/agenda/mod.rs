//! `hwb.agenda/1`.

mod items;

use chrono::NaiveDate;
use serde::Serialize;

use super::StrategyView;
use super::cases::SuggestionView;
use crate::board::{Agenda, Tally};
use crate::strategy::{Sitting, Strategy};
use items::{
    AlternativeView, AuditView, CaseItemView, FigureView, FocusView, FollowUpView, InviteeView, ReportView, ThemeView,
};

/// Empty but for the first four where no meeting is ahead.
#[derive(Serialize)]
struct AgendaView<'a> {
    schema: &'static str,
    as_of: String,
    strategy: StrategyView<'a>,
    /// The id of the body; `board` for the Board itself.
    body: &'a str,
    meeting: Option<MeetingView<'a>>,
    /// The day by which figures were judged.
    judged_on: Option<String>,
    reports: Vec<ReportView<'a>>,
    audit: Option<AuditView>,
    progress: Option<ProgressView>,
    themes: Vec<ThemeView<'a>>,
    focus: Vec<FocusView<'a>>,
    alternatives: Vec<AlternativeView<'a>>,
    cases: Vec<CaseItemView<'a>>,
    suggestions: Vec<SuggestionView<'a>>,
    follow_up: Vec<FollowUpView<'a>>,
    figures: Vec<FigureView<'a>>,
    /// Ids of indicators off target of whose figure nothing is said.
    without_commentary: Vec<&'a str>,
    invitees: Vec<InviteeView<'a>>,
    /// Ids of those whose files have errors.
    unreadable: Vec<&'a str>,
    /// Registers and commentary that have errors and were not used.
    unreadable_files: &'a [String],
}

#[derive(Serialize)]
struct MeetingView<'a> {
    date: String,
    title: Option<&'a str>,
    note: Option<&'a str>,
    data_due: String,
    papers_due: Option<String>,
    working_days_left: usize,
    /// Whether `[[meetings]]` has it; else a rule gives it.
    declared: bool,
}

#[derive(Serialize)]
struct ProgressView {
    priority: Option<TallyView>,
    exceptions: usize,
}

#[derive(Serialize)]
struct TallyView {
    measures: usize,
    green: usize,
    amber: usize,
    red: usize,
}

/// The agenda as `hwb.agenda/1`.
///
/// # Errors
/// None that input can cause: serialising these views does not fail.
pub fn agenda(agenda: &Agenda<'_>) -> serde_json::Result<String> {
    super::text(&AgendaView {
        meeting: Some(MeetingView::of(&agenda.sitting, agenda.working_days_left)),
        judged_on: agenda.progress.map(|_| agenda.judged_on.to_string()),
        reports: agenda.reports.iter().map(|due| ReportView::of(agenda.strategy, due)).collect(),
        audit: agenda.audit.map(AuditView::of),
        progress: agenda.progress.map(|progress| ProgressView {
            priority: progress.priority.map(TallyView::of),
            exceptions: progress.exceptions,
        }),
        themes: agenda.themes.iter().map(ThemeView::of).collect(),
        focus: agenda.focus.iter().map(FocusView::of).collect(),
        alternatives: agenda.alternatives.iter().map(AlternativeView::of).collect(),
        cases: agenda.cases.iter().map(CaseItemView::of).collect(),
        suggestions: agenda.suggestions.iter().map(SuggestionView::of).collect(),
        follow_up: agenda.follow_up.iter().map(FollowUpView::of).collect(),
        figures: agenda.figures.iter().flat_map(FigureView::each).collect(),
        without_commentary: agenda.without_commentary.iter().map(|indicator| indicator.id.as_str()).collect(),
        invitees: agenda.invitees.iter().map(InviteeView::of).collect(),
        unreadable: agenda.unreadable.iter().map(|indicator| indicator.id.as_str()).collect(),
        unreadable_files: &agenda.unusable,
        ..AgendaView::empty(agenda.strategy, agenda.sitting.body, agenda.as_of)
    })
}

/// `hwb.agenda/1` where a body has no meeting ahead: `meeting` is null.
///
/// # Errors
/// None that input can cause: serialising these views does not fail.
pub fn no_meeting(strategy: &Strategy, body: Option<&str>, as_of: NaiveDate) -> serde_json::Result<String> {
    super::text(&AgendaView::empty(strategy, body, as_of))
}

impl<'a> AgendaView<'a> {
    fn empty(strategy: &'a Strategy, body: Option<&'a str>, as_of: NaiveDate) -> Self {
        Self {
            schema: "hwb.agenda/1",
            as_of: as_of.to_string(),
            strategy: StrategyView::of(strategy),
            body: body.unwrap_or("board"),
            meeting: None,
            judged_on: None,
            reports: Vec::new(),
            audit: None,
            progress: None,
            themes: Vec::new(),
            focus: Vec::new(),
            alternatives: Vec::new(),
            cases: Vec::new(),
            suggestions: Vec::new(),
            follow_up: Vec::new(),
            figures: Vec::new(),
            without_commentary: Vec::new(),
            invitees: Vec::new(),
            unreadable: Vec::new(),
            unreadable_files: &[],
        }
    }
}

impl<'a> MeetingView<'a> {
    fn of(sitting: &Sitting<'a>, working_days_left: usize) -> Self {
        Self {
            date: sitting.date.to_string(),
            title: sitting.declared.and_then(|meeting| meeting.title.as_deref()),
            note: sitting.declared.and_then(|meeting| meeting.note.as_deref()),
            data_due: sitting.data_due.to_string(),
            papers_due: sitting.papers_due.map(|day| day.to_string()),
            working_days_left,
            declared: sitting.declared.is_some(),
        }
    }
}

impl TallyView {
    fn of(tally: Tally) -> Self {
        Self { measures: tally.measures, green: tally.green, amber: tally.amber, red: tally.red }
    }
}
