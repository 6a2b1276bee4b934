//! What the figures say of one indicator: four questions kept apart, and whether the figure is there at all.
//!
//! Each question has a file, pure and without knowledge of the others: `due` what the target asks for at a period,
//! `rating` how the figure stands to it, `direction` which way it went, `timeliness` whether a figure is owed. The
//! formulas and where each comes from are in `docs/methods.md`.

mod acceptable;
mod direction;
mod due;
mod figures;
mod rating;
mod running;
mod series;
mod timeliness;
mod verdict;
mod why;
mod words;

pub use acceptable::is_acceptable;
pub use direction::{Compared, Course, Direction};
pub use due::{Aside, AsideReason, Due, How, Level, Point, Span, WholeYear};
pub use figures::{Figures, percentage, share};
pub use rating::{Assessment, Measured, Outcome, Rating, RatingLevel, TrackVerdict, Variance};
pub use running::{MOST, is_short_of_green, red_running};
pub use series::{Amount, Figure, Series, Start, Total};
pub use timeliness::{Owed, all_owed, owed};
pub use verdict::{Latest, State, Stretch, Verdict, judge};
pub use why::why;
pub use words::Words;
