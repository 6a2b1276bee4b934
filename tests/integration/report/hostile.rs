//! Whatever is typed, and whatever officers paste.

use std::fs;

use super::{MEETING, board, folder, kept, report};

#[test]
fn no_id_leads_out_of_the_folder_of_papers_or_acts_on_a_terminal() {
    let folder = folder();
    let long = "x".repeat(10_000);
    for id in ["../x", "c/../../x", "/etc/passwd", "\u{1b}[31mc", "c\n", "", "C", "..", "\u{202e}c", &long] {
        for kind in ["chapter", "theme", "framework"] {
            let run = report(folder.path(), &[kind, "--meeting", MEETING, "--", id], 2);
            assert!(!run.stderr.contains(['\u{1b}', '\u{202e}']) && run.stderr.len() < 1000, "{run:?}");
        }
    }
    assert!(kept(folder.path()).is_empty());
}

#[test]
fn words_are_only_said() {
    let words = "<script>alert(1)</script>\n\n[open](javascript:alert(1)) ![x](file:///etc/passwd) [a](https://a.example)\n\n\
                 </main> \u{1b}[31m\u{202e} ]]> &amp; \u{0}\n";
    let folder = board()
        .file("templates/legal.md", words)
        .toml("[report]\nreport_of = \"<b>\\\"Director\\\"\"\nheadings = { legal = \"<i>Legal</i> ]]>\" }")
        .into_folder();
    report(folder.path(), &["meeting", "--meeting", MEETING, "--format", "html,md,docx"], 0);
    let read = |ending: &str| {
        fs::read_to_string(folder.path().join(format!("reports/2013-11-21-meeting.{ending}"))).expect("a paper")
    };
    for text in [read("html"), read("md")] {
        assert!(!text.contains("<script>alert") && !text.contains("](javascript"), "{text}");
        assert!(!text.contains("href=\"javascript") && !text.contains("/etc/passwd"), "{text}");
        assert!(!text.contains(['\u{1b}', '\0']), "{text}");
        assert!(text.contains("https://a.example"), "{text}");
    }
    assert!(!read("html").contains("<i>Legal"));
    let printed = report(folder.path(), &["meeting", "--meeting", MEETING, "--format", "table"], 0);
    assert!(!printed.both().contains(['\u{1b}', '\0']), "{printed:?}");
}

#[test]
fn a_file_of_words_of_any_size_and_depth_is_a_paper() {
    let words =
        format!("{}\n\n{}\n\n{}", "> ".repeat(5000) + "deep", "- ".repeat(5000) + "list", "long ".repeat(50_000));
    let folder = board().file("templates/legal.md", words).into_folder();
    report(folder.path(), &["meeting", "--meeting", MEETING, "--format", "html,md,docx"], 0);
    assert_eq!(kept(folder.path()).len(), 3);
}
