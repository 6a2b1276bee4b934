//! `hwb.status/1`.

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};
use serde_json::value::RawValue;

use super::StrategyView;
use super::indicator::IndicatorView;
use super::list::list;
use crate::board::{Position, Summary};

#[derive(Serialize)]
struct StatusView<'a> {
    schema: &'static str,
    as_of: String,
    strategy: StrategyView<'a>,
    summary: SummaryView<'a>,
    indicators: Vec<Box<RawValue>>,
}

#[derive(Serialize)]
struct SummaryView<'a> {
    indicators: usize,
    rated: usize,
    ratings: Counts<'a>,
    overdue: usize,
    states: Counts<'a>,
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
        as_of: position.as_of.to_string(),
        strategy: StrategyView::of(position.strategy),
        summary: SummaryView::of(&position.summary),
        indicators: list(&position.rows, |row| IndicatorView::of(position.strategy, row))?,
    })
}

impl<'a> SummaryView<'a> {
    fn of(summary: &'a Summary) -> Self {
        let ratings = summary.ratings.iter().map(|(name, _, count)| (name.as_str(), *count));
        Self {
            indicators: summary.indicators,
            rated: summary.rated,
            ratings: Counts(ratings.collect()),
            overdue: summary.overdue,
            states: Counts(summary.states.clone()),
        }
    }
}
