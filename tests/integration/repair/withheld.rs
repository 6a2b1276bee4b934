//! Small and suppressed counts are said nowhere: in no format of `validate`, and in nothing that `fix` and `fmt` print.

use crate::support::{Board, run};

/// A count that may not be shown where the least is 500.
const COUNT: &str = "437";

const FORMATS: [&str; 6] = ["human", "short", "json", "github", "gitlab", "sarif"];

/// Checks and mends a file of people, and holds that the count is said nowhere.
#[track_caller]
fn nothing_is_said_of(file: impl Into<Vec<u8>>) {
    let board = Board::new().indicator("x", "unit = \"people\"\nmin_count = 500").file("data/x.csv", file);
    let folder = board.into_folder();
    let mut commands: Vec<Vec<&str>> = FORMATS.iter().map(|format| vec!["validate", "--format", *format]).collect();
    commands.extend([vec!["fmt", "--check"], vec!["fix"], vec!["show", "x"], vec!["fix", "--yes"]]);
    for command in commands {
        let run = run(folder.path(), &[&command[..], &["--as-of", "2014-06-01"]].concat(), &[]);
        let run = if command[0] == "fmt" { crate::support::run(folder.path(), &command, &[]) } else { run };
        assert!(!run.both().contains(COUNT), "{command:?} {run:?}");
        assert!(run.code < 2, "{command:?} {run:?}");
    }
}

#[test]
fn whatever_is_wrong_with_the_figure() {
    for written in [
        "437",
        "£437",
        "+437",
        "4.37E+02",
        "\"437,0\"",
        "437?",
        "~437",
        "[c] 437",
        "437%",
        " 437",
        "437 [p]",
        "=437",
        "437\u{a0}",
    ] {
        nothing_is_said_of(format!("period,value,marker\n2012/13,{written},\n2013/14,800,\n"));
    }
}

#[test]
fn wherever_the_figure_has_landed() {
    for row in
        ["2012/13,,437", "2012/13,437,437", "2012/13,,,437", "2012/13,437,c", "437,2012/13,", "2012/13,800,,437,9"]
    {
        nothing_is_said_of(format!("period,value,marker,numerator\n{row}\n2013/14,800,,\n"));
    }
}

#[test]
fn whatever_is_wrong_with_the_file() {
    nothing_is_said_of("period;value;marker\n2012/13;437;c\n");
    nothing_is_said_of("period\tvalue\tmarker\n2012/13\t437\t\n");
    nothing_is_said_of(b"period,value,marker,note\n2012/13,437,c,\x96\n".to_vec());
    nothing_is_said_of(b"period,value,note\n2012/13,437\x96,x\n".to_vec());
    nothing_is_said_of("period,value,marker\n2011/12,800,\n2012/13,437,c\r\n2013/14,801,\n");
    nothing_is_said_of("Return\nperiod,value\n2012/13,437\n");
    nothing_is_said_of("2012/13,437\nperiod,value\n2013/14,800\n");
    nothing_is_said_of("period,value,note\n2012/13,437,a \"b\" c\n");
    nothing_is_said_of("period,value,note\n2012/13,437,\"never closed\n");
    nothing_is_said_of("period,value\n2012/13,437\n2012/13,438\n");
    let utf16: Vec<u8> = "\u{feff}period\tvalue\n2012/13\t437\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    nothing_is_said_of(utf16);
}

#[test]
fn nor_in_what_the_cells_of_a_row_say_of_one_another() {
    let board = |row: &str| {
        let file = format!("period,value,numerator,denominator,lower,upper\n{row}\n");
        Board::new().indicator("x", "min_count = 500").file("data/x.csv", file)
    };
    for row in ["2012/13,35,437,1000,,", "2012/13,35,437,100,,", "2012/13,43.7,437,1000,50,40", "2012/13,43.7,437,0,,"]
    {
        for format in FORMATS {
            let run = board(row).run(&["validate", "--as-of", "2014-06-01", "--format", format]);
            assert!(!run.both().contains(COUNT), "{row} {format} {run:?}");
        }
    }
}

#[test]
fn the_period_of_a_row_is_no_secret() {
    let run = Board::of("", "").file("data/x.csv", "period,value,marker\nDec-11,,c\n").run(&["validate"]);
    assert!(run.stdout.contains("'Dec-11' is not a financial year"), "{run:?}");
}
