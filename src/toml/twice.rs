//! Ids that are declared twice: two tables of one name, of which the parser says only that each key of the second is there already.

use std::collections::HashMap;
use std::ops::Range;

use toml_parser::Source;
use toml_parser::lexer::{Token, TokenKind};

/// A part of a key, and where it stands.
type Part<'t> = (&'t str, Range<usize>);

/// How many parts the path of an id has: `indicators.x`.
const PARTS_OF_AN_ID: usize = 2;

/// An id that is declared a second time.
#[derive(Debug)]
pub(super) struct Repeated {
    pub id: String,
    /// What a message calls it: an indicator.
    pub noun: &'static str,
    /// Where it is declared again.
    pub span: Range<usize>,
    /// Where it is declared first.
    pub first: Range<usize>,
    /// All that the second declaration says.
    pub within: Range<usize>,
}

/// A header, or a key with its value.
#[derive(Debug)]
struct Statement<'t> {
    /// Its first parts, one more than an id's has.
    path: Vec<Part<'t>>,
    kind: Kind,
    span: Range<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// `[a.b]`
    Table,
    /// `[[a.b]]`
    Tables,
    /// `a = { ... }`, its path with that of the table it stands in.
    InlineTable,
    /// Any other key.
    Value,
}

/// In the order of the text, the ids that are declared again under one of the tables whose keys are ids; each with what a message calls one.
pub(super) fn ids(text: &str, declaring: &[(&'static str, &'static str)]) -> Vec<Repeated> {
    let statements = statements(text);
    let mut first: HashMap<(&str, &str), Range<usize>> = HashMap::new();
    let mut repeated = Vec::new();
    for (place, statement) in statements.iter().enumerate() {
        let ([(table, _), (id, span)], Kind::Table | Kind::InlineTable) = (&statement.path[..], statement.kind) else {
            continue;
        };
        let Some((_, noun)) = declaring.iter().find(|(name, _)| name == table) else { continue };
        match first.get(&(*table, *id)) {
            Some(earlier) => repeated.push(Repeated {
                id: (*id).to_owned(),
                noun,
                span: span.clone(),
                first: earlier.clone(),
                within: statement.span.start..end_of(&statements, place),
            }),
            None => drop(first.insert((table, id), span.clone())),
        }
    }
    repeated
}

/// Where ends what a statement declares: of a table, its keys and the tables within it.
fn end_of(statements: &[Statement<'_>], place: usize) -> usize {
    let own = &statements[place];
    if own.kind != Kind::Table {
        return own.span.end;
    }
    let is_within = |other: &&Statement<'_>| {
        !matches!(other.kind, Kind::Table | Kind::Tables)
            || other.path.len() > own.path.len() && own.path.iter().zip(&other.path).all(|(one, same)| one.0 == same.0)
    };
    statements[place..].iter().skip(1).take_while(is_within).last().unwrap_or(own).span.end
}

fn statements(text: &str) -> Vec<Statement<'_>> {
    let mut statements: Vec<Statement<'_>> = Vec::new();
    let mut header: Vec<Part<'_>> = Vec::new();
    let mut tokens: Vec<Token> = Vec::new();
    let mut open = 0_usize;
    for token in Source::new(text).lex() {
        match token.kind() {
            TokenKind::LeftSquareBracket | TokenKind::LeftCurlyBracket => open += 1,
            TokenKind::RightSquareBracket | TokenKind::RightCurlyBracket => open = open.saturating_sub(1),
            _ => {}
        }
        match token.kind() {
            TokenKind::Newline | TokenKind::Eof if open == 0 || token.kind() == TokenKind::Eof => {
                statements.extend(statement(text, &tokens, &mut header));
                tokens.clear();
            }
            TokenKind::Whitespace | TokenKind::Comment | TokenKind::Newline => {}
            _ => tokens.push(token),
        }
    }
    statements
}

/// One statement, in the table of the last header, which a header replaces; nothing where there is no key.
fn statement<'t>(text: &'t str, tokens: &[Token], header: &mut Vec<Part<'t>>) -> Option<Statement<'t>> {
    let span = tokens.first()?.span().start()..tokens.last()?.span().end();
    let brackets = tokens.iter().take_while(|token| token.kind() == TokenKind::LeftSquareBracket).count();
    let is_end = |token: &&Token| matches!(token.kind(), TokenKind::RightSquareBracket | TokenKind::Equals);
    let parts = tokens[brackets..].iter().take_while(|token| !is_end(token)).filter_map(|token| part(text, token));
    let parts: Vec<Part<'t>> = parts.take(PARTS_OF_AN_ID + 1).collect();
    if brackets > 0 {
        header.clone_from(&parts);
        return Some(Statement { path: parts, kind: if brackets == 1 { Kind::Table } else { Kind::Tables }, span });
    }
    let value = tokens.iter().skip_while(|token| token.kind() != TokenKind::Equals).nth(1)?;
    let kind = if value.kind() == TokenKind::LeftCurlyBracket { Kind::InlineTable } else { Kind::Value };
    let path = header.iter().cloned().chain(parts).take(PARTS_OF_AN_ID + 1).collect();
    Some(Statement { path, kind, span })
}

/// A part of a key without its quotes; nothing for a dot.
fn part<'t>(text: &'t str, token: &Token) -> Option<Part<'t>> {
    let span = token.span().start()..token.span().end();
    let written = text.get(span.clone())?;
    match token.kind() {
        TokenKind::Atom => Some((written, span)),
        TokenKind::BasicString => Some((written.trim_matches('"'), span)),
        TokenKind::LiteralString => Some((written.trim_matches('\''), span)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn repeated(text: &str) -> Vec<(String, &str)> {
        let ids = ids(text, &[("indicators", "indicator"), ("leads", "lead")]);
        ids.into_iter().map(|id| (id.id, &text[id.within])).collect()
    }

    #[test]
    fn a_second_table_of_one_name_is_found_with_all_that_is_in_it() {
        let second = "[indicators.x] # again\na = [\n1]\n[indicators.x.b]\nc = 1\n[[indicators.x.targets]]\nd = 1";
        let text = format!("[indicators.x]\na = 1\n[indicators.\"y\"]\na = 1\n{second}\n[indicators.z]\na = 1\n");
        assert_eq!(repeated(&text), [("x".to_owned(), second)]);
    }

    #[test]
    fn a_table_in_one_line_is_a_declaration_too() {
        let text = "leads.a = { b = 1 }\n[leads]\n'a' = { b = 2 }\n[leads.c]\na = { b = 3 }";
        assert_eq!(repeated(text), [("a".to_owned(), "'a' = { b = 2 }")]);
    }

    #[test]
    fn what_is_declared_once_or_is_no_id_is_left_alone() {
        assert_eq!(repeated("[rating]\n[rating]\n[[leads.x]]\n[[leads.x]]\n[leads.a]\nb = 1\nb = 2\n[leads.a.b]"), []);
        assert_eq!(repeated("[leads.a]\n[\n=\n]]]\n = 3\n{}\n\"\n[].\n[leads"), [], "no statement of TOML");
    }
}
