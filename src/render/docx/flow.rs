//! What stands in a Word file, one thing after another, before it is known on which pages: paragraphs and tables, with no format in
//! them but names of styles.

use super::fit::Measure;
use super::page::Page;
use crate::document::{Align, Mark};

/// One thing in reading order.
pub struct Item {
    pub content: Content,
    /// The way round that its page has to be; nothing where it fits either.
    pub page: Option<Page>,
}

pub enum Content {
    Paragraph(Paragraph),
    Grid(Grid),
}

/// A paragraph.
#[derive(Default)]
pub struct Paragraph {
    pub style: Style,
    pub spans: Vec<Span>,
    pub list: Option<ListItem>,
    /// How far in it stands beside what its style says, in twentieths of a point.
    pub indent: usize,
    /// Where a second column of words begins in it, in twentieths of a point: the values of facts.
    pub stop: Option<usize>,
    /// Room above it beside what its style says, in twentieths of a point.
    pub before: usize,
    pub align: Alignment,
    pub is_kept_with_next: bool,
    pub begins_page: bool,
    /// The pages of the section that ends with it.
    pub ends_section: Option<Page>,
}

/// Where the lines of a paragraph begin.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub enum Alignment {
    #[default]
    Start,
    Right,
}

impl From<Align> for Alignment {
    fn from(align: Align) -> Self {
        match align {
            Align::Left => Self::Start,
            Align::Right => Self::Right,
        }
    }
}

/// A paragraph style, of those that Word has built in: a council's own look of them applies where it is pasted.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub enum Style {
    #[default]
    Normal,
    Title,
    /// From 1 to 6.
    Heading(usize),
    ListBullet,
    ListNumber,
    /// What goes on under an item of a list.
    ListContinue,
    Caption,
    Quote,
    Preformatted,
    Header,
    Footer,
    /// What a file ends with after a table: as good as nothing.
    End,
}

/// A paragraph that is an item of a list.
#[derive(Clone, Copy)]
pub struct ListItem {
    /// Which list, by its number in the part that declares them.
    pub list: usize,
    /// How deep, from 0.
    pub level: usize,
}

/// What stands in a paragraph.
pub enum Span {
    Text(String, Look),
    /// The sign of a rating, before its word.
    Sign(Mark),
    LineBreak,
    Tab,
    /// A field and what it says until a program works it out anew.
    Field(&'static str, String),
    Link {
        relationship: String,
        spans: Vec<Span>,
    },
    Picture(Picture),
}

/// How words look.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub struct Look {
    pub is_strong: bool,
    pub is_emphasised: bool,
    pub face: Face,
}

/// What words are, beside their weight.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub enum Face {
    #[default]
    Text,
    Code,
    /// Missing words, marked so that nobody overlooks them.
    Stub,
    Link,
}

/// A picture on a line of its own.
pub struct Picture {
    /// From 1: the only one with this number.
    pub number: usize,
    pub headline: String,
    pub alternative: String,
    /// The relationships of its two forms.
    pub png: String,
    pub svg: String,
    /// In pixels of the page, of which there are 96 to an inch.
    pub width: u32,
    pub height: u32,
}

/// A table: one row of headings and rows of as many cells.
pub struct Grid {
    pub caption: String,
    pub description: String,
    pub columns: Vec<GridColumn>,
    pub rows: Vec<Vec<GridCell>>,
}

pub struct GridColumn {
    pub heading: String,
    pub align: Align,
    pub measure: Measure,
}

#[derive(Clone)]
pub struct GridCell {
    pub text: String,
    /// Of its sign; nothing where it has none.
    pub mark: Option<Mark>,
}

impl Paragraph {
    /// A paragraph of one text.
    pub fn of(style: Style, text: String) -> Self {
        Self { style, spans: vec![Span::plain(text)], ..Self::default() }
    }

    /// The same paragraph, on one page with what follows.
    pub fn kept_with_next(self) -> Self {
        Self { is_kept_with_next: true, ..self }
    }
}

impl Span {
    pub fn plain(text: impl Into<String>) -> Self {
        Self::Text(text.into(), Look::default())
    }

    pub fn strong(text: impl Into<String>) -> Self {
        Self::Text(text.into(), Look { is_strong: true, ..Look::default() })
    }

    /// How many characters it shows; a picture none.
    pub fn length(&self) -> usize {
        match self {
            Self::Text(text, _) | Self::Field(_, text) => text.chars().count(),
            Self::Sign(_) | Self::Tab | Self::LineBreak => 1,
            Self::Link { spans, .. } => spans.iter().map(Self::length).sum(),
            Self::Picture(_) => 0,
        }
    }
}
