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
    /// The better of the lines through all readings of the latest one's definition, and through the latest few of them.
    pub line: Line,
}

/// The straight line nearest to some readings.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    /// A year, for the better; below 0 where they got worse.
    pub pace: Exact,
    /// How many readings it goes through.
    pub readings: usize,
    /// The first of them.
    pub since: Period,
}

/// What is known of the way to a target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Way {
    /// What is asked for in the end is there.
    Arrived,
    /// It is not, but what is due by now is.
    InTime,
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
    // The first that is not there; better one that is short of what is due by now.
    let ways: Vec<Way> = ways.filter(|way| *way != Way::Arrived).collect();
    let short = ways.iter().find(|way| **way != Way::InTime).or(ways.first());
    Some(short.cloned().unwrap_or(Way::Arrived))
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
    let measured = series.measure(track, figure);
    let Some(target) = measured.as_ref().ok().and_then(|measured| measured.due.last.clone()) else {
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
    if measured.is_ok_and(|measured| measured.is_met()) {
        return Way::InTime;
    }
    let rows = same_definition(evidence, figure.period);
    let Some(latest) = rows.len().checked_sub(READINGS).and_then(|from| rows.get(from..)) else {
        let found = text::count(rows.len(), "reading");
        return Way::Unknown(format!("{found} of one definition, and a pace takes {READINGS}"));
    };
    let lines = [Line::through(&rows, sign), Line::through(latest, sign)];
    // Of equals the one through all: `max_by` takes the last.
    let best = lines.into_iter().rev().flatten().max_by(|one, other| one.pace.cmp(&other.pace));
    match (left.over(&years_left), best) {
        (Some(needed), Some(line)) => Way::Ahead(Pace { needed, target, by: by.period, line }),
        _ => unknown("its readings are all of one day"),
    }
}

impl Line {
    fn through(rows: &[&Reading], sign: i64) -> Option<Self> {
        let pace = &slope(rows)? * &Exact::from(sign);
        Some(Self { pace, readings: rows.len(), since: rows.first()?.period })
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
        self.is_wrong_way() || self.needed > &self.line.pace * &Exact::from(TIMES)
    }

    fn is_wrong_way(&self) -> bool {
        self.line.pace.is_negative() || self.line.pace.is_zero()
    }

    /// Both paces in a sentence.
    pub fn sentence(&self, evidence: &Evidence<'_>) -> String {
        let figures = evidence.words().figures;
        let a_year = |pace: &Exact| figures.difference(pace, &Exact::zero());
        let Line { pace, readings, since } = &self.line;
        let went = if pace.is_zero() {
            "went neither way".to_owned()
        } else if self.is_wrong_way() {
            format!("went {} a year the wrong way", a_year(pace))
        } else {
            let times = self.needed.over(pace).map(|times| times.rounded(1)).unwrap_or_default();
            format!("went {} a year, so that {times} times that pace is needed", a_year(pace))
        };
        format!(
            "To reach {} by {} takes {} a year; its {readings} readings since {since} {went}.",
            figures.exact(&self.target),
            self.by,
            a_year(&self.needed),
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
            line: Line { pace: achieved.into(), readings: READINGS, since: by },
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
