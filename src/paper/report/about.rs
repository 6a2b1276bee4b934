//! What a paper was made from.

use super::Material;
use crate::board::Report;
use crate::document::Block;
use crate::{text, time};

/// The strategy, the days, the files' digest and the version, so that the paper can be made again.
pub(super) fn about(material: &Material<'_>) -> Vec<Block> {
    let report = material.report;
    let occasion = &report.occasion;
    let mut facts = vec![
        ("Strategy".to_owned(), report.strategy.title.clone()),
        ("Figures as known on".to_owned(), time::date::long(occasion.as_of)),
    ];
    if occasion.registers_on != occasion.as_of {
        facts.push(("Cases and actions as of".to_owned(), time::date::long(occasion.registers_on)));
    }
    facts.push(("Made from files with SHA-256".to_owned(), material.sources.to_owned()));
    facts.push(("Made by".to_owned(), format!("hwb {}", env!("CARGO_PKG_VERSION"))));
    let mut blocks = vec![Block::Facts(facts)];
    let left_out: Vec<&str> = report.unreadable().iter().map(|indicator| indicator.title.as_str()).collect();
    let unusable = report.unusable();
    if !left_out.is_empty() {
        blocks.push(Block::Paragraph(format!("Left out, since their files have errors: {}.", text::list(&left_out))));
    }
    if !unusable.is_empty() {
        blocks.push(Block::Paragraph(format!("Not used, since they have errors: {}.", text::list(&unusable))));
    }
    let elsewhere: Vec<&str> = report
        .strategy
        .indicators
        .values()
        .filter(|indicator| indicator.managed_by.is_some() && indicator.is_current(occasion.as_of))
        .filter(|indicator| report.dossier(indicator).is_none())
        .filter(|indicator| crate::board::Filter { ours: false, ..report.matter.filter() }.takes(indicator))
        // One with an open case is in it.
        .filter(|indicator| report.dossier(indicator).is_none())
        .map(|indicator| indicator.title.as_str())
        .collect();
    if !elsewhere.is_empty() {
        blocks.push(Block::Paragraph(format!("Managed elsewhere, and not in this paper: {}.", text::list(&elsewhere))));
    }
    blocks
}

/// What lies behind the paper.
pub(super) fn background(report: &Report<'_>) -> Vec<Block> {
    let mut lines = vec![format!("{}, with its objectives, measures and targets.", report.strategy.title)];
    let sources: Vec<&str> = {
        let told = report.position.rows.iter().filter(|row| row.verdict.latest.is_some());
        let mut datasets: Vec<&str> = told.filter_map(|row| row.indicator.dataset.as_deref()).collect();
        datasets.sort_unstable();
        datasets.dedup();
        datasets
    };
    lines.extend(sources.into_iter().map(|dataset| format!("{}.", text::one_line(dataset).trim_end_matches('.'))));
    vec![Block::List(lines)]
}
