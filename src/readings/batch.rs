//! Figures of several indicators in one CSV file, to be recorded together.

use super::entry::{Entry, Revision};
use super::shape::{is_blank, place_in, quoting, ragged};
use crate::csv::{Cell, Lexer, Problem, Row};
use crate::finding::{Code, Finding, Findings};
use crate::source::{Place, Source};
use crate::strategy::{self, Strategy};
use crate::text;

/// The column that says whose a figure is.
const INDICATOR: &str = "indicator";

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
        let mut findings = Findings::new();
        let mut batch = Self { entries: Vec::new(), columns: Vec::new(), places: Vec::new() };
        let mut lexer = Lexer::new(source.text);
        let mut row = Row::default();
        while lexer.read(&mut row) {
            let problems = lexer.take_problems();
            quoting(source, &row, &problems, &mut findings);
            if matches!(problems.last(), Some(Problem::UnclosedQuote { .. })) {
                break;
            }
            if is_blank(&row) {
                continue;
            }
            if batch.columns.is_empty() {
                batch.columns = header(source, &row, strategy, &mut findings);
                if findings.errors() > 0 {
                    break;
                }
                continue;
            }
            if row.cells.len() != batch.columns.len() {
                findings.push(ragged(source, &row, batch.columns.len()));
                continue;
            }
            batch.take(source, &row, strategy, revision, &mut findings);
        }
        if batch.entries.is_empty() && findings.errors() == 0 {
            let message = "the file has no figures";
            let help = "its first row is indicator,period,value and any other columns, and each row below is a figure";
            findings.push(Finding::new(Code::MissingColumn, source.path, message).help(help));
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

    fn take(
        &mut self,
        source: &Source<'_>,
        row: &Row<'_>,
        strategy: &Strategy,
        revision: Revision,
        findings: &mut Findings,
    ) {
        let mut entry = Entry { indicator: String::new(), period: String::new(), cells: Vec::new(), revision };
        for (column, cell) in self.columns.iter().zip(&row.cells) {
            let written = cell.text.trim();
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
            let place = place_in(source, row, column);
            findings.push(Finding::new(Code::UnknownId, source.path, message).at(place).maybe_help(nearest));
        }
        self.entries.push(entry);
        self.places.push((0..row.cells.len()).map(|column| place_in(source, row, column)).collect());
    }
}

fn header(source: &Source<'_>, row: &Row<'_>, strategy: &Strategy, findings: &mut Findings) -> Vec<String> {
    let mut columns: Vec<String> = Vec::new();
    for (place, cell) in row.cells.iter().enumerate() {
        let at = |code, message: String| Finding::new(code, source.path, message).at(place_in(source, row, place));
        match column(cell, strategy) {
            Some(name) if columns.contains(&name) => {
                let message = format!("column {} is there twice", text::quoted(&name));
                findings.push(at(Code::DuplicateColumn, message).help("rename or delete one of the two"));
            }
            Some(name) => columns.push(name),
            None if cell.text.trim().is_empty() => {
                findings
                    .push(at(Code::EmptyHeader, "this column has no name".to_owned()).help("name it, or delete it"));
            }
            None => {
                let help = text::did_you_mean(&cell.text, names(strategy))
                    .unwrap_or_else(|| format!("the columns are {}", text::list(&names(strategy).collect::<Vec<_>>())));
                let message = format!("unknown column {}", text::quoted(&cell.text));
                findings.push(at(Code::UnknownColumn, message).help(help));
            }
        }
    }
    for needed in [INDICATOR, "period"] {
        if findings.errors() == 0 && !columns.iter().any(|own| own == needed) {
            let message = format!("the first row has no column '{needed}'");
            let finding = Finding::new(Code::MissingColumn, source.path, message).at(source.place(row.span.clone()));
            findings.push(finding.help("the first row names the columns: indicator,period,value and any others"));
        }
    }
    columns
}

fn names(strategy: &Strategy) -> impl Iterator<Item = &str> {
    let own = std::iter::once(INDICATOR).chain(strategy::read::COLUMNS);
    own.chain(strategy.comparators.keys().map(String::as_str))
}

/// The column a heading names, as it is written or but for capitals, spaces and underscores.
fn column(cell: &Cell<'_>, strategy: &Strategy) -> Option<String> {
    let plain = cell.text.trim().to_lowercase().replace([' ', '_'], "-");
    names(strategy).find(|name| *name == cell.text || *name == plain).map(str::to_owned)
}
