//! The cases: who has them, since when, and whether they may close.

use chrono::NaiveDate;

use super::closing::has_reached_its_level;
use crate::registers::{self, Case, Event};
use crate::strategy::{Indicator, Strategy};
use crate::time::Period;
use crate::workspace::{Registers, Workspace};

/// The cases of a day.
#[derive(Debug)]
pub struct Cases<'a> {
    pub strategy: &'a Strategy,
    pub as_of: NaiveDate,
    pub which: WhichCases,
    /// In the order in which they were opened in the log.
    pub rows: Vec<CaseOnDay<'a>>,
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

/// A case as it stood at the end of a day.
#[derive(Debug)]
pub struct CaseOnDay<'a> {
    pub id: String,
    pub indicator: &'a Indicator,
    pub standing: registers::Standing,
    /// Whether performance has reached the level at which the case may close; nothing where none was agreed, or the readings
    /// cannot be used.
    pub is_level_reached: Option<bool>,
    /// The period by which recovery is expected, as it was decided.
    pub recovery: Option<Period>,
    /// The latest thing that happened to it by then.
    pub last: Event,
}

impl<'a> Cases<'a> {
    /// The cases on a day.
    #[must_use]
    pub fn on(workspace: &'a Workspace, registers: &Registers, which: WhichCases, as_of: NaiveDate) -> Self {
        let cases = registers.cases.as_deref().unwrap_or_default();
        let mut rows: Vec<CaseOnDay<'a>> =
            cases.iter().filter_map(|case| CaseOnDay::on(workspace, case, as_of)).collect();
        let later = cases.len() - rows.len();
        rows.retain(|row| which == WhichCases::All || row.standing.is_open());
        Self {
            strategy: &workspace.strategy,
            as_of,
            which,
            open: rows.iter().filter(|row| row.standing.is_open()).count(),
            rows,
            later,
            is_unreadable: registers.cases.is_none(),
        }
    }
}

impl<'a> CaseOnDay<'a> {
    /// Nothing where the case was not opened by then.
    fn on(workspace: &'a Workspace, case: &Case, as_of: NaiveDate) -> Option<Self> {
        let standing = case.standing_on(as_of)?;
        let indicator = workspace.strategy.indicators.get(&case.indicator)?;
        let last = case.events().iter().rev().find(|event| event.date <= as_of)?.clone();
        let readings = standing.acceptable().and_then(|_| workspace.load(indicator, None).readings);
        let is_level_reached = readings
            .and_then(|readings| has_reached_its_level(&workspace.strategy, indicator, &readings, &standing, as_of));
        let recovery = standing.decision.and_then(|(_, decision)| decision.recovery);
        Some(Self { id: case.id.clone(), indicator, standing, is_level_reached, recovery, last })
    }
}
