//! Single days: read from files, and written for people.

use chrono::{Datelike, NaiveDate, Weekday};

use crate::text;
use crate::time::period::{FIRST_YEAR, LAST_YEAR};

/// The English names of the months, January first.
pub(super) const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// Reads `YYYY-MM-DD`, every digit present and nothing around it.
///
/// `None` for any other spelling, for a day no calendar has, and outside the years `FIRST_YEAR` to `LAST_YEAR`.
#[must_use]
pub fn read_iso(text: &str) -> Option<NaiveDate> {
    let &[y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else {
        return None;
    };
    let year = number(&[y1, y2, y3, y4])?.cast_signed();
    NaiveDate::from_ymd_opt(year, number(&[m1, m2])?, number(&[d1, d2])?).filter(|&date| is_within_limits(date))
}

/// Whether a date lies in the years `FIRST_YEAR` to `LAST_YEAR`.
#[must_use]
pub fn is_within_limits(date: NaiveDate) -> bool {
    (FIRST_YEAR..=LAST_YEAR).contains(&date.year())
}

/// A date in a table or a message: `29 Sep 2014`.
#[must_use]
pub fn day(date: NaiveDate) -> String {
    let month: String = month_name(date).chars().take(3).collect();
    format!("{} {month} {}", date.day(), date.year())
}

/// A date in running text: `29 September 2014`.
#[must_use]
pub fn long(date: NaiveDate) -> String {
    format!("{} {} {}", date.day(), month_name(date), date.year())
}

/// So many days as people say it: `1 day`, `12 weeks`, `8 months`, `2 years`; in whole units, the rest left out. A month is a twelfth
/// of 365 days. `0 days` for none.
#[must_use]
pub fn length(days: u64) -> String {
    const SHORT: u64 = 14;
    const HALF_YEAR: u64 = 182;
    const YEAR: u64 = 365;
    let (count, unit) = match days {
        0..SHORT => (days, "day"),
        SHORT..HALF_YEAR => (days / 7, "week"),
        HALF_YEAR..730 => (days * 12 / YEAR, "month"),
        _ => (days / YEAR, "year"),
    };
    text::count(usize::try_from(count).unwrap_or(usize::MAX), unit)
}

/// The English name of the month a date lies in.
#[must_use]
pub fn month_name(date: NaiveDate) -> &'static str {
    usize::try_from(date.month0()).ok().and_then(|month0| MONTHS.get(month0)).copied().unwrap_or_default()
}

/// The English name of the day of the week.
#[must_use]
pub fn weekday_name(date: NaiveDate) -> &'static str {
    match date.weekday() {
        Weekday::Mon => "Monday",
        Weekday::Tue => "Tuesday",
        Weekday::Wed => "Wednesday",
        Weekday::Thu => "Thursday",
        Weekday::Fri => "Friday",
        Weekday::Sat => "Saturday",
        Weekday::Sun => "Sunday",
    }
}

/// The month (1 to 12) a name in any case stands for: in full, its first three letters, or `Sept`.
pub(super) fn month_named(name: &str) -> Option<u32> {
    if name.eq_ignore_ascii_case("sept") {
        return Some(9);
    }
    (1..).zip(MONTHS).find_map(|(number, month)| {
        let is_short = month.get(..3).is_some_and(|short| name.eq_ignore_ascii_case(short));
        (is_short || name.eq_ignore_ascii_case(month)).then_some(number)
    })
}

fn number(digits: &[u8]) -> Option<u32> {
    digits.iter().try_fold(0, |sum, byte| byte.is_ascii_digit().then(|| sum * 10 + u32::from(byte - b'0')))
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_length_is_said_in_the_unit_that_people_would_take() {
        let said = [0, 1, 13, 14, 181, 182, 365, 729, 730, 1094, 1095].map(super::length);
        let expected = [
            "0 days",
            "1 day",
            "13 days",
            "2 weeks",
            "25 weeks",
            "5 months",
            "12 months",
            "23 months",
            "2 years",
            "2 years",
            "3 years",
        ];
        assert_eq!(said, expected);
    }

    use super::*;

    fn ymd(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn an_iso_date_is_read() {
        assert_eq!(read_iso("2014-09-29"), Some(ymd(2014, 9, 29)));
        assert_eq!(read_iso("1900-01-01"), Some(ymd(1900, 1, 1)));
        assert_eq!(read_iso("2199-12-31"), Some(ymd(2199, 12, 31)));
        assert_eq!(read_iso("2012-02-29"), Some(ymd(2012, 2, 29)));
    }

    #[test]
    fn nothing_else_is_an_iso_date() {
        for text in [
            "",
            "2014-9-29",
            "2014-09-29 ",
            " 2014-09-29",
            "2014/09/29",
            "29-09-2014",
            "2013-02-29",
            "2014-13-01",
            "2014-00-10",
            "1899-12-31",
            "2200-01-01",
            "+014-09-29",
            "2014-09-2é",
            "２０１４-09-29",
            "20140929",
            "2014-09-29T00:00",
        ] {
            assert_eq!(read_iso(text), None, "{text:?}");
        }
    }

    #[test]
    fn a_date_for_people_has_no_leading_zero() {
        assert_eq!(day(ymd(2014, 9, 29)), "29 Sep 2014");
        assert_eq!(day(ymd(2013, 4, 1)), "1 Apr 2013");
        assert_eq!(long(ymd(2014, 9, 29)), "29 September 2014");
        assert_eq!(long(ymd(2013, 5, 1)), "1 May 2013");
    }

    #[test]
    fn a_month_is_known_by_its_names() {
        for name in ["Sep", "sept", "SEPTEMBER"] {
            assert_eq!(month_named(name), Some(9));
        }
        assert_eq!(month_named("may"), Some(5));
        assert_eq!(month_named("Septem"), None);
        assert_eq!(month_named(""), None);
    }
}
