//! Texts that a file, a spreadsheet or a terminal would act on: written so that nothing is lost and nothing is found, or refused
//! with the reason.

use super::{action, board, refused, text};

/// What `--note` is given, and what the log then reads as.
#[track_caller]
fn kept(note: &str, as_it_reads: &str) {
    let board = board();
    let run = action(&board, &["add", "x", "Clinic", "--owner", "l", "--due", "2014-01-31", "--note", note]);
    assert_eq!(run.code, 0, "{note:?}: {run:?}");
    let written = text(&board);
    let mut reader = csv::Reader::from_reader(written.as_bytes());
    let row = reader.records().next().expect("a row").expect("a record");
    assert_eq!(&row[9], as_it_reads);
    let found = board.run(&["validate", "--as-of", "2013-11-21"]);
    assert!(found.code == 0 && !found.both().contains("warning["), "{found:?}");
    for format in ["table", "md", "csv", "json"] {
        let shown = action(&board, &["list", "--format", format]);
        assert!(shown.code == 0 && !shown.both().contains(['\u{1b}', '\u{9b}']), "{shown:?}");
    }
}

#[test]
fn a_text_is_kept_whatever_stands_in_it() {
    for note in [
        "one, two; \"three\"\tfour",
        "two\nlines",
        "two\r\nlines, \"quoted\"",
        "\"",
        "7 - 9 @ noon",
        "é 界 👩‍👩‍👧 £5",
        "| a table | `code` <b>bold</b>",
    ] {
        if note.contains('\t') {
            let board = board();
            let args = ["add", "x", "Clinic", "--owner", "l", "--due", "2014-01-31", "--note", note];
            refused(&board, &args, 1, &["error[control-character]"]);
        } else {
            kept(note, note);
        }
    }
    kept("  spaces around it \n", "spaces around it");
    kept("   ", "");
}

#[test]
fn ten_thousand_characters_are_kept_and_more_than_a_cell_holds_is_refused() {
    let long = "a, \"b\" ".repeat(1429) + "end";
    assert!(long.chars().count() > 10_000);
    kept(&long, &long);
    let board = board();
    let note = "x".repeat(40_000);
    refused(
        &board,
        &["add", "x", "C", "--owner", "l", "--due", "2014-01-31", "--note", &note],
        1,
        &["error[long-cell]"],
    );
}

#[test]
fn what_another_program_would_act_on_is_refused_with_the_reason() {
    for (note, code) in [
        ("=1+1", "formula"),
        ("+44 20 8359", "formula"),
        ("@SUM(A1)", "formula"),
        ("-see below", "formula"),
        ("#REF!", "excel-error"),
        ("\u{1b}]0;owned\u{7}", "control-character"),
        ("a\u{a0}b", "nbsp"),
        ("a\u{200b}b", "zero-width"),
        ("“quoted”", "smart-quote"),
        ("Barnet â€“ women", "mojibake"),
        ("<<<<<<< ours", ""),
        ("one\n<<<<<<< ours\ntwo\n=======\nthree\n>>>>>>> theirs", "conflict-marker"),
    ] {
        if code.is_empty() {
            kept(note, note);
            continue;
        }
        let board = board();
        let note = format!("--note={note}");
        let args = ["add", "x", "Clinic", "--owner", "l", "--due", "2014-01-31", &note];
        refused(&board, &args, 1, &[&format!("error[{code}]")]);
        assert_eq!(text(&board), "", "nothing is written");
    }
}

#[test]
fn a_finding_that_the_strategy_allows_keeps_no_text_out() {
    let board = board().toml("[findings]\nformula = \"allow\"");
    let run = action(&board, &["add", "x", "=see below", "--owner", "l", "--due", "2014-01-31"]);
    assert_eq!(run.code, 0, "{run:?}");
}
