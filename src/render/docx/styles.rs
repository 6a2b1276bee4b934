//! The styles: only those that Word has built in, under their own names, with a modest look of hwb's. Where the text is pasted into a
//! council's own document, the look is the council's.

use super::flow::Style;
use super::namespaces;
use super::xml::Xml;

/// A sans serif type that Windows and macOS have; LibreOffice has one of the same widths.
const FONT: &str = "Arial";
const MONOSPACED: &str = "Courier New";

/// In half points: running text, and tables.
const SIZE: &str = "24";
const SMALLER: &str = "22";

/// Of each level of heading: its size in half points, and the room above and below it in twentieths of a point.
const HEADINGS: [(&str, &str, &str); 6] = [
    ("32", "360", "120"),
    ("28", "280", "100"),
    ("26", "240", "80"),
    ("24", "200", "80"),
    ("24", "200", "60"),
    ("24", "200", "60"),
];

const INK: &str = "3D3D3D";
const HEADING_INK: &str = "12436D";

/// What a file calls a style.
pub fn id(style: Style) -> String {
    match style {
        Style::Normal | Style::End => "Normal".to_owned(),
        Style::Title => "Title".to_owned(),
        Style::Heading(level) => format!("Heading{level}"),
        Style::ListBullet => "ListBullet".to_owned(),
        Style::ListNumber => "ListNumber".to_owned(),
        Style::ListContinue => "ListContinue".to_owned(),
        Style::Caption => "Caption".to_owned(),
        Style::Quote => "Quote".to_owned(),
        Style::Preformatted => "HTMLPreformatted".to_owned(),
        Style::Header => "Header".to_owned(),
        Style::Footer => "Footer".to_owned(),
    }
}

/// The styles' part, in this language.
pub fn part(language: &str) -> Vec<u8> {
    let mut xml = Xml::new();
    xml.element("w:styles", &namespaces::TEXT, |xml| {
        defaults(xml, language);
        base(xml);
        titles(xml);
        texts(xml);
        characters(xml);
        tables(xml);
    });
    xml.into_bytes()
}

/// What holds where no style says otherwise; the room after a paragraph is here and not in Normal, so that a table may have less.
fn defaults(xml: &mut Xml, language: &str) {
    xml.element("w:docDefaults", &[], |xml| {
        xml.element("w:rPrDefault", &[], |xml| {
            xml.element("w:rPr", &[], |xml| {
                xml.empty("w:rFonts", &["w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"].map(|script| (script, FONT)));
                size(xml, SIZE);
                xml.value("w:lang", language);
            });
        });
        xml.element("w:pPrDefault", &[], |xml| {
            xml.element("w:pPr", &[], |xml| spacing(xml, "0", "160", "276"));
        });
    });
}

/// A style: what kind of style, its id and its name; what it is based on; what follows its paragraphs; how it looks.
fn style(xml: &mut Xml, kind: &str, (id, name): (&str, &str), look: impl FnOnce(&mut Xml)) {
    xml.element("w:style", &[("w:type", kind), ("w:styleId", id)], |xml| {
        xml.value("w:name", name);
        look(xml);
    });
}

/// A style that holds where none is named.
fn default_style(xml: &mut Xml, kind: &str, (id, name): (&str, &str), look: impl FnOnce(&mut Xml)) {
    xml.element("w:style", &[("w:type", kind), ("w:default", "1"), ("w:styleId", id)], |xml| {
        xml.value("w:name", name);
        look(xml);
    });
}

fn base(xml: &mut Xml) {
    default_style(xml, "paragraph", ("Normal", "Normal"), |xml| xml.empty("w:qFormat", &[]));
    default_style(xml, "character", ("DefaultParagraphFont", "Default Paragraph Font"), hidden);
    default_style(xml, "table", ("TableNormal", "Normal Table"), |xml| {
        hidden(xml);
        xml.element("w:tblPr", &[], |xml| {
            xml.empty("w:tblInd", &[("w:w", "0"), ("w:type", "dxa")]);
            margins(xml, "0", "108");
        });
    });
    default_style(xml, "numbering", ("NoList", "No List"), hidden);
}

fn hidden(xml: &mut Xml) {
    xml.value("w:uiPriority", "99");
    xml.empty("w:semiHidden", &[]);
    xml.empty("w:unhideWhenUsed", &[]);
}

fn titles(xml: &mut Xml) {
    style(xml, "paragraph", ("Title", "Title"), |xml| {
        before_text(xml);
        properties(xml, |xml| {
            xml.empty("w:keepNext", &[]);
            spacing(xml, "0", "240", "240");
        });
        bold(xml, HEADING_INK, "44");
    });
    for (level, (points, before, after)) in (1..).zip(HEADINGS) {
        let names = (format!("Heading{level}"), format!("heading {level}"));
        style(xml, "paragraph", (&names.0, &names.1), |xml| {
            before_text(xml);
            properties(xml, |xml| {
                xml.empty("w:keepNext", &[]);
                xml.empty("w:keepLines", &[]);
                spacing(xml, before, after, "240");
                xml.value("w:outlineLvl", &(level - 1).to_string());
            });
            bold(xml, HEADING_INK, points);
        });
    }
}

/// Of a style whose paragraphs stand before plain ones.
fn before_text(xml: &mut Xml) {
    xml.value("w:basedOn", "Normal");
    xml.value("w:next", "Normal");
    xml.empty("w:qFormat", &[]);
}

fn texts(xml: &mut Xml) {
    for names in [("ListBullet", "List Bullet"), ("ListNumber", "List Number"), ("ListContinue", "List Continue")] {
        style(xml, "paragraph", names, |xml| {
            xml.value("w:basedOn", "Normal");
            xml.empty("w:qFormat", &[]);
            properties(xml, |xml| {
                spacing(xml, "0", "80", "276");
            });
        });
    }
    style(xml, "paragraph", ("Caption", "caption"), |xml| {
        before_text(xml);
        properties(xml, |xml| {
            xml.empty("w:keepNext", &[]);
            spacing(xml, "200", "100", "240");
        });
        bold(xml, INK, SIZE);
    });
    style(xml, "paragraph", ("Quote", "Quote"), |xml| {
        before_text(xml);
        properties(xml, |xml| {
            xml.element("w:pBdr", &[], |xml| {
                let rule = [("w:val", "single"), ("w:sz", "18"), ("w:space", "10"), ("w:color", "8C8C8C")];
                xml.empty("w:left", &rule);
            });
            xml.empty("w:ind", &[("w:left", "567"), ("w:right", "567")]);
        });
    });
    style(xml, "paragraph", ("HTMLPreformatted", "HTML Preformatted"), |xml| {
        xml.value("w:basedOn", "Normal");
        properties(xml, |xml| spacing(xml, "0", "160", "240"));
        monospaced(xml);
    });
    for names in [("Header", "header"), ("Footer", "footer")] {
        style(xml, "paragraph", names, |xml| {
            xml.value("w:basedOn", "Normal");
            properties(xml, |xml| spacing(xml, "0", "0", "240"));
            look(xml, INK, SMALLER);
        });
    }
}

fn characters(xml: &mut Xml) {
    style(xml, "character", ("Strong", "Strong"), |xml| {
        xml.empty("w:qFormat", &[]);
        run(xml, |xml| {
            xml.empty("w:b", &[]);
            xml.empty("w:bCs", &[]);
        });
    });
    style(xml, "character", ("Emphasis", "Emphasis"), |xml| {
        xml.empty("w:qFormat", &[]);
        run(xml, |xml| {
            xml.empty("w:i", &[]);
            xml.empty("w:iCs", &[]);
        });
    });
    style(xml, "character", ("Hyperlink", "Hyperlink"), |xml| {
        run(xml, |xml| {
            xml.value("w:color", "0B4F9E");
            xml.value("w:u", "single");
        });
    });
    style(xml, "character", ("HTMLCode", "HTML Code"), monospaced);
}

fn tables(xml: &mut Xml) {
    style(xml, "table", ("TableGrid", "Table Grid"), |xml| {
        xml.value("w:basedOn", "TableNormal");
        properties(xml, |xml| spacing(xml, "0", "0", "240"));
        run(xml, |xml| size(xml, SMALLER));
        xml.element("w:tblPr", &[], |xml| {
            xml.element("w:tblBorders", &[], |xml| {
                for side in ["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"] {
                    let rule = [("w:val", "single"), ("w:sz", "4"), ("w:space", "0"), ("w:color", "8C8C8C")];
                    xml.empty(side, &rule);
                }
            });
            margins(xml, "50", "85");
        });
        xml.element("w:tblStylePr", &[("w:type", "firstRow")], |xml| {
            run(xml, |xml| {
                xml.empty("w:b", &[]);
                xml.empty("w:bCs", &[]);
            });
            xml.element("w:tcPr", &[], |xml| {
                xml.empty("w:shd", &[("w:val", "clear"), ("w:color", "auto"), ("w:fill", "E8EDF2")]);
                xml.value("w:vAlign", "bottom");
            });
        });
    });
}

fn margins(xml: &mut Xml, above: &str, beside: &str) {
    xml.element("w:tblCellMar", &[], |xml| {
        for (side, width) in [("w:top", above), ("w:left", beside), ("w:bottom", above), ("w:right", beside)] {
            xml.empty(side, &[("w:w", width), ("w:type", "dxa")]);
        }
    });
}

fn properties(xml: &mut Xml, content: impl FnOnce(&mut Xml)) {
    xml.element("w:pPr", &[], content);
}

fn run(xml: &mut Xml, content: impl FnOnce(&mut Xml)) {
    xml.element("w:rPr", &[], content);
}

fn bold(xml: &mut Xml, colour: &str, points: &str) {
    run(xml, |xml| {
        xml.empty("w:b", &[]);
        xml.empty("w:bCs", &[]);
        xml.value("w:color", colour);
        size(xml, points);
    });
}

fn look(xml: &mut Xml, colour: &str, points: &str) {
    run(xml, |xml| {
        xml.value("w:color", colour);
        size(xml, points);
    });
}

fn monospaced(xml: &mut Xml) {
    run(xml, |xml| {
        xml.empty("w:rFonts", &["w:ascii", "w:hAnsi", "w:cs"].map(|script| (script, MONOSPACED)));
        size(xml, SMALLER);
    });
}

/// In half points, of letters of any script.
fn size(xml: &mut Xml, points: &str) {
    xml.value("w:sz", points);
    xml.value("w:szCs", points);
}

/// Above and below a paragraph in twentieths of a point, and its lines in 240ths.
fn spacing(xml: &mut Xml, before: &str, after: &str, line: &str) {
    xml.empty("w:spacing", &[("w:before", before), ("w:after", after), ("w:line", line), ("w:lineRule", "auto")]);
}
