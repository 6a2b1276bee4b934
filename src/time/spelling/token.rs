//! A text cut into the few things a period may be written with.

use crate::time::date;

/// A text longer than this is no period: `September 2012` is short, and so is every label of a rolling year.
const MAX_BYTES: usize = 64;

/// A number longer than this is no year, no part and no date of Excel's.
const MAX_DIGITS: usize = 6;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token {
    Number {
        value: i32,
        digits: usize,
    },
    Dash,
    Slash,
    Dot,
    /// The `FY` of `FY2012/13`.
    Financial,
    /// The `Q` of `Q1`.
    Quarter,
    /// The `H` of `H1`.
    Half,
    /// The word of `2010/11 to 2012/13`.
    To,
    /// A month's name, from 1.
    Month(i32),
}

/// The tokens of a text, spaces between them dropped and an en dash taken for a hyphen.
///
/// `None` where anything else stands in it, at an edge that is a space, and for a text that is empty or far too long.
pub(super) fn cut(text: &str) -> Option<Vec<Token>> {
    if text.len() > MAX_BYTES || text.is_empty() || text.starts_with(' ') || text.ends_with(' ') {
        return None;
    }
    let mut tokens = Vec::with_capacity(12);
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let same_class: fn(char) -> bool = match first {
            _ if first.is_ascii_digit() => |c| c.is_ascii_digit(),
            _ if first.is_ascii_alphabetic() => |c| c.is_ascii_alphabetic(),
            ' ' => |c| c == ' ',
            _ => |_| false,
        };
        let length = rest.find(|c| !same_class(c)).unwrap_or(rest.len()).max(first.len_utf8());
        let (word, after) = rest.split_at_checked(length)?;
        rest = after;
        if first != ' ' {
            tokens.push(token(word)?);
        }
    }
    Some(tokens)
}

fn token(word: &str) -> Option<Token> {
    match word {
        "-" | "\u{2013}" => return Some(Token::Dash),
        "/" => return Some(Token::Slash),
        "." => return Some(Token::Dot),
        _ => {}
    }
    if word.starts_with(|c: char| c.is_ascii_digit()) {
        let value = (word.len() <= MAX_DIGITS).then(|| word.parse().ok())??;
        return Some(Token::Number { value, digits: word.len() });
    }
    for (name, token) in [("q", Token::Quarter), ("h", Token::Half), ("fy", Token::Financial), ("to", Token::To)] {
        if word.eq_ignore_ascii_case(name) {
            return Some(token);
        }
    }
    date::month_named(word).map(|month| Token::Month(month.cast_signed()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spaces_between_tokens_do_not_matter() {
        assert_eq!(cut("fy2012/13q1"), cut("FY  2012 / 13  Q 1"));
        assert_eq!(
            cut("Sept\u{2013}2012"),
            Some(vec![Token::Month(9), Token::Dash, Token::Number { value: 2012, digits: 4 }])
        );
    }

    #[test]
    fn what_no_period_contains_is_refused() {
        for text in [
            "",
            " ",
            " 2012",
            "2012 ",
            "2012\t",
            "2012\u{a0}Q1",
            "x",
            "2012/13*",
            "1234567",
            "２０１２",
            "Q1 é",
            "\u{2013}\u{200b}",
        ] {
            assert_eq!(cut(text), None, "{text:?}");
        }
        assert_eq!(cut(&"1-".repeat(33)), None);
    }
}
