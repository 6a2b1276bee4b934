//! Why git could not be asked.

use std::path::{Path, PathBuf};

/// An operational failure around git, with what to do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GitError {
    /// There is no program `git`; with the system's reason.
    NotInstalled(String),
    /// The folder lies in no repository.
    NoRepository(PathBuf),
    /// No commit goes by the name.
    UnknownRevision { name: String, is_shallow: bool },
    /// What git said.
    Failed(String),
}

impl GitError {
    /// What git says of a folder that is in no repository, told of the folder that was asked about.
    pub(super) fn at(self, folder: &Path) -> Self {
        match self {
            Self::Failed(message) if message.contains("not a git repository") => {
                Self::NoRepository(folder.to_path_buf())
            }
            other => other,
        }
    }

    /// How to mend it; nothing where git's own words have to do.
    #[must_use]
    pub fn help(&self) -> Option<String> {
        let help = match self {
            Self::NotInstalled(_) => "install git from https://git-scm.com; every other command works without it",
            Self::NoRepository(_) => "make one there with git init, or run hwb in a clone",
            Self::UnknownRevision { is_shallow: true, .. } => {
                "this clone has only the latest commits: get the rest with git fetch --unshallow"
            }
            Self::UnknownRevision { .. } => "git log --oneline lists the commits; a branch or a tag will do as well",
            Self::Failed(_) => return None,
        };
        Some(help.to_owned())
    }
}

impl std::fmt::Display for GitError {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NotInstalled(reason) => write!(formatter, "git cannot be run: {reason}"),
            Self::NoRepository(folder) => write!(formatter, "{} is in no git repository", folder.display()),
            Self::UnknownRevision { name, .. } => {
                write!(formatter, "git knows no commit {}", crate::text::quoted(name))
            }
            Self::Failed(message) => write!(formatter, "git: {message}"),
        }
    }
}

impl std::error::Error for GitError {}
