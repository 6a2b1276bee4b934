//! What officers wrote for the papers: the files in `templates/`.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;

use super::{Workspace, reason};
use crate::files::{TEMPLATES, Unreadable};
use crate::finding::{Code, Finding, Findings};
use crate::source::Source;
use crate::{conflict, text, time};

/// How the name of a file of words ends.
const ENDING: &str = ".md";

/// The words for a day's papers.
#[derive(Debug, Default)]
pub struct Words {
    /// Of the day's own folder, by the names of the files.
    dated: BTreeMap<String, Text>,
    /// Those that stand until others are written, by the names of the files.
    standing: BTreeMap<String, Text>,
    /// What is wrong with the files.
    pub findings: Findings,
    /// The paths of those that could not be read.
    pub unusable: Vec<String>,
}

/// What one file says; never blank.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Text {
    /// Relative to the strategy's folder.
    pub path: String,
    pub markdown: String,
}

impl Words {
    /// The first of these names that has words, in the day's own folder, else among those that stand; nothing where none has.
    #[must_use]
    pub fn of(&self, names: &[&str]) -> Option<&Text> {
        let first = |from: &'_ BTreeMap<String, Text>| names.iter().find(|name| from.contains_key(**name)).copied();
        let dated = first(&self.dated).and_then(|name| self.dated.get(name));
        dated.or_else(|| first(&self.standing).and_then(|name| self.standing.get(name)))
    }
}

/// Where somebody is to write the words of a name for a day: `templates/2013-11-21/legal.md`.
#[must_use]
pub fn path_of_words(day: NaiveDate, name: &str) -> String {
    format!("{}/{name}{ENDING}", folder_of(day))
}

fn folder_of(day: NaiveDate) -> String {
    format!("{TEMPLATES}/{day}")
}

impl Workspace {
    /// The words for the papers of a day: that of the meeting, or the day that is judged.
    #[must_use]
    pub fn words(&self, day: NaiveDate) -> Words {
        let mut words = Words::default();
        let dated = self.words_in(&folder_of(day), &mut words);
        let standing = self.words_in(TEMPLATES, &mut words);
        Words { dated, standing, ..words }
    }

    /// The words in a folder; what cannot be read is put among the findings of `words`.
    fn words_in(&self, folder: &str, words: &mut Words) -> BTreeMap<String, Text> {
        let mut read = BTreeMap::new();
        let names = match self.files.names(folder) {
            Ok(names) => names,
            Err(Unreadable::Missing) => return read,
            Err(unreadable) => {
                let message = format!("the folder cannot be read: {}", reason(&unreadable));
                words.findings.push(Finding::new(Code::NotAFile, folder, message));
                words.unusable.push(folder.to_owned());
                return read;
            }
        };
        let mut names: Vec<&str> = names.iter().filter_map(|name| name.strip_suffix(ENDING)).collect();
        names.sort_unstable();
        for name in names.into_iter().filter(|name| self.strategy.is_name_of_words(name)) {
            let path = format!("{folder}/{name}{ENDING}");
            let before = words.findings.errors();
            let markdown = self.words_at(&path, &mut words.findings);
            if words.findings.errors() > before {
                words.unusable.push(path);
            } else if !markdown.trim().is_empty() {
                read.insert(name.to_owned(), Text { path, markdown });
            }
        }
        read
    }

    /// What a file says; empty where it cannot be read, after a finding.
    fn words_at(&self, path: &str, findings: &mut Findings) -> String {
        match self.text(path) {
            Ok(Some(text)) => {
                let text = text.strip_prefix('\u{feff}').map(str::to_owned).unwrap_or(text);
                if conflict::is_in(&Source::new(path, &text), findings) { String::new() } else { text }
            }
            Ok(None) => String::new(),
            Err(finding) => {
                findings.push(finding.without_repair());
                String::new()
            }
        }
    }

    /// What is wrong in `templates/`: files that cannot be read, that are the words of no section, or that a spreadsheet left.
    #[must_use]
    pub fn templates(&self) -> Findings {
        let usual = self.strategy.usual_names_of_words();
        let mut findings = Findings::new();
        self.each_name(TEMPLATES, &mut findings, |name, path, findings| {
            if is_a_day(name) {
                self.each_name(path, findings, |name, path, findings| self.template(name, path, &usual, findings));
            } else {
                self.template(name, path, &usual, findings);
            }
        });
        findings
    }

    /// The paths of the files of words, for any day.
    #[must_use]
    pub fn paths_of_words(&self) -> Vec<String> {
        // A folder that cannot be listed is told by `templates`.
        let in_folder = |folder: &str| {
            let names = self.files.names(folder).unwrap_or_default();
            let is_known =
                |name: &String| name.strip_suffix(ENDING).is_some_and(|name| self.strategy.is_name_of_words(name));
            names.into_iter().filter(is_known).map(|name| format!("{folder}/{name}")).collect::<Vec<_>>()
        };
        let names = self.files.names(TEMPLATES).unwrap_or_default();
        let days = names.iter().filter(|name| is_a_day(name)).map(|name| format!("{TEMPLATES}/{name}"));
        let mut paths: Vec<String> = days.flat_map(|folder| in_folder(&folder)).collect();
        paths.extend(in_folder(TEMPLATES));
        paths.sort_unstable();
        paths
    }

    fn template(&self, name: &str, path: &str, usual: &BTreeSet<String>, findings: &mut Findings) {
        if name.starts_with('.') {
            return;
        }
        let (section, ending) = name.rsplit_once('.').map_or((name, ""), |(section, ending)| (section, ending));
        if name.strip_suffix(ENDING).is_some_and(|section| self.strategy.is_name_of_words(section)) {
            drop(self.words_at(path, findings));
            return;
        }
        let (message, help) = if self.strategy.is_name_of_words(section) {
            let message = format!("a file ending in {} is not read", text::quoted(&format!(".{ending}")));
            (message, format!("save it as plain text and call it {section}{ENDING}"))
        } else {
            let message = format!("no section is called {}", text::quoted(section));
            let nearest = text::did_you_mean(section, usual.iter().map(String::as_str));
            let otherwise = || "call it after a section, or declare one of your own in [report.own]".to_owned();
            (message, nearest.unwrap_or_else(otherwise))
        };
        findings.push(Finding::new(Code::UnusedTemplate, path, message).help(help));
    }
}

/// Whether a name is a day as the folder of its words is called.
fn is_a_day(name: &str) -> bool {
    time::read_iso(name).is_some_and(|day| day.to_string() == name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::files::{Memory, STRATEGY};

    const BOARD: &str = r#"
        format = 1
        [strategy]
        title = "Testham"
        area = "Testham"
        starts = 2012-04-01
        ends = 2015-03-31
        [chapters.care]
        title = "Care"
        [report.own.human-rights]
        heading = "Human rights"
    "#;

    fn workspace(files: Memory) -> Workspace {
        Workspace::open(Box::new(files.with(STRATEGY, BOARD))).unwrap()
    }

    fn day() -> NaiveDate {
        NaiveDate::from_ymd_opt(2013, 11, 21).unwrap()
    }

    fn said(words: &Words, names: &[&str]) -> String {
        words.of(names).map(|text| text.markdown.clone()).unwrap_or_default()
    }

    #[test]
    fn a_days_own_words_come_before_those_that_stand_and_the_first_name_before_the_next() {
        let files = Memory::new()
            .with("templates/2013-11-21/resources.md", "this meeting's")
            .with("templates/resources-care.md", "the chapter's")
            .with("templates/resources.md", "every chapter's")
            .with("templates/2013-09-19/legal.md", "another meeting's")
            .with("templates/human-rights.md", "our own");
        let workspace = workspace(files);
        let names = ["resources-care", "resources"];
        assert_eq!(said(&workspace.words(day()), &names), "this meeting's");
        let later = workspace.words(day().succ_opt().unwrap());
        assert_eq!(said(&later, &names), "the chapter's");
        assert_eq!(said(&later, &["resources"]), "every chapter's");
        assert_eq!(said(&later, &["human-rights"]), "our own");
        assert_eq!(later.of(&["legal"]), None);
        assert_eq!(later.of(&["resources"]).unwrap().path, "templates/resources.md");
        assert_eq!(path_of_words(day(), "legal"), "templates/2013-11-21/legal.md");
    }

    #[test]
    fn a_blank_file_is_no_words() {
        let files = Memory::new().with("templates/2013-11-21/legal.md", " \r\n\t").with("templates/legal.md", "stands");
        assert_eq!(said(&workspace(files).words(day()), &["legal"]), "stands");
    }

    #[test]
    fn what_cannot_be_read_is_a_finding_and_costs_only_its_own_words() {
        let files = Memory::new()
            .with("templates/legal.md", b"\xff\xfe".to_vec())
            .with("templates/risk.md", "<<<<<<< ours\na\n=======\nb\n>>>>>>> theirs\n")
            .with("templates/providers.md", "fine");
        let words = workspace(files).words(day());
        assert_eq!(words.unusable, ["templates/legal.md", "templates/risk.md"]);
        assert_eq!(words.findings.errors(), 2);
        assert_eq!(said(&words, &["legal", "risk", "providers"]), "fine");
    }

    #[test]
    fn the_files_of_every_day_are_listed_and_no_others() {
        let files = Memory::new()
            .with("templates/2013-11-21/legal.md", "")
            .with("templates/2013-11-21/leagl.md", "")
            .with("templates/2013-1-2/legal.md", "")
            .with("templates/endorsement-care.md", "")
            .with("templates/legal.txt", "");
        let workspace = workspace(files);
        assert_eq!(workspace.paths_of_words(), ["templates/2013-11-21/legal.md", "templates/endorsement-care.md"]);
        let unused: Vec<String> = workspace.templates().into_sorted().into_iter().map(|finding| finding.path).collect();
        assert_eq!(unused, ["templates/2013-1-2", "templates/2013-11-21/leagl.md", "templates/legal.txt"]);
    }
}
