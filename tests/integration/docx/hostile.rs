//! Text is data, whatever is in it, and however much of it there is.

use hwb::document::{
    Block, Cell, Chart, Column, Document, Group, Importance, Inline, Link, Mark, Passage, Prose, Row, Stub, Table,
};
use proptest::prelude::*;

use super::order::all_broken;
use super::paper::{chart, metadata, section};
use super::read::{Element, part, parts, word};

/// Markup, control characters, what no XML may hold, a formula and words from right to left.
pub const SCRIPT: &str =
    "</w:t></w:r><script>alert('x')</script>&amp;&#0;]]>\u{0}\u{1b}[31m\u{202E}\u{FFFE}\u{FFFF} =1+1 שלום";

/// A chart with this text in every place of it.
fn hostile_chart(text: &str) -> Chart {
    let own = || text.to_owned();
    Chart { headline: own(), subtitle: own(), alternative: own(), notes: vec![own()], ..chart() }
}

/// Every block there is but a chart, with this text in every place of it.
pub fn everywhere(text: &str) -> Document {
    let own = || text.to_owned();
    let words = || vec![Inline::Text(own()), Inline::Strong(vec![Inline::Code(own())]), Inline::LineBreak];
    let link = Inline::Link { to: format!("https://example.org/{text}"), words: words() };
    let any = Inline::Link { to: own(), words: words() };
    let paragraph = Passage::Paragraph([words(), vec![link, any]].concat());
    let list = Passage::List {
        first: Some(u64::MAX),
        items: vec![vec![paragraph.clone()], vec![], vec![Passage::Verbatim(own())]],
    };
    let mut metadata = metadata();
    metadata.subject = own();
    metadata.author = own();
    Document {
        title: own(),
        metadata,
        blocks: vec![
            Block::NewPage,
            Block::Paragraph(own()),
            Block::List(vec![own(), String::new()]),
            Block::Facts(vec![(own(), own()), (String::new(), String::new())]),
            section(text, vec![Block::Table(table(text, 3, 4)), Block::NewPage, Block::Table(table("", 2, 2))]),
            Block::Prose(Prose(vec![
                paragraph.clone(),
                list,
                Passage::Quote(vec![paragraph]),
                Passage::Verbatim(own()),
            ])),
            Block::Stub(Stub { awaits: own(), says: own(), path: own() }),
            Block::Links(vec![Link { text: own(), to: own(), about: own() }]),
            section("", vec![]),
        ],
    }
}

/// A table of this text, with columns of every importance and rows that are too short and too long.
fn table(text: &str, columns: usize, rows: usize) -> Table {
    let importance = [Importance::Essential, Importance::Detail, Importance::Sentence];
    let column = |place: usize| Column { importance: importance[place % 3], ..Column::people(text.to_owned()) };
    let row = |place: usize| Row {
        cells: (0..(columns + place) % (columns + 2)).map(|_| Cell::text(text).marked(Mark::OffTarget)).collect(),
    };
    let group = |rows| Group { title: text.to_owned(), notes: vec![text.to_owned()], rows };
    Table {
        caption: text.to_owned(),
        notes: vec![text.to_owned()],
        columns: (0..columns).map(column).collect(),
        groups: vec![group((0..rows).map(row).collect()), group(vec![])],
    }
}

/// A table of so many rows in one piece.
pub fn rows(count: usize) -> Block {
    let mut table = table("a heading", 6, count);
    table.groups.truncate(1);
    Block::Table(table)
}

/// Reads every part of XML, which fails where one is not well-formed.
#[track_caller]
fn assert_sound(document: &Document) {
    let file = word(document);
    for (name, bytes) in parts(&file) {
        if [".xml", ".rels", ".svg"].iter().any(|ending| name.ends_with(ending)) {
            Element::read(&bytes);
        }
    }
    assert_eq!(all_broken(&file), Vec::<String>::new());
}

#[test]
fn markup_and_control_characters_are_words() {
    let mut document = everywhere(SCRIPT);
    document.blocks.push(Block::Chart(hostile_chart(SCRIPT)));
    assert_sound(&document);
    let written = part(&document, "word/document.xml");
    assert!(written.all("script").is_empty());
    assert!(written.words().contains("<script>alert('x')</script>&amp;&#0;]]>␀␛[31m�"));
}

#[test]
fn titles_of_ten_thousand_characters_are_written_whole() {
    let long = "long title ".repeat(909);
    let document = everywhere(&long);
    assert_sound(&document);
    assert!(part(&document, "word/document.xml").words().contains(long.trim()));
    assert_sound(&everywhere(&"x".repeat(10_000)));
    assert!(part(&document, "word/header1.xml").words().chars().count() <= 100, "but not above every page");
}

#[test]
fn a_table_of_a_thousand_rows_has_them_all() {
    let document = Document::new("Rows", vec![rows(1_000)]);
    assert_sound(&document);
    let written = part(&document, "word/document.xml");
    assert_eq!(written.all("w:tr").len(), 1_001);
}

#[test]
fn a_table_of_a_hundred_columns_fits_its_page() {
    let document = Document::new("Columns", vec![Block::Table(table("a heading", 100, 2))]);
    assert_sound(&document);
}

#[test]
fn what_is_nested_deeply_stands_at_the_deepest_level_there_is() {
    let mut block = Block::Paragraph("innermost".to_owned());
    let mut passage = Passage::Paragraph(vec![Inline::Text("innermost".to_owned())]);
    for depth in 0..200 {
        block = section("A heading", vec![block]);
        passage = match depth % 2 {
            0 => Passage::Quote(vec![passage]),
            _ => Passage::List { first: Some(depth), items: vec![vec![passage]] },
        };
    }
    let document = Document::new("Deep", vec![block, Block::Prose(Prose(vec![passage]))]);
    assert_sound(&document);
    let written = part(&document, "word/document.xml");
    let levels = written.all("w:ilvl").into_iter().map(|it| it.attribute("w:val").parse::<usize>().expect("a level"));
    assert_eq!(levels.max(), Some(8));
    assert!(written.all("w:pStyle").into_iter().all(|it| it.attribute("w:val") != "Heading7"));
}

#[test]
fn a_document_with_nothing_in_it_is_a_file_all_the_same() {
    assert_sound(&Document::new("", vec![]));
    assert_sound(&Document::new("", vec![Block::Table(table("", 0, 0)), Block::NewPage]));
    assert_sound(&everywhere(""));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_in_any_place_is_well_formed(text in any::<String>()) {
        assert_sound(&everywhere(&text));
    }
}
