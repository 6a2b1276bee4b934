//! The made-up board whose files are spoilt, and the days it is judged on.

use chrono::NaiveDate;
use hwb::files::Memory;

pub fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day")
}

/// The days that are judged on: the first and the last the program reads, and three in the strategy's time.
pub fn days() -> [NaiveDate; 5] {
    [day(1900, 1, 1), day(2012, 2, 29), day(2013, 11, 21), day(2014, 6, 1), day(2199, 12, 31)]
}

/// The file that declares, and the one file of readings of the indicator `x`.
pub fn files(strategy: impl Into<Vec<u8>>, readings: impl Into<Vec<u8>>) -> Memory {
    Memory::new().with(hwb::files::STRATEGY, strategy).with(X, readings)
}

pub const X: &str = "data/x.csv";

/// All that is declared but the keys of the indicator `x`.
pub const DECLARED: &str = r#"format = 1

[strategy]
title = "A made-up strategy"
area = "Testham"
starts = 2012-04-01
ends = 2015-03-31
min_count = 5

[reporting]
lag = "13 weeks"

[data]
dates = "dmy"

[comparators.london]
title = "London"

[groups.females]
title = "Females"

[leads.l]
title = "Lead"
officer = "A post"

[chapters.c]
title = "Chapter"

[indicators.x]
chapter = "c"
title = "A made-up indicator"
lead = "l"
"#;

/// A rated percentage: the keys of the indicator `x`.
pub const KEYS: &str = r#"unit = "%"
good = "high"
period = "financial-year"
baseline = { period = "2009/10", value = 50 }
targets = [
  { at_least = 60, by = "2012/13" },
  { at_least = 70, by = "2014/15" },
  { beat = "london" },
]
comparators = ["london"]
rating = { method = "tolerance", tolerance = "2 points", stale_after = "1 year" }
"#;

/// Readings of every sort, none of them wrong.
pub const READINGS: &str =
    "period,value,numerator,denominator,lower,upper,london,group,status,marker,recorded,source,note
2009/10,50.0,100,200,44.1,55.9,51.2,,,,2010-06-20,A made-up source,
2010/11,54.5,109,200,48.0,60.0,51.9,,,,2011-06-20,,\"said, with a comma\"
2011/12,,,,,,52.0,,,x,2012-06-20,,
2012/13,61.5,123,200,55.0,68.0,52.3,,provisional,p,2013-06-20,,
2012/13,62.0,124,200,55.5,68.5,52.3,,revised,r,2013-09-01,,
2012/13,60.0,60,100,50.0,69.0,,females,,low u,20/06/2013,,\"two
lines\"
2013/14,64.0%,128,200,,,,,,b,,, edge
2014/15,70,,,,,,,,f,,,
";

/// All that is declared, with the keys of the indicator `x`.
pub fn declared() -> String {
    format!("{DECLARED}{KEYS}")
}
