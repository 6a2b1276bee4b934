//! The figure that is judged: the reading as it is, or the running total it belongs to.

use chrono::{Datelike, NaiveDate};

use super::due::Span;
use crate::number::{Decimal, Exact};
use crate::readings::{Known, Marker, Reading, Readings};
use crate::strategy::{Good, Indicator, Strategy, Taking};
use crate::time::{Kind, Period};

/// The readings of one indicator as known on a day, taken as the indicator says.
#[derive(Debug)]
pub struct Series<'a> {
    pub strategy: &'a Strategy,
    pub indicator: &'a Indicator,
    pub known: Known<'a>,
    pub as_of: NaiveDate,
    /// The first periods measured in a new way, declared or marked, the earliest first.
    breaks: Vec<Period>,
    /// For a total since the start: the sum after each row that has an amount, so that every figure is not added up anew.
    running: Vec<(Period, Exact)>,
}

/// A figure as it is judged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Figure {
    pub period: Period,
    /// What is compared with targets; of a total with missing amounts, the sum of what is known.
    pub value: Exact,
    /// The reading, with the digits that were typed.
    pub typed: Decimal,
    /// How it was added up, where it was.
    pub total: Option<Total>,
}

/// A running total.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Total {
    /// What the sum starts from.
    pub from: Exact,
    /// After which day it starts.
    pub after: NaiveDate,
    /// Periods whose amount is not known.
    pub missing: Vec<Period>,
}

/// What one period adds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Amount {
    pub period: Period,
    pub value: Decimal,
}

/// Where targets start from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Start {
    /// The last day of the baseline's period; nothing where the baseline has none.
    pub end: Option<NaiveDate>,
    /// The baseline's period; nothing where it has none, or where a total starts with the strategy.
    pub period: Option<Period>,
    pub value: Exact,
    /// Whether the indicator declares a baseline; a total without one starts from 0 with the strategy.
    pub is_declared: bool,
}

impl<'a> Series<'a> {
    /// The readings of an indicator as known on a day.
    #[must_use]
    pub fn new(strategy: &'a Strategy, indicator: &'a Indicator, readings: &'a Readings, as_of: NaiveDate) -> Self {
        let known = readings.known(as_of);
        let declared = indicator.breaks.iter().map(|a_break| a_break.period);
        let marked = known.rows().iter().filter(|row| row.has(Marker::Break)).map(|row| row.period);
        let mut breaks: Vec<Period> = declared.chain(marked).collect();
        breaks.sort_unstable();
        let mut series = Self { strategy, indicator, known, as_of, breaks, running: Vec::new() };
        if indicator.taking == Taking::Total {
            series.running = series.running_sums();
        }
        series
    }

    fn running_sums(&self) -> Vec<(Period, Exact)> {
        let Some((start, after)) = self.start().and_then(|start| Some((start.value, start.end?))) else {
            return Vec::new();
        };
        let mut sum = start;
        let counted = self.known.rows().iter().filter(|row| row.period.end() > after);
        let sums = counted.filter_map(|row| {
            sum = &sum + &Exact::from(row.value?);
            Some((row.period, sum.clone()))
        });
        sums.collect()
    }

    /// +1 where high is good, -1 where low is; nothing for a range or no judgement.
    #[must_use]
    pub fn sign(&self) -> Option<i64> {
        match self.indicator.good {
            Good::High => Some(1),
            Good::Low => Some(-1),
            Good::Range | Good::None => None,
        }
    }

    /// The figure of a period; nothing where its row is blank or missing.
    #[must_use]
    pub fn figure(&self, period: Period) -> Option<Figure> {
        let typed = self.known.value(period)?;
        let (value, total) = match self.indicator.taking {
            Taking::Level | Taking::Cumulative | Taking::EachPeriod => (Exact::from(typed), None),
            Taking::Total => {
                let start = self.start()?;
                let total = self.total(start.value, start.end.filter(|after| period.end() > *after)?, period);
                let place = self.running.binary_search_by_key(&period, |(period, _)| *period).ok()?;
                (self.running.get(place)?.1.clone(), Some(total))
            }
            Taking::YearTotal => {
                let total = self.total(Exact::zero(), self.year_of(period).0, period);
                let amounts = self.amounts(&total, period);
                let sum = amounts.iter().fold(Exact::zero(), |sum, amount| &sum + &Exact::from(amount.value));
                (sum, Some(total))
            }
        };
        Some(Figure { period, value, typed, total })
    }

    /// What a total up to a period is made of, the earliest first.
    #[must_use]
    pub fn amounts(&self, total: &Total, last: Period) -> Vec<Amount> {
        let rows = self.rows_within(total.after, last).iter();
        rows.filter_map(|row| Some(Amount { period: row.period, value: row.value? })).collect()
    }

    /// The rows of periods that end after a day, up to a period.
    fn rows_within(&self, after: NaiveDate, last: Period) -> &[&'a Reading] {
        let rows = self.known.rows();
        let from = rows.partition_point(|row| row.period.end() <= after);
        let to = rows.partition_point(|row| row.period <= last);
        rows.get(from..to).unwrap_or_default()
    }

    /// Where targets start from; nothing where there is no baseline, or its value is not known.
    ///
    /// A total that declares none starts from 0 on the day before the strategy's first.
    #[must_use]
    pub fn start(&self) -> Option<Start> {
        let Some(baseline) = self.indicator.baseline else {
            let day_before = self.strategy.starts.pred_opt()?;
            let is_total = self.indicator.taking == Taking::Total;
            return is_total.then(|| Start {
                end: Some(day_before),
                period: None,
                value: Exact::zero(),
                is_declared: false,
            });
        };
        let value = match baseline.value {
            Some(value) => Exact::from(value),
            None => self.value_of_baseline_period(baseline.period?)?,
        };
        Some(Start { end: baseline.period.map(Period::end), period: baseline.period, value, is_declared: true })
    }

    fn value_of_baseline_period(&self, period: Period) -> Option<Exact> {
        match self.indicator.taking {
            Taking::YearTotal => {
                let figure = self.figure(period)?;
                figure.total.as_ref().is_none_or(|total| total.missing.is_empty()).then_some(figure.value)
            }
            _ => self.known.value(period).map(Exact::from),
        }
    }

    /// The last day before the year a period counts in, and that year's last day: the calendar year for quarters and calendar
    /// years, the academic year for academic years, else the financial year.
    #[must_use]
    pub fn year_of(&self, period: Period) -> (NaiveDate, NaiveDate) {
        if let Some(year) = period.performance_year() {
            let before = year.start.pred_opt().unwrap_or(year.start);
            return (before, year.end);
        }
        // Snapshots, which have no year of their own: April to March.
        let end = period.end();
        let first = if end.month() >= 4 { end.year() } else { end.year() - 1 };
        let march = |year: i32| NaiveDate::from_ymd_opt(year, 3, 31).unwrap_or(end);
        (march(first), march(first + 1))
    }

    /// How much of its year has gone at the end of a period, of how much: in whole months, for snapshots in days.
    pub(super) fn year_gone(&self, period: Period) -> (i64, i64, Span) {
        let unit = if self.indicator.period == Kind::Date { Span::Days } else { Span::Months };
        let (before, year_end) = self.year_of(period);
        (unit.between(before, period.end()), unit.between(before, year_end), unit)
    }

    /// A total after a day up to a period, with the periods that lack an amount.
    fn total(&self, from: Exact, after: NaiveDate, last: Period) -> Total {
        let rows = self.rows_within(after, last);
        // Nothing is expected of an indicator before it starts.
        let first_day = after.succ_opt().map(|day| self.indicator.starts.map_or(day, |starts| starts.max(day)));
        let first = first_day.and_then(|day| Period::first_ending_from(last.kind(), day));
        let expected =
            first.and_then(|first| last.steps_since(first)).and_then(|steps| usize::try_from(steps + 1).ok());
        // An amount from before then is added up, and makes up for none that is missing later.
        let there = rows.iter().filter(|row| first.is_none_or(|first| row.period >= first)).count();
        let has_all = rows.iter().all(|row| row.value.is_some());
        // Where not every period is expected to have a figure, only a blank one is missing.
        let only_blank = last.kind() == Kind::Date || self.indicator.every > 1;
        let missing = if has_all && (only_blank || expected == Some(there)) {
            Vec::new()
        } else if only_blank {
            rows.iter().filter(|row| row.value.is_none()).map(|row| row.period).collect()
        } else {
            let periods = std::iter::successors(first, |period| period.next()).take_while(|period| *period <= last);
            periods.filter(|period| self.known.value(*period).is_none()).collect()
        };
        Total { from, after, missing }
    }

    /// The latest figure before a period.
    #[must_use]
    pub fn previous(&self, period: Period) -> Option<&'a Reading> {
        self.known.before(period).find(|row| row.value.is_some())
    }

    /// The first break after a day and up to a period: in between, figures are measured in two ways.
    #[must_use]
    pub fn break_between(&self, after: NaiveDate, to: Period) -> Option<Period> {
        let first = self.breaks.partition_point(|first| first.end() <= after);
        self.breaks.get(first).copied().filter(|first| *first <= to)
    }
}

impl Figure {
    /// Whether amounts are missing from the total, so that the true one is larger than `value`, or unknown.
    #[must_use]
    pub fn is_incomplete(&self) -> bool {
        self.total.as_ref().is_some_and(|total| !total.missing.is_empty())
    }
}
