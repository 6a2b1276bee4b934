//! The report on a page: how many measures are where, and which.

use crate::board::{Report, Standing};
use crate::document::Block;
use crate::judge::{RatingLevel, State};
use crate::paper::report::annual::chapters::with_period;
use crate::paper::report::summary::{LEVELS, at, counts, of_chapters, since};
use crate::{text, time};

/// The counts in words, the table of them, and the measures by where they are.
pub(in crate::paper::report) fn at_a_glance(report: &Report<'_>) -> Vec<Block> {
    let mut blocks = vec![Block::Paragraph(opening(report)), Block::Table(counts(report))];
    blocks.extend(since(report));
    for level in LEVELS {
        let rows: Vec<&Standing<'_>> =
            report.position.rows.iter().filter(|row| row.verdict.level() == Some(level)).collect();
        blocks.extend(list(&text::capitalised(level.words()), &rows));
    }
    let unrated = report.position.rows.iter().filter(|row| row.verdict.level().is_none());
    let (without, with): (Vec<_>, Vec<_>) = unrated.partition(|row| row.verdict.state == State::NoData);
    blocks.extend(list("A figure, and no rating", &with));
    blocks.extend(list("No figure yet", &without));
    blocks
}

/// "On 21 November 2013 we could judge 3 of the 30 measures: 2 were on target and 1 off target."
fn opening(report: &Report<'_>) -> String {
    let position = &report.position;
    let all = position.summary.indicators;
    let day = time::date::long(report.occasion.as_of);
    let levels: Vec<String> = LEVELS
        .into_iter()
        .map(|level| (level, at(position, level)))
        .filter(|(_, count)| *count > 0)
        .map(|(level, count)| format!("{count} {} {}", if count == 1 { "is" } else { "are" }, level.words()))
        .collect();
    let judged = match position.summary.rated {
        0 => format!("None of the {} can be judged by the figures known on {day}.", text::count(all, "measure")),
        rated => {
            let measures = text::count(all, "measure");
            let which = if rated == all { format!("all {measures}") } else { format!("{rated} of the {measures}") };
            format!("By the figures known on {day}, {which} can be judged: {}.", text::list(&levels))
        }
    };
    match all - position.summary.rated {
        0 => judged,
        others => format!("{judged} {} cannot be judged yet.", text::count(others, "measure")),
    }
}

/// The titles of some measures under a heading; nothing where there is none.
fn list(title: &str, rows: &[&Standing<'_>]) -> Option<Block> {
    let titles = rows.iter().map(|row| with_period(row)).collect();
    (!rows.is_empty()).then(|| Block::Section { title: title.to_owned(), blocks: vec![Block::List(titles)] })
}

/// What the strategy is, how long it runs, and its parts.
pub(in crate::paper::report) fn introduction(report: &Report<'_>) -> Vec<Block> {
    let strategy = report.strategy;
    let board = strategy.board.as_ref().map_or_else(|| "the Board".to_owned(), |board| format!("the {board}"));
    let from = time::date::long(strategy.starts);
    let to = time::date::long(strategy.ends);
    let objectives = report.objectives.len();
    let aims = if objectives == 0 { String::new() } else { format!(", with {}", text::count(objectives, "objective")) };
    let mut words = format!(
        "{} says what is to be done for health and wellbeing in {} from {from} to {to}; {board} agreed it. It has {}{aims} and {}.",
        strategy.title,
        strategy.area,
        text::count(strategy.chapters.len(), "chapter"),
        text::count(report.position.rows.len(), "measure"),
    );
    if report.occasion.as_of > strategy.ends {
        words.push_str(&format!(
            " It ended on {to}: later figures are judged by the targets it had set, so that it can be seen what became of them."
        ));
    }
    let parts = of_chapters(strategy, &report.position.rows).into_iter().map(|(title, rows)| {
        let judged = rows.iter().filter(|row| row.verdict.level().is_some()).count();
        let green = rows.iter().filter(|row| row.verdict.level() == Some(RatingLevel::Green)).count();
        let measures = text::count(rows.len(), "measure");
        match judged {
            0 => format!("{title}: {measures}, none of which can be judged yet"),
            _ => format!("{title}: {measures}, {judged} of which can be judged, {green} on target"),
        }
    });
    vec![Block::Paragraph(words), Block::List(parts.collect())]
}
