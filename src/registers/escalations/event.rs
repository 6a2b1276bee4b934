//! One row of the log: what happened to which case.

use std::ops::Range;

use chrono::NaiveDate;

use super::{REQUIRED, column};
use crate::finding::{Code, Findings};
use crate::registers::row::RowReader;
use crate::registers::{Acceptable, AcceptableLevel, Decision, Level, NotAcceptable, Step};
use crate::strategy::{Good, Indicator};
use crate::table::{CellKind, CellText};
use crate::time::{self, Kind, Misread, Period, Spelling};
use crate::{limits, text};

/// What a row says, and where it stands.
pub(super) struct EventRow {
    /// As a spreadsheet counts it.
    pub number: usize,
    /// In bytes, without the line ending.
    pub span: Range<usize>,
    /// Where the cells of the required columns stand, in the order of [`ESCALATION_COLUMNS`].
    pub cells: [Range<usize>; REQUIRED],
    /// Nothing where a cell could not be read, which has been said.
    pub said: Option<Box<Said>>,
    /// Whether it opens its case, or may do so, since its event could not be read.
    pub may_open: bool,
}

/// What happened.
pub(super) struct Said {
    pub date: NaiveDate,
    pub indicator: String,
    pub step: Step,
    /// As written; only an opening needs one.
    pub level: Option<Level>,
    pub note: Option<String>,
}

/// The word in the `event` column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Word {
    Opened,
    Escalated,
    Decided,
    Reviewed,
    Closed,
}

const WORDS: [(&str, Word); 5] = {
    let [opened, escalated, decided, reviewed, closed] = Step::NAMES;
    [
        (opened, Word::Opened),
        (escalated, Word::Escalated),
        (decided, Word::Decided),
        (reviewed, Word::Reviewed),
        (closed, Word::Closed),
    ]
};

pub(super) struct EventReader<'r, 'a> {
    pub cells: RowReader<'r, 'a>,
}

impl EventReader<'_, '_> {
    /// The case, and what the row says of it; nothing where the row names no case.
    pub(super) fn read(&self, findings: &mut Findings) -> Option<(String, EventRow)> {
        let before = findings.errors();
        let case = self.cells.required(column::CASE, CellKind::Word, findings).map(|cell| cell.text.into_owned());
        let date = self.cells.required(column::DATE, CellKind::Word, findings);
        let date = date.and_then(|cell| self.cells.date(&cell, findings));
        self.cells.warn_if_ahead(column::DATE, date, findings);
        let indicator = self.indicator(findings);
        let word = self
            .cells
            .required(column::EVENT, CellKind::Word, findings)
            .and_then(|cell| self.cells.word(&cell, &WORDS, (Code::UnknownEvent, "an event"), findings));
        let level = self.level(word, findings);
        let decision = self.decision(word, indicator, findings);
        let note = self.cells.text(column::NOTE, findings);
        let step = match word {
            Some(Word::Opened) => level.map(Step::Opened),
            Some(Word::Escalated) => Some(Step::Escalated),
            Some(Word::Decided) => Some(Step::Decided(decision)),
            Some(Word::Reviewed) => Some(Step::Reviewed),
            Some(Word::Closed) => Some(Step::Closed),
            None => None,
        };
        let is_sound = findings.errors() == before;
        let said = date.zip(indicator).zip(step).filter(|_| is_sound);
        let said = said.map(|((date, indicator), step)| {
            Box::new(Said { date, indicator: indicator.id.clone(), step, level, note })
        });
        let may_open = word.is_none_or(|word| word == Word::Opened);
        Some((case?, self.placed(said, may_open)))
    }

    fn placed(&self, said: Option<Box<Said>>, may_open: bool) -> EventRow {
        let row = self.cells.line.row;
        let cells = std::array::from_fn(|column| {
            let cell = self.cells.position(column).and_then(|position| row.cells.get(position));
            cell.map_or(row.span.clone(), |cell| cell.span.clone())
        });
        EventRow { number: row.number, span: row.span.clone(), cells, said, may_open }
    }

    fn indicator(&self, findings: &mut Findings) -> Option<&Indicator> {
        let cell = self.cells.required(column::INDICATOR, CellKind::Word, findings)?;
        let indicators = &self.cells.context.strategy.indicators;
        let found = indicators.get(cell.text.as_ref());
        if found.is_none() {
            self.cells.unknown_id(&cell, "indicator", indicators.keys().map(String::as_str), findings);
        }
        found
    }

    /// The level that is written; an opening needs one.
    fn level(&self, word: Option<Word>, findings: &mut Findings) -> Option<Level> {
        let cell = match word {
            Some(Word::Opened) => self.cells.required(column::LEVEL, CellKind::Word, findings),
            _ => self.cells.cell(column::LEVEL, CellKind::Word, findings),
        };
        self.cells.word(&cell?, &Level::NAMES, (Code::UnknownLevel, "a level"), findings)
    }

    /// What was decided; blank for any other event.
    fn decision(&self, word: Option<Word>, indicator: Option<&Indicator>, findings: &mut Findings) -> Decision {
        let acceptable = self.cells.cell(column::ACCEPTABLE, CellKind::Word, findings);
        let recovery = self.cells.cell(column::RECOVERY, CellKind::Word, findings);
        if word.is_some_and(|word| word != Word::Decided) {
            for (cell, name) in [(&acceptable, "an acceptable level"), (&recovery, "an expected recovery")] {
                self.warn_if_unused(cell.as_ref(), name, findings);
            }
            return Decision::default();
        }
        if word.is_some() && acceptable.is_none() {
            let message = "the Board decided, and no acceptable level is written";
            let finding = self.cells.at_column(column::ACCEPTABLE, Code::DecidedWithoutLevel, message);
            findings.push(finding.help("write the level at which the case may close: on-target, or <=430"));
        }
        Decision {
            acceptable: acceptable.and_then(|cell| self.acceptable(&cell, indicator, findings)),
            recovery: recovery.and_then(|cell| self.recovery(&cell, indicator, findings)),
        }
    }

    fn warn_if_unused(&self, cell: Option<&CellText<'_>>, name: &str, findings: &mut Findings) {
        if let Some(cell) = cell {
            let message = format!("{name} is for a row that says decided: {} has no effect", text::quoted(&cell.text));
            let finding = self.cells.at(cell, Code::CellUnused, message);
            findings.push(finding.help("write it in the row of the decision, or in the note"));
        }
    }

    fn acceptable(
        &self,
        cell: &CellText<'_>,
        indicator: Option<&Indicator>,
        findings: &mut Findings,
    ) -> Option<Acceptable> {
        let shown = text::quoted(&cell.text);
        let mut refuse = |message: String, help: String| {
            findings.push(self.cells.at(cell, Code::BadAcceptable, message).help(help));
            None
        };
        let why = match Acceptable::read(&cell.text) {
            Ok(acceptable) => {
                let Some(other_way) = indicator.and_then(|indicator| goes_the_other_way(acceptable, indicator)) else {
                    return Some(acceptable);
                };
                let message = format!("{shown} asks for the opposite of what is good");
                return refuse(message, other_way);
            }
            Err(why) => why,
        };
        let help = match why {
            NotAcceptable::Unknown => "write on-target, or <=, <, >= or > and a number".to_owned(),
            NotAcceptable::NotANumber => "after the sign stands a number and nothing else: <=430".to_owned(),
            NotAcceptable::NotACount => {
                format!("after 'for' stands how many readings, from 1 to {}: <=430 for 2", limits::AMBER_RUNS)
            }
        };
        refuse(format!("{shown} is not an acceptable level"), help)
    }

    fn recovery(&self, cell: &CellText<'_>, indicator: Option<&Indicator>, findings: &mut Findings) -> Option<Period> {
        let own = indicator.map_or(Kind::FinancialYear, |indicator| indicator.period);
        let Some(spelt) = time::spelling::read_any_spelt(own, &cell.text) else {
            let message = format!("{} is not a period", text::quoted(&cell.text));
            let finding = self.cells.at(cell, Code::BadRecovery, message);
            findings.push(finding.help(what_recovery_is(own, &cell.text)));
            return None;
        };
        if spelt.spelling == Spelling::Tolerated {
            let written = spelt.period.to_string();
            let message = format!("{} was read as {written}", text::quoted(&cell.text));
            let finding = self.cells.at(cell, Code::PeriodSpelling, message).help(format!("write {written}"));
            findings.push(finding.repair(self.cells.line.rewrite(cell.column, &written)));
        }
        Some(spelt.period)
    }
}

/// What to write for a recovery that is no period; Excel may have made it a date.
fn what_recovery_is(own: Kind, written: &str) -> String {
    match time::spelling::read(own, written) {
        Err(Misread::ExcelDate { restored: Some(period) }) => {
            format!("Excel changes {period} to a date when a CSV file is opened and saved: write {period} again")
        }
        _ => "recovery is the period by which it is expected, such as 2014/15 or 2014/15 Q2".to_owned(),
    }
}

/// What to write where a level bounds the figure on the side that is good anyway; nothing where it fits.
fn goes_the_other_way(acceptable: Acceptable, indicator: &Indicator) -> Option<String> {
    let AcceptableLevel::Figure(comparison, figure) = acceptable.level else { return None };
    let (word, sign) = match (indicator.good, comparison.is_ceiling()) {
        (Good::High, true) => ("high", ">="),
        (Good::Low, false) => ("low", "<="),
        _ => return None,
    };
    Some(format!("{word} is good for '{}': write {sign}{figure}", indicator.id))
}
