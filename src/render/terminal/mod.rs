//! A document as a terminal shows it.

mod arrange;
mod grid;
mod ink;
mod table;
mod wrap;

use unicode_width::UnicodeWidthStr;

use self::arrange::GAP;
use self::grid::{Column, lay};
use self::wrap::{hang, wrap};
use super::Screen;
use super::clean::clean;
use crate::document::{Align, Block, Document};
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
    if screen.colour { ink::dye(&text) } else { ink::bleach(&text) }
}

/// The blocks, with an empty line before each.
fn append_blocks(lines: &mut Vec<String>, blocks: &[Block], width: usize) {
    for block in blocks {
        match block {
            Block::Paragraph(text) => append(lines, wrap(&clean(text), width)),
            Block::List(items) => append(lines, list(items, width)),
            Block::Facts(facts) => append(lines, facts_lines(facts, width)),
            Block::Table(table) => append(lines, table::lines(table, width)),
            Block::Chart(_) | Block::Prose(_) | Block::Stub(_) | Block::Links(_) | Block::NewPage => {}
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
