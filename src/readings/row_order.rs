//! Which way the rows of a file run.

use std::cmp::Reverse;
use std::collections::HashMap;

use crate::time::Period;

/// The order of the periods in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RowOrder {
    EarliestFirst,
    LatestFirst,
}

/// A period as it is ranked: the lesser stands above.
pub(super) type Rank = (Option<Period>, Option<Reverse<Period>>);

impl RowOrder {
    /// The order of rows, each with its group, in which more of them follow upon the one before of their group; the earliest first
    /// where neither does.
    pub(super) fn of<'a>(rows: impl Iterator<Item = (Option<&'a str>, Period)>) -> Self {
        let mut last: HashMap<Option<&str>, Period> = HashMap::new();
        let (mut later, mut earlier) = (0_usize, 0_usize);
        for (group, period) in rows {
            if let Some(before) = last.insert(group, period) {
                later += usize::from(period > before);
                earlier += usize::from(period < before);
            }
        }
        if earlier > later { Self::LatestFirst } else { Self::EarliestFirst }
    }

    pub(super) fn rank(self, period: Period) -> Rank {
        match self {
            Self::EarliestFirst => (Some(period), None),
            Self::LatestFirst => (None, Some(Reverse(period))),
        }
    }
}
