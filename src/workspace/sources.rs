//! What a paper was made from, as one number: a digest of the strategy's files.

use sha2::{Digest, Sha256};

use super::Workspace;
use crate::files::{STRATEGY, Unreadable};

impl Workspace {
    /// SHA-256, in hexadecimal, of the paths and bytes of `strategy.toml` and of every file that hwb reads in `data/` and
    /// `templates/`, in the order of their paths. A file that is not there has no part in it.
    #[must_use]
    pub fn sources(&self) -> String {
        let mut paths: Vec<String> = self.mendable().chain(self.paths_of_words()).collect();
        paths.push(STRATEGY.to_owned());
        paths.sort_unstable();
        let mut digest = Sha256::new();
        for path in paths {
            let bytes = match self.files.read(&path) {
                Ok(bytes) => bytes,
                Err(Unreadable::Missing) => continue,
                // That it is there is all that is known.
                Err(_) => Vec::new(),
            };
            digest.update(&path);
            // Lengths, so that no byte can move from one file to the next.
            digest.update([0]);
            digest.update((bytes.len() as u64).to_le_bytes());
            digest.update(bytes);
        }
        format!("{:x}", digest.finalize())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::Memory;

    const BOARD: &str = r#"
        format = 1
        [strategy]
        title = "Testham"
        area = "Testham"
        starts = 2012-04-01
        ends = 2015-03-31
        [chapters.care]
        title = "Care"
        [objectives.home]
        title = "Home"
        chapter = "care"
    "#;

    fn sources(files: &[(&str, &str)]) -> String {
        let memory = files.iter().fold(Memory::new(), |memory, (path, bytes)| memory.with(path, *bytes));
        Workspace::open(Box::new(memory.with(STRATEGY, BOARD))).unwrap().sources()
    }

    #[test]
    fn a_byte_in_any_file_that_is_read_changes_it_and_other_files_do_not() {
        let plain = sources(&[]);
        assert_eq!(plain.len(), 64);
        for path in
            ["data/home.md", "data/registers/actions.csv", "templates/legal.md", "templates/2013-11-21/legal.md"]
        {
            let (one, other) = (sources(&[(path, "a")]), sources(&[(path, "b")]));
            assert!(one != plain && one != other, "{path}");
        }
        assert_eq!(sources(&[("data/other.csv", "a"), ("templates/notes.txt", "a"), ("README.md", "a")]), plain);
    }

    #[test]
    fn no_byte_moves_from_one_file_to_the_next() {
        let files = |one, next| sources(&[("templates/key.md", one), ("templates/legal.md", next)]);
        assert_ne!(files("ab", "c"), files("a", "bc"));
    }
}
