//! The lock of a strategy's folder: who holds it, and nobody else, writes there.
//!
//! It is a file of its own that is made once and never deleted or replaced. A lock on the very file that is renamed over
//! guards nothing: the next writer locks the old file while a third opens the new one.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::{Duration, Instant};

use super::store::{Store, System};
use super::{ASIDE_ENDING, DATA, LOCK, NotWritten, REGISTERS, REPORTS, journal};
use crate::limits;

/// How long a writer waits before it says that it is waiting.
const SILENT: Duration = Duration::from_secs(1);

/// How long between one look at the lock and the next.
const BETWEEN_LOOKS: Duration = Duration::from_millis(10);

/// The folders in which files are written aside.
const FOLDERS: [&str; 4] = ["", DATA, REGISTERS, REPORTS];

/// The lock, held. Only through it can the files of a strategy be replaced ([`WriteLock::replace`]); what is to be written is
/// read while it is held, so that nobody's change is lost. Dropping it lets it go, and so does the end of the process.
#[derive(Debug)]
pub struct WriteLock {
    pub(super) root: PathBuf,
    pub(super) store: Box<dyn Store>,
    file: File,
}

impl WriteLock {
    /// Takes the lock of a strategy's folder, and puts right what a writer that was killed left behind: a change of several files
    /// that it had begun is finished, and what it had only written aside is removed.
    ///
    /// Where another holds it, `waits` is called once, to tell the person why nothing happens; the wait ends after
    /// [`limits::LOCK_SECONDS`].
    ///
    /// # Errors
    /// Why nobody can write here now.
    pub fn take(root: &Path, waits: impl FnOnce()) -> Result<Self, NotWritten> {
        Self::take_within(root, Box::new(System), Duration::from_secs(limits::LOCK_SECONDS), waits)
    }

    pub(super) fn take_within(
        root: &Path,
        store: Box<dyn Store>,
        patience: Duration,
        waits: impl FnOnce(),
    ) -> Result<Self, NotWritten> {
        let path = root.join(LOCK);
        let no_lock = |error| NotWritten::NoLock { lock: path.display().to_string(), error };
        let file = open(&path).map_err(no_lock)?;
        wait_for(&file, patience, waits).map_err(|refused| match refused {
            TryLockError::WouldBlock => NotWritten::Busy { waited: patience },
            TryLockError::Error(error) => no_lock(error),
        })?;
        let lock = Self { root: root.to_path_buf(), store, file };
        journal::finish_what_was_begun(&lock)?;
        lock.clear_asides();
        Ok(lock)
    }

    /// Removes what killed writers left beside the files they meant to replace. One that cannot be removed does no harm.
    fn clear_asides(&self) {
        for folder in FOLDERS {
            let Ok(entries) = fs::read_dir(self.root.join(folder)) else { continue };
            for entry in entries.flatten() {
                if is_aside(&entry.file_name().to_string_lossy()) {
                    let _ = self.store.remove(&entry.path());
                }
            }
        }
    }
}

impl Drop for WriteLock {
    fn drop(&mut self) {
        // Closing the file lets the lock go too; a program started meanwhile may hold a copy of it open.
        let _ = self.file.unlock();
    }
}

/// Whether a name is that of a file written aside.
pub(super) fn is_aside(name: &str) -> bool {
    name.starts_with('.') && name.ends_with(ASIDE_ENDING)
}

/// Opens the lock file, making it where there is none. One that belongs to a colleague can be locked without being writable.
fn open(path: &Path) -> io::Result<File> {
    // Opening a pipe would wait for ever.
    if fs::metadata(path).is_ok_and(|about| !about.is_file()) {
        return Err(io::Error::other("it is not a file"));
    }
    match OpenOptions::new().write(true).create(true).truncate(false).open(path) {
        Err(error) if error.kind() == io::ErrorKind::PermissionDenied => File::open(path).map_err(|_| error),
        opened => opened,
    }
}

fn wait_for(file: &File, patience: Duration, waits: impl FnOnce()) -> Result<(), TryLockError> {
    let begun = Instant::now();
    let mut waits = Some(waits);
    loop {
        match file.try_lock() {
            Err(TryLockError::WouldBlock) if begun.elapsed() < patience => {
                if begun.elapsed() >= SILENT
                    && let Some(say) = waits.take()
                {
                    say();
                }
                sleep(BETWEEN_LOOKS);
            }
            Err(TryLockError::Error(error)) if error.kind() == io::ErrorKind::Interrupted => {}
            tried => return tried,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_writer_at_a_time_and_the_next_is_told_who_it_waits_for() {
        let folder = tempfile::tempdir().unwrap();
        let first = WriteLock::take(folder.path(), || {}).unwrap();
        let patience = SILENT + Duration::from_millis(50);
        let mut said = 0;
        let second = WriteLock::take_within(folder.path(), Box::new(System), patience, || said += 1);
        assert!(matches!(second, Err(NotWritten::Busy { .. })), "{second:?}");
        assert_eq!(said, 1);
        drop(first);
        WriteLock::take(folder.path(), || {}).unwrap();
        assert!(folder.path().join(LOCK).exists(), "the lock file stays");
    }

    #[test]
    fn what_is_no_file_cannot_be_the_lock() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join(LOCK)).unwrap();
        let refused = WriteLock::take(folder.path(), || {}).unwrap_err();
        assert!(matches!(refused, NotWritten::NoLock { .. }), "{refused}");
    }

    #[test]
    fn what_a_killed_writer_left_beside_its_files_is_removed_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join(DATA)).unwrap();
        let left = folder.path().join(DATA).join(format!(".x.csv.1234-0{ASIDE_ENDING}"));
        let other = folder.path().join(DATA).join(".x.csv.1234-0.tmp");
        fs::write(&left, "half").unwrap();
        fs::write(&other, "somebody's").unwrap();
        WriteLock::take(folder.path(), || {}).unwrap();
        assert!(!left.exists());
        assert!(other.exists());
    }
}
