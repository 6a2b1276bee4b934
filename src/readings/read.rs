//! Reads one indicator's file into [`Readings`], and says everything that is wrong with it.

use chrono::NaiveDate;

use super::header::Header;
use super::row::RowReader;
use super::sequence::{Places, RowPlace, in_order};
use super::shape::{
    blank_rows, has_conflict, has_other_separator, is_blank, is_too_wide, nameless_value, quoting, ragged,
};
use super::{Reading, Readings};
use crate::csv::{Lexer, Problem, Row};
use crate::finding::{Code, Finding, Findings};
use crate::source::Source;
use crate::strategy::{Condition, Indicator, Strategy};

/// What a file is read against.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    pub strategy: &'a Strategy,
    pub indicator: &'a Indicator,
    /// Today, where what only the clock shows is to be said; other commands take such a row as not known yet.
    pub today: Option<NaiveDate>,
}

/// The readings in a text. They are of use only where no finding is an error by its code: the caller looks.
#[must_use]
pub fn readings(source: &Source<'_>, context: Context<'_>) -> (Readings, Findings) {
    let mut findings = Findings::new();
    if has_conflict(source, &mut findings) {
        return (Readings::default(), findings);
    }
    let mut lexer = Lexer::new(source.text);
    let mut row = Row::default();
    let header = loop {
        if !lexer.read(&mut row) {
            let message = "the file is empty: its first row names the columns";
            let finding = Finding::new(Code::MissingColumn, source.path, message);
            findings.push(finding.help("write period,value in the first row"));
            return (Readings::default(), findings);
        }
        if !is_blank(&row) {
            quoting(source, &row, &lexer.take_problems(), &mut findings);
            if has_other_separator(source, &row, &mut findings) || is_too_wide(source, &row, &mut findings) {
                return (Readings::default(), findings);
            }
            break header(source, &row, context, &mut findings);
        }
    };
    let mut read = Rows::default();
    if header.is_usable {
        read = rows(source, &header, &mut lexer, &mut row, context, &mut findings);
    } else {
        // The quoting of the rest is still worth checking.
        while lexer.read(&mut row) {
            quoting(source, &row, &lexer.take_problems(), &mut findings);
        }
    }
    let readings = Readings { comparators: header.comparators, rows: read.rows };
    let places = Places { source, rows: read.places };
    let readings = in_order(readings, &places, context, &mut findings);
    (readings, findings)
}

/// The readings, and where each stands.
#[derive(Default)]
struct Rows {
    rows: Vec<Reading>,
    places: Vec<RowPlace>,
}

fn header(source: &Source<'_>, row: &Row<'_>, context: Context<'_>, findings: &mut Findings) -> Header {
    let declared: Vec<&str> = context.strategy.comparators.keys().map(String::as_str).collect();
    let header = Header::read(source, row, &declared, findings);
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
            let finding = Finding::new(Code::ComparatorWithoutColumn, source.path, message);
            let finding = finding.at(source.place(row.span.clone()));
            findings.push(finding.help(format!("add a column '{comparator}' for its figures")));
        }
    }
    header
}

fn rows<'a>(
    source: &Source<'a>,
    header: &Header,
    lexer: &mut Lexer<'a>,
    row: &mut Row<'a>,
    context: Context<'_>,
    findings: &mut Findings,
) -> Rows {
    let named = header.columns.len();
    let period_column = header.columns.iter().position(|column| *column == super::header::Column::Period).unwrap_or(0);
    let mut read = Rows::default();
    let mut blank: Vec<usize> = Vec::new();
    let before_rows = findings.errors();
    while lexer.read(row) {
        let problems = lexer.take_problems();
        quoting(source, row, &problems, findings);
        if matches!(problems.last(), Some(Problem::UnclosedQuote { .. })) {
            // The rest of the file is in this row's last cell: the quote is what is wrong, and all that is worth saying.
            break;
        }
        if is_blank(row) {
            blank.push(row.number);
            continue;
        }
        if row.cells.len() < named || row.cells.len() > header.width {
            findings.push(ragged(source, row, header.width));
            continue;
        }
        let before = findings.errors();
        if let Some(nameless) = row.cells.iter().skip(named).position(|cell| !cell.text.trim().is_empty()) {
            findings.push(nameless_value(source, row, named + nameless));
        }
        let reader = RowReader { source, header, row, context };
        let reading = reader.read(findings);
        if let Some(reading) = reading.filter(|_| findings.errors() == before) {
            read.places.push(RowPlace::of(row, period_column, &reading));
            read.rows.push(reading);
        }
    }
    if header.width > named && findings.errors() == before_rows {
        let message = "there are empty columns after the last named one";
        findings.push(Finding::new(Code::TrailingEmptyColumns, source.path, message).help("delete them"));
    }
    blank_rows(source, &blank, findings);
    read
}
