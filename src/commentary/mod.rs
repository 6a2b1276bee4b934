//! What leads say of their figures: the sections of one indicator's or one objective's Markdown file.

mod draft;
mod fields;
pub mod insertion;
mod outline;
mod period;
pub mod read;

use std::ops::Range;

use chrono::NaiveDate;

pub use draft::Draft;
pub use period::Periods;

use crate::time::Period;

/// The commentary of one indicator or objective, in the order of the file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Commentary {
    pub sections: Vec<Section>,
}

/// What was said of one period.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    pub period: Period,
    /// When performance is expected to have recovered: a period of any kind.
    pub recovery: Option<Period>,
    /// What the Board is asked to do.
    pub ask: Option<Ask>,
    /// The Markdown below the fields, as typed but for line endings, which are LF; empty where there is none.
    pub body: String,
    /// Where in `body` its first paragraph stands.
    reason: Range<usize>,
    /// Where the section stands in its file, in bytes: from its heading to the next one, or to the end.
    pub span: Range<usize>,
    /// Where its parts stand there.
    pub parts: Parts,
}

/// Where the parts of a section stand in its file, in bytes, each without the ending of its last line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parts {
    pub heading: Range<usize>,
    /// The line of the field; nothing where there is none.
    pub recovery: Option<Range<usize>>,
    /// The line of the field; nothing where there is none.
    pub ask: Option<Range<usize>>,
    /// The text; nothing where there is none.
    pub body: Option<Range<usize>>,
}

/// What the Board is asked to do about an exception.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ask {
    Note,
    Support,
    Decide,
}

impl Commentary {
    /// What was said of a period; nothing where no section is of it.
    #[must_use]
    pub fn of(&self, period: Period) -> Option<&Section> {
        self.sections.iter().find(|section| section.period == period)
    }

    /// What is said of a figure on a day: of its own section and those of another kind of period that is over by then and does not end
    /// before the figure's, the one that ends last, its own before others that end with it. A section of another period of the
    /// figure's kind is about another figure. Without a figure, of all sections whose period is over.
    #[must_use]
    pub fn about(&self, figure: Option<Period>, on: NaiveDate) -> Option<&Section> {
        let is_about = |section: &&Section| {
            let end = section.period.end();
            let is_of = |figure: Period| {
                section.period == figure || (section.period.kind() != figure.kind() && end >= figure.end())
            };
            end <= on && figure.is_none_or(is_of)
        };
        let is_own = |section: &Section| Some(section.period) == figure;
        // Of equals the first in the file: `max_by_key` takes the last.
        self.sections.iter().rev().filter(is_about).max_by_key(|section| (section.period.end(), is_own(section)))
    }
}

impl Section {
    /// The first paragraph; empty where there is none.
    #[must_use]
    pub fn reason(&self) -> &str {
        self.body.get(self.reason.clone()).unwrap_or_default()
    }

    /// The Markdown that follows the first paragraph; empty where there is none.
    #[must_use]
    pub fn rest(&self) -> &str {
        self.body.get(self.reason.end..).unwrap_or_default().trim_start_matches('\n')
    }
}

impl Ask {
    pub const NAMES: [(&str, Ask); 3] = [("note", Ask::Note), ("support", Ask::Support), ("decide", Ask::Decide)];

    /// The word in the file.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Support => "support",
            Self::Decide => "decide",
        }
    }

    /// The request a word in any case stands for.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::NAMES.into_iter().find(|(own, _)| own.eq_ignore_ascii_case(name)).map(|(_, ask)| ask)
    }
}
