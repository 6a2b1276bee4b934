//! Replaces one file whole, outside any strategy: anyone reading sees the old one or the new one, and a failure leaves the old.

use std::path::Path;

use super::NotWritten;
use super::aside::{put_in_place, target_of, write_aside};
use super::store::{Store, System};

/// How the name of an answer's file ends while it is written. Nobody clears it away: it belongs to no strategy's lock.
const ENDING: &str = ".tmp";

/// Writes the bytes to a new file beside `path`, makes sure that they are on the disk, and gives it that name. A link is
/// followed: the file it points to is replaced, not the link.
///
/// # Errors
/// Why not, with nothing changed.
pub fn replace_whole(path: &Path, bytes: &[u8]) -> Result<(), NotWritten> {
    replace(&System, path, bytes)
}

fn replace(store: &dyn Store, path: &Path, bytes: &[u8]) -> Result<(), NotWritten> {
    let name = path.display().to_string();
    let target = target_of(path, &name)?;
    let aside =
        write_aside(store, &target, bytes, ENDING).map_err(|error| NotWritten::Failed { path: name.clone(), error })?;
    let placed = put_in_place(store, &aside, &target, &name);
    if placed.is_err() {
        // What matters is the first error.
        let _ = store.remove(&aside);
    }
    placed
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;
    use crate::files::failing::{Call, Failing};

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

    #[test]
    fn whatever_fails_the_old_file_stays_and_nothing_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("paper.md");
        replace_whole(&path, b"old").unwrap();
        for call in [Call::Create, Call::Write, Call::Sync, Call::Rename] {
            let failing = Failing::once(call, 0, std::io::ErrorKind::StorageFull);
            assert!(replace(&failing, &path, b"new, and longer").is_err(), "{call:?}");
            assert_eq!(fs::read(&path).unwrap(), b"old", "{call:?}");
            assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "{call:?}");
        }
    }

    #[test]
    fn what_is_no_file_is_never_replaced() {
        let folder = tempfile::tempdir().unwrap();
        let refused = replace_whole(folder.path(), b"x").unwrap_err();
        assert!(matches!(refused, NotWritten::NotAFile { .. }), "{refused}");
    }
}
