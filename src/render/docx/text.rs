//! Words of a document as words of a Word file: data, whatever is in them.

use crate::render::clean::{clean, picture};

/// The text on one line, without what acts instead of being read.
pub fn line(text: &str) -> String {
    clean(text)
}

/// The text as it stands within a paragraph: with a space at either end where it has one.
pub fn within(text: &str) -> String {
    let words = clean(text);
    let has_space = |character: Option<char>| character.is_some_and(char::is_whitespace);
    let before = if has_space(text.chars().next()) { " " } else { "" };
    let after = if !words.is_empty() && has_space(text.chars().last()) { " " } else { "" };
    format!("{before}{words}{after}")
}

/// The lines of a text whose spaces stay as they are.
pub fn verbatim(text: &str) -> Vec<String> {
    let shown = |character| if character == '\t' { "    ".to_owned() } else { picture(character).to_string() };
    text.lines().map(|line| line.chars().map(shown).collect()).collect()
}

#[cfg(test)]
mod tests {
    use super::{verbatim, within};

    #[test]
    fn a_space_between_plain_words_and_strong_ones_stays() {
        assert_eq!(within("the \n figure "), "the figure ");
        assert_eq!(within(" is"), " is");
        assert_eq!(within(" "), " ");
        assert_eq!(within(""), "");
    }

    #[test]
    fn verbatim_text_keeps_its_spaces_and_shows_its_control_characters() {
        assert_eq!(verbatim("a  b\r\n\tc\u{1b}"), ["a  b", "    c␛"]);
    }
}
