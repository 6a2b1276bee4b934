//! Something that happened to a case, before it is a row.

use chrono::NaiveDate;

use super::{Cells, cell};
use crate::registers::{Acceptable, Level, Step};
use crate::time::{Kind, spelling};

/// A row to be added to the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewEvent<'a> {
    pub case: &'a str,
    pub date: NaiveDate,
    pub indicator: &'a str,
    pub step: Step,
    /// Who has the case after the step.
    pub level: Level,
    /// In a decision: the level at which the case may close, and the expected recovery, as they were given.
    pub acceptable: Option<&'a str>,
    pub recovery: Option<&'a str>,
    pub note: Option<&'a str>,
}

impl NewEvent<'_> {
    /// The row it makes: the level and the recovery spelt as the format has them, where they can be read. `kind` is the
    /// indicator's kind of period.
    #[must_use]
    pub fn cells(&self, kind: Kind) -> Cells {
        let acceptable = self.acceptable.map(str::trim).map(|text| match Acceptable::read(text) {
            Ok(acceptable) => acceptable.to_string(),
            Err(_) => text.to_owned(),
        });
        let recovery = self.recovery.map(str::trim).map(|text| match spelling::read_any(kind, text) {
            Some(period) => period.to_string(),
            None => text.to_owned(),
        });
        let given = [("acceptable", acceptable.as_deref()), ("recovery", recovery.as_deref()), ("note", self.note)];
        let given = given.into_iter().filter_map(|(column, text)| Some(cell(column, text?)));
        [
            cell("case", self.case),
            cell("date", &self.date.to_string()),
            cell("indicator", self.indicator),
            cell("event", self.step.name()),
            cell("level", self.level.name()),
        ]
        .into_iter()
        .chain(given)
        .collect()
    }
}
