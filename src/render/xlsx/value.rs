//! What is in a cell of a workbook.

use crate::render::clean::picture;

/// The most UTF-16 code units of a cell ("Excel specifications and limits": total number of characters that a cell can contain).
const LONGEST: usize = 32_767;

/// A figure with more digits than this is no longer the same figure in a workbook, whose numbers are binary.
pub const DIGITS: usize = 15;

/// One cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// A figure, shown with as many decimals as it was given.
    Number {
        value: f64,
        decimals: usize,
    },
    Text(String),
    /// The name of a worksheet, which leads there.
    Tab(String),
    Blank,
}

impl Value {
    /// The text; blank where there is none.
    pub fn text(text: &str) -> Self {
        if text.is_empty() { Self::Blank } else { Self::Text(text.to_owned()) }
    }

    /// The number, if it is written as one without ornament and a workbook can hold it exactly: "4.70", and neither "+4.7", "007" nor
    /// "1e3".
    pub fn number(text: &str) -> Option<Self> {
        let unsigned = text.strip_prefix('-').unwrap_or(text);
        let (whole, decimals) = unsigned.split_once('.').map_or((unsigned, None), |(whole, rest)| (whole, Some(rest)));
        let is_digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
        let is_plain = is_digits(whole)
            && decimals.is_none_or(is_digits)
            && (whole == "0" || !whole.starts_with('0'))
            && whole.len() + decimals.map_or(0, str::len) <= DIGITS;
        let value = if is_plain { text.parse().ok()? } else { return None };
        Some(Self::Number { value, decimals: decimals.map_or(0, str::len) })
    }
}

/// A column of one kind: numbers where all are, else text.
pub fn column(texts: &[&str]) -> Vec<Value> {
    let number = |text: &&str| if text.is_empty() { Some(Value::Blank) } else { Value::number(text) };
    let numbers: Option<Vec<Value>> = texts.iter().map(number).collect();
    numbers.unwrap_or_else(|| texts.iter().map(|text| Value::text(text)).collect())
}

/// Text as a workbook keeps it: lines end with LF, and a control character is shown as its picture.
pub fn visible(text: &str) -> String {
    let lines = text.replace("\r\n", "\n").replace('\r', "\n");
    let shown = |character| match character {
        '\n' | '\t' => character,
        // No XML has these two.
        '\u{FFFE}' | '\u{FFFF}' => '\u{FFFD}',
        _ => picture(character),
    };
    lines.chars().map(shown).collect()
}

/// The text as a cell holds it, escaped; where it is too long for one as much of it as there is room for, with how much was cut at its end.
pub fn fitting(text: &str) -> (String, Fit) {
    let whole = escaped(text);
    if units(&whole) <= LONGEST {
        return (whole, Fit::Whole);
    }
    // Room for what is said of it.
    let mut most = LONGEST - 60;
    let mut kept = first_units(text, most);
    while units(&escaped(kept)) > LONGEST - 60 {
        most /= 2;
        kept = first_units(text, most);
    }
    let cut = text[kept.len()..].chars().count();
    (format!("{} [cut here: {cut} more characters]", escaped(kept)), Fit::Cut)
}

/// Whether a text had to be cut.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fit {
    Whole,
    Cut,
}

/// The longest beginning of no more than so many UTF-16 code units, which is how a workbook counts.
pub fn first_units(text: &str, most: usize) -> &str {
    let mut used = 0;
    let end = text.char_indices().find(|(_, character)| {
        used += character.len_utf16();
        used > most
    });
    end.map_or(text, |(at, _)| &text[..at])
}

fn units(text: &str) -> usize {
    text.chars().map(char::len_utf16).sum()
}

/// The text so that a workbook reads it as it is. `_x0041_` would be read as "A" (ECMA-376 part 1, 22.9.2.19), and what stands between
/// `<r>` and `</r>` would be written as it is, as markup.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut rest = text;
    if let Some(after) = text.strip_prefix("<r>") {
        escaped.push_str("_x003C_r>");
        rest = after;
    }
    while let Some(at) = rest.find("_x") {
        escaped.push_str(&rest[..at]);
        escaped.push_str(if is_code(&rest[at..]) { "_x005F_" } else { "_" });
        rest = &rest[at + 1..];
    }
    escaped + rest
}

fn is_code(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() >= 7 && bytes[2..6].iter().all(u8::is_ascii_hexdigit) && bytes[6] == b'_'
}

#[cfg(test)]
mod tests {
    use super::{Fit, LONGEST, Value, column, escaped, first_units, fitting, units, visible};

    #[test]
    fn a_plain_number_is_one_and_keeps_its_decimals() {
        assert_eq!(Value::number("-4.70"), Some(Value::Number { value: -4.7, decimals: 2 }));
        assert_eq!(Value::number("0"), Some(Value::Number { value: 0.0, decimals: 0 }));
        for text in ["", "+4", "007", "1e3", "4.", ".5", "-", "1,000", "4.7%", "1234567890.123456", "２", "=1"] {
            assert_eq!(Value::number(text), None, "{text}");
        }
    }

    #[test]
    fn a_column_is_of_one_kind() {
        let number = Value::Number { value: 2013.0, decimals: 0 };
        assert_eq!(column(&["2013", ""]), [number, Value::Blank]);
        assert_eq!(column(&["2013", "2013/14"]), [Value::Text("2013".to_owned()), Value::Text("2013/14".to_owned())]);
    }

    #[test]
    fn what_is_too_long_for_a_cell_is_cut_and_says_so() {
        let text = "界".repeat(LONGEST);
        assert_eq!(fitting(&text), (text.clone(), Fit::Whole));
        let (kept, fit) = fitting(&"🙂".repeat(20_000));
        assert!(kept.ends_with(" [cut here: 3647 more characters]"), "{}", &kept[kept.len() - 50..]);
        assert!(units(&kept) <= LONGEST && fit == Fit::Cut);
        let (kept, fit) = fitting(&"_x0041_".repeat(4_000));
        assert!(units(&kept) <= LONGEST && fit == Fit::Cut, "what is written counts");
    }

    #[test]
    fn a_character_is_not_cut_in_two() {
        assert_eq!(first_units("a🙂b", 2), "a");
        assert_eq!(first_units("a🙂b", 3), "a🙂");
        assert_eq!(first_units("ab", 3), "ab");
    }

    #[test]
    fn what_a_workbook_would_decode_is_escaped() {
        assert_eq!(escaped("a_x0041_b _x004_ _x"), "a_x005F_x0041_b _x004_ _x");
        assert_eq!(escaped("_x_x0041_"), "_x_x005F_x0041_");
        assert_eq!(escaped("<r><t>a</t></r>"), "_x003C_r><t>a</t></r>");
    }

    #[test]
    fn control_characters_are_shown() {
        assert_eq!(visible("a\r\nb\u{1b}\u{FFFF}"), "a\nb␛\u{FFFD}");
    }
}
