//! Which papers there are, as a document.

use chrono::NaiveDate;

use crate::board::{PaperOffered, PaperRhythm, Papers};
use crate::document::{Block, Cell, Column, Document, Group, Row, Table};
use crate::files::REPORTS;
use crate::strategy::{PaperKind, SectionName, Template};
use crate::{text, time};

/// The document of `hwb report --list`.
#[must_use]
pub fn papers(papers: &Papers<'_>) -> Document {
    let template = &papers.strategy.template;
    let rows = papers.papers.iter().map(|paper| row(paper, template)).collect();
    let table = Table {
        caption: "Papers that hwb writes".to_owned(),
        notes: vec![format!(
            "DAY is that of the meeting (--meeting), else the day judged by. Each is for Word (docx) and a web page (html), \
             in {REPORTS}/."
        )],
        columns: vec![
            Column::new("kind", "Paper"),
            Column::new("about", "What it is").sentence(),
            Column::new("readers", "For").sentence(),
            Column::new("due", "Due"),
            Column::new("next", "Next due"),
            Column::new("command", "Command"),
            Column::new("file", "File").sentence(),
            Column::new("ids", "ID is one of").sentence(),
            Column::new("sections", "Sections").sentence(),
            Column::new("awaits", "Awaits").sentence(),
        ],
        groups: vec![Group { title: String::new(), notes: Vec::new(), rows }],
    };
    let title = format!("{}: papers, {}", papers.strategy.title, time::date::long(papers.as_of));
    Document::new(title, vec![Block::Table(table)])
}

fn row(paper: &PaperOffered<'_>, template: &Template) -> Row {
    let kind = paper.kind;
    let sections = template.sections_of(kind);
    let names: Vec<&str> = sections.iter().map(SectionName::name).collect();
    let headings: Vec<&str> = sections.iter().map(|section| template.heading(section)).collect();
    let awaited = sections.iter().filter_map(|section| Some((section, template.awaits(section)?)));
    let (exact, shown): (Vec<String>, Vec<String>) = awaited
        .map(|(section, post)| {
            (format!("{}: {post}", section.name()), format!("{}: {post}", template.heading(section)))
        })
        .unzip();
    let next = paper.next.map_or_else(Cell::default, |day| Cell::both(day.to_string(), time::date::day(day)));
    let cells = vec![
        Cell::text(kind.name()),
        Cell::text(kind.about()),
        Cell::text(kind.readers()),
        Cell::text(due(&paper.rhythm)),
        next,
        Cell::text(command(kind)),
        Cell::text(format!("{REPORTS}/{}.docx", file(kind))),
        Cell::both(paper.ids.join(" "), paper.ids.join(", ")),
        Cell::both(names.join(" "), headings.join("; ")),
        Cell::both(exact.join("; "), shown.join("; ")),
    ];
    Row { cells }
}

/// How it is written.
#[must_use]
pub fn command(kind: PaperKind) -> String {
    format!("hwb report {}{}", kind.name(), if kind.is_of_one() { " ID" } else { "" })
}

/// What its files are called, without the ending.
#[must_use]
pub fn file(kind: PaperKind) -> String {
    format!("DAY-{}{}", kind.name(), if kind.is_of_one() { "-ID" } else { "" })
}

/// When it is due, in words.
#[must_use]
pub fn due(rhythm: &PaperRhythm<'_>) -> String {
    match rhythm {
        PaperRhythm::EachMeeting => "each meeting".to_owned(),
        PaperRhythm::Months(months) => text::list(&months.iter().map(|month| month_name(*month)).collect::<Vec<_>>()),
        PaperRhythm::MonthsOf(months) if months.iter().all(|(_, month)| Some(*month) == first_of(months)) => {
            month_name(first_of(months).unwrap_or_default()).to_owned()
        }
        PaperRhythm::MonthsOf(months) => {
            let months = months.iter().map(|(id, month)| format!("{id} in {}", month_name(*month)));
            text::list(&months.collect::<Vec<_>>())
        }
        PaperRhythm::EachQuarter => "each quarter".to_owned(),
        PaperRhythm::LookedAt => "when a meeting looks at it".to_owned(),
        PaperRhythm::NotDeclared => "not declared".to_owned(),
    }
}

fn first_of(months: &[(&str, u32)]) -> Option<u32> {
    months.first().map(|(_, month)| *month)
}

fn month_name(month: u32) -> &'static str {
    NaiveDate::from_ymd_opt(2000, month, 1).map_or("", time::date::month_name)
}
