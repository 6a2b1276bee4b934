//! What should be in the files by a meeting's cut-off and is not: figures, and words about them.

use chrono::NaiveDate;

use super::Row;
use crate::board::owing::figures_of;
use crate::board::{Circumstances, Remark, Standing};
use crate::judge::{Owed, RatingLevel};
use crate::readings::Readings;
use crate::strategy::Indicator;

/// A figure that a meeting waits for.
#[derive(Debug, Clone, Copy)]
pub struct MissingFigure<'a> {
    pub indicator: &'a Indicator,
    pub owed: Owed,
    /// The last day on which it is in time.
    pub expected: NaiveDate,
}

/// The figures that are expected by the cut-off and not given yet, in the order of the file.
pub(super) fn missing<'a>(rows: &[Row<'a>]) -> Vec<MissingFigure<'a>> {
    rows.iter().filter(|row| row.is_ours()).filter_map(|row| row.missing).collect()
}

/// The first figure that an indicator owes by the cut-off, as `hwb due` has it; nothing where it owes none by then.
pub(super) fn first_missing<'a>(
    circumstances: &Circumstances<'a>,
    indicator: &'a Indicator,
    readings: &Readings,
    cut_off: NaiveDate,
) -> Option<MissingFigure<'a>> {
    let as_of = circumstances.occasion.as_of;
    if !indicator.is_current(as_of) {
        return None;
    }
    let owed = figures_of(circumstances.strategy(), indicator, readings, as_of, cut_off).first()?.owed;
    let expected = owed.expected.filter(|expected| *expected <= cut_off)?;
    Some(MissingFigure { indicator, owed, expected })
}

/// Indicators off target of whose figure nothing is said, in the order of the file.
pub(super) fn without_commentary<'a>(rows: &[Row<'a>]) -> Vec<&'a Indicator> {
    let lacking = rows.iter().filter(|row| row.is_ours() && row.lacks_commentary);
    lacking.map(|row| row.standing.indicator).collect()
}

/// Whether a figure is off target and nothing that can be read is said of it.
pub(super) fn lacks_commentary(circumstances: &Circumstances<'_>, standing: &Standing<'_>) -> bool {
    let is_lacking = |remark: &Remark| matches!(remark, Remark::Missing | Remark::Unreadable);
    standing.indicator.is_current(circumstances.occasion.as_of)
        && standing.verdict.level() == Some(RatingLevel::Red)
        && match &standing.response.remark {
            Remark::NotAsked => is_lacking(&circumstances.remark(&standing.indicator.id, standing.verdict.period())),
            remark => is_lacking(remark),
        }
}
