//! One version of a file as rows that can be told apart.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::csv::{Lexer, Row};
use crate::limits;
use crate::readings::{Marker, Status};
use crate::time::{self, Kind, Period, spelling};

/// A version of a file: its columns, and its rows with what each is about. Blank rows are left out.
#[derive(Debug, Default)]
pub(super) struct Keyed<'a> {
    /// The first row as it is written, without its line end.
    pub header: &'a str,
    /// The names of the columns, as written.
    pub headings: Vec<String>,
    /// The names without regard to capitals, spaces and underscores: what columns are known by.
    pub names: Vec<String>,
    pub rows: Vec<KeyedRow<'a>>,
}

/// A row and what it is about.
#[derive(Debug, Clone)]
pub(super) struct KeyedRow<'a> {
    pub key: Key,
    /// As many as columns; lines within a cell end with LF.
    pub cells: Vec<String>,
    /// As it is written, without its line end.
    pub raw: &'a str,
}

/// What a row is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key {
    pub period: Period,
    /// Empty for the whole population.
    pub group: String,
    pub role: Role,
}

/// What a row is to its figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Role {
    /// Provisional or an estimate, by the day it was recorded: any later row takes its place.
    Draft(Option<NaiveDate>),
    /// The figure, until a revision takes its place.
    Original,
    Forecast,
    /// By the day it was recorded.
    Revision(Option<NaiveDate>),
}

/// What says whether rows for one figure may stand beside one another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Standing {
    pub role: Role,
    pub status: Status,
    pub recorded: Option<NaiveDate>,
}

impl Key {
    pub(super) fn is_revision(&self) -> bool {
        matches!(self.role, Role::Revision(_))
    }
}

impl<'a> Keyed<'a> {
    /// Reads a version; nothing where its rows cannot be told apart for certain, as two that are about the same.
    pub(super) fn read(text: &'a str, kind: Option<Kind>) -> Option<Self> {
        if text.lines().any(|line| ["<<<<<<< ", ">>>>>>> "].iter().any(|marker| line.starts_with(marker))) {
            return None;
        }
        let mut lexer = Lexer::new(text);
        let mut row = Row::default();
        let mut keyed = Self::default();
        let mut keys = BTreeSet::new();
        while lexer.read(&mut row) {
            if !lexer.take_problems().is_empty() {
                return None;
            }
            let mut cells: Vec<String> = row.cells.iter().map(|cell| cell.text.replace("\r\n", "\n")).collect();
            if cells.iter().all(|cell| cell.trim().is_empty()) {
                continue;
            }
            let raw = text.get(row.span.clone())?;
            if keyed.headings.is_empty() {
                keyed.head(cells, raw)?;
                continue;
            }
            let surplus = cells.split_off(keyed.names.len().min(cells.len()));
            if cells.len() < keyed.names.len() || surplus.iter().any(|cell| !cell.trim().is_empty()) {
                return None;
            }
            let standing = standing(&keyed.names, &cells)?;
            let period = period(cell(&keyed.names, &cells, "period"), kind)?;
            let group = cell(&keyed.names, &cells, "group").to_owned();
            let key = Key { period, group, role: standing.role };
            if !keys.insert(key.clone()) {
                return None;
            }
            keyed.rows.push(KeyedRow { key, cells, raw });
        }
        (!keyed.headings.is_empty()).then_some(keyed)
    }

    /// Takes the first row; nothing where it does not name the columns.
    fn head(&mut self, mut cells: Vec<String>, raw: &'a str) -> Option<()> {
        let used = cells.iter().rposition(|cell| !cell.trim().is_empty())? + 1;
        cells.truncate(used);
        self.names = cells.iter().map(|cell| name(cell)).collect();
        self.headings = cells;
        self.header = raw;
        let is_distinct = |at: usize| !self.names[at].is_empty() && !self.names[..at].contains(&self.names[at]);
        let has = |wanted: &str| self.names.iter().any(|name| name == wanted);
        (used <= limits::COLUMNS && has("period") && has("value") && (0..used).all(is_distinct)).then_some(())
    }
}

/// The trimmed text of the cell in a column; empty where there is no such column.
fn cell<'c>(names: &[String], cells: &'c [String], wanted: &str) -> &'c str {
    let column = names.iter().position(|name| name == wanted);
    column.and_then(|column| cells.get(column)).map_or("", |cell| cell.trim())
}

fn name(heading: &str) -> String {
    heading.trim().to_lowercase().replace([' ', '_'], "-")
}

fn period(text: &str, kind: Option<Kind>) -> Option<Period> {
    match kind {
        Some(kind) => spelling::read(kind, text).ok().map(|spelt| spelt.period),
        None => time::read_any(Kind::FinancialYear, text),
    }
}

/// What a row's status, markers and day make it; nothing where one of them cannot be read.
pub(super) fn standing(names: &[String], cells: &[String]) -> Option<Standing> {
    let marked = |wanted: &str| cell(names, cells, "marker").split_whitespace().any(|marker| marker == wanted);
    let status = match cell(names, cells, "status") {
        "" if marked("r") => Status::Revised,
        "" if marked("p") => Status::Provisional,
        "" if marked("e") => Status::Estimate,
        "" => Status::Final,
        word => Status::NAMES.iter().find(|(name, _)| *name == word)?.1,
    };
    let recorded = match cell(names, cells, "recorded") {
        "" => None,
        day => Some(time::read_iso(day)?),
    };
    let role = match status {
        _ if marked(Marker::Forecast.name()) => Role::Forecast,
        status if status.replaces() => Role::Revision(recorded),
        status if status.gives_way() => Role::Draft(recorded),
        _ => Role::Original,
    };
    Some(Standing { role, status, recorded })
}
