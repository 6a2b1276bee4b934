//! What somebody has in view while writing: the figure, what was due, the rating, and why.

use chrono::NaiveDate;
use hwb::board::{Dossier, Filter, Occasion, Position, Sort, Standing, dossier};
use hwb::judge::{Figures, Words};
use hwb::strategy::Strategy;
use hwb::text::{capitalised, visible};
use hwb::time::{Period, date};
use hwb::workspace::Workspace;

/// The lines about an indicator's or an objective's period, on a day.
pub fn lines(workspace: &Workspace, id: &str, period: Period, as_of: NaiveDate) -> Vec<String> {
    let strategy = &workspace.strategy;
    if let Some(indicator) = strategy.indicators.get(id) {
        let dossier = dossier(workspace, indicator, Occasion::day_alone(as_of));
        let mut lines = vec![format!("{}, {period}", visible(&indicator.title)), String::new()];
        let latest = dossier.standing.verdict.latest.as_ref().map(|latest| latest.period);
        if latest == Some(period) {
            lines.extend(judged(strategy, &dossier.standing));
        } else {
            lines.push(at(&dossier, period));
            let latest = latest.map_or_else(|| "none yet".to_owned(), |latest| latest.to_string());
            lines.push(format!("Latest:  {latest}"));
        }
        lines.push(format!("As of:   {}", date::day(as_of)));
        return lines;
    }
    let title = strategy.objectives.get(id).map(|objective| objective.title.as_str()).unwrap_or_default();
    let mut lines = vec![format!("{}, {period}", visible(title)), String::new()];
    let of_objective = strategy.indicators.values().filter(|indicator| indicator.objective.as_deref() == Some(id));
    let ids: Vec<String> = of_objective.map(|indicator| indicator.id.clone()).collect();
    if ids.is_empty() {
        lines.push("It has no indicator.".to_owned());
        return lines;
    }
    let filter = Filter { indicators: ids, ..Filter::default() };
    let position = Position::of(workspace, Occasion::day_alone(as_of), filter, Sort::File);
    lines.extend(position.rows.iter().map(in_a_line));
    lines
}

/// The figure that is judged, and the judgement.
fn judged(strategy: &Strategy, standing: &Standing<'_>) -> Vec<String> {
    let verdict = &standing.verdict;
    let words = Words::of(strategy, standing.indicator, verdict);
    let mut lines = Vec::new();
    if let Some(figure) = verdict.judged() {
        lines.push(format!("Figure:  {}", words.figures.exact(&figure.value)));
        if let Some(track) = verdict.decisive() {
            let due = words.level(&track.measured.due, &figure.value);
            let basis = words.basis(&track.measured.condition, &track.measured.due);
            lines.push(format!("Due:     {} ({})", due, visible(&basis)));
        }
    }
    lines.push(format!("Rating:  {}", rating(standing)));
    lines.push(format!("Why:     {}", capitalised(&visible(&standing.why))));
    lines
}

/// The figure of a period that is not the latest, with its own rating.
fn at(dossier: &Dossier<'_>, period: Period) -> String {
    let rows = dossier.readings.rows.iter().zip(&dossier.rows);
    let figure = rows.filter(|(reading, row)| reading.period == period && row.counts).find_map(|(_, row)| {
        let figure = row.figure.as_ref()?;
        let value = Figures::new(dossier.standing.indicator, Some(figure.typed)).exact(&figure.value);
        let rated = row.rated.as_ref().map(|rated| format!(", {}", visible(&rated.rating.name))).unwrap_or_default();
        Some(format!("{value}{rated}"))
    });
    format!("Figure:  {}", figure.unwrap_or_else(|| "none for this period".to_owned()))
}

fn rating(standing: &Standing<'_>) -> String {
    let words = standing.verdict.state.words();
    match standing.verdict.rating() {
        Some(rating) => format!("{}, {words}", visible(&rating.name)),
        None => words.to_owned(),
    }
}

fn in_a_line(standing: &Standing<'_>) -> String {
    let period = standing.verdict.latest.as_ref().map(|latest| format!(" for {}", latest.period)).unwrap_or_default();
    format!("{}: {}{period}", visible(&standing.indicator.title), rating(standing))
}
