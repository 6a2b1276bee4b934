//! The exceptions: which indicators a Board has to look at, why each is there, and what is being done.

use chrono::NaiveDate;

use super::occasion::registers_day;
use super::position::unreadable_among;
use super::response::{ActionOnDay, Remark};
use super::{Circumstances, Filter, Occasion, Standing};
use crate::commentary::Ask;
use crate::judge::{self, Course, RatingLevel, Series, Verdict};
use crate::readings::Readings;
use crate::registers::{Level, Stage};
use crate::strategy::{Indicator, Objective, Sitting, Strategy};
use crate::time;
use crate::workspace::{Workspace, commentary_path};

/// A rule that lists an indicator, the worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ExceptionKind {
    RedWorsening,
    Red,
    /// Amber now, and short of green at several readings running.
    AmberRunning,
    Overdue,
    /// Red, and nothing is said of the figure.
    NoCommentary,
    CaseOpen,
    /// The Board closed a case below the level it had agreed, since the meeting before.
    ClosedBelowLevel,
    ActionOverdue,
    /// On target now, and not as of the meeting before: good news.
    NewlyMet,
}

/// Why an indicator is listed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exception {
    pub kind: ExceptionKind,
    /// A sentence without a full stop.
    pub reason: String,
}

/// The exception table.
#[derive(Debug)]
pub struct Exceptions<'a> {
    pub strategy: &'a Strategy,
    pub occasion: Occasion<'a>,
    pub filter: Filter,
    /// Worst first, then in the order of the file.
    pub rows: Vec<ExceptionRow<'a>>,
    /// Objectives with an action that is overdue, or of which something is newly asked of the Board, in the order of the file; none
    /// where the filter asks for indicators.
    pub objectives: Vec<ObjectiveRow<'a>>,
    /// How many indicators were looked at.
    pub looked_at: usize,
    /// Indicators whose files have errors: they cannot be looked at.
    pub unreadable: Vec<&'a Indicator>,
    /// Indicators that are watched elsewhere and would be listed: they are kept out of papers.
    pub managed_elsewhere: Vec<&'a Indicator>,
    /// Registers and commentary that have errors and were not used, by their paths.
    pub unusable: Vec<String>,
}

/// An indicator that is listed.
#[derive(Debug, Clone)]
pub struct ExceptionRow<'a> {
    pub standing: Standing<'a>,
    /// How many of the latest readings running are off target (red); no more than [`judge::MOST`] are counted.
    pub readings_off_target: usize,
    /// The first of the Board's meetings running, up to now, at whose cut-off it was an exception already; nothing where this is the
    /// first time.
    pub first_reported: Option<NaiveDate>,
}

/// An objective that is listed.
#[derive(Debug, Clone)]
pub struct ObjectiveRow<'a> {
    pub id: &'a str,
    pub objective: &'a Objective,
    pub actions: Vec<ActionOnDay>,
    pub remark: Remark,
}

/// What the row of a red indicator has to say and does not.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lacks {
    Reason,
    /// Nobody is to do anything by a day.
    Action,
    Recovery,
}

impl Lacks {
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Reason => "reason",
            Self::Action => "action",
            Self::Recovery => "recovery",
        }
    }

    /// In words: "an action with an owner and a date".
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Reason => "a reason",
            Self::Action => "an action with an owner and a date",
            Self::Recovery => "an expected recovery",
        }
    }
}

impl ExceptionKind {
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::RedWorsening => "red-worsening",
            Self::Red => "red",
            Self::AmberRunning => "amber-running",
            Self::Overdue => "overdue",
            Self::NoCommentary => "no-commentary",
            Self::CaseOpen => "case-open",
            Self::ClosedBelowLevel => "closed-below-level",
            Self::ActionOverdue => "action-overdue",
            Self::NewlyMet => "newly-met",
        }
    }
}

impl<'a> Exceptions<'a> {
    /// The exceptions of an occasion.
    #[must_use]
    pub fn of(workspace: &'a Workspace, occasion: Occasion<'a>, filter: Filter) -> Self {
        let circumstances = Circumstances::of(workspace, occasion);
        let all =
            circumstances.each(&filter, |standing, readings| ExceptionRow::of(&circumstances, standing, readings));
        let looked_at = all.len();
        let unreadable = unreadable_among(all.iter().map(|row| &row.standing));
        let (elsewhere, mut rows): (Vec<_>, Vec<_>) = all
            .into_iter()
            .filter(|row| !row.standing.exceptions.is_empty())
            .partition(|row| row.standing.indicator.managed_by.is_some() && !row.standing.response.has_case());
        // Stable: within a rule the order of the file stays.
        rows.sort_by_key(|row| row.standing.exceptions.first().map(|exception| exception.kind));
        let mut objectives = ObjectiveRow::all(&circumstances, &filter);
        let mut unusable = circumstances.unusable_with(rows.iter().map(|row| &row.standing));
        let faulty = objectives.iter().filter(|row| row.remark == Remark::Unreadable);
        unusable.extend(faulty.map(|row| commentary_path(row.id)));
        objectives.retain(|row| row.is_listed(circumstances.strategy(), &occasion));
        Self {
            strategy: &workspace.strategy,
            occasion,
            objectives,
            filter,
            rows,
            looked_at,
            unreadable,
            managed_elsewhere: elsewhere.into_iter().map(|row| row.standing.indicator).collect(),
            unusable,
        }
    }

    /// The red rows that do not say all they have to, and what each lacks.
    #[must_use]
    pub fn incomplete(&self) -> Vec<(&ExceptionRow<'a>, Vec<Lacks>)> {
        let rows = self.rows.iter().map(|row| (row, row.lacks()));
        rows.filter(|(_, lacks)| !lacks.is_empty()).collect()
    }
}

impl<'a> ExceptionRow<'a> {
    /// The row of a standing; what only a row that is listed shows is worked out where it is one.
    fn of(circumstances: &Circumstances<'a>, mut standing: Standing<'a>, readings: Option<&Readings>) -> Self {
        let indicator = standing.indicator;
        if !standing.exceptions.is_empty() && standing.response.remark == Remark::NotAsked {
            standing.response.remark = circumstances.remark(&indicator.id, standing.verdict.period());
        }
        let is_red = standing.verdict.level() == Some(RatingLevel::Red);
        let red = readings.filter(|_| is_red).map(|readings| {
            let as_of = circumstances.occasion.as_of;
            judge::red_running(&Series::new(circumstances.strategy(), indicator, readings, as_of))
        });
        let first_reported =
            if standing.exceptions.is_empty() { None } else { first_reported(circumstances, indicator, readings) };
        Self { readings_off_target: red.unwrap_or(0), first_reported, standing }
    }

    /// What a red row lacks; nothing where it is not red, or is neither in use nor with anybody any more.
    #[must_use]
    pub fn lacks(&self) -> Vec<Lacks> {
        let Standing { indicator, verdict, response, .. } = &self.standing;
        let is_over = !indicator.is_current(verdict.as_of) && response.cases.is_empty();
        if is_over || verdict.level() != Some(RatingLevel::Red) {
            return Vec::new();
        }
        let lacks = [
            (Lacks::Reason, response.reason().is_none()),
            (Lacks::Action, !response.has_action()),
            (Lacks::Recovery, !response.expects_recovery(verdict.as_of)),
        ];
        lacks.into_iter().filter(|(_, is_lacking)| *is_lacking).map(|(lacks, _)| lacks).collect()
    }
}

impl<'a> ObjectiveRow<'a> {
    /// Every objective that a filter leaves, listed or not.
    fn all(circumstances: &Circumstances<'a>, filter: &Filter) -> Vec<Self> {
        let of_chapter = Filter { chapter: filter.chapter.clone(), ..Filter::default() };
        if *filter != of_chapter {
            return Vec::new();
        }
        let is_asked_for =
            |objective: &Objective| filter.chapter.as_ref().is_none_or(|chapter| *chapter == objective.chapter);
        let objectives = circumstances.strategy().objectives.iter().filter(|(_, objective)| is_asked_for(objective));
        let row = |(id, objective): (&'a String, &'a Objective)| Self {
            id,
            objective,
            actions: circumstances.told_actions(id),
            remark: circumstances.remark(id, None),
        };
        objectives.map(row).collect()
    }

    fn is_listed(&self, strategy: &Strategy, occasion: &Occasion<'_>) -> bool {
        let has_overdue = self.actions.iter().any(|action| action.is_overdue);
        (has_overdue && strategy.exceptions.action_overdue) || self.asks_anew(occasion)
    }

    /// Whether more than to note it is asked of the Board, for a period that ended since the meeting before.
    fn asks_anew(&self, occasion: &Occasion<'_>) -> bool {
        let section = self.remark.section();
        section.is_some_and(|section| {
            matches!(section.ask, Some(Ask::Support | Ask::Decide)) && occasion.is_newly_known(section.period.end())
        })
    }
}

/// The first of the meetings running, back from the one before, at whose cut-off the indicator was an exception by its figures or
/// its case. Words and actions are known only as they are now, so they do not count.
fn first_reported(
    circumstances: &Circumstances<'_>,
    indicator: &Indicator,
    readings: Option<&Readings>,
) -> Option<NaiveDate> {
    let strategy = circumstances.strategy();
    let was_reported = |sitting: &Sitting<'_>| {
        let cut_off = sitting.data_due;
        let verdict = judge::judge(strategy, indicator, readings, cut_off);
        circumstances.has_open_case(indicator, registers_day(cut_off, sitting.date))
            || (indicator.is_current(cut_off) && !by_figures(strategy, &verdict).is_empty())
    };
    let before = circumstances.sittings_before();
    before.iter().rev().take_while(|sitting| was_reported(sitting)).last().map(|sitting| sitting.date)
}

/// The rules that list an indicator, the worst first; none where it is no exception. One that is not in use is listed by its cases
/// alone.
pub(super) fn exceptions_of(strategy: &Strategy, standing: &Standing<'_>) -> Vec<Exception> {
    let rules = &strategy.exceptions;
    let is_current = standing.indicator.is_current(standing.verdict.as_of);
    let mut exceptions = if is_current { by_figures(strategy, &standing.verdict) } else { Vec::new() };
    let mut push = |kind, reason| exceptions.push(Exception { kind, reason });
    if is_current && rules.no_commentary {
        match standing.response.remark {
            Remark::Missing => push(ExceptionKind::NoCommentary, "nothing is said of the figure".to_owned()),
            Remark::Unreadable => {
                push(ExceptionKind::NoCommentary, "what is said of the figure cannot be read".to_owned());
            }
            Remark::NotAsked | Remark::Said(_) => {}
        }
    }
    for case in &standing.response.cases {
        let stage = match case.standing.stage {
            Stage::With(level) => level.words(),
            Stage::Closed { .. } => continue,
        };
        let since = match case.standing.level() {
            Level::Board => case.standing.with_board_since.unwrap_or(case.standing.opened),
            Level::PerformanceGroup => case.standing.opened,
        };
        push(ExceptionKind::CaseOpen, format!("case {} with {stage} since {}", case.id, time::date::day(since)));
    }
    for case in &standing.response.closed_below {
        let note = case.last_note().map(|note| format!(": {note}")).unwrap_or_default();
        let level = case.standing.acceptable().map(|level| format!(" of {level}")).unwrap_or_default();
        let reason = format!("case {} closed below its level{level}{}", case.id, note.trim_end_matches('.'));
        push(ExceptionKind::ClosedBelowLevel, reason);
    }
    if let Some(action) = standing.response.overdue_action().filter(|_| rules.action_overdue && is_current) {
        let due = action.due.map(time::date::day).unwrap_or_default();
        push(ExceptionKind::ActionOverdue, format!("action {} was due on {due}", action.id));
    }
    let was_short = standing.earlier.as_ref().is_some_and(super::Grade::is_short_of_green);
    if rules.newly_met && is_current && was_short && standing.verdict.level() == Some(RatingLevel::Green) {
        push(ExceptionKind::NewlyMet, "on target now, and not at the meeting before".to_owned());
    }
    exceptions
}

/// The rules that go by the figures alone.
fn by_figures(strategy: &Strategy, verdict: &Verdict) -> Vec<Exception> {
    let rules = &strategy.exceptions;
    let level = verdict.level();
    let mut exceptions = Vec::new();
    if rules.red && level == Some(RatingLevel::Red) {
        exceptions.push(match worsening_since(verdict) {
            Some(since) => Exception {
                kind: ExceptionKind::RedWorsening,
                reason: format!("off target, and worsening since {since}"),
            },
            None => Exception { kind: ExceptionKind::Red, reason: "off target".to_owned() },
        });
    }
    if let Some(runs) = rules.amber_runs.and_then(|runs| usize::try_from(runs).ok())
        && level == Some(RatingLevel::Amber)
        && verdict.short_of_green >= runs
    {
        let reason = match runs {
            1 => "near target and not on it".to_owned(),
            _ => format!("short of target at the latest {runs} readings"),
        };
        exceptions.push(Exception { kind: ExceptionKind::AmberRunning, reason });
    }
    if let Some(owed) = verdict.owed.filter(|owed| rules.overdue && owed.is_overdue) {
        let expected = owed.expected.map(time::date::day).unwrap_or_default();
        let reason = format!("the figure for {} was expected by {expected}", owed.period);
        exceptions.push(Exception { kind: ExceptionKind::Overdue, reason });
    }
    exceptions
}

/// The period since which it worsened: the one before, or a year earlier where that is not comparable.
fn worsening_since(verdict: &Verdict) -> Option<time::Period> {
    let compared = verdict.direction?.told();
    compared.with.filter(|_| compared.course == Course::Worsening)
}
