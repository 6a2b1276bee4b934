//! Who answers for a chapter: its officers, its sponsor, and its agencies' places on the Performance Group.

use std::collections::{BTreeMap, BTreeSet};

use super::Check;
use super::problem::{Problem, Subject};
use crate::registers::Level;
use crate::strategy::{Body, Strategy};
use crate::text;

pub(super) fn check(strategy: &Strategy) -> Vec<Problem<'_>> {
    let mut problems = without_officer(strategy);
    problems.extend(without_sponsor(strategy));
    problems.extend(
        strategy.bodies.get(Level::PerformanceGroup.name()).map(|group| not_in(strategy, group)).unwrap_or_default(),
    );
    problems
}

/// Whether there is a Performance Group to look at.
pub(super) fn has_performance_group(strategy: &Strategy) -> bool {
    strategy.bodies.contains_key(Level::PerformanceGroup.name())
}

/// Chapters without officers, where the framework names officers or agencies at all: not every board does.
fn without_officer(strategy: &Strategy) -> Vec<Problem<'_>> {
    let others_have = strategy.chapters.values().any(|chapter| !chapter.officers.is_empty());
    let without = strategy.chapters.iter().filter(|(_, chapter)| chapter.officers.is_empty());
    let asked = without.filter(|(_, chapter)| others_have || !chapter.agencies.is_empty());
    let reason = "No post is named to answer for it.";
    asked
        .map(|(id, chapter)| Problem::new(Check::ChapterWithoutOfficer, Subject::Chapter(id, chapter), reason))
        .collect()
}

/// Chapters without a sponsor, where others have one.
fn without_sponsor(strategy: &Strategy) -> Vec<Problem<'_>> {
    if strategy.chapters.values().all(|chapter| chapter.sponsor.is_none()) {
        return Vec::new();
    }
    let without = strategy.chapters.iter().filter(|(_, chapter)| chapter.sponsor.is_none());
    let reason = "Other chapters have a sponsor.";
    without
        .map(|(id, chapter)| Problem::new(Check::ChapterWithoutSponsor, Subject::Chapter(id, chapter), reason))
        .collect()
}

/// Lead agencies with no member on the Group: neither their own, nor one whose lead answers to the same officer.
fn not_in<'a>(strategy: &'a Strategy, group: &Body) -> Vec<Problem<'a>> {
    let officer_of = |id: &str| strategy.leads.get(id).and_then(|lead| lead.officer.as_deref());
    let members: BTreeSet<&str> = group.members.iter().filter_map(|member| member.lead.as_deref()).collect();
    let officers: BTreeSet<&str> = members.iter().filter_map(|member| officer_of(member)).collect();
    let is_there = |id: &str| members.contains(id) || officer_of(id).is_some_and(|officer| officers.contains(officer));
    let led = led(strategy);
    let without = strategy.leads.iter().filter(|(id, _)| !is_there(id));
    let problems = without.filter_map(|(id, lead)| {
        let chapters = text::list(led.get(id.as_str())?);
        let reason = format!("It leads {chapters}, and no member of the Group comes from it.");
        Some(Problem::new(Check::AgencyNotInGroup, Subject::Lead(id, lead), reason))
    });
    problems.collect()
}

/// The titles of the chapters that each lead agency leads.
fn led(strategy: &Strategy) -> BTreeMap<&str, Vec<&str>> {
    let mut led: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for chapter in strategy.chapters.values() {
        for agency in &chapter.agencies {
            led.entry(agency).or_default().push(&chapter.title);
        }
    }
    led
}
