//! Periods, dates and lags: which stretch of time a figure is for, how people write it, and when it is due; working days, and the
//! days that a rule such as "last Wednesday of July" gives.
//!
//! Nothing here reads the clock. Everything lies within the years [`FIRST_YEAR`] to [`LAST_YEAR`]; what would leave them is `None`.

pub mod bank_holidays;
pub mod date;
mod kind;
mod lag;
mod month;
mod notice;
mod performance_year;
mod period;
mod recurrence;
pub mod spelling;
mod working_days;

pub use date::read_iso;
pub use kind::Kind;
pub use lag::{Lag, LagMisread, LagUnit};
pub use notice::Notice;
pub use performance_year::PerformanceYear;
pub use period::{FIRST_YEAR, LAST_YEAR, Period};
pub use recurrence::{Recurrence, RecurrenceMisread};
pub use spelling::{Misread, Spelling, Spelt, read_any};
pub use working_days::{is_working_day, working_days_before, working_days_until};
