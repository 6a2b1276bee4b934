//! Reads one indicator's file into [`Readings`], and says everything that is wrong with it.

use chrono::NaiveDate;

use super::header::Header;
use super::row::RowReader;
use super::{Reading, Readings, history};
use crate::csv::{Lexer, Problem, Row};
use crate::finding::{Code, Finding, Findings};
use crate::source::{Place, Source, excel_cell};
use crate::strategy::{Condition, DateOrder, Indicator, Strategy};
use crate::time::{self, Period};
use crate::{limits, text};

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
        while lexer.read(&mut row) {}
    }
    quoting(source, lexer.problems(), &mut findings);
    let readings = Readings { comparators: header.comparators, rows: read.rows };
    let places = Places { source, rows: read.places };
    let readings = in_order(readings, &places, context, &mut findings);
    (readings, findings)
}

/// The readings, and where each stands.
#[derive(Default)]
struct Rows {
    rows: Vec<Reading>,
    places: Vec<(usize, std::ops::Range<usize>, usize)>,
}

/// Where the period of each reading stands: the row, the span, the column.
struct Places<'a> {
    source: &'a Source<'a>,
    rows: Vec<(usize, std::ops::Range<usize>, usize)>,
}

impl Places<'_> {
    fn of(&self, reading: usize) -> Place {
        let (row, span, column) = self.rows.get(reading).cloned().unwrap_or_default();
        let mut place = self.source.place(span);
        place.cell = Some(excel_cell(column, row));
        place
    }

    fn row(&self, reading: usize) -> usize {
        self.rows.get(reading).map_or(0, |(row, ..)| *row)
    }
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
        if matches!(lexer.problems().last(), Some(Problem::UnclosedQuote { .. })) {
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
            read.rows.push(reading);
            let span = row.cells.get(period_column).map(|cell| cell.span.clone()).unwrap_or_default();
            read.places.push((row.number, span, period_column));
        }
    }
    if header.width > named && findings.errors() == before_rows {
        let message = "there are empty columns after the last named one";
        findings.push(Finding::new(Code::TrailingEmptyColumns, source.path, message).help("delete them"));
    }
    blank_rows(source, &blank, findings);
    read
}

fn is_blank(row: &Row<'_>) -> bool {
    row.cells.iter().all(|cell| cell.text.trim().is_empty())
}

/// Whether the columns are separated by something other than commas; nothing else in the file is worth saying then.
fn has_other_separator(source: &Source<'_>, row: &Row<'_>, findings: &mut Findings) -> bool {
    let [only] = row.cells.as_slice() else {
        return false;
    };
    let separators = [
        (
            ';',
            Code::Semicolon,
            "Windows' list separator is ';' on the computer that saved this file: set it to ',' and save again",
        ),
        ('\t', Code::Tab, "this is Excel's 'Text (Tab delimited)': choose Save As, 'CSV UTF-8 (Comma delimited)'"),
    ];
    for (separator, code, help) in separators {
        let plain = only.text.to_lowercase().replace('"', "");
        let names: Vec<&str> = plain.split(separator).map(str::trim).collect();
        if names.contains(&"period") && names.contains(&"value") {
            let shown = if separator == '\t' { "tabs".to_owned() } else { format!("'{separator}'") };
            let message = format!("columns are separated by {shown}, not by commas");
            let finding = Finding::new(code, source.path, message).at(source.place(row.span.clone()));
            findings.push(finding.help(help));
            return true;
        }
    }
    false
}

/// Whether the first row has more columns than a table of readings can; nothing else in the file is worth saying then.
fn is_too_wide(source: &Source<'_>, row: &Row<'_>, findings: &mut Findings) -> bool {
    let count = row.cells.len();
    if count <= limits::COLUMNS {
        return false;
    }
    let message = format!("the first row has {count} columns: this is not a table of readings");
    findings
        .push(Finding::new(Code::NotACsv, source.path, message).help("the first row names the columns: period,value"));
    true
}

fn ragged(source: &Source<'_>, row: &Row<'_>, width: usize) -> Finding {
    let count = row.cells.len();
    let message = format!("the row has {}, the header has {width}", text::count(count, "value"));
    // The first value that is too many, or the last there is.
    let at = width.min(count.saturating_sub(1));
    let mut place = source.place(row.cells.get(at).map_or(row.span.clone(), |cell| cell.span.clone()));
    place.cell = Some(excel_cell(at, row.number));
    let extra_are_blank = row.cells.iter().skip(width).all(|cell| cell.text.trim().is_empty());
    let help = if count > width && extra_are_blank {
        "delete the commas at the end of the row"
    } else if count > width {
        "an unquoted comma in a cell? Write the cell in double quotes: \"one, two\""
    } else {
        "write a comma for every column, even where the cell is blank"
    };
    Finding::new(Code::RaggedRow, source.path, message).at(place).help(help)
}

fn nameless_value(source: &Source<'_>, row: &Row<'_>, column: usize) -> Finding {
    let cell = row.cells.get(column);
    let shown = cell.map(|cell| text::quoted(&cell.text)).unwrap_or_default();
    let mut place = source.place(cell.map_or(row.span.clone(), |cell| cell.span.clone()));
    place.cell = Some(excel_cell(column, row.number));
    let message = format!("{shown} stands in a column with no name");
    Finding::new(Code::EmptyHeader, source.path, message)
        .at(place)
        .help("name the column in the first row, or delete the cell")
}

/// One finding for every run of blank rows together.
fn blank_rows(source: &Source<'_>, blank: &[usize], findings: &mut Findings) {
    let runs: Vec<String> = blank
        .chunk_by(|one, next| one + 1 == *next)
        .map(|run| match run {
            [only] => only.to_string(),
            _ => format!("{} to {}", run[0], run[run.len() - 1]),
        })
        .collect();
    if !runs.is_empty() {
        let noun = if blank.len() == 1 { "row" } else { "rows" };
        let verb = if blank.len() == 1 { "is" } else { "are" };
        let message = format!("{noun} {} {verb} empty", text::list(&runs));
        findings.push(Finding::new(Code::BlankRow, source.path, message).help("delete them"));
    }
}

/// Whether a merge conflict was left in the file; nothing else in it is worth saying then. A line of `=======` alone may be
/// part of a note.
fn has_conflict(source: &Source<'_>, findings: &mut Findings) -> bool {
    let mut offset = 0;
    let mut marked = Vec::new();
    for (number, line) in source.text.split_inclusive('\n').enumerate() {
        if ["<<<<<<< ", ">>>>>>> "].iter().any(|marker| line.starts_with(marker)) {
            marked.push((number + 1, offset..offset + line.trim_end().len()));
        }
        offset += line.len();
    }
    let (Some((first, span)), Some((last, _))) = (marked.first(), marked.last()) else {
        return false;
    };
    let message = format!("this file still has a git merge conflict (lines {first} to {last})");
    let finding = Finding::new(Code::ConflictMarker, source.path, message).at(source.place(span.clone()));
    findings.push(finding.help("keep one version of each period and delete the marker lines"));
    true
}

fn quoting(source: &Source<'_>, problems: &[Problem], findings: &mut Findings) {
    for problem in problems {
        findings.push(match *problem {
            Problem::UnclosedQuote { opened } => {
                let message = "this quote is opened and never closed";
                let finding =
                    Finding::new(Code::UnclosedQuote, source.path, message).at(source.place(opened..opened + 1));
                finding.help("close it, or write \"\" for a quote that is part of the text")
            }
            Problem::MisplacedQuote { at } => {
                let message = "a quote in the middle of a cell";
                let finding = Finding::new(Code::QuoteMisplaced, source.path, message).at(source.place(at..at + 1));
                finding.help(
                    "put the whole cell in quotes and write each quote inside it twice: \"the \"\"new\"\" count\"",
                )
            }
        });
    }
}

/// What only the rows together show: duplicates, revisions of nothing, order and gaps.
fn in_order(mut readings: Readings, places: &Places<'_>, context: Context<'_>, findings: &mut Findings) -> Readings {
    let lag = context.indicator.lag.or(context.strategy.reporting.lag);
    let order = history::order(&mut readings.rows, lag);
    let path = places.source.path;
    for clash in order.clashes {
        let (first, second) = (clash.earlier.min(clash.later), clash.earlier.max(clash.later));
        let shown = |place: usize| match readings.rows[place].value {
            Some(value) => value.to_string(),
            None => "blank".to_owned(),
        };
        let (one, other) = (shown(first), shown(second));
        let period = readings.rows[second].period;
        let differ = if one == other {
            format!("both {one}")
        } else {
            format!("{one} in row {}, {other} in row {}", places.row(first), places.row(second))
        };
        let message = format!("{period} is there twice: {differ}");
        let finding = Finding::new(Code::DuplicatePeriod, path, message).at(places.of(second));
        let finding = finding.related(places.of(first), "first given here");
        findings.push(finding.help("keep one, or give the later one status revised and the day it was recorded"));
    }
    for place in order.without_original {
        let period = readings.rows[place].period;
        let message =
            format!("{period} is marked {} and no earlier row for it is there", readings.rows[place].status.name());
        findings.push(Finding::new(Code::RevisedWithoutOriginal, path, message).at(places.of(place)));
    }
    order_of_periods(&readings, places, findings);
    gaps(&readings, places, context.indicator, findings);
    if let Some(today) = context.today {
        against_the_clock(&readings, places, today, findings);
    }
    readings
}

/// Reports the first row that goes back in time; a revision may stand at the end.
fn order_of_periods(readings: &Readings, places: &Places<'_>, findings: &mut Findings) {
    let mut latest: Vec<(Option<&str>, Period)> = Vec::new();
    for (place, row) in readings.rows.iter().enumerate() {
        if row.status.replaces() {
            continue;
        }
        let group = row.group.as_deref();
        match latest.iter_mut().find(|(own, _)| *own == group) {
            Some((_, before)) if row.period < *before => {
                let message = format!("{} stands after {before}", row.period);
                let finding = Finding::new(Code::OutOfOrder, places.source.path, message).at(places.of(place));
                findings.push(finding.help("put the rows in the order of their periods"));
                return;
            }
            Some((_, before)) => *before = row.period,
            None => latest.push((group, row.period)),
        }
    }
}

/// Reports each stretch of periods between readings that has no row. Snapshots have no periods to miss.
fn gaps(readings: &Readings, places: &Places<'_>, indicator: &Indicator, findings: &mut Findings) {
    if indicator.period == time::Kind::Date {
        return;
    }
    let step = i32::try_from(indicator.every).unwrap_or(1).max(1);
    let whole = readings.rows.iter().enumerate().filter(|(_, row)| row.group.is_none() && !row.is_forecast());
    let mut periods: Vec<(Period, usize)> = whole.map(|(place, row)| (row.period, place)).collect();
    periods.sort_unstable();
    for pair in periods.windows(2) {
        let [(before, _), (after, place)] = [pair[0], pair[1]];
        let (Some(apart), Some(first)) = (after.steps_since(before), before.offset(step)) else {
            continue;
        };
        if apart <= step {
            continue;
        }
        let last = after.offset(-step).filter(|last| *last > first);
        let missing = last.map_or(first.to_string(), |last| format!("{first} to {last}"));
        let verb = if last.is_some() { "are" } else { "is" };
        let message = format!("{missing} {verb} missing before {after}");
        let finding = Finding::new(Code::Gap, places.source.path, message).at(places.of(place));
        findings.push(finding.help("if it was not published, add a row with a blank value and marker x"));
    }
}

/// What only the clock shows: periods that are not over, and figures that do not count yet.
fn against_the_clock(readings: &Readings, places: &Places<'_>, today: NaiveDate, findings: &mut Findings) {
    for (place, row) in readings.rows.iter().enumerate().filter(|(_, row)| !row.is_forecast()) {
        let path = places.source.path;
        if row.period.end() > today {
            let message = format!("{} ends on {}, after today", row.period, time::date::day(row.period.end()));
            let help = "correct the period, or give it marker f if it is a forecast";
            findings.push(Finding::new(Code::FuturePeriod, path, message).at(places.of(place)).help(help));
        } else if let Some(day) = row.known_from.filter(|day| *day > today) {
            let message = format!("{} counts from {}", row.period, time::date::day(day));
            let help = match row.recorded {
                Some(_) => "check the year in `recorded`",
                None => "if it is published already, write in `recorded` the day it was",
            };
            findings.push(Finding::new(Code::CountsLater, path, message).at(places.of(place)).help(help));
        }
    }
}

/// A date in a cell: year first, or as `[data] dates` says.
pub(super) enum DateCell {
    Read(NaiveDate),
    /// Read by `[data] dates`, to be said.
    DayFirst(NaiveDate),
    /// Day or month first, and nothing says which.
    Ambiguous {
        day_first: Option<NaiveDate>,
        month_first: Option<NaiveDate>,
    },
    Not,
}

pub(super) fn date(text: &str, order: DateOrder) -> DateCell {
    if let Some(date) = time::read_iso(text) {
        return DateCell::Read(date);
    }
    match time::spelling::read(time::Kind::Date, text) {
        Err(time::Misread::DayMonthYear { day_first: Some(date), .. }) if order == DateOrder::DayFirst => {
            DateCell::DayFirst(date)
        }
        Err(time::Misread::DayMonthYear { day_first, month_first }) => DateCell::Ambiguous { day_first, month_first },
        _ => DateCell::Not,
    }
}
