//! The scale of figures: from where to where it goes, where its lines are and what stands beside them.

use crate::document::Unit;
use crate::number::with_commas;

/// A scale between two of its lines, which are 1, 2 or 5 times a power of ten apart.
#[derive(Debug, Clone, PartialEq)]
pub struct Scale {
    /// The lines, counted in steps from 0.
    first: i64,
    last: i64,
    /// A step is `mantissa` times ten to the power of `exponent`.
    mantissa: i64,
    exponent: i32,
}

/// Where a scale has to begin.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Base {
    /// From 0: the length of a bar is its figure.
    Zero,
    /// Near the figures, so that their course is seen.
    Free,
}

/// A line of the scale.
#[derive(Debug, Clone, PartialEq)]
pub struct Tick {
    pub value: f64,
    pub label: String,
}

/// A scale shows this part of the largest figure at least, so that a change of no account does not look like one.
const LEAST_SPAN: f64 = 0.2;

/// A hundred percent.
const WHOLE: f64 = 100.0;

/// No figure of any use is larger; and none larger than nothing is smaller.
const LARGEST: f64 = 1e30;
const SMALLEST: f64 = 1e-30;

/// A value as it can be drawn; nothing for what is no number.
pub fn drawable(value: f64) -> Option<f64> {
    value.is_finite().then(|| value.clamp(-LARGEST, LARGEST))
}

impl Scale {
    /// The scale for these values of a unit in about so many steps.
    pub fn of(values: impl IntoIterator<Item = f64>, unit: &Unit, base: Base, steps: u32) -> Self {
        let range = values.into_iter().filter_map(drawable).fold(None, |range: Option<(f64, f64)>, value| {
            Some(range.map_or((value, value), |(low, high)| (low.min(value), high.max(value))))
        });
        let range = range.unwrap_or((0.0, 0.0));
        let (low, mut high) = widened(range, base);
        // A share of a whole is never more than the whole.
        if unit.after == "%" && range.1 <= WHOLE {
            high = high.min(WHOLE);
        }
        let mut step = step((high - low) / f64::from(steps.max(1)));
        loop {
            let scale = Self::between(low, high, step);
            if scale.last - scale.first <= i64::from(steps) + 1 {
                return scale;
            }
            step = larger(step);
        }
    }

    #[expect(
        clippy::cast_possible_truncation,
        reason = "the ends are a few steps of the scale from one another and from 0"
    )]
    fn between(low: f64, high: f64, (mantissa, exponent): (i64, i32)) -> Self {
        let size = size(mantissa, exponent);
        // What lies a hair's breadth over a line is on it.
        let first = (low / size + 1e-6).floor() as i64;
        let last = (high / size - 1e-6).ceil() as i64;
        Self { first, last: last.max(first + 1), mantissa, exponent }
    }

    /// How far up the scale a value is: 0 at its lowest line, 1 at its highest.
    pub fn part(&self, value: f64) -> f64 {
        let (low, high) = (self.value(self.first), self.value(self.last));
        ((value - low) / (high - low)).clamp(0.0, 1.0)
    }

    /// Every line from the lowest to the highest, written with the sign of its unit.
    pub fn ticks(&self, unit: &Unit) -> Vec<Tick> {
        let tick = |steps: i64| Tick { value: self.value(steps), label: self.label(steps, unit) };
        (self.first..=self.last).map(tick).collect()
    }

    #[expect(clippy::cast_precision_loss, reason = "a few steps")]
    fn value(&self, steps: i64) -> f64 {
        size(self.mantissa, self.exponent) * steps as f64
    }

    fn label(&self, steps: i64, unit: &Unit) -> String {
        let largest = self.first.unsigned_abs().max(self.last.unsigned_abs()) * self.mantissa.unsigned_abs();
        let digits = i32::try_from(largest.to_string().len()).unwrap_or(i32::MAX) + self.exponent;
        let size = steps.unsigned_abs() * self.mantissa.unsigned_abs();
        let number = match magnitude(digits) {
            _ if size == 0 => "0".to_owned(),
            Magnitude::Plain => with_commas(&decimal(size, self.exponent)),
            Magnitude::Named(power, name) => format!("{} {name}", decimal(size, self.exponent - power)),
            Magnitude::Power => format!("{size}e{}", self.exponent),
        };
        let sign = if steps < 0 { "-" } else { "" };
        format!("{sign}{}{number}{}", unit.before, unit.after)
    }
}

/// How the numbers of a scale are written.
enum Magnitude {
    Plain,
    Named(i32, &'static str),
    Power,
}

/// By how many digits the largest has before its decimal point.
fn magnitude(digits: i32) -> Magnitude {
    match digits {
        -4..=6 => Magnitude::Plain,
        7..=9 => Magnitude::Named(6, "million"),
        10..=12 => Magnitude::Named(9, "billion"),
        13..=15 => Magnitude::Named(12, "trillion"),
        _ => Magnitude::Power,
    }
}

/// `size` times ten to a power, without trailing zeros behind the point.
fn decimal(size: u64, exponent: i32) -> String {
    let mut digits = size.to_string();
    let places = usize::try_from(exponent.unsigned_abs()).unwrap_or_default();
    if exponent >= 0 {
        digits.push_str(&"0".repeat(places));
        return digits;
    }
    let digits = format!("{digits:0>width$}", width = places + 1);
    let (whole, part) = digits.split_at(digits.len() - places);
    let part = part.trim_end_matches('0');
    if part.is_empty() { whole.to_owned() } else { format!("{whole}.{part}") }
}

/// The range that has to be shown for figures from `low` to `high`.
fn widened((low, high): (f64, f64), base: Base) -> (f64, f64) {
    let largest = low.abs().max(high.abs());
    let (low, high) = match base {
        Base::Zero => (low.min(0.0), high.max(0.0)),
        Base::Free => {
            let missing = (largest * LEAST_SPAN - (high - low)).max(0.0) / 2.0;
            let (wide_low, wide_high) = (low - missing, high + missing);
            // Figures that are near 0 anyway are shown from 0, and no scale goes beyond 0 for room alone.
            let is_near = low >= 0.0 && wide_low < (wide_high - wide_low) / 2.0;
            let is_near_below = high <= 0.0 && -wide_high < (wide_high - wide_low) / 2.0;
            (if is_near { 0.0 } else { wide_low }, if is_near_below { 0.0 } else { wide_high })
        }
    };
    if high - low > SMALLEST { (low, high) } else { (0.0, 1.0) }
}

/// The smallest step of 1, 2 or 5 times a power of ten that is no smaller than that.
fn step(least: f64) -> (i64, i32) {
    let mut exponent = 0;
    while size(1, exponent) > least && exponent > -40 {
        exponent -= 1;
    }
    while size(1, exponent + 1) <= least && exponent < 40 {
        exponent += 1;
    }
    let mantissa = [1, 2, 5].into_iter().find(|mantissa| size(*mantissa, exponent) >= least * (1.0 - 1e-9));
    mantissa.map_or((1, exponent + 1), |mantissa| (mantissa, exponent))
}

fn larger((mantissa, exponent): (i64, i32)) -> (i64, i32) {
    match mantissa {
        1 => (2, exponent),
        2 => (5, exponent),
        _ => (1, exponent + 1),
    }
}

/// By multiplication, which is the same on every machine, as powers and logarithms are not.
#[expect(clippy::cast_precision_loss, reason = "1, 2 or 5")]
fn size(mantissa: i64, exponent: i32) -> f64 {
    let power = (0..exponent.unsigned_abs()).fold(1.0, |power: f64, _| power * 10.0);
    if exponent < 0 { mantissa as f64 / power } else { mantissa as f64 * power }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(values: &[f64], base: Base) -> Vec<String> {
        let unit = Unit::default();
        Scale::of(values.iter().copied(), &unit, base, 5).ticks(&unit).into_iter().map(|tick| tick.label).collect()
    }

    #[test]
    fn lines_are_one_two_or_five_apart() {
        assert_eq!(labels(&[17.4, 8.3], Base::Free), ["8", "10", "12", "14", "16", "18"]);
        assert_eq!(labels(&[12.0, 31.0], Base::Zero), ["0", "10", "20", "30", "40"]);
        assert_eq!(labels(&[-2.5, 2.5], Base::Free), ["-3", "-2", "-1", "0", "1", "2", "3"]);
    }

    #[test]
    fn figures_near_nothing_are_shown_from_it() {
        assert_eq!(labels(&[1.0, 9.0], Base::Free)[0], "0");
        assert_eq!(labels(&[0.0, 0.0], Base::Free)[0], "0");
    }

    #[test]
    fn a_change_of_no_account_does_not_look_like_one() {
        let all = labels(&[18.7, 18.8], Base::Free);
        assert!(all.first().unwrap().as_str() <= "17" && all.last().unwrap().as_str() >= "20", "{all:?}");
    }

    #[test]
    fn no_share_is_more_than_the_whole() {
        let percent = Unit { after: "%".to_owned(), ..Unit::default() };
        let ticks = Scale::of([97.0, 99.5], &percent, Base::Free, 5).ticks(&percent);
        assert_eq!(ticks.last().unwrap().label, "100%");
    }

    #[test]
    fn large_and_small_numbers_stay_short() {
        assert_eq!(labels(&[0.0, 2_400_000.0], Base::Zero)[1], "0.5 million");
        assert_eq!(labels(&[0.0, 500_000.0], Base::Zero)[1], "100,000");
        assert_eq!(labels(&[0.0, 1e-9], Base::Zero).last().unwrap(), "10e-10");
        for extreme in [f64::MAX, f64::MIN, f64::INFINITY, f64::NAN, f64::MIN_POSITIVE, -1e-300] {
            for label in labels(&[extreme, 3.0], Base::Free).iter().chain(&labels(&[extreme], Base::Zero)) {
                assert!(label.len() < 12, "{label}");
            }
        }
    }
}
