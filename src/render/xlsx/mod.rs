//! The tables of a document as a workbook, by the Government Analysis Function's rules: "Releasing statistics in spreadsheets",
//! <https://analysisfunction.civilservice.gov.uk/policy-store/releasing-statistics-in-spreadsheets/>.
//!
//! A cover, a list of contents, the notes, then one table a worksheet: each begins in column A below its title and what is to be known of
//! it, with one row of headings, no merged cells and no empty rows. Nothing is frozen, filtered, or said by colour.

mod cover;
mod package;
mod sheet;
mod sheets;
mod tab;
mod value;
mod write;

use crate::document::Document;

/// The workbook. The same document gives the same bytes.
pub fn render(document: &Document) -> Vec<u8> {
    let sheets = sheets::of(document);
    match write::workbook(&document.title, &document.metadata, &sheets)
        .and_then(|bytes| package::finished(bytes, document))
    {
        Ok(bytes) => bytes,
        Err(error) => unreachable!("a workbook within the limits of the format, written to memory: {error}"),
    }
}

#[cfg(test)]
mod tests;
