//! `hwb.exceptions/1`.

use serde::Serialize;

use super::StrategyView;
use super::indicator::IndicatorView;
use crate::board::Exceptions;

#[derive(Serialize)]
struct ExceptionsView<'a> {
    schema: &'static str,
    as_of: String,
    strategy: StrategyView<'a>,
    looked_at: usize,
    indicators: Vec<ExceptionView<'a>>,
    /// Ids of those whose files have errors.
    unreadable: Vec<&'a str>,
    /// Ids of those that would be listed and are managed elsewhere.
    managed_elsewhere: Vec<&'a str>,
}

#[derive(Serialize)]
struct ExceptionView<'a> {
    #[serde(flatten)]
    indicator: IndicatorView<'a>,
    /// What each rule in `exceptions` found, in the same order.
    reasons: Vec<&'a str>,
}

/// The exceptions as `hwb.exceptions/1`.
///
/// # Errors
/// None that input can cause: serialising these views does not fail.
pub fn exceptions(exceptions: &Exceptions<'_>) -> serde_json::Result<String> {
    let rows = exceptions.rows.iter().map(|row| ExceptionView {
        indicator: IndicatorView::of(exceptions.strategy, row),
        reasons: row.exceptions.iter().map(|exception| exception.reason.as_str()).collect(),
    });
    super::text(&ExceptionsView {
        schema: "hwb.exceptions/1",
        as_of: exceptions.as_of.to_string(),
        strategy: StrategyView::of(exceptions.strategy),
        looked_at: exceptions.looked_at,
        indicators: rows.collect(),
        unreadable: exceptions.unreadable.iter().map(|indicator| indicator.id.as_str()).collect(),
        managed_elsewhere: exceptions.managed_elsewhere.iter().map(|indicator| indicator.id.as_str()).collect(),
    })
}
