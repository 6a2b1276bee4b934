//! Text to rows of cells with spans.

use std::borrow::Cow;
use std::ops::Range;

/// A cell: its text, and where it stands with its quotes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cell<'a> {
    pub text: Cow<'a, str>,
    pub span: Range<usize>,
}

/// A row of cells.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Row<'a> {
    /// The row as a spreadsheet counts it, from 1: blank lines count, the lines within a quoted cell do not.
    pub number: usize,
    /// Without the line ending.
    pub span: Range<usize>,
    pub cells: Vec<Cell<'a>>,
}

impl Row<'_> {
    /// Gives a row that was read from a part of a text its number and its place in the whole.
    pub fn move_to(&mut self, number: usize, offset: usize) {
        self.number = number;
        let moved = |span: &Range<usize>| span.start + offset..span.end + offset;
        self.span = moved(&self.span);
        for cell in &mut self.cells {
            cell.span = moved(&cell.span);
        }
    }
}

/// What is wrong with the quoting of a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// A quote opened here and never closed: the rest of the text is in its cell.
    UnclosedQuote { opened: usize },
    /// A quote inside a cell that is not in quotes, or text after a closing quote.
    MisplacedQuote { at: usize },
}

/// Reads rows one after the other. Lines end with LF, CRLF or a lone CR; a byte order mark at the start is passed over.
#[derive(Debug, Clone)]
pub struct Lexer<'a> {
    text: &'a str,
    at: usize,
    row: usize,
    problems: Vec<Problem>,
    first_ending: Option<Ending>,
    other_ending: Option<(Ending, usize)>,
}

/// What ends a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ending {
    Lf,
    CrLf,
    Cr,
}

impl Ending {
    /// Its name in a message.
    #[must_use]
    pub fn words(self) -> &'static str {
        match self {
            Self::Lf => "a line feed (as on Linux and macOS)",
            Self::CrLf => "a carriage return and a line feed (as on Windows)",
            Self::Cr => "a carriage return alone (as on old Macs)",
        }
    }

    /// The characters themselves.
    #[must_use]
    pub fn text(self) -> &'static str {
        match self {
            Self::Lf => "\n",
            Self::CrLf => "\r\n",
            Self::Cr => "\r",
        }
    }
}

impl<'a> Lexer<'a> {
    #[must_use]
    pub fn new(text: &'a str) -> Self {
        let at = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
        Self { text, at, row: 0, problems: Vec::new(), first_ending: None, other_ending: None }
    }

    /// What was wrong with the quoting since this was last asked, in order.
    pub fn take_problems(&mut self) -> Vec<Problem> {
        std::mem::take(&mut self.problems)
    }

    /// Reads the next row into `row`, whose cells are replaced; false at the end of the text. A blank line is a row with one
    /// empty cell.
    pub fn read(&mut self, row: &mut Row<'a>) -> bool {
        row.cells.clear();
        if self.at >= self.text.len() {
            return false;
        }
        self.row += 1;
        row.number = self.row;
        let start = self.at;
        loop {
            let cell = self.cell();
            let end = cell.span.end;
            row.cells.push(cell);
            match self.text.as_bytes().get(self.at) {
                Some(b',') => self.at += 1,
                ending => {
                    row.span = start..end;
                    let ending = match ending {
                        Some(b'\r') if self.text.as_bytes().get(self.at + 1) == Some(&b'\n') => Some(Ending::CrLf),
                        Some(b'\r') => Some(Ending::Cr),
                        Some(_) => Some(Ending::Lf),
                        None => None,
                    };
                    if let Some(ending) = ending {
                        self.note(ending);
                    }
                    return true;
                }
            }
        }
    }

    /// How the first row read ends; nothing where it ends with the text.
    #[must_use]
    pub fn first_ending(&self) -> Option<Ending> {
        self.first_ending
    }

    /// The first other way in which a row ended since, and where.
    #[must_use]
    pub fn other_ending(&self) -> Option<(Ending, usize)> {
        self.other_ending
    }

    fn note(&mut self, ending: Ending) {
        if self.first_ending.is_none() {
            self.first_ending = Some(ending);
        } else if self.first_ending != Some(ending) && self.other_ending.is_none() {
            self.other_ending = Some((ending, self.at));
        }
        self.at += ending.text().len();
    }

    /// The cell that begins here; stops before the comma or line ending after it.
    fn cell(&mut self) -> Cell<'a> {
        if self.text.as_bytes().get(self.at) == Some(&b'"') { self.quoted() } else { self.bare() }
    }

    fn bare(&mut self) -> Cell<'a> {
        let start = self.at;
        let mut end = self.next_special(start);
        if self.text.as_bytes().get(end) == Some(&b'"') {
            self.problems.push(Problem::MisplacedQuote { at: end });
            end = self.end_of_cell(end);
        }
        self.at = end;
        Cell { text: Cow::Borrowed(&self.text[start..end]), span: start..end }
    }

    fn quoted(&mut self) -> Cell<'a> {
        let opened = self.at;
        let mut from = opened + 1;
        let mut text: Cow<'a, str> = Cow::Borrowed("");
        loop {
            let Some(quote) = self.text[from..].find('"').map(|offset| from + offset) else {
                self.problems.push(Problem::UnclosedQuote { opened });
                append(&mut text, &self.text[from..]);
                self.at = self.text.len();
                return Cell { text, span: opened..self.at };
            };
            append(&mut text, &self.text[from..quote]);
            if self.text.as_bytes().get(quote + 1) == Some(&b'"') {
                append(&mut text, "\"");
                from = quote + 2;
                continue;
            }
            let end = self.end_of_cell(quote + 1);
            if end > quote + 1 {
                self.problems.push(Problem::MisplacedQuote { at: quote });
                append(&mut text, &self.text[quote + 1..end]);
            }
            self.at = end;
            return Cell { text, span: opened..end };
        }
    }

    /// Where the cell ends that goes on here, whatever quotes are in it.
    fn end_of_cell(&self, from: usize) -> usize {
        let mut end = self.next_special(from);
        while self.text.as_bytes().get(end) == Some(&b'"') {
            end = self.next_special(end + 1);
        }
        end
    }

    /// The next byte that means something: a comma, a line ending or a quote; the end of the text where none does.
    fn next_special(&self, from: usize) -> usize {
        let bytes = self.text.as_bytes();
        let mut rest = bytes.get(from..).unwrap_or_default();
        while let Some((eight, others)) = rest.split_first_chunk() {
            match first_low(*eight) {
                None => rest = others,
                Some(low) if is_special(eight[low]) => return bytes.len() - rest.len() + low,
                Some(low) => rest = &rest[low + 1..],
            }
        }
        let offset = rest.iter().position(|&byte| is_special(byte)).unwrap_or(rest.len());
        bytes.len() - rest.len() + offset
    }
}

/// None of the bytes meant stands after the comma, and nearly all others do.
const LAST_SPECIAL: u8 = b',';

fn is_special(byte: u8) -> bool {
    byte <= LAST_SPECIAL && matches!(byte, b',' | b'\n' | b'\r' | b'"')
}

/// The first of eight bytes that may be special, found with one comparison for all of them: where a byte is no higher than the
/// last special one, its highest bit is left set. Sean Eron Anderson, "Bit Twiddling Hacks": determine if a word has a byte less
/// than n (<https://graphics.stanford.edu/~seander/bithacks.html>).
fn first_low(bytes: [u8; 8]) -> Option<usize> {
    const EACH: u64 = u64::from_ne_bytes([1; 8]);
    let word = u64::from_le_bytes(bytes);
    let low = word.wrapping_sub(EACH * (u64::from(LAST_SPECIAL) + 1)) & !word & (EACH << 7);
    (low != 0).then(|| low.trailing_zeros() as usize / 8)
}

fn append<'a>(text: &mut Cow<'a, str>, more: &'a str) {
    if text.is_empty() {
        *text = Cow::Borrowed(more);
    } else if !more.is_empty() {
        text.to_mut().push_str(more);
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn eight_bytes_at_once_are_searched_as_one_by_one(bytes in prop::array::uniform8(any::<u8>())) {
            prop_assert_eq!(first_low(bytes), bytes.iter().position(|&byte| byte <= LAST_SPECIAL));
        }
    }

    fn rows(text: &str) -> Vec<Vec<String>> {
        let mut lexer = Lexer::new(text);
        let mut row = Row::default();
        let mut rows = Vec::new();
        while lexer.read(&mut row) {
            rows.push(row.cells.iter().map(|cell| cell.text.clone().into_owned()).collect());
        }
        rows
    }

    #[test]
    fn cells_know_where_they_stand() {
        let text = "\u{feff}period,value\r\n2012/13,\"9,1\"\n";
        let mut lexer = Lexer::new(text);
        let mut row = Row::default();
        assert!(lexer.read(&mut row));
        assert_eq!(&text[row.cells[0].span.clone()], "period");
        assert!(lexer.read(&mut row));
        assert_eq!((row.number, row.cells[1].text.as_ref()), (2, "9,1"));
        assert_eq!(&text[row.cells[1].span.clone()], "\"9,1\"");
        assert_eq!(&text[row.span.clone()], "2012/13,\"9,1\"");
        assert!(!lexer.read(&mut row));
        assert!(lexer.take_problems().is_empty());
    }

    #[test]
    fn blank_lines_and_lines_in_quotes_count_as_a_spreadsheet_counts_them() {
        let mut lexer = Lexer::new("a\n\n\"two\nlines\"\nb\n");
        let mut row = Row::default();
        let mut numbers = Vec::new();
        while lexer.read(&mut row) {
            numbers.push((row.number, row.cells[0].text.clone().into_owned()));
        }
        let expected = [(1, "a"), (2, ""), (3, "two\nlines"), (4, "b")];
        assert_eq!(numbers, expected.map(|(number, text)| (number, text.to_owned())));
    }

    #[test]
    fn every_line_ending_ends_a_line() {
        let expected = vec![vec!["a", "b"], vec!["c", "d"]];
        for ending in ["\n", "\r\n", "\r"] {
            assert_eq!(rows(&format!("a,b{ending}c,d{ending}")), expected);
            assert_eq!(rows(&format!("a,b{ending}c,d")), expected);
        }
        assert_eq!(rows("a,"), vec![vec!["a", ""]]);
    }

    #[test]
    fn bad_quoting_is_told_and_loses_nothing() {
        let mut lexer = Lexer::new("a,b\"c\n\"d\"e,f\n\"open,\n1,2\n");
        let mut row = Row::default();
        let mut texts = Vec::new();
        while lexer.read(&mut row) {
            texts.extend(row.cells.iter().map(|cell| cell.text.clone().into_owned()));
        }
        assert_eq!(texts, ["a", "b\"c", "de", "f", "open,\n1,2\n"]);
        let expected = [
            Problem::MisplacedQuote { at: 3 },
            Problem::MisplacedQuote { at: 8 },
            Problem::UnclosedQuote { opened: 13 },
        ];
        assert_eq!(lexer.take_problems(), expected);
    }

    fn by_the_csv_crate(text: &str) -> Vec<Vec<String>> {
        let mut reader = ::csv::ReaderBuilder::new().has_headers(false).flexible(true).from_reader(text.as_bytes());
        let records = reader.records().map(Result::unwrap);
        records.map(|record| record.iter().map(str::to_owned).collect()).collect()
    }

    proptest! {
        #[test]
        fn valid_text_reads_as_the_csv_crate_reads_it(
            table in prop::collection::vec(prop::collection::vec("[ -~é界\n]{0,6}", 2..4), 1..6),
            crlf in any::<bool>(),
        ) {
            let terminator = if crlf { ::csv::Terminator::CRLF } else { ::csv::Terminator::Any(b'\n') };
            let mut writer = ::csv::WriterBuilder::new().flexible(true).terminator(terminator).from_writer(Vec::new());
            for record in &table {
                writer.write_record(record).unwrap();
            }
            let text = String::from_utf8(writer.into_inner().unwrap()).unwrap();
            prop_assert_eq!(rows(&text), by_the_csv_crate(&text));
        }

        #[test]
        fn any_text_is_read_to_its_end_with_spans_on_character_borders(text in "[,\"\r\na é界\u{feff}]{0,40}") {
            let mut lexer = Lexer::new(&text);
            let mut row = Row::default();
            let mut last = 0;
            while lexer.read(&mut row) {
                prop_assert!(text.get(row.span.clone()).is_some());
                for cell in &row.cells {
                    prop_assert!(text.get(cell.span.clone()).is_some());
                    prop_assert!(cell.span.start >= last);
                    last = cell.span.end;
                }
            }
        }
    }
}
