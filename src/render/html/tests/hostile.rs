//! Whatever a text holds, the page has the same elements, and says the same letters.

use proptest::prelude::*;
use scraper::{Html, Node};

use crate::document::{
    Bar, Bars, Block, Cell, Chart, Column, Document, Drawing, Group, Inline, Link, Metadata, Passage, Prose, Row, Stub,
    Table, Tone, Unit,
};
use crate::render::html::render;

/// A document that says this text in every place where a text can stand.
fn saying(text: &str) -> Document {
    let said = || text.to_owned();
    let table = Table {
        caption: said(),
        notes: vec![said()],
        columns: vec![Column::people(said()), Column::people(said()).right(), Column::people(said()).sentence()],
        groups: vec![Group {
            title: said(),
            notes: vec![said()],
            rows: vec![Row {
                cells: vec![Cell::text(said()), Cell::text(said()), Cell::text(said()).toned(Tone::Bad)],
            }],
        }],
    };
    let inlines = || {
        vec![
            Inline::Text(said()),
            Inline::Strong(vec![Inline::Text(said())]),
            Inline::Code(said()),
            Inline::Link { to: format!("https://a.uk/{text}"), words: vec![Inline::Text(said())] },
        ]
    };
    let passages = vec![
        Passage::Paragraph(inlines()),
        Passage::List { first: None, items: vec![vec![Passage::Paragraph(inlines())]] },
        Passage::Quote(vec![Passage::Paragraph(inlines())]),
        Passage::Verbatim(said()),
    ];
    let bars = Bars { unit: Unit::default(), bars: vec![], reference: None };
    let chart = Chart {
        headline: said(),
        subtitle: said(),
        alternative: said(),
        notes: vec![said()],
        drawing: Drawing::Bars(Bars { bars: Vec::<Bar>::new(), ..bars }),
    };
    let blocks = vec![
        Block::Paragraph(said()),
        Block::List(vec![said()]),
        Block::Facts(vec![(said(), said())]),
        Block::Table(table),
        Block::Chart(chart),
        Block::Prose(Prose(passages)),
        Block::Stub(Stub { awaits: said(), says: said(), path: said() }),
        Block::Links(vec![Link { text: said(), to: "a.html".to_owned(), about: said() }]),
    ];
    let sections = (0..3).map(|_| Block::Section { title: said(), blocks: blocks.clone() });
    let mut document = Document::new(text, sections.collect());
    document.metadata = Metadata { subject: said(), author: said(), ..Metadata::default() };
    document
}

/// The elements of a page in their order, with what they are for; and every letter and digit that it says.
fn read(page: &str) -> (Vec<String>, String) {
    let parsed = Html::parse_document(page);
    assert!(parsed.errors.is_empty(), "{:?}", parsed.errors);
    let elements = parsed.tree.nodes().filter_map(|node| node.value().as_element());
    // An id comes of a title; a direction and a long word's class of the letters in a text.
    let is_structure = |name: &str| !matches!(name, "id" | "dir" | "class" | "href" | "content" | "data-label");
    let described = elements.map(|element| {
        let attributes = element.attrs().filter(|(name, _)| is_structure(name));
        let shown: Vec<String> = attributes.map(|(name, value)| format!(" {name}={}", value.len())).collect();
        format!("{}{}", element.name(), shown.concat())
    });
    let body = parsed.tree.nodes().filter(|node| !node.ancestors().any(|above| is_style(above.value())));
    let texts = body.filter_map(|node| node.value().as_text().map(|text| text.to_string()));
    (described.collect(), letters(&texts.collect::<String>()))
}

fn is_style(node: &Node) -> bool {
    node.as_element().is_some_and(|element| element.name() == "style")
}

fn letters(text: &str) -> String {
    text.chars().filter(|character| character.is_alphanumeric()).collect()
}

/// That a page which says this text is the page that says `word`, but for the text.
#[track_caller]
fn assert_is_only_said(text: &str) {
    const WORD: &str = "Qq";
    let (plain, plainly) = read(&render(&saying(WORD)));
    let (found, says) = read(&render(&saying(text)));
    // The widths of columns go by their texts, and with them whether the table has to say its roles.
    let without_widths = |elements: Vec<String>| {
        let kept = elements.into_iter().map(|it| it.split(' ').next().unwrap_or_default().to_owned());
        kept.filter(|name| !matches!(name.as_str(), "colgroup" | "col")).collect::<Vec<_>>()
    };
    assert_eq!(without_widths(found), without_widths(plain), "{text:?}");
    assert_eq!(says, plainly.replace(WORD, &letters(text)), "{text:?}");
}

#[test]
fn markup_in_a_text_is_text() {
    for text in [
        "<script>alert(1)</script>",
        "</style><script>alert(1)</script>",
        "</title></head></body></html>",
        "<!-- a -->",
        "]]>",
        "\" onload=\"alert(1)",
        "' x='",
        "&lt;b&gt; &amp; &#60;",
        "</textarea></pre></svg></table>",
        "<img src=x onerror=alert(1)>",
        "a\0b\u{1b}[31mc\u{7f}\u{9b}d",
        "a\u{FFFE}b\u{FDD0}",
        "<svg><desc>",
        "{{x}} ${x} `x`",
    ] {
        assert_is_only_said(text);
    }
}

#[test]
fn text_in_any_script_is_said_as_it_is() {
    for text in ["שלום עולם", "مرحبا 123", "a\u{202E}b\u{2066}c", "界面", "👩‍👩‍👧 a", "e\u{301}tude"]
    {
        assert_is_only_said(text);
    }
}

#[test]
fn a_very_long_title_is_said_whole() {
    assert_is_only_said(&"a".repeat(10_000));
    assert_is_only_said(&"word ".repeat(2_000));
}

#[test]
fn a_thousand_rows_are_a_thousand_rows() {
    let mut document = saying("Qq");
    let Block::Section { blocks, .. } = &mut document.blocks[0] else { panic!("a section") };
    let Block::Table(table) = &mut blocks[3] else { panic!("a table") };
    let row = table.groups[0].rows[0].clone();
    table.groups[0].rows = vec![row; 1000];
    let (elements, _) = read(&render(&document));
    // Its own header row, and the two tables of the other sections.
    assert_eq!(elements.iter().filter(|name| name.split(' ').next() == Some("tr")).count(), 1000 + 1 + 4);
}

#[test]
fn right_to_left_letters_turn_no_neighbour_round() {
    let page = render(&saying("שלום"));
    for told in ["<h1 dir=\"auto\">", "<dt dir=\"auto\">", "<dd dir=\"auto\">", "<p dir=\"auto\">", "<li dir=\"auto\">"]
    {
        assert!(page.contains(told), "{told}");
    }
    assert!(!render(&saying("Qq")).contains("dir="));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn any_text_is_only_said(text in "\\PC{1,12}[a-z<>&\"'/!\\-\\]]{0,12}") {
        prop_assume!(!letters(&text).is_empty());
        assert_is_only_said(&text);
    }

    #[test]
    fn any_characters_are_no_markup(text in any::<String>()) {
        let (_, _) = read(&render(&saying(&text)));
    }
}
