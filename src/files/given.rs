//! A file that somebody names, wherever it lies.

use std::path::Path;

use super::{Disk, Files, Unreadable};

/// The bytes of a file, which no pipe can hold up and no length can make too many.
///
/// # Errors
/// [`Unreadable`] says why there are none. A name that is not Unicode is not found.
pub fn read_given(path: &Path) -> Result<Vec<u8>, Unreadable> {
    let folder = path.parent().map(Path::to_path_buf).unwrap_or_default();
    let name = path.file_name().ok_or(Unreadable::Missing)?;
    Disk::new(folder).read(&name.to_string_lossy())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_read_and_what_is_none_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("figures.csv");
        std::fs::write(&path, "a").unwrap();
        assert_eq!(read_given(&path), Ok(b"a".to_vec()));
        assert_eq!(read_given(&folder.path().join("other.csv")), Err(Unreadable::Missing));
        assert!(matches!(read_given(folder.path()), Err(Unreadable::NotAFile(_))));
    }
}
