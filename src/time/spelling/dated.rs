//! Texts that are a date: what Excel makes of periods, and what people write for a day.

use chrono::{Datelike, Days, NaiveDate};

use crate::time::spelling::Misread;
use crate::time::spelling::token::Token::{self, Dash, Month, Number};
use crate::time::spelling::written_date::{Written, in_excels_century};
use crate::time::{FIRST_YEAR, Kind, LAST_YEAR, Period};

/// 1 January 2000 and 1 January 2050 as Excel stores them.
const SERIALS: std::ops::RangeInclusive<i32> = 36_526..=54_789;

/// The day Excel counts from, for every day after its 29 February 1900.
const SERIAL_ZERO: Option<NaiveDate> = NaiveDate::from_ymd_opt(1899, 12, 30);

/// What is wrong with a text that is a date, or a month with a two-digit year; `None` for any other text.
///
/// A date in canonical form among dates is right, and never comes here.
pub(super) fn misread(kind: Kind, tokens: &[Token]) -> Option<Misread> {
    if let [Number { value, digits: 5 }] = *tokens
        && SERIALS.contains(&value)
    {
        let day = SERIAL_ZERO?.checked_add_days(Days::new(value.cast_unsigned().into()))?;
        return Some(Misread::ExcelSerial { day, restored: stored(kind, day) });
    }
    if let Some(written) = Written::from(tokens) {
        return Some(if kind == Kind::Date { among_dates(written) } else { among_periods(kind, written) });
    }
    match *tokens {
        // `11-Dec` is `Dec-11` after a second opening, taken for the 11th.
        [Month(month), Dash, Number { value: year, digits: 2 }]
        | [Number { value: year, digits: 2 }, Dash, Month(month)] => Some(month_and_short_year(kind, month, year)),
        _ => None,
    }
}

fn among_dates(written: Written) -> Misread {
    match written {
        Written::Iso { ymd } | Written::Clear { ymd } => date(ymd).map_or_else(|misread| misread, Misread::CertainDate),
        Written::YearLast { numbers: [a, b], year } => match (date([year, b, a]), date([year, a, b])) {
            (Err(misread), Err(_)) => misread,
            (day_first, month_first) => {
                Misread::DayMonthYear { day_first: day_first.ok(), month_first: month_first.ok() }
            }
        },
    }
}

fn among_periods(kind: Kind, written: Written) -> Misread {
    let ymd = match written {
        Written::Iso { ymd } | Written::Clear { ymd } => ymd,
        Written::YearLast { numbers: [a, b], year } if date([year, b, a]).is_err() && date([year, a, b]).is_ok() => {
            return Misread::ExcelDate { restored: None };
        }
        Written::YearLast { numbers: [day, month], year } => [year, month, day],
    };
    let date = match date(ymd) {
        Ok(date) => date,
        Err(misread) => return misread,
    };
    let [year, month, day] = ymd;
    let restored = if day == 1 { undo_excel(kind, year, month) } else { None };
    if restored.is_some() {
        return Misread::ExcelDate { restored };
    }
    match Period::ending_on(kind, date) {
        Some(proposed) => Misread::EndDate { proposed },
        None if matches!(written, Written::Iso { .. }) => Misread::OtherKind(Kind::Date),
        None => Misread::ExcelDate { restored: None },
    }
}

fn month_and_short_year(kind: Kind, month: i32, year: i32) -> Misread {
    match kind {
        Kind::FinancialYear
        | Kind::AcademicYear
        | Kind::Month
        | Kind::ThreeCalendarYears
        | Kind::ThreeFinancialYears => {
            Misread::ExcelDate { restored: undo_excel(kind, in_excels_century(year), month) }
        }
        Kind::CalendarYear
        | Kind::HalfYear
        | Kind::Quarter
        | Kind::FinancialQuarter
        | Kind::Date
        | Kind::RollingYear => Misread::OtherKind(Kind::Month),
    }
}

/// The period of the kind that Excel stores as this day.
fn stored(kind: Kind, day: NaiveDate) -> Option<Period> {
    match kind {
        Kind::Date => Period::on(day),
        _ if day.day() == 1 => undo_excel(kind, day.year(), day.month().cast_signed()),
        _ => None,
    }
}

/// The period of the kind that Excel takes for this month, one spelling of it being `YYYY/MM` or `YYYY-MM`.
fn undo_excel(kind: Kind, year: i32, month: i32) -> Option<Period> {
    let part = match kind {
        Kind::FinancialYear | Kind::AcademicYear if month == (year + 1) % 100 => 1,
        Kind::ThreeCalendarYears | Kind::ThreeFinancialYears if month == (year + 2) % 100 => 1,
        Kind::Month => month.cast_unsigned(),
        _ => return None,
    };
    Period::in_year(kind, year, part)
}

fn date([year, month, day]: [i32; 3]) -> Result<NaiveDate, Misread> {
    if !(FIRST_YEAR..=LAST_YEAR).contains(&year) {
        return Err(Misread::YearOutOfRange(year));
    }
    NaiveDate::from_ymd_opt(year, month.cast_unsigned(), day.cast_unsigned()).ok_or(Misread::ImpossibleDate)
}

#[cfg(test)]
mod tests;
