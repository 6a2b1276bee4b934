//! A document as a Word file.

use crate::document::Document;

/// The file.
pub fn render(_document: &Document) -> Vec<u8> {
    Vec::new()
}
