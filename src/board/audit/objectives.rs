//! Objectives that no indicator measures.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::Check;
use super::problem::{Problem, Subject};
use crate::strategy::Strategy;

pub(super) fn check(strategy: &Strategy, as_of: NaiveDate) -> Vec<Problem<'_>> {
    let current = strategy.indicators.values().filter(|indicator| indicator.is_current(as_of));
    let measured: BTreeSet<&str> = current.filter_map(|indicator| indicator.objective.as_deref()).collect();
    let retired: BTreeSet<&str> = strategy
        .indicators
        .values()
        .filter(|indicator| !indicator.is_current(as_of))
        .filter_map(|indicator| indicator.objective.as_deref())
        .collect();
    let without = strategy.objectives.iter().filter(|(id, _)| !measured.contains(id.as_str()));
    without
        .map(|(id, objective)| {
            let reports = if objective.leads.is_empty() {
                "and it has no lead"
            } else {
                "so that its leads can only report in words"
            };
            let no_longer =
                if retired.contains(id.as_str()) { "Its indicators are not in use" } else { "Nothing measures it" };
            let subject = Subject::Objective(id, objective);
            Problem::new(Check::ObjectiveWithoutIndicator, subject, format!("{no_longer}, {reports}."))
        })
        .collect()
}
