//! Puts repairs into the text of a file.

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

fn apply_edits(bytes: &[u8], findings: Vec<Finding>) -> (Vec<u8>, Vec<Finding>) {
    let Ok(text) = std::str::from_utf8(bytes) else { return (bytes.to_vec(), Vec::new()) };
    let mut taken: Vec<Edit> = Vec::new();
    let mut made = Vec::new();
    for finding in findings {
        let Some(Change::Edits(edits)) = finding.repair.as_ref().map(|repair| &repair.change) else { continue };
        let is_inside = edits.iter().all(|edit| text.get(edit.span.clone()).is_some());
        let is_free = edits.iter().all(|edit| taken.iter().rev().all(|other| are_apart(edit, other)));
        if is_inside && is_free && !edits.is_empty() {
            taken.extend(edits.iter().cloned());
            made.push(finding);
        }
    }
    taken.sort_by_key(|edit| edit.span.start);
    let mut edited = String::with_capacity(text.len());
    let mut done = 0;
    for edit in &taken {
        edited.push_str(text.get(done..edit.span.start).unwrap_or_default());
        edited.push_str(&edit.text);
        done = edit.span.end;
    }
    edited.push_str(text.get(done..).unwrap_or_default());
    (edited.into_bytes(), made)
}

fn are_apart(one: &Edit, other: &Edit) -> bool {
    one.span.end < other.span.start || other.span.end < one.span.start
}
