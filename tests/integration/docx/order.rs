//! The order of the elements within one another, which Word holds a file to: it calls one that breaks it corrupt.

use super::paper::FILE;
use super::read::{Element, parts};

/// What may stand in an element, in the order of its schema: ECMA-376 part 1, fifth edition, with the section that has it. Only what
/// hwb writes is listed.
const ORDER: [(&str, &[&str]); 36] = [
    // 17.2.3 and 17.2.2; paragraphs and tables in any order before the section.
    ("w:document", &["w:body"]),
    // 17.3.1.26
    (
        "w:pPr",
        &[
            "w:pStyle",
            "w:keepNext",
            "w:keepLines",
            "w:pageBreakBefore",
            "w:numPr",
            "w:pBdr",
            "w:tabs",
            "w:bidi",
            "w:spacing",
            "w:ind",
            "w:contextualSpacing",
            "w:jc",
            "w:outlineLvl",
            "w:rPr",
            "w:sectPr",
        ],
    ),
    // 17.3.1.19
    ("w:numPr", &["w:ilvl", "w:numId"]),
    // 17.3.2.28
    (
        "w:rPr",
        &[
            "w:rStyle",
            "w:rFonts",
            "w:b",
            "w:bCs",
            "w:i",
            "w:iCs",
            "w:color",
            "w:sz",
            "w:szCs",
            "w:highlight",
            "w:u",
            "w:rtl",
            "w:lang",
        ],
    ),
    // 17.4.38
    ("w:tbl", &["w:tblPr", "w:tblGrid", "w:tr"]),
    // 17.4.60 and, in a style, 17.7.6.4
    (
        "w:tblPr",
        &[
            "w:tblStyle",
            "w:tblW",
            "w:tblInd",
            "w:tblBorders",
            "w:tblLayout",
            "w:tblCellMar",
            "w:tblLook",
            "w:tblCaption",
            "w:tblDescription",
        ],
    ),
    // 17.4.39 and 17.4.42
    ("w:tblBorders", &["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"]),
    ("w:tblCellMar", &["w:top", "w:left", "w:bottom", "w:right"]),
    // 17.4.49
    ("w:tblGrid", &["w:gridCol"]),
    // 17.4.79, 17.4.82 (any order), 17.4.66, 17.4.70
    ("w:tr", &["w:trPr", "w:tc"]),
    ("w:trPr", &["w:cantSplit", "w:tblHeader"]),
    ("w:tc", &["w:tcPr", "w:p"]),
    ("w:tcPr", &["w:tcW", "w:shd", "w:vAlign"]),
    // 17.6.17
    ("w:sectPr", &["w:headerReference", "w:footerReference", "w:type", "w:pgSz", "w:pgMar"]),
    // 17.7.4.18, 17.7.5.1, 17.7.4.17, 17.7.6.6
    ("w:styles", &["w:docDefaults", "w:style"]),
    ("w:docDefaults", &["w:rPrDefault", "w:pPrDefault"]),
    (
        "w:style",
        &[
            "w:name",
            "w:basedOn",
            "w:next",
            "w:uiPriority",
            "w:semiHidden",
            "w:unhideWhenUsed",
            "w:qFormat",
            "w:pPr",
            "w:rPr",
            "w:tblPr",
            "w:tblStylePr",
        ],
    ),
    ("w:tblStylePr", &["w:pPr", "w:rPr", "w:tblPr", "w:tcPr"]),
    // 17.9.16, 17.9.1, 17.9.6, 17.9.15, 17.9.8
    ("w:numbering", &["w:abstractNum", "w:num"]),
    ("w:abstractNum", &["w:multiLevelType", "w:lvl"]),
    ("w:lvl", &["w:start", "w:numFmt", "w:lvlText", "w:lvlJc", "w:pPr", "w:rPr"]),
    ("w:num", &["w:abstractNumId", "w:lvlOverride"]),
    ("w:lvlOverride", &["w:startOverride"]),
    // 17.15.1.78
    (
        "w:settings",
        &[
            "w:defaultTabStop",
            "w:characterSpacingControl",
            "w:compat",
            "w:themeFontLang",
            "w:decimalSymbol",
            "w:listSeparator",
        ],
    ),
    // 17.10.4 and 17.10.3
    ("w:hdr", &["w:p"]),
    ("w:ftr", &["w:p"]),
    // 17.3.3.9, 20.4.2.8
    ("w:drawing", &["wp:inline"]),
    ("wp:inline", &["wp:extent", "wp:docPr", "wp:cNvGraphicFramePr", "a:graphic"]),
    // 20.1.2.2.16 and 20.1.2.2.17
    ("a:graphic", &["a:graphicData"]),
    ("a:graphicData", &["pic:pic"]),
    // 20.2.2.5, 20.2.2.4, 20.2.2.1
    ("pic:pic", &["pic:nvPicPr", "pic:blipFill", "pic:spPr"]),
    ("pic:nvPicPr", &["pic:cNvPr", "pic:cNvPicPr"]),
    ("pic:blipFill", &["a:blip", "a:stretch"]),
    // 20.1.8.13, 20.2.2.6, 20.1.7.6
    ("a:blip", &["a:extLst"]),
    ("pic:spPr", &["a:xfrm", "a:prstGeom"]),
    ("a:xfrm", &["a:off", "a:ext"]),
];

/// Elements in which others stand in any order.
const ANY_ORDER: [(&str, &[&str]); 7] = [
    ("w:p", &["w:pPr", "w:r", "w:hyperlink", "w:fldSimple"]),
    ("w:r", &["w:rPr", "w:t", "w:br", "w:tab", "w:drawing"]),
    ("w:hyperlink", &["w:r"]),
    ("w:fldSimple", &["w:r"]),
    ("w:body", &["w:p", "w:tbl", "w:sectPr"]),
    ("w:compat", &["w:compatSetting"]),
    ("w:tabs", &["w:tab"]),
];

/// What an element breaks of that order; nothing where it keeps to it.
fn broken(element: &Element) -> Option<String> {
    let children: Vec<&str> = element.children.iter().map(|child| child.name.as_str()).collect();
    let list = |rules: &[(&'static str, &'static [&'static str])]| {
        rules.iter().find(|(name, _)| *name == element.name).map(|(_, list)| *list)
    };
    let complaint = |what: &str| Some(format!("{what} in {}: {children:?}", element.name));
    if let Some(order) = list(&ORDER) {
        let places: Option<Vec<usize>> =
            children.iter().map(|child| order.iter().position(|listed| listed == child)).collect();
        return match places {
            None => complaint("an element that is not listed"),
            Some(places) if !places.is_sorted() => complaint("elements in another order"),
            Some(_) => None,
        };
    }
    if let Some(listed) = list(&ANY_ORDER) {
        return if children.iter().all(|child| listed.contains(child)) {
            None
        } else {
            complaint("an element too many")
        };
    }
    None
}

/// What any part of a Word file breaks of that order.
pub fn all_broken(file: &[u8]) -> Vec<String> {
    let mut complaints = Vec::new();
    for (name, bytes) in parts(file) {
        if name.starts_with("word/") && name.rsplit('.').next() == Some("xml") {
            let root = Element::read(&bytes);
            root.each(&mut |element| complaints.extend(broken(element)));
            root.each(&mut |element| {
                let properties = element.children.iter().position(|it| it.name == "w:pPr" || it.name == "w:rPr");
                let has_them_first = properties.is_none_or(|place| place == 0);
                if matches!(element.name.as_str(), "w:p" | "w:r") && !has_them_first {
                    complaints.push(format!("properties that come late in {}", element.name));
                }
            });
        }
    }
    complaints
}

#[test]
fn the_elements_of_a_paper_stand_in_the_order_of_their_schemas() {
    assert_eq!(all_broken(&FILE), Vec::<String>::new());
}

#[test]
fn an_element_out_of_order_is_seen() {
    let turned = Element::read(b"<w:pPr><w:jc/><w:pStyle/></w:pPr>");
    assert!(broken(&turned).expect("a complaint").starts_with("elements in another order in w:pPr"));
    let strange = Element::read(b"<w:tr><w:td/></w:tr>");
    assert!(broken(&strange).expect("a complaint").starts_with("an element that is not listed in w:tr"));
}
