//! A document as GitHub-flavoured Markdown, to be pasted into a paper.

mod address;
mod escape;
mod prose;
mod words;

use self::escape::{block, heading, inline};
use super::{origin, seal};
use crate::document::{Align, Block, Chart, Column, Document, Group, Link, Metadata, Row, Stub, Table};

/// Markdown has no heading below this.
const DEEPEST: usize = 6;

/// The document as paragraphs, lists and tables with an empty line between them.
pub fn render(document: &Document) -> String {
    let mut parts = Vec::new();
    if !document.title.is_empty() {
        parts.push(titled(1, &document.title));
    }
    append_blocks(&mut parts, &document.blocks, 2);
    parts.extend(comment(&document.metadata));
    parts.retain(|part| !part.is_empty());
    let mut text = parts.join("\n\n");
    if !text.is_empty() {
        text.push('\n');
    }
    seal::text(text)
}

/// What it was made from and its seal, where no reader of the page sees it; `None` where it is no paper of its own.
fn comment(metadata: &Metadata) -> Option<String> {
    let facts = origin::facts(metadata)?;
    let lines = facts.iter().map(|(label, value)| {
        // Without this sign nothing can end the comment.
        format!("{label}: {value}\n").replace('>', "&gt;")
    });
    Some(format!("<!--\n{}{}\n-->", lines.collect::<String>(), seal::place()))
}

/// `level` is that of a heading among these blocks.
fn append_blocks(parts: &mut Vec<String>, blocks: &[Block], level: usize) {
    for part in blocks {
        match part {
            Block::Paragraph(text) => parts.push(block(text)),
            Block::List(items) => append_list(parts, items.iter().map(|item| block(item))),
            Block::Facts(facts) => append_list(parts, facts.iter().map(fact)),
            Block::Table(table) => append_table(parts, table, level),
            Block::Chart(chart) => append_chart(parts, chart),
            Block::Prose(prose) => prose::append(parts, &prose.0),
            Block::Stub(awaited) => parts.push(stub(awaited)),
            Block::Links(links) => append_list(parts, links.iter().map(link)),
            Block::NewPage => {}
            Block::Section { title, blocks } => {
                parts.push(titled(level, title));
                append_blocks(parts, blocks, level + 1);
            }
        }
    }
}

/// The heading; nothing where the title is empty.
fn titled(level: usize, title: &str) -> String {
    let title = heading(title);
    if title.is_empty() {
        return title;
    }
    format!("{} {title}", "#".repeat(level.min(DEEPEST)))
}

/// A list right after another has the other bullet: with the same one Markdown would make them one list.
fn append_list(parts: &mut Vec<String>, items: impl Iterator<Item = String>) {
    let after_hyphens = parts.last().is_some_and(|part| part.starts_with("- "));
    let bullet = if after_hyphens { '*' } else { '-' };
    let items = items.map(|item| format!("{bullet} {item}").trim_end().to_owned());
    parts.push(items.collect::<Vec<_>>().join("\n"));
}

/// Facts are a list and not a table: Markdown's tables need a header row, and "Label, Value" says nothing in a paper.
fn fact((label, value): &(String, String)) -> String {
    format!("**{}:** {}", inline(label), inline(value))
}

/// The chart in words: Markdown has no drawings.
fn append_chart(parts: &mut Vec<String>, chart: &Chart) {
    let headline = inline(&chart.headline);
    if !headline.is_empty() {
        parts.push(format!("**{headline}**"));
    }
    parts.push(block(&chart.subtitle));
    let alternative = inline(&chart.alternative);
    if !alternative.is_empty() {
        parts.push(format!("Chart: {alternative}"));
    }
    parts.extend(chart.notes.iter().map(|note| block(note)));
}

fn stub(stub: &Stub) -> String {
    let Stub { awaits, says, path } = stub;
    let text = format!("**To be written by {}:** {}. In {}.", inline(awaits), inline(says), prose::code(path));
    prose::quote(&text)
}

fn link(link: &Link) -> String {
    let about = if link.about.is_empty() { String::new() } else { format!(": {}", inline(&link.about)) };
    format!("[{}]({}){about}", inline(&link.text), address::relative(&link.to))
}

/// The caption, a table for each group under a heading of its own, and the notes.
fn append_table(parts: &mut Vec<String>, table: &Table, level: usize) {
    let columns: Vec<(usize, &Column, &str)> = table
        .columns
        .iter()
        .enumerate()
        .filter_map(|(index, column)| Some((index, column, column.heading.as_deref()?)))
        .collect();
    let caption = inline(&table.caption);
    if !caption.is_empty() {
        parts.push(format!("**{caption}**"));
    }
    if table.groups.is_empty() {
        parts.push(grid(&columns, &[]));
    }
    for group in &table.groups {
        append_group(parts, &columns, group, level);
    }
    parts.extend(table.notes.iter().map(|note| block(note)));
}

fn append_group(parts: &mut Vec<String>, columns: &[(usize, &Column, &str)], group: &Group, level: usize) {
    if !group.title.is_empty() {
        parts.push(titled(level, &group.title));
    }
    parts.extend(group.notes.iter().map(|note| block(note)));
    // An empty table under a title would say less than the title and notes alone.
    if group.title.is_empty() || !group.rows.is_empty() {
        parts.push(grid(columns, &group.rows));
    }
}

fn grid(columns: &[(usize, &Column, &str)], rows: &[Row]) -> String {
    if columns.is_empty() {
        return String::new();
    }
    let headings = columns.iter().map(|&(_, _, heading)| inline(heading));
    let rules = columns.iter().map(|(_, column, _)| rule(column.align).to_owned());
    let mut lines = vec![line(headings), line(rules)];
    let cell = |row: &Row, index: usize| row.cells.get(index).map_or_else(String::new, |cell| inline(&cell.shown));
    lines.extend(rows.iter().map(|row| line(columns.iter().map(|&(index, _, _)| cell(row, index)))));
    lines.join("\n")
}

fn line(cells: impl Iterator<Item = String>) -> String {
    format!("| {} |", cells.collect::<Vec<_>>().join(" | "))
}

fn rule(align: Align) -> &'static str {
    match align {
        Align::Left => "---",
        Align::Right => "---:",
    }
}

#[cfg(test)]
mod tests;
