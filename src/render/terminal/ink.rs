//! Colour and weight, as marks that take no width until the layout is done.
//!
//! comfy-table can colour a cell itself, through crossterm; but crossterm reads `NO_COLOR`, and on Windows asks the
//! console, while a line is being formatted. So text carries a mark where a code belongs (U+206A to U+206F:
//! invisible, without width, and never in cleaned text), every layout measures it as nothing, and the last step
//! writes the codes or drops the marks.

use crate::document::Tone;

/// How a stretch of text is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ink {
    Bold,
    Good,
    Caution,
    Bad,
    Muted,
}

const INKS: [Ink; 5] = [Ink::Bold, Ink::Good, Ink::Caution, Ink::Bad, Ink::Muted];
const END: char = '\u{206F}';

impl Ink {
    /// The ink of a tone; `None` where the tone is plain.
    pub fn of(tone: Tone) -> Option<Self> {
        match tone {
            Tone::Plain => None,
            Tone::Good => Some(Self::Good),
            Tone::Caution => Some(Self::Caution),
            Tone::Bad => Some(Self::Bad),
            Tone::Muted => Some(Self::Muted),
        }
    }

    fn mark(self) -> char {
        match self {
            Self::Bold => '\u{206A}',
            Self::Good => '\u{206B}',
            Self::Caution => '\u{206C}',
            Self::Bad => '\u{206D}',
            Self::Muted => '\u{206E}',
        }
    }

    fn code(self) -> &'static str {
        match self {
            Self::Bold => "\u{1b}[1m",
            Self::Good => "\u{1b}[32m",
            Self::Caution => "\u{1b}[33m",
            Self::Bad => "\u{1b}[1;31m",
            Self::Muted => "\u{1b}[2m",
        }
    }

    fn marked(mark: char) -> Option<Self> {
        INKS.into_iter().find(|ink| ink.mark() == mark)
    }
}

/// The text with marks about it; unchanged where there is no ink or no text.
pub fn mark(text: String, ink: Option<Ink>) -> String {
    match ink {
        Some(ink) if !text.is_empty() => format!("{}{text}{END}", ink.mark()),
        _ => text,
    }
}

/// Ends the ink at the end of each line and takes it up again on the next, so that it never runs into a neighbouring
/// column or a margin.
pub fn balance(lines: &mut [String]) {
    let mut open = None;
    for line in lines {
        let carried: Option<Ink> = open;
        if let Some(last) = line.chars().rev().find(|&character| is_mark(character)) {
            open = Ink::marked(last);
        }
        if let Some(ink) = carried {
            line.insert(0, ink.mark());
        }
        if open.is_some() {
            line.push(END);
        }
    }
}

/// The laid-out text with escape codes in place of marks.
pub fn dye(text: &str) -> String {
    replace(text, |mark| Ink::marked(mark).map_or("\u{1b}[0m", Ink::code))
}

/// The laid-out text without its marks.
pub fn bleach(text: &str) -> String {
    replace(text, |_| "")
}

fn is_mark(character: char) -> bool {
    matches!(character, '\u{206A}'..=END)
}

fn replace(text: &str, code: impl Fn(char) -> &'static str) -> String {
    let mut replaced = String::with_capacity(text.len());
    for piece in text.split_inclusive(is_mark) {
        match piece.chars().next_back().filter(|&last| is_mark(last)) {
            Some(mark) => {
                replaced.push_str(piece.trim_end_matches(mark));
                replaced.push_str(code(mark));
            }
            None => replaced.push_str(piece),
        }
    }
    replaced
}

#[cfg(test)]
mod tests {
    use unicode_width::UnicodeWidthStr;

    use super::{INKS, Ink, balance, bleach, dye, mark};

    #[test]
    fn marks_take_no_width() {
        for ink in INKS {
            assert_eq!(mark("red".to_owned(), Some(ink)).width(), 3);
        }
    }

    #[test]
    fn dyed_text_has_codes_and_bleached_text_none() {
        let text = format!("a {} b", mark("red".to_owned(), Some(Ink::Bad)));
        assert_eq!(dye(&text), "a \u{1b}[1;31mred\u{1b}[0m b");
        assert_eq!(bleach(&text), "a red b");
    }

    #[test]
    fn empty_text_takes_no_ink() {
        assert_eq!(mark(String::new(), Some(Ink::Bold)), "");
    }

    #[test]
    fn ink_that_runs_over_a_line_end_is_ended_and_taken_up_again() {
        let text = mark("one two three".to_owned(), Some(Ink::Good));
        let mut lines: Vec<String> = text.split(' ').map(str::to_owned).collect();
        balance(&mut lines);
        assert!(lines.iter().all(|line| dye(line).starts_with("\u{1b}[32m") && dye(line).ends_with("\u{1b}[0m")));
    }
}
