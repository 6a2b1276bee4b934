mod hostile;

use super::render;
use crate::document::{Block, Cell, Document, Metadata, Provenance, Stub};
use crate::render::{Format, example, is_as_made};

/// The page without its style sheet, and with no version that each release would change.
fn page(document: &Document) -> String {
    let page = render(document);
    let (before, rest) = page.split_once("<style>").expect("a style sheet");
    let (_, after) = rest.split_once("</style>").expect("its end");
    let page = format!("{before}<style></style>{after}").replace(env!("CARGO_PKG_VERSION"), "VERSION");
    // The seal is of the style sheet too.
    match page.split_once("seal sha256:") {
        Some((before, rest)) => format!("{before}seal sha256:SEAL{}", &rest[64..]),
        None => page,
    }
}

fn section(title: &str, blocks: Vec<Block>) -> Block {
    Block::Section { title: title.to_owned(), blocks }
}

#[test]
fn a_position_looks_so() {
    insta::assert_snapshot!(page(&example::position()));
}

#[test]
fn a_paper_with_every_block_looks_so() {
    insta::assert_snapshot!(page(&example::paper()));
}

#[test]
fn a_page_with_three_sections_begins_with_a_list_of_them() {
    let sections = |count: usize| (0..count).map(|_| section("Next", vec![])).collect();
    assert!(!page(&Document::new("A paper", sections(2))).contains("<nav"));
    let page = page(&Document::new("A paper", sections(3)));
    for id in ["next", "next-2", "next-3"] {
        assert!(page.contains(&format!("<a href=\"#{id}\">Next</a>")), "{page}");
        assert!(page.contains(&format!("<h2 id=\"{id}\">Next</h2>")), "{page}");
    }
}

#[test]
fn no_level_of_headings_is_left_out() {
    let nested = section("One", vec![section("", vec![section("Two", vec![section("Three", vec![])])])]);
    let page = page(&Document::new("A paper", vec![nested]));
    for heading in ["<h1>A paper</h1>", "<h2 id=\"one\">", "<h3 id=\"two\">", "<h4 id=\"three\">"] {
        assert!(page.contains(heading), "{page}");
    }
}

#[test]
fn a_page_always_has_a_name() {
    let page = page(&Document::new(" ", vec![]));
    assert!(page.contains("<title>Untitled</title>") && page.contains("<h1>Untitled</h1>"), "{page}");
}

#[test]
fn where_there_is_nothing_to_say_stands_none() {
    let mut document = example::position();
    let Block::Section { blocks, .. } = &mut document.blocks[2] else { panic!("a section") };
    let Block::Table(table) = &mut blocks[0] else { panic!("a table") };
    for cell in &mut table.groups[0].rows[0].cells {
        *cell = Cell::default();
    }
    let page = page(&document);
    assert!(page.contains("<th scope=\"row\" role=\"rowheader\"><span class=\"none\">none</span></th>"), "{page}");
    assert!(!page.contains("\"></td>"), "{page}");
}

#[test]
fn a_rating_has_its_word_beside_its_shape_and_a_figure_has_none() {
    let page = page(&example::position());
    assert!(page.contains("<circle") || page.contains("<path"), "{page}");
    assert!(page.contains("aria-hidden=\"true\"><path d=\"M6 0l6 6-6 6-6-6z\"></path></svg> red</span>"), "{page}");
}

#[test]
fn a_paper_made_from_files_is_sealed_and_says_what_it_was_made_from() {
    let mut document = example::position();
    document.title = "seal sha256:0000000000000000000000000000000000000000000000000000000000000000".to_owned();
    let provenance = Provenance {
        meeting: chrono::NaiveDate::from_ymd_opt(2013, 11, 21),
        as_of: chrono::NaiveDate::from_ymd_opt(2013, 11, 7).expect("a day"),
        sources: "5e".repeat(32),
    };
    document.metadata = Metadata { provenance: Some(provenance), ..Metadata::default() };
    let page = render(&document);
    assert!(is_as_made(Format::Html, page.as_bytes()), "a title that looks like a seal is no seal");
    assert!(!is_as_made(Format::Html, page.replace("31 indicators", "30 indicators").as_bytes()));
    for said in ["\"hwb-meeting\" content=\"2013-11-21\"", "\"hwb-as-of\" content=\"2013-11-07\"", "sha256:5e5e"] {
        assert!(page.contains(said), "{said}");
    }
}

#[test]
fn an_answer_that_is_no_paper_has_no_seal() {
    assert!(!render(&example::position()).contains("hwb-seal"));
}

#[test]
fn a_stub_is_a_note_that_says_who_writes_what_and_where() {
    let stub = Stub {
        awaits: "the finance adviser".to_owned(),
        says: "what this means for money".to_owned(),
        path: "data/papers/resources.md".to_owned(),
    };
    let page = page(&Document::new("A paper", vec![Block::Stub(stub)]));
    assert!(page.contains("<div class=\"stub\" role=\"note\">"), "{page}");
    assert!(page.contains("To be written by <bdi>the finance adviser</bdi>"), "{page}");
    assert!(page.contains("<code>data/papers/resources.md</code>"), "{page}");
}
