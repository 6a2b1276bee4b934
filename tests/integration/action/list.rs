//! What is listed of the plan.

use super::{ACTIONS, CASES, HEADER, action, board, plan};

const ROWS: &str = "A1,x,Falls clinic in three homes,l,2013-10-01,2013-10-31,in-progress,2013-11-01,E3,Waits for the contract\n\
                    A2,o,One assessment,public-health,2013-10-01,2014-01-31,planned,2013-10-01,,\n\
                    A3,x,Leaflets,l,2013-06-01,2013-09-30,done,2013-09-20,,\n\
                    A4,x,Phone line,l,2013-06-01,,planned,,,\n\
                    A5,x,Next year's clinic,l,2013-12-01,2014-03-31,planned,,,\n";
const LOG: &str = "case,date,indicator,event,level\nE3,2013-10-01,x,opened,board\n";

fn listed(args: &[&str]) -> Vec<String> {
    let board = plan(&format!("{HEADER}{ROWS}")).file(CASES, LOG);
    let run = action(&board, &[&["list", "--format", "json"], args].concat());
    assert_eq!(run.code, 0, "{run:?}");
    let json = run.json();
    let actions = json["actions"].as_array().expect("actions");
    actions.iter().map(|action| action["id"].as_str().expect("an id").to_owned()).collect()
}

#[test]
fn what_is_still_to_be_done_is_listed_as_the_strategy_has_it() {
    assert_eq!(listed(&[]), ["A2", "A1", "A4"]);
    assert_eq!(listed(&["--open"]), ["A2", "A1", "A4"]);
    assert_eq!(listed(&["--all"]), ["A2", "A1", "A3", "A4"]);
    assert_eq!(listed(&["--overdue"]), ["A1"]);
    assert_eq!(listed(&["--about", "x"]), ["A1", "A4"]);
    assert_eq!(listed(&["--lead", "public-health"]), ["A2"]);
    assert_eq!(listed(&["--case", "E3", "--all"]), ["A1"]);
}

#[test]
fn a_list_fits_eighty_columns_and_says_what_is_late_and_by_how_much() {
    let board = plan(&format!("{HEADER}{ROWS}")).file(CASES, LOG);
    let run = action(&board, &["list"]);
    insta::assert_snapshot!(run.stdout);
    assert!(run.stdout.lines().all(|line| line.chars().count() <= 80), "{run:?}");
    assert_eq!(action(&board, &[]).stdout, run.stdout, "it is what the bare command does");
}

#[test]
fn a_past_day_lists_what_was_opened_by_then_and_says_what_was_looked_at_since() {
    let board = plan(&format!("{HEADER}{ROWS}")).file(CASES, LOG);
    let run = board.run(&["action", "list", "--as-of", "2013-10-15"]);
    for said in ["1 Nov 2013, after the day of this list", "Opened after the day, and not listed: 1 action."] {
        assert!(run.stdout.contains(said), "{said}: {run:?}");
    }
    assert!(!run.stdout.contains("overdue\n"), "{run:?}");
    let json = board.run(&["action", "list", "--as-of", "2013-10-15", "--format", "json"]).json();
    assert_eq!(json["summary"]["later"], 1);
    assert_eq!(json["actions"][1]["updated_later"], true);
}

#[test]
fn the_day_itself_is_in_time() {
    let board = plan(&format!(
        "{HEADER}A1,x,Clinic,l,2013-10-01,2013-11-20,planned,,,\nA2,x,Clinic,l,2013-10-01,2013-11-21,planned,,,\n"
    ));
    let json = action(&board, &["list", "--format", "json"]).json();
    assert_eq!((&json["actions"][0]["overdue"], &json["actions"][0]["days_overdue"]), (&true.into(), &1.into()));
    assert_eq!((&json["actions"][1]["overdue"], &json["actions"][1]["days_overdue"]), (&false.into(), &().into()));
}

#[test]
fn spreadsheets_get_a_row_an_action() {
    let board = plan(&format!("{HEADER}{ROWS}")).file(CASES, LOG);
    let run = action(&board, &["list", "--format", "csv", "--overdue"]);
    let expected = "id,about,title,action,owner,opened,due,status,overdue,days_overdue,updated,updated_later,case,note\n\
                    A1,x,A made-up indicator,Falls clinic in three homes,l,2013-10-01,2013-10-31,in-progress,true,21,2013-11-01,false,E3,Waits for the contract\n";
    assert_eq!(run.stdout, expected);
}

#[test]
fn a_plan_with_errors_is_said_and_lists_nothing() {
    let board = plan(&format!("{HEADER}A1,x,Clinic,nobody,2013-10-01,2013-11-20,planned,,,\n"));
    let run = action(&board, &["list"]);
    assert_eq!(run.code, 1, "{run:?}");
    assert!(run.stderr.contains("error[unknown-id]") && run.stderr.contains(ACTIONS), "{run:?}");
    assert!(!run.stdout.contains("No actions."), "{run:?}");
}

#[test]
fn no_plan_is_an_empty_one() {
    let run = action(&board(), &["list"]);
    assert_eq!(run.code, 0, "{run:?}");
    assert!(run.stdout.contains("No actions."), "{run:?}");
}

#[test]
fn an_id_that_is_not_there_is_wrong_usage() {
    for (args, said) in [
        (["--about", "y"], "no indicator or objective 'y'"),
        (["--lead", "publc-health"], "did you mean 'public-health'?"),
        (["--case", "E4"], "no case 'E4'"),
    ] {
        let run = action(&board().file(CASES, LOG), &[&["list"], &args[..]].concat());
        assert!(run.code == 2 && run.stderr.contains(said), "{run:?}");
    }
}
