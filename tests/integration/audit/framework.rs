//! Objectives, leads, chapters, themes, and the audit itself.

use super::{SOUND, assert_found, assert_silent, reason};
use crate::support::Board;

fn sound() -> Board {
    Board::of(SOUND, "2010,20\n2011,18\n2012,16").strategy("audited = 2013-09-30")
}

#[test]
fn an_objective_that_nothing_measures_is_found() {
    let board = sound().toml("[objectives.bare]\nchapter = \"c\"\ntitle = \"Bare\"\nleads = [\"l\"]");
    assert_found(&board, "objective-without-indicator", &["bare"]);
    let only_retired = board.indicator("old", "objective = \"bare\"\nretired = 2013-01-01");
    assert!(reason(&only_retired, "objective-without-indicator").contains("not in use"));
}

#[test]
fn a_lead_without_an_officer_is_found_where_it_answers_for_something() {
    let board = sound()
        .toml("[leads.m]\ntitle = \"M\"\n[leads.supplier]\ntitle = \"Supplier\"")
        .indicator("y", &format!("{}\nlead = \"m\"", SOUND.replace("sources = [\"l\"]", "sources = [\"supplier\"]")));
    assert_found(&board, "lead-without-officer", &["m"]);
    assert_silent(&board, "lead-unused");
}

#[test]
fn a_lead_that_is_named_nowhere_is_found_and_the_owner_of_an_action_is_named() {
    let board = sound().toml("[leads.idle]\ntitle = \"Idle\"\nofficer = \"A post\"");
    assert_found(&board, "lead-unused", &["idle"]);
    let busy = board.file(
        "data/registers/actions.csv",
        "id,about,action,owner,opened,due,status\nA1,x,Do it,idle,2013-10-01,2014-01-31,planned\n",
    );
    assert_silent(&busy, "lead-unused");
}

/// One lead with so many indicators beside two leads with two each.
fn shared_out(many: usize) -> Board {
    let of = |board: Board, lead: &str, count: usize| {
        (0..count).fold(board, |board, at| board.indicator(&format!("{lead}-{at}"), &format!("lead = \"{lead}\"")))
    };
    let leads = ["a", "b"].map(|id| format!("[leads.{id}]\ntitle = \"{id}\"\nofficer = \"A post\"\n"));
    let board = Board::new().toml(&leads.concat());
    of(of(of(board, "a", 2), "b", 2), "l", many)
}

#[test]
fn a_lead_with_more_than_twice_the_median_and_at_least_five_is_overloaded() {
    assert_found(&shared_out(5), "lead-overloaded", &["l"]);
    assert_silent(&shared_out(4), "lead-overloaded");
    assert!(reason(&shared_out(6), "lead-overloaded").contains("6 of 10 indicators; more than 4"));
}

const GROUP: &str = "[bodies.performance-group]\ntitle = \"Group\"\nmembers = [{ post = \"A\", lead = \"l\" }]\n";

#[test]
fn a_lead_agency_with_nobody_on_the_performance_group_is_found() {
    let agency = |officer: &str| {
        sound().toml(&format!(
            "{GROUP}[leads.ccg]\ntitle = \"CCG\"\nofficer = \"{officer}\"\n\
             [chapters.care]\ntitle = \"Care\"\nagencies = [\"ccg\"]\nofficers = [\"{officer}\"]"
        ))
    };
    assert_found(&agency("Another post"), "agency-not-in-group", &["ccg"]);
    // a member from a lead that answers to the same officer speaks for it
    assert_silent(&agency("A post"), "agency-not-in-group");
}

#[test]
fn without_a_performance_group_its_members_are_not_looked_at_and_that_is_said() {
    let board = sound().toml("[chapters.care]\ntitle = \"Care\"\nagencies = [\"l\"]\nofficers = [\"A post\"]");
    assert_silent(&board, "agency-not-in-group");
    assert!(board.dated(&["audit"], 0).stdout.contains("who sits on it was not looked at"));
}

#[test]
fn officers_and_sponsors_are_asked_for_where_the_framework_has_them() {
    assert_silent(&sound(), "chapter-without-officer");
    assert_silent(&sound(), "chapter-without-sponsor");
    let board = sound().toml("[chapters.care]\ntitle = \"Care\"\nofficers = [\"A post\"]\nsponsor = \"A member\"");
    assert_found(&board, "chapter-without-officer", &["c"]);
    assert_found(&board, "chapter-without-sponsor", &["c"]);
}

const LENSES: &str = "[lenses.children]\ntitle = \"Children's voice\"\n[lenses.culture]\ntitle = \"Culture\"\n";

#[test]
fn a_theme_lacking_a_lens_is_found() {
    let theme = |lenses: &str| {
        sound().toml(&format!("{LENSES}[themes.t]\ntitle = \"T\"\nlead = \"l\"\nlenses = {{ {lenses} }}"))
    };
    assert_eq!(reason(&theme("children = \"Said\", culture = \" \""), "lens-missing"), "Nothing is said of Culture.");
    assert_silent(&theme("children = \"Said\", culture = \"Said\""), "lens-missing");
}

#[test]
fn chapters_are_asked_for_lenses_where_they_use_them_or_there_are_no_themes() {
    assert_found(&sound().toml(LENSES), "lens-missing", &["c"]);
    let themed = |chapter: &str| {
        let all = "lenses = { children = \"Said\", culture = \"Said\" }";
        sound().toml(&format!("{LENSES}[themes.t]\ntitle = \"T\"\nlead = \"l\"\n{all}\n{chapter}"))
    };
    assert_silent(&themed(""), "lens-missing");
    let used = "[chapters.d]\ntitle = \"D\"\nlenses = { children = \"Said\" }";
    assert_found(&themed(used), "lens-missing", &["c", "d"]);
}

#[test]
fn a_theme_without_lead_measure_priority_or_a_part_of_life_is_found() {
    let board = sound()
        .toml("[themes.bare]\ntitle = \"Bare\"\n[themes.led]\ntitle = \"Led\"\nlead = \"l\"")
        .indicator("y", &format!("{SOUND}\nthemes = [\"led\"]\nlife_stage = \"adults\""))
        .indicator("z", &format!("{SOUND}\npriority = true\nlife_stage = \"older\""));
    assert_found(&board, "theme-without-lead", &["bare"]);
    assert_found(&board, "theme-without-measure", &["bare"]);
    assert_found(&board, "theme-without-priority", &["led"]);
    assert_eq!(reason(&board, "theme-without-life-stage"), "It has measures for adults, and none for older people.");
}

#[test]
fn the_audit_is_overdue_a_year_after_the_last_and_not_before() {
    let audited = |day: &str| Board::of(SOUND, "2012,16").strategy(&format!("audited = {day}"));
    assert_silent(&audited("2012-11-21"), "audit-overdue");
    assert_found(&audited("2012-11-20"), "audit-overdue", &[""]);
    let never = || Board::of(SOUND, "2012,16").toml("[reporting]\naudit = \"September\"");
    assert_found(&never(), "audit-overdue", &[""]);
    assert_silent(&never().as_of("2013-04-01"), "audit-overdue");
    assert_silent(&never().as_of("2015-04-01"), "audit-overdue");
    // a board that promises no audit owes none
    assert_silent(&Board::of(SOUND, "2012,16"), "audit-overdue");
    // of an audit after the day nothing is known of those before it
    assert_silent(&audited("2014-09-30"), "audit-overdue");
}

#[test]
fn the_next_audit_is_in_its_month_or_a_year_after_the_last() {
    let next = |strategy: &str, toml: &str| {
        let board = Board::of(SOUND, "2012,16").strategy(strategy).toml(toml);
        board.json(&["audit"], 0)["summary"]["next_audit"].clone()
    };
    assert_eq!(next("audited = 2013-09-30", "[reporting]\naudit = \"September\""), "2014-09");
    assert_eq!(next("", "[reporting]\naudit = \"November\""), "2013-11");
    assert_eq!(next("audited = 2013-11-02", "[reporting]\naudit = \"November\""), "2014-11");
    assert_eq!(next("audited = 2013-05-31", ""), "2014-05");
    assert!(next("", "").is_null());
}
