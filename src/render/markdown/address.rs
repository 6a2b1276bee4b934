//! Where a link leads, as Markdown has it.

use crate::render::clean::picture;

/// Whether an address in somebody's words may be a link: a page or a mail box, and nothing that could run.
pub fn is_safe(to: &str) -> bool {
    let scheme = to.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
    scheme.is_some_and(|scheme| matches!(scheme.as_str(), "http" | "https" | "mailto"))
}

/// The address within the brackets of a link: what would end it, or be no address at all, as its bytes.
pub fn written(to: &str) -> String {
    to.chars().map(|character| if is_plain(character) { character.to_string() } else { bytes(character) }).collect()
}

/// An address relative to the page, which no colon can turn into another kind.
pub fn relative(to: &str) -> String {
    written(to).replace(':', "%3A")
}

fn is_plain(character: char) -> bool {
    // An ampersand could begin an entity, and a backslash escape what follows.
    let acts = matches!(character, '<' | '>' | '(' | ')' | '\\' | '"' | '|' | '`' | '[' | ']' | '&');
    !(acts || character.is_whitespace() || character.is_control() || picture(character) != character)
}

fn bytes(character: char) -> String {
    if character == '&' {
        return "&amp;".to_owned();
    }
    character.to_string().bytes().map(|byte| format!("%{byte:02X}")).collect()
}
