//! Which row counts where a period has several: provisional then final, original then revised.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::{Reading, Readings};
use crate::number::Decimal;
use crate::time::{Lag, Period};

/// What is known of the whole population on a day: one row for each period, the earliest first. Forecasts are not known.
#[derive(Debug, Clone)]
pub struct Known<'a> {
    readings: &'a Readings,
    rows: Vec<&'a Reading>,
}

impl<'a> Known<'a> {
    pub(super) fn on(readings: &'a Readings, as_of: NaiveDate) -> Self {
        let whole = readings.rows.iter().filter(|row| row.group.is_none() && !row.is_forecast());
        let mut rows: Vec<&Reading> = whole.filter(|row| row.known_from.is_some_and(|day| day <= as_of)).collect();
        // Stable, so that of two rows known from one day the later in the file comes last, and counts.
        rows.sort_by_key(|row| (row.period, row.known_from));
        let mut latest: Vec<&Reading> = Vec::with_capacity(rows.len());
        for row in rows {
            match latest.last_mut() {
                Some(last) if last.period == row.period => *last = row,
                _ => latest.push(row),
            }
        }
        Self { readings, rows: latest }
    }

    /// Every row, blank ones among them, the earliest period first.
    #[must_use]
    pub fn rows(&self) -> &[&'a Reading] {
        &self.rows
    }

    /// The row of the latest period.
    #[must_use]
    pub fn latest(&self) -> Option<&'a Reading> {
        self.rows.last().copied()
    }

    /// The row of a period.
    #[must_use]
    pub fn at(&self, period: Period) -> Option<&'a Reading> {
        let place = self.rows.binary_search_by_key(&period, |row| row.period).ok()?;
        self.rows.get(place).copied()
    }

    /// The figure of a period; nothing where its row is blank or missing.
    #[must_use]
    pub fn value(&self, period: Period) -> Option<Decimal> {
        self.at(period)?.value
    }

    /// The rows of periods before this one, the latest first.
    pub fn before(&self, period: Period) -> impl Iterator<Item = &'a Reading> {
        let end = self.rows.partition_point(|row| row.period < period);
        self.rows[..end].iter().rev().copied()
    }

    /// A comparator's figure for a period.
    #[must_use]
    pub fn comparator(&self, comparator: &str, period: Period) -> Option<Decimal> {
        self.figure_of(comparator, self.at(period)?)
    }

    /// Whether any known row has a figure of the comparator.
    #[must_use]
    pub fn has_comparator(&self, comparator: &str) -> bool {
        self.rows.iter().any(|row| self.figure_of(comparator, row).is_some())
    }

    fn figure_of(&self, comparator: &str, row: &Reading) -> Option<Decimal> {
        let column = self.readings.comparators.iter().position(|name| name == comparator)?;
        row.comparators.get(column).copied().flatten()
    }
}

/// Two rows for one period and group of which neither may replace the other: their places among the rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Clash {
    pub earlier: usize,
    pub later: usize,
}

/// What setting the rows of each period in order showed.
#[derive(Debug, Default)]
pub(super) struct Order {
    pub clashes: Vec<Clash>,
    /// Revisions with no earlier row.
    pub without_original: Vec<usize>,
}

/// Works out from which day each row counts as known, and whether the rows of one period may stand beside one another.
///
/// That day is `recorded`, or the period's end plus the lag, and never before the period's end. A row with no `recorded` was
/// known at the latest when another took its place, so its day is never after that of the row below it that does.
pub(super) fn order(rows: &mut [Reading], lag: Option<Lag>) -> Order {
    for row in rows.iter_mut() {
        let end = row.period.end();
        let published = row.recorded.or_else(|| lag.map_or(Some(end), |lag| lag.after(end)));
        // Nothing is known of a period that is not over, whatever was recorded.
        row.known_from = published.map(|day| day.max(end));
    }
    let mut order = Order::default();
    let mut places = by_period(rows);
    let mut rest = places.as_mut_slice();
    while let Some(&first) = rest.first() {
        let count = rest.iter().take_while(|&&place| key(&rows[place]) == key(&rows[first])).count();
        let (same, others) = rest.split_at_mut(count);
        same_period(rows, same, &mut order);
        rest = others;
    }
    order.clashes.sort_by_key(|clash| clash.later.max(clash.earlier));
    order.without_original.sort_unstable();
    order
}

/// Rows of one period, in the order of the file: when each was known, and whether they may stand beside one another.
fn same_period(rows: &mut [Reading], same: &mut [usize], order: &mut Order) {
    known_no_later_than_what_replaces_it(rows, same);
    same.sort_by_key(|&place| (rows[place].known_from, place));
    let clashes_before = order.clashes.len();
    for pair in same.windows(2) {
        let [earlier, later] = [pair[0], pair[1]];
        // A revision that does not say since when has a finding of its own, and its place is not known.
        let is_out_of_place = rows[earlier].status.replaces() && rows[earlier].recorded.is_none();
        if !rows[later].status.replaces() && !rows[earlier].status.gives_way() && !is_out_of_place {
            order.clashes.push(Clash { earlier, later });
        }
    }
    let is_alone = same.len() == 1 || rows[same[0]].recorded.is_some();
    if rows[same[0]].status.replaces() && is_alone && order.clashes.len() == clashes_before {
        order.without_original.push(same[0]);
    }
}

/// The places of the rows, those of one period, group and kind of figure together, in the order of the file.
fn by_period(rows: &[Reading]) -> Vec<usize> {
    let groups = group_numbers(rows);
    let mut places: Vec<usize> = (0..rows.len()).collect();
    places.sort_by_key(|&place| (groups[place], rows[place].is_forecast(), rows[place].period));
    places
}

/// The group of each row as a number, by where it first appears: quicker to compare than its name, and a file that has one group
/// after the other is in this order already.
fn group_numbers(rows: &[Reading]) -> Vec<usize> {
    let mut known: HashMap<Option<&str>, usize> = HashMap::new();
    let mut numbers = Vec::with_capacity(rows.len());
    for run in rows.chunk_by(|one, next| one.group == next.group) {
        let next = known.len();
        let number = *known.entry(run[0].group.as_deref()).or_insert(next);
        numbers.extend(std::iter::repeat_n(number, run.len()));
    }
    numbers
}

/// What rows have in common of which one may replace another.
fn key(row: &Reading) -> (Option<&str>, bool, Period) {
    (row.group.as_deref(), row.is_forecast(), row.period)
}

/// A row without `recorded` was known no later than the first row below it that takes its place.
fn known_no_later_than_what_replaces_it(rows: &mut [Reading], same: &[usize]) {
    let mut replacement: Option<NaiveDate> = None;
    let mut any: Option<NaiveDate> = None;
    for &place in same.iter().rev() {
        let row = &mut rows[place];
        let replaced_on = if row.status.gives_way() { any } else { replacement };
        if row.recorded.is_none() && !row.status.replaces() {
            row.known_from = earlier(row.known_from, replaced_on);
        }
        any = earlier(any, row.known_from);
        if row.status.replaces() {
            replacement = earlier(replacement, row.known_from);
        }
    }
}

fn earlier(one: Option<NaiveDate>, other: Option<NaiveDate>) -> Option<NaiveDate> {
    match (one, other) {
        (Some(one), Some(other)) => Some(one.min(other)),
        (one, other) => one.or(other),
    }
}
