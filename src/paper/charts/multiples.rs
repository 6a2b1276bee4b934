//! Several measures over time, side by side.

use super::line::Measure;
use super::words;
use crate::board::Dossier;
use crate::document::{Chart, Drawing, Lines, Panel};

/// A small chart of each measure that has two figures or more, under `title`; nothing where none has.
#[must_use]
pub fn multiples(title: &str, dossiers: &[&Dossier<'_>]) -> Option<Chart> {
    let measures: Vec<Measure<'_>> = dossiers.iter().filter_map(|dossier| Measure::of(dossier)).collect();
    let first = measures.iter().min_by_key(|measure| measure.first.end())?.first;
    let last = measures.iter().max_by_key(|measure| measure.last.end())?.last;
    let shown: Vec<&Dossier<'_>> = measures.iter().map(|measure| measure.dossier).collect();
    let area = &shown.first()?.strategy.area;
    let range = format!("{area}, {first} to {last}");
    let drawn = match measures.len() {
        1 => "the one measure with two figures or more is".to_owned(),
        count => format!("of the {count} measures with two figures or more,"),
    };
    let tally = match &shown[..] {
        [alone] => words::rating(alone).to_owned(),
        several => words::tally(several),
    };
    let alternative = format!(
        "{}, {range}. {} Figures in the tables.",
        if measures.len() == 1 { "Small line chart" } else { "Small line charts" },
        measures.iter().map(told).collect::<Vec<_>>().join(" "),
    );
    Some(Chart {
        headline: format!("{title}: {drawn} {tally}"),
        subtitle: format!("{range}; all on one scale of time, each on its own scale of figures"),
        alternative,
        notes: notes(&measures),
        drawing: Drawing::Multiples(measures.into_iter().map(panel).collect()),
    })
}

fn told(measure: &Measure<'_>) -> String {
    let mut points = measure.points();
    let ends = points.next().zip(points.next_back());
    let course = ends.map(|(first, last)| {
        format!(", from {} in {} to {} in {}", first.shown, first.period, last.shown, last.period)
    });
    let course = match (course, measure.lines.breaks.is_empty()) {
        (Some(course), false) => Some(format!("{course}, measured in a new way in between")),
        (course, _) => course,
    };
    let about = words::measure(measure.dossier.standing.indicator);
    format!("{about}: {}{}.", words::rating(measure.dossier), course.unwrap_or_default())
}

fn notes(measures: &[Measure<'_>]) -> Vec<String> {
    let any = |test: fn(&Lines) -> bool| measures.iter().any(|measure| test(&measure.lines));
    let points = |test: fn(&crate::document::Point) -> bool| measures.iter().any(|measure| measure.points().any(test));
    let told = [
        (any(|lines| !lines.target.is_empty()), "A dashed line is what was due at each time."),
        (any(|lines| !lines.breaks.is_empty()), "A dotted line is where the way of measuring changed."),
        (points(|point| point.is_provisional), "A hollow point is provisional or an estimate."),
        (points(|point| point.limits.is_some()), "A shaded band is the 95% confidence limits of the figures."),
    ];
    told.into_iter().filter(|(is_there, _)| *is_there).map(|(_, note)| note.to_owned()).collect()
}

/// Small charts have no room for the names of other areas and of milestones.
fn panel(measure: Measure<'_>) -> Panel {
    let title = measure.dossier.standing.indicator.title.clone();
    let verdict = &measure.dossier.standing.verdict;
    let rating = words::rating(measure.dossier);
    // The figure that stands beside it is not the latest row's where that is blank.
    let rating = match verdict.latest.as_ref().filter(|_| verdict.last.is_some()) {
        Some(blank) => format!("{rating} for {}, last", blank.period),
        None => rating.to_owned(),
    };
    Panel { title, rating, lines: Lines { comparators: Vec::new(), milestones: Vec::new(), ..measure.lines } }
}
