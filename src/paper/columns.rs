//! The columns that status and exceptions share: what machines get of an indicator, and how people read it.

use crate::board::Standing;
use crate::document::{Cell, Column, Mark, Tone};
use crate::judge::{Compared, Course, Figure, RatingLevel, State, Words};
use crate::readings::{Marker, Status};
use crate::strategy::Strategy;
use crate::time;

/// The columns of `status --format csv`, in their order; the contract of machines that read it.
const DATA: [&str; 25] = [
    "chapter",
    "objective",
    "id",
    "title",
    "lead",
    "unit",
    "good",
    "state",
    "rating",
    "period",
    "value",
    "status",
    "markers",
    "due",
    "condition",
    "by",
    "variance",
    "variance_percent",
    "direction",
    "direction_year",
    "next_period",
    "expected",
    "overdue",
    "exceptions",
    "why",
];

/// The columns people get of where an indicator stands.
pub(super) fn standing_columns() -> Vec<Column> {
    vec![
        Column::people("Indicator"),
        Column::people("Latest").right(),
        Column::people("Period"),
        Column::people("Due").right(),
        Column::people("Rating"),
        Column::people("Direction").detail(),
    ]
}

/// The cells of [`standing_columns`].
pub(super) fn standing_cells(strategy: &Strategy, standing: &Standing<'_>) -> Vec<Cell> {
    let words = Words::of(strategy, standing.indicator, &standing.verdict);
    vec![
        Cell::text(standing.indicator.title.clone()),
        latest(standing, &words),
        period(standing),
        due(standing, &words),
        rating(standing),
        direction(standing),
    ]
}

/// The columns for machines.
pub(super) fn data_columns() -> Vec<Column> {
    DATA.into_iter().map(Column::data).collect()
}

/// What machines get of one indicator: exact values, ids, enums; empty where there is nothing.
pub(super) fn data_cells(standing: &Standing<'_>) -> Vec<Cell> {
    let indicator = standing.indicator;
    let verdict = &standing.verdict;
    let latest = verdict.latest.as_ref();
    let decisive = verdict.decisive();
    let course = |compared: fn(&crate::judge::Direction) -> Compared| {
        verdict.direction.as_ref().map(|direction| compared(direction).course.name())
    };
    let owed = verdict.owed;
    let exceptions: Vec<&str> = standing.exceptions.iter().map(|exception| exception.kind.name()).collect();
    let markers = latest.map(|latest| latest.markers.iter().map(|marker| marker.name()).collect::<Vec<_>>().join(" "));
    let texts = [
        indicator.chapter.clone(),
        indicator.objective.clone(),
        Some(indicator.id.clone()),
        Some(indicator.title.clone()),
        Some(indicator.lead.clone()),
        Some(indicator.unit.name().to_owned()),
        Some(indicator.good.name().to_owned()),
        Some(verdict.state.name().to_owned()),
        verdict.rating().map(|rating| rating.name.clone()),
        latest.map(|latest| latest.period.to_string()),
        verdict.judged().map(exact_value),
        latest.map(|latest| latest.status.name().to_owned()),
        markers,
        decisive.map(|track| track.measured.variance.due.to_six()),
        decisive.map(|track| track.measured.condition.name()),
        decisive.and_then(|track| track.measured.by).map(|by| by.to_string()),
        decisive.map(|track| track.measured.variance.absolute.to_six()),
        decisive.and_then(|track| track.measured.variance.percent.as_ref()).map(crate::number::Exact::to_six),
        course(|direction| direction.previous).map(str::to_owned),
        course(|direction| direction.year).map(str::to_owned),
        owed.map(|owed| owed.period.to_string()),
        owed.and_then(|owed| owed.expected).map(|expected| expected.to_string()),
        Some(verdict.is_overdue().to_string()),
        Some(exceptions.join(" ")),
        Some(standing.why.clone()),
    ];
    texts.into_iter().map(|text| Cell { exact: text.unwrap_or_default(), ..Cell::default() }).collect()
}

/// A figure as typed, or its total to six decimals.
fn exact_value(figure: &Figure) -> String {
    if figure.total.is_some() { figure.value.to_six() } else { figure.typed.to_string() }
}

/// The latest figure with what qualifies it; where it is blank, the last one there was, and it says so.
pub(super) fn latest(standing: &Standing<'_>, words: &Words<'_>) -> Cell {
    let verdict = &standing.verdict;
    if let Some(last) = &verdict.last {
        let figure = last.figure.as_ref().map(|figure| words.figures.exact(&figure.value)).unwrap_or_default();
        let least = if last.complete().is_some() { "" } else { "at least " };
        return Cell::text(format!("last {least}{figure}")).toned(Tone::Muted);
    }
    let Some(latest) = &verdict.latest else {
        return Cell::default();
    };
    let Some(figure) = &latest.figure else {
        return Cell::default();
    };
    let value = match (verdict.decisive(), &figure.total) {
        (Some(track), _) => words.figures.pair(&figure.value, &track.measured.variance.due).0,
        (None, Some(_)) => words.figures.exact(&figure.value),
        (None, None) => words.figures.typed(figure.typed),
    };
    let least = if figure.is_incomplete() { "at least " } else { "" };
    Cell::text(format!("{least}{value}{}", qualifiers(latest.status, &latest.markers)))
}

/// The period of the figure shown.
pub(super) fn period(standing: &Standing<'_>) -> Cell {
    let verdict = &standing.verdict;
    let shown = verdict.last.as_ref().or(verdict.latest.as_ref());
    Cell::text(shown.map(|latest| latest.period.to_string()).unwrap_or_default())
}

/// What is due by now.
pub(super) fn due(standing: &Standing<'_>, words: &Words<'_>) -> Cell {
    let verdict = &standing.verdict;
    let figure = verdict.latest.as_ref().and_then(|latest| latest.figure.as_ref());
    match (verdict.decisive(), figure) {
        (Some(track), Some(figure)) => Cell::text(words.level(&track.measured.due, &figure.value)),
        _ => Cell::default(),
    }
}

/// The rating in words, with its own name where that is not a colour's; or the state.
pub(super) fn rating(standing: &Standing<'_>) -> Cell {
    let verdict = &standing.verdict;
    let words = verdict.state.words();
    match verdict.rating() {
        Some(rating) => {
            let is_colour = rating.name == rating.level.name();
            let shown = if is_colour { words.to_owned() } else { format!("{words} ({})", rating.name) };
            Cell::text(shown).marked(mark(rating.level))
        }
        None if verdict.state == State::Unreadable => Cell::text(words).toned(Tone::Bad),
        None => Cell::text(words).marked(Mark::NotRated),
    }
}

/// The shape of a level.
pub(super) fn mark(level: RatingLevel) -> Mark {
    match level {
        RatingLevel::Green => Mark::OnTarget,
        RatingLevel::Amber => Mark::NearTarget,
        RatingLevel::Red => Mark::OffTarget,
    }
}

/// Which way it went since the period before; since a year earlier where that is not comparable.
pub(super) fn direction(standing: &Standing<'_>) -> Cell {
    let Some(direction) = &standing.verdict.direction else {
        return Cell::default();
    };
    let told = direction.told().course;
    let is_year = direction.previous.course == Course::NotComparable;
    match told {
        Course::NotComparable | Course::NotEnoughData if is_year => Cell::text(Course::NotComparable.words()),
        _ if is_year => Cell::text(format!("{} on a year earlier", told.words())),
        _ => Cell::text(told.words()),
    }
}

/// The next figure and when it is expected; an overdue one says so.
pub(super) fn next_due(standing: &Standing<'_>) -> Cell {
    let Some(owed) = standing.verdict.owed else {
        return Cell::default();
    };
    match owed.expected.map(time::date::day) {
        Some(day) if owed.is_overdue => Cell::text(format!("{} overdue since {day}", owed.period)).toned(Tone::Caution),
        Some(day) => Cell::text(format!("{} by {day}", owed.period)),
        None => Cell::text(owed.period.to_string()),
    }
}

/// What qualifies a figure, in brackets after it: " (provisional, low reliability)"; empty for a final one without markers.
pub(super) fn qualifiers(status: Status, markers: &[Marker]) -> String {
    let mut words: Vec<&str> = Vec::new();
    if status != Status::Final {
        words.push(status.name());
    }
    words.extend(markers.iter().map(|marker| marker.words()));
    if words.is_empty() { String::new() } else { format!(" ({})", words.join(", ")) }
}
