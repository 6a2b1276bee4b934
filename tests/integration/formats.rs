//! The same answer in every format. Every figure is made up.

use std::collections::BTreeMap;
use std::fs;

use crate::support::archive::text_of;
use crate::support::{Board, Row, assert_number, ids, terminal, word, written};

const STATUS_HEADER: &str = "chapter,objective,id,title,lead,unit,good,state,rating,period,value,status,markers,due,condition,by,variance,variance_percent,direction,direction_year,next_period,expected,overdue,exceptions,why";

/// One red of its own, one green, one with no figure.
fn board() -> Board {
    Board::new()
        .indicator(
            "hip",
            r#"
title = "Broken hips, all ages"
unit = "per 100,000"
decimals = 1
good = "low"
lag = "26 weeks"
baseline = { period = "2009/10", value = 457.3 }
targets = [{ change = "-10%", by = "2014/15" }]
"#,
        )
        .csv("hip", "2009/10,457.3\n2011/12,470\n2012/13,471.2")
        .indicator("green", "targets = [{ at_least = 90 }]")
        .csv("green", "2012/13,95.0")
        .indicator("empty", "targets = [{ at_least = 90 }]")
        .csv("empty", "")
}

/// A line of CSV, its quotes undone.
fn cells(line: &str) -> Vec<String> {
    let mut cells = vec![String::new()];
    let mut quoted = false;
    let mut characters = line.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '"' if quoted && characters.peek() == Some(&'"') => {
                characters.next();
                cells.last_mut().expect("a cell").push('"');
            }
            '"' => quoted = !quoted,
            ',' if !quoted => cells.push(String::new()),
            other => cells.last_mut().expect("a cell").push(other),
        }
    }
    cells
}

/// The row of `status --format csv` with this id, by column.
#[track_caller]
fn csv_row(csv: &str, id: &str) -> BTreeMap<String, String> {
    let mut lines = csv.lines();
    let header = cells(lines.next().expect("a header"));
    let rows = lines.map(|line| header.iter().cloned().zip(cells(line)).collect());
    let mut rows = rows.filter(|row: &BTreeMap<_, _>| row["id"] == id);
    rows.next().expect("the row")
}

/// `show` holds the fields of one indicator, at its top or under `indicator`.
fn shown(board: &Board, id: &str) -> (serde_json::Value, serde_json::Value) {
    let answer = board.json(&["show", id], 0);
    let indicator = answer.get("indicator").unwrap_or(&answer).clone();
    (answer, indicator)
}

#[test]
fn json_names_its_schema_its_day_and_its_strategy() {
    let answer = board().status();
    assert_eq!(answer["schema"], "hwb.status/1");
    assert_eq!(answer["as_of"], "2013-11-21");
    assert!(answer["meeting"].is_null());
    assert_eq!(answer["strategy"]["title"], "A made-up strategy");
    assert_eq!(answer["strategy"]["board"], "A made-up board");
    assert_eq!(answer["strategy"]["area"], "Testham");
    assert_eq!(board().exceptions()["schema"], "hwb.exceptions/1");
}

#[test]
fn json_has_both_denominators() {
    let summary = board().status()["summary"].clone();
    assert_eq!(summary["indicators"], 3);
    assert_eq!(summary["rated"], 2);
    assert_eq!(summary["ratings"]["green"], 1);
    assert_eq!(summary["ratings"]["red"], 1);
    assert_eq!(summary["overdue"], 0);
    let states = summary["states"].as_object().expect("`states`");
    assert_eq!(states.len(), 9, "every state is there: {states:?}");
    assert_eq!(states["rated"], 2);
    assert_eq!(states["no-data"], 1);
    assert_eq!(states["stale"], 0);
}

#[test]
fn json_has_what_was_declared() {
    let row = board().one("hip");
    assert_eq!(row["title"], "Broken hips, all ages");
    assert_eq!(row["chapter"], "c");
    assert_eq!(row["objective"], "o");
    assert_eq!(row["lead"], "l");
    assert_eq!(row["unit"], "per 100,000");
    assert_eq!(row["good"], "low");
}

#[test]
fn json_has_no_objective_where_none_is_stated() {
    let board = Board::of("chapter = \"c\"\ntargets = [{ at_least = 90 }]", "");
    let row = board.row();
    assert_eq!(row["chapter"], "c");
    assert!(row["objective"].is_null());
}

#[test]
fn json_gives_figures_as_typed_and_the_rest_to_six_decimals() {
    let run = board().dated(&["status", "--format", "json"], 0);
    let compact: String = run.stdout.split_whitespace().collect();
    for fact in [
        "\"value\":95.0",
        "\"value\":471.2",
        "\"due\":429.862",
        "\"final\":411.57",
        "\"absolute\":41.338",
        "\"percent\":9.616575",
    ] {
        assert!(compact.contains(fact), "{fact}: {compact}");
    }
}

#[test]
fn csv_has_the_columns_of_the_contract() {
    let run = board().dated(&["status", "--format", "csv"], 0);
    assert_eq!(run.stdout.lines().next(), Some(STATUS_HEADER));
    assert_eq!(run.stdout.lines().count(), 4);
}

#[test]
fn csv_has_the_exact_figures() {
    let run = board().dated(&["status", "--format", "csv"], 0);
    let row = csv_row(&run.stdout, "hip");
    for (column, expected) in [
        ("chapter", "c"),
        ("objective", "o"),
        ("title", "Broken hips, all ages"),
        ("lead", "l"),
        ("unit", "per 100,000"),
        ("good", "low"),
        ("state", "rated"),
        ("rating", "red"),
        ("period", "2012/13"),
        ("value", "471.2"),
        ("status", "final"),
        ("markers", ""),
        ("due", "429.862"),
        ("condition", "change"),
        ("by", "2014/15"),
        ("variance", "41.338"),
        ("variance_percent", "9.616575"),
        ("direction", "worsening"),
        ("direction_year", "worsening"),
        ("next_period", "2013/14"),
        ("expected", "2014-09-29"),
    ] {
        assert_eq!(row[column], expected, "{column}");
    }
    assert!(row["exceptions"].contains("red-worsening"), "{row:?}");
}

#[test]
fn csv_leaves_blank_what_there_is_not() {
    let run = board().dated(&["status", "--format", "csv"], 0);
    let row = csv_row(&run.stdout, "empty");
    assert_eq!(row["state"], "no-data");
    for column in ["rating", "period", "value", "due", "variance", "variance_percent"] {
        assert_eq!(row[column], "", "{column}");
    }
}

#[test]
fn markdown_is_a_table_that_pastes() {
    for command in ["status", "exceptions", "show"] {
        let mut args = vec![command];
        if command == "show" {
            args.push("hip");
        }
        args.extend(["--format", "md"]);
        let run = board().dated(&args, 0);
        let mut lines = run.stdout.lines();
        let header = lines.position(|line| line.starts_with('|')).expect("a table");
        let rule = run.stdout.lines().nth(header + 1).expect("a second line");
        let is_rule = |c: char| matches!(c, '|' | '-' | ':' | ' ');
        assert!(rule.contains("---") && rule.chars().all(is_rule), "{rule}");
        assert!(run.stdout.contains("471.2"), "{run:?}");
    }
}

#[test]
fn markdown_keeps_a_bar_in_a_title_out_of_its_columns() {
    let board = Board::of("title = \"One | two\"\ntargets = [{ at_least = 90 }]", "2012/13,95");
    let run = board.dated(&["status", "--format", "md"], 0);
    assert!(run.stdout.contains("two"), "{run:?}");
    assert!(!run.stdout.contains("One | two"), "{run:?}");
}

#[test]
fn a_table_has_words_as_well_as_colours() {
    let args = ["status", "--format", "table", "--as-of", "2013-11-21"];
    let run = board().run_with(&args, &[("COLUMNS", "200")]);
    for words in ["off target", "on target", "no figure yet"] {
        assert!(run.stdout.contains(words), "{words}: {run:?}");
    }
}

#[test]
fn a_table_is_what_is_printed_when_nothing_is_asked() {
    let plain = board().dated(&["status"], 0);
    let table = board().dated(&["status", "--format", "table"], 0);
    assert_eq!(plain.stdout, table.stdout);
}

#[test]
fn a_table_prints_the_period_beside_the_figure() {
    let run = board().dated(&["status"], 0);
    assert!(run.stdout.contains("471.2"), "{run:?}");
    assert!(run.stdout.contains("2012/13"), "{run:?}");
}

#[test]
fn tables_fit_eighty_columns_where_they_must() {
    let long = "A title that goes on and on about a made-up thing for rather longer than any line of a terminal would allow it to";
    let board = board()
        .indicator("long", &format!("title = \"{long}\"\ntargets = [{{ at_least = 90 }}]"))
        .csv("long", "2011/12,60\n2012/13,50");
    for command in ["status", "exceptions"] {
        let args = [command, "--as-of", "2013-11-21"];
        let run = board.run_with(&args, &[("COLUMNS", "80")]);
        assert_eq!(run.code, 0, "{run:?}");
        assert!(run.stdout.contains("2012/13"), "{run:?}");
        for line in run.stdout.lines() {
            assert!(line.chars().count() <= 80, "{command}: {line}");
        }
    }
}

#[test]
fn status_is_grouped_by_chapter_with_its_sponsor() {
    let board = board()
        .toml("[chapters.care]\ntitle = \"Care when Needed\"\nsponsor = \"Cabinet Member for Adults\"")
        .indicator("later", "chapter = \"care\"\ntargets = [{ at_least = 90 }]")
        .csv("later", "2012/13,95");
    let run = board.dated(&["status"], 0);
    assert!(run.stdout.contains("Care when Needed"), "{run:?}");
    assert!(run.stdout.contains("Cabinet Member for Adults"), "{run:?}");
}

#[test]
fn status_may_be_sorted_worst_first() {
    let board = board();
    assert_eq!(ids(&board.status()), ["hip", "green", "empty"]);
    let board = Board::new()
        .indicator("green", "targets = [{ at_least = 90 }]")
        .csv("green", "2012/13,95")
        .indicator("red", "targets = [{ at_least = 90 }]")
        .csv("red", "2012/13,50")
        .indicator("amber", "targets = [{ at_least = 90 }]")
        .csv("amber", "2012/13,87");
    let answer = board.json(&["status", "--sort", "severity"], 0);
    assert_eq!(ids(&answer), ["red", "amber", "green"]);
}

#[test]
fn a_file_is_written_in_the_format_of_its_name() {
    let board = board();
    for format in ["json", "csv", "md", "html", "docx", "xlsx"] {
        let name = format!("out.{format}");
        for command in [["status"].as_slice(), &["exceptions"], &["show", "hip"], &["explain", "hip"]] {
            if command[0] == "explain" && ["json", "csv", "xlsx"].contains(&format) {
                continue;
            }
            let day = ["--as-of", "2013-11-21"];
            let printed = written(board.folder(), &[command, &day, &["--format", format]].concat(), &[]);
            assert!(printed.status.success() && !printed.stdout.is_empty(), "{command:?}: {printed:?}");
            board.dated(&[command, &["-o", &name]].concat(), 0);
            let file = fs::read(board.folder().join(&name)).expect("the file");
            assert!(file == printed.stdout, "{command:?} -o {name}");
            assert!(["explain", "exceptions"].contains(&command[0]) || text_of(&file).contains("471.2"), "{name}");
        }
    }
}

#[test]
fn an_explanation_is_no_table_of_data() {
    for name in ["why.csv", "why.xlsx", "why.json", "why.pdf", "why"] {
        let run = board().dated(&["explain", "hip", "-o", name], 2);
        assert!(run.stderr.contains("use .md, .html, .docx or .txt"), "{run:?}");
    }
    board().dated(&["explain", "hip", "--format", "csv"], 2);
}

#[test]
fn what_is_no_text_is_not_written_to_a_terminal() {
    let board = board();
    for (command, format) in [("status", "docx"), ("status", "xlsx"), ("agenda", "docx"), ("explain hip", "docx")] {
        let line = format!("{command} --format {format} --as-of 2013-11-21");
        let Some(run) = terminal(board.folder(), &line, "") else { return };
        assert_eq!(run.code, 2, "{run:?}");
        let said = run.stdout.replace('\r', "");
        assert!(said.contains(&format!("{format} is nothing to show on a terminal")), "{run:?}");
        assert!(said.contains(&format!("name a file: -o paper.{format}")), "{run:?}");
    }
}

#[test]
fn a_workbook_has_what_the_csv_has() {
    let board = board();
    for command in ["status", "exceptions", "audit"] {
        let csv = board.dated(&[command, "--format", "csv"], 0).stdout;
        let Some(head) = csv.lines().next() else { continue };
        let workbook = written(board.folder(), &[command, "--format", "xlsx", "--as-of", "2013-11-21"], &[]);
        let text = text_of(&workbook.stdout);
        for key in head.split(',') {
            let heading = hwb::text::capitalised(&key.replace('_', " "));
            assert!(text.contains(&format!(">{heading}<")), "{command}: {heading}");
        }
    }
}

#[test]
fn no_answer_is_written_over_what_people_typed() {
    let board = board().file("data/registers/actions.csv", "id,about,action,owner,opened,due,status\n");
    let data = board.folder().join("data/hip.csv");
    let before = fs::read_to_string(&data).expect("the readings");
    let names = [
        "data/hip.csv",
        "data/new.csv",
        "strategy.toml",
        "./data/../data/hip.csv",
        "data/registers/actions.csv",
        "data/registers/new.csv",
    ];
    for name in names {
        board.dated(&["status", "--format", "csv", "-o", name], 2);
        board.dated(&["show", "hip", "--format", "csv", "-o", name], 2);
    }
    assert_eq!(fs::read_to_string(&data).expect("the readings"), before);
    assert!(!board.folder().join("data/new.csv").exists());
}

#[test]
fn a_file_is_written_and_nothing_left_beside_it() {
    let board = board();
    let folder = board.folder().to_owned();
    let names = || {
        let all = fs::read_dir(&folder).expect("the folder");
        let mut names: Vec<_> = all.map(|e| e.expect("an entry").file_name()).collect();
        names.sort();
        names
    };
    let before = names();
    board.dated(&["status", "-o", "zz.json"], 0);
    let mut after = names();
    assert_eq!(after.pop().expect("a file"), "zz.json");
    assert_eq!(after, before);
}

#[test]
fn show_has_every_reading_and_target_of_one_indicator() {
    let board = board();
    let (answer, indicator) = shown(&board, "hip");
    assert_eq!(answer["schema"], "hwb.show/1");
    assert_eq!(indicator["id"], "hip");
    assert_eq!(indicator["rating"], "red");
    assert_number(&indicator["latest"]["value"], 471.2);
    let readings = indicator["readings"].as_array().expect("`readings`");
    let periods: Vec<_> = readings.iter().map(|r| word(&r["period"])).collect();
    assert_eq!(periods, ["2009/10", "2011/12", "2012/13"]);
    assert_number(&readings[0]["value"], 457.3);
    assert_eq!(indicator["targets"].as_array().map(Vec::len), Some(1));
}

#[test]
fn show_prints_the_readings_the_target_and_the_comparators() {
    let board = Board::of(
        "definition = \"A made-up definition\"\ncomparators = [\"london\"]\ntargets = [{ at_least = 90 }]",
        "period,value,london\n2011/12,91.5,93.25\n2012/13,92.5,94.25",
    )
    .comparator("london");
    let run = board.dated(&["show", "x"], 0);
    for fact in ["A made-up definition", "2011/12", "91.5", "93.25", "2012/13", "92.5", "94.25", "90"] {
        assert!(run.stdout.contains(fact), "{fact}: {run:?}");
    }
}

#[test]
fn show_has_only_what_was_known_by_the_day() {
    let board = board().as_of("2013-09-28");
    let (_, indicator) = shown(&board, "hip");
    assert_eq!(indicator["latest"]["period"], "2011/12");
}

#[test]
fn explain_gives_the_arithmetic() {
    let run = board().dated(&["explain", "hip"], 0);
    // the baseline, the change, its end, the figure, and how far off it is
    for fact in ["457.3", "10%", "2014/15", "471.2", "2012/13", "429.8", "41.3", "5%"] {
        let shown = run.stdout.contains(fact);
        let rounded = fact == "429.8" && run.stdout.contains("429.9");
        assert!(shown || rounded, "{fact}: {run:?}");
    }
}

#[test]
fn explain_says_what_is_lacking() {
    let board = Board::of("targets = [{ change = \"+9%\", by = \"2014/15\" }]", "2012/13,9");
    let run = board.dated(&["explain", "x"], 0);
    assert!(run.stdout.to_lowercase().contains("baseline"), "{run:?}");
}

#[test]
fn explain_tells_what_a_finding_means() {
    let run = board().run(&["explain", "blank-without-marker"]);
    assert_eq!(run.code, 0, "{run:?}");
    assert!(run.stdout.contains("marker"), "{run:?}");
}

#[test]
fn the_same_files_and_day_give_the_same_bytes_anywhere() {
    let board = board();
    for format in ["table", "md", "html", "docx", "xlsx", "csv", "json"] {
        let args = ["status", "--format", format, "--as-of", "2013-11-21"];
        let here = written(board.folder(), &args, &[("TZ", "Pacific/Kiritimati"), ("LC_ALL", "C")]);
        let there = written(board.folder(), &args, &[("TZ", "Pacific/Pago_Pago"), ("LC_ALL", "de_DE.UTF-8")]);
        assert!(text_of(&here.stdout).contains("2012/13"), "{here:?}");
        assert!(here.stdout == there.stdout, "{format}");
        let inside = written(&board.folder().join("data"), &args, &[]);
        assert!(here.stdout == inside.stdout, "{format}");
    }
}

#[test]
fn the_row_of_exceptions_is_the_row_of_status() {
    let board = board();
    let in_status = board.one("hip");
    let in_exceptions = Row::find(&board.exceptions(), "hip");
    for field in ["latest", "target", "variance", "direction", "due", "exceptions"] {
        assert_eq!(in_status[field], in_exceptions[field], "{field}");
    }
}
