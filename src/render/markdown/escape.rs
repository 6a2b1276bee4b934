//! Text as GitHub-flavoured Markdown that reads back as that text.
//!
//! What could act is escaped and nothing more, so that the source reads well too: `2012/13`, `(%)`, `a_b` and `-10%`
//! stay as typed.

use crate::render::clean::{clean, clean_piece};

/// Text within a line, such as a cell: nothing in it is markup, a link or the end of the cell.
pub fn inline(text: &str) -> String {
    escaped(&clean(text))
}

/// A piece of a line, between others.
pub fn within(text: &str) -> String {
    escaped(&clean_piece(text))
}

fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for (at, character) in text.char_indices() {
        let after = &text[at + character.len_utf8()..];
        if acts(&text[..at], character, after) {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}

/// Text that begins a line: not a heading, a list, a quotation or a rule either.
pub fn block(text: &str) -> String {
    line_start(inline(text))
}

/// Text that is escaped already and begins a line.
pub fn line_start(escaped: String) -> String {
    let digits = escaped.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = escaped.split_at(digits);
    let marker = match rest.chars().next() {
        Some('.' | ')') => digits > 0 && ends_word(&rest[1..]),
        Some('-') => digits == 0 && (ends_word(&rest[1..]) || is_rule(rest)),
        Some('+') => digits == 0 && ends_word(&rest[1..]),
        Some('#' | '=') => digits == 0,
        // Under another line it would make that one the head of a table.
        Some(':') => digits == 0 && is_rule(&rest[1..]),
        _ => false,
    };
    if marker { format!("{number}\\{rest}") } else { escaped }
}

/// Text of a heading, where hashes at the end would be dropped.
pub fn heading(text: &str) -> String {
    inline(text).replace('#', "\\#")
}

/// Whether a character with this text on either side of it would be markup.
fn acts(before: &str, character: char, after: &str) -> bool {
    match character {
        '\\' | '`' | '*' | '[' | ']' | '<' | '>' | '|' | '~' => true,
        // Within a word an underscore is no emphasis.
        '_' => !(before.ends_with(char::is_alphanumeric) && after.starts_with(char::is_alphanumeric)),
        '&' => is_entity(after),
        // GitHub makes links of bare addresses. (Of e-mail addresses too, however they are escaped; those only say what
        // they are.)
        ':' => after.starts_with("//"),
        '.' => before.ends_with("www") || before.ends_with("WWW"),
        _ => false,
    }
}

/// Whether an ampersand before this would begin an entity such as `&lt;` or `&#60;`.
fn is_entity(after: &str) -> bool {
    let name = after.strip_prefix('#').unwrap_or(after);
    let length = name.bytes().take_while(u8::is_ascii_alphanumeric).count();
    length > 0 && name[length..].starts_with(';')
}

fn ends_word(rest: &str) -> bool {
    rest.is_empty() || rest.starts_with(' ')
}

fn is_rule(text: &str) -> bool {
    text.chars().all(|character| matches!(character, '-' | ':' | ' '))
}

#[cfg(test)]
mod tests {
    use super::{block, heading, inline};

    #[test]
    fn ordinary_text_stays_as_typed() {
        for text in [
            "2012/13",
            "(%)",
            "-10%",
            "a_b",
            "R&D",
            "65+ (a - b)",
            "£5: 3.2",
            "#3",
            "1. x",
            "e.g. x!",
            "=5",
            "It is low now. Low",
        ] {
            assert_eq!(inline(text), text);
        }
    }

    #[test]
    fn markup_is_escaped() {
        assert_eq!(inline(r"a|b\c`d`*e*[f](g)<h>"), r"a\|b\\c\`d\`\*e\*\[f\](g)\<h\>");
        assert_eq!(inline("_a_ b_ ~c~"), r"\_a\_ b\_ \~c\~");
    }

    #[test]
    fn an_entity_is_escaped_and_an_ampersand_is_not() {
        assert_eq!(inline("&lt; &#60; &#x3c; A&B; C & D;"), r"\&lt; \&#60; \&#x3c; A\&B; C & D;");
    }

    #[test]
    fn an_address_is_no_link() {
        assert_eq!(inline("https://a.uk www.b.uk"), r"https\://a.uk www\.b.uk");
    }

    #[test]
    fn line_ends_and_tabs_are_spaces() {
        assert_eq!(inline("a\n\n# b\tc"), "a # b c");
    }

    #[test]
    fn a_line_that_would_be_a_block_is_escaped_at_its_start() {
        assert_eq!(block("# a"), r"\# a");
        assert_eq!(block("- a"), r"\- a");
        assert_eq!(block("+ a"), r"\+ a");
        assert_eq!(block("---"), r"\---");
        assert_eq!(block("=="), r"\==");
        assert_eq!(block("1. a"), r"1\. a");
        assert_eq!(block("12) a"), r"12\) a");
        assert_eq!(block("> a"), r"\> a");
    }

    #[test]
    fn a_line_that_only_looks_like_a_block_stays() {
        for text in ["-10% a", "+5", "1.5 a", "2013 a", "--a", "a - b"] {
            assert_eq!(block(text), text);
        }
    }

    #[test]
    fn hashes_at_the_end_of_a_heading_are_kept() {
        assert_eq!(heading("C #"), r"C \#");
    }
}
