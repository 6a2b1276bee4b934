//! For GitLab: a Code Quality report, which GitLab shows in a merge request.
//!
//! The fields are those of GitLab's documentation, "Code Quality report format".

use serde::Serialize;

use super::{Finding, Severity, fingerprints, words};

#[derive(Serialize)]
struct Issue<'a> {
    description: String,
    check_name: &'static str,
    fingerprint: String,
    severity: &'static str,
    location: Location<'a>,
}

#[derive(Serialize)]
struct Location<'a> {
    path: &'a str,
    lines: Lines,
}

#[derive(Serialize)]
struct Lines {
    begin: usize,
}

/// The findings as a JSON array; an empty one for none.
///
/// # Errors
/// None that input can cause: serialising these views does not fail.
pub fn gitlab(findings: &[Finding]) -> serde_json::Result<String> {
    let issues: Vec<Issue<'_>> =
        findings.iter().zip(fingerprints(findings)).map(|(finding, fingerprint)| issue(finding, fingerprint)).collect();
    Ok(serde_json::to_string_pretty(&issues)? + "\n")
}

fn issue(finding: &Finding, fingerprint: String) -> Issue<'_> {
    let mut sentences = vec![words::headline(finding)];
    sentences.extend(words::related(finding));
    sentences.extend(words::advice(finding));
    Issue {
        description: sentences.join("; "),
        check_name: finding.code.name(),
        fingerprint,
        severity: match finding.severity {
            Severity::Error => "major",
            Severity::Warning => "minor",
        },
        // GitLab needs a line; the first stands for the file.
        location: Location {
            path: &finding.path,
            lines: Lines { begin: finding.place.as_ref().map_or(1, |place| place.line) },
        },
    }
}
