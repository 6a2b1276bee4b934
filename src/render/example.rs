//! A small document that the tests of every format render.

use chrono::NaiveDate;

use crate::document::{
    Bars, Block, Cell, Chart, Column, Document, Drawing, Group, Inline, Link, Mark, Metadata, Passage, Prose,
    Provenance, Row, Stub, Table, Unit,
};

/// Two chapters, with a detail that a narrow terminal moves and a sentence that every terminal does.
pub fn position() -> Document {
    Document::new(
        "Position on 21 November 2013",
        vec![
            Block::Paragraph("Three of 31 indicators are red.".to_owned()),
            Block::Facts(vec![
                ("Board".to_owned(), "Barnet Health and Wellbeing Board".to_owned()),
                ("Data due".to_owned(), "7 November 2013".to_owned()),
            ]),
            Block::Section {
                title: "Indicators".to_owned(),
                blocks: vec![
                    Block::Table(table()),
                    Block::List(vec!["Run hwb exceptions for the reasons.".to_owned()]),
                ],
            },
        ],
    )
}

/// A paper with every block that the position has not.
pub fn paper() -> Document {
    let text = |text: &str| Inline::Text(text.to_owned());
    let mut paper = Document::new(
        "Report for 21 November 2013",
        vec![
            Block::Chart(chart()),
            Block::Prose(Prose(vec![
                Passage::Paragraph(vec![
                    text("Quit rates fell after "),
                    Inline::Strong(vec![text("the change of provider")]),
                    text(", see "),
                    Inline::Link { to: "https://example.org/a_(b)".to_owned(), words: vec![text("the review")] },
                    text("."),
                    Inline::LineBreak,
                    Inline::Code("hwb show".to_owned()),
                    text(" has the figures."),
                ]),
                Passage::List {
                    first: Some(1),
                    items: vec![
                        vec![
                            Passage::Paragraph(vec![text("Midwives refer every smoker.")]),
                            Passage::List {
                                first: None,
                                items: vec![vec![Passage::Paragraph(vec![text("From the first visit on.")])]],
                            },
                        ],
                        vec![Passage::Paragraph(vec![text("Stop smoking clinics open on Saturdays.")])],
                    ],
                },
                Passage::Quote(vec![Passage::Paragraph(vec![Inline::Emphasis(vec![text("It is all one team now.")])])]),
                Passage::Verbatim("2012/13  4.7\n2013/14  4.5".to_owned()),
            ])),
            Block::NewPage,
            Block::Stub(Stub {
                awaits: "the Chief Finance Officer".to_owned(),
                says: "what this means for money, staff and buildings".to_owned(),
                path: "templates/finance.md".to_owned(),
            }),
            Block::Links(vec![Link {
                text: "Every figure".to_owned(),
                to: "data/figures.csv".to_owned(),
                about: "CSV, 12 kB".to_owned(),
            }]),
        ],
    );
    paper.metadata = metadata();
    paper
}

/// What a paper that was made from files says about itself.
pub fn metadata() -> Metadata {
    Metadata {
        subject: "Health and Wellbeing Strategy".to_owned(),
        author: "Barnet Health and Wellbeing Board".to_owned(),
        provenance: Some(Provenance {
            meeting: NaiveDate::from_ymd_opt(2013, 11, 21),
            as_of: NaiveDate::from_ymd_opt(2013, 11, 7).unwrap_or_default(),
            sources: "0f".repeat(32),
        }),
        ..Metadata::default()
    }
}

fn chart() -> Chart {
    Chart {
        headline: "Smoking at delivery is above the 4.5% due".to_owned(),
        subtitle: "Percent of deliveries, Barnet, 2012/13".to_owned(),
        alternative: "Bar chart. Barnet has 4.7%.".to_owned(),
        notes: vec!["Source: made up.".to_owned()],
        drawing: Drawing::Bars(Bars { unit: Unit::default(), bars: vec![], reference: None }),
    }
}

pub fn table() -> Table {
    Table {
        caption: "Every indicator against its target".to_owned(),
        notes: vec!["p: provisional.".to_owned()],
        columns: vec![
            Column::data("id"),
            Column::new("title", "Indicator"),
            Column::new("value", "Latest").right(),
            Column::people("Target").right(),
            Column::new("rating", "Rating"),
            Column::new("lead", "Lead").detail(),
            Column::new("expected", "Next figure").detail(),
            Column::new("why", "Why").sentence(),
        ],
        groups: vec![
            Group {
                title: "Preparation for a healthy life".to_owned(),
                notes: vec!["Lead: Public Health; sponsor: Children's Trust".to_owned()],
                rows: vec![row(
                    ["smoking", "Smoking at delivery", "4.7", "≤4.5", "amber", "Public Health", "29 Sep 2014"],
                    "4.7 is 0.2 above the 4.5 due by 2012/13.",
                    Mark::NearTarget,
                )],
            },
            Group {
                title: "Care when needed".to_owned(),
                notes: vec![],
                rows: vec![
                    row(
                        [
                            "hip-fracture",
                            "Emergency admissions for hip fracture in people aged 65 and over",
                            "471.2",
                            "429.9",
                            "red",
                            "Barnet CCG",
                            "29 Sep 2014",
                        ],
                        "471.2 is 41.3 above the 429.9 due by 2012/13 (9.6%; amber allows 5%), and worse than the year before.",
                        Mark::OffTarget,
                    ),
                    row(["café", "Café meals 界", "", "5", "no data", "", ""], "", Mark::NotRated),
                ],
            },
        ],
    }
}

fn row(cells: [&str; 7], why: &str, mark: Mark) -> Row {
    let mut cells: Vec<Cell> = cells.map(Cell::text).to_vec();
    cells[4] = std::mem::take(&mut cells[4]).marked(mark);
    cells.push(Cell::text(why));
    Row { cells }
}
