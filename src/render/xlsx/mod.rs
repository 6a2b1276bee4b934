//! The tables of a document as a workbook.

use crate::document::Document;

/// The workbook.
pub fn render(_document: &Document) -> Vec<u8> {
    Vec::new()
}
