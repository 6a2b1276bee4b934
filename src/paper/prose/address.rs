//! Where a link may lead.

use pulldown_cmark::LinkType;

/// What an address begins with that a paper may lead to.
const ALLOWED: [&str; 3] = ["http://", "https://", "mailto:"];

/// The address as a browser takes it; nothing where a paper does not lead there.
///
/// Control characters go, since a browser leaves them out before it looks at the scheme; a space is written as in an address.
pub(super) fn of(link: LinkType, written: &str) -> Option<String> {
    let mut address: String = written.trim().chars().filter(|character| !character.is_control()).collect();
    if link == LinkType::Email {
        address.insert_str(0, "mailto:");
    }
    let begins = |scheme: &&&str| address.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    let scheme = ALLOWED.iter().find(begins)?;
    (address.len() > scheme.len()).then(|| percent_encoded(&address))
}

/// White space of any kind would end an address in some format or other.
fn percent_encoded(address: &str) -> String {
    let mut encoded = String::with_capacity(address.len());
    for character in address.chars() {
        if character.is_whitespace() {
            let mut bytes = [0; 4];
            encoded.extend(character.encode_utf8(&mut bytes).bytes().map(|byte| format!("%{byte:02X}")));
        } else {
            encoded.push(character);
        }
    }
    encoded
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inline(written: &str) -> Option<String> {
        of(LinkType::Inline, written)
    }

    #[test]
    fn the_web_and_mail_are_allowed_in_any_case() {
        for address in ["http://a.example", "HTTPS://a.example/x?y#z", "mailto:a@b.example"] {
            assert_eq!(inline(address).as_deref(), Some(address));
        }
        assert_eq!(of(LinkType::Email, "a@b.example").as_deref(), Some("mailto:a@b.example"));
    }

    #[test]
    fn nothing_else_is_however_it_is_hidden() {
        for address in [
            "javascript:alert(1)",
            "java\nscript:alert(1)",
            "\u{1}javascript:alert(1)",
            " JaVaScRiPt:alert(1)",
            "data:text/html,x",
            "file:///etc/passwd",
            "vbscript:x",
            "//a.example",
            "/etc/passwd",
            "a.html",
            "http:a.example",
            "h ttp://a.example",
            "http://",
            "mailto:",
            "",
        ] {
            assert_eq!(inline(address), None, "{address:?}");
        }
    }

    #[test]
    fn what_a_browser_leaves_out_goes_and_spaces_are_written_as_in_addresses() {
        assert_eq!(inline("ht\ttp://a.example/b c\u{a0}d").as_deref(), Some("http://a.example/b%20c%C2%A0d"));
    }
}
