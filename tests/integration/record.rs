//! Recording figures: what is written, what is refused, and what is said. Every figure is made up.

use std::fs;

use crate::support::{Board, Run, program, terminal};

const PLAIN: &str = "period,value,note\n2010/11,61.0,\n2011/12,62.0,\"one, two\"\n";

fn board(readings: &str) -> Board {
    Board::new()
        .strategy("min_count = 5")
        .comparator("london")
        .toml("[groups.girls]\ntitle = \"Girls\"\n[reporting]\nlag = \"13 weeks\"")
        .indicator(
            "x",
            "baseline = { period = \"2011/12\", value = 60 }\ntargets = [{ at_least = 90, by = \"2014/15\" }]",
        )
        .indicator("people", "unit = \"people\"\ngood = \"low\"\nperiod = \"calendar-year\"")
        .csv("x", readings)
}

fn record(board: &Board, args: &[&str]) -> Run {
    board.run(&[&["record"], args, &["--as-of", "2013-11-21"]].concat())
}

fn text(board: &Board, id: &str) -> String {
    fs::read_to_string(board.root().join(format!("data/{id}.csv"))).unwrap_or_default()
}

/// Records in a board just written; what it came to, and what the file `x` then holds.
fn recorded(readings: &str, args: &[&str]) -> (Run, String) {
    let board = board(readings);
    board.folder();
    let run = record_as_it_is(&board, args);
    let text = text(&board, "x");
    (run, text)
}

/// Records in a board that was recorded in before.
fn record_as_it_is(board: &Board, args: &[&str]) -> Run {
    let args = [&["record"], args, &["--as-of", "2013-11-21"]].concat();
    Run::from(program(board.root(), &args).output().expect("hwb runs"))
}

#[track_caller]
fn refused(readings: &str, args: &[&str], code: i32, said: &[&str]) {
    let (run, text) = recorded(readings, args);
    assert_eq!(run.code, code, "{run:?}");
    assert_eq!(text, readings, "nothing is written");
    assert!(run.stdout.is_empty(), "{run:?}");
    for said in said {
        assert!(run.stderr.contains(said), "{said}: {run:?}");
    }
    assert!(code == 2 || run.stderr.contains("nothing was written"), "{run:?}");
}

#[test]
fn a_figure_is_written_and_what_it_changes_is_said() {
    let (run, text) = recorded(PLAIN, &["x", "2012/13", "70.5"]);
    assert_eq!((run.code, text), (0, format!("{PLAIN}2012/13,70.5,\n")));
    let expected = "Written to data/x.csv, row 4: 2012/13, 70.5%\n\
                    A made-up indicator: was green, on target, for 2011/12; now green, on target, for 2012/13\n  \
                    70.5% is 0.5 points above the 70.0% due by 2012/13 (met).\n";
    assert_eq!(run.stdout, expected);
    assert!(run.stderr.contains("hwb explain x"), "{run:?}");
}

#[test]
fn everything_about_a_figure_can_be_given_and_columns_are_added_for_it() {
    let given = ["x", "FY 2012/13", "70.5%", "--numerator", "141", "--denominator", "200", "--lower", "64.2"];
    let more = ["--upper", "76.8", "--comparator", "london=71", "--status", "provisional", "--marker", "u"];
    let last = ["--source", "A made-up survey", "--note", "say \"hi\"", "--recorded", "2013-06-20"];
    let (run, text) = recorded("period,value\n2011/12,62", &[&given[..], &more, &last].concat());
    assert_eq!(run.code, 0, "{run:?}");
    let expected = "period,value,numerator,denominator,lower,upper,london,status,marker,recorded,source,note\n\
                    2011/12,62,,,,,,,,,,\n\
                    2012/13,70.5,141,200,64.2,76.8,71,provisional,u,2013-06-20,A made-up survey,\"say \"\"hi\"\"\"\n";
    assert_eq!(text, expected);
}

#[test]
fn a_negative_figure_is_no_option() {
    let board = board(PLAIN).indicator("y", "unit = \"points\"\nperiod = \"calendar-year\"");
    let run = record(&board, &["y", "2012", "-2.3", "--lower", "-3", "--upper", "-1"]);
    assert_eq!(run.code, 0, "{run:?}");
    assert_eq!(text(&board, "y"), "period,value,lower,upper\n2012,-2.3,-3,-1\n");
}

#[test]
fn an_earlier_period_goes_among_its_own_and_a_missing_figure_needs_its_marker() {
    let (run, text) = recorded(PLAIN, &["x", "2009/10", "--marker", "x"]);
    assert_eq!(run.code, 0, "{run:?}");
    assert_eq!(text, "period,value,note,marker\n2009/10,,,x\n2010/11,61.0,,\n2011/12,62.0,\"one, two\",\n");
    assert!(run.stdout.contains("2009/10, not available"), "{run:?}");
}

#[test]
fn a_period_that_is_there_is_refused_with_what_stands_there_and_the_command_that_revises_it() {
    let args = ["x", "2011-12", "63", "--note", "it's new", "--comparator", "london=60"];
    let there = "2011/12 is there already: 62.0, final (row 3 of data/x.csv)";
    let again = "hwb record x 2011-12 63 --note \"it's new\" --comparator london=60 --revise";
    refused(PLAIN, &args, 1, &[there, again]);
    refused(PLAIN, &["x", "2012/13", "63", "--revise"], 1, &["has no row for 2012/13 to revise"]);
}

#[test]
fn a_revision_is_written_at_the_end_with_its_day_and_counts() {
    let (run, text) = recorded(PLAIN, &["x", "2010/11", "61.5", "--revise"]);
    assert_eq!(run.code, 0, "{run:?}");
    let expected = "period,value,note,status,recorded\n2010/11,61.0,,,\n2011/12,62.0,\"one, two\",,\n\
                    2010/11,61.5,,revised,2013-11-21\n";
    assert_eq!(text, expected);
}

#[test]
fn a_file_that_would_have_errors_is_not_written() {
    refused(PLAIN, &["x", "2012/13", "seventy"], 1, &["error[bad-number]", "data/x.csv:4:9 (cell B4)", "seventy"]);
    refused(PLAIN, &["x", "2014/15", "70"], 1, &["error[future-period]"]);
    refused(PLAIN, &["x", "2012/13 Q1", "70"], 1, &["error[wrong-granularity]"]);
    refused(PLAIN, &["x", "2012/13", "70", "--lower", "71"], 1, &["error[interval-misses-value]"]);
    refused(PLAIN, &["x", "2012/13", "70", "--group", "grils"], 1, &["error[unknown-group]", "did you mean 'girls'?"]);
    let faulty = "period,value\n2011/12,6O\n";
    refused(faulty, &["x", "2012/13", "70"], 1, &["error[bad-number]", "data/x.csv has 1 error"]);
}

#[test]
fn a_new_warning_is_shown_and_the_figure_is_written() {
    let (run, text) = recorded(PLAIN, &["x", "2012/13", "700"]);
    assert_eq!(run.code, 0, "{run:?}");
    assert!(run.stderr.contains("warning[outside-percentage]"), "{run:?}");
    assert!(text.ends_with("2012/13,700,\n"));
    let (again, _) = recorded(&text, &["x", "2009/10", "60"]);
    assert!(!again.stderr.contains("outside-percentage"), "it was there before: {again:?}");
}

#[test]
fn what_is_not_there_is_wrong_usage_with_the_nearest_that_is() {
    let unknown = ["poeple", "2012", "17"];
    refused(PLAIN, &unknown, 2, &["no indicator 'poeple'", "did you mean 'people'?"]);
    refused(PLAIN, &["x", "2012/13", "70", "--comparator", "lodnon=5"], 2, &["did you mean 'london'?"]);
    refused(PLAIN, &["x", "2012/13", "70", "--comparator", "london"], 2, &["london=5.7"]);
    refused(PLAIN, &["x", "2012/13"], 2, &["there is no figure to record", "--marker"]);
    refused(PLAIN, &["x"], 2, &["PERIOD"]);
    refused(PLAIN, &["--from", "f.csv", "--note", "n"], 2, &["cannot be used with"]);
}

#[test]
fn a_dry_run_shows_the_change_and_writes_nothing() {
    let (run, text) = recorded(PLAIN, &["x", "2012/13", "70.5", "--dry-run"]);
    assert_eq!((run.code, text.as_str()), (0, PLAIN));
    assert!(run.stdout.starts_with("data/x.csv\n  + 2012/13,70.5,\n\nTo be written to "), "{run:?}");
    assert!(run.stdout.contains("it would be green"), "{run:?}");
    assert!(run.stderr.contains("Nothing was written"), "{run:?}");
    let board = board(PLAIN);
    record(&board, &["x", "2012/13", "70.5", "--dry-run"]);
    assert!(!board.root().join(hwb::files::LOCK).exists());
}

#[test]
fn a_small_or_suppressed_count_is_never_repeated() {
    let board = board(PLAIN).csv("people", "2011,3");
    for args in [["people", "2011", "4"].as_slice(), &["people", "2011", "9", "--marker", "c"]] {
        let run = record(&board, args);
        assert_eq!(run.code, 1, "{run:?}");
        let said = run.both().replace("2011", "").replace("2013", "").replace("row 2", "");
        assert!(!said.contains(['3', '4', '9']), "{said}");
    }
}

#[test]
fn a_dry_run_shows_no_figure_that_it_suppresses_nor_any_that_is() {
    let start = "period,value,group,marker\n2010/11,61.1,,\n2011/12,62.2,,\n2012/13,17.9,,\n2011/12,27.9,girls,\n\
                 2011/12,,girls,c\n";
    let board = board(&start.replace("2011/12,27.9,girls,\n", "2011/12,27.9,girls,p\n"));
    let run = record(&board, &["x", "2012/13", "--marker", "c", "--revise", "--dry-run"]);
    assert_eq!(run.code, 0, "{run:?}");
    assert!(run.stdout.contains("(withheld)") && run.stdout.contains("62.2"), "{run:?}");
    assert!(!run.both().contains("17.9") && !run.both().contains("27.9"), "{run:?}");
}

#[test]
fn help_for_a_file_of_figures_can_be_followed() {
    for (figures, help) in [
        (b"indicator;period;value\nx;2012/13;70,5\n".as_slice(), "set it to ',' and save again\n"),
        (b"indicator,period,value,note\nx,2012/13,70.5,caf\xe9\n", "'CSV UTF-8 (Comma delimited)'\n"),
        (b"indicator,period,value\nx,Dec-11,70.5\n", "write 2011/12 again\n"),
    ] {
        let board = board(PLAIN);
        std::fs::create_dir_all(board.folder()).expect("a folder");
        fs::write(board.root().join("figures.csv"), figures).expect("a file");
        let run = record_as_it_is(&board, &["--from", "figures.csv"]);
        assert_eq!(run.code, 1, "{run:?}");
        assert!(run.stderr.contains(help) && !run.stderr.contains("hwb fix"), "{run:?}");
    }
}

#[test]
fn two_figures_for_one_comparator_are_wrong_usage() {
    let both = ["x", "2012/13", "70.5", "--comparator", "london=5.7", "--comparator", "london=5.8"];
    refused(PLAIN, &both, 2, &["two figures are given for the comparator 'london'"]);
}

#[test]
fn figures_of_several_indicators_are_recorded_together() {
    let figures = "Indicator,period,value,london,marker\nx,2012/13,70.5,71,\npeople,2012,,,c\nx,FY2009/10,60,,\n";
    let board = board(PLAIN).file("figures.csv", figures);
    let run = record(&board, &["--from", "figures.csv"]);
    assert_eq!(run.code, 0, "{run:?}");
    let expected =
        "period,value,note,london\n2009/10,60,,\n2010/11,61.0,,\n2011/12,62.0,\"one, two\",\n2012/13,70.5,,71\n";
    assert_eq!(text(&board, "x"), expected);
    assert_eq!(text(&board, "people"), "period,value,marker\n2012,,c\n");
    assert_eq!(run.stdout.matches("Written to").count(), 3, "{run:?}");
}

#[test]
fn one_bad_figure_among_several_keeps_all_from_being_written_and_is_shown_where_it_was_typed() {
    for (figures, said) in [
        ("indicator,period,value\npeople,2012,17\nx,2012/13,7O\n", "figures.csv:3:11 (cell C3)"),
        ("indicator,period,value\npeople,2012,17\nx,2011/12,70\n", "figures.csv:3:3 (cell B3)"),
        ("indicator,period,value\npeople,2012,17\npeople,2012,18\n", "figures.csv:3:8 (cell B3)"),
        ("indicator,period,value\npeople,2012,17\ny,2012/13,70\n", "figures.csv:3:1 (cell A3)"),
        ("indicator,period,vlaue\npeople,2012,17\n", "did you mean 'value'?"),
        ("indicator,value\npeople,17\n", "no column 'period'"),
        ("indicator,period,value\npeople,2012\n", "the row has 2 values"),
        ("indicator,period,value\n", "the file has no figures"),
    ] {
        let board = board(PLAIN).file("figures.csv", figures);
        let run = record(&board, &["--from", "figures.csv"]);
        assert_eq!(run.code, 1, "{figures}: {run:?}");
        assert!(run.stderr.contains(said) && run.stderr.contains("nothing was written"), "{said}: {run:?}");
        assert_eq!((text(&board, "x").as_str(), text(&board, "people").as_str()), (PLAIN, ""), "{figures}");
    }
}

#[test]
fn revisions_among_several_figures_say_so_or_are_asked_for_together() {
    let figures = "indicator,period,value,status\nx,2011/12,63,revised\nx,2012/13,70.5,\n";
    let board = board(PLAIN).file("figures.csv", figures);
    let run = record(&board, &["--from", "figures.csv"]);
    assert_eq!(run.code, 0, "{run:?}");
    assert!(text(&board, "x").ends_with("2011/12,63,,revised,2013-11-21\n2012/13,70.5,,,2013-11-21\n"));

    let plain = "indicator,period,value\nx,2011/12,64\nx,2009/10,60\n";
    fs::write(board.root().join("figures.csv"), plain).expect("the figures");
    let run = record_as_it_is(&board, &["--from", "figures.csv", "--revise"]);
    assert_eq!(run.code, 0, "{run:?}");
    assert!(text(&board, "x").ends_with("2011/12,64,,revised,2013-11-21\n"), "{}", text(&board, "x"));
}

#[test]
fn git_is_named_only_where_there_is_a_repository() {
    let (plain, _) = recorded(PLAIN, &["x", "2012/13", "70.5"]);
    assert!(!plain.both().contains("git"), "{plain:?}");
    let board = board(PLAIN);
    fs::create_dir(board.folder().join(".git")).expect("a folder");
    let there = record_as_it_is(&board, &["x", "2012/13", "70.5"]);
    assert!(there.stderr.contains("git commit -m \"x: 2012/13\" "), "{there:?}");
    let made = record_as_it_is(&board, &["people", "2012", "17"]);
    assert!(made.stderr.contains("git add "), "{made:?}");
}

#[test]
fn on_a_terminal_the_figure_is_asked_for_and_confirmed() {
    let board = board(PLAIN);
    board.folder();
    let ask = |typed: &str| terminal(board.root(), "record x 2012/13 --as-of 2013-11-21", typed);
    let Some(declined) = ask("70.5\\nn\\n") else { return };
    assert!(
        declined.stdout.contains("2011/12  62.0%") && declined.stdout.contains("Target: At least 90%"),
        "{declined:?}"
    );
    assert!(declined.stdout.contains("Nothing was written."), "{declined:?}");
    assert_eq!(text(&board, "x"), PLAIN);
    let Some(confirmed) = ask("70.5\\ny\\n") else { return };
    assert!(confirmed.stdout.contains("Written to data/x.csv, row 4"), "{confirmed:?}");
    assert_eq!(text(&board, "x"), format!("{PLAIN}2012/13,70.5,\n"));
}
