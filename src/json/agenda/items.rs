//! The items of `hwb.agenda/1`.

use serde::Serialize;

use crate::board::{
    AgendaTheme, Alternative, DueAudit, DueReport, Focus, FollowUp, Invitee, MissingFigures, OpenCase, Reason,
    ReportKind, Wanted,
};
use crate::json::response::{ActionView, CaseView};
use crate::strategy::Strategy;

#[derive(Serialize)]
pub(super) struct ReportView<'a> {
    kind: &'static str,
    /// Of the chapter or the framework.
    id: Option<&'a str>,
    /// `2013-11`.
    month: String,
    /// Posts.
    officers: Vec<&'a str>,
    sponsor: Option<&'a str>,
    /// Of the framework.
    lead: Option<&'a str>,
    /// The Board's meeting it was made for, where another body is given it.
    made_for: Option<String>,
}

#[derive(Serialize)]
pub(super) struct AuditView {
    audited: Option<String>,
    overdue: bool,
}

#[derive(Serialize)]
pub(super) struct ThemeView<'a> {
    id: &'a str,
    title: &'a str,
    lead: Option<&'a str>,
    chosen: &'static str,
    last: Option<String>,
}

#[derive(Serialize)]
pub(super) struct FocusView<'a> {
    id: &'a str,
    title: &'a str,
    lead: &'a str,
    chosen: &'static str,
    reason: &'a str,
    last: Option<String>,
}

#[derive(Serialize)]
pub(super) struct AlternativeView<'a> {
    id: &'a str,
    title: &'a str,
    criterion: &'static str,
    reason: &'a str,
}

#[derive(Serialize)]
pub(super) struct CaseItemView<'a> {
    indicator: &'a str,
    case: CaseView<'a>,
    actions: Vec<ActionView<'a>>,
}

#[derive(Serialize)]
pub(super) struct FollowUpView<'a> {
    case: &'a str,
    indicator: &'a str,
    decided: String,
    decision: Option<&'a str>,
    wants: Vec<&'static str>,
    /// Ids.
    overdue_actions: Vec<&'a str>,
}

#[derive(Serialize)]
pub(super) struct FigureView<'a> {
    id: &'a str,
    title: &'a str,
    lead: &'a str,
    period: String,
    expected: Option<String>,
    overdue: bool,
}

#[derive(Serialize)]
pub(super) struct InviteeView<'a> {
    post: &'a str,
    lead: Option<&'a str>,
    reasons: Vec<ReasonView<'a>>,
}

#[derive(Serialize)]
struct ReasonView<'a> {
    reason: &'static str,
    /// The id of what it is about.
    about: Option<&'a str>,
}

impl<'a> ReportView<'a> {
    pub(super) fn of(strategy: &'a Strategy, due: &'a DueReport<'a>) -> Self {
        let chapter = match due.kind {
            ReportKind::Chapter { chapter, .. } => Some(chapter),
            ReportKind::Annual | ReportKind::Quarterly | ReportKind::Framework { .. } => None,
        };
        let framework = match due.kind {
            ReportKind::Framework { framework, .. } => Some(framework),
            ReportKind::Chapter { .. } | ReportKind::Annual | ReportKind::Quarterly => None,
        };
        Self {
            kind: due.kind.name(),
            id: due.kind.id(),
            month: due.month.format("%Y-%m").to_string(),
            officers: chapter.map(|chapter| strategy.posts_of_chapter(chapter)).unwrap_or_default(),
            sponsor: chapter.and_then(|chapter| chapter.sponsor.as_deref()),
            lead: framework.and_then(|framework| framework.lead.as_deref()),
            made_for: due.made_for.map(|day| day.to_string()),
        }
    }
}

impl AuditView {
    pub(super) fn of(due: DueAudit) -> Self {
        Self { audited: due.audited.map(|day| day.to_string()), overdue: due.is_overdue }
    }
}

impl<'a> ThemeView<'a> {
    pub(super) fn of(item: &AgendaTheme<'a>) -> Self {
        Self {
            id: item.id,
            title: &item.theme.title,
            lead: item.theme.lead.as_deref(),
            chosen: item.chosen.name(),
            last: item.last.map(|day| day.to_string()),
        }
    }
}

impl<'a> FocusView<'a> {
    pub(super) fn of(item: &'a Focus<'a>) -> Self {
        Self {
            id: &item.indicator.id,
            title: &item.indicator.title,
            lead: &item.indicator.lead,
            chosen: item.chosen.name(),
            reason: &item.reason,
            last: item.last.map(|day| day.to_string()),
        }
    }
}

impl<'a> AlternativeView<'a> {
    pub(super) fn of(item: &'a Alternative<'a>) -> Self {
        Self {
            id: &item.indicator.id,
            title: &item.indicator.title,
            criterion: item.criterion.name(),
            reason: &item.reason,
        }
    }
}

impl<'a> CaseItemView<'a> {
    pub(super) fn of(item: &'a OpenCase<'a>) -> Self {
        Self {
            indicator: &item.indicator.id,
            case: CaseView::of(&item.case),
            actions: item.actions.iter().map(ActionView::of).collect(),
        }
    }
}

impl<'a> FollowUpView<'a> {
    pub(super) fn of(item: &'a FollowUp<'a>) -> Self {
        let overdue = item.wants.iter().flat_map(|wanted| match wanted {
            Wanted::Overdue(ids) => ids.as_slice(),
            Wanted::Review | Wanted::Action => &[],
        });
        Self {
            case: &item.case.id,
            indicator: &item.indicator.id,
            decided: item.decided.to_string(),
            decision: item.case.decided(),
            wants: item.wants.iter().map(Wanted::name).collect(),
            overdue_actions: overdue.map(String::as_str).collect(),
        }
    }
}

impl<'a> FigureView<'a> {
    /// One for each figure, the earliest period first.
    pub(super) fn each(item: &'a MissingFigures<'a>) -> impl Iterator<Item = Self> {
        item.owed.iter().map(|owed| Self {
            id: &item.indicator.id,
            title: &item.indicator.title,
            lead: &item.indicator.lead,
            period: owed.period.to_string(),
            expected: owed.expected.map(|day| day.to_string()),
            overdue: owed.is_overdue,
        })
    }
}

impl<'a> InviteeView<'a> {
    pub(super) fn of(invitee: &'a Invitee<'a>) -> Self {
        Self { post: invitee.post, lead: invitee.lead, reasons: invitee.reasons.iter().map(ReasonView::of).collect() }
    }
}

impl<'a> ReasonView<'a> {
    fn of(reason: &'a Reason<'a>) -> Self {
        Self { reason: reason.name(), about: reason.subject().map(|subject| subject.id) }
    }
}
