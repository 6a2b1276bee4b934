//! A table on a terminal: columns where they fit, and beneath each row what does not.

use unicode_width::UnicodeWidthStr;

use super::arrange::{Arrangement, Measure, arrange};
use super::grid::{self, Grid, lay};
use super::ink::{self, Ink};
use super::wrap::{hang, longest_word, wrap, wrap_words};
use crate::document::{Cell, Group, Importance, Row, Table, Tone};
use crate::render::clean::clean;

/// How far in the lines beneath a row stand.
const INDENT: &str = "   ";

/// The table's lines: caption, header, groups and notes.
pub fn lines(table: &Table, width: usize) -> Vec<String> {
    let layout = Layout::of(table, width);
    let mut lines = Vec::new();
    if !table.caption.is_empty() {
        lines.extend(bold(&table.caption, width));
    }
    let Grid { header, rows } = layout.grid();
    lines.extend(header);
    let mut rows = rows.into_iter();
    for (at, group) in table.groups.iter().enumerate() {
        lines.extend(group_head(group, at, width));
        for (row, beside) in group.rows.iter().zip(rows.by_ref()) {
            lines.extend(beside);
            lines.extend(layout.beneath(row));
        }
    }
    if !(table.notes.is_empty() || lines.is_empty()) {
        lines.push(String::new());
    }
    let notes = table.notes.iter();
    lines.extend(notes.flat_map(|note| wrap(&clean(note), width)));
    lines
}

/// Text in bold, wrapped.
pub fn bold(text: &str, width: usize) -> Vec<String> {
    wrap(&ink::mark(clean(text), Some(Ink::Bold)), width)
}

fn group_head(group: &Group, at: usize, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    if group.title.is_empty() && group.notes.is_empty() {
        return lines;
    }
    if at > 0 {
        lines.push(String::new());
    }
    if !group.title.is_empty() {
        lines.extend(bold(&group.title, width));
    }
    let notes = group.notes.iter();
    lines.extend(notes.flat_map(|note| wrap(&clean(note), width)));
    lines
}

/// The table's columns, arranged for a width.
struct Layout<'a> {
    table: &'a Table,
    arrangement: Arrangement,
    /// The places of the columns that are a line of their own.
    sentences: Vec<usize>,
    width: usize,
}

impl<'a> Layout<'a> {
    fn of(table: &'a Table, width: usize) -> Self {
        let people = (0..table.columns.len()).filter(|&at| table.columns[at].heading.is_some());
        let (sentences, others): (Vec<usize>, Vec<usize>) =
            people.partition(|&at| table.columns[at].importance == Importance::Sentence);
        let measures: Vec<Measure> = others.into_iter().map(|at| measure(table, at)).collect();
        Self { table, arrangement: arrange(&measures, width), sentences, width }
    }

    fn heading(&self, index: usize) -> String {
        clean(self.table.columns[index].heading.as_deref().unwrap_or_default())
    }

    fn grid(&self) -> Grid {
        let beside = &self.arrangement.beside;
        let columns: Vec<grid::Column> = beside
            .iter()
            .map(|&(index, width)| grid::Column { width, align: self.table.columns[index].align })
            .collect();
        let headings: Vec<String> = beside.iter().map(|&(index, _)| self.heading(index)).collect();
        let rows: Vec<Vec<String>> =
            self.table.rows().map(|row| beside.iter().map(|&(index, _)| cell_text(row, index)).collect()).collect();
        let headings = (!headings.is_empty()).then_some(headings);
        lay(&columns, headings.as_deref(), &rows)
    }

    fn beneath(&self, row: &Row) -> Vec<String> {
        let mut lines = self.details(row);
        for &index in &self.sentences {
            lines.extend(self.sentence(row, index));
        }
        lines
    }

    /// "Heading: text · Heading: text", for what was moved and is not empty.
    fn details(&self, row: &Row) -> Vec<String> {
        let mut words: Vec<String> = Vec::new();
        for &index in &self.arrangement.beneath {
            let text = cell_text(row, index);
            if text.is_empty() {
                continue;
            }
            // One word with what it follows: a separator must not begin a line.
            if let Some(last) = words.last_mut() {
                last.push_str(" ·");
            }
            let detail = labelled(&self.heading(index), &text);
            words.extend(detail.split(' ').map(str::to_owned));
        }
        if words.is_empty() {
            return Vec::new();
        }
        let words = words.iter().map(String::as_str);
        indented(wrap_words(words, self.inner_width()))
    }

    /// A sentence says what it is by itself; among several, each has its heading.
    fn sentence(&self, row: &Row, index: usize) -> Vec<String> {
        let Some(cell) = row.cells.get(index) else {
            return Vec::new();
        };
        let text = clean(&cell.shown);
        if text.is_empty() {
            return Vec::new();
        }
        let text = if self.sentences.len() > 1 { labelled(&self.heading(index), &text) } else { text };
        let tone = match cell.tone {
            Tone::Plain => Tone::Muted,
            toned => toned,
        };
        let text = ink::mark(text, Ink::of(tone));
        indented(wrap(&text, self.inner_width()))
    }

    fn inner_width(&self) -> usize {
        self.width - INDENT.len()
    }
}

fn indented(lines: Vec<String>) -> Vec<String> {
    hang(lines, INDENT, INDENT)
}

fn labelled(heading: &str, text: &str) -> String {
    if heading.is_empty() { text.to_owned() } else { format!("{heading}: {text}") }
}

fn measure(table: &Table, index: usize) -> Measure {
    let column = &table.columns[index];
    let heading = clean(column.heading.as_deref().unwrap_or_default());
    let mut measure = Measure {
        index,
        importance: column.importance,
        // An empty column is still a cell wide: comfy-table knows no less.
        natural: heading.width().max(1),
        word: longest_word(&heading).max(1),
    };
    for cell in table.rows().filter_map(|row| row.cells.get(index)) {
        let text = clean(&cell.shown);
        measure.natural = measure.natural.max(text.width());
        measure.word = measure.word.max(longest_word(&text));
    }
    measure
}

/// What people read in a cell, marked with its ink; empty where the row is short.
fn cell_text(row: &Row, index: usize) -> String {
    let marked = |cell: &Cell| ink::mark(clean(&cell.shown), Ink::of(cell.tone));
    row.cells.get(index).map(marked).unwrap_or_default()
}
