//! `hwb.status/1`.

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};
use serde_json::value::RawValue;

use super::StrategyView;
use super::indicator::IndicatorView;
use super::list::list;
use crate::board::{Position, Since};
use crate::strategy::Indicator;

#[derive(Serialize)]
struct StatusView<'a> {
    schema: &'static str,
    as_of: String,
    meeting: Option<String>,
    strategy: StrategyView<'a>,
    summary: SummaryView<'a>,
    indicators: Vec<Box<RawValue>>,
    /// Registers and commentary that have errors and were not used.
    unreadable_files: &'a [String],
}

#[derive(Serialize)]
struct SummaryView<'a> {
    indicators: usize,
    rated: usize,
    ratings: Counts<'a>,
    overdue: usize,
    states: Counts<'a>,
    since: Option<SinceView<'a>>,
}

/// What changed since the Board's meeting before: ids.
#[derive(Serialize)]
struct SinceView<'a> {
    meeting: String,
    cut_off: String,
    newly_red: Vec<&'a str>,
    recovered: Vec<&'a str>,
    first_figures: Vec<&'a str>,
    new_figures: Vec<&'a str>,
    revised: Vec<&'a str>,
    targets_changed: Vec<&'a str>,
    cases_moved: Vec<&'a str>,
}

/// Counts by name, in their order.
struct Counts<'a>(Vec<(&'a str, usize)>);

impl Serialize for Counts<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (name, count) in &self.0 {
            map.serialize_entry(name, count)?;
        }
        map.end()
    }
}

/// The position as `hwb.status/1`.
///
/// # Errors
/// None that input can cause: serialising these views does not fail.
pub fn status(position: &Position<'_>) -> serde_json::Result<String> {
    super::text(&StatusView {
        schema: "hwb.status/1",
        as_of: position.occasion.as_of.to_string(),
        meeting: position.occasion.meeting.map(|meeting| meeting.date.to_string()),
        strategy: StrategyView::of(position.strategy),
        summary: SummaryView::of(position),
        indicators: list(&position.rows, |row| IndicatorView::of(position.strategy, row))?,
        unreadable_files: &position.unusable,
    })
}

impl<'a> SummaryView<'a> {
    fn of(position: &'a Position<'a>) -> Self {
        let summary = &position.summary;
        let ratings = summary.ratings.iter().map(|(name, _, count)| (name.as_str(), *count));
        Self {
            indicators: summary.indicators,
            rated: summary.rated,
            ratings: Counts(ratings.collect()),
            overdue: summary.overdue,
            states: Counts(summary.states.clone()),
            since: position.since.as_ref().map(SinceView::of),
        }
    }
}

impl<'a> SinceView<'a> {
    fn of(since: &'a Since<'a>) -> Self {
        let ids = |indicators: &[&'a Indicator]| indicators.iter().map(|indicator| indicator.id.as_str()).collect();
        Self {
            meeting: since.meeting.date.to_string(),
            cut_off: since.meeting.data_due.to_string(),
            newly_red: ids(&since.newly_red),
            recovered: ids(&since.recovered),
            first_figures: ids(&since.first_figures),
            new_figures: ids(&since.new_figures),
            revised: ids(&since.revised),
            targets_changed: ids(&since.targets_changed),
            cases_moved: since.cases_moved.iter().map(|moved| moved.case.as_str()).collect(),
        }
    }
}
