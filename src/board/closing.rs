//! Cases that the Board closed before they had reached the level it had agreed.

use std::collections::BTreeMap;

use super::response::is_met;
use crate::finding::Findings;
use crate::readings::Readings;
use crate::registers::{Case, Stage, Unexplained};
use crate::workspace::{Registers, Workspace};

/// What is wrong with the registers, with the cases among it that were closed too early and without a note.
pub(super) fn findings(workspace: &Workspace, registers: Registers) -> Findings {
    let mut findings = registers.findings;
    let cases = registers.cases.unwrap_or_default();
    for (indicator, closed) in by_indicator(&cases, registers.unexplained) {
        let Some(indicator) = workspace.strategy.indicators.get(indicator) else { continue };
        let loaded = workspace.load(indicator, None);
        let Some(readings) = loaded.readings.as_ref().map(Readings::disclosed) else { continue };
        for (case, unexplained) in closed {
            let standing = case.standing();
            let Stage::Closed { on, .. } = standing.stage else { continue };
            if is_met(&standing, (&workspace.strategy, indicator, &readings), on) == Some(false) {
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
