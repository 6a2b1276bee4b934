//! Reads one indicator's file into [`Readings`], and says everything that is wrong with it.

use chrono::NaiveDate;

use super::header::{Header, columns};
use super::places::{Places, RowPlace};
use super::row::{RowReader, withholds};
use super::sequence::{Columns, Together};
use super::{Reading, Readings};
use crate::csv::Row;
use crate::finding::{Code, Finding, Findings};
use crate::source::{Source, excel_cell};
use crate::strategy::{Condition, Indicator, Strategy};
use crate::table::{Headings, Table};

/// What a file is read against.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    pub strategy: &'a Strategy,
    pub indicator: &'a Indicator,
    /// Today, where what only the clock shows is to be said; other commands take such a row as not known yet.
    pub today: Option<NaiveDate>,
}

impl Context<'_> {
    /// The least count of people that may stand in the file, but for none; nothing where that is not declared.
    pub(super) fn min_count(&self) -> Option<u32> {
        self.indicator.min_count.or(self.strategy.min_count)
    }
}

/// The readings in a text. They are of use only where no finding is an error: the caller looks.
#[must_use]
pub fn readings(source: &Source<'_>, context: Context<'_>, findings: &mut Findings) -> Readings {
    let columns = columns(context.strategy.comparators.keys().map(String::as_str));
    let withholds = |row: &Row<'_>, headings: Option<&Headings>| withholds(context, row, headings);
    let Some(table) = Table::open(source, &columns, &withholds, findings) else {
        return Readings::default();
    };
    let header = Header::of(&table.headings, &columns);
    columns_for_comparators(source, &table.headings, &header, context, findings);
    let headings = table.headings.clone();
    let mut read = Rows::with_room(source.text);
    let mut has_lost_rows = false;
    table.each_row(findings, |line, findings| {
        // With an error in it the file is of no use, and yet what the rows together show is worth saying in the same run.
        match (RowReader { line, header: &header, context }).read(findings) {
            Some(reading) => {
                read.places.push(RowPlace::of(line));
                read.rows.push(reading);
            }
            None => has_lost_rows = true,
        }
    });
    has_lost_rows |= findings.count(Code::RaggedRow) + findings.count(Code::UnclosedQuote) > 0;
    let places = Places { source, headings: &headings, withholds: &withholds, rows: read.places };
    let columns = Columns::of(&header);
    let mut readings = Readings { comparators: header.comparators, rows: read.rows };
    Together { places: &places, columns, context, has_lost_rows }.check(&mut readings, findings);
    readings
}

/// The readings, and where each stands.
struct Rows {
    rows: Vec<Reading>,
    places: Vec<RowPlace>,
}

impl Rows {
    /// With room for about as many as there are in a file of ordinary length: growing would move them again and again.
    fn with_room(text: &str) -> Self {
        const ROW_BYTES: usize = 32;
        const MOST: usize = 1024;
        let rows = (text.len() / ROW_BYTES).min(MOST);
        Self { rows: Vec::with_capacity(rows), places: Vec::with_capacity(rows) }
    }
}

/// Says which comparators the indicator is compared with and its file has no column for.
fn columns_for_comparators(
    source: &Source<'_>,
    headings: &Headings,
    header: &Header,
    context: Context<'_>,
    findings: &mut Findings,
) {
    let compared = context.indicator.comparators.iter().map(String::as_str);
    let in_targets = context.indicator.targets.iter().filter_map(|target| match &target.condition {
        Condition::Beat(level) | Condition::Match(level) if level.stated.is_none() => Some(level.comparator.as_str()),
        _ => None,
    });
    let mut needed: Vec<&str> = compared.chain(in_targets).collect();
    needed.sort_unstable();
    needed.dedup();
    for comparator in needed {
        if !header.comparators.iter().any(|own| own == comparator) {
            let message = format!("comparator '{comparator}' has no column");
            let mut place = source.place(headings.span.clone());
            place.cell = Some(excel_cell(0, headings.row));
            let finding = Finding::new(Code::ComparatorWithoutColumn, source.path, message).at(place);
            findings.push(finding.help(format!("add a column '{comparator}' for its figures")));
        }
    }
}
