//! `hwb.diff/1`.

use serde::Serialize;

use super::StrategyView;
use super::number::Number;
use super::response::EventView;
use crate::board::{
    CaseChange, Changes, Declared, End, FigureChange, IndicatorChange, Life, Movement, ObjectiveChange, Shown,
};
use crate::board::{Standing, Version};

#[derive(Serialize)]
struct DiffView<'a> {
    schema: &'static str,
    from: EndView<'a>,
    to: EndView<'a>,
    strategy: StrategyView<'a>,
    looked_at: usize,
    summary: SummaryView<'a>,
    indicators: Vec<IndicatorView<'a>>,
    cases: Vec<CaseView<'a>>,
    objectives: Vec<ObjectiveView<'a>>,
    /// Ids of those whose later files have errors.
    unreadable: Vec<&'a str>,
    /// Registers that have errors and were not used.
    unreadable_files: &'a [String],
}

#[derive(Serialize)]
struct CaseView<'a> {
    id: &'a str,
    indicator: &'a str,
    happened: Vec<EventView<'a>>,
    /// What the earlier log said and the later one does not.
    gone: Vec<EventView<'a>>,
}

#[derive(Serialize)]
struct EndView<'a> {
    /// As it was given; null for the files as they lie there.
    revision: Option<&'a str>,
    commit: Option<&'a str>,
    committed: Option<String>,
    as_of: String,
    /// The Board's meeting of which that day is the cut-off.
    meeting: Option<String>,
}

/// Ids of indicators.
#[derive(Serialize)]
struct SummaryView<'a> {
    newly_red: Vec<&'a str>,
    recovered: Vec<&'a str>,
    first_figures: Vec<&'a str>,
    revised: Vec<&'a str>,
    revised_silently: Vec<&'a str>,
    /// Ids of cases.
    cases_moved: Vec<&'a str>,
}

#[derive(Serialize)]
struct IndicatorView<'a> {
    id: &'a str,
    title: &'a str,
    life: Option<&'static str>,
    movement: Option<&'static str>,
    before: Option<StandingView<'a>>,
    after: Option<StandingView<'a>>,
    figures: Vec<FigureView<'a>>,
    declared: Vec<DeclaredView<'a>>,
}

#[derive(Serialize)]
struct StandingView<'a> {
    state: &'static str,
    rating: Option<&'a str>,
    level: Option<&'static str>,
    why: &'a str,
}

#[derive(Serialize)]
struct FigureView<'a> {
    change: &'static str,
    period: String,
    group: Option<&'a str>,
    before: Option<ShownView>,
    after: Option<ShownView>,
}

#[derive(Serialize)]
struct ShownView {
    /// Null where the row is blank, or the figure may not be shown any longer.
    value: Option<Number>,
    status: &'static str,
    markers: Vec<&'static str>,
    known_from: Option<String>,
}

#[derive(Serialize)]
struct DeclaredView<'a> {
    key: &'static str,
    before: Option<&'a str>,
    after: Option<&'a str>,
}

#[derive(Serialize)]
struct ObjectiveView<'a> {
    id: &'a str,
    title: &'a str,
    life: Option<&'static str>,
    declared: Vec<DeclaredView<'a>>,
}

/// The changes as `hwb.diff/1`.
///
/// # Errors
/// None that input can cause: serialising these views does not fail.
pub fn diff(changes: &Changes<'_>) -> serde_json::Result<String> {
    super::text(&DiffView {
        schema: "hwb.diff/1",
        from: EndView::of(&changes.before),
        to: EndView::of(&changes.after),
        strategy: StrategyView::of(changes.strategy),
        looked_at: changes.looked_at,
        summary: SummaryView::of(changes),
        indicators: changes.indicators.iter().map(IndicatorView::of).collect(),
        cases: changes.cases.iter().map(CaseView::of).collect(),
        objectives: changes.objectives.iter().map(ObjectiveView::of).collect(),
        unreadable: changes.unreadable.iter().map(|indicator| indicator.id.as_str()).collect(),
        unreadable_files: &changes.unusable,
    })
}

impl<'a> EndView<'a> {
    fn of(end: &End<'a>) -> Self {
        let revision = match end.version {
            Version::Commit(revision) => Some(revision),
            Version::OnDay | Version::WorkTree => None,
        };
        Self {
            revision: revision.map(|revision| revision.name.as_str()),
            commit: revision.map(|revision| revision.commit.as_str()),
            committed: revision.map(|revision| revision.on.to_string()),
            as_of: end.as_of.to_string(),
            meeting: end.meeting.map(|day| day.to_string()),
        }
    }
}

impl<'a> SummaryView<'a> {
    fn of(changes: &'a Changes<'a>) -> Self {
        let ids = |is_told: &dyn Fn(&IndicatorChange<'a>) -> bool| {
            changes
                .indicators
                .iter()
                .filter(|change| is_told(change))
                .map(|change| change.indicator.id.as_str())
                .collect()
        };
        Self {
            newly_red: ids(&|change| change.movement == Some(Movement::NewlyRed)),
            recovered: ids(&|change| change.movement == Some(Movement::Recovered)),
            first_figures: ids(&IndicatorChange::has_first_figure),
            revised: ids(&IndicatorChange::is_revised),
            revised_silently: ids(&IndicatorChange::is_silently_revised),
            cases_moved: changes.cases.iter().map(|case| case.id.as_str()).collect(),
        }
    }
}

impl<'a> CaseView<'a> {
    fn of(case: &'a CaseChange<'a>) -> Self {
        Self {
            id: &case.id,
            indicator: &case.indicator.id,
            happened: case.happened.iter().map(EventView::of).collect(),
            gone: case.gone.iter().map(EventView::of).collect(),
        }
    }
}

impl<'a> IndicatorView<'a> {
    fn of(change: &'a IndicatorChange<'a>) -> Self {
        Self {
            id: &change.indicator.id,
            title: &change.indicator.title,
            life: change.life.map(Life::name),
            movement: change.movement.map(Movement::name),
            before: change.before.as_ref().map(StandingView::of),
            after: change.after.as_ref().map(StandingView::of),
            figures: change.figures.iter().map(FigureView::of).collect(),
            declared: change.declared.iter().map(DeclaredView::of).collect(),
        }
    }
}

impl<'a> StandingView<'a> {
    fn of(standing: &'a Standing<'a>) -> Self {
        let rating = standing.verdict.rating();
        Self {
            state: standing.verdict.state.name(),
            rating: rating.map(|rating| rating.name.as_str()),
            level: rating.map(|rating| rating.level.name()),
            why: &standing.why,
        }
    }
}

impl<'a> FigureView<'a> {
    fn of(figure: &'a FigureChange) -> Self {
        Self {
            change: figure.kind.name(),
            period: figure.period.to_string(),
            group: figure.group.as_deref(),
            before: figure.before.as_ref().map(ShownView::of),
            after: figure.after.as_ref().map(ShownView::of),
        }
    }
}

impl ShownView {
    fn of(shown: &Shown) -> Self {
        Self {
            value: shown.value.map(Number::from),
            status: shown.status.name(),
            markers: shown.markers.iter().map(|marker| marker.name()).collect(),
            known_from: shown.known_from.map(|day| day.to_string()),
        }
    }
}

impl<'a> DeclaredView<'a> {
    fn of(declared: &'a Declared) -> Self {
        Self { key: declared.key, before: declared.before.as_deref(), after: declared.after.as_deref() }
    }
}

impl<'a> ObjectiveView<'a> {
    fn of(change: &'a ObjectiveChange<'a>) -> Self {
        Self {
            id: change.id,
            title: &change.objective.title,
            life: change.life.map(Life::name),
            declared: change.declared.iter().map(DeclaredView::of).collect(),
        }
    }
}
