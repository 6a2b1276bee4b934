//! GitHub's workflow commands, read as its runner reads them.

use std::collections::BTreeMap;

use super::{board, hostile, many, printed, usual};
use crate::support::Board;

/// One command: `error` or `warning`, its properties and its message.
#[derive(Debug)]
struct Command {
    name: String,
    properties: BTreeMap<String, String>,
    message: String,
}

impl Command {
    #[track_caller]
    fn read(line: &str) -> Self {
        let (head, message) = line
            .strip_prefix("::")
            .and_then(|rest| rest.split_once("::"))
            .unwrap_or_else(|| panic!("no command: {line}"));
        let (name, properties) = head.split_once(' ').expect("properties");
        let properties = properties.split(',').map(|property| property.split_once('=').expect("name=value"));
        Self {
            name: name.to_owned(),
            properties: properties.map(|(name, value)| (name.to_owned(), unescaped(value))).collect(),
            message: unescaped(message),
        }
    }
}

/// In the order of the runner: what stands for a percent sign last.
fn unescaped(text: &str) -> String {
    let text = text.replace("%0D", "\r").replace("%0A", "\n").replace("%3A", ":").replace("%2C", ",");
    text.replace("%25", "%")
}

fn commands(board: &Board) -> Vec<Command> {
    printed(board, "github").stdout.lines().map(Command::read).collect()
}

#[test]
fn the_usual_findings_look_so() {
    insta::assert_snapshot!(printed(&usual(), "github").stdout);
}

#[test]
fn every_line_is_one_command_with_what_the_finding_says() {
    for board in [usual(), hostile(), many()] {
        let commands = commands(&board);
        let json = printed(&board, "json").json();
        let findings = json["findings"].as_array().expect("findings");
        assert_eq!(commands.len(), findings.len());
        for (command, finding) in commands.iter().zip(findings) {
            let text = |key: &str| finding[key].as_str().unwrap_or_default().to_owned();
            let number = |key: &str| finding[key].as_u64().map(|number| number.to_string());
            assert_eq!(command.name, text("severity"));
            assert_eq!(command.properties["file"], text("path"));
            assert_eq!(command.properties.get("line"), number("line").as_ref());
            assert_eq!(command.properties.get("col"), number("column").as_ref());
            assert_eq!(command.properties.get("endColumn"), number("end_column").as_ref());
            assert!(command.properties["title"].starts_with(&format!("{}: ", text("code"))), "{command:?}");
            assert!(command.message.starts_with(&text("message")), "{command:?}");
            assert!(command.message.contains(&text("help")), "{command:?}");
        }
    }
}

#[test]
fn the_last_of_many_says_how_many_more_there_are() {
    let more = |command: &Command| command.message.ends_with("\nand 5 more like this in this file");
    let commands = commands(&many());
    assert_eq!(commands.iter().filter(|command| more(command)).count(), 1);
    assert!(more(commands.last().expect("a command")));
}

#[test]
fn a_command_in_a_cell_is_part_of_the_message() {
    let board = board("period,value\n2012/13,::error::x%0A\n");
    let command = &commands(&board)[0];
    assert!(command.message.starts_with("'::error::x%0A' is not a number (cell B2)\n"), "{command:?}");
}

#[test]
fn the_summary_is_on_standard_error() {
    let run = printed(&usual(), "github");
    assert!(run.stderr.contains("2 files checked: 2 errors, 1 warning"), "{run:?}");
}

#[test]
fn nothing_wrong_prints_nothing_to_standard_output() {
    let run = printed(&board("period,value\n2012/13,91\n"), "github");
    assert_eq!((run.code, run.stdout.as_str()), (0, ""));
}
