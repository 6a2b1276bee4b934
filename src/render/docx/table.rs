//! A table: a caption, a grid for each group, and the notes.
//!
//! Where its columns do not fit a page upright, the page is turned; where they do not fit that either, what the columns of sentences
//! say, and then the details, is listed under a heading for each row instead.

use super::compose::{Composition, NONE, Place};
use super::fit::{Kind, Measure};
use super::flow::{Grid, GridCell, GridColumn, Paragraph, Span, Style};
use super::page::Page;
use super::text::line;
use crate::document::{Align, Group, Importance, Row, Table};

/// A column that people read.
struct Shown {
    /// Its place among all columns.
    index: usize,
    heading: String,
    align: Align,
    importance: Importance,
    measure: Measure,
}

/// Which columns are beside one another on which page, and which are listed below.
struct Arrangement {
    beside: Vec<Shown>,
    beneath: Vec<Shown>,
    page: Page,
}

/// The table, after what is there; nothing where no column is for people.
pub fn append(composition: &mut Composition, table: &Table, place: Place) {
    let arrangement = arranged(shown(table));
    if arrangement.beside.is_empty() {
        return;
    }
    let page = (arrangement.page == Page::Landscape).then_some(Page::Landscape);
    let whole = Group { title: String::new(), notes: vec![], rows: vec![] };
    let groups = if table.groups.is_empty() { std::slice::from_ref(&whole) } else { &table.groups };
    for (place_of_group, group) in (1..).zip(groups) {
        append_group(composition, &arrangement, &caption(table, group, place), group, page);
        // Before the headings of rows, which they would else belong to.
        if place_of_group == groups.len() {
            append_notes(composition, table, page);
        }
        append_beneath(composition, &arrangement, group, place);
    }
}

fn append_notes(composition: &mut Composition, table: &Table, page: Option<Page>) {
    for note in table.notes.iter().map(|note| line(note)).filter(|note| !note.is_empty()) {
        composition.push_on(page, Paragraph::of(Style::Normal, note));
    }
}

/// What the grid of a group is called; by what it stands under where neither has a name.
fn caption(table: &Table, group: &Group, place: Place) -> String {
    let (caption, title) = (line(&table.caption), line(&group.title));
    match (caption.is_empty(), title.is_empty()) {
        (false, false) => format!("{caption}: {title}"),
        (false, true) => caption,
        (true, false) => title,
        (true, true) => place.title.to_owned(),
    }
}

fn append_group(
    composition: &mut Composition,
    arrangement: &Arrangement,
    caption: &str,
    group: &Group,
    page: Option<Page>,
) {
    let number = composition.count_table();
    let mut spans = vec![Span::plain("Table "), Span::Field("SEQ Table \\* ARABIC", number.to_string())];
    if !caption.is_empty() {
        spans.push(Span::plain(format!(": {caption}")));
    }
    composition.push_on(page, Paragraph { style: Style::Caption, spans, ..Paragraph::default() }.kept_with_next());
    for note in group.notes.iter().map(|note| line(note)).filter(|note| !note.is_empty()) {
        composition.push_on(page, Paragraph::of(Style::Normal, note).kept_with_next());
    }
    if group.rows.is_empty() {
        composition.push_on(page, Paragraph::of(Style::Normal, "None.".to_owned()));
        return;
    }
    composition.push_grid(page, grid(arrangement, caption, group));
}

fn grid(arrangement: &Arrangement, caption: &str, group: &Group) -> Grid {
    let (names, others) = arrangement.beside.split_at(1);
    let beside: Vec<&Shown> = names.iter().chain(others.iter().filter(|column| is_needed(column, group))).collect();
    let columns = beside.iter().map(|column| GridColumn {
        heading: column.heading.clone(),
        align: column.align,
        measure: column.measure,
    });
    let headings: Vec<&str> = beside.iter().map(|column| column.heading.as_str()).collect();
    let rows = match group.rows.len() {
        1 => "1 row".to_owned(),
        count => format!("{count} rows"),
    };
    let cells = |row: &Row| beside.iter().map(|column| grid_cell(row, column)).collect();
    Grid {
        caption: caption.to_owned(),
        description: format!("{rows} under these headings: {}.", headings.join(", ")),
        columns: columns.collect(),
        rows: group.rows.iter().map(cells).collect(),
    }
}

/// A column of sentences of which none is said in a group would be nothing but "none".
fn is_needed(column: &Shown, group: &Group) -> bool {
    column.importance != Importance::Sentence || group.rows.iter().any(|row| !said(row, column.index).is_empty())
}

/// No cell is empty, which somebody who cannot see the table would take for one that was passed over.
fn grid_cell(row: &Row, column: &Shown) -> GridCell {
    let words = said(row, column.index);
    let mark = row.cells.get(column.index).and_then(|cell| cell.mark);
    GridCell { mark: mark.filter(|_| !words.is_empty()), text: if words.is_empty() { NONE.to_owned() } else { words } }
}

/// What people read in a cell; empty where the row is short.
fn said(row: &Row, index: usize) -> String {
    row.cells.get(index).map(|cell| line(&cell.shown)).unwrap_or_default()
}

/// What a cell says with room for its sign, if it has one.
fn signed(row: &Row, index: usize) -> String {
    let words = said(row, index);
    match row.cells.get(index).and_then(|cell| cell.mark) {
        None => words,
        Some(_) => format!("\u{A0}\u{A0}\u{A0}\u{A0}{words}"),
    }
}

/// What did not fit beside the other columns, under a heading for each row that has something to say there.
fn append_beneath(composition: &mut Composition, arrangement: &Arrangement, group: &Group, place: Place) {
    let Some(first) = arrangement.beside.first().filter(|_| !arrangement.beneath.is_empty()) else { return };
    for row in &group.rows {
        let words = arrangement.beneath.iter().map(|column| (column.heading.as_str(), said(row, column.index)));
        let words: Vec<(&str, String)> = words.filter(|(_, words)| !words.is_empty()).collect();
        if words.is_empty() {
            continue;
        }
        composition.heading(place.level, &said(row, first.index));
        match <[(&str, String); 1]>::try_from(words) {
            Ok([(_, words)]) if arrangement.beneath.len() == 1 => composition.push(Paragraph::of(Style::Normal, words)),
            Ok(one) => composition.list(one.into_iter().map(labelled)),
            Err(several) => composition.list(several.into_iter().map(labelled)),
        }
    }
}

fn labelled((heading, words): (&str, String)) -> Vec<Span> {
    vec![Span::strong(format!("{heading}:")), Span::plain(format!(" {words}"))]
}

fn shown(table: &Table) -> Vec<Shown> {
    let columns = table.columns.iter().enumerate();
    let people = columns.filter_map(|(index, column)| Some((index, column, line(column.heading.as_deref()?))));
    people
        .enumerate()
        .map(|(order, (index, column, heading))| {
            let kind = match column.importance {
                _ if order == 0 => Kind::Names,
                Importance::Essential | Importance::Detail => Kind::Words,
                Importance::Sentence => Kind::Sentences,
            };
            let heading = if heading.is_empty() { NONE.to_owned() } else { heading };
            let texts: Vec<String> = table.rows().map(|row| signed(row, index)).collect();
            let texts = texts.iter().map(String::as_str).chain([NONE]);
            let measure = Measure::of(&heading, texts, kind);
            Shown { index, heading, align: column.align, importance: column.importance, measure }
        })
        .collect()
}

/// As many columns as one page holds so that they read well, and upright if it can be.
fn arranged(columns: Vec<Shown>) -> Arrangement {
    const KEPT: [&[Importance]; 3] = [
        &[Importance::Essential, Importance::Detail, Importance::Sentence],
        &[Importance::Essential, Importance::Detail],
        &[Importance::Essential],
    ];
    let width = |kept: &[Importance]| {
        let beside = columns.iter().filter(|column| kept.contains(&column.importance));
        beside.map(|column| column.measure.fair).sum::<usize>()
    };
    let pages = [Page::Portrait, Page::Landscape];
    let fitting = KEPT.into_iter().find_map(|kept| {
        let page = pages.into_iter().find(|page| width(kept) <= page.text_width())?;
        (width(kept) > 0).then_some((kept, page))
    });
    // Where even those that always stay are too many, they are squeezed.
    let squeezed = || KEPT.into_iter().rev().find(|kept| width(kept) > 0).unwrap_or(KEPT[0]);
    let (kept, page) = fitting.unwrap_or_else(|| (squeezed(), Page::Landscape));
    let (beside, beneath) = columns.into_iter().partition(|column| kept.contains(&column.importance));
    Arrangement { beside, beneath, page }
}
