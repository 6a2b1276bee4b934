//! Lines no wider than a width, broken at words.

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

use super::ink;

/// Asks for the picture of the character before it, which is then two cells wide.
const VARIATION_SELECTOR: char = '\u{fe0f}';

/// The text in lines of at most `width` cells, broken at spaces; a word that is wider is broken where it must be.
/// At least one line, empty where the text is. Ink does not run over the line ends.
pub fn wrap(text: &str, width: usize) -> Vec<String> {
    wrap_words(text.split(' '), width)
}

/// The same, of words that may hold spaces at which no line should break.
pub fn wrap_words<'a>(words: impl IntoIterator<Item = &'a str>, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut used = 0;
    for word in words {
        let needed = word.width();
        if !line.is_empty() && used + 1 + needed <= width {
            line.push(' ');
            line.push_str(word);
            used += 1 + needed;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        for piece in pieces(word, needed, width) {
            if !line.is_empty() {
                lines.push(std::mem::take(&mut line));
            }
            // A unit that holds a space may be broken just there.
            let piece = piece.trim_matches(' ');
            used = piece.width();
            piece.clone_into(&mut line);
        }
    }
    if !line.is_empty() || lines.is_empty() {
        lines.push(line);
    }
    for line in &mut lines {
        // With nothing before it to select, it would make whatever is put before the line wider.
        if line.starts_with(VARIATION_SELECTOR) {
            *line = line.trim_start_matches([VARIATION_SELECTOR, ' ']).to_owned();
        }
    }
    ink::balance(&mut lines);
    lines
}

/// The first line as it is and the others moved in, as under a bullet.
pub fn hang(lines: Vec<String>, first: &str, rest: &str) -> Vec<String> {
    let indents = std::iter::once(first).chain(std::iter::repeat(rest));
    lines.into_iter().zip(indents).map(|(line, indent)| format!("{indent}{line}")).collect()
}

/// The width of the widest word.
pub fn longest_word(text: &str) -> usize {
    text.split(' ').map(UnicodeWidthStr::width).max().unwrap_or(0)
}

fn pieces(word: &str, needed: usize, width: usize) -> Vec<&str> {
    if needed <= width {
        return vec![word];
    }
    let mut pieces = Vec::new();
    let (mut start, mut end, mut used) = (0, 0, 0);
    for unit in word.graphemes(true).flat_map(|grapheme| units(grapheme, width)) {
        let needed = unit.width();
        if used + needed > width && end > start {
            pieces.push(&word[start..end]);
            (start, used) = (end, 0);
        }
        end += unit.len();
        used += needed;
    }
    pieces.push(&word[start..]);
    pieces
}

/// The grapheme whole, or its characters where it is wider than a line: Unicode lets a cluster grow without end.
fn units(grapheme: &str, width: usize) -> Vec<&str> {
    if grapheme.width() <= width {
        return vec![grapheme];
    }
    let mut units = Vec::new();
    let mut start = 0;
    for (at, character) in grapheme.char_indices() {
        if at > start && character.width().unwrap_or(0) > 0 {
            units.push(&grapheme[start..at]);
            start = at;
        }
    }
    units.push(&grapheme[start..]);
    units
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_width::UnicodeWidthStr;

    use super::{hang, longest_word, wrap};

    #[test]
    fn lines_break_at_words() {
        assert_eq!(wrap("one two three", 8), ["one two", "three"]);
    }

    #[test]
    fn a_line_may_be_exactly_as_wide_as_allowed() {
        assert_eq!(wrap("one two three", 7), ["one two", "three"]);
    }

    #[test]
    fn no_text_is_one_empty_line() {
        assert_eq!(wrap("", 10), [""]);
    }

    #[test]
    fn a_word_too_long_is_broken_and_the_next_goes_on_beside_it() {
        assert_eq!(wrap("a abcdefgh b", 3), ["a", "abc", "def", "gh", "b"]);
        assert_eq!(wrap("abcdefg b", 4), ["abcd", "efg", "b"]);
        assert_eq!(wrap("abcdef b", 4), ["abcd", "ef b"]);
    }

    #[test]
    fn a_wide_character_counts_as_two_cells() {
        assert_eq!(wrap("界界界", 5), ["界界", "界"]);
    }

    #[test]
    fn a_character_of_several_code_points_is_not_broken() {
        assert_eq!(wrap("e\u{301}e\u{301}e\u{301}", 2), ["e\u{301}e\u{301}", "e\u{301}"]);
        assert_eq!(wrap("👩‍👩‍👧👩‍👩‍👧", 3), ["👩‍👩‍👧", "👩‍👩‍👧"]);
    }

    #[test]
    fn a_cluster_wider_than_the_line_is_broken_between_its_characters() {
        let cluster = "क्".repeat(30);
        assert!(wrap(&cluster, 8).iter().all(|line| line.width() <= 8));
    }

    #[test]
    fn a_hanging_indent_leaves_the_first_line() {
        assert_eq!(hang(wrap("a b", 1), "- ", "  "), ["- a", "  b"]);
    }

    #[test]
    fn the_longest_word_is_measured_in_cells() {
        assert_eq!(longest_word("a 界界 bcd"), 4);
    }

    proptest! {
        #[test]
        fn no_line_is_wider_than_allowed_and_no_character_is_lost(text in "\\PC{0,60}", width in 4_usize..30) {
            let lines = wrap(&text, width);
            prop_assert!(lines.iter().all(|line| line.width() <= width), "{lines:?}");
            let kept: String = lines.concat().split(' ').collect();
            prop_assert_eq!(kept, text.split(' ').collect::<String>());
        }
    }
}
