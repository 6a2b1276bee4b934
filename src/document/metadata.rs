//! What a paper says about itself where the format has a place for it.

use chrono::NaiveDate;

/// What is known about a document beside what it says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Metadata {
    /// What it is about: the strategy's title. Empty where it is not known.
    pub subject: String,
    /// Who gives it out: the Board's title. Empty where it is not known.
    pub author: String,
    /// The language it is in, as BCP 47 has it.
    pub language: &'static str,
    /// What it was made from; nothing for what is no paper of its own, such as a table.
    pub provenance: Option<Provenance>,
}

/// What a paper was made from, so that it can be made again and told from one that was changed by hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Provenance {
    /// The Board's meeting it is for; nothing where it is for a day.
    pub meeting: Option<NaiveDate>,
    /// What was known on this day is judged.
    pub as_of: NaiveDate,
    /// SHA-256 of the strategy's files, in hexadecimal.
    pub sources: String,
}

impl Default for Metadata {
    fn default() -> Self {
        Self { subject: String::new(), author: String::new(), language: "en-GB", provenance: None }
    }
}
