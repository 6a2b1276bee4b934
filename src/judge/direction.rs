//! Direction: two points compared, against the period before and against a year earlier (`docs/methods.md`, "Direction").

use super::due::Level;
use super::series::Series;
use crate::number::Exact;
use crate::strategy::{Good, Taking};
use crate::time::Period;

/// Both comparisons.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Direction {
    /// Against the latest earlier figure.
    pub previous: Compared,
    /// Against the same period a year earlier, exactly.
    pub year: Compared,
}

/// One comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Compared {
    pub course: Course,
    /// The period compared with; nothing where there is no figure to compare with.
    pub with: Option<Period>,
}

/// Which way a figure went.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Course {
    Improving,
    Worsening,
    /// The same, or within the indicator's dead-band.
    Steady,
    /// Without polarity.
    Higher,
    Lower,
    /// A break lies between, the periods overlap, or totals of different lengths would be compared.
    NotComparable,
    NotEnoughData,
}

impl Direction {
    /// The comparison that is told: with the figure before, or with a year earlier where that one is not comparable.
    #[must_use]
    pub fn told(&self) -> Compared {
        if self.previous.course == Course::NotComparable { self.year } else { self.previous }
    }
}

impl Course {
    /// In JSON and CSV: `not-enough-data`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Improving => "improving",
            Self::Worsening => "worsening",
            Self::Steady => "steady",
            Self::Higher => "higher",
            Self::Lower => "lower",
            Self::NotComparable => "not-comparable",
            Self::NotEnoughData => "not-enough-data",
        }
    }

    /// For people; empty where there is nothing to compare with.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::NotComparable => "not comparable",
            Self::NotEnoughData => "",
            other => other.name(),
        }
    }
}

const NOTHING: Compared = Compared { course: Course::NotEnoughData, with: None };

impl Series<'_> {
    /// Where the figure of a period went since the one before and since a year earlier.
    #[must_use]
    pub fn direction(&self, period: Period) -> Direction {
        Direction { previous: self.against_previous(period), year: self.against_last_year(period) }
    }

    fn against_previous(&self, period: Period) -> Compared {
        let earlier = self.previous(period).map(|row| row.period);
        // Year-to-date figures of different lengths.
        if matches!(self.indicator.taking, Taking::Cumulative | Taking::YearTotal) {
            return Compared { course: Course::NotComparable, with: earlier };
        }
        earlier.map_or(NOTHING, |earlier| self.compare(earlier, period))
    }

    /// Against the same period a year earlier.
    #[must_use]
    pub fn against_last_year(&self, period: Period) -> Compared {
        period.year_earlier().map_or(NOTHING, |earlier| self.compare(earlier, period))
    }

    fn compare(&self, earlier: Period, later: Period) -> Compared {
        if earlier.overlaps(later) || self.break_between(earlier.end(), later).is_some() {
            return Compared { course: Course::NotComparable, with: Some(earlier) };
        }
        match (self.compared_value(earlier), self.compared_value(later)) {
            (Some(before), Some(now)) => Compared { course: self.course(&before, &now, later), with: Some(earlier) },
            _ => NOTHING,
        }
    }

    /// A running total since the start only grows, so its amounts are compared; other figures are as they are judged.
    fn compared_value(&self, period: Period) -> Option<Exact> {
        if self.indicator.taking == Taking::Total {
            return self.known.value(period).map(Exact::from);
        }
        let figure = self.figure(period)?;
        (!figure.is_incomplete()).then_some(figure.value)
    }

    fn course(&self, before: &Exact, now: &Exact, period: Period) -> Course {
        let change = now - before;
        if change.abs() <= Exact::from(self.indicator.steady) {
            return Course::Steady;
        }
        let is_up = !change.is_negative();
        match self.indicator.good {
            Good::High if is_up => Course::Improving,
            Good::Low if !is_up => Course::Improving,
            Good::High | Good::Low => Course::Worsening,
            Good::None if is_up => Course::Higher,
            Good::None => Course::Lower,
            Good::Range => match self.range_at(period) {
                Some((lower, upper)) => {
                    let outside = |value: &Exact| {
                        if *value < lower {
                            &lower - value
                        } else if *value > upper {
                            value - &upper
                        } else {
                            Exact::zero()
                        }
                    };
                    match outside(now).cmp(&outside(before)) {
                        std::cmp::Ordering::Less => Course::Improving,
                        std::cmp::Ordering::Greater => Course::Worsening,
                        std::cmp::Ordering::Equal => Course::Steady,
                    }
                }
                None if is_up => Course::Higher,
                None => Course::Lower,
            },
        }
    }

    /// The range asked for at a period.
    fn range_at(&self, period: Period) -> Option<(Exact, Exact)> {
        let tracks = self.indicator.tracks(self.as_of);
        let track = tracks.iter().find(|track| !track.is_stretch())?;
        match self.due(track, period).ok()?.level {
            Level::Between(lower, upper) => Some((lower, upper)),
            Level::At(_) => None,
        }
    }
}
