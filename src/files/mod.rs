//! The only way to files: a small trait, the disk, what git keeps, and a copy in memory for tests.

#![allow(clippy::disallowed_methods, reason = "the one room of the library in which files are touched")]

mod disk;
pub mod git;
mod memory;
mod replace;

pub use disk::{Disk, find_root};
pub use memory::Memory;
pub use replace::replace_whole;

/// The name of the file that makes a folder a strategy's.
pub const STRATEGY: &str = "strategy.toml";

/// The folder beside it that holds readings and commentary.
pub const DATA: &str = "data";

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
