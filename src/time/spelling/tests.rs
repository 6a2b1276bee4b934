use super::*;

#[test]
fn a_period_of_another_kind_is_known_for_what_it_is() {
    for (kind, text, other) in [
        (Kind::FinancialQuarter, "2012-09", Kind::Month),
        (Kind::FinancialQuarter, "Sep 2012", Kind::Month),
        (Kind::FinancialQuarter, "2012/09", Kind::Month),
        (Kind::FinancialQuarter, "2012 Q3", Kind::Quarter),
        (Kind::FinancialQuarter, "Q3 2012", Kind::Quarter),
        (Kind::FinancialQuarter, "2012/13", Kind::FinancialYear),
        (Kind::FinancialQuarter, "2012/13 H1", Kind::HalfYear),
        (Kind::Quarter, "2012/13 Q3", Kind::FinancialQuarter),
        (Kind::Quarter, "2012/13 Q4 - 2013/14 Q3", Kind::RollingYear),
        (Kind::FinancialYear, "2012", Kind::CalendarYear),
        (Kind::FinancialYear, "2012-09", Kind::Month),
        (Kind::FinancialYear, "Dec 2011", Kind::Month),
        (Kind::FinancialYear, "2010-2012", Kind::ThreeCalendarYears),
        (Kind::FinancialYear, "2010/11 - 2012/13", Kind::ThreeFinancialYears),
        (Kind::AcademicYear, "FY2012/13", Kind::FinancialYear),
        (Kind::CalendarYear, "2012/13", Kind::FinancialYear),
        (Kind::CalendarYear, "2012-13", Kind::FinancialYear),
        (Kind::Month, "2012-13", Kind::FinancialYear),
        (Kind::Month, "2011/12", Kind::FinancialYear),
        (Kind::Month, "2012-14", Kind::ThreeCalendarYears),
        (Kind::Month, "2013-06-29", Kind::Date),
        (Kind::Date, "2012/13", Kind::FinancialYear),
        (Kind::RollingYear, "2012/13", Kind::FinancialYear),
        (Kind::ThreeCalendarYears, "2010-09", Kind::Month),
        (Kind::ThreeCalendarYears, "2010/11-2012/13", Kind::ThreeFinancialYears),
        (Kind::ThreeFinancialYears, "2010-2012", Kind::ThreeCalendarYears),
    ] {
        assert_eq!(read(kind, text), Err(Misread::OtherKind(other)), "{kind:?} {text}");
    }
}

#[test]
fn nothing_is_empty_and_nonsense_is_no_period() {
    for kind in Kind::ALL {
        for text in ["", " ", "\t", "\u{a0}"] {
            assert_eq!(read(kind, text), Err(Misread::Empty), "{text:?}");
        }
        for text in [
            "total",
            "2012/13 Q",
            "Q1",
            "12/13",
            " 2012/13",
            "2012/13 ",
            "2012 H1",
            "FY2012",
            "2012 13",
            "2012//13",
            "-",
            "to",
        ] {
            assert_eq!(read(kind, text), Err(Misread::NotAPeriod), "{kind:?} {text:?}");
        }
    }
}

#[test]
fn a_text_of_any_kind_is_read_as_the_indicators_own_first() {
    for (own, text, kind, canonical) in [
        (Kind::FinancialQuarter, "2014/15", Kind::FinancialYear, "2014/15"),
        (Kind::FinancialQuarter, "2014/2015", Kind::FinancialYear, "2014/15"),
        (Kind::AcademicYear, "2014/15", Kind::AcademicYear, "2014/15"),
        (Kind::FinancialYear, "2015", Kind::CalendarYear, "2015"),
        (Kind::FinancialYear, "2014-04-01", Kind::Date, "2014-04-01"),
        (Kind::FinancialYear, "2012 Q3", Kind::Quarter, "2012 Q3"),
        (Kind::FinancialYear, "2012/13 Q3", Kind::FinancialQuarter, "2012/13 Q3"),
        (Kind::RollingYear, "2012/13 Q3", Kind::RollingYear, "2012/13 Q3"),
        (Kind::FinancialYear, "2012-09", Kind::Month, "2012-09"),
        (Kind::FinancialYear, "2011-12", Kind::FinancialYear, "2011/12"),
        (Kind::Quarter, "2011-12", Kind::Month, "2011-12"),
        (Kind::Quarter, "2012-13", Kind::FinancialYear, "2012/13"),
        (Kind::FinancialYear, "2010-2012", Kind::ThreeCalendarYears, "2010-2012"),
        (Kind::ThreeCalendarYears, "2010-12", Kind::ThreeCalendarYears, "2010-2012"),
        (Kind::Month, "2010/11-2012/13", Kind::ThreeFinancialYears, "2010/11-2012/13"),
        (Kind::Month, "H1 2012/13", Kind::HalfYear, "2012/13 H1"),
        (Kind::Date, "September 2012", Kind::Month, "2012-09"),
    ] {
        let period = read_any(own, text).unwrap();
        assert_eq!((period.kind(), period.to_string().as_str()), (kind, canonical), "{own:?} {text}");
    }
    for text in ["", "soon", "2012/14", "Dec-11", "31/03/2015", "41365", "2013-02-29"] {
        for own in [Kind::FinancialYear, Kind::Quarter, Kind::Date] {
            assert_eq!(read_any(own, text), None, "{own:?} {text}");
        }
    }
}

/// Every text of up to so many of these pieces, which between them reach every branch of the grammar.
fn odd_texts() -> impl Iterator<Item = String> {
    const PIECES: [&str; 27] = [
        "",
        " ",
        "-",
        "\u{2013}",
        "/",
        ".",
        "Q",
        "H",
        "FY",
        "to",
        "Dec",
        "0",
        "1",
        "4",
        "00",
        "12",
        "13",
        "99",
        "0000",
        "1900",
        "2012",
        "2013",
        "2199",
        "9999",
        "41365",
        "é",
        "\u{1F600}",
    ];
    let count = PIECES.len();
    (0..count.pow(3)).map(move |index| (0..3).map(|place| PIECES[index / count.pow(place) % count]).collect())
}

#[test]
fn no_text_makes_reading_panic() {
    let long =
        ["9".repeat(100_000), "2012/13 ".repeat(10_000), "\u{1F600}".repeat(1000), "-".repeat(64), "Q1".repeat(32)];
    let digits = (0..25).map(|length| "9".repeat(length));
    let halves = odd_texts()
        .step_by(31)
        .flat_map(|left| odd_texts().skip(left.len() * 37).step_by(977).map(move |right| (left.clone(), right)))
        .map(|(left, right)| left + &right);
    for text in odd_texts().chain(long).chain(digits).chain(halves) {
        for kind in Kind::ALL {
            let outcome = read(kind, &text);
            if let Ok(spelt) = outcome {
                assert_eq!(spelt.period.kind(), kind);
                assert_eq!(spelt.spelling == Spelling::Canonical, spelt.period.to_string() == text, "{kind:?} {text}");
            }
        }
        let _ = read_any(Kind::Month, &text);
    }
}
