//! What git keeps of a strategy: its files as they were at a revision, and as they are staged. The installed `git` is run; only the
//! commands that are about git come here.

mod batch;
mod command;
mod error;
mod lines;
mod setting;
mod snapshot;
mod textual;

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::Command;

use chrono::NaiveDate;

pub use error::GitError;
pub use lines::{Added, add_lines, union_merges};
pub use snapshot::Snapshot;
pub use textual::{TextMerge, merge_text};

use super::{DATA, STRATEGY};
use crate::time;

/// The repository that holds a strategy's folder.
#[derive(Debug, Clone)]
pub struct Git {
    /// The strategy's folder.
    folder: PathBuf,
    /// The work tree's top.
    top: PathBuf,
    /// The strategy's folder from the top, ending in `/`; empty where it is the top itself.
    prefix: String,
    /// Another index than the repository's own: git hands one to its hooks.
    index: Option<OsString>,
}

/// A commit, and what it was asked for by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Revision {
    /// As it was given: `HEAD~1`, a branch, a tag.
    pub name: String,
    /// The commit's own name, in hexadecimal digits.
    pub commit: String,
    /// The day it was committed, where the committer stood.
    pub on: NaiveDate,
}

impl Git {
    /// The repository around a strategy's folder.
    ///
    /// # Errors
    /// There is no `git`, or no repository that it is willing to open.
    pub fn around(folder: &Path) -> Result<Self, GitError> {
        let ask = |what: &str| command::answer(command::git(folder).args(["rev-parse", what]));
        let top = ask("--show-toplevel").map_err(|error| error.at(folder))?;
        let prefix = ask("--show-prefix")?;
        let own = PathBuf::from(ask("--absolute-git-dir")?);
        let index = command::index_of_caller(&own);
        Ok(Self { folder: folder.to_path_buf(), top: PathBuf::from(top), prefix, index })
    }

    /// The work tree's top.
    #[must_use]
    pub fn top(&self) -> &Path {
        &self.top
    }

    /// The strategy's folder from the top, with `/` on every system and at its end; empty where it is the top itself.
    #[must_use]
    pub fn prefix(&self) -> &str {
        &self.prefix
    }

    /// The folder that git looks for hooks in, `core.hooksPath` considered.
    ///
    /// # Errors
    /// As git's.
    pub fn hooks(&self) -> Result<PathBuf, GitError> {
        let path = command::answer(command::git(&self.top).args(["rev-parse", "--git-path", "hooks"]))?;
        Ok(self.top.join(path))
    }

    /// The commit that a name given by a person stands for.
    ///
    /// # Errors
    /// There is none in this repository.
    pub fn revision(&self, name: &str) -> Result<Revision, GitError> {
        match self.commit(name)? {
            Some(commit) => Ok(Revision { name: name.to_owned(), on: self.day_of(&commit)?, commit }),
            None => Err(GitError::UnknownRevision { name: name.to_owned(), is_shallow: self.is_shallow()? }),
        }
    }

    /// The latest commit of the branch; nothing before the first.
    ///
    /// # Errors
    /// As git's.
    pub fn head(&self) -> Result<Option<Revision>, GitError> {
        let name = "HEAD";
        let Some(commit) = self.commit(name)? else { return Ok(None) };
        Ok(Some(Revision { name: name.to_owned(), on: self.day_of(&commit)?, commit }))
    }

    /// The strategy's files at a revision.
    ///
    /// # Errors
    /// As git's.
    pub fn at(&self, revision: &Revision) -> Result<Snapshot, GitError> {
        let mut list = command::git(&self.folder);
        list.args(["ls-tree", "-r", "-z", &revision.commit, "--", STRATEGY, DATA]);
        Snapshot::of_tree(&self.folder, &command::bytes(&mut list)?)
    }

    /// The strategy's files as they are staged: what the next commit will hold.
    ///
    /// # Errors
    /// As git's.
    pub fn staged(&self) -> Result<Snapshot, GitError> {
        let listed = command::bytes(self.of_index().args(["ls-files", "--stage", "-z", "--", STRATEGY, DATA]))?;
        // Only announced, by `git add --intent-to-add`: listed as if they were empty, and no part of a commit.
        let announced = ["diff-files", "--name-only", "--diff-filter=A", "--relative", "-z", "--", STRATEGY, DATA];
        Snapshot::of_index(&self.folder, &listed, &command::bytes(self.of_index().args(announced))?)
    }

    /// Git, with the index that the caller was handed.
    fn of_index(&self) -> Command {
        let mut command = command::git(&self.folder);
        if let Some(index) = &self.index {
            command.env(command::INDEX, index);
        }
        command
    }

    /// The whole name of a commit; nothing where the name stands for none. A name that looks like an option is none.
    fn commit(&self, name: &str) -> Result<Option<String>, GitError> {
        let mut verify = command::git(&self.folder);
        verify.args(["rev-parse", "--verify", "--quiet", "--end-of-options", &format!("{name}^{{commit}}")]);
        let output = command::output(&mut verify)?;
        let answer = String::from_utf8_lossy(&output.stdout).trim_end().to_owned();
        let is_name = !answer.is_empty() && answer.bytes().all(|byte| byte.is_ascii_hexdigit());
        Ok((output.status.success() && is_name).then_some(answer))
    }

    fn day_of(&self, commit: &str) -> Result<NaiveDate, GitError> {
        let mut list = command::git(&self.folder);
        let answer = command::answer(list.args(["rev-list", "--max-count=1", "--format=%cs", commit]))?;
        let day = answer.lines().last().and_then(time::read_iso);
        day.ok_or_else(|| GitError::Failed(format!("the day of commit {commit} lies outside the years hwb reads")))
    }

    fn is_shallow(&self) -> Result<bool, GitError> {
        let answer = command::answer(command::git(&self.folder).args(["rev-parse", "--is-shallow-repository"]))?;
        Ok(answer == "true")
    }
}
