//! What the Board has looked at before: its meetings so far, and what it decided about cases there.

use crate::board::Report;
use crate::document::Block;
use crate::registers::Step;
use crate::time;

/// How many of the latest meetings are named.
const NAMED: usize = 4;

/// The latest meetings, each with its decisions; a sentence where there was none.
pub(super) fn previous(report: &Report<'_>) -> Vec<Block> {
    let strategy = report.strategy;
    let day = report.occasion.day();
    let held =
        day.pred_opt().map(|last| strategy.sittings(None, strategy.first_day_of(None), last)).unwrap_or_default();
    let lines: Vec<String> = held
        .iter()
        .rev()
        .take(NAMED)
        .map(|sitting| {
            let decided = decisions(report, sitting.date);
            let decided = if decided.is_empty() { String::new() } else { format!(": {}", decided.join("; ")) };
            let title = sitting.title().map(|title| format!(", {title}")).unwrap_or_default();
            format!("Board meeting of {}{title}{decided}.", time::date::long(sitting.date))
        })
        .collect();
    if lines.is_empty() {
        return vec![Block::Paragraph("The Board has not looked at these figures before.".to_owned())];
    }
    vec![Block::List(lines)]
}

/// What was decided about cases on a day.
fn decisions(report: &Report<'_>, day: chrono::NaiveDate) -> Vec<String> {
    let cases = report.dossiers.values().flat_map(|dossier| dossier.cases.iter().map(move |case| (dossier, case)));
    let decided = cases.flat_map(|(dossier, case)| {
        let on_day =
            case.events.iter().filter(move |event| event.date == day && matches!(event.step, Step::Decided(_)));
        on_day.map(move |_| format!("case {} about {} decided", case.id, dossier.standing.indicator.title))
    });
    let mut decided: Vec<String> = decided.collect();
    decided.sort();
    decided
}
