//! The bank holidays against a list that others keep: `bank_holidays/make.py` says whose and how it was made.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};
use hwb::time::bank_holidays::{self, FIRST_YEAR};

const LIST: &str = include_str!("bank_holidays/england-and-wales.csv");

const LAST_YEAR: i32 = 2050;

/// Those of the list from Monday to Friday: it has what falls at a weekend beside its substitute.
fn listed() -> BTreeSet<NaiveDate> {
    let days = LIST.lines().skip(2).map(|line| {
        let (day, _) = line.split_once(',').expect("a date and a name");
        day.parse().expect("a date")
    });
    days.filter(|day: &NaiveDate| day.weekday().number_from_monday() < 6).collect()
}

#[test]
fn every_bank_holiday_from_1978_to_2050_is_known_and_no_other_day_is_one() {
    let listed = listed();
    assert!(listed.len() >= 8 * 73, "the list is whole");
    let known: BTreeSet<NaiveDate> = (FIRST_YEAR..=LAST_YEAR).flat_map(bank_holidays::in_year).collect();
    let missing: Vec<&NaiveDate> = listed.difference(&known).collect();
    let surplus: Vec<&NaiveDate> = known.difference(&listed).collect();
    assert!(missing.is_empty() && surplus.is_empty(), "missing {missing:?}, surplus {surplus:?}");
}
