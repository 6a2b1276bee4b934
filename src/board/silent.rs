//! Figures that differ from those of the last commit with no row that says so.

use chrono::NaiveDate;

use crate::csv::{Lexer, Row};
use crate::finding::{Code, Finding, Findings};
use crate::readings::revision::{Change, Horizon, changes, is_withheld};
use crate::readings::{Marker, Reading, Readings, Suppressions};
use crate::source::{Place, Source, excel_cell};
use crate::strategy::Indicator;
use crate::table::is_blank;
use crate::time;
use crate::workspace::{Workspace, path_of};

/// The strategy as it was last committed.
#[derive(Debug)]
pub struct Committed {
    pub workspace: Workspace,
    /// The day of that commit.
    pub on: NaiveDate,
}

/// A finding for each figure of an indicator that was changed or removed without a word; nothing where the two cannot be
/// compared.
pub(super) fn silent_revisions(
    staged: &Workspace,
    committed: &Committed,
    indicator: &Indicator,
    readings: &Readings,
) -> Option<Findings> {
    let before = committed.workspace.strategy.indicators.get(&indicator.id)?;
    let text = staged.text_of(indicator);
    if before.period != indicator.period || committed.workspace.text_of(before) == text {
        return None;
    }
    let earlier = committed.workspace.load(before, None).readings?;
    let path = path_of(indicator);
    let source = Source::new(&path, text.as_deref().unwrap_or_default());
    let mut findings = Findings::new();
    let changes = changes((&earlier, Horizon::Whole), (readings, Horizon::Whole));
    let suppressions = Suppressions::of(readings);
    for change in changes.into_iter().filter(is_to_be_told) {
        let finding = Finding::new(
            Code::SilentRevision,
            &path,
            message(&change, committed.on, |reading| {
                suppressions.cover(reading) || is_withheld(&staged.strategy, indicator, reading)
            }),
        );
        let help = "put the old row back, and add the new figure below it with status revised and the day in recorded";
        let place = if matches!(change, Change::Removed(_)) { None } else { place_of(&source, readings, &change) };
        findings.push(Finding { place, ..finding }.help(help));
    }
    Some(findings)
}

/// Whether a change made where the figure stands has to be explained. To suppress a figure is none; to put one where there was a
/// suppressed one is.
fn is_to_be_told(change: &Change<'_>) -> bool {
    match *change {
        Change::Revised { after, .. } => change.is_silent() && !after.has(Marker::Suppressed),
        Change::New(_) | Change::Removed(_) => change.is_silent(),
    }
}

/// Both figures, and when the first was committed; of one that is withheld only that.
fn message(change: &Change<'_>, on: NaiveDate, is_withheld: impl Fn(&Reading) -> bool) -> String {
    let reading = change.reading();
    let group = reading.group.as_ref().map(|group| format!(" ({group})")).unwrap_or_default();
    let figure = format!("{}{group}", reading.period);
    let on = time::date::day(on);
    let value = |reading: &Reading| match reading.value {
        _ if is_withheld(reading) => "a small count".to_owned(),
        Some(value) => value.to_string(),
        None => String::new(),
    };
    match *change {
        Change::Revised { before, after, .. } if before.value.is_none() => {
            let now = value(after);
            format!(
                "{figure} was suppressed in the commit of {on} and is {now} now, and no row says that it was revised"
            )
        }
        Change::Revised { before, after, .. } => {
            let now = if after.value.is_some() { value(after) } else { "blank".to_owned() };
            format!(
                "{figure} was {} in the commit of {on} and is {now} now, and no row says that it was revised",
                value(before)
            )
        }
        Change::Removed(before) => format!("{figure} was {} in the commit of {on} and has no row now", value(before)),
        Change::New(_) => String::new(),
    }
}

/// Where the value of the changed row stands. Readings are the rows under the header that are not blank, in their order.
fn place_of(source: &Source<'_>, readings: &Readings, change: &Change<'_>) -> Option<Place> {
    let wanted = readings.rows.iter().position(|row| std::ptr::eq(row, change.reading()))?;
    let mut lexer = Lexer::new(source.text);
    let mut row = Row::default();
    let mut column = None;
    let mut seen = 0;
    while lexer.read(&mut row) {
        if is_blank(&row) {
            continue;
        }
        let Some(value) = column else {
            let names = row.cells.iter().map(|cell| cell.text.trim().to_lowercase());
            column = Some(names.into_iter().position(|name| name == "value")?);
            continue;
        };
        if seen == wanted {
            let mut place = source.place(row.cells.get(value)?.span.clone());
            place.cell = Some(excel_cell(value, row.number));
            return Some(place);
        }
        seen += 1;
    }
    None
}
