//! Rating: how the figure stands to the target due (`docs/methods.md`, "Rating").

use super::direction::Course;
use super::due::{Aside, AsideReason, Due, Level};
use super::series::{Figure, Series};
use crate::number::{Decimal, Exact};
use crate::strategy::{Bands, Condition, Method, Tolerance, Track};
use crate::time::Period;

/// A rating: its name, and the level that colours it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rating {
    pub name: String,
    pub level: RatingLevel,
    /// How far down the bands it is; 0 is the best.
    pub band: usize,
}

/// Green is the first band, red is below the last, amber is between.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum RatingLevel {
    Green,
    Amber,
    Red,
}

/// The verdict on every track that could be worked out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assessment {
    /// In the order of the file; at least one.
    pub tracks: Vec<TrackVerdict>,
    /// The place among `tracks` of the one that decides.
    pub decisive: usize,
    pub set_aside: Vec<Aside>,
}

/// How a figure stands to one track.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Measured {
    /// What the track asks for in the end.
    pub condition: Condition,
    pub by: Option<Period>,
    pub due: Due,
    pub variance: Variance,
    /// Amounts are missing: the true total is further on than what was measured.
    pub is_incomplete: bool,
}

/// The verdict on one track.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TrackVerdict {
    pub measured: Measured,
    pub rating: Rating,
    pub outcome: Outcome,
}

/// The figure less the value due. Of a range the nearer bound is due, the lower on a tie; inside it the variance is 0.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Variance {
    /// The value due that the figure was compared with.
    pub due: Exact,
    /// In the indicator's own unit.
    pub absolute: Exact,
    /// Of the size of the value due; nothing where that is 0.
    pub percent: Option<Exact>,
    /// Whether it is on the worse side.
    pub is_adverse: bool,
}

/// Why the rating is what it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    Met,
    /// A strict condition equalled: missed by nothing.
    JustMissed,
    /// Missed by no more than the tolerance.
    WithinTolerance {
        tolerance: Tolerance,
        allowed: Exact,
    },
    BeyondTolerance {
        tolerance: Tolerance,
        allowed: Exact,
    },
    /// A percentage of 0 is nothing: met or not met.
    NoToleranceOfZero,
    FloorReached(Decimal),
    BelowFloor(Decimal),
    /// Beyond the tolerance, no worse than a year earlier.
    HeldOnLastYear {
        tolerance: Tolerance,
        allowed: Exact,
    },
    WorseThanLastYear {
        tolerance: Tolerance,
        allowed: Exact,
    },
    NothingAYearEarlier {
        tolerance: Tolerance,
        allowed: Exact,
    },
    /// So much of the change due was made, in percent.
    Made {
        percent: Exact,
    },
    /// The value due is no better than the baseline, so that there is no change to make.
    NoChangeDue,
}

impl RatingLevel {
    pub const NAMES: &[(&str, RatingLevel)] =
        &[("green", RatingLevel::Green), ("amber", RatingLevel::Amber), ("red", RatingLevel::Red)];

    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Green => "green",
            Self::Amber => "amber",
            Self::Red => "red",
        }
    }

    /// The words for people: the colour is never said alone.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Green => "on target",
            Self::Amber => "near target",
            Self::Red => "off target",
        }
    }
}

impl Rating {
    fn of(level: RatingLevel) -> Self {
        Self { name: level.name().to_owned(), level, band: level as usize }
    }

    /// The band at a place from the best; below the last is red.
    fn band(bands: &Bands, place: usize) -> Self {
        match bands.0.get(place) {
            Some(band) => {
                let level = if place == 0 { RatingLevel::Green } else { RatingLevel::Amber };
                Self { name: band.name.clone(), level, band: place }
            }
            None => Self { name: "red".to_owned(), level: RatingLevel::Red, band: bands.0.len() },
        }
    }
}

impl Assessment {
    /// The track that decides the rating and is shown.
    #[must_use]
    pub fn decisive(&self) -> Option<&TrackVerdict> {
        self.tracks.get(self.decisive)
    }
}

impl Series<'_> {
    /// Rates a figure against every track that is not a stretch.
    ///
    /// # Errors
    /// The tracks set aside, where none is left.
    pub fn assess(&self, tracks: &[Track<'_>], figure: &Figure) -> Result<Assessment, Vec<Aside>> {
        let mut verdicts = Vec::new();
        let mut set_aside = Vec::new();
        for track in tracks.iter().filter(|track| !track.is_stretch()) {
            match self.rate(track, figure) {
                Ok(verdict) => verdicts.push(verdict),
                Err(reason) => set_aside.extend(Aside::of(track, reason)),
            }
        }
        // The worst band decides, then the larger adverse percent, then order in the file: `min_by` keeps the first of equals.
        let decisive = verdicts.iter().enumerate().min_by(|(_, one), (_, other)| {
            let adverse = |verdict: &TrackVerdict| verdict.measured.variance.adverse_percent();
            other.rating.band.cmp(&one.rating.band).then_with(|| adverse(other).cmp(&adverse(one)))
        });
        match decisive.map(|(place, _)| place) {
            Some(decisive) => Ok(Assessment { tracks: verdicts, decisive, set_aside }),
            None => Err(set_aside),
        }
    }

    /// How a figure stands to one track, before any rating.
    ///
    /// # Errors
    /// Why the track cannot be worked out.
    pub fn measure(&self, track: &Track<'_>, figure: &Figure) -> Result<Measured, AsideReason> {
        let Some(last) = track.last() else {
            return Err(AsideReason::NoMilestoneLeft(figure.period));
        };
        let due = self.due(track, figure.period)?;
        let variance = self.variance(&due.level, figure);
        let measured = Measured {
            condition: last.condition.clone(),
            by: last.by.as_ref().map(|by| by.period),
            due,
            variance,
            is_incomplete: figure.is_incomplete(),
        };
        if let Some(total) = figure.total.as_ref().filter(|total| !total.missing.is_empty()) {
            // Amounts are at least 0, so the true total is at least the known one.
            let is_settled = match self.sign() {
                Some(1) => measured.is_met(),
                Some(_) => !measured.is_met(),
                None => false,
            };
            if !is_settled {
                return Err(AsideReason::MissingAmounts(total.missing.clone()));
            }
        }
        Ok(measured)
    }

    /// Rates a figure against one track.
    ///
    /// # Errors
    /// Why the track cannot be worked out.
    fn rate(&self, track: &Track<'_>, figure: &Figure) -> Result<TrackVerdict, AsideReason> {
        let measured = self.measure(track, figure)?;
        let (rating, outcome) = self.outcome(&measured, measured.due.tolerance(track), figure)?;
        Ok(TrackVerdict { measured, rating, outcome })
    }

    fn variance(&self, level: &Level, figure: &Figure) -> Variance {
        let value = &figure.value;
        let (due, absolute, is_adverse) = match level {
            Level::At(due) => {
                let absolute = value - due;
                let is_adverse = match self.sign() {
                    Some(1) => absolute.is_negative(),
                    _ => !absolute.is_negative() && !absolute.is_zero(),
                };
                (due.clone(), absolute, is_adverse)
            }
            Level::Between(lower, upper) => {
                let nearer = if (value - lower).abs() <= (value - upper).abs() { lower } else { upper };
                let is_inside = lower <= value && value <= upper;
                let absolute = if is_inside { Exact::zero() } else { value - nearer };
                (nearer.clone(), absolute, !is_inside)
            }
        };
        Variance { percent: due.abs().percentage(&absolute), due, absolute, is_adverse }
    }

    fn outcome(
        &self,
        measured: &Measured,
        own_tolerance: Option<Tolerance>,
        figure: &Figure,
    ) -> Result<(Rating, Outcome), AsideReason> {
        use RatingLevel::{Amber, Green, Red};
        let Measured { due, variance, .. } = measured;
        let is_met = measured.is_met();
        let missed_by = variance.absolute.abs();
        let allowance = |tolerance: Tolerance| {
            let tolerance = own_tolerance.unwrap_or(tolerance);
            let allowed = match tolerance {
                Tolerance::Percent(percent) => Exact::from(percent).percent_of(&variance.due.abs()),
                Tolerance::Points(points) => Exact::from(points),
            };
            let is_of_zero = matches!(tolerance, Tolerance::Percent(_)) && variance.due.is_zero();
            (tolerance, allowed, is_of_zero)
        };
        let is_tie = !is_met && variance.absolute.is_zero();
        let (level, outcome) = match &self.indicator.rating.method {
            Method::Improvement(bands) => return self.improvement(is_met, is_tie, bands, due, figure),
            _ if is_met => (Green, Outcome::Met),
            Method::ToleranceTrend(tolerance) => {
                let (tolerance, allowed, is_of_zero) = allowance(*tolerance);
                if is_tie || (!is_of_zero && missed_by <= allowed) {
                    (Green, Outcome::WithinTolerance { tolerance, allowed })
                } else {
                    match self.against_last_year(figure.period).course {
                        Course::Improving | Course::Steady => (Amber, Outcome::HeldOnLastYear { tolerance, allowed }),
                        Course::Worsening | Course::Higher | Course::Lower => {
                            (Red, Outcome::WorseThanLastYear { tolerance, allowed })
                        }
                        Course::NotComparable | Course::NotEnoughData => {
                            (Red, Outcome::NothingAYearEarlier { tolerance, allowed })
                        }
                    }
                }
            }
            _ if is_tie => (Amber, Outcome::JustMissed),
            Method::Tolerance(tolerance) => match allowance(*tolerance) {
                (_, _, true) => (Red, Outcome::NoToleranceOfZero),
                (tolerance, allowed, _) if missed_by <= allowed => {
                    (Amber, Outcome::WithinTolerance { tolerance, allowed })
                }
                (tolerance, allowed, _) => (Red, Outcome::BeyondTolerance { tolerance, allowed }),
            },
            Method::Floor(floor) => {
                let above = &figure.value - &Exact::from(*floor);
                let is_reached = if self.sign() == Some(1) { !above.is_negative() } else { above <= Exact::zero() };
                if is_reached { (Amber, Outcome::FloorReached(*floor)) } else { (Red, Outcome::BelowFloor(*floor)) }
            }
            Method::None => return Err(AsideReason::Watched),
        };
        Ok((Rating::of(level), outcome))
    }

    /// Bands of the change made in percent of the change due.
    fn improvement(
        &self,
        is_met: bool,
        is_tie: bool,
        bands: &Bands,
        due: &Due,
        figure: &Figure,
    ) -> Result<(Rating, Outcome), AsideReason> {
        let Some(start) = self.start() else {
            let period = self.indicator.baseline.and_then(|baseline| baseline.period);
            let has_baseline = self.indicator.baseline.is_some();
            return Err(if has_baseline { AsideReason::NoBaselineValue(period) } else { AsideReason::NoBaseline });
        };
        let Level::At(level) = &due.level else {
            return Err(AsideReason::NoBaseline);
        };
        let (from, _) = self.part_of_the_baseline(&start, figure.period);
        let to_make = level - &from;
        let is_for_the_better = if self.sign() == Some(1) { to_make > Exact::zero() } else { to_make.is_negative() };
        let made = to_make.percentage(&(&figure.value - &from));
        if is_met {
            let outcome = made.filter(|_| is_for_the_better).map_or(Outcome::Met, |percent| Outcome::Made { percent });
            return Ok((Rating::band(bands, 0), outcome));
        }
        if is_tie {
            // The second band, and never below what missing by a little more would give.
            let below_all = bands.0.iter().position(|band| band.least < Decimal::ONE_HUNDRED);
            return Ok((Rating::band(bands, below_all.unwrap_or(bands.0.len())), Outcome::JustMissed));
        }
        let Some(percent) = made.filter(|_| is_for_the_better) else {
            return Ok((Rating::band(bands, bands.0.len()), Outcome::NoChangeDue));
        };
        let reached = bands.0.iter().position(|band| percent >= Exact::from(band.least));
        Ok((Rating::band(bands, reached.unwrap_or(bands.0.len())), Outcome::Made { percent }))
    }
}

impl Measured {
    /// Whether the condition itself holds, whatever the rating allows.
    #[must_use]
    pub fn is_met(&self) -> bool {
        self.variance.meets(&self.condition)
    }
}

impl Variance {
    /// Whether a condition with this variance holds: not on the worse side, and for a strict one not equal either.
    fn meets(&self, condition: &Condition) -> bool {
        let is_missed_by_nothing = self.absolute.is_zero() && condition.is_strict();
        !self.is_adverse && !is_missed_by_nothing
    }

    /// The percentage by which the target is missed; 0 where it is not, or where the value due is 0.
    fn adverse_percent(&self) -> Exact {
        let percent = self.percent.as_ref().filter(|_| self.is_adverse);
        percent.map_or_else(Exact::zero, Exact::abs)
    }
}
