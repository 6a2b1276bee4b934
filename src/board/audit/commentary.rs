//! Off target, and nothing said about it.

use super::Check;
use super::evidence::Evidence;
use super::problem::Noted;
use crate::board::{Circumstances, Remark};
use crate::judge::RatingLevel;

/// What is said of a figure that is off target; it is not looked for where the Board does not ask, or another body watches it.
pub(super) fn remark(circumstances: &Circumstances<'_>, evidence: &Evidence<'_>) -> Remark {
    let is_red = evidence.verdict.level() == Some(RatingLevel::Red);
    if !is_red || !evidence.is_ours_to_chase() || !evidence.strategy.exceptions.no_commentary {
        return Remark::NotAsked;
    }
    circumstances.remark(&evidence.indicator.id, evidence.verdict.period())
}

pub(super) fn check(evidence: &Evidence<'_>, remark: &Remark) -> Option<Noted> {
    let is_missing = match remark {
        Remark::Missing => true,
        Remark::Said(section) => section.reason().is_empty(),
        Remark::NotAsked | Remark::Unreadable => false,
    };
    let period = evidence.verdict.period().filter(|_| is_missing)?;
    Some(Noted::new(Check::NoCommentary, format!("It is off target for {period}, and nothing is said of that figure.")))
}
