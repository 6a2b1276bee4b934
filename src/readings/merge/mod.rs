//! Merges two versions of a file of readings by what its rows are about, not by where they stand: `docs/git.md` says how.
//!
//! A row is known by its period, its group and its role: the original, a forecast, or the revision of a day. Rows that only one
//! side added are kept, cells that only one side changed are taken, and what cannot be settled stands between conflict markers.

mod columns;
mod keyed;
mod order;
mod rows;
mod write;

use columns::Columns;
use keyed::Keyed;

use crate::time::Kind;

/// What merging came to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Merged {
    Clean(String),
    /// With markers around what is to be settled, and how often.
    Conflicts {
        text: String,
        count: usize,
    },
}

/// The three versions of a file.
#[derive(Debug, Clone, Copy)]
pub struct Versions<'a> {
    /// The common ancestor; empty where both sides added the file.
    pub base: &'a str,
    pub ours: &'a str,
    pub theirs: &'a str,
}

/// Merges the rows. `kind` is the kind of the periods where it is known; else each is read as the likeliest. Nothing where the rows
/// of a version cannot be told apart for certain: bad quoting, a period that cannot be read, two rows for one, an old conflict.
#[must_use]
pub fn merge(versions: Versions<'_>, kind: Option<Kind>, marker_size: usize) -> Option<Merged> {
    let Versions { base, ours, theirs } = versions;
    if ours == theirs || base == theirs {
        return Some(Merged::Clean(ours.to_owned()));
    }
    if base == ours {
        return Some(Merged::Clean(theirs.to_owned()));
    }
    let read = |text| Keyed::read(text, kind);
    let ancestor = if base.is_empty() { Keyed::default() } else { read(base)? };
    let sides = Sides { base: ancestor, ours: read(ours)?, theirs: read(theirs)? };
    if !sides.are_of_one_kind() {
        return None;
    }
    let columns = Columns::of(&sides)?;
    let items = rows::merged(&sides, &columns);
    let count = items.iter().filter(|item| item.is_conflict()).count();
    let format = write::Format::of(if base.is_empty() { ours } else { base }, marker_size);
    let text = write::text(&sides, &columns, &items, format);
    Some(if count == 0 { Merged::Clean(text) } else { Merged::Conflicts { text, count } })
}

/// The three versions as rows that can be told apart.
#[derive(Debug)]
struct Sides<'a> {
    base: Keyed<'a>,
    ours: Keyed<'a>,
    theirs: Keyed<'a>,
}

impl Sides<'_> {
    /// Whether the periods of all three are of one kind, as the readings of an indicator are.
    fn are_of_one_kind(&self) -> bool {
        let sides = [&self.base, &self.ours, &self.theirs];
        let mut kinds = sides.iter().flat_map(|side| &side.rows).map(|row| row.key.period.kind());
        let first = kinds.next();
        kinds.all(|kind| Some(kind) == first)
    }
}

#[cfg(test)]
mod tests;
