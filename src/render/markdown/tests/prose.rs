use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag};

use super::document;
use crate::document::{Block, Inline, Passage, Prose};
use crate::render::clean::picture;
use crate::render::markdown::render;

fn written(passages: Vec<Passage>) -> String {
    render(&document(vec![Block::Prose(Prose(passages))]))
}

fn line(words: Vec<Inline>) -> String {
    written(vec![Passage::Paragraph(words)])
}

fn text(text: &str) -> Inline {
    Inline::Text(text.to_owned())
}

fn item(said: &str) -> Vec<Passage> {
    vec![Passage::Paragraph(vec![text(said)])]
}

#[test]
fn marks_stand_where_markdown_reads_them_as_marks() {
    let strong = |said| Inline::Strong(vec![text(said)]);
    let emphasis = |said| Inline::Emphasis(vec![text(said)]);
    assert_eq!(line(vec![text("a"), strong(" b "), text("c")]), "a **b** c\n");
    assert_eq!(line(vec![text("a"), strong("b"), text("c")]), "a**b**c\n");
    assert_eq!(line(vec![text("a"), strong("\"b\""), text("c")]), "a\"b\"c\n", "it would be no mark");
    assert_eq!(line(vec![text("a"), emphasis("b"), text(" c")]), "ab c\n", "it would be no mark");
    assert_eq!(line(vec![strong("a"), strong("b")]), "**ab**\n");
    assert_eq!(line(vec![Inline::Strong(vec![emphasis("a"), strong("b")])]), "**ab**\n");
    assert_eq!(line(vec![Inline::Strong(vec![emphasis("a")])]), "**_a_**\n");
}

#[test]
fn only_pages_and_mail_boxes_are_links() {
    let link = |to: &str| line(vec![text("see!"), Inline::Link { to: to.to_owned(), words: vec![text("this")] }]);
    assert_eq!(link("https://a.uk/b?c=1&copy=2"), "see\\![this](https://a.uk/b?c=1&amp;copy=2)\n");
    assert_eq!(link("mailto:a@b.uk"), "see\\![this](mailto:a@b.uk)\n");
    assert_eq!(link("https://a.uk/)\n[b"), "see\\![this](https://a.uk/%29%0A%5Bb)\n");
    for other in ["javascript:alert(1)", "data:text/html,x", "//a.uk", "", " https://a.uk"] {
        assert_eq!(link(other), "see!this\n", "{other}");
    }
}

#[test]
fn code_and_verbatim_text_end_where_they_should() {
    assert_eq!(line(vec![Inline::Code("a `b`".to_owned())]), "`` a `b` ``\n");
    assert_eq!(written(vec![Passage::Verbatim("a\n```\nb\u{1b}\n".to_owned())]), "````\na\n```\nb␛\n````\n");
}

#[test]
fn lists_beside_one_another_stay_two() {
    let bullets = || Passage::List { first: None, items: vec![item("a"), item("- b")] };
    let numbers = |first| Passage::List { first: Some(first), items: vec![item("a"), item("b")] };
    assert_eq!(written(vec![bullets(), bullets()]), "- a\n- \\- b\n\n* a\n* \\- b\n");
    assert_eq!(written(vec![numbers(9), numbers(1)]), "9. a\n10. b\n\n1) a\n2) b\n");
    assert!(written(vec![numbers(u64::MAX)]).starts_with("999999999. a\n"));
}

#[test]
fn a_line_after_a_break_is_no_heading_list_or_table() {
    for start in ["# b", "- b", "1. b", "===", "---", ":-:", "> b"] {
        let markdown = line(vec![text("a"), Inline::LineBreak, text(start)]);
        let events: Vec<Event> = Parser::new_ext(&markdown, Options::ENABLE_TABLES).collect();
        assert!(matches!(events[0], Event::Start(Tag::Paragraph)), "{markdown}");
        assert_eq!(events.iter().filter(|event| matches!(event, Event::Start(_))).count(), 1, "{markdown}");
    }
}

/// What prose says: its characters but white space, and where its links lead.
#[derive(Debug, Default, PartialEq)]
struct Said {
    characters: String,
    links: usize,
}

impl Said {
    fn add(&mut self, text: &str) {
        self.characters.extend(text.chars().filter(|it| !it.is_whitespace()).map(picture));
    }

    fn passages(&mut self, passages: &[Passage]) {
        for passage in passages {
            match passage {
                Passage::Paragraph(words) => self.words(words, false),
                Passage::List { items, .. } => items.iter().for_each(|item| self.passages(item)),
                Passage::Quote(passages) => self.passages(passages),
                Passage::Verbatim(text) => self.add(text),
            }
        }
    }

    fn words(&mut self, words: &[Inline], is_linked: bool) {
        for word in words {
            match word {
                Inline::Text(text) | Inline::Code(text) => self.add(text),
                Inline::Strong(words) | Inline::Emphasis(words) => self.words(words, is_linked),
                Inline::Link { words, .. } => {
                    self.links += usize::from(!is_linked);
                    self.words(words, true);
                }
                Inline::LineBreak => {}
            }
        }
    }

    fn read(markdown: &str) -> Result<Self, String> {
        let mut said = Self::default();
        let github = Options::ENABLE_TABLES
            | Options::ENABLE_STRIKETHROUGH
            | Options::ENABLE_TASKLISTS
            | Options::ENABLE_FOOTNOTES
            | Options::ENABLE_GFM;
        for event in Parser::new_ext(markdown, github) {
            match event {
                Event::Text(text) | Event::Code(text) => said.add(&text),
                Event::Start(Tag::Link { dest_url, .. }) if dest_url.as_ref() == "https://a.uk" => said.links += 1,
                Event::Start(
                    Tag::Paragraph
                    | Tag::List(_)
                    | Tag::Item
                    | Tag::BlockQuote(_)
                    | Tag::CodeBlock(_)
                    | Tag::Strong
                    | Tag::Emphasis,
                )
                | Event::End(_)
                | Event::SoftBreak
                | Event::HardBreak => {}
                other => return Err(format!("{other:?}")),
            }
        }
        Ok(said)
    }
}

fn any_words() -> impl Strategy<Value = Vec<Inline>> {
    let piece = r"[a-z1\\|*_`<>&;#:/.!()\[\]+=\- \n\t\x1b]{1,8}";
    let word = prop_oneof![
        4 => piece.prop_map(Inline::Text),
        1 => "[a-z`# ]{0,5}x[` ]{0,3}".prop_map(Inline::Code),
        1 => Just(Inline::LineBreak),
    ];
    let word = word.prop_recursive(3, 12, 3, |word| {
        let words = prop::collection::vec(word, 1..4);
        prop_oneof![
            words.clone().prop_map(Inline::Strong),
            words.clone().prop_map(Inline::Emphasis),
            words.prop_map(|mut words| {
                words.push(Inline::Text("x".to_owned()));
                Inline::Link { to: "https://a.uk".to_owned(), words }
            }),
        ]
    });
    prop::collection::vec(word, 0..6)
}

fn any_passages() -> impl Strategy<Value = Vec<Passage>> {
    let passage = prop_oneof![
        3 => any_words().prop_map(Passage::Paragraph),
        1 => "[a-z`~> \n-]{0,12}x".prop_map(Passage::Verbatim),
    ];
    let passage = passage.prop_recursive(3, 16, 3, |passage| {
        let passages = prop::collection::vec(passage, 0..3);
        prop_oneof![
            passages.clone().prop_map(Passage::Quote),
            (prop::option::of(0_u64..1_000), prop::collection::vec(passages, 1..4))
                .prop_map(|(first, items)| Passage::List { first, items }),
        ]
    });
    prop::collection::vec(passage, 0..4)
}

proptest! {
    #[test]
    fn any_prose_reads_back_with_every_word_and_nothing_that_acts(passages in any_passages()) {
        let mut said = Said::default();
        said.passages(&passages);
        let markdown = written(passages);
        let read = Said::read(&markdown).map_err(|error| TestCaseError::fail(format!("{error}\n{markdown}")))?;
        prop_assert_eq!(read, said, "{}", markdown);
    }
}
