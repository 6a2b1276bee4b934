//! How a command ends that would leave a file with errors, or finds it with errors.

use hwb::finding::{Finding, Severity, Tally};
use hwb::text;

/// That nothing was written, since the first file that is named `has`, or `would have`, errors; and where to read on.
pub fn nothing_written(findings: &[Finding], has: &str) -> String {
    let errors = Tally::of(0, findings).errors;
    let first = findings.iter().find(|finding| finding.severity == Severity::Error);
    let path = first.map(|finding| text::visible(&finding.path)).unwrap_or_default();
    let code = first.map(|finding| finding.code.name()).unwrap_or_default();
    format!(
        "\nerror: {path} {has} {}; nothing was written\nNext: hwb explain {code} says what that finding means and how to mend it.\n",
        text::count(errors, "error")
    )
}
