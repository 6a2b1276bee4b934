//! What is wrong with the files: all of it, in one run.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::closing;
use super::severities::{AllowedBy, Overrides};
use super::silent::{Committed, silent_revisions};
use crate::files::STRATEGY;
use crate::finding::{Code, Finding, Findings, Tally};
use crate::readings::Readings;
use crate::strategy::{Indicator, Reported};
use crate::workspace::{Workspace, commentary_path, is_read_from_readings, path_of};

/// Every finding, as the strategy and the command line want it reported.
#[derive(Debug, Default)]
pub struct Validation {
    /// `strategy.toml` first, then each indicator's readings and commentary in the order of the strategy, the objectives'
    /// commentary, the registers, the words for the papers, then files that belong to nothing.
    pub findings: Vec<Finding>,
    pub tally: Tally,
    /// How many more are not reported, by who asked for that and by code. A file with such an error is still not used.
    pub allowed: BTreeMap<(AllowedBy, Code), usize>,
    /// What `--allow` names and is reported all the same, since `strategy.toml` cannot be used.
    pub unheeded: BTreeSet<Code>,
}

/// Checks the strategy and every file, or only those at some paths, in the strategy's context. `today` is what periods are
/// checked against: not over, not counting yet.
#[must_use]
pub fn validate(workspace: &Workspace, only: &[String], today: NaiveDate, overrides: &Overrides) -> Validation {
    check(workspace, only, today, overrides, |_, _| Findings::new())
}

/// Checks what is staged, every file of it; and against what was committed before, where anything was, that no figure changed
/// without a word.
#[must_use]
pub fn validate_staged(
    staged: &Workspace,
    committed: Option<&Committed>,
    today: NaiveDate,
    overrides: &Overrides,
) -> Validation {
    check(staged, &[], today, overrides, |indicator, readings| {
        let silent = |committed: &Committed| silent_revisions(staged, committed, indicator, readings?);
        committed.and_then(silent).unwrap_or_default()
    })
}

fn check(
    workspace: &Workspace,
    only: &[String],
    today: NaiveDate,
    overrides: &Overrides,
    beside: impl Fn(&Indicator, Option<&Readings>) -> Findings + Sync,
) -> Validation {
    let is_asked = |path: &str| only.is_empty() || only.iter().any(|asked| asked == path);
    let commented = workspace.with_commentary();
    let on = |id: &str| {
        let is_asked = commented.contains(id) && is_asked(&commentary_path(id));
        if is_asked { workspace.commentary(id).findings.into_sorted() } else { Vec::new() }
    };
    let is_asked_of = |indicator: &&Indicator| {
        is_asked(&path_of(indicator))
            || is_asked(&commentary_path(&indicator.id))
            || (is_asked(STRATEGY) && is_read_from_readings(indicator))
    };
    let indicators: Vec<&Indicator> = workspace.strategy.indicators.values().filter(is_asked_of).collect();
    let mut all = workspace.findings.clone().into_sorted();
    let of_files = workspace.each(&indicators, Some(today), |indicator, loaded| {
        let mut findings = loaded.findings;
        findings.extend(beside(indicator, loaded.readings.as_ref()));
        let mut found = findings.into_sorted();
        found.extend(on(&indicator.id));
        found
    });
    all.extend(of_files.into_iter().flatten());
    all.extend(workspace.strategy.objectives.keys().flat_map(|id| on(id)));
    let registers = workspace.registers(Some(today));
    let files_of_registers = registers.files;
    all.extend(closing::findings(workspace, registers).into_sorted());
    all.extend(workspace.templates().into_sorted());
    all.extend(workspace.orphans().into_sorted());
    all.retain(|finding| is_asked(&finding.path));
    // What only the readings show of the strategy was found with them.
    all.sort_by_key(|finding| finding.path != STRATEGY);
    let missing = all.iter().filter(|finding| finding.code == Code::MissingFile).count();
    let of_papers = workspace.paths_of_words().len();
    let there = 1 + indicators.len() - missing + commented.len() + files_of_registers + of_papers;
    let files = if only.is_empty() { there } else { only.len() };
    report(all, files, overrides, &workspace.strategy.severities)
}

/// The findings of a strategy that cannot be used: nothing else was checked, `[findings]` could not be read, and none is
/// allowed.
#[must_use]
pub fn validate_faulty(findings: Findings, overrides: &Overrides) -> Validation {
    let all = findings.into_sorted();
    let found: BTreeSet<Code> = all.iter().map(|finding| finding.code).collect();
    let unheeded = overrides.allowed.intersection(&found).copied().collect();
    let validation = report(all, 1, &overrides.without_allowed(), &BTreeMap::new());
    Validation { unheeded, ..validation }
}

fn report(all: Vec<Finding>, files: usize, overrides: &Overrides, declared: &BTreeMap<Code, Reported>) -> Validation {
    let mut findings = Vec::with_capacity(all.len());
    let mut allowed = BTreeMap::new();
    for finding in all {
        match overrides.reported(finding.code, finding.severity, declared.get(&finding.code).copied()) {
            Ok(severity) => findings.push(Finding { severity, ..finding }),
            Err(by) => *allowed.entry((by, finding.code)).or_default() += 1 + finding.more,
        }
    }
    Validation { tally: Tally::of(files, &findings), findings, allowed, unheeded: BTreeSet::new() }
}
