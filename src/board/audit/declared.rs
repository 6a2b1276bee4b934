//! What an indicator's declaration lacks, its targets apart.

use super::Check;
use super::problem::Noted;
use crate::strategy::{Indicator, Strategy};

pub(super) fn check(strategy: &Strategy, indicator: &Indicator) -> Vec<Noted> {
    let mut noted = Vec::new();
    if !has_source(indicator) {
        noted.push(Noted::new(Check::NoSource, "Neither who supplies the figure nor where it is published is said."));
    }
    if indicator.objective.is_none() {
        // Not every board declares objectives.
        if !strategy.objectives.is_empty() {
            noted.push(Noted::new(Check::NoObjective, "It stands straight under its chapter."));
        }
        if !is_mapped(indicator) {
            let reason = "It has no objective, no theme and no reference in an outcomes framework.";
            noted.push(Noted::new(Check::Unmapped, reason));
        }
    }
    if !is_defined(indicator) {
        let reason = "Its title is all that says what is counted.";
        noted.push(Noted::new(Check::NoDefinition, reason));
    }
    noted
}

pub(super) fn has_source(indicator: &Indicator) -> bool {
    !indicator.sources.is_empty() || indicator.dataset.is_some()
}

/// Whether a definition, or a numerator and a denominator, say what is counted.
pub(super) fn is_defined(indicator: &Indicator) -> bool {
    indicator.definition.is_some() || (indicator.numerator.is_some() && indicator.denominator.is_some())
}

/// Whether it has a theme or a reference in a framework.
pub(super) fn is_mapped(indicator: &Indicator) -> bool {
    !indicator.themes.is_empty() || indicator.frameworks.iter().any(|framework| !framework.references.is_empty())
}
