//! Files as they would be: some of them changed, on top of others.

use super::{Change, Files, Unreadable};
use crate::limits;

/// What is below, seen through a change that is not made yet.
#[derive(Debug)]
pub struct Overlay<F> {
    below: F,
    changes: Vec<Change>,
}

impl<F> Overlay<F> {
    #[must_use]
    pub fn new(below: F, changes: Vec<Change>) -> Self {
        Self { below, changes }
    }
}

impl<F: Files> Files for Overlay<F> {
    fn read(&self, path: &str) -> Result<Vec<u8>, Unreadable> {
        let Some(change) = self.changes.iter().find(|change| change.path == path) else {
            return self.below.read(path);
        };
        let bytes = change.after.clone().ok_or(Unreadable::Missing)?;
        let length = bytes.len() as u64;
        if length > limits::FILE_BYTES { Err(Unreadable::TooLong(length)) } else { Ok(bytes) }
    }

    fn names(&self, folder: &str) -> Result<Vec<String>, Unreadable> {
        let within = |change: &Change| Some(change.path.strip_prefix(folder)?.strip_prefix('/')?.to_owned());
        let made = self.changes.iter().filter(|change| change.after.is_some()).filter_map(within);
        let made: Vec<String> = made.filter(|name| !name.contains('/')).collect();
        let mut names = match self.below.names(folder) {
            Err(Unreadable::Missing) if !made.is_empty() => Vec::new(),
            below => below?,
        };
        let removed: Vec<String> =
            self.changes.iter().filter(|change| change.after.is_none()).filter_map(within).collect();
        names.retain(|name| !removed.contains(name) && !made.contains(name));
        names.extend(made);
        Ok(names)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::Memory;

    fn change(path: &str, after: Option<&str>) -> Change {
        Change { path: path.to_owned(), before: None, after: after.map(|text| text.as_bytes().to_vec()) }
    }

    #[test]
    fn what_is_changed_is_seen_as_it_would_be_and_the_rest_as_it_is() {
        let below = Memory::new().with("data/a.csv", "a").with("data/b.csv", "b").with("data/c.csv", "c");
        let changes =
            vec![change("data/b.csv", Some("new")), change("data/c.csv", None), change("data/d.csv", Some("d"))];
        let overlay = Overlay::new(below, changes);
        assert_eq!(overlay.read("data/a.csv"), Ok(b"a".to_vec()));
        assert_eq!(overlay.read("data/b.csv"), Ok(b"new".to_vec()));
        assert_eq!(overlay.read("data/c.csv"), Err(Unreadable::Missing));
        let mut names = overlay.names("data").unwrap();
        names.sort();
        assert_eq!(names, ["a.csv", "b.csv", "d.csv"]);
        assert_eq!(
            Overlay::new(Memory::new(), vec![change("data/x.csv", Some("x"))]).names("data").unwrap(),
            ["x.csv"]
        );
    }
}
