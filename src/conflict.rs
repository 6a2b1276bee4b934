//! The lines that git leaves in a file where two people changed the same lines.

use std::ops::Range;

use memchr::memchr2;

use crate::finding::{Code, Finding, Findings};
use crate::source::Source;

/// How the lines around a conflict begin.
const OUTER: [&str; 2] = ["<<<<<<<", ">>>>>>>"];

/// The line between the two versions.
const MIDDLE: &str = "=======";

const HELP: &str = "keep one version of what both changed, and delete the marker lines";

/// Whether a merge conflict was left in the file; nothing else in it is worth saying then. A line of `=======` alone may be
/// part of a note.
pub fn is_in(source: &Source<'_>, findings: &mut Findings) -> bool {
    // Found many times as fast as the whole of a marker, and in hardly any file.
    if memchr2(b'<', b'>', source.text.as_bytes()).is_none() {
        return false;
    }
    if !OUTER.iter().any(|marker| source.text.contains(marker)) {
        return false;
    }
    let marked: Vec<_> = source.lines().filter(|line| is_outer(&source.text[line.clone()])).collect();
    let (Some(first), Some(last)) = (marked.first(), marked.last()) else {
        return false;
    };
    let place = source.place(first.clone());
    let (from, to) = (place.line, source.place(last.clone()).line);
    let message = format!("this file still has a git merge conflict (lines {from} to {to})");
    findings.push(Finding::new(Code::ConflictMarker, source.path, message).at(place).help(HELP));
    true
}

fn is_outer(line: &str) -> bool {
    // A program may have saved the file with a byte order mark while the conflict was in it.
    let line = line.strip_prefix('\u{feff}').unwrap_or(line);
    OUTER.iter().any(|marker| line.strip_prefix(marker).is_some_and(|rest| rest.is_empty() || rest.starts_with(' ')))
}

/// What is wrong where a line, which is no part of a text, is the one between two versions; nothing where it is any other line.
#[must_use]
pub fn leftover(source: &Source<'_>, line: Range<usize>) -> Option<Finding> {
    let text = source.text.get(line.clone())?;
    if text.strip_prefix('\u{feff}').unwrap_or(text).trim_end() != MIDDLE {
        return None;
    }
    let message = "this line is left over from a git merge conflict";
    let help = "see that one version of each row is there, and delete the line";
    Some(Finding::new(Code::ConflictMarker, source.path, message).at(source.place(line)).help(help))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(text: &str) -> Option<String> {
        let mut findings = Findings::new();
        is_in(&Source::new("x", text), &mut findings).then(|| findings.as_slice()[0].message.clone())
    }

    #[test]
    fn a_conflict_is_found_from_its_first_line_to_its_last() {
        let expected = Some("this file still has a git merge conflict (lines 1 to 5)".to_owned());
        let conflict = "<<<<<<< HEAD\na\n=======\nb\n>>>>>>> other\nc\n";
        assert_eq!(said(conflict), expected);
        assert_eq!(said(&format!("\u{feff}{conflict}")), expected);
    }

    #[test]
    fn a_line_that_only_looks_like_a_marker_is_no_conflict() {
        assert_eq!(said("<<<<<<<<\n=======\n >>>>>>> a\n"), None);
    }

    #[test]
    fn the_line_between_two_versions_is_known_by_itself() {
        let found = |text: &str| leftover(&Source::new("x", text), 0..text.len()).is_some();
        assert!(found("=======") && found("\u{feff}======="));
        assert!(!found("========") && !found("======= a") && !found(""));
    }
}
