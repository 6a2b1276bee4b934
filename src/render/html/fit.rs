//! How much room a table takes, and below which width its rows stand as blocks instead.

use unicode_width::UnicodeWidthStr;

use crate::document::{Align, Column, Importance, Table};

/// What a table may take that is a table in every window: 320 pixels, in tenths of an em.
const TELEPHONE: usize = 200;

/// Widths of a window below which a table's rows become blocks, in em.
const STEPS: [(usize, &str); 5] = [(32, "from-32"), (48, "from-48"), (64, "from-64"), (72, "from-72"), (80, "from-80")];

/// The width of a character of text in a table, in tenths of an em of the page.
const CHARACTER: usize = 5;

/// The space beside a column, in tenths of an em.
const GAP: usize = 14;

/// The margins of the page, in tenths of an em.
const MARGINS: usize = 30;

/// The longest word that is never broken, in characters.
const WHOLE_WORD: usize = 18;

/// What a table takes at most on upright paper, in tenths of an em: 178 millimetres.
const PAPER: usize = 420;

/// From which width on the columns of a table stand side by side.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Layout {
    /// Whatever the width.
    Always,
    /// From a width on, which the class names; below it rows are blocks.
    From(&'static str),
}

impl Layout {
    /// That of a table, by what its columns take.
    pub fn of(table: &Table) -> Self {
        let demand = demand(table) + MARGINS;
        if demand <= TELEPHONE {
            return Self::Always;
        }
        let step = STEPS.iter().find(|(width, _)| demand <= width * 10).or(STEPS.last());
        step.map_or(Self::Always, |(_, class)| Self::From(class))
    }

    pub fn class(self) -> &'static str {
        match self {
            Self::Always => "always",
            Self::From(class) => class,
        }
    }

    /// The role of a part of a table, where it has to be said: a browser may take what does not look like a table for none.
    pub fn role(self, role: &'static str) -> Option<&'static str> {
        (self != Self::Always).then_some(role)
    }
}

/// The widths that the style sheet has rules for, in em.
pub fn widths() -> impl Iterator<Item = usize> {
    STEPS.iter().map(|(width, _)| *width)
}

/// Whether a table is too wide for upright paper.
pub fn is_wide(table: &Table) -> bool {
    demand(table) > PAPER
}

/// The part of the width that each column for people takes, in percent, so that it stands in the same place in every group.
pub fn shares(table: &Table) -> Vec<usize> {
    let widths = widths_of(table);
    let all = widths.iter().sum::<usize>().max(1);
    widths.iter().map(|width| width * 100 / all).collect()
}

/// Whether a text has a word that is too long for its column, and may be broken.
pub fn has_long_word(text: &str) -> bool {
    text.split_whitespace().any(|word| word.width() > WHOLE_WORD)
}

/// What the columns take side by side, in tenths of an em.
fn demand(table: &Table) -> usize {
    widths_of(table).iter().sum()
}

/// What each column for people takes, in tenths of an em.
fn widths_of(table: &Table) -> Vec<usize> {
    let columns = table.columns.iter().enumerate().filter_map(|(at, it)| Some((at, it, it.heading.as_ref()?)));
    let widths = columns.enumerate().map(|(place, (at, column, heading))| {
        let cells = table.rows().filter_map(|row| row.cells.get(at)).map(|cell| cell.shown.as_str());
        width(place, column, heading, cells) * CHARACTER + GAP
    });
    widths.collect()
}

/// In characters: as much as its longest text takes, and no more than is comfortable; but no word of the heading is broken.
fn width<'a>(place: usize, column: &Column, heading: &str, cells: impl Iterator<Item = &'a str>) -> usize {
    let comfort = match (place, column.align, column.importance) {
        (0, ..) => 26,
        (_, Align::Right, _) => 12,
        (_, _, Importance::Sentence) => 34,
        _ => 14,
    };
    let longest_word =
        |text: &str| text.split_whitespace().map(UnicodeWidthStr::width).max().unwrap_or(0).min(WHOLE_WORD);
    let needed = cells.map(|text| text.width().min(comfort).max(longest_word(text))).max().unwrap_or(0);
    needed.max(longest_word(heading))
}

#[cfg(test)]
mod tests {
    use super::{Layout, is_wide, shares};
    use crate::document::{Cell, Column, Group, Row, Table};

    fn table(columns: usize, text: &str) -> Table {
        Table {
            caption: String::new(),
            notes: vec![],
            columns: (0..columns).map(|_| Column::people("Heading")).collect(),
            groups: vec![Group {
                title: String::new(),
                notes: vec![],
                rows: vec![Row { cells: vec![Cell::text(text); columns] }],
            }],
        }
    }

    #[test]
    fn a_table_that_fits_a_telephone_is_always_a_table() {
        assert_eq!(Layout::of(&table(2, "short")).class(), "always");
    }

    #[test]
    fn the_more_a_table_takes_the_wider_the_window_it_needs() {
        let classes = [2, 4, 6, 8, 40].map(|columns| Layout::of(&table(columns, "so many words")).class());
        assert_eq!(classes, ["always", "from-48", "from-64", "from-72", "from-80"]);
    }

    #[test]
    fn a_long_title_takes_no_more_than_is_comfortable() {
        assert_eq!(Layout::of(&table(1, &"word ".repeat(2000))).class(), "always");
    }

    #[test]
    fn columns_share_the_width_by_what_they_take() {
        let mut table = table(3, "short");
        table.groups[0].rows[0].cells[0] = Cell::text("a title that is as long as is comfortable");
        assert_eq!(shares(&table), [59, 20, 20]);
    }

    #[test]
    fn paper_is_turned_for_a_wide_table_only() {
        assert!(!is_wide(&table(4, "so many words")));
        assert!(is_wide(&table(9, "so many words")));
    }
}
