//! The journal of a change of several files: what is to take which name, so that whoever writes next can finish it.
//!
//! It is itself written aside, so it is there whole or not at all, and from the moment it is there the change is decided. What it
//! says is done once: a file whose new text has gone has it. A file that somebody changed in the meantime is left to people.

use std::fs;
use std::io;
use std::path::Path;

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::aside::{put_in_place, write_aside};
use super::change::{Change, Ready, content};
use super::lock::{WriteLock, is_aside};
use super::{ASIDE_ENDING, JOURNAL, NotWritten};

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Journal {
    changes: Vec<Entry>,
}

#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    path: String,
    /// What the file held; nothing where it was not there.
    was: Option<String>,
    /// The name of the file beside it that holds its new text; nothing where it is to be removed.
    aside: Option<String>,
}

impl Entry {
    /// Whether it is one of ours: a journal that came with somebody's folder must not reach files elsewhere.
    fn is_sound(&self) -> bool {
        let is_inside =
            self.path.split('/').all(|part| !matches!(part, "" | "." | "..") && !part.contains(['\\', ':']));
        let is_beside = |aside: &String| is_aside(aside) && !aside.contains(['/', '\\', ':']);
        is_inside && self.aside.as_ref().is_none_or(is_beside)
    }
}

/// Writes the journal of a change, in the place of any other; from then on the change is decided.
///
/// # Errors
/// Why not; what there was before is there still.
pub(super) fn write(lock: &WriteLock, changes: &[Change], ready: &[Ready]) -> Result<(), NotWritten> {
    let entries = changes.iter().zip(ready).map(|(change, ready)| Entry {
        path: change.path.clone(),
        was: change.before.as_deref().map(digest),
        aside: ready.aside.as_ref().and_then(|aside| Some(aside.file_name()?.to_string_lossy().into_owned())),
    });
    let target = lock.root.join(JOURNAL);
    let failed = |error| NotWritten::Failed { path: JOURNAL.to_owned(), error };
    let journal = Journal { changes: entries.collect() };
    let text = serde_json::to_vec(&journal).map_err(|error| failed(error.into()))?;
    let aside = write_aside(&*lock.store, &target, &text, ASIDE_ENDING).map_err(failed)?;
    if let Err(error) = put_in_place(&*lock.store, &aside, &target, JOURNAL) {
        // The first error is the one that matters, and the next writer clears away what is left.
        let _ = lock.store.remove(&aside);
        return Err(error);
    }
    Ok(())
}

/// Removes the journal of a change that is done, or of which nothing is done.
pub(super) fn remove(lock: &WriteLock) -> io::Result<()> {
    match lock.store.remove(&lock.root.join(JOURNAL)) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        removed => removed,
    }
}

/// Finishes the change of a writer that was killed in the middle of it; nothing where there is none.
///
/// # Errors
/// Why it cannot be finished: the journal stays, and nothing else may be written before.
pub(super) fn finish_what_was_begun(lock: &WriteLock) -> Result<(), NotWritten> {
    let path = lock.root.join(JOURNAL);
    let Some(bytes) = content(&path, JOURNAL)? else { return Ok(()) };
    if let Some(journal) = read(&bytes) {
        let remaining = remaining(lock, &journal)?;
        for ready in &remaining {
            lock.put(ready)?;
        }
        lock.sync_folders(&remaining);
    }
    remove(lock).map_err(|error| NotWritten::Failed { path: JOURNAL.to_owned(), error })
}

/// The journal in a file; nothing where it is not one of ours, as after the disk itself was damaged.
fn read(bytes: &[u8]) -> Option<Journal> {
    let journal: Journal = serde_json::from_slice(bytes).ok()?;
    journal.changes.iter().all(Entry::is_sound).then_some(journal)
}

/// What of a journal is still to be done.
fn remaining(lock: &WriteLock, journal: &Journal) -> Result<Vec<Ready>, NotWritten> {
    let mut remaining = Vec::new();
    for entry in &journal.changes {
        let target = lock.target(&entry.path)?;
        let aside = entry.aside.as_ref().map(|name| target.with_file_name(name));
        let now = content(&target, &entry.path)?.as_deref().map(digest);
        let is_done = match &aside {
            Some(aside) => !is_there(aside),
            None => now.is_none(),
        };
        if is_done {
            continue;
        }
        if now != entry.was {
            let aside = entry.aside.as_deref().unwrap_or(&entry.path);
            let beside =
                entry.path.rsplit_once('/').map_or(aside.to_owned(), |(folder, _)| format!("{folder}/{aside}"));
            return Err(NotWritten::CutShort { path: entry.path.clone(), aside: beside, journal: JOURNAL.to_owned() });
        }
        remaining.push(Ready { path: entry.path.clone(), target, aside });
    }
    Ok(remaining)
}

fn is_there(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok()
}

fn digest(bytes: &[u8]) -> String {
    format!("{:x}", Sha256::digest(bytes))
}
