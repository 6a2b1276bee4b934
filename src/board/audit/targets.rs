//! What an indicator's targets lack: a number, a date, a baseline to start from.

use super::Check;
use super::evidence::Evidence;
use super::problem::Noted;
use crate::strategy::{Change, Condition, Method, Reference, Taking, Target, Track};

pub(super) fn check(evidence: &Evidence<'_>) -> Vec<Noted> {
    if evidence.tracks.is_empty() {
        return no_target(evidence).into_iter().collect();
    }
    [no_number(evidence), no_date(evidence), baseline(evidence)].into_iter().flatten().collect()
}

fn no_target(evidence: &Evidence<'_>) -> Option<Noted> {
    let indicator = evidence.indicator;
    if indicator.rating.method == Method::None {
        return None;
    }
    let reason = if indicator.targets.is_empty() {
        "Nothing is asked of it."
    } else if indicator.targets.iter().any(|target| target.in_use(evidence.as_of)) {
        "Only a stretch target is in use, and that is never rated."
    } else {
        "None of its targets is in use on this day."
    };
    Some(Noted::new(Check::NoTarget, reason))
}

fn no_number(evidence: &Evidence<'_>) -> Option<Noted> {
    let is_direction = |track: &Track<'_>| matches!(condition(track), Some(Condition::ImproveOn(_)));
    if !evidence.tracks.iter().all(is_direction) {
        return None;
    }
    let words = evidence.words();
    let first = evidence.tracks.first().and_then(condition)?;
    let stretch = evidence.indicator.targets.iter().find(|target| target.stretch && target.in_use(evidence.as_of));
    let but =
        stretch.map(|target| format!("; {} is a stretch target, never rated", words.condition(&target.condition)));
    let reason = format!("It is to be {}, by however little{}.", words.condition(first), but.unwrap_or_default());
    Some(Noted::new(Check::NoNumber, reason))
}

fn no_date(evidence: &Evidence<'_>) -> Option<Noted> {
    let track = evidence.tracks.iter().find(|track| !is_time_bound(track))?;
    let asked = evidence.words().condition(condition(track)?);
    Some(Noted::new(Check::NoDate, format!("It is to be {asked}, and nothing says by when.")))
}

/// Whether a track has a date, or asks the same of every period. A change to be made once, and a baseline to be bettered, are
/// neither without a date.
pub(super) fn is_time_bound(track: &Track<'_>) -> bool {
    let is_bound = |target: &&Target| {
        target.by.is_some()
            || match &target.condition {
                Condition::Change(change) => change.number().is_zero(),
                Condition::ImproveOn(reference) => *reference != Reference::Baseline,
                _ => true,
            }
    };
    track.targets.iter().all(is_bound)
}

/// The baseline: needed and not known, incomplete, or simply of use.
fn baseline(evidence: &Evidence<'_>) -> Option<Noted> {
    let indicator = evidence.indicator;
    if let Some(track) = evidence.tracks.iter().find(|track| lacks_its_baseline(evidence, track)) {
        let asked = evidence.words().condition(condition(track)?);
        let unknown = match indicator.baseline.and_then(|baseline| baseline.period) {
            Some(period) => format!("the baseline of {period} has no figure"),
            None => "no baseline is given".to_owned(),
        };
        let reason = format!("It is to be {asked}, and {unknown}: that cannot be rated.");
        return Some(Noted::new(Check::NoBaseline, reason));
    }
    match indicator.baseline {
        Some(declared) if declared.period.is_none() => Some(Noted::new(
            Check::BaselineIncomplete,
            "The baseline has a value and no period, so that no line can start from it.",
        )),
        Some(declared) => evidence.series.start().is_none().then(|| {
            let period = declared.period.map(|period| format!(" of {period}")).unwrap_or_default();
            Noted::new(Check::BaselineIncomplete, format!("The baseline{period} has no figure."))
        }),
        None => would_help(evidence).then(|| {
            let reason = "Its target is a level to reach by a date, and nothing says where it starts from.";
            Noted::new(Check::BaselineWouldHelp, reason)
        }),
    }
}

/// Whether a track starts from a baseline whose value is not known.
pub(super) fn lacks_its_baseline(evidence: &Evidence<'_>, track: &Track<'_>) -> bool {
    let start = evidence.series.start();
    match condition(track) {
        // A total without a baseline starts from 0; a percentage of that is nothing.
        Some(Condition::Change(Change::Percent(_))) => !start.is_some_and(|start| start.is_declared),
        Some(Condition::Change(_) | Condition::ImproveOn(Reference::Baseline)) => start.is_none(),
        _ => false,
    }
}

fn would_help(evidence: &Evidence<'_>) -> bool {
    let is_level = |track: &Track<'_>| {
        track.targets.iter().all(|target| target.by.is_some() && target.condition.level().is_some())
    };
    evidence.indicator.taking == Taking::Level && evidence.tracks.iter().any(is_level)
}

fn condition<'t>(track: &Track<'t>) -> Option<&'t Condition> {
    track.first().map(|target| &target.condition)
}
