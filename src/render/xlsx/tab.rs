//! The names on the tabs of worksheets.

use std::collections::HashSet;

use super::value::first_units;
use crate::render::clean::clean;

/// The most UTF-16 code units of a name.
const LONGEST: usize = 31;

/// The names given so far.
#[derive(Debug, Default)]
pub struct Tabs(HashSet<String>);

impl Tabs {
    /// A name like the text that no other sheet has, whatever its capitals; `instead` where nothing is left of the text. What a workbook
    /// does not allow in a name is a space.
    pub fn name(&mut self, text: &str, instead: &str) -> String {
        let wanted = allowed(text);
        let wanted = if wanted.is_empty() { instead } else { &wanted };
        let mut name = shortened(wanted, LONGEST);
        let mut count = 1_u32;
        while !self.0.insert(name.to_lowercase()) {
            count += 1;
            let number = format!(" {count}");
            name = format!("{}{number}", shortened(wanted, LONGEST - number.len()));
        }
        name
    }
}

fn allowed(text: &str) -> String {
    // The underscore could begin what is read as a code.
    let is_barred =
        |character| matches!(character, '[' | ']' | ':' | '*' | '?' | '/' | '\\' | '_' | '\u{FFFE}' | '\u{FFFF}');
    let text: String = text.chars().map(|character| if is_barred(character) { ' ' } else { character }).collect();
    let text = clean(&text);
    let text = text.trim_matches(|character| matches!(character, '\'' | ' '));
    // A name that Excel keeps for itself.
    if text.eq_ignore_ascii_case("history") { format!("{text} table") } else { text.to_owned() }
}

/// The beginning, at a word's end where there is one in its second half.
fn shortened(text: &str, most: usize) -> String {
    let kept = first_units(text, most);
    let is_cut = kept.len() < text.len() && !text[kept.len()..].starts_with(' ');
    let end = kept.rfind(' ').filter(|at| is_cut && *at > kept.len() / 2).unwrap_or(kept.len());
    kept[..end].trim_matches(|character| matches!(character, '\'' | ' ' | ',')).to_owned()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{LONGEST, Tabs};

    #[test]
    fn a_name_is_the_beginning_of_the_text() {
        let mut tabs = Tabs::default();
        assert_eq!(tabs.name("Every indicator against its target", "Table 1"), "Every indicator against its");
        assert_eq!(tabs.name("every INDICATOR against its target", "Table 2"), "every INDICATOR against its 2");
        assert_eq!(tabs.name("[a]: 'b'/c", "Table 3"), "a 'b' c");
        assert_eq!(tabs.name("'?'", "Table 4"), "Table 4");
        assert_eq!(tabs.name("History", "Table 5"), "History table");
    }

    proptest! {
        #[test]
        fn every_name_is_allowed_and_no_two_are_the_same(texts in prop::collection::vec(r"[aA'\[:🙂 \x1b_]{0,40}", 1..30)) {
            let mut tabs = Tabs::default();
            let names: Vec<String> = texts.iter().map(|text| tabs.name(text, "Table")).collect();
            for name in &names {
                prop_assert!(rust_xlsxwriter::utility::check_sheet_name(name).is_ok(), "{name:?}");
                prop_assert!(name.encode_utf16().count() <= LONGEST);
            }
            let mut different: Vec<String> = names.iter().map(|name| name.to_lowercase()).collect();
            different.sort();
            different.dedup();
            prop_assert_eq!(different.len(), names.len());
        }
    }
}
