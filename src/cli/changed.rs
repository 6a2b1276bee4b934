//! What a command would change in a file, line by line.

use anstyle::{AnsiColor, Style};
use hwb::encoding;
use hwb::text;
use hwb::workspace::Workspace;

const GONE: Style = AnsiColor::Red.on_default();
const NEW: Style = AnsiColor::Green.on_default();

/// How many changed lines are shown of one file; the rest are counted.
const LINES: usize = 60;

/// How far apart two equal lines are looked for. What lies further apart is shown as changed, which is true as well, and keeps the
/// time in proportion to the file where every line changes.
const REACH: usize = 16;

/// What became of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Line<'a> {
    Kept(&'a str),
    Gone(&'a str),
    New(&'a str),
}

/// The lines that differ: `-` what was there, `+` what would be. A line that may not be shown is withheld.
pub fn lines(workspace: &Workspace, path: &str, before: &[u8], after: &[u8]) -> String {
    let (before, after) = (readable(before), readable(after));
    let withheld = workspace.withheld(path, [before.as_str(), after.as_str()]);
    let is_withheld = |line: &str| withheld.as_ref().is_some_and(|withheld| withheld.has(line));
    let mut shown = String::new();
    let mut count = 0;
    for line in compare(&lines_of(&before), &lines_of(&after)) {
        let (sign, style, line) = match line {
            Line::Kept(_) => continue,
            Line::Gone(line) => ('-', GONE, line),
            Line::New(line) => ('+', NEW, line),
        };
        count += 1;
        if count > LINES {
            continue;
        }
        let line = if is_withheld(line) { "(withheld)".into() } else { text::visible(line) };
        shown.push_str(&format!("{style}  {sign} {line}{style:#}\n"));
    }
    match count {
        0 => "  every line reads the same: how they are encoded or ended changes\n".to_owned(),
        count if count > LINES => shown + &format!("  and {} more\n", text::count(count - LINES, "line")),
        _ => shown,
    }
}

/// The text of a file for the screen, whatever its encoding.
fn readable(bytes: &[u8]) -> String {
    encoding::from_utf16(bytes)
        .or_else(|| String::from_utf8(bytes.to_vec()).ok())
        .unwrap_or_else(|| encoding::from_windows_1252(bytes))
}

/// The lines, whichever way they end.
fn lines_of(text: &str) -> Vec<&str> {
    text.split_inclusive('\n')
        .flat_map(|line| {
            let line = line.strip_suffix('\n').unwrap_or(line);
            line.strip_suffix('\r').unwrap_or(line).split('\r')
        })
        .collect()
}

/// What became of each line. Where two differ the nearest pair of equal ones further on is where both go on.
fn compare<'a>(mut old: &[&'a str], mut new: &[&'a str]) -> Vec<Line<'a>> {
    let mut lines = Vec::with_capacity(old.len().max(new.len()));
    while !old.is_empty() || !new.is_empty() {
        let equal = next_equal(old, new);
        let (gone, come) = equal.unwrap_or((1, 1));
        let (gone, from_old) = old.split_at(gone.min(old.len()));
        let (come, from_new) = new.split_at(come.min(new.len()));
        lines.extend(gone.iter().map(|line| Line::Gone(line)));
        lines.extend(come.iter().map(|line| Line::New(line)));
        let kept = usize::from(equal.is_some());
        lines.extend(from_old[..kept].iter().map(|line| Line::Kept(line)));
        (old, new) = (&from_old[kept..], &from_new[kept..]);
    }
    lines
}

/// How many lines of each lie before the nearest pair of equal ones; nothing where there is none within reach.
fn next_equal(old: &[&str], new: &[&str]) -> Option<(usize, usize)> {
    let pairs = (0..=REACH).flat_map(|together| (0..=together).map(move |gone| (gone, together - gone)));
    pairs.into_iter().find(|&(gone, come)| old.get(gone).zip(new.get(come)).is_some_and(|(one, other)| one == other))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_row_put_between_others_is_the_only_one_that_is_new() {
        let lines = compare(&["period,value", "2008,1", "2010,3"], &["period,value", "2008,1", "2009,2", "2010,3"]);
        let expected = [Line::Kept("period,value"), Line::Kept("2008,1"), Line::New("2009,2"), Line::Kept("2010,3")];
        assert_eq!(lines, expected);
    }

    #[test]
    fn lines_are_the_same_whichever_way_they_end() {
        for text in ["a\nb\n", "a\r\nb\r\n", "a\rb\r", "a\r\nb"] {
            assert_eq!(lines_of(text), ["a", "b"], "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn the_old_lines_and_the_new_ones_are_all_there_in_their_order(old in "[abc\n]{0,40}", new in "[abc\n]{0,40}") {
            let (old, new) = (lines_of(&old), lines_of(&new));
            let mut of_old = Vec::new();
            let mut of_new = Vec::new();
            for line in compare(&old, &new) {
                match line {
                    Line::Kept(text) => {
                        of_old.push(text);
                        of_new.push(text);
                    }
                    Line::Gone(text) => of_old.push(text),
                    Line::New(text) => of_new.push(text),
                }
            }
            prop_assert_eq!((of_old, of_new), (old, new));
        }
    }
}
