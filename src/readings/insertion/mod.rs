//! New rows in the text of a file, every other byte of which stays as it was typed.

mod order;

use std::ops::Range;

pub use order::{Key, Sequence};

use super::header::columns;
use crate::csv::{Lexer, Row, cell};
use crate::table::is_blank;

/// A row to be written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewRow {
    pub key: Key,
    /// What stands in which column, by the column's name. A column that the file lacks is added.
    pub cells: Vec<(String, String)>,
}

/// The text of a file, taken apart so that rows can be put into it.
#[derive(Debug)]
pub struct Sheet<'a> {
    text: &'a str,
    /// The name of each column as the format has it; empty for one that is none.
    columns: Vec<String>,
    /// How many cells the header has, empty ones at its end included.
    width: usize,
    /// The empty cells at the end of the header, which new columns take first.
    spare: Vec<Range<usize>>,
    /// The rows that are not blank: the header, then as many as there are readings, where nothing in the file is wrong.
    lines: Vec<Line>,
}

/// Where a row stands.
#[derive(Debug, Clone)]
struct Line {
    /// As a spreadsheet counts it.
    number: usize,
    cells: usize,
    /// Where it ends, and its line ending begins.
    end: usize,
    /// Where the next begins.
    next: usize,
}

/// A text with its new rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inserted {
    pub text: String,
    /// The row of each new one as a spreadsheet counts it, in the order they were given.
    pub rows: Vec<usize>,
    /// The name of each column; empty for one that is none.
    pub columns: Vec<String>,
}

impl<'a> Sheet<'a> {
    /// Takes a text apart. `declared` are the ids of the strategy's comparators.
    #[must_use]
    pub fn of(text: &'a str, declared: &[&str]) -> Self {
        let mut sheet = Self { text, columns: Vec::new(), width: 0, spare: Vec::new(), lines: Vec::new() };
        let mut lexer = Lexer::new(text);
        let mut row = Row::default();
        while lexer.read(&mut row) {
            if is_blank(&row) {
                continue;
            }
            if sheet.lines.is_empty() {
                sheet.columns = column_names(&row, declared);
                sheet.width = row.cells.len();
                sheet.spare = row.cells.iter().skip(sheet.columns.len()).map(|cell| cell.span.clone()).collect();
            }
            let end = row.span.end;
            let next = end + line_ending(&text[end..]).len();
            sheet.lines.push(Line { number: row.number, cells: row.cells.len(), end, next });
        }
        sheet
    }

    /// The row of a reading as a spreadsheet counts it: of the nth that is not blank.
    #[must_use]
    pub fn row_number(&self, reading: usize) -> Option<usize> {
        self.lines.get(reading + 1).map(|line| line.number)
    }

    #[must_use]
    pub fn has_column(&self, name: &str) -> bool {
        self.columns.iter().any(|own| own == name)
    }

    /// Puts new rows where the order of periods has them, and adds the columns that they need. `there` are the rows that the file
    /// has, in its order.
    #[must_use]
    pub fn insert(&self, there: &[Key], new: &[NewRow]) -> Inserted {
        let added = self.columns_to_add(new);
        let columns: Vec<String> = self.columns.iter().chain(&added).cloned().collect();
        let width = self.width.max(columns.len());
        let gaps = order::gaps(there, new.iter().map(|row| &row.key));
        let mut edits = Edits { text: self.text, done: 0, edited: String::with_capacity(self.text.len() + 128) };
        let mut rows = vec![0; new.len()];
        let mut count = 0;
        for (place, line) in self.lines.iter().enumerate() {
            if place == 0 {
                self.name_columns(&added, &mut edits);
            } else if !added.is_empty() {
                edits.put(line.end..line.end, &",".repeat(columns.len().saturating_sub(line.cells)));
            }
            let ending = self.ending_of(line);
            for (nth, &which) in gaps.get(place).into_iter().flatten().enumerate() {
                if nth == 0 && line.next == line.end {
                    edits.put(line.next..line.next, ending);
                }
                count += 1;
                rows[which] = line.number + count;
                edits.put(line.next..line.next, &(new[which].written(&columns, width) + ending));
            }
        }
        Inserted { text: edits.finish(), rows, columns }
    }

    fn columns_to_add(&self, new: &[NewRow]) -> Vec<String> {
        let mut added: Vec<String> = Vec::new();
        for (name, _) in new.iter().flat_map(|row| &row.cells) {
            if !self.has_column(name) && !added.contains(name) {
                added.push(name.clone());
            }
        }
        added
    }

    /// Writes the names of new columns into the header.
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

impl NewRow {
    /// The row without its line ending.
    fn written(&self, columns: &[String], width: usize) -> String {
        let own = |column: &String| self.cells.iter().find(|(name, _)| name == column);
        let cells =
            columns.iter().map(|column| own(column).map(|(_, text)| cell(text).into_owned()).unwrap_or_default());
        let cells: Vec<String> = cells.chain(std::iter::repeat(String::new())).take(width).collect();
        cells.join(",")
    }
}

/// A text being copied with changes, which come in the order of their places.
struct Edits<'a> {
    text: &'a str,
    done: usize,
    edited: String,
}

impl Edits<'_> {
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
fn column_names(row: &Row<'_>, declared: &[&str]) -> Vec<String> {
    let columns = columns(declared.iter().copied());
    let used = row.cells.iter().rposition(|cell| !cell.text.trim().is_empty()).map_or(0, |last| last + 1);
    let name = |known: usize| columns.known.get(known).copied().unwrap_or_default();
    row.cells.iter().take(used).map(|cell| columns.find(&cell.text).map_or("", name).to_owned()).collect()
}

fn line_ending(rest: &str) -> &str {
    ["\r\n", "\n", "\r"].into_iter().find(|ending| rest.starts_with(ending)).unwrap_or_default()
}

#[cfg(test)]
mod tests;
