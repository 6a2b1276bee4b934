//! The blocks of a document, in reading order.

use maud::{Markup, PreEscaped, html};

use super::LINE_END;
use super::fit::is_wide;
use super::ids::Ids;
use super::words::{direction, relative, words};
use super::{figure, prose, table};
use crate::document::{Block, Link, Stub};

/// The level of the headings of a page's sections.
const TOP: usize = 2;

/// HTML has no heading below this.
const DEEPEST: usize = 6;

/// The blocks of a page, written.
#[derive(Debug)]
pub struct Body {
    /// What stands before the first section.
    pub before: Markup,
    pub after: Markup,
    /// The id and the title of each section that has one.
    pub sections: Vec<(String, String)>,
    /// Whether a table before the first section needs paper turned on its side.
    pub is_wide: bool,
}

/// Writes blocks, with ids that are the page's only ones.
#[derive(Debug, Default)]
pub struct Writer {
    ids: Ids,
    sections: Vec<(String, String)>,
}

impl Writer {
    /// Every block of a page.
    pub fn body(mut self, blocks: &[Block]) -> Body {
        let first = blocks.iter().position(|block| matches!(block, Block::Section { .. })).unwrap_or(blocks.len());
        let (before, after) = blocks.split_at(first);
        let is_wide = holds_wide_table(before);
        let (before, after) = (self.blocks(before, TOP), self.blocks(after, TOP));
        Body { before, after, sections: self.sections, is_wide }
    }

    /// `level` is that of a heading among these blocks.
    fn blocks(&mut self, blocks: &[Block], level: usize) -> Markup {
        html! { @for block in blocks { (self.block(block, level)) } }
    }

    fn block(&mut self, block: &Block, level: usize) -> Markup {
        match block {
            Block::Paragraph(text) => paragraph(text),
            Block::List(items) => list(items),
            Block::Facts(facts) => facts_list(facts),
            Block::Table(table) => table::table(table, &mut self.ids),
            Block::Chart(chart) => figure::figure(chart, &mut self.ids),
            Block::Prose(prose) => prose::prose(prose),
            Block::Stub(stub) => note(stub),
            Block::Links(links) => links_list(links),
            Block::NewPage => html! { div.new-page {} (LINE_END) },
            Block::Section { title, blocks } => self.section(&words(title), blocks, level),
        }
    }

    /// What has no title is no section of its own: a heading with nothing in it would be read out as nothing.
    fn section(&mut self, title: &str, blocks: &[Block], level: usize) -> Markup {
        if title.is_empty() {
            return self.blocks(blocks, level);
        }
        let id = self.ids.section(title);
        if level == TOP {
            self.sections.push((id.clone(), title.to_owned()));
        }
        let is_wide = level == TOP && holds_wide_table(blocks);
        html! {
            section class=[is_wide.then_some("wide")] {
                (LINE_END)
                (heading(level, &id, title)) (LINE_END)
                (self.blocks(blocks, level + 1))
            }
            (LINE_END)
        }
    }
}

fn heading(level: usize, id: &str, title: &str) -> Markup {
    let dir = direction(title);
    match level.min(DEEPEST) {
        2 => html! { h2 id=(id) dir=[dir] { (title) } },
        3 => html! { h3 id=(id) dir=[dir] { (title) } },
        4 => html! { h4 id=(id) dir=[dir] { (title) } },
        5 => html! { h5 id=(id) dir=[dir] { (title) } },
        _ => html! { h6 id=(id) dir=[dir] { (title) } },
    }
}

fn holds_wide_table(blocks: &[Block]) -> bool {
    blocks.iter().any(|block| match block {
        Block::Table(table) => is_wide(table),
        Block::Section { blocks, .. } => holds_wide_table(blocks),
        _ => false,
    })
}

/// A paragraph; nothing where it says nothing.
fn paragraph(text: &str) -> Markup {
    let text = words(text);
    if text.is_empty() {
        return PreEscaped(String::new());
    }
    html! { p dir=[direction(&text)] { (text) } (LINE_END) }
}

fn list(items: &[String]) -> Markup {
    let items: Vec<String> = items.iter().map(|item| words(item)).filter(|item| !item.is_empty()).collect();
    if items.is_empty() {
        return PreEscaped(String::new());
    }
    html! {
        ul { (LINE_END) @for item in &items { li dir=[direction(item)] { (item) } (LINE_END) } } (LINE_END)
    }
}

fn facts_list(facts: &[(String, String)]) -> Markup {
    if facts.is_empty() {
        return PreEscaped(String::new());
    }
    html! {
        dl {
            (LINE_END)
            @for (label, value) in facts {
                @let (label, value) = (or_none(words(label)), or_none(words(value)));
                div { dt dir=[direction(&label)] { (label) } dd dir=[direction(&value)] { (value) } }
                (LINE_END)
            }
        }
        (LINE_END)
    }
}

/// The text, or the word that there is none: never an empty element.
fn or_none(text: String) -> String {
    if text.is_empty() { table::NONE.to_owned() } else { text }
}

/// Words that are missing, as a box that is plain to see and is read out as a note.
fn note(stub: &Stub) -> Markup {
    let (awaits, says, path) = (words(&stub.awaits), words(&stub.says), words(&stub.path));
    html! {
        div.stub role="note" {
            p dir=[direction(&says)] {
                strong { "To be written by " bdi { (awaits) } ":" } " " (says) "."
            }
            @if !path.is_empty() { p { "In " code { (path) } "." } }
        }
        (LINE_END)
    }
}

fn links_list(links: &[Link]) -> Markup {
    if links.is_empty() {
        return PreEscaped(String::new());
    }
    html! {
        ul.links { (LINE_END) @for it in links { li { (link(it)) } (LINE_END) } } (LINE_END)
    }
}

/// A link within the folder; its text alone where it leads out of it.
fn link(link: &Link) -> Markup {
    let (text, about) = (words(&link.text), words(&link.about));
    html! {
        @match relative(&link.to) {
            Some(to) => a href=(to) dir=[direction(&text)] { @if text.is_empty() { (to) } @else { (text) } },
            None => span dir=[direction(&text)] { (text) },
        }
        @if !about.is_empty() { " " span.about dir=[direction(&about)] { (about) } }
    }
}
