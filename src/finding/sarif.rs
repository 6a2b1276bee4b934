//! SARIF 2.1.0, the OASIS Static Analysis Results Interchange Format: for GitHub's code scanning, and for editors.

use std::collections::BTreeSet;

use serde::Serialize;

use super::{Code, Finding, Related, Severity, fingerprints, words};
use crate::source::Place;
use crate::text;

const SCHEMA: &str = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/// What paths are relative to, by the name that GitHub uses.
const ROOT: &str = "%SRCROOT%";

#[derive(Serialize)]
struct Log<'a> {
    #[serde(rename = "$schema")]
    schema: &'static str,
    version: &'static str,
    runs: [Run<'a>; 1],
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Run<'a> {
    tool: Tool,
    column_kind: &'static str,
    original_uri_base_ids: BaseIds,
    results: Vec<SarifResult<'a>>,
}

#[derive(Serialize)]
struct Tool {
    driver: Driver,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Driver {
    name: &'static str,
    semantic_version: &'static str,
    rules: Vec<Rule>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Rule {
    id: &'static str,
    short_description: Message,
    full_description: Message,
    help: Message,
    default_configuration: Configuration,
}

#[derive(Serialize)]
struct Configuration {
    level: Severity,
}

#[derive(Serialize)]
struct Message {
    text: String,
}

#[derive(Serialize)]
struct BaseIds {
    #[serde(rename = "%SRCROOT%")]
    root: BaseId,
}

#[derive(Serialize)]
struct BaseId {
    description: Message,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct SarifResult<'a> {
    rule_id: &'static str,
    rule_index: Option<usize>,
    level: Severity,
    message: Message,
    locations: [Location; 1],
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    related_locations: Vec<Location>,
    partial_fingerprints: Fingerprint<'a>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Location {
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    message: Option<Message>,
    #[serde(rename = "physicalLocation")]
    place: PhysicalLocation,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct PhysicalLocation {
    artifact_location: ArtifactLocation,
    region: Region,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct ArtifactLocation {
    uri: String,
    uri_base_id: &'static str,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Region {
    start_line: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    start_column: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    end_column: Option<usize>,
}

#[derive(Serialize)]
struct Fingerprint<'a> {
    #[serde(rename = "hwbFinding/v1")]
    finding: &'a str,
}

/// The findings as one run; its rules are the codes they have.
///
/// # Errors
/// None that input can cause: serialising these views does not fail.
pub fn sarif(findings: &[Finding]) -> serde_json::Result<String> {
    let used: BTreeSet<Code> = findings.iter().map(|finding| finding.code).collect();
    let codes: Vec<Code> = used.into_iter().collect();
    let fingerprints = fingerprints(findings);
    let results = findings.iter().zip(&fingerprints).map(|(finding, fingerprint)| result(finding, fingerprint, &codes));
    let log = Log {
        schema: SCHEMA,
        version: "2.1.0",
        runs: [Run {
            tool: Tool {
                driver: Driver {
                    name: "hwb",
                    semantic_version: env!("CARGO_PKG_VERSION"),
                    rules: codes.iter().copied().map(rule).collect(),
                },
            },
            column_kind: "unicodeCodePoints",
            original_uri_base_ids: BaseIds { root: BaseId { description: message("The root of the repository.") } },
            results: results.collect(),
        }],
    };
    Ok(serde_json::to_string_pretty(&log)? + "\n")
}

fn rule(code: Code) -> Rule {
    Rule {
        id: code.name(),
        short_description: message(code.title()),
        full_description: message(code.explanation()),
        help: message(code.explanation()),
        default_configuration: Configuration { level: code.severity() },
    }
}

fn result<'a>(finding: &Finding, fingerprint: &'a str, codes: &[Code]) -> SarifResult<'a> {
    let mut lines = vec![words::headline(finding)];
    lines.extend(words::advice(finding));
    SarifResult {
        rule_id: finding.code.name(),
        rule_index: codes.iter().position(|code| *code == finding.code),
        level: finding.severity,
        message: message(lines.join("\n")),
        locations: [Location { id: None, message: None, place: physical(&finding.path, finding.place.as_ref()) }],
        related_locations: finding.related.iter().map(|related| self::related(&finding.path, related)).collect(),
        partial_fingerprints: Fingerprint { finding: fingerprint },
    }
}

fn related(path: &str, related: &Related) -> Location {
    Location {
        id: Some(1),
        message: Some(message(text::visible(&related.note))),
        place: physical(path, Some(&related.place)),
    }
}

fn physical(path: &str, place: Option<&Place>) -> PhysicalLocation {
    PhysicalLocation {
        artifact_location: ArtifactLocation { uri: uri(path), uri_base_id: ROOT },
        region: Region {
            // GitHub refuses a result without a line; the first stands for the file.
            start_line: place.map_or(1, |place| place.line),
            start_column: place.map(|place| place.column),
            end_column: place.map(|place| place.end_column),
        },
    }
}

fn message(text: impl Into<String>) -> Message {
    Message { text: text.into() }
}

/// The path as a relative reference of RFC 3986: every byte that is not unreserved is percent-encoded, but for the `/`.
fn uri(path: &str) -> String {
    let mut uri = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte) {
            uri.push(char::from(byte));
        } else {
            uri.push_str(&format!("%{byte:02X}"));
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_percent_encoded() {
        assert_eq!(uri("data/a b:é%.csv"), "data/a%20b%3A%C3%A9%25.csv");
    }
}
