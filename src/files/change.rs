//! A change: files replaced together, all of them or none.
//!
//! Each new text is written aside and seen onto the disk before any file is touched. One file then takes its new text by a
//! rename, which is all or nothing in itself. Of several, what is to be renamed is first written to a journal: whoever is killed
//! from then on is followed by a writer that finishes the change.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use super::aside::{put_in_place, target_of, write_aside};
use super::lock::WriteLock;
use super::{ASIDE_ENDING, JOURNAL, NotWritten, journal};
use crate::parallel;

/// How the name of an aside ends that takes a change back: no name that the first journal could take for one of its own, whose file
/// has gone to its place.
const BACK_ENDING: &str = ".back.hwb-new";

/// What one file holds before a change and after it; nothing where it is not there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// Relative to the strategy's folder, with `/`.
    pub path: String,
    /// As it was read while the lock was held.
    pub before: Option<Vec<u8>>,
    pub after: Option<Vec<u8>>,
}

impl Change {
    fn reversed(&self) -> Self {
        Self { path: self.path.clone(), before: self.after.clone(), after: self.before.clone() }
    }
}

/// A change of one file that is ready: its new text is on the disk beside it.
#[derive(Debug)]
pub(super) struct Ready {
    pub path: String,
    /// The file itself, behind any links.
    pub target: PathBuf,
    /// Where its new text is; nothing where it is to be removed.
    pub aside: Option<PathBuf>,
}

impl WriteLock {
    /// Replaces the files of a change together: all of them, or none.
    ///
    /// A file that is no longer what `before` says was changed by a program that knows nothing of the lock, such as Excel: nothing
    /// is written then. Links are followed; owner and permissions stay.
    ///
    /// # Errors
    /// Why nothing was written; and [`NotWritten::Unfinished`], where the next writer has to see to it.
    pub fn replace(&self, changes: &[Change]) -> Result<(), NotWritten> {
        let ready = self.make_ready(changes, ASIDE_ENDING)?;
        let written = check_unchanged(changes, &ready).and_then(|()| match ready.as_slice() {
            [] => Ok(()),
            [only] => self.put(only),
            several => self.put_together(changes, several),
        });
        if written.is_ok() {
            self.sync_folders(&ready);
        }
        if matches!(&written, Err(error) if !matches!(error, NotWritten::Unfinished { .. })) {
            self.discard(&ready);
        }
        written
    }

    /// The file a path of the strategy leads to.
    pub(super) fn target(&self, path: &str) -> Result<PathBuf, NotWritten> {
        target_of(&path.split('/').fold(self.root.clone(), |folder, part| folder.join(part)), path)
    }

    /// Gives a file its new text, or removes it.
    pub(super) fn put(&self, ready: &Ready) -> Result<(), NotWritten> {
        match &ready.aside {
            Some(aside) => put_in_place(&*self.store, aside, &ready.target, &ready.path),
            None => {
                self.store.remove(&ready.target).map_err(|error| NotWritten::Failed { path: ready.path.clone(), error })
            }
        }
    }

    fn make_ready(&self, changes: &[Change], ending: &str) -> Result<Vec<Ready>, NotWritten> {
        let targets = self.targets(changes)?;
        let both: Vec<(&Change, PathBuf)> = changes.iter().zip(targets).collect();
        let made = parallel::map_waiting(&both, |(change, target)| self.make_one_ready(change, target, ending));
        let (ready, failed): (Vec<_>, Vec<_>) = made.into_iter().partition(Result::is_ok);
        let ready: Vec<Ready> = ready.into_iter().flatten().collect();
        match failed.into_iter().find_map(Result::err) {
            None => Ok(ready),
            Some(error) => {
                self.discard(&ready);
                Err(error)
            }
        }
    }

    /// What each change leads to, with the folders it will lie in.
    fn targets(&self, changes: &[Change]) -> Result<Vec<PathBuf>, NotWritten> {
        let mut paths: BTreeMap<PathBuf, &str> = BTreeMap::new();
        let mut targets = Vec::with_capacity(changes.len());
        for change in changes {
            let target = self.target(&change.path)?;
            if let Some(other) = paths.insert(target.clone(), &change.path) {
                return Err(NotWritten::SameFile { one: other.to_owned(), other: change.path.clone() });
            }
            if let Some(folder) = target.parent().filter(|_| change.before.is_none()) {
                let failed = |error| NotWritten::Failed { path: change.path.clone(), error };
                fs::create_dir_all(folder).map_err(failed)?;
            }
            targets.push(target);
        }
        Ok(targets)
    }

    fn make_one_ready(&self, change: &Change, target: &Path, ending: &str) -> Result<Ready, NotWritten> {
        let failed = |error| NotWritten::Failed { path: change.path.clone(), error };
        let write = |bytes: &Vec<u8>| write_aside(&*self.store, target, bytes, ending);
        let aside = change.after.as_ref().map(write).transpose().map_err(failed)?;
        Ok(Ready { path: change.path.clone(), target: target.to_path_buf(), aside })
    }

    fn put_together(&self, changes: &[Change], ready: &[Ready]) -> Result<(), NotWritten> {
        journal::write(self, changes, ready)?;
        if let Err(error) = self.store.sync_folder(&self.root) {
            let error = NotWritten::Failed { path: JOURNAL.to_owned(), error };
            return Err(self.undone(&[], error));
        }
        for (done, one) in ready.iter().enumerate() {
            if let Err(error) = self.put(one) {
                return Err(self.undone(&changes[..done], error));
            }
        }
        self.sync_folders(ready);
        // A journal of what is done asks for nothing.
        let _ = journal::remove(self);
        Ok(())
    }

    /// Takes back the part of a change that is done, and says what the failure then comes to.
    fn undone(&self, done: &[Change], error: NotWritten) -> NotWritten {
        let is_undone = self.take_back(done).is_ok() && journal::remove(self).is_ok();
        match error {
            NotWritten::Open { path, error } | NotWritten::Failed { path, error } if !is_undone => {
                NotWritten::Unfinished { path, error }
            }
            other => other,
        }
    }

    /// Takes back what is done as a change of its own, whose journal takes the place of the first one's: a writer that is killed
    /// here is followed by one that goes on taking back.
    fn take_back(&self, done: &[Change]) -> Result<(), NotWritten> {
        if done.is_empty() {
            return Ok(());
        }
        let reversed: Vec<Change> = done.iter().rev().map(Change::reversed).collect();
        let ready = self.make_ready(&reversed, BACK_ENDING)?;
        journal::write(self, &reversed, &ready)?;
        self.sync_folders(&ready);
        ready.iter().try_for_each(|one| self.put(one))?;
        self.sync_folders(&ready);
        Ok(())
    }

    fn discard(&self, ready: &[Ready]) {
        for aside in ready.iter().filter_map(|one| one.aside.as_ref()) {
            // The first error is the one that matters, and the next writer clears away what is left.
            let _ = self.store.remove(aside);
        }
    }

    /// Sees the new names onto the disk. The files are in place whatever comes of it, so it is no failure of the change.
    pub(super) fn sync_folders(&self, ready: &[Ready]) {
        let mut folders: Vec<&Path> = ready.iter().filter_map(|one| one.target.parent()).collect();
        folders.sort_unstable();
        folders.dedup();
        for folder in folders {
            let _ = self.store.sync_folder(folder);
        }
    }
}

/// Whether each file is still what it was when it was read.
fn check_unchanged(changes: &[Change], ready: &[Ready]) -> Result<(), NotWritten> {
    for (change, ready) in changes.iter().zip(ready) {
        if content(&ready.target, &ready.path)? != change.before {
            return Err(NotWritten::Changed { path: change.path.clone() });
        }
    }
    Ok(())
}

/// What a file holds; nothing where it is not there.
pub(super) fn content(target: &Path, name: &str) -> Result<Option<Vec<u8>>, NotWritten> {
    // Opening a pipe would wait for ever.
    if fs::metadata(target).is_ok_and(|about| !about.is_file()) {
        return Err(NotWritten::NotAFile { path: name.to_owned() });
    }
    match fs::read(target) {
        Ok(bytes) => Ok(Some(bytes)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(NotWritten::Failed { path: name.to_owned(), error }),
    }
}

#[cfg(test)]
mod tests;
