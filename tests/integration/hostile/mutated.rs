//! Any bytes, and valid files with some of their bytes, cells and lines changed.

use hwb::board::{self, Overrides};
use hwb::files::Memory;
use hwb::workspace::Workspace;
use proptest::prelude::*;

use super::board::{READINGS, X, days, declared, files};
use super::{answers::ask_everything, config};

/// What people and machines leave in files, and what is hard to read.
const TOKENS: &[&str] = &[
    "",
    ",",
    "\"",
    "\"\"",
    "\n",
    "\r\n",
    "\r",
    "\u{feff}",
    "\u{a0}",
    "\u{200b}",
    "\u{202e}",
    "\0",
    "\u{1b}[31m",
    "é",
    "界",
    "👩\u{200d}👩",
    "=1+1",
    "#N/A",
    "-",
    "−",
    "0",
    "-0",
    "00",
    "1e400",
    "1,234",
    "61,5",
    "<5",
    "[c]",
    "c",
    "f",
    "r",
    "%",
    "9999999999999999999999999999",
    "-9999999999999999999999999999",
    "0.0000000000000000000000000001",
    "99999999999999999999999999999999999999",
    "1900/01",
    "2198/99",
    "2199/00",
    "0000/01",
    "9999/00",
    "2012/13",
    "Dec-11",
    "41365",
    "1900-01-01",
    "2199-12-31",
    "9999-12-31",
    "30/02/2013",
    "2000-2002",
    "Q5 2012/13",
    "<<<<<<< a\n",
    "=======\n",
    "[",
    "]",
    "[[",
    "{",
    "}",
    "=",
    "\"\"\"",
    "'''",
    "\\u0000",
    "#",
    "x = 1\n",
    "[indicators.x]\n",
    "1979-05-27T07:32:00Z",
    "inf",
    "nan",
    "true",
    "\"0 weeks\"",
    "\"4294967295 years\"",
    "\"9999 years\"",
    "\"0%\"",
    "\"-100%\"",
    "\"+9999999999999999999999999999\"",
];

/// One change of a text.
#[derive(Debug, Clone)]
pub enum Change {
    Delete(prop::sample::Index, usize),
    Insert(prop::sample::Index, &'static str),
    Byte(prop::sample::Index, u8),
    Repeat(prop::sample::Index, usize),
    SwapCells(prop::sample::Index, prop::sample::Index),
    SwapLines(prop::sample::Index, prop::sample::Index),
    Cell(prop::sample::Index, &'static str),
    Long(prop::sample::Index, char, usize),
}

pub fn change() -> impl Strategy<Value = Change> {
    let at = || any::<prop::sample::Index>();
    let token = || prop::sample::select(TOKENS);
    prop_oneof![
        1 => (at(), 1..40_usize).prop_map(|(at, length)| Change::Delete(at, length)),
        1 => (at(), token()).prop_map(|(at, token)| Change::Insert(at, token)),
        1 => (at(), any::<u8>()).prop_map(|(at, byte)| Change::Byte(at, byte)),
        1 => (at(), 1..200_usize).prop_map(|(at, length)| Change::Repeat(at, length)),
        1 => (at(), at()).prop_map(|(one, other)| Change::SwapCells(one, other)),
        1 => (at(), at()).prop_map(|(one, other)| Change::SwapLines(one, other)),
        4 => (at(), token()).prop_map(|(at, token)| Change::Cell(at, token)),
        1 => (at(), prop::sample::select(&['9', 'n', 'é', '界', '\u{301}', '\u{a0}', '"'][..]), 100..3000_usize)
            .prop_map(|(at, filling, length)| Change::Long(at, filling, length)),
    ]
}

pub fn changed(text: &[u8], changes: &[Change]) -> Vec<u8> {
    changes.iter().fold(text.to_vec(), apply)
}

fn apply(mut bytes: Vec<u8>, change: &Change) -> Vec<u8> {
    let place = |at: &prop::sample::Index| at.index(bytes.len() + 1);
    match change {
        Change::Delete(at, length) => {
            let from = place(at);
            let to = (from + length).min(bytes.len());
            bytes.drain(from..to);
        }
        Change::Insert(at, token) => {
            let at = place(at);
            bytes.splice(at..at, token.bytes());
        }
        Change::Byte(at, byte) => {
            let at = place(at);
            bytes.splice(at..(at + 1).min(bytes.len()), [*byte]);
        }
        Change::Repeat(at, length) => {
            let from = place(at);
            let again = bytes[from..(from + length).min(bytes.len())].to_vec();
            bytes.splice(from..from, again);
        }
        Change::SwapCells(one, other) => return swapped(&bytes, is_cell_end, *one, *other),
        Change::SwapLines(one, other) => return swapped(&bytes, |byte| byte == b'\n', *one, *other),
        Change::Cell(at, token) => {
            let mut parts: Vec<&[u8]> = bytes.split_inclusive(|byte| is_cell_end(*byte)).collect();
            let Some(place) = (!parts.is_empty()).then(|| at.index(parts.len())) else { return bytes };
            let end: Vec<u8> = parts[place].iter().copied().filter(|byte| is_cell_end(*byte)).collect();
            let cell = [token.as_bytes(), end.as_slice()].concat();
            parts[place] = &cell;
            return parts.concat();
        }
        Change::Long(at, filling, length) => {
            let at = place(at);
            bytes.splice(at..at, filling.to_string().repeat(*length).bytes());
        }
    }
    bytes
}

fn is_cell_end(byte: u8) -> bool {
    matches!(byte, b',' | b'\n' | b'=')
}

fn swapped(bytes: &[u8], is_end: impl Fn(u8) -> bool, one: prop::sample::Index, other: prop::sample::Index) -> Vec<u8> {
    let mut parts: Vec<&[u8]> = bytes.split_inclusive(|byte| is_end(*byte)).collect();
    if !parts.is_empty() {
        let (one, other) = (one.index(parts.len()), other.index(parts.len()));
        parts.swap(one, other);
    }
    parts.concat()
}

/// The state, the words and the places of the findings: what may not depend on how lines end.
fn judged(files: &Memory) -> Option<Vec<String>> {
    let workspace = Workspace::open(Box::new(files.clone())).ok()?;
    let today = days()[3];
    let mut said = Vec::new();
    for indicator in workspace.strategy.indicators.values() {
        let dossier = board::dossier(&workspace, indicator, board::Occasion::day_alone(today));
        let verdict = &dossier.standing.verdict;
        said.push(format!("{:?} {} {:?}", verdict.state, dossier.standing.why, verdict.direction));
    }
    for finding in board::validate(&workspace, &[], today, &Overrides::default()).findings {
        let place = finding.place.map(|place| (place.line, place.column, place.cell));
        said.push(format!("{} {} {place:?} {}", finding.path, finding.code.name(), finding.more));
    }
    Some(said)
}

fn with_crlf(bytes: &[u8]) -> Vec<u8> {
    let lines: Vec<&[u8]> = bytes.split(|byte| *byte == b'\n').collect();
    lines.join(&b"\r\n"[..])
}

#[test]
fn the_files_before_they_are_changed_are_rated() {
    let files = files(declared(), READINGS);
    let workspace = Workspace::open(Box::new(files.clone())).expect("a strategy");
    let dossier =
        board::dossier(&workspace, &workspace.strategy.indicators["x"], board::Occasion::day_alone(days()[3]));
    assert!(dossier.standing.verdict.rating().is_some(), "{:?} {:?}", dossier.standing, dossier.findings);
    ask_everything(&files, days()[3]);
}

proptest! {
    #![proptest_config(config(50))]

    #[test]
    fn any_bytes_are_a_strategy_or_are_refused(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        ask_everything(&files(bytes, READINGS), days()[2]);
    }

    #[test]
    fn any_bytes_are_readings_or_are_refused(bytes in prop::collection::vec(any::<u8>(), 0..300)) {
        ask_everything(&files(declared(), bytes), days()[2]);
    }

    #[test]
    fn any_text_below_a_header_is_readings_or_is_refused(rest in "[,\"\r\n 0-9./%a-zé界\u{feff}\u{a0}\u{200b}-]{0,200}") {
        ask_everything(&files(declared(), format!("period,value,marker,note\n{rest}")), days()[2]);
    }

    #[test]
    fn any_cells_are_readings_or_are_refused(
        cells in prop::collection::vec(prop::sample::select(TOKENS), 0..40),
        width in 2..5_usize,
    ) {
        let rows: Vec<String> = cells.chunks(width).map(|row| row.join(",")).collect();
        let header = ["period", "value", "marker", "recorded"][..width.min(4)].join(",");
        ask_everything(&files(declared(), format!("{header}\n{}\n", rows.join("\n"))), days()[3]);
    }
}

proptest! {
    #![proptest_config(config(200))]

    #[test]
    fn readings_with_changes_are_read_or_refused(
        changes in prop::collection::vec(change(), 1..6),
        day in prop::sample::select(days().to_vec()),
    ) {
        ask_everything(&files(declared(), changed(READINGS.as_bytes(), &changes)), day);
    }

    #[test]
    fn a_strategy_with_changes_is_read_or_refused(
        changes in prop::collection::vec(change(), 1..5),
        day in prop::sample::select(days().to_vec()),
    ) {
        ask_everything(&files(changed(declared().as_bytes(), &changes), READINGS), day);
    }
}

proptest! {
    #![proptest_config(config(100))]

    #[test]
    fn lines_that_end_otherwise_say_the_same(
        changes in prop::collection::vec(change(), 0..4),
        in_strategy in prop::collection::vec(change(), 0..2),
    ) {
        let lf = |text: Vec<u8>| text.into_iter().filter(|byte| *byte != b'\r').collect::<Vec<u8>>();
        let readings = lf(changed(READINGS.as_bytes(), &changes));
        let declared = lf(changed(declared().as_bytes(), &in_strategy));
        let crlf = Memory::new().with(X, with_crlf(&readings)).with(hwb::files::STRATEGY, with_crlf(&declared));
        prop_assert_eq!(judged(&files(declared, readings)), judged(&crlf));
    }
}
