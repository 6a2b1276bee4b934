//! Whether performance has reached the level at which a case may close (`docs/format.md`, "The acceptable level").

use super::rating::RatingLevel;
use super::series::{Figure, Series};
use crate::number::Exact;
use crate::registers::{Acceptable, AcceptableLevel, Comparison};
use crate::time::Period;

/// Whether the latest readings, as many as the level asks for and all of periods later than `after`, reach it. `after` is the
/// latest period known on the day of the decision; nothing where none was. Blank rows neither count nor interrupt.
#[must_use]
pub fn is_acceptable(series: &Series<'_>, acceptable: Acceptable, after: Option<Period>) -> bool {
    let wanted = usize::try_from(acceptable.readings).unwrap_or(usize::MAX);
    let latest_first = series.known.rows().iter().rev().filter(|row| row.value.is_some());
    let latest: Vec<Period> = latest_first.map(|row| row.period).take(wanted).collect();
    let reaches = |period: Period| {
        let is_later = after.is_none_or(|after| period > after);
        is_later && series.figure(period).is_some_and(|figure| series.reaches(acceptable.level, &figure))
    };
    latest.len() == wanted && latest.into_iter().all(reaches)
}

impl Series<'_> {
    fn reaches(&self, level: AcceptableLevel, figure: &Figure) -> bool {
        match level {
            AcceptableLevel::OnTarget => {
                let assessment = self.assess(&self.indicator.tracks(self.as_of), figure).ok();
                let decisive = assessment.as_ref().and_then(|assessment| assessment.decisive());
                decisive.is_some_and(|decisive| decisive.rating.level == RatingLevel::Green)
            }
            AcceptableLevel::Figure(comparison, level) => {
                // What is missing from a total only adds to it.
                let is_known = !(figure.is_incomplete() && comparison.is_ceiling());
                is_known && holds(comparison, &figure.value, &Exact::from(level))
            }
        }
    }
}

fn holds(comparison: Comparison, value: &Exact, level: &Exact) -> bool {
    match comparison {
        Comparison::AtMost => value <= level,
        Comparison::LessThan => value < level,
        Comparison::AtLeast => value >= level,
        Comparison::MoreThan => value > level,
    }
}
