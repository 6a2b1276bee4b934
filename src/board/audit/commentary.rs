//! Off target, and nothing said about it.

use super::Check;
use super::evidence::Evidence;
use super::problem::Noted;
use crate::judge::RatingLevel;
use crate::workspace::Workspace;

/// Where commentary has errors `validate` speaks of them; where the Board does not ask for any, nothing is wrong.
pub(super) fn check(workspace: &Workspace, evidence: &Evidence<'_>) -> Option<Noted> {
    let is_red = evidence.verdict.rating().is_some_and(|rating| rating.level == RatingLevel::Red);
    if !is_red || !evidence.is_ours_to_chase() || !evidence.strategy.exceptions.no_commentary {
        return None;
    }
    let period = evidence.verdict.latest.as_ref()?.period;
    let commentary = workspace.commentary(&evidence.indicator.id).commentary?;
    let is_said = commentary.of(period).is_some_and(|section| !section.reason().is_empty());
    let reason = || format!("It is off target for {period}, and no commentary is of that period.");
    (!is_said).then(|| Noted::new(Check::NoCommentary, reason()))
}
