//! What changed: between two days by what was known on each, or between two versions of the files as of one day.

mod declared;
mod figures;
mod objectives;

use chrono::NaiveDate;

pub use declared::Declared;
pub use figures::{FigureChange, FigureKind, Shown};
pub use objectives::ObjectiveChange;

use super::Filter;
use super::position::Standing;
use crate::files::git::Revision;
use crate::judge::{RatingLevel, State};
use crate::readings::revision::{Horizon, is_withheld};
use crate::readings::{Reading, Readings, Suppressions};
use crate::strategy::{Indicator, Strategy};
use crate::workspace::Workspace;

/// One end of a comparison: a strategy's files, and the day they are judged as of.
#[derive(Debug, Clone, Copy)]
pub struct End<'a> {
    pub workspace: &'a Workspace,
    pub as_of: NaiveDate,
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
    /// In the same order; none where the filter asks for indicators only.
    pub objectives: Vec<ObjectiveChange<'a>>,
    /// How many indicators were compared.
    pub looked_at: usize,
    /// Indicators whose later files have errors.
    pub unreadable: Vec<&'a Indicator>,
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

/// How a rating, or the state that stands for it, moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Movement {
    /// Red, and was not.
    NewlyRed,
    /// Rated better than red, and was red.
    Recovered,
    Other,
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

impl Movement {
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::NewlyRed => "newly-red",
            Self::Recovered => "recovered",
            Self::Other => "other",
        }
    }

    /// Nothing where both say the same, and where there are not two to compare.
    fn between(before: Option<&Standing<'_>>, after: Option<&Standing<'_>>) -> Option<Self> {
        let (before, after) = (&before?.verdict, &after?.verdict);
        let level = |verdict: &crate::judge::Verdict| verdict.rating().map(|rating| rating.level);
        match (level(before), level(after)) {
            (was, Some(RatingLevel::Red)) if was != Some(RatingLevel::Red) => Some(Self::NewlyRed),
            (Some(RatingLevel::Red), Some(is)) if is != RatingLevel::Red => Some(Self::Recovered),
            _ if before.rating().map(|rating| &rating.name) != after.rating().map(|rating| &rating.name) => {
                Some(Self::Other)
            }
            _ => (before.state.name() != after.state.name()).then_some(Self::Other),
        }
    }
}

impl IndicatorChange<'_> {
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
        let taken: Vec<&Indicator> = strategy.indicators.values().filter(|indicator| filter.takes(indicator)).collect();
        let compared = after
            .workspace
            .each(&taken, None, |indicator, loaded| compare(before, after, indicator, loaded.readings.as_ref()));
        let earlier = before.workspace.strategy.indicators.values();
        let gone = earlier.filter(|old| filter.takes(old) && !strategy.indicators.contains_key(&old.id));
        let mut all: Vec<IndicatorChange<'a>> = compared.into_iter().flatten().collect();
        all.extend(gone.filter_map(|indicator| removed(before, indicator)));
        all.retain(|change| is_asked_for(change, &filter));
        let is_unreadable = |standing: &&Standing<'a>| standing.verdict.state == State::Unreadable;
        let standings = all.iter().filter_map(|change| change.after.as_ref());
        let unreadable = standings.filter(is_unreadable).map(|standing| standing.indicator).collect();
        let looked_at = all.len();
        all.retain(|change| !change.is_empty());
        let objectives = objectives::changes(before, after, &filter);
        Self { before, after, strategy, filter, indicators: all, objectives, looked_at, unreadable }
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

/// One indicator at both ends; nothing where it is in use at neither.
fn compare<'a>(
    before: End<'a>,
    after: End<'a>,
    indicator: &'a Indicator,
    readings: Option<&Readings>,
) -> Option<IndicatorChange<'a>> {
    let disclosed = readings.map(Readings::disclosed);
    let is = standing(after, indicator, disclosed.as_deref());
    let Some(old) = before.workspace.strategy.indicators.get(&indicator.id) else {
        let is = is?;
        let life = Some(Life::Added);
        let (figures, declared) = (Vec::new(), Vec::new());
        return Some(IndicatorChange {
            indicator,
            life,
            movement: None,
            before: None,
            after: Some(is),
            figures,
            declared,
        });
    };
    let loaded;
    let earlier = if std::ptr::eq(before.workspace, after.workspace) {
        readings
    } else {
        loaded = before.workspace.load(old, None).readings;
        loaded.as_ref()
    };
    let mut was = standing(before, old, earlier);
    let life = match (&was, &is) {
        (None, None) => return None,
        (None, Some(_)) => Some(Life::Added),
        (Some(_), None) => Some(Life::Retired),
        (Some(_), Some(_)) => None,
    };
    let suppressions = readings.map(Suppressions::of).unwrap_or_default();
    let is_withheld =
        |reading: &Reading| suppressions.cover(reading) || is_withheld(&after.workspace.strategy, indicator, reading);
    let figures = match (earlier, readings) {
        (Some(earlier), Some(later)) if old.period == indicator.period => {
            figures::changes((earlier, before.horizon()), (later, after.horizon()), is_withheld)
        }
        _ => Vec::new(),
    };
    let rests_on_withheld = figures.iter().any(|figure| figure.group.is_none() && figure.is_withheld())
        || earlier.is_some_and(|earlier| earlier.rows.iter().any(|row| row.group.is_none() && is_withheld(row)));
    if let Some(was) = was.as_mut().filter(|_| rests_on_withheld) {
        WITHHELD.clone_into(&mut was.why);
    }
    let declared = declared::changes((before, old), (after, indicator));
    let movement = Movement::between(was.as_ref(), is.as_ref());
    Some(IndicatorChange { indicator, life, movement, before: was, after: is, figures, declared })
}

/// An indicator that is declared no longer; nothing where it was out of use before.
fn removed<'a>(before: End<'a>, indicator: &'a Indicator) -> Option<IndicatorChange<'a>> {
    let readings = before.workspace.load(indicator, None).readings;
    let was = standing(before, indicator, readings.as_ref())?;
    Some(IndicatorChange {
        indicator,
        life: Some(Life::Removed),
        movement: None,
        before: Some(was),
        after: None,
        figures: Vec::new(),
        declared: Vec::new(),
    })
}

fn standing<'a>(end: End<'a>, indicator: &'a Indicator, readings: Option<&Readings>) -> Option<Standing<'a>> {
    let is_in_use = indicator.is_current(end.as_of);
    is_in_use.then(|| Standing::of(&end.workspace.strategy, indicator, readings, end.as_of))
}
