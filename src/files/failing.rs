//! A store that fails where a test wants it to.

use std::fs::File;
use std::io;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use super::store::{Store, System};

/// One kind of call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Call {
    Create,
    /// Half of the bytes are written before it is refused.
    Write,
    Sync,
    Rename,
    Remove,
    SyncFolder,
}

impl Call {
    pub(super) const ALL: [Call; 6] =
        [Call::Create, Call::Write, Call::Sync, Call::Rename, Call::Remove, Call::SyncFolder];
}

/// Which calls are refused.
#[derive(Debug, Clone, Copy)]
enum Refused {
    /// One of a kind, once so many went well.
    Once(Call, usize),
    /// Each of a kind, once so many went well.
    Always(Call, usize),
    /// Whatever comes once so many calls went well: as if the process had been killed.
    All(usize),
}

/// The disk, with some calls refused.
#[derive(Debug, Clone)]
pub(super) struct Failing {
    refused: Refused,
    how: io::ErrorKind,
    seen: Arc<AtomicUsize>,
}

impl Failing {
    fn new(refused: Refused, how: io::ErrorKind) -> Self {
        Self { refused, how, seen: Arc::default() }
    }

    /// Refuses one call of a kind, once `after` of them went well.
    pub(super) fn once(call: Call, after: usize, how: io::ErrorKind) -> Self {
        Self::new(Refused::Once(call, after), how)
    }

    /// Refuses every call of a kind, once `after` of them went well.
    pub(super) fn always(call: Call, after: usize, how: io::ErrorKind) -> Self {
        Self::new(Refused::Always(call, after), how)
    }

    /// Refuses everything, once `after` calls went well.
    pub(super) fn killed(after: usize) -> Self {
        Self::new(Refused::All(after), io::ErrorKind::Other)
    }

    /// Whether anything was refused so far.
    pub(super) fn has_refused(&self) -> bool {
        match self.refused {
            Refused::Once(_, after) | Refused::Always(_, after) | Refused::All(after) => {
                self.seen.load(Ordering::Relaxed) > after
            }
        }
    }

    fn check(&self, call: Call) -> io::Result<()> {
        if matches!(self.refused, Refused::Once(kind, _) | Refused::Always(kind, _) if kind != call) {
            return Ok(());
        }
        let before = self.seen.fetch_add(1, Ordering::Relaxed);
        let is_refused = match self.refused {
            Refused::Once(_, after) => before == after,
            Refused::Always(_, after) | Refused::All(after) => before >= after,
        };
        if is_refused { Err(self.how.into()) } else { Ok(()) }
    }
}

impl Store for Failing {
    fn create(&self, path: &Path) -> io::Result<File> {
        self.check(Call::Create)?;
        System.create(path)
    }

    fn write(&self, file: &mut File, bytes: &[u8]) -> io::Result<()> {
        if let Err(error) = self.check(Call::Write) {
            System.write(file, &bytes[..bytes.len() / 2])?;
            return Err(error);
        }
        System.write(file, bytes)
    }

    fn sync(&self, file: &File) -> io::Result<()> {
        self.check(Call::Sync)?;
        System.sync(file)
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.check(Call::Rename)?;
        System.rename(from, to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.check(Call::Remove)?;
        System.remove(path)
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.check(Call::SyncFolder)?;
        System.sync_folder(folder)
    }
}
