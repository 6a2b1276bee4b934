//! What hwb suggests about cases: where one meets the rule for being opened, raised or closed. People decide.

use super::{CaseOnDay, Circumstances, Standing};
use crate::judge::{self, RatingLevel, Series};
use crate::readings::Readings;
use crate::registers::writing::is_id;
use crate::registers::{Level, Stage};
use crate::strategy::{EscalationRules, Indicator};
use crate::{text, time};

/// A step that may be due.
#[derive(Debug, Clone)]
pub struct Suggestion<'a> {
    pub indicator: &'a Indicator,
    pub step: SuggestedStep,
    /// Why, in a sentence without a full stop.
    pub reason: String,
}

/// Which step, of which case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SuggestedStep {
    Open,
    Raise { case: String },
    Close { case: String },
}

impl Suggestion<'_> {
    /// The command that takes the step, but for the words of a note. A case whose id would have to be put in quotes is named by its
    /// indicator.
    #[must_use]
    pub fn command(&self) -> String {
        let indicator = &self.indicator.id;
        let name = self.step.case().filter(|case| is_id(case)).unwrap_or(indicator);
        match self.step {
            SuggestedStep::Open => format!("hwb escalate open {indicator} --note \"...\""),
            SuggestedStep::Raise { .. } => format!("hwb escalate raise {name} --note \"...\""),
            SuggestedStep::Close { .. } => format!("hwb escalate close {name}"),
        }
    }
}

impl SuggestedStep {
    /// `open`, `raise` or `close`.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Raise { .. } => "raise",
            Self::Close { .. } => "close",
        }
    }

    /// The id of the case; nothing where there is none yet.
    #[must_use]
    pub fn case(&self) -> Option<&str> {
        match self {
            Self::Open => None,
            Self::Raise { case } | Self::Close { case } => Some(case),
        }
    }
}

/// What is suggested about an indicator; nothing about one that is not in use on the day, or is managed elsewhere.
pub(super) fn suggestions<'a>(
    circumstances: &Circumstances<'a>,
    standing: &Standing<'a>,
    readings: Option<&Readings>,
) -> Vec<Suggestion<'a>> {
    let indicator = standing.indicator;
    let as_of = circumstances.occasion.as_of;
    let Some(readings) = readings.filter(|_| indicator.is_current(as_of) && indicator.managed_by.is_none()) else {
        return Vec::new();
    };
    let looked_at = LookedAt {
        rules: circumstances.strategy().escalation,
        series: Series::new(circumstances.strategy(), indicator, readings, as_of),
        readings,
        level: standing.verdict.level(),
    };
    let found = match standing.response.cases.as_slice() {
        [] => looked_at.to_open().into_iter().collect(),
        open => open.iter().filter_map(|case| looked_at.about(case)).collect::<Vec<_>>(),
    };
    found.into_iter().map(|(step, reason)| Suggestion { indicator, step, reason }).collect()
}

/// What a suggestion goes by.
struct LookedAt<'r> {
    rules: EscalationRules,
    series: Series<'r>,
    readings: &'r Readings,
    /// The rating's level now; nothing where it has none.
    level: Option<RatingLevel>,
}

impl LookedAt<'_> {
    fn to_open(&self) -> Option<(SuggestedStep, String)> {
        let running = judge::red_running(&self.series);
        let wanted = usize::try_from(self.rules.open_after).unwrap_or(usize::MAX);
        let is_due = self.level == Some(RatingLevel::Red) && running >= wanted;
        is_due.then(|| {
            let at = if running > 1 { format!(" at its latest {running} readings") } else { String::new() };
            (SuggestedStep::Open, format!("off target{at}, and no case is open"))
        })
    }

    fn about(&self, case: &CaseOnDay) -> Option<(SuggestedStep, String)> {
        let id = || case.id.clone();
        match case.standing.stage {
            Stage::With(Level::Board) if case.is_met == Some(true) => {
                let level = case.standing.acceptable().map(|level| level.to_string()).unwrap_or_default();
                let reason = format!("case {} has met {level}, the level at which it may close", case.id);
                Some((SuggestedStep::Close { case: id() }, reason))
            }
            Stage::With(Level::PerformanceGroup) if self.has_recovered(case) => {
                let opened = time::date::day(case.standing.opened);
                let reason = format!("on target again, since case {} was opened on {opened}", case.id);
                Some((SuggestedStep::Close { case: id() }, reason))
            }
            Stage::With(Level::PerformanceGroup) => {
                let later = self.red_since(case)?;
                let opened = time::date::day(case.standing.opened);
                let readings = text::count(later, "later reading");
                let reason = format!("still off target at {readings}, since case {} was opened on {opened}", case.id);
                Some((SuggestedStep::Raise { case: id() }, reason))
            }
            Stage::With(Level::Board) | Stage::Closed { .. } => None,
        }
    }

    /// Whether it is on target now and was not when a case was opened.
    fn has_recovered(&self, case: &CaseOnDay) -> bool {
        let (strategy, indicator) = (self.series.strategy, self.series.indicator);
        let then = judge::judge(strategy, indicator, Some(self.readings), case.standing.opened);
        self.level == Some(RatingLevel::Green) && then.level() != Some(RatingLevel::Green)
    }

    /// How many readings there are of periods later than the latest that was known when a case was opened; nothing where one of
    /// them is not red, or there are too few.
    fn red_since(&self, case: &CaseOnDay) -> Option<usize> {
        let known_then = self.readings.known(case.standing.opened).latest().map(|row| row.period);
        let is_later = |period: time::Period| known_then.is_none_or(|known| period > known);
        let rows = self.series.known.rows().iter();
        let later = rows.filter(|row| row.value.is_some() && is_later(row.period)).count();
        let wanted = usize::try_from(self.rules.raise_after).unwrap_or(usize::MAX);
        let are_red =
            later.min(judge::MOST) <= judge::red_running(&self.series) && self.level == Some(RatingLevel::Red);
        (later >= wanted && are_red).then_some(later)
    }
}
