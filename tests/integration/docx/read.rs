//! A Word file read back: its parts, and the XML in them.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use hwb::document::Document;
use hwb::render::{Format, Screen, render};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

/// A Word file of a document, as bytes.
pub fn word(document: &Document) -> Vec<u8> {
    render(document, Format::Docx, Screen { width: 80, colour: false })
}

/// The parts of a file, in its order.
pub fn names(bytes: &[u8]) -> Vec<String> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    (0..archive.len())
        .map(|place| archive.by_index(place).expect("a part").name().expect("a name").into_owned())
        .collect()
}

/// The bytes of every part, by its name.
pub fn parts(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut parts = BTreeMap::new();
    for name in names(bytes) {
        let mut bytes = Vec::new();
        archive.by_name(&name).expect("the part").read_to_end(&mut bytes).expect("its bytes");
        assert!(parts.insert(name, bytes).is_none(), "two parts of one name");
    }
    parts
}

/// One part of a document's file as XML.
pub fn part(document: &Document, name: &str) -> Element {
    part_of(&word(document), name)
}

/// One part of a file as XML.
pub fn part_of(bytes: &[u8], name: &str) -> Element {
    Element::read(&parts(bytes)[name])
}

/// An element of XML.
#[derive(Debug, Default)]
pub struct Element {
    pub name: String,
    pub attributes: BTreeMap<String, String>,
    pub children: Vec<Element>,
    /// What stands in it and in no element within it.
    pub text: String,
}

impl Element {
    /// The root of a part, which must be well-formed and hold only what XML 1.0 allows.
    #[track_caller]
    pub fn read(bytes: &[u8]) -> Self {
        let text = std::str::from_utf8(bytes).expect("UTF-8");
        let is_allowed = |it: char| matches!(it, '\t' | '\n' | '\r' | ' '..='\u{FFFD}' | '\u{10000}'..);
        assert!(text.chars().all(is_allowed), "a character that XML 1.0 does not allow");
        let mut reader = Reader::from_str(text);
        let mut open = vec![Self::default()];
        loop {
            match reader.read_event().expect("well-formed XML") {
                Event::Start(start) => open.push(Self::of(&start)),
                Event::Empty(start) => open.last_mut().expect("a parent").children.push(Self::of(&start)),
                Event::End(_) => {
                    let closed = open.pop().expect("what is closed");
                    open.last_mut().expect("its parent").children.push(closed);
                }
                Event::Text(text) => open.last_mut().expect("a parent").text.push_str(&text),
                Event::GeneralRef(entity) => {
                    let character = match &*entity {
                        "lt" => '<',
                        "gt" => '>',
                        "amp" => '&',
                        "quot" => '"',
                        "apos" | "#39" => '\'',
                        other => panic!("the entity {other}"),
                    };
                    open.last_mut().expect("a parent").text.push(character);
                }
                Event::Decl(_) => {}
                Event::Eof => break,
                other => panic!("nothing that a Word file holds: {other:?}"),
            }
        }
        let mut document = open.pop().expect("the document");
        assert!(open.is_empty() && document.children.len() == 1, "one root");
        document.children.remove(0)
    }

    fn of(start: &BytesStart) -> Self {
        let attributes = start.attributes().map(|attribute| {
            let attribute = attribute.expect("an attribute");
            let value = quick_xml::escape::unescape(&attribute.value).expect("its value").into_owned();
            (attribute.key.as_ref().to_owned(), value)
        });
        Self { name: start.name().as_ref().to_owned(), attributes: attributes.collect(), ..Self::default() }
    }

    /// Every element of this name in it, in reading order.
    pub fn all<'a>(&'a self, name: &str) -> Vec<&'a Self> {
        let mut found = Vec::new();
        self.each(&mut |element| {
            if element.name == name {
                found.push(element);
            }
        });
        found
    }

    /// This element and each within it, in reading order.
    pub fn each<'a>(&'a self, visit: &mut impl FnMut(&'a Self)) {
        visit(self);
        for child in &self.children {
            child.each(visit);
        }
    }

    /// The first element of this name in it.
    pub fn find(&self, name: &str) -> Option<&Self> {
        self.all(name).into_iter().next()
    }

    /// Its attribute of this name; empty where it has none.
    pub fn attribute(&self, name: &str) -> &str {
        self.attributes.get(name).map_or("", String::as_str)
    }

    /// `w:val` of the first element of this name in it; empty where there is none.
    pub fn value(&self, name: &str) -> &str {
        self.find(name).map_or("", |found| found.attribute("w:val"))
    }

    /// What people read in it.
    pub fn words(&self) -> String {
        self.all("w:t").iter().map(|run| run.text.as_str()).collect()
    }
}
