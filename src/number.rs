//! Figures: exactly as typed, and exactly as calculated.
//!
//! A figure in a file is a [`Decimal`], which keeps the digits that were typed. A figure that is worked out (a value due
//! on a straight line, a variance in percent) is an [`Exact`] fraction, so that no rounding can change a verdict.
//! Rounding is for display only, half away from zero.

use std::ops::{Add, Mul, Neg, Sub};

use num_bigint::{BigInt, Sign};
use num_rational::BigRational;
use num_traits::{Signed, Zero};
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

/// A calculated figure, kept as a fraction.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Exact(BigRational);

impl Exact {
    #[must_use]
    pub fn zero() -> Self {
        Self(BigRational::zero())
    }

    #[must_use]
    pub fn is_zero(&self) -> bool {
        self.0.is_zero()
    }

    #[must_use]
    pub fn is_negative(&self) -> bool {
        self.0.is_negative()
    }

    #[must_use]
    pub fn abs(&self) -> Self {
        Self(self.0.abs())
    }

    /// The quotient; nothing where the divisor is zero.
    #[must_use]
    pub fn over(&self, divisor: &Self) -> Option<Self> {
        (!divisor.is_zero()).then(|| Self(&self.0 / &divisor.0))
    }

    /// This many hundredths of `whole`.
    #[must_use]
    pub fn percent_of(&self, whole: &Self) -> Self {
        Self(&self.0 * &whole.0 / BigRational::from_integer(BigInt::from(100)))
    }

    /// `part` as a percentage of this one; nothing where this one is zero.
    #[must_use]
    pub fn percentage(&self, part: &Self) -> Option<Self> {
        (part * &Self::from(100)).over(self)
    }

    /// With this many decimals, rounded half away from zero: `-0.5` with none is `-1`.
    #[must_use]
    pub fn rounded(&self, decimals: u32) -> String {
        let ten = BigInt::from(10).pow(decimals);
        let denominator = self.0.denom();
        let scaled = self.0.numer().abs() * ten;
        let two = BigInt::from(2);
        let rounded = (scaled * &two + denominator) / (denominator * &two);
        let sign = if self.is_negative() && rounded.sign() != Sign::NoSign { "-" } else { "" };
        let digits = rounded.to_string();
        let places = decimals as usize;
        if places == 0 {
            return format!("{sign}{digits}");
        }
        let padded = format!("{digits:0>width$}", width = places + 1);
        let (whole, fraction) = padded.split_at(padded.len() - places);
        format!("{sign}{whole}.{fraction}")
    }

    /// To at most six decimals, without trailing zeros: how derived numbers stand in JSON and CSV.
    #[must_use]
    pub fn to_six(&self) -> String {
        let text = self.rounded(6);
        text.trim_end_matches('0').trim_end_matches('.').to_owned()
    }

    /// With as few decimals, from `least` to six, as say the number exactly; six where none do.
    #[must_use]
    pub fn decimals_needed(&self, least: u32) -> u32 {
        (least..6).find(|&decimals| (&self.0 * BigInt::from(10).pow(decimals)).is_integer()).unwrap_or(6)
    }
}

impl From<Decimal> for Exact {
    fn from(decimal: Decimal) -> Self {
        let numerator = BigInt::from(decimal.mantissa());
        Self(match decimal.scale() {
            0 => BigRational::from_integer(numerator),
            scale => BigRational::new(numerator, BigInt::from(10).pow(scale)),
        })
    }
}

impl From<i64> for Exact {
    fn from(whole: i64) -> Self {
        Self(BigRational::from_integer(BigInt::from(whole)))
    }
}

macro_rules! operator {
    ($trait:ident, $method:ident, $sign:tt) => {
        impl $trait for &Exact {
            type Output = Exact;
            fn $method(self, other: &Exact) -> Exact {
                Exact(&self.0 $sign &other.0)
            }
        }
    };
}

operator!(Add, add, +);
operator!(Sub, sub, -);
operator!(Mul, mul, *);

impl Neg for &Exact {
    type Output = Exact;
    fn neg(self) -> Exact {
        Exact(-&self.0)
    }
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

    fn exact(text: &str) -> Exact {
        Exact::from(read(text).unwrap())
    }

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
    fn rounding_is_half_away_from_zero() {
        assert_eq!(exact("0.5").rounded(0), "1");
        assert_eq!(exact("-0.5").rounded(0), "-1");
        assert_eq!(exact("2.25").rounded(1), "2.3");
        assert_eq!(exact("-0.04").rounded(1), "0.0");
        assert_eq!(exact("0.05").rounded(3), "0.050");
    }

    #[test]
    fn derived_numbers_have_at_most_six_decimals_and_no_trailing_zeros() {
        let third = exact("1").over(&exact("3")).unwrap();
        assert_eq!(third.to_six(), "0.333333");
        assert_eq!(exact("429.8620").to_six(), "429.862");
        assert_eq!(exact("100").to_six(), "100");
        assert_eq!(exact("0.0000001").to_six(), "0");
    }

    #[test]
    fn a_fraction_that_no_decimal_says_is_still_exact() {
        let third = exact("1").over(&exact("3")).unwrap();
        assert_eq!(&third * &exact("3"), exact("1"));
        assert_eq!(exact("1").over(&Exact::zero()), None);
    }

    #[test]
    fn thousands_are_set_apart_for_people() {
        assert_eq!(with_commas("1234567.891"), "1,234,567.891");
        assert_eq!(with_commas("-1000"), "-1,000");
        assert_eq!(with_commas("999"), "999");
    }
}
