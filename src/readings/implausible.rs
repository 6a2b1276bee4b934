//! Figures that are unlikely to be what was meant: ten times the one before, far from all before, a fraction where the others are
//! percentages.
//!
//! Each is a warning, and the figure is taken as it is. These are rules of thumb, so floating point is exact enough for them;
//! nothing is rated by it.

use super::sequence::Together;
use super::{Marker, Reading, Readings};
use crate::finding::{Code, Findings};
use crate::number::{self, Decimal};
use crate::strategy::{Condition, Indicator, Taking, Unit};
use crate::time::Period;

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
    let breaks = breaks(together.context.indicator, readings);
    let mut history = History::default();
    // The first of the figures measured in the way of the one looked at: only those can be far from each other.
    let mut since = 0;
    for (number, figure) in figures.iter().enumerate() {
        if let Some(before) = number.checked_sub(1) {
            if is_broken(&breaks, figures[before].row.period, figure.row.period) {
                (history, since) = (History::default(), number);
            } else {
                history.add(&figures[since..=before]);
            }
        }
        if is_bounded && figure.size.abs() <= 1.0 {
            // A fraction of one has a finding of its own.
            continue;
        }
        let is_outside = is_bounded && !(0.0..=100.0).contains(&figure.size);
        // The first figure of a year is small where it is counted from the year's start, and the last of the one before large.
        let previous = figures[since..number].last().filter(|_| !is_cumulative);
        let said = previous.and_then(|previous| tenfold(previous, figure));
        let said = said.or_else(|| if is_outside { None } else { history.far_from(figure) });
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
        Some(Self { place, row, value, size: number::approximate(value)? })
    }
}

/// The first periods of each new way of measuring, declared or marked, in their order.
fn breaks(indicator: &Indicator, readings: &Readings) -> Vec<Period> {
    let declared = indicator.breaks.iter().map(|a_break| a_break.period);
    let whole = readings.rows.iter().filter(|row| row.group.is_none());
    let marked = whole.filter(|row| row.has(Marker::Break)).map(|row| row.period);
    let mut breaks: Vec<Period> = declared.chain(marked).collect();
    breaks.sort_unstable();
    breaks
}

/// Whether a break lies between two periods, that of the later one included.
fn is_broken(breaks: &[Period], earlier: Period, later: Period) -> bool {
    let next = breaks.partition_point(|first| first.end() <= earlier.end());
    breaks.get(next).is_some_and(|first| *first <= later)
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
    baseline.into_iter().chain(levels).filter_map(number::approximate)
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

/// The sizes of the figures before one, as far back as they matter, the smallest first.
#[derive(Default)]
struct History {
    sorted: Vec<f64>,
}

impl History {
    /// Adds the last of the figures so far, and lets go of the one that is then too far back.
    fn add(&mut self, figures: &[Figure<'_>]) {
        let place = |sorted: &[f64], size: f64| sorted.partition_point(|other| other.total_cmp(&size).is_lt());
        if let Some(gone) = figures.len().checked_sub(WINDOW + 1) {
            self.sorted.remove(place(&self.sorted, figures[gone].size));
        }
        if let Some(last) = figures.last() {
            self.sorted.insert(place(&self.sorted, last.size), last.size);
        }
    }

    /// Whether a figure lies further from the median of those before it than so many times their median distance from it.
    ///
    /// C. Leys and others, "Detecting outliers: do not use standard deviation around the mean, use absolute deviation around the
    /// median", Journal of Experimental Social Psychology 49 (2013).
    fn far_from(&self, figure: &Figure<'_>) -> Option<String> {
        if self.sorted.len() < HISTORY {
            return None;
        }
        let middle = middle(&self.sorted)?;
        let distance = (figure.size - middle).abs();
        if distance <= DEVIATIONS * self.least_usual_distance(middle) {
            return None;
        }
        let mut distances: Vec<f64> = self.sorted.iter().map(|size| (size - middle).abs()).collect();
        let usual = median(&mut distances)?;
        let places = usize::try_from(figure.value.scale()).unwrap_or_default().clamp(1, 6);
        (usual > 0.0 && distance > DEVIATIONS * usual)
            .then(|| format!("{} is far from the figures before it, whose middle is {middle:.places$}", figure.value))
    }

    /// No more than the median distance from the median, and quicker to find: fewer than half of the figures lie between the
    /// quartiles, so at least half are as far away as the nearer of the two.
    fn least_usual_distance(&self, middle: f64) -> f64 {
        let quarter = self.sorted.len() / 4;
        let upper = quarter + self.sorted.len() / 2;
        let distance = |place: usize| self.sorted.get(place).map_or(0.0, |size| (size - middle).abs());
        distance(quarter).min(distance(upper))
    }
}

/// The median, for which the sizes are sorted; nothing where there are none.
fn median(sizes: &mut [f64]) -> Option<f64> {
    sizes.sort_unstable_by(f64::total_cmp);
    middle(sizes)
}

/// The median of sorted sizes; nothing where there are none.
fn middle(sorted: &[f64]) -> Option<f64> {
    let half = sorted.len() / 2;
    let upper = *sorted.get(half)?;
    Some(if sorted.len() % 2 == 1 { upper } else { f64::midpoint(*sorted.get(half - 1)?, upper) })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn the_quick_distance_is_never_more_than_the_median_one(mut sizes in prop::collection::vec(0..1000, HISTORY..=WINDOW)) {
            sizes.sort_unstable();
            let history = History { sorted: sizes.into_iter().map(f64::from).collect() };
            let middle = middle(&history.sorted).unwrap();
            let mut distances: Vec<f64> = history.sorted.iter().map(|size| (size - middle).abs()).collect();
            prop_assert!(history.least_usual_distance(middle) <= median(&mut distances).unwrap());
        }
    }
}
