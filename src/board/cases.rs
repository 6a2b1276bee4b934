//! The cases: who has them, since when, and whether they may close.

use super::suggestions::{Suggestion, suggestions};
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
    /// What may come next, in the order of the strategy.
    pub suggestions: Vec<Suggestion<'a>>,
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
        let of_each = workspace.each(&strategy.indicators.values().collect::<Vec<_>>(), None, |indicator, loaded| {
            let disclosed = loaded.readings.as_ref().map(Readings::disclosed);
            let readings = disclosed.as_deref();
            let standing = circumstances.standing(indicator, readings);
            let suggested = suggestions(&circumstances, &standing, readings);
            (ListedCase::about(&circumstances, indicator, readings), suggested)
        });
        let (rows, suggestions): (Vec<_>, Vec<_>) = of_each.into_iter().unzip();
        let mut rows: Vec<ListedCase<'a>> = rows.into_iter().flatten().collect();
        let later = registers.cases.as_ref().map_or(0, Vec::len).saturating_sub(rows.len());
        rows.retain(|row| which == WhichCases::All || row.is_open());
        Self {
            strategy,
            occasion,
            which,
            open: rows.iter().filter(|row| row.is_open()).count(),
            rows,
            later,
            // Where the log cannot be read, what is open is not known.
            suggestions: if registers.cases.is_some() {
                suggestions.into_iter().flatten().collect()
            } else {
                Vec::new()
            },
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
        let cases = circumstances.cases_on_day(indicator, readings);
        if cases.is_empty() {
            return Vec::new();
        }
        let known = readings.map(|readings| readings.known(circumstances.occasion.as_of));
        let latest = known.and_then(|known| known.latest().map(|row| row.period));
        let remark = circumstances.remark(&indicator.id, latest);
        let listed = cases.into_iter().map(|case| {
            let recovery = case.recovery().or_else(|| remark.recovery());
            Self { indicator, case, recovery }
        });
        listed.collect()
    }

    #[must_use]
    pub fn is_open(&self) -> bool {
        matches!(self.case.standing.stage, Stage::With(_))
    }
}
