//! What changed since the meeting before: ratings, figures, corrections, targets, measures that came or went.

use crate::board::Report;
use crate::document::Block;
use crate::paper::changes;
use crate::time;

/// The table of changes; a sentence where there is none.
pub(super) fn news(report: &Report<'_>) -> Vec<Block> {
    let Some(changes) = &report.changes else {
        return vec![Block::Paragraph(nothing_to_compare(report))];
    };
    let since = changes.before.meeting.map_or(changes.before.as_of, |meeting| meeting);
    let day = time::date::long(since);
    if changes.indicators.is_empty() && changes.cases.is_empty() && changes.objectives.is_empty() {
        return vec![Block::Paragraph(format!(
            "Nothing changed since the meeting of {day}: no rating, no figure, no correction, no target and no case."
        ))];
    }
    let known = format!("Since the meeting of {day}: what became known, and what was revised, corrected or changed.");
    vec![Block::Paragraph(known), Block::Table(changes::table(changes))]
}

/// Why nothing can have changed: no meeting before, or one whose figures were of a day no earlier.
fn nothing_to_compare(report: &Report<'_>) -> String {
    report.occasion.before.map_or_else(
        || "There was no meeting of the Board before to compare with.".to_owned(),
        |before| {
            let day = time::date::long(before.date);
            format!("No figure can be new since the meeting of {day}, which had those known on the same day or later.")
        },
    )
}
