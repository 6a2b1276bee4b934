//! What is wrong with the file as a table, before any cell is read.

use crate::csv::{Problem, Row};
use crate::finding::{Code, Finding, Findings};
use crate::readings::Marker;
use crate::source::{Place, Source, excel_cell};
use crate::{limits, text};

/// Where a cell of a row stands; without what stands there where the row is marked suppressed.
pub(super) fn place_in(source: &Source<'_>, row: &Row<'_>, column: usize) -> Place {
    let span = row.cells.get(column).map_or(row.span.clone(), |cell| cell.span.clone());
    let mut place = source.place(span);
    place.cell = Some(excel_cell(column, row.number));
    if is_suppressed(row) { place.withheld() } else { place }
}

/// Whether a cell of the row holds the marker for a suppressed figure, in whichever column it may have landed.
pub(super) fn is_suppressed(row: &Row<'_>) -> bool {
    let is_marker = |word: &str| Marker::NAMES.iter().any(|(name, _)| *name == word) || matches!(word, "p" | "r" | "e");
    row.cells.iter().any(|cell| {
        let mut words = cell.text.split_whitespace();
        words.clone().any(|word| word == Marker::Suppressed.name()) && words.all(is_marker)
    })
}

pub(super) fn is_blank(row: &Row<'_>) -> bool {
    row.cells.iter().all(|cell| cell.text.trim().is_empty())
}

/// Whether the columns are separated by something other than commas; nothing else in the file is worth saying then.
pub(super) fn has_other_separator(source: &Source<'_>, row: &Row<'_>, findings: &mut Findings) -> bool {
    let [only] = row.cells.as_slice() else {
        return false;
    };
    let separators = [
        (
            ';',
            Code::Semicolon,
            "Windows' list separator is ';' on the computer that saved this file: set it to ',' and save again",
        ),
        ('\t', Code::Tab, "this is Excel's 'Text (Tab delimited)': choose Save As, 'CSV UTF-8 (Comma delimited)'"),
    ];
    for (separator, code, help) in separators {
        let plain = only.text.to_lowercase().replace('"', "");
        let names: Vec<&str> = plain.split(separator).map(str::trim).collect();
        if names.contains(&"period") && names.contains(&"value") {
            let shown = if separator == '\t' { "tabs".to_owned() } else { format!("'{separator}'") };
            let message = format!("columns are separated by {shown}, not by commas");
            let finding = Finding::new(code, source.path, message).at(source.place(row.span.clone()));
            findings.push(finding.help(help));
            return true;
        }
    }
    false
}

/// Whether the first row has more columns than a table of readings can; nothing else in the file is worth saying then.
pub(super) fn is_too_wide(source: &Source<'_>, row: &Row<'_>, findings: &mut Findings) -> bool {
    let count = row.cells.len();
    if count <= limits::COLUMNS {
        return false;
    }
    let message = format!("the first row has {count} columns: this is not a table of readings");
    findings
        .push(Finding::new(Code::NotACsv, source.path, message).help("the first row names the columns: period,value"));
    true
}

pub(super) fn ragged(source: &Source<'_>, row: &Row<'_>, width: usize) -> Finding {
    let count = row.cells.len();
    let message = format!("the row has {}, the header has {width}", text::count(count, "value"));
    // The first value that is too many, or the last there is.
    let at = width.min(count.saturating_sub(1));
    let place = place_in(source, row, at);
    let extra_are_blank = row.cells.iter().skip(width).all(|cell| cell.text.trim().is_empty());
    let help = if count > width && extra_are_blank {
        "delete the commas at the end of the row"
    } else if count > width {
        "an unquoted comma in a cell? Write the cell in double quotes: \"one, two\""
    } else {
        "write a comma for every column, even where the cell is blank"
    };
    Finding::new(Code::RaggedRow, source.path, message).at(place).help(help)
}

pub(super) fn nameless_value(source: &Source<'_>, row: &Row<'_>, column: usize) -> Finding {
    let message = "a value stands in a column with no name";
    let finding = Finding::new(Code::EmptyHeader, source.path, message).at(place_in(source, row, column));
    finding.help("name the column in the first row, or delete the cell")
}

/// One finding for all blank rows together.
pub(super) fn blank_rows(source: &Source<'_>, blank: &[usize], findings: &mut Findings) {
    let mut runs = blank.chunk_by(|one, next| one + 1 == *next);
    let named = runs.by_ref().take(limits::NAMED_RUNS).map(|run| match run {
        [only] => only.to_string(),
        _ => format!("{} to {}", run[0], run[run.len() - 1]),
    });
    let mut named: Vec<String> = named.collect();
    let unnamed = runs.count();
    if unnamed > 0 {
        named.push(format!("{unnamed} more"));
    }
    if !named.is_empty() {
        let noun = if blank.len() == 1 { "row" } else { "rows" };
        let verb = if blank.len() == 1 { "is" } else { "are" };
        let message = format!("{noun} {} {verb} empty", text::list(&named));
        findings.push(Finding::new(Code::BlankRow, source.path, message).help("delete them"));
    }
}

/// Whether a merge conflict was left in the file; nothing else in it is worth saying then. A line of `=======` alone may be
/// part of a note.
pub(super) fn has_conflict(source: &Source<'_>, findings: &mut Findings) -> bool {
    let mut offset = 0;
    let mut marked = Vec::new();
    for (number, line) in source.text.split_inclusive('\n').enumerate() {
        if ["<<<<<<< ", ">>>>>>> "].iter().any(|marker| line.starts_with(marker)) {
            marked.push((number + 1, offset..offset + line.trim_end().len()));
        }
        offset += line.len();
    }
    let (Some((first, span)), Some((last, _))) = (marked.first(), marked.last()) else {
        return false;
    };
    let message = format!("this file still has a git merge conflict (lines {first} to {last})");
    let finding = Finding::new(Code::ConflictMarker, source.path, message).at(source.place(span.clone()));
    findings.push(finding.help("keep one version of each period and delete the marker lines"));
    true
}

/// What is wrong with the quoting of a row.
pub(super) fn quoting(source: &Source<'_>, row: &Row<'_>, problems: &[Problem], findings: &mut Findings) {
    if problems.is_empty() {
        return;
    }
    let is_suppressed = is_suppressed(row);
    let place = |at: usize| {
        let place = source.place(at..at + 1);
        if is_suppressed { place.withheld() } else { place }
    };
    for problem in problems {
        findings.push(match *problem {
            Problem::UnclosedQuote { opened } => {
                let message = "this quote is opened and never closed";
                let finding = Finding::new(Code::UnclosedQuote, source.path, message).at(place(opened));
                finding.help("close it, or write \"\" for a quote that is part of the text")
            }
            Problem::MisplacedQuote { at } => {
                let message = "a quote in the middle of a cell";
                let finding = Finding::new(Code::QuoteMisplaced, source.path, message).at(place(at));
                finding.help(
                    "put the whole cell in quotes and write each quote inside it twice: \"the \"\"new\"\" count\"",
                )
            }
        });
    }
}
