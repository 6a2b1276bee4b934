//! The charts of papers.

use crate::board::Dossier;
use crate::document::Chart;

/// One measure over time.
pub fn line(_dossier: &Dossier<'_>) -> Option<Chart> {
    None
}

/// The groups of one measure.
pub fn groups(_dossier: &Dossier<'_>) -> Option<Chart> {
    None
}

/// Several measures over time.
pub fn multiples(_title: &str, _dossiers: &[&Dossier<'_>]) -> Option<Chart> {
    None
}
