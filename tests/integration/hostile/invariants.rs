//! What is true of every answer, whatever the files hold.

use std::collections::BTreeSet;

use hwb::board::{Dossier, Position, Standing, Validation};
use hwb::csv::{Lexer, Row};
use hwb::files::Memory;
use hwb::finding::{self, Finding};
use hwb::judge::State;
use hwb::source::Place;
use hwb::{json, limits};

use super::bytes_of;

pub fn validation(files: &Memory, validation: &Validation) {
    for finding in &validation.findings {
        said(files, finding);
    }
    let short = finding::short(&validation.findings);
    assert_eq!(short.lines().count(), validation.findings.len(), "one line a finding: {short:?}");
    assert!(short.chars().all(|character| character == '\n' || !character.is_control()), "{short:?}");
    let human = finding::human(&validation.findings);
    let bare = anstream::adapter::strip_str(&human).to_string();
    assert!(bare.chars().all(|character| character == '\n' || !character.is_control()), "{bare:?}");

    annotated(&validation.findings);

    let written = json::validation(validation).expect("JSON is written");
    let value: serde_json::Value = serde_json::from_str(&written).expect("JSON is read back");
    let listed = value["findings"].as_array().expect("findings");
    let fingerprints: BTreeSet<&str> = listed.iter().filter_map(|finding| finding["fingerprint"].as_str()).collect();
    assert_eq!(fingerprints.len(), validation.findings.len(), "each its own fingerprint: {written}");
}

/// The findings as sites read them: a command a line and nothing else, and JSON with as many findings.
fn annotated(findings: &[Finding]) {
    let github = finding::github(findings);
    assert_eq!(github.lines().count(), findings.len(), "one command a finding: {github:?}");
    let is_ours = |line: &str| line.starts_with("::error file=") || line.starts_with("::warning file=");
    assert!(github.lines().all(is_ours), "{github:?}");
    assert!(github.chars().all(|character| character == '\n' || !character.is_control()), "{github:?}");

    let read = |written: &str| -> serde_json::Value { serde_json::from_str(written).expect("JSON is read back") };
    let gitlab = read(&finding::gitlab(findings).expect("JSON is written"));
    assert_eq!(gitlab.as_array().map(Vec::len), Some(findings.len()), "{gitlab}");
    let sarif = read(&finding::sarif(findings).expect("JSON is written"));
    assert_eq!(sarif["runs"][0]["results"].as_array().map(Vec::len), Some(findings.len()), "{sarif}");
}

/// One finding: it says something, and its places lie within its file.
fn said(files: &Memory, finding: &Finding) {
    assert!(!finding.message.trim().is_empty(), "{finding:?}");
    assert!(finding.help.as_ref().is_none_or(|help| !help.trim().is_empty()), "{finding:?}");
    let bytes = bytes_of(files, &finding.path);
    if let Some(place) = &finding.place {
        placed(&bytes, place, finding);
        in_its_cell(&bytes, place, finding);
    }
    if let Some(related) = &finding.related {
        placed(&bytes, &related.place, finding);
    }
}

fn placed(bytes: &[u8], place: &Place, finding: &Finding) {
    // Where bytes are no UTF-8 each counts as one character.
    let text =
        String::from_utf8(bytes.to_vec()).unwrap_or_else(|_| bytes.iter().map(|&byte| char::from(byte)).collect());
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let lines: Vec<&str> = text.split('\n').collect();
    assert!((1..=lines.len()).contains(&place.line), "{} lines: {finding:?}", lines.len());
    let length = lines[place.line - 1].chars().count();
    assert!((1..=length + 1).contains(&place.column), "{length} columns: {finding:?}");
    assert!(place.end_column > place.column && place.end_column <= length + 2, "{length} columns: {finding:?}");
    assert!(place.quoted.get(place.mark.clone()).is_some(), "{finding:?}");
    assert!(!place.quoted.contains(char::is_control), "{finding:?}");
    // Each character is shown by a sign of at most eight, and dots stand at both ends.
    assert!(place.quoted.chars().count() <= 8 * 2 * limits::QUOTED_CHARACTERS + 2, "{finding:?}");
}

/// The Excel cell is one the file has, or the one after a row's last.
fn in_its_cell(bytes: &[u8], place: &Place, finding: &Finding) {
    let (Some(cell), Ok(text)) = (&place.cell, std::str::from_utf8(bytes)) else { return };
    let letters = cell.trim_end_matches(|character: char| character.is_ascii_digit());
    let number: usize = cell[letters.len()..].parse().expect("a row");
    let column = letters.bytes().fold(0, |column, letter| column * 26 + usize::from(letter - b'A') + 1);
    let mut lexer = Lexer::new(text);
    let mut row = Row::default();
    while lexer.read(&mut row) {
        if row.number == number {
            assert!((1..=row.cells.len()).contains(&column), "{cell} of {} cells: {finding:?}", row.cells.len());
            return;
        }
    }
    panic!("no row {number}: {finding:?}");
}

pub fn position(position: &Position<'_>) {
    position.rows.iter().for_each(standing);
    let summary = &position.summary;
    assert_eq!(summary.indicators, position.rows.len());
    assert_eq!(summary.states.iter().map(|(_, count)| count).sum::<usize>(), summary.indicators, "{summary:?}");
    assert_eq!(summary.ratings.iter().map(|(.., count)| count).sum::<usize>(), summary.rated, "{summary:?}");
}

pub fn standing(standing: &Standing<'_>) {
    let verdict = &standing.verdict;
    assert!(!standing.why.trim().is_empty(), "{verdict:?}");
    let is_rated = matches!(verdict.state, State::Rated(_));
    assert_eq!(verdict.rating().is_some(), is_rated, "{verdict:?}");
    assert!(!verdict.state.name().is_empty() && !verdict.state.words().is_empty(), "{verdict:?}");
    let is_known = !matches!(verdict.state, State::Unreadable | State::NoData);
    assert_eq!(verdict.latest.is_some(), is_known, "{verdict:?}");
    for exception in &standing.exceptions {
        assert!(!exception.reason.trim().is_empty(), "{exception:?}");
    }
    if is_rated {
        assert!(verdict.latest.as_ref().is_some_and(|latest| latest.figure.is_some()), "{verdict:?}");
    }
    assert!(standing.why.chars().count() < 2000, "{}", standing.why);
}

pub fn dossier(files: &Memory, dossier: &Dossier<'_>) {
    standing(&dossier.standing);
    assert_eq!(dossier.rows.len(), dossier.readings.rows.len());
    for finding in &dossier.findings {
        said(files, finding);
    }
    for (row, reading) in dossier.rows.iter().zip(&dossier.readings.rows) {
        assert!(row.rated.is_none() || (row.counts && reading.value.is_some()), "{reading:?}");
    }
}
