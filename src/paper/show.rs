//! One indicator whole, as a document.

use super::{columns, readings, response};
use crate::board::{CaseOnDay, Dossier, Standing};
use crate::commentary::Section;
use crate::document::{Block, Cell, Document};
use crate::judge::Words;
use crate::strategy::{Indicator, Taking, Target};
use crate::{text, time};

/// The document of `hwb show`.
#[must_use]
pub fn show(dossier: &Dossier<'_>) -> Document {
    let standing = &dossier.standing;
    let words = Words::of(dossier.strategy, standing.indicator, &standing.verdict);
    let mut blocks = vec![
        Block::Facts(super::occasion::facts(&dossier.occasion).into_iter().chain(now(standing, &words)).collect()),
        Block::Section { title: "Declared".to_owned(), blocks: vec![Block::Facts(declared(dossier, &words))] },
    ];
    let targets = targets(standing.indicator, &words);
    if !targets.is_empty() {
        blocks.push(Block::Section { title: "Targets".to_owned(), blocks: vec![Block::List(targets)] });
    }
    blocks.push(Block::Section { title: "Readings".to_owned(), blocks: vec![Block::Table(readings::table(dossier))] });
    let mut section = |title: &str, lines: Vec<String>| {
        if !lines.is_empty() {
            blocks.push(Block::Section { title: title.to_owned(), blocks: vec![Block::List(lines)] });
        }
    };
    section("Cases", dossier.cases.iter().flat_map(|case| history(standing.indicator, case)).collect());
    section("Actions", dossier.actions.iter().map(|action| response::action(dossier.strategy, action)).collect());
    for said in &dossier.commentary {
        blocks.push(commentary(said));
    }
    Document::new(format!("{} on {}", standing.indicator.title, time::date::long(dossier.occasion.as_of)), blocks)
}

/// Where a case stands, and all that happened to it.
fn history(indicator: &Indicator, case: &CaseOnDay) -> Vec<String> {
    let events = case.events.iter().map(|event| format!("{} {}", case.id, response::event(indicator, event)));
    std::iter::once(response::case(indicator, case)).chain(events).collect()
}

/// What was said of a period.
fn commentary(section: &Section) -> Block {
    let recovery = section.recovery.map(|recovery| ("Recovery".to_owned(), recovery.to_string()));
    let ask = section.ask.map(|ask| ("The Board is asked to".to_owned(), ask.name().to_owned()));
    let facts: Vec<(String, String)> = recovery.into_iter().chain(ask).collect();
    let facts = (!facts.is_empty()).then_some(Block::Facts(facts));
    Block::Section {
        title: format!("Commentary, {}", section.period),
        blocks: facts.into_iter().chain([Block::Prose(super::prose(&section.body))]).collect(),
    }
}

/// The position of the indicator.
fn now(standing: &Standing<'_>, words: &Words<'_>) -> Vec<(String, String)> {
    let mut facts = Vec::new();
    let mut fact = |label: &str, cell: Cell| {
        if !cell.shown.is_empty() {
            facts.push((label.to_owned(), cell.shown));
        }
    };
    fact("Rating", columns::rating(standing));
    fact("Why", Cell::text(text::capitalised(&standing.why)));
    fact("Latest", columns::latest(standing, words));
    fact("Period", columns::period(standing));
    fact("Due", columns::due(standing, words));
    fact("Direction", columns::direction(standing));
    fact("Next figure", columns::next_due(standing));
    let exceptions: Vec<&str> = standing.exceptions.iter().map(|exception| exception.reason.as_str()).collect();
    fact("Exception", Cell::text(text::capitalised(&exceptions.join("; "))));
    let note = standing.verdict.latest.as_ref().and_then(|latest| latest.note.clone());
    fact("Note", Cell::text(note.unwrap_or_default()));
    facts
}

fn declared(dossier: &Dossier<'_>, words: &Words<'_>) -> Vec<(String, String)> {
    let strategy = dossier.strategy;
    let indicator = dossier.standing.indicator;
    let titles = |ids: &[String]| {
        let title = |id: &String| match strategy.bodies.get(id) {
            Some(body) => body.title.clone(),
            None => strategy.lead_title(id).to_owned(),
        };
        Some(text::list(&ids.iter().map(title).collect::<Vec<_>>())).filter(|titles| !titles.is_empty())
    };
    let chapter = indicator.chapter.as_ref().and_then(|id| strategy.chapters.get(id));
    let objective = indicator.objective.as_ref().and_then(|id| strategy.objectives.get(id));
    let frameworks = indicator.frameworks.iter().map(|reference| {
        let title = strategy.frameworks.get(&reference.framework).map_or(&reference.framework, |known| &known.title);
        format!("{title} {}", text::list(&reference.references))
    });
    let breaks = indicator.breaks.iter().map(|a_break| match &a_break.note {
        Some(note) => format!("{} ({note})", a_break.period),
        None => a_break.period.to_string(),
    });
    let facts = [
        ("Id", Some(indicator.id.clone())),
        ("Chapter", chapter.map(|chapter| chapter.title.clone())),
        ("Objective", objective.map(|objective| objective.title.clone())),
        ("Definition", indicator.definition.clone()),
        ("Numerator", indicator.numerator.clone()),
        ("Denominator", indicator.denominator.clone()),
        ("Unit", Some(indicator.unit.name().to_owned())),
        ("Good", Some(indicator.good.name().to_owned())),
        ("Readings are", Some(taken(indicator))),
        ("Lead", titles(std::slice::from_ref(&indicator.lead))),
        ("Supporting", titles(&indicator.supporting)),
        ("Figures from", titles(&indicator.sources)),
        ("Dataset", indicator.dataset.clone()),
        ("Frameworks", some(frameworks.collect::<Vec<_>>().join("; "))),
        ("Baseline", baseline(indicator, words)),
        ("Rated by", Some(format!("the {} method", indicator.rating.method.name()))),
        ("Expected", indicator.lag.or(strategy.reporting.lag).map(|lag| format!("{lag} after a period ends"))),
        ("New series from", some(breaks.collect::<Vec<_>>().join("; "))),
        ("Managed by", indicator.managed_by.clone()),
        ("Rationale", indicator.rationale.clone()),
        ("Notes", indicator.notes.clone()),
    ];
    facts.into_iter().filter_map(|(label, fact)| Some((label.to_owned(), fact?))).collect()
}

fn some(text: String) -> Option<String> {
    (!text.is_empty()).then_some(text)
}

fn taken(indicator: &Indicator) -> String {
    let what = match indicator.taking {
        Taking::Level => "",
        Taking::Total => ", amounts, judged as a running total",
        Taking::YearTotal => ", amounts, judged as a running total within the year",
        Taking::Cumulative => ", each the year to date",
        Taking::EachPeriod => ", amounts, each judged by itself",
    };
    format!("by {}{what}", indicator.period.name().replace('-', " "))
}

fn baseline(indicator: &Indicator, words: &Words<'_>) -> Option<String> {
    let baseline = indicator.baseline?;
    Some(match (baseline.value, baseline.period) {
        (Some(value), Some(period)) => format!("{} in {period}", words.figures.as_written(value)),
        (Some(value), None) => words.figures.as_written(value),
        (None, Some(period)) => format!("the reading for {period}"),
        (None, None) => return None,
    })
}

fn targets(indicator: &Indicator, words: &Words<'_>) -> Vec<String> {
    let target = |target: &Target| {
        let mut line = text::capitalised(&words.condition(&target.condition));
        if let Some(by) = &target.by {
            let as_written =
                if by.written == by.period.to_string() { String::new() } else { format!(" ({})", by.written) };
            line.push_str(&format!(" by {}{as_written}", by.period));
        }
        if target.stretch {
            line.push_str(", a stretch: reported, not rated");
        }
        if let Some(set) = target.set {
            line.push_str(&format!(", set on {}", time::date::day(set)));
        }
        if let Some(ended) = target.ended {
            line.push_str(&format!(", ended on {}", time::date::day(ended)));
        }
        if let Some(note) = &target.note {
            line.push_str(&format!(". {note}"));
        }
        line
    };
    indicator.targets.iter().map(target).collect()
}
