//! Indicators of every kind with any well-formed targets, ratings and readings.

use hwb::time::{Kind, Period};
use proptest::prelude::*;

use super::board::{DECLARED, day, days, files};
use super::{answers::ask_everything, config};

const NUMBERS: &[&str] = &[
    "0",
    "-0",
    "0.0",
    "1",
    "-1",
    "5",
    "40",
    "50",
    "57.3",
    "60",
    "100",
    "100.1",
    "-100",
    "1000000",
    "0.1",
    "0.3333333333",
    "9999999999999999999999999999",
    "-9999999999999999999999999999",
    "0.0000000000000000000000000001",
    "-0.0000000000000000000000000001",
    "1234567890123.456789012345678",
];

const DATES: &[&str] =
    &["1900-01-01", "2000-02-29", "2011-03-31", "2012-04-01", "2013-06-20", "2013-11-21", "2014-05-31", "2199-12-31"];

/// A period of the kind: most in these years, some at the ends of the calendar.
fn period_in(kind: Kind, years: std::ops::Range<i32>) -> BoxedStrategy<String> {
    let year =
        prop_oneof![18 => years, 1 => 1900..2200_i32, 1 => prop::sample::select(&[1900, 1901, 2197, 2198, 2199][..])];
    let written = (year, 1..13_u32).prop_filter_map("not of the kind", move |(year, part)| {
        let period = match kind {
            Kind::Date => Period::on(day(year, part, 28)),
            _ => Period::in_year(kind, year, 1 + part % kind.periods_per_year()?),
        };
        Some(period?.to_string())
    });
    written.boxed()
}

/// A period near the strategy's time.
fn period(kind: Kind) -> BoxedStrategy<String> {
    period_in(kind, 2006..2017)
}

fn number() -> impl Strategy<Value = &'static str> {
    prop::sample::select(NUMBERS)
}

fn date() -> impl Strategy<Value = &'static str> {
    prop::sample::select(DATES)
}

/// The conditions that fit what is good, and now and then one that does not.
fn condition(good: &'static str) -> BoxedStrategy<String> {
    const HIGH: &[&str] = &["at_least", "more_than"];
    const LOW: &[&str] = &["at_most", "less_than"];
    let (levels, changes) = match good {
        "low" => (LOW, &["-10%", "0%", "-100%", "-3 points", "-705", "-99999999999999%"][..]),
        _ => (HIGH, &["+10%", "0%", "+99999999999999%", "+3 points", "+705", "+0"][..]),
    };
    let level = |levels: &'static [&str]| {
        (prop::sample::select(levels), number()).prop_map(|(key, number)| format!("{key} = {number}"))
    };
    let ranges =
        ["40, 60", "57.3, 57.3", "0, 100", "-1, 0.1", "-9999999999999999999999999999, 9999999999999999999999999999"];
    let between = prop::sample::select(ranges.to_vec()).prop_map(|range| format!("between = [{range}]"));
    if good == "range" {
        return between.boxed();
    }
    prop_oneof![
        16 => level(levels),
        8 => prop::sample::select(changes).prop_map(|change| format!("change = \"{change}\"")),
        4 => Just("beat = \"london\"".to_owned()),
        4 => number().prop_map(|stated| format!("match = \"london\", stated = {stated}")),
        6 => prop::sample::select(&["baseline", "last-year", "previous"][..])
            .prop_map(|reference| format!("improve_on = \"{reference}\"")),
        1 => between,
        1 => level(LOW),
    ]
    .boxed()
}

/// Targets in the order of their dates.
fn targets(kind: Kind, good: &'static str) -> impl Strategy<Value = String> {
    let extra = prop_oneof![
        12 => Just(String::new()),
        1 => Just(", stretch = true".to_owned()),
        1 => Just(", path = \"linear\"".to_owned()),
        1 => Just(", path = \"steps\"".to_owned()),
        1 => Just(", tolerance = \"0%\"".to_owned()),
        1 => date().prop_map(|day| format!(", set = {day}")),
        1 => date().prop_map(|day| format!(", ended = {day}")),
    ];
    let by = prop_oneof![
        4 => period_in(kind, 2010..2017).prop_map(|by| format!(", by = \"{by}\"")),
        1 => period_in(Kind::FinancialYear, 2010..2017).prop_map(|by| format!(", by = \"{by}\"")),
        1 => Just(", by = 2015".to_owned()),
        4 => Just(String::new()),
    ];
    let most = if good == "none" { 1 } else { 4 };
    prop::collection::vec((by, condition(good), extra), 0..most).prop_map(|mut targets| {
        targets.sort();
        let lines = targets.into_iter().map(|(by, condition, extra)| format!("  {{ {condition}{by}{extra} }},\n"));
        lines.collect()
    })
}

fn keys(kind: Kind, good: &'static str) -> impl Strategy<Value = String> {
    let unit = prop::sample::select(&["%", "people", "count", "per 1,000", "£", "days", "a made-up score"][..]);
    let takings = &["", "each_period = true\n", "", "total = true\n", "cumulative = true\n", "total = \"year\"\n"][..];
    let taking = prop::sample::select(&takings[..if kind.overlaps_itself() { 2 } else { takings.len() }]);
    let rating = prop_oneof![
        2 => Just(String::new()),
        1 => number().prop_map(|floor| format!("rating = {{ method = \"floor\", floor = {floor} }}\n")),
        1 => prop::sample::select(&[
            "rating = { method = \"improvement\" }\n",
            "rating = { method = \"improvement\", bands = [[\"green\", 100], [\"amber\", -50.5]] }\n",
            "rating = { method = \"tolerance-trend\", tolerance = \"0 points\" }\n",
            "rating = { method = \"tolerance\", tolerance = \"9999999999999999999999999999%\", stale_after = \"1 week\" }\n",
            "rating = { method = \"none\" }\n",
        ][..])
        .prop_map(str::to_owned),
    ];
    let before = || period_in(kind, 2004..2010);
    // Mostly on the worse side of the targets.
    let from = match good {
        "high" => &["0", "-1", "0.1", "40", "-9999999999999999999999999999", "57.3"][..],
        _ => &["100", "60", "0", "1000000", "9999999999999999999999999999", "57.3"][..],
    };
    let from = || prop::sample::select(from);
    let baseline = prop_oneof![
        2 => (before(), from()).prop_map(|(period, value)| format!("baseline = {{ period = \"{period}\", value = {value} }}\n")),
        1 => before().prop_map(|period| format!("baseline = {{ period = \"{period}\" }}\n")),
        1 => from().prop_map(|value| format!("baseline = {{ value = {value} }}\n")),
        1 => Just(String::new()),
    ];
    let extra = prop_oneof![
        4 => Just(String::new()),
        1 => period(kind).prop_map(|period| format!("breaks = [{{ period = \"{period}\", note = \"New\" }}]\n")),
        1 => prop::sample::select(&["every = \"1 year\"\n", "every = \"3 years\"\n", "every = \"9999 years\"\n", "lag = \"9999 weeks\"\n",
            "decimals = 6\n", "decimals = 0\n", "steady = 9999999999999999999999999999\n", "bounded = false\n"][..]).prop_map(str::to_owned),
        1 => date().prop_map(|day| format!("starts = {day}\n")),
        1 => date().prop_map(|day| format!("retired = {day}\n")),
    ];
    (unit, taking, rating, baseline, extra, targets(kind, good)).prop_map(
        move |(unit, taking, rating, baseline, extra, targets)| {
            format!(
                "unit = \"{unit}\"\ngood = \"{good}\"\nperiod = \"{}\"\n{taking}{rating}{baseline}{extra}comparators = [\"london\"]\ntargets = [\n{}]\n",
                kind.name(),
                targets
            )
        },
    )
}

fn rows(kind: Kind) -> impl Strategy<Value = String> {
    let status = prop::sample::select(&["", "", "", "provisional", "estimate", "revised", "corrected"][..]);
    let marker = prop::sample::select(&["", "", "", "", "b", "f", "u", "low", "p", "e"][..]);
    let missing = prop::sample::select(&["c", "x", "z"][..]);
    let recorded = prop_oneof![2 => Just(""), 1 => date()];
    let london = prop_oneof![2 => Just(""), 1 => number()];
    let row = (period(kind), number(), 0..8_u8, 0..40_u8, london, status, marker, missing, recorded).prop_map(
        |(period, value, blank, limits, london, status, marker, missing, recorded)| {
            let (value, marker) = if blank == 0 { ("", missing) } else { (value, marker) };
            let status = if recorded.is_empty() {
                status.trim_end_matches("revised").trim_end_matches("corrected")
            } else {
                status
            };
            let limits = match limits {
                0 => "9,1".to_owned(),
                1..5 => format!("{value},{value}"),
                5..10 => "-9999999999999999999999999999,9999999999999999999999999999".to_owned(),
                _ => ",".to_owned(),
            };
            format!("{period},{value},{limits},{london},,{status},{marker},{recorded}\n")
        },
    );
    prop::collection::vec(row, 0..9).prop_map(|mut rows| {
        // Rows of one period are mostly a mistake, which other properties make.
        rows.sort();
        rows.dedup_by_key(|row| row.split(',').next().map(str::to_owned));
        format!("period,value,lower,upper,london,group,status,marker,recorded\n{}", rows.concat())
    })
}

fn indicator() -> impl Strategy<Value = (String, String)> {
    let good = prop::sample::select(&["high", "high", "low", "low", "range", "none"][..]);
    (prop::sample::select(&Kind::ALL[..]), good).prop_flat_map(|(kind, good)| (keys(kind, good), rows(kind)))
}

proptest! {
    #![proptest_config(config(400))]

    #[test]
    fn any_indicator_has_a_verdict_that_holds_together(
        (keys, rows) in indicator(),
        day in prop::sample::select(days().to_vec()),
    ) {
        ask_everything(&files(format!("{DECLARED}{keys}"), rows), day);
    }
}
