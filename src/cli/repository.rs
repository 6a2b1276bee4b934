//! The repository around a strategy, for the commands that are about git.

use std::path::Path;

use hwb::files::git::{Git, GitError, Revision, Snapshot};
use hwb::finding;
use hwb::workspace::{NotOpened, Workspace};

use super::{Ended, Refusal, complain};

/// The repository around a strategy's folder.
///
/// # Errors
/// There is no git, or no repository.
pub fn around(root: &Path) -> Result<Git, Refusal> {
    Git::around(root).map_err(Refusal::from)
}

impl From<GitError> for Refusal {
    /// How a command ends that git could not serve: a commit that is not there is wrong usage.
    fn from(error: GitError) -> Self {
        let ended = match error {
            GitError::UnknownRevision { .. } => Ended::Usage,
            _ => Ended::CouldNotRun,
        };
        Self { ended, message: error.to_string(), help: error.help() }
    }
}

/// The strategy as it was at a revision; where it has errors they are said on standard error.
///
/// # Errors
/// There was none, or git cannot give it.
pub fn open_at(git: &Git, revision: &Revision) -> Result<Result<Box<Workspace>, Ended>, Refusal> {
    let snapshot: Snapshot = git.at(revision).map_err(Refusal::from)?;
    match Workspace::open(Box::new(snapshot)) {
        Ok(workspace) => Ok(Ok(Box::new(workspace))),
        Err(NotOpened::Faulty(findings)) => {
            complain(&finding::human(&findings.into_sorted()));
            complain(&format!(
                "\nerror: strategy.toml has errors at {}, so there is nothing to go by\n",
                revision.name
            ));
            Ok(Err(Ended::Findings))
        }
        Err(NotOpened::Unreadable(reason)) => Err(Refusal {
            ended: Ended::CouldNotRun,
            message: format!("there is no strategy at {}: strategy.toml: {reason}", revision.name),
            help: Some("name a later commit: git log --oneline strategy.toml lists those that changed it".to_owned()),
        }),
    }
}
