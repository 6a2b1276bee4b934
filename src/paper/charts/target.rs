//! What was due at each period, and the milestones ahead.

use super::series::{self, counted, level};
use crate::board::Dossier;
use crate::document::{Point, Stretch};
use crate::judge::{Figures, How, Level, Series};
use crate::strategy::{Condition, Reference, Track};
use crate::time::{Kind, Period};

/// A target further ahead than so many periods is drawn as its milestones alone.
const MOST_AHEAD: usize = 60;

/// What of the targets is drawn.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Drawn {
    pub target: Vec<Stretch>,
    pub milestones: Vec<Point>,
}

/// The track that decided the latest rating: what was due by it at every period with a figure and at those to come, with its milestones
/// and those of stretch targets.
///
/// A target that follows another area or an earlier figure is drawn only where that is not drawn already: see [`is_drawn`].
pub fn drawn(dossier: &Dossier<'_>, last: Period) -> Drawn {
    let indicator = dossier.standing.indicator;
    let as_of = dossier.occasion.as_of;
    let series = Series::new(dossier.strategy, indicator, &dossier.readings, as_of);
    let tracks = indicator.tracks(as_of);
    let mut drawn = Drawn::default();
    if indicator.rating.method == crate::strategy::Method::None {
        return drawn;
    }
    let figures = figures(dossier);
    if let Some(track) = decisive(dossier, &tracks).filter(|track| is_drawn(dossier, track)) {
        let periods: Vec<Period> = past(dossier, last).into_iter().chain(ahead(track, last)).collect();
        drawn.target = path(&series, track, &periods, &figures);
        drawn.milestones = milestones(&series, track, "", &figures);
    }
    for track in tracks.iter().filter(|track| track.is_stretch()) {
        drawn.milestones.extend(milestones(&series, track, "stretch ", &figures));
    }
    drawn.milestones.sort_by_key(|point| point.at);
    drawn
}

/// Values due are written to the decimals of the latest figure.
fn figures<'a>(dossier: &'a Dossier<'_>) -> Figures<'a> {
    let verdict = &dossier.standing.verdict;
    let latest = verdict.last.as_ref().or(verdict.latest.as_ref()).and_then(|latest| latest.figure.as_ref());
    Figures::new(dossier.standing.indicator, latest.map(|figure| figure.typed))
}

/// The track that decided the rating of the latest period that has one; the first that is no stretch where none has.
fn decisive<'t, 'a>(dossier: &Dossier<'_>, tracks: &'t [Track<'a>]) -> Option<&'t Track<'a>> {
    let rated = counted(dossier).into_iter().rev().find_map(|(_, row)| row.rated.as_ref());
    let rated = rated.and_then(|rated| {
        let is_its = |track: &&Track<'_>| {
            !track.is_stretch()
                && track.last().is_some_and(|last| {
                    last.condition == rated.measured.condition
                        && last.by.as_ref().map(|by| by.period) == rated.measured.by
                })
        };
        tracks.iter().find(is_its)
    });
    rated.or_else(|| tracks.iter().find(|track| !track.is_stretch()))
}

/// Whether a track has a line of its own: not where it is a comparator's that is drawn, nor an earlier figure of the line itself.
fn is_drawn(dossier: &Dossier<'_>, track: &Track<'_>) -> bool {
    match track.first().map(|target| &target.condition) {
        Some(Condition::Beat(than) | Condition::Match(than)) => {
            let column = dossier.readings.comparators.iter().position(|id| *id == than.comparator);
            column.is_none_or(|column| series::comparator(dossier, column).is_empty())
        }
        Some(Condition::ImproveOn(Reference::LastYear | Reference::Previous)) | None => false,
        Some(_) => true,
    }
}

/// Every period from the first figure to the last, with a figure or without; dates only with one.
fn past(dossier: &Dossier<'_>, last: Period) -> Vec<Period> {
    let with_figures = counted(dossier).into_iter().filter(|(_, row)| row.figure.is_some());
    let known: Vec<Period> = with_figures.map(|(reading, _)| reading.period).collect();
    match known.first() {
        Some(first) if last.kind() != Kind::Date => {
            std::iter::successors(Some(*first), |period| period.next()).take_while(|period| *period <= last).collect()
        }
        _ => known,
    }
}

/// The periods after the last figure up to the last milestone; the milestones alone where those are dates or very many.
fn ahead(track: &Track<'_>, last: Period) -> Vec<Period> {
    let milestones: Vec<Period> =
        track.targets.iter().filter_map(|target| Some(target.by.as_ref()?.period)).filter(|by| *by > last).collect();
    let Some(end) = milestones.iter().max().copied() else { return Vec::new() };
    let every = std::iter::successors(last.next(), |period| period.next()).take_while(|period| *period <= end);
    let every: Vec<Period> = every.take(MOST_AHEAD + 1).collect();
    if last.kind() == Kind::Date || every.len() > MOST_AHEAD { milestones } else { every }
}

/// What was due at the periods; the lower and the upper bound of a range each by itself. It runs on over a break, as what is asked for
/// does, and begins anew with each year's total.
fn path(series: &Series<'_>, track: &Track<'_>, periods: &[Period], figures: &Figures<'_>) -> Vec<Stretch> {
    let mut single = Vec::new();
    let (mut lower, mut upper) = (Vec::new(), Vec::new());
    for period in periods {
        let Ok(due) = series.due(track, *period) else { continue };
        match &due.level {
            Level::At(value) => single.push((*period, level(*period, value, figures.exact(value)))),
            Level::Between(from, to) => {
                let shown = format!("{} to {}", figures.exact(from), figures.exact(to));
                lower.push((*period, level(*period, from, shown.clone())));
                upper.push((*period, level(*period, to, shown)));
            }
        }
    }
    let lines = [single, lower, upper].into_iter().filter(|line| !line.is_empty());
    lines.flat_map(|line| series::target_stretches(series.indicator, line)).collect()
}

/// The targets of a track that have a date and ask for one level.
fn milestones(series: &Series<'_>, track: &Track<'_>, before: &str, figures: &Figures<'_>) -> Vec<Point> {
    let point = |period: Period| {
        let due = series.due(track, period).ok()?;
        let is_milestone = matches!(due.how, How::Milestone(_) | How::Line { .. } | How::Standing);
        match &due.level {
            Level::At(value) if is_milestone => Some(level(period, value, format!("{before}{}", figures.exact(value)))),
            _ => None,
        }
    };
    track.targets.iter().filter_map(|target| point(target.by.as_ref()?.period)).collect()
}
