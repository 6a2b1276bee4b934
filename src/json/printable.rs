//! JSON in which no character can act on the terminal that shows it.

/// The JSON with every invisible character that JSON allows in a string written as its escape (`\u009b`): to a program the
/// same text, and on a terminal nothing but text. Those below U+0020 are escaped in any JSON.
pub fn printable(json: String) -> String {
    if !json.contains(acts) {
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
    use super::printable;

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
