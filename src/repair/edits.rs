//! Puts repairs into the text of a file.

use std::collections::BTreeMap;

use super::{treatment, treatment_of};
use crate::finding::{Change, Edit, Finding, Treatment};

/// Makes as many of the repairs as can be made at once, and tells which.
///
/// A change of the whole file comes alone, since what was found elsewhere in it then stands somewhere else; of repairs that touch
/// the same part of the text the first is made. The others are found again when the file is read again. A column is added last,
/// when the first row is sure to be the one that names the columns.
pub(super) fn apply_all(bytes: &[u8], findings: impl Iterator<Item = Finding>) -> (Vec<u8>, Vec<Finding>) {
    let (whole, parts): (Vec<Finding>, Vec<Finding>) =
        findings.partition(|finding| finding.repair.as_ref().and_then(treatment_of).is_some());
    let (last, first): (Vec<Finding>, Vec<Finding>) = whole
        .into_iter()
        .partition(|finding| finding.repair.as_ref().and_then(treatment_of) == Some(Treatment::MarkerColumn));
    if let Some(treated) = first.into_iter().find_map(|finding| treat(bytes, finding)) {
        return treated;
    }
    let (edited, made) = apply_edits(bytes, parts);
    if !made.is_empty() {
        return (edited, made);
    }
    last.into_iter().find_map(|finding| treat(bytes, finding)).unwrap_or((edited, made))
}

/// The file after the change of the whole that a finding asks for; nothing where that cannot be made.
fn treat(bytes: &[u8], finding: Finding) -> Option<(Vec<u8>, Vec<Finding>)> {
    let treatment = finding.repair.as_ref().and_then(treatment_of)?;
    let treated = treatment::apply(bytes, treatment)?;
    // The marker itself is still to be moved there.
    let message = match treatment {
        Treatment::MarkerColumn => "there is no column 'marker': one is added".to_owned(),
        _ => finding.message.clone(),
    };
    Some((treated, vec![Finding { message, ..finding }]))
}

/// The edits to be made, by where they begin and then as they came.
type Taken = BTreeMap<(usize, usize), Edit>;

fn apply_edits(bytes: &[u8], findings: Vec<Finding>) -> (Vec<u8>, Vec<Finding>) {
    let Ok(text) = std::str::from_utf8(bytes) else { return (bytes.to_vec(), Vec::new()) };
    let mut taken = Taken::new();
    let mut made = Vec::new();
    for finding in findings {
        let Some(Change::Edits(edits)) = finding.repair.as_ref().map(|repair| &repair.change) else { continue };
        let is_inside = edits.iter().all(|edit| text.get(edit.span.clone()).is_some());
        if is_inside && edits.iter().all(|edit| is_free(&taken, edit)) && !edits.is_empty() {
            for edit in edits {
                taken.insert((edit.span.start, taken.len()), edit.clone());
            }
            made.push(finding);
        }
    }
    let mut edited = String::with_capacity(text.len());
    let mut done = 0;
    for edit in taken.values() {
        edited.push_str(text.get(done..edit.span.start).unwrap_or_default());
        edited.push_str(&edit.text);
        done = edit.span.end;
    }
    edited.push_str(text.get(done..).unwrap_or_default());
    (edited.into_bytes(), made)
}

/// Whether an edit neither overlaps nor touches one that is taken. Those are apart from one another, so that the last of them to
/// begin before its end is the only one that can.
fn is_free(taken: &Taken, edit: &Edit) -> bool {
    let last = taken.range(..=(edit.span.end, usize::MAX)).next_back();
    last.is_none_or(|(_, last)| last.span.end < edit.span.start)
}
