//! The figures of one measure in a paper: its chart and the table beside it.

use crate::board::Dossier;
use crate::document::Block;
use crate::paper::{charts, readings};

/// How many of the latest periods a paper's table has; the files have all of them.
const RECENT: usize = 12;

/// The chart of a measure, its groups', and the latest figures in a table; nothing where it has none.
pub(super) fn latest(dossier: &Dossier<'_>) -> Vec<Block> {
    figures(dossier, RECENT)
}

/// The same with every figure.
pub(super) fn all(dossier: &Dossier<'_>) -> Vec<Block> {
    figures(dossier, usize::MAX)
}

fn figures(dossier: &Dossier<'_>, most: usize) -> Vec<Block> {
    if dossier.standing.verdict.latest.is_none() {
        return Vec::new();
    }
    let charts = [charts::line(dossier), charts::groups(dossier)].into_iter().flatten().map(Block::Chart);
    charts.chain(readings::recent(dossier, most).into_iter().map(Block::Table)).collect()
}
