//! A [`Document`] in the formats people and spreadsheets read: a terminal's text, Markdown, CSV; a calendar for calendar programs.
//!
//! Pure: what comes out depends on the document, the format and the [`Screen`], never on a real terminal, the
//! environment or the clock. Text in a document is data in every format: it cannot colour a terminal, break a
//! table, make a link or become a formula.

mod clean;
mod csv;
mod ics;
mod markdown;
mod terminal;

#[cfg(test)]
mod example;

pub use ics::ics;

use crate::document::Document;

/// A format that a document can be rendered in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// Text laid out for a terminal.
    Table,
    Markdown,
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
    pub const ALL: [Self; 3] = [Self::Table, Self::Markdown, Self::Csv];

    /// The word for it on the command line.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Table => "table",
            Self::Markdown => "md",
            Self::Csv => "csv",
        }
    }

    /// The format of that name; `None` where there is none.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }
}

/// The document as text that ends with a line end; empty where the document has nothing for that format.
#[must_use]
pub fn render(document: &Document, format: Format, screen: Screen) -> String {
    match format {
        Format::Table => terminal::render(document, screen),
        Format::Markdown => markdown::render(document),
        Format::Csv => csv::render(document),
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
