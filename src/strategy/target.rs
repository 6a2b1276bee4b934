//! Targets, and the tracks they make.

use std::ops::Range;

use chrono::NaiveDate;

use super::Tolerance;
use crate::number::Decimal;
use crate::time::Period;

/// One entry of `targets`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    pub condition: Condition,
    /// When it is to be met; without it the target stands in every period.
    pub by: Option<By>,
    /// Reported, never rated.
    pub stretch: bool,
    /// As written; what applies where nothing is written depends on the indicator.
    pub path: Option<Path>,
    pub note: Option<String>,
    pub tolerance: Option<Tolerance>,
    /// The day it was agreed: not used before.
    pub set: Option<NaiveDate>,
    /// Not used from this day.
    pub ended: Option<NaiveDate>,
    /// Where it stands in `strategy.toml`, in bytes.
    pub span: Range<usize>,
}

/// What has to hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Condition {
    AtLeast(Decimal),
    AtMost(Decimal),
    MoreThan(Decimal),
    LessThan(Decimal),
    /// Inclusive at both ends.
    Between(Decimal, Decimal),
    /// From the baseline.
    Change(Change),
    /// Strictly better than a comparator.
    Beat(AgainstComparator),
    /// No worse than a comparator.
    Match(AgainstComparator),
    /// Strictly better than an earlier figure.
    ImproveOn(Reference),
}

/// A comparator, and the figure the paper gave for it, used while the comparator has none for any known period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AgainstComparator {
    pub comparator: String,
    pub stated: Option<Decimal>,
}

/// A change from the baseline.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// Relative to the baseline's value, in percent of its size; `0%` is held.
    Percent(Decimal),
    /// In the unit's points.
    Points(Decimal),
    /// As an amount in the indicator's own unit.
    Amount(Decimal),
}

/// What `improve_on` is better than.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reference {
    Baseline,
    /// The same period a year earlier.
    LastYear,
    /// The figure before.
    Previous,
}

/// How a track goes from one milestone to the next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Path {
    /// On a straight line from the baseline.
    Linear,
    /// The next milestone counts in full.
    Steps,
}

/// A target's date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct By {
    /// The last period of the indicator's own kind that ends on or before the end of what was written.
    pub period: Period,
    pub written: String,
}

/// One or more targets that give one value due at each period: dated entries with the same condition word are the
/// milestones of one track, every other entry is a track of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Track<'a> {
    /// In the order of their dates; one, undated, where the track has no milestones.
    pub targets: Vec<&'a Target>,
}

impl Target {
    /// Whether the target is in use on a day: from `set` until `ended`.
    #[must_use]
    pub fn in_use(&self, as_of: NaiveDate) -> bool {
        self.set.is_none_or(|set| set <= as_of) && self.ended.is_none_or(|ended| as_of < ended)
    }
}

impl Condition {
    /// The condition's key in `strategy.toml`.
    #[must_use]
    pub fn key(&self) -> &'static str {
        match self {
            Self::AtLeast(_) => "at_least",
            Self::AtMost(_) => "at_most",
            Self::MoreThan(_) => "more_than",
            Self::LessThan(_) => "less_than",
            Self::Between(..) => "between",
            Self::Change(_) => "change",
            Self::Beat(_) => "beat",
            Self::Match(_) => "match",
            Self::ImproveOn(_) => "improve_on",
        }
    }

    /// The condition in JSON and CSV: `at-least`.
    #[must_use]
    pub fn name(&self) -> String {
        self.key().replace('_', "-")
    }

    /// Whether the value itself fails the condition: better is asked for, not as good.
    #[must_use]
    pub fn is_strict(&self) -> bool {
        matches!(self, Self::MoreThan(_) | Self::LessThan(_) | Self::Beat(_) | Self::ImproveOn(_))
    }

    /// Whether dated entries of this condition are milestones of one track.
    #[must_use]
    pub fn makes_milestones(&self) -> bool {
        !matches!(self, Self::Beat(_) | Self::Match(_) | Self::ImproveOn(_))
    }

    /// The level asked for, where it is one number.
    #[must_use]
    pub fn level(&self) -> Option<Decimal> {
        match self {
            Self::AtLeast(level) | Self::AtMost(level) | Self::MoreThan(level) | Self::LessThan(level) => Some(*level),
            Self::Between(..) | Self::Change(_) | Self::Beat(_) | Self::Match(_) | Self::ImproveOn(_) => None,
        }
    }
}

impl Change {
    /// Reads `-10%`, `+3 points`, `+705`; nothing where the text is none of them.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let (text, change): (&str, fn(Decimal) -> Self) = if let Some(number) = text.strip_suffix('%') {
            (number, Self::Percent)
        } else if let Some(number) = text.strip_suffix("points").or_else(|| text.strip_suffix("point")) {
            (number, Self::Points)
        } else {
            (text, Self::Amount)
        };
        let number = text.trim().strip_prefix('+').unwrap_or(text.trim());
        crate::number::read(number).ok().map(change)
    }

    /// The size and sign of the change, whatever it is measured in.
    #[must_use]
    pub fn number(self) -> Decimal {
        match self {
            Self::Percent(number) | Self::Points(number) | Self::Amount(number) => number,
        }
    }
}

impl std::fmt::Display for Change {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let number = self.number();
        let sign = if number.is_sign_negative() || number.is_zero() { "" } else { "+" };
        match self {
            Self::Percent(_) => write!(formatter, "{sign}{number}%"),
            Self::Points(_) if number.abs() == Decimal::ONE => write!(formatter, "{sign}{number} point"),
            Self::Points(_) => write!(formatter, "{sign}{number} points"),
            Self::Amount(_) => write!(formatter, "{sign}{number}"),
        }
    }
}

impl Reference {
    pub const NAMES: &[(&str, Reference)] =
        &[("baseline", Reference::Baseline), ("last-year", Reference::LastYear), ("previous", Reference::Previous)];
}

impl<'a> Track<'a> {
    /// The tracks of the targets in use on a day, in the order of the file (of each track's first entry).
    #[must_use]
    pub fn of(targets: &'a [Target], as_of: NaiveDate) -> Vec<Self> {
        let mut tracks: Vec<Self> = Vec::new();
        for target in targets.iter().filter(|target| target.in_use(as_of)) {
            let same_track = |track: &&mut Self| track.takes(target);
            match tracks.iter_mut().find(same_track) {
                Some(track) => track.targets.push(target),
                None => tracks.push(Self { targets: vec![target] }),
            }
        }
        for track in &mut tracks {
            track.targets.sort_by_key(|target| target.by.as_ref().map(|by| by.period.end()));
        }
        tracks
    }

    fn takes(&self, target: &Target) -> bool {
        self.targets.iter().all(|own| {
            own.by.is_some()
                && target.by.is_some()
                && own.condition.makes_milestones()
                && own.condition.key() == target.condition.key()
                && own.stretch == target.stretch
        })
    }

    /// What the track asks for first; every one of its targets has the same condition word.
    #[must_use]
    pub fn first(&self) -> Option<&'a Target> {
        self.targets.first().copied()
    }

    /// What it asks for in the end.
    #[must_use]
    pub fn last(&self) -> Option<&'a Target> {
        self.targets.last().copied()
    }

    #[must_use]
    pub fn is_stretch(&self) -> bool {
        self.first().is_some_and(|target| target.stretch)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_is_relative_in_points_or_an_amount() {
        let number = |text| crate::number::read(text).unwrap();
        assert_eq!(Change::read("-10%"), Some(Change::Percent(number("-10"))));
        assert_eq!(Change::read("+3 points"), Some(Change::Points(number("3"))));
        assert_eq!(Change::read("+705"), Some(Change::Amount(number("705"))));
        assert_eq!(Change::read("0%"), Some(Change::Percent(number("0"))));
        assert_eq!(Change::read("ten"), None);
        for text in ["-10%", "+3 points", "+705", "0%"] {
            assert_eq!(Change::read(text).unwrap().to_string(), text);
        }
    }
}
