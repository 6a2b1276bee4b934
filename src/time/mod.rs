//! Periods, dates and lags: which stretch of time a figure is for, how people write it, and when it is due.
//!
//! Nothing here reads the clock. Everything lies within the years [`FIRST_YEAR`] to [`LAST_YEAR`]; what would leave them is `None`.

pub mod date;
mod kind;
mod lag;
mod month;
mod notice;
mod performance_year;
mod period;
pub mod spelling;

pub use date::read_iso;
pub use kind::Kind;
pub use lag::{Lag, LagMisread, LagUnit};
pub use notice::Notice;
pub use performance_year::PerformanceYear;
pub use period::{FIRST_YEAR, LAST_YEAR, Period};
pub use spelling::{Misread, Spelling, Spelt, read_any};
