//! What TOML 1.1 allows and 1.0 does not: the file has to be read by other programs too.

use std::ops::Range;

use toml_parser::Source;
use toml_parser::lexer::TokenKind;

/// A form of TOML 1.1.
#[derive(Debug)]
pub(super) struct Newer {
    pub span: Range<usize>,
    pub what: &'static str,
    /// How TOML 1.0 says the same.
    pub help: &'static str,
}

impl Newer {
    fn in_table(span: Range<usize>, what: &'static str) -> Self {
        Self { span, what, help: "write an inline table on one line, or as a table of its own" }
    }
}

/// Where a text that is valid TOML 1.1 is not valid TOML 1.0, and how (<https://github.com/toml-lang/toml/blob/main/CHANGELOG.md>,
/// 1.1.0): line breaks and a last comma in an inline table, `\e` and `\x` in strings, times without seconds.
pub(super) fn newer_forms(text: &str) -> Vec<Newer> {
    let mut forms = Vec::new();
    let mut open: Vec<TokenKind> = Vec::new();
    let mut comma: Option<Range<usize>> = None;
    for token in Source::new(text).lex() {
        let span = token.span().start()..token.span().end();
        let in_table = open.last() == Some(&TokenKind::LeftCurlyBracket);
        match token.kind() {
            TokenKind::Whitespace => continue,
            kind @ (TokenKind::LeftCurlyBracket | TokenKind::LeftSquareBracket) => open.push(kind),
            TokenKind::RightCurlyBracket => {
                if let Some(comma) = comma.take() {
                    forms.push(Newer::in_table(comma, "a comma before the end of an inline table"));
                }
                open.pop();
            }
            TokenKind::RightSquareBracket => drop(open.pop()),
            TokenKind::Newline if in_table => {
                forms.push(Newer::in_table(span, "a line break in an inline table"));
                continue;
            }
            TokenKind::Comma if in_table => {
                comma = Some(span);
                continue;
            }
            TokenKind::BasicString | TokenKind::MlBasicString => {
                let help = "write the character itself, or \\u and four digits";
                forms.extend(newer_escape(text, &span).map(|span| Newer {
                    span,
                    what: "this escape in a string",
                    help,
                }));
            }
            TokenKind::Atom if is_time_without_seconds(text.get(span.clone()).unwrap_or_default()) => {
                forms.push(Newer { span, what: "a time without seconds", help: "write the seconds: 07:32:00" });
            }
            _ => {}
        }
        comma = None;
    }
    forms
}

/// The first `\e` or `\x` in a string.
fn newer_escape(text: &str, span: &Range<usize>) -> Option<Range<usize>> {
    let mut characters = text.get(span.clone())?.char_indices();
    while let Some((at, character)) = characters.next() {
        if character == '\\' && matches!(characters.next(), Some((_, 'e' | 'x'))) {
            let start = span.start + at;
            return Some(start..start + 2);
        }
    }
    None
}

fn is_time_without_seconds(atom: &str) -> bool {
    let time = atom.rsplit(['T', 't', ' ']).next().unwrap_or(atom);
    let time = time.split(['Z', 'z', '+', '-']).next().unwrap_or(time);
    let digits = |text: &str| text.len() == 2 && text.bytes().all(|byte| byte.is_ascii_digit());
    time.split_once(':').is_some_and(|(hour, minute)| digits(hour) && digits(minute))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn newer(text: &str) -> Vec<String> {
        newer_forms(text).into_iter().map(|newer| text[newer.span].to_owned()).collect()
    }

    #[test]
    fn what_only_toml_1_1_allows_is_found() {
        assert_eq!(newer("a = { b = 1,\n c = 2 }"), ["\n"]);
        assert_eq!(newer("a = { b = 1, }"), [","]);
        assert_eq!(newer(r#"a = "\e[31m""#), ["\\e"]);
        assert_eq!(newer("a = 07:32"), ["07:32"]);
    }

    #[test]
    fn what_toml_1_0_allows_is_left_alone() {
        let text =
            "a = [1,\n 2,\n]\nb = { c = [\n1,\n], d = \"x,\\\\e\" }\n[t]\ne = 07:32:00\nf = 1979-05-27 07:32:00\n";
        assert_eq!(newer(text), Vec::<String>::new());
    }
}
