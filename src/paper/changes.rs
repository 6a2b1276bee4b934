//! What changed, as a document: one sentence a change, in the order of the file.

use super::response;
use super::status::{heading, unusable};
use crate::board::{
    CaseChange, Changes, Declared, End, FigureChange, FigureKind, IndicatorChange, Life, Movement, Shown, Standing,
};
use crate::board::{ObjectiveChange, Version};
use crate::document::{Block, Cell, Column, Document, Group, Row, Table, Tone};
use crate::judge::{Figures, RatingLevel};
use crate::number::Exact;
use crate::registers::Event;
use crate::strategy::{Indicator, Strategy};
use crate::{text, time};

/// How many digits of a commit's name tell it from the others, for people.
const SHORT: usize = 10;

/// The document of `hwb diff`.
#[must_use]
pub fn changes(changes: &Changes<'_>) -> Document {
    let blocks =
        vec![Block::Paragraph(heading(changes.strategy)), Block::Facts(facts(changes)), Block::Table(table(changes))];
    let title = format!("What changed from {} to {}", name(&changes.before), name(&changes.after));
    Document::new(title, blocks)
}

/// The table of all changes.
pub(super) fn table(changes: &Changes<'_>) -> Table {
    Table {
        caption: "What changed, in the order of the strategy".to_owned(),
        notes: notes(changes),
        columns: columns(),
        groups: vec![Group { title: String::new(), notes: Vec::new(), rows: rows(changes) }],
    }
}

/// An end in a title.
fn name(end: &End<'_>) -> String {
    match end.version {
        Version::OnDay => match end.meeting {
            Some(meeting) => format!("the meeting of {}", time::date::long(meeting)),
            None => time::date::long(end.as_of),
        },
        Version::WorkTree => "the work tree".to_owned(),
        Version::Commit(revision) => revision.name.clone(),
    }
}

/// An end with what it stands for.
fn described(end: &End<'_>) -> String {
    match end.version {
        Version::OnDay => {
            let known = format!("what was known on {}", time::date::day(end.as_of));
            match end.meeting.filter(|meeting| *meeting != end.as_of) {
                Some(meeting) => format!("{known}, the cut-off of the meeting of {}", time::date::day(meeting)),
                None => known,
            }
        }
        Version::WorkTree => "the files as they lie there".to_owned(),
        Version::Commit(revision) => {
            let short = revision.commit.get(..SHORT).unwrap_or(&revision.commit);
            format!("{short}, committed on {}", time::date::day(revision.on))
        }
    }
}

/// What a summary line lists.
type Rule<'a> = fn(&IndicatorChange<'a>) -> bool;

fn facts<'a>(changes: &Changes<'a>) -> Vec<(String, String)> {
    let mut facts = vec![("From".to_owned(), described(&changes.before)), ("To".to_owned(), described(&changes.after))];
    if !matches!(changes.after.version, Version::OnDay) {
        facts.push(("Judged as of".to_owned(), time::date::day(changes.after.as_of)));
    }
    if let Some(words) = changes.filter.in_words(changes.strategy) {
        facts.push(("Only".to_owned(), words));
    }
    let compared = text::count(changes.looked_at, "indicator");
    facts.push(("Changed".to_owned(), format!("{} of {compared}", changes.indicators.len())));
    let told: [(&str, Rule<'a>); 5] = [
        ("Newly off target", |change| change.movement == Some(Movement::NewlyRed)),
        ("Recovered", |change| change.movement == Some(Movement::Recovered)),
        ("First figures", IndicatorChange::has_first_figure),
        ("Revised", IndicatorChange::is_revised),
        ("Changed without a word", IndicatorChange::is_silently_revised),
    ];
    for (label, is_told) in told {
        let all = changes.indicators.iter().filter(|change| is_told(change));
        let titles: Vec<&str> = all.map(|change| change.indicator.title.as_str()).collect();
        if !titles.is_empty() {
            facts.push((label.to_owned(), text::list(&titles)));
        }
    }
    let cases: Vec<String> = changes.cases.iter().filter_map(case_moved).collect();
    if !cases.is_empty() {
        facts.push(("Cases".to_owned(), cases.join(", ")));
    }
    facts
}

/// "E3 decided"; nothing where nothing happened to it.
fn case_moved(change: &CaseChange<'_>) -> Option<String> {
    change.happened.last().map(|event| format!("{} {}", change.id, event.step.name()))
}

fn notes(changes: &Changes<'_>) -> Vec<String> {
    let mut notes = Vec::new();
    if changes.indicators.is_empty() && changes.cases.is_empty() && changes.objectives.is_empty() {
        notes.push("Nothing changed.".to_owned());
    }
    if !changes.unreadable.is_empty() {
        let titles: Vec<&str> = changes.unreadable.iter().map(|indicator| indicator.title.as_str()).collect();
        notes.push(format!("Figures not compared, since their files have errors: {}.", text::list(&titles)));
    }
    notes.extend(unusable(&changes.unusable));
    notes
}

fn columns() -> Vec<Column> {
    let mut columns = vec![Column::people("About"), Column::people("What changed")];
    columns.extend(DATA.into_iter().map(Column::data));
    columns
}

/// The columns of `diff --format csv`, in their order; the contract of machines that read it.
const DATA: [&str; 12] = [
    "id",
    "title",
    "change",
    "key",
    "period",
    "group",
    "before",
    "after",
    "status",
    "rating_before",
    "rating_after",
    "says",
];

/// One change, as machines and people get it.
#[derive(Default)]
struct Line {
    change: &'static str,
    key: &'static str,
    period: String,
    group: String,
    before: String,
    after: String,
    status: &'static str,
    /// Without the name of what changed, and without a full stop.
    says: String,
    tone: Tone,
}

fn rows(changes: &Changes<'_>) -> Vec<Row> {
    let of_indicators = changes.indicators.iter().flat_map(|change| {
        let lines = lines(changes.strategy, change);
        lines.into_iter().map(|line| row(&change.indicator.id, &change.indicator.title, ratings(change), line))
    });
    let of_objectives = changes.objectives.iter().flat_map(|change| {
        objective(change).into_iter().map(|line| row(change.id, &change.objective.title, Default::default(), line))
    });
    let of_cases = changes.cases.iter().flat_map(|change| {
        let lines = case_lines(change);
        lines.into_iter().map(|line| row(&change.indicator.id, &change.indicator.title, Default::default(), line))
    });
    of_indicators.chain(of_cases).chain(of_objectives).collect()
}

/// What happened to a case, a line each, and which rows of the log are gone.
fn case_lines(change: &CaseChange<'_>) -> Vec<Line> {
    let line = |event: &Event, change_name, says, tone| Line {
        change: change_name,
        key: event.step.name(),
        says: format!("case {} {}{says}", change.id, response::event(change.indicator, event)),
        tone,
        ..Line::default()
    };
    let happened = change.happened.iter().map(|event| line(event, "case", "", Tone::Plain));
    let gone =
        change.gone.iter().map(|event| line(event, "case-gone", ", a row that is gone from the log", Tone::Caution));
    happened.chain(gone).collect()
}

fn row(id: &str, title: &str, ratings: [String; 2], line: Line) -> Row {
    // A period follows the title as a part of the name: "Obesity in year 6, 2012/13: 18.4 became 18.5".
    let after_title = if line.period.is_empty() { ": " } else { ", " };
    let sentence = format!("{title}{after_title}{}", line.says);
    let [rating_before, rating_after] = ratings;
    let texts = [
        id.to_owned(),
        title.to_owned(),
        line.change.to_owned(),
        line.key.to_owned(),
        line.period,
        line.group,
        line.before,
        line.after,
        line.status.to_owned(),
        rating_before,
        rating_after,
        sentence,
    ];
    let mut cells = vec![Cell::text(title), Cell::text(line.says).toned(line.tone)];
    cells.extend(texts.into_iter().map(|exact| Cell { exact, ..Cell::default() }));
    Row { cells }
}

fn lines(strategy: &Strategy, change: &IndicatorChange<'_>) -> Vec<Line> {
    let mut lines = Vec::new();
    lines.extend(change.life.map(|life| lived(change, life)));
    let is_told_with_a_figure = change.figures.iter().any(|figure| figure.group.is_none());
    lines.extend(change.movement.filter(|_| !is_told_with_a_figure).map(|movement| moved(change, movement)));
    // The rating is that of the whole population's latest figure, and is said once.
    let latest = change.figures.iter().rposition(|figure| figure.group.is_none());
    let figures = change.figures.iter().enumerate();
    lines.extend(figures.map(|(at, figure)| {
        let line = figure_line(strategy, change, figure);
        let rating = if latest == Some(at) { format!("; {}", rating(change)) } else { String::new() };
        Line { says: format!("{}{rating}", line.says), ..line }
    }));
    lines.extend(change.declared.iter().map(declared));
    lines
}

fn lived(change: &IndicatorChange<'_>, life: Life) -> Line {
    let says = match life {
        Life::Added => format!("new; {}", rating(change)),
        Life::Retired => "no longer in use".to_owned(),
        Life::Removed => "no longer declared".to_owned(),
    };
    Line { change: life.name(), says, ..Line::default() }
}

fn moved(change: &IndicatorChange<'_>, movement: Movement) -> Line {
    let change_name = if movement == Movement::Other { "rating" } else { movement.name() };
    Line { change: change_name, says: rating(change), tone: tone(change), ..Line::default() }
}

/// "2012/13: 18.4% became 18.5%, not marked revised".
fn figure_line(strategy: &Strategy, change: &IndicatorChange<'_>, figure: &FigureChange) -> Line {
    let group = figure.group.as_ref().map(|id| strategy.groups.get(id).map_or(id.as_str(), |group| &group.title));
    let place = group.map_or(figure.period.to_string(), |group| format!("{}, {group}", figure.period));
    let what = figure_in_words(change.indicator, figure);
    let value = |shown: &Option<Shown>| {
        shown.as_ref().and_then(|shown| shown.value).map(|value| value.to_string()).unwrap_or_default()
    };
    let tone = match figure.kind {
        kind if kind.is_silent() => Tone::Caution,
        _ if change.movement.is_some() => tone(change),
        _ => Tone::Plain,
    };
    Line {
        change: figure.kind.name(),
        period: figure.period.to_string(),
        group: figure.group.clone().unwrap_or_default(),
        before: value(&figure.before),
        after: value(&figure.after),
        status: figure.after.as_ref().map(|after| after.status.name()).unwrap_or_default(),
        says: format!("{place}: {what}"),
        tone,
        ..Line::default()
    }
}

fn figure_in_words(indicator: &Indicator, figure: &FigureChange) -> String {
    let shown = [&figure.after, &figure.before].into_iter().flatten().find_map(|shown| shown.value);
    let figures = Figures::new(indicator, shown);
    let one = |shown: &Shown| match shown.value {
        Some(value) => figures.typed(value),
        None => blank(shown),
    };
    match (figure.kind, &figure.before, &figure.after) {
        (FigureKind::First, _, Some(after)) => format!("{}, the first figure{}", one(after), qualified(after)),
        (_, None, Some(after)) => format!("{}, new{}", one(after), qualified(after)),
        (_, Some(before), None) => {
            let was = before.value.map_or_else(|| "a figure".to_owned(), |value| figures.typed(value));
            format!("{was} was taken out, not marked revised")
        }
        (kind, Some(before), Some(after)) => {
            let (was, is) = match (before.value, after.value) {
                (Some(was), Some(is)) => figures.pair(&Exact::from(was), &Exact::from(is)),
                (Some(was), None) => (figures.typed(was), blank(after)),
                (None, _) if before.is_suppressed() => ("suppressed".to_owned(), one(after)),
                (None, _) => ("a figure".to_owned(), one(after)),
            };
            format!("{was} became {is}, {}", marking(kind, before, after))
        }
        (_, None, None) => String::new(),
    }
}

fn blank(shown: &Shown) -> String {
    let words: Vec<&str> = shown.markers.iter().map(|marker| marker.words()).collect();
    if words.is_empty() { "blank".to_owned() } else { text::list(&words) }
}

fn marking(kind: FigureKind, before: &Shown, after: &Shown) -> String {
    match kind {
        FigureKind::RevisedSilently => "not marked revised".to_owned(),
        _ if after.status.replaces() => after.status.name().to_owned(),
        _ => format!("{} after {}", after.status.name(), before.status.name()),
    }
}

/// What qualifies a new figure: " (provisional, low reliability)".
fn qualified(shown: &Shown) -> String {
    super::columns::qualifiers(shown.status, &shown.markers)
}

fn declared(declared: &Declared) -> Line {
    let label = text::capitalised(&declared.key.replace('_', " "));
    let says = match (&declared.before, &declared.after) {
        (Some(before), Some(after)) => format!("{label}: {before} became {after}"),
        (None, Some(after)) => format!("{label}: new: {after}"),
        (Some(before), None) => format!("{label}: gone: {before}"),
        (None, None) => String::new(),
    };
    let [before, after] = [&declared.before, &declared.after].map(|text| text.clone().unwrap_or_default());
    Line { change: "declared", key: declared.key, before, after, says, ..Line::default() }
}

fn objective(change: &ObjectiveChange<'_>) -> Vec<Line> {
    let life = change.life.map(|life| Line {
        change: life.name(),
        key: "objective",
        says: if life == Life::Added { "a new objective" } else { "no longer an objective" }.to_owned(),
        ..Line::default()
    });
    life.into_iter().chain(change.declared.iter().map(declared)).collect()
}

/// "red, as before", "red, before that amber", or of what was not there before "red".
fn rating(change: &IndicatorChange<'_>) -> String {
    let [before, after] = ratings(change).map(|name| if name.is_empty() { "not in use".to_owned() } else { name });
    match change.before {
        None => after,
        Some(_) if change.movement.is_none() && before == after => format!("{after}, as before"),
        Some(_) => format!("{after}, before that {before}"),
    }
}

/// The rating's name at either end, or the words of the state that stands for it; empty where it was not in use.
fn ratings(change: &IndicatorChange<'_>) -> [String; 2] {
    let name = |standing: &Option<Standing<'_>>| {
        standing.as_ref().map(|standing| match standing.verdict.rating() {
            Some(rating) => rating.name.clone(),
            None => standing.verdict.state.words().to_owned(),
        })
    };
    [&change.before, &change.after].map(|standing| name(standing).unwrap_or_default())
}

fn tone(change: &IndicatorChange<'_>) -> Tone {
    let level = change.after.as_ref().and_then(|standing| standing.verdict.rating()).map(|rating| rating.level);
    match level {
        Some(RatingLevel::Red) => Tone::Bad,
        Some(RatingLevel::Amber) => Tone::Caution,
        Some(RatingLevel::Green) => Tone::Good,
        None => Tone::Plain,
    }
}
