//! Why the verdict is what it is, in a sentence. Never empty.

use super::due::Level;
use super::figures::{percentage, percentage_apart};
use super::rating::{Assessment, Outcome, TrackVerdict};
use super::verdict::{Latest, State, Verdict};
use super::words::Words;
use crate::number::Exact;
use crate::strategy::{Good, Indicator, Method, Strategy, Tolerance};
use crate::{text, time};

/// The sentence, without a capital or a full stop: "471.2 is 41.3 above the 429.9 due by 2012/13 (9.6%; amber allows 5%)".
#[must_use]
pub fn why(strategy: &Strategy, indicator: &Indicator, verdict: &Verdict) -> String {
    let words = Words::of(strategy, indicator, verdict);
    let period = verdict.latest.as_ref().map(|latest| latest.period);
    let at = period.map(|period| format!(" for {period}")).unwrap_or_default();
    match &verdict.state {
        State::Unreadable => "its file has errors; run hwb validate".to_owned(),
        State::NoData => no_data(verdict),
        State::Suppressed => format!("the figure{at} is suppressed"),
        State::NotAvailable => {
            let markers = verdict.latest.as_ref().map(|latest| latest.markers.as_slice()).unwrap_or_default();
            let reasons: Vec<&str> = markers.iter().map(|marker| marker.words()).collect();
            let reason = if reasons.is_empty() { "not available".to_owned() } else { text::list(&reasons) };
            format!("the figure{at} is {reason}")
        }
        State::NotRated => "watched, not rated".to_owned(),
        State::NoTarget(None) => "no target is set".to_owned(),
        State::NoTarget(Some(last)) => format!("no target is set after {last}"),
        State::Stale => stale(verdict, &at),
        State::CannotBeRated(asides) => {
            let reasons: Vec<String> = asides.iter().map(|aside| words.aside(aside, period)).collect();
            format!("cannot be rated: {}", reasons.join("; "))
        }
        State::Rated(assessment) => rated(words, assessment, verdict.latest.as_ref()),
    }
}

fn no_data(verdict: &Verdict) -> String {
    match verdict.owed {
        Some(owed) if owed.is_overdue => {
            let expected = owed.expected.map(time::date::day).unwrap_or_default();
            format!("no figure is known; {} was expected by {expected}", owed.period)
        }
        Some(owed) => match owed.expected {
            Some(expected) => {
                format!("no figure is known; {} is expected by {}", owed.period, time::date::day(expected))
            }
            None => format!("no figure is known; {} comes first", owed.period),
        },
        None => "no figure is known".to_owned(),
    }
}

fn stale(verdict: &Verdict, at: &str) -> String {
    let owed = verdict.owed.and_then(|owed| Some((owed.period, owed.expected?)));
    match owed {
        Some((period, expected)) => {
            format!("the figure{at} is out of date: {period} was expected by {}", time::date::day(expected))
        }
        None => format!("the figure{at} is out of date"),
    }
}

fn rated(words: Words<'_>, assessment: &Assessment, latest: Option<&Latest>) -> String {
    let Some((decisive, latest)) = assessment.decisive().zip(latest) else {
        return String::new();
    };
    let mut sentence = track(words, decisive, latest);
    if let Some(first) = decisive.measured.due.break_since_start {
        sentence.push_str(&format!("; measured in a new way since {first}"));
    }
    let others = assessment.tracks.len() - 1;
    if others > 0 {
        let noun = if others == 1 { "the other target" } else { "the other targets" };
        let all_met = assessment.tracks.iter().all(|track| track.measured.is_met());
        let what = if all_met { "met too" } else { "no worse" };
        let verb = if others == 1 { "is" } else { "are" };
        sentence.push_str(&format!("; {noun} {verb} {what}"));
    }
    for aside in &assessment.set_aside {
        sentence.push_str(&format!("; set aside: {}", words.aside(aside, Some(latest.period))));
    }
    sentence
}

/// How the figure stands to one track.
fn track(words: Words<'_>, track: &TrackVerdict, latest: &Latest) -> String {
    let Some(figure) = &latest.figure else {
        return String::new();
    };
    let figures = words.figures;
    let least = if track.measured.is_incomplete { "at least " } else { "" };
    let outcome = outcome(words, track);
    if let Level::Between(lower, upper) = &track.measured.due.level {
        let (lower, upper) = (figures.exact(lower), figures.exact(upper));
        let value = figures.pair(&figure.value, &track.measured.variance.due).0;
        if track.measured.variance.absolute.is_zero() {
            return format!("{least}{value} is within {lower} to {upper}");
        }
        let side = if track.measured.variance.absolute.is_negative() { "below" } else { "above" };
        let by = figures.difference(&figure.value, &track.measured.variance.due);
        return format!("{least}{value} is {by} {side} the range {lower} to {upper} ({outcome})");
    }
    let (value, shown) = figures.pair(&figure.value, &track.measured.variance.due);
    let due = words.due(&track.measured.due, &shown, latest.period);
    if track.measured.variance.absolute.is_zero() {
        return format!("{least}{value} equals {due} ({outcome})");
    }
    let side = if track.measured.variance.absolute.is_negative() { "below" } else { "above" };
    let by = figures.difference(&figure.value, &track.measured.variance.due);
    format!("{least}{value} is {by} {side} {due} ({outcome})")
}

fn outcome(words: Words<'_>, track: &TrackVerdict) -> String {
    let missed_by = track.measured.variance.percent.as_ref().map(Exact::abs);
    let percent = missed_by.as_ref().map(|percent| format!("{}; ", percentage(percent))).unwrap_or_default();
    // So that 5.04% is not said to be more than 5% as "5%".
    let against = |tolerance: &Tolerance| match (&missed_by, tolerance) {
        (Some(missed_by), Tolerance::Percent(limit)) => {
            format!("{}; ", percentage_apart(missed_by, &Exact::from(*limit)))
        }
        _ => percent.clone(),
    };
    let more_than = |tolerance: &Tolerance, allowed: &Exact| {
        if allowed.is_zero() && track.measured.variance.due.is_zero() {
            "a percentage of 0 allows nothing".to_owned()
        } else {
            format!("{}more than the {tolerance} allowed", against(tolerance))
        }
    };
    match &track.outcome {
        Outcome::Met => "met".to_owned(),
        Outcome::JustMissed => format!("{} is asked for", better(words.indicator.good)),
        Outcome::WithinTolerance { tolerance, .. } if track.rating.band == 0 => {
            format!("{}within the {tolerance} allowed", against(tolerance))
        }
        Outcome::WithinTolerance { tolerance, .. } | Outcome::BeyondTolerance { tolerance, .. } => {
            format!("{}amber allows {tolerance}", against(tolerance))
        }
        Outcome::NoToleranceOfZero => "a percentage of 0 allows nothing".to_owned(),
        Outcome::FloorReached(floor) => {
            format!("{percent}the floor of {} is reached", words.figures.as_written(*floor))
        }
        Outcome::BelowFloor(floor) => {
            format!("{percent}the floor of {} is not reached", words.figures.as_written(*floor))
        }
        Outcome::HeldOnLastYear { tolerance, allowed } => {
            format!("{}, no worse than a year earlier", more_than(tolerance, allowed))
        }
        Outcome::WorseThanLastYear { tolerance, allowed } => {
            format!("{}, worse than a year earlier", more_than(tolerance, allowed))
        }
        Outcome::NothingAYearEarlier { tolerance, allowed } => {
            format!("{}, nothing comparable a year earlier", more_than(tolerance, allowed))
        }
        Outcome::Made { percent } => format!("{} of the change due", made(words.indicator, percent)),
        Outcome::NoChangeDue => "the value due is no better than the baseline".to_owned(),
    }
}

/// The part of the change that was made, apart from the threshold of every band it does not reach.
fn made(indicator: &Indicator, percent: &Exact) -> String {
    let Method::Improvement(bands) = &indicator.rating.method else {
        return percentage(percent);
    };
    let mut limits = bands.0.iter().map(|band| Exact::from(band.least));
    let hidden = limits.find(|limit| limit != percent && percentage(limit) == percentage(percent));
    hidden.map_or_else(|| percentage(percent), |limit| percentage_apart(percent, &limit))
}

fn better(good: Good) -> &'static str {
    match good {
        Good::Low => "lower",
        Good::High | Good::Range | Good::None => "higher",
    }
}
