//! What a chapter promised: its objectives, with what is done about each and who answers for it.

use super::exceptions::actions_table;
use crate::board::{ActionOnDay, PaperObjective, Report};
use crate::document::Block;
use crate::paper::prose::prose;
use crate::text;

/// A part for each objective; nothing where there is none.
pub(super) fn objectives(report: &Report<'_>) -> Vec<Block> {
    let parts = report.objectives.iter().map(|objective| part(report, objective));
    let without = report.position.rows.iter().filter(|row| row.indicator.objective.is_none());
    let actions: Vec<ActionOnDay> = without.flat_map(|row| row.response.actions.iter()).cloned().collect();
    parts.chain(actions_table(report, &actions, "measures of no objective")).collect()
}

fn part(report: &Report<'_>, own: &PaperObjective<'_>) -> Block {
    let strategy = report.strategy;
    let leads: Vec<&str> = own.objective.leads.iter().map(|id| strategy.lead_title(id)).collect();
    let mut facts = vec![("Leads".to_owned(), text::list(&leads))];
    facts.push(("Measured by".to_owned(), measures(report, own)));
    facts.retain(|(_, fact)| !fact.is_empty());
    let mut blocks = vec![Block::Facts(facts)];
    blocks.extend(
        own.remark
            .section()
            .filter(|section| !section.body.is_empty())
            .map(|section| Block::Prose(prose(&section.body))),
    );
    let measures = report.position.rows.iter().filter(|row| row.indicator.objective.as_deref() == Some(own.id));
    let of_measures = measures.flat_map(|row| row.response.actions.iter());
    let actions: Vec<ActionOnDay> = own.actions.iter().chain(of_measures).cloned().collect();
    blocks.extend(actions_table(report, &actions, &own.objective.title));
    Block::Section { title: own.objective.title.clone(), blocks }
}

/// The measures of an objective, with where each stands.
pub(super) fn measures(report: &Report<'_>, own: &PaperObjective<'_>) -> String {
    let rows = report.position.rows.iter().filter(|row| row.indicator.objective.as_deref() == Some(own.id));
    let told: Vec<String> =
        rows.map(|row| format!("{} ({})", row.indicator.title, row.verdict.state.words())).collect();
    if told.is_empty() { "no measure: the strategy sets none".to_owned() } else { text::list(&told) }
}
