//! Why a text is not the period it should be.

use chrono::NaiveDate;

use crate::time::{Kind, Period};

/// Why a text cannot be taken for a period of the declared kind; the words are the caller's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Misread {
    /// Nothing, or white space only.
    Empty,
    /// No spelling of any period.
    NotAPeriod,
    /// `2012/14`: the second year does not follow the first.
    YearsNotConsecutive {
        /// The first year.
        first: i32,
        /// The second, with the digits it was written in.
        second_as_written: String,
    },
    /// A period of another kind, the likeliest: a month where quarters are expected.
    OtherKind(Kind),
    /// `2012/13 Q5`, `2012-14` among months: a part that its year does not have.
    PartOutOfRange {
        /// The part written.
        part: u32,
        /// The last part there is; the first is 1.
        last: u32,
    },
    /// A date, most likely Excel's: `Dec-11`, `11-Dec`, `01/12/2011`.
    ExcelDate {
        /// The one period of the declared kind which Excel changes to this date; `None` where there is no such period.
        restored: Option<Period>,
    },
    /// A date that is the last day of a period of the declared kind: likely that period, but a person must say so.
    EndDate {
        /// The period that ends on it.
        proposed: Period,
    },
    /// `41365`: how Excel stores a date.
    ExcelSerial {
        /// The date.
        day: NaiveDate,
        /// The period of the declared kind which Excel changes to this date, or among dates the date; `None` where there is none.
        restored: Option<Period>,
    },
    /// A year outside `FIRST_YEAR` to `LAST_YEAR`: one that is written, or that the period would reach into.
    YearOutOfRange(i32),
    /// Several years, but not as many as the kind has: `2010-2013` where three are expected.
    WrongSpan {
        /// How many years the text spans, the first and the last counted.
        years: i32,
    },
    /// A day or a month no calendar has.
    ImpossibleDate,
    /// Among dates, a day and a month in an order only a person can know; at least one reading exists.
    DayMonthYear {
        /// Read as day, month, year, where such a day exists.
        day_first: Option<NaiveDate>,
        /// Read as month, day, year, where such a day exists; the same day where both numbers are equal.
        month_first: Option<NaiveDate>,
    },
    /// Among dates, a day beyond doubt that is not written `YYYY-MM-DD`: `31 March 2013`, `2013/03/31`.
    CertainDate(NaiveDate),
}
