//! On which side of its baseline a target lies.

use super::{Condition, Good, Indicator, Taking, Target};
use crate::number::Decimal;

/// A target on the wrong side of its baseline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrongSide {
    /// What it asks for: `-10%`, `20`.
    pub asked: String,
    /// Which way is better.
    pub help: String,
}

impl Indicator {
    /// What is wrong with a target that, once met, is worse than the baseline; nothing with any other, and with one that is not
    /// compared with the baseline. A change shows its side without the baseline's value.
    #[must_use]
    pub fn wrong_side(&self, target: &Target, baseline: Option<Decimal>) -> Option<WrongSide> {
        let better_is_up = match self.good {
            Good::High => true,
            Good::Low => false,
            Good::Range | Good::None => return None,
        };
        // A sum of amounts only grows, so a ceiling on it lies above where it starts.
        let is_ceiling = self.taking == Taking::Total && !better_is_up;
        if is_ceiling || !self.is_of_a_whole_year(target) {
            return None;
        }
        let (is_wrong, asked) = match (&target.condition, target.condition.level(), baseline) {
            (Condition::Change(change), ..) => {
                (is_worse(change.number(), Decimal::ZERO, better_is_up), change.to_string())
            }
            (_, Some(level), Some(baseline)) => (is_worse(level, baseline, better_is_up), level.to_string()),
            _ => return None,
        };
        let better = if better_is_up { "higher" } else { "lower" };
        let help = format!("with good = \"{}\" better is {better}", self.good.name());
        is_wrong.then_some(WrongSide { asked, help })
    }

    /// Whether a target is comparable with the baseline and with other milestones: not where it is of one period's amount, or
    /// of a part of a year-to-date.
    #[must_use]
    pub fn is_of_a_whole_year(&self, target: &Target) -> bool {
        match self.taking {
            Taking::Level | Taking::Total => true,
            Taking::EachPeriod => false,
            Taking::YearTotal | Taking::Cumulative => target
                .by
                .as_ref()
                .is_none_or(|by| by.period.performance_year().is_none_or(|year| year.end == by.period.end())),
        }
    }
}

/// Whether a number is worse than another.
pub(super) fn is_worse(number: Decimal, than: Decimal, better_is_up: bool) -> bool {
    if better_is_up { number < than } else { number > than }
}
