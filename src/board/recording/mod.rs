//! Recording: what the files would be with new figures in them, and whether they may be.
//!
//! Nothing is written here. Each file is read as validation reads it, before and after, and what is found decides.

mod check;
mod plan;

use chrono::NaiveDate;
use indexmap::{IndexMap, IndexSet};

use super::{Circumstances, Occasion, Standing};
use crate::files::{Change, Files, Overlay};
use crate::finding::Finding;
use crate::readings::entry::Entry;
use crate::readings::{Reading, Readings};
use crate::time::Period;
use crate::workspace::{NotOpened, Workspace};
use plan::Plan;

/// What recording some figures comes to.
#[derive(Debug)]
pub struct Recording {
    before: Workspace,
    /// The strategy with the figures recorded.
    pub after: Workspace,
    /// The files to be replaced together.
    pub changes: Vec<Change>,
    /// One for each figure, in the order they were given.
    pub recorded: Vec<Recorded>,
    /// What the files are warned of that they were not before.
    pub warnings: Vec<Told>,
}

/// A figure that has its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recorded {
    pub indicator: String,
    pub path: String,
    /// Its row as a spreadsheet counts it.
    pub row: usize,
    pub period: Option<Period>,
    /// The name of each column of its file; empty for one that is none.
    columns: Vec<String>,
}

/// A finding, and the figure it is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    pub finding: Finding,
    /// Nothing where it is about the file, or about a row that is there already.
    pub about: Option<About>,
}

/// A cell of a figure to be recorded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// The place of the figure among those given.
    pub entry: usize,
    /// Nothing where the file has no name for it.
    pub column: Option<String>,
}

/// Why figures cannot be recorded.
#[derive(Debug)]
pub enum NotRecorded {
    NotOpened(NotOpened),
    /// A file to be written, or its indicator's own table, has errors already.
    Faulty(Vec<Finding>),
    /// Each figure that clashes with what is there.
    Clashes(Vec<Clash>),
    /// The files would have errors.
    Refused(Vec<Told>),
}

/// A figure that cannot stand beside what is there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Clash {
    /// The place of the figure among those given.
    pub entry: usize,
    pub path: String,
    pub period: Period,
    pub with: With,
}

/// What a figure clashes with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum With {
    /// A row for the same period, as a spreadsheet counts it.
    Row { row: usize, reading: Box<Reading> },
    /// Another of those given, by its place among them.
    Entry(usize),
    /// It is a revision, and there is nothing for its period.
    Nothing,
}

impl Recording {
    /// Works out what the files would be with some figures recorded on a day.
    ///
    /// # Errors
    /// Why they cannot be recorded; none of them is then.
    pub fn of<F: Files + Clone + 'static>(files: &F, entries: &[Entry], today: NaiveDate) -> Result<Self, NotRecorded> {
        let open = |changes: Vec<Change>| {
            Workspace::open(Box::new(Overlay::new(files.clone(), changes))).map_err(NotRecorded::NotOpened)
        };
        let now = open(Vec::new())?;
        let plan = Plan::of(&now, files, &by_indicator(entries), entries, today)?;
        // What was read stays what it was when the change is made.
        let unchanged = |change: &Change| Change { after: change.before.clone(), ..change.clone() };
        let before = open(plan.changes.iter().map(unchanged).collect())?;
        let after = open(plan.changes.clone())?;
        let warnings = check::new_findings(&before, &after, &plan.recorded, today)?;
        Ok(Self { before, after, changes: plan.changes, recorded: plan.recorded, warnings })
    }

    /// Whether figures could be recorded, whatever they are: it is for these periods that they would be.
    ///
    /// # Errors
    /// Why they cannot, as far as what is there says it.
    pub fn is_open<F: Files + Clone + 'static>(
        files: &F,
        entries: &[Entry],
        today: NaiveDate,
    ) -> Result<(), NotRecorded> {
        let now = Workspace::open(Box::new(files.clone())).map_err(NotRecorded::NotOpened)?;
        Plan::of(&now, files, &by_indicator(entries), entries, today).map(drop)
    }

    /// Where each indicator concerned stood on a day, and where it stands with its new figures, in the order they were given.
    #[must_use]
    pub fn standings(&self, as_of: NaiveDate) -> Vec<[Standing<'_>; 2]> {
        // The registers are read once, however many figures were given.
        let around =
            [&self.before, &self.after].map(|workspace| Circumstances::of(workspace, Occasion::day_alone(as_of)));
        let both = |id| Some([standing(&around[0], id)?, standing(&around[1], id)?]);
        indicators(&self.recorded).into_iter().filter_map(both).collect()
    }
}

/// Where an indicator stands; nothing where there is none of the id.
pub(super) fn standing<'a>(circumstances: &Circumstances<'a>, id: &str) -> Option<Standing<'a>> {
    let indicator = circumstances.strategy().indicators.get(id)?;
    let loaded = circumstances.workspace.load(indicator, None);
    let disclosed = loaded.readings.as_ref().map(Readings::disclosed);
    Some(circumstances.standing(indicator, disclosed.as_deref()))
}

/// The places of the figures of each indicator, in the order in which the indicators are first named.
fn by_indicator(entries: &[Entry]) -> IndexMap<&str, Vec<usize>> {
    let mut places: IndexMap<&str, Vec<usize>> = IndexMap::new();
    for (place, entry) in entries.iter().enumerate() {
        places.entry(&entry.indicator).or_default().push(place);
    }
    places
}

/// The ids of the indicators concerned, in the order in which they are first named.
fn indicators(recorded: &[Recorded]) -> IndexSet<&str> {
    recorded.iter().map(|recorded| recorded.indicator.as_str()).collect()
}

#[cfg(test)]
mod tests;
