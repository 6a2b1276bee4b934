//! The chapters in the pack of a meeting: each with its sponsor's endorsement, its measures, and what it means for money.

use super::words::of_chapter;
use super::{Material, measures};
use crate::board::Standing;
use crate::document::Block;
use crate::paper::status::responsible;
use crate::strategy::Section;

/// A part for each chapter that has a measure in use.
pub(super) fn chapters(material: &Material<'_>) -> Vec<Block> {
    let report = material.report;
    let chapters = report.strategy.chapters.iter().map(|(id, chapter)| {
        let rows: Vec<&Standing<'_>> = of(report, Some(id));
        let mut blocks: Vec<Block> = responsible(report.strategy, chapter).into_iter().map(Block::Paragraph).collect();
        blocks.extend(of_chapter(material, Section::Endorsement, id));
        if rows.is_empty() {
            blocks.push(Block::Paragraph("No measure of this chapter is in use.".to_owned()));
        } else {
            let caption = format!("{}: every measure against its target", chapter.title);
            blocks.push(Block::Table(measures::table(report, &caption, &rows)));
            blocks.extend(measures::small_charts(report, &chapter.title, &rows));
        }
        blocks.extend(of_chapter(material, Section::Resources, id));
        Block::Section { title: chapter.title.clone(), blocks }
    });
    let without = of(report, None);
    let rest = (!without.is_empty()).then(|| Block::Section {
        title: "Without a chapter".to_owned(),
        blocks: vec![Block::Table(measures::table(report, "Measures of no chapter", &without))],
    });
    chapters.chain(rest).collect()
}

/// The measures of a chapter in the order of the file; of none where there is no id.
fn of<'r, 'a>(report: &'r crate::board::Report<'a>, chapter: Option<&str>) -> Vec<&'r Standing<'a>> {
    report.position.rows.iter().filter(|row| row.indicator.chapter.as_deref() == chapter).collect()
}
