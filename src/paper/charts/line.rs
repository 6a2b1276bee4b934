//! One measure over time.

use super::breaks::{Breaks, Reason, day_of};
use super::series::{self, counted, stretches};
use super::{target, words};
use crate::board::Dossier;
use crate::document::{Chart, Drawing, Lines, Point, Stretch, Unit};
use crate::strategy;
use crate::text;
use crate::time::Period;

/// No more areas than these are drawn: a fourth line more could not be told from the others.
const COMPARATORS: usize = 3;

/// A measure's figures over time against what was due; nothing where it has fewer than two figures, which a table says better.
#[must_use]
pub fn line(dossier: &Dossier<'_>) -> Option<Chart> {
    let measure = Measure::of(dossier)?;
    Some(Chart {
        headline: words::headline(dossier),
        subtitle: measure.subtitle(),
        alternative: measure.alternative(),
        notes: measure.notes(),
        drawing: Drawing::Lines(measure.lines),
    })
}

/// What is drawn of a measure, and what the words about it need.
pub struct Measure<'d> {
    pub dossier: &'d Dossier<'d>,
    pub lines: Lines,
    pub first: Period,
    pub last: Period,
    /// Within what is drawn, the earliest first.
    breaks: Vec<(Period, Reason<'d>)>,
}

impl<'d> Measure<'d> {
    /// Nothing where there are fewer than two figures.
    pub fn of(dossier: &'d Dossier<'d>) -> Option<Self> {
        let indicator = dossier.standing.indicator;
        let breaks = Breaks::of(dossier);
        let figures = series::figures(dossier);
        let [(first, _), .., (last, _)] = figures[..] else { return None };
        let target = target::drawn(dossier, last);
        let comparators = comparator_columns(dossier).into_iter().filter_map(|(column, id)| {
            // Figures from before the area's own would make room for nothing of it.
            let points = series::comparator(dossier, column)
                .into_iter()
                .filter(|(period, _)| *period >= first)
                .collect::<Vec<_>>();
            let is_there = !points.is_empty();
            is_there.then(|| (dossier.strategy.comparator_title(id).to_owned(), stretches(indicator, &breaks, points)))
        });
        let comparators = comparators.take(COMPARATORS).collect();
        let within: Vec<(Period, Reason<'d>)> = breaks.between(first, last).collect();
        let lines = Lines {
            unit: unit(&indicator.unit),
            name: dossier.strategy.area.clone(),
            target: target.target,
            milestones: target.milestones,
            comparators,
            breaks: within.iter().map(|(period, reason)| (day_of(*period), reason.label().to_owned())).collect(),
            figures: stretches(indicator, &breaks, figures),
        };
        Some(Self { dossier, lines, first, last, breaks: within })
    }

    /// "Obesity in Year 6 (%), Barnet, 2006/07 to 2011/12".
    pub fn subtitle(&self) -> String {
        let indicator = self.dossier.standing.indicator;
        format!("{}, {}, {} to {}", words::measure(indicator), self.dossier.strategy.area, self.first, self.last)
    }

    /// What the drawing shows, for somebody who does not see it.
    fn alternative(&self) -> String {
        let ends = self.points().next().zip(self.points().next_back());
        let mut sentences = vec![format!("Line chart. {}.", self.subtitle())];
        if let Some((first, last)) = ends {
            sentences.push(format!("From {} in {} to {} in {}.", first.shown, first.period, last.shown, last.period));
        }
        sentences.extend(words::against_target(self.dossier));
        sentences.extend(self.compared());
        sentences.extend(self.ahead());
        sentences.extend(self.break_notes());
        sentences.extend(self.provisional());
        sentences.extend(self.missing());
        sentences.push("Figures in the table below.".to_owned());
        sentences.join(" ")
    }

    fn notes(&self) -> Vec<String> {
        let mut notes = Vec::new();
        if !self.lines.target.is_empty() {
            notes.push(
                "The dashed line is what was due at each time by the targets of the day of this paper.".to_owned(),
            );
        }
        if !self.lines.milestones.is_empty() {
            notes.push("A hollow diamond is a target with a date.".to_owned());
        }
        notes.extend(self.break_notes());
        notes.extend(
            self.provisional().map(|sentence| format!("{sentence} Provisional figures and estimates are hollow.")),
        );
        if self.points().any(|point| point.limits.is_some()) {
            let shown = "The shaded band, or the bar through a point that stands alone, is the 95% confidence limits of the figures.";
            notes.push(shown.to_owned());
        }
        notes.extend(self.missing());
        notes.extend(self.undrawn());
        notes.extend(words::source(self.dossier));
        notes
    }

    pub fn points(&self) -> impl DoubleEndedIterator<Item = &Point> {
        points(&self.lines.figures)
    }

    /// The other areas at the last period that each has, no later than the last figure.
    fn compared(&self) -> Option<String> {
        let told: Vec<String> = self
            .lines
            .comparators
            .iter()
            .filter_map(|(name, stretches)| {
                let point = points(stretches).next_back()?;
                Some(format!("{name} {} in {}", point.shown, point.period))
            })
            .collect();
        (!told.is_empty()).then(|| format!("Compared with: {}.", text::list(&told)))
    }

    /// The targets after the last figure.
    fn ahead(&self) -> Option<String> {
        let last = series::middle(self.last);
        let told = self.lines.milestones.iter().filter(|point| point.at > last);
        let told: Vec<String> = told.map(|point| format!("{} by {}", point.shown, point.period)).collect();
        (!told.is_empty()).then(|| format!("Targets ahead: {}.", text::list(&told)))
    }

    fn break_notes(&self) -> Vec<String> {
        let note = |(period, reason): &(Period, Reason<'_>)| {
            let (what, note) = match reason {
                Reason::Break(note) => (format!("Measured in a new way from {period}"), note),
                Reason::Rebase(note) => (format!("Drawn afresh from {period}"), note),
            };
            let why = note.map(|note| format!(": {}", text::one_line(note))).unwrap_or_default();
            let what = words::sentence(&format!("{what}{why}"));
            match reason {
                Reason::Break(_) => format!("{what} Figures from before are not comparable."),
                Reason::Rebase(_) => what,
            }
        };
        self.breaks.iter().map(note).collect()
    }

    fn provisional(&self) -> Option<String> {
        let periods: Vec<&str> =
            self.points().filter(|point| point.is_provisional).map(|point| point.period.as_str()).collect();
        let verb = if periods.len() == 1 { "is" } else { "are" };
        (!periods.is_empty()).then(|| format!("{} {verb} provisional or an estimate.", words::several(&periods)))
    }

    /// Blank rows between the first figure and the last, and after it.
    fn missing(&self) -> Option<String> {
        let blank = counted(self.dossier)
            .into_iter()
            .filter(|(reading, row)| row.figure.is_none() && reading.period > self.first);
        let told: Vec<String> = blank
            .map(|(reading, _)| {
                let why: Vec<&str> = reading.markers.iter().map(|marker| marker.words()).collect();
                let why = if why.is_empty() { String::new() } else { format!(" ({})", why.join(", ")) };
                format!("{}{why}", reading.period)
            })
            .collect();
        let told: Vec<&str> = told.iter().map(String::as_str).collect();
        (!told.is_empty()).then(|| format!("No figure is shown for {}.", words::several(&told)))
    }

    /// Areas that have figures and no line.
    fn undrawn(&self) -> Option<String> {
        let drawn: Vec<&str> = self.lines.comparators.iter().map(|(name, _)| name.as_str()).collect();
        let all = comparator_columns(self.dossier).into_iter();
        let all = all.filter(|(column, _)| !series::comparator(self.dossier, *column).is_empty());
        let titles = all.map(|(_, id)| self.dossier.strategy.comparator_title(id));
        let left: Vec<&str> = titles.filter(|title| !drawn.contains(title)).collect();
        (!left.is_empty()).then(|| format!("Only in the table: {}.", text::list(&left)))
    }
}

/// The comparators with a column: those the indicator asks for first, then as the file has them.
fn comparator_columns<'d>(dossier: &'d Dossier<'_>) -> Vec<(usize, &'d str)> {
    let wanted = &dossier.standing.indicator.comparators;
    let columns = dossier.readings.comparators.iter().enumerate();
    let mut columns: Vec<(usize, &str)> = columns.map(|(column, id)| (column, id.as_str())).collect();
    columns.sort_by_key(|(column, id)| (wanted.iter().position(|own| own == id).unwrap_or(wanted.len()), *column));
    columns
}

fn points(stretches: &[Stretch]) -> impl DoubleEndedIterator<Item = &Point> {
    stretches.iter().flat_map(|stretch| &stretch.0)
}

/// Signs stand at every figure of the axis; words such as "per 100,000" stand in the subtitle.
pub fn unit(unit: &strategy::Unit) -> Unit {
    match unit {
        strategy::Unit::Percent => Unit { before: String::new(), after: "%".to_owned() },
        strategy::Unit::Pounds => Unit { before: "£".to_owned(), after: String::new() },
        _ => Unit::default(),
    }
}
