//! The file written aside: beside the one it will replace, on the disk before it takes that one's name.

use std::fs::{self, File, Metadata};
use std::io;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::Duration;

use super::NotWritten;
use super::store::Store;

/// How many names are tried for a file written aside.
const TRIES: u32 = 100;

/// How often a name is asked for that another program holds. A virus scanner or an indexer lets go soon; Excel does not.
const RENAME_TRIES: u32 = 6;

const BETWEEN_TRIES: Duration = Duration::from_millis(100);

/// The file a path leads to through any links. One that is not there yet is its own target.
///
/// # Errors
/// What is there is no file that may be written.
pub(super) fn target_of(path: &Path, name: &str) -> Result<PathBuf, NotWritten> {
    let failed = |error| NotWritten::Failed { path: name.to_owned(), error };
    match fs::canonicalize(path) {
        Ok(target) => {
            let about = fs::metadata(&target).map_err(failed)?;
            if !about.is_file() {
                return Err(NotWritten::NotAFile { path: name.to_owned() });
            }
            if about.permissions().readonly() {
                return Err(NotWritten::ReadOnly { path: name.to_owned() });
            }
            Ok(target)
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => match fs::symlink_metadata(path) {
            Ok(_) => Err(NotWritten::LinkToNothing { path: name.to_owned() }),
            Err(_) => Ok(path.to_path_buf()),
        },
        Err(error) => Err(failed(error)),
    }
}

/// Writes bytes to a new file beside `target`, with its owner and permissions, and sees them onto the disk. `ending` tells whose
/// it is, should it be left over.
///
/// # Errors
/// The system's; no file is left then.
pub(super) fn write_aside(store: &dyn Store, target: &Path, bytes: &[u8], ending: &str) -> io::Result<PathBuf> {
    let (aside, mut file) = create_beside(store, target, ending)?;
    let written = match fs::metadata(target) {
        Ok(about) => keep(&file, &about),
        Err(_) => Ok(()),
    };
    let written = written.and_then(|()| store.write(&mut file, bytes)).and_then(|()| store.sync(&file));
    if let Err(error) = written {
        drop(file);
        // What matters is the first error.
        let _ = store.remove(&aside);
        return Err(error);
    }
    Ok(aside)
}

/// Gives a file written aside the name it was written for.
///
/// # Errors
/// [`NotWritten::Open`] where another program seems to hold the file that has the name; else the system's. `name` is what the
/// person calls the file.
pub(super) fn put_in_place(store: &dyn Store, aside: &Path, target: &Path, name: &str) -> Result<(), NotWritten> {
    let mut tries = 1;
    loop {
        match store.rename(aside, target) {
            Ok(()) => return Ok(()),
            Err(error) if is_in_use(&error) && tries < RENAME_TRIES => {
                tries += 1;
                sleep(BETWEEN_TRIES);
            }
            Err(error) if is_in_use(&error) => return Err(NotWritten::Open { path: name.to_owned(), error }),
            Err(error) => return Err(NotWritten::Failed { path: name.to_owned(), error }),
        }
    }
}

/// Whether the system refuses because of another program. That a file could be made beside it shows that the folder may be
/// written to, so being denied means the same as being busy; Windows has its own two numbers for a file that is shared or locked.
fn is_in_use(error: &io::Error) -> bool {
    const SHARED: i32 = 32;
    const LOCKED: i32 = 33;
    let is_windows_own = cfg!(windows) && matches!(error.raw_os_error(), Some(SHARED | LOCKED));
    let is_busy = matches!(
        error.kind(),
        io::ErrorKind::PermissionDenied | io::ErrorKind::ResourceBusy | io::ErrorKind::ExecutableFileBusy
    );
    is_windows_own || is_busy
}

fn create_beside(store: &dyn Store, target: &Path, ending: &str) -> io::Result<(PathBuf, File)> {
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    let process = std::process::id();
    let mut last = io::Error::from(io::ErrorKind::AlreadyExists);
    for attempt in 0..TRIES {
        let aside = target.with_file_name(format!(".{name}.{process}-{attempt}{ending}"));
        match store.create(&aside) {
            Ok(file) => return Ok((aside, file)),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => last = error,
            Err(error) => return Err(error),
        }
    }
    Err(last)
}

/// Gives a file the owner and permissions of another. Only some may give a file away; who may not keeps it as their own.
#[cfg(unix)]
fn keep(file: &File, about: &Metadata) -> io::Result<()> {
    use std::os::unix::fs::{MetadataExt, fchown};
    let own = file.metadata()?;
    if own.gid() != about.gid() {
        let _ = fchown(file, None, Some(about.gid()));
    }
    if own.uid() != about.uid() {
        let _ = fchown(file, Some(about.uid()), None);
    }
    file.set_permissions(about.permissions())
}

#[cfg(not(unix))]
fn keep(file: &File, about: &Metadata) -> io::Result<()> {
    file.set_permissions(about.permissions())
}
