//! The summary: how many measures are where, with both denominators, and what changed since the meeting before.

use crate::board::{Grade, Movement, Position, Report, Standing};
use crate::document::{Block, Cell, Column, Group, Mark, Row, Table};
use crate::judge::{RatingLevel, State, share};
use crate::paper::columns::mark;
use crate::strategy::{Sitting, Strategy};
use crate::{text, time};

/// The levels from the best to the worst.
pub(super) const LEVELS: [RatingLevel; 3] = [RatingLevel::Green, RatingLevel::Amber, RatingLevel::Red];

/// The summary in sentences, what changed, and the counts.
pub(super) fn summary(report: &Report<'_>) -> Vec<Block> {
    let rows = &report.position.rows;
    if rows.is_empty() {
        return vec![Block::Paragraph("No measure is in use for this paper.".to_owned())];
    }
    let mut blocks = vec![Block::Paragraph(sentences(report).join(" "))];
    blocks.extend(since(report));
    blocks.push(Block::Table(counts(report)));
    if rows.iter().any(|row| row.indicator.chapter != rows[0].indicator.chapter) {
        blocks.push(Block::Table(by_chapter(report)));
    }
    blocks
}

fn sentences(report: &Report<'_>) -> Vec<String> {
    let position = &report.position;
    let summary = &position.summary;
    let measures = text::count(summary.indicators, "measure");
    let mut sentences = vec![match summary.rated {
        0 => format!("Of {measures}, none has a figure that can be rated."),
        rated => {
            let has = if rated == 1 { "has" } else { "have" };
            let levels: Vec<String> = LEVELS
                .into_iter()
                .map(|level| (level, at(position, level)))
                .filter(|(_, count)| *count > 0)
                .map(|(level, count)| format!("{count} {}", level.words()))
                .collect();
            format!("Of {measures}, {rated} {has} a figure that can be rated: {}.", text::list(&levels))
        }
    }];
    let unrated: Vec<String> = summary
        .states
        .iter()
        .filter(|(name, count)| *name != "rated" && *count > 0)
        .map(|(name, count)| format!("{count} {}", State::words_of(name)))
        .collect();
    if !unrated.is_empty() {
        sentences.push(format!("The others: {}.", text::list(&unrated)));
    }
    if summary.overdue > 0 {
        let verb = if summary.overdue == 1 { "lacks" } else { "lack" };
        sentences.push(format!("{} {verb} a figure that is overdue.", text::count(summary.overdue, "measure")));
    }
    let exceptions = report.exceptions.rows.len();
    if exceptions > 0 {
        sentences.push(format!("{} {} listed below.", text::count(exceptions, "exception"), is(exceptions)));
    }
    sentences
}

fn is(count: usize) -> &'static str {
    if count == 1 { "is" } else { "are" }
}

/// What changed since the meeting before, an item for each kind of change; nothing where there was none.
pub(super) fn since(report: &Report<'_>) -> Vec<Block> {
    let Some((meeting, parts)) = changed(report) else { return Vec::new() };
    let day = time::date::long(meeting.date);
    if parts.is_empty() {
        return vec![Block::Paragraph(format!("Nothing changed since the meeting of {day}."))];
    }
    let items = parts.iter().map(|part| text::capitalised(part)).collect();
    vec![Block::Paragraph(format!("Since the meeting of {day}:")), Block::List(items)]
}

/// The meeting before, and what changed since, a part for each kind of change; nothing where there was none.
fn changed<'a>(report: &Report<'a>) -> Option<(Sitting<'a>, Vec<String>)> {
    let since = report.position.since.as_ref()?;
    let told = [
        ("newly off target", &since.newly_red),
        ("no longer off target", &since.recovered),
        ("first figure", &since.first_figures),
        ("new figure", &since.new_figures),
        ("figure revised", &since.revised),
        ("target changed", &since.targets_changed),
    ];
    let mut parts: Vec<String> = told
        .into_iter()
        .filter(|(_, indicators)| !indicators.is_empty())
        .map(|(what, indicators)| {
            let titles: Vec<&str> = indicators.iter().map(|indicator| indicator.title.as_str()).collect();
            format!("{what}: {}", text::list(&titles))
        })
        .collect();
    let otherwise = report
        .position
        .rows
        .iter()
        .filter(|row| row.moved.as_ref().is_some_and(|moved| moved.movement == Some(Movement::Other)));
    let otherwise: Vec<String> = otherwise
        .filter_map(|row| {
            Some(format!(
                "{} ({} then, {} now)",
                row.indicator.title,
                words(row.earlier.as_ref()?),
                row.verdict.state.words()
            ))
        })
        .collect();
    if !otherwise.is_empty() {
        parts.insert(0, format!("rated otherwise: {}", text::list(&otherwise)));
    }
    let cases = since.cases_moved.iter();
    parts.extend(cases.map(|moved| format!("case {} about {} {}", moved.case, moved.indicator.title, moved.step)));
    Some((since.meeting, parts))
}

/// Where a measure stood, in words.
fn words(grade: &Grade) -> &'static str {
    grade.level().map_or_else(|| State::words_of(grade.state), RatingLevel::words)
}

/// How many of the measures are at a level.
pub(super) fn at(position: &Position<'_>, level: RatingLevel) -> usize {
    position.rows.iter().filter(|row| row.verdict.level() == Some(level)).count()
}

/// How many were at a level as of the meeting before.
fn was_at(position: &Position<'_>, level: RatingLevel) -> usize {
    let earlier = position.rows.iter().filter_map(|row| row.earlier.as_ref());
    earlier.filter(|grade| grade.level() == Some(level)).count()
}

/// Each level now, as a share of those rated and of all, and as of the meeting before.
pub(super) fn counts(report: &Report<'_>) -> Table {
    let position = &report.position;
    let before = position.since.as_ref().map(|since| since.meeting);
    let mut columns = vec![
        Column::people("Rating"),
        Column::people("Measures").right(),
        Column::people("Of those rated").right(),
        Column::people("Of all").right(),
    ];
    if let Some(before) = before {
        let heading = format!("At the meeting of {}", time::date::day(before.date));
        columns.push(Column { key: None, ..Column::new("", heading).right() });
    }
    let rated = position.summary.rated;
    let all = position.summary.indicators;
    let mut rows: Vec<Row> = LEVELS
        .into_iter()
        .map(|level| {
            let count = at(position, level);
            let mut cells = vec![
                Cell::text(text::capitalised(level.words())).marked(mark(level)),
                Cell::text(count.to_string()),
                Cell::text(share(count, rated).unwrap_or_else(|| "none rated".to_owned())),
                Cell::text(share(count, all).unwrap_or_default()),
            ];
            cells.extend(before.map(|_| Cell::text(was_at(position, level).to_string())));
            Row { cells }
        })
        .collect();
    let unrated = all - rated;
    let mut cells = vec![
        Cell::text("Not rated").marked(Mark::NotRated),
        Cell::text(unrated.to_string()),
        Cell::text("not applicable"),
        Cell::text(share(unrated, all).unwrap_or_default()),
    ];
    cells.extend(before.map(|_| {
        let was = position.rows.iter().filter_map(|row| row.earlier.as_ref());
        Cell::text(was.filter(|grade| grade.level().is_none()).count().to_string())
    }));
    rows.push(Row { cells });
    Table {
        caption: "Measures by rating".to_owned(),
        notes: Vec::new(),
        columns,
        groups: vec![Group { title: String::new(), notes: Vec::new(), rows }],
    }
}

/// Each chapter's counts.
fn by_chapter(report: &Report<'_>) -> Table {
    let number = |heading: &'static str| Column::people(heading).right();
    let mut columns = vec![Column::people("Chapter"), number("Measures"), number("Rated")];
    columns.extend(["On target", "Near target", "Off target", "Overdue"].map(number));
    let rows = of_chapters(report.strategy, &report.position.rows).into_iter().map(|(title, rows)| {
        let at = |level| rows.iter().filter(|row| row.verdict.level() == Some(level)).count();
        let overdue = rows.iter().filter(|row| row.verdict.is_overdue()).count();
        let rated = rows.iter().filter(|row| row.verdict.level().is_some()).count();
        let counts = [rows.len(), rated].into_iter().chain(LEVELS.map(at)).chain([overdue]);
        let cells = std::iter::once(Cell::text(title)).chain(counts.map(|count| Cell::text(count.to_string())));
        Row { cells: cells.collect() }
    });
    Table {
        caption: "Measures by chapter".to_owned(),
        notes: Vec::new(),
        columns,
        groups: vec![Group { title: String::new(), notes: Vec::new(), rows: rows.collect() }],
    }
}

/// Standings by chapter, in the order of the file, those without one last; chapters without any are left out.
pub(super) fn of_chapters<'r, 'a>(
    strategy: &'a Strategy,
    rows: &'r [Standing<'a>],
) -> Vec<(&'a str, Vec<&'r Standing<'a>>)> {
    let chapters = strategy.chapters.iter().map(|(id, chapter)| (Some(id), chapter.title.as_str()));
    let all = chapters.chain([(None, "Without a chapter")]).map(|(id, title)| {
        let own = rows.iter().filter(|row| row.indicator.chapter.as_ref() == id);
        (title, own.collect::<Vec<_>>())
    });
    all.filter(|(_, rows)| !rows.is_empty()).collect()
}
