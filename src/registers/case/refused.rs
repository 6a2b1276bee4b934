//! Why a case cannot take a step.

use chrono::NaiveDate;

use crate::{text, time};

/// Why a case cannot take a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    /// It was opened before.
    AlreadyOpened(NaiveDate),
    /// It is before the Board, and there is nobody to escalate it to.
    AlreadyWithTheBoard(NaiveDate),
    /// Only the Board decides, and the Performance Group has it.
    NotWithTheBoard,
    /// The Board has it and has not decided.
    Undecided,
    AlreadyClosed(NaiveDate),
    /// The step before it was taken on a later day.
    Before(NaiveDate),
}

impl Refused {
    /// Why the case of an id cannot.
    #[must_use]
    pub fn words(self, id: &str) -> String {
        let id = text::quoted(id);
        let day = time::date::day;
        match self {
            Self::AlreadyOpened(on) => format!("case {id} was opened already, on {}", day(on)),
            Self::AlreadyWithTheBoard(since) => format!("case {id} has been with the Board since {}", day(since)),
            Self::NotWithTheBoard => format!("case {id} is with the Performance Group, and only the Board decides"),
            Self::Undecided => format!("case {id} is with the Board, which has not decided"),
            Self::AlreadyClosed(on) => format!("case {id} was closed on {}", day(on)),
            Self::Before(last) => format!("case {id} had reached {}", day(last)),
        }
    }
}
