//! The cells that hold words and days: group, status, markers, `recorded`.

use chrono::NaiveDate;

use super::{CellText, RowReader};
use crate::finding::{Code, Findings};
use crate::readings::{Marker, Status};
use crate::strategy::DateOrder;
use crate::{text, time};

impl RowReader<'_> {
    pub(super) fn group(&self, cell: CellText<'_>, findings: &mut Findings) -> String {
        let groups = &self.context.strategy.groups;
        if !groups.contains_key(cell.text) {
            let is_full = findings.is_full(Code::UnknownGroup);
            let message = format!("no group is declared as {}", self.shown(cell.text));
            let names = groups.keys().map(String::as_str).filter(|_| !is_full);
            let help = text::did_you_mean(cell.text, names)
                .unwrap_or_else(|| "declare it in strategy.toml: [groups.<id>]".to_owned());
            findings.push(self.at(cell, Code::UnknownGroup, message).help(help));
        }
        cell.text.to_owned()
    }

    pub(super) fn status(&self, cell: CellText<'_>, findings: &mut Findings) -> Option<Status> {
        let found = Status::NAMES.iter().find(|(name, _)| *name == cell.text);
        if found.is_none() {
            let names: Vec<&str> = Status::NAMES.iter().map(|(name, _)| *name).collect();
            let message = format!("{} is not a status", self.shown(cell.text));
            let help = text::did_you_mean(cell.text, names.iter().copied());
            let help = help.unwrap_or_else(|| format!("the status is {}", text::either(&names)));
            findings.push(self.at(cell, Code::UnknownStatus, message).help(help));
        }
        found.map(|(_, status)| *status)
    }

    /// The markers, and the status that some of them say.
    pub(super) fn markers(&self, cell: CellText<'_>, findings: &mut Findings) -> (Vec<Marker>, Option<Status>) {
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

    pub(super) fn date(&self, cell: CellText<'_>, findings: &mut Findings) -> Option<NaiveDate> {
        match read_date(cell.text, self.context.strategy.dates) {
            DateCell::Read(date) => Some(date),
            DateCell::DayFirst(date) => {
                let message = format!("{} was read as {}", self.shown(cell.text), time::date::day(date));
                findings.push(self.at(cell, Code::DateDmy, message).help(format!("write {date}")));
                Some(date)
            }
            DateCell::Ambiguous { day_first, month_first } => {
                let message = format!("{} is not a date written year first", self.shown(cell.text));
                findings.push(self.at(cell, Code::BadDate, message).help(which_day(day_first, month_first)));
                None
            }
            DateCell::Not => {
                let message = format!("{} is not a date", self.shown(cell.text));
                findings.push(self.at(cell, Code::BadDate, message).help("dates are written year first: 2013-06-20"));
                None
            }
        }
    }
}

pub(super) fn which_day(day_first: Option<NaiveDate>, month_first: Option<NaiveDate>) -> String {
    match (day_first, month_first) {
        (Some(one), Some(other)) if one != other => {
            format!("is it {} or {}? Write {one} or {other}", time::date::day(one), time::date::day(other))
        }
        (Some(day), _) | (_, Some(day)) => format!("write {day}"),
        (None, None) => "dates are written year first: 2013-06-20".to_owned(),
    }
}

/// A date in a cell: year first, or as `[data] dates` says.
enum DateCell {
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

fn read_date(text: &str, order: DateOrder) -> DateCell {
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
