//! How long a figure has been where it is: readings running, each judged by today's files at its own period.

use super::rating::RatingLevel;
use super::series::Series;
use crate::limits;

/// How many of the latest readings, one after the other, have a level that is asked for. Blank rows neither count nor interrupt; a
/// reading that cannot be rated interrupts. No more than `most` are looked at.
pub(super) fn running(series: &Series<'_>, most: usize, is_asked_for: impl Fn(RatingLevel) -> bool) -> usize {
    let tracks = series.indicator.tracks(series.as_of);
    let latest_first = series.known.rows().iter().rev().filter(|row| row.value.is_some());
    let levels = latest_first.take(most).map(|row| {
        let figure = series.figure(row.period)?;
        let assessment = series.assess(&tracks, &figure).ok()?;
        assessment.decisive().map(|decisive| decisive.rating.level)
    });
    levels.take_while(|level| level.is_some_and(&is_asked_for)).count()
}

/// The most readings of a run that are counted.
pub const MOST: usize = limits::AMBER_RUNS as usize;

/// How many of the latest readings, one after the other, are off target (red); no more than [`MOST`] are counted.
#[must_use]
pub fn red_running(series: &Series<'_>) -> usize {
    running(series, MOST, |level| level == RatingLevel::Red)
}

/// Amber or red.
#[must_use]
pub fn is_short_of_green(level: RatingLevel) -> bool {
    level != RatingLevel::Green
}
