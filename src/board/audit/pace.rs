//! Whether a target is within reach: the pace it needs against the pace there was (`docs/methods.md`, "Pace").

use super::Check;
use super::evidence::Evidence;
use super::problem::Noted;
use crate::judge::Figure;
use crate::number::Exact;
use crate::readings::Reading;
use crate::strategy::{Condition, Taking, Track};
use crate::text;
use crate::time::{Kind, Period};

/// The fewest readings that a line is drawn through.
const READINGS: usize = 4;

/// How many times the pace there was may be needed.
const TIMES: i64 = 3;

/// The way that is left to a target, and the way the readings went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Pace {
    /// What is asked for in the end.
    pub target: Exact,
    pub by: Period,
    /// A year, for the better; above 0.
    pub needed: Exact,
    /// A year, for the better, along the straight line nearest to the readings; below 0 where they got worse.
    pub achieved: Exact,
    /// How many readings the line goes through.
    pub readings: usize,
    /// The first of them: of the same definition as the latest.
    pub since: Period,
}

/// What is known of the way to a target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Way {
    /// What is asked for in the end is there.
    Arrived,
    Ahead(Pace),
    /// It cannot be told, with the reason: a clause.
    Unknown(String),
}

/// What the way is of the first track that is not there yet; nothing where no track asks for a level by a date.
pub(super) fn way(evidence: &Evidence<'_>) -> Option<Way> {
    let dated: Vec<&Track<'_>> = evidence.tracks.iter().filter(|track| asks_for_a_level_by_a_date(track)).collect();
    if dated.is_empty() {
        return None;
    }
    if evidence.indicator.taking != Taking::Level {
        return Some(Way::Unknown("a line is drawn through levels, and its figures are amounts".to_owned()));
    }
    let Some(latest) = evidence.figures().next_back() else {
        return Some(Way::Unknown("there is no figure".to_owned()));
    };
    let figure = evidence.series.figure(latest.period)?;
    let ways = dated.into_iter().map(|track| of_track(evidence, track, &figure));
    let not_there = ways.into_iter().find(|way| *way != Way::Arrived);
    Some(not_there.unwrap_or(Way::Arrived))
}

/// Of one level: a range has none to go to.
fn asks_for_a_level_by_a_date(track: &Track<'_>) -> bool {
    let is_level = |condition: &Condition| condition.level().is_some() || matches!(condition, Condition::Change(_));
    track.last().is_some_and(|target| target.by.is_some() && is_level(&target.condition))
}

fn of_track(evidence: &Evidence<'_>, track: &Track<'_>, figure: &Figure) -> Way {
    let unknown = |reason: &str| Way::Unknown(reason.to_owned());
    let series = &evidence.series;
    let (Some(sign), Some(by)) = (series.sign(), track.last().and_then(|target| target.by.as_ref())) else {
        return unknown("neither high nor low is good");
    };
    let target = match series.due(track, figure.period) {
        Ok(due) => due.last,
        Err(_) => None,
    };
    let Some(target) = target else {
        return unknown("what it asks for in the end cannot be worked out");
    };
    let left = &(&target - &figure.value) * &Exact::from(sign);
    let is_strict = track.last().is_some_and(|target| target.condition.is_strict());
    if left.is_negative() || (left.is_zero() && !is_strict) {
        return Way::Arrived;
    }
    let years_left = span(figure.period, by.period);
    if years_left.is_negative() || years_left.is_zero() {
        return Way::Unknown(format!("its date, {}, has passed", by.period));
    }
    let rows = same_definition(evidence, figure.period);
    let Some(first) = rows.first().filter(|_| rows.len() >= READINGS) else {
        let found = text::count(rows.len(), "reading");
        return Way::Unknown(format!("{found} of one definition, and a pace takes {READINGS}"));
    };
    match (left.over(&years_left), slope(&rows)) {
        (Some(needed), Some(slope)) => Way::Ahead(Pace {
            achieved: &slope * &Exact::from(sign),
            needed,
            target,
            by: by.period,
            readings: rows.len(),
            since: first.period,
        }),
        _ => unknown("its readings are all of one day"),
    }
}

/// The readings up to a period measured as it was: since the last break, the earliest first.
fn same_definition<'e>(evidence: &Evidence<'e>, latest: Period) -> Vec<&'e Reading> {
    let is_same = |row: &&Reading| evidence.series.break_between(row.period.end(), latest).is_none();
    let mut rows: Vec<&Reading> = evidence.figures().rev().take_while(is_same).collect();
    rows.reverse();
    rows
}

/// The years from the end of one period to the end of another: in whole months, for snapshots in days.
fn span(from: Period, to: Period) -> Exact {
    let (units, per_year) = match from.kind() {
        Kind::Date => ((to.end() - from.end()).num_days(), 365),
        _ => (i64::from(to.month_of_end() - from.month_of_end()), 12),
    };
    Exact::from(units).over(&Exact::from(per_year)).unwrap_or_else(Exact::zero)
}

/// The slope, a year, of the straight line with the least squares; nothing where all readings are of one day.
fn slope(rows: &[&Reading]) -> Option<Exact> {
    let first = rows.first()?.period;
    let points = rows.iter().map(|row| Some((span(first, row.period), Exact::from(row.value?))));
    let points: Vec<(Exact, Exact)> = points.collect::<Option<_>>()?;
    let sum = |of: &dyn Fn(&(Exact, Exact)) -> Exact| points.iter().fold(Exact::zero(), |sum, point| &sum + &of(point));
    let count = Exact::from(i64::try_from(points.len()).ok()?);
    let years = sum(&|(year, _)| year.clone());
    let values = sum(&|(_, value)| value.clone());
    let products = sum(&|(year, value)| year * value);
    let squares = sum(&|(year, _)| year * year);
    let rise = &(&count * &products) - &(&years * &values);
    rise.over(&(&(&count * &squares) - &(&years * &years)))
}

impl Pace {
    /// Whether the readings got no better, or the target needs more than three times their pace.
    pub fn is_unlikely(&self) -> bool {
        self.is_wrong_way() || self.needed > &self.achieved * &Exact::from(TIMES)
    }

    fn is_wrong_way(&self) -> bool {
        self.achieved.is_negative() || self.achieved.is_zero()
    }

    /// Both paces in a sentence.
    pub fn sentence(&self, evidence: &Evidence<'_>) -> String {
        let figures = evidence.words().figures;
        let a_year = |pace: &Exact| figures.difference(pace, &Exact::zero());
        let went = if self.achieved.is_zero() {
            "went neither way".to_owned()
        } else if self.is_wrong_way() {
            format!("went {} a year the wrong way", a_year(&self.achieved))
        } else {
            let times = self.needed.over(&self.achieved).map(|times| times.rounded(1)).unwrap_or_default();
            format!("went {} a year, so that {times} times that pace is needed", a_year(&self.achieved))
        };
        format!(
            "To reach {} by {} takes {} a year; its {} readings since {} {went}.",
            figures.exact(&self.target),
            self.by,
            a_year(&self.needed),
            self.readings,
            self.since
        )
    }
}

pub(super) fn check(evidence: &Evidence<'_>, way: Option<&Way>) -> Option<Noted> {
    match way {
        Some(Way::Ahead(pace)) if pace.is_unlikely() => Some(Noted::new(Check::Unlikely, pace.sentence(evidence))),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pace(needed: i64, achieved: i64) -> Pace {
        let by = Period::in_year(Kind::CalendarYear, 2016, 1).unwrap();
        Pace {
            target: Exact::zero(),
            by,
            needed: needed.into(),
            achieved: achieved.into(),
            readings: READINGS,
            since: by,
        }
    }

    #[test]
    fn three_times_the_pace_is_within_reach_and_more_is_not() {
        assert!(!pace(3, 1).is_unlikely());
        assert!(pace(4, 1).is_unlikely());
        assert!(pace(1, 0).is_unlikely() && pace(1, -1).is_unlikely());
    }

    #[test]
    fn the_years_between_two_periods_are_those_between_their_ends() {
        let quarter = |part| Period::in_year(Kind::FinancialQuarter, 2012, part).unwrap();
        let quarters = span(quarter(1), quarter(3));
        assert_eq!(quarters.to_six(), "0.5");
    }
}
