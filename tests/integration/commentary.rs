//! Commentary beside the readings: what `validate` finds in it, and what it costs. The reader's own tests hold the rest.

use crate::support::{Board, Validation};

const MD: &str = "data/x.md";
const TARGET: &str = "targets = [{ at_least = 90 }]";

fn board(text: impl Into<Vec<u8>>) -> Board {
    Board::of(TARGET, "2011/12,91\n2012/13,70").file(MD, text)
}

fn found(text: impl Into<Vec<u8>>) -> Validation {
    board(text).validate()
}

#[test]
fn sound_commentary_is_nothing_to_speak_of() {
    let text = "# People seen\n\n## 2012/13\nrecovery: 2014/15\nask: decide\n\nTwo clinics closed.\n";
    for text in [text.to_owned(), text.replace('\n', "\r\n"), format!("\u{feff}{text}"), String::new()] {
        let validation = found(text);
        assert_eq!(validation.exits(0).findings(), Vec::<&serde_json::Value>::new());
        assert_eq!(validation.json["summary"]["files"], 3);
    }
}

#[test]
fn what_is_wrong_has_its_place() {
    let validation = found("## 2012/13\r\nask: decision\r\n\r\nTwo clinics closed.\r\n\r\n## 2012/14\r\nb\r\n");
    validation.exits(1);
    validation.get("bad-ask").is_error().path(MD).line(2).column(6).says("note, support or decide");
    validation.get("bad-period").is_error().path(MD).line(6).column(4).says("14 does not follow 2012");
    assert!(validation.get("bad-ask").0["cell"].is_null());
}

#[test]
fn an_objective_may_have_commentary_for_any_kind_of_period() {
    let board = board("").file("data/o.md", "## 2012/13\n\na\n\n## 2013-09\n\nb\n\n## soon\n\nc\n");
    let validation = board.validate();
    validation.exits(1).get("bad-period").path("data/o.md").line(9);
    assert_eq!(validation.errors(), 1);
}

#[test]
fn a_file_that_is_no_text_is_found() {
    found(b"## 2012/13\n\nBarnet \x96 women\n".as_slice()).exits(1).get("not-utf8").path(MD).line(3).column(8);
    found(b"\xff\xfe#\0".as_slice()).exits(1).get("utf16").path(MD);
    board("").file("data/o.md/x", "").validate().exits(1).get("not-a-file").path("data/o.md");
}

#[test]
fn a_merge_conflict_is_all_that_is_said() {
    let text = "## 2012/13\n<<<<<<< ours\nask: what\n=======\nask: note\n>>>>>>> theirs\n\na\n";
    let validation = found(text);
    validation.exits(1).get("conflict-marker").path(MD).line(2);
    assert_eq!(validation.findings().len(), 1);
}

#[test]
fn commentary_with_errors_costs_no_indicator() {
    let board = board("Words\n");
    board.validate().exits(1).get("text-before-section").path(MD).line(1);
    board.one_beside_errors("x").rating("red");
}

#[test]
fn one_file_of_commentary_may_be_asked_for() {
    let board = board("Words\n").csv("x", "2012/13,abc");
    let validation = board.validate_with(&[MD]);
    validation.exits(1).get("text-before-section");
    assert!(!validation.has("bad-number"));
    let validation = board.validate_with(&["data/x.csv"]);
    assert!(validation.has("bad-number") && !validation.has("text-before-section"));
}

#[test]
fn findings_come_strategy_first_then_readings_with_their_commentary_then_registers_then_orphans() {
    let board = Board::of("title = \"x\"\nrebse = 1", "2012/13,abc")
        .indicator("y", TARGET)
        .csv("y", "2012/13,abc")
        .csv("z", "2012/13,1")
        .file(MD, "Words\n")
        .file("data/y.md", "Words\n")
        .file("data/o.md", "Words\n")
        .file("data/registers/escalations.csv", "case\n")
        .file("data/registers/actions.csv", "id\n")
        .file("data/registers/other.csv", "id\n");
    let validation = board.validate();
    let mut paths: Vec<&str> =
        validation.findings().iter().map(|finding| finding["path"].as_str().expect("a path")).collect();
    paths.dedup();
    let expected = [
        "strategy.toml",
        "data/x.csv",
        "data/x.md",
        "data/y.csv",
        "data/y.md",
        "data/o.md",
        "data/registers/escalations.csv",
        "data/registers/actions.csv",
        "data/z.csv",
        "data/registers/other.csv",
    ];
    assert_eq!(paths, expected);
}

#[test]
fn what_was_written_in_markdown_is_shown_as_what_it_means() {
    let text = "## 2012/13\n\nTwo clinics\nclosed, [as announced](https://a.example/news).\n\n- A third opens\n- <b>soon</b>\n\n\
                [Open this](javascript:alert(1))\n";
    let board = board(text);
    let shown = board.dated(&["show", "x", "--format", "md"], 0).stdout;
    assert!(shown.contains("Two clinics closed, [as announced](https://a.example/news)."), "{shown}");
    assert!(shown.contains("- A third opens"), "{shown}");
    assert!(!shown.contains("<b>") && !shown.contains("javascript"), "{shown}");
    let shown = board.dated(&["show", "x"], 0).stdout;
    assert!(shown.contains("- A third opens\n") && shown.contains("- <b>soon</b>\n"), "{shown}");
}
