//! The canonical spellings, and the long year that is as good: the fast path, without allocation.

use crate::time::spelling::{Spelling, Spelt};
use crate::time::{Kind, Period, date};

/// Reads a text that is canonical or equivalent; `None` for any other.
pub(super) fn read(kind: Kind, text: &str) -> Option<Spelt> {
    let mut rest = Scan(text.as_bytes());
    let (year, part, spelling) = match kind {
        Kind::CalendarYear => (rest.year()?, 1, Spelling::Canonical),
        Kind::FinancialYear | Kind::AcademicYear => {
            let (year, spelling) = rest.split_year()?;
            (year, 1, spelling)
        }
        Kind::HalfYear => {
            let (year, spelling) = rest.split_year()?;
            (year, rest.literal(b" H")?.digits(1)?, spelling)
        }
        Kind::FinancialQuarter | Kind::RollingYear => {
            let (year, spelling) = rest.split_year()?;
            (year, rest.literal(b" Q")?.digits(1)?, spelling)
        }
        Kind::Quarter => (rest.year()?, rest.literal(b" Q")?.digits(1)?, Spelling::Canonical),
        Kind::Month => (rest.year()?, rest.literal(b"-")?.digits(2)?, Spelling::Canonical),
        Kind::Date => {
            let period = Period::on(date::read_iso(text)?)?;
            return Some(Spelt { period, spelling: Spelling::Canonical });
        }
        Kind::ThreeCalendarYears => {
            let first = rest.year()?;
            let last = rest.literal(b"-")?.year()?;
            (last == first + 2).then_some((first, 1, Spelling::Canonical))?
        }
        Kind::ThreeFinancialYears => {
            let (first, spelling) = rest.split_year()?;
            let (last, last_spelling) = rest.literal(b"-")?.split_year()?;
            (last == first + 2).then_some((first, 1, spelling.max(last_spelling)))?
        }
    };
    if !rest.0.is_empty() {
        return None;
    }
    Some(Spelt { period: Period::in_year(kind, year, part)?, spelling })
}

struct Scan<'a>(&'a [u8]);

impl Scan<'_> {
    fn digits(&mut self, count: usize) -> Option<u32> {
        let (digits, rest) = self.0.split_at_checked(count)?;
        let number =
            digits.iter().try_fold(0, |sum, byte| byte.is_ascii_digit().then(|| sum * 10 + u32::from(byte - b'0')))?;
        self.0 = rest;
        Some(number)
    }

    fn literal(&mut self, expected: &[u8]) -> Option<&mut Self> {
        self.0 = self.0.strip_prefix(expected)?;
        Some(self)
    }

    fn year(&mut self) -> Option<i32> {
        self.digits(4).map(u32::cast_signed)
    }

    /// `2012/13` or `2012/2013`.
    fn split_year(&mut self) -> Option<(i32, Spelling)> {
        let first = self.year()?;
        self.literal(b"/")?;
        if let Some(second) = self.year() {
            return (second == first + 1).then_some((first, Spelling::Equivalent));
        }
        let second = self.digits(2)?.cast_signed();
        (second == (first + 1) % 100).then_some((first, Spelling::Canonical))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_long_year_is_as_good_in_every_kind_with_a_split_year() {
        for (kind, text, canonical) in [
            (Kind::FinancialYear, "2012/2013", "2012/13"),
            (Kind::AcademicYear, "1999/2000", "1999/00"),
            (Kind::HalfYear, "2012/2013 H2", "2012/13 H2"),
            (Kind::FinancialQuarter, "2012/2013 Q1", "2012/13 Q1"),
            (Kind::RollingYear, "2012/2013 Q1", "2012/13 Q1"),
            (Kind::ThreeFinancialYears, "2010/2011-2012/2013", "2010/11-2012/13"),
            (Kind::ThreeFinancialYears, "2010/2011-2012/13", "2010/11-2012/13"),
            (Kind::ThreeFinancialYears, "2010/11-2012/2013", "2010/11-2012/13"),
        ] {
            let spelt = read(kind, text).unwrap();
            assert_eq!((spelt.period.to_string().as_str(), spelt.spelling), (canonical, Spelling::Equivalent));
        }
    }

    #[test]
    fn what_is_neither_is_left_to_the_slow_path() {
        for (kind, text) in [
            (Kind::CalendarYear, "2012 "),
            (Kind::CalendarYear, "12"),
            (Kind::CalendarYear, "1899"),
            (Kind::FinancialYear, "2012/14"),
            (Kind::FinancialYear, "2012/2014"),
            (Kind::FinancialYear, "2012/1"),
            (Kind::FinancialYear, "2012/013"),
            (Kind::FinancialYear, "2012-13"),
            (Kind::FinancialQuarter, "2012/13 q1"),
            (Kind::FinancialQuarter, "2012/13 Q0"),
            (Kind::FinancialQuarter, "2012/13 Q5"),
            (Kind::FinancialQuarter, "2012/13 Q10"),
            (Kind::HalfYear, "2012/13 H3"),
            (Kind::Month, "2012-13"),
            (Kind::Month, "2012-9"),
            (Kind::Date, "2012-02-30"),
            (Kind::ThreeCalendarYears, "2010-2013"),
            (Kind::ThreeCalendarYears, "2198-2200"),
            (Kind::ThreeFinancialYears, "2010/11-2011/12"),
        ] {
            assert_eq!(read(kind, text), None, "{kind:?} {text}");
        }
    }
}
