//! Months counted from the year 0, so that arithmetic on whole months is arithmetic on integers.

use chrono::{Datelike, NaiveDate};

/// The month a date lies in: its year times 12, plus its month counted from 0.
pub(super) fn index(date: NaiveDate) -> i32 {
    date.year() * 12 + date.month0().cast_signed()
}

/// The first day of a month; `None` outside the years chrono can hold.
pub(super) fn first_day(index: i32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(index.div_euclid(12), index.rem_euclid(12).cast_unsigned() + 1, 1)
}

/// The last day of a month; `None` outside the years chrono can hold.
pub(super) fn last_day(index: i32) -> Option<NaiveDate> {
    first_day(index.checked_add(1)?)?.pred_opt()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_day_of_february_knows_leap_years() {
        for (year, day) in [(1900, 28), (2000, 29), (2012, 29), (2013, 28)] {
            assert_eq!(last_day(year * 12 + 1), NaiveDate::from_ymd_opt(year, 2, day));
        }
    }

    #[test]
    fn extreme_months_have_no_days() {
        for index in [i32::MIN, i32::MAX, 262_200 * 12, -262_200 * 12] {
            assert_eq!(first_day(index), None);
            assert_eq!(last_day(index), None);
        }
    }

    #[test]
    fn every_date_chrono_holds_has_a_month() {
        assert_eq!(first_day(index(NaiveDate::MIN)).unwrap().year(), NaiveDate::MIN.year());
        assert_eq!(first_day(index(NaiveDate::MAX)).unwrap().year(), NaiveDate::MAX.year());
    }
}
