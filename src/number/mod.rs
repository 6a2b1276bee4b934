//! Figures: exactly as typed, and exactly as calculated.
//!
//! A figure in a file is a [`Decimal`], which keeps the digits that were typed. A figure that is worked out (a value due
//! on a straight line, a variance in percent) is an [`Exact`] fraction, so that no rounding can change a verdict.
//! Rounding is for display only, half away from zero.

mod exact;

use std::cmp::Ordering;

use num_traits::ToPrimitive;

pub use exact::Exact;
pub use rust_decimal::Decimal;

use crate::limits;

/// Characters that are certain to fit 64 bits when they are digits.
const SHORT: usize = 18;

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
    if let Some((mantissa, scale)) = read_short(digits) {
        return Ok(Decimal::new(if negative { -mantissa } else { mantissa }, scale));
    }
    let (mantissa, scale) = read_any(digits)?;
    Ok(Decimal::from_i128_with_scale(if negative { -mantissa } else { mantissa }, scale))
}

/// The digits as a whole number, and how many of them stand after the point, where they are few enough to count in 64 bits:
/// those of nearly every figure, in a fraction of the time. Nothing for any other text.
fn read_short(digits: &str) -> Option<(i64, u32)> {
    if digits.len() > SHORT {
        return None;
    }
    let mut mantissa = 0;
    let mut point = None;
    for (place, byte) in digits.bytes().enumerate() {
        match byte {
            b'0'..=b'9' => mantissa = mantissa * 10 + i64::from(byte - b'0'),
            b'.' if point.is_none() => point = Some(place),
            _ => return None,
        }
    }
    let scale = point.map(|before| digits.len() - before - 1);
    let is_a_number = point.unwrap_or(digits.len()) > 0 && scale != Some(0);
    is_a_number.then_some((mantissa, u32::try_from(scale.unwrap_or(0)).ok()?))
}

/// The digits as a whole number, and how many of them stand after the point.
fn read_any(digits: &str) -> Result<(i128, u32), NotANumber> {
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
    Ok((mantissa, scale.unwrap_or(0)))
}

/// How two figures compare: as their own order has it, and quicker where they have as many decimals, as most of a file have.
#[must_use]
pub fn compare(one: Decimal, other: Decimal) -> Ordering {
    if one.scale() == other.scale() { one.mantissa().cmp(&other.mantissa()) } else { one.cmp(&other) }
}

/// The floating point number nearest to a figure, for rules of thumb; nothing where there is none.
#[must_use]
pub fn approximate(figure: Decimal) -> Option<f64> {
    const POWERS_OF_TEN: [f64; 10] = [1.0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9];
    // Both are exact, so that their quotient is rounded once.
    match (i32::try_from(figure.mantissa()), POWERS_OF_TEN.get(figure.scale() as usize)) {
        (Ok(mantissa), Some(power)) => Some(f64::from(mantissa) / power),
        _ => figure.to_f64(),
    }
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
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_number_keeps_the_digits_that_were_typed() {
        let largest_short = "9".repeat(18);
        let shortest_long = "9".repeat(19);
        for text in ["471.2", "9.10", "0", "-2.3", "100", "8.75912408759124", "0.001", &largest_short, &shortest_long] {
            assert_eq!(read(text).unwrap().to_string(), text);
        }
    }

    proptest! {
        #[test]
        fn a_short_number_is_read_as_any_other(digits in "[0-9.]{0,18}|[0-9]{0,9}[.]?[0-9]{0,8}|.{0,5}") {
            let short = read_short(&digits).map(|(mantissa, scale)| (mantissa.into(), scale));
            prop_assert_eq!(short, read_any(&digits).ok());
        }
    }

    proptest! {
        #[test]
        fn figures_compare_and_are_approximated_as_the_decimals_they_are(
            (one, scale) in (any::<i64>(), 0u32..19), (other, other_scale) in (-1000i64..1000, 0u32..4),
        ) {
            let (one, other) = (Decimal::new(one, scale), Decimal::new(other, other_scale));
            prop_assert_eq!(compare(one, other), one.cmp(&other));
            prop_assert_eq!(compare(other, other), Ordering::Equal);
            prop_assert_eq!(approximate(other), other.to_f64());
            prop_assert_eq!(approximate(one), one.to_f64());
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
