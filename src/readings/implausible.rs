//! Figures that are unlikely to be what was meant: ten times the one before, far from all before, a fraction where the others are
//! percentages.
//!
//! Each is a warning, and the figure is taken as it is. These are rules of thumb, so floating point is exact enough for them;
//! nothing is rated by it.

use num_traits::ToPrimitive;

use super::sequence::Together;
use super::{Reading, Readings};
use crate::finding::{Code, Findings};
use crate::number::Decimal;
use crate::strategy::{Condition, Indicator, Taking, Unit};

/// How many figures there must be before the next can be far from them.
const HISTORY: usize = 8;

/// How far back history goes.
const WINDOW: usize = 40;

/// How many median absolute deviations from the median are too far.
const DEVIATIONS: f64 = 6.0;

/// How near a ratio must be to ten, a hundred or a thousand, as a part of it.
const NEAR: f64 = 0.15;

/// The least size of the larger of two figures: among small ones tenfold changes are common.
const LARGE: f64 = 10.0;

/// With so many decimals and none above one, figures are taken for fractions though nothing says how large they usually are.
const FRACTION_DECIMALS: u32 = 3;

/// Says which figures of the whole population are unlikely.
pub(super) fn check(together: &Together<'_>, readings: &Readings, findings: &mut Findings) {
    let rows = readings.rows.iter().enumerate();
    let mut figures: Vec<Figure<'_>> = rows.filter_map(|(place, row)| Figure::of(place, row)).collect();
    figures.sort_by_key(|figure| (figure.row.period, figure.place));
    let is_bounded = together.context.indicator.unit == Unit::Percent && together.context.indicator.bounded;
    if is_bounded {
        fractions(together, &figures, findings);
    }
    let is_cumulative = together.context.indicator.taking == Taking::Cumulative;
    let mut sorted = Vec::with_capacity(WINDOW);
    for (number, figure) in figures.iter().enumerate() {
        if is_bounded && !(1.0..=100.0).contains(&figure.size) {
            // What is outside 0 to 100, or a fraction of one, has a finding of its own.
            continue;
        }
        let before = &figures[number.saturating_sub(WINDOW)..number];
        // The first figure of a year is small where it is counted from the year's start, and the last of the one before large.
        let previous = before.last().filter(|_| !is_cumulative);
        let said = previous.and_then(|previous| tenfold(previous, figure));
        let said = said.or_else(|| far_from_history(before, figure, &mut sorted));
        if let Some(message) = said.filter(|_| !together.places.is_withheld(figure.place)) {
            let finding = together.at_value(figure.place, Code::Implausible, message);
            findings.push(finding.help("check it against its source; if it is right, leave it"));
        }
    }
}

/// A figure of the whole population.
struct Figure<'r> {
    place: usize,
    row: &'r Reading,
    value: Decimal,
    size: f64,
}

impl<'r> Figure<'r> {
    fn of(place: usize, row: &'r Reading) -> Option<Self> {
        let value = row.value.filter(|_| row.group.is_none() && !row.is_forecast())?;
        Some(Self { place, row, value, size: value.to_f64()? })
    }
}

/// Figures from 0 to 1 among percentages that are not.
fn fractions(together: &Together<'_>, figures: &[Figure<'_>], findings: &mut Findings) {
    let is_fraction = |figure: &&Figure<'_>| figure.size > 0.0 && figure.size <= 1.0;
    if !figures.iter().any(|figure| is_fraction(&figure)) {
        return;
    }
    let mut others: Vec<f64> =
        figures.iter().map(|figure| figure.size).chain(declared(together.context.indicator)).collect();
    others.retain(|size| *size > 1.0);
    let usual = median(&mut others);
    let are_all_alike = figures.len() > 1 && figures.iter().all(|figure| figure.value.scale() >= FRACTION_DECIMALS);
    if usual.is_none() && !are_all_alike {
        return;
    }
    for figure in figures.iter().filter(is_fraction) {
        // The reading is the likelier the nearer it comes, as a ratio, to what the figures usually are.
        let is_nearer = usual.is_none_or(|usual| figure.size * figure.size * 100.0 < usual * usual);
        let percentage = figure.value.checked_mul(Decimal::ONE_HUNDRED).map(|percentage| percentage.normalize());
        let Some(percentage) = percentage.filter(|_| is_nearer && !together.places.is_withheld(figure.place)) else {
            continue;
        };
        let message = format!("{} looks like {percentage}%", figure.value);
        let finding = together.at_value(figure.place, Code::PercentAsFraction, message);
        let finding =
            finding.help("a spreadsheet may save a percentage as a fraction of one: if so, write the percentage");
        let column = together.columns.value;
        let repair = together.places.with_line(figure.place, |line| line.propose(column, &percentage.to_string()));
        findings.push(finding.repair(repair));
    }
}

/// The sizes that the declaration of an indicator names: its baseline and the levels of its targets.
fn declared(indicator: &Indicator) -> impl Iterator<Item = f64> {
    let baseline = indicator.baseline.as_ref().and_then(|baseline| baseline.value);
    let levels = indicator.targets.iter().filter_map(|target| match target.condition {
        Condition::AtLeast(level)
        | Condition::AtMost(level)
        | Condition::MoreThan(level)
        | Condition::LessThan(level)
        | Condition::Between(_, level) => Some(level),
        Condition::Change(_) | Condition::Beat(_) | Condition::Match(_) | Condition::ImproveOn(_) => None,
    });
    baseline.into_iter().chain(levels).filter_map(|value| value.to_f64())
}

/// Whether a figure is about ten, a hundred or a thousand times the one before, or as much smaller.
fn tenfold(previous: &Figure<'_>, figure: &Figure<'_>) -> Option<String> {
    let (one, other) = (figure.size.abs(), previous.size.abs());
    if one.max(other) < LARGE || one.min(other) == 0.0 || previous.row.period == figure.row.period {
        return None;
    }
    let ratio = one.max(other) / one.min(other);
    let times = [10_u16, 100, 1000].into_iter().find(|times| (ratio / f64::from(*times) - 1.0).abs() <= NEAR)?;
    let words = if one > other { "times" } else { "times smaller than" };
    Some(format!("{} is about {times} {words} the previous {}", figure.value, previous.value))
}

/// Whether a figure lies further from the median of those before it than so many times their median distance from it.
///
/// C. Leys and others, "Detecting outliers: do not use standard deviation around the mean, use absolute deviation around the
/// median", Journal of Experimental Social Psychology 49 (2013).
fn far_from_history(before: &[Figure<'_>], figure: &Figure<'_>, sorted: &mut Vec<f64>) -> Option<String> {
    if before.len() < HISTORY {
        return None;
    }
    sorted.clear();
    sorted.extend(before.iter().map(|earlier| earlier.size));
    let middle = median(sorted)?;
    for size in sorted.iter_mut() {
        *size = (*size - middle).abs();
    }
    let usual = median(sorted)?;
    let is_far = usual > 0.0 && (figure.size - middle).abs() > DEVIATIONS * usual;
    let places = usize::try_from(figure.value.scale()).unwrap_or_default().clamp(1, 6);
    is_far.then(|| format!("{} is far from the figures before it, whose middle is {middle:.places$}", figure.value))
}

/// Sorts the sizes; nothing where there are none.
fn median(sizes: &mut [f64]) -> Option<f64> {
    sizes.sort_unstable_by(f64::total_cmp);
    let half = sizes.len() / 2;
    let upper = *sizes.get(half)?;
    Some(if sizes.len() % 2 == 1 { upper } else { f64::midpoint(*sizes.get(half - 1)?, upper) })
}
