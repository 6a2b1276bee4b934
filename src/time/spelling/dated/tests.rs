use super::*;
use crate::time::spelling::read;

fn ymd(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

fn restored(kind: Kind, text: &str) -> Option<String> {
    match read(kind, text) {
        Err(Misread::ExcelDate { restored }) => restored.map(|period| period.to_string()),
        other => panic!("{kind:?} {text}: {other:?}"),
    }
}

#[test]
fn what_excel_made_of_a_financial_year_is_undone() {
    for (text, year) in [
        ("Jan-00", "2000/01"),
        ("Feb-01", "2001/02"),
        ("Mar-02", "2002/03"),
        ("Apr-03", "2003/04"),
        ("May-04", "2004/05"),
        ("Jun-05", "2005/06"),
        ("Jul-06", "2006/07"),
        ("Aug-07", "2007/08"),
        ("Sep-08", "2008/09"),
        ("Oct-09", "2009/10"),
        ("Nov-10", "2010/11"),
        ("Dec-11", "2011/12"),
        ("11-Dec", "2011/12"),
        ("09-Oct", "2009/10"),
        ("dec\u{2013}11", "2011/12"),
        ("01/12/2011", "2011/12"),
        ("1/12/2011", "2011/12"),
        ("01/12/11", "2011/12"),
        ("01.12.2011", "2011/12"),
        ("2011-12-01", "2011/12"),
        ("2011/12/01", "2011/12"),
        ("01-Dec-2011", "2011/12"),
        ("01-Dec-11", "2011/12"),
        ("1 December 2011", "2011/12"),
    ] {
        for kind in [Kind::FinancialYear, Kind::AcademicYear] {
            assert_eq!(restored(kind, text).as_deref(), Some(year), "{text}");
        }
    }
}

#[test]
fn a_month_that_is_no_financial_year_is_not_undone() {
    for text in ["Apr-13", "Dec-12", "Dec-10", "Jan-99", "13-Apr", "01/04/2013", "02/12/2011", "12/13/2011"] {
        assert_eq!(restored(Kind::FinancialYear, text), None, "{text}");
    }
}

#[test]
fn what_excel_made_of_a_month_is_undone() {
    for text in ["Apr-13", "13-Apr", "01/04/2013", "2013-04-01", "01-Apr-13"] {
        assert_eq!(restored(Kind::Month, text).as_deref(), Some("2013-04"), "{text}");
    }
    assert_eq!(restored(Kind::Month, "Jan-30").as_deref(), Some("1930-01"));
    assert_eq!(restored(Kind::Month, "Jan-29").as_deref(), Some("2029-01"));
    assert_eq!(restored(Kind::Month, "17/04/2013"), None);
}

#[test]
fn what_excel_made_of_three_years_is_undone_where_it_fits() {
    assert_eq!(restored(Kind::ThreeCalendarYears, "Dec-10").as_deref(), Some("2010-2012"));
    assert_eq!(restored(Kind::ThreeCalendarYears, "01/12/2010").as_deref(), Some("2010-2012"));
    assert_eq!(restored(Kind::ThreeFinancialYears, "Dec-10").as_deref(), Some("2010/11-2012/13"));
    assert_eq!(restored(Kind::ThreeCalendarYears, "Jan-99").as_deref(), Some("1999-2001"));
    assert_eq!(restored(Kind::ThreeCalendarYears, "Dec-11"), None);
}

#[test]
fn a_month_with_a_short_year_is_a_month_elsewhere() {
    for kind in
        [Kind::CalendarYear, Kind::HalfYear, Kind::Quarter, Kind::FinancialQuarter, Kind::Date, Kind::RollingYear]
    {
        assert_eq!(read(kind, "Dec-11"), Err(Misread::OtherKind(Kind::Month)));
    }
}

#[test]
fn the_last_day_of_a_period_proposes_it() {
    for (kind, text, canonical) in [
        (Kind::FinancialQuarter, "30/06/2013", "2013/14 Q1"),
        (Kind::RollingYear, "30/06/2013", "2013/14 Q1"),
        (Kind::Quarter, "30/06/2013", "2013 Q2"),
        (Kind::Quarter, "2013-06-30", "2013 Q2"),
        (Kind::HalfYear, "30 September 2013", "2013/14 H1"),
        (Kind::FinancialYear, "31/03/2013", "2012/13"),
        (Kind::AcademicYear, "31-Aug-13", "2012/13"),
        (Kind::CalendarYear, "31.12.2012", "2012"),
        (Kind::Month, "30/04/2013", "2013-04"),
        (Kind::ThreeCalendarYears, "31/12/2012", "2010-2012"),
    ] {
        let proposed = read(kind, canonical).unwrap().period;
        assert_eq!(read(kind, text), Err(Misread::EndDate { proposed }), "{kind:?} {text}");
    }
}

#[test]
fn a_day_that_ends_no_period_is_only_a_date() {
    assert_eq!(read(Kind::FinancialQuarter, "2013-06-29"), Err(Misread::OtherKind(Kind::Date)));
    assert_eq!(read(Kind::FinancialYear, "2013-04-01"), Err(Misread::OtherKind(Kind::Date)));
    assert_eq!(restored(Kind::FinancialQuarter, "29/06/2013"), None);
}

#[test]
fn how_excel_stores_a_date_is_a_day() {
    for kind in Kind::ALL {
        for (text, day) in [("41365", ymd(2013, 4, 1)), ("36526", ymd(2000, 1, 1)), ("54789", ymd(2050, 1, 1))] {
            assert!(matches!(read(kind, text), Err(Misread::ExcelSerial { day: read, .. }) if read == day));
        }
        for text in ["36525", "54790", "041365"] {
            assert_eq!(read(kind, text), Err(Misread::NotAPeriod));
        }
    }
}

#[test]
fn among_dates_a_day_and_a_month_are_never_guessed() {
    let ambiguous = |day_first, month_first| Err(Misread::DayMonthYear { day_first, month_first });
    assert_eq!(read(Kind::Date, "03/04/2013"), ambiguous(Some(ymd(2013, 4, 3)), Some(ymd(2013, 3, 4))));
    assert_eq!(read(Kind::Date, "3/4/13"), ambiguous(Some(ymd(2013, 4, 3)), Some(ymd(2013, 3, 4))));
    assert_eq!(read(Kind::Date, "31/03/2013"), ambiguous(Some(ymd(2013, 3, 31)), None));
    assert_eq!(read(Kind::Date, "03-31-2013"), ambiguous(None, Some(ymd(2013, 3, 31))));
    assert_eq!(read(Kind::Date, "05.05.2013"), ambiguous(Some(ymd(2013, 5, 5)), Some(ymd(2013, 5, 5))));
}

#[test]
fn among_dates_a_day_beyond_doubt_is_given_back() {
    for text in ["31 March 2013", "31-Mar-2013", "31-Mar-13", "2013/03/31", "2013-3-31"] {
        assert_eq!(read(Kind::Date, text), Err(Misread::CertainDate(ymd(2013, 3, 31))), "{text}");
    }
}

#[test]
fn a_day_no_calendar_has_is_impossible() {
    for text in ["2013-02-29", "31/02/2013", "2013-13-01", "0/0/2013", "30 Feb 2013"] {
        for kind in Kind::ALL {
            assert_eq!(read(kind, text), Err(Misread::ImpossibleDate), "{kind:?} {text}");
        }
    }
    for text in ["1899-12-31", "31/12/1899"] {
        for kind in Kind::ALL {
            assert_eq!(read(kind, text), Err(Misread::YearOutOfRange(1899)), "{kind:?} {text}");
        }
    }
}

#[test]
fn a_stored_date_gives_back_the_period_that_excel_stored_so() {
    let restored = |kind, text| match read(kind, text) {
        Err(Misread::ExcelSerial { restored, .. }) => restored.map(|period| period.to_string()),
        other => panic!("{other:?}"),
    };
    // 1 December 2011, 1 April 2013.
    assert_eq!(restored(Kind::FinancialYear, "40878").as_deref(), Some("2011/12"));
    assert_eq!(restored(Kind::FinancialYear, "41365"), None);
    assert_eq!(restored(Kind::Month, "41365").as_deref(), Some("2013-04"));
    assert_eq!(restored(Kind::Date, "41365").as_deref(), Some("2013-04-01"));
}
