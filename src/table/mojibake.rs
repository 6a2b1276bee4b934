//! Text that was UTF-8 and was read as Windows-1252: `Â£` for `£`.

use crate::encoding::windows_1252_byte;

/// The text as it was meant; nothing where no part of it looks like this.
///
/// Every run of characters that Windows-1252 has bytes for, and whose bytes are one character of UTF-8, is taken to be that
/// character. In English no word has such a run.
#[must_use]
pub fn mended(text: &str) -> Option<String> {
    if text.is_ascii() {
        return None;
    }
    let characters: Vec<char> = text.chars().collect();
    let mut mended = String::with_capacity(text.len());
    let mut at = 0;
    let mut found = false;
    while let Some(&character) = characters.get(at) {
        match meant(&characters[at..]) {
            Some((meant, length)) => {
                mended.push(meant);
                at += length;
                found = true;
            }
            None => {
                mended.push(character);
                at += 1;
            }
        }
    }
    found.then_some(mended)
}

/// The character that the first few were, and how many they are.
fn meant(characters: &[char]) -> Option<(char, usize)> {
    let first = windows_1252_byte(*characters.first()?)?;
    let length = match first {
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf4 => 4,
        _ => return None,
    };
    let run = characters.get(..length)?;
    let bytes: Option<Vec<u8>> = run.iter().map(|character| windows_1252_byte(*character)).collect();
    let bytes = bytes?;
    let decoded = std::str::from_utf8(&bytes).ok()?;
    Some((decoded.chars().next()?, length))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_read_in_the_wrong_encoding_is_what_it_was() {
        for (seen, meant) in [
            ("Â£5", "£5"),
            ("Barnet â€“ women", "Barnet – women"),
            ("leadâ€™s", "lead’s"),
            ("cafÃ©", "café"),
            ("Ã‰cole", "École"),
        ] {
            assert_eq!(mended(seen).as_deref(), Some(meant), "{seen}");
        }
    }

    #[test]
    fn text_that_is_right_is_left_alone() {
        for text in ["plain", "café – £5", "Âge", "naïve ‘quoted’", "界", "à la carte", "â"] {
            assert_eq!(mended(text), None, "{text}");
        }
    }
}
