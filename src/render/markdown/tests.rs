use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

use super::render;
use crate::document::{Block, Cell, Chart, Column, Document, Drawing, Group, Link, Row, Stub, Table};
use crate::render::clean::clean;
use crate::render::{Format, example, is_as_made};

mod prose;

#[test]
fn a_document_reads_as_a_paper() {
    let expected = "\
# Position on 21 November 2013

Three of 31 indicators are red.

- **Board:** Barnet Health and Wellbeing Board
- **Data due:** 7 November 2013

## Indicators

**Every indicator against its target**

### Preparation for a healthy life

Lead: Public Health; sponsor: Children's Trust

| Indicator | Latest | Target | Rating | Lead | Next figure | Why |
| --- | ---: | ---: | --- | --- | --- | --- |
| Smoking at delivery | 4.7 | ≤4.5 | amber | Public Health | 29 Sep 2014 | 4.7 is 0.2 above the 4.5 due by 2012/13. |

### Care when needed

| Indicator | Latest | Target | Rating | Lead | Next figure | Why |
| --- | ---: | ---: | --- | --- | --- | --- |
| Emergency admissions for hip fracture in people aged 65 and over | 471.2 | 429.9 | red | Barnet CCG | 29 Sep 2014 | 471.2 is 41.3 above the 429.9 due by 2012/13 (9.6%; amber allows 5%), and worse than the year before. |
| Café meals 界 |  | 5 | no data |  |  |  |

p: provisional.

- Run hwb exceptions for the reasons.
";
    assert_eq!(render(&example::position()), expected);
}

#[test]
fn a_paper_reads_as_one_and_says_at_its_end_what_it_was_made_from() {
    let expected = "\
# Report for 21 November 2013

**Smoking at delivery is above the 4.5% due**

Percent of deliveries, Barnet, 2012/13

Chart: Bar chart. Barnet has 4.7%.

Source: made up.

Quit rates fell after **the change of provider**, see [the review](https://example.org/a_%28b%29).\\
`hwb show` has the figures.

1. Midwives refer every smoker.

   - From the first visit on.

2. Stop smoking clinics open on Saturdays.

> _It is all one team now._

```
2012/13  4.7
2013/14  4.5
```

> **To be written by the Chief Finance Officer:** what this means for money, staff and buildings. In `templates/finance.md`.

- [Every figure](data/figures.csv): CSV, 12 kB

<!--
Strategy: Health and Wellbeing Strategy
Board: Barnet Health and Wellbeing Board
Meeting: 21 Nov 2013
As of: 7 Nov 2013
Made from files with SHA-256: 0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f0f
";
    let paper = render(&example::paper());
    assert_eq!(&paper[..expected.len()], expected);
    assert!(paper.ends_with("\n-->\n"), "{paper}");
    assert!(is_as_made(Format::Markdown, paper.as_bytes()));
    assert!(!is_as_made(Format::Markdown, paper.replace("4.7%", "4.4%").as_bytes()));
}

#[test]
fn nothing_in_the_title_of_a_strategy_ends_the_comment() {
    let mut paper = example::paper();
    paper.metadata.subject = "a --> <script>x</script> --!> b".to_owned();
    let paper = render(&paper);
    let comment = &paper[paper.find("<!--").expect("a comment")..];
    assert_eq!(comment.find('>'), Some(comment.len() - 2));
}

#[test]
fn a_table_without_rows_is_its_header() {
    let mut table = example::table();
    table.caption.clear();
    table.notes.clear();
    table.groups.clear();
    table.columns.truncate(3);
    let text = render(&document(vec![Block::Table(table)]));
    assert_eq!(text, "| Indicator | Latest |\n| --- | ---: |\n");
}

#[test]
fn headings_go_no_deeper_than_markdown_has() {
    let mut blocks = vec![Block::Paragraph("end".to_owned())];
    for level in 0..8 {
        blocks = vec![Block::Section { title: format!("{level}"), blocks }];
    }
    assert!(render(&document(blocks)).contains("\n\n###### 0\n\nend\n"));
}

fn document(blocks: Vec<Block>) -> Document {
    Document::new(String::new(), blocks)
}

/// A document that says the text in every place where text can stand.
fn saying(text: &str) -> Document {
    let row = || Row { cells: vec![Cell::text(text), Cell::text(text)] };
    let table = Table {
        caption: text.to_owned(),
        notes: vec![text.to_owned()],
        columns: vec![Column::new("a", "A"), Column::new("b", "B")],
        groups: vec![Group { title: text.to_owned(), notes: vec![text.to_owned()], rows: vec![row(), row()] }],
    };
    let mut document = document(vec![
        Block::Paragraph(text.to_owned()),
        Block::List(vec![text.to_owned(), text.to_owned()]),
        Block::Facts(vec![(text.to_owned(), text.to_owned())]),
        Block::Table(table),
        Block::Chart(Chart {
            headline: text.to_owned(),
            subtitle: text.to_owned(),
            alternative: text.to_owned(),
            notes: vec![text.to_owned()],
            drawing: Drawing::Multiples(vec![]),
        }),
        Block::Stub(Stub { awaits: text.to_owned(), says: text.to_owned(), path: "a.md".to_owned() }),
        Block::Links(vec![Link { text: text.to_owned(), to: text.to_owned(), about: text.to_owned() }]),
    ]);
    document.title = text.to_owned();
    document
}

/// What a reader of the Markdown sees: the shape of the document and the text of each place.
fn read(markdown: &str) -> Result<(String, Vec<String>), String> {
    let mut shape = String::new();
    let mut texts = Vec::new();
    let mut text = String::new();
    for event in
        Parser::new_ext(markdown, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TASKLISTS)
    {
        match event {
            Event::Text(said) | Event::Code(said) => text.push_str(&said),
            Event::Start(Tag::Strong)
            | Event::End(
                TagEnd::Strong
                | TagEnd::Link
                | TagEnd::BlockQuote(_)
                | TagEnd::List(_)
                | TagEnd::Table
                | TagEnd::TableHead
                | TagEnd::TableRow,
            ) => {}
            Event::Start(tag) => shape.push(match tag {
                Tag::Heading { .. } => 'h',
                Tag::Paragraph => 'p',
                Tag::List(None) => 'l',
                Tag::Item => 'i',
                Tag::Table(_) => 't',
                Tag::TableHead => 'H',
                Tag::TableRow => 'r',
                Tag::TableCell => 'c',
                Tag::BlockQuote(_) => 'q',
                Tag::Link { .. } => 'a',
                other => return Err(format!("{other:?}")),
            }),
            Event::End(_) => texts.push(std::mem::take(&mut text)),
            other => return Err(format!("{other:?}")),
        }
    }
    Ok((shape, texts))
}

fn reads_back(text: &str) -> Result<(), TestCaseError> {
    let markdown = render(&saying(text));
    let text = clean(text);
    let (shape, texts) = read(&markdown).map_err(|error| TestCaseError::fail(format!("{error}\n{markdown}")))?;
    prop_assert_eq!(shape, "hpliiliphptHccrccrccpppppqplia", "{}", markdown);
    let said = [
        text.clone(),
        format!("{text}: {text}"),
        format!("Chart: {text}"),
        format!("To be written by {text}: {text}. In a.md."),
        "A".to_owned(),
        "B".to_owned(),
    ];
    prop_assert!(texts.iter().all(|read| said.contains(read)), "{:?}\n{}", texts, markdown);
    Ok(())
}

#[test]
fn hostile_text_reads_back_as_text() {
    for text in [
        "<script>alert(1)</script>",
        "a|b|c",
        r"a\|b\\|c\",
        "[link](javascript:x)",
        "![x](y)",
        "<https://a.uk>",
        "a\n\n# b\n| --- |",
        "***a*** __b__ ~~c~~ `d` ``",
        "1. a",
        "&lt;b&gt;",
        "[^1]: x",
        "[ ] task",
        "*",
        "_",
        "a_",
        "\\",
        "(%)",
        "-----",
    ] {
        reads_back(text).unwrap_or_else(|error| panic!("{text}: {error}"));
    }
}

proptest! {
    #[test]
    fn any_text_reads_back_as_text(text in r"[a-z1\\|*_`~<>&;#:/.!()\[\]+=\- \n\tw]{1,24}x?") {
        prop_assume!(!clean(&text).is_empty());
        reads_back(&text)?;
    }
}
