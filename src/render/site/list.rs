//! The list of a site: a table of all there is, and above it what narrows it where a script runs.

use maud::{Markup, PreEscaped, html};

use super::ways::address;
use crate::document::{Index, IndexEntry, Mark};
use crate::render::html::{direction, shape, words};

/// Narrows the list to what is looked for. Held to its digest by the page's security policy.
pub const SCRIPT: &str = include_str!("search.js");

const LINE_END: PreEscaped<&str> = PreEscaped("\n");

/// What stands where there is nothing to say.
const NONE: &str = "none";

/// The form, which only the script shows, the count and the list. Ids have an underscore, which no title's has.
pub fn list(index: &Index) -> Markup {
    let chapters = distinct(index.entries.iter().map(|entry| words(&entry.chapter)));
    let ratings = distinct(index.entries.iter().map(|entry| words(&entry.rating)));
    html! {
        form #find_form role="search" aria-label="Find a measure" hidden {
            div.field {
                label for="find_words" { "Words to look for" }
                input #find_words type="search" autocomplete="off" spellcheck="false";
            }
            (choice("find_chapter", "Chapter", "All chapters", &chapters))
            (choice("find_rating", "Rating", "All ratings", &ratings))
            button type="reset" { "Show all" }
        }
        (LINE_END)
        p #find_count role="status" hidden {} (LINE_END)
        table.from-48 #find_list role="table" aria-labelledby="find_caption" {
            (LINE_END)
            caption { span #find_caption { "Every measure" } } (LINE_END)
            colgroup { @for share in [44, 24, 16, 16] { col style={ "width:" (share) "%" }; } } (LINE_END)
            thead role="rowgroup" {
                tr role="row" {
                    th scope="col" role="columnheader" { "Measure" }
                    th scope="col" role="columnheader" { "Chapter" }
                    th scope="col" role="columnheader" { "Latest" }
                    th scope="col" role="columnheader" { "Rating" }
                }
            }
            (LINE_END)
            tbody role="rowgroup" {
                (LINE_END)
                @for it in &index.entries { (entry(index, it)) (LINE_END) }
            }
        }
        (LINE_END)
    }
}

/// A field to choose from; nothing where there is no choice.
fn choice(id: &str, label: &str, all: &str, choices: &[String]) -> Markup {
    html! {
        @if choices.len() > 1 {
            div.field {
                label for=(id) { (label) }
                select id=(id) {
                    option value="" { (all) }
                    @for it in choices { option value=(it) dir=[direction(it)] { (it) } }
                }
            }
        }
    }
}

fn entry(index: &Index, entry: &IndexEntry) -> Markup {
    let title = or_none(&entry.title);
    let chapter = or_none(&entry.chapter);
    let latest = or_none(&entry.latest);
    html! {
        tr role="row" data-words=(words(&entry.words)) data-chapter=(words(&entry.chapter)) data-rating=(words(&entry.rating)) {
            th scope="row" role="rowheader" dir=[direction(&title)] {
                a href=(address(&index.path, &entry.path)) { (title) }
            }
            td role="cell" data-label="Chapter" dir=[direction(&chapter)] { (chapter) }
            td role="cell" data-label="Latest" dir=[direction(&latest)] { (latest) }
            td role="cell" data-label="Rating" { span class=(class_of(entry.mark)) { (shape(entry.mark)) " " (or_none(&entry.rating)) } }
        }
    }
}

fn class_of(mark: Mark) -> &'static str {
    match mark {
        Mark::OnTarget => "good",
        Mark::NearTarget => "caution",
        Mark::OffTarget => "bad",
        Mark::NotRated => "muted",
    }
}

fn or_none(text: &str) -> String {
    let text = words(text);
    if text.is_empty() { NONE.to_owned() } else { text }
}

/// Each once, in the order in which they come; empty ones left out.
fn distinct(texts: impl Iterator<Item = String>) -> Vec<String> {
    let mut distinct: Vec<String> = Vec::new();
    for text in texts {
        if !text.is_empty() && !distinct.contains(&text) {
            distinct.push(text);
        }
    }
    distinct
}
