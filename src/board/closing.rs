//! Whether cases reached the level at which they may close; and those that the Board closed before they did.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use crate::finding::Findings;
use crate::judge::{Series, is_acceptable};
use crate::readings::Readings;
use crate::registers::{self, Case, Stage, Unexplained};
use crate::strategy::{Indicator, Strategy};
use crate::workspace::{Registers, Workspace};

/// What is wrong with the registers, with the cases among it that were closed too early and without a note.
pub(super) fn findings(workspace: &Workspace, registers: Registers) -> Findings {
    let mut findings = registers.findings;
    let cases = registers.cases.unwrap_or_default();
    for (indicator, closed) in by_indicator(&cases, registers.unexplained) {
        let Some(indicator) = workspace.strategy.indicators.get(indicator) else { continue };
        let Some(readings) = workspace.load(indicator, None).readings else { continue };
        for (case, unexplained) in closed {
            let standing = case.standing();
            let Stage::Closed { on, .. } = standing.stage else { continue };
            if has_reached_its_level(&workspace.strategy, indicator, &readings, &standing, on) == Some(false) {
                findings.push(unexplained.finding);
            }
        }
    }
    findings
}

/// The cases to look at, by the indicator they are about, so that its readings are loaded once.
fn by_indicator(cases: &[Case], unexplained: Vec<Unexplained>) -> BTreeMap<&str, Vec<(&Case, Unexplained)>> {
    let mut by_indicator: BTreeMap<&str, Vec<(&Case, Unexplained)>> = BTreeMap::new();
    for unexplained in unexplained {
        if let Some(case) = cases.get(unexplained.case) {
            by_indicator.entry(&case.indicator).or_default().push((case, unexplained));
        }
    }
    by_indicator
}

/// Whether a case has reached its level by what is known on a day; nothing where no level was agreed.
pub(super) fn has_reached_its_level(
    strategy: &Strategy,
    indicator: &Indicator,
    readings: &Readings,
    standing: &registers::Standing,
    on: NaiveDate,
) -> Option<bool> {
    let (decided, decision) = standing.decision?;
    let acceptable = decision.acceptable?;
    let known_then = readings.known(decided).latest().map(|row| row.period);
    let series = Series::new(strategy, indicator, readings, on);
    Some(is_acceptable(&series, acceptable, known_then))
}
