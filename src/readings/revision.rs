//! What became of each figure between two versions of a file, or between two days of one: new, revised, removed, and whether a
//! revision was marked as one.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{Marker, Reading, Readings};
use crate::number::Decimal;
use crate::strategy::{Indicator, Strategy, Unit};
use crate::time::Period;

/// The change of the figure of one period and group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change<'a> {
    /// There was no figure: no row, or a blank one that was not suppressed.
    New(&'a Reading),
    /// The value is another, or is blank now.
    Revised { before: &'a Reading, after: &'a Reading, marking: Marking },
    /// No row of the period is left.
    Removed(&'a Reading),
}

/// Whether the file says that a figure was revised.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Marking {
    /// By a new row that is revised or corrected, or beside an earlier row that was provisional or an estimate.
    Marked,
    /// The earlier value is gone, or the word that it is suppressed, and no new row says so.
    Silent,
}

/// Which rows of a file are looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Horizon {
    /// All of them, whenever they become known.
    Whole,
    /// Those known on a day.
    KnownOn(NaiveDate),
}

/// A figure's group, nothing for the whole population, and its period.
type Place<'a> = (Option<&'a str>, Period);

impl<'a> Change<'a> {
    /// The row the change is about: the new one, but where it was removed.
    #[must_use]
    pub fn reading(&self) -> &'a Reading {
        match *self {
            Self::New(reading) | Self::Revised { after: reading, .. } | Self::Removed(reading) => reading,
        }
    }

    /// Whether a figure was lost or replaced with no word of it.
    #[must_use]
    pub fn is_silent(&self) -> bool {
        matches!(self, Self::Removed(_) | Self::Revised { marking: Marking::Silent, .. })
    }
}

/// Whether a figure of an earlier version may not be shown by the rules of the later one: it counts so few people that it could not
/// stand in a file.
#[must_use]
pub fn is_withheld(strategy: &Strategy, indicator: &Indicator, reading: &Reading) -> bool {
    let Some(least) = indicator.min_count.or(strategy.min_count).map(Decimal::from) else { return false };
    let counts = [reading.value.filter(|_| indicator.unit == Unit::People), reading.numerator];
    counts.into_iter().flatten().any(|count| count > Decimal::ZERO && count < least)
}

/// What changed from one version to the next: the whole population first, then the groups, each in the order of the periods. A
/// forecast is no figure, and a blank row is none either unless a figure stood there before.
#[must_use]
pub fn changes<'a>(before: (&'a Readings, Horizon), after: (&'a Readings, Horizon)) -> Vec<Change<'a>> {
    let (earlier, later) = (by_place(before.0, before.1), by_place(after.0, after.1));
    let mut places: Vec<Place<'a>> = earlier.keys().chain(later.keys()).copied().collect();
    places.sort_unstable();
    places.dedup();
    let rows = |rows: &BTreeMap<Place<'a>, Vec<&'a Reading>>, place| rows.get(&place).cloned().unwrap_or_default();
    places.into_iter().filter_map(|place| change(&rows(&earlier, place), &rows(&later, place))).collect()
}

/// The rows of each figure, the one that counts last.
fn by_place(readings: &Readings, horizon: Horizon) -> BTreeMap<Place<'_>, Vec<&Reading>> {
    let mut places: BTreeMap<Place<'_>, Vec<&Reading>> = BTreeMap::new();
    for row in readings.rows.iter().filter(|row| !row.is_forecast()) {
        let is_seen = match horizon {
            Horizon::Whole => true,
            Horizon::KnownOn(day) => row.known_from.is_some_and(|known| known <= day),
        };
        if is_seen {
            places.entry((row.group.as_deref(), row.period)).or_default().push(row);
        }
    }
    for rows in places.values_mut() {
        // Stable, as for `Known`; a day beyond the calendar is the latest of all.
        rows.sort_by_key(|row| (row.known_from.is_none(), row.known_from));
    }
    places
}

fn change<'a>(before: &[&'a Reading], after: &[&'a Reading]) -> Option<Change<'a>> {
    let (was, is) = (before.last().copied(), after.last().copied());
    match (was, is) {
        (None, None) => None,
        (None, Some(is)) => is.value.map(|_| Change::New(is)),
        (Some(was), None) => was.value.map(|_| Change::Removed(was)),
        (Some(was), Some(is)) => {
            let silent = || Some((lost(before, after)?, Marking::Silent));
            let open = || (was.value != is.value && was.value.is_some()).then_some((was, Marking::Marked));
            match silent().or_else(open) {
                Some((was, marking)) => {
                    Some(Change::Revised { before: was, after: stands_for(was, after, is), marking })
                }
                None => match unveiled(before, after) {
                    Some((before, after)) => Some(Change::Revised { before, after, marking: Marking::Silent }),
                    None => (was.value.is_none() && is.value.is_some()).then_some(Change::New(is)),
                },
            }
        }
    }
}

/// The first row whose value is gone, where no new row is there that says so.
fn lost<'a>(before: &[&'a Reading], after: &[&'a Reading]) -> Option<&'a Reading> {
    let is_old = |row: &Reading| before.iter().any(|old| old.recorded == row.recorded && old.value == row.value);
    let is_said = after.iter().any(|row| row.status.replaces() && !is_old(row) && !is_same_revision(row, before));
    let is_kept = |old: &Reading| after.iter().any(|row| row.value == old.value);
    before.iter().copied().find(|old| old.value.is_some() && !is_kept(old)).filter(|_| !is_said)
}

/// Whether a revision of the same day was there before: then its value was changed where it stands.
fn is_same_revision(row: &Reading, before: &[&Reading]) -> bool {
    before.iter().any(|old| old.status.replaces() && old.recorded == row.recorded)
}

/// The suppressed row where a figure stands now, of the same day and role, and no new row says so.
fn unveiled<'a>(before: &[&'a Reading], after: &[&'a Reading]) -> Option<(&'a Reading, &'a Reading)> {
    let is_same = |old: &Reading, row: &Reading| {
        old.recorded == row.recorded
            && old.status.replaces() == row.status.replaces()
            && old.status.gives_way() == row.status.gives_way()
    };
    let is_gone = |old: &Reading| !after.iter().any(|row| row.value.is_none() && is_same(old, row));
    let suppressed = before.iter().copied().filter(|old| old.has(Marker::Suppressed) && old.value.is_none());
    suppressed.filter(|old| is_gone(old)).find_map(|old| {
        let stands = after.iter().copied().find(|row| row.value.is_some() && is_same(old, row))?;
        Some((old, stands))
    })
}

/// The row that stands where an earlier one stood: of the same day and role, else the one that counts.
fn stands_for<'a>(was: &Reading, after: &[&'a Reading], counts: &'a Reading) -> &'a Reading {
    let same = |row: &&&Reading| {
        row.value != was.value && row.status.replaces() == was.status.replaces() && row.recorded == was.recorded
    };
    after.iter().find(same).copied().unwrap_or(counts)
}
