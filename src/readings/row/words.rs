//! The cells that hold words and days: group, status, markers, `recorded`.

use chrono::NaiveDate;

use super::RowReader;
use crate::finding::{Code, Finding, Findings};
use crate::readings::{Marker, Status};
use crate::strategy::DateOrder;
use crate::table::CellText;
use crate::{text, time};

impl RowReader<'_, '_, '_> {
    pub(super) fn group(&self, cell: &CellText<'_>, findings: &mut Findings) -> String {
        let groups = &self.context.strategy.groups;
        if !groups.contains_key(cell.text.as_ref()) {
            let is_full = findings.is_full(Code::UnknownGroup);
            let message = format!("no group is declared as {}", self.shown(&cell.text));
            let names = groups.keys().map(String::as_str).filter(|_| !is_full);
            let help = text::did_you_mean(&cell.text, names)
                .unwrap_or_else(|| "declare it in strategy.toml: [groups.<id>]".to_owned());
            findings.push(self.at(cell, Code::UnknownGroup, message).help(help));
        }
        cell.text.clone().into_owned()
    }

    pub(super) fn status(&self, cell: &CellText<'_>, findings: &mut Findings) -> Option<Status> {
        let found = Status::NAMES.iter().find(|(name, _)| *name == cell.text);
        if found.is_none() {
            let names: Vec<&str> = Status::NAMES.iter().map(|(name, _)| *name).collect();
            let message = format!("{} is not a status", self.shown(&cell.text));
            let help = text::did_you_mean(&cell.text, names.iter().copied());
            let help = help.unwrap_or_else(|| format!("the status is {}", text::either(&names)));
            findings.push(self.at(cell, Code::UnknownStatus, message).help(help));
        }
        found.map(|(_, status)| *status)
    }

    /// The markers, and the status that some of them say.
    pub(super) fn markers(&self, cell: &CellText<'_>, findings: &mut Findings) -> (Vec<Marker>, Option<Status>) {
        let mut markers = Vec::new();
        let mut status = None;
        for word in cell.text.split_whitespace() {
            match word {
                "p" | "r" | "e" => {
                    let said = match word {
                        "p" => Status::Provisional,
                        "r" => Status::Revised,
                        _ => Status::Estimate,
                    };
                    if let Some(earlier) = status.replace(said).filter(|earlier| *earlier != said) {
                        let message = format!("the markers say {} and {}", earlier.name(), said.name());
                        findings.push(self.at(cell, Code::StatusConflict, message).help("delete one of the two"));
                    }
                }
                _ => match Marker::NAMES.iter().find(|(name, _)| *name == word) {
                    Some((_, marker)) => markers.push(*marker),
                    None => {
                        let message = format!("{} is not a marker", text::quoted(word));
                        let help =
                            "the markers are c, x, z, low, u, b, f, p, r and e, without brackets, separated by a space";
                        findings.push(self.at(cell, Code::UnknownMarker, message).help(help));
                    }
                },
            }
        }
        (markers, status)
    }

    pub(super) fn date(&self, cell: &CellText<'_>, findings: &mut Findings) -> Option<NaiveDate> {
        let (date, finding) = match read_date(&cell.text, self.context.strategy.dates) {
            DateCell::Read(date) => return Some(date),
            DateCell::DayFirst(date) => {
                let message = format!("{} was read as {}", self.shown(&cell.text), time::date::day(date));
                let finding = self.at(cell, Code::DateDmy, message).warning().help(format!("write {date}"));
                (Some(date), finding.repair(self.line.rewrite(cell.column, &date.to_string())))
            }
            DateCell::DayOrMonthFirst { day_first, month_first } => {
                let message = format!("{} is not a date written year first", self.shown(&cell.text));
                let finding = self.at(cell, Code::DateDmy, message).help(which_day(day_first, month_first));
                let repair = only_day(day_first, month_first);
                let repair = repair.map(|day| self.line.rewrite(cell.column, &day.to_string()));
                (None, Finding { repair, ..finding })
            }
            DateCell::Otherwise(date) => {
                let message = format!("{} is not a date written year first", self.shown(&cell.text));
                let finding = self.at(cell, Code::BadDate, message).help(format!("write {date}"));
                (None, finding.repair(self.line.rewrite(cell.column, &date.to_string())))
            }
            DateCell::Stored(date) => {
                let message = format!("{} is how Excel stores {}", self.shown(&cell.text), time::date::day(date));
                let finding = self.at(cell, Code::DateSerial, message).help(format!("is {date} meant?"));
                (None, finding.repair(self.line.propose(cell.column, &date.to_string())))
            }
            DateCell::Not => {
                let message = format!("{} is not a date", self.shown(&cell.text));
                (None, self.at(cell, Code::BadDate, message).help(YEAR_FIRST))
            }
        };
        findings.push(finding);
        date
    }
}

const YEAR_FIRST: &str = "dates are written year first: 2013-06-20";

/// The one day that a date in figures can be; nothing where it can be two, which nobody but a person can tell apart.
pub(super) fn only_day(day_first: Option<NaiveDate>, month_first: Option<NaiveDate>) -> Option<NaiveDate> {
    match (day_first, month_first) {
        (Some(one), Some(other)) => (one == other).then_some(one),
        (day, None) | (None, day) => day,
    }
}

/// What to write instead of a date in figures.
pub(super) fn which_day(day_first: Option<NaiveDate>, month_first: Option<NaiveDate>) -> String {
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
