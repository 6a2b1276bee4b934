//! How to read the report: the ratings, the charts, the words, the data, and how to get it otherwise.

use crate::board::Report;
use crate::document::{Block, Stub};
use crate::paper::report::{Material, key};
use crate::strategy::Section;
use crate::workspace::path_of_words;

/// How measures are judged, and what a chart shows.
pub(in crate::paper::report) fn how_to_read(report: &Report<'_>) -> Vec<Block> {
    let charts = [
        "The solid line is the figure for the area; a gap means that there is no figure, or that it may not be shown.",
        "The dashed line is what the strategy asked for at each time.",
        "A hollow point is a figure that may still change: provisional, or an estimate.",
        "A shaded band shows how sure a figure is: 95% confidence limits, where they were published.",
        "A dotted upright line marks where the way of measuring changed: figures on its two sides cannot be compared.",
    ];
    let mut blocks = key::key(report);
    blocks.push(Block::Section {
        title: "Charts".to_owned(),
        blocks: vec![Block::List(charts.map(str::to_owned).to_vec())],
    });
    blocks
}

/// The strategy's own terms, after those of every report.
pub(in crate::paper::report) fn glossary(report: &Report<'_>) -> Vec<Block> {
    let every = [
        ("Measure", "something that is counted regularly, to see whether an objective is met"),
        ("Target", "the figure that a measure is to reach, and by when"),
        ("Baseline", "the figure that a target starts from"),
        ("Provisional", "published before it is final, and may still change"),
        ("Revised", "published anew, because more was known or the method changed"),
        ("Suppressed", "not shown, so that nobody can be recognised in a small number"),
        ("Overdue", "the day by which the figure should have been there is past"),
    ];
    let every = every.map(|(term, meaning)| (term.to_owned(), meaning.to_owned()));
    let own = &report.strategy.template.glossary;
    let mut terms: Vec<(String, String)> = own.iter().map(|(term, meaning)| (term.clone(), meaning.clone())).collect();
    let is_own = |term: &str| own.keys().any(|known| known.to_lowercase() == term.to_lowercase());
    terms.extend(every.into_iter().filter(|(term, _)| !is_own(term)));
    terms.sort_by_key(|(term, _)| term.to_lowercase());
    vec![Block::Facts(terms)]
}

/// Where the figures are, to be used again.
pub(in crate::paper::report) fn data(material: &Material<'_>) -> Vec<Block> {
    let words = "Every figure in this report stands in a table beside its chart. The tables have each measure's latest periods; \
                 the files of the strategy have all of them, each with its source.";
    let mut blocks = vec![Block::Paragraph(words.to_owned())];
    if !material.downloads.is_empty() {
        blocks.push(Block::Paragraph("To download:".to_owned()));
        blocks.push(Block::Links(material.downloads.to_vec()));
    }
    blocks
}

/// What was done so that everybody can read it, and whom to ask; a stub where nobody is named.
pub(in crate::paper::report) fn accessibility(material: &Material<'_>) -> Vec<Block> {
    let words = "This report is made to meet the Web Content Accessibility Guidelines 2.2 at level AA. It needs no script and no \
                 colours to be read, every chart has a description and a table beside it, every table has its headings marked, and it \
                 can be made larger, listened to, and printed.";
    let report = material.report;
    let template = &report.strategy.template;
    let contact = match template.other_formats.as_ref().or(template.contact.as_ref()) {
        Some(contact) => Some(Block::Paragraph(format!(
            "To get it in another format, such as large print, Easy Read, audio, Braille or another language, or to say that something \
             cannot be read: {contact}."
        ))),
        // What was written for the section says it.
        None if material.words.of(&[Section::Accessibility.name()]).is_some() => None,
        None => Some(Block::Stub(Stub {
            awaits: "the report's author".to_owned(),
            says: "whom to ask for another format, or to tell that something cannot be read".to_owned(),
            path: path_of_words(report.occasion.day(), Section::Accessibility.name()),
        })),
    };
    std::iter::once(Block::Paragraph(words.to_owned())).chain(contact).collect()
}
