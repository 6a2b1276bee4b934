//! What the file says about itself: title, language and the like; what it was made from; its seal.

use chrono::NaiveDate;

use super::package::Part;
use super::text::line;
use super::xml::Xml;
use crate::document::{Document, Metadata, Provenance};
use crate::render::seal;

pub const CORE: &str = "docProps/core.xml";
pub const APPLICATION: &str = "docProps/app.xml";

/// Word shows no more of a property of one's own.
const LONGEST: usize = 255;

/// Title, subject, author and language (ECMA-376 part 2, 8.3).
pub fn core(document: &Document) -> Vec<u8> {
    let Metadata { subject, author, language, provenance } = &document.metadata;
    let namespaces = [
        ("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
        ("xmlns:dcterms", "http://purl.org/dc/terms/"),
        ("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance"),
    ];
    let mut xml = Xml::new();
    xml.element("cp:coreProperties", &namespaces, |xml| {
        for (name, text) in [("dc:title", &document.title), ("dc:subject", subject), ("dc:creator", author)] {
            let text = line(text);
            if !text.is_empty() {
                xml.leaf(name, &[], &text);
            }
        }
        xml.leaf("dc:language", &[], language);
        if let Some(Provenance { as_of, .. }) = provenance {
            // Not the hour it was made: the same paper is the same file.
            let day = format!("{as_of}T00:00:00Z");
            xml.leaf("dcterms:created", &[("xsi:type", "dcterms:W3CDTF")], &day);
            xml.leaf("dcterms:modified", &[("xsi:type", "dcterms:W3CDTF")], &day);
        }
    });
    xml.into_bytes()
}

/// Which program made it.
pub fn application() -> Vec<u8> {
    let namespace = ("xmlns", "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties");
    let mut xml = Xml::new();
    xml.element("Properties", &[namespace], |xml| xml.leaf("Application", &[], "hwb"));
    xml.into_bytes()
}

/// What it was made from, and the seal of all these parts.
pub fn custom(document: &Document, provenance: &Provenance, parts: &[Part]) -> Vec<u8> {
    let namespaces = [
        ("xmlns", "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"),
        ("xmlns:vt", "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"),
    ];
    let seal = seal::of_parts(parts.iter().map(|part| (part.name.as_str(), part.bytes.as_slice())));
    let properties = [
        // First: no title before it may be taken for it.
        ("Seal", seal),
        ("Strategy", shortened(&line(&document.metadata.subject))),
        ("Meeting", provenance.meeting.as_ref().map(NaiveDate::to_string).unwrap_or_default()),
        ("Data as of", provenance.as_of.to_string()),
        ("Sources", format!("sha256:{}", line(&provenance.sources))),
        ("hwb", env!("CARGO_PKG_VERSION").to_owned()),
    ];
    let mut xml = Xml::new();
    xml.element("Properties", &namespaces, |xml| {
        let said = properties.iter().filter(|(_, value)| !value.is_empty());
        // The numbers begin at 2: 0 and 1 are taken (ECMA-376 part 4, "pid").
        for (number, (name, value)) in (2..).zip(said) {
            let number = i32::to_string(&number);
            let kind = [("fmtid", "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"), ("pid", number.as_str()), ("name", name)];
            xml.element("property", &kind, |xml| xml.leaf("vt:lpwstr", &[], value));
        }
    });
    xml.into_bytes()
}

fn shortened(text: &str) -> String {
    text.chars().take(LONGEST).collect()
}
