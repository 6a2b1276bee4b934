//! The lists of a document: one look with bullets, one with numbers, and each numbered list counting by itself.

use super::flow::{ListItem, Paragraph, Style};
use super::namespaces;
use super::xml::Xml;

/// Word's lists have so many levels; what is deeper stands at the last.
pub const LEVELS: usize = 9;

/// How far in each level stands, in twentieths of a point, and how far its sign hangs out.
const STEP: usize = 425;
const HANGING: usize = 340;

/// The list that every bullet belongs to.
const BULLETS: usize = 1;

/// The number of the first numbered list.
const FIRST_NUMBERED: usize = 2;

/// The lists as they come up.
#[derive(Default)]
pub struct Lists {
    /// Of each numbered list: the level it stands at, and its first number.
    numbered: Vec<(usize, u32)>,
}

/// A list that items are being written of.
#[derive(Clone, Copy)]
pub struct List {
    pub item: ListItem,
    style: Style,
}

impl Lists {
    /// A list with bullets, so deep.
    pub fn bullets(level: usize) -> List {
        List { item: ListItem { list: BULLETS, level: level.min(LEVELS - 1) }, style: Style::ListBullet }
    }

    /// A list of its own that counts from a number, so deep.
    pub fn numbered(&mut self, first: u32, level: usize) -> List {
        let level = level.min(LEVELS - 1);
        self.numbered.push((level, first));
        List { item: ListItem { list: FIRST_NUMBERED + self.numbered.len() - 1, level }, style: Style::ListNumber }
    }

    /// The part that declares them.
    pub fn part(&self) -> Vec<u8> {
        let mut xml = Xml::new();
        xml.element("w:numbering", &namespaces::TEXT, |xml| {
            look(xml, "0", |xml, level| {
                xml.value("w:numFmt", "bullet");
                xml.value("w:lvlText", if level % 2 == 0 { "•" } else { "–" });
            });
            look(xml, "1", |xml, level| {
                xml.value("w:numFmt", ["decimal", "lowerLetter", "lowerRoman"][level % 3]);
                xml.value("w:lvlText", &format!("%{}.", level + 1));
            });
            xml.element("w:num", &[("w:numId", &BULLETS.to_string())], |xml| xml.value("w:abstractNumId", "0"));
            for (number, &(level, first)) in (FIRST_NUMBERED..).zip(&self.numbered) {
                xml.element("w:num", &[("w:numId", &number.to_string())], |xml| {
                    xml.value("w:abstractNumId", "1");
                    xml.element("w:lvlOverride", &[("w:ilvl", &level.to_string())], |xml| {
                        xml.value("w:startOverride", &first.to_string());
                    });
                });
            }
        });
        xml.into_bytes()
    }
}

impl List {
    /// Makes a paragraph an item of the list.
    pub fn begin(self, paragraph: Paragraph) -> Paragraph {
        Paragraph { style: self.style, list: Some(self.item), ..paragraph }
    }

    /// How far in what goes on under an item stands.
    pub fn indent(self) -> usize {
        indent(self.item.level)
    }
}

fn indent(level: usize) -> usize {
    STEP * (level + 1)
}

/// What the items of a kind of list look like at each level.
fn look(xml: &mut Xml, number: &str, sign: impl Fn(&mut Xml, usize)) {
    xml.element("w:abstractNum", &[("w:abstractNumId", number)], |xml| {
        xml.value("w:multiLevelType", "multilevel");
        for level in 0..LEVELS {
            xml.element("w:lvl", &[("w:ilvl", &level.to_string())], |xml| {
                xml.value("w:start", "1");
                sign(xml, level);
                xml.value("w:lvlJc", "left");
                let (left, hanging) = (indent(level).to_string(), HANGING.to_string());
                xml.element("w:pPr", &[], |xml| xml.empty("w:ind", &[("w:left", &left), ("w:hanging", &hanging)]));
            });
        }
    });
}
