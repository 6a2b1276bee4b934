//! Addresses that a Word file may link to.
//!
//! Word refuses a whole file over one address that it cannot read, so that an address is written as RFC 3986 has it or not at all.

/// Word opens no longer ones.
const LONGEST: usize = 2_000;

/// The address as it may be written; nothing where it is no address of the web or of somebody's mail.
pub fn checked(address: &str) -> Option<String> {
    let address = address.trim();
    let (scheme, rest) = address.split_once(':')?;
    let written = match scheme.to_ascii_lowercase().as_str() {
        scheme @ ("http" | "https") => {
            let rest = rest.strip_prefix("//")?;
            let host = rest.split(['/', '?', '#']).next().filter(|host| is_host(host))?;
            format!("{scheme}://{host}{}", escaped(&rest[host.len()..]))
        }
        "mailto" => {
            let (person, host) = rest.split('?').next()?.split_once('@')?;
            if person.is_empty() || !is_host(host) {
                return None;
            }
            format!("mailto:{}", escaped(rest))
        }
        _ => return None,
    };
    (written.len() <= LONGEST).then_some(written)
}

/// A name of letters, digits, hyphens and points, with a port or without.
fn is_host(host: &str) -> bool {
    let (name, port) = host.split_once(':').unwrap_or((host, "80"));
    let is_label = |label: &str| {
        let is_of_these = label.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_');
        !label.is_empty() && is_of_these && !label.starts_with('-') && !label.ends_with('-')
    };
    let is_port = port.len() <= 5 && port.parse::<u16>().is_ok();
    name.len() <= 253 && name.split('.').all(is_label) && is_port
}

/// What stands after the host, with every byte escaped that has no place there as it is; one "#" is kept.
fn escaped(rest: &str) -> String {
    let mut written = String::with_capacity(rest.len());
    let bytes = rest.as_bytes();
    let mut has_fragment = false;
    for (place, &byte) in bytes.iter().enumerate() {
        let is_escape = byte == b'%'
            && bytes.get(place + 1..place + 3).is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit));
        let is_kept = match byte {
            b'#' => !std::mem::replace(&mut has_fragment, true),
            b'%' => is_escape,
            _ => byte.is_ascii_alphanumeric() || b"-._~:/?@!$&'()*+,;=".contains(&byte),
        };
        if is_kept {
            written.push(char::from(byte));
        } else {
            written.push_str(&format!("%{byte:02X}"));
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::checked;

    #[test]
    fn addresses_of_the_web_and_of_mail_are_kept() {
        for address in [
            "https://www.example.org/a/b?c=d&e=%20#f",
            "http://example.org",
            "https://example.org:8080/",
            "mailto:clerk@example.org?subject=Papers",
        ] {
            assert_eq!(checked(address).as_deref(), Some(address));
        }
    }

    #[test]
    fn what_has_no_place_in_an_address_is_escaped() {
        let expected = "https://example.org/a%20b%22%3Cc%3E%7C%5C%E2%82%AC%25zz#d%23e%5B";
        assert_eq!(checked("HTTPS://example.org/a b\"<c>|\\€%zz#d#e[").as_deref(), Some(expected));
    }

    #[test]
    fn anything_else_is_no_address() {
        let long = format!("https://example.org/{}", "a".repeat(3_000));
        for address in [
            "",
            "javascript:alert(1)",
            "file:///etc/passwd",
            "http:example.org",
            "http://",
            "http://[::1",
            "http://a b/",
            "http://user@example.org/",
            "http://example.org:99999/",
            "http://exämple.org/",
            "http://-a.org",
            "mailto:",
            "mailto:clerk",
            "page.html",
            &long,
        ] {
            assert_eq!(checked(address), None, "{address}");
        }
    }
}
