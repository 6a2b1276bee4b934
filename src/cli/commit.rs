//! How a change is kept in git.

use std::path::Path;

use hwb::files::{Change, repository_around};
use hwb::text::visible;

/// The commands that keep the files of a change, with `what` as the message; nothing where there is no git repository.
pub fn of(changes: &[Change], what: &str, root: &Path) -> Option<String> {
    repository_around(root)?;
    let is_here = std::env::current_dir().is_ok_and(|here| here == root);
    let path = |path: &str| {
        let path = if is_here { path.to_owned() } else { root.join(path).display().to_string() };
        as_typed(&path)
    };
    let paths: Vec<String> = changes.iter().map(|change| path(&change.path)).collect();
    let made = changes.iter().filter(|change| change.before.is_none());
    let made: Vec<String> = made.map(|change| path(&change.path)).collect();
    let add = if made.is_empty() { String::new() } else { format!("git add {}, then ", made.join(" ")) };
    Some(format!("{add}git commit -m {} {}", as_typed(what), paths.join(" ")))
}

/// A word as it is typed in a shell: in quotes where it needs them.
pub fn as_typed(word: &str) -> String {
    let is_plain = |character: char| character.is_ascii_alphanumeric() || "-_./:=+,%@".contains(character);
    let word = visible(word);
    if !word.is_empty() && word.chars().all(is_plain) {
        word.into_owned()
    } else if word.contains(['"', '$', '`', '\\', '!']) {
        format!("'{}'", word.replace('\'', "'\\''"))
    } else {
        format!("\"{word}\"")
    }
}
