//! What the answers about the registers hold, as the page describes it.

use super::{assert_fields, documented, fields_of, page, section, table_rows};
use crate::support::Board;

/// A board on which every field of the answers about its registers says something at least once.
fn board() -> Board {
    let actions = "id,about,action,owner,opened,due,status,updated,case,note\n\
                   A1,x,Clinic,l,2013-10-01,2013-10-31,in-progress,2013-11-01,E1,A note\nA2,o,Plan,l,2013-10-01,,planned,,,\n";
    let cases = "case,date,indicator,event,level,acceptable,recovery,note\n\
                 E1,2013-07-10,x,opened,board,,,Below its line\nE1,2013-11-20,x,decided,board,>=70 for 2,2014/15,A plan\n";
    Board::of("targets = [{ at_least = 90 }]", "2012/13,60")
        .indicator("red", "targets = [{ at_least = 90 }]")
        .csv("red", "2012/13,60")
        .file("data/registers/actions.csv", actions)
        .file("data/registers/escalations.csv", cases)
}

/// The columns that the table under a heading names, in its order.
fn columns(heading: &str) -> String {
    let rows = table_rows(section(&page("commands.md"), heading));
    let names = rows.iter().skip(1).flat_map(|row| row[0].split(", ").map(|name| name.trim_matches('`').to_owned()));
    names.collect::<Vec<_>>().join(",")
}

#[test]
fn every_field_and_column_of_cases_is_described_and_no_other() {
    let heading = "### `hwb.cases/1`";
    let printed = fields_of(&[board().json(&["escalate", "list"], 0)]);
    assert_fields(heading, &documented(&page("commands.md"), heading), &printed);
    let csv = board().dated(&["escalate", "list", "--format", "csv"], 0);
    assert_eq!(Some(columns("### Columns of cases in CSV").as_str()), csv.stdout.lines().next());
}

#[test]
fn every_field_and_column_of_actions_is_described_and_no_other() {
    let heading = "### `hwb.actions/1`";
    let printed = fields_of(&[board().json(&["action", "list", "--all"], 0)]);
    assert_fields(heading, &documented(&page("commands.md"), heading), &printed);
    let csv = board().dated(&["action", "list", "--format", "csv"], 0);
    assert_eq!(Some(columns("### Columns of actions in CSV").as_str()), csv.stdout.lines().next());
}
