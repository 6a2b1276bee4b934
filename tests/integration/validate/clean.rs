//! What is right, and what is nearly right, is read without an error. Every figure is made up.

use crate::support::Board;
use crate::validate::{file, found};

#[test]
fn files_with_nothing_wrong_have_no_finding() {
    let validation = found("period,value\n2011/12,90.5\n2012/13,91\n");
    validation.exits(0);
    assert!(validation.findings().is_empty(), "{validation:#?}");
    assert_eq!(validation.json["schema"], "hwb.validate/1");
    assert_eq!(validation.json["summary"]["errors"], 0);
    assert_eq!(validation.json["summary"]["warnings"], 0);
}

#[test]
fn every_column_of_the_format_is_known_in_any_order() {
    let text = "note,source,recorded,marker,status,group,england,london,upper,lower,denominator,numerator,value,period\n\
                \"Low, at last\",A made-up return,2013-06-20,,final,,12.7,5.7,10.1,8.1,5000,455,9.1,2012/13\n";
    let board = file(text).comparator("london").comparator("england");
    let validation = board.validate();
    validation.exits(0);
    assert_eq!(validation.errors(), 0, "{validation:#?}");
    board.row().latest("2012/13", 9.1);
}

#[test]
fn a_quoted_cell_may_hold_a_comma_a_quote_and_a_line_end() {
    let board = file("period,value,note\n2011/12,90,\"One, \"\"two\"\"\nthree\"\n2012/13,91,\n");
    board.validate().exits(0);
    board.row().latest("2012/13", 91.0);
}

#[test]
fn windows_line_ends_and_the_mark_that_excel_writes_are_read() {
    let board = file("\u{feff}period,value\r\n2011/12,90\r\n2012/13,91\r\n");
    let validation = board.validate();
    assert_eq!(validation.errors(), 0, "{validation:#?}");
    board.row().latest("2012/13", 91.0);
}

#[test]
fn places_are_right_with_windows_line_ends() {
    found("period,value\r\n2011/12,90\r\n2012/13,abc\r\n").get("bad-number").line(3).column(9).cell("B3");
}

#[test]
fn the_example_of_the_contract_is_read_whole() {
    let board = Board::new()
        .file("strategy.toml", EXAMPLE)
        .csv("hip-fracture-admissions", "period,value,london,england\n2009/10,457.3,,\n2012/13,471.2,,")
        .csv("transition-plans", "2012/13,72")
        .csv("watched-elsewhere", "2012 Q4,12\n2013 Q1,13");
    let validation = board.validate();
    validation.exits(0);
    assert_eq!(validation.errors(), 0, "{validation:#?}");
    // 429.862 is due (see targets.rs), and 31 March 2014 and 26 weeks is 29 September
    let row = board.one("hip-fracture-admissions");
    row.rating("red").due(429.862);
    row.next_period("2013/14").expected("2014-09-29");
    let row = board.one("transition-plans");
    row.rating("green").due(70.0);
    board.one("watched-elsewhere").state("no-target");
}

/// The excerpt of the format's page, with what it leaves out declared, and every key that the page names.
const EXAMPLE: &str = include_str!("example.toml");
