//! Which indicators a command is asked for. Every figure is made up.

use crate::support::{Board, ids};

const TARGET: &str = "targets = [{ at_least = 90 }]";

/// Four indicators: `a` and `b` in chapter `c`, `d` and `e` in chapter `care`; green, amber, red, red.
fn board() -> Board {
    let declared = |more: &str| format!("{TARGET}\n{more}");
    Board::new()
        .toml("[chapters.care]\ntitle = \"Care\"")
        .toml("[leads.nhs]\ntitle = \"NHS\"\nofficer = \"A post\"")
        .toml("[leads.council]\ntitle = \"Council\"\nofficer = \"A post\"")
        .toml("[themes.smoking]\ntitle = \"Smoking\"\nlead = \"l\"")
        .toml("[themes.alcohol]\ntitle = \"Alcohol\"\nlead = \"l\"")
        .toml("[frameworks.phof]\ntitle = \"Public Health Outcomes Framework\"\nlead = \"l\"")
        .toml("[frameworks.ascof]\ntitle = \"Adult Social Care Outcomes Framework\"\nlead = \"l\"")
        .indicator("a", &declared("lead = \"nhs\"\nthemes = [\"smoking\"]\nscope = \"local\"\nlife_stage = \"older\""))
        .csv("a", "2012/13,95")
        .indicator(
            "b",
            &declared(
                "lead = \"council\"\nsupporting = [\"nhs\"]\nthemes = [\"smoking\", \"alcohol\"]\n\
                 scope = [\"local\", \"national\"]\nlife_stage = [\"adults\", \"older\"]",
            ),
        )
        .csv("b", "2012/13,87")
        .indicator(
            "d",
            &declared("chapter = \"care\"\nlead = \"council\"\npriority = true\nframeworks = { phof = \"4.14\" }"),
        )
        .csv("d", "2012/13,50")
        .indicator("e", &declared("chapter = \"care\"\nframeworks = { phof = [\"4.1\", \"4.2\"], ascof = \"1A\" }"))
        .csv("e", "2012/13,60")
}

#[track_caller]
fn assert_filtered(filter: &[&str], expected: &[&str]) {
    let mut args = vec!["status"];
    args.extend(filter);
    let answer = board().json(&args, 0);
    assert_eq!(ids(&answer), expected);
    assert_eq!(answer["summary"]["indicators"], expected.len());
}

/// A usage error, and a suggestion.
#[track_caller]
fn assert_usage_error(args: &[&str], suggestion: &str) {
    let run = board().run(args);
    assert_eq!(run.code, 2, "{run:?}");
    assert!(run.stderr.contains(suggestion), "{run:?}");
    assert!(run.stdout.is_empty(), "{run:?}");
}

#[test]
fn with_no_filter_all_are_listed() {
    assert_filtered(&[], &["a", "b", "d", "e"]);
}

#[test]
fn by_id_in_the_order_of_the_file() {
    assert_filtered(&["d", "a"], &["a", "d"]);
}

#[test]
fn by_chapter_through_the_objective_or_straight() {
    assert_filtered(&["--chapter", "c"], &["a", "b"]);
    assert_filtered(&["--chapter", "care"], &["d", "e"]);
}

#[test]
fn by_accountable_lead() {
    assert_filtered(&["--lead", "nhs"], &["a"]);
    assert_filtered(&["--lead", "council"], &["b", "d"]);
}

#[test]
fn by_lead_with_those_it_supports() {
    assert_filtered(&["--lead", "nhs", "--supporting"], &["a", "b"]);
}

#[test]
fn by_theme() {
    assert_filtered(&["--theme", "smoking"], &["a", "b"]);
    assert_filtered(&["--theme", "alcohol"], &["b"]);
}

#[test]
fn by_framework() {
    assert_filtered(&["--framework", "phof"], &["d", "e"]);
    assert_filtered(&["--framework", "ascof"], &["e"]);
}

#[test]
fn by_scope() {
    assert_filtered(&["--scope", "national"], &["b"]);
}

#[test]
fn by_life_stage() {
    assert_filtered(&["--life-stage", "older"], &["a", "b"]);
    assert_filtered(&["--life-stage", "adults"], &["b"]);
}

#[test]
fn by_priority() {
    assert_filtered(&["--priority"], &["d"]);
}

#[test]
fn by_rating() {
    assert_filtered(&["--rating", "red"], &["d", "e"]);
    assert_filtered(&["--rating", "red,amber"], &["b", "d", "e"]);
    assert_filtered(&["--rating", "green"], &["a"]);
}

#[test]
fn by_a_ratings_name_or_its_level() {
    // (50 - 40) / (60 - 40) = 50%; (55 - 40) / 20 = 75%
    let decl = "baseline = { period = \"2009/10\", value = 40 }\ntargets = [{ at_least = 60 }]";
    let board = Board::new()
        .toml(
            "[rating]\nmethod = \"improvement\"\n\
             bands = [[\"green\", 100], [\"green-amber\", 75], [\"red-amber\", 50]]",
        )
        .indicator("half", decl)
        .csv("half", "2012/13,50")
        .indicator("most", decl)
        .csv("most", "2012/13,55")
        .indicator("still", decl)
        .csv("still", "2012/13,40");
    let by_name = board.json(&["status", "--rating", "red-amber"], 0);
    assert_eq!(ids(&by_name), ["half"]);
    let by_level = board.json(&["status", "--rating", "amber"], 0);
    assert_eq!(ids(&by_level), ["half", "most"]);
    let red = board.json(&["status", "--rating", "red"], 0);
    assert_eq!(ids(&red), ["still"]);
}

#[test]
fn two_filters_must_both_hold() {
    assert_filtered(&["--chapter", "care", "--lead", "council"], &["d"]);
    assert_filtered(&["--chapter", "c", "--rating", "red"], &[]);
}

#[test]
fn the_summary_is_of_what_is_listed() {
    let answer = board().json(&["status", "--chapter", "care"], 0);
    let summary = &answer["summary"];
    assert_eq!(summary["indicators"], 2);
    assert_eq!(summary["rated"], 2);
    assert_eq!(summary["ratings"]["red"], 2);
    assert_eq!(summary["states"]["rated"], 2);
}

#[test]
fn an_unknown_indicator_is_a_usage_error_with_a_suggestion() {
    let board = Board::new().indicator("adult-smoking", TARGET).csv("adult-smoking", "2012/13,95");
    for command in ["status", "show", "explain"] {
        let run = board.run(&[command, "adult-smokng"]);
        assert_eq!(run.code, 2, "{run:?}");
        assert!(run.stderr.contains("adult-smoking"), "{run:?}");
    }
}

#[test]
fn an_unknown_chapter_is_a_usage_error_with_a_suggestion() {
    assert_usage_error(&["status", "--chapter", "caer"], "care");
    assert_usage_error(&["exceptions", "--chapter", "caer"], "care");
}

#[test]
fn an_unknown_lead_is_a_usage_error_with_a_suggestion() {
    assert_usage_error(&["status", "--lead", "counsil"], "council");
}

#[test]
fn an_unknown_theme_is_a_usage_error_with_a_suggestion() {
    assert_usage_error(&["status", "--theme", "smokin"], "smoking");
}

#[test]
fn an_unknown_framework_is_a_usage_error_with_a_suggestion() {
    assert_usage_error(&["status", "--framework", "pohf"], "phof");
}

#[test]
fn an_unknown_scope_life_stage_or_rating_is_a_usage_error_with_a_suggestion() {
    assert_usage_error(&["status", "--scope", "nationl"], "national");
    assert_usage_error(&["status", "--life-stage", "oldr"], "older");
    assert_usage_error(&["status", "--rating", "rad"], "red");
}
