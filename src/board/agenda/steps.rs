//! The steps about cases that a meeting may take, as the rules of `[escalation]` suggest them.

use super::Row;
use crate::board::{SuggestedStep, Suggestion};
use crate::registers::Level;

/// What is suggested to whoever meets, in the order of the file. A step that was taken since the cut-off is suggested no more.
pub(super) fn suggested<'a>(rows: &[Row<'a>], level: Level) -> Vec<Suggestion<'a>> {
    let of_each = rows.iter().flat_map(|row| row.suggestions.iter().map(move |suggestion| (row, suggestion)));
    let due = of_each.filter(|(row, suggestion)| is_for(row, &suggestion.step, level));
    due.map(|(_, suggestion)| suggestion.clone()).collect()
}

/// Whether a step is theirs to take: the Group opens and raises, and each closes what it has.
fn is_for(row: &Row<'_>, step: &SuggestedStep, level: Level) -> bool {
    let has = |id: &str| row.cases().iter().any(|case| case.id == id && case.standing.level() == level);
    match step {
        SuggestedStep::Open => level == Level::PerformanceGroup && row.cases().is_empty(),
        SuggestedStep::Raise { case } => level == Level::PerformanceGroup && has(case),
        SuggestedStep::Close { case } => has(case),
    }
}
