//! Who is invited to a meeting, and for what. Posts, never people.

use indexmap::{IndexMap, IndexSet};

use super::{Agenda, ReportKind, Row};
use crate::judge::RatingLevel;
use crate::strategy::{Indicator, Strategy};

/// A post that is invited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitee<'a> {
    /// The post; the title of a lead that names none.
    pub post: &'a str,
    /// The id of the lead the post belongs to; nothing where that is not declared.
    pub lead: Option<&'a str>,
    /// At least one, each once.
    pub reasons: Vec<Reason<'a>>,
}

/// Why somebody is invited.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reason<'a> {
    /// A seat on the body that meets.
    Member,
    /// As a lead officer of a chapter or the lead of a framework that reports.
    Report(Subject<'a>),
    /// The lead of a theme.
    Theme(Subject<'a>),
    /// Accountable for a measure in focus.
    InFocus(Subject<'a>),
    /// Accountable for a measure that is off target.
    OffTarget(Subject<'a>),
    /// Accountable for a measure of which a case returns: its lead agency reports until performance is acceptable.
    CaseReturns(Subject<'a>),
    /// Owns an action of an open case about a measure.
    ActionOwner(Subject<'a>),
    /// Named in `invite`.
    Named,
}

/// What a reason is about, as it is declared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Subject<'a> {
    pub id: &'a str,
    pub title: &'a str,
}

impl<'a> From<&'a Indicator> for Subject<'a> {
    fn from(indicator: &'a Indicator) -> Self {
        Self { id: &indicator.id, title: &indicator.title }
    }
}

impl Reason<'_> {
    /// In JSON and CSV.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Member => "member",
            Self::Report(_) => "report",
            Self::Theme(_) => "theme",
            Self::InFocus(_) => "focus",
            Self::OffTarget(_) => "off-target",
            Self::CaseReturns(_) => "case",
            Self::ActionOwner(_) => "action-owner",
            Self::Named => "named",
        }
    }

    /// What it is about; nothing where that is the meeting.
    #[must_use]
    pub fn subject(&self) -> Option<Subject<'_>> {
        match self {
            Self::Member | Self::Named => None,
            Self::Report(subject)
            | Self::Theme(subject)
            | Self::InFocus(subject)
            | Self::OffTarget(subject)
            | Self::CaseReturns(subject)
            | Self::ActionOwner(subject) => Some(*subject),
        }
    }
}

/// The list as it grows.
struct Invited<'a> {
    strategy: &'a Strategy,
    /// By post: the lead it belongs to, and what it is invited for.
    posts: IndexMap<&'a str, (Option<&'a str>, IndexSet<Reason<'a>>)>,
}

/// Everybody an agenda invites, in the order of its items.
pub(super) fn to<'a>(agenda: &Agenda<'a>, rows: &[Row<'a>]) -> Vec<Invitee<'a>> {
    let strategy = agenda.strategy;
    let mut invited = Invited { strategy, posts: IndexMap::new() };
    let body = agenda.sitting.body.and_then(|id| strategy.bodies.get(id));
    for member in body.iter().flat_map(|body| &body.members) {
        invited.post(&member.post, member.lead.as_deref(), Reason::Member);
    }
    for report in &agenda.reports {
        invited.reporting(report.kind);
    }
    for theme in &agenda.themes {
        invited.lead(theme.theme.lead.as_deref(), Reason::Theme(Subject { id: theme.id, title: &theme.theme.title }));
    }
    for focus in &agenda.focus {
        invited.lead(Some(&focus.indicator.lead), Reason::InFocus(focus.indicator.into()));
    }
    for row in rows.iter().filter(|row| row.is_ours() && row.is_open() && row.level() == Some(RatingLevel::Red)) {
        let indicator = row.standing.indicator;
        invited.lead(Some(&indicator.lead), Reason::OffTarget(indicator.into()));
    }
    for case in &agenda.cases {
        invited.lead(Some(&case.indicator.lead), Reason::CaseReturns(case.indicator.into()));
        for on_day in case.actions.iter().filter(|on_day| on_day.action.status.is_open()) {
            let owner = strategy.leads.get_key_value(&on_day.action.owner).map(|(id, _)| id.as_str());
            invited.lead(owner, Reason::ActionOwner(case.indicator.into()));
        }
    }
    for named in agenda.sitting.declared.iter().flat_map(|meeting| &meeting.invite) {
        invited.post(named, None, Reason::Named);
    }
    let all = invited.posts.into_iter();
    all.map(|(post, (lead, reasons))| Invitee { post, lead, reasons: reasons.into_iter().collect() }).collect()
}

impl<'a> Invited<'a> {
    /// The lead officers of a chapter, or the posts of its agencies where it names none; the lead of a framework.
    fn reporting(&mut self, kind: ReportKind<'a>) {
        match kind {
            ReportKind::Chapter { id, chapter } => {
                let reason = Reason::Report(Subject { id, title: &chapter.title });
                // Of an agency's post it is known whose it is.
                if chapter.officers.is_empty() {
                    for agency in &chapter.agencies {
                        self.lead(Some(agency), reason);
                    }
                } else {
                    for post in self.strategy.posts_of_chapter(chapter) {
                        self.post(post, None, reason);
                    }
                }
            }
            ReportKind::Framework { id, framework } => {
                self.lead(framework.lead.as_deref(), Reason::Report(Subject { id, title: &framework.title }));
            }
            ReportKind::Annual | ReportKind::Quarterly => {}
        }
    }

    /// The post that answers for a lead.
    fn lead(&mut self, id: Option<&'a str>, reason: Reason<'a>) {
        if let Some((id, post)) = id.and_then(|id| Some((id, self.strategy.post_of(id)?))) {
            self.post(post, Some(id), reason);
        }
    }

    fn post(&mut self, post: &'a str, lead: Option<&'a str>, reason: Reason<'a>) {
        let (of_lead, reasons) = self.posts.entry(post).or_default();
        *of_lead = of_lead.or(lead);
        reasons.insert(reason);
    }
}
