//! One line a finding: `path:line:col: error[code]: message`, for editors and for grep.

use std::fmt::Write;

use super::Finding;
use crate::text;

/// The findings, a line each; empty for none.
#[must_use]
pub fn short(findings: &[Finding]) -> String {
    let mut lines = String::new();
    for finding in findings {
        let more = match finding.more {
            0 => String::new(),
            more => format!(" (and {more} more like this)"),
        };
        // Writing to a string does not fail.
        let _ = writeln!(
            lines,
            "{}: {}[{}]: {}{more}",
            text::visible(&finding.location()),
            finding.severity.name(),
            finding.code.name(),
            text::visible(&finding.message),
        );
    }
    lines
}
