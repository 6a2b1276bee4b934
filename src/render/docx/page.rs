//! Which way round the pages are: upright, and on their side where a table is too wide.
//!
//! A page that is turned for a few lines and back is a nuisance to read and to print, so that a little text between two wide tables, or
//! before the first and after the last, stays on their pages, up to where a new page was asked for; and a heading goes along with what
//! it is the heading of.

use super::flow::{Content, Item, Paragraph, Style};
use super::xml::Xml;

/// A4, with margins of 2 cm.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Page {
    Portrait,
    Landscape,
}

/// In twentieths of a point, as Word has lengths.
const SHORT: usize = 11_906;
const LONG: usize = 16_838;
const MARGIN: usize = 1_134;
/// From the edge of the paper to the header and the footer.
const RUNNING: usize = 567;

/// How many lines of text stay on the pages of the wide tables they are among.
const FEW_LINES: usize = 14;

/// How many characters a line of text has, roughly.
const LINE: usize = 100;

impl Page {
    /// Of the paper.
    pub fn width(self) -> usize {
        match self {
            Self::Portrait => SHORT,
            Self::Landscape => LONG,
        }
    }

    /// Of the paper.
    pub fn height(self) -> usize {
        match self {
            Self::Portrait => LONG,
            Self::Landscape => SHORT,
        }
    }

    /// Between the margins.
    pub fn text_width(self) -> usize {
        self.width() - 2 * MARGIN
    }

    /// The properties of a section of such pages (ECMA-376 part 1, 17.6.17).
    pub fn write(self, xml: &mut Xml) {
        let (width, height) = (self.width().to_string(), self.height().to_string());
        let (margin, running) = (MARGIN.to_string(), RUNNING.to_string());
        xml.element("w:sectPr", &[], |xml| {
            xml.empty("w:headerReference", &[("w:type", "default"), ("r:id", super::running::HEADER.relationship)]);
            xml.empty("w:footerReference", &[("w:type", "default"), ("r:id", super::running::FOOTER.relationship)]);
            xml.value("w:type", "nextPage");
            let mut size = vec![("w:w", width.as_str()), ("w:h", height.as_str())];
            if self == Self::Landscape {
                size.push(("w:orient", "landscape"));
            }
            xml.empty("w:pgSz", &size);
            let margins = ["w:top", "w:right", "w:bottom", "w:left"].map(|side| (side, margin.as_str()));
            let others = [("w:header", running.as_str()), ("w:footer", running.as_str()), ("w:gutter", "0")];
            xml.empty("w:pgMar", &[&margins[..], &others[..]].concat());
        });
    }
}

/// The items, each with the page it stands on, and with sections ended where pages turn.
pub struct Laid {
    pub items: Vec<(Content, Page)>,
    /// Of the last section.
    pub last: Page,
}

/// Decides the page of everything.
pub fn lay(items: Vec<Item>) -> Laid {
    let pages = turned(&items);
    let last = pages.last().copied().unwrap_or(Page::Portrait);
    let mut laid: Vec<(Content, Page)> = Vec::with_capacity(items.len());
    for (mut item, page) in items.into_iter().zip(pages) {
        let before = laid.last().map(|(_, page)| *page);
        if let Some(before) = before.filter(|before| *before != page) {
            end_section(&mut laid, before);
            if let Content::Paragraph(paragraph) = &mut item.content {
                paragraph.begins_page = false;
            }
        }
        laid.push((item.content, page));
    }
    Laid { items: laid, last }
}

/// The section ends with the last paragraph, or with one of its own after a table.
fn end_section(laid: &mut Vec<(Content, Page)>, page: Page) {
    if let Some((Content::Paragraph(paragraph), _)) = laid.last_mut() {
        paragraph.ends_section = Some(page);
        paragraph.is_kept_with_next = false;
        return;
    }
    let paragraph = Paragraph { style: Style::End, ends_section: Some(page), ..Paragraph::default() };
    laid.push((Content::Paragraph(paragraph), page));
}

/// The page of each item.
fn turned(items: &[Item]) -> Vec<Page> {
    let mut pages: Vec<Option<Page>> = items.iter().map(|item| item.page).collect();
    let mut start = 0;
    while start < items.len() {
        if pages[start].is_some() {
            start += 1;
            continue;
        }
        let ends = |place: usize| pages[place].is_some() || (place > start && begins_page(&items[place]));
        let end = (start..items.len()).find(|&place| ends(place)).unwrap_or(items.len());
        // A page that begins anyway may as well be another way round.
        let before = start.checked_sub(1).filter(|_| !begins_page(&items[start])).and_then(|place| pages[place]);
        let after = pages.get(end).copied().flatten();
        let is_among = before.or(after) == Some(Page::Landscape) && after.or(before) == Some(Page::Landscape);
        let run = &items[start..end];
        let is_short = run.iter().map(lines).sum::<usize>() <= FEW_LINES;
        // The paragraphs just before a wide table that belong to it.
        let along = run.iter().rev().take_while(|item| is_kept_with_next(item)).count();
        let turn_from = match after {
            _ if is_among && is_short => start,
            Some(Page::Landscape) => end - along,
            _ => end,
        };
        for (place, page) in pages.iter_mut().enumerate().take(end).skip(start) {
            *page = Some(if place < turn_from { Page::Portrait } else { Page::Landscape });
        }
        start = end;
    }
    pages.into_iter().map(|page| page.unwrap_or(Page::Portrait)).collect()
}

fn is_kept_with_next(item: &Item) -> bool {
    matches!(&item.content, Content::Paragraph(paragraph) if paragraph.is_kept_with_next)
}

fn begins_page(item: &Item) -> bool {
    matches!(&item.content, Content::Paragraph(paragraph) if paragraph.begins_page)
}

/// About how many lines an item takes.
fn lines(item: &Item) -> usize {
    match &item.content {
        Content::Paragraph(paragraph) => {
            1 + paragraph.spans.iter().map(super::flow::Span::length).sum::<usize>() / LINE
        }
        Content::Grid(grid) => 2 * (grid.rows.len() + 1),
    }
}
