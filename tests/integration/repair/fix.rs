//! `hwb fix` as a command.

use std::fs;

use super::SPOILT;
use tempfile::TempDir;

use crate::support::{Board, Run, run};

/// A board written once, so that what a command leaves there can be looked at.
struct Written(TempDir);

impl Written {
    fn run(&self, args: &[&str]) -> Run {
        run(self.0.path(), args, &[])
    }
}

fn board(bytes: &[u8]) -> Written {
    Written(Board::new().indicator("x", "").file("data/x.csv", bytes).into_folder())
}

fn file(board: &Written) -> Vec<u8> {
    fs::read(board.0.path().join("data/x.csv")).expect("the file")
}

#[test]
fn with_yes_what_is_certain_is_written_and_the_rest_is_listed() {
    let board = board(SPOILT);
    let run = board.run(&["fix", "--from", "windows-1252", "--yes", "data/x.csv", "--as-of", "2014-06-01"]);
    let expected = "period,value,note,recorded,marker\n2010/11,\"61,5%\",Testham – women,2011-06-20,\n\
        2011/12,\"63,4\",£5 spent,03/04/2012,\n2012/13,\"64,0\",,2013-06-20,p\n2013/14,N/A,,2014-05-20,\n";
    assert_eq!(String::from_utf8(file(&board)).expect("UTF-8"), expected, "{run:?}");
    assert_eq!(run.code, 1, "figures are left that only a person can mend");
    for said in [
        "  - Dec-11;63,4;£5 spent;03/04/2012;;\n",
        "  + 2011/12,\"63,4\",£5 spent,03/04/2012,\n",
        "Left, since only a person can know:\ndata/x.csv:2:9: error[decimal-comma]",
        "made in 1 file\n",
    ] {
        assert!(run.stderr.contains(said), "{said} in {run:?}");
    }
}

#[test]
fn where_nobody_can_be_asked_the_repairs_are_shown_and_nothing_is_written() {
    let spoilt = b"period,value\n2012/13,61.5%\n";
    let board = board(spoilt);
    let run = board.run(&["fix"]);
    assert_eq!(file(&board), spoilt);
    assert!(run.stderr.contains("  - 2012/13,61.5%\n  + 2012/13,61.5\n"), "{run:?}");
    assert!(run.stderr.contains("1 file can be mended; nothing was changed: say hwb fix --yes"), "{run:?}");
}

#[test]
fn utf_8_is_not_spoilt_by_reading_it_as_something_else() {
    let spoilt = "period,value,note\n2012/13,61.5,£5\n".as_bytes();
    let board = board(spoilt);
    let run = board.run(&["fix", "--from", "windows-1252", "--yes", "data/x.csv"]);
    assert_eq!(run.code, 2, "{run:?}");
    assert_eq!(file(&board), spoilt);
}

#[test]
fn a_file_in_order_is_not_touched() {
    let sound = b"period,value\n2012/13,61.5\n";
    let board = board(sound);
    let run = board.run(&["fix", "--yes"]);
    assert_eq!((run.code, run.stderr.as_str()), (0, "nothing was changed\nNext: hwb validate\n"));
    assert_eq!(file(&board), sound);
}

#[test]
fn more_repairs_than_are_listed_are_all_made() {
    let mut spoilt = String::from("period,value,note\n");
    let mut sound = spoilt.clone();
    for year in 1950..2010 {
        let second = (year + 1) % 100;
        spoilt.push_str(&format!("{year}/{second:02},61.5%, padded\n"));
        sound.push_str(&format!("{year}/{second:02},61.5,padded\n"));
    }
    let board = board(spoilt.as_bytes());
    assert_eq!(board.run(&["fix", "--yes"]).code, 0);
    assert_eq!(String::from_utf8(file(&board)).expect("UTF-8"), sound);
}

#[test]
fn a_suppressed_row_is_mended_and_not_shown() {
    let board = board(b"period,value,numerator,marker\n2012/13, ,17 ,c\n");
    let run = board.run(&["fix", "--yes"]);
    assert!(run.stderr.contains("(withheld)"), "{run:?}");
    assert!(!run.both().contains("17"), "{run:?}");
}

#[test]
fn rows_above_the_headings_are_neither_taken_away_for_a_title_nor_shown() {
    let sorted = "2012/13,3,\n2011/12,20,\nperiod,value,note\n2013/14,9,\n";
    let board = Board::new().strategy("min_count = 5").indicator("x", "unit = \"people\"");
    let board = Written(board.file("data/x.csv", sorted).into_folder());
    let run = board.run(&["fix", "--yes"]);
    assert_eq!((run.code, file(&board)), (1, sorted.as_bytes().to_vec()), "{run:?}");
    let told = board.run(&["validate", "data/x.csv"]);
    assert!(told.stdout.contains("the columns are named in row 3, and other rows stand above it"), "{told:?}");
    assert!(told.stdout.contains("(withheld)") && !told.stdout.contains("2012/13"), "{told:?}");
}

#[test]
fn only_files_in_data_are_mended() {
    let board = board(b"period,value\n2012/13,61.5\n");
    for named in ["strategy.toml", "data/y.csv"] {
        assert_eq!(board.run(&["fix", named]).code, 2, "{named}");
    }
}

#[test]
fn commentary_and_registers_are_mended_too() {
    let files = [
        ("data/x.md", "## 2012-13\n\nIt rose.\n", "## 2012/13\n\nIt rose.\n"),
        (
            "data/registers/escalations.csv",
            "case;date;indicator;event;level;acceptable;recovery;note\nE1;20/07/2013;x;opened;performance-group;;;A, b\n",
            "case,date,indicator,event,level,acceptable,recovery,note\nE1,2013-07-20,x,opened,performance-group,,,\"A, b\"\n",
        ),
        (
            "data/registers/actions.csv",
            "Id,about,action,owner,opened,due,status,updated,case,note\nA1,x,Do it,l,2013-11-01, 2014-01-31,done,2013-11-01,E1,\n",
            "id,about,action,owner,opened,due,status,updated,case,note\nA1,x,Do it,l,2013-11-01,2014-01-31,done,2013-11-01,E1,\n",
        ),
    ];
    let mut board = Board::new().indicator("x", "").file("data/x.csv", "period,value\n2012/13,61.5\n");
    for (path, spoilt, _) in files {
        board = board.file(path, spoilt);
    }
    let board = Written(board.into_folder());
    let run = board.run(&["fix", "--yes", "--as-of", "2014-06-01"]);
    assert_eq!(run.code, 0, "{run:?}");
    for (path, _, mended) in files {
        assert_eq!(fs::read_to_string(board.0.path().join(path)).expect(path), mended, "{run:?}");
    }
}

#[test]
fn what_a_person_has_to_mend_is_listed_where_nobody_is_asked() {
    let spoilt = b"period,value,recorded\n2012/13,n/a,\n2013/14,61,03/04/2014\n";
    let board = board(spoilt);
    for args in [&["fix", "--as-of", "2014-06-01"][..], &["fix", "--yes", "--as-of", "2014-06-01"]] {
        let run = board.run(args);
        assert_eq!((run.code, file(&board).as_slice()), (1, &spoilt[..]), "{run:?}");
        for left in ["data/x.csv:2:9: error[na-text]", "data/x.csv:3:12: error[date-dmy]"] {
            assert!(run.stderr.contains(left), "{run:?}");
        }
    }
}

#[test]
fn the_encoding_that_was_named_is_a_repair_among_the_others() {
    let board = board(b"period,value,note\n2012/13,61.5,\xa35\n");
    let run = board.run(&["fix", "--from", "windows-1252", "--yes", "data/x.csv"]);
    assert!(run.stderr.contains("data/x.csv: 1 repair\n  C2    not-utf8: byte 0xA3 is not UTF-8"), "{run:?}");
    assert_eq!(String::from_utf8(file(&board)).expect("UTF-8"), "period,value,note\n2012/13,61.5,£5\n");
}
