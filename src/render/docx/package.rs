//! The container of the file: its parts in a ZIP archive (ECMA-376 part 2), the same bytes for the same parts.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

use super::xml::Xml;

/// The part that says what every other is.
pub const CONTENT_TYPES: &str = "[Content_Types].xml";

/// A part of the file.
pub struct Part {
    /// Where it is in the archive, with `/`.
    pub name: String,
    pub kind: Kind,
    pub bytes: Vec<u8>,
}

/// What a part is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// XML of this content type.
    Xml(&'static str),
    Relationships,
    Png,
    Svg,
}

impl Part {
    pub fn new(name: impl Into<String>, kind: Kind, bytes: Vec<u8>) -> Self {
        Self { name: name.into(), kind, bytes }
    }
}

/// The part that says what the others are: by the ending of their names, and the XML one by one.
pub fn content_types(parts: &[Part]) -> Part {
    const NAMESPACE: &str = "http://schemas.openxmlformats.org/package/2006/content-types";
    const ENDINGS: [(&str, &str); 4] = [
        ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
        ("xml", "application/xml"),
        ("png", "image/png"),
        ("svg", "image/svg+xml"),
    ];
    let mut xml = Xml::new();
    xml.element("Types", &[("xmlns", NAMESPACE)], |xml| {
        for (ending, content_type) in ENDINGS {
            xml.empty("Default", &[("Extension", ending), ("ContentType", content_type)]);
        }
        for part in parts {
            if let Kind::Xml(content_type) = part.kind {
                let name = format!("/{}", part.name);
                xml.empty("Override", &[("PartName", &name), ("ContentType", content_type)]);
            }
        }
    });
    Part::new(CONTENT_TYPES, Kind::Xml("application/xml"), xml.into_bytes())
}

/// The archive, with the parts in this order, the first day that an archive can hold as their date, and the same system on any machine.
pub fn archive(parts: &[Part]) -> Vec<u8> {
    match written(parts) {
        Ok(bytes) => bytes,
        Err(error) => unreachable!("an archive of parts with names of their own, written to memory: {error}"),
    }
}

fn written(parts: &[Part]) -> zip::result::ZipResult<Vec<u8>> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for part in parts {
        // A PNG is compressed already.
        let method = if part.kind == Kind::Png { CompressionMethod::Stored } else { CompressionMethod::Deflated };
        let options = SimpleFileOptions::default()
            .compression_method(method)
            .last_modified_time(DateTime::default())
            .system(System::Unix)
            .unix_permissions(0o644);
        writer.start_file(part.name.as_str(), options)?;
        writer.write_all(&part.bytes)?;
    }
    Ok(writer.finish()?.into_inner())
}
