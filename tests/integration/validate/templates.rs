//! The files of `templates/`.

use super::TARGET;
use crate::support::Board;

fn board() -> Board {
    Board::of(TARGET, "2012/13,95").toml("[report.own.human-rights]\nheading = \"Human rights\"")
}

#[test]
fn words_of_sections_for_a_day_or_until_others_are_written_are_fine() {
    let names = [
        "legal.md",
        "legal-c.md",
        "human-rights-c.md",
        "human-rights.md",
        "endorsement-c.md",
        "went-well.md",
        "2013-11-21/legal.md",
        ".gitkeep",
        "risk.md",
    ];
    let board = names.iter().fold(board(), |board, name| board.file(&format!("templates/{name}"), "Words.\n"));
    let validation = board.file("templates/risk.md", " \n").validate();
    assert_eq!(validation.exits(0).findings().len(), 0, "{validation:#?}");
    assert_eq!(validation.json["summary"]["files"], 2 + 8);
}

#[test]
fn a_file_that_is_the_words_of_no_section_is_warned_of_with_the_nearest() {
    for (name, says) in [
        ("leagl.md", "did you mean 'legal'?"),
        ("2013-11-21/human-right.md", "did you mean 'human-rights'?"),
        ("went-well-o.md", "did you mean 'went-well-c'?"),
        ("endorsement-d.md", "did you mean 'endorsement-c'?"),
        ("legal.docx", "call it legal.md"),
        ("legal.MD", "call it legal.md"),
        ("qqqqqqqq", "call it after a section"),
        ("21-11-2013/legal.md", "no section is called '21-11-2013'"),
    ] {
        let validation = board().file(&format!("templates/{name}"), "Words.\n").validate();
        let path = format!("templates/{}", if name.starts_with("21") { "21-11-2013" } else { name });
        validation.exits(0).get("unused-template").is_warning().path(&path).says(says);
    }
}

#[test]
fn a_file_that_cannot_be_read_is_an_error_and_a_file_can_be_asked_for_by_itself() {
    let board = board()
        .file("templates/legal.md", b"caf\xe9\n".to_vec())
        .file("templates/2013-11-21/risk.md", "<<<<<<< ours\na\n=======\nb\n>>>>>>> theirs\n")
        .file("templates/~$legal.docx", "x")
        .file("templates/2013-01-01", "no folder");
    let validation = board.validate();
    validation.exits(1).get("not-utf8").is_error().path("templates/legal.md");
    validation.get("conflict-marker").is_error().path("templates/2013-11-21/risk.md");
    validation.get("lock-file").path("templates/~$legal.docx");
    validation.get("not-a-file").path("templates/2013-01-01");
    assert_eq!(board.validate_with(&["templates/legal.md"]).exits(1).findings().len(), 1);
}
