//! One measure by group: age, sex, ethnicity, how deprived a neighbourhood is.

use super::line::unit;
use super::series::{counted, near};
use super::words;
use crate::board::Dossier;
use crate::document::{Bar, Bars, Chart, Drawing};
use crate::judge::Figures;
use crate::number::{Decimal, Exact};
use crate::readings::Reading;
use crate::text;
use crate::time::Period;

/// The groups of the latest period that has any, beside the whole population; nothing where fewer than two have a figure.
#[must_use]
pub fn groups(dossier: &Dossier<'_>) -> Option<Chart> {
    let known: Vec<&Reading> = dossier.of_groups().into_iter().map(|(reading, _)| reading).collect();
    let period = known.iter().map(|reading| reading.period).max()?;
    let rows: Vec<&Reading> = known.into_iter().filter(|reading| reading.period == period).collect();
    let with_figures: Vec<(&Reading, Decimal)> = rows.iter().filter_map(|row| Some((*row, row.value?))).collect();
    if with_figures.len() < 2 {
        return None;
    }
    let whole = counted(dossier).into_iter().map(|(reading, _)| reading).find(|reading| reading.period == period);
    let reference =
        whole.and_then(|whole| whole.value).map(|value| (near(&Exact::from(value)), everybody(dossier, value)));
    let bars = Bars {
        unit: unit(&dossier.standing.indicator.unit),
        bars: with_figures.iter().map(|(row, value)| bar(dossier, row, *value)).collect(),
        reference,
    };
    Some(Chart {
        headline: headline(dossier, &rows, &with_figures, period),
        subtitle: format!("{}, {}, {period}", by(dossier, &rows), dossier.strategy.area),
        alternative: alternative(dossier, &rows, &bars, period),
        notes: notes(dossier, &rows, &bars),
        drawing: Drawing::Bars(bars),
    })
}

fn bar(dossier: &Dossier<'_>, row: &Reading, value: Decimal) -> Bar {
    let limits = row.lower.zip(row.upper);
    Bar {
        name: title(dossier, row).to_owned(),
        value: near(&Exact::from(value)),
        shown: shown(dossier, value),
        limits: limits.map(|(lower, upper)| (near(&Exact::from(lower)), near(&Exact::from(upper)))),
    }
}

fn shown(dossier: &Dossier<'_>, value: Decimal) -> String {
    Figures::new(dossier.standing.indicator, Some(value)).typed(value)
}

fn title<'d>(dossier: &'d Dossier<'_>, row: &'d Reading) -> &'d str {
    let id = row.group.as_deref().unwrap_or_default();
    dossier.strategy.groups.get(id).map_or(id, |group| &group.title)
}

/// What all are compared with, in words: "Everybody: 18.7%".
fn everybody(dossier: &Dossier<'_>, value: Decimal) -> String {
    format!("All of {}: {}", dossier.strategy.area, shown(dossier, value))
}

/// "Obesity in Year 6 (%) by sex": by what, where all the groups are of one kind.
fn by(dossier: &Dossier<'_>, rows: &[&Reading]) -> String {
    format!("{} by {}", words::measure(dossier.standing.indicator), kind(dossier, rows))
}

fn kind<'d>(dossier: &'d Dossier<'_>, rows: &[&Reading]) -> &'d str {
    let of = |row: &&Reading| dossier.strategy.groups.get(row.group.as_deref()?)?.kind.as_deref();
    let first = rows.first().and_then(of);
    first.filter(|first| rows.iter().all(|row| of(row) == Some(*first))).unwrap_or("group")
}

/// The lowest and the highest, without saying which is better.
fn headline(dossier: &Dossier<'_>, rows: &[&Reading], figures: &[(&Reading, Decimal)], period: Period) -> String {
    let measure = format!("{} by {}", dossier.standing.indicator.title, kind(dossier, rows));
    let lowest = figures.iter().min_by_key(|(_, value)| *value);
    let highest = figures.iter().rev().max_by_key(|(_, value)| *value);
    match lowest.zip(highest) {
        Some((lowest, highest)) if lowest.1 < highest.1 => {
            let end =
                |(row, value): &(&Reading, Decimal)| format!("{} ({})", shown(dossier, *value), title(dossier, row));
            format!("{measure}: from {} to {} in {period}", end(lowest), end(highest))
        }
        Some((same, _)) => format!("{measure}: {} in each in {period}", shown(dossier, same.1)),
        None => measure,
    }
}

fn alternative(dossier: &Dossier<'_>, rows: &[&Reading], bars: &Bars, period: Period) -> String {
    let told: Vec<String> = bars.bars.iter().map(|bar| format!("{} {}", bar.name, bar.shown)).collect();
    let whole = bars.reference.as_ref().map(|(_, name)| format!(" {name}.")).unwrap_or_default();
    format!(
        "Bar chart. {}, {}, {period}. {}.{whole} Figures in the table below.",
        by(dossier, rows),
        dossier.strategy.area,
        text::list(&told),
    )
}

fn notes(dossier: &Dossier<'_>, rows: &[&Reading], bars: &Bars) -> Vec<String> {
    let mut notes = Vec::new();
    if bars.reference.is_some() {
        notes.push("The dashed line is the figure for everybody.".to_owned());
    }
    if bars.bars.iter().any(|bar| bar.limits.is_some()) {
        notes.push("The thin line at the end of a bar is the 95% confidence limits of its figure.".to_owned());
    }
    let blank = rows.iter().filter(|row| row.value.is_none());
    let told: Vec<String> = blank
        .map(|row| {
            let why: Vec<&str> = row.markers.iter().map(|marker| marker.words()).collect();
            format!("{} ({})", title(dossier, row), why.join(", "))
        })
        .collect();
    if !told.is_empty() {
        notes.push(format!("No figure is shown for {}.", text::list(&told)));
    }
    notes.extend(words::source(dossier));
    notes
}
