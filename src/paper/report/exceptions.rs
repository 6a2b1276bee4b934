//! The exceptions: the table, then a page for each that has a figure or a case to look at.

use super::{figures, measures};
use crate::board::{ActionOnDay, Dossier, ExceptionKind, ExceptionRow, Lacks, Report};
use crate::document::{Block, Cell, Column, Group, Row, Stub, Table};
use crate::judge::Words;
use crate::paper::prose::prose;
use crate::paper::{columns, exceptions as table, response};
use crate::strategy::{Section, SectionName};
use crate::workspace::commentary_path;
use crate::{text, time};

/// The table of all, and the pages.
pub(super) fn exceptions(report: &Report<'_>) -> Vec<Block> {
    let exceptions = &report.exceptions;
    if exceptions.rows.is_empty() && exceptions.objectives.is_empty() {
        return vec![Block::Paragraph("There are no exceptions.".to_owned())];
    }
    let (late, listed): (Vec<_>, Vec<_>) =
        exceptions.rows.iter().partition(|row| is_only(row, &[ExceptionKind::Overdue]));
    let mut blocks = Vec::new();
    if !listed.is_empty() {
        blocks.push(Block::Table(summary(report, &listed)));
    }
    if !late.is_empty() {
        let which = match (late.len(), listed.is_empty()) {
            (1, true) => "The one exception is".to_owned(),
            (1, false) => "One other exception is".to_owned(),
            (several, true) => format!("All {several} exceptions are"),
            (several, false) => format!("The other {several} exceptions are"),
        };
        blocks.push(Block::Paragraph(format!(
            "{which} listed because a figure is overdue and nothing else: see {}.",
            report.strategy.template.heading(&SectionName::Known(Section::NotAvailable)),
        )));
    }
    blocks.extend(table::objectives(exceptions));
    // Good news needs no page.
    let news = [ExceptionKind::Overdue, ExceptionKind::NewlyMet];
    let pages = listed.into_iter().filter(|row| !is_only(row, &news));
    blocks.extend(pages.flat_map(|row| page(report, row)));
    blocks
}

/// Whether nothing lists it but rules of these kinds.
fn is_only(row: &ExceptionRow<'_>, kinds: &[ExceptionKind]) -> bool {
    row.standing.exceptions.iter().all(|exception| kinds.contains(&exception.kind))
}

/// A line for each exception.
fn summary(report: &Report<'_>, rows: &[&ExceptionRow<'_>]) -> Table {
    let mut all = measures::standing_columns();
    all.push(Column::people("Lead").detail());
    all.push(Column::people("Why it is here").detail());
    all.push(Column::people("Expected recovery").detail());
    all.push(Column::people("The Board is asked to").detail());
    let row = |row: &&ExceptionRow<'_>| {
        let (standing, response) = (&row.standing, &row.standing.response);
        let mut cells = measures::standing_cells(report, standing);
        let reasons: Vec<&str> = standing.exceptions.iter().map(|exception| exception.reason.as_str()).collect();
        cells.push(Cell::text(report.strategy.lead_title(&standing.indicator.lead)));
        cells.push(Cell::text(text::capitalised(&reasons.join("; "))));
        cells.push(Cell::text(response.recovery().map(|period| period.to_string()).unwrap_or_default()));
        cells.push(Cell::text(response.ask().map(crate::commentary::Ask::name).unwrap_or_default()));
        Row { cells }
    };
    let table = Table {
        caption: "Exceptions, worst first".to_owned(),
        notes: Vec::new(),
        columns: all,
        groups: vec![Group { title: String::new(), notes: Vec::new(), rows: rows.iter().map(row).collect() }],
    };
    table.without_empty(&["Direction", "Expected recovery", "The Board is asked to"])
}

/// The page of one exception, which begins anew.
fn page(report: &Report<'_>, row: &ExceptionRow<'_>) -> Vec<Block> {
    let standing = &row.standing;
    let Some(dossier) = report.dossier(standing.indicator) else { return Vec::new() };
    let mut blocks = vec![Block::Facts(facts(dossier, row))];
    blocks.extend(news(row));
    blocks.extend(figures::latest(dossier));
    blocks.extend(reason(dossier, row));
    blocks.extend(actions(report, dossier, row));
    blocks.extend(cases(dossier));
    vec![Block::NewPage, Block::Section { title: standing.indicator.title.clone(), blocks }]
}

/// What changed since the meeting before stands first: for what is before the Board again an update, not the story anew.
fn news(row: &ExceptionRow<'_>) -> Option<Block> {
    let news = table::news(row);
    (!news.is_empty()).then(|| Block::Paragraph(format!("Since the last meeting: {news}.")))
}

/// What is exceptional, by how much, and whose it is.
pub(super) fn facts(dossier: &Dossier<'_>, row: &ExceptionRow<'_>) -> Vec<(String, String)> {
    let (strategy, standing) = (dossier.strategy, &row.standing);
    let (indicator, words) = (standing.indicator, Words::of(strategy, standing.indicator, &standing.verdict));
    let reasons: Vec<&str> = standing.exceptions.iter().map(|exception| exception.reason.as_str()).collect();
    let chapter = indicator.chapter.as_ref().and_then(|id| strategy.chapters.get(id));
    let objective = indicator.objective.as_ref().and_then(|id| strategy.objectives.get(id));
    let latest = columns::latest(standing, &words).shown;
    let figure = if latest.is_empty() { None } else { Some(format!("{latest}, {}", columns::period(standing).shown)) };
    let recovery = standing.response.recovery().map(|period| period.to_string());
    let facts = [
        ("Why it is here", Some(text::capitalised(&reasons.join("; ")))),
        ("Chapter", chapter.map(|chapter| chapter.title.clone())),
        ("Objective", objective.map(|objective| objective.title.clone())),
        ("Lead", Some(lead(dossier))),
        ("Sponsor", chapter.and_then(|chapter| chapter.sponsor.clone())),
        ("Definition", indicator.definition.as_deref().map(text::one_line)),
        ("Latest figure", figure),
        ("Rating", Some(text::capitalised(&columns::rating(standing).shown))),
        ("Why", Some(text::capitalised(&standing.why))),
        ("Direction", Some(text::capitalised(&columns::direction(standing).shown))),
        ("Compared with", measures::compared(dossier)),
        ("So far", Some(table::so_far(row))),
        ("Expected recovery", recovery),
        ("The Board is asked to", standing.response.ask().map(|ask| ask.name().to_owned())),
    ];
    let filled = facts.into_iter().filter_map(|(label, fact)| Some((label.to_owned(), fact?)));
    filled.filter(|(_, fact)| !fact.is_empty()).collect()
}

/// The accountable lead, with its post.
pub(super) fn lead(dossier: &Dossier<'_>) -> String {
    let id = &dossier.standing.indicator.lead;
    let title = dossier.strategy.lead_title(id);
    match dossier.strategy.post_of(id).filter(|post| *post != title) {
        Some(post) => format!("{title}, {post}"),
        None => title.to_owned(),
    }
}

/// What the lead says of the figure, whole; a stub where it has to say more.
fn reason(dossier: &Dossier<'_>, row: &ExceptionRow<'_>) -> Vec<Block> {
    let section = dossier.standing.response.remark.section().filter(|section| !section.body.is_empty());
    let mut blocks: Vec<Block> = section.map(|section| Block::Prose(prose(&section.body))).into_iter().collect();
    let lacking: Vec<&str> =
        row.lacks().into_iter().filter(|lacks| *lacks != Lacks::Action).map(Lacks::words).collect();
    if !lacking.is_empty() {
        blocks.push(Block::Stub(Stub {
            awaits: lead(dossier),
            says: format!("{}, for {}", text::list(&lacking), dossier.standing.indicator.title),
            path: commentary_path(&dossier.standing.indicator.id),
        }));
    }
    if blocks.is_empty() {
        return Vec::new();
    }
    let of = section.map(|section| format!(", {}", section.period)).unwrap_or_default();
    vec![Block::Section { title: format!("What the lead says{of}"), blocks }]
}

/// The actions; a stub where one is wanted and there is none.
fn actions(report: &Report<'_>, dossier: &Dossier<'_>, row: &ExceptionRow<'_>) -> Vec<Block> {
    let told = &row.standing.response.actions;
    let mut blocks: Vec<Block> = actions_table(report, told, &row.standing.indicator.title).into_iter().collect();
    if row.lacks().contains(&Lacks::Action) {
        blocks.push(Block::Stub(Stub {
            awaits: lead(dossier),
            says: format!("{}, for {}", Lacks::Action.words(), row.standing.indicator.title),
            path: crate::files::ACTIONS.to_owned(),
        }));
    }
    if blocks.is_empty() { blocks } else { vec![Block::Section { title: "What is being done".to_owned(), blocks }] }
}

/// Actions: what, by whom, by when, and how far; nothing where there is none.
pub(super) fn actions_table(report: &Report<'_>, told: &[ActionOnDay], about: &str) -> Option<Block> {
    if told.is_empty() {
        return None;
    }
    let row = |on_day: &ActionOnDay| {
        let action = &on_day.action;
        let progress = match (on_day.is_overdue, on_day.is_later) {
            (true, _) => format!("{}, overdue", action.status.words()),
            (false, true) => format!("{} (as updated later)", action.status.words()),
            (false, false) => action.status.words().to_owned(),
        };
        Row {
            cells: vec![
                Cell::text(text::one_line(&action.action)),
                Cell::text(report.strategy.lead_title(&action.owner)),
                Cell::text(action.due.map_or_else(|| "no day set".to_owned(), time::date::day)),
                Cell::text(progress),
                Cell::text(action.note.as_deref().map(text::one_line).unwrap_or_default()),
                Cell::text(&action.id),
            ],
        }
    };
    let table = Table {
        caption: format!("Actions: {about}"),
        notes: Vec::new(),
        columns: vec![
            Column::people("Action"),
            Column::people("By whom"),
            Column::people("By when"),
            Column::people("Progress"),
            Column::people("Note").detail(),
            Column::people("Number").detail(),
        ],
        groups: vec![Group { title: String::new(), notes: Vec::new(), rows: told.iter().map(row).collect() }],
    };
    Some(Block::Table(table.without_empty(&["Note"])))
}

/// The cases about it, with what the Board has decided before.
fn cases(dossier: &Dossier<'_>) -> Option<Block> {
    let indicator = dossier.standing.indicator;
    let blocks: Vec<Block> = dossier
        .cases
        .iter()
        .flat_map(|case| {
            let events = case.events.iter().map(|event| text::capitalised(&response::event(indicator, event)));
            [
                Block::Paragraph(format!("Case {}.", response::case(indicator, case).trim_end_matches('.'))),
                Block::List(events.collect()),
            ]
        })
        .collect();
    (!blocks.is_empty()).then(|| Block::Section { title: "The Board's case".to_owned(), blocks })
}
