//! A [`Document`] in the formats people and spreadsheets read: a terminal's text, Markdown, a web page, a Word file, a workbook, CSV;
//! a calendar for calendar programs.
//!
//! Pure: what comes out depends on the document, the format and the [`Screen`], never on a real terminal, the
//! environment or the clock. Text in a document is data in every format: it cannot colour a terminal, break a
//! table, make a link or become a formula.

mod clean;
mod csv;
mod docx;
mod font;
mod html;
mod ics;
mod markdown;
mod origin;
mod png;
mod seal;
mod site;
mod svg;
mod terminal;
mod xlsx;

#[cfg(test)]
mod example;

pub use ics::ics;
pub use seal::{is_as_made, place as seal_place, text as sealed};
pub use site::site;

use crate::document::Document;

/// A format that a document can be rendered in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Text laid out for a terminal.
    Table,
    Markdown,
    /// One web page, whole in itself.
    Html,
    /// A Word file.
    Docx,
    /// A workbook of its tables.
    Xlsx,
    Csv,
}

/// What the terminal's text is laid out for. The other formats take no notice of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Screen {
    /// In terminal cells. Taken as 20 where it is less.
    pub width: usize,
    /// Whether tones and bold titles are written as escape codes.
    pub colour: bool,
}

impl Format {
    /// Every format, in the order in which help lists them.
    pub const ALL: [Self; 6] = [Self::Table, Self::Markdown, Self::Html, Self::Docx, Self::Xlsx, Self::Csv];

    /// The word for it on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Table => "table",
            Self::Markdown => "md",
            Self::Html => "html",
            Self::Docx => "docx",
            Self::Xlsx => "xlsx",
            Self::Csv => "csv",
        }
    }

    /// Whether it is text; a Word file and a workbook are not, and no terminal shows them.
    #[must_use]
    pub fn is_text(self) -> bool {
        !matches!(self, Self::Docx | Self::Xlsx)
    }

    /// The format of that name; `None` where there is none.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }
}

/// The document as the bytes of a file: text is UTF-8 and ends with a line end; empty where the document has nothing for that format.
#[must_use]
pub fn render(document: &Document, format: Format, screen: Screen) -> Vec<u8> {
    match format {
        Format::Table => terminal::render(document, screen).into_bytes(),
        Format::Markdown => markdown::render(document).into_bytes(),
        Format::Html => html::render(document).into_bytes(),
        Format::Docx => docx::render(document),
        Format::Xlsx => xlsx::render(document),
        Format::Csv => csv::render(document).into_bytes(),
    }
}

#[cfg(test)]
mod tests {
    use super::Format;

    #[test]
    fn a_format_is_found_by_its_own_name() {
        for format in Format::ALL {
            assert_eq!(Format::from_name(format.name()), Some(format));
        }
    }

    #[test]
    fn an_unknown_name_is_no_format() {
        assert_eq!(Format::from_name("Table"), None);
        assert_eq!(Format::from_name(""), None);
    }
}
