//! What a change of the files brings with it: the findings that were not there before.

use super::severities::Overrides;
use crate::finding::{Finding, Findings, Severity};
use crate::strategy::Strategy;

/// What is found after a change and was not before, in the order of the places, as the strategy wants it reported; an error that
/// makes a file unusable stays one whatever the strategy says.
pub(super) fn added(strategy: &Strategy, before: &Findings, after: Findings) -> Vec<Finding> {
    let counted = after.clone();
    let is_new = |finding: &Finding| {
        let is_more = counted.count(finding.code) > before.count(finding.code);
        let is_said = before.as_slice().iter().any(|own| own.code == finding.code && own.message == finding.message);
        is_more && !is_said
    };
    after.into_sorted().into_iter().filter(is_new).filter_map(|finding| reported(strategy, finding)).collect()
}

fn reported(strategy: &Strategy, finding: Finding) -> Option<Finding> {
    let declared = strategy.severities.get(&finding.code).copied();
    let severity = match finding.severity {
        Severity::Error => Severity::Error,
        Severity::Warning => Overrides::default().reported(finding.code, finding.severity, declared).ok()?,
    };
    Some(Finding { severity, ..finding })
}
