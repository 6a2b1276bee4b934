//! The period of a row, and what was written where there is none.

use super::words::which_day;
use super::{CellText, RowReader};
use crate::finding::{Code, Finding, Findings};
use crate::readings::header::Column;
use crate::strategy::DateOrder;
use crate::time::{self, Misread, Period, Spelling};

impl RowReader<'_> {
    pub(super) fn missing_period(&self, findings: &mut Findings) -> Option<Period> {
        if self.text_of(Column::Period).is_empty() {
            findings.push(self.at_column(Column::Period, Code::BadPeriod, "the row has no period"));
        }
        None
    }

    pub(super) fn period(&self, cell: CellText<'_>, findings: &mut Findings) -> Option<Period> {
        let kind = self.context.indicator.period;
        let shown = self.shown(cell.text);
        match time::spelling::read(kind, cell.text) {
            Ok(spelt) => {
                if spelt.spelling == Spelling::Tolerated {
                    let message = format!("{shown} was read as {}", spelt.period);
                    let finding = self.at(cell, Code::PeriodSpelling, message);
                    findings.push(finding.help(format!("write {}", spelt.period)));
                }
                Some(spelt.period)
            }
            Err(Misread::DayMonthYear { day_first: Some(day), .. }) if self.reads_day_first() => {
                let message = format!("{shown} was read as {}", time::date::day(day));
                findings.push(self.at(cell, Code::DateDmy, message).help(format!("write {day}")));
                Period::on(day)
            }
            Err(misread) => {
                findings.push(self.misread(cell, &shown, &misread));
                None
            }
        }
    }

    fn reads_day_first(&self) -> bool {
        self.context.strategy.dates == DateOrder::DayFirst
    }

    fn misread(&self, cell: CellText<'_>, shown: &str, misread: &Misread) -> Finding {
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
                format!("write {period} again"),
            ),
            Misread::EndDate { proposed } => (
                Code::PeriodDate,
                format!("{shown} is a date, not {}", kind.noun()),
                format!("is {proposed} meant, which ends on that day?"),
            ),
            Misread::ExcelDate { restored: None } => {
                (Code::PeriodDate, format!("{shown} is a date, not {}", kind.noun()), example)
            }
            Misread::ExcelSerial(day) => {
                (Code::PeriodDate, format!("{shown} is how Excel stores {}", time::date::day(*day)), example)
            }
            Misread::DayMonthYear { day_first, month_first } => (
                Code::BadPeriod,
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
        self.at(cell, code, message).help(help)
    }
}
