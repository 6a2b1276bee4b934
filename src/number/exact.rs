//! A calculated figure as a fraction: in machine words where both its parts fit them, which is nearly always, else of any size.

use std::cmp::Ordering;
use std::ops::{Add, Mul, Neg, Sub};

use num_bigint::BigInt;
use num_integer::Integer;
use num_rational::BigRational;
use num_traits::{Signed, ToPrimitive};

use super::Decimal;

/// A calculated figure, kept as a fraction.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exact(Fraction);

/// A fraction in its lowest terms. One that fits the words is never kept as a large one, so equal fractions are equal values.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Fraction {
    Words(Words),
    Large(Box<BigRational>),
}

/// The denominator is above 0. Products of two words fit 128 bits, and so do sums of two such products.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Words {
    numerator: i64,
    denominator: i64,
}

impl Exact {
    #[must_use]
    pub fn zero() -> Self {
        Self::from(0)
    }

    #[must_use]
    pub fn is_zero(&self) -> bool {
        matches!(self.0, Fraction::Words(Words { numerator: 0, .. }))
    }

    #[must_use]
    pub fn is_negative(&self) -> bool {
        match &self.0 {
            Fraction::Words(words) => words.numerator < 0,
            Fraction::Large(large) => large.is_negative(),
        }
    }

    #[must_use]
    pub fn abs(&self) -> Self {
        if self.is_negative() { -self } else { self.clone() }
    }

    /// The quotient; nothing where the divisor is zero.
    #[must_use]
    pub fn over(&self, divisor: &Self) -> Option<Self> {
        if divisor.is_zero() {
            return None;
        }
        Some(match (&self.0, &divisor.0) {
            (Fraction::Words(one), Fraction::Words(other)) => {
                Self::of_words(product(one.numerator, other.denominator), product(one.denominator, other.numerator))
            }
            _ => Self::of_large(self.to_large() / divisor.to_large()),
        })
    }

    /// This many hundredths of `whole`.
    #[must_use]
    pub fn percent_of(&self, whole: &Self) -> Self {
        &(self * whole) * &Self(Fraction::Words(Words { numerator: 1, denominator: 100 }))
    }

    /// `part` as a percentage of this one; nothing where this one is zero.
    #[must_use]
    pub fn percentage(&self, part: &Self) -> Option<Self> {
        (part * &Self::from(100)).over(self)
    }

    /// With this many decimals, rounded half away from zero: `-0.5` with none is `-1`.
    #[must_use]
    pub fn rounded(&self, decimals: u32) -> String {
        let digits = self.digits_rounded(decimals);
        let sign = if self.is_negative() && digits != "0" { "-" } else { "" };
        let places = decimals as usize;
        if places == 0 {
            return format!("{sign}{digits}");
        }
        let padded = format!("{digits:0>width$}", width = places + 1);
        let (whole, fraction) = padded.split_at(padded.len() - places);
        format!("{sign}{whole}.{fraction}")
    }

    /// The digits of the size with this many decimals, without a point.
    fn digits_rounded(&self, decimals: u32) -> String {
        if let Fraction::Words(words) = &self.0 {
            let scaled =
                10u128.checked_pow(decimals).and_then(|ten| ten.checked_mul(words.numerator.unsigned_abs().into()));
            let denominator = u128::from(words.denominator.unsigned_abs());
            let rounded = scaled.and_then(|scaled| scaled.checked_mul(2)?.checked_add(denominator));
            if let Some(rounded) = rounded {
                return (rounded / (denominator * 2)).to_string();
            }
        }
        let large = self.to_large();
        let scaled = large.numer().abs() * BigInt::from(10).pow(decimals);
        let two = BigInt::from(2);
        ((scaled * &two + large.denom()) / (large.denom() * &two)).to_string()
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
        let is_whole = |decimals: u32| (self * &Self::from(10i64.pow(decimals))).is_integer();
        (least..6).find(|&decimals| is_whole(decimals)).unwrap_or(6)
    }

    fn is_integer(&self) -> bool {
        match &self.0 {
            Fraction::Words(words) => words.denominator == 1,
            Fraction::Large(large) => large.is_integer(),
        }
    }

    /// In lowest terms; the denominator is not 0.
    fn of_words(numerator: i128, denominator: i128) -> Self {
        let divisor = greatest_common_divisor(numerator.unsigned_abs(), denominator.unsigned_abs());
        let divisor = i128::try_from(divisor).unwrap_or(1) * denominator.signum();
        let (numerator, denominator) = (numerator / divisor, denominator / divisor);
        match (i64::try_from(numerator), i64::try_from(denominator)) {
            (Ok(numerator), Ok(denominator)) => Self(Fraction::Words(Words { numerator, denominator })),
            _ => Self::of_large(BigRational::new(numerator.into(), denominator.into())),
        }
    }

    fn of_large(large: BigRational) -> Self {
        Self(match (large.numer().to_i64(), large.denom().to_i64()) {
            (Some(numerator), Some(denominator)) => Fraction::Words(Words { numerator, denominator }),
            _ => Fraction::Large(Box::new(large)),
        })
    }

    fn to_large(&self) -> BigRational {
        match &self.0 {
            Fraction::Words(words) => BigRational::new_raw(words.numerator.into(), words.denominator.into()),
            Fraction::Large(large) => BigRational::clone(large),
        }
    }
}

fn product(one: i64, other: i64) -> i128 {
    i128::from(one) * i128::from(other)
}

/// In 64 bits where both fit them, which takes a fraction of the time.
fn greatest_common_divisor(one: u128, other: u128) -> u128 {
    match (u64::try_from(one), u64::try_from(other)) {
        (Ok(one), Ok(other)) => one.gcd(&other).into(),
        _ => one.gcd(&other),
    }
}

impl From<Decimal> for Exact {
    fn from(decimal: Decimal) -> Self {
        let (mantissa, scale) = (decimal.mantissa(), decimal.scale());
        // A decimal has at most 28 places, and 10 to the 28th fits 128 bits.
        Self::of_words(mantissa, 10i128.pow(scale))
    }
}

impl From<i64> for Exact {
    fn from(whole: i64) -> Self {
        Self(Fraction::Words(Words { numerator: whole, denominator: 1 }))
    }
}

impl Ord for Exact {
    fn cmp(&self, other: &Self) -> Ordering {
        match (&self.0, &other.0) {
            (Fraction::Words(one), Fraction::Words(other)) => {
                product(one.numerator, other.denominator).cmp(&product(other.numerator, one.denominator))
            }
            _ => self.to_large().cmp(&other.to_large()),
        }
    }
}

impl PartialOrd for Exact {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Add for &Exact {
    type Output = Exact;
    fn add(self, other: &Exact) -> Exact {
        match (&self.0, &other.0) {
            (Fraction::Words(one), Fraction::Words(other)) if one.denominator == other.denominator => {
                Exact::of_words(i128::from(one.numerator) + i128::from(other.numerator), one.denominator.into())
            }
            (Fraction::Words(one), Fraction::Words(other)) => Exact::of_words(
                product(one.numerator, other.denominator) + product(other.numerator, one.denominator),
                product(one.denominator, other.denominator),
            ),
            _ => Exact::of_large(self.to_large() + other.to_large()),
        }
    }
}

impl Sub for &Exact {
    type Output = Exact;
    fn sub(self, other: &Exact) -> Exact {
        self + &-other
    }
}

impl Mul for &Exact {
    type Output = Exact;
    fn mul(self, other: &Exact) -> Exact {
        match (&self.0, &other.0) {
            (Fraction::Words(one), Fraction::Words(other)) => {
                Exact::of_words(product(one.numerator, other.numerator), product(one.denominator, other.denominator))
            }
            _ => Exact::of_large(self.to_large() * other.to_large()),
        }
    }
}

impl Neg for &Exact {
    type Output = Exact;
    fn neg(self) -> Exact {
        match &self.0 {
            Fraction::Words(words) => Exact::of_words(-i128::from(words.numerator), words.denominator.into()),
            Fraction::Large(large) => Exact::of_large(-BigRational::clone(large)),
        }
    }
}

#[cfg(test)]
mod tests {
    use num_traits::Zero;
    use proptest::prelude::*;

    use super::*;
    use crate::number::read;

    fn exact(text: &str) -> Exact {
        Exact::from(read(text).unwrap())
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

    /// A fraction of any size, as the two parts.
    fn parts() -> impl Strategy<Value = (BigInt, BigInt)> {
        let part = || {
            prop_oneof![
                -20i128..20,
                i128::from(i64::MIN) - 2..i128::from(i64::MIN) + 3,
                any::<i64>().prop_map(i128::from),
                any::<i128>()
            ]
        };
        (part(), part().prop_filter("a denominator", |part| *part != 0))
            .prop_map(|(one, other)| (one.into(), other.into()))
    }

    proptest! {
        #[test]
        fn arithmetic_in_words_is_that_of_large_fractions(one in parts(), other in parts(), decimals in 0..30u32) {
            let (left, right) = (BigRational::new(one.0, one.1), BigRational::new(other.0, other.1));
            let (one, other) = (Exact::of_large(left.clone()), Exact::of_large(right.clone()));
            prop_assert_eq!(&one + &other, Exact::of_large(&left + &right));
            prop_assert_eq!(&one - &other, Exact::of_large(&left - &right));
            prop_assert_eq!(&one * &other, Exact::of_large(&left * &right));
            prop_assert_eq!(-&one, Exact::of_large(-&left));
            prop_assert_eq!(one.abs(), Exact::of_large(left.abs()));
            prop_assert_eq!(one.cmp(&other), left.cmp(&right));
            let quotient = (!right.is_zero()).then(|| Exact::of_large(&left / &right));
            prop_assert_eq!(one.over(&other), quotient);
            let large = Exact(Fraction::Large(Box::new(left)));
            prop_assert_eq!(one.rounded(decimals), large.rounded(decimals));
            prop_assert_eq!(one.decimals_needed(0), large.decimals_needed(0));
        }
    }
}
