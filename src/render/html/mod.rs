//! A document as one web page, whole in itself: no script is needed to read it, and nothing is asked of any server.

use maud::{DOCTYPE, html};

use crate::document::Document;

/// The page.
pub fn render(document: &Document) -> String {
    html! {
        (DOCTYPE)
        html lang=(document.metadata.language) {
            head { title { (document.title) } }
        }
    }
    .into_string()
}
