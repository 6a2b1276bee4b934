//! What surrounds the indicators on an occasion: the cases, the actions, the Board's meetings, and what leads say.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::exceptions::exceptions_of;
use super::movement::Grade;
use super::response::{ActionOnDay, CaseOnDay, Remark, Response};
use super::since::Moved;
use super::{Filter, Occasion, Standing};
use crate::files::{ACTIONS, ESCALATIONS};
use crate::judge::{self, RatingLevel, State};
use crate::readings::Readings;
use crate::registers::{Action, Case, Stage};
use crate::strategy::{Indicator, Sitting, Strategy};
use crate::time::Period;
use crate::workspace::{Workspace, commentary_path};

/// The registers as they stand, read once for all indicators.
#[derive(Debug)]
pub struct Circumstances<'a> {
    pub workspace: &'a Workspace,
    pub occasion: Occasion<'a>,
    /// The Board's meetings up to the day judged by, the earliest first.
    sittings: Vec<Sitting<'a>>,
    /// Their days.
    meetings: Vec<NaiveDate>,
    /// By indicator, in the order of the register.
    cases: BTreeMap<String, Vec<Case>>,
    /// By indicator or objective, in the order of the register.
    actions: BTreeMap<String, Vec<Action>>,
    /// Registers that have errors and are not used.
    unusable: Vec<&'static str>,
}

impl<'a> Circumstances<'a> {
    /// Those of an occasion.
    #[must_use]
    pub fn of(workspace: &'a Workspace, occasion: Occasion<'a>) -> Self {
        let registers = workspace.registers(None);
        let unusable = [(ESCALATIONS, registers.cases.is_none()), (ACTIONS, registers.actions.is_none())];
        let mut cases: BTreeMap<String, Vec<Case>> = BTreeMap::new();
        for case in registers.cases.into_iter().flatten() {
            cases.entry(case.indicator.clone()).or_default().push(case);
        }
        let mut actions: BTreeMap<String, Vec<Action>> = BTreeMap::new();
        for action in registers.actions.into_iter().flatten() {
            actions.entry(action.about.id().to_owned()).or_default().push(action);
        }
        let sittings = workspace.strategy.sittings(None, NaiveDate::MIN, occasion.registers_on);
        Self {
            workspace,
            occasion,
            meetings: sittings.iter().map(|sitting| sitting.date).collect(),
            sittings,
            cases,
            actions,
            unusable: unusable.into_iter().filter(|(_, is_unusable)| *is_unusable).map(|(path, _)| path).collect(),
        }
    }

    /// Those of a day by itself.
    #[must_use]
    pub fn on_day(workspace: &'a Workspace, as_of: NaiveDate) -> Self {
        Self::of(workspace, Occasion::on_day(&workspace.strategy, as_of))
    }

    #[must_use]
    pub fn strategy(&self) -> &'a Strategy {
        &self.workspace.strategy
    }

    /// The Board's meetings up to and including the one before this occasion, the earliest first.
    #[must_use]
    pub fn sittings_before(&self) -> &[Sitting<'a>] {
        let last = self.occasion.before.map(|before| before.date);
        let end = self.sittings.partition_point(|sitting| last.is_some_and(|last| sitting.date <= last));
        &self.sittings[..end]
    }

    /// The files beside the readings that have errors and were not used: the registers, and the commentary on some rows.
    pub(super) fn unusable_with<'r>(&self, rows: impl Iterator<Item = &'r Standing<'a>>) -> Vec<String>
    where
        'a: 'r,
    {
        let faulty = rows.filter(|row| row.response.remark == Remark::Unreadable);
        let commentary = faulty.map(|row| commentary_path(&row.indicator.id));
        self.unusable.iter().map(|path| (*path).to_owned()).chain(commentary).collect()
    }

    /// The cases about an indicator, open or not, in the order of the register.
    pub fn cases_about(&self, indicator: &Indicator) -> impl Iterator<Item = &Case> {
        self.cases.get(&indicator.id).into_iter().flatten()
    }

    /// Where an indicator stands by its readings; no readings where its files have errors. One that is not in use on the day is
    /// no exception.
    #[must_use]
    pub fn standing(&self, indicator: &'a Indicator, readings: Option<&Readings>) -> Standing<'a> {
        let (strategy, as_of) = (self.strategy(), self.occasion.as_of);
        let verdict = judge::judge(strategy, indicator, readings, as_of);
        let why = judge::why(strategy, indicator, &verdict);
        let since = self.occasion.since().filter(|since| indicator.is_current(*since));
        let earlier = since.map(|since| {
            if is_judged_alike(indicator, readings, since, as_of) {
                return Grade::of(&verdict);
            }
            Grade::of(&judge::judge(strategy, indicator, readings, since))
        });
        let mut response = self.response(indicator, readings);
        let is_current = indicator.is_current(as_of);
        if is_current && strategy.exceptions.no_commentary && verdict.level() == Some(RatingLevel::Red) {
            response.remark = self.remark(&indicator.id, verdict.period());
        }
        let mut standing = Standing { indicator, verdict, why, response, earlier, moved: None, exceptions: Vec::new() };
        if is_current || standing.response.has_case() {
            standing.exceptions = exceptions_of(strategy, &standing);
        }
        standing
    }

    /// The standing of each indicator that a filter takes, and what is made of it with its readings, in the order of the file. One that is
    /// not in use on the day is left out, unless a case about it is open, or was closed since the meeting before.
    pub fn each<T: Send>(&self, filter: &Filter, make: impl Fn(Standing<'a>, Option<&Readings>) -> T + Sync) -> Vec<T> {
        let as_of = self.occasion.as_of;
        let is_asked_for = |indicator: &&Indicator| indicator.is_current(as_of) || self.has_case_to_tell(indicator);
        let taken = self.strategy().indicators.values().filter(|indicator| filter.takes(indicator));
        let taken: Vec<&Indicator> = taken.filter(is_asked_for).collect();
        let all = self.workspace.each(&taken, None, |indicator, loaded| {
            let disclosed = loaded.readings.as_ref().map(Readings::disclosed);
            let mut standing = self.standing(indicator, disclosed.as_deref());
            // Whether a file with errors would have the rating asked for cannot be known, so it is not left out.
            if standing.verdict.state != State::Unreadable && !filter.takes_verdict(&standing.verdict) {
                return None;
            }
            standing.moved = Moved::of(self, &standing, loaded.readings.as_ref());
            Some(make(standing, disclosed.as_deref()))
        });
        all.into_iter().flatten().collect()
    }

    /// What is done about an indicator; its remark is not looked for. No readings where its files have errors.
    #[must_use]
    pub fn response(&self, indicator: &Indicator, readings: Option<&Readings>) -> Response {
        let on_day = self.cases_on_day(indicator, readings).into_iter();
        let (mut cases, over): (Vec<_>, Vec<_>) = on_day.partition(|case| case.standing.is_open());
        cases.sort_by_key(|case| std::cmp::Reverse(case.standing.level()));
        Response {
            cases,
            closed_below: over.into_iter().filter(|case| case.is_newly_closed_below(&self.occasion)).collect(),
            actions: self.told_actions(&indicator.id),
            remark: Remark::NotAsked,
        }
    }

    /// The cases about an indicator that were opened by the day, closed ones too, in the order of the register.
    #[must_use]
    pub fn cases_on_day(&self, indicator: &Indicator, readings: Option<&Readings>) -> Vec<CaseOnDay> {
        let judged = readings.map(|readings| (self.strategy(), indicator, readings));
        let cases = self.cases_about(indicator);
        cases.filter_map(|case| CaseOnDay::of(case, &self.occasion, &self.meetings, judged)).collect()
    }

    /// Whether a case about an indicator was open on a day.
    #[must_use]
    pub fn has_open_case(&self, indicator: &Indicator, day: NaiveDate) -> bool {
        self.cases_about(indicator).filter_map(|case| case.standing_on(day)).any(|standing| standing.is_open())
    }

    /// Whether a case about an indicator is open, or was closed at a time the meeting before could not know of.
    fn has_case_to_tell(&self, indicator: &Indicator) -> bool {
        let standings = self.cases_about(indicator).filter_map(|case| case.standing_on(self.occasion.registers_on));
        let is_told = |stage| match stage {
            Stage::With(_) => true,
            Stage::Closed { on, .. } => self.occasion.is_news(on),
        };
        standings.map(|standing| standing.stage).any(is_told)
    }

    /// The actions about an indicator or an objective that were opened by the day, in the order of the register.
    #[must_use]
    pub fn actions_about(&self, id: &str) -> Vec<ActionOnDay> {
        let all = self.actions.get(id).into_iter().flatten();
        all.filter_map(|action| ActionOnDay::of(action, self.occasion.registers_on)).collect()
    }

    /// Those of them that a paper tells of.
    #[must_use]
    pub fn told_actions(&self, id: &str) -> Vec<ActionOnDay> {
        let mut actions = self.actions_about(id);
        actions.retain(|action| action.is_told(&self.occasion));
        actions
    }

    /// What is said about an indicator's figure of a period, or about an objective: the latest section that is of a period over by
    /// the day, and no earlier than the figure's.
    #[must_use]
    pub fn remark(&self, id: &str, figure: Option<Period>) -> Remark {
        match self.workspace.commentary(id).commentary {
            None => Remark::Unreadable,
            Some(commentary) => match commentary.about(figure, self.occasion.as_of) {
                Some(section) => Remark::Said(Box::new(section.clone())),
                None => Remark::Missing,
            },
        }
    }
}

/// Whether an indicator has the same grade on two days beyond doubt, so that it need not be judged twice: nothing became known in
/// between, its targets are the same, and no figure goes out of date with time.
fn is_judged_alike(indicator: &Indicator, readings: Option<&Readings>, day: NaiveDate, later: NaiveDate) -> bool {
    let has_news = readings.is_some_and(|readings| readings.have_news(day, later));
    !has_news && !indicator.has_other_targets(day, later) && indicator.rating.stale_after.is_none()
}
