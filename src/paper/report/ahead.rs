//! The forward plan: the meetings to come with what each is given, and the figures that come next.

use chrono::NaiveDate;

use crate::board::{Ahead, DueReport, Report, ReportKind, Standing};
use crate::document::{Block, Cell, Column, Group, Row, Table};
use crate::strategy::Sitting;
use crate::time::Period;
use crate::{text, time};

/// The meetings to come, then the figures.
pub(super) fn plan(report: &Report<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    if report.ahead.is_empty() {
        blocks.push(Block::Paragraph("No later meeting of the Board is declared.".to_owned()));
    } else {
        blocks.push(Block::Table(meetings(report)));
    }
    blocks.extend(next(report));
    blocks
}

fn meetings(report: &Report<'_>) -> Table {
    let row = |ahead: &Ahead<'_>| {
        let sitting = &ahead.sitting;
        let reports: Vec<String> = ahead.reports.iter().map(title).collect();
        let themes = themes(report, sitting);
        let all: Vec<String> =
            reports.into_iter().chain(themes).chain(["progress on every measure".to_owned()]).collect();
        let cut_off = if sitting.data_due == sitting.date {
            "the day itself".to_owned()
        } else {
            time::date::day(sitting.data_due)
        };
        Row {
            cells: vec![
                Cell::text(time::date::long(sitting.date)),
                Cell::text(text::capitalised(&text::list(&all))),
                Cell::text(cut_off),
                Cell::text(sitting.papers_due.map(time::date::day).unwrap_or_default()),
            ],
        }
    };
    let table = Table {
        caption: "Meetings to come".to_owned(),
        notes: Vec::new(),
        columns: vec![
            Column::people("Meeting"),
            Column::people("What it is given"),
            Column::people("Figures by").detail(),
            Column::people("Papers by").detail(),
        ],
        groups: vec![Group { title: String::new(), notes: Vec::new(), rows: report.ahead.iter().map(row).collect() }],
    };
    table.without_empty(&["Papers by"])
}

/// The themes that the next meeting would take up, and those declared for a later one.
fn themes(report: &Report<'_>, sitting: &Sitting<'_>) -> Option<String> {
    let next = report.next.as_ref().filter(|next| next.sitting == *sitting);
    let titles: Vec<&str> = match next {
        Some(next) => next.themes.iter().map(|theme| theme.theme.title.as_str()).collect(),
        None => {
            let declared = sitting.declared?.themes.iter().flatten();
            declared.filter_map(|id| Some(report.strategy.themes.get(id)?.title.as_str())).collect()
        }
    };
    let noun = if titles.len() == 1 { "theme" } else { "themes" };
    (!titles.is_empty()).then(|| format!("the {noun} {}", text::list(&titles)))
}

/// A report that a meeting is given, by what it is about.
pub(super) fn title(due: &DueReport<'_>) -> String {
    match due.kind {
        ReportKind::Chapter { chapter, .. } => format!("the chapter report on {}", chapter.title),
        ReportKind::Annual => "the annual report".to_owned(),
        ReportKind::Quarterly => "the quarterly report".to_owned(),
        ReportKind::Framework { framework, .. } => format!("the report on the {}", framework.title),
    }
}

/// The figures that are due next; a sentence where no day to come is known by which one is.
pub(super) fn next(report: &Report<'_>) -> Vec<Block> {
    let figures = to_come(report.position.rows.iter());
    if figures.is_empty() {
        return vec![Block::Paragraph(
            "No measure's next figure is due on a day to come: it is overdue, or no day is set for it.".to_owned(),
        )];
    }
    let row = |(expected, period, standing): (NaiveDate, Period, &Standing<'_>)| Row {
        cells: vec![
            Cell::text(time::date::long(expected)),
            Cell::text(&standing.indicator.title),
            Cell::text(period.to_string()),
            Cell::text(report.strategy.lead_title(&standing.indicator.lead)),
        ],
    };
    vec![Block::Table(Table {
        caption: "Figures to come".to_owned(),
        notes: Vec::new(),
        columns: vec![
            Column::people("By"),
            Column::people("Measure"),
            Column::people("Figure for"),
            Column::people("Lead"),
        ],
        groups: vec![Group { title: String::new(), notes: Vec::new(), rows: figures.into_iter().map(row).collect() }],
    })]
}

/// The next figure of each measure whose day is still to come, by that day: the day, the period, the measure.
pub(super) fn to_come<'r, 'a: 'r>(
    rows: impl Iterator<Item = &'r Standing<'a>>,
) -> Vec<(NaiveDate, Period, &'r Standing<'a>)> {
    let owed = rows.filter_map(|standing| {
        let owed = standing.verdict.owed.filter(|owed| !owed.is_overdue)?;
        Some((owed.expected?, owed.period, standing))
    });
    let mut figures: Vec<_> = owed.collect();
    // Stable: what is due on one day stays in the order of the file.
    figures.sort_by_key(|(expected, ..)| *expected);
    figures
}
