//! The canonical form of a file of readings: one way to write what it says.

use super::{Check, Mending, has_errors};
use crate::csv::{Lexer, Row, cell};
use crate::finding::{Code, Finding};
use crate::table::is_blank;

/// What is meant by these can be seen, and a person wrote it: canonical form does not change words.
const WORDS: [Code; 2] = [Code::Mojibake, Code::SmartQuote];

/// Why a file was not put into canonical form.
#[derive(Debug)]
pub enum NotFormatted {
    /// It has errors, so that what it says is not known.
    Faulty(Vec<Finding>),
    /// The result would not say the same: a fault of this program, and nothing is to be written.
    Different,
}

/// The file in canonical form: columns and periods by their own names, no spaces, signs or quotes that say nothing, no empty rows
/// or columns at the right, rows in the order of their periods, each ended by a line feed. Figures keep the digits that were typed,
/// and a byte order mark stays, which Excel needs.
///
/// `says` is what a file of these bytes says, to be the same before and after.
///
/// # Errors
/// [`NotFormatted`] says why there is none.
pub fn formatted<T: PartialEq>(
    path: &str,
    bytes: Vec<u8>,
    check: Check<'_>,
    says: impl Fn(&[u8]) -> Option<T>,
) -> Result<Vec<u8>, NotFormatted> {
    let findings = check(&bytes);
    if has_errors(&findings) {
        return Err(NotFormatted::Faulty(findings));
    }
    let mut mending = Mending::of(path, bytes);
    let not_words = |bytes: &[u8]| -> Vec<Finding> {
        let mut findings = check(bytes);
        findings.retain(|finding| !WORDS.contains(&finding.code));
        findings
    };
    mending.make_certain(&not_words);
    let formatted = match std::str::from_utf8(&mending.after) {
        Ok(text) => tidied(text).into_bytes(),
        Err(_) => mending.after,
    };
    let (before, after) = (says(&mending.before), says(&formatted));
    if before.is_none() || before != after {
        return Err(NotFormatted::Different);
    }
    Ok(formatted)
}

/// The table with quotes only where they must be, and each row ended by a line feed.
fn tidied(text: &str) -> String {
    let mut tidied = String::with_capacity(text.len());
    if text.starts_with('\u{feff}') {
        tidied.push('\u{feff}');
    }
    let mut lexer = Lexer::new(text);
    let mut row = Row::default();
    while lexer.read(&mut row) {
        if is_blank(&row) {
            continue;
        }
        for (column, own) in row.cells.iter().enumerate() {
            if column > 0 {
                tidied.push(',');
            }
            tidied.push_str(&cell(&own.text.replace("\r\n", "\n").replace('\r', "\n")));
        }
        tidied.push('\n');
    }
    tidied
}
