//! Working days: Monday to Friday, but for the bank holidays of England and Wales.

use chrono::{Datelike, Days, NaiveDate};

use crate::time::bank_holidays;

/// Whether a day is from Monday to Friday and no bank holiday.
#[must_use]
pub fn is_working_day(day: NaiveDate) -> bool {
    is_weekday(day) && !bank_holidays::is_bank_holiday(day)
}

/// The day that lies so many working days before another, which is not counted itself: one working day before a Tuesday is Monday.
///
/// With 0 it is the day itself, working day or not. `None` before the dates chrono can hold.
#[must_use]
pub fn working_days_before(day: NaiveDate, count: u32) -> Option<NaiveDate> {
    let mut passed = day;
    let mut found = weekdays_before(day, count)?;
    loop {
        // Each holiday on the way makes it a weekday longer, and there may be holidays on what it is longer by.
        let holidays = u32::try_from(holidays_from_until(found, passed)).ok()?;
        if holidays == 0 {
            return Some(found);
        }
        passed = found;
        found = weekdays_before(found, holidays)?;
    }
}

/// How many working days there are from one day, which is counted, to another, which is not; 0 where the second is no later.
///
/// From the day that [`working_days_before`] gives, it is the number that was asked for.
#[must_use]
pub fn working_days_until(from: NaiveDate, to: NaiveDate) -> usize {
    let weekdays = from.iter_days().take_while(|day| *day < to).filter(|day| is_weekday(*day)).count();
    weekdays.saturating_sub(holidays_from_until(from, to))
}

/// The day that lies so many weekdays before another; the day itself with 0. `None` before the dates chrono can hold.
fn weekdays_before(day: NaiveDate, count: u32) -> Option<NaiveDate> {
    if count == 0 {
        return Some(day);
    }
    let (count, since_monday) = (u64::from(count), u64::from(day.weekday().num_days_from_monday()));
    let in_this_week = since_monday.min(5);
    let beyond = count.saturating_sub(in_this_week);
    let weeks = beyond.div_ceil(5);
    let after_monday = in_this_week + 5 * weeks - count;
    let monday = day.checked_sub_days(Days::new(since_monday + 7 * weeks))?;
    monday.checked_add_days(Days::new(after_monday))
}

/// How many bank holidays there are from one day, which is counted, to another, which is not.
fn holidays_from_until(from: NaiveDate, to: NaiveDate) -> usize {
    let all = (from.year()..=to.year()).flat_map(bank_holidays::in_year);
    all.filter(|day| (from..to).contains(day)).count()
}

fn is_weekday(day: NaiveDate) -> bool {
    day.weekday().number_from_monday() < 6
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ymd(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    #[test]
    fn weekends_and_bank_holidays_are_no_working_days() {
        assert!(is_working_day(ymd(2013, 11, 21)));
        assert!(!is_working_day(ymd(2013, 11, 23)), "a Saturday");
        assert!(!is_working_day(ymd(2013, 11, 24)), "a Sunday");
        assert!(!is_working_day(ymd(2013, 5, 27)), "a bank holiday");
        assert!(!is_working_day(ymd(2010, 12, 28)), "a substitute");
    }

    #[test]
    fn working_days_are_counted_back_over_weekends_and_holidays() {
        for (day, count, found) in [
            (ymd(2013, 11, 21), 0, ymd(2013, 11, 21)),
            (ymd(2013, 11, 21), 7, ymd(2013, 11, 12)),
            (ymd(2013, 11, 21), 10, ymd(2013, 11, 7)),
            // Easter Monday and Good Friday between.
            (ymd(2013, 4, 2), 1, ymd(2013, 3, 28)),
            // Over the new year, with three holidays and two weekends.
            (ymd(2014, 1, 6), 6, ymd(2013, 12, 24)),
            // From a Sunday.
            (ymd(2013, 11, 24), 1, ymd(2013, 11, 22)),
        ] {
            assert_eq!(working_days_before(day, count), Some(found), "{count} before {day}");
        }
    }

    #[test]
    fn what_was_counted_back_is_what_is_left() {
        for count in [1, 5, 60, 1000] {
            let day = ymd(2014, 1, 6);
            let before = working_days_before(day, count).unwrap();
            assert_eq!(working_days_until(before, day), usize::try_from(count).unwrap());
        }
        assert_eq!(working_days_until(ymd(2014, 1, 6), ymd(2014, 1, 6)), 0);
        assert_eq!(working_days_until(ymd(2014, 1, 7), ymd(2014, 1, 6)), 0);
    }

    #[test]
    fn counting_back_is_what_a_walk_from_day_to_day_comes_to() {
        for offset in 0..400 {
            let day = ymd(2013, 6, 1).checked_add_days(Days::new(offset)).unwrap();
            let mut walked = day;
            for count in 1..40 {
                walked = walked.pred_opt().unwrap();
                while !is_working_day(walked) {
                    walked = walked.pred_opt().unwrap();
                }
                assert_eq!(working_days_before(day, count), Some(walked), "{count} before {day}");
            }
        }
    }

    #[test]
    fn there_is_no_day_before_all_days() {
        assert_eq!(working_days_before(NaiveDate::MIN, 1), None);
        assert_eq!(working_days_before(NaiveDate::MAX, u32::MAX), None);
    }
}
