//! `hwb.validate/1`.

use std::borrow::Cow;

use serde::Serialize;

use crate::board::Validation;
use crate::finding::{Finding, Severity, Tally, fingerprints};
use crate::text;

#[derive(Serialize)]
struct ValidationView<'a> {
    schema: &'static str,
    findings: Vec<FindingView<'a>>,
    summary: SummaryView,
}

#[derive(Serialize)]
struct SummaryView {
    #[serde(flatten)]
    tally: Tally,
    /// How many more `[findings]` or `--allow` keeps from being reported.
    allowed: usize,
}

#[derive(Serialize)]
struct FindingView<'a> {
    code: &'static str,
    severity: Severity,
    path: &'a str,
    line: Option<usize>,
    column: Option<usize>,
    end_column: Option<usize>,
    cell: Option<&'a str>,
    message: Cow<'a, str>,
    help: Option<Cow<'a, str>>,
    /// Whether `hwb fix` offers a repair.
    fixable: bool,
    /// How many more of this code the file has, beyond those listed.
    more: usize,
    fingerprint: String,
}

/// The findings as `hwb.validate/1`.
///
/// # Errors
/// None that input can cause: serialising these views does not fail.
pub fn validation(validation: &Validation) -> serde_json::Result<String> {
    let findings = validation.findings.iter().zip(fingerprints(&validation.findings));
    super::text(&ValidationView {
        schema: "hwb.validate/1",
        findings: findings.map(|(finding, fingerprint)| FindingView::of(finding, fingerprint)).collect(),
        summary: SummaryView { tally: validation.tally, allowed: validation.allowed.values().sum() },
    })
}

impl<'a> FindingView<'a> {
    fn of(finding: &'a Finding, fingerprint: String) -> Self {
        let place = finding.place.as_ref();
        Self {
            code: finding.code.name(),
            severity: finding.severity,
            path: &finding.path,
            line: place.map(|place| place.line),
            column: place.map(|place| place.column),
            end_column: place.map(|place| place.end_column),
            cell: place.and_then(|place| place.cell.as_deref()),
            message: text::visible(&finding.message),
            help: finding.help.as_deref().map(text::visible),
            fixable: finding.repair.is_some(),
            more: finding.more,
            fingerprint,
        }
    }
}
