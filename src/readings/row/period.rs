//! The period of a row, and what was written where there is none.

use super::RowReader;
use crate::finding::{Certainty, Code, Finding, Findings, OR_FIX, Repair};
use crate::readings::header::Column;
use crate::strategy::DateOrder;
use crate::table::{CellText, only_day, which_day};
use crate::time::{self, Misread, Period, Spelling};

impl RowReader<'_, '_, '_> {
    pub(super) fn missing_period(&self, findings: &mut Findings) -> Option<Period> {
        if self.text_of(Column::Period).is_empty() {
            findings.push(self.at_column(Column::Period, Code::BadPeriod, "the row has no period"));
        }
        None
    }

    pub(super) fn period(&self, cell: &CellText<'_>, findings: &mut Findings) -> Option<Period> {
        let kind = self.context.indicator.period;
        let shown = || self.shown_day(&cell.text);
        match time::spelling::read(kind, &cell.text) {
            Ok(spelt) => {
                if spelt.spelling == Spelling::Tolerated {
                    let message = format!("{} was read as {}", shown(), spelt.period);
                    let finding = self.at(cell, Code::PeriodSpelling, message);
                    let repair = self.line.rewrite(cell.column, &spelt.period.to_string());
                    findings.push(finding.help(format!("write {}", spelt.period)).repair(repair));
                }
                Some(spelt.period)
            }
            Err(Misread::DayMonthYear { day_first: Some(day), .. }) if self.reads_day_first() => {
                let message = format!("{} was read as {}", shown(), time::date::day(day));
                let finding = self.at(cell, Code::DateDmy, message).warning().help(format!("write {day}"));
                findings.push(finding.repair(self.line.rewrite(cell.column, &day.to_string())));
                Period::on(day)
            }
            Err(misread) => {
                findings.push(self.misread(cell, &shown(), &misread));
                None
            }
        }
    }

    /// What to write instead, where that is known.
    fn repaired(&self, cell: &CellText<'_>, misread: &Misread) -> Option<Repair> {
        let (text, certainty) = match misread {
            // `11-Dec` may be a day of any year.
            Misread::ExcelDate { restored: Some(period) }
                if cell.text.starts_with(|first: char| first.is_ascii_digit())
                    && cell.text.ends_with(char::is_alphabetic) =>
            {
                (period.to_string(), Certainty::Likely)
            }
            Misread::ExcelDate { restored: Some(period) } => (period.to_string(), Certainty::Certain),
            Misread::EndDate { proposed } => (proposed.to_string(), Certainty::Likely),
            Misread::ExcelSerial { restored: Some(period), .. } => (period.to_string(), Certainty::Likely),
            Misread::DayMonthYear { day_first, month_first } => {
                (only_day(*day_first, *month_first)?.to_string(), Certainty::Certain)
            }
            Misread::CertainDate(day) => (day.to_string(), Certainty::Certain),
            _ => return None,
        };
        Some(match certainty {
            Certainty::Certain => self.line.rewrite(cell.column, &text),
            Certainty::Likely => self.line.propose(cell.column, &text),
        })
    }

    fn reads_day_first(&self) -> bool {
        self.context.strategy.dates == DateOrder::DayFirst
    }

    fn misread(&self, cell: &CellText<'_>, shown: &str, misread: &Misread) -> Finding {
        let kind = self.context.indicator.period;
        let example = format!("{} is written {}", kind.noun(), kind.example());
        let (code, message, help) = match misread {
            Misread::OtherKind(other) => (
                Code::WrongGranularity,
                format!("{shown} is {}, and this indicator has {}", other.noun(), kind.plural()),
                example,
            ),
            Misread::ExcelDate { restored: Some(period) } => (
                Code::PeriodDate,
                format!(
                    "{shown} is not {}: Excel changes {period} to a date when a CSV file is opened and saved",
                    kind.noun()
                ),
                format!("write {period} again{OR_FIX}"),
            ),
            Misread::EndDate { proposed } => (
                Code::PeriodDate,
                format!("{shown} is a date, not {}", kind.noun()),
                format!("is {proposed} meant, which ends on that day?"),
            ),
            Misread::ExcelDate { restored: None } => {
                (Code::PeriodDate, format!("{shown} is a date, not {}", kind.noun()), example)
            }
            Misread::ExcelSerial { day, restored } => (
                Code::DateSerial,
                format!("{shown} is how Excel stores {}", time::date::day(*day)),
                restored.map_or(example, |period| format!("is {period} meant?")),
            ),
            Misread::DayMonthYear { day_first, month_first } => (
                Code::DateDmy,
                format!("{shown} is not a date written year first"),
                which_day(*day_first, *month_first),
            ),
            Misread::CertainDate(day) => {
                (Code::BadPeriod, format!("{shown} is not a date written year first"), format!("write {day}"))
            }
            Misread::YearsNotConsecutive { first, second_as_written } => (
                Code::BadPeriod,
                format!("{shown} is not {}: {second_as_written} does not follow {first}", kind.noun()),
                example,
            ),
            Misread::PartOutOfRange { last, .. } => {
                (Code::BadPeriod, format!("{shown} is not {}: its year has {last}", kind.noun()), example)
            }
            Misread::WrongSpan { years } => (
                Code::BadPeriod,
                format!("{shown} spans {years} years, and this indicator has {}", kind.plural()),
                example,
            ),
            Misread::YearOutOfRange(year) => (
                Code::BadPeriod,
                format!("{shown} reaches the year {year}; hwb reads {} to {}", time::FIRST_YEAR, time::LAST_YEAR),
                example,
            ),
            Misread::Empty | Misread::NotAPeriod | Misread::ImpossibleDate => {
                (Code::BadPeriod, format!("{shown} is not {}", kind.noun()), example)
            }
        };
        let finding = self.at(cell, code, message).help(help);
        match self.repaired(cell, misread) {
            Some(repair) => finding.repair(repair),
            None => finding,
        }
    }
}
