//! The one place that asks what day it is.

use chrono::NaiveDate;
use clap::Args;

/// The day a command judges by
#[derive(Debug, Args)]
pub struct AsOf {
    /// Judge by what was known on this day [default: today]
    #[arg(long = "as-of", value_name = "DATE", value_parser = read_date)]
    day: Option<NaiveDate>,
}

impl AsOf {
    /// The day that was given, else today.
    pub fn day(&self) -> NaiveDate {
        self.day.unwrap_or_else(today)
    }
}

/// Today, where the computer stands.
fn today() -> NaiveDate {
    chrono::Local::now().date_naive()
}

/// A day as options take it: written year first.
pub fn read_date(text: &str) -> Result<NaiveDate, String> {
    hwb::time::read_iso(text).ok_or_else(|| "write the day as year, month and day: 2013-11-21".to_owned())
}
