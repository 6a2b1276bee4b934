//! What a paper was made from, as a format writes it where its readers look last.

use super::clean::clean;
use crate::document::Metadata;
use crate::time::date;

/// Labels and what they are, each on one line; `None` where the document is no paper of its own.
pub fn facts(metadata: &Metadata) -> Option<Vec<(&'static str, String)>> {
    let provenance = metadata.provenance.as_ref()?;
    let facts = [
        ("Strategy", clean(&metadata.subject)),
        ("Board", clean(&metadata.author)),
        ("Meeting", provenance.meeting.map(date::day).unwrap_or_default()),
        ("As of", date::day(provenance.as_of)),
        ("Made from files with SHA-256", clean(&provenance.sources)),
        ("Made by", format!("hwb {}", env!("CARGO_PKG_VERSION"))),
    ];
    Some(facts.into_iter().filter(|(_, value)| !value.is_empty()).collect())
}
