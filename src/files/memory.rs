//! Files in memory: for tests and fuzzing.

use std::collections::{BTreeMap, BTreeSet};

use super::{Files, Unreadable};

/// Bytes by path.
#[derive(Debug, Clone, Default)]
pub struct Memory {
    files: BTreeMap<String, Vec<u8>>,
}

impl Memory {
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    #[must_use]
    pub fn with(mut self, path: &str, bytes: impl Into<Vec<u8>>) -> Self {
        self.files.insert(path.to_owned(), bytes.into());
        self
    }
}

impl Files for Memory {
    fn read(&self, path: &str) -> Result<Vec<u8>, Unreadable> {
        self.files.get(path).cloned().ok_or(Unreadable::Missing)
    }

    fn names(&self, folder: &str) -> Result<Vec<String>, Unreadable> {
        let within = self.files.keys().filter_map(|path| path.strip_prefix(folder)?.strip_prefix('/'));
        let names: BTreeSet<&str> = within.filter_map(|rest| rest.split('/').next()).collect();
        if names.is_empty() {
            return Err(Unreadable::Missing);
        }
        Ok(names.into_iter().map(str::to_owned).collect())
    }
}
