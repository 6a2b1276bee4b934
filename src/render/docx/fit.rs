//! How wide the columns of a table are: by what stands in them, as far as the page goes.
//!
//! Widths are those of Arial's letters; a reader who has no Arial has another of the same widths, or a narrower one.

use crate::render::font::{self, Weight};

/// The size of the text in tables, in twentieths of a point: 11 points.
const EM: u32 = 220;

/// Left and right of what stands in a cell, together.
const PADDING: usize = 2 * 85 + 10;

/// What stands in a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// What each row is about.
    Names,
    Words,
    Sentences,
}

impl Kind {
    /// How wide a column has to be for its lines to read well, where it has that much to say.
    fn enough(self) -> usize {
        match self {
            Self::Names => 1_900,
            Self::Words => 1_450,
            Self::Sentences => 3_500,
        }
    }
}

/// A column is not made wider than this by one long word, such as a name nobody wrote with spaces.
const LONGEST_WORD: usize = 2_600;

/// What a column asks for, in twentieths of a point, with the padding.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Measure {
    /// Of its longest word: below this words break.
    pub least: usize,
    /// What it reads well at.
    pub fair: usize,
    /// Of its longest text on one line.
    pub natural: usize,
}

impl Measure {
    /// Of a column under a heading, with these texts in it.
    pub fn of<'a>(heading: &str, texts: impl Iterator<Item = &'a str>, kind: Kind) -> Self {
        let (mut whole, mut word) = (width(heading, Weight::Bold), longest_word(heading, Weight::Bold));
        for text in texts {
            whole = whole.max(width(text, Weight::Regular));
            word = word.max(longest_word(text, Weight::Regular));
        }
        let least = word.min(LONGEST_WORD);
        let fair = whole.min(kind.enough()).max(least);
        Self { least: least + PADDING, fair: fair + PADDING, natural: whole.max(fair) + PADDING }
    }
}

/// The widths of columns in a table on a page so wide; together they are no wider.
pub fn widths(measures: &[Measure], page: usize) -> Vec<usize> {
    let sum = |of: fn(&Measure) -> usize| measures.iter().map(of).sum::<usize>();
    let (least, fair, natural) = (sum(|it| it.least), sum(|it| it.fair), sum(|it| it.natural));
    if natural <= page {
        // A table that nearly fills the page fills it; a small one stays together, so that the eye finds the figure of its row.
        let whole = if 5 * natural > 3 * page { page } else { natural };
        return measures.iter().map(|it| it.natural * whole / natural.max(1)).collect();
    }
    if fair <= page {
        return between(measures, |it| it.fair, |it| it.natural, page - fair);
    }
    if least <= page {
        return between(measures, |it| it.least, |it| it.fair, page - least);
    }
    measures.iter().map(|it| (it.least * page / least).max(1)).collect()
}

/// The lower widths, with what there is to spare shared out by how far each is from its upper one.
fn between(
    measures: &[Measure],
    lower: fn(&Measure) -> usize,
    upper: fn(&Measure) -> usize,
    spare: usize,
) -> Vec<usize> {
    let wanted: usize = measures.iter().map(|it| upper(it) - lower(it)).sum();
    measures.iter().map(|it| lower(it) + spare * (upper(it) - lower(it)) / wanted.max(1)).collect()
}

/// Of the part of a text that no line breaks.
fn longest_word(text: &str, weight: Weight) -> usize {
    text.split([' ', '-']).map(|word| width(word, weight)).max().unwrap_or_default()
}

/// Of a text on one line, in twentieths of a point.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a width is no less than 0, and short of any limit"
)]
pub fn width(text: &str, weight: Weight) -> usize {
    font::width(text, weight, f64::from(EM)).ceil() as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    fn measure(texts: &[&str]) -> Measure {
        Measure::of(texts[0], texts[1..].iter().copied(), Kind::Words)
    }

    #[test]
    fn columns_that_fit_on_one_line_are_as_wide_as_their_text() {
        let measures = [measure(&["Indicator", "Smoking"]), measure(&["Latest", "15.3%"])];
        let widths = widths(&measures, 9_638);
        assert_eq!(widths, [measures[0].natural, measures[1].natural]);
    }

    #[test]
    fn no_table_is_wider_than_its_page_whatever_is_in_it() {
        let long = "x".repeat(10_000);
        let sentence = "many words ".repeat(500);
        let texts: [&[&str]; 4] = [&["a"], &[&long], &[&sentence], &[&long, &sentence]];
        for count in 1..40 {
            let measures: Vec<Measure> = (0..count).map(|place| measure(texts[place % 4])).collect();
            let widths = widths(&measures, 9_638);
            assert!(widths.iter().sum::<usize>() <= 9_638);
            assert!(widths.iter().all(|width| *width > 0));
        }
    }

    #[test]
    fn words_stay_whole_while_all_of_them_have_room() {
        let measures = [measure(&["Indicator"]), measure(&[&"sentence after sentence ".repeat(9)])];
        let widths = widths(&measures, 4_000);
        assert!(widths[0] >= measures[0].least);
    }
}
