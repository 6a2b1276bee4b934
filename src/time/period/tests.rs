use super::*;
use crate::time::spelling;

fn period(kind: Kind, text: &str) -> Period {
    spelling::read(kind, text).unwrap_or_else(|misread| panic!("{text}: {misread:?}")).period
}

fn ymd(text: &str) -> NaiveDate {
    date::read_iso(text).unwrap()
}

/// Every period of a kind, the whole range between the limits.
fn all(kind: Kind) -> impl Iterator<Item = Period> {
    let first = (0..).chain(690_000..).find_map(|ordinal| Period::from_ordinal(kind, ordinal)).unwrap();
    std::iter::successors(Some(first), |period| period.next())
}

#[test]
fn a_period_knows_its_first_and_last_day() {
    for (kind, text, start, end) in [
        (Kind::CalendarYear, "2012", "2012-01-01", "2012-12-31"),
        (Kind::FinancialYear, "2012/13", "2012-04-01", "2013-03-31"),
        (Kind::AcademicYear, "2012/13", "2012-09-01", "2013-08-31"),
        (Kind::HalfYear, "2012/13 H1", "2012-04-01", "2012-09-30"),
        (Kind::HalfYear, "2012/13 H2", "2012-10-01", "2013-03-31"),
        (Kind::Quarter, "2012 Q1", "2012-01-01", "2012-03-31"),
        (Kind::Quarter, "2012 Q4", "2012-10-01", "2012-12-31"),
        (Kind::FinancialQuarter, "2012/13 Q1", "2012-04-01", "2012-06-30"),
        (Kind::FinancialQuarter, "2012/13 Q4", "2013-01-01", "2013-03-31"),
        (Kind::Month, "2012-02", "2012-02-01", "2012-02-29"),
        (Kind::Date, "2013-03-31", "2013-03-31", "2013-03-31"),
        (Kind::RollingYear, "2012/13 Q3", "2012-01-01", "2012-12-31"),
        (Kind::RollingYear, "2012/13 Q4", "2012-04-01", "2013-03-31"),
        (Kind::ThreeCalendarYears, "2010-2012", "2010-01-01", "2012-12-31"),
        (Kind::ThreeFinancialYears, "2010/11-2012/13", "2010-04-01", "2013-03-31"),
    ] {
        let period = period(kind, text);
        assert_eq!((period.start(), period.end()), (ymd(start), ymd(end)), "{kind:?} {text}");
    }
}

#[test]
fn every_period_reads_back_as_it_is_written() {
    for kind in Kind::ALL {
        for period in all(kind) {
            let text = period.to_string();
            let spelt = spelling::read(kind, &text);
            assert_eq!(
                spelt,
                Ok(spelling::Spelt { period, spelling: spelling::Spelling::Canonical }),
                "{kind:?} {text}"
            );
        }
    }
}

#[test]
fn every_period_lies_within_the_limits_and_after_the_one_before() {
    for kind in Kind::ALL {
        let periods: Vec<_> = all(kind).collect();
        assert!(periods.len() >= 297, "{kind:?}");
        assert!(periods.iter().all(|period| period.start().year() >= FIRST_YEAR && period.end().year() <= LAST_YEAR));
        for pair in periods.windows(2) {
            assert!(pair[0] < pair[1] && pair[0].end() < pair[1].end());
            assert_eq!(pair[0].overlaps(pair[1]), kind.overlaps_itself());
            assert_eq!(pair[1].steps_since(pair[0]), Some(1));
            assert_eq!(pair[1].previous(), Some(pair[0]));
            if !kind.overlaps_itself() {
                assert_eq!(pair[0].end().succ_opt(), Some(pair[1].start()));
            }
        }
    }
}

#[test]
fn a_step_out_of_the_limits_is_none() {
    for kind in Kind::ALL {
        let first = all(kind).next().unwrap();
        let last = all(kind).last().unwrap();
        assert_eq!(first.previous(), None);
        assert_eq!(first.year_earlier(), None);
        assert_eq!(last.next(), None);
        for places in [i32::MIN, i32::MAX, -2_000_000, 2_000_000] {
            assert_eq!(first.offset(places), None);
            assert_eq!(last.offset(places), None);
        }
        for ordinal in [i32::MIN, -1, 0, i32::MAX] {
            assert_eq!(Period::from_ordinal(kind, ordinal), None);
        }
        for year in [i32::MIN, 1897, 2200, i32::MAX] {
            assert_eq!(Period::in_year(kind, year, 1), None);
        }
    }
    assert_eq!(Period::in_year(Kind::Quarter, 2012, 0), None);
    assert_eq!(Period::in_year(Kind::Quarter, 2012, 5), None);
    assert_eq!(Period::in_year(Kind::Quarter, 2012, u32::MAX), None);
}

#[test]
fn a_year_earlier_is_exactly_the_same_period() {
    for (kind, text, earlier) in [
        (Kind::CalendarYear, "2012", "2011"),
        (Kind::FinancialYear, "2000/01", "1999/00"),
        (Kind::AcademicYear, "2012/13", "2011/12"),
        (Kind::HalfYear, "2012/13 H1", "2011/12 H1"),
        (Kind::Quarter, "2012 Q3", "2011 Q3"),
        (Kind::FinancialQuarter, "2012/13 Q3", "2011/12 Q3"),
        (Kind::Month, "2012-02", "2011-02"),
        (Kind::Date, "2013-03-31", "2012-03-31"),
        (Kind::RollingYear, "2012/13 Q3", "2011/12 Q3"),
        (Kind::ThreeCalendarYears, "2010-2012", "2009-2011"),
        (Kind::ThreeFinancialYears, "2010/11-2012/13", "2009/10-2011/12"),
    ] {
        assert_eq!(period(kind, text).year_earlier(), Some(period(kind, earlier)), "{text}");
    }
    assert_eq!(period(Kind::Date, "2012-02-29").year_earlier(), None);
}

#[test]
fn the_last_period_ending_by_a_day_is_what_a_target_means_by_it() {
    for (kind, day, last) in [
        (Kind::FinancialYear, "2014-04-01", "2013/14"),
        (Kind::FinancialYear, "2014-03-31", "2013/14"),
        (Kind::FinancialYear, "2014-03-30", "2012/13"),
        (Kind::FinancialYear, "2015-12-31", "2014/15"),
        (Kind::FinancialQuarter, "2015-03-31", "2014/15 Q4"),
        (Kind::Quarter, "2015-03-31", "2015 Q1"),
        (Kind::CalendarYear, "2015-03-31", "2014"),
        (Kind::AcademicYear, "2015-03-31", "2013/14"),
        (Kind::HalfYear, "2014-12-31", "2014/15 H1"),
        (Kind::Month, "2012-02-28", "2012-01"),
        (Kind::Month, "2012-02-29", "2012-02"),
        (Kind::Date, "2012-02-29", "2012-02-29"),
        (Kind::RollingYear, "2015-03-31", "2014/15 Q4"),
        (Kind::ThreeCalendarYears, "2015-03-31", "2012-2014"),
        (Kind::ThreeFinancialYears, "2015-03-31", "2012/13-2014/15"),
    ] {
        assert_eq!(Period::last_ending_by(kind, ymd(day)), Some(period(kind, last)), "{kind:?} {day}");
    }
}

#[test]
fn the_searches_by_end_agree_with_a_plain_walk() {
    for kind in Kind::ALL {
        let (from, to) = (ymd("2011-06-01"), ymd("2015-01-01"));
        let periods: Vec<_> =
            all(kind).filter(|period| period.end() > ymd("2007-01-01") && period.end() < ymd("2019-01-01")).collect();
        for day in from.iter_days().take_while(|day| *day < to) {
            let last = periods.iter().rfind(|period| period.end() <= day).copied();
            let first = periods.iter().find(|period| period.end() >= day).copied();
            assert_eq!(Period::last_ending_by(kind, day), last, "{kind:?} {day}");
            assert_eq!(Period::first_ending_from(kind, day), first, "{kind:?} {day}");
            assert_eq!(Period::ending_on(kind, day), last.filter(|_| last == first), "{kind:?} {day}");
        }
    }
}

#[test]
fn a_search_from_the_ends_of_time_finds_nothing() {
    for kind in Kind::ALL {
        for day in [NaiveDate::MIN, NaiveDate::MAX] {
            assert_eq!(Period::last_ending_by(kind, day), None);
            assert_eq!(Period::first_ending_from(kind, day), None);
            assert_eq!(Period::ending_on(kind, day), None);
        }
    }
}

#[test]
fn periods_of_different_kinds_may_overlap_but_not_be_counted_between() {
    let year = period(Kind::FinancialYear, "2012/13");
    let quarter = period(Kind::FinancialQuarter, "2012/13 Q4");
    let after = period(Kind::Date, "2013-04-01");
    assert!(year.overlaps(quarter) && quarter.overlaps(year) && year.overlaps(year));
    assert!(!year.overlaps(after) && !after.overlaps(year));
    assert_eq!(year.steps_since(quarter), None);
    assert_eq!(quarter.steps_since(period(Kind::FinancialQuarter, "2013/14 Q1")), Some(-1));
}

#[test]
fn months_between_ends_are_whole() {
    let months =
        period(Kind::FinancialYear, "2012/13").month_of_end() - period(Kind::FinancialYear, "2009/10").month_of_end();
    assert_eq!(months, 36);
    assert_eq!(period(Kind::Date, "2013-03-31").month_of_end(), 2013 * 12 + 2);
}

#[test]
fn a_period_is_small() {
    assert_eq!(size_of::<Period>(), 8);
    assert_eq!(size_of::<Option<Period>>(), 8);
}
