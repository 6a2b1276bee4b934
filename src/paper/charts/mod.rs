//! The charts of papers: what is drawn of a measure, and the words around the drawing.
//!
//! Nothing is drawn that a table does not say, and no words claim more than the verdict: a chart tells of the figures known on the day,
//! rated by the targets of that day.

mod breaks;
mod groups;
mod line;
mod multiples;
mod series;
mod target;
mod words;

pub use groups::groups;
pub use line::line;
pub use multiples::multiples;

#[cfg(test)]
mod tests;
