//! The file somebody writes in, outside the strategy, until its text has its place.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use hwb::files::{Unreadable, read_given};

/// How many names are tried.
const TRIES: u32 = 100;

/// A file in the system's folder for passing things, which nobody else may read. It stays there unless it is removed: what
/// somebody typed is not lost, however the command ends.
#[derive(Debug)]
pub struct Scratch {
    path: PathBuf,
}

impl Scratch {
    /// A new file that holds a text. `about` becomes part of its name.
    ///
    /// # Errors
    /// The system's.
    pub fn holding(text: &str, about: &str) -> io::Result<Self> {
        let (path, mut file) = create(&std::env::temp_dir(), about)?;
        file.write_all(text.as_bytes())?;
        file.sync_all()?;
        Ok(Self { path })
    }

    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What it holds now.
    ///
    /// # Errors
    /// Why it cannot be read.
    pub fn bytes(&self) -> Result<Vec<u8>, Unreadable> {
        read_given(&self.path)
    }

    /// Removes it: what it holds has its place, or is nothing that anybody typed. One that cannot be removed does no harm.
    pub fn remove(self) {
        let _ = fs::remove_file(&self.path);
    }
}

fn create(folder: &Path, about: &str) -> io::Result<(PathBuf, File)> {
    let plain = |sign: char| if sign.is_ascii_alphanumeric() { sign } else { '-' };
    let about: String = about.chars().map(plain).collect();
    let process = std::process::id();
    let mut last = io::Error::from(io::ErrorKind::AlreadyExists);
    for attempt in 0..TRIES {
        let path = folder.join(format!("hwb-{about}-{process}-{attempt}.md"));
        match private().open(&path) {
            Ok(file) => return Ok((path, file)),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => last = error,
            Err(error) => return Err(error),
        }
    }
    Err(last)
}

/// A file that is new: no link that somebody else laid there is followed.
fn private() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_file_is_its_own_and_stays_until_it_is_removed() {
        let one = Scratch::holding("a", "x 2012/13 Q2").unwrap();
        let other = Scratch::holding("b", "x 2012/13 Q2").unwrap();
        assert_ne!(one.path(), other.path());
        assert!(one.path().file_name().unwrap().to_string_lossy().starts_with("hwb-x-2012-13-Q2-"));
        assert_eq!((one.bytes(), other.bytes()), (Ok(b"a".to_vec()), Ok(b"b".to_vec())));
        let path = one.path().to_path_buf();
        one.remove();
        assert!(!path.exists());
        other.remove();
    }
}
