//! Bytes to text: UTF-8, or a finding that says what the file is instead.

use std::ops::Range;
use std::path::Path;

use crate::finding::{Code, Finding, OR_FIX, Repair, Treatment};
use crate::source::{Place, Source};
use crate::{csv, text};

/// How many characters around a byte that is not UTF-8 are quoted on either side.
const CONTEXT: usize = 15;

/// How many bytes at the start show whether a file is UTF-16 without a byte order mark; even.
const LOOKED_AT: usize = 512;

/// The text of a file; a finding where the bytes are no UTF-8.
///
/// # Errors
/// The finding, with the likely cause.
pub fn decode(path: &str, bytes: Vec<u8>) -> Result<String, Box<Finding>> {
    decode_withholding(path, bytes, &|_| false)
}

/// As [`decode`], with what is asked of the line that a finding would quote: whether it may not be shown.
///
/// # Errors
/// The finding, with the likely cause.
pub fn decode_withholding(
    path: &str,
    bytes: Vec<u8>,
    is_withheld: &dyn Fn(&str) -> bool,
) -> Result<String, Box<Finding>> {
    const WORKBOOKS: [&[u8]; 2] = [b"PK\x03\x04", &[0xd0, 0xcf, 0x11, 0xe0]];
    let save_as = if is_csv(path) {
        "in Excel choose Save As, 'CSV UTF-8 (Comma delimited)'"
    } else {
        "in the editor choose to save it as UTF-8"
    };
    if byte_order(&bytes).is_some() {
        let message = "this file is UTF-16 (Excel's 'Unicode Text', or PowerShell's >)";
        let finding = Finding::new(Code::Utf16, path, message).help(save_as);
        // A file that was cut off inside a character can only be saved again.
        let is_whole = from_utf16(&bytes).is_some();
        return Err(Box::new(if is_whole { finding.repair(Repair::whole(Treatment::FromUtf16)) } else { finding }));
    }
    if WORKBOOKS.iter().any(|mark| bytes.starts_with(mark)) {
        let message = "this is an Excel workbook, not a text file";
        return Err(Box::new(Finding::new(Code::NotACsv, path, message).help(save_as)));
    }
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        Box::new(not_utf8(path, at, error.as_bytes(), save_as, is_withheld))
    })
}

fn is_csv(path: &str) -> bool {
    Path::new(path).extension().is_some_and(|ending| ending == "csv")
}

fn not_utf8(path: &str, at: usize, bytes: &[u8], save_as: &str, is_withheld: &dyn Fn(&str) -> bool) -> Finding {
    let byte = bytes.get(at).copied().unwrap_or_default();
    // The file as Windows-1252 reads it, which is most often what it is.
    let read_as = from_windows_1252(bytes);
    let character = windows_1252(byte);
    let start: usize = bytes[..at].iter().map(|byte| windows_1252(*byte).len_utf8()).sum();
    let span = start..start + character.len_utf8();
    let (cell, shown) = if is_csv(path) { cell_of(&read_as, span.clone()) } else { (None, 0..read_as.len()) };
    let place = Source::new(path, &read_as).place(span.clone());
    // Only what may be shown is quoted.
    let part = Source::new(path, &read_as[shown.clone()]).place(span.start - shown.start..span.end - shown.start);
    let mut place = Place { cell, quoted: part.quoted, mark: part.mark, ..place };
    let mut context = if shown == span {
        String::new()
    } else {
        format!(" (in {})", around(&read_as[shown.clone()], start - shown.start))
    };
    let before = read_as[..start].rsplit(['\n', '\r']).next().unwrap_or_default();
    let after = read_as[start..].split(['\n', '\r']).next().unwrap_or_default();
    if is_withheld(&format!("{before}{after}")) {
        place = place.withheld();
        context = String::new();
    }
    let message = format!(
        "byte 0x{byte:02X} is not UTF-8; read as Windows-1252 it is '{}'{context}",
        text::visible(&character.to_string())
    );
    let help = if is_csv(path) {
        format!("saved as 'CSV (Comma delimited)'? {save_as}{OR_FIX} --from windows-1252 {path}")
    } else {
        save_as.to_owned()
    };
    let finding = Finding::new(Code::NotUtf8, path, message).at(place).help(help);
    if text::has_nul(bytes) { finding } else { finding.repair(Repair::likely_whole(Treatment::FromWindows1252)) }
}

/// The cell of a table that holds a character, and what may be quoted of it: its own text, but of one that may hold a figure the
/// character alone. Which figures may not be shown is not known before the table can be read.
fn cell_of(table: &str, character: Range<usize>) -> (Option<String>, Range<usize>) {
    let Some((cell, span)) = csv::cell_at(table, character.start) else { return (None, character) };
    let is_words = !table[span.clone()].contains(|own: char| own.is_numeric());
    (Some(cell), if is_words { span } else { character })
}

/// A few characters on either side of an offset, in the same line.
fn around(text: &str, offset: usize) -> String {
    let before: Vec<char> =
        text[..offset].chars().rev().take_while(|character| *character != '\n').take(CONTEXT).collect();
    let after = text[offset..].chars().take_while(|character| !matches!(character, '\n' | '\r')).take(CONTEXT);
    let context: String = before.into_iter().rev().chain(after).collect();
    text::quoted(context.trim())
}

/// A byte as Windows-1252 has it; the five it leaves open are the control characters Windows makes of them.
/// <https://encoding.spec.whatwg.org/index-windows-1252.txt>
const FROM_80: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// The byte that Windows-1252 has for a character; nothing where it has none.
#[must_use]
pub fn windows_1252_byte(character: char) -> Option<u8> {
    let place = FROM_80.iter().position(|own| *own == character);
    match (u32::from(character), place) {
        (_, Some(place)) => u8::try_from(place + 0x80).ok(),
        (code @ (0..=0x7f | 0xa0..=0xff), None) => u8::try_from(code).ok(),
        _ => None,
    }
}

/// Bytes as Windows-1252 reads them.
#[must_use]
pub fn from_windows_1252(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| windows_1252(*byte)).collect()
}

/// In which order UTF-16 has the two bytes of a character.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ByteOrder {
    LowFirst,
    HighFirst,
}

/// Bytes as UTF-16 reads them, in the order that their byte order mark says or that they show; nothing where they are no UTF-16.
#[must_use]
pub fn from_utf16(bytes: &[u8]) -> Option<String> {
    let order = byte_order(bytes)?;
    characters(bytes.get(order.mark_of(bytes).len()..)?, order)
}

/// The order in UTF-16; nothing where the bytes are none.
fn byte_order(bytes: &[u8]) -> Option<ByteOrder> {
    let both = [ByteOrder::LowFirst, ByteOrder::HighFirst];
    let marked = both.into_iter().find(|order| !order.mark_of(bytes).is_empty());
    marked.or_else(|| both.into_iter().find(|order| order.is_shown_by(bytes)))
}

impl ByteOrder {
    /// The byte order mark at the start; empty where there is none of this order.
    fn mark_of(self, bytes: &[u8]) -> &[u8] {
        let mark: &[u8] = match self {
            Self::LowFirst => &[0xff, 0xfe],
            Self::HighFirst => &[0xfe, 0xff],
        };
        if bytes.starts_with(mark) { &bytes[..mark.len()] } else { &[] }
    }

    /// Whether bytes without a mark look like text in this order: of most characters the high byte is 0, and of none are both.
    fn is_shown_by(self, bytes: &[u8]) -> bool {
        let pairs = bytes.get(..LOOKED_AT.min(bytes.len())).unwrap_or_default().chunks_exact(2);
        let count = pairs.len();
        let (mut high, mut low) = (0, 0);
        for pair in pairs {
            let (first, second) = (usize::from(pair[0] == 0), usize::from(pair[1] == 0));
            let (of_high, of_low) = match self {
                Self::LowFirst => (second, first),
                Self::HighFirst => (first, second),
            };
            high += of_high;
            low += of_low;
        }
        count >= 2 && low == 0 && high * 4 >= count * 3
    }
}

/// The text of pairs of bytes; nothing where one is left over, or they are no UTF-16.
fn characters(bytes: &[u8], order: ByteOrder) -> Option<String> {
    let unit = match order {
        ByteOrder::LowFirst => u16::from_le_bytes,
        ByteOrder::HighFirst => u16::from_be_bytes,
    };
    let pairs = bytes.chunks_exact(2);
    if !pairs.remainder().is_empty() {
        return None;
    }
    char::decode_utf16(pairs.map(|pair| unit([pair[0], pair[1]]))).collect::<Result<String, _>>().ok()
}

fn windows_1252(byte: u8) -> char {
    match byte {
        0x80..=0x9f => FROM_80.get(usize::from(byte - 0x80)).copied().unwrap_or('\u{fffd}'),
        other => char::from(other),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn windows_1252_is_named_with_the_character_it_meant() {
        let finding = decode("data/x.csv", b"period,note\n2012/13,Barnet \x96 women\n".to_vec()).unwrap_err();
        assert_eq!(finding.code, Code::NotUtf8);
        assert!(finding.message.contains("0x96"), "{}", finding.message);
        assert!(finding.message.contains("'–'"), "{}", finding.message);
        let place = finding.place.unwrap();
        assert_eq!((place.line, place.column, place.cell.as_deref()), (2, 16, Some("B2")));
        assert_eq!(place.quoted, "Barnet – women");
    }

    #[test]
    fn no_figure_is_quoted_before_it_is_known_whether_it_may_be_shown() {
        for table in [&b"period,value,note\n2012/13,3,Barnet \x96 women\n"[..], b"period,value\n2012/13,3\xa0\n"] {
            let finding = decode("data/x.csv", table.to_vec()).unwrap_err();
            let said = finding.message.replace("0x96", "").replace("0xA0", "").replace("UTF-8", "").replace("1252", "");
            assert!(!said.contains('3') && !finding.place.unwrap().quoted.contains('3'), "{said}");
        }
    }

    #[test]
    fn other_files_renamed_to_csv_are_recognised() {
        assert_eq!(decode("x", b"\xff\xfep\0".to_vec()).unwrap_err().code, Code::Utf16);
        assert_eq!(decode("x", b"PK\x03\x04...".to_vec()).unwrap_err().code, Code::NotACsv);
    }

    #[test]
    fn utf16_is_known_without_its_mark_in_either_order() {
        let text = "period,value,note\r\n2012/13,61.5,Testham – women\r\n";
        for bytes in [u16::to_le_bytes as fn(u16) -> [u8; 2], u16::to_be_bytes] {
            let file: Vec<u8> = text.encode_utf16().flat_map(bytes).collect();
            assert_eq!(from_utf16(&file).as_deref(), Some(text));
            assert_eq!(decode("x", file).unwrap_err().code, Code::Utf16);
        }
    }

    #[test]
    fn a_text_with_a_nul_here_and_there_is_no_utf16() {
        for bytes in [b"period,value\n2012/13,61.5\0\n".as_slice(), b"a\0bc\0d\0e", b"\0\0\0\0", b"a\0"] {
            assert!(decode("x", bytes.to_vec()).is_ok(), "{bytes:?}");
        }
    }

    #[test]
    fn any_bytes_give_text_or_a_finding() {
        for byte in 0..=255u8 {
            let bytes = vec![byte; 5];
            assert_eq!(decode("x", bytes).is_err(), byte >= 0x80, "{byte:#x}");
        }
    }
}
