//! Changes of a percentage in percent: of the figure, or points?

use super::Check;
use super::evidence::Evidence;
use super::problem::Noted;
use crate::number::{Decimal, Exact};
use crate::strategy::{Change, Condition, Good, Indicator, Target, Unit};

/// Words that settle which is meant.
const SETTLE: [&str; 4] = ["relative", "point", "per cent of", "percent of"];

pub(super) fn check(evidence: &Evidence<'_>) -> Option<Noted> {
    if evidence.indicator.unit != Unit::Percent {
        return None;
    }
    target(evidence).or_else(|| wording(evidence.indicator))
}

/// A target that changes a percentage by a percentage, and has no note that says which is meant.
fn target(evidence: &Evidence<'_>) -> Option<Noted> {
    let open = |target: &&Target| target.in_use(evidence.as_of) && !target.note.as_deref().is_some_and(settles);
    let changes = evidence.indicator.targets.iter().filter(open).filter_map(|target| match target.condition {
        Condition::Change(change @ Change::Percent(percent)) if !percent.is_zero() => Some((change, percent)),
        _ => None,
    });
    let start = evidence.series.start().filter(|start| start.is_declared).map(|start| start.value);
    let (change, percent) =
        changes.into_iter().find(|(_, percent)| could_be_points(evidence.indicator, start.as_ref(), *percent))?;
    let size = percent.abs();
    let reason = match &start {
        Some(start) => {
            let figures = evidence.words().figures;
            let relative = start + &Exact::from(percent).percent_of(&start.abs());
            let points = start + &Exact::from(percent);
            format!(
                "{change} of {} is {} if it is relative, which is how it is rated, and {} if points are meant.",
                figures.exact(start),
                figures.exact(&relative),
                figures.exact(&points)
            )
        }
        None => format!(
            "{change} on a figure that is itself a percentage: {size}% of it, which is how it would be rated, or {size} points?"
        ),
    };
    Some(Noted::new(Check::AmbiguousChange, reason))
}

/// Whether so many points could be meant: not where they would leave 0 to 100, or go the worse way.
fn could_be_points(indicator: &Indicator, start: Option<&Exact>, percent: Decimal) -> bool {
    let is_worse = match indicator.good {
        Good::High => percent.is_sign_negative(),
        Good::Low => !percent.is_sign_negative(),
        Good::Range | Good::None => false,
    };
    let stays_within = start.is_none_or(|start| {
        let points = start + &Exact::from(percent);
        !indicator.bounded || (!points.is_negative() && points <= Exact::from(100))
    });
    !is_worse && stays_within
}

/// A text that speaks of a change in percent and does not say which is meant.
fn wording(indicator: &Indicator) -> Option<Noted> {
    let texts =
        [Some(&indicator.title), indicator.definition.as_ref(), indicator.rationale.as_ref(), indicator.notes.as_ref()];
    let change = texts.into_iter().flatten().filter(|text| !settles(text)).find_map(|text| changed_by(text))?;
    let reason = format!("The words \"by {change}\" do not say whether points are meant.");
    Some(Noted::new(Check::AmbiguousWording, reason))
}

fn settles(text: &str) -> bool {
    let text = text.to_lowercase();
    SETTLE.iter().any(|word| text.contains(word))
}

/// What follows "by" where it is a percentage: `4.3%` in "fell by 4.3%".
fn changed_by(text: &str) -> Option<String> {
    let mut words = text.split_whitespace();
    while let Some(word) = words.next() {
        if !word.eq_ignore_ascii_case("by") {
            continue;
        }
        let Some(next) = words.clone().next() else { break };
        let plain = next.trim_end_matches(|sign: char| !sign.is_alphanumeric() && sign != '%');
        let number = plain.strip_suffix('%').map(|number| number.trim_start_matches(['-', '+']));
        if number.is_some_and(|number| crate::number::read(number).is_ok()) {
            return Some(plain.to_owned());
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_change_in_percent_is_found_in_a_sentence() {
        assert_eq!(changed_by("Smoking to fall by 4.3%, and soon"), Some("4.3%".to_owned()));
        assert_eq!(changed_by("by by 5%."), Some("5%".to_owned()));
        for other in ["by 2015", "4.3% fewer", "by a tenth", "", "stand by", "by 5 %"] {
            assert_eq!(changed_by(other), None, "{other}");
        }
    }

    #[test]
    fn a_note_settles_it_by_naming_points_or_what_it_is_relative_to() {
        assert!(settles("Relative to 2011") && settles("percentage points") && settles("20 per cent of the share"));
        assert!(!settles("as the paper has it"));
    }
}
