//! Where a folder lies in its git repository, without running git.

use std::fs;
use std::path::{Path, PathBuf};

/// The root of the git repository that a folder is in; nothing where it is in none.
#[must_use]
pub fn repository_around(folder: &Path) -> Option<PathBuf> {
    let folder = fs::canonicalize(folder).unwrap_or_else(|_| folder.to_path_buf());
    // In a worktree and in a submodule `.git` is a file.
    folder.ancestors().find(|above| above.join(".git").exists()).map(Path::to_path_buf)
}

/// The path of a folder from the root of the git repository it is in, with `/` on every system: `boards/barnet`. Empty for
/// the root itself, and where there is no repository.
#[must_use]
pub fn folder_in_repository(folder: &Path) -> String {
    let folder = fs::canonicalize(folder).unwrap_or_else(|_| folder.to_path_buf());
    let root = repository_around(&folder);
    let inside = root.as_deref().and_then(|root| folder.strip_prefix(root).ok()).unwrap_or(Path::new(""));
    let parts: Vec<_> = inside.components().map(|part| part.as_os_str().to_string_lossy()).collect();
    parts.join("/")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_named_from_the_root_of_its_repository() {
        let temporary = tempfile::tempdir().unwrap();
        let board = temporary.path().join("boards/barnet");
        fs::create_dir_all(&board).unwrap();
        fs::create_dir(temporary.path().join(".git")).unwrap();
        assert_eq!(folder_in_repository(&board), "boards/barnet");
        assert_eq!(folder_in_repository(temporary.path()), "");
    }

    #[test]
    fn a_worktree_is_a_repository_too() {
        let temporary = tempfile::tempdir().unwrap();
        let board = temporary.path().join("worktree/board");
        fs::create_dir_all(&board).unwrap();
        fs::create_dir(temporary.path().join(".git")).unwrap();
        fs::write(temporary.path().join("worktree/.git"), "gitdir: elsewhere\n").unwrap();
        assert_eq!(folder_in_repository(&board), "board");
    }
}
