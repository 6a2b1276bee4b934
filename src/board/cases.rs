//! The cases: who has them, since when, and whether they may close.

use super::{CaseOnDay, Circumstances, Occasion};
use crate::readings::Readings;
use crate::registers::Stage;
use crate::strategy::{Indicator, Strategy};
use crate::time::Period;
use crate::workspace::{Registers, Workspace};

/// The cases of an occasion.
#[derive(Debug)]
pub struct Cases<'a> {
    pub strategy: &'a Strategy,
    pub occasion: Occasion<'a>,
    pub which: WhichCases,
    /// In the order of the strategy, those about one indicator in that of the log.
    pub rows: Vec<ListedCase<'a>>,
    /// How many of the rows are open.
    pub open: usize,
    /// How many cases were opened after the day.
    pub later: usize,
    /// Nothing could be listed, since the log has errors.
    pub is_unreadable: bool,
}

/// Which cases are listed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum WhichCases {
    #[default]
    Open,
    /// Those that are over too.
    All,
}

/// A case with the indicator that it is about.
#[derive(Debug)]
pub struct ListedCase<'a> {
    pub indicator: &'a Indicator,
    pub case: CaseOnDay,
    /// By which period recovery is expected: as the Board decided, else as the commentary says.
    pub recovery: Option<Period>,
}

impl<'a> Cases<'a> {
    /// The cases on an occasion.
    #[must_use]
    pub fn of(workspace: &'a Workspace, registers: &Registers, occasion: Occasion<'a>, which: WhichCases) -> Self {
        let circumstances = Circumstances::of(workspace, occasion);
        let strategy = &workspace.strategy;
        let has_case = |indicator: &&Indicator| circumstances.cases_about(indicator).next().is_some();
        let about: Vec<&Indicator> = strategy.indicators.values().filter(has_case).collect();
        let of_each = workspace.each(&about, None, |indicator, loaded| {
            let disclosed = loaded.readings.as_ref().map(Readings::disclosed);
            ListedCase::about(&circumstances, indicator, disclosed.as_deref())
        });
        let mut rows: Vec<ListedCase<'a>> = of_each.into_iter().flatten().collect();
        let later = registers.cases.as_ref().map_or(0, Vec::len).saturating_sub(rows.len());
        rows.retain(|row| which == WhichCases::All || row.is_open());
        Self {
            strategy,
            occasion,
            which,
            open: rows.iter().filter(|row| row.is_open()).count(),
            rows,
            later,
            is_unreadable: registers.cases.is_none(),
        }
    }
}

impl<'a> ListedCase<'a> {
    fn about(
        circumstances: &Circumstances<'a>,
        indicator: &'a Indicator,
        readings: Option<&Readings>,
    ) -> Vec<ListedCase<'a>> {
        let latest =
            readings.and_then(|readings| readings.known(circumstances.occasion.as_of).latest().map(|row| row.period));
        let remark = circumstances.remark(&indicator.id, latest);
        let expected = remark.section().and_then(|section| section.recovery);
        let cases = circumstances.cases_on_day(indicator, readings);
        let listed = cases.into_iter().map(|case| {
            let decided = case.standing.decision.and_then(|(_, decision)| decision.recovery);
            Self { indicator, recovery: decided.or(expected), case }
        });
        listed.collect()
    }

    #[must_use]
    pub fn is_open(&self) -> bool {
        matches!(self.case.standing.stage, Stage::With(_))
    }
}
