//! The figure that is judged: the reading as it is, or the running total it belongs to.

use chrono::{Datelike, NaiveDate};

use crate::number::{Decimal, Exact};
use crate::readings::{Known, Marker, Reading};
use crate::strategy::{Good, Indicator, Strategy, Taking};
use crate::time::{Kind, Period};

/// The readings of one indicator as known on a day, taken as the indicator says.
#[derive(Debug)]
pub struct Series<'a> {
    pub strategy: &'a Strategy,
    pub indicator: &'a Indicator,
    pub known: Known<'a>,
    pub as_of: NaiveDate,
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
    pub amounts: Vec<Amount>,
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
        let total = match self.indicator.taking {
            Taking::Level | Taking::Cumulative | Taking::EachPeriod => None,
            Taking::Total => Some(self.total_since_start(period)?),
            Taking::YearTotal => Some(self.total_in_year(period)),
        };
        let value = total.as_ref().map_or_else(|| Exact::from(typed), Total::sum);
        Some(Figure { period, value, typed, total })
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

    /// The sum since the baseline or the strategy's start; nothing where the period does not lie after that.
    fn total_since_start(&self, period: Period) -> Option<Total> {
        let start = self.start()?;
        let after = start.end?;
        (period.end() > after).then(|| self.total(start.value, after, period))
    }

    /// The sum within the period's year.
    fn total_in_year(&self, period: Period) -> Total {
        let after = self.year_of(period).0;
        self.total(Exact::zero(), after, period)
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

    fn total(&self, from: Exact, after: NaiveDate, last: Period) -> Total {
        let mut total = Total { from, after, amounts: Vec::new(), missing: Vec::new() };
        let is_within = |period: Period| period.end() > after && period <= last;
        // Where not every period is expected to have a figure, only a blank one is missing.
        if last.kind() == Kind::Date || self.indicator.every > 1 {
            for row in self.known.rows().iter().filter(|row| is_within(row.period)) {
                total.add(row.period, row.value);
            }
            return total;
        }
        let mut next = after.succ_opt().and_then(|day| Period::first_ending_from(last.kind(), day));
        while let Some(period) = next.filter(|period| *period <= last) {
            total.add(period, self.known.value(period));
            next = period.next();
        }
        total
    }

    /// The latest figure before a period.
    #[must_use]
    pub fn previous(&self, period: Period) -> Option<&'a Reading> {
        self.known.before(period).find(|row| row.value.is_some())
    }

    /// The first break after a day and up to a period: in between, figures are measured in two ways.
    #[must_use]
    pub fn break_between(&self, after: NaiveDate, to: Period) -> Option<Period> {
        let declared = self.indicator.breaks.iter().map(|a_break| a_break.period);
        let marked = self.known.rows().iter().filter(|row| row.has(Marker::Break)).map(|row| row.period);
        declared.chain(marked).filter(|first| first.end() > after && *first <= to).min()
    }
}

impl Total {
    fn add(&mut self, period: Period, value: Option<Decimal>) {
        match value {
            Some(value) => self.amounts.push(Amount { period, value }),
            None => self.missing.push(period),
        }
    }

    fn sum(&self) -> Exact {
        self.amounts.iter().fold(self.from.clone(), |sum, amount| &sum + &Exact::from(amount.value))
    }
}

impl Figure {
    /// Whether amounts are missing from the total, so that the true one is larger than `value`, or unknown.
    #[must_use]
    pub fn is_incomplete(&self) -> bool {
        self.total.as_ref().is_some_and(|total| !total.missing.is_empty())
    }
}
