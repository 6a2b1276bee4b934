//! The bank and public holidays of England and Wales, by rule and by listed exception.
//!
//! By rule: Good Friday and Christmas Day, which are holidays at common law; Easter Monday, the last Monday of May, the last of August
//! and Boxing Day, by the Banking and Financial Dealings Act 1971, schedule 1; New Year's Day and the first Monday of May, by
//! proclamation under section 1(3) of that Act every year since 1974 and 1978; and the day proclaimed instead of one that falls at a
//! weekend. <https://www.legislation.gov.uk/ukpga/1971/80/schedule/1>, <https://www.gov.uk/bank-holidays>
//!
//! Days that were moved or added for one year only are listed. Years to come go by the rules until something else is proclaimed.

use chrono::{Datelike, Days, NaiveDate, Weekday};

use crate::time::month;

/// The first year whose holidays are known here: the first with all eight that there are today. In earlier years none is counted.
pub const FIRST_YEAR: i32 = 1978;

/// A year, a month and a day.
type Ymd = (i32, u32, u32);

/// The holidays that were held on another day, for one year: the day by the rule, and the day it was.
const MOVED: [(Ymd, Ymd); 5] = [
    // Fifty years since the end of the war in Europe, and seventy-five.
    ((1995, 5, 1), (1995, 5, 8)),
    ((2020, 5, 4), (2020, 5, 8)),
    // The jubilees of Elizabeth II: the spring holiday beside the one that was added.
    ((2002, 5, 27), (2002, 6, 4)),
    ((2012, 5, 28), (2012, 6, 4)),
    ((2022, 5, 30), (2022, 6, 2)),
];

/// The holidays of one year only.
const ADDED: [Ymd; 8] = [
    // The wedding of the Prince of Wales.
    (1981, 7, 29),
    // The millennium.
    (1999, 12, 31),
    // The golden jubilee.
    (2002, 6, 3),
    // The wedding of Prince William.
    (2011, 4, 29),
    // The diamond and the platinum jubilee.
    (2012, 6, 5),
    (2022, 6, 3),
    // The funeral of Elizabeth II, and the coronation of Charles III.
    (2022, 9, 19),
    (2023, 5, 8),
];

/// The holidays of a year that fall from Monday to Friday, in order; none before [`FIRST_YEAR`].
///
/// One that falls at a weekend is there as its substitute: the next weekday that is no holiday already.
#[must_use]
pub fn in_year(year: i32) -> Vec<NaiveDate> {
    if year < FIRST_YEAR {
        return Vec::new();
    }
    let mut days: Vec<NaiveDate> = by_rule(year).into_iter().flatten().map(held).collect();
    days.extend(ADDED.iter().filter(|added| added.0 == year).filter_map(|&added| ymd(added)));
    days.sort_unstable();
    days
}

/// Whether banks are closed by law that day; `false` at a weekend and before [`FIRST_YEAR`].
#[must_use]
pub fn is_bank_holiday(day: NaiveDate) -> bool {
    in_year(day.year()).contains(&day)
}

/// The eight of every year.
fn by_rule(year: i32) -> [Option<NaiveDate>; 8] {
    let easter = easter_sunday(year);
    let (christmas, boxing) = christmas(year);
    [
        ymd((year, 1, 1)).and_then(or_next_monday),
        easter.and_then(|sunday| sunday.checked_sub_days(Days::new(2))),
        easter.and_then(|sunday| sunday.succ_opt()),
        NaiveDate::from_weekday_of_month_opt(year, 5, Weekday::Mon, 1),
        last_monday(year, 5),
        last_monday(year, 8),
        christmas,
        boxing,
    ]
}

/// The day a holiday by rule was held on.
fn held(day: NaiveDate) -> NaiveDate {
    let moved = MOVED.iter().find(|(rule, _)| ymd(*rule) == Some(day));
    moved.and_then(|(_, held)| ymd(*held)).unwrap_or(day)
}

/// The holidays for Christmas Day and Boxing Day: neither takes the other's day.
fn christmas(year: i32) -> (Option<NaiveDate>, Option<NaiveDate>) {
    let day = |day| ymd((year, 12, day));
    match day(25).map(|christmas| christmas.weekday()) {
        Some(Weekday::Fri) => (day(25), day(28)),
        Some(Weekday::Sat) => (day(27), day(28)),
        Some(Weekday::Sun) => (day(27), day(26)),
        _ => (day(25), day(26)),
    }
}

/// The day itself, or the Monday after it where it falls at a weekend.
fn or_next_monday(day: NaiveDate) -> Option<NaiveDate> {
    let days = match day.weekday() {
        Weekday::Sat => 2,
        Weekday::Sun => 1,
        _ => 0,
    };
    day.checked_add_days(Days::new(days))
}

fn last_monday(year: i32, of: u32) -> Option<NaiveDate> {
    let last = month::last_day(month::index(ymd((year, of, 1))?))?;
    last.checked_sub_days(Days::new(last.weekday().num_days_from_monday().into()))
}

/// Easter Sunday in the Gregorian calendar, by the method of Meeus, *Astronomical Algorithms*, 2nd edition, chapter 8.
fn easter_sunday(year: i32) -> Option<NaiveDate> {
    let (century, in_century) = (year.div_euclid(100), year.rem_euclid(100));
    let golden = year.rem_euclid(19);
    let lunar_correction = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - century / 4 - lunar_correction + 15) % 30;
    let to_sunday = (32 + 2 * (century % 4) + 2 * (in_century / 4) - epact - in_century % 4) % 7;
    let late = (golden + 11 * epact + 22 * to_sunday) / 451;
    let days = epact + to_sunday - 7 * late + 114;
    ymd((year, (days / 31).cast_unsigned(), (days % 31 + 1).cast_unsigned()))
}

fn ymd((year, month, day): Ymd) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn days(year: i32) -> Vec<String> {
        in_year(year).iter().map(|day| day.format("%m-%d").to_string()).collect()
    }

    #[test]
    fn an_ordinary_year_has_eight() {
        assert_eq!(days(2013), ["01-01", "03-29", "04-01", "05-06", "05-27", "08-26", "12-25", "12-26"]);
    }

    #[test]
    fn a_holiday_at_a_weekend_has_its_substitute() {
        assert!(days(2011).starts_with(&["01-03".to_owned()]), "1 January was a Saturday");
        assert!(days(2012).starts_with(&["01-02".to_owned()]), "1 January was a Sunday");
        assert!(days(2010).ends_with(&["12-27".to_owned(), "12-28".to_owned()]), "Christmas on a Saturday");
        assert!(days(2011).ends_with(&["12-26".to_owned(), "12-27".to_owned()]), "Christmas on a Sunday");
        assert!(days(2009).ends_with(&["12-25".to_owned(), "12-28".to_owned()]), "Boxing Day on a Saturday");
    }

    #[test]
    fn a_jubilee_moves_the_spring_holiday_and_adds_one() {
        assert_eq!(days(2012)[3..6], ["05-07", "06-04", "06-05"]);
        assert_eq!(days(2022)[3..7], ["05-02", "06-02", "06-03", "08-29"]);
    }

    #[test]
    fn easter_is_found_at_its_earliest_and_its_latest() {
        assert_eq!(easter_sunday(1818), ymd((1818, 3, 22)));
        assert_eq!(easter_sunday(2038), ymd((2038, 4, 25)));
        assert_eq!(easter_sunday(2013), ymd((2013, 3, 31)));
    }

    #[test]
    fn no_holiday_is_counted_before_the_law_was_as_it_is() {
        assert!(in_year(1977).is_empty());
        assert!(!is_bank_holiday(ymd((1977, 12, 26)).unwrap()));
    }

    #[test]
    fn no_holiday_falls_at_a_weekend_or_twice_on_a_day() {
        for year in FIRST_YEAR..=2199 {
            let days = in_year(year);
            assert!(days.len() >= 8 && days.windows(2).all(|two| two[0] < two[1]), "{days:?}");
            assert!(days.iter().all(|day| day.weekday().number_from_monday() < 6), "{days:?}");
        }
    }
}
