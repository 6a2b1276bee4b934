//! The spellings that are read with a warning, where the declared kind leaves no doubt what is meant.

use crate::time::spelling::Misread;
use crate::time::spelling::split_year::{SplitYear, split_year};
use crate::time::spelling::token::Token::{self, Dash, Financial, Half, Month, Number, Quarter, Slash, To};
use crate::time::{FIRST_YEAR, Kind, LAST_YEAR, Period};

/// Two-digit second years further from the first than this are taken for a month.
const WIDEST_SHORT_SPAN: i32 = 10;

/// The period of the kind that the tokens spell, however loosely.
pub(super) fn fit(kind: Kind, tokens: &[Token]) -> Result<Period, Misread> {
    match kind {
        Kind::CalendarYear => match *tokens {
            [Number { value: year, digits: 4 }] => place(kind, year, 1),
            _ => Err(Misread::NotAPeriod),
        },
        Kind::FinancialYear | Kind::AcademicYear => split_year_alone(kind, tokens),
        Kind::HalfYear => split_year_part(kind, Half, tokens),
        Kind::FinancialQuarter => split_year_part(kind, Quarter, tokens),
        Kind::RollingYear => match quarters(tokens) {
            Some(span) => rolling_year(span?),
            None => split_year_part(kind, Quarter, tokens),
        },
        Kind::Quarter => match part_of(Quarter, tokens) {
            Some((part, [Number { value: year, digits: 4 }])) => place(kind, *year, part),
            _ => Err(Misread::NotAPeriod),
        },
        Kind::Month => month(tokens),
        Kind::Date => Err(Misread::NotAPeriod),
        Kind::ThreeCalendarYears => years(kind, tokens),
        Kind::ThreeFinancialYears => match split_years(tokens) {
            Some(span) => three(kind, span?),
            // `2010-2012` in full is how three calendar years are written.
            None if matches!(tokens, [_, _, Number { digits: 4, .. }]) => Err(Misread::NotAPeriod),
            None => years(kind, tokens),
        },
    }
}

fn split_year_alone(kind: Kind, tokens: &[Token]) -> Result<Period, Misread> {
    let Some((year, [])) = split_year(tokens) else {
        return Err(Misread::NotAPeriod);
    };
    if kind == Kind::AcademicYear && tokens.starts_with(&[Financial]) {
        return Err(Misread::NotAPeriod);
    }
    match *tokens {
        // `2012-09` is a month and `2010-2012` are three years, sooner than a slip in a financial year.
        [_, Dash, Number { value: 1..=12, digits: 2 } | Number { digits: 4, .. }] if !year.follows_on() => {
            Err(Misread::NotAPeriod)
        }
        _ => place(kind, year.first_year()?, 1),
    }
}

/// The number after a marker at either end (`Q1 ...`, `... Q1`), and the tokens of the year.
fn part_of(marker: Token, tokens: &[Token]) -> Option<(i32, &[Token])> {
    match *tokens {
        [found, Number { value: part, digits: 1 | 2 }, ref year @ ..] if found == marker => {
            Some((part, year.strip_prefix(&[Dash]).unwrap_or(year)))
        }
        [ref year @ .., found, Number { value: part, digits: 1 | 2 }] if found == marker => {
            Some((part, year.strip_suffix(&[Dash]).unwrap_or(year)))
        }
        _ => None,
    }
}

fn split_year_part(kind: Kind, marker: Token, tokens: &[Token]) -> Result<Period, Misread> {
    let (part, year) = part_of(marker, tokens).ok_or(Misread::NotAPeriod)?;
    let Some((year, [])) = split_year(year) else {
        return Err(Misread::NotAPeriod);
    };
    place(kind, year.first_year()?, part)
}

/// The first and the last financial quarter of Fingertips' label for a rolling year: `2012/13 Q4 - 2013/14 Q3`.
fn quarters(tokens: &[Token]) -> Option<Result<(Period, Period), Misread>> {
    let (_, rest) = split_year(tokens)?;
    let [Quarter, Number { .. }, Dash | To, second @ ..] = rest.strip_prefix(&[Dash]).unwrap_or(rest) else {
        return None;
    };
    let first = tokens.get(..tokens.len() - second.len() - 1)?;
    let quarter = |tokens| split_year_part(Kind::FinancialQuarter, Quarter, tokens);
    Some(quarter(first).and_then(|first| Ok((first, quarter(second)?))))
}

fn rolling_year((first, last): (Period, Period)) -> Result<Period, Misread> {
    match last.ordinal() - first.ordinal() + 1 {
        // Both kinds are numbered by the quarter they end in.
        4 => Period::from_ordinal(Kind::RollingYear, last.ordinal()).ok_or(Misread::NotAPeriod),
        quarters if quarters > 0 && quarters % 4 == 0 => Err(Misread::WrongSpan { years: quarters / 4 }),
        _ => Err(Misread::NotAPeriod),
    }
}

fn month(tokens: &[Token]) -> Result<Period, Misread> {
    let (year, month) = match *tokens {
        // `2011/12` is a financial year as well as it is a December.
        [Number { value: year, digits: 4 }, Slash, Number { value: second, digits: 2 }]
            if second == (year + 1) % 100 =>
        {
            return Err(Misread::NotAPeriod);
        }
        [Month(month), Number { value: year, digits: 4 }]
        | [Month(month), Dash, Number { value: year, digits: 4 }]
        | [Number { value: year, digits: 4 }, Month(month)]
        | [Number { value: year, digits: 4 }, Dash, Month(month)]
        | [Number { value: year, digits: 4 }, Slash | Dash, Number { value: month, digits: 1 | 2 }]
        | [Number { value: month, digits: 1 | 2 }, Slash | Dash, Number { value: year, digits: 4 }] => (year, month),
        _ => return Err(Misread::NotAPeriod),
    };
    place(Kind::Month, year, month)
}

/// `2010 - 12`, `2010 to 2012`: the first year and the last.
fn years(kind: Kind, tokens: &[Token]) -> Result<Period, Misread> {
    match *tokens {
        [Number { value: first, digits: 4 }, Dash | To, Number { value: last, digits: 4 }] => {
            three(kind, (first, last))
        }
        [Number { value: first, digits: 4 }, Dash | To, Number { value: last, digits: 2 }] => {
            let last = in_century_after(first, last);
            if (1..=WIDEST_SHORT_SPAN).contains(&(last - first)) {
                three(kind, (first, last))
            } else {
                Err(Misread::NotAPeriod)
            }
        }
        _ => Err(Misread::NotAPeriod),
    }
}

/// `2010/11 - 2012/13`, `2010/11-12/13`: the first year of the first label and of the last.
fn split_years(tokens: &[Token]) -> Option<Result<(i32, i32), Misread>> {
    let (first, [Dash | To, rest @ ..]) = split_year(tokens)? else {
        return None;
    };
    let last = match *rest {
        [Number { value, digits: 2 }, Slash | Dash, Number { value: second, digits: 2 }] => {
            SplitYear { first: in_century_after(first.first, value), second, second_digits: 2 }
        }
        _ => match split_year(rest)? {
            (last, []) => last,
            _ => return None,
        },
    };
    Some(first.first_year().and_then(|first| Ok((first, last.first_year()?))))
}

fn three(kind: Kind, (first, last): (i32, i32)) -> Result<Period, Misread> {
    match last - first + 1 {
        3 => place(kind, first, 1),
        years if years > 0 => Err(Misread::WrongSpan { years }),
        _ => Err(Misread::NotAPeriod),
    }
}

/// The year with these last two digits that is the same as `first` or among the 99 after it.
fn in_century_after(first: i32, last_two_digits: i32) -> i32 {
    first + (last_two_digits - first).rem_euclid(100)
}

fn place(kind: Kind, year: i32, part: i32) -> Result<Period, Misread> {
    let part = part.cast_unsigned();
    let last = kind.periods_per_year().unwrap_or(1);
    if !(1..=last).contains(&part) {
        return Err(Misread::PartOutOfRange { part, last });
    }
    Period::in_year(kind, year, part).ok_or_else(|| Misread::YearOutOfRange(year_outside(year)))
}

/// The year for which a period whose label begins with `year` leaves the limits.
fn year_outside(year: i32) -> i32 {
    if !(FIRST_YEAR..=LAST_YEAR).contains(&year) {
        year
    } else if year == FIRST_YEAR {
        // Only a rolling year reaches back before its label.
        FIRST_YEAR - 1
    } else {
        LAST_YEAR + 1
    }
}

#[cfg(test)]
mod tests;
