//! What is reported, and as what: `[findings]`, `--deny` and `--allow`. Every figure is made up.

use crate::support::Board;
use crate::validate::{TARGET, file};

/// A bad number, and a gap between two good ones.
fn board() -> Board {
    file("period,value\n2008/09,90\n2010/11,91\n2011/12,abc\n")
}

fn gap() -> Board {
    file("period,value\n2008/09,90\n2010/11,91\n")
}

#[test]
fn a_denied_warning_is_an_error() {
    gap().validate().exits(0).get("gap").is_warning();
    gap().validate_with(&["--deny", "gap"]).exits(1).get("gap").is_error();
}

#[test]
fn every_warning_may_be_denied_at_once() {
    let board = gap().indicator("y", TARGET);
    let validation = board.validate_with(&["--deny", "warnings"]);
    validation.exits(1).get("gap").is_error();
    validation.get("missing-file").is_error();
    assert_eq!(validation.json["summary"]["warnings"], 0);
}

#[test]
fn what_is_allowed_is_not_reported_and_is_counted() {
    let validation = board().validate_with(&["--allow", "bad-number"]);
    assert!(!validation.exits(0).has("bad-number"));
    assert_eq!(validation.json["summary"]["allowed"], 1);
    assert_eq!(validation.json["summary"]["errors"], 0);
}

#[test]
fn what_is_allowed_is_still_not_used() {
    let board = board();
    assert_eq!(board.run(&["validate", "--allow", "bad-number"]).code, 0);
    board.one_beside_errors("x").state("unreadable");
}

#[test]
fn several_are_named_with_commas_or_one_after_the_other() {
    let commas = board().validate_with(&["--allow", "gap,bad-number"]);
    assert!(commas.exits(0).findings().is_empty());
    let repeated = board().validate_with(&["--allow", "gap", "--allow", "bad-number"]);
    assert!(repeated.exits(0).findings().is_empty());
}

#[test]
fn the_command_line_goes_over_the_strategy() {
    let allowed = gap().toml("[findings]\ngap = \"allow\"");
    allowed.validate_with(&["--deny", "gap"]).exits(1).get("gap").is_error();
    let denied = gap().toml("[findings]\ngap = \"error\"");
    assert!(!denied.validate_with(&["--allow", "gap"]).exits(0).has("gap"));
}

#[test]
fn deny_goes_over_allow_in_any_order() {
    gap().validate_with(&["--deny", "gap", "--allow", "gap"]).exits(1).get("gap").is_error();
    gap().validate_with(&["--allow", "gap", "--deny", "gap"]).exits(1).get("gap").is_error();
}

#[test]
fn denying_all_warnings_leaves_out_what_is_allowed() {
    assert!(!gap().validate_with(&["--deny", "warnings", "--allow", "gap"]).exits(0).has("gap"));
    let allowed = gap().toml("[findings]\ngap = \"allow\"");
    assert!(!allowed.validate_with(&["--deny", "warnings"]).exits(0).has("gap"));
}

#[test]
fn the_summary_says_what_was_not_reported_and_who_asked_for_that() {
    let file = file("period,Value\n2010/11,90\n2011/12,abc\n");
    let board = file.indicator("y", TARGET).toml("[findings]\nmissing-file = \"allow\"");
    let run = board.run(&["validate", "--allow", "header-case-space,bad-number"]);
    let told = "not reported, as [findings] says: 1 missing-file; not reported, as --allow says: 1 header-case-space and 1 bad-number";
    assert_eq!(run.stderr, format!("2 files checked, nothing to report; {told}\n"));
}

#[test]
fn a_finding_nobody_has_heard_of_is_wrong_usage() {
    for option in ["--deny", "--allow"] {
        let run = board().run(&["validate", option, "bad-numbr"]);
        assert_eq!(run.code, 2, "{run:?}");
        assert!(run.stdout.is_empty() && run.stderr.contains("did you mean 'bad-number'?"), "{run:?}");
    }
    let run = board().run(&["validate", "--deny", "warning"]);
    assert_eq!(run.code, 2, "{run:?}");
    assert!(run.stderr.contains("did you mean 'warnings'?"), "{run:?}");
    let run = board().run(&["validate", "--allow", "warnings"]);
    assert_eq!(run.code, 2, "{run:?}");
}

#[test]
fn a_strategy_that_cannot_be_used_cannot_be_allowed() {
    let board = board().strategy("colour = \"red\"");
    let validation = board.validate_with(&["--allow", "unknown-key"]);
    validation.exits(1).get("unknown-key").is_error();
    let run = board.run(&["validate", "--allow", "unknown-key"]);
    assert!(run.stderr.contains("--allow unknown-key does not hold while strategy.toml cannot be used"), "{run:?}");
}

#[test]
fn an_error_in_one_indicators_table_may_be_allowed() {
    let board = Board::of("colour = \"red\"", "2012/13,91");
    assert!(board.validate_with(&["--allow", "unknown-key"]).exits(0).findings().is_empty());
    board.one_beside_errors("x").state("unreadable");
}
