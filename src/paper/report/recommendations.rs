//! What the Board is asked to do, by what the figures, the cases and the leads ask of it.

use super::ahead;
use crate::board::{Matter, Report};
use crate::commentary::Ask;
use crate::document::{Block, Inline, Passage, Prose};
use crate::text;

/// The recommendations, numbered.
pub(super) fn recommendations(report: &Report<'_>) -> Vec<Block> {
    let items = asked(report);
    let item = |words: String| vec![Passage::Paragraph(vec![Inline::Text(words)])];
    let list = Passage::List { first: Some(1), items: items.into_iter().map(item).collect() };
    vec![Block::Paragraph("That the Board:".to_owned()), Block::Prose(Prose(vec![list]))]
}

fn asked(report: &Report<'_>) -> Vec<String> {
    let exceptions = &report.exceptions;
    let mut items = vec!["notes the position on every measure, and its direction of travel.".to_owned()];
    if !exceptions.rows.is_empty() {
        let count = text::count(exceptions.rows.len(), "exception");
        items.push(format!("considers the {count}, and agrees or amends what is being done about each."));
    }
    items.extend(cases(report));
    items.extend(asks(report));
    if report.position.summary.overdue > 0 {
        let measures = text::count(report.position.summary.overdue, "measure");
        items.push(format!("asks the leads named to supply the overdue figures of {measures}, or say when they will."));
    }
    items.extend(reports(report));
    items.extend(focus(report));
    items.push("notes the forward plan.".to_owned());
    items
}

/// The cases that wait for a decision, and those whose level is met.
fn cases(report: &Report<'_>) -> Vec<String> {
    let open = report
        .exceptions
        .rows
        .iter()
        .flat_map(|row| row.standing.response.cases.iter().map(|case| (row.standing.indicator, case)));
    let mut items = Vec::new();
    for (indicator, case) in open {
        if case.waits_for_the_board() {
            items.push(format!(
                "decides on remedial action for {} (case {}), and at which level the case may close.",
                indicator.title, case.id
            ));
        } else if case.is_met == Some(true) && case.standing.level() == crate::registers::Level::Board {
            items.push(format!("agrees to close case {} about {}: its agreed level is met.", case.id, indicator.title));
        }
    }
    items
}

/// What the leads ask for beyond noting.
fn asks(report: &Report<'_>) -> Vec<String> {
    let measures = report.exceptions.rows.iter().filter_map(|row| {
        let ask = row.standing.response.remark.section()?.ask?;
        Some((ask, row.standing.indicator.title.as_str(), report.strategy.lead_title(&row.standing.indicator.lead)))
    });
    let objectives = report.exceptions.objectives.iter().filter_map(|row| {
        let ask = row.remark.section()?.ask?;
        let lead = row.objective.leads.first().map_or("its lead", |id| report.strategy.lead_title(id));
        Some((ask, row.objective.title.as_str(), lead))
    });
    let asked = measures.chain(objectives).filter_map(|(ask, title, lead)| match ask {
        Ask::Note => None,
        Ask::Support => Some(format!("supports {lead} on {title}, as it asks.")),
        Ask::Decide => Some(format!("decides on {title}, as {lead} asks.")),
    });
    asked.collect()
}

/// The reports that this meeting is to be given.
fn reports(report: &Report<'_>) -> Option<String> {
    let due = &report.agenda.as_ref().filter(|_| report.matter == Matter::Meeting)?.reports;
    let titles: Vec<String> = due.iter().map(ahead::title).collect();
    (!titles.is_empty()).then(|| format!("receives {}.", text::list(&titles)))
}

/// The measure that the next meeting may look at closely.
fn focus(report: &Report<'_>) -> Option<String> {
    let next = report.next.as_ref()?;
    let titles: Vec<&str> = next.focus.iter().map(|focus| focus.indicator.title.as_str()).collect();
    let day = crate::time::date::long(next.sitting.date);
    (!titles.is_empty()).then(|| format!("agrees to look closely at {} on {day}.", text::list(&titles)))
}
