//! Figures as points in time, and which of them one line joins.

use chrono::NaiveDate;

use super::breaks::Breaks;
use crate::board::{Dossier, Row};
use crate::document::{Point, Stretch};
use crate::judge::{Figure, Figures};
use crate::number::{Decimal, Exact};
use crate::readings::{Reading, Status};
use crate::strategy::{Indicator, Taking};
use crate::time::{Kind, Period};

/// More decimals than any figure has that a drawing could show.
const DECIMALS: u32 = 12;

/// The rows that count on the day, with what became of them, the earliest first.
pub fn counted<'d>(dossier: &'d Dossier<'_>) -> Vec<(&'d Reading, &'d Row)> {
    let rows = dossier.readings.rows.iter().zip(&dossier.rows);
    let mut counted: Vec<(&Reading, &Row)> = rows.filter(|(_, row)| row.counts).collect();
    counted.sort_by_key(|(reading, _)| reading.period);
    counted
}

/// The middle of a period: where its figure is drawn.
pub fn middle(period: Period) -> NaiveDate {
    let (start, end) = (period.start(), period.end());
    start + (end - start) / 2
}

/// A figure as near as a drawing needs it.
pub fn near(figure: &Exact) -> f64 {
    figure.rounded(DECIMALS).parse().unwrap_or(f64::NAN)
}

/// The area's own figures; a total that lacks amounts is none.
pub fn figures(dossier: &Dossier<'_>) -> Vec<(Period, Point)> {
    counted(dossier).into_iter().filter_map(|(reading, row)| own(dossier.standing.indicator, reading, row)).collect()
}

fn own(indicator: &Indicator, reading: &Reading, row: &Row) -> Option<(Period, Point)> {
    let figure = row.figure.as_ref().filter(|figure| !figure.is_incomplete())?;
    let limits = reading.lower.zip(reading.upper).filter(|_| figure.total.is_none());
    let point = Point {
        period: reading.period.to_string(),
        at: middle(reading.period),
        value: near(&figure.value),
        shown: shown(indicator, figure),
        limits: limits.map(|(lower, upper)| (near(&Exact::from(lower)), near(&Exact::from(upper)))),
        is_provisional: matches!(reading.status, Status::Provisional | Status::Estimate),
    };
    Some((reading.period, point))
}

fn shown(indicator: &Indicator, figure: &Figure) -> String {
    let figures = Figures::new(indicator, Some(figure.typed));
    if figure.total.is_some() { figures.exact(&figure.value) } else { figures.typed(figure.typed) }
}

/// A comparator's figures for the rows that count.
pub fn comparator(dossier: &Dossier<'_>, column: usize) -> Vec<(Period, Point)> {
    let point = |(reading, _): (&Reading, &Row)| {
        let figure: Decimal = reading.comparators.get(column).copied().flatten()?;
        let figures = Figures::new(dossier.standing.indicator, Some(figure));
        Some((reading.period, level(reading.period, &Exact::from(figure), figures.typed(figure))))
    };
    counted(dossier).into_iter().filter_map(point).collect()
}

/// A point that is no reading of the area.
pub fn level(period: Period, value: &Exact, shown: String) -> Point {
    Point {
        period: period.to_string(),
        at: middle(period),
        value: near(value),
        shown,
        limits: None,
        is_provisional: false,
    }
}

/// The points in stretches: no line goes over a break, over a period that should have a figure and has none, or from one year's total to
/// the next.
pub fn stretches(indicator: &Indicator, breaks: &Breaks<'_>, points: Vec<(Period, Point)>) -> Vec<Stretch> {
    joined(points, |before, period| {
        is_next(indicator, before, period)
            && !breaks.has_between(before, period)
            && !is_new_year(indicator, before, period)
    })
}

/// What was due, in stretches: as the figures, but that it runs on over a break.
pub fn target_stretches(indicator: &Indicator, points: Vec<(Period, Point)>) -> Vec<Stretch> {
    joined(points, |before, period| !is_new_year(indicator, before, period))
}

fn joined(points: Vec<(Period, Point)>, is_joined: impl Fn(Period, Period) -> bool) -> Vec<Stretch> {
    let mut stretches: Vec<Stretch> = Vec::new();
    let mut before: Option<Period> = None;
    for (period, point) in points {
        let runs_on = before.is_some_and(|before| is_joined(before, period));
        match stretches.last_mut().filter(|_| runs_on) {
            Some(stretch) => stretch.0.push(point),
            None => stretches.push(Stretch(vec![point])),
        }
        before = Some(period);
    }
    stretches
}

/// Whether no figure was to come between two; dates come when they come.
fn is_next(indicator: &Indicator, before: Period, period: Period) -> bool {
    let every = i32::try_from(indicator.every.max(1)).unwrap_or(i32::MAX);
    period.kind() == Kind::Date || period.steps_since(before).is_some_and(|steps| steps <= every)
}

fn is_new_year(indicator: &Indicator, before: Period, period: Period) -> bool {
    let is_to_date = matches!(indicator.taking, Taking::YearTotal | Taking::Cumulative);
    is_to_date && before.performance_year() != period.performance_year()
}
