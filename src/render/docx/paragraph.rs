//! A paragraph as XML, and what stands in it.

use super::direction::{self, Direction};
use super::drawing;
use super::flow::{Alignment, Face, Look, Paragraph, Span, Style};
use super::styles;
use super::xml::Xml;
use crate::document::Mark;

/// Facts stand closer than paragraphs, in twentieths of a point.
const BETWEEN_FACTS: &str = "60";

/// A paragraph of the document, a cell, the header or the footer.
pub fn write(xml: &mut Xml, paragraph: &Paragraph) {
    xml.element("w:p", &[], |xml| {
        properties(xml, paragraph);
        for span in &paragraph.spans {
            write_span(xml, span);
        }
    });
}

/// In the order of the standard (ECMA-376 part 1, 17.3.1.26).
fn properties(xml: &mut Xml, paragraph: &Paragraph) {
    if is_plain(paragraph) {
        return;
    }
    xml.element("w:pPr", &[], |xml| {
        if !matches!(paragraph.style, Style::Normal | Style::End) {
            xml.value("w:pStyle", &styles::id(paragraph.style));
        }
        if paragraph.is_kept_with_next {
            xml.empty("w:keepNext", &[]);
        }
        if paragraph.begins_page {
            xml.empty("w:pageBreakBefore", &[]);
        }
        if let Some(item) = paragraph.list {
            xml.element("w:numPr", &[], |xml| {
                xml.value("w:ilvl", &item.level.to_string());
                xml.value("w:numId", &item.list.to_string());
            });
        }
        if let Some(stop) = paragraph.stop {
            let stop = stop.to_string();
            xml.element("w:tabs", &[], |xml| xml.empty("w:tab", &[("w:val", "left"), ("w:pos", &stop)]));
        }
        if direction(paragraph) == Direction::RightToLeft {
            xml.empty("w:bidi", &[]);
        }
        spacing(xml, paragraph);
        indent(xml, paragraph);
        if paragraph.align == Alignment::Right {
            xml.value("w:jc", "right");
        }
        if paragraph.style == Style::End {
            xml.element("w:rPr", &[], |xml| {
                xml.value("w:sz", "2");
                xml.value("w:szCs", "2");
            });
        }
        if let Some(page) = paragraph.ends_section {
            page.write(xml);
        }
    });
}

fn spacing(xml: &mut Xml, paragraph: &Paragraph) {
    if paragraph.style == Style::End {
        xml.empty("w:spacing", &[("w:before", "0"), ("w:after", "0"), ("w:line", "20"), ("w:lineRule", "exact")]);
        return;
    }
    let before = paragraph.before.to_string();
    let mut room = Vec::new();
    if paragraph.before > 0 {
        room.push(("w:before", before.as_str()));
    }
    if paragraph.stop.is_some() {
        room.push(("w:after", BETWEEN_FACTS));
    }
    if !room.is_empty() {
        xml.empty("w:spacing", &room);
    }
}

fn indent(xml: &mut Xml, paragraph: &Paragraph) {
    if let Some(stop) = paragraph.stop {
        let stop = stop.to_string();
        xml.empty("w:ind", &[("w:left", &stop), ("w:hanging", &stop)]);
    } else if paragraph.indent > 0 {
        xml.empty("w:ind", &[("w:left", &paragraph.indent.to_string())]);
    }
}

/// Whether there is nothing to say of it but what it says.
fn is_plain(paragraph: &Paragraph) -> bool {
    paragraph.style == Style::Normal
        && !paragraph.is_kept_with_next
        && !paragraph.begins_page
        && paragraph.list.is_none()
        && paragraph.stop.is_none()
        && paragraph.indent == 0
        && paragraph.before == 0
        && paragraph.align == Alignment::Start
        && paragraph.ends_section.is_none()
        && direction(paragraph) == Direction::LeftToRight
}

/// That of the first words in it.
fn direction(paragraph: &Paragraph) -> Direction {
    let first = paragraph.spans.iter().find_map(words);
    first.map_or(Direction::LeftToRight, direction::of)
}

fn words(span: &Span) -> Option<&str> {
    match span {
        Span::Text(text, _) => text.chars().any(char::is_alphabetic).then_some(text),
        Span::Link { spans, .. } => spans.iter().find_map(words),
        _ => None,
    }
}

fn write_span(xml: &mut Xml, span: &Span) {
    match span {
        Span::Text(text, look) => write_text(xml, text, *look),
        Span::Sign(mark) => write_sign(xml, *mark),
        Span::LineBreak => xml.element("w:r", &[], |xml| xml.empty("w:br", &[])),
        Span::Tab => xml.element("w:r", &[], |xml| xml.empty("w:tab", &[])),
        Span::Field(instruction, shown) => {
            let instruction = format!(" {instruction} ");
            xml.element("w:fldSimple", &[("w:instr", &instruction)], |xml| write_text(xml, shown, Look::default()));
        }
        Span::Link { relationship, spans } => {
            xml.element("w:hyperlink", &[("r:id", relationship)], |xml| {
                for span in spans {
                    write_span(xml, span);
                }
            });
        }
        Span::Picture(picture) => drawing::write(xml, picture),
    }
}

fn write_text(xml: &mut Xml, text: &str, look: Look) {
    for (piece, direction) in direction::pieces(text) {
        xml.element("w:r", &[], |xml| {
            run_properties(xml, look, direction);
            xml.leaf("w:t", &[("xml:space", "preserve")], piece);
        });
    }
}

/// In the order of the standard (ECMA-376 part 1, 17.3.2.28).
fn run_properties(xml: &mut Xml, look: Look, direction: Direction) {
    if look == Look::default() && direction == Direction::LeftToRight {
        return;
    }
    // A run has one style of its own; what it is beside that is said directly.
    let style = match look {
        Look { face: Face::Link, .. } => Some("Hyperlink"),
        Look { face: Face::Code, .. } => Some("HTMLCode"),
        Look { is_strong: true, .. } => Some("Strong"),
        Look { is_emphasised: true, .. } => Some("Emphasis"),
        _ => None,
    };
    xml.element("w:rPr", &[], |xml| {
        if let Some(style) = style {
            xml.value("w:rStyle", style);
        }
        if look.is_strong && style != Some("Strong") {
            xml.empty("w:b", &[]);
            xml.empty("w:bCs", &[]);
        }
        if look.is_emphasised && style != Some("Emphasis") {
            xml.empty("w:i", &[]);
            xml.empty("w:iCs", &[]);
        }
        if look.face == Face::Stub {
            xml.value("w:highlight", "yellow");
        }
        if direction == Direction::RightToLeft {
            xml.empty("w:rtl", &[]);
        }
    });
}

/// The sign before a word: its shape says what its colour does.
fn write_sign(xml: &mut Xml, mark: Mark) {
    const FONT: &str = "Segoe UI Symbol";
    let (sign, colour) = match mark {
        Mark::OnTarget => ("●", "00703C"),
        Mark::NearTarget => ("▲", "8A4B00"),
        Mark::OffTarget => ("◆", "A31621"),
        Mark::NotRated => ("□", "3D3D3D"),
    };
    xml.element("w:r", &[], |xml| {
        xml.element("w:rPr", &[], |xml| {
            xml.empty("w:rFonts", &["w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"].map(|script| (script, FONT)));
            xml.value("w:color", colour);
        });
        // A no-break space: the sign stays with its word.
        xml.leaf("w:t", &[("xml:space", "preserve")], &format!("{sign}\u{A0}"));
    });
}
