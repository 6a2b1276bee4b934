//! Replaces a file whole: anyone reading sees the old one or the new one, and a failure leaves the old.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// How many names are tried for the file written aside.
const TRIES: u32 = 100;

/// Writes the bytes to a new file beside `path`, makes sure that they are on the disk, and gives it that name. A link is
/// followed: the file it points to is replaced, not the link.
///
/// # Errors
/// The system's, with nothing changed.
pub fn replace_whole(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
    let (aside, mut file) = create_beside(&target)?;
    let written = write_all(&mut file, bytes, &target).and_then(|()| fs::rename(&aside, &target));
    if written.is_err() {
        // What matters is the first error; the file aside may be gone already.
        let _ = fs::remove_file(&aside);
    }
    written
}

fn write_all(file: &mut File, bytes: &[u8], target: &Path) -> io::Result<()> {
    if let Ok(about) = fs::metadata(target) {
        file.set_permissions(about.permissions())?;
    }
    file.write_all(bytes)?;
    file.sync_all()
}

fn create_beside(target: &Path) -> io::Result<(PathBuf, File)> {
    let name = target.file_name().unwrap_or_default().to_string_lossy();
    let process = std::process::id();
    let mut last = io::Error::from(io::ErrorKind::AlreadyExists);
    for attempt in 0..TRIES {
        let aside = target.with_file_name(format!(".{name}.{process}-{attempt}.tmp"));
        match OpenOptions::new().write(true).create_new(true).open(&aside) {
            Ok(file) => return Ok((aside, file)),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => last = error,
            Err(error) => return Err(error),
        }
    }
    Err(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_made_or_replaced_and_nothing_is_left_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("paper.md");
        replace_whole(&path, b"old").unwrap();
        replace_whole(&path, b"new").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"new");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_folder_that_is_not_there_is_an_error() {
        let folder = tempfile::tempdir().unwrap();
        assert!(replace_whole(&folder.path().join("no/paper.md"), b"x").is_err());
    }
}
