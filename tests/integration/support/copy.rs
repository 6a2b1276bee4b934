//! Folders of the repository, copied to where a test may change them.

use std::fs;
use std::path::Path;

use tempfile::TempDir;

/// Copies a folder with all it holds; what is there already stays unless it has the same name.
pub fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).expect("a folder");
    for entry in fs::read_dir(from).expect("a folder to copy") {
        let entry = entry.expect("an entry");
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).expect("a copy");
        }
    }
}

/// A temporary folder with what a folder of the repository holds; its path is from the top.
pub fn copied(path: &str) -> TempDir {
    let folder = TempDir::new().expect("a temporary folder");
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join(path), folder.path());
    folder
}
