//! A stretch of time as people count it: `13 weeks`.

use std::fmt;

use crate::limits;
use chrono::{Days, Months, NaiveDate};

/// What a lag is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum LagUnit {
    /// Calendar days.
    Day,
    /// Seven days.
    Week,
    /// Calendar months.
    Month,
    /// Twelve calendar months.
    Year,
}

/// A count of days, weeks, months or years, from 0 to [`limits::LAG_COUNT`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Lag {
    count: u32,
    unit: LagUnit,
}

/// Why a text is not a lag or a notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LagMisread {
    /// There is nothing in it.
    Empty,
    /// It does not begin with a whole number.
    NoCount,
    /// The number is above [`limits::LAG_COUNT`].
    CountTooLarge,
    /// The number stands alone.
    NoUnit,
    /// There is no space between the number and the unit.
    NoSpace,
    /// The unit is none of day, week, month and year.
    UnknownUnit,
    /// It counts working days, where only calendar time is meant.
    WorkingDays,
}

impl LagUnit {
    const ALL: [LagUnit; 4] = [LagUnit::Day, LagUnit::Week, LagUnit::Month, LagUnit::Year];

    fn singular(self) -> &'static str {
        match self {
            LagUnit::Day => "day",
            LagUnit::Week => "week",
            LagUnit::Month => "month",
            LagUnit::Year => "year",
        }
    }
}

impl Lag {
    /// A quarter of a year, as lags are usually given.
    pub const QUARTER: Lag = Lag { count: 13, unit: LagUnit::Week };

    /// A lag; `None` where the count is above [`limits::LAG_COUNT`].
    #[must_use]
    pub fn new(count: u32, unit: LagUnit) -> Option<Lag> {
        (count <= limits::LAG_COUNT).then_some(Lag { count, unit })
    }

    /// Reads `13 weeks`, `1 year`, `90 days`, `3 months`: a whole number, one or more spaces, a unit in the singular or the plural.
    ///
    /// # Errors
    ///
    /// Says which part of the text is wrong.
    pub fn read(text: &str) -> Result<Lag, LagMisread> {
        let (count, words) = read_count(text)?;
        if is_working_days(words) {
            return Err(LagMisread::WorkingDays);
        }
        let word = words.strip_suffix('s').unwrap_or(words);
        let unit = LagUnit::ALL.into_iter().find(|unit| unit.singular() == word).ok_or(LagMisread::UnknownUnit)?;
        Ok(Lag { count, unit })
    }

    /// As [`Lag::read`], and as a person types it on a command line: `30d`, `6w`, `2 m`, `1y`; spaces at the edges do not matter.
    /// `None` for anything else.
    #[must_use]
    pub fn read_short(text: &str) -> Option<Lag> {
        let text = text.trim();
        let digits = text.bytes().take_while(u8::is_ascii_digit).count();
        let (count, unit) = text.split_at(digits);
        let unit = unit.trim_start_matches(' ');
        let is_unit = |own: &LagUnit| {
            let name = own.singular();
            unit == name
                || unit.strip_suffix('s') == Some(name)
                || name.strip_prefix(unit).is_some_and(|_| unit.len() == 1)
        };
        Lag::new(count.parse().ok()?, LagUnit::ALL.into_iter().find(is_unit)?)
    }

    /// How many of its units it is.
    #[must_use]
    pub fn count(self) -> u32 {
        self.count
    }

    /// What it is counted in.
    #[must_use]
    pub fn unit(self) -> LagUnit {
        self.unit
    }

    /// The same length in whole months; `None` for days and weeks.
    #[must_use]
    pub fn months(self) -> Option<u32> {
        match self.unit {
            LagUnit::Day | LagUnit::Week => None,
            LagUnit::Month => Some(self.count),
            LagUnit::Year => self.count.checked_mul(12),
        }
    }

    /// The date so long after another; `None` outside the dates chrono can hold.
    ///
    /// A day which the month arrived at lacks becomes that month's last day: a month after 31 January is 28 or 29 February.
    #[must_use]
    pub fn after(self, date: NaiveDate) -> Option<NaiveDate> {
        match self.unit {
            LagUnit::Day => date.checked_add_days(Days::new(self.count.into())),
            LagUnit::Week => date.checked_add_days(Days::new(u64::from(self.count) * 7)),
            LagUnit::Month => date.checked_add_months(Months::new(self.count)),
            LagUnit::Year => date.checked_add_months(Months::new(self.count.checked_mul(12)?)),
        }
    }

    /// The date so long before another; `None` outside the dates chrono can hold.
    ///
    /// A day which the month arrived at lacks becomes that month's last day, as in [`Lag::after`].
    #[must_use]
    pub fn before(self, date: NaiveDate) -> Option<NaiveDate> {
        match self.unit {
            LagUnit::Day => date.checked_sub_days(Days::new(self.count.into())),
            LagUnit::Week => date.checked_sub_days(Days::new(u64::from(self.count) * 7)),
            LagUnit::Month => date.checked_sub_months(Months::new(self.count)),
            LagUnit::Year => date.checked_sub_months(Months::new(self.count.checked_mul(12)?)),
        }
    }
}

impl fmt::Display for Lag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let plural = if self.count == 1 { "" } else { "s" };
        write!(f, "{} {}{plural}", self.count, self.unit.singular())
    }
}

/// The number a text begins with, and the words after it.
pub(super) fn read_count(text: &str) -> Result<(u32, &str), LagMisread> {
    if text.is_empty() {
        return Err(LagMisread::Empty);
    }
    let (digits, rest) = text.split_at(text.bytes().take_while(u8::is_ascii_digit).count());
    if digits.is_empty() {
        return Err(LagMisread::NoCount);
    }
    let count = digits.parse().ok().filter(|count| *count <= limits::LAG_COUNT).ok_or(LagMisread::CountTooLarge)?;
    match rest.trim_start_matches(' ') {
        "" => Err(LagMisread::NoUnit),
        words if words.len() == rest.len() => Err(LagMisread::NoSpace),
        words => Ok((count, words)),
    }
}

pub(super) fn is_working_days(words: &str) -> bool {
    words
        .strip_prefix("working")
        .is_some_and(|rest| rest.starts_with(' ') && matches!(rest.trim_start_matches(' '), "day" | "days"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ymd(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn a_lag_is_a_number_and_a_unit() {
        for (text, count, unit) in [
            ("13 weeks", 13, LagUnit::Week),
            ("1 year", 1, LagUnit::Year),
            ("90 days", 90, LagUnit::Day),
            ("3  months", 3, LagUnit::Month),
            ("2 year", 2, LagUnit::Year),
            ("0 days", 0, LagUnit::Day),
            ("1000 weeks", 1000, LagUnit::Week),
        ] {
            assert_eq!(Lag::read(text), Ok(Lag { count, unit }), "{text}");
        }
    }

    #[test]
    fn a_short_lag_is_read_as_people_type_it() {
        for (text, expected) in [
            ("30d", "30 days"),
            ("6w", "6 weeks"),
            ("2m", "2 months"),
            ("1y", "1 year"),
            (" 6 weeks ", "6 weeks"),
            ("6weeks", "6 weeks"),
            ("1 month", "1 month"),
        ] {
            assert_eq!(Lag::read_short(text).map(|lag| lag.to_string()).as_deref(), Some(expected), "{text}");
        }
        for text in ["", "d", "30", "30 ", "30x", "30 working days", "1001d", "-1d", "1.5m", "30da", "3０d"] {
            assert_eq!(Lag::read_short(text), None, "{text:?}");
        }
    }

    #[test]
    fn what_is_no_lag_says_why() {
        for (text, misread) in [
            ("", LagMisread::Empty),
            (" 13 weeks", LagMisread::NoCount),
            ("-1 week", LagMisread::NoCount),
            ("a week", LagMisread::NoCount),
            ("1001 days", LagMisread::CountTooLarge),
            ("99999999999999999999 days", LagMisread::CountTooLarge),
            ("13", LagMisread::NoUnit),
            ("13 ", LagMisread::NoUnit),
            ("13weeks", LagMisread::NoSpace),
            ("13\u{a0}weeks", LagMisread::NoSpace),
            ("13 fortnights", LagMisread::UnknownUnit),
            ("13 weekss", LagMisread::UnknownUnit),
            ("13 weeks ", LagMisread::UnknownUnit),
            ("1.5 years", LagMisread::NoSpace),
            ("7 working days", LagMisread::WorkingDays),
        ] {
            assert_eq!(Lag::read(text), Err(misread), "{text:?}");
        }
    }

    #[test]
    fn a_lag_is_written_as_it_is_read() {
        for text in ["13 weeks", "1 year", "90 days", "0 months", "1 day"] {
            assert_eq!(Lag::read(text).unwrap().to_string(), text);
        }
    }

    #[test]
    fn a_lag_counts_from_a_date() {
        for (text, from, to) in [
            ("13 weeks", ymd(2014, 6, 30), ymd(2014, 9, 29)),
            ("90 days", ymd(2013, 3, 31), ymd(2013, 6, 29)),
            ("3 months", ymd(2013, 3, 31), ymd(2013, 6, 30)),
            ("1 month", ymd(2012, 1, 31), ymd(2012, 2, 29)),
            ("1 year", ymd(2012, 2, 29), ymd(2013, 2, 28)),
            ("0 years", ymd(2012, 2, 29), ymd(2012, 2, 29)),
        ] {
            assert_eq!(Lag::read(text).unwrap().after(from), Some(to), "{text}");
        }
    }

    #[test]
    fn a_lag_counts_back_to_a_date() {
        for (text, from, to) in [
            ("2 weeks", ymd(2013, 11, 21), ymd(2013, 11, 7)),
            ("10 days", ymd(2013, 11, 5), ymd(2013, 10, 26)),
            ("1 month", ymd(2013, 3, 31), ymd(2013, 2, 28)),
            ("1 year", ymd(2012, 2, 29), ymd(2011, 2, 28)),
        ] {
            assert_eq!(Lag::read(text).unwrap().before(from), Some(to), "{text}");
        }
    }

    #[test]
    fn a_lag_past_the_end_of_time_is_none() {
        for unit in LagUnit::ALL {
            assert_eq!(Lag::new(limits::LAG_COUNT, unit).unwrap().after(NaiveDate::MAX), None);
            assert_eq!(Lag::new(limits::LAG_COUNT, unit).unwrap().before(NaiveDate::MIN), None);
            assert_eq!(Lag::new(limits::LAG_COUNT + 1, unit), None);
        }
    }
}
