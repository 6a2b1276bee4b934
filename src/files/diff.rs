//! A change as people read it: what is taken away, what is put there, and the lines around.

use std::borrow::Cow;

use super::Change;
use crate::text;

/// Lines shown before and after what is changed.
const CONTEXT: usize = 3;

/// How far apart two equal lines are looked for. What lies further apart is shown as changed, which is true as well.
const REACH: usize = 16;

/// What became of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Line<'a> {
    Kept(&'a str),
    Old(&'a str),
    New(&'a str),
}

/// The change of a file in the manner of `diff -u`, nothing invisible left invisible; empty where nothing changes.
#[must_use]
pub fn diff(change: &Change) -> String {
    let (old, new) = (text_of(change.before.as_deref()), text_of(change.after.as_deref()));
    let lines = compare(&lines_of(&old), &lines_of(&new));
    let is_shown = |place: usize| {
        let around = place.saturating_sub(CONTEXT)..(place + CONTEXT + 1).min(lines.len());
        lines[around].iter().any(|line| !matches!(line, Line::Kept(_)))
    };
    let mut shown = String::new();
    let (mut old_number, mut new_number) = (0, 0);
    let mut is_open = false;
    for (place, line) in lines.iter().enumerate() {
        old_number += usize::from(!matches!(line, Line::New(_)));
        new_number += usize::from(!matches!(line, Line::Old(_)));
        if !is_shown(place) {
            is_open = false;
            continue;
        }
        if !is_open {
            shown.push_str(&format!("@@ from line {} @@\n", old_number.max(new_number)));
            is_open = true;
        }
        let (sign, text) = match line {
            Line::Kept(text) => (' ', text),
            Line::Old(text) => ('-', text),
            Line::New(text) => ('+', text),
        };
        shown.push_str(&format!("{sign}{}\n", text::visible(text)));
    }
    if shown.is_empty() { shown } else { format!("--- {0}\n+++ {0}\n{shown}", text::visible(&change.path)) }
}

fn text_of(bytes: Option<&[u8]>) -> Cow<'_, str> {
    String::from_utf8_lossy(bytes.unwrap_or_default())
}

/// The lines without the line feeds that end them.
fn lines_of(text: &str) -> Vec<&str> {
    text.split_inclusive('\n').map(|line| line.strip_suffix('\n').unwrap_or(line)).map(without_return).collect()
}

fn without_return(line: &str) -> &str {
    line.strip_suffix('\r').unwrap_or(line)
}

/// What became of each line. Where two differ the nearest pair of equal ones further on is where both go on.
fn compare<'a>(old: &[&'a str], new: &[&'a str]) -> Vec<Line<'a>> {
    let mut lines = Vec::with_capacity(old.len().max(new.len()));
    let (mut at_old, mut at_new) = (0, 0);
    while at_old < old.len() || at_new < new.len() {
        let equal = next_equal(&old[at_old..], &new[at_new..]);
        let (skip_old, skip_new) = equal.unwrap_or((1, 1));
        let until = |at: usize, skip: usize, end: usize| at..(at + skip).min(end);
        lines.extend(old[until(at_old, skip_old, old.len())].iter().map(|line| Line::Old(line)));
        lines.extend(new[until(at_new, skip_new, new.len())].iter().map(|line| Line::New(line)));
        at_old = (at_old + skip_old).min(old.len());
        at_new = (at_new + skip_new).min(new.len());
        if equal.is_some() {
            lines.push(Line::Kept(old[at_old]));
            at_old += 1;
            at_new += 1;
        }
    }
    lines
}

/// How many lines of each lie before the nearest pair of equal ones; nothing where there is none within reach.
fn next_equal(old: &[&str], new: &[&str]) -> Option<(usize, usize)> {
    let pairs = (0..=REACH).flat_map(|together| (0..=together).map(move |skip| (skip, together - skip)));
    pairs.into_iter().find(|&(skip_old, skip_new)| {
        let pair = old.get(skip_old).zip(new.get(skip_new));
        pair.is_some_and(|(one, other)| one == other)
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn shown(old: &str, new: &str) -> String {
        let bytes = |text: &str| Some(text.as_bytes().to_vec());
        diff(&Change { path: "data/x.csv".to_owned(), before: bytes(old), after: bytes(new) })
    }

    #[test]
    fn a_new_row_is_shown_with_the_lines_around_it() {
        let old = "period,value\n2008,1\n2009,2\n2010,3\n2011,4\n2012,5\n";
        let expected = "--- data/x.csv\n+++ data/x.csv\n@@ from line 4 @@\n 2010,3\n 2011,4\n 2012,5\n+2013,6\n";
        assert_eq!(shown(old, &format!("{old}2013,6\n")), expected);
        assert_eq!(shown(old, old), "");
    }

    #[test]
    fn nothing_in_a_line_acts_on_the_terminal() {
        assert_eq!(shown("", "a\u{1b}[31m\r\n"), "--- data/x.csv\n+++ data/x.csv\n@@ from line 1 @@\n+a␛[31m\n");
    }

    proptest! {
        #[test]
        fn the_old_lines_and_the_new_ones_are_all_there_in_their_order(old in "[abc\n]{0,40}", new in "[abc\n]{0,40}") {
            let (old, new) = (lines_of(&old), lines_of(&new));
            let lines = compare(&old, &new);
            let mut of_old = Vec::new();
            let mut of_new = Vec::new();
            for line in lines {
                match line {
                    Line::Kept(text) => {
                        of_old.push(text);
                        of_new.push(text);
                    }
                    Line::Old(text) => of_old.push(text),
                    Line::New(text) => of_new.push(text),
                }
            }
            prop_assert_eq!((of_old, of_new), (old, new));
        }
    }
}
