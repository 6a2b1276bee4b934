//! What was written, in words, and what it changed.

use std::path::Path;

use hwb::board::{Recording, Standing};
use hwb::judge::Figures;
use hwb::number;
use hwb::readings::Marker;
use hwb::readings::entry::Entry;
use hwb::text::{self, visible};

use crate::cli::commit;
use crate::cli::tense::Tense;

/// Each figure with its file and row, and what each indicator's rating was and is now.
pub fn recorded(recording: &Recording, entries: &[Entry], tense: Tense, today: chrono::NaiveDate) -> String {
    let verb = tense.written();
    let mut said = String::new();
    for (recorded, entry) in recording.recorded.iter().zip(entries) {
        let period = recorded.period.map(|period| period.to_string()).unwrap_or_default();
        let group = entry.cell("group").map(|group| format!(" ({})", visible(group))).unwrap_or_default();
        let figure = figure(recording, entry);
        said.push_str(&format!("{verb} {}, row {}: {period}{group}, {figure}\n", recorded.path, recorded.row));
    }
    for [before, after] in recording.standings(today) {
        said.push_str(&rating(&before, &after, tense));
    }
    said
}

/// What to do next: in a git repository, keep the change.
pub fn next(recording: &Recording, root: &Path) -> String {
    let Some(first) = recording.recorded.first().map(|recorded| &recorded.indicator) else { return String::new() };
    let what = match recording.recorded.as_slice() {
        [only] => {
            let period = only.period.map(|period| period.to_string()).unwrap_or_default();
            format!("{}: {period}", only.indicator)
        }
        several => format!("{} figures", several.len()),
    };
    match commit::of(&recording.changes, &what, root) {
        Some(commit) => format!("Next: {commit}"),
        None => format!("Next: hwb explain {first} gives the arithmetic of its rating."),
    }
}

/// The figure in its unit, or why there is none; one that may not be repeated is not.
fn figure(recording: &Recording, entry: &Entry) -> String {
    let strategy = &recording.after.strategy;
    let indicator = strategy.indicators.get(&entry.indicator);
    let value = entry.cell("value").map(|text| text.strip_suffix('%').unwrap_or(text).trim_end());
    match (value, indicator) {
        (Some(_), Some(indicator)) if entry.is_withheld(strategy, indicator) => "a figure that is not shown".to_owned(),
        (Some(text), Some(indicator)) => match number::read(text) {
            Ok(value) => Figures::new(indicator, Some(value)).as_written(value),
            Err(_) => text::quoted(text),
        },
        _ => {
            let words =
                |word: &str| Marker::NAMES.iter().find(|(name, _)| *name == word).map(|(_, marker)| marker.words());
            let markers: Vec<&str> =
                entry.cell("marker").unwrap_or_default().split_whitespace().filter_map(words).collect();
            if markers.is_empty() { "no figure".to_owned() } else { text::list(&markers) }
        }
    }
}

/// What the rating was and now is, and why.
fn rating(before: &Standing<'_>, after: &Standing<'_>, tense: Tense) -> String {
    let (was, is) = (state(before), state(after));
    let verb = match tense {
        Tense::Is => "now",
        Tense::Would => "it would be",
    };
    let change = if was == is { format!("{is}, as before") } else { format!("was {was}; {verb} {is}") };
    format!("{}: {change}\n  {}.\n", visible(&after.indicator.title), text::capitalised(&visible(&after.why)))
}

/// The rating by its name and its words, or the state, and the period it is for.
fn state(standing: &Standing<'_>) -> String {
    let verdict = &standing.verdict;
    let words = verdict.state.words();
    let rated = verdict.rating().map(|rating| format!("{}, {words}", visible(&rating.name)));
    let period = verdict.latest.as_ref().map(|latest| format!(", for {}", latest.period)).unwrap_or_default();
    rated.unwrap_or_else(|| words.to_owned()) + &period
}
