//! Files on the disk.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use super::{Files, STRATEGY, Unreadable};
use crate::limits;

/// The folder that holds `strategy.toml`.
#[derive(Debug, Clone)]
pub struct Disk {
    root: PathBuf,
}

/// The nearest folder, from `start` upwards, that holds `strategy.toml`, be it one that cannot be opened or a link that leads
/// nowhere; nothing where none does.
#[must_use]
pub fn find_root(start: &Path) -> Option<PathBuf> {
    let holds = |folder: &&Path| fs::symlink_metadata(folder.join(STRATEGY)).is_ok();
    start.ancestors().find(holds).map(Path::to_path_buf)
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
        let path = self.path(path);
        let about = fs::metadata(&path).map_err(|error| not_opened(&path, error))?;
        if !about.is_file() {
            // Opening a pipe would wait for ever.
            return Err(Unreadable::NotAFile("it is not a file".to_owned()));
        }
        if about.len() > limits::FILE_BYTES {
            return Err(Unreadable::TooLong(about.len()));
        }
        let file = File::open(&path)?;
        let mut bytes = Vec::with_capacity(usize::try_from(about.len()).unwrap_or(0) + 1);
        // A file may have grown since, or not say its size.
        let read = file.take(limits::FILE_BYTES + 1).read_to_end(&mut bytes)?;
        if read as u64 > limits::FILE_BYTES {
            return Err(Unreadable::TooLong(read as u64));
        }
        Ok(bytes)
    }

    fn names(&self, folder: &str) -> Result<Vec<String>, Unreadable> {
        let entries = fs::read_dir(self.path(folder))?;
        let names = entries.map(|entry| Ok(entry?.file_name().to_string_lossy().into_owned()));
        Ok(names.collect::<io::Result<_>>()?)
    }
}

/// Why there is nothing at a path: a link may be there and what it leads to may not.
fn not_opened(path: &Path, error: io::Error) -> Unreadable {
    match Unreadable::from(error) {
        Unreadable::Missing if fs::symlink_metadata(path).is_ok() => {
            Unreadable::NotAFile("it is a link to a file that is not there".to_owned())
        }
        unreadable => unreadable,
    }
}

impl From<io::Error> for Unreadable {
    fn from(error: io::Error) -> Self {
        match error.kind() {
            io::ErrorKind::NotFound => Self::Missing,
            _ => Self::NotAFile(error.to_string()),
        }
    }
}
