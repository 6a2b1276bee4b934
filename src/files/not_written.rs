//! Why a file was not written, said so that the person at the keyboard can do something about it.

use std::io::{self, ErrorKind};
use std::time::Duration;

use crate::text;

/// Why nothing was written; but for [`NotWritten::Unfinished`], where that is still to be decided.
#[derive(Debug)]
pub enum NotWritten {
    /// Another program held the lock all the time that was waited.
    Busy { waited: Duration },
    /// The lock file cannot be made, opened or locked.
    NoLock { lock: String, error: io::Error },
    /// The file on the disk is no longer the one that was read.
    Changed { path: String },
    /// It is marked as not to be written.
    ReadOnly { path: String },
    /// A folder, a pipe or a device has its name.
    NotAFile { path: String },
    /// It is a link to a file that is not there.
    LinkToNothing { path: String },
    /// Two of the files to be written are one, through a link.
    SameFile { one: String, other: String },
    /// The file could not be given its new text because another program has it open.
    Open { path: String, error: io::Error },
    /// Any other refusal of the system.
    Failed { path: String, error: io::Error },
    /// A change of several files is begun, and could be neither finished nor taken back: the next writer does the one or the other.
    Unfinished { path: String, error: io::Error },
    /// A change of several files that was cut short cannot be finished, because this file was changed since.
    CutShort { path: String, aside: String, journal: String },
}

impl NotWritten {
    /// What to do about it.
    #[must_use]
    pub fn help(&self) -> String {
        match self {
            Self::Busy { .. } => "wait for it to end, or end it, and try again".to_owned(),
            Self::NoLock { error, .. } if cannot_lock(error) => {
                "this file system has no locks, without which two people could write at once; work in a copy on a local disk"
                    .to_owned()
            }
            Self::NoLock { .. } => "work where you may write to the folder, or ask its owner".to_owned(),
            Self::Changed { .. } => "look at what it says now, and try again".to_owned(),
            Self::ReadOnly { .. } => "if it is to be changed, make it writable and try again".to_owned(),
            Self::NotAFile { .. } => "move it away and try again".to_owned(),
            Self::LinkToNothing { .. } => "mend the link, or delete it".to_owned(),
            Self::SameFile { .. } => "make each a file of its own".to_owned(),
            Self::Open { .. } => "close it there (Excel?) and try again".to_owned(),
            Self::Failed { error, .. } => match error.kind() {
                ErrorKind::StorageFull | ErrorKind::QuotaExceeded => "make some room and try again".to_owned(),
                ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
                    "work where you may write to the folder, or ask its owner".to_owned()
                }
                _ => "put that right and try again".to_owned(),
            },
            Self::Unfinished { .. } => {
                "put that right; the next hwb that writes here first makes all of the change or none of it".to_owned()
            }
            Self::CutShort { aside, journal, .. } => {
                format!("its new text is in {aside}: take from it what is missing, then delete it and {journal}")
            }
        }
    }
}

impl std::fmt::Display for NotWritten {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Busy { waited } => {
                let seconds = usize::try_from(waited.as_secs()).unwrap_or(usize::MAX);
                let waited = text::count(seconds, "second");
                write!(formatter, "another hwb is writing here, and did not end in {waited}")
            }
            Self::NoLock { lock, error } => write!(formatter, "{lock} cannot be {}: {error}", lock_verb(error)),
            Self::Changed { path } => write!(formatter, "{path} was changed by another program in this moment"),
            Self::ReadOnly { path } => write!(formatter, "{path} is marked read-only"),
            Self::NotAFile { path } => write!(formatter, "{path} is not a file"),
            Self::LinkToNothing { path } => write!(formatter, "{path} is a link to a file that is not there"),
            Self::SameFile { one, other } => write!(formatter, "{one} and {other} are one file, through a link"),
            Self::Open { path, error } => {
                write!(formatter, "{path} cannot be replaced: it seems to be open in another program ({error})")
            }
            Self::Failed { path, error } => match error.kind() {
                ErrorKind::StorageFull => write!(formatter, "{path} cannot be written: the disk is full"),
                ErrorKind::QuotaExceeded => {
                    write!(formatter, "{path} cannot be written: your share of the disk is full")
                }
                ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => {
                    write!(formatter, "{path} cannot be written: its folder may not be written to ({error})")
                }
                _ => write!(formatter, "{path} cannot be written: {error}"),
            },
            Self::Unfinished { path, error } => {
                write!(
                    formatter,
                    "{path} cannot be written ({error}), and the change of the other files could not be taken back"
                )
            }
            Self::CutShort { path, .. } => {
                write!(formatter, "a change of several files was cut short, and {path} was changed since")
            }
        }
    }
}

impl std::error::Error for NotWritten {}

fn lock_verb(error: &io::Error) -> &'static str {
    if cannot_lock(error) { "locked" } else { "opened" }
}

/// Whether the file system knows no locks: ENOSYS and EOPNOTSUPP, or ENOLCK, which has no kind of its own.
fn cannot_lock(error: &io::Error) -> bool {
    let no_locks = if cfg!(target_os = "macos") { 77 } else { 37 };
    error.kind() == ErrorKind::Unsupported || (cfg!(unix) && error.raw_os_error() == Some(no_locks))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_full_disk_and_a_folder_that_is_closed_are_said_in_words() {
        let said = |kind: ErrorKind| {
            let refusal = NotWritten::Failed { path: "data/x.csv".to_owned(), error: kind.into() };
            format!("{refusal}; {}", refusal.help())
        };
        assert_eq!(
            said(ErrorKind::StorageFull),
            "data/x.csv cannot be written: the disk is full; make some room and try again"
        );
        assert!(said(ErrorKind::ReadOnlyFilesystem).contains("its folder may not be written to"));
    }

    #[test]
    fn a_file_system_without_locks_is_told_from_a_folder_that_is_closed() {
        let refused = |kind: ErrorKind| NotWritten::NoLock { lock: ".hwb-lock".to_owned(), error: kind.into() };
        assert!(refused(ErrorKind::Unsupported).help().contains("no locks"));
        assert!(refused(ErrorKind::PermissionDenied).help().contains("may write"));
    }
}
