//! A year of a board, told as a story: figures come in, slip and recover, people decide, and every paper of the year is kept.
//!
//! ```ignore
//! let mut year = Year::of("rotherham", "tests/integration/story/boards/rotherham");
//! year.on("2013-01-14");
//! year.does("record smoking-at-delivery '2012/13 Q3' 20.3");
//! year.paper("exceptions", "exceptions --priority");
//! year.ends();
//! ```
//!
//! A command is written as it is typed, without `hwb`; what has spaces in it stands between single quotes. It is told the day of the
//! story, so that nothing depends on the clock. Papers are snapshots in `papers/<story>/`, named after their day. Every figure in
//! `boards/` is made up.

mod barnet;
mod rotherham;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use crate::support::copy::copied;
use crate::support::{Run, run};

/// A copy of a board, the day it is there, and the papers kept so far.
pub struct Year {
    story: &'static str,
    folder: TempDir,
    day: String,
    papers: BTreeSet<String>,
}

impl Year {
    /// A year on a copy of the board in a folder of the repository; its path is from the top.
    pub fn of(story: &'static str, board: &str) -> Self {
        Self { story, folder: copied(board), day: String::new(), papers: BTreeSet::new() }
    }

    /// What follows happens on this day, on which nothing may be wrong with the files.
    #[track_caller]
    pub fn on(&mut self, day: &str) {
        day.clone_into(&mut self.day);
        self.is_sound();
    }

    /// A command that is done with, after which nothing may be wrong with the files. What it printed comes back.
    #[track_caller]
    pub fn does(&self, command: &str) -> String {
        let printed = self.ends_with(command, 0);
        self.is_sound();
        printed
    }

    /// A command that is not done, with this exit status, for a reason that is said.
    #[track_caller]
    pub fn is_refused(&self, command: &str, code: i32, reason: &str) {
        let before = self.files();
        let printed = self.ends_with(command, code);
        assert!(printed.contains(reason), "on {}: $ hwb {command}\ndoes not say `{reason}`:\n{printed}", self.day);
        assert!(before == self.files(), "on {}: $ hwb {command}\nchanged a file", self.day);
    }

    /// A paper of the day: kept whole, under a name that the day has once.
    #[track_caller]
    pub fn paper(&mut self, name: &str, command: &str) {
        self.paper_ending(name, command, 0);
    }

    /// `paper`, of a command that ends with this exit status.
    #[track_caller]
    pub fn paper_ending(&mut self, name: &str, command: &str, code: i32) {
        let printed = self.ends_with(command, code);
        let name = format!("{}-{name}", self.day);
        assert!(self.papers.insert(name.clone()), "two papers are called {name}");
        let status = if code == 0 { String::new() } else { format!("\nexit status {code}\n") };
        let mut settings = insta::Settings::clone_current();
        settings.set_snapshot_path(format!("papers/{}", self.story));
        settings.set_prepend_module_to_snapshot(false);
        settings.set_omit_expression(true);
        settings.bind(|| insta::assert_snapshot!(name, format!("$ hwb {command}\n{printed}{status}")));
    }

    /// What a person changes with an editor: the one place in a file where `old` stands.
    #[track_caller]
    pub fn edits(&self, file: &str, old: &str, new: &str) {
        let path = self.folder.path().join(file);
        let text = fs::read_to_string(&path).expect("a file of the board");
        assert_eq!(text.matches(old).count(), 1, "`{old}` in {file}");
        fs::write(path, text.replace(old, new)).expect("a file of the board");
        self.is_sound();
    }

    /// The year is over: no paper lies in its folder that it did not print.
    #[track_caller]
    pub fn ends(self) {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/integration/story/papers").join(self.story);
        let names = fs::read_dir(folder).expect("the papers of the story").map(|entry| entry.expect("an entry").path());
        let kept = names.filter(|path| path.extension().is_some_and(|extension| extension == "snap"));
        let kept: BTreeSet<String> =
            kept.map(|path| path.file_stem().expect("a name").to_string_lossy().into_owned()).collect();
        assert_eq!(kept, self.papers, "papers that the year does not print");
    }

    /// What a command prints, and on standard error, which must end with this exit status.
    #[track_caller]
    fn ends_with(&self, command: &str, code: i32) -> String {
        let run = self.run(command);
        assert_eq!(run.code, code, "on {}: $ hwb {command}\n{}", self.day, run.both());
        format!("{}{}", run.stdout, run.stderr)
    }

    fn run(&self, command: &str) -> Run {
        let mut words = words(command);
        if let Some(option) = day_option(&words) {
            words.extend([option.to_owned(), self.day.clone()]);
        }
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        run(self.folder.path(), &words, &[])
    }

    #[track_caller]
    fn is_sound(&self) {
        self.ends_with("validate", 0);
    }

    /// Every file of the board, with what it holds.
    fn files(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let mut files = Vec::new();
        let mut folders = vec![self.folder.path().to_path_buf()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(folder).expect("a folder of the board") {
                let path = entry.expect("an entry").path();
                if path.is_dir() {
                    folders.push(path);
                } else if path.file_name().is_none_or(|name| name != ".hwb-lock") {
                    files.push((path.clone(), fs::read(path).expect("a file of the board")));
                }
            }
        }
        files.sort();
        files
    }
}

/// The option by which a command is told the day; a meeting has its own, and `fmt` and `fix` go by none.
fn day_option(words: &[String]) -> Option<&'static str> {
    let is_told = words.iter().any(|word| word == "--meeting");
    let is_timeless = words.first().is_some_and(|word| word == "fmt" || word == "fix");
    (!is_told && !is_timeless).then_some("--as-of")
}

/// The words of a command; what stands between single quotes is one, or part of one.
fn words(command: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut is_quoted = false;
    for character in command.chars() {
        match character {
            '\'' => is_quoted = !is_quoted,
            ' ' if !is_quoted => words.push(String::new()),
            _ => words.last_mut().expect("a word").push(character),
        }
    }
    words
}
