//! `hwb report --list`.

use super::board;
use crate::support::Board;

#[test]
fn every_kind_of_paper_is_listed_with_when_it_is_due_and_whom_it_awaits() {
    let board = board().toml("[reporting]\nchapters = [\"May\", \"November\"]\nannual = \"November\"");
    let json = board.json(&["report", "--list"], 0);
    let kinds: Vec<&str> =
        json["reports"].as_array().expect("reports").iter().filter_map(|it| it["kind"].as_str()).collect();
    assert_eq!(kinds, ["meeting", "chapter", "theme", "framework", "quarterly", "annual"]);
    let chapter = &json["reports"][1];
    assert_eq!(chapter["due"]["text"], "May and November");
    assert_eq!(chapter["due"]["next"], "2013-11-21");
    assert_eq!(chapter["command"], "hwb report chapter ID");
    assert_eq!(chapter["files"][0], "reports/DAY-chapter-ID.docx");
    assert_eq!(chapter["ids"][0], "c");
    assert_eq!(chapter["sections"][0]["awaits"], "the chapter's sponsor");
    assert_eq!(json["reports"][4]["due"]["rule"], "not-declared");
}

#[test]
fn a_councils_own_sections_and_posts_are_those_that_are_listed() {
    let own = "[report]\nheadings = { legal = \"The law\" }\nawaits = { legal = \"HB Law\" }\nsections = { theme = [\"legal\", \"ours\"] }\n\
               own.ours = { heading = \"Ours\", awaits = \"a post\" }";
    let table = Board::new().toml(own).dated(&["report", "--list", "--format", "csv"], 0).stdout;
    let theme = table.lines().find(|line| line.starts_with("theme,")).expect("a theme");
    assert!(theme.ends_with(",legal ours,legal: HB Law; ours: a post"), "{theme}");
    let shown = Board::new().toml(own).dated(&["report", "--list", "--format", "md"], 0).stdout;
    assert!(shown.contains("The law: HB Law"), "{shown}");
}
