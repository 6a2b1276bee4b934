//! Text made safe for a page: maud escapes what HTML would take for markup; this sees to the rest.

use crate::render::clean::{clean, picture};

/// The text on one line, with nothing hidden in it; see [`clean`].
pub fn words(text: &str) -> String {
    clean(text).chars().map(character).collect()
}

/// The text with its lines and spaces, and with nothing hidden in it.
pub fn verbatim(text: &str) -> String {
    let lines = text.replace("\r\n", "\n");
    lines.chars().map(|it| if matches!(it, '\n' | '\t') { it } else { character(picture(it)) }).collect()
}

/// HTML takes no noncharacters: Unicode keeps them for programs' own use.
fn character(character: char) -> char {
    let is_noncharacter = matches!(character, '\u{FDD0}'..='\u{FDEF}') || u32::from(character) & 0xFFFE == 0xFFFE;
    if is_noncharacter { '\u{FFFD}' } else { character }
}

/// `dir="auto"` for text that holds right-to-left letters, so that they do not turn their neighbours round; nothing where it has no
/// need of it.
pub fn direction(text: &str) -> Option<&'static str> {
    text.chars().any(is_right_to_left).then_some("auto")
}

/// The blocks of Unicode that hold right-to-left scripts, from Hebrew to the Arabic extensions, their presentation forms, and the
/// scripts and symbols of the supplementary plane set aside for them.
fn is_right_to_left(character: char) -> bool {
    matches!(
        character,
        '\u{590}'..='\u{8FF}' | '\u{200F}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}' | '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}'
    )
}

/// An address out of the document that a reader may follow: `http`, `https` or `mailto`, and nothing that could act.
pub fn outward(address: &str) -> Option<String> {
    let (scheme, rest) = address.split_once(':')?;
    let is_known = ["http", "https", "mailto"].iter().any(|known| scheme.eq_ignore_ascii_case(known));
    (is_known && !rest.is_empty()).then(|| encoded(address))
}

/// An address within the folder of the page: relative, so that it leads to no server.
pub fn relative(address: &str) -> Option<String> {
    let first = address.split(['/', '#', '?']).next().unwrap_or_default();
    let is_relative = !(address.is_empty() || address.starts_with(['/', '\\']) || first.contains(':'));
    is_relative.then(|| encoded(address))
}

/// The address with what no address may hold as `%XX`, by RFC 3986, 2.1; `%` itself stays, since it is taken for encoded already.
fn encoded(address: &str) -> String {
    let mut encoded = String::with_capacity(address.len());
    for byte in address.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~:/?#[]@!$&'()*+,;=%".contains(&byte) {
            encoded.push(char::from(byte));
        } else {
            encoded.push_str(&format!("%{byte:02X}"));
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::{direction, outward, relative, verbatim, words};

    #[test]
    fn a_noncharacter_is_shown_as_a_replacement() {
        assert_eq!(words("a\u{FFFE}b\u{FDD0}c\u{1FFFF}d"), "a\u{FFFD}b\u{FFFD}c\u{FFFD}d");
        assert_eq!(words("a\0b"), "a␀b");
    }

    #[test]
    fn verbatim_text_keeps_its_lines_and_spaces() {
        assert_eq!(verbatim("a\r\n  b\tc\u{1b}"), "a\n  b\tc␛");
    }

    #[test]
    fn only_text_with_right_to_left_letters_has_a_direction() {
        assert_eq!(direction("English, é, 界 and ₤"), None);
        assert_eq!(direction("the word שלום"), Some("auto"));
        assert_eq!(direction("مرحبا"), Some("auto"));
    }

    #[test]
    fn only_web_pages_and_mail_are_links_out_of_the_document() {
        assert_eq!(outward("https://a.uk/b c\"d").as_deref(), Some("https://a.uk/b%20c%22d"));
        assert_eq!(outward("MAILTO:a@b.uk").as_deref(), Some("MAILTO:a@b.uk"));
        for address in
            ["javascript:alert(1)", " javascript:x", "data:text/html,x", "file:///etc", "a.html", "http:", ""]
        {
            assert_eq!(outward(address), None, "{address}");
        }
    }

    #[test]
    fn only_a_relative_address_is_a_link_within_the_folder() {
        assert_eq!(relative("a/é.html#b").as_deref(), Some("a/%C3%A9.html#b"));
        assert_eq!(relative("../data.csv?x:y").as_deref(), Some("../data.csv?x:y"));
        for address in ["", "/a", "//host/a", "\\\\host", "https://a.uk", "javascript:alert(1)", "a:b"] {
            assert_eq!(relative(address), None, "{address}");
        }
    }
}
