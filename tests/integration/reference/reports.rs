//! What the list of papers holds, as the page describes it.

use super::{assert_fields, documented, fields_of, page, section, table_rows};
use crate::support::Board;

fn board() -> Board {
    Board::of("targets = [{ at_least = 90 }]", "2012/13,60")
        .toml("[[meetings]]\ndate = 2014-01-16")
        .toml("[reporting]\nchapters = [\"January\"]\n[frameworks.f]\nreports = \"May\"")
}

#[test]
fn every_field_and_column_of_the_papers_is_described_and_no_other() {
    let heading = "### `hwb.reports/1`";
    let printed = fields_of(&[board().json(&["report", "--list"], 0)]);
    assert_fields(heading, &documented(&page("commands.md"), heading), &printed);
    let csv = board().dated(&["report", "--list", "--format", "csv"], 0);
    let rows = table_rows(section(&page("commands.md"), "### Columns of the list in CSV"));
    let columns: Vec<&str> = rows.iter().skip(1).map(|row| row[0].trim_matches('`')).collect();
    assert_eq!(csv.stdout.lines().next(), Some(columns.join(",").as_str()));
}
