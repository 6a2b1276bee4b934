//! What is wrong with the files: all of it, in one run.

use chrono::NaiveDate;

use super::silent::{Committed, silent_revisions};
use crate::finding::{Code, Finding, Findings, Severity, Tally};
use crate::readings::Readings;
use crate::strategy::{Indicator, Reported, Strategy};
use crate::workspace::{Workspace, path_of};

/// Every finding, as the strategy wants it reported.
#[derive(Debug)]
pub struct Validation {
    /// `strategy.toml` first, then the files in the order of the strategy, then files that belong to nothing.
    pub findings: Vec<Finding>,
    pub tally: Tally,
    /// How many more `[findings]` keeps from being reported. A file with such an error is still not used.
    pub allowed: usize,
}

/// Checks the strategy and every file, or only those at some paths, in the strategy's context. `today` is what periods are
/// checked against: not over, not counting yet.
#[must_use]
pub fn validate(workspace: &Workspace, only: &[String], today: NaiveDate) -> Validation {
    check(workspace, only, today, |_, _| Findings::new())
}

/// Checks what is staged, every file of it; and against what was committed before, where anything was, that no figure changed
/// without a word.
#[must_use]
pub fn validate_staged(staged: &Workspace, committed: Option<&Committed>, today: NaiveDate) -> Validation {
    check(staged, &[], today, |indicator, readings| {
        let silent = |committed: &Committed| silent_revisions(staged, committed, indicator, readings?);
        committed.and_then(silent).unwrap_or_default()
    })
}

fn check(
    workspace: &Workspace,
    only: &[String],
    today: NaiveDate,
    beside: impl Fn(&Indicator, Option<&Readings>) -> Findings + Sync,
) -> Validation {
    let is_asked = |path: &str| only.is_empty() || only.iter().any(|asked| asked == path);
    let indicators: Vec<&Indicator> =
        workspace.strategy.indicators.values().filter(|indicator| is_asked(&path_of(indicator))).collect();
    let mut all = workspace.findings.clone().into_sorted();
    let of_files = workspace.each(&indicators, Some(today), |indicator, loaded| {
        let mut findings = loaded.findings;
        findings.extend(beside(indicator, loaded.readings.as_ref()));
        findings.into_sorted()
    });
    all.extend(of_files.into_iter().flatten());
    all.extend(workspace.orphans().into_sorted());
    all.retain(|finding| is_asked(&finding.path));
    let missing = all.iter().filter(|finding| finding.code == Code::MissingFile).count();
    let files = if only.is_empty() { 1 + indicators.len() - missing } else { only.len() };
    let found: usize = all.iter().map(|finding| 1 + finding.more).sum();
    let findings: Vec<Finding> = all.into_iter().filter_map(|finding| reported(&workspace.strategy, finding)).collect();
    let tally = Tally::of(files, &findings);
    Validation { allowed: found - tally.errors - tally.warnings, tally, findings }
}

/// The findings of a strategy that cannot be used: nothing else was checked.
#[must_use]
pub fn validate_faulty(findings: Findings) -> Validation {
    let findings = findings.into_sorted();
    Validation { tally: Tally::of(1, &findings), findings, allowed: 0 }
}

/// The finding with the severity the strategy wants; nothing where it is allowed.
fn reported(strategy: &Strategy, finding: Finding) -> Option<Finding> {
    let severity = match strategy.severities.get(&finding.code) {
        None => finding.severity,
        Some(Reported::Error) => Severity::Error,
        Some(Reported::Warning) => Severity::Warning,
        Some(Reported::Allowed) => return None,
    };
    Some(Finding { severity, ..finding })
}
