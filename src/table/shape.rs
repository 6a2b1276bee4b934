//! What is wrong with a file as a table, before any cell is read.

use super::heading::{Columns, Headings};
use super::{Line, trimmed};
use crate::csv::{Ending, Lexer, Problem, Row};
use crate::finding::{Certainty, Code, Edit, Finding, Findings, Repair, Treatment};
use crate::source::{Place, Source, excel_cell};
use crate::{limits, text};

/// What else may stand between columns, and where it comes from.
const SEPARATORS: [(char, Code, &str); 2] = [
    (
        ';',
        Code::Semicolon,
        "Windows' list separator is ';' on the computer that saved this file: set it to ',' and save again, or run hwb fix",
    ),
    (
        '\t',
        Code::Tab,
        "this is Excel's 'Text (Tab delimited)': choose Save As, 'CSV UTF-8 (Comma delimited)', or run hwb fix",
    ),
];

/// What separates the columns of a row of headings, where it is not commas.
pub(super) fn other_separator(row: &Row<'_>, columns: &Columns<'_>) -> Option<(char, Code, &'static str)> {
    let [only] = row.cells.as_slice() else {
        return None;
    };
    SEPARATORS.into_iter().find(|(separator, ..)| {
        let plain = only.text.replace('"', "");
        let names: Vec<Option<usize>> = plain.split(*separator).map(|name| columns.find(name)).collect();
        let has_required = columns.required.iter().all(|name| names.contains(&columns.find(name)));
        has_required || (names.len() > 2 && names.iter().any(Option::is_some))
    })
}

/// Whether the columns are separated by something other than commas; nothing else in the file is worth saying then.
pub(super) fn has_other_separator(line: &Line<'_, '_>, columns: &Columns<'_>, findings: &mut Findings) -> bool {
    let Some((separator, code, help)) = other_separator(line.row, columns) else {
        return false;
    };
    let source = line.source;
    let shown = if separator == '\t' { "tabs".to_owned() } else { format!("'{separator}'") };
    let mut message = format!("columns are separated by {shown}, not by commas");
    if has_decimal_commas(source.text) {
        message.push_str(", and figures have commas for points");
    }
    let finding = Finding::new(code, source.path, message).at(row_place(source, line.row));
    findings.push(mended_by(finding.help(help), source, Treatment::Separator(separator)));
    true
}

/// Whether a digit stands on either side of a comma.
fn has_decimal_commas(text: &str) -> bool {
    text.as_bytes()
        .windows(3)
        .any(|three| matches!(three, [before, b',', after] if before.is_ascii_digit() && after.is_ascii_digit()))
}

/// Whether the first row has more columns than a table can; nothing else in the file is worth saying then.
pub(super) fn is_too_wide(source: &Source<'_>, row: &Row<'_>, findings: &mut Findings) -> bool {
    let count = row.cells.len();
    if count <= limits::COLUMNS {
        return false;
    }
    let message = format!("the first row has {count} columns: this is not a table hwb can read");
    findings.push(Finding::new(Code::NotACsv, source.path, message).help("the first row names the columns"));
    true
}

/// What stands above the headings: a title, or rows of the table that a sort has put there, which nothing may take away.
pub(super) fn above_headings(first: &Line<'_, '_>, headings: &Row<'_>, columns: &Columns<'_>) -> Finding {
    let (source, row) = (first.source, first.row);
    let place = row_place(source, row);
    let place = if first.is_withheld() { place.withheld() } else { place };
    let at = |message: String| Finding::new(Code::TitleRow, source.path, message).at(place);
    let names = columns.required.join(",");
    let start = if source.text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    if !is_title(&source.text[start..headings.span.start]) {
        let message = format!("the columns are named in row {}, and other rows stand above it", headings.number);
        return at(message).help(format!("put the row that names the columns first: {names},..."));
    }
    let title = row.cells.iter().map(|cell| trimmed(&cell.text)).find(|text| !text.is_empty()).unwrap_or_default();
    let title = first.shown(title);
    let message =
        format!("row {} {title} is a title, and the columns are named in row {}", row.number, headings.number);
    let help = format!("the first row must be the one that names the columns: {names},...");
    let above = Repair::edits(Certainty::Certain, vec![Edit { span: start..headings.span.start, text: String::new() }]);
    at(message).help(help).repair(above)
}

/// Whether no row of a text has more than one value.
fn is_title(text: &str) -> bool {
    let mut lexer = Lexer::new(text);
    let mut row = Row::default();
    while lexer.read(&mut row) {
        if row.cells.iter().filter(|cell| !cell.text.trim().is_empty()).count() > 1 {
            return false;
        }
    }
    true
}

fn row_place(source: &Source<'_>, row: &Row<'_>) -> Place {
    let mut place = source.place(row.span.clone());
    place.cell = Some(excel_cell(0, row.number));
    place
}

/// A row with more or fewer cells than the headings.
pub(super) fn ragged(line: &Line<'_, '_>, width: usize) -> Finding {
    let row = line.row;
    let count = row.cells.len();
    let message = format!("the row has {}, the header has {width}", text::count(count, "value"));
    // The first value that is too many, or the last there is.
    let finding = line.finding(width.min(count.saturating_sub(1)), Code::RaggedRow, message);
    let extra_are_blank = row.cells.iter().skip(width).all(|cell| cell.text.trim().is_empty());
    if let Some([whole, rest]) = cut_in_two(row).filter(|_| count > width) {
        let figure = line.shown(&format!("{whole},{rest}"));
        finding.help(format!("is {figure} one figure? Write it without commas, with a point for decimals"))
    } else if count > width && extra_are_blank {
        let from = row.cells.get(width.saturating_sub(1)).map_or(row.span.end, |cell| cell.span.end);
        finding.help("delete the commas at the end of the row").repair(Repair::likely(from..row.span.end, ""))
    } else if count > width {
        finding.help("an unquoted comma in a cell? Write the cell in double quotes: \"one, two\"")
    } else {
        finding.help("write a comma for every column, even where the cell is blank")
    }
}

/// Two cells in a row that may be one figure which its comma cut in two: 1,234 or 61,5.
fn cut_in_two<'r>(row: &'r Row<'_>) -> Option<[&'r str; 2]> {
    let is_whole = |text: &str| text.strip_prefix('-').unwrap_or(text).bytes().all(|byte| byte.is_ascii_digit());
    let is_rest = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let mut pairs = row.cells.windows(2).map(|pair| [trimmed(&pair[0].text), trimmed(&pair[1].text)]);
    pairs.find(|[whole, rest]| !whole.is_empty() && !rest.is_empty() && is_whole(whole) && is_rest(rest))
}

/// Empty columns after the last one that is named.
pub(super) fn empty_columns(source: &Source<'_>, headings: &Headings) -> Finding {
    let named = headings.columns.len();
    let count = headings.width - named;
    let verb = if count == 1 { "is" } else { "are" };
    let message = format!("there {verb} {} after the last named one", text::count(count, "empty column"));
    let mut place = source.place(headings.span.end..headings.span.end);
    place.cell = Some(excel_cell(named, headings.row));
    let finding = Finding::new(Code::TrailingEmptyColumns, source.path, message).at(place);
    mended_by(finding.help("delete them"), source, Treatment::EmptyEdges)
}

/// Rows that hold nothing, for one finding about all of them.
#[derive(Debug, Default)]
pub(super) struct BlankRows {
    first: std::ops::Range<usize>,
    runs: Vec<(usize, usize)>,
    count: usize,
}

impl BlankRows {
    pub(super) fn add(&mut self, row: &Row<'_>) {
        if self.count == 0 {
            self.first = row.span.clone();
        }
        self.count += 1;
        match self.runs.last_mut() {
            Some((_, last)) if *last + 1 == row.number => *last = row.number,
            _ => self.runs.push((row.number, row.number)),
        }
    }

    pub(super) fn say(&self, source: &Source<'_>, findings: &mut Findings) {
        let Some((first, _)) = self.runs.first() else { return };
        let run = |(first, last): &(usize, usize)| {
            if first == last { first.to_string() } else { format!("{first} to {last}") }
        };
        let mut named: Vec<String> = self.runs.iter().take(limits::NAMED_RUNS).map(run).collect();
        if let Some(more @ 1..) = self.runs.len().checked_sub(named.len()) {
            named.push(format!("{more} more"));
        }
        let (noun, verb) = if self.count == 1 { ("row", "is") } else { ("rows", "are") };
        let message = format!("{noun} {} {verb} empty", text::list(&named));
        let mut place = source.place(self.first.clone());
        place.cell = Some(excel_cell(0, *first));
        let finding = Finding::new(Code::BlankRow, source.path, message).at(place);
        findings.push(mended_by(finding.help("delete them"), source, Treatment::EmptyEdges));
    }
}

/// Lines that end in different ways, or all in the way of old Macs.
pub(super) fn line_endings(source: &Source<'_>, lexer: &Lexer<'_>, is_withheld: bool, findings: &mut Findings) {
    let (code, at, message) = match (lexer.first_ending(), lexer.other_ending()) {
        (Some(first), Some((other, at))) => {
            let message = format!("rows end with {}, and this one with {}", first.words(), other.words());
            (Code::MixedLineEndings, at, message)
        }
        (Some(Ending::Cr), None) => {
            (Code::CrOnly, 0, "every row ends with a carriage return alone, as on old Macs".to_owned())
        }
        _ => return,
    };
    let place = source.place(at..at);
    let place = if is_withheld { place.withheld() } else { place };
    let finding = Finding::new(code, source.path, message).at(place);
    let help = "some programs see one line where there are many; run hwb fmt, or save the file again from one program";
    findings.push(mended_by(finding.help(help), source, Treatment::LineEndings));
}

/// The finding with a change of the whole file that mends it, where that is a text.
fn mended_by(finding: Finding, source: &Source<'_>, treatment: Treatment) -> Finding {
    if text::has_nul(source.text.as_bytes()) { finding } else { finding.repair(Repair::whole(treatment)) }
}

/// What is wrong with the quoting of a row.
pub(super) fn quoting(line: &Line<'_, '_>, problems: &[Problem], findings: &mut Findings) {
    if problems.is_empty() {
        return;
    }
    let is_withheld = line.is_withheld();
    let (source, row) = (line.source, line.row);
    let place = |at: usize| {
        let mut place = source.place(at..at + 1);
        let column = row.cells.iter().position(|cell| (cell.span.start..=cell.span.end).contains(&at));
        place.cell = column.map(|column| excel_cell(column, row.number));
        if is_withheld { place.withheld() } else { place }
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
