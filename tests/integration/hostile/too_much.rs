//! The limits: what is beyond each is refused, in little time and memory. Every figure is made up.

use std::fs::File;

use hwb::finding::{Code, Finding};
use hwb::limits;
use hwb::workspace::{NotOpened, Workspace};

use super::board::{DECLARED, KEYS, declared, files};
use crate::support::run::silence;
use crate::support::{Board, Run, run};

/// A board with the indicator `x`, whose file is this text.
fn board(readings: String) -> Board {
    Board::of("", "").file("data/x.csv", readings)
}

fn cells(count: usize) -> String {
    ",".repeat(count - 1)
}

/// Megabytes of address space that the allocator sets aside before it gives any out, and does not use.
const RESERVED: usize = 1024;

/// Runs `validate` with no more address space than this beside what is set aside, where the system can hold a process to it.
fn validate_within(board: &Board, megabytes: usize) -> Run {
    let args = ["validate", "--format", "json", "--as-of", "2014-06-01"];
    if cfg!(not(target_os = "linux")) {
        // macOS takes `ulimit -v` and does not keep it; Windows has no such thing.
        return board.run(&args);
    }
    let limited = format!("ulimit -v {}; exec \"$0\" \"$@\"", (RESERVED + megabytes) * 1024);
    let mut command = std::process::Command::new("sh");
    command.current_dir(board.folder()).args(["-c", &limited, env!("CARGO_BIN_EXE_hwb")]).args(args);
    silence(&mut command);
    Run::from(command.output().expect("hwb runs"))
}

/// Runs `validate` where the file of `x` is so many bytes long; an error where the system cannot make such a file.
fn validate_of_length(board: &Board, bytes: u64) -> std::io::Result<Run> {
    let folder = board.folder();
    File::options().write(true).open(folder.join("data/x.csv"))?.set_len(bytes)?;
    Ok(run(folder, &["validate", "--format", "short"], &[]))
}

/// The codes of the findings.
#[track_caller]
fn codes(run: &Run) -> Vec<String> {
    let json = run.json();
    let findings = json["findings"].as_array().expect("`findings`");
    findings.iter().filter_map(|finding| finding["code"].as_str()).map(str::to_owned).collect()
}

/// The findings on a strategy that cannot be used.
#[track_caller]
fn refused(strategy: String) -> Vec<Finding> {
    match Workspace::open(Box::new(files(strategy, "period,value\n"))) {
        Err(NotOpened::Faulty(findings)) => findings.into_sorted(),
        other => panic!("it can be used: {:?}", other.map(|workspace| workspace.strategy.indicators.len())),
    }
}

#[test]
fn a_file_of_a_gigabyte_is_refused_unread() {
    let board = board("period,value\n2012/13,5\n".to_owned());
    // A file with a hole: it takes no room, and no time to make.
    let run = validate_of_length(&board, 1 << 30).expect("a long file");
    let expected = "data/x.csv: error[not-a-file]: the file cannot be read: it has 1073741824 bytes, and the most hwb reads is 67108864\n";
    assert_eq!((run.stdout.as_str(), run.code), (expected, 1));
}

#[cfg(target_os = "linux")]
#[test]
fn the_size_a_file_says_it_has_is_never_asked_of_memory() {
    // Only where files with holes can be longer than any disk.
    let board = board(String::new());
    if let Ok(run) = validate_of_length(&board, 1 << 42) {
        assert!(run.stdout.contains("it has 4398046511104 bytes"), "{run:?}");
    }
}

#[test]
fn a_million_columns_are_refused() {
    let header = board(format!("period,value{}\n2012/13,5\n", cells(1_000_000)));
    assert_eq!(codes(&validate_within(&header, 100)), ["not-a-csv"]);
    let row = board(format!("period,value\n2012/13,5{}\n2013/14,6\n", cells(1_000_000)));
    assert_eq!(codes(&validate_within(&row, 200)), ["ragged-row"]);
}

#[test]
fn a_cell_of_ten_megabytes_is_refused() {
    let bare = board(format!("period,value,note\n2012/13,5,{}\n", "word ".repeat(2_000_000)));
    let run = validate_within(&bare, 100);
    assert_eq!(codes(&run), ["long-cell"]);
    assert!(run.stdout.len() < 2000, "{}", run.stdout.len());
}

#[test]
fn a_quote_left_open_over_ten_megabytes_is_told_where_it_was_opened() {
    let open = board(format!("period,value,note\n2012/13,5,\"{}", "2013/14,6,\n".repeat(900_000)));
    let run = validate_within(&open, 100);
    assert_eq!(codes(&run), ["unclosed-quote"]);
    assert_eq!(run.json()["findings"][0]["line"], 2);
}

#[test]
fn a_cell_as_long_as_a_spreadsheet_can_hold_is_read_and_one_longer_is_not() {
    let findings = |note: String| board(format!("period,value,note\n2012/13,5,{note}\n")).validate();
    let longest = limits::CELL_CHARACTERS;
    assert!(findings("n".repeat(longest)).findings().is_empty());
    assert!(findings("é".repeat(longest)).findings().is_empty(), "characters are counted, not bytes");
    assert!(findings("n".repeat(longest + 1)).has("long-cell"));
    assert!(findings("👩".repeat(longest / 2 + 1)).has("long-cell"), "it is two characters to a spreadsheet");
}

#[test]
fn many_empty_rows_are_named_in_few_words() {
    let validation = board(format!("period,value\n{}", "2012/13,5\n,\n".repeat(5_000))).validate();
    let message = validation.get("blank-row").0["message"].as_str().expect("a message").to_owned();
    assert!(message.starts_with("rows 3, 5, 7,") && message.ends_with("21 and 4990 more are empty"), "{message}");
}

#[test]
fn more_indicators_than_can_be_read_are_refused() {
    let tables: Vec<String> = (0..=limits::INDICATORS).map(|place| format!("[indicators.i{place}]\n")).collect();
    let declared = DECLARED.split("[indicators.x]").next().expect("what stands before");
    let findings = refused(format!("{declared}{}", tables.concat()));
    let [only] = findings.as_slice() else { panic!("{findings:#?}") };
    assert_eq!(only.code, Code::BadSetting);
    assert_eq!(only.message, "there are 100001 indicators, and the most hwb reads is 100000");
}

#[test]
fn as_many_indicators_as_can_be_read_are_read() {
    let keys = "chapter=\"c\"\nlead=\"l\"\ntitle=\"T\"\nunit=\"%\"\ngood=\"high\"\nperiod=\"month\"\n";
    let tables = (1..limits::INDICATORS).map(|place| format!("[indicators.i{place}]\n{keys}"));
    let tables: Vec<String> = tables.collect();
    let strategy = format!("{}{}", declared(), tables.concat());
    let workspace = Workspace::open(Box::new(files(strategy, "period,value\n"))).expect("a strategy");
    assert_eq!(workspace.strategy.indicators.len(), limits::INDICATORS);
    assert!(workspace.strategy.indicators.values().all(|indicator| !indicator.faulty));
}

#[test]
fn tables_and_lists_nested_too_deep_are_refused_where_they_are() {
    let nested = |depth: usize| {
        let parts = |name: &str| vec![name; depth].join(".");
        [
            format!("x = {}1{}", "[".repeat(depth), "]".repeat(depth)),
            format!("x = {}1{}", "{ a = ".repeat(depth), " }".repeat(depth)),
            format!("{} = 1", parts("a")),
            format!("[{}]", parts("a")),
            format!("[[{}]]", parts("a")),
        ]
    };
    for text in nested(100_000).into_iter().chain(nested(limits::NESTING + 1)) {
        let findings = refused(format!("{DECLARED}{KEYS}{text}\n"));
        let [only] = findings.as_slice() else { panic!("{findings:#?}") };
        assert_eq!((only.code, only.message.as_str()), (Code::TomlSyntax, "this is nested more than 80 deep"));
        let last = format!("{DECLARED}{KEYS}").lines().count() + 1;
        assert_eq!(only.place.as_ref().map(|place| place.line), Some(last), "{only:#?}");
    }
    for text in nested(limits::NESTING) {
        let text = format!("{DECLARED}{KEYS}{text}\n");
        let is_syntax = |findings: &[Finding]| findings.iter().any(|finding| finding.code == Code::TomlSyntax);
        // `[a.a]` is no table of a strategy, and the rest are unknown keys of `x`.
        if let Err(NotOpened::Faulty(findings)) = Workspace::open(Box::new(files(text, "period,value\n"))) {
            assert!(!is_syntax(findings.as_slice()), "{findings:#?}");
        }
    }
}
