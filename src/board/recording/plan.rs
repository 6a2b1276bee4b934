//! The new text of each file, worked out from the figures and from what is there.

use std::collections::HashMap;

use chrono::NaiveDate;
use indexmap::IndexMap;

use super::{Clash, NotRecorded, Recorded, With};
use crate::files::{Change, Files, Unreadable};
use crate::finding::{Code, Finding};
use crate::readings::Reading;
use crate::readings::entry::{Entry, Revision};
use crate::readings::insertion::{self, Key, NewRow};
use crate::strategy::{Indicator, Strategy};
use crate::table::Sheet;
use crate::time::Period;
use crate::workspace::{Workspace, path_of};

/// What is to be written.
pub(super) struct Plan {
    pub changes: Vec<Change>,
    /// One for each figure, in the order they were given.
    pub recorded: Vec<Recorded>,
}

/// One indicator's file as it is.
struct File<'a> {
    strategy: &'a Strategy,
    indicator: &'a Indicator,
    path: String,
    /// Nothing where there is none yet.
    bytes: Option<Vec<u8>>,
    rows: Vec<Reading>,
}

impl Plan {
    /// The plan for the figures of each indicator, by their places among all.
    ///
    /// # Errors
    /// A file that has errors already, or figures that clash with what is there.
    pub(super) fn of(
        workspace: &Workspace,
        files: &impl Files,
        by_indicator: &IndexMap<&str, Vec<usize>>,
        entries: &[Entry],
        today: NaiveDate,
    ) -> Result<Self, NotRecorded> {
        let mut opened = Vec::new();
        let mut faulty = Vec::new();
        for (id, places) in by_indicator {
            match File::open(workspace, files, id, today) {
                Ok(file) => opened.push((file, places)),
                Err(findings) => faulty.extend(findings),
            }
        }
        if !faulty.is_empty() {
            return Err(NotRecorded::Faulty(faulty));
        }
        let mut changes = Vec::new();
        let mut recorded: Vec<(usize, Recorded)> = Vec::new();
        let mut clashes = Vec::new();
        for (file, places) in opened {
            match file.rows_of(entries, places, today) {
                Ok(rows) => {
                    let (change, of_file) = file.with(&rows);
                    changes.push(change);
                    recorded.extend(places.iter().copied().zip(of_file));
                }
                Err(of_file) => clashes.extend(of_file),
            }
        }
        if !clashes.is_empty() {
            clashes.sort_by_key(|clash| clash.entry);
            return Err(NotRecorded::Clashes(clashes));
        }
        recorded.sort_by_key(|(place, _)| *place);
        Ok(Self { changes, recorded: recorded.into_iter().map(|(_, recorded)| recorded).collect() })
    }
}

impl<'a> File<'a> {
    /// The file of an indicator, if nothing in it is an error.
    fn open(workspace: &'a Workspace, files: &impl Files, id: &str, today: NaiveDate) -> Result<Self, Vec<Finding>> {
        let strategy = &workspace.strategy;
        let Some(indicator) = strategy.indicators.get(id) else {
            let message = format!("no indicator '{id}'");
            return Err(vec![Finding::new(Code::UnknownId, crate::files::STRATEGY, message)]);
        };
        let path = path_of(indicator);
        let bytes = match files.read(&path) {
            Ok(bytes) => Some(bytes),
            Err(Unreadable::Missing) => None,
            // What is wrong with it is found where it is loaded.
            Err(_) => Some(Vec::new()),
        };
        let loaded = workspace.load(indicator, Some(today));
        if indicator.faulty {
            return Err(workspace.findings.clone().into_sorted());
        }
        let is_sound = loaded.findings.errors() == 0;
        match loaded.readings.filter(|_| is_sound) {
            Some(readings) => Ok(Self { strategy, indicator, path, bytes, rows: readings.rows }),
            None => Err(loaded.findings.into_sorted()),
        }
    }

    /// The row of each figure, by their places among all; those that clash with what is there otherwise.
    fn rows_of(&self, entries: &[Entry], places: &[usize], today: NaiveDate) -> Result<Vec<NewRow>, Vec<Clash>> {
        let text = self.text();
        let sheet = self.sheet(&text);
        let mut given: HashMap<(Period, Option<&str>, bool), usize> = HashMap::new();
        let mut clashes = Vec::new();
        let mut own: Vec<(Entry, Option<Period>)> = Vec::new();
        for &place in places {
            let mut entry = entries[place].clone();
            let period = entry.period(self.strategy, self.indicator);
            let there = period.and_then(|period| self.there(&entry, period));
            if let Some(period) = period {
                let key = (period, entries[place].cell("group"), entry.is_forecast());
                let earlier = given.insert(key, place).map(With::Entry);
                let with = earlier.or_else(|| self.clash_with(&sheet, entry.revision, there));
                clashes.extend(with.map(|with| Clash { entry: place, path: self.path.clone(), period, with }));
            }
            if there.is_some() && entry.cell("status").is_none() {
                entry.set("status", "revised");
            }
            own.push((entry, period));
        }
        if !clashes.is_empty() {
            return Err(clashes);
        }
        let day_of = |entry: &Entry, period, has_column| {
            entry.recorded(period, has_column, today, self.strategy, self.indicator)
        };
        let needs_column =
            |(entry, period): &(Entry, _)| entry.cell("recorded").is_some() || day_of(entry, *period, false).is_some();
        let has_column = sheet.has_column("recorded") || own.iter().any(needs_column);
        let rows = own.into_iter().map(|(mut entry, period)| {
            if let Some(day) = day_of(&entry, period, has_column) {
                entry.set("recorded", &day.to_string());
            }
            entry.row(period, self.indicator)
        });
        Ok(rows.collect())
    }

    /// What a figure clashes with, given the last row for its period.
    fn clash_with(&self, sheet: &Sheet<'_>, revision: Revision, there: Option<usize>) -> Option<With> {
        match (revision, there) {
            (Revision::Never, Some(row)) => Some(With::Row {
                row: sheet.row_number(row).unwrap_or_default(),
                reading: Box::new(self.rows[row].clone()),
            }),
            (Revision::Always, None) => Some(With::Nothing),
            _ => None,
        }
    }

    /// The last row for the period and group of a figure.
    fn there(&self, entry: &Entry, period: Period) -> Option<usize> {
        let alike = |row: &Reading| {
            row.period == period
                && row.group.as_deref() == entry.cell("group")
                && row.is_forecast() == entry.is_forecast()
        };
        self.rows.iter().rposition(alike)
    }

    /// The file with new rows in it, and where each of them is.
    fn with(self, rows: &[NewRow]) -> (Change, Vec<Recorded>) {
        let keys: Vec<Key> = self.rows.iter().map(Key::of).collect();
        let text = self.text();
        let text = if self.bytes.is_none() { new_header(rows) } else { text };
        let inserted = insertion::insert(&self.sheet(&text), &keys, rows);
        let recorded = rows.iter().zip(inserted.rows).map(|(row, number)| Recorded {
            indicator: self.indicator.id.clone(),
            path: self.path.clone(),
            row: number,
            period: row.key.period,
            columns: inserted.columns.clone(),
        });
        let recorded = recorded.collect();
        let after = Some(inserted.text.into_bytes());
        (Change { path: self.path.clone(), before: self.bytes, after }, recorded)
    }

    fn text(&self) -> String {
        String::from_utf8_lossy(self.bytes.as_deref().unwrap_or_default()).into_owned()
    }

    fn sheet<'t>(&self, text: &'t str) -> Sheet<'t> {
        let declared: Vec<&str> = self.strategy.comparators.keys().map(String::as_str).collect();
        insertion::sheet(text, &declared)
    }
}

/// The first line of a file that is made: the columns that its rows need.
fn new_header(rows: &[NewRow]) -> String {
    let mut columns: Vec<&str> = vec!["period", "value"];
    for (column, _) in rows.iter().flat_map(|row| &row.cells) {
        if !columns.contains(&column.as_str()) {
            columns.push(column);
        }
    }
    columns.join(",") + "\n"
}
