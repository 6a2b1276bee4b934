//! The lock that a command takes before it writes.

use std::path::Path;

use hwb::files::{NotWritten, WriteLock};

use super::{Ended, Refusal, complain};

/// Takes the lock of a strategy's folder, and says so where it has to wait for another.
///
/// # Errors
/// Why nothing can be written here now.
pub fn take(root: &Path) -> Result<WriteLock, Refusal> {
    let waits = || complain("another hwb is writing here; waiting for it to end\n");
    WriteLock::take(root, waits).map_err(|refused| nothing_written(&refused))
}

/// Why nothing was written, and what to do about it.
pub fn nothing_written(refused: &NotWritten) -> Refusal {
    not_written(refused, "nothing was written")
}

/// Why a file was not written, what that leaves, and what to do about it.
pub fn not_written(refused: &NotWritten, left: &str) -> Refusal {
    let message = match refused {
        NotWritten::Unfinished { .. } => refused.to_string(),
        _ => format!("{refused}; {left}"),
    };
    Refusal { ended: Ended::CouldNotRun, message, help: Some(refused.help()) }
}
