use super::*;
use crate::time::spelling::{Spelling, read};

fn tolerated(kind: Kind, canonical: &str, texts: &[&str]) {
    for text in texts {
        let spelt = read(kind, text).unwrap_or_else(|misread| panic!("{kind:?} {text}: {misread:?}"));
        assert_eq!(spelt.period.to_string(), canonical, "{kind:?} {text}");
        assert_eq!(spelt.spelling, Spelling::Tolerated, "{kind:?} {text}");
    }
}

fn misread(kind: Kind, text: &str, expected: &Misread) {
    assert_eq!(read(kind, text).as_ref(), Err(expected), "{kind:?} {text}");
}

#[test]
fn financial_years_are_read_from_common_spellings() {
    let common = ["2012-13", "2012-2013", "2012 / 13", "2012\u{2013}13", "2012 - 13"];
    tolerated(Kind::FinancialYear, "2012/13", &common);
    tolerated(Kind::AcademicYear, "2012/13", &common);
    tolerated(Kind::FinancialYear, "2012/13", &["FY2012/13", "FY 2012/13", "fy2012-13", "FY2012/2013"]);
    tolerated(Kind::FinancialYear, "2011/12", &["2011-12"]);
    tolerated(Kind::FinancialYear, "1999/00", &["1999-00"]);
}

#[test]
fn parts_of_a_financial_year_are_read_from_common_spellings() {
    for kind in [Kind::FinancialQuarter, Kind::RollingYear] {
        tolerated(
            kind,
            "2012/13 Q1",
            &[
                "Q1 2012/13",
                "2012/13-Q1",
                "2012/13Q1",
                "2012-13 Q1",
                "2012-13-Q1",
                "2012/13 q1",
                "q1 2012-13",
                "FY2012/13 Q1",
                "Q1 FY2012/13",
                "Q1 2012/2013",
                "2012/2013-Q1",
                "Q1-2012/13",
                "2012\u{2013}13 Q1",
                "2012/13  Q1",
                "2012/13 Q01",
            ],
        );
    }
    tolerated(
        Kind::HalfYear,
        "2012/13 H2",
        &["H2 2012/13", "2012/13-H2", "2012/13H2", "2012-13 H2", "2012/13 h2", "H2 2012/2013"],
    );
}

#[test]
fn calendar_quarters_are_read_from_common_spellings() {
    tolerated(
        Kind::Quarter,
        "2012 Q3",
        &["Q3 2012", "2012-Q3", "2012Q3", "2012 q3", "q3 2012", "2012  Q3", "2012\u{2013}Q3", "Q3-2012"],
    );
}

#[test]
fn months_are_read_from_common_spellings() {
    tolerated(
        Kind::Month,
        "2012-09",
        &[
            "Sep 2012",
            "September 2012",
            "Sept 2012",
            "Sep-2012",
            "2012/09",
            "sep 2012",
            "2012-9",
            "09/2012",
            "2012 Sep",
            "2012\u{2013}09",
            "SEPTEMBER 2012",
        ],
    );
}

#[test]
fn three_years_are_read_from_common_spellings() {
    tolerated(
        Kind::ThreeCalendarYears,
        "2010-2012",
        &["2010 - 12", "2010-12", "2010 - 2012", "2010\u{2013}12", "2010 to 2012", "2010\u{2013}2012"],
    );
    tolerated(Kind::ThreeCalendarYears, "1999-2001", &["1999-01"]);
    tolerated(
        Kind::ThreeFinancialYears,
        "2010/11-2012/13",
        &[
            "2010/11 - 2012/13",
            "2010/11-12/13",
            "2010/11 to 2012/13",
            "2010/11 - 12/13",
            "2010/2011 - 2012/2013",
            "2010/11\u{2013}2012/13",
            "2010-11 to 2012-13",
            "FY2010/11 - FY2012/13",
            "2010 - 12",
            "2010-12",
        ],
    );
    tolerated(Kind::ThreeFinancialYears, "1998/99-2000/01", &["1998/99 - 00/01"]);
}

// The labels of Fingertips' own test data, `TimePeriodTextFormatter` (vectors/fingertips_period_labels.csv).
#[test]
fn the_labels_of_fingertips_are_read() {
    tolerated(Kind::RollingYear, "2006/07 Q4", &["2006/07 Q1 - 2006/07 Q4"]);
    tolerated(
        Kind::RollingYear,
        "2007/08 Q3",
        &["2006/07 Q4 - 2007/08 Q3", "2006/07 Q4\u{2013}2007/08 Q3", "2006/07 Q4 to 2007/08 Q3"],
    );
    tolerated(Kind::ThreeCalendarYears, "2006-2008", &["2006 - 08"]);
    tolerated(Kind::ThreeFinancialYears, "2006/07-2008/09", &["2006/07 - 08/09"]);
    tolerated(Kind::Month, "2009-01", &["Jan 2009"]);
    misread(Kind::ThreeCalendarYears, "2006 - 07", &Misread::WrongSpan { years: 2 });
    misread(Kind::ThreeFinancialYears, "2006/07 - 07/08", &Misread::WrongSpan { years: 2 });
    misread(Kind::RollingYear, "2006/07 Q1 - 2007/08 Q4", &Misread::WrongSpan { years: 2 });
    misread(Kind::RollingYear, "2006/07 Q2 - 2009/10 Q1", &Misread::WrongSpan { years: 3 });
    for kind in Kind::ALL {
        for label in ["2006/07 Q1-Q2", "2006 Q1 - 2006 Q4", "Aug 2006 - Jul 2007", "2013/14 Q1 - 2013/14 Q2", "13 2009"]
        {
            misread(kind, label, &Misread::NotAPeriod);
        }
    }
}

#[test]
fn years_that_do_not_follow_on_are_named() {
    for (kind, text, first, second) in [
        (Kind::FinancialYear, "2012/14", 2012, "14"),
        (Kind::FinancialYear, "2012/11", 2012, "11"),
        (Kind::FinancialYear, "2012/09", 2012, "09"),
        (Kind::FinancialYear, "2012-14", 2012, "14"),
        (Kind::AcademicYear, "2012/2014", 2012, "2014"),
        (Kind::FinancialQuarter, "2012/14 Q1", 2012, "14"),
        (Kind::FinancialQuarter, "Q1 2012-03", 2012, "03"),
        (Kind::RollingYear, "2012/13 Q4 - 2013/15 Q3", 2013, "15"),
        (Kind::ThreeFinancialYears, "2010/12-2012/13", 2010, "12"),
        (Kind::ThreeFinancialYears, "2010/11-12/14", 2012, "14"),
    ] {
        misread(kind, text, &Misread::YearsNotConsecutive { first, second_as_written: second.into() });
    }
}

#[test]
fn a_span_of_other_than_three_years_is_counted() {
    misread(Kind::ThreeCalendarYears, "2010-2013", &Misread::WrongSpan { years: 4 });
    misread(Kind::ThreeCalendarYears, "2010-13", &Misread::WrongSpan { years: 4 });
    misread(Kind::ThreeCalendarYears, "2010-2010", &Misread::WrongSpan { years: 1 });
    misread(Kind::ThreeFinancialYears, "2010/11-2014/15", &Misread::WrongSpan { years: 5 });
    misread(Kind::ThreeCalendarYears, "2012-2010", &Misread::NotAPeriod);
}

#[test]
fn a_part_the_year_does_not_have_is_named() {
    misread(Kind::FinancialQuarter, "2012/13 Q5", &Misread::PartOutOfRange { part: 5, last: 4 });
    misread(Kind::Quarter, "2012 Q0", &Misread::PartOutOfRange { part: 0, last: 4 });
    misread(Kind::HalfYear, "2012/13 H3", &Misread::PartOutOfRange { part: 3, last: 2 });
    misread(Kind::Month, "2012-20", &Misread::PartOutOfRange { part: 20, last: 12 });
    misread(Kind::Month, "2012-00", &Misread::PartOutOfRange { part: 0, last: 12 });
}

#[test]
fn a_year_outside_the_limits_is_named() {
    for (kind, text, year) in [
        (Kind::CalendarYear, "1899", 1899),
        (Kind::CalendarYear, "0012", 12),
        (Kind::CalendarYear, "2200", 2200),
        (Kind::FinancialYear, "2199/00", 2200),
        (Kind::RollingYear, "1900/01 Q1", 1899),
        (Kind::Month, "3012-09", 3012),
        (Kind::ThreeCalendarYears, "2198-2200", 2200),
        (Kind::ThreeCalendarYears, "9998-00", 9998),
    ] {
        misread(kind, text, &Misread::YearOutOfRange(year));
    }
}
