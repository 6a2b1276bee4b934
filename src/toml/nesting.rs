//! Where a text nests deeper than is read.

use std::ops::Range;

use toml_parser::Source;
use toml_parser::lexer::TokenKind;

use crate::limits;

/// The bracket, or the part of a key, that is one too deep; nothing where all of the text is read. Brackets count together, and
/// the dots of a key on their own, as the parser counts them.
pub(super) fn too_deep(text: &str) -> Option<Range<usize>> {
    let mut open = 0;
    let mut dots = 0;
    for token in Source::new(text).lex() {
        match token.kind() {
            TokenKind::LeftCurlyBracket | TokenKind::LeftSquareBracket => (open, dots) = (open + 1, 0),
            TokenKind::RightCurlyBracket | TokenKind::RightSquareBracket => open = usize::saturating_sub(open, 1),
            TokenKind::Dot => dots += 1,
            TokenKind::Equals | TokenKind::Comma | TokenKind::Newline => dots = 0,
            _ => {}
        }
        if open > limits::NESTING || dots >= limits::NESTING {
            return Some(token.span().start()..token.span().end());
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_that_is_too_deep_is_found() {
        let brackets = |count| format!("a = {}", "[".repeat(count));
        assert_eq!(too_deep(&brackets(limits::NESTING)), None);
        assert_eq!(too_deep(&brackets(limits::NESTING + 1)), Some(limits::NESTING + 4..limits::NESTING + 5));
        let parts = |count| format!("b = 1\n{}a = 1", "a.".repeat(count - 1));
        assert_eq!(too_deep(&parts(limits::NESTING)), None);
        assert_eq!(too_deep(&parts(limits::NESTING + 1)).map(|span| span.start), Some(6 + 2 * limits::NESTING - 1));
    }
}
