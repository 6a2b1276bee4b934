//! The kinds of period an indicator's figures may be for.

/// How often, and for what stretch of time, an indicator has a figure: the `period` key of `strategy.toml`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// January to December.
    CalendarYear,
    /// April to March.
    FinancialYear,
    /// September to August.
    AcademicYear,
    /// Half a financial year.
    HalfYear,
    /// A quarter of a calendar year.
    Quarter,
    /// A quarter of a financial year.
    FinancialQuarter,
    /// A calendar month.
    Month,
    /// A snapshot on one day.
    Date,
    /// Twelve months to the end of a financial quarter, every quarter.
    RollingYear,
    /// Three calendar years together, every year.
    ThreeCalendarYears,
    /// Three financial years together, every year.
    ThreeFinancialYears,
}

/// How the periods of a kind follow one another, in months.
#[derive(Clone, Copy, Debug)]
pub(super) struct Cycle {
    /// The month, counted from January of the year 0, in which the period of ordinal 0 starts.
    pub(super) origin: i32,
    /// From one period's start to the next one's.
    pub(super) step: i32,
    /// How long a period lasts.
    pub(super) length: i32,
}

impl Kind {
    /// Every kind, in the order of the format's own table.
    pub const ALL: [Kind; 11] = [
        Kind::CalendarYear,
        Kind::FinancialYear,
        Kind::AcademicYear,
        Kind::HalfYear,
        Kind::Quarter,
        Kind::FinancialQuarter,
        Kind::Month,
        Kind::Date,
        Kind::RollingYear,
        Kind::ThreeCalendarYears,
        Kind::ThreeFinancialYears,
    ];

    /// The name in `strategy.toml`.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Kind::CalendarYear => "calendar-year",
            Kind::FinancialYear => "financial-year",
            Kind::AcademicYear => "academic-year",
            Kind::HalfYear => "half-year",
            Kind::Quarter => "quarter",
            Kind::FinancialQuarter => "financial-quarter",
            Kind::Month => "month",
            Kind::Date => "date",
            Kind::RollingYear => "rolling-year",
            Kind::ThreeCalendarYears => "three-calendar-years",
            Kind::ThreeFinancialYears => "three-financial-years",
        }
    }

    /// The kind of a name in `strategy.toml`, spelt exactly; `None` when there is no such kind.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Kind> {
        Kind::ALL.into_iter().find(|kind| kind.name() == name)
    }

    /// How many periods of the kind begin in a year; `None` for [`Kind::Date`], which has no rhythm of its own.
    ///
    /// Three years together come once a year, and a rolling year every quarter.
    #[must_use]
    pub fn periods_per_year(self) -> Option<u32> {
        self.cycle().map(|cycle| (12 / cycle.step).cast_unsigned())
    }

    /// Whether a period shares days with the one after it.
    #[must_use]
    pub fn overlaps_itself(self) -> bool {
        self.cycle().is_some_and(|cycle| cycle.length > cycle.step)
    }

    /// A period of the kind as it is written, for messages.
    #[must_use]
    pub fn example(self) -> &'static str {
        match self {
            Kind::CalendarYear => "2012",
            Kind::FinancialYear | Kind::AcademicYear => "2012/13",
            Kind::HalfYear => "2012/13 H1",
            Kind::Quarter => "2012 Q3",
            Kind::FinancialQuarter | Kind::RollingYear => "2012/13 Q3",
            Kind::Month => "2012-09",
            Kind::Date => "2013-03-31",
            Kind::ThreeCalendarYears => "2010-2012",
            Kind::ThreeFinancialYears => "2010/11-2012/13",
        }
    }

    /// One period of the kind in words, with its article: `a financial year`.
    #[must_use]
    pub fn noun(self) -> &'static str {
        match self {
            Kind::CalendarYear => "a calendar year",
            Kind::FinancialYear => "a financial year",
            Kind::AcademicYear => "an academic year",
            Kind::HalfYear => "a half-year",
            Kind::Quarter => "a calendar quarter",
            Kind::FinancialQuarter => "a financial quarter",
            Kind::Month => "a month",
            Kind::Date => "a date",
            Kind::RollingYear => "a rolling year",
            Kind::ThreeCalendarYears => "a span of three calendar years",
            Kind::ThreeFinancialYears => "a span of three financial years",
        }
    }

    /// Several periods of the kind in words: `financial years`.
    #[must_use]
    pub fn plural(self) -> &'static str {
        match self {
            Kind::CalendarYear => "calendar years",
            Kind::FinancialYear => "financial years",
            Kind::AcademicYear => "academic years",
            Kind::HalfYear => "half-years",
            Kind::Quarter => "calendar quarters",
            Kind::FinancialQuarter => "financial quarters",
            Kind::Month => "months",
            Kind::Date => "dates",
            Kind::RollingYear => "rolling years",
            Kind::ThreeCalendarYears => "spans of three calendar years",
            Kind::ThreeFinancialYears => "spans of three financial years",
        }
    }

    /// `None` for [`Kind::Date`].
    pub(super) fn cycle(self) -> Option<Cycle> {
        let (origin, step, length) = match self {
            Kind::CalendarYear => (0, 12, 12),
            Kind::FinancialYear => (3, 12, 12),
            Kind::AcademicYear => (8, 12, 12),
            Kind::HalfYear => (3, 6, 6),
            Kind::Quarter => (0, 3, 3),
            Kind::FinancialQuarter => (3, 3, 3),
            Kind::Month => (0, 1, 1),
            Kind::Date => return None,
            // Named after the quarter it ends in, so it starts three quarters before that one.
            Kind::RollingYear => (-6, 3, 12),
            Kind::ThreeCalendarYears => (0, 12, 36),
            Kind::ThreeFinancialYears => (3, 12, 36),
        };
        Some(Cycle { origin, step, length })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::spelling;

    #[test]
    fn every_kind_is_found_by_its_name() {
        for kind in Kind::ALL {
            assert_eq!(Kind::from_name(kind.name()), Some(kind));
        }
        assert_eq!(Kind::from_name("Quarter"), None);
        assert_eq!(Kind::from_name(""), None);
    }

    #[test]
    fn every_kind_is_listed_once_and_in_order() {
        assert!(Kind::ALL.is_sorted_by(|a, b| a < b));
    }

    #[test]
    fn an_example_is_canonical() {
        for kind in Kind::ALL {
            let spelt = spelling::read(kind, kind.example()).unwrap();
            assert_eq!(spelt.spelling, spelling::Spelling::Canonical);
            assert_eq!(spelt.period.to_string(), kind.example());
        }
    }

    #[test]
    fn only_rolling_and_three_year_kinds_overlap() {
        let overlapping: Vec<_> = Kind::ALL.into_iter().filter(|kind| kind.overlaps_itself()).collect();
        assert_eq!(overlapping, [Kind::RollingYear, Kind::ThreeCalendarYears, Kind::ThreeFinancialYears]);
    }

    #[test]
    fn a_year_has_as_many_periods_as_its_kind_says() {
        let counts = Kind::ALL.map(Kind::periods_per_year);
        let expected = [1, 1, 1, 2, 4, 4, 12].map(Some).into_iter().chain([None]).chain([4, 1, 1].map(Some));
        assert!(counts.into_iter().eq(expected));
    }
}
