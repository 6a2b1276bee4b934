//! One measure reported twice.

use serde_json::json;

use super::{assert_found, assert_silent, reason};
use crate::support::Board;

fn pair(one: &str, other: &str) -> Board {
    let body = |text: &str| format!("{text}\ntargets = [{{ at_least = 9 }}]");
    Board::new().indicator("one", &body(one)).indicator("other", &body(other))
}

fn defined(one: &str, other: &str) -> Board {
    pair(&format!("title = \"One\"\ndefinition = \"{one}\""), &format!("title = \"Other\"\ndefinition = \"{other}\""))
}

#[test]
fn the_same_words_in_another_order_are_found() {
    let board = defined("Adults who smoke, as a share of adults", "The adults who smoke");
    assert_found(&board, "reported-twice", &["one other"]);
    assert_eq!(
        reason(&board, "reported-twice"),
        "Their definitions have the same words (100% alike), and their sources may be one."
    );
}

#[test]
fn one_text_with_a_word_more_is_found_with_the_word() {
    // five words of six: 83%
    let board = defined(
        "Admissions for hip fracture, people aged 65",
        "Emergency admissions for hip fracture, people aged 65 and over",
    );
    assert!(reason(&board, "reported-twice").contains("are 85% alike, apart from 'emergency'"));
    let duplicates = &board.json(&["audit"], 0)["duplicates"];
    assert_eq!(
        *duplicates,
        json!([{ "ids": ["one", "other"], "basis": "definitions", "references": [], "likeness": 85 }])
    );
}

#[test]
fn texts_that_each_have_a_word_of_their_own_are_about_different_people() {
    let text =
        |who: &str| format!("{who} measured in school at or above the 95th centile of BMI, severe obesity included");
    assert_silent(&defined(&text("Boys"), &text("Girls")), "reported-twice");
}

#[test]
fn below_the_threshold_nothing_is_asked() {
    // three words of four: 75%
    assert_silent(&defined("Adults who smoke daily", "Pregnant adults who smoke daily"), "reported-twice");
}

#[test]
fn different_datasets_or_suppliers_tell_two_apart() {
    let said = |more: &str| format!("definition = \"Adults who smoke daily\"\n{more}");
    let datasets = pair(&said("dataset = \"GP survey\""), &said("dataset = \"Household survey\""));
    assert_silent(&datasets, "reported-twice");
    let suppliers = pair(&said("sources = [\"l\"]"), &said("sources = [\"m\"]")).toml("[leads.m]\ntitle = \"M\"");
    assert_silent(&suppliers, "reported-twice");
    assert_found(&pair(&said("sources = [\"l\"]"), &said("")), "reported-twice", &["one other"]);
}

#[test]
fn the_same_title_is_found_unless_two_definitions_tell_them_apart() {
    assert_found(&pair("title = \"Smoking\"", "title = \"Smoking\""), "reported-twice", &["one other"]);
    let told_apart = pair(
        "title = \"Smoking\"\ndefinition = \"Adults who smoke.\"",
        "title = \"Smoking\"\ndefinition = \"Pupils who smoke.\"",
    );
    assert_silent(&told_apart, "reported-twice");
}

#[test]
fn two_under_one_reference_are_a_question_of_their_own() {
    let referred = |text: &str| format!("definition = \"{text}\"\nframeworks = {{ f = [\"1.8\", \"2\"] }}");
    let board = pair(&referred("Adults in work with an illness"), &referred("Adults in work with a disability"))
        .toml("[frameworks.f]\ntitle = \"Framework\"");
    assert_found(&board, "shared-reference", &["one other"]);
    // adults and work of four words
    assert_eq!(
        reason(&board, "shared-reference"),
        "They stand under 1.8 and 2 of the Framework; what they count is 50% alike in words."
    );
    assert_silent(&board, "reported-twice");
}

#[test]
fn different_references_of_one_framework_are_different_measures() {
    let board = pair("frameworks = { f = \"2.6i\" }\ntitle = \"Reception\"", "frameworks = { f = \"2.6ii\" }")
        .toml("[frameworks.f]\ntitle = \"Framework\"");
    assert_silent(&board, "shared-reference");
}
