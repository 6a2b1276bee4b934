//! Targets in words: what is asked for, where the value due comes from, and why a track was set aside.

use super::due::{Aside, AsideReason, Due, How, Level};
use super::figures::Figures;
use super::verdict::Verdict;
use crate::number::Exact;
use crate::strategy::{Condition, Indicator, Reference, Strategy};
use crate::text;
use crate::time::Period;

/// Everything a sentence about one indicator needs.
#[derive(Debug, Clone, Copy)]
pub struct Words<'a> {
    pub strategy: &'a Strategy,
    pub indicator: &'a Indicator,
    pub figures: Figures<'a>,
}

impl<'a> Words<'a> {
    /// The words around the figures of a verdict: written to the decimals of the figure shown.
    #[must_use]
    pub fn of(strategy: &'a Strategy, indicator: &'a Indicator, verdict: &Verdict) -> Self {
        let shown = [&verdict.latest, &verdict.last].into_iter().flatten().find_map(|latest| latest.figure.as_ref());
        Self { strategy, indicator, figures: Figures::new(indicator, shown.map(|figure| figure.typed)) }
    }

    /// What a target asks for: "at least 90%", "better than London".
    #[must_use]
    pub fn condition(&self, condition: &Condition) -> String {
        let level = |level: &crate::number::Decimal| self.figures.as_written(*level);
        match condition {
            Condition::AtLeast(least) => format!("at least {}", level(least)),
            Condition::AtMost(most) => format!("at most {}", level(most)),
            Condition::MoreThan(than) => format!("more than {}", level(than)),
            Condition::LessThan(than) => format!("less than {}", level(than)),
            Condition::Between(lower, upper) => format!("{} to {}", level(lower), level(upper)),
            Condition::Change(change) if change.number().is_zero() => "no worse than the baseline".to_owned(),
            Condition::Change(change) => format!("{change} from the baseline"),
            Condition::Beat(than) => format!("better than {}", self.strategy.comparator_title(&than.comparator)),
            Condition::Match(with) => format!("no worse than {}", self.strategy.comparator_title(&with.comparator)),
            Condition::ImproveOn(Reference::Baseline) => "better than the baseline".to_owned(),
            Condition::ImproveOn(Reference::LastYear) => "better than a year earlier".to_owned(),
            Condition::ImproveOn(Reference::Previous) => "better than the figure before".to_owned(),
        }
    }

    /// What a track asks for and where the value due comes from: "-10% from 457.3 in 2009/10, on a straight line".
    #[must_use]
    pub fn basis(&self, condition: &Condition, due: &Due) -> String {
        let from = due.start.as_ref().map(|start| {
            let value = self.figures.exact(&start.value);
            match start.period {
                Some(period) => format!("{value} in {period}"),
                None if start.is_declared => value,
                None => format!("{value} at the start of the strategy"),
            }
        });
        let asked = match (condition, &from) {
            (Condition::Change(change), Some(from)) if change.number().is_zero() => format!("held at {from}"),
            (Condition::Change(change), Some(from)) => format!("{change} from {from}"),
            _ => self.condition(condition),
        };
        let how = match &due.how {
            How::Standing | How::Baseline => String::new(),
            How::Milestone(by) => format!(", by {by}"),
            How::AfterLast(by) => format!(", from {by} on"),
            How::Line { .. } if matches!(condition, Condition::Change(_)) => ", on a straight line".to_owned(),
            How::Line { .. } => format!(", on a straight line from {}", from.as_deref().unwrap_or("the baseline")),
            How::YearShare { whole, gone, of, unit } => {
                let value = self.figures.exact(&whole.value);
                format!(", {gone} of {of} {} of the year's {value}", unit.noun())
            }
            How::Comparator(_) => ", for the same period".to_owned(),
            How::Stated(_) => ", as the strategy states it".to_owned(),
            How::Earlier(period) => format!(", {period}"),
        };
        format!("{asked}{how}")
    }

    /// The value due as a sentence names it: "the 429.9 due by 2012/13".
    pub(super) fn due(&self, due: &Due, shown: &str, period: Period) -> String {
        match &due.how {
            How::Standing => format!("the target of {shown}"),
            How::Milestone(by) => format!("the {shown} due by {by}"),
            How::AfterLast(by) => format!("the {shown} that was due by {by}"),
            How::Line { .. } | How::YearShare { .. } => format!("the {shown} due by {period}"),
            How::Comparator(id) => format!("{} {shown}", possessive(self.strategy.comparator_title(id))),
            How::Stated(id) => format!("the {shown} stated for {}", self.strategy.comparator_title(id)),
            How::Baseline => format!("the baseline of {shown}"),
            How::Earlier(earlier) => format!("the {shown} of {earlier}"),
        }
    }

    /// A track that could not be worked out, and why: "better than London: London has no figure for 2012/13".
    #[must_use]
    pub fn aside(&self, aside: &Aside, period: Option<Period>) -> String {
        let by = aside.by.map(|by| format!(" by {by}")).unwrap_or_default();
        format!("{}{by}: {}", self.condition(&aside.condition), self.aside_reason(aside, period))
    }

    /// Why a track could not be worked out for a period.
    #[must_use]
    pub fn aside_reason(&self, aside: &Aside, period: Option<Period>) -> String {
        let at = period.map(|period| format!(" for {period}")).unwrap_or_default();
        match &aside.reason {
            AsideReason::Watched => "it is watched, not rated".to_owned(),
            AsideReason::NoBaseline => "there is no baseline".to_owned(),
            AsideReason::NoBaselineValue(Some(baseline)) => format!("the baseline of {baseline} has no figure"),
            AsideReason::NoBaselineValue(None) => "the baseline has no figure".to_owned(),
            AsideReason::NoBaselinePeriod => "the baseline has no period to start from".to_owned(),
            AsideReason::BaselineOfZero => "the baseline is 0, and any percentage of it is 0 too".to_owned(),
            AsideReason::BeforeBaseline => "the figure is not later than the baseline it is measured from".to_owned(),
            AsideReason::NoComparatorFigure(id) => {
                format!("{} has no figure{at}", self.strategy.comparator_title(id))
            }
            AsideReason::NoEarlierFigure(Some(earlier)) => format!("there is no figure for {earlier}"),
            AsideReason::NoEarlierFigure(None) => "there is no earlier figure".to_owned(),
            AsideReason::EarlierIncomplete(earlier) => format!("the total of {earlier} lacks amounts"),
            AsideReason::Break(first) => format!("measured in a new way since {first}"),
            AsideReason::Overlap(earlier) => format!("its period overlaps {earlier}"),
            AsideReason::MissingAmounts(missing) => format!("the amount of {} is missing", stretches(missing)),
            AsideReason::NoMilestoneLeft(last) => format!("its last milestone was for {last}"),
        }
    }

    /// A value due for a table: one figure, or a range.
    #[must_use]
    pub fn level(&self, due: &Due, value: &Exact) -> String {
        match &due.level {
            Level::At(level) => self.figures.pair(value, level).1,
            Level::Between(lower, upper) => {
                format!("{} to {}", self.figures.exact(lower), self.figures.exact(upper))
            }
        }
    }
}

/// `London's`, `Statistical neighbours'`.
fn possessive(title: &str) -> String {
    if title.ends_with('s') { format!("{title}'") } else { format!("{title}'s") }
}

/// Periods in a sentence; more than three by the first and the last.
fn stretches(periods: &[Period]) -> String {
    match periods {
        [first, .., last] if periods.len() > 3 => {
            format!("{} periods from {first} to {last}", periods.len())
        }
        _ => text::list(&periods.iter().map(ToString::to_string).collect::<Vec<_>>()),
    }
}
