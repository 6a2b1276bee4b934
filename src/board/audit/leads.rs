//! Who answers: leads without a post, with too much, or with nothing.

use std::collections::{BTreeMap, BTreeSet};

use super::Check;
use super::problem::{Problem, Subject};
use crate::registers::Action;
use crate::strategy::{Indicator, Strategy};
use crate::text;

/// The fewest indicators that are too many for one lead.
const TOO_MANY: usize = 5;

/// How many times the median number of indicators a lead may have.
const TIMES: usize = 2;

/// How the indicators are shared out among the leads that have any.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Load {
    /// Twice the median number of indicators, rounded down: more than this is too much, from five on.
    pub most: usize,
}

impl Load {
    /// The limit that the current indicators give; nothing where there are none.
    pub(super) fn of(indicators: &[&Indicator]) -> Option<Self> {
        let mut counts: Vec<usize> = by_lead(indicators).into_values().collect();
        counts.sort_unstable();
        let middle = counts.len() / 2;
        let upper = *counts.get(middle)?;
        // With an even number of leads the median lies between the two in the middle.
        let lower = if counts.len().is_multiple_of(2) { *counts.get(middle - 1)? } else { upper };
        Some(Self { most: ((upper + lower) * TIMES / 2).max(TOO_MANY - 1) })
    }
}

/// No actions where their register has errors: who has none is then not known.
pub(super) fn check<'a>(
    strategy: &'a Strategy,
    indicators: &[&'a Indicator],
    actions: Option<&[Action]>,
) -> Vec<Problem<'a>> {
    let mut problems = without_officer(strategy, indicators);
    problems.extend(overloaded(strategy, indicators));
    problems.extend(actions.map(|actions| unused(strategy, actions)).unwrap_or_default());
    problems
}

fn by_lead<'a>(indicators: &[&'a Indicator]) -> BTreeMap<&'a str, usize> {
    counted(indicators.iter().map(|indicator| indicator.lead.as_str()))
}

/// How often each id is named.
fn counted<'a>(ids: impl Iterator<Item = &'a str>) -> BTreeMap<&'a str, usize> {
    let mut counts = BTreeMap::new();
    for id in ids {
        *counts.entry(id).or_default() += 1;
    }
    counts
}

/// Leads that answer for something, with no post to turn to.
fn without_officer<'a>(strategy: &'a Strategy, indicators: &[&'a Indicator]) -> Vec<Problem<'a>> {
    let objectives = strategy.objectives.values().flat_map(|objective| &objective.leads);
    let themes = strategy.themes.values().filter_map(|theme| theme.lead.as_ref());
    let chapters = strategy.chapters.values().flat_map(|chapter| &chapter.agencies);
    let answers = [
        ("indicator", by_lead(indicators)),
        ("objective", counted(objectives.map(String::as_str))),
        ("theme", counted(themes.map(String::as_str))),
        ("chapter", counted(chapters.map(String::as_str))),
    ];
    let without = strategy.leads.iter().filter(|(_, lead)| lead.officer.is_none());
    let problems = without.filter_map(|(id, lead)| {
        let parts = answers.iter().filter_map(|(noun, counts)| Some(text::count(*counts.get(id.as_str())?, noun)));
        let parts: Vec<String> = parts.collect();
        (!parts.is_empty()).then(|| {
            let reason = format!("It answers for {}, and no post is named.", text::list(&parts));
            Problem::new(Check::LeadWithoutOfficer, Subject::Lead(id, lead), reason)
        })
    });
    problems.collect()
}

fn overloaded<'a>(strategy: &'a Strategy, indicators: &[&'a Indicator]) -> Vec<Problem<'a>> {
    let Some(Load { most }) = Load::of(indicators) else { return Vec::new() };
    let counts = by_lead(indicators);
    let count_of = |id: &str| counts.get(id).copied().unwrap_or_default();
    let with_too_much = strategy.leads.iter().filter(|(id, _)| count_of(id) > most);
    let problems = with_too_much.map(|(id, lead)| {
        let reason = format!(
            "It accounts for {} of {} indicators; more than {most} is asked about (twice the median of those with any).",
            count_of(id),
            indicators.len()
        );
        Problem::new(Check::LeadOverloaded, Subject::Lead(id, lead), reason)
    });
    problems.collect()
}

fn unused<'a>(strategy: &'a Strategy, actions: &[Action]) -> Vec<Problem<'a>> {
    let used = used(strategy, actions);
    let unused = strategy.leads.iter().filter(|(id, _)| !used.contains(id.as_str()));
    let reason = "It is declared, and named nowhere else.";
    unused.map(|(id, lead)| Problem::new(Check::LeadUnused, Subject::Lead(id, lead), reason)).collect()
}

/// The ids of all leads that are named anywhere.
fn used<'u>(strategy: &'u Strategy, actions: &'u [Action]) -> BTreeSet<&'u str> {
    let mut used = BTreeSet::new();
    for indicator in strategy.indicators.values() {
        used.insert(indicator.lead.as_str());
        used.extend(indicator.supporting.iter().chain(&indicator.sources).map(String::as_str));
    }
    used.extend(strategy.objectives.values().flat_map(|objective| &objective.leads).map(String::as_str));
    used.extend(strategy.chapters.values().flat_map(|chapter| &chapter.agencies).map(String::as_str));
    used.extend(strategy.themes.values().filter_map(|theme| theme.lead.as_deref()));
    used.extend(strategy.frameworks.values().filter_map(|framework| framework.lead.as_deref()));
    let members = strategy.bodies.values().flat_map(|body| &body.members);
    used.extend(members.filter_map(|member| member.lead.as_deref()));
    used.extend(actions.iter().map(|action| action.owner.as_str()));
    used
}
