//! Each letter of SMART.

use serde_json::Value;

use super::SOUND;
use crate::support::Board;

/// What is found of a letter for the indicator `x`.
#[track_caller]
fn letter(board: &Board, name: &str) -> (String, String) {
    let audit = board.json(&["audit"], 0);
    let letter = &audit["smart"][0][name];
    let text = |key: &str| letter[key].as_str().unwrap_or_else(|| panic!("{name} in {audit:#}")).to_owned();
    (text("finding"), text("reason"))
}

#[track_caller]
fn assert_letter(board: &Board, name: &str, finding: &str, words: &str) {
    let (found, reason) = letter(board, name);
    assert_eq!(found, finding, "{reason}");
    assert!(reason.contains(words), "{reason}");
}

#[test]
fn all_five_letters_of_a_sound_indicator_are_met() {
    let audit = Board::of(SOUND, "2009,22\n2010,20\n2011,18\n2012,16").json(&["audit"], 0);
    assert_eq!(audit["summary"]["smart"], 1, "{audit:#}");
    let smart: &Value = &audit["smart"][0];
    for name in ["specific", "measurable", "achievable", "relevant", "time_bound"] {
        assert_eq!(smart[name]["finding"], "met", "{name}: {smart:#}");
    }
}

#[test]
fn without_targets_no_letter_is_judged() {
    let audit = Board::of("", "2012/13,5").json(&["audit"], 0);
    assert_eq!(audit["smart"], serde_json::json!([]));
}

#[test]
fn specific_takes_what_is_counted_and_among_whom() {
    let said = |keys: &str| Board::of(&format!("{keys}\ntargets = [{{ at_least = 9 }}]"), "");
    assert_letter(&said("definition = \"Adults who smoke.\""), "specific", "met", "definition");
    assert_letter(&said("title = \"Adults who smoke\""), "specific", "met", "title");
    assert_letter(&said("title = \"Smoking\""), "specific", "not-met", "no definition");
    assert_letter(&said("definition = \"Spending on prevention.\""), "specific", "not-judged", "cannot be told");
    let part = "numerator = \"spending on prevention\"\ndenominator = \"all spending\"";
    assert_letter(&said(part), "specific", "met", "definition");
}

#[test]
fn measurable_takes_a_source_and_figures_or_none_that_is_late() {
    let of = |keys: &str, readings: &str| Board::of(&format!("{keys}\ntargets = [{{ at_least = 9 }}]"), readings);
    assert_letter(&of("", "2012/13,5"), "measurable", "not-met", "who supplies");
    assert_letter(&of("dataset = \"A survey\"", "2012/13,5"), "measurable", "met", "2012/13");
    assert_letter(&of("sources = [\"l\"]", ""), "measurable", "not-judged", "no figure yet");
    assert_letter(&of("sources = [\"l\"]\nlag = \"13 weeks\"", ""), "measurable", "not-met", "overdue");
}

/// At most 10 by 2016.
fn falling(readings: &str) -> Board {
    let declared = "good = \"low\"\nperiod = \"calendar-year\"\ntargets = [{ at_most = 10, by = \"2016\" }]";
    Board::of(declared, readings).as_of("2014-11-20")
}

#[test]
fn achievable_goes_by_the_pace_where_it_is_known() {
    // 1 a year, and 7 in 3 years are left: 2.3 times that
    assert_letter(&falling("2010,20\n2011,19\n2012,18\n2013,17"), "achievable", "met", "2.3 times that pace");
    assert_letter(&falling("2010,17\n2011,17\n2012,17\n2013,17"), "achievable", "not-met", "neither way");
    assert_letter(&falling("2012,20\n2013,19"), "achievable", "not-judged", "2 readings of one definition");
    assert_letter(&falling(""), "achievable", "not-judged", "no figure");
    assert_letter(&falling("2013,9"), "achievable", "met", "is there");
}

#[test]
fn achievable_fails_where_the_start_is_not_known_and_is_open_where_the_target_moves() {
    let unknown = Board::of("targets = [{ change = \"+3 points\", by = \"2014/15\" }]", "2012/13,5");
    assert_letter(&unknown, "achievable", "not-met", "the baseline is not known");
    let standing = |value: &str| Board::of("targets = [{ at_least = 90 }]", &format!("2012/13,{value}"));
    assert_letter(&standing("95"), "achievable", "met", "latest figure meets it");
    assert_letter(&standing("85"), "achievable", "not-judged", "no level by a date");
}

#[test]
fn relevant_takes_an_objective_a_reference_or_a_chapter() {
    let of = |keys: &str| Board::of(&format!("{keys}\ntargets = [{{ at_least = 9 }}]"), "");
    assert_letter(&of(""), "relevant", "met", "objective");
    assert_letter(&of("chapter = \"c\""), "relevant", "met", "under no objective");
}

#[test]
fn time_bound_takes_a_date_or_every_period() {
    let of = |target: &str| {
        Board::of(&format!("baseline = {{ period = \"2009/10\", value = 5 }}\ntargets = [{target}]"), "2012/13,5")
    };
    assert_letter(&of("{ at_least = 9, by = \"2014/15\" }"), "time_bound", "met", "2014/15");
    assert_letter(&of("{ at_least = 9 }"), "time_bound", "met", "every period");
    assert_letter(&of("{ improve_on = \"baseline\" }"), "time_bound", "not-met", "by when");
}
