//! How long before a meeting something is due: `7 working days`.

use std::fmt;

use chrono::NaiveDate;

use crate::time::lag::{is_working_days, read_count};
use crate::time::{Lag, LagMisread, date, working_days_before};

/// Notice before a meeting, in working days or by the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Notice {
    /// So many working days.
    WorkingDays(u32),
    /// So long by the calendar.
    Calendar(Lag),
}

impl Notice {
    /// Reads `7 working days`, or whatever [`Lag::read`] reads.
    ///
    /// # Errors
    ///
    /// Says which part of the text is wrong.
    pub fn read(text: &str) -> Result<Notice, LagMisread> {
        let (count, words) = read_count(text)?;
        if is_working_days(words) {
            return Ok(Notice::WorkingDays(count));
        }
        Lag::read(text).map(Notice::Calendar)
    }

    /// The day that lies so long before a meeting, which is not counted itself; `None` before `FIRST_YEAR`.
    #[must_use]
    pub fn before(self, meeting: NaiveDate) -> Option<NaiveDate> {
        let day = match self {
            Notice::WorkingDays(count) => working_days_before(meeting, count),
            Notice::Calendar(lag) => lag.before(meeting),
        };
        day.filter(|&day| date::is_within_limits(day))
    }
}

impl fmt::Display for Notice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Notice::WorkingDays(1) => f.write_str("1 working day"),
            Notice::WorkingDays(count) => write!(f, "{count} working days"),
            Notice::Calendar(lag) => lag.fmt(f),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::LagUnit;

    #[test]
    fn notice_is_in_working_days_or_by_the_calendar() {
        assert_eq!(Notice::read("7 working days"), Ok(Notice::WorkingDays(7)));
        assert_eq!(Notice::read("1  working  day"), Ok(Notice::WorkingDays(1)));
        assert_eq!(Notice::read("2 weeks"), Ok(Notice::Calendar(Lag::new(2, LagUnit::Week).unwrap())));
    }

    #[test]
    fn what_is_no_notice_says_why() {
        for (text, misread) in [
            ("", LagMisread::Empty),
            ("7 workingdays", LagMisread::UnknownUnit),
            ("7 working weeks", LagMisread::UnknownUnit),
            ("7 working", LagMisread::UnknownUnit),
            ("working days", LagMisread::NoCount),
            ("1001 working days", LagMisread::CountTooLarge),
        ] {
            assert_eq!(Notice::read(text), Err(misread), "{text:?}");
        }
    }

    #[test]
    fn notice_is_written_as_it_is_read() {
        for text in ["7 working days", "1 working day", "2 weeks", "1 month"] {
            assert_eq!(Notice::read(text).unwrap().to_string(), text);
        }
    }
    #[test]
    fn notice_counts_back_from_the_meeting() {
        let meeting = NaiveDate::from_ymd_opt(2013, 11, 21).unwrap();
        for (text, day) in [("7 working days", (11, 12)), ("2 weeks", (11, 7)), ("0 days", (11, 21))] {
            let day = NaiveDate::from_ymd_opt(2013, day.0, day.1);
            assert_eq!(Notice::read(text).unwrap().before(meeting), day, "{text}");
        }
        assert_eq!(Notice::read("1000 years").unwrap().before(meeting), None);
    }
}
