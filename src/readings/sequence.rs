//! What only the rows together show: duplicates, revisions of nothing, order, gaps, and what the clock says.

use std::ops::Range;

use chrono::NaiveDate;

use super::read::Context;
use super::{Marker, Reading, Readings, history};
use crate::csv::Row;
use crate::finding::{Code, Finding, Findings};
use crate::source::{Place, Source, excel_cell};
use crate::strategy::Indicator;
use crate::time::{self, Period};

/// Where the period of each reading stands.
pub(super) struct Places<'a> {
    pub source: &'a Source<'a>,
    pub rows: Vec<RowPlace>,
}

/// Where the period of one row stands, from which a place is made only where there is something to say.
#[derive(Debug, Clone, Default)]
pub(super) struct RowPlace {
    row: usize,
    column: usize,
    span: Range<usize>,
    is_suppressed: bool,
}

impl RowPlace {
    pub(super) fn of(row: &Row<'_>, column: usize, reading: &Reading) -> Self {
        let span = row.cells.get(column).map(|cell| cell.span.clone()).unwrap_or_default();
        Self { row: row.number, column, span, is_suppressed: reading.has(Marker::Suppressed) }
    }
}

impl Places<'_> {
    fn of(&self, reading: usize) -> Place {
        let row = self.rows.get(reading).cloned().unwrap_or_default();
        let mut place = self.source.place(row.span);
        place.cell = Some(excel_cell(row.column, row.row));
        if row.is_suppressed { place.withheld() } else { place }
    }

    fn row(&self, reading: usize) -> usize {
        self.rows.get(reading).map_or(0, |row| row.row)
    }
}

/// What only the rows together show: duplicates, revisions of nothing, order and gaps.
pub(super) fn in_order(
    mut readings: Readings,
    places: &Places<'_>,
    context: Context<'_>,
    findings: &mut Findings,
) -> Readings {
    let lag = context.indicator.lag.or(context.strategy.reporting.lag);
    let order = history::order(&mut readings.rows, lag);
    let path = places.source.path;
    for clash in order.clashes {
        let (first, second) = (clash.earlier.min(clash.later), clash.earlier.max(clash.later));
        let shown = |place: usize| match readings.rows[place].value {
            Some(value) => value.to_string(),
            None => "blank".to_owned(),
        };
        let (one, other) = (shown(first), shown(second));
        let period = readings.rows[second].period;
        let differ = if one == other {
            format!("both {one}")
        } else {
            format!("{one} in row {}, {other} in row {}", places.row(first), places.row(second))
        };
        let message = format!("{period} is there twice: {differ}");
        let finding = Finding::new(Code::DuplicatePeriod, path, message).at(places.of(second));
        let finding = finding.related(places.of(first), "first given here");
        findings.push(finding.help("keep one, or give the later one status revised and the day it was recorded"));
    }
    for place in order.without_original {
        let period = readings.rows[place].period;
        let message =
            format!("{period} is marked {} and no earlier row for it is there", readings.rows[place].status.name());
        findings.push(Finding::new(Code::RevisedWithoutOriginal, path, message).at(places.of(place)));
    }
    order_of_periods(&readings, places, findings);
    gaps(&readings, places, context.indicator, findings);
    if let Some(today) = context.today {
        against_the_clock(&readings, places, today, findings);
    }
    readings
}

/// Reports the first row that goes back in time; a revision may stand at the end.
fn order_of_periods(readings: &Readings, places: &Places<'_>, findings: &mut Findings) {
    let mut latest: Vec<(Option<&str>, Period)> = Vec::new();
    for (place, row) in readings.rows.iter().enumerate() {
        if row.status.replaces() {
            continue;
        }
        let group = row.group.as_deref();
        match latest.iter_mut().find(|(own, _)| *own == group) {
            Some((_, before)) if row.period < *before => {
                let message = format!("{} stands after {before}", row.period);
                let finding = Finding::new(Code::OutOfOrder, places.source.path, message).at(places.of(place));
                findings.push(finding.help("put the rows in the order of their periods"));
                return;
            }
            Some((_, before)) => *before = row.period,
            None => latest.push((group, row.period)),
        }
    }
}

/// Reports each stretch of periods between readings that has no row. Snapshots have no periods to miss.
fn gaps(readings: &Readings, places: &Places<'_>, indicator: &Indicator, findings: &mut Findings) {
    if indicator.period == time::Kind::Date {
        return;
    }
    let step = i32::try_from(indicator.every).unwrap_or(1).max(1);
    let whole = readings.rows.iter().enumerate().filter(|(_, row)| row.group.is_none() && !row.is_forecast());
    let mut periods: Vec<(Period, usize)> = whole.map(|(place, row)| (row.period, place)).collect();
    periods.sort_unstable();
    for pair in periods.windows(2) {
        let [(before, _), (after, place)] = [pair[0], pair[1]];
        let (Some(apart), Some(first)) = (after.steps_since(before), before.offset(step)) else {
            continue;
        };
        if apart <= step {
            continue;
        }
        let last = after.offset(-step).filter(|last| *last > first);
        let missing = last.map_or(first.to_string(), |last| format!("{first} to {last}"));
        let verb = if last.is_some() { "are" } else { "is" };
        let message = format!("{missing} {verb} missing before {after}");
        let finding = Finding::new(Code::Gap, places.source.path, message).at(places.of(place));
        findings.push(finding.help("if it was not published, add a row with a blank value and marker x"));
    }
}

/// What only the clock shows: periods that are not over, and figures that do not count yet.
fn against_the_clock(readings: &Readings, places: &Places<'_>, today: NaiveDate, findings: &mut Findings) {
    for (place, row) in readings.rows.iter().enumerate().filter(|(_, row)| !row.is_forecast()) {
        let path = places.source.path;
        if row.period.end() > today {
            let message = format!("{} ends on {}, after today", row.period, time::date::day(row.period.end()));
            let help = "correct the period, or give it marker f if it is a forecast";
            findings.push(Finding::new(Code::FuturePeriod, path, message).at(places.of(place)).help(help));
        } else if let Some(day) = row.known_from.filter(|day| *day > today) {
            let message = format!("{} counts from {}", row.period, time::date::day(day));
            let help = match row.recorded {
                Some(_) => "check the year in `recorded`",
                None => "if it is published already, write in `recorded` the day it was",
            };
            findings.push(Finding::new(Code::CountsLater, path, message).at(places.of(place)).help(help));
        }
    }
}
