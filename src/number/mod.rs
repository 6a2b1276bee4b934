//! Figures: exactly as typed, and exactly as calculated.
//!
//! A figure in a file is a [`Decimal`], which keeps the digits that were typed. A figure that is worked out (a value due
//! on a straight line, a variance in percent) is an [`Exact`] fraction, so that no rounding can change a verdict.
//! Rounding is for display only, half away from zero.

mod exact;

pub use exact::Exact;
pub use rust_decimal::Decimal;

use crate::limits;

/// A number in a file or in the strategy, with the digits that were typed: `471.20` stays `471.20`.
///
/// The grammar is a sign `-` or none, digits, and perhaps a point and digits: no separators, no exponent, no `+`.
///
/// # Errors
/// [`NotANumber`] says why the text is none.
pub fn read(text: &str) -> Result<Decimal, NotANumber> {
    let (negative, digits) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let mut mantissa: i128 = 0;
    let mut significant = 0;
    let mut scale = None;
    let mut before_point = 0;
    for byte in digits.bytes() {
        match byte {
            b'0'..=b'9' => {
                if significant > 0 || byte != b'0' {
                    significant += 1;
                }
                if significant > limits::NUMBER_DIGITS {
                    return Err(NotANumber::TooLong);
                }
                mantissa = mantissa * 10 + i128::from(byte - b'0');
                match &mut scale {
                    Some(places) if *places >= limits::NUMBER_DIGITS => return Err(NotANumber::TooLong),
                    Some(places) => *places += 1,
                    None => before_point += 1,
                }
            }
            b'.' if scale.is_none() => scale = Some(0),
            _ => return Err(NotANumber::OtherCharacters),
        }
    }
    if before_point == 0 || scale == Some(0) {
        return Err(NotANumber::OtherCharacters);
    }
    let signed = if negative { -mantissa } else { mantissa };
    Ok(Decimal::from_i128_with_scale(signed, scale.unwrap_or(0)))
}

/// Why a text is not a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotANumber {
    /// Something other than a sign, digits and one point between digits.
    OtherCharacters,
    /// More digits than can be kept exactly ([`limits::NUMBER_DIGITS`]).
    TooLong,
}

/// Commas between thousands: `12345.6` is `12,345.6`. The text is a plain number.
#[must_use]
pub fn with_commas(plain: &str) -> String {
    let (sign, unsigned) = match plain.strip_prefix('-') {
        Some(rest) => ("-", rest),
        None => ("", plain),
    };
    let (whole, fraction) = match unsigned.find('.') {
        Some(point) => unsigned.split_at(point),
        None => (unsigned, ""),
    };
    let mut grouped = String::with_capacity(plain.len() + plain.len() / 3);
    for (place, digit) in whole.char_indices() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    format!("{sign}{grouped}{fraction}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_keeps_the_digits_that_were_typed() {
        for text in ["471.2", "9.10", "0", "-2.3", "100", "8.75912408759124", "0.001"] {
            assert_eq!(read(text).unwrap().to_string(), text);
        }
    }

    #[test]
    fn only_plain_numbers_are_numbers() {
        for text in ["", "-", ".", "5.", ".5", "+5", "1_000", "1,000", "1e3", "٣", "5%", " 5", "--5", "1.2.3"] {
            assert_eq!(read(text), Err(NotANumber::OtherCharacters), "{text:?}");
        }
    }

    #[test]
    fn a_number_with_more_digits_than_can_be_kept_is_refused() {
        assert!(read(&"9".repeat(28)).is_ok());
        assert_eq!(read(&"9".repeat(29)), Err(NotANumber::TooLong));
        assert_eq!(read(&format!("0.{}", "0".repeat(40))), Err(NotANumber::TooLong));
    }

    #[test]
    fn thousands_are_set_apart_for_people() {
        assert_eq!(with_commas("1234567.891"), "1,234,567.891");
        assert_eq!(with_commas("-1000"), "-1,000");
        assert_eq!(with_commas("999"), "999");
    }
}
