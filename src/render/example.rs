//! A small document that the tests of every format render.

use crate::document::{Block, Cell, Column, Document, Group, Row, Table, Tone};

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
                    Tone::Caution,
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
                        Tone::Bad,
                    ),
                    row(["café", "Café meals 界", "", "5", "no data", "", ""], "", Tone::Muted),
                ],
            },
        ],
    }
}

fn row(cells: [&str; 7], why: &str, tone: Tone) -> Row {
    let mut cells: Vec<Cell> = cells.map(Cell::text).to_vec();
    cells[4].tone = tone;
    cells.push(Cell::text(why));
    Row { cells }
}
