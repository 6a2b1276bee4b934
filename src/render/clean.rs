//! Text made safe to show: one line, nothing in it that acts instead of being read.

/// The text on one line, with runs of white space as one space and none at either end. A control character is shown
/// as its picture (ESC as ␛), a character that reorders or hides its neighbours as �.
///
/// No-break spaces are kept: someone typed them to hold "5 %" together.
pub fn clean(text: &str) -> String {
    let mut cleaned = String::with_capacity(text.len());
    for character in text.chars() {
        let shown = visible(character);
        if shown != ' ' || !(cleaned.is_empty() || cleaned.ends_with(' ')) {
            cleaned.push(shown);
        }
    }
    if cleaned.ends_with(' ') {
        cleaned.pop();
    }
    cleaned
}

/// The same for a piece of a line: a space at either end stays, as one.
pub fn clean_piece(text: &str) -> String {
    let is_space = |character: Option<char>| character.is_some_and(|character| visible(character) == ' ');
    let cleaned = clean(text);
    let start = if is_space(text.chars().next()) { " " } else { "" };
    let end = if !cleaned.is_empty() && is_space(text.chars().next_back()) { " " } else { "" };
    format!("{start}{cleaned}{end}")
}

fn visible(character: char) -> char {
    match character {
        '\u{A0}' | '\u{2007}' | '\u{202F}' => character,
        _ if character.is_whitespace() => ' ',
        _ => picture(character),
    }
}

/// A control character as its picture, one that hides or reorders its neighbours as �, and any other as it is.
pub fn picture(character: char) -> char {
    const REPLACEMENT: char = '\u{FFFD}';
    match character {
        // U+2400 onwards are the pictures of U+0000 onwards, in the same order.
        '\0'..='\u{1F}' => char::from_u32(0x2400 + u32::from(character)).unwrap_or(REPLACEMENT),
        '\u{7F}' => '\u{2421}',
        _ if is_hidden(character) => REPLACEMENT,
        _ => character,
    }
}

fn is_hidden(character: char) -> bool {
    matches!(
        character,
        // The second set of control characters.
        '\u{80}'..='\u{9F}'
        // The mark that turns Arabic numbers round.
        | '\u{61C}'
        // Bidirectional embeddings, overrides and isolates: "Trojan Source", CVE-2021-42574.
        | '\u{202A}'..='\u{202E}'
        | '\u{2066}'..='\u{2069}'
        // Deprecated by Unicode, invisible, and taken by the terminal's layout as its own marks (`ink.rs`).
        | '\u{206A}'..='\u{206F}'
    )
}

#[cfg(test)]
mod tests {
    use super::{clean, clean_piece};

    #[test]
    fn white_space_of_any_kind_becomes_one_space() {
        assert_eq!(clean("  a\r\n\tb\u{2028}c\u{3000}d \n"), "a b c d");
    }

    #[test]
    fn a_piece_of_a_line_keeps_one_space_at_either_end() {
        assert_eq!(clean_piece(" \n a  b\t"), " a b ");
        assert_eq!(clean_piece("  "), " ");
        assert_eq!(clean_piece(""), "");
    }

    #[test]
    fn a_no_break_space_stays() {
        assert_eq!(clean("5\u{A0}%"), "5\u{A0}%");
    }

    #[test]
    fn an_escape_code_is_shown_and_not_obeyed() {
        assert_eq!(clean("\u{1b}[31mred\u{7}"), "␛[31mred␇");
        assert_eq!(clean("\u{9b}31mred"), "\u{FFFD}31mred");
    }

    #[test]
    fn an_override_of_the_direction_is_shown() {
        assert_eq!(clean("a\u{202E}b\u{2066}c"), "a\u{FFFD}b\u{FFFD}c");
    }

    #[test]
    fn words_in_any_script_stay_as_they_are() {
        assert_eq!(clean("é 界 עברית 👩‍👩‍👧"), "é 界 עברית 👩‍👩‍👧");
    }
}
