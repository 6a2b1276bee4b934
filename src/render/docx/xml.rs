//! XML written to memory: everything escaped, nothing in it that XML 1.0 does not allow.

use std::borrow::Cow;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesEnd, BytesStart, BytesText, Event};

/// A part of the file while it is written.
pub struct Xml {
    writer: Writer<Vec<u8>>,
}

impl Xml {
    /// Nothing but the declaration yet.
    pub fn new() -> Self {
        let mut xml = Self { writer: Writer::new(Vec::new()) };
        xml.put(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), Some("yes"))));
        xml
    }

    /// An element, and what `content` writes into it.
    pub fn element(&mut self, name: &str, attributes: &[(&str, &str)], content: impl FnOnce(&mut Self)) {
        self.put(Event::Start(start(name, attributes)));
        content(self);
        self.put(Event::End(BytesEnd::new(name)));
    }

    /// An element with nothing in it.
    pub fn empty(&mut self, name: &str, attributes: &[(&str, &str)]) {
        self.put(Event::Empty(start(name, attributes)));
    }

    /// An element whose one attribute is `w:val`, as most properties are.
    pub fn value(&mut self, name: &str, value: &str) {
        self.empty(name, &[("w:val", value)]);
    }

    /// An element that holds a text and nothing else.
    pub fn leaf(&mut self, name: &str, attributes: &[(&str, &str)], text: &str) {
        self.element(name, attributes, |xml| xml.put(Event::Text(BytesText::new(&allowed(text)))));
    }

    pub fn into_bytes(self) -> Vec<u8> {
        self.writer.into_inner()
    }

    fn put(&mut self, event: Event) {
        if let Err(error) = self.writer.write_event(event) {
            unreachable!("written to memory: {error}");
        }
    }
}

fn start<'a>(name: &'a str, attributes: &[(&str, &str)]) -> BytesStart<'a> {
    let mut start = BytesStart::new(name);
    for (key, value) in attributes {
        start.push_attribute((*key, allowed(value).as_ref()));
    }
    start
}

/// The text without the characters that XML 1.0 has no place for, even escaped (its section 2.2, "Char").
fn allowed(text: &str) -> Cow<'_, str> {
    let is_allowed = |character: char| match character {
        '\t' | '\n' | '\r' => true,
        '\u{FFFE}' | '\u{FFFF}' => false,
        _ => character >= ' ',
    };
    if text.chars().all(is_allowed) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.chars().filter(|&character| is_allowed(character)).collect())
}

#[cfg(test)]
mod tests {
    use super::Xml;

    #[test]
    fn text_and_attributes_are_escaped_and_hold_only_what_xml_allows() {
        let mut xml = Xml::new();
        xml.leaf("a", &[("b", "\"<&'>\u{0}")], "<script>&\u{FFFF}\u{8}</script>");
        let written = String::from_utf8(xml.into_bytes()).unwrap();
        let (_, body) = written.split_once("?>").unwrap();
        assert_eq!(body, "<a b=\"&quot;&lt;&amp;&apos;&gt;\">&lt;script&gt;&amp;&lt;/script&gt;</a>");
    }
}
