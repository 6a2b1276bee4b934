//! The header and the footer of every page: the document's title; "Page 2 of 9".

use super::flow::{Alignment, Paragraph, Span, Style};
use super::relationships::Fixed;
use super::xml::Xml;
use super::{namespaces, paragraph};

pub const HEADER: Fixed = Fixed::new("rId4", "header", "header1.xml");
pub const FOOTER: Fixed = Fixed::new("rId5", "footer", "footer1.xml");

/// How much of a title stands in the header.
const LONGEST: usize = 100;

/// The header's part.
pub fn header(title: &str) -> Vec<u8> {
    let spans = if title.is_empty() { vec![] } else { vec![Span::plain(shortened(title))] };
    part("w:hdr", &Paragraph { style: Style::Header, spans, ..Paragraph::default() })
}

/// The footer's part.
pub fn footer() -> Vec<u8> {
    let one = || "1".to_owned();
    let spans =
        vec![Span::plain("Page "), Span::Field("PAGE", one()), Span::plain(" of "), Span::Field("NUMPAGES", one())];
    part("w:ftr", &Paragraph { style: Style::Footer, spans, align: Alignment::Right, ..Paragraph::default() })
}

fn part(name: &str, content: &Paragraph) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.element(name, &namespaces::TEXT, |xml| paragraph::write(xml, content));
    xml.into_bytes()
}

fn shortened(title: &str) -> String {
    if title.chars().count() <= LONGEST {
        return title.to_owned();
    }
    let start: String = title.chars().take(LONGEST - 1).collect();
    format!("{}…", start.trim_end())
}
