//! Several pages that lead to one another, with a list of what they are about and what can be downloaded beside them.

use super::{Document, Mark};

/// A folder of pages. Every path is relative to that folder, with `/`, and no other file's.
#[derive(Debug, Clone, PartialEq)]
pub struct Site {
    /// What the whole is called; the name of every page ends with it.
    pub title: String,
    /// The first is where a reader begins.
    pub pages: Vec<Page>,
    pub index: Index,
    /// Files to download, as they are to be written.
    pub files: Vec<(String, Vec<u8>)>,
}

/// One page.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    pub path: String,
    pub place: Place,
    pub document: Document,
}

/// How a page is reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// From every page, by this name.
    Navigation(String),
    /// From the page with this path, above which it leads back.
    Below(String),
}

/// The page that lists what the others are about, to be searched and narrowed. It is reached from every page.
#[derive(Debug, Clone, PartialEq)]
pub struct Index {
    pub path: String,
    /// What the navigation calls it.
    pub name: String,
    /// Its title, and what it says before the list.
    pub document: Document,
    pub entries: Vec<IndexEntry>,
}

/// One line of the list.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IndexEntry {
    pub title: String,
    /// The page it leads to.
    pub path: String,
    /// What it is found by beside what the line shows: its id, its lead, its themes.
    pub words: String,
    /// The chapter it belongs to; empty where it belongs to none.
    pub chapter: String,
    /// The latest figure and its period, as people read them; empty where there is none.
    pub latest: String,
    /// In words: "off target".
    pub rating: String,
    pub mark: Mark,
}
