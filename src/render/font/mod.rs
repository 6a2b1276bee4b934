//! The font that charts are painted with, and how wide a text is in it.
//!
//! It is Arimo, which is as wide as Arial and Helvetica letter for letter, so that what fits here fits on a page too. README.md beside
//! the files says where they are from.

use std::sync::OnceLock;

use skrifa::MetadataProvider;
use skrifa::charmap::Charmap;
use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::GlyphMetrics;
use unicode_width::UnicodeWidthChar;

/// The files, for what paints with them.
pub const FILES: [&[u8]; 2] = [REGULAR, BOLD];

/// The family they are of.
pub const FAMILY: &str = "Arimo";

const REGULAR: &[u8] = include_bytes!("Arimo-Regular.ttf");
const BOLD: &[u8] = include_bytes!("Arimo-Bold.ttf");

/// Holds what stands on its sides together on one line.
pub const NO_BREAK_SPACE: char = '\u{A0}';

/// How heavy letters are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weight {
    Regular,
    Bold,
}

/// How wide a text is at a size, in the same measure as the size. Letters the font does not have are taken to be wide.
pub fn width(text: &str, weight: Weight, size: f64) -> f64 {
    let advances = Advances::of(weight);
    text.chars().map(|character| advances.of_character(character)).sum::<f64>() * size
}

/// The text in lines no wider than that, broken between words; what does not fit in so many lines is left out and `…` says so.
///
/// At least one line, which is empty where the text is.
pub fn wrapped(text: &str, weight: Weight, size: f64, widest: f64, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(can_break).filter(|word| !word.is_empty()) {
        let is_full = lines.len() >= most;
        match lines.last_mut() {
            Some(line) => {
                let longer = format!("{line} {word}");
                let fits = width(&longer, weight, size) <= widest;
                match (fits, is_full) {
                    (true, _) => *line = longer,
                    (false, false) => lines.push(word.to_owned()),
                    (false, true) => {
                        // Cut below.
                        *line = longer;
                        break;
                    }
                }
            }
            None => lines.push(word.to_owned()),
        }
    }
    if lines.is_empty() {
        lines.push(String::new());
    }
    lines.iter().map(|line| shortened(line, weight, size, widest)).collect()
}

fn can_break(character: char) -> bool {
    character.is_whitespace() && character != NO_BREAK_SPACE
}

/// The text, or as much of its beginning as fits with `…` after it.
pub fn shortened(text: &str, weight: Weight, size: f64, widest: f64) -> String {
    const ELLIPSIS: char = '…';
    let advances = Advances::of(weight);
    let room = widest / size - advances.of_character(ELLIPSIS);
    let mut gone = 0.0;
    // Where the text is cut if it turns out to be too wide.
    let mut cut = 0;
    for (at, character) in text.char_indices() {
        gone += advances.of_character(character);
        if gone <= room {
            cut = at + character.len_utf8();
        }
        if gone * size > widest {
            return format!("{}{ELLIPSIS}", text[..cut].trim_end());
        }
    }
    text.to_owned()
}

/// How far each character of a weight moves on, in parts of the size.
struct Advances {
    /// The characters nearly all texts are made of.
    basic: [f64; 256],
    /// What the others are looked up in; nothing only if the file could not be read.
    font: Option<(Charmap<'static>, GlyphMetrics<'static>)>,
}

impl Advances {
    fn of(weight: Weight) -> &'static Self {
        static ALL: [OnceLock<Advances>; 2] = [OnceLock::new(), OnceLock::new()];
        let [regular, bold] = &ALL;
        match weight {
            Weight::Regular => regular.get_or_init(|| Self::read(REGULAR)),
            Weight::Bold => bold.get_or_init(|| Self::read(BOLD)),
        }
    }

    fn read(file: &'static [u8]) -> Self {
        let font = skrifa::FontRef::new(file).ok();
        let font = font.map(|font| {
            // At a size of one.
            (font.charmap(), font.glyph_metrics(Size::new(1.0), LocationRef::default()))
        });
        let mut advances = Self { basic: [0.0; 256], font };
        for code in 0..=u8::MAX {
            advances.basic[usize::from(code)] = advances.looked_up(char::from(code));
        }
        advances
    }

    fn of_character(&self, character: char) -> f64 {
        let place = usize::try_from(u32::from(character)).unwrap_or(usize::MAX);
        self.basic.get(place).copied().unwrap_or_else(|| self.looked_up(character))
    }

    fn looked_up(&self, character: char) -> f64 {
        let known = self.font.as_ref().and_then(|(letters, metrics)| metrics.advance_width(letters.map(character)?));
        match known {
            Some(advance) => f64::from(advance),
            None => match character.width() {
                Some(0) | None => 0.0,
                Some(1) => 0.7,
                Some(_) => 1.0,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_as_wide_as_arial_says() {
        // The advances of "0" and "%" in Arial: 1139 and 1821 of 2048.
        let expected = (1139.0 + 1821.0) / 2048.0 * 16.0;
        assert!((width("0%", Weight::Regular, 16.0) - expected).abs() < 0.01);
        assert!(width("0%", Weight::Bold, 16.0) >= expected);
    }

    #[test]
    fn a_letter_the_font_does_not_have_is_taken_to_be_wide() {
        assert!((width("界", Weight::Regular, 10.0) - 10.0).abs() < 1e-9);
        assert!(width("עברית", Weight::Regular, 10.0) > 30.0);
    }

    #[test]
    fn lines_fit_and_what_is_left_out_is_said() {
        let lines = wrapped("Emergency admissions for hip fracture in people aged 65", Weight::Regular, 16.0, 120.0, 2);
        assert_eq!(lines, ["Emergency", "admissions for…"]);
        for line in &lines {
            assert!(width(line, Weight::Regular, 16.0) <= 120.0);
        }
        assert_eq!(
            wrapped("off target (2018/19\u{A0}Q4)", Weight::Regular, 16.0, 120.0, 2),
            ["off target", "(2018/19\u{A0}Q4)"]
        );
        assert_eq!(wrapped("", Weight::Regular, 16.0, 120.0, 2), [""]);
    }

    #[test]
    fn a_word_that_does_not_fit_is_cut() {
        let cut = shortened("Wolverhampton", Weight::Regular, 16.0, 60.0);
        assert!(cut.ends_with('…') && cut.starts_with("Wolv"), "{cut}");
        assert_eq!(shortened("Barnet", Weight::Regular, 16.0, 60.0), "Barnet");
    }
}
