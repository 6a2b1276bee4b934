//! What somebody wrote in Markdown.

use maud::{Markup, html};

use super::LINE_END;
use super::words::{direction, outward, verbatim, words};
use crate::document::{Inline, Passage, Prose};

/// Every passage, in reading order.
pub fn prose(prose: &Prose) -> Markup {
    passages(&prose.0)
}

fn passages(passages: &[Passage]) -> Markup {
    html! { @for it in passages { (passage(it)) (LINE_END) } }
}

fn passage(passage: &Passage) -> Markup {
    match passage {
        Passage::Paragraph(inlines) => html! { p dir=[direction(&text_of(inlines))] { (line(inlines)) } },
        Passage::List { first: None, items } => html! { ul { (list_items(items)) } },
        Passage::List { first: Some(first), items } => {
            html! { ol start=[(*first != 1).then_some(first)] { (list_items(items)) } }
        }
        Passage::Quote(quoted) => html! { blockquote { (LINE_END) (passages(quoted)) } },
        Passage::Verbatim(text) => html! { pre { code { (verbatim(text)) } } },
    }
}

fn list_items(items: &[Vec<Passage>]) -> Markup {
    html! {
        (LINE_END)
        @for item in items {
            // An item that is one paragraph needs no paragraph of its own.
            @match item.as_slice() {
                [Passage::Paragraph(inlines)] => li dir=[direction(&text_of(inlines))] { (line(inlines)) },
                several => li { (LINE_END) (passages(several)) },
            }
            (LINE_END)
        }
    }
}

fn line(inlines: &[Inline]) -> Markup {
    html! { @for it in inlines { (inline(it)) } }
}

fn inline(inline: &Inline) -> Markup {
    match inline {
        Inline::Text(text) => html! { (spaced(text)) },
        Inline::Strong(inlines) => html! { strong { (line(inlines)) } },
        Inline::Emphasis(inlines) => html! { em { (line(inlines)) } },
        Inline::Code(text) => html! { code { (spaced(text)) } },
        Inline::Link { to, words } => link(to, words),
        Inline::LineBreak => html! { br; },
    }
}

/// A link, its words alone where it leads where none may, and its address where it has no words.
fn link(to: &str, inlines: &[Inline]) -> Markup {
    match outward(to) {
        Some(address) if text_of(inlines).trim().is_empty() => html! { a href=(address) { (words(to)) } },
        Some(address) => html! { a href=(address) { (line(inlines)) } },
        None => line(inlines),
    }
}

/// The text made safe, with the spaces at its ends that keep it apart from its neighbours.
fn spaced(text: &str) -> String {
    let shown = words(text);
    let before = if text.starts_with(char::is_whitespace) { " " } else { "" };
    let after = if text.ends_with(char::is_whitespace) && !shown.is_empty() { " " } else { "" };
    format!("{before}{shown}{after}")
}

fn text_of(inlines: &[Inline]) -> String {
    let texts = inlines.iter().map(|inline| match inline {
        Inline::Text(text) | Inline::Code(text) => text.clone(),
        Inline::Strong(inlines) | Inline::Emphasis(inlines) | Inline::Link { words: inlines, .. } => text_of(inlines),
        Inline::LineBreak => " ".to_owned(),
    });
    texts.collect()
}
