//! Themes and chapters: who leads them, what measures them, through which lenses they are seen, which parts of life they reach.

use std::collections::BTreeMap;

use indexmap::IndexMap;

use super::Check;
use super::problem::{Problem, Subject};
use crate::strategy::{Indicator, LifeStage, Strategy, Theme};
use crate::text;

pub(super) fn check<'a>(strategy: &'a Strategy, indicators: &[&'a Indicator]) -> Vec<Problem<'a>> {
    let stages = stages_of(indicators);
    let has_priorities = indicators.iter().any(|indicator| indicator.priority);
    let by_theme = by_theme(indicators);
    let mut problems = Vec::new();
    for (id, theme) in &strategy.themes {
        let measures = by_theme.get(id.as_str()).map(Vec::as_slice).unwrap_or_default();
        let mut push = |check, reason: Option<String>| {
            problems.extend(reason.map(|reason| Problem::new(check, Subject::Theme(id, theme), reason)));
        };
        push(Check::ThemeWithoutLead, without_lead(theme));
        push(Check::ThemeWithoutMeasure, measures.is_empty().then(|| "No indicator has this theme.".to_owned()));
        push(Check::LensMissing, lenses_missing(strategy, &theme.lenses));
        if !measures.is_empty() {
            push(Check::ThemeWithoutLifeStage, stages_missing(&stages, measures));
            let is_without = has_priorities && measures.iter().all(|measure| !measure.priority);
            let count = text::count(measures.len(), "measure");
            push(Check::ThemeWithoutPriority, is_without.then(|| format!("None of its {count} is a priority.")));
        }
    }
    problems.extend(chapters(strategy));
    problems
}

/// The measures of each theme that has any, in the order of the file.
fn by_theme<'a>(indicators: &[&'a Indicator]) -> BTreeMap<&'a str, Vec<&'a Indicator>> {
    let mut measures: BTreeMap<&str, Vec<&Indicator>> = BTreeMap::new();
    for indicator in indicators {
        for theme in &indicator.themes {
            measures.entry(theme).or_default().push(indicator);
        }
    }
    measures
}

fn without_lead(theme: &Theme) -> Option<String> {
    theme.lead.is_none().then(|| "Nobody is named to speak for it.".to_owned())
}

/// Chapters are asked for lenses where there are no themes, or where a chapter has some.
fn chapters(strategy: &Strategy) -> Vec<Problem<'_>> {
    let is_asked = strategy.themes.is_empty() || strategy.chapters.values().any(|chapter| !chapter.lenses.is_empty());
    let asked = strategy.chapters.iter().filter(|_| is_asked);
    let problems = asked.filter_map(|(id, chapter)| {
        let reason = lenses_missing(strategy, &chapter.lenses)?;
        Some(Problem::new(Check::LensMissing, Subject::Chapter(id, chapter), reason))
    });
    problems.collect()
}

fn lenses_missing(strategy: &Strategy, said: &IndexMap<String, String>) -> Option<String> {
    let is_missing = |id: &String| said.get(id).is_none_or(|words| words.trim().is_empty());
    let missing: Vec<&str> =
        strategy.lenses.iter().filter(|(id, _)| is_missing(id)).map(|(_, lens)| lens.title.as_str()).collect();
    (!missing.is_empty()).then(|| format!("Nothing is said of {}.", text::list(&missing)))
}

/// The parts of life that the strategy speaks of, in the order of life.
fn stages_of(indicators: &[&Indicator]) -> Vec<LifeStage> {
    let is_spoken_of = |stage: LifeStage| indicators.iter().any(|indicator| indicator.life_stage.contains(&stage));
    LifeStage::NAMES.iter().map(|(_, stage)| *stage).filter(|stage| is_spoken_of(*stage)).collect()
}

/// The parts of life that other measures are about and none of a theme's is; nothing where a measure does not say.
fn stages_missing(stages: &[LifeStage], measures: &[&Indicator]) -> Option<String> {
    if measures.iter().any(|measure| measure.life_stage.is_empty()) {
        return None;
    }
    let is_missing = |stage: LifeStage| measures.iter().all(|measure| !measure.life_stage.contains(&stage));
    let words = |missing: bool| {
        let chosen = stages.iter().filter(|stage| is_missing(**stage) == missing);
        text::list(&chosen.map(|stage| in_words(*stage)).collect::<Vec<_>>())
    };
    let is_whole = stages.iter().all(|stage| !is_missing(*stage));
    (!is_whole).then(|| format!("It has measures for {}, and none for {}.", words(false), words(true)))
}

/// Whom, or which part of life, a measure is for.
fn in_words(stage: LifeStage) -> &'static str {
    match stage {
        LifeStage::Conception => "conception",
        LifeStage::EarlyYears => "the early years",
        LifeStage::Children => "children",
        LifeStage::YoungPeople => "young people",
        LifeStage::Adults => "adults",
        LifeStage::Older => "older people",
        LifeStage::EndOfLife => "the end of life",
    }
}
