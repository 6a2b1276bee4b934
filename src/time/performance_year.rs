//! The year over which the figures of a period are summed.

use chrono::NaiveDate;

use crate::time::{Kind, Period};

/// The year a period counts towards where amounts are totalled within the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct PerformanceYear {
    /// Its first day.
    pub start: NaiveDate,
    /// Its last day.
    pub end: NaiveDate,
    /// The last period of the asking period's own kind that ends in it.
    pub last: Period,
}

impl PerformanceYear {
    /// The calendar year for calendar quarters and years, the academic year for academic years, the financial year for the rest.
    ///
    /// `None` for dates and for kinds that overlap themselves, whose figures cannot be added up, and where the year leaves the limits.
    pub(super) fn of(period: Period) -> Option<PerformanceYear> {
        let year = match period.kind() {
            Kind::CalendarYear | Kind::Quarter => Kind::CalendarYear,
            Kind::AcademicYear => Kind::AcademicYear,
            Kind::FinancialYear | Kind::HalfYear | Kind::FinancialQuarter | Kind::Month => Kind::FinancialYear,
            Kind::Date | Kind::RollingYear | Kind::ThreeCalendarYears | Kind::ThreeFinancialYears => return None,
        };
        let year = Period::first_ending_from(year, period.end())?;
        let last = Period::last_ending_by(period.kind(), year.end())?;
        Some(PerformanceYear { start: year.start(), end: year.end(), last })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::spelling;

    fn year_of(kind: Kind, text: &str) -> Option<(String, String, String)> {
        let year = spelling::read(kind, text).unwrap().period.performance_year()?;
        Some((year.start.to_string(), year.end.to_string(), year.last.to_string()))
    }

    #[test]
    fn each_kind_is_summed_over_its_own_year() {
        for (kind, text, start, end, last) in [
            (Kind::CalendarYear, "2012", "2012-01-01", "2012-12-31", "2012"),
            (Kind::Quarter, "2012 Q1", "2012-01-01", "2012-12-31", "2012 Q4"),
            (Kind::AcademicYear, "2012/13", "2012-09-01", "2013-08-31", "2012/13"),
            (Kind::FinancialYear, "2012/13", "2012-04-01", "2013-03-31", "2012/13"),
            (Kind::HalfYear, "2012/13 H1", "2012-04-01", "2013-03-31", "2012/13 H2"),
            (Kind::FinancialQuarter, "2012/13 Q4", "2012-04-01", "2013-03-31", "2012/13 Q4"),
            (Kind::Month, "2013-03", "2012-04-01", "2013-03-31", "2013-03"),
            (Kind::Month, "2013-04", "2013-04-01", "2014-03-31", "2014-03"),
        ] {
            assert_eq!(year_of(kind, text), Some((start.into(), end.into(), last.into())), "{text}");
        }
    }

    #[test]
    fn dates_and_overlapping_kinds_have_none() {
        for kind in [Kind::Date, Kind::RollingYear, Kind::ThreeCalendarYears, Kind::ThreeFinancialYears] {
            assert_eq!(year_of(kind, kind.example()), None);
        }
    }

    #[test]
    fn a_year_that_leaves_the_limits_is_none() {
        assert_eq!(year_of(Kind::Month, "1900-02"), None);
        assert_eq!(year_of(Kind::Month, "2199-12"), None);
    }
}
