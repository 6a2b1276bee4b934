//! The text of a table taken apart, so that rows can be put into it and cells written anew; every other byte stays as it was typed.

use std::ops::Range;

use super::{Columns, is_blank};
use crate::csv::{Lexer, Row, cell};

/// What stands in which column, by the column's name. A column that the file lacks is added.
pub type NamedCells = [(String, String)];

/// The text of a file, taken apart.
#[derive(Debug)]
pub struct Sheet<'a> {
    text: &'a str,
    /// The name of each column as the format has it; empty for one that is none.
    columns: Vec<String>,
    /// How many cells the header has, empty ones at its end included.
    width: usize,
    /// The empty cells at the end of the header, which new columns take first.
    spare: Vec<Range<usize>>,
    /// The rows that are not blank: the header, then as many as the table has, where nothing in the file is wrong.
    lines: Vec<Line>,
}

/// Where a row stands.
#[derive(Debug, Clone)]
struct Line {
    /// As a spreadsheet counts it.
    number: usize,
    cells: usize,
    start: usize,
    /// Where it ends, and its line ending begins.
    end: usize,
    /// Where the next begins.
    next: usize,
}

/// A text with its changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edited {
    pub text: String,
    /// The row of each new one as a spreadsheet counts it, in the order they were given; of a row written anew its own.
    pub rows: Vec<usize>,
    /// The name of each column; empty for one that is none.
    pub columns: Vec<String>,
}

impl<'a> Sheet<'a> {
    #[must_use]
    pub fn of(text: &'a str, columns: &Columns<'_>) -> Self {
        let mut sheet = Self { text, columns: Vec::new(), width: 0, spare: Vec::new(), lines: Vec::new() };
        let mut lexer = Lexer::new(text);
        let mut row = Row::default();
        while lexer.read(&mut row) {
            if is_blank(&row) {
                continue;
            }
            if sheet.lines.is_empty() {
                sheet.columns = column_names(&row, columns);
                sheet.width = row.cells.len();
                sheet.spare = row.cells.iter().skip(sheet.columns.len()).map(|cell| cell.span.clone()).collect();
            }
            let Range { start, end } = row.span;
            let next = end + line_ending(&text[end..]).len();
            sheet.lines.push(Line { number: row.number, cells: row.cells.len(), start, end, next });
        }
        sheet
    }

    /// A row as a spreadsheet counts it: the nth that is not blank, from 0, below the header.
    #[must_use]
    pub fn row_number(&self, nth: usize) -> Option<usize> {
        self.lines.get(nth + 1).map(|line| line.number)
    }

    #[must_use]
    pub fn has_column(&self, name: &str) -> bool {
        self.columns.iter().any(|own| own == name)
    }

    /// Puts a row at the end, and adds the columns that it needs.
    #[must_use]
    pub fn append(&self, row: &NamedCells) -> Edited {
        let mut gaps = vec![Vec::new(); self.lines.len()];
        gaps.last_mut().into_iter().for_each(|last| last.push(0));
        self.insert(&gaps, &[row])
    }

    /// Puts new rows where `gaps` say: which of them, by their places among the new, go before the first row that is there, after
    /// the first, after the second and so on. The columns that they need are added.
    #[must_use]
    pub fn insert(&self, gaps: &[Vec<usize>], new: &[&NamedCells]) -> Edited {
        let added = self.columns_to_add(new.iter().copied());
        let columns = self.columns_with(&added);
        let width = self.width.max(columns.len());
        let mut edits = Edits::of(self.text);
        let mut rows = vec![0; new.len()];
        let mut count = 0;
        for (place, line) in self.lines.iter().enumerate() {
            self.widen(place, line, &added, &columns, &mut edits);
            let ending = self.ending_of(line);
            for (nth, &which) in gaps.get(place).into_iter().flatten().enumerate() {
                if nth == 0 && line.next == line.end {
                    edits.put(line.next..line.next, ending);
                }
                count += 1;
                rows[which] = line.number + count;
                edits.put(line.next..line.next, &(written(new[which], &columns, width) + ending));
            }
        }
        Edited { text: edits.finish(), rows, columns }
    }

    /// Writes cells of a row anew: the nth that is not blank, from 0, below the header. Cells that say the same already stay as
    /// they are, and columns that the file lacks are added.
    #[must_use]
    pub fn replace(&self, nth: usize, cells: &NamedCells) -> Edited {
        let added = self.columns_to_add(std::iter::once(cells));
        let columns = self.columns_with(&added);
        let mut edits = Edits::of(self.text);
        for (place, line) in self.lines.iter().enumerate() {
            if place == nth + 1 {
                self.rewrite(line, cells, &columns, &mut edits);
            } else {
                self.widen(place, line, &added, &columns, &mut edits);
            }
        }
        Edited { text: edits.finish(), rows: self.row_number(nth).into_iter().collect(), columns }
    }

    fn rewrite(&self, line: &Line, cells: &NamedCells, columns: &[String], edits: &mut Edits<'_>) {
        let mut row = Row::default();
        Lexer::new(&self.text[line.start..line.end]).read(&mut row);
        row.move_to(line.number, line.start);
        for (place, column) in columns.iter().enumerate() {
            let new = named(cells, column);
            match (row.cells.get(place), new) {
                (Some(old), Some(new)) if old.text != new => edits.put(old.span.clone(), &cell(new)),
                (Some(_), _) => {}
                (None, new) => edits.put(line.end..line.end, &format!(",{}", cell(new.unwrap_or_default()))),
            }
        }
    }

    fn columns_to_add<'c>(&self, rows: impl Iterator<Item = &'c NamedCells>) -> Vec<String> {
        let mut added: Vec<String> = Vec::new();
        for (name, _) in rows.flatten() {
            if !self.has_column(name) && !added.contains(name) {
                added.push(name.clone());
            }
        }
        added
    }

    fn columns_with(&self, added: &[String]) -> Vec<String> {
        self.columns.iter().chain(added.iter()).cloned().collect()
    }

    /// Names the new columns in the header, and makes any other row as wide as they need.
    fn widen(&self, place: usize, line: &Line, added: &[String], columns: &[String], edits: &mut Edits<'_>) {
        if place == 0 {
            self.name_columns(added, edits);
        } else if !added.is_empty() {
            edits.put(line.end..line.end, &",".repeat(columns.len().saturating_sub(line.cells)));
        }
    }

    fn name_columns(&self, added: &[String], edits: &mut Edits<'_>) {
        let end = self.lines.first().map_or(0, |line| line.end);
        for (place, name) in added.iter().enumerate() {
            match self.spare.get(place) {
                Some(spare) => edits.put(spare.clone(), &cell(name)),
                None => edits.put(end..end, &format!(",{}", cell(name))),
            }
        }
    }

    /// How a row ends; the file's last, which may not be ended, as its first is.
    fn ending_of(&self, line: &Line) -> &'a str {
        let first = self.lines.first().map_or("", |first| &self.text[first.end..first.next]);
        let own = &self.text[line.end..line.next];
        [own, first].into_iter().find(|ending| !ending.is_empty()).unwrap_or("\n")
    }
}

/// What is given for a column.
fn named<'c>(cells: &'c NamedCells, column: &str) -> Option<&'c str> {
    cells.iter().find(|(name, _)| name == column).map(|(_, text)| text.as_str())
}

/// A row without its line ending.
fn written(cells: &NamedCells, columns: &[String], width: usize) -> String {
    let texts = columns.iter().map(|column| named(cells, column).map(cell).unwrap_or_default());
    let texts: Vec<_> = texts.chain(std::iter::repeat("".into())).take(width).collect();
    texts.join(",")
}

/// A text being copied with changes, which come in the order of their places.
struct Edits<'a> {
    text: &'a str,
    done: usize,
    edited: String,
}

impl<'a> Edits<'a> {
    fn of(text: &'a str) -> Self {
        Self { text, done: 0, edited: String::with_capacity(text.len() + 128) }
    }

    fn put(&mut self, span: Range<usize>, with: &str) {
        self.edited.push_str(&self.text[self.done..span.start]);
        self.edited.push_str(with);
        self.done = span.end;
    }

    fn finish(mut self) -> String {
        self.edited.push_str(&self.text[self.done..]);
        self.edited
    }
}

/// The name of each column up to the last that has one; empty for one that is unknown.
fn column_names(row: &Row<'_>, columns: &Columns<'_>) -> Vec<String> {
    let used = row.cells.iter().rposition(|cell| !cell.text.trim().is_empty()).map_or(0, |last| last + 1);
    let name = |known: usize| columns.known.get(known).copied().unwrap_or_default();
    row.cells.iter().take(used).map(|cell| columns.find(&cell.text).map_or("", name).to_owned()).collect()
}

fn line_ending(rest: &str) -> &str {
    ["\r\n", "\n", "\r"].into_iter().find(|ending| rest.starts_with(ending)).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::csv;

    const COLUMNS: [&str; 4] = ["id", "status", "case", "note"];

    fn cells(named: &[(&str, &str)]) -> Vec<(String, String)> {
        named.iter().map(|(name, text)| ((*name).to_owned(), (*text).to_owned())).collect()
    }

    fn sheet(text: &str) -> Sheet<'_> {
        Sheet::of(text, &Columns { known: COLUMNS.to_vec(), required: &COLUMNS[..1], help: String::new() })
    }

    fn replaced(text: &str, nth: usize, new: &[(&str, &str)]) -> String {
        sheet(text).replace(nth, &cells(new)).text
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
    fn a_cell_is_written_anew_and_the_others_keep_their_quotes() {
        let text = "\u{feff}id,status,note\r\n\"A1\",planned,\"as it is\"\r\n\r\nA2,planned,\"two\nlines\"";
        let expected = "\u{feff}id,status,note\r\n\"A1\",done,\"as it is\"\r\n\r\nA2,planned,\"two\nlines\"";
        assert_eq!(replaced(text, 0, &[("status", "done"), ("id", "A1")]), expected);
        let expected = "\u{feff}id,status,note\r\n\"A1\",planned,\"as it is\"\r\n\r\nA2,planned,\"one, \"\"two\"\"\"";
        assert_eq!(replaced(text, 1, &[("note", "one, \"two\"")]), expected);
    }

    #[test]
    fn a_column_that_a_cell_needs_is_added_to_every_row() {
        let text = "status,id\nplanned,A1\nplanned,A2\n";
        assert_eq!(replaced(text, 1, &[("note", "x"), ("status", "done")]), "status,id,note\nplanned,A1,\ndone,A2,x\n");
        assert_eq!(replaced("id,,\nA1\nA2,,\n", 1, &[("note", "x")]), "id,note,\nA1,\nA2,x,\n");
        assert_eq!(replaced("id,,\nA1\nA2,,\n", 0, &[("note", "x")]), "id,note,\nA1,x\nA2,,\n");
    }

    #[test]
    fn a_row_put_at_the_end_stands_before_what_is_blank_there() {
        let edited = sheet("id,note\nA1,\n,\n").append(&cells(&[("note", "x"), ("id", "A2")]));
        assert_eq!((edited.text.as_str(), edited.rows), ("id,note\nA1,\nA2,x\n,\n", vec![3]));
    }

    fn text() -> impl Strategy<Value = String> {
        "[a-z0-9 ,\"\né界=]{0,6}"
    }

    proptest! {
        /// Nothing but the cells asked for reads differently, and they read as they were given.
        #[test]
        fn only_what_is_written_anew_changes(
            table in prop::collection::vec((text(), text()), 1..6),
            nth in 0..6_usize,
            status in text(),
            note in text(),
            crlf in any::<bool>(),
            ended in any::<bool>(),
        ) {
            let ending = if crlf { "\r\n" } else { "\n" };
            let nth = nth % table.len();
            let mut text = format!("id,status,case{ending}");
            for (place, (status, case)) in table.iter().enumerate() {
                text.push_str(&format!("A{place},{},{}{ending}", csv::cell(status), csv::cell(case)));
            }
            if !ended {
                text.truncate(text.len() - ending.len());
            }
            let mut expected = rows(&text);
            expected[0].push("note".to_owned());
            for row in &mut expected[1..] {
                row.push(String::new());
            }
            expected[nth + 1][1].clone_from(&status);
            expected[nth + 1][3].clone_from(&note);
            let new = cells(&[("status", &status), ("note", &note)]);
            prop_assert_eq!(rows(&sheet(&text).replace(nth, &new).text), expected);
        }

        #[test]
        fn any_text_can_be_taken_apart(text in "[,\"\r\na é界\u{feff}]{0,40}", nth in 0..5_usize) {
            let new = cells(&[("id", "A1"), ("note", "x")]);
            let _ = sheet(&text).replace(nth, &new);
            let _ = sheet(&text).append(&new);
        }
    }
}
