//! A table: one header row, a header for each row, a table of its own for each group, and nothing merged.

use maud::{Markup, PreEscaped, html};

use super::LINE_END;
use super::fit::{self, Layout};
use super::ids::Ids;
use super::words::{direction, words};
use crate::document::{Align, Cell, Column, Group, Mark, Row, Table, Tone};

/// What stands where there is nothing to say: never an empty cell.
pub const NONE: &str = "none";

/// A column that people read, and its place in the rows.
struct Shown<'a> {
    place: usize,
    heading: String,
    column: &'a Column,
}

/// How the tables of one table are written.
struct Look<'a> {
    columns: Vec<Shown<'a>>,
    layout: Layout,
    /// The part of the width that each column takes, in percent.
    shares: Vec<usize>,
}

/// The notes, then a table for each group. Nothing where the table has no column for people.
pub fn table(table: &Table, ids: &mut Ids) -> Markup {
    let columns: Vec<Shown<'_>> = table.columns.iter().enumerate().filter_map(shown).collect();
    if columns.is_empty() {
        return PreEscaped(String::new());
    }
    let look = Look { columns, layout: Layout::of(table), shares: fit::shares(table) };
    let caption = words(&table.caption);
    html! {
        (notes(&table.notes))
        @if table.groups.is_empty() { (grid(&look, &caption, &[], &[], ids)) }
        @for group in &table.groups { (grid(&look, &caption_of(&caption, group), &group.notes, &group.rows, ids)) }
    }
}

fn shown((place, column): (usize, &Column)) -> Option<Shown<'_>> {
    Some(Shown { place, heading: words(column.heading.as_ref()?), column })
}

/// "CAPTION: GROUP", or whichever of them there is.
fn caption_of(caption: &str, group: &Group) -> String {
    let parts = [caption.to_owned(), words(&group.title)];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(": ")
}

/// The key stands before the tables it explains.
fn notes(notes: &[String]) -> Markup {
    html! {
        @for note in notes.iter().map(|note| words(note)).filter(|note| !note.is_empty()) {
            p.note dir=[direction(&note)] { (note) } (LINE_END)
        }
    }
}

fn grid(look: &Look<'_>, caption: &str, about: &[String], rows: &[Row], ids: &mut Ids) -> Markup {
    let id = ids.number("table");
    let role = |role| look.layout.role(role);
    if rows.is_empty() {
        return html! {
            @if !caption.is_empty() { p.caption id=(id) dir=[direction(caption)] { (caption) } (LINE_END) }
            (notes(about))
            p { "None." } (LINE_END)
        };
    }
    html! {
        // The name of the table is its title alone: what is said about it is read once, not each time the table is named.
        table class=(look.layout.class()) role=[role("table")] aria-labelledby=[(!caption.is_empty()).then_some(&id)] {
            (LINE_END)
            @if !caption.is_empty() {
                caption {
                    span id=(id) dir=[direction(caption)] { (caption) }
                    @for note in about.iter().map(|note| words(note)).filter(|note| !note.is_empty()) {
                        span.note dir=[direction(&note)] { (note) }
                    }
                }
                (LINE_END)
            }
            (shares(look))
            thead role=[role("rowgroup")] {
                tr role=[role("row")] { @for it in &look.columns { (heading(it, role("columnheader"))) } }
            }
            (LINE_END)
            tbody role=[role("rowgroup")] {
                (LINE_END)
                @for it in rows { (row(look, it)) (LINE_END) }
            }
        }
        (LINE_END)
    }
}

/// The widths of the columns; nothing for a small table, which is as wide as what it holds.
fn shares(look: &Look<'_>) -> Markup {
    html! {
        @if look.layout != Layout::Always {
            colgroup { @for share in &look.shares { col style={ "width:" (share) "%" }; } } (LINE_END)
        }
    }
}

fn heading(shown: &Shown<'_>, role: Option<&str>) -> Markup {
    let heading = if shown.heading.is_empty() { NONE } else { &shown.heading };
    html! {
        th scope="col" role=[role] class=[class_of(shown.column, heading)] dir=[direction(heading)] { (heading) }
    }
}

fn class_of(column: &Column, text: &str) -> Option<&'static str> {
    match (column.align, fit::has_long_word(text)) {
        (Align::Right, false) => Some("figure"),
        (Align::Right, true) => Some("figure long"),
        (Align::Left, false) => None,
        (Align::Left, true) => Some("long"),
    }
}

fn row(look: &Look<'_>, row: &Row) -> Markup {
    let role = |role| look.layout.role(role);
    let cells = look.columns.iter().map(|shown| (shown, row.cells.get(shown.place)));
    html! {
        tr role=[role("row")] {
            @for (at, (shown, cell)) in cells.enumerate() {
                @let said = cell.map(|cell| words(&cell.shown)).unwrap_or_default();
                @let dir = direction(&said);
                @if at == 0 {
                    th scope="row" role=[role("rowheader")] class=[class_of(shown.column, &said)] dir=[dir] { (content(cell, &said)) }
                } @else {
                    td role=[role("cell")] class=[class_of(shown.column, &said)] dir=[dir] data-label=[role("cell").map(|_| &shown.heading)] {
                        (content(cell, &said))
                    }
                }
            }
        }
    }
}

/// What a cell says; before a rating, its shape.
fn content(cell: Option<&Cell>, said: &str) -> Markup {
    let tone = cell.map_or(Tone::Plain, |cell| cell.tone);
    if said.is_empty() {
        return html! { span.none { (NONE) } };
    }
    let Some(class) = class_of_tone(tone) else { return html! { (said) } };
    html! {
        span class=(class) { @if let Some(mark) = cell.and_then(|cell| cell.mark) { (shape(mark)) " " } (said) }
    }
}

fn class_of_tone(tone: Tone) -> Option<&'static str> {
    match tone {
        Tone::Plain => None,
        Tone::Good => Some("good"),
        Tone::Caution => Some("caution"),
        Tone::Bad => Some("bad"),
        Tone::Muted => Some("muted"),
    }
}

/// A circle, a triangle, a diamond, a hollow square: told apart without colour, and drawn rather than typed, since fonts differ.
pub fn shape(mark: Mark) -> Markup {
    html! {
        svg.shape viewBox="0 0 12 12" aria-hidden="true" {
            @match mark {
                Mark::OnTarget => circle cx="6" cy="6" r="5" {},
                Mark::NearTarget => path d="M6 .5 12 11.5H0z" {},
                Mark::OffTarget => path d="M6 0l6 6-6 6-6-6z" {},
                Mark::NotRated => path d="M1 1h10v10H1zM2.5 2.5v7h7v-7z" fill-rule="evenodd" {},
            }
        }
    }
}
