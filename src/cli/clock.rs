//! The one place that asks what day it is.

use chrono::NaiveDate;

/// Today, where the computer stands.
pub fn today() -> NaiveDate {
    chrono::Local::now().date_naive()
}

/// `--as-of`: a day written year first.
pub fn read_date(text: &str) -> Result<NaiveDate, String> {
    hwb::time::read_iso(text).ok_or_else(|| "write the day as year, month and day: 2013-11-21".to_owned())
}
