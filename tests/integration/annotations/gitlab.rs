//! GitLab's Code Quality report.

use std::collections::BTreeSet;

use serde_json::Value;

use super::{board, hostile, many, printed, usual};
use crate::support::Board;

fn issues(board: &Board) -> Vec<Value> {
    printed(board, "gitlab").json().as_array().expect("an array").clone()
}

#[test]
fn the_usual_findings_look_so() {
    insta::assert_snapshot!(printed(&usual(), "gitlab").stdout);
}

#[test]
fn every_issue_has_what_gitlab_needs() {
    for issue in [issues(&usual()), issues(&hostile()), issues(&many())].concat() {
        let text = |value: &Value| value.as_str().is_some_and(|text| !text.is_empty());
        assert!(text(&issue["description"]) && text(&issue["check_name"]), "{issue:#}");
        assert!(text(&issue["fingerprint"]) && text(&issue["location"]["path"]), "{issue:#}");
        assert!(["major", "minor"].contains(&issue["severity"].as_str().expect("a severity")), "{issue:#}");
        assert!(issue["location"]["lines"]["begin"].as_u64() > Some(0), "{issue:#}");
    }
}

#[test]
fn no_two_fingerprints_are_the_same() {
    let board = board("period,value\n2012/13,abc\n2012/13,abc\n2012/13,abc\n");
    let fingerprints: Vec<String> = issues(&board).iter().map(|issue| issue["fingerprint"].to_string()).collect();
    let different: BTreeSet<&String> = fingerprints.iter().collect();
    assert!(fingerprints.len() >= 3);
    assert_eq!(different.len(), fingerprints.len());
}

#[test]
fn a_fingerprint_survives_a_line_added_above() {
    let before = issues(&board("period,value\n2012/13,abc\n"));
    let after = issues(&board("period,value\n2011/12,90\n2012/13,abc\n"));
    assert_eq!(before[0]["fingerprint"], after[0]["fingerprint"]);
    assert_ne!(before[0]["location"], after[0]["location"]);
}

#[test]
fn an_error_is_major_and_a_warning_minor() {
    let issues = issues(&board("period,value\nFY2011/12,91\n2012/13,abc\n"));
    let severities: Vec<&Value> = issues.iter().map(|issue| &issue["severity"]).collect();
    assert_eq!(severities, ["minor", "major"]);
}

#[test]
fn nothing_wrong_is_an_empty_array_without_a_mark_before_it() {
    let run = printed(&board("period,value\n2012/13,91\n"), "gitlab");
    assert_eq!((run.code, run.stdout.as_str()), (0, "[]\n"));
}
