//! `hwb.indicators/1`: where each indicator stands, among the files to download.

use serde::Serialize;
use serde_json::value::RawValue;

use super::StrategyView;
use super::indicator::IndicatorView;
use super::list::list;
use crate::board::{Dossier, Occasion};
use crate::strategy::Strategy;

#[derive(Serialize)]
struct IndicatorsView<'a> {
    schema: &'static str,
    as_of: String,
    meeting: Option<String>,
    strategy: StrategyView<'a>,
    indicators: Vec<Box<RawValue>>,
}

/// The standing of each indicator as `hwb.indicators/1`, in the order given.
///
/// # Errors
/// None that input can cause: serialising these views does not fail.
pub fn indicators(
    strategy: &Strategy,
    occasion: Occasion<'_>,
    dossiers: &[&Dossier<'_>],
) -> serde_json::Result<String> {
    super::text(&IndicatorsView {
        schema: "hwb.indicators/1",
        as_of: occasion.as_of.to_string(),
        meeting: occasion.meeting.map(|meeting| meeting.date.to_string()),
        strategy: StrategyView::of(strategy),
        indicators: list(dossiers, |dossier| IndicatorView::of(strategy, &dossier.standing))?,
    })
}
