//! How a rating, or the state that stands in its place, moved from one day to another.

use crate::judge::{Rating, RatingLevel, Verdict, is_short_of_green};

/// A rating, or the state of what has none: all that is kept of an earlier verdict.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grade {
    /// Nothing where it was not rated.
    pub rating: Option<Rating>,
    /// The name of the state.
    pub state: &'static str,
}

/// How a grade moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Movement {
    /// Red, and was not.
    NewlyRed,
    /// Rated better than red, and was red.
    Recovered,
    Other,
}

impl Grade {
    #[must_use]
    pub fn of(verdict: &Verdict) -> Self {
        Self { rating: verdict.rating().cloned(), state: verdict.state.name() }
    }

    /// Nothing where it was not rated.
    #[must_use]
    pub fn level(&self) -> Option<RatingLevel> {
        self.rating.as_ref().map(|rating| rating.level)
    }

    /// Whether it was rated, and not on target.
    #[must_use]
    pub fn is_short_of_green(&self) -> bool {
        self.level().is_some_and(is_short_of_green)
    }
}

impl Movement {
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::NewlyRed => "newly-red",
            Self::Recovered => "recovered",
            Self::Other => "other",
        }
    }

    /// Nothing where both say the same.
    #[must_use]
    pub fn between(before: &Grade, after: &Grade) -> Option<Self> {
        match (before.level(), after.level()) {
            (was, Some(RatingLevel::Red)) if was != Some(RatingLevel::Red) => Some(Self::NewlyRed),
            (Some(RatingLevel::Red), Some(is)) if is != RatingLevel::Red => Some(Self::Recovered),
            _ if before.rating.as_ref().map(|rating| &rating.name)
                != after.rating.as_ref().map(|rating| &rating.name) =>
            {
                Some(Self::Other)
            }
            _ => (before.state != after.state).then_some(Self::Other),
        }
    }
}
