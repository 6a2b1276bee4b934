//! A chapter in plain words: what was promised, what the figures show, what went well, what has to improve, what happens next.

use chrono::NaiveDate;

use crate::board::{Dossier, Movement, Report, Standing};
use crate::document::Block;
use crate::judge::{Course, RatingLevel};
use crate::paper::columns;
use crate::paper::prose::prose;
use crate::paper::report::ahead::to_come;
use crate::paper::report::exceptions::actions_table;
use crate::paper::report::measures::{plain_table, small_charts};
use crate::paper::report::words::{looked_for, of_chapter};
use crate::paper::report::{Material, figures};
use crate::strategy::Section;
use crate::time::Period;
use crate::{text, time};

/// A part for each chapter.
pub(in crate::paper::report) fn chapters(material: &Material<'_>) -> Vec<Block> {
    let chapters = material.report.strategy.chapters.iter().enumerate();
    let blocks = chapters.flat_map(|(place, (id, chapter))| {
        let blocks = chapter_blocks(material, id, Measures::Within);
        // The first stands under the heading of them all.
        let page = (place > 0).then_some(Block::NewPage);
        page.into_iter().chain([Block::Section { title: chapter.title.clone(), blocks }])
    });
    blocks.collect()
}

/// Where the measures of a chapter are told of one by one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::paper::report) enum Measures {
    /// With the chapter.
    Within,
    /// On pages of their own.
    Apart,
}

/// All a chapter says.
pub(in crate::paper::report) fn chapter_blocks(material: &Material<'_>, id: &str, measures: Measures) -> Vec<Block> {
    let report = material.report;
    let rows: Vec<&Standing<'_>> =
        report.position.rows.iter().filter(|row| row.indicator.chapter.as_deref() == Some(id)).collect();
    let mut blocks: Vec<Block> = of_chapter(material, Section::Endorsement, id).into_iter().collect();
    let parts = [
        ("What was promised", promised(report, id)),
        ("What the figures show", shown(report, &rows, measures)),
        ("What went well", words_or(material, "went-well", id, went_well(&rows))),
        ("What has to improve", words_or(material, "improve", id, to_improve(&rows))),
        ("What happens next", next(report, id, &rows)),
    ];
    let filled = parts.into_iter().filter(|(_, blocks)| !blocks.is_empty());
    blocks.extend(filled.map(|(title, blocks)| Block::Section { title: title.to_owned(), blocks }));
    blocks
}

/// What an officer wrote, and after it what the figures say.
fn words_or(material: &Material<'_>, name: &str, chapter: &str, said: Vec<Block>) -> Vec<Block> {
    let names = [format!("{name}-{chapter}"), name.to_owned()];
    let (written, _) = looked_for(material, &names, None, "");
    written.into_iter().chain(said).collect()
}

fn promised(report: &Report<'_>, chapter: &str) -> Vec<Block> {
    let own = report.objectives.iter().filter(|own| own.objective.chapter == chapter);
    let lines: Vec<String> = own.map(|own| own.objective.title.clone()).collect();
    if lines.is_empty() { Vec::new() } else { vec![Block::List(lines)] }
}

/// The measures in a table, then each that has figures with its chart, its words and its own table.
fn shown(report: &Report<'_>, rows: &[&Standing<'_>], measures: Measures) -> Vec<Block> {
    if rows.is_empty() {
        return vec![Block::Paragraph("No measure of this chapter is in use.".to_owned())];
    }
    let mut blocks = vec![Block::Table(plain_table(report, "Each measure against its target", rows))];
    if measures == Measures::Apart {
        blocks.extend(small_charts(report, "The measures over time", rows));
        return blocks;
    }
    let with_figures = rows.iter().filter_map(|row| report.dossier(row.indicator));
    blocks.extend(with_figures.filter(|dossier| dossier.standing.verdict.latest.is_some()).map(measure));
    let without: Vec<&str> =
        rows.iter().filter(|row| row.verdict.latest.is_none()).map(|row| row.indicator.title.as_str()).collect();
    if !without.is_empty() {
        blocks.push(Block::Paragraph("There is no figure yet for these:".to_owned()));
        blocks.push(Block::List(without.into_iter().map(str::to_owned).collect()));
    }
    blocks
}

/// One measure: a sentence, its chart, its figures, and what its lead says.
fn measure(dossier: &Dossier<'_>) -> Block {
    let standing = &dossier.standing;
    let mut blocks = vec![Block::Paragraph(sentence(standing))];
    blocks.extend(
        standing.indicator.definition.as_deref().map(|definition| Block::Paragraph(text::one_line(definition))),
    );
    blocks.extend(figures::latest(dossier));
    let said = standing.response.remark.section().filter(|section| !section.body.is_empty());
    blocks.extend(said.map(|section| Block::Prose(prose(&section.body))));
    Block::Section { title: standing.indicator.title.clone(), blocks }
}

/// "Off target and improving: 18.7% is 1.2 points above the 17.5% due."
pub(in crate::paper::report) fn sentence(standing: &Standing<'_>) -> String {
    let verdict = &standing.verdict;
    let course = verdict.direction.as_ref().map(|direction| direction.told().course);
    let course = match course {
        Some(course @ (Course::Improving | Course::Worsening)) => format!(" and {}", course.words()),
        _ => String::new(),
    };
    let rating = match verdict.level() {
        Some(_) => format!("{}{course}: ", text::capitalised(verdict.state.words())),
        None => String::new(),
    };
    let why = if rating.is_empty() { text::capitalised(&standing.why) } else { standing.why.clone() };
    let period = match (&verdict.last, &verdict.latest) {
        // The sentence is about a later period, which has no figure.
        (Some(last), _) => Some(format!(" The last figure is for {}.", last.period)),
        (None, Some(latest)) => {
            let period = latest.period.to_string();
            let is_told = latest.figure.is_none() || why.contains(&period);
            (!is_told).then(|| format!(" This is for {period}."))
        }
        (None, None) => None,
    };
    format!("{rating}{}.{}", why.trim_end_matches('.'), period.unwrap_or_default())
}

/// The titles of those measures of which something holds, each with the period it is known for.
fn titles(rows: &[&Standing<'_>], is_told: impl Fn(&Standing<'_>) -> bool) -> Vec<String> {
    rows.iter().filter(|row| is_told(row)).map(|row| with_period(row)).collect()
}

/// "Deaths outside hospital (2016)"; the title alone where no figure is known.
pub(in crate::paper::report) fn with_period(standing: &Standing<'_>) -> String {
    let period = columns::period(standing).shown;
    let title = &standing.indicator.title;
    if period.is_empty() { title.clone() } else { format!("{title} ({period})") }
}

fn course(standing: &Standing<'_>) -> Option<Course> {
    standing.verdict.direction.as_ref().map(|direction| direction.told().course)
}

/// What the figures say in favour.
fn went_well(rows: &[&Standing<'_>]) -> Vec<Block> {
    let recovered =
        |row: &Standing<'_>| row.moved.as_ref().is_some_and(|moved| moved.movement == Some(Movement::Recovered));
    lines([
        ("On target", titles(rows, |row| row.verdict.level() == Some(RatingLevel::Green))),
        ("No longer off target since the last meeting", titles(rows, recovered)),
        (
            "Improving, though not yet on target",
            titles(rows, |row| {
                course(row) == Some(Course::Improving)
                    && matches!(row.verdict.level(), Some(RatingLevel::Amber | RatingLevel::Red))
            }),
        ),
    ])
}

/// What the figures say against, and what nobody can tell.
fn to_improve(rows: &[&Standing<'_>]) -> Vec<Block> {
    lines([
        ("Off target", titles(rows, |row| row.verdict.level() == Some(RatingLevel::Red))),
        ("Near target, and not on it", titles(rows, |row| row.verdict.level() == Some(RatingLevel::Amber))),
        (
            "On target, and worsening",
            titles(rows, |row| {
                course(row) == Some(Course::Worsening) && row.verdict.level() == Some(RatingLevel::Green)
            }),
        ),
        ("The figure is late, so that nobody can tell", titles(rows, |row| row.verdict.is_overdue())),
    ])
}

fn lines<const N: usize>(told: [(&str, Vec<String>); N]) -> Vec<Block> {
    let lines: Vec<String> = told
        .into_iter()
        .filter(|(_, titles)| !titles.is_empty())
        .map(|(what, titles)| format!("{what}: {}.", titles.join("; ")))
        .collect();
    if lines.is_empty() { Vec::new() } else { vec![Block::List(lines)] }
}

/// The actions that are under way, and the figures to come.
fn next(report: &Report<'_>, chapter: &str, rows: &[&Standing<'_>]) -> Vec<Block> {
    let of_objectives = report.objectives.iter().filter(|own| own.objective.chapter == chapter);
    let of_measures = rows.iter().flat_map(|row| row.response.actions.iter());
    let actions: Vec<_> = of_objectives.flat_map(|own| own.actions.iter()).chain(of_measures).cloned().collect();
    let mut blocks: Vec<Block> = actions_table(report, &actions, "what is being done").into_iter().collect();
    let line = |(expected, period, standing): (NaiveDate, Period, &Standing<'_>)| {
        format!("{}: the figure for {period}, by {}", standing.indicator.title, time::date::long(expected))
    };
    let lines: Vec<String> = to_come(rows.iter().copied()).into_iter().map(line).collect();
    if !lines.is_empty() {
        blocks.push(Block::Paragraph("Figures to come:".to_owned()));
        blocks.push(Block::List(lines));
    }
    blocks
}
