//! What a page says about itself to programs.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use maud::{Markup, PreEscaped, html};
use sha2::{Digest, Sha256};

use super::LINE_END;
use super::setting::Setting;
use super::style::style;
use super::words::words;
use crate::document::{Block, Document, Provenance};
use crate::render::seal;

/// Nothing is loaded and nothing is run but the page's own, whatever a text might hold.
const POLICY: &str = "default-src 'none'; base-uri 'none'; form-action 'none'";

/// Characters of a description: about what a search engine shows.
const DESCRIPTION: usize = 160;

/// The `head` of a page with this title.
pub fn head(document: &Document, title: &str, setting: &Setting) -> Markup {
    let metadata = &document.metadata;
    let (author, subject) = (words(&metadata.author), words(&metadata.subject));
    let whole = if setting.name.is_empty() { &subject } else { &setting.name };
    html! {
        head {
            (LINE_END)
            meta charset="utf-8"; (LINE_END)
            // Before any text of the document: the first seal of a file is its own.
            @if let Some(provenance) = &metadata.provenance { (provenance_of(provenance)) }
            meta http-equiv="Content-Security-Policy" content=(policy(setting)); (LINE_END)
            meta name="viewport" content="width=device-width, initial-scale=1"; (LINE_END)
            meta name="color-scheme" content="light dark"; (LINE_END)
            title { (title) @if !whole.is_empty() && whole != title { " – " (whole) } } (LINE_END)
            meta name="description" content=(description(document, title)); (LINE_END)
            @if !author.is_empty() { meta name="author" content=(author); (LINE_END) }
            @if !subject.is_empty() { meta name="hwb-strategy" content=(subject); (LINE_END) }
            meta name="generator" content={ "hwb " (env!("CARGO_PKG_VERSION")) }; (LINE_END)
            @match &setting.style {
                Some(address) => link rel="stylesheet" href=(address);,
                None => style { (LINE_END) (PreEscaped(style())) },
            }
            (LINE_END)
        }
    }
}

/// What the page may load and run. The widths of columns are styles within it, wherever its sheet lies.
fn policy(setting: &Setting) -> String {
    let sheet = if setting.style.is_some() { " 'self' file:" } else { "" };
    let script = setting.script.map(|script| {
        let digest = BASE64_STANDARD.encode(Sha256::digest(script));
        format!("; script-src 'sha256-{digest}'")
    });
    format!("{POLICY}; style-src 'unsafe-inline'{sheet}{}", script.unwrap_or_default())
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
