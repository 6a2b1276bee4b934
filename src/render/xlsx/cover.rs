//! The first worksheet: what this is, how to read it, and whom to ask.

use super::sheet::{Line, Sheet};
use super::value::visible;
use crate::document::Document;
use crate::render::origin;

/// The cover of a workbook with so many tables.
pub fn sheet(tab: &str, document: &Document, tables: usize) -> Sheet {
    let metadata = &document.metadata;
    let text = |text: &str| Line::Text(visible(text));
    let heading = |text: &str| Line::Heading(text.to_owned());
    let mut lines: Vec<Line> = [&metadata.subject, &metadata.author]
        .into_iter()
        .filter(|said| !said.is_empty())
        .map(|said| text(said))
        .collect();
    lines.push(heading("About this workbook"));
    lines.push(text(&holds(tables)));
    lines.extend(
        origin::facts(metadata)
            .into_iter()
            .flatten()
            .skip_while(|(label, _)| matches!(*label, "Strategy" | "Board"))
            .map(|(label, value)| text(&format!("{label}: {value}"))),
    );
    lines.push(heading("How to read it"));
    for said in [
        "Each table is on a worksheet of its own, which the worksheet Contents lists, and begins in column A.",
        "Where a figure stands alone in a cell it is exact, not rounded; with words beside it, it is as the document shows it.",
        "A blank cell means that there is nothing to say. Where a figure is withheld, provisional or revised, words in its row say so.",
    ] {
        lines.push(text(said));
    }
    lines.push(heading("Questions and other formats"));
    lines.push(text(&whom_to_ask(&metadata.author)));
    let title =
        if document.title.is_empty() { "Tables".to_owned() } else { visible(&document.title).replace('\n', " ") };
    Sheet::lines(tab, &title, lines)
}

fn holds(tables: usize) -> String {
    match tables {
        0 => "The document it was made from has no tables, so there are none in this workbook.".to_owned(),
        1 => "This workbook holds the one table of a document. Its words are in the document itself.".to_owned(),
        _ => format!("This workbook holds the {tables} tables of a document. Its words are in the document itself."),
    }
}

fn whom_to_ask(board: &str) -> String {
    match board {
        "" => "Ask whoever sent you this workbook. The same tables can be had as a web page or a Word file.".to_owned(),
        board => format!("Ask the {board}. The same tables can be had as a web page or a Word file."),
    }
}
