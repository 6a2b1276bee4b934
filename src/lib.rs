//! A Health and Wellbeing Board's strategy, indicators and targets in plain text: read, checked, judged and composed into
//! papers.
//!
//! One way leads through the library, and each module uses only those above it:
//!
//! 1. [`limits`], [`parallel`], [`text`], [`number`], [`time`], [`source`]: what is too much, all cores, words, exact figures,
//!    periods, places in a file.
//! 2. [`finding`]: what is wrong with a file; [`files`]: the only way to files; [`conflict`]: what git left in one; [`csv`],
//!    [`encoding`] and [`toml`]: readers that know where everything stands.
//! 3. [`strategy`]: what was declared, read and checked; [`table`]: a CSV file row by row, its shape and characters checked;
//!    [`readings`], [`commentary`] and [`registers`]: what was measured, what is said of it, and what is done about it;
//!    [`repair`]: files mended and put into canonical form.
//! 4. [`workspace`]: the strategy, its readings one indicator at a time, its commentary and its registers.
//! 5. [`judge`]: the questions about one indicator, one pure file a question.
//! 6. [`board`]: the Answers, what a command found out.
//! 7. [`document`] and [`paper`]: an Answer as words for people; [`render`] and [`json`]: every output format;
//!    [`downloads`]: the figures as files for everybody.
//!
//! The binary adds arguments, the clock and the terminal.

pub mod board;
pub mod commentary;
pub mod conflict;
pub mod csv;
pub mod document;
pub mod downloads;
pub mod encoding;
pub mod files;
pub mod finding;
pub mod json;
pub mod judge;
pub mod limits;
pub mod number;
pub mod paper;
pub mod parallel;
pub mod readings;
pub mod registers;
pub mod render;
pub mod repair;
pub mod source;
pub mod strategy;
pub mod table;
pub mod text;
pub mod time;
pub mod toml;
pub mod workspace;
