//! Targets without a number, a date or a baseline, and changes in percent of a percentage.

use super::{SOUND, assert_found, assert_silent, reason};
use crate::support::Board;

fn of(declaration: &str) -> Board {
    Board::of(declaration, "")
}

#[test]
fn an_indicator_without_a_target_in_use_is_found_and_a_watched_one_is_not() {
    assert_found(&of(""), "no-target", &["x"]);
    let stretch = of("targets = [{ at_least = 90, stretch = true }]");
    assert!(reason(&stretch, "no-target").contains("stretch"));
    let ended = of("targets = [{ at_least = 90, ended = 2013-01-01 }]");
    assert!(reason(&ended, "no-target").contains("in use"));
    assert_silent(&of("rating = { method = \"none\" }"), "no-target");
    assert_silent(&of("targets = [{ at_least = 90 }]"), "no-target");
}

#[test]
fn a_direction_alone_has_no_number_and_a_comparator_has_one() {
    assert_found(&of("targets = [{ improve_on = \"last-year\" }]"), "no-number", &["x"]);
    let both = of("targets = [{ improve_on = \"last-year\" }, { at_least = 80 }]");
    assert_silent(&both, "no-number");
    let beat = of("comparators = [\"london\"]\ntargets = [{ beat = \"london\" }]").comparator("london");
    assert_silent(&beat, "no-number");
}

#[test]
fn a_baseline_to_be_bettered_by_no_date_is_found_and_what_holds_in_every_period_is_not() {
    let baseline = "baseline = { period = \"2009/10\", value = 5 }";
    assert_found(&of(&format!("{baseline}\ntargets = [{{ improve_on = \"baseline\" }}]")), "no-date", &["x"]);
    assert_found(&of(&format!("{baseline}\ntargets = [{{ change = \"+3 points\" }}]")), "no-date", &["x"]);
    for every_period in ["{ at_least = 90 }", "{ improve_on = \"last-year\" }", "{ change = \"0%\" }"] {
        assert_silent(&of(&format!("{baseline}\ntargets = [{every_period}]")), "no-date");
    }
    let dated = of(&format!("{baseline}\ntargets = [{{ improve_on = \"baseline\", by = \"2014/15\" }}]"));
    assert_silent(&dated, "no-date");
}

#[test]
fn a_target_that_starts_from_an_unknown_baseline_is_found() {
    let change = "targets = [{ change = \"+3 points\", by = \"2014/15\" }]";
    assert_found(&of(change), "no-baseline", &["x"]);
    let without_value = format!("baseline = {{ period = \"2011/12\" }}\n{change}");
    assert!(reason(&of(&without_value), "no-baseline").contains("2011/12 has no figure"));
    assert_silent(&Board::of(&without_value, "2011/12,50"), "no-baseline");
    let total = "unit = \"people\"\ntotal = true\ntargets = [{ change = \"+705\", by = \"2014/15\" }]";
    assert_silent(&of(total), "no-baseline");
}

#[test]
fn a_baseline_that_is_not_needed_is_asked_about_gently() {
    let level = "targets = [{ at_least = 90, by = \"2014/15\" }]";
    assert_found(&of(level), "baseline-would-help", &["x"]);
    assert_found(&of(&format!("baseline = {{ value = 50 }}\n{level}")), "baseline-incomplete", &["x"]);
    assert_silent(&of("targets = [{ at_least = 90 }]"), "baseline-would-help");
    for check in ["no-baseline", "baseline-would-help", "baseline-incomplete"] {
        assert_silent(&of(SOUND), check);
    }
}

#[test]
fn a_change_of_a_percentage_in_percent_is_ambiguous() {
    let board = of("good = \"low\"\nbaseline = { period = \"2011/12\", value = 40 }\n\
                    targets = [{ change = \"-4.3%\", by = \"2014/15\" }]");
    // 40 - 4.3% of 40 = 38.28; 40 - 4.3 = 35.7
    let reason = reason(&board, "ambiguous-change");
    assert!(reason.contains("38.3%") && reason.contains("35.7%"), "{reason}");
}

#[test]
fn a_change_is_not_ambiguous_where_the_note_or_the_arithmetic_settles_it() {
    let baseline = "good = \"low\"\nbaseline = { period = \"2011/12\", value = 17.4 }";
    let change = |target: &str| of(&format!("{baseline}\ntargets = [{{ {target}, by = \"2014/15\" }}]"));
    assert_found(&change("change = \"-4.3%\""), "ambiguous-change", &["x"]);
    assert_silent(&change("change = \"-4.3%\", note = \"relative to 2011/12\""), "ambiguous-change");
    assert_silent(&change("change = \"-4.3 points\""), "ambiguous-change");
    // 17.4 - 20 points is below 0, so that only the relative fall can be meant
    assert_silent(&change("change = \"-20%\""), "ambiguous-change");
    let people = of("unit = \"people\"\nbaseline = { period = \"2011/12\", value = 400 }\n\
                     targets = [{ change = \"+10%\", by = \"2014/15\" }]");
    assert_silent(&people, "ambiguous-change");
}

#[test]
fn words_that_leave_points_open_are_found_in_a_percentage() {
    let titled = |title: &str| of(&format!("title = \"{title}\"\ntargets = [{{ at_least = 9 }}]"));
    assert_found(&titled("Smoking to fall by 4.3%"), "ambiguous-wording", &["x"]);
    assert_silent(&titled("Smoking to fall by 4.3 points"), "ambiguous-wording");
    assert_silent(&titled("Smoking to fall by 2015"), "ambiguous-wording");
}

#[test]
fn what_a_declaration_lacks_is_found() {
    let bare = of("chapter = \"c\"\ntargets = [{ at_least = 9 }]");
    for check in ["no-source", "no-objective", "unmapped", "no-definition"] {
        assert_found(&bare, check, &["x"]);
    }
    let mapped = of("chapter = \"c\"\nframeworks = { f = \"1.1\" }").toml("[frameworks.f]\ntitle = \"F\"");
    assert_found(&mapped, "no-objective", &["x"]);
    assert_silent(&mapped, "unmapped");
    let without_objectives = "format = 1\n[strategy]\ntitle = \"T\"\narea = \"A\"\nstarts = 2012-04-01\nends = 2015-03-31\n\
                              [leads.l]\ntitle = \"L\"\n[chapters.c]\ntitle = \"C\"\n[indicators.x]\ntitle = \"X\"\nunit = \"%\"\n\
                              good = \"high\"\nperiod = \"financial-year\"\nlead = \"l\"\nchapter = \"c\"\n";
    assert_silent(&of("").file("strategy.toml", without_objectives), "no-objective");
    for check in ["no-source", "no-objective", "unmapped", "no-definition"] {
        assert_silent(&of(SOUND), check);
    }
}
