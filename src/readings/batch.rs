//! Figures of several indicators in one CSV file, to be recorded together.

use super::entry::{Entry, Revision};
use super::read::Context;
use super::row::withholds;
use crate::csv::Row;
use crate::finding::{Code, Finding, Findings};
use crate::source::{Place, Source};
use crate::strategy::{READING_COLUMNS, Strategy};
use crate::table::{Columns, Heading, Headings, Line, Table, trimmed};
use crate::text;

/// The column that says whose a figure is.
const INDICATOR: &str = "indicator";

/// The columns without which nothing can be recorded; a value may be missing where a marker says why.
const REQUIRED: [&str; 2] = [INDICATOR, "period"];

/// A file of figures as read.
#[derive(Debug)]
pub struct Batch {
    pub entries: Vec<Entry>,
    /// The name of each column.
    columns: Vec<String>,
    /// Where the cells of each entry stand.
    places: Vec<Vec<Place>>,
}

impl Batch {
    /// Reads a file of figures. `revision` says what is done with one whose period is there and whose status does not say it.
    ///
    /// # Errors
    /// What is wrong with it as a file: what its cells say is found where they are recorded.
    pub fn read(source: &Source<'_>, strategy: &Strategy, revision: Revision) -> Result<Self, Findings> {
        let columns = columns(strategy);
        let withholds = |row: &Row<'_>, headings: Option<&Headings>| is_withheld(strategy, row, headings);
        let mut findings = Findings::new();
        let mut batch = Self { entries: Vec::new(), columns: Vec::new(), places: Vec::new() };
        if let Some(table) = Table::open(source, &columns, &withholds, &mut findings) {
            let name = |heading: &Heading| match heading {
                Heading::Known(known) => columns.known.get(*known).copied().unwrap_or_default().to_owned(),
                Heading::Unknown => String::new(),
            };
            batch.columns = table.headings.columns.iter().map(name).collect();
            table.each_row(&mut findings, |line, findings| batch.take(line, strategy, revision, findings));
        }
        if batch.entries.is_empty() && findings.errors() == 0 {
            let help = "its first row is indicator,period,value and any other columns, and each row below is a figure";
            findings.push(Finding::new(Code::MissingColumn, source.path, "the file has no figures").help(help));
        }
        if findings.errors() > 0 { Err(findings) } else { Ok(batch) }
    }

    /// Where an entry stands: its cell in a column, or its period where it has no such column.
    #[must_use]
    pub fn place(&self, entry: usize, column: Option<&str>) -> Option<Place> {
        let position = |name: &str| self.columns.iter().position(|own| own == name);
        let column = column.and_then(position).or_else(|| position("period"))?;
        self.places.get(entry)?.get(column).cloned()
    }

    fn take(&mut self, line: &Line<'_, '_>, strategy: &Strategy, revision: Revision, findings: &mut Findings) {
        let mut entry = Entry { indicator: String::new(), period: String::new(), cells: Vec::new(), revision };
        for (column, cell) in self.columns.iter().zip(&line.row.cells) {
            let written = trimmed(&cell.text);
            match column.as_str() {
                INDICATOR => written.clone_into(&mut entry.indicator),
                "period" => written.clone_into(&mut entry.period),
                name => entry.set(name, written),
            }
        }
        if entry.replaces() {
            entry.revision = Revision::Always;
        }
        if !strategy.indicators.contains_key(&entry.indicator) {
            let column = self.columns.iter().position(|own| own == INDICATOR).unwrap_or_default();
            let message = format!("no indicator {}", text::quoted(&entry.indicator));
            let nearest = text::did_you_mean(&entry.indicator, strategy.indicators.keys().map(String::as_str));
            findings.push(line.finding(column, Code::UnknownId, message).maybe_help(nearest));
        }
        self.entries.push(entry);
        self.places.push((0..line.row.cells.len()).map(|column| line.place(column)).collect());
    }
}

/// The columns of readings, and the one that says whose they are: the last, so that the others have the places they have there.
fn columns(strategy: &Strategy) -> Columns<'_> {
    let comparators = strategy.comparators.keys().map(String::as_str);
    Columns {
        known: READING_COLUMNS.into_iter().chain(comparators).chain([INDICATOR]).collect(),
        required: &REQUIRED,
        help: format!(
            "the columns are {INDICATOR}, {}, and one for each declared comparator",
            text::list(&READING_COLUMNS)
        ),
    }
}

/// Whether a row may not be shown, by the rules of its indicator; of a row of nobody's, by those of all.
fn is_withheld(strategy: &Strategy, row: &Row<'_>, headings: Option<&Headings>) -> bool {
    let of = columns(strategy).known.len() - 1;
    let cell = headings.and_then(|headings| row.cells.get(headings.position(of)?));
    let named = cell.and_then(|cell| strategy.indicators.get(trimmed(&cell.text)));
    let withheld = |indicator| withholds(Context { strategy, indicator, today: None }, row, headings);
    match named {
        Some(indicator) => withheld(indicator),
        None => headings.is_some() && strategy.indicators.values().any(withheld),
    }
}
