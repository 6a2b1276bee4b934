//! Documents that hold everything a page can. Every figure is made up.

use chrono::NaiveDate;
use hwb::document::{
    Block, Cell, Chart, Column, Document, Drawing, Group, Inline, Lines, Link, Mark, Metadata, Passage, Point, Prose,
    Provenance, Row, Stretch, Stub, Table, Unit,
};

/// Each with a name for its file.
pub fn all() -> Vec<(&'static str, Document)> {
    vec![("everything", everything()), ("long", long()), ("hostile", hostile()), ("empty", Document::new("", vec![]))]
}

/// A paper with every block, nested as papers nest them.
pub fn everything() -> Document {
    let chapter = |title: &str| Block::Section {
        title: title.to_owned(),
        blocks: vec![
            Block::Paragraph("What was promised, and what the figures show.".to_owned()),
            Block::Section {
                title: "Adults who smoke".to_owned(),
                blocks: vec![Block::Chart(chart()), Block::Table(readings()), Block::Prose(prose())],
            },
            Block::Section {
                title: "What happens next".to_owned(),
                blocks: vec![Block::Stub(Stub {
                    awaits: "the Cabinet Member for Public Health".to_owned(),
                    says: "what is done next year".to_owned(),
                    path: "templates/chapter-how-we-live.md".to_owned(),
                })],
            },
        ],
    };
    let mut document = Document::new(
        "Are we keeping our promises? The strategy's second year",
        vec![
            Block::Paragraph("Nine of 31 measures can be rated, and four of them are on target.".to_owned()),
            Block::Facts(vec![
                ("Report of".to_owned(), "the Director of Public Health".to_owned()),
                ("Wards".to_owned(), String::new()),
            ]),
            chapter("How we live"),
            Block::NewPage,
            chapter("Care when it is needed"),
            Block::Section { title: "Every measure".to_owned(), blocks: vec![Block::Table(measures(12))] },
            Block::Section {
                title: "The figures".to_owned(),
                blocks: vec![
                    Block::List(vec![
                        "Figures are as they were published.".to_owned(),
                        "None is estimated.".to_owned(),
                    ]),
                    Block::Links(vec![Link {
                        text: "Every figure of this report".to_owned(),
                        to: "data/figures.csv".to_owned(),
                        about: "CSV, 12 kB".to_owned(),
                    }]),
                ],
            },
        ],
    );
    document.metadata = metadata();
    document
}

/// A page about one measure.
pub fn measure() -> Document {
    let blocks = vec![Block::Chart(chart()), Block::Table(readings()), Block::Prose(prose())];
    Document { metadata: metadata(), ..Document::new("Adults who smoke", blocks) }
}

/// A table that takes many sheets of paper.
fn long() -> Document {
    let mut document = Document::new("Many measures", vec![Block::Table(measures(120))]);
    document.metadata = metadata();
    document
}

/// Texts that would break what is laid out carelessly.
fn hostile() -> Document {
    let texts = [
        "<script>document.title = 'taken over'</script></style></title>".to_owned(),
        "a".repeat(2_000),
        "word ".repeat(400),
        "שלום עולם (2012/13), and English".to_owned(),
        "\u{1b}[31mred\u{7} \u{202E}turned".to_owned(),
        String::new(),
    ];
    let sections = texts.iter().map(|text| {
        let said = || text.clone();
        let mut table = measures(2);
        table.caption = said();
        for cell in table.groups.iter_mut().flat_map(|group| &mut group.rows).flat_map(|row| &mut row.cells) {
            cell.shown = said();
        }
        let blocks = vec![
            Block::Paragraph(said()),
            Block::List(vec![said()]),
            Block::Facts(vec![(said(), said())]),
            Block::Chart(Chart { headline: said(), subtitle: said(), alternative: said(), ..chart() }),
            Block::Table(table),
            Block::Stub(Stub { awaits: said(), says: said(), path: said() }),
            Block::Links(vec![Link { text: said(), to: format!("a/{text}"), about: said() }]),
            Block::Prose(Prose(vec![Passage::Verbatim(said()), Passage::Paragraph(vec![Inline::Code(said())])])),
        ];
        Block::Section { title: said(), blocks }
    });
    let mut document = Document::new(texts[0].clone(), sections.collect());
    document.metadata = Metadata { subject: texts[3].clone(), author: texts[1].clone(), ..metadata() };
    document
}

fn metadata() -> Metadata {
    Metadata {
        subject: "Health and Wellbeing Strategy 2012 to 2015".to_owned(),
        author: "Testham Health and Wellbeing Board".to_owned(),
        provenance: Some(Provenance {
            meeting: NaiveDate::from_ymd_opt(2013, 11, 21),
            as_of: day(2013, 11, 7),
            sources: "5e".repeat(32),
        }),
        ..Metadata::default()
    }
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day")
}

/// So many measures in three groups, with every tone and a sentence.
fn measures(count: usize) -> Table {
    const RATINGS: [(&str, Mark); 4] = [
        ("on target", Mark::OnTarget),
        ("near target", Mark::NearTarget),
        ("off target", Mark::OffTarget),
        ("no figure yet", Mark::NotRated),
    ];
    let row = |number: usize| {
        let (rating, mark) = RATINGS[number % RATINGS.len()];
        let shown = [
            "15.6%",
            "2012",
            "16.7%",
            rating,
            "improving",
            "Public Health",
            "15.6% is 1.1 points better than the 16.7% due.",
        ];
        let mut cells = vec![Cell::text(format!("Measure {number} of what adults of the borough do and do not do"))];
        cells.extend(shown.map(Cell::text));
        cells[4] = Cell::text(rating).marked(mark);
        if mark == Mark::NotRated {
            cells[1] = Cell::default();
        }
        Row { cells }
    };
    let group = |title: &str, numbers: std::ops::Range<usize>| Group {
        title: title.to_owned(),
        notes: vec!["Sponsor: Cabinet Member for Public Health.".to_owned()],
        rows: numbers.map(row).collect(),
    };
    Table {
        caption: "Every measure against its target".to_owned(),
        notes: vec!["Some shorthand is used in this table: [p] is provisional.".to_owned()],
        columns: vec![
            Column::people("Measure"),
            Column::people("Latest").right(),
            Column::people("Period"),
            Column::people("Due").right(),
            Column::people("Rating"),
            Column::people("Direction").detail(),
            Column::people("Lead").detail(),
            Column::people("Why").sentence(),
        ],
        groups: vec![
            group("How we live", 0..count / 2),
            group("Care when it is needed", count / 2..count),
            group("Others", 0..0),
        ],
    }
}

/// A table that is small enough to be a table on a telephone.
fn readings() -> Table {
    let row = |period: &str, value: &str| Row { cells: vec![Cell::text(period), Cell::text(value)] };
    Table {
        caption: "Adults who smoke".to_owned(),
        notes: vec![],
        columns: vec![Column::people("Period"), Column::people("Value").right()],
        groups: vec![Group {
            title: String::new(),
            notes: vec![],
            rows: vec![row("2011", "17.4%"), row("2012", "15.6%"), row("2013", "15.3%")],
        }],
    }
}

fn chart() -> Chart {
    let point = |year: i32, value: f64| Point {
        period: year.to_string(),
        at: day(year, 7, 1),
        value,
        shown: format!("{value}%"),
        limits: Some((value - 1.0, value + 1.0)),
        is_provisional: year == 2013,
    };
    let figures =
        |values: [f64; 3]| Stretch(vec![point(2011, values[0]), point(2012, values[1]), point(2013, values[2])]);
    Chart {
        headline: "Fewer adults smoke than was planned".to_owned(),
        subtitle: "Percent of adults, Testham, 2011 to 2013".to_owned(),
        alternative: "Line chart. From 17.4% in 2011 to 15.3% in 2013, below the 16.0% due.".to_owned(),
        notes: vec!["Source: made up.".to_owned()],
        drawing: Drawing::Lines(Lines {
            unit: Unit { before: String::new(), after: "%".to_owned() },
            figures: vec![figures([17.4, 15.6, 15.3])],
            name: "Testham".to_owned(),
            target: vec![Stretch(vec![point(2011, 17.4), point(2012, 16.7), point(2013, 16.0)])],
            milestones: vec![point(2014, 15.0)],
            comparators: vec![("England".to_owned(), vec![figures([20.2, 19.5, 18.4])])],
            breaks: vec![(day(2012, 1, 1), "new survey".to_owned())],
        }),
    }
}

fn prose() -> Prose {
    let text = |text: &str| Inline::Text(text.to_owned());
    Prose(vec![
        Passage::Paragraph(vec![
            text("Quit rates rose after "),
            Inline::Strong(vec![text("the change of provider")]),
            text(", as "),
            Inline::Link { to: "https://example.org/review".to_owned(), words: vec![text("the review")] },
            text(" of "),
            Inline::Emphasis(vec![text("all")]),
            text(" clinics found."),
        ]),
        Passage::List {
            first: Some(1),
            items: vec![
                vec![Passage::Paragraph(vec![text("Midwives refer every smoker.")])],
                vec![
                    Passage::Paragraph(vec![text("Clinics open on Saturdays.")]),
                    Passage::List { first: None, items: vec![vec![Passage::Paragraph(vec![text("From May on.")])]] },
                ],
            ],
        },
        Passage::Quote(vec![Passage::Paragraph(vec![text("It is all one team now.")])]),
        Passage::Verbatim("2012  15.6\n2013  15.3".to_owned()),
    ])
}
