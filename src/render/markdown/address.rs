//! Where a link leads, as Markdown has it.

use crate::render::clean::picture;

/// Whether an address in somebody's words may be a link: a page or a mail box, and nothing that could run.
pub fn is_safe(to: &str) -> bool {
    let scheme = to.split_once(':').map(|(scheme, _)| scheme.to_ascii_lowercase());
    scheme.is_some_and(|scheme| matches!(scheme.as_str(), "http" | "https" | "mailto"))
}

/// The address within the brackets of a link: what would end it, or be no address at all, as its bytes.
pub fn written(to: &str) -> String {
    let mut written = String::with_capacity(to.len());
    for character in to.chars() {
        match character {
            // It could begin an entity.
            '&' => written.push_str("&amp;"),
            _ if is_plain(character) => written.push(character),
            _ => append_bytes(&mut written, character),
        }
    }
    written
}

/// An address relative to the page, which no colon can turn into another kind.
pub fn relative(to: &str) -> String {
    written(to).replace(':', "%3A")
}

fn is_plain(character: char) -> bool {
    let acts = matches!(character, '<' | '>' | '(' | ')' | '\\' | '"' | '|' | '`' | '[' | ']');
    !(acts || character.is_whitespace() || picture(character) != character)
}

fn append_bytes(written: &mut String, character: char) {
    for byte in character.to_string().bytes() {
        written.push_str(&format!("%{byte:02X}"));
    }
}
