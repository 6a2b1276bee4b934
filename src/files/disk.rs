//! Files on the disk.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::{Files, Unreadable};
use crate::limits;

/// The name of the file that makes a folder a strategy's.
const STRATEGY: &str = "strategy.toml";

/// The folder that holds `strategy.toml`.
#[derive(Debug, Clone)]
pub struct Disk {
    root: PathBuf,
}

/// The nearest folder, from `start` upwards, that holds `strategy.toml`; nothing where none does.
#[must_use]
pub fn find_root(start: &Path) -> Option<PathBuf> {
    start.ancestors().find(|folder| folder.join(STRATEGY).exists()).map(Path::to_path_buf)
}

impl Disk {
    #[must_use]
    pub fn new(root: PathBuf) -> Self {
        Self { root }
    }

    fn path(&self, path: &str) -> PathBuf {
        path.split('/').fold(self.root.clone(), |folder, part| folder.join(part))
    }
}

impl Files for Disk {
    fn read(&self, path: &str) -> Result<Vec<u8>, Unreadable> {
        let not_a_file = |error: io::Error| match error.kind() {
            io::ErrorKind::NotFound => Unreadable::Missing,
            _ => Unreadable::NotAFile(error.to_string()),
        };
        let path = self.path(path);
        let about = fs::metadata(&path).map_err(not_a_file)?;
        if !about.is_file() {
            // Opening a pipe would wait for ever.
            return Err(Unreadable::NotAFile("it is not a file".to_owned()));
        }
        let mut file = File::open(&path).map_err(not_a_file)?;
        if about.len() > limits::FILE_BYTES {
            return Err(Unreadable::TooLong(about.len()));
        }
        let mut bytes = Vec::with_capacity(usize::try_from(about.len()).unwrap_or(0) + 1);
        file.read_to_end(&mut bytes).map_err(not_a_file)?;
        Ok(bytes)
    }

    fn names(&self, folder: &str) -> Vec<String> {
        let entries = fs::read_dir(self.path(folder)).into_iter().flatten().flatten();
        let mut names: Vec<String> = entries.map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
        // The system lists them in any order.
        names.sort();
        names
    }
}
