//! One period of a kind: the stretch of time a figure is for.

use std::fmt;

use chrono::{Datelike, NaiveDate};

use crate::time::{Kind, PerformanceYear, date, month};

pub use crate::limits::{FIRST_YEAR, LAST_YEAR};

/// A period of some kind, every day of it within [`FIRST_YEAR`] to [`LAST_YEAR`].
///
/// Within a kind, periods are in order of time. `Display` writes the canonical spelling of the format.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    kind: Kind,
    ordinal: i32,
}

impl Period {
    /// The period of a year, `part` counting the kind's periods in that year from 1 (1 for kinds that come once a year).
    ///
    /// The year is the one the label starts with: 2012 for `2012/13 Q3` and for `2012-2014`. `None` for [`Kind::Date`], for a part the
    /// kind does not have, and outside the limits.
    #[must_use]
    pub fn in_year(kind: Kind, year: i32, part: u32) -> Option<Period> {
        let parts = kind.periods_per_year()?;
        if !(1..=parts).contains(&part) {
            return None;
        }
        Period::from_ordinal(kind, year.checked_mul(parts.cast_signed())?.checked_add((part - 1).cast_signed())?)
    }

    /// The snapshot on a day; `None` outside the limits.
    #[must_use]
    pub fn on(day: NaiveDate) -> Option<Period> {
        date::is_within_limits(day).then(|| Period { kind: Kind::Date, ordinal: day.num_days_from_ce() })
    }

    /// The period of the kind whose last day is exactly `day`; `None` where there is none, and outside the limits.
    #[must_use]
    pub fn ending_on(kind: Kind, day: NaiveDate) -> Option<Period> {
        Period::last_ending_by(kind, day).filter(|period| period.end() == day)
    }

    /// The last period of the kind that ends on or before `day`; `None` where that one would leave the limits.
    #[must_use]
    pub fn last_ending_by(kind: Kind, day: NaiveDate) -> Option<Period> {
        let Some(cycle) = kind.cycle() else {
            return Period::on(day);
        };
        let last_whole_month = month::index(day.succ_opt()?) - 1;
        let first_end = cycle.origin + cycle.length - 1;
        Period::from_ordinal(kind, (last_whole_month - first_end).div_euclid(cycle.step))
    }

    /// The first period of the kind that ends on or after `day`; `None` where that one would leave the limits.
    ///
    /// For kinds that do not overlap themselves, this is the period `day` lies in.
    #[must_use]
    pub fn first_ending_from(kind: Kind, day: NaiveDate) -> Option<Period> {
        let Some(cycle) = kind.cycle() else {
            return Period::on(day);
        };
        let first_end = cycle.origin + cycle.length - 1;
        let steps_rounded_up = (month::index(day) - first_end + cycle.step - 1).div_euclid(cycle.step);
        Period::from_ordinal(kind, steps_rounded_up)
    }

    /// The period of an [`ordinal`](Period::ordinal); `None` outside the limits.
    #[must_use]
    pub fn from_ordinal(kind: Kind, ordinal: i32) -> Option<Period> {
        let Some(cycle) = kind.cycle() else {
            return Period::on(NaiveDate::from_num_days_from_ce_opt(ordinal)?);
        };
        let start = ordinal.checked_mul(cycle.step)?.checked_add(cycle.origin)?;
        let end = start.checked_add(cycle.length - 1)?;
        (start >= FIRST_YEAR * 12 && end < (LAST_YEAR + 1) * 12).then_some(Period { kind, ordinal })
    }

    /// The place in the kind's order: consecutive periods have consecutive ordinals.
    ///
    /// It is the label's year times the periods in a year, plus the part counted from 0; for [`Kind::Date`] the days since 31 December
    /// of the year 0.
    #[must_use]
    pub fn ordinal(self) -> i32 {
        self.ordinal
    }

    /// The kind it is a period of.
    #[must_use]
    pub fn kind(self) -> Kind {
        self.kind
    }

    /// Its first day.
    #[must_use]
    pub fn start(self) -> NaiveDate {
        let start = match self.kind.cycle() {
            Some(cycle) => month::first_day(self.ordinal * cycle.step + cycle.origin),
            None => NaiveDate::from_num_days_from_ce_opt(self.ordinal),
        };
        // Never absent: the limits, held by every constructor, lie far within chrono's.
        start.unwrap_or_default()
    }

    /// Its last day.
    #[must_use]
    pub fn end(self) -> NaiveDate {
        match self.kind.cycle() {
            // Never absent, as in `start`.
            Some(cycle) => {
                month::last_day(self.ordinal * cycle.step + cycle.origin + cycle.length - 1).unwrap_or_default()
            }
            None => self.start(),
        }
    }

    /// The month it ends in, as the year times 12 plus the month counted from 0: differences of these are whole months.
    #[must_use]
    pub fn month_of_end(self) -> i32 {
        month::index(self.end())
    }

    /// The period so many places later (earlier where negative), a date so many days; `None` outside the limits.
    #[must_use]
    pub fn offset(self, places: i32) -> Option<Period> {
        Period::from_ordinal(self.kind, self.ordinal.checked_add(places)?)
    }

    /// The period after it, for a date the next day; `None` outside the limits.
    #[must_use]
    pub fn next(self) -> Option<Period> {
        self.offset(1)
    }

    /// The period before it, for a date the day before; `None` outside the limits.
    #[must_use]
    pub fn previous(self) -> Option<Period> {
        self.offset(-1)
    }

    /// Exactly the same period a year earlier, for a date the same day of the calendar.
    ///
    /// `None` outside the limits, and for 29 February.
    #[must_use]
    pub fn year_earlier(self) -> Option<Period> {
        if let Some(parts) = self.kind.periods_per_year() {
            return self.offset(-parts.cast_signed());
        }
        let day = self.start();
        Period::on(day.with_year(day.year() - 1)?)
    }

    /// How many places `earlier` lies before this period, for dates how many days; negative where it in fact lies after.
    ///
    /// `None` for periods of different kinds.
    #[must_use]
    pub fn steps_since(self, earlier: Period) -> Option<i32> {
        (self.kind == earlier.kind).then(|| self.ordinal - earlier.ordinal)
    }

    /// Whether the two share a day, whatever their kinds; a period overlaps itself.
    #[must_use]
    pub fn overlaps(self, other: Period) -> bool {
        self.start() <= other.end() && other.start() <= self.end()
    }

    /// The year it counts towards where amounts are totalled within the year.
    ///
    /// `None` for dates and for kinds that overlap themselves, and where that year leaves the limits.
    #[must_use]
    pub fn performance_year(self) -> Option<PerformanceYear> {
        PerformanceYear::of(self)
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let parts = self.kind.periods_per_year().map_or(1, u32::cast_signed);
        let year = self.ordinal.div_euclid(parts);
        let part = self.ordinal.rem_euclid(parts) + 1;
        let short = |year: i32| year.rem_euclid(100);
        match self.kind {
            Kind::CalendarYear => write!(f, "{year}"),
            Kind::FinancialYear | Kind::AcademicYear => write!(f, "{year}/{:02}", short(year + 1)),
            Kind::HalfYear => write!(f, "{year}/{:02} H{part}", short(year + 1)),
            Kind::Quarter => write!(f, "{year} Q{part}"),
            Kind::FinancialQuarter | Kind::RollingYear => {
                write!(f, "{year}/{:02} Q{part}", short(year + 1))
            }
            Kind::Month => write!(f, "{year}-{part:02}"),
            Kind::Date => self.start().fmt(f),
            Kind::ThreeCalendarYears => write!(f, "{year}-{}", year + 2),
            Kind::ThreeFinancialYears => {
                write!(f, "{year}/{:02}-{}/{:02}", short(year + 1), year + 2, short(year + 3))
            }
        }
    }
}

#[cfg(test)]
mod tests;
