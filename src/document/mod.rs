//! What is said to people, before it is known in which format: a [`Document`] of blocks.
//!
//! A paper composes a Document from an Answer; a renderer turns it into a terminal's text, Markdown or CSV.
//! Neither knows the other, so a new command has every format and a new format serves every command.

mod calendar;
mod table;

pub use calendar::{Calendar, Event};
pub use table::{Align, Cell, Column, Group, Importance, Row, Table, Tone};

/// A whole output: a title and what stands under it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// What this is, in a line: "Position on 21 November 2013".
    pub title: String,
    pub blocks: Vec<Block>,
}

/// One block of a document, in reading order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    Paragraph(String),
    /// Unordered, one item a line.
    List(Vec<String>),
    /// A label and what it is: "Lead: Barnet CCG".
    Facts(Vec<(String, String)>),
    Table(Table),
    /// A heading with its own blocks; nesting gives the heading's level.
    Section {
        title: String,
        blocks: Vec<Block>,
    },
}

impl Document {
    /// Every table of the document, in reading order: what CSV is made from.
    #[must_use]
    pub fn tables(&self) -> Vec<&Table> {
        fn collect<'a>(blocks: &'a [Block], found: &mut Vec<&'a Table>) {
            for block in blocks {
                match block {
                    Block::Table(table) => found.push(table),
                    Block::Section { blocks, .. } => collect(blocks, found),
                    Block::Paragraph(_) | Block::List(_) | Block::Facts(_) => {}
                }
            }
        }
        let mut found = Vec::new();
        collect(&self.blocks, &mut found);
        found
    }
}
