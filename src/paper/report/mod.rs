//! The papers: what each says, section by section, in the order its council's template has.
//!
//! A section is a file here; which sections a kind of paper has, and in which order, is the template's:
//! [`crate::strategy::Template`]. Whatever needs an officer's own words is a [`Stub`] until they are written.

mod about;
mod ahead;
mod annual;
mod chapters;
mod definitions;
mod exceptions;
mod figures;
mod focus;
mod framework;
mod header;
mod key;
mod lenses;
mod measures;
mod missing;
mod news;
mod objectives;
mod previous;
mod recommendations;
mod site;
mod summary;
mod themes;
mod words;

pub use site::{DOWNLOADS, is_page, site};

use crate::board::{Matter, Report};
use crate::document::{Block, Document, Link, Metadata, Provenance, Stub};
use crate::strategy::{PaperKind, Section, SectionName, Strategy};
use crate::time;
use crate::workspace::Words;

/// What a paper is composed of.
#[derive(Debug, Clone, Copy)]
pub struct Material<'a> {
    pub report: &'a Report<'a>,
    /// What officers wrote for it.
    pub words: &'a Words,
    /// SHA-256 of the strategy's files, in hexadecimal.
    pub sources: &'a str,
    /// What to offer for download with it, beside the paper; empty where nothing lies there.
    pub downloads: &'a [Link],
}

/// The paper.
#[must_use]
pub fn report(material: &Material<'_>) -> Document {
    let kind = material.report.matter.kind();
    let template = &material.strategy().template;
    let mut blocks = header::header(material);
    let names = template.sections_of(kind);
    let mut sections: Vec<(&SectionName, Vec<Block>)> =
        names.iter().map(|name| (name, section(material, name))).collect();
    let wanted: Vec<Stub> = sections.iter().flat_map(|(_, blocks)| stubs(blocks)).collect();
    for (name, blocks) in &mut sections {
        if **name == SectionName::Known(Section::ToComplete) && !wanted.is_empty() {
            blocks.push(words::to_complete(&wanted));
        }
    }
    let filled = sections.into_iter().filter(|(_, blocks)| !blocks.is_empty());
    blocks.extend(filled.map(|(name, blocks)| Block::Section { title: template.heading(name).to_owned(), blocks }));
    Document { title: title(material.report), metadata: material.metadata(), blocks }
}

fn stubs(blocks: &[Block]) -> Vec<Stub> {
    let document = Document::new("", blocks.to_vec());
    document.stubs().into_iter().cloned().collect()
}

/// What a section says: the words written for it, what hwb has to say, and a stub where words are wanted and not there.
fn section(material: &Material<'_>, name: &SectionName) -> Vec<Block> {
    let (written, stub) = words::of(material, name);
    let known = match name {
        SectionName::Known(section) => known(material, *section),
        SectionName::Own(_) => Vec::new(),
    };
    written.into_iter().chain(known).chain(stub).collect()
}

/// What hwb has to say; nothing in a section that an officer writes.
fn known(material: &Material<'_>, section: Section) -> Vec<Block> {
    let report = material.report;
    match section {
        Section::Priority => measures::priority(report),
        Section::Summary => summary::summary(report),
        Section::Recommendations => recommendations::recommendations(report),
        Section::Key => key::key(report),
        Section::Chapters if report.matter == Matter::Annual => annual::chapters(material),
        Section::Chapters => chapters::chapters(material),
        Section::Measures => measures::measures(report),
        Section::Objectives => objectives::objectives(report),
        Section::National => measures::of_scope(report, crate::strategy::Scope::National),
        Section::Shared => measures::of_scope(report, crate::strategy::Scope::Shared),
        Section::Experience => measures::of_scope(report, crate::strategy::Scope::Experience),
        Section::References => framework::references(report),
        Section::Lenses => lenses::lenses(report),
        Section::Exceptions => exceptions::exceptions(report),
        Section::Focus => focus::focus(report),
        Section::Themes => themes::themes(report),
        Section::Changes => news::news(report),
        Section::NotAvailable => missing::missing(report),
        Section::ForwardPlan => ahead::plan(report),
        Section::Next => ahead::next(report),
        Section::AtAGlance => annual::at_a_glance(report),
        Section::Introduction => annual::introduction(report),
        Section::Commissioning => annual::commissioning(report),
        Section::FitForPurpose => annual::fit_for_purpose(report),
        Section::HowToRead => annual::how_to_read(report),
        Section::Glossary => annual::glossary(report),
        Section::Data => annual::data(material),
        Section::Accessibility => annual::accessibility(material),
        Section::PreviousDiscussions => previous::previous(report),
        Section::BackgroundPapers => about::background(report),
        Section::Definitions => definitions::definitions(report),
        Section::About => about::about(material),
        Section::Endorsement
        | Section::StrategicGoals
        | Section::Equalities
        | Section::Risk
        | Section::Legal
        | Section::Resources
        | Section::Engagement
        | Section::Providers
        | Section::ToComplete => Vec::new(),
    }
}

/// What the paper is called.
fn title(report: &Report<'_>) -> String {
    let strategy = report.strategy;
    let about = match report.matter {
        Matter::Meeting => format!("{}: progress", strategy.title),
        Matter::Chapter(id) => {
            let title = strategy.chapters.get(id).map_or(id, |chapter| &chapter.title);
            format!("{title}: chapter report")
        }
        Matter::Theme(id) => {
            let title = strategy.themes.get(id).map_or(id, |theme| &theme.title);
            format!("{title}: report on the theme")
        }
        Matter::Framework(id) => {
            let title = strategy.frameworks.get(id).map_or(id, |framework| &framework.title);
            format!("{title}: yearly report")
        }
        Matter::Quarterly => "National, shared and experience measures: quarterly report".to_owned(),
        Matter::Annual => format!("Health and wellbeing in {}: annual report", strategy.area),
    };
    format!("{about}, {}", time::date::long(report.occasion.day()))
}

impl<'a> Material<'a> {
    fn strategy(&self) -> &'a Strategy {
        self.report.strategy
    }

    /// Whether it is for the public, and says things plainly.
    fn is_public(&self) -> bool {
        self.report.matter.kind() == PaperKind::Annual
    }

    fn metadata(&self) -> Metadata {
        let strategy = self.strategy();
        let occasion = &self.report.occasion;
        Metadata {
            subject: strategy.title.clone(),
            author: strategy.board.clone().unwrap_or_else(|| strategy.area.clone()),
            provenance: Some(Provenance {
                meeting: occasion.meeting.map(|meeting| meeting.date),
                as_of: occasion.as_of,
                sources: self.sources.to_owned(),
            }),
            ..Metadata::default()
        }
    }
}
