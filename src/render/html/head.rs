//! What a page says about itself to programs.

use maud::{Markup, PreEscaped, html};

use super::LINE_END;
use super::style::style;
use super::words::words;
use crate::document::{Block, Document, Provenance};
use crate::render::seal;

/// Nothing is loaded and nothing is run, whatever a text might hold.
const POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/// Characters of a description: about what a search engine shows.
const DESCRIPTION: usize = 160;

/// The `head` of a page with this title.
pub fn head(document: &Document, title: &str) -> Markup {
    let metadata = &document.metadata;
    let (author, subject) = (words(&metadata.author), words(&metadata.subject));
    html! {
        head {
            (LINE_END)
            meta charset="utf-8"; (LINE_END)
            // Before any text of the document: the first seal of a file is its own.
            @if let Some(provenance) = &metadata.provenance { (provenance_of(provenance)) }
            meta http-equiv="Content-Security-Policy" content=(POLICY); (LINE_END)
            meta name="viewport" content="width=device-width, initial-scale=1"; (LINE_END)
            meta name="color-scheme" content="light dark"; (LINE_END)
            title { (title) @if !subject.is_empty() && subject != title { " – " (subject) } } (LINE_END)
            meta name="description" content=(description(document, title)); (LINE_END)
            @if !author.is_empty() { meta name="author" content=(author); (LINE_END) }
            @if !subject.is_empty() { meta name="hwb-strategy" content=(subject); (LINE_END) }
            meta name="generator" content={ "hwb " (env!("CARGO_PKG_VERSION")) }; (LINE_END)
            style { (LINE_END) (PreEscaped(style())) } (LINE_END)
        }
    }
}

fn provenance_of(provenance: &Provenance) -> Markup {
    html! {
        meta name="hwb-seal" content=(seal::place()); (LINE_END)
        meta name="hwb-as-of" content=(provenance.as_of); (LINE_END)
        @if let Some(meeting) = provenance.meeting { meta name="hwb-meeting" content=(meeting); (LINE_END) }
        meta name="hwb-sources" content={ "sha256:" (words(&provenance.sources)) }; (LINE_END)
    }
}

/// The document's first paragraph, or its title, cut to a readable length.
fn description(document: &Document, title: &str) -> String {
    let first = document.blocks.iter().find_map(|block| match block {
        Block::Paragraph(text) => Some(words(text)).filter(|text| !text.is_empty()),
        _ => None,
    });
    let whole = first.unwrap_or_else(|| title.to_owned());
    match whole.char_indices().nth(DESCRIPTION) {
        Some((end, _)) => {
            let cut = &whole[..end];
            format!("{}…", cut.rsplit_once(' ').map_or(cut, |(words, _)| words))
        }
        None => whole,
    }
}
