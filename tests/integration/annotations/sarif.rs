//! SARIF 2.1.0, held to the schema that OASIS publishes.

use std::fs;
use std::path::Path;

use hwb::finding::Code;
use jsonschema::Validator;
use serde_json::{Value, json};

use super::{DAY, board, hostile, many, printed, usual};
use crate::corpus::{Case, can_be_held, options};
use crate::support::run;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn schema() -> Validator {
    let text = fs::read_to_string(root().join("tests/schemas/sarif-schema-2.1.0.json")).expect("the schema");
    let schema: Value = serde_json::from_str(&text).expect("JSON");
    let options = jsonschema::options().should_validate_formats(true).with_format("uri-reference", is_reference);
    options.build(&schema).expect("a schema")
}

/// Whether a text has only characters that RFC 3986 lets stand in a reference: the validator knows no such format for a
/// schema of this draft.
fn is_reference(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~:/?#[]@!$&'()*+,;=%".contains(&byte))
}

/// What the schema has against a log.
fn objections(schema: &Validator, log: &Value) -> Vec<String> {
    schema.iter_errors(log).map(|error| format!("{}: {error}", error.instance_path())).collect()
}

#[test]
fn the_usual_findings_look_so() {
    let printed = printed(&usual(), "sarif").stdout;
    let version = format!("\"semanticVersion\": \"{}\"", env!("CARGO_PKG_VERSION"));
    assert!(printed.contains(&version));
    insta::assert_snapshot!(printed.replace(&version, "\"semanticVersion\": \"VERSION\""));
}

#[test]
fn every_log_is_valid_by_the_published_schema() {
    let schema = schema();
    for board in [usual(), hostile(), many(), board("period,value\n2012/13,91\n")] {
        let log = printed(&board, "sarif").json();
        assert_eq!(objections(&schema, &log), Vec::<String>::new(), "{log:#}");
    }
}

#[test]
fn the_log_of_every_code_is_valid_by_the_published_schema() {
    let schema = schema();
    for &code in Code::ALL.iter().filter(|&&code| can_be_held(code)) {
        let bad = Case::of(code, "bad");
        let args = [&["validate", "--format", "sarif", "--as-of", DAY], options(code)].concat();
        let log = run(bad.path(), &args, &[]).json();
        assert_eq!(objections(&schema, &log), Vec::<String>::new(), "{}: {log:#}", code.name());
        assert_eq!(log["runs"][0]["results"][0]["ruleId"], code.name());
    }
}

#[test]
fn the_schema_objects_to_what_is_no_sarif() {
    let schema = schema();
    let mut log = printed(&usual(), "sarif").json();
    log["runs"][0]["results"][0]["level"] = json!("major");
    assert_eq!(objections(&schema, &log).len(), 1);
    log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] = json!("a b");
    assert_eq!(objections(&schema, &log).len(), 2, "formats are looked at");
}

#[test]
fn every_result_names_its_rule_by_id_and_index() {
    let log = printed(&usual(), "sarif").json();
    let run = &log["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().expect("rules");
    let results = run["results"].as_array().expect("results");
    for result in results {
        let index = usize::try_from(result["ruleIndex"].as_u64().expect("an index")).expect("a small number");
        assert_eq!(rules[index]["id"], result["ruleId"]);
    }
    let used = |rule: &Value| results.iter().any(|result| result["ruleId"] == rule["id"]);
    assert!(rules.iter().all(used), "only the rules that are used");
}

#[test]
fn a_region_is_in_characters_and_a_second_place_is_related() {
    let board = board("period,value,note\n2011/12,64.2,\n2011/12,64.8,\n2012/13,91é,\n");
    let log = printed(&board, "sarif").json();
    let results = &log["runs"][0]["results"];
    assert_eq!(log["runs"][0]["columnKind"], "unicodeCodePoints");
    let region = |location: &Value| location["physicalLocation"]["region"].clone();
    let cell = json!({ "startLine": 4, "startColumn": 9, "endColumn": 12 });
    assert_eq!(region(&results[1]["locations"][0]), cell);
    assert_eq!(region(&results[0]["relatedLocations"][0])["startLine"], 2);
}
