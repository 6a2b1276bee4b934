//! A document as a Word file (ECMA-376, transitional): real headings, lists and tables in the styles that Word has built in, so that
//! a screen reader finds its way and a council's own look applies.
//!
//! [`compose`] turns blocks into paragraphs and tables, [`page`] decides which pages are turned, and the other files write one part,
//! or one kind of element, each.

mod address;
mod chart;
mod compose;
mod direction;
mod drawing;
mod fit;
mod flow;
mod grid;
mod namespaces;
mod numbering;
mod package;
mod page;
mod paragraph;
mod properties;
mod prose;
mod relationships;
mod running;
mod settings;
mod styles;
mod table;
mod text;
mod xml;

#[cfg(test)]
mod tests;

use self::compose::Composition;
use self::flow::{Content, Item};
use self::package::{Kind, Part};
use self::xml::Xml;
use super::seal;
use crate::document::Document;

/// What content types of the parts of a Word file begin with.
macro_rules! word {
    ($part:literal) => {
        Kind::Xml(concat!("application/vnd.openxmlformats-officedocument.wordprocessingml.", $part, "+xml"))
    };
}

/// The file.
pub fn render(document: &Document) -> Vec<u8> {
    package::archive(&parts(document))
}

/// The parts of the file, in the order in which they stand in it: a program that reads it as it comes in needs the content types first.
fn parts(document: &Document) -> Vec<Part> {
    let language = document.metadata.language;
    let Composition { items, relationships, lists, pictures, .. } = Composition::of(document);
    let mut parts = vec![
        Part::new("word/document.xml", word!("document.main"), body(items)),
        Part::new("word/_rels/document.xml.rels", Kind::Relationships, relationships.part()),
        Part::new("word/styles.xml", word!("styles"), styles::part(language)),
        Part::new("word/numbering.xml", word!("numbering"), lists.part()),
        Part::new("word/settings.xml", word!("settings"), settings::part(language)),
        Part::new("word/header1.xml", word!("header"), running::header(&text::line(&document.title))),
        Part::new("word/footer1.xml", word!("footer"), running::footer()),
    ];
    parts.extend(pictures);
    let core = Kind::Xml("application/vnd.openxmlformats-package.core-properties+xml");
    parts.push(Part::new(properties::CORE, core, properties::core(document)));
    let application = Kind::Xml("application/vnd.openxmlformats-officedocument.extended-properties+xml");
    parts.push(Part::new(properties::APPLICATION, application, properties::application()));
    sealed(document, parts)
}

/// The parts with those that list them; and with what the document was made from and the seal of all of them, where that is known.
fn sealed(document: &Document, mut parts: Vec<Part>) -> Vec<Part> {
    let provenance = document.metadata.provenance.as_ref();
    let custom = Kind::Xml("application/vnd.openxmlformats-officedocument.custom-properties+xml");
    parts.insert(
        0,
        Part::new("_rels/.rels", Kind::Relationships, relationships::of_the_file(provenance.map(|_| seal::PART))),
    );
    if provenance.is_some() {
        parts.push(Part::new(seal::PART, custom, Vec::new()));
    }
    parts.insert(0, package::content_types(&parts));
    if let Some(provenance) = provenance {
        let made = properties::custom(document, provenance, &parts);
        if let Some(part) = parts.last_mut() {
            part.bytes = made;
        }
    }
    parts
}

/// The document's own part.
fn body(items: Vec<Item>) -> Vec<u8> {
    let laid = page::lay(items);
    let mut xml = Xml::new();
    xml.element("w:document", &namespaces::DOCUMENT, |xml| {
        xml.element("w:body", &[], |xml| {
            for (content, page) in &laid.items {
                match content {
                    Content::Paragraph(paragraph) => paragraph::write(xml, paragraph),
                    Content::Grid(grid) => grid::write(xml, grid, *page),
                }
            }
            laid.last.write(xml);
        });
    });
    xml.into_bytes()
}
