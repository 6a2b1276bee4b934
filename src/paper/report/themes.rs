//! The themes that the meeting looks at, each with its lead and its measures, and who is invited.

use super::measures::table;
use crate::board::{Agenda, AgendaTheme, Report, Standing};
use crate::document::{Block, Cell, Column, Group, Row, Table};
use crate::paper::agenda::why_invited;

/// A part for each theme, then the invited; nothing where the meeting has neither.
pub(super) fn themes(report: &Report<'_>) -> Vec<Block> {
    let Some(agenda) = &report.agenda else { return Vec::new() };
    let themes = agenda.themes.iter().map(|theme| part(report, theme));
    themes.chain(invited(report, agenda)).collect()
}

fn part(report: &Report<'_>, theme: &AgendaTheme<'_>) -> Block {
    let strategy = report.strategy;
    let lead = theme.theme.lead.as_deref();
    let who = lead.and_then(|lead| strategy.post_of(lead)).unwrap_or("yet to be named");
    let mut blocks = vec![Block::Facts(vec![("Lead, invited".to_owned(), who.to_owned())])];
    let is_own = |row: &&Standing<'_>| row.indicator.themes.iter().any(|id| id == theme.id);
    let rows: Vec<&Standing<'_>> = report.position.rows.iter().filter(is_own).collect();
    if rows.is_empty() {
        blocks.push(Block::Paragraph("The theme has no measure.".to_owned()));
    } else {
        let caption = format!("{}: every measure against its target", theme.theme.title);
        blocks.push(Block::Table(table(report, &caption, &rows)));
    }
    Block::Section { title: theme.theme.title.clone(), blocks }
}

/// Who is invited, and why.
fn invited(report: &Report<'_>, agenda: &Agenda<'_>) -> Option<Block> {
    let row = |invitee: &crate::board::Invitee<'_>| {
        let lead = invitee.lead.map(|id| report.strategy.lead_title(id)).filter(|title| *title != invitee.post);
        Row {
            cells: vec![
                Cell::text(invitee.post),
                Cell::text(lead.unwrap_or_default()),
                Cell::text(why_invited(invitee)),
            ],
        }
    };
    let rows: Vec<Row> = agenda.invitees.iter().map(row).collect();
    (!rows.is_empty()).then(|| {
        let table = Table {
            caption: "Who is invited".to_owned(),
            notes: Vec::new(),
            columns: vec![Column::people("Post"), Column::people("Of"), Column::people("Why")],
            groups: vec![Group { title: String::new(), notes: Vec::new(), rows }],
        };
        Block::Table(table.without_empty(&["Of"]))
    })
}
