//! The target due: what a track asks for at a period (`docs/methods.md`, "The target due").

use chrono::NaiveDate;

use super::series::{Series, Start};
use crate::number::{Decimal, Exact};
use crate::strategy::{Change, Condition, Method, Path, Reference, Taking, Target, Tolerance, Track};
use crate::time::{Kind, Period};

/// What a track asks for at a period, and how that was worked out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    pub level: Level,
    pub how: How,
    /// What the track asks for in the end; nothing for a comparator or an earlier figure, which move.
    pub last: Option<Exact>,
    /// Where the change or the line starts, if the track uses it.
    pub start: Option<Start>,
    /// The first period measured in a new way since the baseline that the track uses.
    pub break_since_start: Option<Period>,
}

/// One value, or a range.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Level {
    At(Exact),
    Between(Exact, Exact),
}

/// How the level came about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum How {
    /// The target has no date: it stands in every period.
    Standing,
    /// A milestone counts in full, by its period.
    Milestone(Period),
    /// The last milestone has passed and stands.
    AfterLast(Period),
    /// The part of a straight line that has gone.
    Line { from: Point, to: Point, gone: i64, whole: i64, unit: Span },
    /// The part of a whole year's target that has gone.
    YearShare { whole: WholeYear, gone: i64, of: i64, unit: Span },
    /// A comparator's figure for the same period.
    Comparator(String),
    /// The figure the strategy gives for a comparator that has none.
    Stated(String),
    /// The baseline.
    Baseline,
    /// The figure of an earlier period.
    Earlier(Period),
}

/// An end of a straight line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Point {
    pub end: NaiveDate,
    /// The period that ends there; nothing where a total starts with the strategy.
    pub period: Option<Period>,
    pub value: Exact,
}

/// A year's target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WholeYear {
    pub value: Exact,
    /// The milestone it is taken from; nothing for a standing target.
    pub milestone: Option<Period>,
}

/// What the length of a line is measured in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Span {
    Months,
    Days,
}

/// A track that cannot be worked out, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aside {
    pub condition: Condition,
    pub by: Option<Period>,
    pub reason: AsideReason,
}

impl Aside {
    /// A track set aside; nothing for a track without targets, which there is none of.
    pub(super) fn of(track: &Track<'_>, reason: AsideReason) -> Option<Self> {
        let last = track.last()?;
        Some(Self { condition: last.condition.clone(), by: last.by.as_ref().map(|by| by.period), reason })
    }
}

/// Why a track cannot be worked out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AsideReason {
    /// The method is `none`: nothing is rated.
    Watched,
    NoBaseline,
    /// The baseline has no value, and its period no known reading.
    NoBaselineValue(Option<Period>),
    /// The baseline has no period to start a line or a total from.
    NoBaselinePeriod,
    /// A percentage of nothing.
    BaselineOfZero,
    /// The reading lies before the period the line or the improvement starts from.
    BeforeBaseline,
    NoComparatorFigure(String),
    NoEarlierFigure(Option<Period>),
    /// A total of an earlier period that lacks amounts.
    EarlierIncomplete(Period),
    /// Measured in a new way from this period on.
    Break(Period),
    /// The two periods share months.
    Overlap(Period),
    /// Amounts are missing from the total, and what is known decides nothing.
    MissingAmounts(Vec<Period>),
    /// The last milestone of amounts for each period has passed: there is no target any more.
    NoMilestoneLeft(Period),
}

impl Series<'_> {
    /// What a track asks for at a period.
    ///
    /// # Errors
    /// Why it cannot be worked out.
    pub fn due(&self, track: &Track<'_>, period: Period) -> Result<Due, AsideReason> {
        let Some(first) = track.first() else {
            return Err(AsideReason::NoMilestoneLeft(period));
        };
        match &first.condition {
            Condition::Beat(level) | Condition::Match(level) => {
                self.comparator(&level.comparator, level.stated, period)
            }
            Condition::ImproveOn(reference) => self.earlier(*reference, period),
            Condition::Between(..) => Ok(range(track, period)),
            _ => self.level(track, period),
        }
    }

    fn comparator(&self, id: &str, stated: Option<Decimal>, period: Period) -> Result<Due, AsideReason> {
        let moving = |level: Decimal, how: How| Due {
            level: Level::At(Exact::from(level)),
            how,
            last: None,
            start: None,
            break_since_start: None,
        };
        if let Some(figure) = self.known.comparator(id, period) {
            return Ok(moving(figure, How::Comparator(id.to_owned())));
        }
        match stated.filter(|_| !self.known.has_comparator(id)) {
            Some(stated) => Ok(moving(stated, How::Stated(id.to_owned()))),
            None => Err(AsideReason::NoComparatorFigure(id.to_owned())),
        }
    }

    fn earlier(&self, reference: Reference, period: Period) -> Result<Due, AsideReason> {
        let (value, how, start, compared) = match reference {
            Reference::Baseline => {
                let start = self.declared_start()?;
                if start.end.is_some_and(|end| period.end() <= end) {
                    return Err(AsideReason::BeforeBaseline);
                }
                let (value, how) = self.part_of_the_baseline(&start, period);
                (value, how, Some(start.clone()), start.period)
            }
            Reference::LastYear => {
                let earlier = period.year_earlier();
                let figure = earlier.and_then(|earlier| self.figure(earlier));
                let figure = figure.ok_or(AsideReason::NoEarlierFigure(earlier))?;
                if figure.is_incomplete() {
                    return Err(AsideReason::EarlierIncomplete(figure.period));
                }
                (figure.value, How::Earlier(figure.period), None, Some(figure.period))
            }
            Reference::Previous => {
                let row = self.previous(period).ok_or(AsideReason::NoEarlierFigure(None))?;
                let value = row.value.ok_or(AsideReason::NoEarlierFigure(None))?;
                (Exact::from(value), How::Earlier(row.period), None, Some(row.period))
            }
        };
        if let Some(compared) = compared {
            if compared.overlaps(period) {
                return Err(AsideReason::Overlap(compared));
            }
            if let Some(first) = self.break_between(compared.end(), period) {
                return Err(AsideReason::Break(first));
            }
        }
        Ok(Due { level: Level::At(value), how, last: None, start, break_since_start: None })
    }

    /// The baseline, or for a figure of a part of a year the same part of a whole year's baseline.
    pub(super) fn part_of_the_baseline(&self, start: &Start, period: Period) -> (Exact, How) {
        let is_year_to_date = matches!(self.indicator.taking, Taking::YearTotal | Taking::Cumulative);
        let is_whole_year = start.period.is_none_or(|baseline| self.year_of(baseline).1 == baseline.end());
        let (gone, of, unit) = self.year_gone(period);
        if !is_year_to_date || !is_whole_year || gone == of {
            return (start.value.clone(), How::Baseline);
        }
        let whole = WholeYear { value: start.value.clone(), milestone: None };
        (along(&Exact::zero(), &start.value, gone, of), How::YearShare { whole, gone, of, unit })
    }

    /// The baseline the indicator declares, with its value.
    fn declared_start(&self) -> Result<Start, AsideReason> {
        let Some(baseline) = self.indicator.baseline else {
            return Err(AsideReason::NoBaseline);
        };
        self.start().ok_or(AsideReason::NoBaselineValue(baseline.period))
    }

    /// Levels and changes.
    fn level(&self, track: &Track<'_>, period: Period) -> Result<Due, AsideReason> {
        let milestones = self.milestones(track)?;
        let is_change = track.targets.iter().any(|target| matches!(target.condition, Condition::Change(_)));
        let path = track.targets.iter().find_map(|target| target.path);
        let start = self.start();
        let (value, how) = match self.indicator.taking {
            Taking::EachPeriod => for_each_period(&milestones, period)?,
            Taking::YearTotal | Taking::Cumulative => self.within_the_year(&milestones, path, period)?,
            Taking::Level | Taking::Total => {
                let is_line = match path {
                    Some(path) => path == Path::Linear,
                    None => start.as_ref().is_some_and(|start| start.end.is_some()),
                };
                match milestones.first() {
                    Some(Milestone { by: Some(_), .. }) if is_line => {
                        self.on_the_line(start.as_ref(), &milestones, period)?
                    }
                    _ => in_steps(&milestones, period)?,
                }
            }
        };
        let improves = matches!(self.indicator.rating.method, Method::Improvement(_));
        let uses_start = is_change || improves || matches!(how, How::Line { .. });
        let start = start.filter(|_| uses_start);
        let since = start.as_ref().filter(|start| start.is_declared).and_then(|start| start.end);
        Ok(Due {
            level: Level::At(value),
            how,
            last: milestones.last().map(|milestone| milestone.value.clone()),
            break_since_start: since.and_then(|end| self.break_between(end, period)),
            start,
        })
    }

    /// The values of the track's targets, in the order of their dates; changes worked out from the baseline.
    fn milestones(&self, track: &Track<'_>) -> Result<Vec<Milestone>, AsideReason> {
        let milestone = |target: &&Target| {
            let value = match (&target.condition, target.condition.level()) {
                (Condition::Change(change), _) => self.changed(*change)?,
                (_, level) => Exact::from(level.unwrap_or_default()),
            };
            Ok(Milestone { by: target.by.as_ref().map(|by| by.period), value })
        };
        track.targets.iter().map(milestone).collect()
    }

    /// The baseline with a change made to it.
    fn changed(&self, change: Change) -> Result<Exact, AsideReason> {
        let start = match self.start() {
            Some(start) => start,
            None => self.declared_start()?,
        };
        match change {
            Change::Percent(_) if !start.is_declared => Err(AsideReason::NoBaseline),
            Change::Percent(percent) if start.value.is_zero() && !percent.is_zero() => Err(AsideReason::BaselineOfZero),
            Change::Percent(percent) => Ok(&start.value + &Exact::from(percent).percent_of(&start.value.abs())),
            Change::Points(number) | Change::Amount(number) => Ok(&start.value + &Exact::from(number)),
        }
    }

    /// On the straight line from the start through the milestones, at the period's end, in whole months; snapshots in days.
    fn on_the_line(
        &self,
        start: Option<&Start>,
        milestones: &[Milestone],
        period: Period,
    ) -> Result<(Exact, How), AsideReason> {
        let start = start.ok_or(AsideReason::NoBaseline)?;
        let end = start.end.ok_or(AsideReason::NoBaselinePeriod)?;
        if period.end() < end {
            return Err(AsideReason::BeforeBaseline);
        }
        let mut from = Point { end, period: start.period, value: start.value.clone() };
        for milestone in milestones {
            let Some(by) = milestone.by else { continue };
            let to = Point { end: by.end(), period: Some(by), value: milestone.value.clone() };
            if period.end() <= to.end {
                let unit = if self.indicator.period == Kind::Date { Span::Days } else { Span::Months };
                let (gone, whole) = (unit.between(from.end, period.end()), unit.between(from.end, to.end));
                let value = along(&from.value, &to.value, gone, whole);
                return Ok((value, How::Line { from, to, gone, whole, unit }));
            }
            from = to;
        }
        let last = from.period.unwrap_or(period);
        Ok((from.value, How::AfterLast(last)))
    }

    /// Running totals within a year, and year-to-date figures: a milestone named for the very period as it is, else the year's
    /// in proportion to the part of the year gone.
    fn within_the_year(
        &self,
        milestones: &[Milestone],
        path: Option<Path>,
        period: Period,
    ) -> Result<(Exact, How), AsideReason> {
        if let Some(named) = milestones.iter().find(|milestone| milestone.by == Some(period)) {
            return Ok((named.value.clone(), How::Milestone(period)));
        }
        let (_, year_end) = self.year_of(period);
        let ends_the_year = |milestone: &&Milestone| milestone.by.is_some_and(|by| by.end() == year_end);
        let whole = milestones
            .iter()
            .find(ends_the_year)
            .or_else(|| milestones.iter().find(|milestone| milestone.by.is_none_or(|by| by > period)))
            .or(milestones.last())
            .ok_or(AsideReason::NoMilestoneLeft(period))?;
        let (gone, of, unit) = self.year_gone(period);
        if path == Some(Path::Steps) || gone == of {
            let by_then = |by: Period| if by < period { How::AfterLast(by) } else { How::Milestone(by) };
            let how = whole.by.map_or(How::Standing, by_then);
            return Ok((whole.value.clone(), how));
        }
        let value = along(&Exact::zero(), &whole.value, gone, of);
        let whole = WholeYear { value: whole.value.clone(), milestone: whole.by };
        Ok((value, How::YearShare { whole, gone, of, unit }))
    }
}

impl Due {
    /// The tolerance of the target the value due was taken from, where it has one of its own.
    pub(super) fn tolerance(&self, track: &Track<'_>) -> Option<Tolerance> {
        let from = match &self.how {
            How::Milestone(by) | How::AfterLast(by) => Some(*by),
            How::Line { to, .. } => to.period,
            How::YearShare { whole, .. } => whole.milestone,
            How::Standing | How::Comparator(_) | How::Stated(_) | How::Baseline | How::Earlier(_) => None,
        };
        let by = |target: &Target| target.by.as_ref().map(|by| by.period);
        let target = track.targets.iter().find(|target| by(target) == from).or(track.targets.last());
        target.and_then(|target| target.tolerance)
    }
}

/// A dated value, or a standing one.
struct Milestone {
    by: Option<Period>,
    value: Exact,
}

impl Span {
    #[must_use]
    pub fn noun(self) -> &'static str {
        match self {
            Self::Months => "months",
            Self::Days => "days",
        }
    }

    /// From one day to another: calendar months whatever the day of the month, or days.
    pub(super) fn between(self, from: NaiveDate, to: NaiveDate) -> i64 {
        use chrono::Datelike;
        match self {
            Self::Months => {
                let months = |date: NaiveDate| i64::from(date.year()) * 12 + i64::from(date.month0());
                months(to) - months(from)
            }
            Self::Days => (to - from).num_days(),
        }
    }
}

/// The value so far along the way from one to another; the end where there is no way.
fn along(from: &Exact, to: &Exact, gone: i64, whole: i64) -> Exact {
    let part = Exact::from(gone).over(&Exact::from(whole)).unwrap_or_else(|| Exact::from(1));
    from + &(&(to - from) * &part)
}

/// The first milestone at or after the period; after the last, the last.
fn in_steps(milestones: &[Milestone], period: Period) -> Result<(Exact, How), AsideReason> {
    let next = milestones.iter().find(|milestone| milestone.by.is_none_or(|by| by.end() >= period.end()));
    match (next, milestones.last()) {
        (Some(Milestone { by: None, value }), _) => Ok((value.clone(), How::Standing)),
        (Some(Milestone { by: Some(by), value }), _) => Ok((value.clone(), How::Milestone(*by))),
        (None, Some(Milestone { by: Some(by), value })) => Ok((value.clone(), How::AfterLast(*by))),
        (None, _) => Err(AsideReason::NoMilestoneLeft(period)),
    }
}

/// The milestone of the very period, else the next; after the last there is no target.
fn for_each_period(milestones: &[Milestone], period: Period) -> Result<(Exact, How), AsideReason> {
    let next = milestones.iter().find(|milestone| milestone.by.is_none_or(|by| by >= period));
    let Some(milestone) = next else {
        let last = milestones.last().and_then(|milestone| milestone.by);
        return Err(AsideReason::NoMilestoneLeft(last.unwrap_or(period)));
    };
    Ok((milestone.value.clone(), milestone.by.map_or(How::Standing, How::Milestone)))
}

/// Ranges go in steps.
fn range(track: &Track<'_>, period: Period) -> Due {
    let by = |target: &&Target| target.by.as_ref().map(|by| by.period);
    let next = track.targets.iter().find(|target| by(target).is_none_or(|by| by.end() >= period.end())).copied();
    let chosen = next.or(track.last());
    let (lower, upper) = match chosen.map(|target| &target.condition) {
        Some(Condition::Between(lower, upper)) => (Exact::from(*lower), Exact::from(*upper)),
        _ => (Exact::zero(), Exact::zero()),
    };
    let how = match (chosen.as_ref().and_then(by), next) {
        (None, _) => How::Standing,
        (Some(by), Some(_)) => How::Milestone(by),
        (Some(by), None) => How::AfterLast(by),
    };
    Due { level: Level::Between(lower, upper), how, last: None, start: None, break_since_start: None }
}
