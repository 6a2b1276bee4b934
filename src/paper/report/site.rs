//! The annual report as a small site: a page to begin with, one for each chapter and each measure, and a list of them all.

use super::annual::chapters::{Measures, chapter_blocks, sentence};
use super::{Material, figures, header, measures, section, title};
use crate::board::{Dossier, Report};
use crate::document::{Block, Document, Index, IndexEntry, Link, Mark, Page, Place, Site};
use crate::judge::Words;
use crate::paper::columns;
use crate::paper::prose::prose;
use crate::strategy::{Section, SectionName};
use crate::{text, time};

/// The page a reader begins with.
const START: &str = "index.html";

/// The page that lists every measure.
const LIST: &str = "measures.html";

/// What the name of a chapter's page begins with.
const CHAPTER: &str = "chapter-";

/// What the name of a measure's page begins with.
const MEASURE: &str = "measure-";

/// How the name of a page ends.
const ENDING: &str = ".html";

/// Where the files to download lie.
pub const DOWNLOADS: &str = "data";

/// The site of an annual report. `files` are those to download, relative to [`DOWNLOADS`].
#[must_use]
pub fn site(material: &Material<'_>, files: Vec<(String, Vec<u8>)>) -> Site {
    let report = material.report;
    let mut pages = vec![start(material)];
    pages.extend(report.strategy.chapters.keys().map(|id| chapter(material, id)));
    pages.extend(Part::ALL.into_iter().filter_map(|part| part.page(material)));
    pages.extend(told(report).map(|dossier| measure(material, dossier)));
    let files = files.into_iter().map(|(path, bytes)| (format!("{DOWNLOADS}/{path}"), bytes)).collect();
    Site { title: title(report), pages, index: index(material), files }
}

/// Sections that share a page beside those of the chapters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// What follows from the year.
    Follows,
    /// How to read the report, and what it was made from.
    About,
}

impl Part {
    const ALL: [Self; 2] = [Self::Follows, Self::About];

    /// The part that has a section; nothing for those of the first page and of the chapters.
    fn of(name: &SectionName) -> Option<Self> {
        match name {
            SectionName::Known(
                Section::AtAGlance | Section::Introduction | Section::Chapters | Section::ToComplete,
            ) => None,
            SectionName::Known(Section::Commissioning | Section::FitForPurpose) => Some(Self::Follows),
            _ => Some(Self::About),
        }
    }

    fn path(self) -> &'static str {
        match self {
            Self::Follows => "what-follows.html",
            Self::About => "about.html",
        }
    }

    fn name(self) -> &'static str {
        match self {
            Self::Follows => "What follows",
            Self::About => "About this report",
        }
    }

    /// Its page; nothing where the template has none of its sections.
    fn page(self, material: &Material<'_>) -> Option<Page> {
        let blocks = sections(material, |name| Self::of(name) == Some(self));
        let place = Place::Navigation(self.name().to_owned());
        (!blocks.is_empty()).then(|| page(material, self.path().to_owned(), place, self.name().to_owned(), blocks))
    }
}

/// The sections of the template that belong on a page, in its order, under their headings.
fn sections(material: &Material<'_>, is_told: impl Fn(&SectionName) -> bool) -> Vec<Block> {
    let template = &material.report.strategy.template;
    let names = template.sections_of(material.report.matter.kind());
    let told = names.iter().filter(|name| is_told(name)).map(|name| (name, section(material, name)));
    let filled = told.filter(|(_, blocks)| !blocks.is_empty());
    filled.map(|(name, blocks)| Block::Section { title: template.heading(name).to_owned(), blocks }).collect()
}

fn page(material: &Material<'_>, path: String, place: Place, title: String, blocks: Vec<Block>) -> Page {
    Page { path, place, document: Document { title, metadata: material.metadata(), blocks } }
}

/// The first page: what the report is, how it stands, and where the rest is.
fn start(material: &Material<'_>) -> Page {
    let report = material.report;
    let mut blocks = header::header(material);
    let is_first = |name: &SectionName| matches!(name, SectionName::Known(Section::AtAGlance | Section::Introduction));
    blocks.extend(sections(material, is_first));
    let chapters = report.strategy.chapters.iter().map(|(id, chapter)| Link {
        text: chapter.title.clone(),
        to: chapter_path(id),
        about: text::count(of_chapter(report, Some(id)).count(), "measure"),
    });
    let all = Link { text: "Every measure".to_owned(), to: LIST.to_owned(), about: "to be searched".to_owned() };
    let links = chapters.chain([all]).collect();
    blocks.push(Block::Section { title: "Read on".to_owned(), blocks: vec![Block::Links(links)] });
    page(material, START.to_owned(), Place::Navigation("At a glance".to_owned()), title(report), blocks)
}

fn chapter(material: &Material<'_>, id: &str) -> Page {
    let report = material.report;
    let title = report.strategy.chapters.get(id).map_or(id, |chapter| &chapter.title).to_owned();
    let mut blocks = chapter_blocks(material, id, Measures::Apart);
    let links: Vec<Link> = of_chapter(report, Some(id)).map(link).collect();
    if !links.is_empty() {
        blocks.push(Block::Section { title: "Each measure".to_owned(), blocks: vec![Block::Links(links)] });
    }
    page(material, chapter_path(id), Place::Navigation(title.clone()), title, blocks)
}

/// The way to a measure's page, with where it stands.
fn link(dossier: &Dossier<'_>) -> Link {
    Link {
        text: dossier.standing.indicator.title.clone(),
        to: measure_path(&dossier.standing.indicator.id),
        about: dossier.standing.verdict.state.words().to_owned(),
    }
}

/// The page of one measure: what it is, where it stands, every figure, what is said and done about it.
fn measure(material: &Material<'_>, dossier: &Dossier<'_>) -> Page {
    let indicator = dossier.standing.indicator;
    let mut blocks = vec![Block::Paragraph(sentence(&dossier.standing)), Block::Facts(measures::facts(dossier))];
    blocks.extend(figures::all(dossier));
    blocks.extend(dossier.commentary.iter().filter(|said| !said.body.is_empty()).map(|said| Block::Section {
        title: format!("What was said of {}", said.period),
        blocks: vec![Block::Prose(prose(&said.body))],
    }));
    if !material.downloads.is_empty() {
        blocks.push(Block::Links(vec![Link {
            text: "Download these figures".to_owned(),
            to: format!("{DOWNLOADS}/indicators/{}.csv", indicator.id),
            about: "CSV".to_owned(),
        }]));
    }
    let above = indicator.chapter.as_deref().map_or_else(|| LIST.to_owned(), chapter_path);
    page(material, measure_path(&indicator.id), Place::Below(above), indicator.title.clone(), blocks)
}

/// The list of every measure, by what each is found by.
fn index(material: &Material<'_>) -> Index {
    let report = material.report;
    let day = time::date::long(report.occasion.as_of);
    let words = format!("Every measure of the strategy, with its latest figure known on {day}.");
    Index {
        path: LIST.to_owned(),
        name: "Measures".to_owned(),
        document: Document {
            title: "Every measure".to_owned(),
            metadata: material.metadata(),
            blocks: vec![Block::Paragraph(words)],
        },
        entries: told(report).map(|dossier| entry(report, dossier)).collect(),
    }
}

fn entry(report: &Report<'_>, dossier: &Dossier<'_>) -> IndexEntry {
    let (strategy, standing) = (report.strategy, &dossier.standing);
    let indicator = standing.indicator;
    let themes = indicator.themes.iter().filter_map(|id| strategy.themes.get(id)).map(|theme| theme.title.as_str());
    let found_by = [indicator.id.as_str(), strategy.lead_title(&indicator.lead)].into_iter().chain(themes);
    let chapter = indicator.chapter.as_ref().and_then(|id| strategy.chapters.get(id));
    let latest = columns::latest(standing, &Words::of(strategy, indicator, &standing.verdict)).shown;
    let latest = if latest.is_empty() { latest } else { format!("{latest}, {}", columns::period(standing).shown) };
    let rating = columns::rating(standing);
    IndexEntry {
        title: indicator.title.clone(),
        path: measure_path(&indicator.id),
        words: found_by.collect::<Vec<_>>().join(" "),
        chapter: chapter.map(|chapter| chapter.title.clone()).unwrap_or_default(),
        latest,
        rating: rating.shown,
        mark: rating.mark.unwrap_or(Mark::NotRated),
    }
}

/// The measures in the order of the file.
fn told<'r, 'a>(report: &'r Report<'a>) -> impl Iterator<Item = &'r Dossier<'a>> {
    report.position.rows.iter().filter_map(|row| report.dossier(row.indicator))
}

fn of_chapter<'r, 'a>(report: &'r Report<'a>, chapter: Option<&'r str>) -> impl Iterator<Item = &'r Dossier<'a>> {
    told(report).filter(move |dossier| dossier.standing.indicator.chapter.as_deref() == chapter)
}

/// Whether a site may have a page of this name: of a chapter or a measure of any id, or one that every site has. Papers, which may lie in
/// the same folder, have other names.
#[must_use]
pub fn is_page(name: &str) -> bool {
    let is_of_one = |before: &str| name.starts_with(before) && name.ends_with(ENDING);
    is_of_one(CHAPTER)
        || is_of_one(MEASURE)
        || [START, LIST].contains(&name)
        || Part::ALL.map(Part::path).contains(&name)
}

fn chapter_path(id: &str) -> String {
    format!("{CHAPTER}{id}{ENDING}")
}

fn measure_path(id: &str) -> String {
    format!("{MEASURE}{id}{ENDING}")
}
