//! What is said to people, before it is known in which format: a [`Document`] of blocks.
//!
//! A paper composes a Document from an Answer; a renderer turns it into a terminal's text, Markdown, a web page, a Word file, a
//! workbook or CSV. Neither knows the other, so a new command has every format and a new format serves every command.

mod calendar;
mod chart;
mod metadata;
mod prose;
mod site;
mod table;

pub use calendar::{Calendar, Event};
pub use chart::{Bar, Bars, Chart, Drawing, Lines, Panel, Point, Stretch, Unit};
pub use metadata::{Metadata, Provenance};
pub use prose::{Inline, Passage, Prose};
pub use site::{Index, IndexEntry, Page, Place, Site};
pub use table::{Align, Cell, Column, Group, Importance, Mark, Row, Table, Tone};

/// A whole output: a title and what stands under it.
#[derive(Debug, Clone, PartialEq)]
pub struct Document {
    /// What this is, in a line: "Position on 21 November 2013".
    pub title: String,
    pub metadata: Metadata,
    pub blocks: Vec<Block>,
}

/// One block of a document, in reading order.
#[derive(Debug, Clone, PartialEq)]
pub enum Block {
    Paragraph(String),
    /// Unordered, one item a line.
    List(Vec<String>),
    /// A label and what it is: "Lead: Barnet CCG".
    Facts(Vec<(String, String)>),
    Table(Table),
    Chart(Chart),
    /// What somebody wrote in Markdown.
    Prose(Prose),
    /// Where words are missing that only an officer can write.
    Stub(Stub),
    /// Places to go to, one a line.
    Links(Vec<Link>),
    /// What follows begins a new page where there are pages.
    NewPage,
    /// A heading with its own blocks; nesting gives the heading's level.
    Section {
        title: String,
        blocks: Vec<Block>,
    },
}

/// Words that are missing from a paper.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stub {
    /// Who is to write them: a post.
    pub awaits: String,
    /// What they are to say, as a sentence without its full stop: "what this means for money, staff and buildings".
    pub says: String,
    /// The file they are to be written in, relative to the strategy's folder, with `/`.
    pub path: String,
}

/// A place to go to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    pub text: String,
    /// Relative to the page the link stands on, with `/`: hwb makes no others of its own.
    pub to: String,
    /// Said after the link; empty where there is nothing to say.
    pub about: String,
}

impl Document {
    /// A document with nothing known about it but what it says.
    #[must_use]
    pub fn new(title: impl Into<String>, blocks: Vec<Block>) -> Self {
        Self { title: title.into(), metadata: Metadata::default(), blocks }
    }

    /// Every table of the document, in reading order: what CSV is made from.
    #[must_use]
    pub fn tables(&self) -> Vec<&Table> {
        fn collect<'a>(blocks: &'a [Block], found: &mut Vec<&'a Table>) {
            for block in blocks {
                match block {
                    Block::Table(table) => found.push(table),
                    Block::Section { blocks, .. } => collect(blocks, found),
                    _ => {}
                }
            }
        }
        let mut found = Vec::new();
        collect(&self.blocks, &mut found);
        found
    }

    /// Every stub of the document, in reading order.
    #[must_use]
    pub fn stubs(&self) -> Vec<&Stub> {
        fn collect<'a>(blocks: &'a [Block], found: &mut Vec<&'a Stub>) {
            for block in blocks {
                match block {
                    Block::Stub(stub) => found.push(stub),
                    Block::Section { blocks, .. } => collect(blocks, found),
                    _ => {}
                }
            }
        }
        let mut found = Vec::new();
        collect(&self.blocks, &mut found);
        found
    }
}
