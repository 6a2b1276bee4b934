//! In which order the rows of both sides stand in the merged file.

use std::collections::{BTreeMap, BTreeSet};

use super::Sides;
use super::keyed::{Key, Keyed};
use crate::readings::row_order::{Rank, RowOrder};

/// The keys of both sides: one side's in its order, with what only the other has put in where its periods belong. The side is ours,
/// unless only theirs was sorted anew.
pub(super) fn order<'k>(sides: &'k Sides<'_>) -> Vec<&'k Key> {
    let Sides { base, ours, theirs } = sides;
    let (first, second) =
        if is_reordered(base, theirs) && !is_reordered(base, ours) { (theirs, ours) } else { (ours, theirs) };
    let places: BTreeMap<&Key, usize> = first.rows.iter().enumerate().map(|(place, row)| (&row.key, place)).collect();
    let others: BTreeSet<&Key> = second.rows.iter().map(|row| &row.key).collect();
    let is_sorted_anew = is_reordered(first, second);
    let originals = first.rows.iter().map(|row| &row.key).filter(|key| !key.is_revision());
    let row_order = RowOrder::of(originals.map(|key| (Some(key.group.as_str()), key.period)));
    let mut added =
        if is_sorted_anew { by_period(first, second, &places, row_order) } else { by_neighbour(second, &places) };
    let mut order = Vec::with_capacity(first.rows.len() + second.rows.len());
    let mut at = 0;
    loop {
        let new = added.remove(&at).unwrap_or_default();
        let alone = first.rows[at..].iter().map(|row| &row.key);
        let run: Vec<&Key> = alone.take_while(|key| !is_sorted_anew && !others.contains(key)).collect();
        at += run.len();
        order.extend(interleaved(run, new, row_order));
        let Some(row) = first.rows.get(at) else { return order };
        order.push(&row.key);
        at += 1;
    }
}

/// Whether the rows that both have stand in another order.
fn is_reordered(one: &Keyed<'_>, other: &Keyed<'_>) -> bool {
    let of_one: BTreeSet<&Key> = one.rows.iter().map(|row| &row.key).collect();
    let of_other: BTreeSet<&Key> = other.rows.iter().map(|row| &row.key).collect();
    let kept = one.rows.iter().map(|row| &row.key).filter(|key| of_other.contains(key));
    let common = other.rows.iter().map(|row| &row.key).filter(|key| of_one.contains(key));
    !kept.eq(common)
}

/// What only the second side has, by how many rows of the first side stand before it: after the row it follows there.
fn by_neighbour<'k>(second: &'k Keyed<'_>, places: &BTreeMap<&Key, usize>) -> BTreeMap<usize, Vec<&'k Key>> {
    let mut added: BTreeMap<usize, Vec<&Key>> = BTreeMap::new();
    let mut after = 0;
    for row in &second.rows {
        match places.get(&row.key) {
            Some(place) => after = place + 1,
            None => added.entry(after).or_default().push(&row.key),
        }
    }
    added
}

/// The same, for sides in different orders: after the period of its group that belongs right above; a revision after what it revises.
fn by_period<'k>(
    first: &Keyed<'_>,
    second: &'k Keyed<'_>,
    places: &BTreeMap<&Key, usize>,
    order: RowOrder,
) -> BTreeMap<usize, Vec<&'k Key>> {
    let mut originals: BTreeMap<(&str, Rank), usize> = BTreeMap::new();
    for (place, row) in first.rows.iter().enumerate().filter(|(_, row)| !row.key.is_revision()) {
        originals.insert((&row.key.group, order.rank(row.key.period)), place);
    }
    let mut added: BTreeMap<usize, Vec<&Key>> = BTreeMap::new();
    for key in second.rows.iter().map(|row| &row.key).filter(|key| !places.contains_key(key)) {
        let own = (key.group.as_str(), order.rank(key.period));
        let is_of_group = |((group, _), _): &(&(&str, Rank), &usize)| *group == key.group;
        let above = originals.range(..=own).next_back().filter(is_of_group).map(|(_, place)| place + 1);
        let below = || originals.range(own..).next().filter(is_of_group).map(|(_, place)| *place);
        let after = above.or_else(below).unwrap_or(first.rows.len());
        added.entry(after).or_default().push(key);
    }
    for keys in added.values_mut() {
        keys.sort_by_key(|key| (order.rank(key.period), key.is_revision()));
    }
    added
}

/// Two runs of rows in one: in the order of their periods where each is, or group by group where each is that; revisions at the end
/// of a run stay at the end. Where neither holds, one run after the other.
fn interleaved<'k>(mut own: Vec<&'k Key>, mut new: Vec<&'k Key>, order: RowOrder) -> Vec<&'k Key> {
    if own.is_empty() || new.is_empty() {
        own.append(&mut new);
        return own;
    }
    let own_revisions = trailing_revisions(&mut own);
    let new_revisions = trailing_revisions(&mut new);
    let mut groups: BTreeMap<&str, usize> = BTreeMap::new();
    for key in own.iter().chain(&new) {
        let next = groups.len();
        groups.entry(&key.group).or_insert(next);
    }
    let by_period = |key: &&Key| (0, order.rank(key.period));
    let by_group = |key: &&Key| (groups.get(key.group.as_str()).copied().unwrap_or_default(), order.rank(key.period));
    let mut all = if own.is_sorted_by_key(by_period) && new.is_sorted_by_key(by_period) {
        merged_by(&own, &new, by_period)
    } else if own.is_sorted_by_key(by_group) && new.is_sorted_by_key(by_group) {
        merged_by(&own, &new, by_group)
    } else {
        own.into_iter().chain(new).collect()
    };
    all.extend(own_revisions);
    all.extend(new_revisions);
    all
}

fn trailing_revisions<'k>(keys: &mut Vec<&'k Key>) -> Vec<&'k Key> {
    let originals = keys.iter().rposition(|key| !key.is_revision()).map_or(0, |last| last + 1);
    keys.split_off(originals)
}

/// Two sorted runs in one; of equals the first run's come first.
fn merged_by<'k, T: Ord>(own: &[&'k Key], new: &[&'k Key], by: impl Fn(&&Key) -> T) -> Vec<&'k Key> {
    let mut all: Vec<&Key> = own.iter().chain(new).copied().collect();
    all.sort_by_key(|key| by(key));
    all
}
