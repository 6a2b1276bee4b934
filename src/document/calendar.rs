//! Days for a calendar program.

use chrono::NaiveDate;

/// A calendar of whole days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Calendar {
    pub name: String,
    /// The day it was made: a program takes what was made later for the newer version of an event.
    pub made: NaiveDate,
    pub events: Vec<Event>,
}

/// What is on one day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// The same for the same event in every calendar, and no other's.
    pub uid: String,
    pub day: NaiveDate,
    pub title: String,
    /// More about it; empty where there is nothing to say.
    pub details: String,
}
