//! What should be in the files by a meeting's cut-off and is not: figures, and words about them.

use super::Row;
use crate::board::owing::figures_of;
use crate::board::{Circumstances, Remark, Standing};
use crate::judge::{Owed, RatingLevel};
use crate::readings::Readings;
use crate::strategy::Indicator;

/// What a meeting waits for of one indicator.
#[derive(Debug, Clone)]
pub struct MissingFigures<'a> {
    pub indicator: &'a Indicator,
    /// At least one, the earliest first.
    pub owed: Vec<Owed>,
}

/// The figures of an indicator that are expected by the cut-off of the meeting and not given yet, as `hwb due` has them; none of one
/// that is not in use, or is watched elsewhere.
pub(super) fn missing(
    circumstances: &Circumstances<'_>,
    standing: &Standing<'_>,
    readings: Option<&Readings>,
) -> Vec<Owed> {
    let (indicator, as_of) = (standing.indicator, circumstances.occasion.as_of);
    let is_expected = indicator.is_current(as_of) && indicator.managed_by.is_none();
    let cut_off = circumstances.occasion.meeting.map_or(as_of, |meeting| meeting.data_due);
    let Some(readings) = readings.filter(|_| is_expected) else { return Vec::new() };
    let all = figures_of(circumstances.strategy(), indicator, readings, as_of, cut_off).into_iter();
    let owed = all.map(|figure| figure.owed);
    owed.take_while(|owed| owed.expected.is_some_and(|expected| expected <= cut_off)).collect()
}

/// Those of each indicator, in the order of the file.
pub(super) fn all_missing<'a>(rows: &[Row<'a>]) -> Vec<MissingFigures<'a>> {
    let waiting = rows.iter().filter(|row| !row.missing.is_empty());
    waiting.map(|row| MissingFigures { indicator: row.standing.indicator, owed: row.missing.clone() }).collect()
}

/// Indicators off target of whose figure nothing is said, in the order of the file.
pub(super) fn without_commentary<'a>(rows: &[Row<'a>]) -> Vec<&'a Indicator> {
    let lacking = rows.iter().filter(|row| row.is_ours() && row.lacks_commentary);
    lacking.map(|row| row.standing.indicator).collect()
}

/// Whether a figure is off target and nothing that can be read is said of it.
pub(super) fn lacks_commentary(circumstances: &Circumstances<'_>, standing: &Standing<'_>) -> bool {
    let is_lacking = |remark: &Remark| matches!(remark, Remark::Missing | Remark::Unreadable);
    standing.verdict.level() == Some(RatingLevel::Red)
        && standing.indicator.is_current(circumstances.occasion.as_of)
        && match &standing.response.remark {
            Remark::NotAsked => is_lacking(&circumstances.remark(&standing.indicator.id, standing.verdict.period())),
            remark => is_lacking(remark),
        }
}
