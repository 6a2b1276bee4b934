//! Words that officers write: as they were written, or the stub that waits for them.

use super::Material;
use crate::board::Matter;
use crate::document::{Block, Stub};
use crate::document::{Cell, Column, Group, Row, Table};
use crate::paper::prose::prose;
use crate::strategy::{Section, SectionName};
use crate::workspace::path_of_words;

/// The words of a section, and the stub where they are wanted and nobody has written them.
pub(super) fn of(material: &Material<'_>, name: &SectionName) -> (Option<Block>, Option<Block>) {
    let id = material.report.matter.id();
    let of_all = name.name().to_owned();
    let names: Vec<String> = id.map(|id| format!("{of_all}-{id}")).into_iter().chain([of_all]).collect();
    let awaits = match (name, material.report.matter) {
        (SectionName::Known(Section::Endorsement), Matter::Chapter(id)) => sponsor(material, id),
        // A chapter's sponsor endorses the chapter, not what is about them all.
        (SectionName::Known(Section::Endorsement), _) => None,
        _ => material.strategy().template.awaits(name).map(str::to_owned),
    };
    looked_for(material, &names, awaits, says(name))
}

/// What a chapter says of a section among all chapters, under its heading; else the stub. What is said for all of them stands once
/// where there is a section for it.
pub(super) fn of_chapter(material: &Material<'_>, section: Section, chapter: &str) -> Option<Block> {
    let strategy = material.strategy();
    let name = SectionName::Known(section);
    let awaits = match section {
        Section::Endorsement => sponsor(material, chapter),
        _ => strategy.template.awaits(&name).map(str::to_owned),
    };
    let names = [format!("{}-{chapter}", section.name()), section.name().to_owned()];
    let title = strategy.chapters.get(chapter).map_or(chapter, |own| &own.title);
    let (written, stub) = looked_for(material, &names, awaits, &format!("{}: {title}", says(&name)));
    let is_of_all = material
        .words
        .of(&names.each_ref().map(String::as_str))
        .is_some_and(|text| text.path.ends_with(&format!("/{}.md", section.name())));
    if section == Section::Resources && is_of_all {
        return None;
    }
    let title = strategy.template.heading(&name).to_owned();
    written.map(|words| Block::Section { title, blocks: vec![words] }).or(stub)
}

/// What officers wrote under the first of some names; else a stub for the first, where somebody is to write it.
pub(super) fn looked_for(
    material: &Material<'_>,
    names: &[String],
    awaits: Option<String>,
    says: &str,
) -> (Option<Block>, Option<Block>) {
    let given: Vec<&str> = names.iter().map(String::as_str).collect();
    if let Some(written) = material.words.of(&given) {
        return (Some(Block::Prose(prose(&written.markdown))), None);
    }
    let Some((awaits, name)) = awaits.zip(names.first()) else { return (None, None) };
    let path = path_of_words(material.report.occasion.day(), name);
    (None, Some(Block::Stub(Stub { awaits, says: says.to_owned(), path })))
}

/// The post that endorses a chapter: as the template has it, else its sponsor; nothing where it has none.
fn sponsor(material: &Material<'_>, chapter: &str) -> Option<String> {
    let strategy = material.strategy();
    let of_all = strategy.template.awaits.get(&Section::Endorsement);
    of_all.or(strategy.chapters.get(chapter)?.sponsor.as_ref()).cloned()
}

/// What the words are to say, as a sentence without its full stop.
fn says(name: &SectionName) -> &'static str {
    let SectionName::Known(section) = name else { return "the words of this section" };
    match section {
        Section::Endorsement => "whether the sponsor endorses this report on the chapter",
        Section::StrategicGoals => "how this bears on the goals of the partnership",
        Section::Equalities => "what the figures say of needs, and of differences between groups",
        Section::Risk => "what could go wrong, and what is done about it",
        Section::Legal => "the powers under which the Board acts, and what follows in law",
        Section::Resources => "what this means for money, staff, property and IT",
        Section::Engagement => "how users, carers and Healthwatch have been heard",
        Section::Providers => "how providers have been involved",
        Section::Commissioning => "what commissioners will do otherwise next year because of this",
        Section::FitForPurpose => {
            "whether the strategy and its targets are still the right ones, and what should change"
        }
        _ => "the words of this section",
    }
}

/// Every stub, with whom it waits for.
pub(super) fn to_complete(stubs: &[Stub]) -> Block {
    let row = |stub: &Stub| Row {
        cells: vec![Cell::text(crate::text::capitalised(&stub.says)), Cell::text(&stub.awaits), Cell::text(&stub.path)],
    };
    Block::Table(Table {
        caption: "What is still to be written, and by whom".to_owned(),
        notes: Vec::new(),
        columns: vec![
            Column::new("says", "What"),
            Column::new("awaits", "From whom"),
            Column::new("path", "In which file").detail(),
        ],
        groups: vec![Group { title: String::new(), notes: Vec::new(), rows: stubs.iter().map(row).collect() }],
    })
}
