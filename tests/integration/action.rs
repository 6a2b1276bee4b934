//! The action plan: what is written, what is refused, and what is listed. Every action is made up.

mod hostile;
mod list;

use std::fs;
use std::process::Stdio;

use crate::support::{Board, Run, program};

const ACTIONS: &str = "data/registers/actions.csv";
const CASES: &str = "data/registers/escalations.csv";
const HEADER: &str = "id,about,action,owner,opened,due,status,updated,case,note\n";
const CLINIC: [&str; 6] = ["x", "Falls clinic", "--owner", "l", "--due", "2014-01-31"];
const DAY: [&str; 2] = ["--as-of", "2013-11-21"];

fn board() -> Board {
    Board::of("good = \"low\"\ntargets = [{ at_most = 400 }]\nunit = \"days\"", "2012/13,452")
        .toml("[leads.public-health]\ntitle = \"Public Health\"\nofficer = \"A director\"")
}

/// A board with this text as its plan.
fn plan(text: &str) -> Board {
    board().file(ACTIONS, text)
}

fn text(board: &Board) -> String {
    fs::read_to_string(board.root().join(ACTIONS)).unwrap_or_default()
}

/// Runs `hwb action` in a board just written.
fn action(board: &Board, args: &[&str]) -> Run {
    board.run(&[&["action"], args, &DAY].concat())
}

/// Runs `hwb action` in a board as it was left.
fn again(board: &Board, args: &[&str]) -> Run {
    Run::from(program(board.root(), &[&["action"], args, &DAY].concat()).output().expect("hwb runs"))
}

#[track_caller]
fn refused(board: &Board, args: &[&str], code: i32, said: &[&str]) {
    let run = action(board, args);
    assert_eq!(run.code, code, "{run:?}");
    assert!(run.stdout.is_empty(), "{run:?}");
    for said in said {
        assert!(run.stderr.contains(said), "{said}: {run:?}");
    }
    assert!(code == 2 || run.stderr.contains("nothing was written"), "{run:?}");
}

/// Runs `hwb` on a terminal where this is typed.
fn terminal(board: &Board, line: &str, typed: &str) -> Option<Run> {
    crate::support::terminal(board.root(), &format!("{line} {}", DAY.join(" ")), typed)
}

fn add(args: &[&'static str]) -> Vec<&'static str> {
    [&["add"], &CLINIC[..], args].concat()
}

#[test]
fn the_first_action_makes_the_plan() {
    let board = board();
    let run = action(&board, &add(&[]));
    assert_eq!(run.code, 0, "{run:?}");
    assert_eq!(text(&board), format!("{HEADER}A1,x,Falls clinic,l,2013-11-21,2014-01-31,planned,2013-11-21,,\n"));
    let expected = "Written to data/registers/actions.csv, row 2: A1, Falls clinic\n  \
                    About A made-up indicator (x).\n  By Lead by 31 Jan 2014, planned.\n";
    assert_eq!(run.stdout, expected);
    assert!(run.stderr.contains("hwb action done A1"), "{run:?}");
    assert!(!run.both().contains("git"), "{run:?}");
}

#[test]
fn everything_about_an_action_can_be_given() {
    let log = "case,date,indicator,event,level\nE3,2013-10-01,x,opened,board\n";
    let board = board().file(CASES, log);
    let given = add(&["--opened", "2013-11-01", "--status", "in-progress", "--case", "E3", "--note", "One, \"two\""]);
    let run = action(&board, &[&given[..], &["--id", "clinic"]].concat());
    assert_eq!(run.code, 0, "{run:?}");
    let row = "clinic,x,Falls clinic,l,2013-11-01,2014-01-31,in-progress,2013-11-21,E3,\"One, \"\"two\"\"\"\n";
    assert_eq!(text(&board), format!("{HEADER}{row}"));
    assert!(run.stdout.contains("in progress; of case E3."), "{run:?}");
}

#[test]
fn an_action_may_be_about_an_objective() {
    let board = board();
    assert_eq!(action(&board, &["add", "o", "A plan", "--owner", "l", "--due", "2014-01-31"]).code, 0);
    assert!(text(&board).contains("A1,o,A plan,l,"));
}

#[test]
fn an_id_follows_the_highest() {
    let board = plan(&format!(
        "{HEADER}A9,x,One,l,2013-10-01,2014-01-31,planned,,,\nother,x,Two,l,2013-10-01,2014-01-31,planned,,,\n"
    ));
    assert!(action(&board, &add(&[])).stdout.contains("row 4: A10, Falls clinic"));
    refused(&board, &add(&["--id", "A9"]), 1, &["'A9' is there already: One", "leave the id out"]);
    refused(&board, &add(&["--id", "A 9"]), 2, &["'A 9' cannot be an id"]);
}

#[test]
fn what_is_there_stays_byte_for_byte() {
    let there = "\u{feff}status,ID,about,action,owner,opened,due\r\n\
                 planned,\"A1\",x,\"As, \"\"it\"\" is\",l,2013-10-01,2013-12-01\r\n\
                 planned,A2,x,Two,l,2013-10-01,2013-12-01";
    let board = plan(there);
    assert_eq!(action(&board, &["update", "A1", "--due", "2014-02-28"]).code, 0);
    let expected = "\u{feff}status,ID,about,action,owner,opened,due,updated\r\n\
                    planned,\"A1\",x,\"As, \"\"it\"\" is\",l,2013-10-01,2014-02-28,2013-11-21\r\n\
                    planned,A2,x,Two,l,2013-10-01,2013-12-01,";
    assert_eq!(text(&board), expected);
    assert_eq!(again(&board, &add(&["--note", "n"])).code, 0);
    let expected = "\u{feff}status,ID,about,action,owner,opened,due,updated,note\r\n\
                    planned,\"A1\",x,\"As, \"\"it\"\" is\",l,2013-10-01,2014-02-28,2013-11-21,\r\n\
                    planned,A2,x,Two,l,2013-10-01,2013-12-01,,\r\n\
                    planned,A3,x,Falls clinic,l,2013-11-21,2014-01-31,2013-11-21,n\r\n";
    assert_eq!(text(&board), expected);
}

#[test]
fn an_action_is_changed_where_it_stands() {
    let row = "A1,x,Clinic,l,2013-10-01,2013-12-01,planned,2013-10-01,,Old\n";
    let board = plan(&format!("{HEADER}{row}{}", row.replace("A1", "A2")));
    let given =
        ["update", "A1", "--status", "dropped", "--owner", "public-health", "--action", "Clinics", "--note", ""];
    let run = action(&board, &given);
    assert_eq!(run.code, 0, "{run:?}");
    let changed = "A1,x,Clinics,public-health,2013-10-01,2013-12-01,dropped,2013-11-21,,\n";
    assert_eq!(text(&board), format!("{HEADER}{changed}{}", row.replace("A1", "A2")));
    for said in [
        "row 2: A1, Clinics",
        "How far: was planned, now dropped.",
        "By: was Lead, now Public Health.",
        "Note: was Old, now nothing.",
    ] {
        assert!(run.stdout.contains(said), "{said}: {run:?}");
    }
}

#[test]
fn an_action_that_is_done_says_so_and_when() {
    let board = plan(&format!("{HEADER}A1,x,Clinic,l,2013-10-01,2013-12-01,in-progress,,,\n"));
    let run = action(&board, &["done", "A1", "--note", "Two homes of three"]);
    assert_eq!(run.code, 0, "{run:?}");
    assert!(text(&board).ends_with("A1,x,Clinic,l,2013-10-01,2013-12-01,done,2013-11-21,,Two homes of three\n"));
    assert!(run.stdout.contains("How far: was in progress, now done."), "{run:?}");
    assert!(run.stderr.contains("hwb action list"), "{run:?}");
}

#[test]
fn a_dry_run_shows_the_row_and_writes_nothing() {
    let board = board();
    let run = action(&board, &add(&["--dry-run"]));
    assert_eq!(run.code, 0, "{run:?}");
    assert!(run.stdout.contains("  + A1,x,Falls clinic,l,2013-11-21,2014-01-31,planned,2013-11-21,,\n"), "{run:?}");
    assert!(run.stdout.contains("To be written to data/registers/actions.csv, row 2"), "{run:?}");
    assert!(run.stderr.contains("Nothing was written"), "{run:?}");
    assert!(!board.root().join(ACTIONS).exists() && !board.root().join(hwb::files::LOCK).exists());
}

#[test]
fn what_is_not_there_is_wrong_usage_with_the_nearest_that_is() {
    let board = plan(&format!("{HEADER}A1,x,Clinic,l,2013-10-01,2013-12-01,planned,,,\n"));
    let with = |args: &[&'static str]| [&["add", "x", "Clinic"][..], args].concat();
    refused(
        &board,
        &["add", "y", "C", "--owner", "l", "--due", "2014-01-31"],
        2,
        &["no indicator or objective 'y'", "there is x and o"],
    );
    refused(&board, &with(&["--owner", "publc-health", "--due", "2014-01-31"]), 2, &["did you mean 'public-health'?"]);
    refused(&board, &add(&["--case", "E1"]), 2, &["no case 'E1'", "hwb escalate open"]);
    refused(&board, &with(&["--owner", "l", "--due", "31/01/2014"]), 2, &["year, month and day"]);
    refused(&board, &add(&["--status", "done"]), 2, &["planned or in-progress"]);
    refused(&board, &["update", "A2", "--status", "done"], 2, &["no action 'A2'", "there is A1"]);
    refused(&board, &["update", "A1", "--status", "in progress"], 2, &["did you mean 'in-progress'?"]);
    refused(&board, &["update", "A1"], 2, &["there is nothing to change"]);
    refused(&board, &["done", "A1", "--note", "n", "--nothing"], 2, &["--nothing"]);
}

#[test]
fn in_a_pipe_nothing_is_asked_and_what_is_missing_is_named() {
    refused(&board(), &["add"], 2, &["needs ABOUT", "ACTION", "--owner", "--due"]);
    refused(&board(), &["add", "x", "Clinic", "--due", "2014-01-31"], 2, &["hwb action add needs --owner, the lead"]);
    refused(&board(), &["add", "x", " ", "--owner", "l", "--due", "2014-01-31"], 2, &["needs ACTION"]);
}

#[test]
fn a_plan_that_would_have_errors_is_not_written() {
    let board = plan(HEADER);
    refused(
        &board,
        &["add", "x", "C", "--owner", "l", "--due", "2013-01-31"],
        1,
        &["error[date-order]", "cell F2", "would have 1 error"],
    );
    assert_eq!(text(&board), HEADER);
    let faulty = plan(&format!("{HEADER}A1,x,Clinic,nobody,2013-10-01,2013-12-01,planned,,,\n"));
    refused(&faulty, &add(&[]), 1, &["error[unknown-id]", "has 1 error"]);
    refused(&faulty, &["done", "A1"], 1, &["error[unknown-id]", "has 1 error"]);
    let log = plan(HEADER).file(CASES, "case,date,indicator,event,level\nE1,soon,x,opened,board\n");
    refused(&log, &add(&["--case", "E1"]), 1, &["error[bad-date]", "escalations.csv has 1 error"]);
    assert_eq!(action(&log, &add(&[])).code, 0, "without a case the log does not matter");
}

#[test]
fn a_new_warning_is_shown_and_the_action_is_written() {
    let board = board();
    let board = board.indicator("z", "good = \"low\"\nretired = 2013-10-31").csv("z", "2012/13,5");
    let run = action(&board, &["add", "z", "Clinic", "--owner", "l", "--due", "2014-01-31"]);
    assert_eq!(run.code, 0, "{run:?}");
    assert!(run.stderr.contains("warning[action-on-retired]"), "{run:?}");
    assert!(text(&board).contains("A1,z,Clinic"));
}

#[test]
fn git_is_told_of_the_plan_where_there_is_a_repository() {
    let board = board();
    fs::create_dir(board.folder().join(".git")).expect("a folder");
    let made = again(&board, &add(&[]));
    assert!(made.stderr.contains("Next: git add ") && made.stderr.contains("git commit -m \"x: A1\" "), "{made:?}");
    let changed = again(&board, &["done", "A1"]);
    assert!(changed.stderr.contains("Next: git commit -m \"A1 done\" "), "{changed:?}");
}

#[test]
fn fifty_who_add_at_once_lose_nothing_and_share_no_id() {
    let board = board();
    let root = board.folder();
    let adding = |nth: i32| {
        let what = format!("Action {nth}, of many");
        let args = ["action", "add", "x", &what, "--owner", "l", "--due", "2014-01-31", "--as-of", "2013-11-21"];
        program(root, &args).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().expect("hwb runs")
    };
    let running: Vec<_> = (0..50).map(adding).collect();
    for one in running {
        let output = one.wait_with_output().expect("it ends");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
    let run = Run::from(
        program(root, &["action", "list", "--format", "json", "--as-of", "2013-11-21"]).output().expect("hwb runs"),
    );
    let json = run.json();
    let actions = json["actions"].as_array().expect("actions");
    let mut ids: Vec<&str> = actions.iter().filter_map(|action| action["id"].as_str()).collect();
    let mut texts: Vec<&str> = actions.iter().filter_map(|action| action["action"].as_str()).collect();
    for words in [&mut ids, &mut texts] {
        words.sort_unstable();
        words.dedup();
        assert_eq!(words.len(), 50);
    }
}

#[test]
fn on_a_terminal_what_is_missing_is_asked_for_and_confirmed() {
    let board = board();
    board.folder();
    let typed = "nobody\\nl\\n31/1\\n2014-01-31\\n";
    let Some(declined) = terminal(&board, "action add x Clinic", &format!("{typed}n\\n")) else { return };
    assert!(declined.stdout.contains("No lead 'nobody'; there is l and public-health."), "{declined:?}");
    assert!(declined.stdout.contains("Write the day as year, month and day"), "{declined:?}");
    assert!(declined.stdout.contains("Nothing was written."), "{declined:?}");
    assert_eq!(text(&board), "");
    let Some(confirmed) = terminal(&board, "action add x Clinic", &format!("{typed}y\\n")) else { return };
    assert!(confirmed.stdout.contains("Written to data/registers/actions.csv, row 2: A1, Clinic"), "{confirmed:?}");
    let Some(stopped) = terminal(&board, "action add", "\\n") else { return };
    assert!(
        stopped.stdout.contains("What is it about") && stopped.stdout.contains("Nothing was written."),
        "{stopped:?}"
    );
    assert_eq!(text(&board), format!("{HEADER}A1,x,Clinic,l,2013-11-21,2014-01-31,planned,2013-11-21,,\n"));
}
