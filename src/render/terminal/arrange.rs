//! Which columns of a table stand side by side in a width, and how wide each is.

use crate::document::Importance;

/// Empty cells between two columns.
pub const GAP: usize = 2;

/// The first column, usually a title, is not squeezed below this.
const FIRST_MIN: usize = 20;

/// What the first column may ask for before details make room for it: one long title among thirty must not move
/// every detail off its column when the title wraps well.
const FIRST_COMFORT: usize = 40;

/// A word up to this width is never broken in a column, so no figure is: "12" over "345" reads as two numbers.
const WHOLE_WORD: usize = 12;

/// What a column would take.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Measure {
    /// Its place in the table.
    pub index: usize,
    pub importance: Importance,
    /// The width of its widest cell or heading.
    pub natural: usize,
    /// The width of the widest word in it.
    pub word: usize,
}

/// Where each column goes.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Arrangement {
    /// The columns side by side, as place in the table and width.
    pub beside: Vec<(usize, usize)>,
    /// The places of those on a line beneath each row, in order.
    pub beneath: Vec<usize>,
}

/// Details go beneath, from the right, until the natural widths fit. Then cells wrap: the first column down to 20,
/// the others, widest first, down to their longest word. Where even that is too wide for the screen, essential
/// columns go beneath too, from the right: better than a broken figure.
pub fn arrange(measures: &[Measure], width: usize) -> Arrangement {
    let mut beside = measures.to_vec();
    let mut beneath = Vec::new();
    while demand(&beside) > width
        && let Some(detail) = last_detail(&beside)
    {
        beneath.push(beside.remove(detail).index);
    }
    loop {
        if let Some(widths) = fit(&beside, width) {
            beneath.sort_unstable();
            let beside = beside.iter().map(|column| column.index).zip(widths).collect();
            return Arrangement { beside, beneath };
        }
        beneath.extend(beside.pop().map(|column| column.index));
    }
}

/// The last detail, the first column not counted: a row needs something to stand above its details.
fn last_detail(columns: &[Measure]) -> Option<usize> {
    let found = columns.iter().rposition(|column| column.importance == Importance::Detail);
    found.filter(|&at| at > 0)
}

fn demand(columns: &[Measure]) -> usize {
    let Some((first, others)) = columns.split_first() else {
        return 0;
    };
    let others: usize = others.iter().map(|column| column.natural + GAP).sum();
    first.natural.min(FIRST_COMFORT) + others
}

/// A width for each column; `None` where they do not fit without breaking words that should stay whole.
fn fit(columns: &[Measure], width: usize) -> Option<Vec<usize>> {
    let Some((first, others)) = columns.split_first() else {
        return Some(Vec::new());
    };
    if others.is_empty() {
        return Some(vec![first.natural.min(width)]);
    }
    let available = width.checked_sub(GAP * others.len())?;
    let room = available.checked_sub(first.natural.min(FIRST_MIN))?;
    let others = squeeze(others, room)?;
    let left = available - others.iter().sum::<usize>();
    let mut widths = vec![first.natural.min(left)];
    widths.extend(others);
    Some(widths)
}

/// Takes a cell at a time from the widest column that can spare one.
fn squeeze(columns: &[Measure], room: usize) -> Option<Vec<usize>> {
    let floors: Vec<usize> = columns.iter().map(|column| column.word.min(WHOLE_WORD)).collect();
    let mut widths: Vec<usize> = columns.iter().map(|column| column.natural.min(room)).collect();
    for (width, floor) in widths.iter_mut().zip(&floors) {
        *width = (*width).max(*floor);
    }
    while widths.iter().sum::<usize>() > room {
        let spare = (0..widths.len()).filter(|&at| widths[at] > floors[at]);
        let widest = spare.max_by_key(|&at| widths[at])?;
        widths[widest] -= 1;
    }
    Some(widths)
}

#[cfg(test)]
mod tests {
    use super::{Arrangement, Measure, arrange};
    use crate::document::Importance::{Detail, Essential};

    fn columns(columns: &[(crate::document::Importance, usize, usize)]) -> Vec<Measure> {
        let measure = |(index, &(importance, natural, word))| Measure { index, importance, natural, word };
        columns.iter().enumerate().map(measure).collect()
    }

    fn arranged(beside: &[(usize, usize)], beneath: &[usize]) -> Arrangement {
        Arrangement { beside: beside.to_vec(), beneath: beneath.to_vec() }
    }

    #[test]
    fn columns_that_fit_have_their_natural_widths() {
        let columns = columns(&[(Essential, 10, 5), (Detail, 10, 5)]);
        assert_eq!(arrange(&columns, 22), arranged(&[(0, 10), (1, 10)], &[]));
    }

    #[test]
    fn details_go_beneath_from_the_right_and_only_as_many_as_needed() {
        let columns = columns(&[(Essential, 10, 5), (Detail, 10, 5), (Essential, 10, 5), (Detail, 10, 5)]);
        assert_eq!(arrange(&columns, 45), arranged(&[(0, 10), (1, 10), (2, 10)], &[3]));
        assert_eq!(arrange(&columns, 30), arranged(&[(0, 10), (2, 10)], &[1, 3]));
    }

    #[test]
    fn the_first_column_takes_what_remains() {
        let columns = columns(&[(Essential, 100, 9), (Essential, 10, 10)]);
        assert_eq!(arrange(&columns, 80), arranged(&[(0, 68), (1, 10)], &[]));
    }

    #[test]
    fn one_long_title_does_not_move_the_details() {
        let columns = columns(&[(Essential, 10_000, 9), (Detail, 20, 10)]);
        assert_eq!(arrange(&columns, 80), arranged(&[(0, 58), (1, 20)], &[]));
    }

    #[test]
    fn the_widest_of_the_others_wraps_before_the_first_is_below_its_least() {
        let columns = columns(&[(Essential, 50, 9), (Essential, 40, 8), (Essential, 6, 6)]);
        assert_eq!(arrange(&columns, 40), arranged(&[(0, 20), (1, 10), (2, 6)], &[]));
    }

    #[test]
    fn an_essential_column_goes_beneath_rather_than_break_a_figure() {
        let columns = columns(&[(Essential, 50, 9), (Essential, 10, 10), (Essential, 10, 10)]);
        assert_eq!(arrange(&columns, 40), arranged(&[(0, 28), (1, 10)], &[2]));
    }

    #[test]
    fn a_first_column_that_is_a_detail_stays() {
        let columns = columns(&[(Detail, 50, 9)]);
        assert_eq!(arrange(&columns, 40), arranged(&[(0, 40)], &[]));
    }

    #[test]
    fn no_columns_are_no_trouble() {
        assert_eq!(arrange(&[], 40), Arrangement::default());
    }
}
