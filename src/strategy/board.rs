//! The people, bodies and calendar around the indicators.

use chrono::NaiveDate;
use indexmap::IndexMap;

use crate::time::{Lag, Notice, Recurrence};

/// An agency or team that answers for something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lead {
    pub title: String,
    /// A post, not a person.
    pub officer: Option<String>,
    pub contact: Option<String>,
}

/// A body other than the Board, such as the Performance Group.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Body {
    pub title: String,
    pub members: Vec<Member>,
    /// The rule of its meetings; without one it meets as `[[meetings]]` says.
    pub meetings: Option<Recurrence>,
    /// How long before a meeting its papers are due; as for the Board where there is none.
    pub papers_due: Option<Notice>,
    /// How long before a meeting figures are cut off; as for the Board where there is none.
    pub data_due: Option<Notice>,
    /// Which of the Board's reports it is given, in the order of [`Report`].
    pub receives: Vec<Report>,
}

/// A report that is made for the Board and given to other bodies too.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Report {
    /// The yearly assessment of the whole strategy.
    Annual,
    /// The reports of the chapters.
    Chapters,
    /// National, shared and experience measures.
    Quarterly,
    /// The yearly reports on the outcomes frameworks.
    Frameworks,
}

impl Report {
    /// How each is written in `receives`.
    pub const NAMES: &[(&str, Report)] = &[
        ("annual", Report::Annual),
        ("chapters", Report::Chapters),
        ("quarterly", Report::Quarterly),
        ("frameworks", Report::Frameworks),
    ];
}

/// One seat on a body.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Member {
    pub post: String,
    /// The lead the member comes from.
    pub lead: Option<String>,
}

/// A chapter of the strategy, and who answers for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chapter {
    pub title: String,
    /// Ids of the lead agencies.
    pub agencies: Vec<String>,
    /// The posts of the lead officers.
    pub officers: Vec<String>,
    /// The Cabinet member who sponsors it: a post.
    pub sponsor: Option<String>,
    /// What the chapter says through each lens; blank where it has yet to.
    pub lenses: IndexMap<String, String>,
}

/// What a chapter sets out to do; it may have no indicator.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Objective {
    pub chapter: String,
    pub title: String,
    pub leads: Vec<String>,
}

/// A theme that runs across chapters, such as smoking.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Theme {
    pub title: String,
    pub lead: Option<String>,
    /// What the theme says through each lens; blank where it has yet to.
    pub lenses: IndexMap<String, String>,
}

/// What every theme or chapter is to be seen through: children's voice, cultural differences.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lens {
    pub title: String,
}

/// An area or standard whose figures stand beside ours.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Comparator {
    pub title: String,
}

/// A part of the population that rows can be about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    pub title: String,
    /// What it is a breakdown by: sex, age, ethnicity.
    pub kind: Option<String>,
}

/// A national outcomes framework that indicators refer to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Framework {
    pub title: String,
    /// Who reports on it.
    pub lead: Option<String>,
    /// The month of its yearly report, from 1.
    pub reports: Option<u32>,
}

/// A meeting of the Board or of another body, as `[[meetings]]` declares it. When a body meets, rules included, is
/// [`Strategy::sittings`](super::Strategy::sittings).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Meeting {
    pub date: NaiveDate,
    /// The id of a body; the Board itself where there is none.
    pub body: Option<String>,
    /// What it is called where it is no ordinary meeting: "Summit".
    pub title: Option<String>,
    pub note: Option<String>,
    /// It is not held, and neither is the one a rule would give in its place.
    pub cancelled: bool,
    /// The ids of the themes it looks at, which may be none; nothing where the rotation is to say.
    pub themes: Option<Vec<String>>,
    /// The ids of the indicators it looks at closely, which may be none; nothing where they are to be proposed.
    pub focus: Option<Vec<String>>,
    pub invite: Vec<String>,
}

/// The reporting rhythm.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reporting {
    /// The rule of the Board's meetings; without one it meets as `[[meetings]]` says.
    pub meetings: Option<Recurrence>,
    /// From a period's end to its figure being due, where the indicator does not say; nothing is ever overdue without it.
    pub lag: Option<Lag>,
    /// Months of the chapter reports, from 1.
    pub chapters: Vec<u32>,
    pub annual: Option<u32>,
    pub audit: Option<u32>,
    pub quarterly: bool,
    pub themes_per_meeting: Option<u32>,
    pub focus_per_meeting: Option<u32>,
    /// How long before a meeting its papers are due.
    pub papers_due: Option<Notice>,
    /// How long before a meeting figures are cut off.
    pub data_due: Option<Notice>,
}

/// Which rules list an indicator as an exception.
#[allow(clippy::struct_excessive_bools, reason = "each is a switch of its own in `[exceptions]`")]
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExceptionRules {
    pub red: bool,
    /// How many readings running must be short of green; nothing where the rule is off.
    pub amber_runs: Option<u32>,
    pub early_warning: bool,
    pub overdue: bool,
    pub no_commentary: bool,
    pub action_overdue: bool,
    pub newly_met: bool,
}

/// When a case is suggested.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EscalationRules {
    /// How many readings running have to be off target (red) before it is suggested to open one.
    pub open_after: u32,
    /// How many readings of periods later than the latest known when the Performance Group's case was opened, all of them off
    /// target, before it is suggested to raise it.
    pub raise_after: u32,
}

impl Default for EscalationRules {
    fn default() -> Self {
        Self { open_after: 1, raise_after: 1 }
    }
}

impl Default for ExceptionRules {
    fn default() -> Self {
        Self {
            red: true,
            amber_runs: Some(2),
            early_warning: true,
            overdue: true,
            no_commentary: true,
            action_overdue: true,
            newly_met: true,
        }
    }
}
