//! What each lead owes: figures, commentary, actions, and cases to report. What a target asks for is `judge`'s, and is called due
//! there.

mod count;
mod figures;

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::position::unreadable_among;
use super::response::{ActionOnDay, CaseOnDay, Remark};
use super::{Circumstances, Filter, Occasion, Standing};
use crate::commentary::Section;
use crate::judge::RatingLevel;
use crate::readings::Readings;
use crate::registers::{About, Level, Stage};
use crate::strategy::{Indicator, Lead, Sitting, Strategy};
use crate::time::{Lag, Period};
use crate::workspace::Workspace;
pub use count::OwingCount;
pub(super) use figures::figures_of;
pub use figures::{FigureOwed, Timing};

/// What every lead owes on an occasion.
#[derive(Debug)]
pub struct Owing<'a> {
    pub strategy: &'a Strategy,
    pub occasion: Occasion<'a>,
    pub filter: Filter,
    /// How far ahead is looked.
    pub within: Lag,
    /// The last day that lies within.
    pub until: NaiveDate,
    /// The Board's meeting that needs what is owed: the one asked for, else the next; nothing where none is ahead.
    pub meeting: Option<Sitting<'a>>,
    /// In the order of the file; those without anything now or later are left out.
    pub leads: Vec<LeadOwing<'a>>,
    /// How much is owed by all of them together; what is next is not counted.
    pub count: OwingCount,
    /// The indicators whose files have errors, so that what is owed for them is not known.
    pub unreadable: Vec<&'a Indicator>,
    /// Registers and commentary that have errors and were not used, by their paths.
    pub unusable: Vec<String>,
}

/// What one lead owes.
#[derive(Debug)]
pub struct LeadOwing<'a> {
    pub id: &'a str,
    pub lead: &'a Lead,
    /// Late, due within, or without a day to be due by: by indicator in the order of the file, the earliest period first.
    pub figures: Vec<FigureOwed<'a>>,
    /// The next figure of each indicator beyond, the earliest day first, those without one last.
    pub next: Vec<FigureOwed<'a>>,
    /// Indicators off target of whose figure nothing is said.
    pub commentary: Vec<CommentaryOwed<'a>>,
    /// Its own actions that are overdue or due within, in the order of the file.
    pub actions: Vec<ActionOwed>,
    /// Cases before the Board about its indicators, which are reported at every meeting.
    pub cases: Vec<CaseOwed<'a>>,
}

/// A figure off target of which nothing is said.
#[derive(Debug, Clone, Copy)]
pub struct CommentaryOwed<'a> {
    pub indicator: &'a Indicator,
    pub period: Period,
}

/// An action that is overdue, or due within.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActionOwed {
    pub on_day: ActionOnDay,
    pub due: NaiveDate,
    pub timing: Timing,
}

/// A case that has to be reported.
#[derive(Debug, Clone)]
pub struct CaseOwed<'a> {
    pub indicator: &'a Indicator,
    pub case: CaseOnDay,
}

/// What is owed for one indicator, before it is known whose it is.
struct OfIndicator<'a> {
    standing: Standing<'a>,
    figures: Vec<FigureOwed<'a>>,
    actions: Vec<ActionOnDay>,
}

impl<'a> Owing<'a> {
    /// What is owed on an occasion, and what falls due so long after its day.
    #[must_use]
    pub fn of(workspace: &'a Workspace, occasion: Occasion<'a>, filter: Filter, within: Lag) -> Self {
        let strategy = &workspace.strategy;
        let circumstances = Circumstances::of(workspace, occasion);
        let until = within.after(occasion.as_of).unwrap_or(NaiveDate::MAX);
        let meeting = occasion.meeting.or_else(|| strategy.next_sitting(None, occasion.as_of));
        // An action belongs to its owner, whoever leads on the indicator.
        let of_any_lead = Filter { lead: None, supporting: false, ..filter.clone() };
        let all = circumstances
            .each(&of_any_lead, |standing, readings| OfIndicator::of(&circumstances, standing, readings, until));
        let rows = || all.iter().map(|of| &of.standing).filter(|standing| filter.takes(standing.indicator));
        let unreadable = unreadable_among(rows());
        let unusable = circumstances.unusable_with(rows());
        let of_objectives = actions_of_objectives(&circumstances, &filter);
        let asked = strategy.leads.iter().filter(|(id, _)| filter.lead.as_ref().is_none_or(|lead| lead == *id));
        let by_lead = by_lead(&all, &filter);
        let by_owner = by_owner(all.iter().flat_map(|of| &of.actions).chain(&of_objectives));
        let leads = asked.map(|(id, lead)| {
            let own = by_lead.get(id.as_str()).map(Vec::as_slice).unwrap_or_default();
            let actions = by_owner.get(id.as_str()).into_iter().flatten();
            let actions = actions.filter_map(|on_day| ActionOwed::of(on_day, occasion.registers_on, until)).collect();
            LeadOwing::of(id, lead, own, actions)
        });
        let leads = leads.filter(LeadOwing::has_any).collect();
        let count = OwingCount::default();
        let mut owing = Self { strategy, occasion, filter, within, until, meeting, leads, count, unreadable, unusable };
        owing.count = owing.leads.iter().map(|lead| OwingCount::of(&owing, lead)).sum();
        owing
    }

    /// Whether the meeting needs what is due by a day: it counts there if it is in by the cut-off. Nothing is needed by no meeting.
    #[must_use]
    pub fn is_needed(&self, due: Option<NaiveDate>) -> bool {
        self.meeting.zip(due).is_some_and(|(meeting, due)| due <= meeting.data_due)
    }
}

impl<'a> LeadOwing<'a> {
    fn of(id: &'a str, lead: &'a Lead, own: &[&OfIndicator<'a>], actions: Vec<ActionOwed>) -> Self {
        let figures = own.iter().flat_map(|of| of.figures.iter().copied());
        let (mut next, figures): (Vec<_>, Vec<_>) = figures.partition(|figure| figure.timing == Timing::Later);
        next.sort_by_key(|figure| figure.owed.expected.unwrap_or(NaiveDate::MAX));
        Self {
            id,
            lead,
            figures,
            next,
            commentary: own.iter().filter_map(|of| CommentaryOwed::of(&of.standing)).collect(),
            actions,
            cases: own.iter().flat_map(|of| cases_of(&of.standing)).collect(),
        }
    }

    fn has_any(&self) -> bool {
        self.owes_now() || !self.next.is_empty()
    }

    /// Whether it owes anything by the last day that is looked at.
    #[must_use]
    pub fn owes_now(&self) -> bool {
        !(self.figures.is_empty() && self.commentary.is_empty() && self.actions.is_empty() && self.cases.is_empty())
    }
}

impl<'a> OfIndicator<'a> {
    fn of(
        circumstances: &Circumstances<'a>,
        standing: Standing<'a>,
        readings: Option<&Readings>,
        until: NaiveDate,
    ) -> Self {
        let indicator = standing.indicator;
        let as_of = circumstances.occasion.as_of;
        // One that is watched elsewhere owes its cases here, and nothing else.
        let expects = readings.filter(|_| indicator.is_current(as_of) && indicator.managed_by.is_none());
        let figures = expects.map(|readings| figures_of(circumstances.strategy(), indicator, readings, as_of, until));
        let actions =
            if indicator.managed_by.is_some() { Vec::new() } else { circumstances.actions_about(&indicator.id) };
        Self { figures: figures.unwrap_or_default(), actions, standing }
    }
}

impl<'a> CommentaryOwed<'a> {
    /// Nothing where the figure is not off target, where something is said of it, or where the strategy does not ask for it.
    fn of(standing: &Standing<'a>) -> Option<Self> {
        let is_silent = match &standing.response.remark {
            Remark::Missing => true,
            Remark::Said(section) => Section::reason(section).is_empty(),
            Remark::NotAsked | Remark::Unreadable => false,
        };
        let is_ours = standing.indicator.managed_by.is_none();
        let is_owed = is_silent && is_ours && standing.verdict.level() == Some(RatingLevel::Red);
        is_owed.then_some(Self { indicator: standing.indicator, period: standing.verdict.period()? })
    }
}

impl ActionOwed {
    fn of(on_day: &ActionOnDay, as_of: NaiveDate, until: NaiveDate) -> Option<Self> {
        let due = on_day.action.due.filter(|due| *due <= until && on_day.action.status.is_open())?;
        let timing = if on_day.is_overdue { Timing::late(due, as_of) } else { Timing::Due };
        Some(Self { on_day: on_day.clone(), due, timing })
    }
}

/// What each lead answers for: its own indicators, and where one lead alone is asked for with them, those that it supports.
fn by_lead<'o, 'a>(all: &'o [OfIndicator<'a>], filter: &Filter) -> BTreeMap<&'o str, Vec<&'o OfIndicator<'a>>> {
    let mut by_lead: BTreeMap<&str, Vec<&OfIndicator<'a>>> = BTreeMap::new();
    for of in all {
        let indicator = of.standing.indicator;
        let supporting = indicator.supporting.iter().find(|id| filter.supporting && filter.lead.as_ref() == Some(*id));
        by_lead.entry(supporting.unwrap_or(&indicator.lead)).or_default().push(of);
    }
    by_lead
}

/// What each lead is to do.
fn by_owner<'o>(actions: impl Iterator<Item = &'o ActionOnDay>) -> BTreeMap<&'o str, Vec<&'o ActionOnDay>> {
    let mut by_owner: BTreeMap<&str, Vec<&ActionOnDay>> = BTreeMap::new();
    for on_day in actions {
        by_owner.entry(&on_day.action.owner).or_default().push(on_day);
    }
    by_owner
}

/// The cases about an indicator that the Board has.
fn cases_of<'a>(standing: &Standing<'a>) -> Vec<CaseOwed<'a>> {
    let cases = standing.response.cases.iter().filter(|case| case.standing.stage == Stage::With(Level::Board));
    cases.map(|case| CaseOwed { indicator: standing.indicator, case: case.clone() }).collect()
}

/// The actions about objectives; none where the filter asks for what only indicators have.
fn actions_of_objectives(circumstances: &Circumstances<'_>, filter: &Filter) -> Vec<ActionOnDay> {
    let asks = Filter { lead: None, supporting: false, chapter: None, ..filter.clone() };
    if asks != Filter::default() {
        return Vec::new();
    }
    let objectives = circumstances.strategy().objectives.iter();
    let objectives =
        objectives.filter(|(_, objective)| filter.chapter.as_ref().is_none_or(|id| *id == objective.chapter));
    let actions = objectives.flat_map(|(id, _)| circumstances.actions_about(id));
    actions.filter(|on_day| matches!(on_day.action.about, About::Objective(_))).collect()
}

#[cfg(test)]
mod tests;
