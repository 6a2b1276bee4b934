//! What a finding says where it stands beside the line in somebody's review.

use super::Finding;
use crate::text;

/// The message and the cell to go to, in one line.
pub(super) fn headline(finding: &Finding) -> String {
    let cell = finding.place.as_ref().and_then(|place| place.cell.as_ref());
    let cell = cell.map(|cell| format!(" (cell {cell})")).unwrap_or_default();
    format!("{}{cell}", text::visible(&finding.message))
}

/// What the second place has to do with it; nothing where there is none.
pub(super) fn related(finding: &Finding) -> Option<String> {
    let related = finding.related.as_ref()?;
    Some(format!("line {}: {}", related.place.line, text::visible(&related.note)))
}

/// What comes after the headline, a line each: how to mend it, and how many more there are.
pub(super) fn advice(finding: &Finding) -> Vec<String> {
    let help = finding.help.as_ref().map(|help| format!("help: {}", text::visible(help)));
    let more = (finding.more > 0).then(|| format!("and {} more like this in this file", finding.more));
    help.into_iter().chain(more).collect()
}
