//! `hwb.reports/1`.

use serde::Serialize;

use super::StrategyView;
use crate::board::{PaperOffered, PaperRhythm, Papers};
use crate::files::REPORTS;
use crate::paper::{command_of_paper, due_of_paper, file_of_paper};
use crate::strategy::Template;

#[derive(Serialize)]
struct PapersView<'a> {
    schema: &'static str,
    as_of: String,
    strategy: StrategyView<'a>,
    reports: Vec<PaperView<'a>>,
}

#[derive(Serialize)]
struct PaperView<'a> {
    kind: &'static str,
    about: &'static str,
    readers: &'static str,
    due: DueView<'a>,
    command: String,
    /// The usual ones.
    files: Vec<String>,
    ids: &'a [&'a str],
    sections: Vec<SectionView<'a>>,
}

#[derive(Serialize)]
struct DueView<'a> {
    rule: &'static str,
    text: String,
    months: Vec<MonthView<'a>>,
    next: Option<String>,
}

#[derive(Serialize)]
struct MonthView<'a> {
    /// From 1.
    month: u32,
    /// The framework whose month it is.
    id: Option<&'a str>,
}

#[derive(Serialize)]
struct SectionView<'a> {
    section: String,
    heading: String,
    awaits: Option<&'a str>,
}

/// The JSON of `hwb report --list`.
///
/// # Errors
/// None that is known: the view holds nothing that JSON cannot.
pub fn papers(papers: &Papers<'_>) -> serde_json::Result<String> {
    super::text(&PapersView {
        schema: "hwb.reports/1",
        as_of: papers.as_of.to_string(),
        strategy: StrategyView::of(papers.strategy),
        reports: papers.papers.iter().map(|paper| view(paper, &papers.strategy.template)).collect(),
    })
}

fn view<'a>(paper: &'a PaperOffered<'a>, template: &'a Template) -> PaperView<'a> {
    let kind = paper.kind;
    let file = |ending: &str| format!("{REPORTS}/{}.{ending}", file_of_paper(kind));
    let sections = template.sections_of(kind).into_iter().map(|section| SectionView {
        heading: template.heading(&section).to_owned(),
        awaits: template.awaits(&section),
        section: section.name().to_owned(),
    });
    PaperView {
        kind: kind.name(),
        about: kind.about(),
        readers: kind.readers(),
        due: due(paper),
        command: command_of_paper(kind),
        files: ["docx", "html"].map(file).to_vec(),
        ids: &paper.ids,
        sections: sections.collect(),
    }
}

fn due<'a>(paper: &'a PaperOffered<'a>) -> DueView<'a> {
    let (rule, months) = match &paper.rhythm {
        PaperRhythm::EachMeeting => ("each-meeting", Vec::new()),
        PaperRhythm::Months(months) => {
            ("months", months.iter().map(|month| MonthView { month: *month, id: None }).collect())
        }
        PaperRhythm::MonthsOf(months) => {
            ("months", months.iter().map(|(id, month)| MonthView { month: *month, id: Some(*id) }).collect())
        }
        PaperRhythm::EachQuarter => ("each-quarter", Vec::new()),
        PaperRhythm::LookedAt => ("looked-at", Vec::new()),
        PaperRhythm::NotDeclared => ("not-declared", Vec::new()),
    };
    DueView { rule, text: due_of_paper(&paper.rhythm), months, next: paper.next.map(|day| day.to_string()) }
}
