//! A document's blocks as what stands in a Word file, in reading order.

use std::vec;

use super::chart::{self, Painted};
use super::flow::{Content, Face, Grid, Item, Look, Paragraph, Span, Style};
use super::numbering::Lists;
use super::package::Part;
use super::page::Page;
use super::relationships::Relationships;
use super::text::line;
use super::{address, fit, prose, table};
use crate::document::{Block, Document, Link, Stub};
use crate::render::font::Weight;

/// Word's headings go no deeper.
const DEEPEST: usize = 6;

/// What is said where there is nothing to say.
pub const NONE: &str = "none";

/// Above a paragraph that follows a table, in twentieths of a point.
const AFTER_TABLE: usize = 160;

/// The column of the labels of facts is no wider.
const WIDEST_LABEL: usize = 3_400;

/// What a document comes to.
#[derive(Default)]
pub struct Composition {
    pub items: Vec<Item>,
    pub relationships: Relationships,
    pub lists: Lists,
    pub pictures: Vec<Part>,
    charts: vec::IntoIter<Painted>,
    /// How many tables there are so far.
    tables: usize,
    is_page_due: bool,
}

/// Where blocks stand.
#[derive(Clone, Copy)]
pub struct Place<'a> {
    /// Of a heading among them, from 1.
    pub level: usize,
    /// What they stand under.
    pub title: &'a str,
}

impl Composition {
    pub fn of(document: &Document) -> Self {
        let mut composition = Self { charts: chart::painted(&document.blocks).into_iter(), ..Self::default() };
        let title = line(&document.title);
        if !title.is_empty() {
            composition.push(Paragraph::of(Style::Title, title.clone()).kept_with_next());
        }
        composition.blocks(&document.blocks, Place { level: 1, title: &title });
        // Word has a paragraph after every table, and gives the last one its own where a file has none.
        if composition.follows_table() {
            composition.push(Paragraph { style: Style::End, ..Paragraph::default() });
        }
        composition
    }

    fn blocks(&mut self, blocks: &[Block], place: Place) {
        for block in blocks {
            match block {
                Block::Paragraph(text) => self.push_text(Style::Normal, text),
                Block::List(items) => {
                    let items = items.iter().map(|item| line(item)).filter(|item| !item.is_empty());
                    self.list(items.map(|item| vec![Span::plain(item)]));
                }
                Block::Facts(facts) => self.facts(facts),
                Block::Table(table) => table::append(self, table, place),
                Block::Chart(chart) => {
                    if let Some(painted) = self.charts.next() {
                        chart::append(self, chart, painted);
                    }
                }
                Block::Prose(prose) => prose::append(self, prose),
                Block::Stub(stub) => self.stub(stub),
                Block::Links(links) => {
                    let items: Vec<Vec<Span>> = links.iter().map(|link| self.link(link)).collect();
                    self.list(items.into_iter());
                }
                Block::NewPage => self.is_page_due = true,
                Block::Section { title, blocks } => {
                    let title = line(title);
                    self.heading(place.level, &title);
                    let title = if title.is_empty() { place.title } else { &title };
                    self.blocks(blocks, Place { level: place.level + 1, title });
                }
            }
        }
    }

    /// A paragraph that fits any page.
    pub fn push(&mut self, paragraph: Paragraph) {
        self.push_on(None, paragraph);
    }

    /// A paragraph on such a page.
    pub fn push_on(&mut self, page: Option<Page>, mut paragraph: Paragraph) {
        paragraph.begins_page |= std::mem::take(&mut self.is_page_due) && !self.items.is_empty();
        let has_room_of_its_own = matches!(paragraph.style, Style::Heading(_) | Style::Title | Style::Caption);
        if self.follows_table() && !has_room_of_its_own {
            paragraph.before = AFTER_TABLE;
        }
        self.items.push(Item { content: Content::Paragraph(paragraph), page });
    }

    /// A table on such a page; a paragraph must stand before it, and between it and the next.
    pub fn push_grid(&mut self, page: Option<Page>, grid: Grid) {
        self.items.push(Item { content: Content::Grid(grid), page });
    }

    /// A paragraph of one text; none where there is nothing in it.
    pub fn push_text(&mut self, style: Style, text: &str) {
        let text = line(text);
        if !text.is_empty() {
            self.push(Paragraph::of(style, text));
        }
    }

    /// A heading; none where it is empty. `title` is clean.
    pub fn heading(&mut self, level: usize, title: &str) {
        if !title.is_empty() {
            self.push(Paragraph::of(Style::Heading(level.min(DEEPEST)), title.to_owned()).kept_with_next());
        }
    }

    /// The number of the next table, from 1.
    pub fn count_table(&mut self) -> usize {
        self.tables += 1;
        self.tables
    }

    /// A list with bullets.
    pub fn list(&mut self, items: impl Iterator<Item = Vec<Span>>) {
        let list = Lists::bullets(0);
        for spans in items {
            self.push(list.begin(Paragraph { spans, ..Paragraph::default() }));
        }
    }

    /// A paragraph each, "Label: value", with the values in a column of their own: no table, which would have no headings.
    fn facts(&mut self, facts: &[(String, String)]) {
        let labels: Vec<String> = facts.iter().map(|(label, _)| format!("{}:", line(label))).collect();
        // Larger than the text in tables that widths are reckoned for.
        let widest = labels.iter().map(|label| fit::width(label, Weight::Bold) * 12 / 11).max().unwrap_or_default();
        let stop = widest.min(WIDEST_LABEL) + 200;
        for (label, (_, value)) in labels.into_iter().zip(facts) {
            let value = line(value);
            let value = if value.is_empty() { NONE.to_owned() } else { value };
            let spans = vec![Span::strong(label), Span::Tab, Span::plain(value)];
            self.push(Paragraph { spans, stop: Some(stop), ..Paragraph::default() });
        }
    }

    fn stub(&mut self, stub: &Stub) {
        let words = format!("[To be written by {}: {}. In {}]", line(&stub.awaits), line(&stub.says), line(&stub.path));
        let look = Look { face: Face::Stub, is_strong: true, ..Look::default() };
        self.push(Paragraph { spans: vec![Span::Text(words, look)], ..Paragraph::default() });
    }

    /// A link to another page of a site is words in a file that stands by itself.
    fn link(&mut self, link: &Link) -> Vec<Span> {
        let mut spans =
            self.linked(&link.to, vec![Span::Text(line(&link.text), Look { face: Face::Link, ..Look::default() })]);
        let about = line(&link.about);
        if !about.is_empty() {
            spans.push(Span::plain(format!(": {about}")));
        }
        spans
    }

    /// Words that lead to an address; the words, and the address after them, where a Word file may not lead there.
    pub fn linked(&mut self, to: &str, spans: Vec<Span>) -> Vec<Span> {
        if let Some(address) = address::checked(to) {
            let relationship = self.relationships.link(&address);
            return vec![Span::Link { relationship, spans }];
        }
        let mut spans: Vec<Span> = spans.into_iter().map(unlinked).collect();
        let to = line(to);
        if !to.is_empty() {
            spans.push(Span::plain(format!(" ({to})")));
        }
        spans
    }

    fn follows_table(&self) -> bool {
        matches!(self.items.last(), Some(Item { content: Content::Grid(_), .. }))
    }
}

fn unlinked(span: Span) -> Span {
    match span {
        Span::Text(text, Look { face: Face::Link, is_strong, is_emphasised }) => {
            Span::Text(text, Look { face: Face::Text, is_strong, is_emphasised })
        }
        other => other,
    }
}
