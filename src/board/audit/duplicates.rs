//! One measure reported twice: nearly the same words and source, or one reference of one outcomes framework
//! (`docs/methods.md`, "Reported twice").
//!
//! Not every pair is compared. A text that is contained in another shares its rarest word with it, so each is compared only with
//! those that have that word.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use indexmap::IndexMap;

use super::Check;
use super::likeness::{likeness, words};
use super::problem::{Problem, Subject};
use crate::strategy::{Indicator, Strategy};
use crate::text;

/// From this likeness on, in percent, two are asked about.
pub const LIKENESS: usize = 80;

/// Fewer words than these are contained in much that is something else.
const WORDS: usize = 3;

/// A word that more texts have than these finds nothing.
const COMMON: usize = 100;

/// Indicators that may be one.
#[derive(Debug, Clone)]
pub struct Duplicate<'a> {
    /// Two or more, in the order of the file.
    pub indicators: Vec<&'a Indicator>,
    pub basis: Basis<'a>,
    /// The words they share, in percent of those that either has; nothing where they are more than two of different words.
    pub likeness: Option<usize>,
}

/// Why they may be one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Basis<'a> {
    /// The same definition and source, or nearly.
    Definitions,
    /// The same title and source, or nearly, and no two definitions that could tell them apart.
    Titles,
    /// They stand under the same references: framework and reference.
    References(Vec<(&'a str, &'a str)>),
}

impl Basis<'_> {
    /// In JSON.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Definitions => "definitions",
            Self::Titles => "titles",
            Self::References(_) => "references",
        }
    }
}

/// What may be reported twice, those of nearly the same words first.
pub(super) fn find<'a>(indicators: &[&'a Indicator]) -> Vec<Duplicate<'a>> {
    let defined: Vec<&Indicator> = indicators.iter().copied().filter(|one| one.definition.is_some()).collect();
    let mut found = alike(&defined, &Basis::Definitions, |one| one.definition.as_deref().unwrap_or_default());
    let is_told_apart = |same: &Duplicate<'_>| same.indicators.iter().all(|one| one.definition.is_some());
    let titles = alike(indicators, &Basis::Titles, |one| &one.title);
    found.extend(titles.into_iter().filter(|same| !is_told_apart(same)));
    let known: BTreeSet<Vec<&str>> = found.iter().map(|same| ids(&same.indicators)).collect();
    let under_one = under_one_reference(indicators);
    found.extend(under_one.into_iter().filter(|same| !known.contains(&ids(&same.indicators))));
    found
}

fn ids<'a>(indicators: &[&'a Indicator]) -> Vec<&'a str> {
    indicators.iter().map(|indicator| indicator.id.as_str()).collect()
}

/// Those whose texts have the same words, and pairs of which one has nearly all the words of the other and no word of its own: where
/// each has one, that is most often the group it is about.
fn alike<'a>(
    indicators: &[&'a Indicator],
    basis: &Basis<'a>,
    text_of: impl Fn(&'a Indicator) -> &'a str,
) -> Vec<Duplicate<'a>> {
    let mut by_words: IndexMap<BTreeSet<String>, Vec<&Indicator>> = IndexMap::new();
    for indicator in indicators {
        by_words.entry(words(text_of(indicator))).or_default().push(indicator);
    }
    by_words.retain(|words, _| !words.is_empty());
    let duplicate = |indicators: Vec<&'a Indicator>, likeness| Duplicate { indicators, basis: basis.clone(), likeness };
    let mut found: Vec<Duplicate<'a>> = by_words
        .values()
        .map(|same| same_source(same))
        .filter(|same| same.len() > 1)
        .map(|same| duplicate(same, Some(100)))
        .collect();
    for (smaller, larger, likeness) in contained(&by_words) {
        let pair = same_source(&[smaller, larger]);
        if pair.len() == 2 {
            found.push(duplicate(pair, Some(likeness)));
        }
    }
    found
}

/// The pairs of which one text holds every word of the other and few more: the first with each set of words stands for all.
fn contained<'a>(
    by_words: &IndexMap<BTreeSet<String>, Vec<&'a Indicator>>,
) -> Vec<(&'a Indicator, &'a Indicator, usize)> {
    let mut having: HashMap<&str, Vec<usize>> = HashMap::new();
    for (place, words) in by_words.keys().enumerate() {
        for word in words {
            having.entry(word).or_default().push(place);
        }
    }
    let mut pairs = Vec::new();
    for (words, indicators) in by_words.iter().filter(|(words, _)| words.len() >= WORDS) {
        let rarest = words.iter().filter_map(|word| having.get(word.as_str())).min_by_key(|places| places.len());
        for &place in rarest.filter(|places| places.len() <= COMMON).into_iter().flatten() {
            let Some((larger, others)) = by_words.get_index(place) else { continue };
            if larger.len() <= words.len() || !words.is_subset(larger) {
                continue;
            }
            let likeness = likeness(words, larger).filter(|likeness| *likeness >= LIKENESS);
            if let (Some(likeness), Some(one), Some(other)) = (likeness, indicators.first(), others.first()) {
                pairs.push((*one, *other, likeness));
            }
        }
    }
    pairs
}

/// Those that could have the source of the first.
fn same_source<'a>(indicators: &[&'a Indicator]) -> Vec<&'a Indicator> {
    let Some(first) = indicators.first() else { return Vec::new() };
    indicators.iter().copied().filter(|other| may_share_a_source(first, other)).collect()
}

/// Whether two have one dataset, or a supplier in common, or one of them does not say.
fn may_share_a_source(one: &Indicator, other: &Indicator) -> bool {
    if let (Some(one), Some(other)) = (&one.dataset, &other.dataset) {
        return one.eq_ignore_ascii_case(other);
    }
    one.sources.is_empty()
        || other.sources.is_empty()
        || one.sources.iter().any(|source| other.sources.contains(source))
}

/// Those under the same reference of the same framework; one group for several references that they share.
fn under_one_reference<'a>(indicators: &[&'a Indicator]) -> Vec<Duplicate<'a>> {
    let mut under: IndexMap<(&str, &str), Vec<usize>> = IndexMap::new();
    for (place, indicator) in indicators.iter().enumerate() {
        for framework in &indicator.frameworks {
            let references: BTreeSet<&str> = framework.references.iter().map(|reference| reference.trim()).collect();
            for reference in references.into_iter().filter(|reference| !reference.is_empty()) {
                under.entry((&framework.framework, reference)).or_default().push(place);
            }
        }
    }
    let mut groups: IndexMap<Vec<usize>, Vec<(&str, &str)>> = IndexMap::new();
    for (reference, places) in under.into_iter().filter(|(_, places)| places.len() > 1) {
        groups.entry(places).or_default().push(reference);
    }
    let group = |(places, references): (Vec<usize>, Vec<(&'a str, &'a str)>)| {
        let members: Vec<&Indicator> = places.iter().filter_map(|&place| indicators.get(place).copied()).collect();
        let said = |indicator: &Indicator| words(indicator.definition.as_ref().unwrap_or(&indicator.title));
        let likeness = match members.as_slice() {
            [one, other] => likeness(&said(one), &said(other)),
            _ => None,
        };
        Duplicate { indicators: members, basis: Basis::References(references), likeness }
    };
    groups.into_iter().map(group).collect()
}

/// The duplicates as problems.
pub(super) fn check<'a>(strategy: &Strategy, duplicates: &[Duplicate<'a>]) -> Vec<Problem<'a>> {
    let problem = |same: &Duplicate<'a>| {
        let check = match same.basis {
            Basis::Definitions | Basis::Titles => Check::ReportedTwice,
            Basis::References(_) => Check::SharedReference,
        };
        Problem::new(check, Subject::Indicators(same.indicators.clone()), reason(strategy, same))
    };
    duplicates.iter().map(problem).collect()
}

fn reason(strategy: &Strategy, same: &Duplicate<'_>) -> String {
    let likeness = same.likeness.unwrap_or_default();
    let what = match &same.basis {
        Basis::Definitions => "definitions",
        Basis::Titles => "titles",
        Basis::References(references) => return reason_of_reference(strategy, references, same.likeness),
    };
    if likeness == 100 {
        return format!("Their {what} have the same words (100% alike), and their sources may be one.");
    }
    let more = words_of_the_larger(same);
    format!("Their {what} are {likeness}% alike, apart from {}, and their sources may be one.", text::list(&more))
}

/// The words that only one of two texts has, in quotes.
fn words_of_the_larger(same: &Duplicate<'_>) -> Vec<String> {
    let said = |indicator: &Indicator| match same.basis {
        Basis::Titles => words(&indicator.title),
        _ => words(indicator.definition.as_deref().unwrap_or_default()),
    };
    match same.indicators.as_slice() {
        [one, other] => said(one).symmetric_difference(&said(other)).map(|word| text::quoted(word)).collect(),
        _ => Vec::new(),
    }
}

fn reason_of_reference(strategy: &Strategy, references: &[(&str, &str)], likeness: Option<usize>) -> String {
    let mut by_framework: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (framework, reference) in references {
        by_framework.entry(framework).or_default().push(reference);
    }
    let named: Vec<String> = by_framework
        .into_iter()
        .map(|(id, references)| {
            let title = strategy.frameworks.get(id).map_or(id, |framework| framework.title.as_str());
            format!("{} of the {title}", text::list(&references))
        })
        .collect();
    let alike = likeness.map(|likeness| format!("; what they count is {likeness}% alike in words")).unwrap_or_default();
    format!("They stand under {}{alike}.", text::list(&named))
}
