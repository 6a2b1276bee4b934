//! What the document's part refers to: its other parts, pictures, and places outside the file.

use std::collections::BTreeMap;

use super::xml::Xml;

/// What every kind of relationship begins with.
const KIND: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

const NAMESPACE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";

/// One of the parts that every file has, and the relationship that leads to it.
pub struct Fixed {
    pub relationship: &'static str,
    kind: &'static str,
    /// Relative to the folder of the document's part.
    target: &'static str,
}

impl Fixed {
    pub const fn new(relationship: &'static str, kind: &'static str, target: &'static str) -> Self {
        Self { relationship, kind, target }
    }
}

const STYLES: Fixed = Fixed::new("rId1", "styles", "styles.xml");
const NUMBERING: Fixed = Fixed::new("rId2", "numbering", "numbering.xml");
const SETTINGS: Fixed = Fixed::new("rId3", "settings", "settings.xml");
const FIXED: [&Fixed; 5] = [&STYLES, &NUMBERING, &SETTINGS, &super::running::HEADER, &super::running::FOOTER];

/// The relationships as they come up.
#[derive(Default)]
pub struct Relationships {
    pictures: Vec<String>,
    /// In the order in which they came up.
    links: Vec<String>,
    by_link: BTreeMap<String, usize>,
}

impl Relationships {
    /// A picture in the folder `media`, by its name there.
    pub fn picture(&mut self, name: String) -> String {
        self.pictures.push(name);
        format!("rIdPicture{}", self.pictures.len())
    }

    /// An address outside the file; the same relationship for the same address.
    pub fn link(&mut self, address: &str) -> String {
        let links = &mut self.links;
        let place = *self.by_link.entry(address.to_owned()).or_insert_with(|| {
            links.push(address.to_owned());
            links.len()
        });
        link_id(place)
    }

    /// The part that lists them.
    pub fn part(&self) -> Vec<u8> {
        part(|xml| {
            for fixed in FIXED {
                relationship(xml, fixed.relationship, fixed.kind, fixed.target);
            }
            for (place, name) in (1..).zip(&self.pictures) {
                relationship(xml, &format!("rIdPicture{place}"), "image", &format!("media/{name}"));
            }
            for (place, address) in (1..).zip(&self.links) {
                let kind = format!("{KIND}hyperlink");
                let id = link_id(place);
                let attributes =
                    [("Id", id.as_str()), ("Type", &kind), ("Target", address), ("TargetMode", "External")];
                xml.empty("Relationship", &attributes);
            }
        })
    }
}

fn link_id(place: usize) -> String {
    format!("rIdLink{place}")
}

/// The relationships of the file as a whole: to its document and its properties. `custom` where it has properties of hwb's own.
pub fn of_the_file(custom: Option<&str>) -> Vec<u8> {
    const CORE: &str = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties";
    part(|xml| {
        relationship(xml, "rId1", "officeDocument", "word/document.xml");
        xml.empty("Relationship", &[("Id", "rId2"), ("Type", CORE), ("Target", super::properties::CORE)]);
        relationship(xml, "rId3", "extended-properties", super::properties::APPLICATION);
        if let Some(custom) = custom {
            relationship(xml, "rId4", "custom-properties", custom);
        }
    })
}

fn part(content: impl FnOnce(&mut Xml)) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.element("Relationships", &[("xmlns", NAMESPACE)], content);
    xml.into_bytes()
}

fn relationship(xml: &mut Xml, id: &str, kind: &str, target: &str) {
    xml.empty("Relationship", &[("Id", id), ("Type", &format!("{KIND}{kind}")), ("Target", target)]);
}
