//! What changed since the Board's meeting before: the summary line of a position. `hwb diff --since` tells the same in full.

use super::changes::{FigureKind, figure_changes};
use super::{Circumstances, Movement, Standing};
use crate::readings::Readings;
use crate::registers::Case;
use crate::strategy::{Indicator, Sitting};

/// What changed about one indicator since the meeting before.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Moved {
    /// Nothing where neither the rating nor the state is another, and where it was not in use then.
    pub movement: Option<Movement>,
    /// What became of its figures, each kind once.
    pub figures: Vec<FigureKind>,
    /// Whether a target came into use or went out of it.
    pub has_other_targets: bool,
}

/// What changed since the meeting before, over the rows of a position.
#[derive(Debug, Clone)]
pub struct Since<'a> {
    pub meeting: Sitting<'a>,
    pub newly_red: Vec<&'a Indicator>,
    pub recovered: Vec<&'a Indicator>,
    pub first_figures: Vec<&'a Indicator>,
    pub new_figures: Vec<&'a Indicator>,
    pub revised: Vec<&'a Indicator>,
    pub targets_changed: Vec<&'a Indicator>,
    /// In the order of the rows, then of the register.
    pub cases_moved: Vec<CaseMoved<'a>>,
}

/// A case to which something happened.
#[derive(Debug, Clone)]
pub struct CaseMoved<'a> {
    pub case: String,
    pub indicator: &'a Indicator,
    /// What happened last: "closed".
    pub step: &'static str,
}

impl Moved {
    /// Whether something of a kind became of its figures.
    #[must_use]
    pub fn has(&self, kind: FigureKind) -> bool {
        self.figures.contains(&kind)
    }

    /// What changed about an indicator, given where it stands now; nothing where there was no meeting before.
    pub(super) fn of(
        circumstances: &Circumstances<'_>,
        standing: &Standing<'_>,
        readings: Option<&Readings>,
    ) -> Option<Self> {
        let (indicator, as_of) = (standing.indicator, circumstances.occasion.as_of);
        let since = circumstances.occasion.since()?;
        let changed = readings.filter(|readings| readings.have_news(since, as_of));
        let figures =
            changed.map(|readings| figure_changes(circumstances.strategy(), indicator, readings, since, as_of));
        let mut kinds: Vec<FigureKind> = figures.iter().flatten().map(|figure| figure.kind).collect();
        kinds.sort_unstable();
        kinds.dedup();
        Some(Self {
            movement: standing.earlier.as_ref().and_then(|earlier| Movement::between(earlier, &standing.grade())),
            figures: kinds,
            has_other_targets: indicator.has_other_targets(since, as_of),
        })
    }
}

impl<'a> Since<'a> {
    /// What changed over some rows; nothing where there was no meeting before. Of an indicator that is not in use on the day its
    /// cases alone are told of.
    pub(super) fn of(circumstances: &Circumstances<'a>, rows: &[Standing<'a>]) -> Option<Self> {
        circumstances.occasion.since()?;
        let as_of = circumstances.occasion.as_of;
        let told = |is_told: &dyn Fn(&Moved) -> bool| {
            let in_use = rows.iter().filter(|row| row.indicator.is_current(as_of));
            let told = in_use.filter(|row| row.moved.as_ref().is_some_and(is_told));
            told.map(|row| row.indicator).collect::<Vec<_>>()
        };
        let cases_moved = rows.iter().flat_map(|row| {
            circumstances
                .cases_about(row.indicator)
                .filter_map(|case| CaseMoved::of(circumstances, case, row.indicator))
        });
        Some(Self {
            meeting: circumstances.occasion.before?,
            newly_red: told(&|moved| moved.movement == Some(Movement::NewlyRed)),
            recovered: told(&|moved| moved.movement == Some(Movement::Recovered)),
            first_figures: told(&|moved| moved.has(FigureKind::First)),
            new_figures: told(&|moved| moved.has(FigureKind::New) && !moved.has(FigureKind::First)),
            revised: told(&|moved| moved.has(FigureKind::Revised)),
            targets_changed: told(&|moved| moved.has_other_targets),
            cases_moved: cases_moved.collect(),
        })
    }
}

impl<'a> CaseMoved<'a> {
    fn of(circumstances: &Circumstances<'_>, case: &Case, indicator: &'a Indicator) -> Option<Self> {
        let last = case.events().iter().rev().find(|event| circumstances.occasion.is_news(event.date))?;
        Some(Self { case: case.id.clone(), indicator, step: last.step.name() })
    }
}
