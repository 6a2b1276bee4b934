//! The registers of actions and cases: what `validate` finds in them, and what it costs. Every figure is made up.

mod actions;
mod cases;
mod levels;

use crate::support::{Board, Validation};

const ACTIONS: &str = "data/registers/actions.csv";
const CASES: &str = "data/registers/escalations.csv";

/// A board with the indicator `x`, less of which is better, and its readings.
fn board() -> Board {
    let declaration = "unit = \"per 100,000\"\ngood = \"low\"\ntargets = [{ at_most = 400 }]";
    Board::of(declaration, "2011/12,436\n2012/13,452").as_of("2014-06-01")
}

/// A board with these rows in its action plan.
fn plan(rows: &[&str]) -> Board {
    board().file(ACTIONS, format!("id,about,action,owner,opened,due,status,updated,case,note\n{}\n", rows.join("\n")))
}

/// A board with these rows in its log of cases.
fn log(rows: &[&str]) -> Board {
    board().file(CASES, format!("case,date,indicator,event,level,acceptable,recovery,note\n{}\n", rows.join("\n")))
}

/// What is found on the board's day.
fn found(board: &Board) -> Validation {
    board.validate_with(&["--as-of", "2014-06-01"])
}

/// The codes and lines of what is found, in order.
fn codes(board: &Board) -> Vec<(String, u64)> {
    let validation = found(board);
    let finding = |finding: &&serde_json::Value| {
        let code = finding["code"].as_str().expect("a code").to_owned();
        (code, finding["line"].as_u64().unwrap_or_default())
    };
    validation.findings().iter().map(finding).collect()
}

/// Nothing is found but these codes, each on its line.
#[track_caller]
fn assert_codes(board: &Board, expected: &[(&str, u64)]) {
    let expected: Vec<(String, u64)> = expected.iter().map(|(code, line)| ((*code).to_owned(), *line)).collect();
    assert_eq!(codes(board), expected);
}

#[test]
fn no_register_is_nothing_to_speak_of() {
    assert_codes(&board(), &[]);
}

#[test]
fn a_register_with_errors_costs_no_indicator() {
    let board = plan(&["A1,y,Clinic,nobody,soon,,,,,"]).file(CASES, "case;date\n");
    found(&board).exits(1);
    board.one_beside_errors("x").rating("red");
}

#[test]
fn the_shape_of_a_register_is_checked_as_that_of_readings() {
    let with = |path: &str, text: &str| codes(&board().file(path, text));
    for (path, header) in
        [(ACTIONS, "id,about,action,owner,opened,due,status,note"), (CASES, "case,date,indicator,event,level,note")]
    {
        let first = |text: String| with(path, &text).first().map(|(code, line)| (code.clone(), *line));
        let is = |code: &str, line: u64| Some((code.to_owned(), line));
        assert_eq!(first(header.replace(',', ";")), is("semicolon", 1));
        assert_eq!(first(header.replace(',', "\t")), is("tab", 1));
        assert_eq!(first(header.replace("note", "remark")), is("unknown-column", 1));
        assert_eq!(first(header.replace("note", "Note")), is("header-case-space", 1));
        assert_eq!(first(format!("{header},note")), is("duplicate-column", 1));
        assert_eq!(first(header.split_once(',').expect("a comma").1.to_owned()), is("missing-column", 1));
        assert_eq!(first(format!("{header}\nA1,x\n")), is("ragged-row", 2));
        assert_eq!(first(format!("{header}\n\"A1\n")), is("unclosed-quote", 2));
        assert_eq!(first(format!("<<<<<<< ours\n{header}\n>>>>>>> theirs\n")), is("conflict-marker", 1));
        let blank = format!("{header}\n{}\n", ",".repeat(header.matches(',').count()));
        assert_eq!(with(path, &blank).len(), 1, "{blank}");
        assert_eq!(with(path, &blank)[0].0, "blank-row");
        assert_eq!(with(path, ""), [("missing-column".to_owned(), 0)]);
        assert_eq!(with(path, &format!("{header}\n")), []);
    }
}

#[test]
fn a_cell_is_named_as_a_spreadsheet_names_it() {
    let validation = found(&plan(&["A1,x,Clinic,nobody,2014-01-01,2014-09-30,planned,,,"]));
    validation.get("unknown-id").is_error().path(ACTIONS).line(2).column(13).cell("D2").says("nobody");
}

#[test]
fn bytes_that_are_not_utf8_are_found_in_a_register() {
    let board = board().file(ACTIONS, b"id,about\nA1,x \x96\n".as_slice());
    found(&board).exits(1).get("not-utf8").path(ACTIONS).line(2).cell("B2");
}

#[test]
fn dates_are_read_as_in_readings() {
    let row = "A1,x,Clinic,l,13/01/2014,2014-09-30,planned,,,";
    found(&plan(&[row])).exits(1).get("date-dmy").is_error().line(2).cell("E2");
    let board = plan(&[row]).toml("[data]\ndates = \"dmy\"");
    found(&board).exits(0).get("date-dmy").is_warning().says("13 Jan 2014");
    assert_codes(&plan(&[&row.replace("13/01/2014", "2014-02-30")]), &[("bad-date", 2)]);
}

#[test]
fn one_register_may_be_asked_for() {
    let board = plan(&["A1,x,Clinic,nobody,2014-01-01,2014-09-30,planned,,,"]).file(CASES, "case\n");
    let validation = board.validate_with(&[ACTIONS]);
    validation.exits(1).get("unknown-id");
    assert!(!validation.has("missing-column"));
    assert_eq!(validation.json["summary"]["files"], 1);
}

#[test]
fn a_file_that_is_no_register_is_found() {
    let board = board().file("data/registers/action.csv", "id\n").file("data/registers/readme.txt", "Words");
    let validation = found(&board);
    validation.exits(1).get("orphan-file").path("data/registers/action.csv").says("actions.csv");
    let run = board.run(&["validate", "data/registers/action.csv"]);
    assert_eq!(run.code, 1, "{run:?}");
}

#[test]
fn a_register_beside_the_folder_of_registers_is_sent_there() {
    let validation = found(&board().file("data/actions.csv", "id\n"));
    validation.exits(1).get("orphan-file").path("data/actions.csv").says("data/registers/actions.csv");
}

#[test]
fn the_files_that_were_checked_are_counted() {
    let board =
        plan(&["A1,x,Clinic,l,2014-01-01,2014-09-30,planned,,,"]).file("data/x.md", "## 2012/13\n\nA reason.\n");
    assert_eq!(found(&board).json["summary"]["files"], 4);
}
