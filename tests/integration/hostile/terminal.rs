//! Nothing that anybody typed acts on a terminal or in a spreadsheet. Every figure is made up.

use std::fs;

use crate::support::{Board, Run, run};

/// Sets a terminal's title, clears it, goes back over what was there, rings, and begins a sequence in one character.
const ACTING: &str = "\u{1b}]0;owned\u{7}\u{1b}[2J\u{8}\r\u{7f}\u{9b}2J\u{202e}";

/// As on a terminal, where nothing is taken out on the way.
const TERMINAL: [(&str, &str); 1] = [("CLICOLOR_FORCE", "1")];

const FORMATS: [&str; 5] = ["table", "md", "html", "csv", "json"];

/// A plan in which a text stands wherever one can.
const PLAN: &str =
    "id,about,action,owner,opened,due,status,updated,case,note\nTEXT,x,TEXT,l,2013-01-01,2013-02-01,planned,,,TEXT\n";

/// A log in which a text stands wherever one can.
const LOG: &str = "case,date,indicator,event,level,note\nTEXT,2013-01-01,x,opened,board,TEXT\n";

/// What is left when our own colours are taken away holds nothing that acts.
#[track_caller]
fn is_plain(run: &Run) {
    let shown = run.both();
    let mut left = String::new();
    let mut parts = shown.split("\u{1b}[");
    left.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let end = part.find(|sign: char| !(sign.is_ascii_digit() || sign == ';')).unwrap_or(part.len());
        assert!(part[end..].starts_with('m'), "a sequence that is no colour: {part:?} in {shown:?}");
        left.push_str(&part[end + 1..]);
    }
    let acts = |sign: char| (sign.is_control() && sign != '\n' && sign != '\t') || sign == '\u{202e}';
    assert!(!left.contains(acts), "{left:?}");
}

/// The characters as TOML escapes them.
fn escaped(text: &str) -> String {
    let escapes: Vec<String> = text.chars().map(|sign| format!("\\u{:04x}", u32::from(sign))).collect();
    escapes.concat()
}

fn board() -> Board {
    Board::of("targets = [{ at_least = 5 }]", "2012/13,6")
}

#[test]
fn no_argument_acts() {
    let board = board();
    let at = |option: &str| format!("{option}{ACTING}");
    let commands: Vec<Vec<String>> = vec![
        vec![at("")],
        vec![at("--")],
        vec![at("-")],
        vec!["help".into(), at("")],
        vec![at("-C"), "status".into()],
        vec![at("-C/"), "status".into()],
        vec!["status".into(), at("")],
        vec!["status".into(), at("--")],
        vec!["status".into(), at("--format=")],
        vec!["status".into(), at("--as-of=")],
        vec!["status".into(), at("--sort=")],
        vec!["status".into(), at("--chapter=")],
        vec!["status".into(), at("--lead=")],
        vec!["status".into(), at("--scope=")],
        vec!["status".into(), at("--life-stage=")],
        vec!["status".into(), at("--rating=")],
        vec!["status".into(), at("--fail-on=")],
        vec!["status".into(), at("--priority=")],
        vec!["status".into(), at("-o")],
        vec!["status".into(), at("-o./no-such-folder/") + ".md"],
        vec!["exceptions".into(), at("--theme=")],
        vec!["agenda".into(), at("--body=")],
        vec!["agenda".into(), at("--meeting=")],
        vec!["exceptions".into(), at("--framework=")],
        vec!["show".into(), at("")],
        vec!["show".into(), "x".into(), at("")],
        vec!["explain".into(), at("")],
        vec!["validate".into(), at("")],
        vec!["validate".into(), at("./")],
        vec!["action".into(), at("")],
        vec!["action".into(), "add".into(), at(""), at(""), "--owner=l".into(), "--due=2030-01-01".into()],
        vec!["action".into(), "add".into(), "x".into(), at("Clinic"), "--owner=l".into(), "--due=2030-01-01".into()],
        vec!["action".into(), "add".into(), "x".into(), "y".into(), at("--owner="), "--due=2030-01-01".into()],
        vec!["action".into(), "add".into(), "x".into(), "y".into(), "--owner=l".into(), at("--due=")],
        vec!["action".into(), "update".into(), at(""), "--note=n".into()],
        vec!["action".into(), "done".into(), at("")],
        vec!["action".into(), "list".into(), at("--about=")],
        vec!["action".into(), "list".into(), at("--case=")],
        vec!["escalate".into(), at("")],
        vec!["escalate".into(), "open".into(), at(""), "--note=n".into()],
        vec!["escalate".into(), "open".into(), "x".into(), at("--note=")],
        vec!["escalate".into(), "open".into(), "x".into(), "--note=n".into(), at("--case=")],
        vec!["escalate".into(), "open".into(), "x".into(), "--note=n".into(), at("--level=")],
        vec!["escalate".into(), "close".into(), at("")],
        vec!["due".into(), at("--within=")],
        vec!["due".into(), at("--meeting=")],
        vec!["comment".into(), at("")],
        vec!["comment".into(), "x".into(), at("")],
        vec!["comment".into(), "x".into(), "--text".into(), at("")],
        vec!["comment".into(), "x".into(), at("--from=")],
        vec!["comment".into(), "x".into(), at("--recovery=")],
        vec!["comment".into(), "x".into(), at("--ask=")],
    ];
    for command in commands {
        let args: Vec<&str> = command.iter().map(String::as_str).collect();
        let run = run(board.folder(), &args, &TERMINAL);
        assert!(!run.both().trim().is_empty(), "{args:?}");
        is_plain(&run);
    }
}

#[test]
fn no_text_of_the_strategy_acts() {
    let text = escaped(ACTING);
    let boards = [
        board().toml(&format!("[themes.t]\ntitle = \"{text}\"")),
        board().toml(&format!("[leads.\"{text}\"]\ntitle = \"T\"")),
        board().toml(&format!("[groups]\n\"{text}\" = 1")),
        board().toml(&format!("\"{text}\" = 1")),
        board().toml(&format!("[reporting]\nlag = \"{text}\"")),
        Board::of(&format!("title = \"{text}\"\nunit = \"{text}\"\nnotes = \"{text}\""), "2012/13,6"),
        Board::of(&format!("good = \"{text}\"\nlead = \"{text}\"\nperiod = \"{text}\""), "2012/13,6"),
        Board::of(&format!("targets = [{{ at_least = 5, by = \"{text}\", note = \"{text}\" }}]"), "2012/13,6"),
        Board::of(&format!("starts = \"{text}\"\nlag = \"{text}\"\nscope = [\"{text}\"]"), "2012/13,6"),
        Board::of(&format!("title = \"{}\"", escaped("\u{202e}abc")), "2012/13,6"),
        board().file("strategy.toml", format!("title = {ACTING}\n")),
        board().file("strategy.toml", format!("# {ACTING}\nformat = 1 {ACTING}\n")),
    ];
    for board in boards {
        is_plain_in_every_format(&board);
    }
}

#[test]
fn no_cell_and_no_file_acts() {
    let quoted = format!("\"{ACTING}\"");
    let boards = [
        board().csv("x", &format!("period,value,note\n2012/13,6,{quoted}")),
        board().csv("x", &format!("period,value,source\n{quoted},{quoted},{quoted}")),
        board().csv("x", "period,value,note\n2012/13,6,\"over\rwritten\u{202e}\""),
        board().csv("x", &format!("{quoted},value\n2012/13,6")),
        board().csv(
            "x",
            &format!("period,value,status,marker,recorded,group\n2012/13,6,{}", [quoted.as_str(); 4].join(",")),
        ),
        board().csv("x", &format!("period,value,note\n2012/13,6,{ACTING}\"{ACTING}")),
        board().file("data/registers/actions.csv", PLAN.replace("TEXT", &quoted)),
        board().file("data/registers/escalations.csv", LOG.replace("TEXT", &quoted)),
        board().file("data/registers/escalations.csv", LOG.replace("TEXT", "\"over\rwritten\u{202e}\"")),
        board().file("data/registers/actions.csv", PLAN.replace("TEXT", "\"over\rwritten\u{202e}\"")),
        board().file("data/x.csv", [b"period,value\n2012/13,\xff".as_slice(), ACTING.as_bytes()].concat()),
    ];
    for board in boards {
        is_plain_in_every_format(&board);
    }
}

#[test]
fn no_commentary_that_is_shown_acts() {
    let board = board().file("data/x.md", "## 2012/13\n\nOver\u{202e}written, \u{ad}\u{2028}twice\n");
    for more in [&["--replace", "--dry-run"][..], &[]] {
        let run = run(board.folder(), &[&["comment", "x", "--text", "Other\u{202e}words"], more].concat(), &TERMINAL);
        assert!(run.both().contains("<U+202E>"), "{run:?}");
        is_plain(&run);
    }
}

/// Runs everything there is to run on the indicator `x`.
#[track_caller]
fn is_plain_in_every_format(board: &Board) {
    let folder = board.folder();
    for command in [
        &["status"][..],
        &["exceptions"],
        &["agenda"],
        &["audit"],
        &["audit", "--summary"],
        &["show", "x"],
        &["action", "list", "--all"],
        &["escalate", "list", "--all"],
    ] {
        for format in FORMATS {
            is_plain(&run(folder, &[command, &["--format", format]].concat(), &TERMINAL));
        }
    }
    for format in ["table", "md"] {
        is_plain(&run(folder, &["explain", "x", "--format", format], &TERMINAL));
    }
    for format in ["human", "short", "json"] {
        is_plain(&run(folder, &["validate", "--format", format], &TERMINAL));
    }
}

#[cfg(unix)]
#[test]
fn no_name_of_a_file_acts() {
    // Windows has no such names.
    let board = board();
    let name = ACTING.replace('/', "");
    fs::write(board.folder().join("data").join(format!("{name}.csv")), "period,value\n").expect("a file");
    is_plain_in_every_format(&board);
    let folder = board.folder().join(&name);
    fs::create_dir(&folder).expect("a folder");
    is_plain(&run(&folder, &["status"], &TERMINAL));
    fs::write(folder.join("strategy.toml"), "format = 2\n").expect("a file");
    is_plain(&run(&folder, &["status"], &TERMINAL));
    fs::remove_file(folder.join("strategy.toml")).expect("it was there");
    fs::create_dir(folder.join("strategy.toml")).expect("a folder");
    is_plain(&run(&folder, &["status"], &TERMINAL));
    is_plain(&run(&folder, &["validate", "strategy.toml"], &TERMINAL));
}

#[test]
fn no_text_is_a_formula_in_a_spreadsheet_and_a_number_stays_one() {
    let formulas = ["=1+1", "+1-1", "-1-1", "@SUM(A1)", "=cmd|' /C calc'!A0", "a;=1+1", "-x"];
    for formula in formulas {
        let board = Board::of(
            &format!("title = \"{formula}\"\nunit = \"score\"\ntargets = [{{ at_least = -2 }}]"),
            &format!("period,value,note\n2011/12,-3,\n2012/13,-2.3,\"{formula}\""),
        );
        for args in [&["status"][..], &["exceptions"], &["show", "x"]] {
            let run = board.dated(&[args, &["--format", "csv"]].concat(), 0);
            assert!(run.stdout.contains(",-2.3,"), "{run:?}");
            let mut reader = csv::Reader::from_reader(run.stdout.as_bytes());
            for cell in reader
                .records()
                .flat_map(|record| record.expect("a record").iter().map(str::to_owned).collect::<Vec<_>>())
            {
                let acts = |part: &str| part.starts_with(['=', '+', '-', '@']) && part.parse::<f64>().is_err();
                assert!(!cell.split([';', '\t', '\n']).any(acts), "{cell}");
            }
        }
    }
}
