//! Which way letters run: Hebrew, Arabic and their like from right to left.

/// The text in pieces that run one way each, with whether it is from right to left. What stands between two words of a script that
/// runs so is theirs; all else runs from left to right.
pub fn pieces(text: &str) -> Vec<(&str, Direction)> {
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(is_right_to_left) {
        let (before, from) = rest.split_at(start);
        let end = end_of_right_to_left(from);
        let (piece, after) = from.split_at(end);
        if !before.is_empty() {
            pieces.push((before, Direction::LeftToRight));
        }
        pieces.push((piece, Direction::RightToLeft));
        rest = after;
    }
    if !rest.is_empty() {
        pieces.push((rest, Direction::LeftToRight));
    }
    pieces
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    LeftToRight,
    RightToLeft,
}

/// The direction of a text: that of its first letter.
pub fn of(text: &str) -> Direction {
    match text.chars().find(|character| character.is_alphabetic()) {
        Some(letter) if is_right_to_left(letter) => Direction::RightToLeft,
        _ => Direction::LeftToRight,
    }
}

/// Where the last letter ends before the first one of another script, in a text that begins from right to left.
fn end_of_right_to_left(text: &str) -> usize {
    let mut end = 0;
    for (place, character) in text.char_indices() {
        if is_right_to_left(character) {
            end = place + character.len_utf8();
        } else if character.is_alphanumeric() {
            break;
        }
    }
    end
}

/// A letter of a script that runs from right to left (Unicode Standard Annex 9, bidirectional types R and AL, by their blocks).
fn is_right_to_left(character: char) -> bool {
    matches!(
        character,
        '\u{590}'..='\u{8FF}'
            | '\u{FB1D}'..='\u{FDFF}'
            | '\u{FE70}'..='\u{FEFC}'
            | '\u{10800}'..='\u{10FFF}'
            | '\u{1E800}'..='\u{1EFFF}'
    )
}

#[cfg(test)]
mod tests {
    use super::Direction::{LeftToRight, RightToLeft};
    use super::{of, pieces};

    #[test]
    fn a_text_without_such_letters_is_one_piece() {
        assert_eq!(pieces("Adults who smoke"), [("Adults who smoke", LeftToRight)]);
        assert_eq!(pieces(""), []);
    }

    #[test]
    fn words_of_a_script_from_right_to_left_stay_together_and_apart_from_what_follows() {
        let expected = [("Title: ", LeftToRight), ("בריאות הציבור", RightToLeft), (" (15.3%)", LeftToRight)];
        assert_eq!(pieces("Title: בריאות הציבור (15.3%)"), expected);
    }

    #[test]
    fn a_text_runs_as_its_first_letter_does() {
        assert_eq!(of("12. בריאות and health"), RightToLeft);
        assert_eq!(of("Health בריאות"), LeftToRight);
        assert_eq!(of("15.3%"), LeftToRight);
    }
}
