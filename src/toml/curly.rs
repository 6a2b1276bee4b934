//! Curly quotes where straight ones were meant.

use std::ops::Range;

use toml_parser::Source;
use toml_parser::lexer::TokenKind;

const CURLY: [char; 8] = ['“', '”', '„', '‟', '‘', '’', '‚', '‛'];

/// A curly quote around a value.
#[derive(Debug)]
pub(super) struct CurlyQuote {
    /// The first in its line.
    pub mark: Range<usize>,
    /// The line, whose other errors come of it.
    pub line: Range<usize>,
}

/// In the order of the text, the first curly quote of each line in which one opens or closes what should be a text. Inside a text it is a character as any
/// other.
pub(super) fn quotes(text: &str) -> Vec<CurlyQuote> {
    let mut quotes: Vec<CurlyQuote> = Vec::new();
    for token in Source::new(text).lex() {
        let span = token.span().start()..token.span().end();
        if quotes.last().is_some_and(|last| span.start < last.line.end) {
            continue;
        }
        let Some(at) = quote_in(token.kind(), text.get(span.clone()).unwrap_or_default()) else { continue };
        let mark = span.start + at.start..span.start + at.end;
        let start = text[..mark.start].rfind('\n').map_or(0, |end| end + 1);
        let end = text[mark.end..].find('\n').map_or(text.len(), |length| mark.end + length);
        quotes.push(CurlyQuote { mark, line: start..end });
    }
    quotes
}

/// The curly quote that a token begins or ends with, where it is no text in quotes of its own.
fn quote_in(kind: TokenKind, token: &str) -> Option<Range<usize>> {
    let is_bare = match kind {
        TokenKind::Atom => true,
        TokenKind::BasicString => token.len() < 2 || !token.ends_with('"'),
        TokenKind::LiteralString => token.len() < 2 || !token.ends_with('\''),
        _ => false,
    };
    let first = token.chars().next().filter(|first| CURLY.contains(first)).map(|first| 0..first.len_utf8());
    let last = || {
        let (at, last) = token.trim_end().char_indices().next_back().filter(|(_, last)| CURLY.contains(last))?;
        Some(at..at + last.len_utf8())
    };
    if is_bare { first.or_else(last) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(text: &str) -> Vec<usize> {
        quotes(text).into_iter().map(|quote| text[..quote.mark.start].lines().count()).collect()
    }

    #[test]
    fn a_curly_quote_around_a_value_is_found_once_in_its_line() {
        assert_eq!(marked("a = “one two”\nb = 1\nc = { d = ‘one’ }\ne = \"one”\nf = ’one\"\r\n"), [1, 3, 4, 5]);
    }

    #[test]
    fn a_curly_quote_inside_a_text_is_a_character() {
        assert_eq!(marked("# “one”\na = \"“one”\"\nb = '’one'\nc = \"\"\"\n“one”\n\"\"\"\n"), [0; 0]);
    }
}
