//! The measure in focus: its whole history, what is done about it, and what to ask the lead.

use super::{exceptions, figures, measures};
use crate::board::{Chosen, Dossier, Focus, Report};
use crate::document::Block;
use crate::judge::{Course, RatingLevel};
use crate::paper::prose::prose;
use crate::time;

/// A part for each measure in focus; nothing where the meeting has none.
pub(super) fn focus(report: &Report<'_>) -> Vec<Block> {
    let focus = report.agenda.as_ref().map(|agenda| agenda.focus.as_slice()).unwrap_or_default();
    focus.iter().flat_map(|focus| part(report, focus)).collect()
}

fn part(report: &Report<'_>, focus: &Focus<'_>) -> Vec<Block> {
    let Some(dossier) = report.dossier(focus.indicator) else { return Vec::new() };
    let chosen = match focus.chosen {
        Chosen::Declared => "Chosen for this meeting.".to_owned(),
        Chosen::Proposed => format!("Proposed for this meeting: {}.", focus.reason),
    };
    let last = focus.last.map(|day| format!(" The Board last looked closely at it on {}.", time::date::long(day)));
    let mut blocks =
        vec![Block::Paragraph(format!("{chosen}{}", last.unwrap_or_default())), Block::Facts(measures::facts(dossier))];
    blocks.extend(figures::all(dossier));
    blocks.extend(dossier.commentary.first().filter(|section| !section.body.is_empty()).map(|section| {
        Block::Section {
            title: format!("What the lead says, {}", section.period),
            blocks: vec![Block::Prose(prose(&section.body))],
        }
    }));
    blocks.extend(exceptions::actions_table(report, &dossier.actions, &focus.indicator.title));
    blocks.push(Block::Section {
        title: "Questions for the lead".to_owned(),
        blocks: vec![Block::List(questions(dossier))],
    });
    vec![Block::Section { title: focus.indicator.title.clone(), blocks }]
}

/// What follows from where it stands.
fn questions(dossier: &Dossier<'_>) -> Vec<String> {
    let verdict = &dossier.standing.verdict;
    let mut questions = Vec::new();
    match verdict.level() {
        Some(RatingLevel::Green) => questions.push("What has worked, and can it be kept up, and used elsewhere?"),
        Some(RatingLevel::Amber | RatingLevel::Red) => {
            questions.push("Why is the target missed, and what is in the Board's power to change?");
            questions.push("By when will it be met, and what has to happen by the next meeting?");
        }
        None => questions.push("What is needed before it can be judged, and from whom?"),
    }
    if verdict.direction.as_ref().is_some_and(|direction| direction.told().course == Course::Worsening) {
        questions.push("What changed when it began to worsen?");
    }
    if verdict.is_overdue() {
        questions.push("Why is the figure late, and when will it come?");
    }
    if !dossier.readings.comparators.is_empty() {
        questions.push("What do places that do better do otherwise?");
    }
    questions.push("Who does worse than the figure for all, and what is done for them?");
    questions.into_iter().map(str::to_owned).collect()
}
