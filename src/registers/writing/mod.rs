//! What somebody gives for a register, as the cells of a row.

mod action;
mod event;

use std::collections::BTreeSet;

pub use action::{ActionChange, NewAction};
pub use event::NewEvent;

use crate::limits;
use crate::table::trimmed;

/// What stands in which column of a row.
type Cells = Vec<(String, String)>;

/// The letter followed by the number after the highest that is taken: `A8` where `A7` is.
#[must_use]
pub fn next_id(letter: char, taken: &BTreeSet<&str>) -> String {
    let number = |id: &&str| id.strip_prefix(letter)?.parse::<u32>().ok();
    let highest = taken.iter().filter_map(number).max().map_or(0, u64::from);
    let mut ids = (highest + 1..).map(|number| format!("{letter}{number}"));
    ids.find(|id| !taken.contains(id.as_str())).unwrap_or_default()
}

/// Whether a text can be the id of an action or a case: letters, digits, hyphens, dots and underscores, so that it reads the same
/// in a spreadsheet, in a message and on a command line.
#[must_use]
pub fn is_id(text: &str) -> bool {
    let can_follow = |character: char| character.is_alphanumeric() || matches!(character, '-' | '.' | '_');
    let begins_well = text.starts_with(char::is_alphanumeric);
    begins_well && text.len() <= limits::ID_CHARACTERS && text.chars().all(can_follow)
}

/// A cell with its text, without what is invisible around it.
fn cell(column: &str, text: &str) -> (String, String) {
    (column.to_owned(), trimmed(text).to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_id_follows_the_highest_and_is_free() {
        let next = |taken: &[&str]| next_id('A', &taken.iter().copied().collect());
        assert_eq!(next(&[]), "A1");
        assert_eq!(next(&["A2", "A10", "B99", "a50", "clinic", "A7b"]), "A11");
        assert_eq!(next(&["A007"]), "A8");
        assert_eq!(next(&["A4294967295", "A4294967296"]), "A4294967297");
        assert_eq!(next(&["A99999999999999999999"]), "A1");
    }

    #[test]
    fn an_id_is_one_plain_word() {
        for id in ["A7", "falls-clinic", "2013.1", "É1", "a_b"] {
            assert!(is_id(id), "{id}");
        }
        for text in ["", " A7", "A 7", "=A7", "-A7", "A\n7", "A,7", "A\u{200b}7", &"A".repeat(101)] {
            assert!(!is_id(text), "{text:?}");
        }
    }
}
