use proptest::prelude::*;

use super::prose;
use crate::document::{Inline, Passage, Prose};
use crate::limits;

fn text(words: &str) -> Inline {
    Inline::Text(words.to_owned())
}

fn paragraph(words: &str) -> Passage {
    Passage::Paragraph(vec![text(words)])
}

fn passages(markdown: &str) -> Vec<Passage> {
    prose(markdown).0
}

#[test]
fn lines_of_a_paragraph_are_joined_and_blank_text_is_no_prose() {
    assert_eq!(
        passages("Two lines\nof one.\r\n\r\nAnother.\n"),
        [paragraph("Two lines of one."), paragraph("Another.")]
    );
    for blank in ["", " \n\t\n", "---", "# ", "![](x.png)", "[](javascript:x)", "-\n-\n", ">\n", "```\n```"] {
        assert_eq!(passages(blank), [], "{blank:?}");
    }
}

#[test]
fn emphasis_code_and_hard_breaks_are_kept() {
    let expected = [
        text("a "),
        Inline::Strong(vec![text("b "), Inline::Emphasis(vec![text("c")])]),
        text(" "),
        Inline::Code("d <e>".to_owned()),
        Inline::LineBreak,
        text("f"),
    ];
    assert_eq!(passages("a **b *c*** `d <e>`  \nf"), [Passage::Paragraph(expected.to_vec())]);
}

#[test]
fn a_heading_is_a_paragraph_in_bold() {
    let strong = |words: &str| Passage::Paragraph(vec![Inline::Strong(vec![text(words)])]);
    assert_eq!(passages("# One\ntwo\n\nThree\n---\n"), [strong("One"), paragraph("two"), strong("Three")]);
}

#[test]
fn html_is_text() {
    assert_eq!(passages("<script>\nalert(1)\n</script>"), [paragraph("<script> alert(1) </script>")]);
    assert_eq!(passages("a <b onclick=x>c</b> &lt;i&gt;"), [paragraph("a <b onclick=x>c</b> <i>")]);
}

#[test]
fn lists_nest_and_items_without_words_are_left_out() {
    let inner = Passage::List { first: None, items: vec![vec![paragraph("b")]] };
    let items = vec![vec![paragraph("a"), inner], vec![paragraph("c"), paragraph("d")]];
    assert_eq!(passages("3. a\n   - b\n4.\n5. c\n\n   d\n"), [Passage::List { first: Some(3), items }]);
}

#[test]
fn quotations_and_code_are_kept() {
    assert_eq!(
        passages("> a\n> b\n\n```rust\nx\n  y\n```\n"),
        [Passage::Quote(vec![paragraph("a b")]), Passage::Verbatim("x\n  y".to_owned())]
    );
    assert_eq!(passages("```\nnever closed"), [Passage::Verbatim("never closed".to_owned())]);
}

#[test]
fn a_table_is_the_lines_it_was_typed_as() {
    assert_eq!(passages("| a | b |\n|---|---|\n| 1 | 2 |"), [paragraph("| a | b | |---|---| | 1 | 2 |")]);
}

#[test]
fn a_picture_is_its_alternative_text_without_links() {
    assert_eq!(
        passages("See ![the *chart* [x](http://a.example)](http://a.example/b.png)."),
        [paragraph("See the chart x.")]
    );
}

#[test]
fn a_link_to_the_web_is_a_link_and_any_other_is_its_words() {
    let link = |to: &str, words: &str| Inline::Link { to: to.to_owned(), words: vec![text(words)] };
    let one = |markdown: &str| passages(markdown);
    assert_eq!(one("[a](https://b.example)"), [Passage::Paragraph(vec![link("https://b.example", "a")])]);
    assert_eq!(one("<a@b.example>"), [Passage::Paragraph(vec![link("mailto:a@b.example", "a@b.example")])]);
    assert_eq!(one("[](http://b.example)"), [Passage::Paragraph(vec![link("http://b.example", "http://b.example")])]);
    for forbidden in
        ["[a](javascript:alert(1))", "[a](<java&#10;script:x>)", "[a](data:x)", "[a](b.md)", "[a][b]\n\n[b]: file:///x"]
    {
        assert_eq!(one(forbidden), [paragraph("a")], "{forbidden}");
    }
    assert_eq!(one("<javascript:x>"), [paragraph("javascript:x")]);
}

#[test]
fn what_is_nested_too_deeply_joins_what_it_lies_in() {
    for nest in ["> ", "- ", "1. "] {
        let made = prose(&format!("{}deep", nest.repeat(1000)));
        assert_eq!(depth(&made), limits::PROSE_NESTING, "{nest}");
        assert!(said(&made).contains("deep"), "{nest}");
    }
    let made = prose(&format!("{}deep{}", "*_".repeat(1000), "_*".repeat(1000)));
    assert!(said(&made).contains("deep"));
}

#[test]
fn markup_repeated_without_end_is_read_to_its_end() {
    const TIMES: usize = 20_000;
    let hostile = ["[", "![", "> ", "- ", "*a_", "`", "<", "](", "[a](", "&", "<!--", "1. ", "~~~\n", "|a\n", "\\"];
    for part in hostile {
        hold(&prose(&part.repeat(TIMES)));
        let lines = format!("{}\n", part.repeat(100)).repeat(TIMES / 100);
        hold(&prose(&lines));
    }
}

proptest! {
    #[test]
    fn no_text_makes_it_panic_or_leads_anywhere_forbidden(
        parts in prop::collection::vec(
            prop_oneof![
                Just("[a]("), Just(")"), Just("javascript:"), Just("http://"), Just("> "), Just("- "), Just("\n"), Just("\n\n"),
                Just("*"), Just("_"), Just("`"), Just("!["), Just("<"), Just("</b>"), Just("&#106;"), Just("\t"), Just("# "), Just("1. "),
            ]
            .prop_map(str::to_owned)
            .prop_or(),
            0..60,
        ),
    ) {
        hold(&prose(&parts.concat()));
    }
}

trait OrAny {
    fn prop_or(self) -> BoxedStrategy<String>;
}

impl<S: Strategy<Value = String> + 'static> OrAny for S {
    /// The strategy's own texts, and any other short one.
    fn prop_or(self) -> BoxedStrategy<String> {
        prop_oneof![3 => self, 1 => any::<String>()].boxed()
    }
}

/// Nothing is empty, nested too deeply or leads where a paper does not.
fn hold(made: &Prose) {
    assert!(depth(made) <= limits::PROSE_NESTING);
    for_words(&made.0, &mut |word| {
        if let Inline::Link { to, words } = word {
            let lower = to.to_lowercase();
            assert!(["http://", "https://", "mailto:"].iter().any(|scheme| lower.starts_with(scheme)), "{to:?}");
            assert!(!to.contains(|character: char| character.is_control() || character.is_whitespace()), "{to:?}");
            assert!(!words.is_empty());
        }
    });
}

fn depth(made: &Prose) -> usize {
    fn of(passages: &[Passage]) -> usize {
        let deepest = passages.iter().map(|passage| match passage {
            Passage::Quote(inner) => 1 + of(inner),
            Passage::List { items, .. } => 1 + items.iter().map(|item| of(item)).max().unwrap_or(0),
            Passage::Paragraph(_) | Passage::Verbatim(_) => 0,
        });
        deepest.max().unwrap_or(0)
    }
    of(&made.0)
}

fn said(made: &Prose) -> String {
    let mut said = String::new();
    for_words(&made.0, &mut |word| {
        if let Inline::Text(text) = word {
            said.push_str(text);
        }
    });
    said
}

fn for_words(passages: &[Passage], work: &mut dyn FnMut(&Inline)) {
    fn each(words: &[Inline], work: &mut dyn FnMut(&Inline)) {
        for word in words {
            work(word);
            if let Inline::Strong(words) | Inline::Emphasis(words) | Inline::Link { words, .. } = word {
                each(words, work);
            }
        }
    }
    for passage in passages {
        match passage {
            Passage::Paragraph(words) => each(words, work),
            Passage::Quote(inner) => for_words(inner, work),
            Passage::List { items, .. } => items.iter().for_each(|item| for_words(item, work)),
            Passage::Verbatim(_) => {}
        }
    }
}
