//! What changed: between two days by what was known on each, or between two versions of the files as of one day.

mod cases;
mod declared;
mod figures;
mod objectives;

use std::collections::BTreeSet;

use chrono::NaiveDate;

pub use cases::CaseChange;
pub use declared::Declared;
pub use figures::{FigureChange, FigureKind, Shown};
pub use objectives::ObjectiveChange;

use super::occasion::registers_day;
use super::position::unreadable_among;
use super::{Circumstances, Filter, Movement, Occasion, Standing};
use crate::files::git::Revision;
use crate::judge::State;
use crate::readings::revision::{Horizon, is_withheld};
use crate::readings::{Reading, Readings, Suppressions};
use crate::strategy::{Indicator, Strategy};
use crate::workspace::Workspace;

/// One end of a comparison: a strategy's files, and the day they are judged as of.
#[derive(Debug, Clone, Copy)]
pub struct End<'a> {
    pub workspace: &'a Workspace,
    pub as_of: NaiveDate,
    /// The Board's meeting of which the day is the cut-off; nothing where it is just a day.
    pub meeting: Option<NaiveDate>,
    pub version: Version<'a>,
}

/// Which version of the files an end is about.
#[derive(Debug, Clone, Copy)]
pub enum Version<'a> {
    /// The files as they lie there, on a day: what was known then is told of.
    OnDay,
    /// The files as they lie there, against a revision: all of them is told of.
    WorkTree,
    /// The files of a commit.
    Commit(&'a Revision),
}

impl End<'_> {
    /// The day as of which cases are told.
    fn registers_on(&self) -> NaiveDate {
        self.meeting.map_or(self.as_of, |meeting| registers_day(self.as_of, meeting))
    }

    /// Which rows are told of.
    fn horizon(&self) -> Horizon {
        match self.version {
            Version::OnDay => Horizon::KnownOn(self.as_of),
            Version::WorkTree | Version::Commit(_) => Horizon::Whole,
        }
    }
}

/// What changed from one end to the other.
#[derive(Debug)]
pub struct Changes<'a> {
    pub before: End<'a>,
    pub after: End<'a>,
    /// The later strategy.
    pub strategy: &'a Strategy,
    pub filter: Filter,
    /// Those in which anything changed: in the order of the later file, then those that are no longer in it.
    pub indicators: Vec<IndicatorChange<'a>>,
    /// Cases to which something happened, by indicator in the same order.
    pub cases: Vec<CaseChange<'a>>,
    /// In the order of the later file, then those that are no longer in it; none where the filter asks for indicators only.
    pub objectives: Vec<ObjectiveChange<'a>>,
    /// How many indicators were compared.
    pub looked_at: usize,
    /// Indicators whose later files have errors.
    pub unreadable: Vec<&'a Indicator>,
    /// Registers that have errors at either end and were not used, by their paths.
    pub unusable: Vec<String>,
}

/// What changed about one indicator.
#[derive(Debug)]
pub struct IndicatorChange<'a> {
    /// As declared later; where it is no longer declared, as it was.
    pub indicator: &'a Indicator,
    pub life: Option<Life>,
    /// Nothing where neither the rating nor the state is another.
    pub movement: Option<Movement>,
    /// Nothing where it was not in use.
    pub before: Option<Standing<'a>>,
    /// Nothing where it is not in use.
    pub after: Option<Standing<'a>>,
    /// The whole population first, then the groups, each in the order of the periods.
    pub figures: Vec<FigureChange>,
    pub declared: Vec<Declared>,
}

/// Whether something came into use or went out of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Life {
    Added,
    /// Its `retired` has passed, or was declared.
    Retired,
    Removed,
}

impl Life {
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Retired => "retired",
            Self::Removed => "removed",
        }
    }
}

impl<'a> IndicatorChange<'a> {
    /// Where an indicator stood and stands, and how its grade moved.
    fn of(indicator: &'a Indicator, before: Option<Standing<'a>>, after: Option<Standing<'a>>) -> Self {
        let grades = before.as_ref().zip(after.as_ref()).map(|(before, after)| (before.grade(), after.grade()));
        let movement = grades.and_then(|(before, after)| Movement::between(&before, &after));
        Self { indicator, life: None, movement, before, after, figures: Vec::new(), declared: Vec::new() }
    }

    /// Whether it has a first figure, where it had none for the whole population.
    #[must_use]
    pub fn has_first_figure(&self) -> bool {
        self.figures.iter().any(|figure| figure.kind == FigureKind::First)
    }

    /// Whether a figure was revised with a row that says so.
    #[must_use]
    pub fn is_revised(&self) -> bool {
        self.figures.iter().any(|figure| figure.kind == FigureKind::Revised)
    }

    /// Whether a figure was changed or taken out without a word.
    #[must_use]
    pub fn is_silently_revised(&self) -> bool {
        self.figures.iter().any(|figure| figure.kind.is_silent())
    }

    fn is_empty(&self) -> bool {
        self.life.is_none() && self.movement.is_none() && self.figures.is_empty() && self.declared.is_empty()
    }
}

impl<'a> Changes<'a> {
    /// What changed from one end to the other.
    #[must_use]
    pub fn between(before: End<'a>, after: End<'a>, filter: Filter) -> Self {
        let strategy = &after.workspace.strategy;
        let around = [before, after].map(|end| Circumstances::of(end.workspace, Occasion::day_alone(end.as_of)));
        let taken: Vec<&Indicator> = strategy.indicators.values().filter(|indicator| filter.takes(indicator)).collect();
        let compared = after.workspace.each(&taken, None, |indicator, loaded| {
            Comparison { before, after, around: &around }.of(indicator, loaded.readings.as_ref())
        });
        let earlier = before.workspace.strategy.indicators.values();
        let gone = earlier.filter(|old| filter.takes(old) && !strategy.indicators.contains_key(&old.id));
        let mut all: Vec<IndicatorChange<'a>> = compared.into_iter().flatten().collect();
        all.extend(gone.filter_map(|indicator| removed(&around[0], indicator)));
        all.retain(|change| is_asked_for(change, &filter));
        let unreadable = unreadable_among(all.iter().filter_map(|change| change.after.as_ref()));
        let looked_at = all.len();
        let compared: BTreeSet<&str> = all.iter().map(|change| change.indicator.id.as_str()).collect();
        // Of one that is in use at neither end the cases alone are told of; it has no rating that could be asked for.
        let is_told = |indicator: &&&Indicator| filter.ratings.is_empty() || compared.contains(indicator.id.as_str());
        let gone = all.iter().map(|change| change.indicator).filter(|own| !strategy.indicators.contains_key(&own.id));
        let told = taken.iter().filter(is_told).copied().chain(gone);
        let cases = cases::changes(before, after, &around, told);
        all.retain(|change| !change.is_empty());
        let objectives = objectives::changes(before, after, &filter);
        let mut unusable: Vec<String> =
            around.iter().flat_map(|around| around.unusable_with(std::iter::empty())).collect();
        unusable.dedup();
        Self { before, after, strategy, filter, indicators: all, cases, objectives, looked_at, unreadable, unusable }
    }
}

/// Whether the rating that is asked for is one of the two. Of a file with errors that cannot be known.
fn is_asked_for(change: &IndicatorChange<'_>, filter: &Filter) -> bool {
    let mut standings = change.before.iter().chain(&change.after).peekable();
    (filter.ratings.is_empty() && standings.peek().is_none())
        || standings
            .any(|standing| standing.verdict.state == State::Unreadable || filter.takes_verdict(&standing.verdict))
}

/// Why a rating was what it was, where the figure it rests on may no longer be shown.
const WITHHELD: &str = "it rests on a figure that may no longer be shown";

/// Two ends, and what surrounds the indicators at each.
struct Comparison<'c, 'a> {
    before: End<'a>,
    after: End<'a>,
    around: &'c [Circumstances<'a>; 2],
}

impl<'a> Comparison<'_, 'a> {
    /// One indicator at both ends; nothing where it is in use at neither.
    fn of(&self, indicator: &'a Indicator, readings: Option<&Readings>) -> Option<IndicatorChange<'a>> {
        let Self { before, after, around } = self;
        let disclosed = readings.map(Readings::disclosed);
        let is = standing(&around[1], indicator, disclosed.as_deref());
        let Some(old) = before.workspace.strategy.indicators.get(&indicator.id) else {
            return Some(IndicatorChange {
                life: Some(Life::Added),
                ..IndicatorChange::of(indicator, None, Some(is?))
            });
        };
        let loaded;
        let earlier = if std::ptr::eq(before.workspace, after.workspace) {
            readings
        } else {
            loaded = before.workspace.load(old, None).readings;
            loaded.as_ref()
        };
        let mut was = standing(&around[0], old, earlier);
        let life = match (&was, &is) {
            (None, None) => return None,
            (None, Some(_)) => Some(Life::Added),
            (Some(_), None) => Some(Life::Retired),
            (Some(_), Some(_)) => None,
        };
        let is_withheld = withheld_by(&after.workspace.strategy, indicator, readings);
        let figures = match (earlier, readings) {
            (Some(earlier), Some(later)) if old.period == indicator.period => {
                figures::changes((earlier, before.horizon()), (later, after.horizon()), &is_withheld)
            }
            _ => Vec::new(),
        };
        let rests_on_withheld = figures.iter().any(|figure| figure.group.is_none() && figure.is_withheld())
            || earlier.is_some_and(|earlier| earlier.rows.iter().any(|row| row.group.is_none() && is_withheld(row)));
        if let Some(was) = was.as_mut().filter(|_| rests_on_withheld) {
            WITHHELD.clone_into(&mut was.why);
        }
        let declared = declared::changes((*before, old), (*after, indicator));
        Some(IndicatorChange { life, figures, declared, ..IndicatorChange::of(indicator, was, is) })
    }
}

/// Whether a figure of an indicator may no longer be shown.
fn withheld_by(strategy: &Strategy, indicator: &Indicator, readings: Option<&Readings>) -> impl Fn(&Reading) -> bool {
    let suppressions = readings.map(Suppressions::of).unwrap_or_default();
    move |reading: &Reading| suppressions.cover(reading) || is_withheld(strategy, indicator, reading)
}

/// The figures of one file that became known, or others, from after one day up to another.
pub(super) fn figure_changes(
    strategy: &Strategy,
    indicator: &Indicator,
    readings: &Readings,
    after: NaiveDate,
    up_to: NaiveDate,
) -> Vec<FigureChange> {
    let is_withheld = withheld_by(strategy, indicator, Some(readings));
    figures::changes((readings, Horizon::KnownOn(after)), (readings, Horizon::KnownOn(up_to)), is_withheld)
}

/// An indicator that is declared no longer; nothing where it was out of use before.
fn removed<'a>(around: &Circumstances<'a>, indicator: &'a Indicator) -> Option<IndicatorChange<'a>> {
    let readings = around.workspace.load(indicator, None).readings;
    let was = standing(around, indicator, readings.as_ref())?;
    Some(IndicatorChange { life: Some(Life::Removed), ..IndicatorChange::of(indicator, Some(was), None) })
}

fn standing<'a>(
    around: &Circumstances<'a>,
    indicator: &'a Indicator,
    readings: Option<&Readings>,
) -> Option<Standing<'a>> {
    let is_in_use = indicator.is_current(around.occasion.as_of);
    is_in_use.then(|| around.standing(indicator, readings))
}
