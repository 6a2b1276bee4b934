//! A made-up paper with every kind of block in it.

use std::sync::LazyLock;

use chrono::NaiveDate;
use hwb::document::{
    Block, Cell, Chart, Column, Document, Drawing, Group, Inline, Lines, Link, Mark, Metadata, Passage, Point, Prose,
    Provenance, Row, Stretch, Stub, Table, Unit,
};

use super::read::word;

pub fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day")
}

/// The Word file of [`paper`]: made once, since a chart takes its time to paint where nothing is optimised.
pub static FILE: LazyLock<Vec<u8>> = LazyLock::new(|| word(&paper()));

/// Every kind of block, with a table too wide for an upright page, and words from right to left.
pub fn paper() -> Document {
    Document {
        title: "Progress on \"Fit & Well\"".to_owned(),
        metadata: metadata(),
        blocks: vec![
            Block::Paragraph("A made-up strategy, Testham Health and Wellbeing Board".to_owned()),
            Block::Facts(facts()),
            section(
                "Summary",
                vec![
                    Block::Paragraph("One of the two indicators is on target.".to_owned()),
                    Block::List(vec!["Note the report.".to_owned(), "Agree the action <below>.".to_owned()]),
                    Block::Stub(Stub {
                        awaits: "Chief Finance Officer".to_owned(),
                        says: "what this means for money, staff and buildings".to_owned(),
                        path: "templates/finance.md".to_owned(),
                    }),
                ],
            ),
            section(
                "Chapters",
                vec![Block::Table(grouped()), section("Smoking", vec![Block::Chart(chart()), Block::Prose(prose())])],
            ),
            Block::NewPage,
            section(
                "Wide figures",
                vec![Block::Paragraph("By quarter and by place.".to_owned()), Block::Table(wide())],
            ),
            Block::NewPage,
            section("Reasons", vec![Block::Table(reasons()), Block::Links(links())]),
        ],
    }
}

pub fn metadata() -> Metadata {
    Metadata {
        subject: "A made-up strategy".to_owned(),
        author: "Testham Health and Wellbeing Board".to_owned(),
        language: "en-GB",
        provenance: Some(Provenance {
            meeting: Some(day(2013, 11, 21)),
            as_of: day(2013, 11, 20),
            sources: "0123456789abcdef".repeat(4),
        }),
    }
}

pub fn section(title: &str, blocks: Vec<Block>) -> Block {
    Block::Section { title: title.to_owned(), blocks }
}

fn facts() -> Vec<(String, String)> {
    [("Report of", "Director of Public Health"), ("Wards", "All"), ("Contact", "")]
        .map(|(label, value)| (label.to_owned(), value.to_owned()))
        .to_vec()
}

/// Two groups; the first with a note, the second with an empty cell.
fn grouped() -> Table {
    let row = |title: &str, value: &str, rating: &str, mark| Row {
        cells: vec![Cell::text("id"), Cell::text(title), Cell::text(value), Cell::text(rating).marked(mark)],
    };
    Table {
        caption: "Every indicator against its target".to_owned(),
        notes: vec!["Made-up figures.".to_owned()],
        columns: vec![
            Column::data("id"),
            Column::people("Indicator"),
            Column::people("Latest").right(),
            Column::people("Rating"),
        ],
        groups: vec![
            Group {
                title: "How we Live".to_owned(),
                notes: vec!["Sponsor: Cabinet Member for Public Health.".to_owned()],
                rows: vec![
                    row("Adults who smoke", "15.3%", "on target", Mark::OnTarget),
                    row("Alcohol admissions", "2,010", "near target", Mark::NearTarget),
                    row("Obesity in Year 6", "18.7%", "off target", Mark::OffTarget),
                ],
            },
            Group {
                title: "Care when Needed".to_owned(),
                notes: vec![],
                rows: vec![row("בריאות הציבור", "", "no figure yet", Mark::NotRated)],
            },
        ],
    }
}

/// Too many columns for an upright page.
fn wide() -> Table {
    let columns = (1..=11).map(|number| Column::people(format!("Quarter {number}")).right());
    let cells = |name: &str| {
        std::iter::once(Cell::text(name)).chain((1..=11).map(|number| Cell::text(format!("{number}.25%")))).collect()
    };
    Table {
        caption: "Figures by quarter".to_owned(),
        notes: vec!["Each quarter by itself.".to_owned()],
        columns: std::iter::once(Column::people("Ward of Testham")).chain(columns).collect(),
        groups: vec![Group {
            title: String::new(),
            notes: vec![],
            rows: vec![Row { cells: cells("East Testham and Marsh") }, Row { cells: cells("West Testham") }],
        }],
    }
}

/// Sentences that no page has room for beside the other columns.
fn reasons() -> Table {
    let sentence = "More people were asked than in the year before, and fewer of them answered.";
    let columns = ["Why", "Reason", "Action", "Since the last meeting"].map(|it| Column::people(it).sentence());
    let detail = ["Latest", "Period", "Due", "Rating"].map(Column::people);
    let mut cells = vec![Cell::text("Adults who smoke")];
    cells.extend(["15.3%", "2013", "16.0%", "on target"].map(Cell::text));
    cells.extend([sentence, sentence, "", sentence].map(Cell::text));
    Table {
        caption: "Exceptions".to_owned(),
        notes: vec!["Made-up figures.".to_owned()],
        columns: std::iter::once(Column::people("Indicator")).chain(detail).chain(columns).collect(),
        groups: vec![Group { title: String::new(), notes: vec![], rows: vec![Row { cells }] }],
    }
}

fn links() -> Vec<Link> {
    vec![
        Link {
            text: "The strategy".to_owned(),
            to: "https://www.example.org/strategy?a=1&b=2".to_owned(),
            about: "as agreed".to_owned(),
        },
        Link { text: "Figures".to_owned(), to: "data/adult-smoking.csv".to_owned(), about: String::new() },
    ]
}

pub fn chart() -> Chart {
    let point = |year: i32, value: f64| Point {
        period: year.to_string(),
        at: day(year, 7, 1),
        value,
        shown: format!("{value}%"),
        limits: Some((value - 1.0, value + 1.0)),
        is_provisional: year == 2013,
    };
    Chart {
        headline: "Smoking is below the 16.0% due".to_owned(),
        subtitle: "Percent of adults, Testham, 2011 to 2013".to_owned(),
        alternative: "Line chart of three figures: 17.4% in 2011, 15.6% in 2012, 15.3% in 2013; 16.0% was due."
            .to_owned(),
        notes: vec!["2013 is provisional.".to_owned()],
        drawing: Drawing::Lines(Lines {
            unit: Unit { before: String::new(), after: "%".to_owned() },
            figures: vec![Stretch(vec![point(2011, 17.4), point(2012, 15.6), point(2013, 15.3)])],
            name: "Testham".to_owned(),
            target: vec![Stretch(vec![point(2011, 17.4), point(2016, 13.9)])],
            milestones: vec![],
            comparators: vec![],
            breaks: vec![],
        }),
    }
}

fn prose() -> Prose {
    let words = |text: &str| Inline::Text(text.to_owned());
    let item = |text: &str| vec![Passage::Paragraph(vec![words(text)])];
    let link = |to: &str| Inline::Link { to: to.to_owned(), words: vec![words("a survey")] };
    let list = |first, texts: [&str; 2]| Passage::List { first, items: texts.map(item).to_vec() };
    Prose(vec![
        Passage::Paragraph(vec![
            words("Fewer adults smoke; "),
            Inline::Strong(vec![words("most "), Inline::Emphasis(vec![words("by far")])]),
            words(" say so in "),
            link("https://www.example.org/survey"),
            words("."),
            Inline::LineBreak,
            Inline::Code("p < 0.05".to_owned()),
        ]),
        list(Some(1), ["First", "Second"]),
        Passage::Paragraph(vec![words("And again:")]),
        Passage::List {
            first: Some(3),
            items: vec![
                vec![Passage::Paragraph(vec![words("Third")]), list(None, ["Within", "Beside it"])],
                vec![Passage::Paragraph(vec![words("Fourth")]), Passage::Paragraph(vec![words("and more of it")])],
            ],
        },
        Passage::Quote(vec![
            Passage::Paragraph(vec![words("I stopped.")]),
            Passage::Quote(vec![Passage::Paragraph(vec![words("So did I.")])]),
        ]),
        Passage::Verbatim("a   b\n  c <d>\n".to_owned()),
        Passage::Paragraph(vec![words("See "), link("javascript:alert(1)"), words(".")]),
    ])
}
