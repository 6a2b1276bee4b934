use proptest::prelude::*;
use unicode_width::UnicodeWidthStr;

use super::render;
use crate::document::{
    Block, Cell, Chart, Column, Document, Drawing, Group, Inline, Link, Passage, Prose, Row, Stub, Table, Tone,
};
use crate::render::{Screen, example};

fn plain(document: &Document, width: usize) -> String {
    render(document, Screen { width, colour: false })
}

fn coloured(document: &Document, width: usize) -> String {
    render(document, Screen { width, colour: true })
}

#[test]
fn at_120_columns_every_detail_is_a_column() {
    let expected = "\
Position on 21 November 2013

Three of 31 indicators are red.

Board     Barnet Health and Wellbeing Board
Data due  7 November 2013

Indicators

Every indicator against its target
Indicator                                                         Latest  Target  Rating   Lead           Next figure
─────────────────────────────────────────────────────────────────────────────────────────────────────────────────────
Preparation for a healthy life
Lead: Public Health; sponsor: Children's Trust
Smoking at delivery                                                  4.7    ≤4.5  amber    Public Health  29 Sep 2014
   4.7 is 0.2 above the 4.5 due by 2012/13.

Care when needed
Emergency admissions for hip fracture in people aged 65 and over   471.2   429.9  red      Barnet CCG     29 Sep 2014
   471.2 is 41.3 above the 429.9 due by 2012/13 (9.6%; amber allows 5%), and worse than the year before.
Café meals 界                                                                  5  no data

p: provisional.

- Run hwb exceptions for the reasons.
";
    assert_eq!(plain(&example::position(), 120), expected);
}

#[test]
fn at_80_columns_the_last_detail_goes_beneath() {
    let expected = "\
Position on 21 November 2013

Three of 31 indicators are red.

Board     Barnet Health and Wellbeing Board
Data due  7 November 2013

Indicators

Every indicator against its target
Indicator                                 Latest  Target  Rating   Lead
────────────────────────────────────────────────────────────────────────────────
Preparation for a healthy life
Lead: Public Health; sponsor: Children's Trust
Smoking at delivery                          4.7    ≤4.5  amber    Public Health
   Next figure: 29 Sep 2014
   4.7 is 0.2 above the 4.5 due by 2012/13.

Care when needed
Emergency admissions for hip fracture in   471.2   429.9  red      Barnet CCG
people aged 65 and over
   Next figure: 29 Sep 2014
   471.2 is 41.3 above the 429.9 due by 2012/13 (9.6%; amber allows 5%), and
   worse than the year before.
Café meals 界                                          5  no data

p: provisional.

- Run hwb exceptions for the reasons.
";
    assert_eq!(plain(&example::position(), 80), expected);
}

#[test]
fn at_40_columns_what_does_not_fit_goes_beneath_and_nothing_is_lost() {
    let expected = "\
Position on 21 November 2013

Three of 31 indicators are red.

Board     Barnet Health and Wellbeing
          Board
Data due  7 November 2013

Indicators

Every indicator against its target
Indicator                 Latest  Target
────────────────────────────────────────
Preparation for a healthy life
Lead: Public Health; sponsor: Children's
Trust
Smoking at delivery          4.7    ≤4.5
   Rating: amber · Lead: Public Health ·
   Next figure: 29 Sep 2014
   4.7 is 0.2 above the 4.5 due by
   2012/13.

Care when needed
Emergency admissions for   471.2   429.9
hip fracture in people
aged 65 and over
   Rating: red · Lead: Barnet CCG · Next
   figure: 29 Sep 2014
   471.2 is 41.3 above the 429.9 due by
   2012/13 (9.6%; amber allows 5%), and
   worse than the year before.
Café meals 界                          5
   Rating: no data

p: provisional.

- Run hwb exceptions for the reasons.
";
    assert_eq!(plain(&example::position(), 40), expected);
}

#[test]
fn colour_marks_titles_tones_and_sentences() {
    let text = coloured(&example::position(), 80);
    for expected in [
        "\u{1b}[1mPosition on 21 November 2013\u{1b}[0m\n",
        "\u{1b}[1mCare when needed\u{1b}[0m\n",
        "  \u{1b}[33mamber\u{1b}[0m    Public Health\n",
        "  \u{1b}[1;31mred\u{1b}[0m      Barnet CCG\n",
        "  \u{1b}[2mno data\u{1b}[0m\n",
        "(9.6%; amber allows 5%), and\u{1b}[0m\n   \u{1b}[2mworse than the year before.\u{1b}[0m\n",
    ] {
        assert!(text.contains(expected), "{expected:?} in {text:?}");
    }
}

#[test]
fn a_detail_keeps_its_tone_beneath_its_row() {
    assert!(coloured(&example::position(), 40).contains("   Rating: \u{1b}[1;31mred\u{1b}[0m · Lead: Barnet CCG"));
}

#[test]
fn colour_changes_nothing_but_the_codes() {
    for width in [40, 80, 120] {
        let mut text = coloured(&example::position(), width);
        for code in ["[0m", "[1m", "[2m", "[32m", "[33m", "[1;31m"] {
            text = text.replace(&format!("\u{1b}{code}"), "");
        }
        assert_eq!(text, plain(&example::position(), width));
    }
}

#[test]
fn several_sentences_say_which_is_which() {
    let mut table = example::table();
    table.columns.push(Column::new("ask", "Asked of the Board").sentence());
    for row in table.groups.iter_mut().flat_map(|group| &mut group.rows) {
        row.cells.push(Cell::text("Note it."));
    }
    let text = plain(&holding(table), 80);
    assert!(text.contains("\n   Why: 4.7 is 0.2 above the 4.5 due by 2012/13.\n   Asked of the Board: Note it.\n"));
}

#[test]
fn a_paper_says_at_80_columns_what_it_says_elsewhere() {
    let expected = "\
Report for 21 November 2013

Smoking at delivery is above the 4.5% due
Percent of deliveries, Barnet, 2012/13
Bar chart. Barnet has 4.7%.
Source: made up.

Quit rates fell after the change of provider, see the review
(https://example.org/a_(b)).
hwb show has the figures.

1. Midwives refer every smoker.

   - From the first visit on.

2. Stop smoking clinics open on Saturdays.

> It is all one team now.

2012/13  4.7
2013/14  4.5

To be written by the Chief Finance Officer: what this means for money, staff and
buildings. In templates/finance.md.

- Every figure (data/figures.csv): CSV, 12 kB
";
    assert_eq!(plain(&example::paper(), 80), expected);
    let colour = coloured(&example::paper(), 80);
    assert!(colour.contains("after \u{1b}[1mthe change of provider\u{1b}[0m, see"), "{colour}");
}

#[test]
fn a_paper_fits_twenty_columns() {
    let text = plain(&example::paper(), 20);
    let expected = "\
1. Midwives refer
   every smoker.

   - From the first
     visit on.

2. Stop smoking
   clinics open on
   Saturdays.

> It is all one team
> now.

2012/13  4.7
2013/14  4.5

To be written by the
Chief Finance
Officer: what this
means for money,
staff and buildings.
In
templates/finance.md
.

- Every figure
  (data/figures.csv)
  : CSV, 12 kB
";
    assert!(text.ends_with(expected), "{text}");
}

#[test]
fn lines_that_stay_as_they_are_keep_their_indent_where_they_are_broken() {
    let prose = Prose(vec![Passage::Verbatim("a\n\tbc de fg hi jk lm no\r\n  \u{1b}".to_owned())]);
    let document = Document::new("", vec![Block::Prose(prose)]);
    assert_eq!(plain(&document, 20), "a\n    bc de fg hi jk l\n    m no\n  ␛\n");
}

#[test]
fn a_table_with_no_rows_is_its_header() {
    let mut table = example::table();
    table.groups.clear();
    let expected = "\
Every indicator against its target
Indicator  Latest  Target  Rating  Lead  Next figure
────────────────────────────────────────────────────

p: provisional.
";
    assert_eq!(plain(&holding(table), 80), expected);
}

#[test]
fn a_document_with_nothing_in_it_is_no_text() {
    let document = Document::new(String::new(), vec![Block::Facts(vec![]), Block::List(vec![])]);
    assert_eq!(plain(&document, 80), "");
}

#[test]
fn a_title_of_ten_thousand_characters_is_wrapped_and_whole() {
    let title = "long".repeat(2_500);
    let document = saying(&title, 3);
    let text = plain(&document, 80);
    assert!(text.lines().all(|line| line.width() <= 80));
    let letters = text.chars().filter(|character| "long".contains(*character)).count();
    let places = 13;
    assert!(letters >= places * title.len(), "{letters}");
}

#[test]
fn hostile_text_is_shown_and_not_obeyed() {
    let text = plain(&saying("\u{1b}[31mred\u{1b}[0m\r\n\u{202E}x\ty\u{206A}z", 3), 80);
    assert!(text.contains("␛[31mred␛[0m \u{FFFD}x y\u{FFFD}z"));
    assert!(!text.contains(['\u{1b}', '\r', '\t', '\u{202E}', '\u{206A}']));
}

#[test]
fn columns_stay_aligned_beside_wide_characters() {
    let rows = ["界界", "éé", "e\u{301}"].map(|title| Row { cells: vec![Cell::text(title), Cell::text("5")] });
    let table = table(&["Title", "Due"], rows.to_vec());
    assert_eq!(plain(&holding(table), 40), "Title  Due\n──────────\n界界   5\néé     5\ne\u{301}      5\n");
}

#[test]
fn a_short_row_is_filled_and_a_long_one_is_not_read_past_its_columns() {
    let rows = [1, 3].map(|count| Row { cells: vec![Cell::text("a"); count] });
    let table = table(&["Title", "Due"], rows.to_vec());
    assert_eq!(plain(&holding(table), 40), "Title  Due\n──────────\na\na      a\n");
}

#[test]
fn no_width_is_too_small() {
    assert!(plain(&example::position(), 0).lines().all(|line| line.width() <= 20));
}

fn holding(table: Table) -> Document {
    Document::new(String::new(), vec![Block::Table(table)])
}

fn table(headings: &[&'static str], rows: Vec<Row>) -> Table {
    Table {
        caption: String::new(),
        notes: vec![],
        columns: headings.iter().map(|heading| Column::people(*heading)).collect(),
        groups: vec![Group { title: String::new(), notes: vec![], rows }],
    }
}

/// A document that says the text in every place where text can stand, with a table of so many columns besides a
/// detail and a sentence.
fn saying(text: &str, columns: usize) -> Document {
    let headings = vec!["Heading"; columns + 2];
    let row = Row { cells: vec![Cell::text(text).toned(Tone::Bad); headings.len()] };
    let mut table = table(&headings, vec![row.clone(), row]);
    table.caption = text.to_owned();
    table.notes = vec![text.to_owned()];
    table.groups[0].title = text.to_owned();
    table.groups[0].notes = vec![text.to_owned()];
    table.columns[columns].importance = crate::document::Importance::Detail;
    table.columns[columns + 1].importance = crate::document::Importance::Sentence;
    Document::new(
        text,
        vec![
            Block::Paragraph(text.to_owned()),
            Block::List(vec![text.to_owned()]),
            Block::Facts(vec![(text.to_owned(), text.to_owned())]),
            Block::Section { title: text.to_owned(), blocks: vec![Block::Table(table)] },
            Block::Chart(Chart {
                headline: text.to_owned(),
                subtitle: text.to_owned(),
                alternative: text.to_owned(),
                notes: vec![text.to_owned()],
                drawing: Drawing::Multiples(vec![]),
            }),
            Block::Prose(Prose(said_in_prose(text))),
            Block::Stub(Stub { awaits: text.to_owned(), says: text.to_owned(), path: text.to_owned() }),
            Block::Links(vec![Link { text: text.to_owned(), to: text.to_owned(), about: text.to_owned() }]),
        ],
    )
}

/// Every kind of passage and of word with the text in it, each in the last.
fn said_in_prose(text: &str) -> Vec<Passage> {
    let said = || Inline::Text(text.to_owned());
    let words = vec![
        said(),
        Inline::Strong(vec![said(), Inline::LineBreak, Inline::Emphasis(vec![said(), Inline::Strong(vec![said()])])]),
        Inline::Code(text.to_owned()),
        Inline::Link { to: text.to_owned(), words: vec![said(), Inline::Strong(vec![said()])] },
    ];
    let mut passages = vec![Passage::Paragraph(words), Passage::Verbatim(text.to_owned())];
    for depth in 0..12 {
        let list = Passage::List { first: (depth % 2 == 0).then_some(u64::MAX), items: vec![passages.clone(), vec![]] };
        passages = vec![Passage::Quote(vec![list])];
    }
    passages
}

/// Anything at all, and what terminals find hardest: escape codes, joiners, wide and combining characters.
fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        r"[a-z \x1b\[0-9m\n\t\u{301}\u{200d}\u{fe0f}❤👩界\u{202e}\u{206a}-\u{206f}\u{644}\u{627}0-9#\u{20e3}क्ष🇬🇧]{0,80}",
    ]
}

proptest! {
    #[test]
    fn any_text_fits_any_width_and_never_escapes(text in any_text(), columns in 1_usize..12, width in 20_usize..140) {
        let document = saying(&text, columns);
        let text = plain(&document, width);
        for line in text.lines() {
            prop_assert!(line.width() <= width, "{} > {width}: {line:?}", line.width());
            prop_assert!(!line.ends_with(' '), "{line:?}");
        }
        prop_assert!(text.chars().all(|character| character == '\n' || !character.is_control()), "{text:?}");
        let colour = coloured(&document, width);
        prop_assert_eq!(colour.lines().count(), text.lines().count());
    }
}
