//! Git's own merge of three texts, line by line.

use std::path::Path;

use super::{GitError, command};

/// What merging line by line came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TextMerge {
    Clean(Vec<u8>),
    /// With conflict markers in it.
    Conflicts(Vec<u8>),
    /// The files are no text: there is nothing to merge by.
    NoText,
}

/// Merges three files of which `base` is the common ancestor. Nothing is written.
///
/// # Errors
/// There is no `git`.
pub fn merge_text(base: &Path, ours: &Path, theirs: &Path, marker_size: usize) -> Result<TextMerge, GitError> {
    let mut merge = command::git(Path::new("."));
    merge.args(["merge-file", "-p", "-q", &format!("--marker-size={marker_size}")]);
    merge.args(["-L", "ours", "-L", "base", "-L", "theirs", "--"]).args([ours, base, theirs]);
    let output = command::output(&mut merge)?;
    // The exit status is the number of conflicts; past 127 it is an error, of which files that are no text are the one to expect.
    Ok(match output.status.code() {
        Some(0) => TextMerge::Clean(output.stdout),
        Some(1..=127) => TextMerge::Conflicts(output.stdout),
        _ => TextMerge::NoText,
    })
}
