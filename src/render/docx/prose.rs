//! What somebody wrote in Markdown as paragraphs and lists.

use super::compose::Composition;
use super::flow::{Face, Look, Paragraph, Span, Style};
use super::numbering::{List, Lists};
use super::text::{verbatim, within};
use crate::document::{Inline, Passage, Prose};

/// How far in a quotation within another stands, in twentieths of a point; deeper ones than these stand with the last.
const QUOTATION: usize = 567;
const DEEPEST: usize = 8;

/// Word counts no list from a higher number.
const HIGHEST_FIRST: u64 = 32_767;

/// Where a passage stands: in which item of which list, and in how many quotations.
#[derive(Clone, Copy, Default)]
struct Place {
    /// The list that the passage is in; nothing outside a list.
    list: Option<List>,
    quotations: usize,
}

/// The passages, after what is there.
pub fn append(composition: &mut Composition, prose: &Prose) {
    passages(composition, &prose.0, Place::default());
}

fn passages(composition: &mut Composition, all: &[Passage], place: Place) {
    for passage in all {
        append_passage(composition, passage, place);
    }
}

fn append_passage(composition: &mut Composition, passage: &Passage, place: Place) {
    match passage {
        Passage::Paragraph(words) => {
            let spans = spans(composition, words, Look::default());
            composition.push(placed(Paragraph { spans, ..Paragraph::default() }, place));
        }
        Passage::Verbatim(text) => {
            let mut spans = Vec::new();
            for line in verbatim(text) {
                if !spans.is_empty() {
                    spans.push(Span::LineBreak);
                }
                spans.push(Span::plain(line));
            }
            let paragraph = placed(Paragraph { spans, ..Paragraph::default() }, place);
            composition.push(Paragraph { style: Style::Preformatted, ..paragraph });
        }
        Passage::Quote(quoted) => {
            passages(composition, quoted, Place { quotations: (place.quotations + 1).min(DEEPEST), ..place });
        }
        Passage::List { first, items } => append_list(composition, *first, items, place),
    }
}

/// A paragraph where it stands when it does not begin an item.
fn placed(paragraph: Paragraph, place: Place) -> Paragraph {
    let quoted = place.quotations.saturating_sub(1) * QUOTATION;
    match (place.list, place.quotations) {
        (None, 0) => paragraph,
        // One quotation is as far in as its style says.
        (None, 1) => Paragraph { style: Style::Quote, ..paragraph },
        (None, _) => Paragraph { style: Style::Quote, indent: QUOTATION + quoted, ..paragraph },
        (Some(list), 0) => Paragraph { style: Style::ListContinue, indent: list.indent(), ..paragraph },
        (Some(list), _) => Paragraph { style: Style::Quote, indent: list.indent() + QUOTATION + quoted, ..paragraph },
    }
}

fn append_list(composition: &mut Composition, first: Option<u64>, items: &[Vec<Passage>], place: Place) {
    let level = place.list.map_or(0, |list| list.item.level + 1);
    let list = match first {
        None => Lists::bullets(level),
        Some(first) => match u32::try_from(first.min(HIGHEST_FIRST)) {
            Ok(first) => composition.lists.numbered(first, level),
            Err(_) => Lists::bullets(level),
        },
    };
    for item in items {
        append_item(composition, list, item, place);
    }
}

/// The item's sign stands before its first words, or by itself where it begins with something else.
fn append_item(composition: &mut Composition, list: List, item: &[Passage], place: Place) {
    let (spans, rest) = match item.split_first() {
        Some((Passage::Paragraph(words), rest)) => (spans(composition, words, Look::default()), rest),
        _ => (Vec::new(), item),
    };
    composition.push(list.begin(Paragraph { spans, ..Paragraph::default() }));
    passages(composition, rest, Place { list: Some(list), ..place });
}

/// The words of a line, in this look and their own.
fn spans(composition: &mut Composition, words: &[Inline], look: Look) -> Vec<Span> {
    let mut spans_so_far = Vec::new();
    for word in words {
        match word {
            Inline::Text(text) => spans_so_far.push(Span::Text(within(text), look)),
            Inline::Strong(inner) => {
                spans_so_far.extend(spans(composition, inner, Look { is_strong: true, ..look }));
            }
            Inline::Emphasis(inner) => {
                spans_so_far.extend(spans(composition, inner, Look { is_emphasised: true, ..look }));
            }
            Inline::Code(text) => spans_so_far.push(Span::Text(within(text), Look { face: Face::Code, ..look })),
            Inline::LineBreak => spans_so_far.push(Span::LineBreak),
            Inline::Link { to, words } => {
                let inner = spans(composition, words, Look { face: Face::Link, ..look });
                spans_so_far.extend(composition.linked(to, inner));
            }
        }
    }
    spans_so_far
}
