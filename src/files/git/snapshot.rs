//! The files of one revision, or of the index, read as [`Files`].

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::{Mutex, PoisonError};

use super::GitError;
use super::batch::Batch;
use crate::files::{Files, Unreadable};

/// A strategy's files in git: their names are known, their contents are read when they are asked for.
#[derive(Debug)]
pub struct Snapshot {
    entries: BTreeMap<String, Entry>,
    batch: Mutex<Batch>,
}

/// What git has under a path.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Entry {
    /// A file, by its object's name.
    File(String),
    /// Something that is no file, and why.
    NoFile(&'static str),
}

impl Snapshot {
    /// From `ls-tree -r -z`: `<mode> <type> <object>TAB<path>` each.
    pub(super) fn of_tree(folder: &Path, listed: &[u8]) -> Result<Self, GitError> {
        Self::new(folder, listed, |[mode, _, object]| Entry::of(mode, object))
    }

    /// From `ls-files --stage -z`: `<mode> <object> <stage>TAB<path>` each. A file that is being merged has several stages.
    /// Those that are only announced, each ended by a NUL, are left out.
    pub(super) fn of_index(folder: &Path, listed: &[u8], announced: &[u8]) -> Result<Self, GitError> {
        let mut snapshot = Self::new(folder, listed, |[mode, object, stage]| match stage {
            "0" => Entry::of(mode, object),
            _ => Entry::NoFile("its merge conflict is not settled: settle it, then git add the file"),
        })?;
        for path in announced.split(|byte| *byte == 0) {
            snapshot.entries.remove(String::from_utf8_lossy(path).as_ref());
        }
        Ok(snapshot)
    }

    fn new(folder: &Path, listed: &[u8], entry: impl Fn([&str; 3]) -> Entry) -> Result<Self, GitError> {
        let mut entries = BTreeMap::new();
        for line in listed.split(|byte| *byte == 0) {
            let line = String::from_utf8_lossy(line);
            let Some((about, path)) = line.split_once('\t') else { continue };
            let about: Vec<&str> = about.split(' ').collect();
            if let [mode, second, third] = about[..] {
                entries.insert(path.to_owned(), entry([mode, second, third]));
            }
        }
        Ok(Self { entries, batch: Mutex::new(Batch::start(folder)?) })
    }
}

impl Snapshot {
    /// Whether git has nothing of the strategy there.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.entries.is_empty()
    }
}

impl Entry {
    fn of(mode: &str, object: &str) -> Self {
        match mode {
            "120000" => Self::NoFile("git keeps it as a link to another file"),
            "160000" => Self::NoFile("it is another repository"),
            _ => Self::File(object.to_owned()),
        }
    }
}

impl Files for Snapshot {
    fn read(&self, path: &str) -> Result<Vec<u8>, Unreadable> {
        match self.entries.get(path) {
            Some(Entry::File(object)) => self.batch.lock().unwrap_or_else(PoisonError::into_inner).read(object),
            Some(Entry::NoFile(reason)) => Err(Unreadable::NotAFile((*reason).to_owned())),
            None => Err(Unreadable::Missing),
        }
    }

    fn names(&self, folder: &str) -> Result<Vec<String>, Unreadable> {
        let within = self.entries.keys().filter_map(|path| path.strip_prefix(folder)?.strip_prefix('/'));
        let names: BTreeSet<&str> = within.filter_map(|rest| rest.split('/').next()).collect();
        if names.is_empty() {
            return Err(Unreadable::Missing);
        }
        Ok(names.into_iter().map(str::to_owned).collect())
    }
}
