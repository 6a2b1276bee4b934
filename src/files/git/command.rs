//! How git is run: told nothing by the caller's environment that a hook's would tell it wrongly, and never waiting for anyone.

use std::ffi::OsString;
use std::path::Path;
use std::process::{Command, Output, Stdio};

use super::GitError;

/// Names another index than the repository's own.
pub(super) const INDEX: &str = "GIT_INDEX_FILE";

/// What git sets for its hooks, about the repository they run in: paths that are relative to another folder, or of another
/// repository than the one asked about. The repository is found from the strategy's folder instead.
const OF_THE_CALLER: [&str; 11] = [
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_IMPLICIT_WORK_TREE",
    "GIT_COMMON_DIR",
    "GIT_OBJECT_DIRECTORY",
    "GIT_ALTERNATE_OBJECT_DIRECTORIES",
    "GIT_GRAFT_FILE",
    "GIT_SHALLOW_FILE",
    "GIT_PREFIX",
    "GIT_INTERNAL_SUPER_PREFIX",
    INDEX,
];

/// Git, ready to run in a folder: in its own language, with no pager, prompt, lock or network.
pub(super) fn git(folder: &Path) -> Command {
    let mut command = Command::new("git");
    command.arg("-C").arg(folder).args(["--no-pager", "-c", "core.fsmonitor=false"]).stdin(Stdio::null());
    for name in OF_THE_CALLER {
        command.env_remove(name);
    }
    command.envs([
        ("LC_ALL", "C"),
        ("GIT_OPTIONAL_LOCKS", "0"),
        ("GIT_TERMINAL_PROMPT", "0"),
        ("GIT_LITERAL_PATHSPECS", "1"),
        ("GIT_NO_LAZY_FETCH", "1"),
    ]);
    command
}

/// Runs it to its end, whatever that is.
pub(super) fn output(command: &mut Command) -> Result<Output, GitError> {
    command.output().map_err(|error| GitError::NotInstalled(error.to_string()))
}

/// What it prints.
///
/// # Errors
/// What it says where it fails.
pub(super) fn bytes(command: &mut Command) -> Result<Vec<u8>, GitError> {
    let output = output(command)?;
    if output.status.success() {
        return Ok(output.stdout);
    }
    Err(GitError::Failed(complaint(&output)))
}

/// What it prints as text, without the line end.
pub(super) fn answer(command: &mut Command) -> Result<String, GitError> {
    let text = String::from_utf8_lossy(&bytes(command)?).into_owned();
    Ok(text.trim_end_matches(['\n', '\r']).to_owned())
}

/// What git says on standard error, without its "fatal:".
fn complaint(output: &Output) -> String {
    let said = String::from_utf8_lossy(&output.stderr);
    let said = said.trim();
    if said.is_empty() {
        return format!("it ended with {}", output.status);
    }
    said.strip_prefix("fatal: ").or_else(|| said.strip_prefix("error: ")).unwrap_or(said).to_owned()
}

/// The index that git gave the caller, a commit's hook, where it is one of the repository whose folder this is: a commit of some
/// files only has an index of its own. One that belongs to another repository is passed over.
pub(super) fn index_of_caller(own: &Path) -> Option<OsString> {
    let index = std::path::absolute(std::env::var_os(INDEX)?).ok()?;
    let folder = std::fs::canonicalize(index.parent()?).ok()?;
    let is_own = std::fs::canonicalize(own).is_ok_and(|own| own == folder);
    let is_of_a_repository = folder.join("HEAD").exists();
    (is_own || !is_of_a_repository).then(|| index.into_os_string())
}
