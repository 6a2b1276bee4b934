//! The seal of a paper: a digest of the file in its own metadata, by which one that somebody changed by hand is told from one that is
//! as it was made.
//!
//! In text the digest is of the bytes with zeros in its own place and LF line ends, which git may have changed. In a Word file or a
//! workbook it is of every part but the one it stands in. A program that saves the file anew leaves another digest, or none.

use std::io::{Cursor, Read};

use sha2::{Digest, Sha256};
use zip::ZipArchive;

use super::Format;
use crate::limits;

/// What stands before the digest wherever it stands.
const BEFORE: &str = "seal sha256:";

/// How many characters a digest has.
const LENGTH: usize = 64;

/// The part of a Word file or a workbook that holds the seal.
pub const PART: &str = "docProps/custom.xml";

/// The seal of a text that is not made yet: what [`text`] looks for.
#[must_use]
pub fn place() -> String {
    format!("{BEFORE}{}", "0".repeat(LENGTH))
}

/// The text with its seal in the place kept for it; as it was where it has none.
#[must_use]
pub fn text(text: String) -> String {
    let place = place();
    if !text.contains(&place) {
        return text;
    }
    let digest = hex(Sha256::new().chain_update(&text));
    text.replacen(&place, &format!("{BEFORE}{digest}"), 1)
}

/// The seal of the parts of a Word file or a workbook, by their names.
#[must_use]
pub fn of_parts<'a>(parts: impl Iterator<Item = (&'a str, &'a [u8])>) -> String {
    let mut sealed: Vec<(&str, &[u8])> = parts.filter(|(name, _)| *name != PART).collect();
    sealed.sort_unstable();
    let mut digest = Sha256::new();
    for (name, bytes) in sealed {
        digest.update(name);
        // Lengths, so that no byte can move from one part to the next.
        digest.update([0]);
        digest.update((bytes.len() as u64).to_le_bytes());
        digest.update(bytes);
    }
    format!("{BEFORE}{}", hex(digest))
}

/// Whether a file is just as it was made: it has a seal, and nothing was changed since. One that cannot be read as its format is not.
#[must_use]
pub fn is_as_made(format: Format, bytes: &[u8]) -> bool {
    match format {
        Format::Docx | Format::Xlsx => parts_are_as_made(bytes).unwrap_or(false),
        Format::Table | Format::Markdown | Format::Html | Format::Csv => {
            std::str::from_utf8(bytes).is_ok_and(text_is_as_made)
        }
    }
}

fn text_is_as_made(found: &str) -> bool {
    let found = found.replace("\r\n", "\n");
    let Some(seal) = seal_in(&found) else { return false };
    let unsealed = found.replacen(&seal, &place(), 1);
    text(unsealed) == found
}

/// `None` where it is no such file.
fn parts_are_as_made(bytes: &[u8]) -> Option<bool> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut parts = Vec::new();
    for place in 0..archive.len() {
        let part = archive.by_index(place).ok()?;
        let name = part.name().ok()?.into_owned();
        let mut bytes = Vec::new();
        part.take(limits::FILE_BYTES).read_to_end(&mut bytes).ok()?;
        parts.push((name, bytes));
    }
    let (_, sealed) = parts.iter().find(|(name, _)| name == PART)?;
    let found = seal_in(std::str::from_utf8(sealed).ok()?)?;
    Some(found == of_parts(parts.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()))))
}

/// The first seal in a text.
fn seal_in(text: &str) -> Option<String> {
    let at = text.find(BEFORE)?;
    let seal = text.get(at..at + BEFORE.len() + LENGTH)?;
    seal[BEFORE.len()..].bytes().all(|byte| byte.is_ascii_hexdigit()).then(|| seal.to_owned())
}

fn hex(digest: Sha256) -> String {
    format!("{:x}", digest.finalize())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sealed_text_is_as_made_until_a_letter_of_it_changes() {
        let paper = text(format!("A paper\n<!-- {} -->\n", place()));
        assert!(is_as_made(Format::Markdown, paper.as_bytes()));
        assert!(is_as_made(Format::Markdown, paper.replace('\n', "\r\n").as_bytes()), "git may change line ends");
        assert!(!is_as_made(Format::Markdown, paper.replace("A paper", "The paper").as_bytes()));
    }

    #[test]
    fn a_text_without_a_seal_is_not_as_made() {
        for bytes in [&b""[..], b"A paper", b"seal sha256:0", b"\xff"] {
            assert!(!is_as_made(Format::Html, bytes));
        }
        assert!(!is_as_made(Format::Docx, b"PK"));
    }

    #[test]
    fn the_seal_of_parts_is_of_their_names_and_bytes_in_any_order() {
        let one: [(&str, &[u8]); 2] = [("a", b"x"), ("b", b"yz")];
        let turned = [one[1], one[0]];
        assert_eq!(of_parts(one.into_iter()), of_parts(turned.into_iter()));
        let moved: [(&str, &[u8]); 2] = [("a", b"xy"), ("b", b"z")];
        assert_ne!(of_parts(one.into_iter()), of_parts(moved.into_iter()));
        let sealed: [(&str, &[u8]); 3] = [one[0], one[1], (PART, b"anything")];
        assert_eq!(of_parts(one.into_iter()), of_parts(sealed.into_iter()), "but for the part that holds it");
    }
}
