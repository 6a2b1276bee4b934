//! A document as one web page, whole in itself: no script is needed to read it, and nothing is asked of any server.
//!
//! Built for WCAG 2.2 AA: landmarks, one `h1` and headings in order, tables with captions and headers and without merged cells, status as
//! a word beside its shape. The style sheet, `style.css`, stands inside the page.

mod blocks;
mod figure;
mod fit;
mod head;
mod ids;
mod prose;
mod setting;
mod style;
mod table;
mod words;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use self::blocks::{Body, Writer};
pub use self::setting::{Leads, Setting, Way};
pub use self::style::style;
pub use self::table::shape;
pub use self::words::{direction, relative, words};
use super::seal;
use crate::document::{Document, Metadata};
use crate::time;

/// Ends a line of the file, so that git shows what changed in a page line by line.
const LINE_END: PreEscaped<&str> = PreEscaped("\n");

/// A page with at least so many sections begins with a list of them.
const CONTENTS_FROM: usize = 3;

/// The page, by itself.
pub fn render(document: &Document) -> String {
    page(document, &Setting::default())
}

/// The page in its setting.
pub fn page(document: &Document, setting: &Setting) -> String {
    let title = title(document);
    let body = Writer::default().body(&document.blocks);
    let page = html! {
        (DOCTYPE) (LINE_END)
        html lang=(document.metadata.language) {
            (LINE_END)
            (head::head(document, &title, setting)) (LINE_END)
            body {
                (LINE_END)
                a.skip href="#main" { "Skip to main content" } (LINE_END)
                (banner(&document.metadata))
                (setting.navigation())
                (setting.trail())
                (main(&title, &body, setting))
                (footer(&document.metadata))
                @if let Some(script) = setting.script { script { (PreEscaped(script)) } (LINE_END) }
            }
            (LINE_END)
        }
        (LINE_END)
    };
    seal::text(page.into_string())
}

/// What the page is called: never nothing, since a page without a name cannot be told from others.
fn title(document: &Document) -> String {
    let candidates = [&document.title, &document.metadata.subject].map(|text| words(text));
    candidates.into_iter().find(|text| !text.is_empty()).unwrap_or_else(|| "Untitled".to_owned())
}

/// Who gives it out, and the strategy it is about.
fn banner(metadata: &Metadata) -> Markup {
    let (author, subject) = (words(&metadata.author), words(&metadata.subject));
    html! {
        @if !(author.is_empty() && subject.is_empty()) {
            header {
                div.inner {
                    @if !author.is_empty() { p.author dir=[direction(&author)] { (author) } }
                    @if !subject.is_empty() { p.subject dir=[direction(&subject)] { (subject) } }
                }
            }
            (LINE_END)
        }
    }
}

fn main(title: &str, body: &Body, setting: &Setting) -> Markup {
    html! {
        main #main tabindex="-1" class=[body.is_wide.then_some("wide")] {
            (LINE_END)
            h1 dir=[direction(title)] { (title) } (LINE_END)
            (body.before)
            @if body.sections.len() >= CONTENTS_FROM { (contents(body)) }
            (body.after)
            @if let Some(after) = &setting.after { (after) }
        }
        (LINE_END)
    }
}

fn contents(body: &Body) -> Markup {
    html! {
        nav.contents aria-label="Contents" {
            p.label { "Contents" }
            ol {
                @for (id, title) in &body.sections {
                    li { a href={ "#" (id) } dir=[direction(title)] { (title) } } (LINE_END)
                }
            }
        }
        (LINE_END)
    }
}

fn footer(metadata: &Metadata) -> Markup {
    html! {
        footer {
            div.inner {
                @if let Some(provenance) = &metadata.provenance {
                    p { "Figures as they were known on " (time::date::long(provenance.as_of)) "." }
                }
                p { "Made by hwb " (env!("CARGO_PKG_VERSION")) "." }
            }
        }
        (LINE_END)
    }
}

#[cfg(test)]
mod tests;
