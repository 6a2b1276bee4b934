//! The merged rows: what only one side changed is taken, what both changed differently is left to people.

use std::collections::{BTreeMap, BTreeSet};

use super::Sides;
use super::columns::{Columns, Side};
use super::keyed::{Key, KeyedRow, Role, standing};
use super::order::order;
use crate::time::Period;

/// A part of the merged file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Item {
    Row(MergedRow),
    /// What each side has; empty where it took the rows out.
    Conflict {
        ours: Vec<MergedRow>,
        theirs: Vec<MergedRow>,
    },
}

/// A row in the merged columns.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct MergedRow {
    pub key: Key,
    pub cells: Vec<String>,
}

/// The rows of one version by what they are about.
type ByKey<'a> = BTreeMap<&'a Key, &'a KeyedRow<'a>>;

/// A figure: its period and its group.
type Figure<'a> = (Period, &'a str);

impl Item {
    pub(super) fn is_conflict(&self) -> bool {
        matches!(self, Self::Conflict { .. })
    }
}

/// Every row of either side that was not deleted, or a conflict that has it; neighbouring conflicts are one.
pub(super) fn merged(sides: &Sides<'_>, columns: &Columns) -> Vec<Item> {
    let merge = Merge { sides, columns };
    let [base, ours, theirs] = [&sides.base, &sides.ours, &sides.theirs]
        .map(|side| side.rows.iter().map(|row| (&row.key, row)).collect::<ByKey<'_>>());
    let row = |key: &&Key| merge.row(key, base.get(key), ours.get(key), theirs.get(key));
    let order = order(sides);
    let items: Vec<(&Key, Item)> = order.iter().filter_map(|key| Some((*key, row(key)?))).collect();
    joined(merge.settled(items))
}

struct Merge<'a> {
    sides: &'a Sides<'a>,
    columns: &'a Columns,
}

impl Merge<'_> {
    /// What becomes of one row; nothing where it was deleted.
    fn row(
        &self,
        key: &Key,
        base: Option<&&KeyedRow<'_>>,
        ours: Option<&&KeyedRow<'_>>,
        theirs: Option<&&KeyedRow<'_>>,
    ) -> Option<Item> {
        let cells = |side, row: Option<&&KeyedRow<'_>>| row.map(|row| self.columns.cells(side, row));
        let (before, own, other) = (cells(Side::Base, base), cells(Side::Ours, ours), cells(Side::Theirs, theirs));
        let whole = |cells: &[Option<String>]| MergedRow {
            key: key.clone(),
            cells: cells.iter().map(|cell| cell.clone().unwrap_or_default()).collect(),
        };
        match (own, other) {
            (None, None) => None,
            (Some(own), Some(other)) => Some(match three_way(before.as_deref(), &own, &other) {
                Some(cells) => Item::Row(MergedRow { key: key.clone(), cells }),
                None => Item::Conflict { ours: vec![whole(&own)], theirs: vec![whole(&other)] },
            }),
            (Some(own), None) => match before {
                None => Some(Item::Row(whole(&own))),
                Some(before) if is_unchanged(&before, &own) => None,
                Some(_) => Some(Item::Conflict { ours: vec![whole(&own)], theirs: Vec::new() }),
            },
            (None, Some(other)) => match before {
                None => Some(Item::Row(whole(&other))),
                Some(before) if is_unchanged(&before, &other) => None,
                Some(_) => Some(Item::Conflict { ours: Vec::new(), theirs: vec![whole(&other)] }),
            },
        }
    }

    /// Turns the rows of a figure into a conflict where, put together from both sides, they may not stand beside one another.
    fn settled(&self, items: Vec<(&Key, Item)>) -> Vec<Item> {
        let mut figures: BTreeMap<Figure<'_>, Vec<&MergedRow>> = BTreeMap::new();
        for (key, item) in &items {
            if let Item::Row(row) = item
                && row.key.role != Role::Forecast
            {
                figures.entry((key.period, key.group.as_str())).or_default().push(row);
            }
        }
        let ours = self.of_side(Side::Ours);
        let theirs = self.of_side(Side::Theirs);
        let none = Vec::new();
        let clashes = figures.into_iter().filter(|(figure, rows)| {
            let is_as_in = |side: &BTreeMap<Figure<'_>, Vec<MergedRow>>| {
                let own = side.get(figure).unwrap_or(&none);
                own.iter().eq(rows.iter().copied())
            };
            rows.len() > 1 && !is_as_in(&ours) && !is_as_in(&theirs) && !self.may_stand_together(rows)
        });
        let clashing: BTreeSet<(Period, String)> =
            clashes.map(|((period, group), _)| (period, group.to_owned())).collect();
        let torn = items.iter().filter(|(key, item)| is_torn(key, item, &ours, &theirs));
        let clashing: BTreeSet<(Period, String)> =
            clashing.into_iter().chain(torn.map(|(key, _)| (key.period, key.group.clone()))).collect();
        let mut told = BTreeSet::new();
        let settle = |(key, item): (&Key, Item)| {
            let figure = (key.period, key.group.clone());
            if key.role == Role::Forecast || !clashing.contains(&figure) {
                return Some(item);
            }
            let rows = |side: &BTreeMap<Figure<'_>, Vec<MergedRow>>| {
                side.get(&(key.period, key.group.as_str())).cloned().unwrap_or_default()
            };
            told.insert(figure).then(|| Item::Conflict { ours: rows(&ours), theirs: rows(&theirs) })
        };
        items.into_iter().filter_map(settle).collect()
    }

    /// The rows of one side in the merged columns, forecasts left out, by the figure they are about.
    fn of_side(&self, side: Side) -> BTreeMap<Figure<'_>, Vec<MergedRow>> {
        let version = match side {
            Side::Base => &self.sides.base,
            Side::Ours => &self.sides.ours,
            Side::Theirs => &self.sides.theirs,
        };
        let mut figures: BTreeMap<Figure<'_>, Vec<MergedRow>> = BTreeMap::new();
        for row in version.rows.iter().filter(|row| row.key.role != Role::Forecast) {
            let cells = self.columns.cells(side, row).into_iter().map(Option::unwrap_or_default).collect();
            let merged = MergedRow { key: row.key.clone(), cells };
            figures.entry((row.key.period, row.key.group.as_str())).or_default().push(merged);
        }
        figures
    }

    /// Whether of these rows for one figure each after the first may take the place of the one before, in the order in which they
    /// became known. A row with no day has to stand before those that have one: when it became known depends on the lag.
    fn may_stand_together(&self, rows: &[&MergedRow]) -> bool {
        let standings: Option<Vec<_>> = rows.iter().map(|row| standing(&self.columns.names, &row.cells)).collect();
        let Some(mut standings) = standings else { return false };
        let undated = standings.iter().take_while(|standing| standing.recorded.is_none()).count();
        if standings[undated..].iter().any(|standing| standing.recorded.is_none()) {
            return false;
        }
        standings.sort_by_key(|standing| standing.recorded);
        standings.windows(2).all(|pair| pair[1].status.replaces() || pair[0].status.gives_way())
    }
}

/// Whether a conflict leaves out what one side made of the row: it is another to its figure there, as provisional, so that it stands
/// under another key.
fn is_torn(
    key: &Key,
    item: &Item,
    ours: &BTreeMap<Figure<'_>, Vec<MergedRow>>,
    theirs: &BTreeMap<Figure<'_>, Vec<MergedRow>>,
) -> bool {
    let Item::Conflict { ours: own, theirs: other } = item else { return false };
    let figure = (key.period, key.group.as_str());
    let keys = |side: &BTreeMap<Figure<'_>, Vec<MergedRow>>| -> BTreeSet<Key> {
        side.get(&figure).into_iter().flatten().map(|row| row.key.clone()).collect()
    };
    let (of_ours, of_theirs) = (keys(ours), keys(theirs));
    (own.is_empty() && !of_ours.is_subset(&of_theirs)) || (other.is_empty() && !of_theirs.is_subset(&of_ours))
}

/// The cells of a row that both sides have; nothing where one was changed in two ways. Of a row that both added, every cell that
/// both have has to be the same.
fn three_way(
    before: Option<&[Option<String>]>,
    own: &[Option<String>],
    other: &[Option<String>],
) -> Option<Vec<String>> {
    let cells = own.iter().zip(other).enumerate().map(|(at, (own, other))| {
        let earlier = before.and_then(|before| before[at].as_ref());
        match (own, other) {
            (None, None) => Some(String::new()),
            // A column that only one side has.
            (Some(only), None) | (None, Some(only)) => Some(only.clone()),
            (Some(own), Some(other)) if own == other => Some(own.clone()),
            (Some(own), Some(other)) => match (before, earlier.map_or("", String::as_str)) {
                (Some(_), earlier) if own == earlier => Some(other.clone()),
                (Some(_), earlier) if other == earlier => Some(own.clone()),
                _ => None,
            },
        }
    });
    cells.collect()
}

/// Whether a row says what its ancestor says; a column that either of the two lacks is blank there.
fn is_unchanged(before: &[Option<String>], now: &[Option<String>]) -> bool {
    let text = |cell: &Option<String>| cell.clone().unwrap_or_default();
    before.iter().zip(now).all(|(before, now)| now.is_none() || text(before) == text(now))
}

/// Neighbouring conflicts in one: each side can then be read in one piece.
fn joined(items: Vec<Item>) -> Vec<Item> {
    let mut joined: Vec<Item> = Vec::with_capacity(items.len());
    for item in items {
        match (joined.last_mut(), item) {
            (Some(Item::Conflict { ours, theirs }), Item::Conflict { ours: more, theirs: others }) => {
                ours.extend(more);
                theirs.extend(others);
            }
            (_, item) => joined.push(item),
        }
    }
    joined
}
