//! The formats in which findings stand beside the lines of a review: GitHub's, GitLab's, SARIF. Every figure is made up.

mod github;
mod gitlab;
mod sarif;

use std::fs;
use std::path::Path;

use tempfile::TempDir;

use crate::support::{Board, Run, run};

const FORMATS: [&str; 6] = ["human", "short", "json", "github", "gitlab", "sarif"];

/// The day the corpus is validated on.
const DAY: &str = "2014-06-01";

/// A board at the root of a repository, with one file of readings.
fn board(readings: &str) -> Board {
    Board::new().indicator("x", "").file("data/x.csv", readings).file(".git/HEAD", "")
}

fn printed(board: &Board, format: &str) -> Run {
    board.run(&["validate", "--format", format, "--as-of", DAY])
}

/// Two places, a cell, a help, a percent sign, and a whole file.
fn usual() -> Board {
    board("period,value,note\n2011/12,64.2,\n2011/12,64.8,\n2012/13,100%%,\n").indicator("z", "")
}

/// More of one kind than are listed.
fn many() -> Board {
    let rows: Vec<String> = (1950..1975).map(|year| format!("{year},abc\n")).collect();
    let readings = format!("period,value\n{}", rows.concat());
    Board::new().indicator("x", "period = \"calendar-year\"").file("data/x.csv", readings).file(".git/HEAD", "")
}

/// Cells that try to be something other than text, a row each.
const HOSTILE: [&str; 9] = [
    "::error::taken",
    "\"1\n::error file=strategy.toml::taken\"",
    "\"1\r\n::stop-commands::taken\"",
    "%0A::error::taken",
    "##[error]taken",
    "\u{202e}taken\u{2066}",
    "`taken`](https://example.org)",
    "\u{1b}[31mtaken\u{9b}0m",
    "\"\"\"},taken\"",
];

fn hostile() -> Board {
    let rows: Vec<String> =
        HOSTILE.iter().zip(2000..).map(|(cell, year)| format!("{year}/{},{cell}\n", year + 1)).collect();
    board(&format!("period,value\n{}", rows.concat())).file("data/%0A,taken.csv", "period,value\n")
}

/// A folder of the corpus, copied to a folder of a repository.
fn in_a_repository(corpus: &str, folder: &str) -> TempDir {
    let repository = TempDir::new().expect("a temporary folder");
    let from = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/findings").join(corpus);
    let to = repository.path().join(folder);
    fs::create_dir_all(to.join("data")).expect("a folder");
    fs::create_dir(repository.path().join(".git")).expect("a repository");
    fs::copy(from.join("strategy.toml"), to.join("strategy.toml")).expect("strategy.toml");
    for file in fs::read_dir(from.join("data")).expect("data/").flatten() {
        fs::copy(file.path(), to.join("data").join(file.file_name())).expect("a file");
    }
    repository
}

#[test]
fn what_is_in_a_cell_stays_text_in_every_format() {
    let header = board("period,value,::error::taken\n2012/13,91,\"a\n::error::taken\"\n");
    let strategy = board("").toml("[chapters.\"\\n::error::taken\"]\ntitle = \"Taken\"");
    for board in [hostile(), header, strategy] {
        for format in FORMATS {
            let run = printed(&board, format);
            assert_eq!(run.code, 1, "{run:?}");
            assert!(run.stdout.contains("taken"), "{format}: {run:?}");
            let is_control = |sign: char| sign.is_control() && sign != '\n';
            let is_bidirectional = |sign: char| matches!(sign, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
            let bare = run.both().chars().find(|&sign| is_control(sign) || is_bidirectional(sign));
            assert_eq!(bare, None, "{format}: {run:?}");
            assert!(!run.both().lines().any(|line| line.trim_start().starts_with("::error::")), "{format}: {run:?}");
        }
    }
}

#[test]
fn a_suppressed_figure_is_withheld_in_every_format() {
    let board = board("period,value,marker\n2011/12,77.123,c\n2012/13,77x123,c\n");
    for format in FORMATS {
        let run = printed(&board, format);
        assert!(run.stdout.contains("value-with-c"), "{format}: {run:?}");
        assert!(!run.both().contains("77"), "{format}: {run:?}");
    }
}

#[test]
fn a_suppressed_figure_does_not_tell_its_length_in_any_format() {
    let of = |figure: &str| board(&format!("period,value,marker\n2012/13,{figure},c\n"));
    for format in FORMATS {
        assert_eq!(printed(&of("3"), format).both(), printed(&of("1234"), format).both());
    }
}

#[test]
fn every_format_gives_the_same_bytes_twice() {
    for format in FORMATS {
        assert_eq!(printed(&usual(), format).stdout, printed(&usual(), format).stdout);
    }
}

#[test]
fn paths_are_from_the_root_of_the_repository() {
    let repository = in_a_repository("bad-number/bad", "boards/north west");
    let folder = repository.path().join("boards/north west");
    let validate = |format: &str| run(&folder, &["validate", "--format", format], &[]);
    assert!(validate("github").stdout.starts_with("::error file=boards/north west/data/seen-in-time.csv,line="));
    assert_eq!(validate("gitlab").json()[0]["location"]["path"], "boards/north west/data/seen-in-time.csv");
    let sarif = validate("sarif").json();
    let location = &sarif["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"];
    assert_eq!(location["uri"], "boards/north%20west/data/seen-in-time.csv");
    assert_eq!(location["uriBaseId"], "%SRCROOT%");
    assert_eq!(validate("json").json()["findings"][0]["path"], "data/seen-in-time.csv", "of the strategy's folder");
}

#[test]
fn two_strategies_of_one_repository_have_fingerprints_of_their_own() {
    let fingerprint = |folder: &str| {
        let repository = in_a_repository("bad-number/bad", folder);
        let run = run(&repository.path().join(folder), &["validate", "--format", "gitlab"], &[]);
        run.json()[0]["fingerprint"].clone()
    };
    assert_ne!(fingerprint("north"), fingerprint("south"));
}

#[test]
fn a_strategy_that_cannot_be_used_is_said_in_every_format() {
    let board = board("period,value\n").strategy("colour = \"red\"");
    for format in FORMATS {
        let run = printed(&board, format);
        assert_eq!(run.code, 1, "{run:?}");
        assert!(run.stdout.contains("unknown-key"), "{format}: {run:?}");
    }
}

#[test]
fn the_ending_of_the_file_says_sarif() {
    let board = usual();
    let run = board.run(&["validate", "--as-of", DAY, "-o", "findings.sarif"]);
    assert_eq!(run.code, 1, "{run:?}");
    let written = fs::read_to_string(board.folder().join("findings.sarif")).expect("findings.sarif");
    assert_eq!(written, printed(&board, "sarif").stdout);
}
