//! A document as a terminal shows it.

mod arrange;
mod grid;
mod ink;
mod prose;
mod table;
mod wrap;

use unicode_width::UnicodeWidthStr;

use self::arrange::GAP;
use self::grid::{Column, lay};
use self::ink::Ink;
use self::wrap::{hang, wrap};
use super::Screen;
use super::clean::clean;
use crate::document::{Align, Block, Chart, Document, Link, Stub};
use crate::limits;

/// The document's lines, none wider than the screen and none ending in a space.
pub fn render(document: &Document, screen: Screen) -> String {
    let width = screen.width.clamp(limits::NARROWEST, limits::WIDEST);
    let mut lines = Vec::new();
    if !document.title.is_empty() {
        lines.extend(table::bold(&document.title, width));
    }
    append_blocks(&mut lines, &document.blocks, width);
    let mut text = String::new();
    for line in &lines {
        text.push_str(line.trim_end_matches(' '));
        text.push('\n');
    }
    if screen.colour { ink::dye(&text) } else { trimmed(&ink::bleach(&text)) }
}

/// No line ends in a space that stood before ink alone.
fn trimmed(text: &str) -> String {
    let lines = text.lines().map(|line| line.trim_end_matches(' '));
    lines.flat_map(|line| [line, "\n"]).collect()
}

/// The blocks, with an empty line before each.
fn append_blocks(lines: &mut Vec<String>, blocks: &[Block], width: usize) {
    for block in blocks {
        match block {
            Block::Paragraph(text) => append(lines, wrap(&clean(text), width)),
            Block::List(items) => append(lines, list(items, width)),
            Block::Facts(facts) => append(lines, facts_lines(facts, width)),
            Block::Table(table) => append(lines, table::lines(table, width)),
            Block::Chart(chart) => append_chart(lines, chart, width),
            Block::Prose(prose) => prose::append(lines, &prose.0, width),
            Block::Stub(awaited) => append(lines, stub(awaited, width)),
            Block::Links(places) => append(lines, list(&places.iter().map(link).collect::<Vec<_>>(), width)),
            Block::NewPage => {}
            Block::Section { title, blocks } => {
                append(lines, table::bold(title, width));
                append_blocks(lines, blocks, width);
            }
        }
    }
}

fn append(lines: &mut Vec<String>, block: Vec<String>) {
    if !(lines.is_empty() || block.is_empty()) {
        lines.push(String::new());
    }
    lines.extend(block);
}

fn list(items: &[String], width: usize) -> Vec<String> {
    items.iter().flat_map(|item| hang(wrap(&clean(item), width - 2), "- ", "  ")).collect()
}

/// The chart in words: a terminal shows no drawing.
fn append_chart(lines: &mut Vec<String>, chart: &Chart, width: usize) {
    let mut head = if chart.headline.is_empty() { Vec::new() } else { table::bold(&chart.headline, width) };
    let words = std::iter::once(&chart.subtitle).chain([&chart.alternative]).chain(&chart.notes);
    head.extend(words.filter(|text| !text.is_empty()).flat_map(|text| wrap(&clean(text), width)));
    append(lines, head);
}

fn stub(stub: &Stub, width: usize) -> Vec<String> {
    let Stub { awaits, says, path } = stub;
    let label = ink::mark(format!("To be written by {}:", clean(awaits)), Some(Ink::Caution));
    wrap(&format!("{label} {}. In {}.", clean(says), clean(path)), width)
}

fn link(link: &Link) -> String {
    let about = if link.about.is_empty() { String::new() } else { format!(": {}", link.about) };
    format!("{} ({}){about}", link.text, link.to)
}

/// Labels in a column of their own, at most a third of the width, so that what they say is aligned.
fn facts_lines(facts: &[(String, String)], width: usize) -> Vec<String> {
    let rows: Vec<Vec<String>> = facts.iter().map(|(label, value)| vec![clean(label), clean(value)]).collect();
    let widest = rows.iter().map(|row| row[0].width()).max().unwrap_or(0);
    let label = widest.clamp(1, width / 3);
    let columns = [label, width - label - GAP].map(|width| Column { width, align: Align::Left });
    lay(&columns, None, &rows).rows.concat()
}

#[cfg(test)]
mod tests;
