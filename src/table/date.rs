//! A day in a cell: year first, or as `[data] dates` says.

use chrono::NaiveDate;

use super::{CellText, Line};
use crate::finding::{Code, Finding, Findings};
use crate::strategy::DateOrder;
use crate::time;

/// The day in a cell; nothing where there is none. One that is read by `order` is said, and so is whatever is no day.
pub fn date(line: &Line<'_, '_>, cell: &CellText<'_>, order: DateOrder, findings: &mut Findings) -> Option<NaiveDate> {
    let (date, finding) = match read_date(&cell.text, order) {
        DateCell::Read(date) => return Some(date),
        DateCell::DayFirst(date) => {
            let message = format!("{} was read as {}", line.shown(&cell.text), time::date::day(date));
            let finding = line.finding(cell.column, Code::DateDmy, message).warning().help(format!("write {date}"));
            (Some(date), finding.repair(line.rewrite(cell.column, &date.to_string())))
        }
        DateCell::DayOrMonthFirst { day_first, month_first } => {
            let message = format!("{} is not a date written year first", line.shown(&cell.text));
            let finding = line.finding(cell.column, Code::DateDmy, message).help(which_day(day_first, month_first));
            let repair = only_day(day_first, month_first);
            let repair = repair.map(|day| line.rewrite(cell.column, &day.to_string()));
            (None, Finding { repair, ..finding })
        }
        DateCell::Otherwise(date) => {
            let message = format!("{} is not a date written year first", line.shown(&cell.text));
            let finding = line.finding(cell.column, Code::BadDate, message).help(format!("write {date}"));
            (None, finding.repair(line.rewrite(cell.column, &date.to_string())))
        }
        DateCell::Stored(date) => {
            let message = format!("{} is how Excel stores {}", line.shown(&cell.text), time::date::day(date));
            let finding = line.finding(cell.column, Code::DateSerial, message).help(format!("is {date} meant?"));
            (None, finding.repair(line.propose(cell.column, &date.to_string())))
        }
        DateCell::Not => {
            let message = format!("{} is not a date", line.shown(&cell.text));
            (None, line.finding(cell.column, Code::BadDate, message).help(YEAR_FIRST))
        }
    };
    findings.push(finding);
    date
}

const YEAR_FIRST: &str = "dates are written year first: 2013-06-20";

/// The one day that a date in figures can be; nothing where it can be two, which nobody but a person can tell apart.
#[must_use]
pub fn only_day(day_first: Option<NaiveDate>, month_first: Option<NaiveDate>) -> Option<NaiveDate> {
    match (day_first, month_first) {
        (Some(one), Some(other)) => (one == other).then_some(one),
        (day, None) | (None, day) => day,
    }
}

/// What to write instead of a date in figures.
#[must_use]
pub fn which_day(day_first: Option<NaiveDate>, month_first: Option<NaiveDate>) -> String {
    match (only_day(day_first, month_first), day_first, month_first) {
        (Some(day), ..) => format!("write {day}"),
        (None, Some(one), Some(other)) => {
            format!("is it {} or {}? Write {one} or {other}", time::date::day(one), time::date::day(other))
        }
        _ => YEAR_FIRST.to_owned(),
    }
}

/// A date in a cell.
enum DateCell {
    /// Year first.
    Read(NaiveDate),
    /// As `[data] dates` says, which is to be said.
    DayFirst(NaiveDate),
    /// In figures with the year last, and nothing says what comes first.
    DayOrMonthFirst {
        day_first: Option<NaiveDate>,
        month_first: Option<NaiveDate>,
    },
    /// Beyond doubt, and not written as dates are here.
    Otherwise(NaiveDate),
    /// As Excel stores it.
    Stored(NaiveDate),
    Not,
}

fn read_date(text: &str, order: DateOrder) -> DateCell {
    if let Some(date) = time::read_iso(text) {
        return DateCell::Read(date);
    }
    match time::spelling::read(time::Kind::Date, text) {
        Err(time::Misread::DayMonthYear { day_first: Some(date), .. }) if order == DateOrder::DayFirst => {
            DateCell::DayFirst(date)
        }
        Err(time::Misread::DayMonthYear { day_first, month_first }) => {
            DateCell::DayOrMonthFirst { day_first, month_first }
        }
        Err(time::Misread::CertainDate(date)) => DateCell::Otherwise(date),
        Err(time::Misread::ExcelSerial { day, .. }) => DateCell::Stored(day),
        _ => DateCell::Not,
    }
}
