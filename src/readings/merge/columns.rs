//! The columns of the merged file, and where each stands in the three versions.

use super::Sides;
use super::keyed::{Keyed, KeyedRow};

/// The merged columns, in their order.
#[derive(Debug)]
pub(super) struct Columns {
    /// As they are to be written.
    pub headings: Vec<String>,
    /// What they are known by.
    pub names: Vec<String>,
    base: Vec<Option<usize>>,
    ours: Vec<Option<usize>>,
    theirs: Vec<Option<usize>>,
}

/// Which version a row comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    Base,
    Ours,
    Theirs,
}

impl Columns {
    /// Columns that either side has; one that a side took out is left out, unless the other side has changed something in it:
    /// then nothing.
    pub(super) fn of(sides: &Sides<'_>) -> Option<Self> {
        let Sides { base, ours, theirs } = sides;
        let (first, second) = if is_reordered(base, theirs) && !is_reordered(base, ours) {
            (&theirs.names, &ours.names)
        } else {
            (&ours.names, &theirs.names)
        };
        let mut names = first.clone();
        let mut after = 0;
        for name in second {
            match names.iter().position(|own| own == name) {
                Some(place) => after = place + 1,
                None => {
                    names.insert(after, name.clone());
                    after += 1;
                }
            }
        }
        let is_gone =
            |name: &String| base.names.contains(name) && (!ours.names.contains(name) || !theirs.names.contains(name));
        let gone: Vec<String> = names.iter().filter(|name| is_gone(name)).cloned().collect();
        for name in &gone {
            let kept_by = if ours.names.contains(name) { ours } else { theirs };
            if name == "period" || name == "value" || is_changed(name, base, kept_by) {
                return None;
            }
        }
        names.retain(|name| !gone.contains(name));
        let places =
            |side: &Keyed<'_>| names.iter().map(|name| side.names.iter().position(|own| own == name)).collect();
        let mut columns =
            Self { headings: Vec::new(), base: places(base), ours: places(ours), theirs: places(theirs), names };
        columns.headings = columns.headings_of(sides);
        Some(columns)
    }

    /// A spelling that one side changed is taken, and of two ours.
    fn headings_of(&self, sides: &Sides<'_>) -> Vec<String> {
        let heading = |side: &Keyed<'_>, places: &[Option<usize>], at: usize| {
            places[at].and_then(|place| side.headings.get(place).cloned())
        };
        let headings = (0..self.names.len()).map(|at| {
            let own = heading(&sides.ours, &self.ours, at);
            let other = heading(&sides.theirs, &self.theirs, at);
            let before = heading(&sides.base, &self.base, at);
            let chosen = if own == before { other.or(own) } else { own.or(other) };
            chosen.unwrap_or_default()
        });
        headings.collect()
    }

    /// The cells of a row in the merged columns; nothing where its version has no such column.
    pub(super) fn cells(&self, side: Side, row: &KeyedRow<'_>) -> Vec<Option<String>> {
        self.places(side).iter().map(|place| place.and_then(|place| row.cells.get(place).cloned())).collect()
    }

    /// Whether a version has these columns and no others, in this order: its rows can be written as they are.
    pub(super) fn are_those_of(&self, side: Side, version: &Keyed<'_>) -> bool {
        let is_in_place = self.places(side).iter().enumerate().all(|(at, place)| *place == Some(at));
        is_in_place && version.names.len() == self.names.len()
    }

    fn places(&self, side: Side) -> &[Option<usize>] {
        match side {
            Side::Base => &self.base,
            Side::Ours => &self.ours,
            Side::Theirs => &self.theirs,
        }
    }
}

/// Whether the columns that both have stand in another order.
fn is_reordered(base: &Keyed<'_>, side: &Keyed<'_>) -> bool {
    let kept = base.names.iter().filter(|name| side.names.contains(name));
    let common = side.names.iter().filter(|name| base.names.contains(name));
    !kept.eq(common)
}

/// Whether a version says in a column what its ancestor does not.
fn is_changed(name: &str, base: &Keyed<'_>, side: &Keyed<'_>) -> bool {
    let column = |version: &Keyed<'_>| version.names.iter().position(|own| own == name);
    let (Some(before), Some(now)) = (column(base), column(side)) else { return true };
    let earlier: std::collections::BTreeMap<_, _> =
        base.rows.iter().map(|row| (&row.key, &row.cells[before])).collect();
    side.rows.iter().any(|row| match earlier.get(&row.key) {
        Some(cell) => **cell != row.cells[now],
        None => !row.cells[now].trim().is_empty(),
    })
}
