//! The figures of one indicator that changed, in a form that outlives its readings. A figure that is suppressed at the later end is
//! shown at neither, nor is a count of people that is too small by the later rules.

use chrono::NaiveDate;

use crate::number::Decimal;
use crate::readings::revision::{Change, Horizon, Marking, changes as revisions};
use crate::readings::{Marker, Reading, Readings, Status};
use crate::time::Period;

/// A figure that is new, another, or gone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FigureChange {
    pub period: Period,
    /// A part of the population; the whole where there is none.
    pub group: Option<String>,
    pub kind: FigureKind,
    /// Nothing where there was no figure.
    pub before: Option<Shown>,
    /// Nothing where no row is left.
    pub after: Option<Shown>,
}

/// How a figure changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum FigureKind {
    /// The earliest new one of a whole population that had none.
    First,
    New,
    /// By a row that says so.
    Revised,
    /// No row says so.
    RevisedSilently,
    Removed,
}

/// A figure as it may be shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// As typed; nothing where the row is blank, or the figure may no longer be shown.
    pub value: Option<Decimal>,
    pub status: Status,
    pub markers: Vec<Marker>,
    pub known_from: Option<NaiveDate>,
}

impl FigureKind {
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::First => "first-figure",
            Self::New => "new-figure",
            Self::Revised => "revised",
            Self::RevisedSilently => "silent-revision",
            Self::Removed => "removed-figure",
        }
    }

    /// Whether a figure was lost or replaced with no word of it.
    #[must_use]
    pub fn is_silent(self) -> bool {
        matches!(self, Self::RevisedSilently | Self::Removed)
    }
}

impl FigureChange {
    /// Whether the earlier figure may no longer be shown: every row that was replaced or taken out had one.
    pub(super) fn is_withheld(&self) -> bool {
        self.before.as_ref().is_some_and(|before| before.value.is_none())
    }
}

impl Shown {
    fn of(reading: &Reading) -> Self {
        Self {
            value: reading.value,
            status: reading.status,
            markers: reading.markers.clone(),
            known_from: reading.known_from,
        }
    }

    /// Whether it is blank since it may not be shown.
    #[must_use]
    pub fn is_suppressed(&self) -> bool {
        self.markers.contains(&Marker::Suppressed)
    }

    /// Takes the figure away, which a later row suppresses.
    fn withhold(&mut self) {
        self.value = None;
        if !self.is_suppressed() {
            self.markers.push(Marker::Suppressed);
        }
    }
}

/// What changed; `is_withheld` says of a figure whether it may no longer be shown.
pub(super) fn changes(
    before: (&Readings, Horizon),
    after: (&Readings, Horizon),
    is_withheld: impl Fn(&Reading) -> bool,
) -> Vec<FigureChange> {
    let mut had_none = !has_figure(before.0, before.1);
    let changes = revisions(before, after).into_iter().map(|change| {
        let reading = change.reading();
        let is_first = had_none && reading.group.is_none() && matches!(change, Change::New(_));
        had_none &= !is_first;
        let (kind, was, is) = match change {
            Change::New(_) if is_first => (FigureKind::First, None, Some(reading)),
            Change::New(_) => (FigureKind::New, None, Some(reading)),
            Change::Revised { before, marking: Marking::Marked, .. } => {
                (FigureKind::Revised, Some(before), Some(reading))
            }
            Change::Revised { before, marking: Marking::Silent, .. } => {
                (FigureKind::RevisedSilently, Some(before), Some(reading))
            }
            Change::Removed(_) => (FigureKind::Removed, Some(reading), None),
        };
        let (mut before, mut after) = (was.map(Shown::of), is.map(Shown::of));
        if let Some(shown) = before.as_mut().filter(|_| was.is_some_and(&is_withheld)) {
            shown.value = None;
        }
        if let Some(shown) = after.as_mut().filter(|_| is.is_some_and(&is_withheld)) {
            shown.withhold();
        }
        FigureChange { period: reading.period, group: reading.group.clone(), kind, before, after }
    });
    changes.collect()
}

/// Whether the whole population has a figure.
fn has_figure(readings: &Readings, horizon: Horizon) -> bool {
    readings.rows.iter().any(|row| {
        let is_seen = match horizon {
            Horizon::Whole => true,
            Horizon::KnownOn(day) => row.known_from.is_some_and(|known| known <= day),
        };
        is_seen && row.group.is_none() && row.value.is_some() && !row.is_forecast()
    })
}
