//! What the checks of one indicator go by.

use chrono::NaiveDate;

use crate::judge::{self, Series, Verdict, Words};
use crate::readings::{Reading, Readings};
use crate::strategy::{Indicator, Strategy, Track};

/// One indicator's declaration, readings and verdict on a day.
#[derive(Debug)]
pub(super) struct Evidence<'e> {
    pub strategy: &'e Strategy,
    pub indicator: &'e Indicator,
    pub as_of: NaiveDate,
    /// As they may be shown.
    pub readings: &'e Readings,
    pub series: Series<'e>,
    /// Those in use that are rated: no stretch targets.
    pub tracks: Vec<Track<'e>>,
    pub verdict: Verdict,
}

impl<'e> Evidence<'e> {
    pub fn new(strategy: &'e Strategy, indicator: &'e Indicator, readings: &'e Readings, as_of: NaiveDate) -> Self {
        let tracks = indicator.tracks(as_of).into_iter().filter(|track| !track.is_stretch()).collect();
        Self {
            strategy,
            indicator,
            as_of,
            readings,
            series: Series::new(strategy, indicator, readings, as_of),
            tracks,
            verdict: judge::judge(strategy, indicator, Some(readings), as_of),
        }
    }

    pub fn words(&self) -> Words<'_> {
        Words::of(self.strategy, self.indicator, &self.verdict)
    }

    /// The known rows that have a figure, the earliest first.
    pub fn figures(&self) -> impl DoubleEndedIterator<Item = &'e Reading> {
        self.series.known.rows().iter().copied().filter(|row| row.value.is_some())
    }

    /// Whether its figures are this Board's to ask for: what is watched elsewhere is not.
    pub fn is_ours_to_chase(&self) -> bool {
        self.indicator.managed_by.is_none()
    }
}
