//! Whether something was done or would be.

/// What is said of a change: that it is made, or what it would be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tense {
    Is,
    Would,
}

impl Tense {
    /// How the line begins that names the file and the row.
    pub fn written(self) -> &'static str {
        match self {
            Self::Is => "Written to",
            Self::Would => "To be written to",
        }
    }
}
