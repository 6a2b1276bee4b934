//! The scale of time: where a day is, and which periods are named below it.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::canvas::{TEXT_SIZE, text_width};
use crate::document::{Lines, Point, Stretch};
use crate::render::font::{self, Weight};

/// From the first day drawn to the last, between two places.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Timeline {
    first: NaiveDate,
    last: NaiveDate,
    left: f64,
    right: f64,
}

/// A period that is named below the axis.
#[derive(Debug, Clone, PartialEq)]
pub struct Named {
    pub name: String,
    /// Where its figures are drawn.
    pub at: f64,
    /// The middle of its name, which lies within the drawing.
    pub name_at: f64,
}

/// A name and how wide it is.
struct Name {
    named: Named,
    width: f64,
}

impl Name {
    fn is_clear_of(&self, other: &Self) -> bool {
        let between = (self.named.name_at - other.named.name_at).abs();
        between >= f64::midpoint(self.width, other.width) + GAP
    }
}

/// Between two names.
const GAP: f64 = 12.0;

impl Timeline {
    /// The scale for these days; a single one is in the middle.
    pub fn of(days: impl IntoIterator<Item = NaiveDate>, left: f64, right: f64) -> Self {
        let range = days.into_iter().fold(None, |range: Option<(NaiveDate, NaiveDate)>, day| {
            Some(range.map_or((day, day), |(first, last)| (first.min(day), last.max(day))))
        });
        let (first, last) = range.unwrap_or_default();
        Self { first, last, left, right }
    }

    /// Where a day is; one outside the scale is at its end.
    #[expect(clippy::cast_precision_loss, reason = "days of a few thousand years")]
    pub fn place(&self, day: NaiveDate) -> f64 {
        let whole = (self.last - self.first).num_days();
        if whole == 0 {
            return f64::midpoint(self.left, self.right);
        }
        let gone = (day - self.first).num_days().clamp(0, whole);
        self.left + (self.right - self.left) * gone as f64 / whole as f64
    }

    /// Whether a day lies on the scale.
    pub fn has(&self, day: NaiveDate) -> bool {
        (self.first..=self.last).contains(&day)
    }

    /// As many of the periods, by their days, as can be named without one name touching another: that of `main` always, and others as
    /// evenly from it as can be, the first and the last among them if there is room. Names stay between 0 and `edge`.
    pub fn named(&self, periods: &BTreeMap<NaiveDate, String>, main: Option<NaiveDate>, edge: f64) -> Vec<Named> {
        let all: Vec<Name> = periods.iter().map(|(day, name)| self.name(*day, name, edge)).collect();
        let Some(last) = all.len().checked_sub(1) else { return Vec::new() };
        let main = main.and_then(|main| periods.keys().position(|day| *day == main)).unwrap_or(last);
        let mut kept: Vec<usize> = vec![main];
        for place in evenly(&all, main).into_iter().chain([last, 0]) {
            if kept.iter().all(|other| all[*other].is_clear_of(&all[place])) {
                kept.push(place);
            }
        }
        kept.sort_unstable();
        kept.into_iter().map(|place| all[place].named.clone()).collect()
    }

    fn name(&self, day: NaiveDate, name: &str, edge: f64) -> Name {
        let name = font::shortened(name, Weight::Regular, TEXT_SIZE, edge / 3.0);
        let width = text_width(&name, Weight::Regular);
        let at = self.place(day);
        let half = width / 2.0;
        let name_at = at.clamp(half, (edge - half).max(half));
        Name { named: Named { name, at, name_at }, width }
    }
}

/// The places of names that are evenly apart, `main` among them, as near as they can be without touching; so that the first is among them
/// too where that takes no more than twice the distance.
fn evenly(all: &[Name], main: usize) -> Vec<usize> {
    let places = |step: usize| -> Vec<usize> { (main % step..all.len()).step_by(step).collect() };
    let fits = |step: &usize| places(*step).windows(2).all(|pair| all[pair[0]].is_clear_of(&all[pair[1]]));
    let Some(nearest) = (1..=all.len()).find(fits) else { return Vec::new() };
    let with_first = (nearest..=nearest * 2).find(|step| main.is_multiple_of(*step) && fits(step));
    places(with_first.unwrap_or(nearest))
}

/// The periods that a drawing of lines has something for, by the days they are drawn at.
pub fn periods(lines: &Lines) -> BTreeMap<NaiveDate, String> {
    let comparators = lines.comparators.iter().flat_map(|(_, stretches)| points(stretches));
    let all = comparators.chain(points(&lines.target)).chain(&lines.milestones).chain(points(&lines.figures));
    all.map(|point| (point.at, point.period.clone())).collect()
}

/// Every point of some stretches.
pub fn points(stretches: &[Stretch]) -> impl DoubleEndedIterator<Item = &Point> {
    stretches.iter().flat_map(|stretch| &stretch.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, 10, 1).unwrap()
    }

    fn years(range: std::ops::RangeInclusive<i32>) -> BTreeMap<NaiveDate, String> {
        range.map(|year| (day(year), format!("{year}/{:02}", (year + 1) % 100))).collect()
    }

    #[test]
    fn names_never_touch_and_the_main_one_is_there() {
        let periods = years(1990..=2030);
        let timeline = Timeline::of(periods.keys().copied(), 50.0, 350.0);
        let named = timeline.named(&periods, Some(day(2013)), 480.0);
        assert!(named.iter().any(|period| period.name == "2013/14"), "{named:?}");
        assert!(named.len() >= 3, "{named:?}");
        for pair in named.windows(2) {
            assert!(pair[1].name_at - pair[0].name_at > 60.0, "{named:?}");
        }
    }

    #[test]
    fn few_periods_are_all_named() {
        let periods = years(2010..=2013);
        let timeline = Timeline::of(periods.keys().copied(), 50.0, 450.0);
        let names: Vec<String> = timeline.named(&periods, None, 480.0).into_iter().map(|period| period.name).collect();
        assert_eq!(names, ["2010/11", "2011/12", "2012/13", "2013/14"]);
    }

    #[test]
    fn one_period_is_in_the_middle_and_none_is_no_trouble() {
        let periods = years(2010..=2010);
        let timeline = Timeline::of(periods.keys().copied(), 0.0, 100.0);
        assert!((timeline.place(day(2010)) - 50.0).abs() < 1e-9);
        assert_eq!(Timeline::of([], 0.0, 100.0).named(&BTreeMap::new(), None, 480.0), []);
    }
}
