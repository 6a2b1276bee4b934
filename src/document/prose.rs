//! What somebody wrote in Markdown, as what it means: nothing of its source is left that a format could take for its own markup.

/// Passages in reading order; empty where nothing was written.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Prose(pub Vec<Passage>);

/// One passage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Passage {
    Paragraph(Vec<Inline>),
    /// `first` is the number of the first item; nothing where the list has bullets.
    List {
        first: Option<u64>,
        items: Vec<Vec<Passage>>,
    },
    Quote(Vec<Passage>),
    /// Text whose lines and spaces stay as they are.
    Verbatim(String),
}

/// Words within a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Inline {
    Text(String),
    Strong(Vec<Inline>),
    Emphasis(Vec<Inline>),
    Code(String),
    /// Only `http`, `https` and `mailto`: any other was made its text.
    Link {
        to: String,
        words: Vec<Inline>,
    },
    LineBreak,
}
