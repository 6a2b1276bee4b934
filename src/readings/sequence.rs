//! What only the rows together show: duplicates, revisions of nothing, order, gaps, and what the clock says.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::header::{Column, Header};
use super::places::Places;
use super::read::Context;
use super::{Reading, Readings, disclosure, history, implausible};
use crate::finding::{Code, Finding, Findings, Repair};
use crate::strategy::Indicator;
use crate::text;
use crate::time::{self, Kind, Period};

/// Where the columns stand that findings about several rows point at.
#[derive(Debug, Clone, Copy)]
pub(super) struct Columns {
    pub period: usize,
    pub value: usize,
}

impl Columns {
    pub(super) fn of(header: &Header) -> Self {
        let position = |column| header.position(column).unwrap_or_default();
        Self { period: position(Column::Period), value: position(Column::Value) }
    }
}

/// The rows of a file together.
#[derive(Clone, Copy)]
pub(super) struct Together<'r> {
    pub places: &'r Places<'r>,
    pub columns: Columns,
    pub context: Context<'r>,
    /// Whether there are rows whose period could not be read: one of them may be the one that is missed.
    pub has_lost_rows: bool,
}

impl Together<'_> {
    /// Sets the rows of each period in order, and says what only the rows together show.
    pub(super) fn check(&self, readings: &mut Readings, findings: &mut Findings) {
        let lag = self.context.indicator.lag.or(self.context.strategy.reporting.lag);
        let order = history::order(&mut readings.rows, lag);
        for clash in order.clashes {
            findings.push(self.clash(readings, clash.earlier.min(clash.later), clash.earlier.max(clash.later)));
        }
        for place in order.without_original {
            let row = &readings.rows[place];
            let message = format!("{} is marked {} and no earlier row for it is there", row.period, row.status.name());
            findings.push(self.at_period(place, Code::RevisedWithoutOriginal, message));
        }
        self.kinds(readings, findings);
        self.order_of_periods(readings, findings);
        if !self.has_lost_rows {
            self.gaps(readings, self.context.indicator, findings);
        }
        if let Some(today) = self.context.today {
            self.against_the_clock(readings, today, findings);
            implausible::check(self, readings, findings);
            disclosure::check(self, readings, findings);
        }
    }

    pub(super) fn at_period(&self, reading: usize, code: Code, message: impl Into<String>) -> Finding {
        self.places.finding(reading, self.columns.period, code, message)
    }

    pub(super) fn at_value(&self, reading: usize, code: Code, message: impl Into<String>) -> Finding {
        self.places.finding(reading, self.columns.value, code, message)
    }

    /// Two rows for one period, of which neither may replace the other.
    fn clash(&self, readings: &Readings, first: usize, second: usize) -> Finding {
        let shown = |place: usize| match readings.rows[place].value {
            Some(_) if self.places.is_withheld(place) => "a withheld figure".to_owned(),
            Some(value) => value.to_string(),
            None => "blank".to_owned(),
        };
        let (one, other) = (shown(first), shown(second));
        let (period, rows) = (readings.rows[second].period, [self.places.row(first), self.places.row(second)]);
        let differ = if one == other {
            format!("both {one}")
        } else {
            format!("{one} in row {}, {other} in row {}", rows[0], rows[1])
        };
        let finding = self.at_period(second, Code::DuplicatePeriod, format!("{period} is there twice: {differ}"));
        let earlier = self.places.with_line(first, |line| line.place(self.columns.period));
        let finding = finding.related(earlier, "first given here");
        finding
            .help("did two people add it? Keep one, or give the later one status revised and the day it was recorded")
    }

    /// Many rows of one other kind are one mistake, said once.
    fn kinds(&self, readings: &Readings, findings: &mut Findings) {
        const MANY: usize = 3;
        let path = self.places.source.path;
        let others = findings.count_in(Code::WrongGranularity, path);
        if others < MANY || readings.rows.is_empty() {
            return;
        }
        let taken = findings.take(Code::WrongGranularity, path);
        let Some(first) = taken.into_iter().next() else { return };
        let kind = self.context.indicator.period;
        let message = format!(
            "{others} rows have periods of another kind, and {} {} {}",
            text::count(readings.rows.len(), "row"),
            if readings.rows.len() == 1 { "has" } else { "have" },
            kind.plural()
        );
        let help =
            format!("one file holds one kind of period, here {} as {}: move the others", kind.noun(), kind.example());
        findings.push(Finding { code: Code::MixedKinds, message, help: Some(help), ..first });
    }

    /// Reports the first row that goes back in time; a revision may stand at the end.
    fn order_of_periods(&self, readings: &Readings, findings: &mut Findings) {
        let mut latest: HashMap<Option<&str>, Period> = HashMap::new();
        let in_order = |(_, row): &(usize, &Reading)| !row.status.replaces();
        let rows: Vec<(usize, &Reading)> = readings.rows.iter().enumerate().filter(in_order).collect();
        for run in rows.chunk_by(|(_, one), (_, next)| one.group == next.group) {
            let group = run[0].1.group.as_deref();
            let mut before = latest.get(&group).copied();
            for &(place, row) in run {
                if let Some(before) = before.filter(|before| row.period < *before) {
                    let message = format!("{} stands after {before}", row.period);
                    let finding = self.at_period(place, Code::OutOfOrder, message);
                    let finding = finding.help("put the rows in the order of their periods, or run hwb fmt");
                    findings.push(finding.repair(self.sorted(readings)));
                    return;
                }
                before = Some(row.period);
            }
            latest.extend(before.map(|period| (group, period)));
        }
    }

    /// The repair that puts the rows in the order of their periods, those of one period as they stand to one another.
    fn sorted(&self, readings: &Readings) -> Repair {
        let mut order: Vec<usize> = (0..readings.rows.len()).collect();
        order.sort_by_key(|place| readings.rows[*place].period);
        self.places.rearranged(&order)
    }

    /// Reports each stretch of periods between readings that has no row. Snapshots have no periods to miss.
    fn gaps(&self, readings: &Readings, indicator: &Indicator, findings: &mut Findings) {
        if indicator.period == Kind::Date {
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
            let finding = self.at_period(place, Code::Gap, message);
            findings.push(finding.help("if it was not published, add a row with a blank value and marker x"));
        }
    }

    /// What only the clock shows: periods that are not over, and figures that do not count yet.
    fn against_the_clock(&self, readings: &Readings, today: NaiveDate, findings: &mut Findings) {
        // No figure is known before its period is over.
        let is_known = |row: &Reading| row.known_from.is_some_and(|day| day <= today);
        let rows = readings.rows.iter().enumerate();
        for (place, row) in rows.filter(|(_, row)| !is_known(row) && !row.is_forecast()) {
            if row.period.end() > today {
                let message = format!("{} ends on {}, after today", row.period, time::date::day(row.period.end()));
                let help = "correct the period, or give it marker f if it is a forecast";
                findings.push(self.at_period(place, Code::FuturePeriod, message).help(help));
            } else if let Some(day) = row.known_from.filter(|day| *day > today) {
                let message = format!("{} counts from {}", row.period, time::date::day(day));
                let help = match row.recorded {
                    Some(_) => "check the year in `recorded`",
                    None => "if it is published already, write in `recorded` the day it was",
                };
                findings.push(self.at_period(place, Code::CountsLater, message).help(help));
            }
        }
    }
}
