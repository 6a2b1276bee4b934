//! The worksheets of a document: its tables, and what leads to them.

use super::cover;
use super::sheet::{Grid, Sheet};
use super::tab::Tabs;
use super::value::{Fit, Value, column, fitting, visible};
use crate::document::{Block, Cell, Column, Document, Table};
use crate::text::capitalised;

/// The most rows of one table: those of a worksheet, less those above the first.
const ROWS: usize = 1_048_000;

/// The most columns of a worksheet.
const COLUMNS: usize = 16_384;

const COVER: &str = "Cover";
const CONTENTS: &str = "Contents";
const NOTES: &str = "Notes";

/// The worksheets in their order: cover, contents, notes where there are any, then one for each table.
pub fn of(document: &Document) -> Vec<Sheet> {
    let mut tabs = Tabs::default();
    for tab in [COVER, CONTENTS, NOTES] {
        tabs.name(tab, tab);
    }
    let mut notes = Notes::default();
    let mut tables = Vec::new();
    for (number, found) in (1..).zip(found(document)) {
        append_table(&mut tables, &mut tabs, &mut notes, number, &found);
    }
    let notes = notes.sheet();
    let listed: Vec<&Sheet> = notes.iter().chain(&tables).collect();
    let mut sheets = vec![cover::sheet(COVER, document, tables.len())];
    if !listed.is_empty() {
        sheets.push(contents(&listed));
    }
    sheets.extend(notes);
    sheets.extend(tables);
    sheets
}

/// A table with what to call it where it has no caption: the heading it stands under.
struct Found<'a> {
    table: &'a Table,
    title: &'a str,
}

fn found(document: &Document) -> Vec<Found<'_>> {
    fn collect<'a>(blocks: &'a [Block], heading: &'a str, all: &mut Vec<Found<'a>>) {
        for block in blocks {
            match block {
                Block::Table(table) if !table.columns.is_empty() => {
                    let title = if table.caption.is_empty() { heading } else { &table.caption };
                    all.push(Found { table, title });
                }
                Block::Section { title, blocks } => {
                    collect(blocks, if title.is_empty() { heading } else { title }, all);
                }
                _ => {}
            }
        }
    }
    let mut all = Vec::new();
    collect(&document.blocks, &document.title, &mut all);
    all
}

fn contents(listed: &[&Sheet]) -> Sheet {
    let row = |sheet: &&Sheet| vec![Value::Tab(sheet.tab.clone()), Value::Text(sheet.title.clone())];
    let headings = ["Worksheet", "Title"].map(str::to_owned).to_vec();
    Sheet::table(CONTENTS, CONTENTS, vec![], Grid { headings, rows: listed.iter().map(row).collect() })
}

/// The notes of every table, each once.
#[derive(Debug, Default)]
struct Notes(Vec<String>);

impl Notes {
    /// The marks of these notes: "[note 1] [note 2]".
    fn marks<'a>(&mut self, notes: impl Iterator<Item = &'a String>) -> String {
        let marks = notes.filter(|note| !note.is_empty()).map(|note| {
            let place = self.0.iter().position(|known| known == note).unwrap_or_else(|| {
                self.0.push(note.clone());
                self.0.len() - 1
            });
            format!("[note {}]", place + 1)
        });
        marks.collect::<Vec<_>>().join(" ")
    }

    /// `None` where there are none.
    fn sheet(&self) -> Option<Sheet> {
        let number =
            |place: usize| Value::Number { value: f64::from(u32::try_from(place).unwrap_or(u32::MAX)), decimals: 0 };
        let rows: Vec<Vec<Value>> =
            (1..).zip(&self.0).map(|(place, note)| vec![number(place), Value::text(&visible(note))]).collect();
        let headings = ["Note number", "Note"].map(str::to_owned).to_vec();
        (!rows.is_empty()).then(|| Sheet::table(NOTES, NOTES, vec![], Grid { headings, rows }))
    }
}

/// One worksheet; more where the table has more rows than a worksheet.
fn append_table(sheets: &mut Vec<Sheet>, tabs: &mut Tabs, notes: &mut Notes, number: usize, found: &Found<'_>) {
    let groups = &found.table.groups;
    let marks = notes.marks(found.table.notes.iter().chain(groups.iter().flat_map(|group| &group.notes)));
    let grid = grid(found.table);
    let title = visible(found.title).replace('\n', " ");
    let parts = grid.rows.len().div_ceil(ROWS).max(1);
    for part in 1..=parts {
        let called =
            if parts > 1 { format!("Table {number}, part {part} of {parts}") } else { format!("Table {number}") };
        let rows: Vec<Vec<Value>> = grid.rows.iter().skip((part - 1) * ROWS).take(ROWS).cloned().collect();
        let tab = tabs.name(found.title, &called);
        let grid = Grid { headings: grid.headings.clone(), rows };
        sheets.push(Sheet::table(&tab, &format!("{called}: {title}"), statements(&grid, &marks), grid));
    }
}

/// What is to be known before the table is read.
fn statements(grid: &Grid, marks: &str) -> Vec<String> {
    let mut said = Vec::new();
    if !marks.is_empty() {
        said.push(format!("Notes about this table are in the worksheet Notes: {marks}."));
    }
    let values = || grid.rows.iter().flatten();
    if values().any(|value| *value == Value::Blank) {
        said.push("Some cells are blank: a blank cell means that there is nothing to say.".to_owned());
    }
    if values().any(|value| matches!(value, Value::Text(text) if fitting(text).1 == Fit::Cut)) {
        said.push(
            "Some text is too long for a cell and was cut; its end says how much. The CSV has it whole.".to_owned(),
        );
    }
    said
}

/// The columns for machines where a table has any, else those for people.
fn grid(table: &Table) -> Grid {
    let keyed = table.columns.iter().any(|column| column.key.is_some());
    let taken: Vec<(usize, &Column)> = table
        .columns
        .iter()
        .enumerate()
        .filter(|(_, column)| if keyed { column.key.is_some() } else { column.heading.is_some() })
        .take(COLUMNS - 1)
        .collect();
    let said = |cell: Option<&Cell>| match cell {
        Some(cell) if keyed => visible(&cell.exact),
        Some(cell) if !cell.shown.is_empty() => visible(&cell.shown),
        None if keyed => String::new(),
        _ => "none".to_owned(),
    };
    let mut columns: Vec<(String, Vec<String>)> = Vec::new();
    if !keyed && table.groups.iter().any(|group| !group.title.is_empty()) {
        let titles = table.groups.iter().flat_map(|group| group.rows.iter().map(|_| visible(&group.title)));
        columns.push(("Group".to_owned(), titles.collect()));
    }
    for (place, taken) in taken {
        columns.push((heading(taken), table.rows().map(|row| said(row.cells.get(place))).collect()));
    }
    let headings = different(columns.iter().map(|(heading, _)| heading.as_str()));
    let values: Vec<Vec<Value>> =
        columns.iter().map(|(_, texts)| column(&texts.iter().map(String::as_str).collect::<Vec<_>>())).collect();
    Grid { headings, rows: turned(values, table.rows().count()) }
}

/// The heading in words: of a key that is "variance_percent", "Variance percent".
fn heading(column: &Column) -> String {
    match (&column.key, &column.heading) {
        (Some(key), _) => capitalised(&key.replace('_', " ")),
        (None, heading) => heading.as_deref().unwrap_or_default().to_owned(),
    }
}

/// The headings as a table of a workbook takes them: on one line, none empty and no two the same, whatever their capitals.
fn different<'a>(headings: impl Iterator<Item = &'a str>) -> Vec<String> {
    let mut given = std::collections::HashSet::new();
    let mut different = |heading: &str| {
        let heading = visible(heading).replace(['\n', '\t'], " ");
        let heading = super::value::first_units(heading.trim(), 200);
        let wanted = if heading.is_empty() { "Column" } else { heading };
        let mut name = wanted.to_owned();
        let mut count = 1_u32;
        while !given.insert(name.to_lowercase()) {
            count += 1;
            name = format!("{wanted} {count}");
        }
        name
    };
    headings.map(&mut different).collect()
}

/// Columns as rows.
fn turned(columns: Vec<Vec<Value>>, rows: usize) -> Vec<Vec<Value>> {
    let mut turned: Vec<Vec<Value>> = (0..rows).map(|_| Vec::with_capacity(columns.len())).collect();
    for column in columns {
        for (row, value) in turned.iter_mut().zip(column) {
            row.push(value);
        }
    }
    turned
}
