//! What is found in a file of commentary with a comment that was not found before.

use chrono::NaiveDate;

use super::{Comment, NotCommented, There};
use crate::board::added::added;
use crate::commentary::{Draft, Section};
use crate::files::Unreadable;
use crate::finding::{Code, Finding, Findings, Severity};
use crate::workspace::Workspace;

/// The warnings that the comment brings.
///
/// # Errors
/// The errors and warnings that it would bring, where there are errors among them, or where the file would not say what was meant.
pub(super) fn new_findings(
    now: &Workspace,
    after: &Workspace,
    there: &There,
    comment: &Comment,
    draft: &Draft,
    today: NaiveDate,
) -> Result<Vec<Finding>, NotCommented> {
    let before = now.check(&there.path, there.text.as_bytes(), Some(today), Findings::new());
    let found = match after.bytes(&there.path) {
        Ok(bytes) => after.check(&there.path, &bytes, Some(today), Findings::new()),
        Err(unreadable) => return Err(NotCommented::Refused(vec![not_kept(&there.path, &unreadable)])),
    };
    let mut new = added(&after.strategy, &before, found);
    if !is_kept(after, there, comment, draft) {
        let message = "the text would be read otherwise than it was written";
        new.push(Finding::new(Code::FieldInText, &there.path, message).error());
    }
    let has_errors = new.iter().any(|finding| finding.severity == Severity::Error);
    if has_errors { Err(NotCommented::Refused(new)) } else { Ok(new) }
}

/// Whether the section, read back, says what it is to say, and every other what it said.
fn is_kept(after: &Workspace, there: &There, comment: &Comment, draft: &Draft) -> bool {
    let Some(read_back) = after.commentary(&comment.id).commentary else { return true };
    let says = |section: &Section| (section.period, Draft::of(section));
    let mut expected: Vec<_> = there.commentary.sections.iter().map(says).collect();
    expected.retain(|(period, _)| *period != comment.period);
    let mut found: Vec<_> = read_back.sections.iter().map(says).collect();
    let own = found.iter().position(|(period, _)| *period == comment.period).map(|at| found.remove(at));
    own.is_some_and(|(_, own)| own == *draft) && found == expected
}

fn not_kept(path: &str, unreadable: &Unreadable) -> Finding {
    Finding::new(Code::NotAFile, path, format!("the file could not be read again: {unreadable}"))
}
