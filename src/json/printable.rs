//! JSON in which no character can act on the terminal that shows it.

use memchr::{memchr, memchr3_iter};

/// The JSON with every invisible character that JSON allows in a string written as its escape (`\u009b`): to a program the
/// same text, and on a terminal nothing but text. Those below U+0020 are escaped in any JSON.
pub fn printable(json: String) -> String {
    if !holds_any_that_acts(&json) {
        return json;
    }
    let mut escaped = String::with_capacity(json.len() + 64);
    for character in json.chars() {
        if acts(character) {
            escaped.push_str(&format!("\\u{:04x}", u32::from(character)));
        } else {
            escaped.push(character);
        }
    }
    escaped
}

/// Whether a character acts, of those that begin with a byte that one of them begins with: in a long answer there are few.
fn holds_any_that_acts(json: &str) -> bool {
    let [delete, others @ ..] = FIRST_BYTES;
    let bytes = json.as_bytes();
    memchr(delete, bytes).is_some()
        || memchr3_iter(others[0], others[1], others[2], bytes).any(|at| json[at..].starts_with(acts))
}

/// What the characters of [`acts`] begin with in UTF-8.
const FIRST_BYTES: [u8; 4] = [0x7f, 0xc2, 0xd8, 0xe2];

/// Whether it is a control character that JSON leaves as it is, or one that reorders its neighbours ("Trojan Source",
/// CVE-2021-42574).
fn acts(character: char) -> bool {
    matches!(
        character,
        '\u{7f}'..='\u{9f}'
        | '\u{61c}'
        | '\u{200e}'
        | '\u{200f}'
        | '\u{2028}'..='\u{202e}'
        | '\u{2066}'..='\u{2069}'
    )
}

#[cfg(test)]
mod tests {
    use super::{FIRST_BYTES, acts, holds_any_that_acts, printable};

    #[test]
    fn every_character_that_acts_is_found_by_its_first_byte() {
        for character in ('\0'..=char::MAX).filter(|character| acts(*character)) {
            let text = format!("é{character}–");
            assert!(holds_any_that_acts(&text), "{character:?}");
            assert!(FIRST_BYTES.contains(&character.to_string().as_bytes()[0]));
        }
        assert!(!holds_any_that_acts("Café – £5 ‘’"));
    }

    #[test]
    fn what_acts_on_a_terminal_is_escaped_and_reads_back_the_same() {
        let text = "a\u{7f}b\u{9b}31m\u{202e}c é 界 \u{1b}";
        let json = printable(serde_json::to_string_pretty(&[text]).unwrap());
        assert_eq!(json, "[\n  \"a\\u007fb\\u009b31m\\u202ec é 界 \\u001b\"\n]");
        assert_eq!(serde_json::from_str::<Vec<String>>(&json).unwrap(), [text]);
    }

    #[test]
    fn other_json_is_left_alone() {
        let json = "{ \"title\": \"Café\" }\n";
        assert_eq!(printable(json.to_owned()), json);
    }
}
