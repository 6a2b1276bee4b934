//! The only way to files: a small trait to read them, the disk, what git keeps, and a copy in memory for tests; the lock, and what
//! it is held for: files replaced whole.

#![allow(clippy::disallowed_methods, reason = "the one room of the library in which files are touched")]

mod aside;
mod change;
mod disk;
#[cfg(test)]
mod failing;
pub mod git;
mod given;
mod journal;
mod lock;
mod memory;
mod not_written;
mod overlay;
mod replace;
mod repository;
mod store;

pub use change::Change;
pub use disk::{Disk, find_root};
pub use given::read_given;
pub use lock::WriteLock;
pub use memory::Memory;
pub use not_written::NotWritten;
pub use overlay::Overlay;
pub use replace::replace_whole;
pub use repository::{folder_in_repository, repository_around};

/// The name of the file that makes a folder a strategy's.
pub const STRATEGY: &str = "strategy.toml";

/// The folder beside it that holds readings and commentary.
pub const DATA: &str = "data";

/// The folder in it that holds the registers.
pub const REGISTERS: &str = "data/registers";

/// The folder beside it that holds what officers wrote for the papers.
pub const TEMPLATES: &str = "templates";

/// The folder beside it in which papers are kept.
pub const REPORTS: &str = "reports";

/// The action plan.
pub const ACTIONS: &str = "data/registers/actions.csv";

/// The log of cases.
pub const ESCALATIONS: &str = "data/registers/escalations.csv";

/// The file beside `strategy.toml` that is locked by whoever writes; git ignores it.
pub const LOCK: &str = ".hwb-lock";

/// The file beside it that says how a change of several files goes on; git ignores it.
pub const JOURNAL: &str = ".hwb-journal";

/// How the name of a file ends that is written aside, before it takes the place of another; git ignores them.
pub const ASIDE_ENDING: &str = ".hwb-new";

/// Files below one folder, read by paths that are relative to it and use `/` on every system.
pub trait Files: std::fmt::Debug + Sync {
    /// The bytes of a file.
    ///
    /// # Errors
    /// [`Unreadable`] says why there are none.
    fn read(&self, path: &str) -> Result<Vec<u8>, Unreadable>;

    /// The names in a folder, in any order.
    ///
    /// # Errors
    /// [`Unreadable`] says why there are none.
    fn names(&self, folder: &str) -> Result<Vec<String>, Unreadable>;
}

/// Why a file could not be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unreadable {
    Missing,
    /// It is there and cannot be opened, or is no file; with the system's reason.
    NotAFile(String),
    /// It is longer than [`crate::limits::FILE_BYTES`].
    TooLong(u64),
}

impl std::fmt::Display for Unreadable {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Missing => write!(formatter, "it is not there"),
            Self::NotAFile(reason) => write!(formatter, "{reason}"),
            Self::TooLong(bytes) => {
                write!(formatter, "it has {bytes} bytes, and the most hwb reads is {}", crate::limits::FILE_BYTES)
            }
        }
    }
}
