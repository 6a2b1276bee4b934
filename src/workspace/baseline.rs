//! Targets against a baseline whose value is a reading.

use chrono::NaiveDate;

use super::{Workspace, path_of};
use crate::encoding;
use crate::files::STRATEGY;
use crate::finding::{Code, Finding, Findings};
use crate::number::Decimal;
use crate::readings::{Known, Readings};
use crate::source::Source;
use crate::strategy::{Indicator, Taking};
use crate::time::Period;

/// Whether the baseline's value is the reading for its period, so that only the readings show on which side of it a target lies.
#[must_use]
pub fn is_read_from_readings(indicator: &Indicator) -> bool {
    period_of(indicator).is_some()
}

fn period_of(indicator: &Indicator) -> Option<Period> {
    indicator.baseline.filter(|baseline| baseline.value.is_none())?.period
}

impl Workspace {
    /// Targets on the wrong side of a baseline that is a reading, at their places in `strategy.toml`. The figure is not said: its
    /// row may be one that is not shown.
    pub(super) fn against_baseline(&self, indicator: &Indicator, readings: &Readings) -> Findings {
        let mut findings = Findings::new();
        let known = readings.known(NaiveDate::MAX);
        let Some((period, value)) =
            period_of(indicator).and_then(|period| Some((period, value(indicator, &known, period)?)))
        else {
            return findings;
        };
        let wrong =
            indicator.targets.iter().filter_map(|target| Some((target, indicator.wrong_side(target, Some(value))?)));
        for (target, side) in wrong {
            let path = path_of(indicator);
            let message =
                format!("{} is on the wrong side of the baseline, the figure of {period} in {path}", side.asked);
            findings.push(
                self.at_declaration(Finding::new(Code::TargetWrongSide, STRATEGY, message), &target.span)
                    .help(side.help),
            );
        }
        findings
    }

    /// The finding with its place in `strategy.toml`; without one where that cannot be read any more.
    fn at_declaration(&self, finding: Finding, span: &std::ops::Range<usize>) -> Finding {
        let text = self.files.read(STRATEGY).ok().and_then(|bytes| encoding::decode(STRATEGY, bytes).ok());
        match text {
            Some(text) => finding.at(Source::new(STRATEGY, &text).place(span.clone())),
            None => finding,
        }
    }
}

/// What the readings say of the baseline's period; nothing where they say nothing, or speak of a part of a year.
fn value(indicator: &Indicator, known: &Known<'_>, period: Period) -> Option<Decimal> {
    match indicator.taking {
        Taking::Level | Taking::Total | Taking::EachPeriod => known.value(period),
        Taking::Cumulative => known.value(period).filter(|_| ends_its_year(period)),
        Taking::YearTotal => total_of_year(known, period).filter(|_| ends_its_year(period)),
    }
}

fn ends_its_year(period: Period) -> bool {
    period.performance_year().is_some_and(|year| year.end == period.end())
}

/// The sum of a year's amounts up to a period; nothing where one is missing.
fn total_of_year(known: &Known<'_>, period: Period) -> Option<Decimal> {
    let first = Period::first_ending_from(period.kind(), period.performance_year()?.start)?;
    let mut amounts = std::iter::successors(Some(first), |period| period.next()).take_while(|own| *own <= period);
    amounts.try_fold(Decimal::ZERO, |sum, period| sum.checked_add(known.value(period)?))
}
