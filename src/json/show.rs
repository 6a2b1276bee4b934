//! `hwb.show/1`.

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use super::StrategyView;
use super::indicator::IndicatorView;
use super::number::Number;
use super::response::{ActionView, CaseHistoryView, SectionView};
use crate::board::{Dossier, Row};
use crate::judge::Words;
use crate::number::Decimal;
use crate::readings::Reading;
use crate::strategy::Target;

#[derive(Serialize)]
struct ShowView<'a> {
    schema: &'static str,
    as_of: String,
    meeting: Option<String>,
    strategy: StrategyView<'a>,
    indicator: DossierView<'a>,
    /// Registers and commentary that have errors and were not used.
    unreadable_files: &'a [String],
}

#[derive(Serialize)]
struct DossierView<'a> {
    #[serde(flatten)]
    indicator: IndicatorView<'a>,
    definition: Option<&'a str>,
    dataset: Option<&'a str>,
    notes: Option<&'a str>,
    period: &'static str,
    supporting: &'a [String],
    sources: &'a [String],
    baseline: Option<BaselineView>,
    targets: Vec<DeclaredView>,
    readings: Vec<ReadingView<'a>>,
    cases: Vec<CaseHistoryView<'a>>,
    actions: Vec<ActionView<'a>>,
    commentary: Vec<SectionView<'a>>,
}

#[derive(Serialize)]
struct BaselineView {
    period: Option<String>,
    value: Option<Number>,
}

/// A target as declared.
#[derive(Serialize)]
struct DeclaredView {
    condition: String,
    asks: String,
    by: Option<String>,
    stretch: bool,
    set: Option<String>,
    ended: Option<String>,
    note: Option<String>,
}

#[derive(Serialize)]
struct ReadingView<'a> {
    period: String,
    group: Option<&'a str>,
    value: Option<Number>,
    numerator: Option<Number>,
    denominator: Option<Number>,
    lower: Option<Number>,
    upper: Option<Number>,
    comparators: Comparators<'a>,
    status: &'static str,
    markers: Vec<&'static str>,
    recorded: Option<String>,
    known_from: Option<String>,
    /// Whether it is the row that counts for its period on the day.
    counts: bool,
    /// By today's targets, at its own period.
    rating: Option<&'a str>,
    due: Option<Number>,
    source: Option<&'a str>,
    note: Option<&'a str>,
}

/// The comparators' figures by id.
struct Comparators<'a>(&'a [String], &'a [Option<Decimal>]);

impl Serialize for Comparators<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (id, figure) in self.0.iter().zip(self.1) {
            map.serialize_entry(id, &figure.map(Number::from))?;
        }
        map.end()
    }
}

/// The dossier as `hwb.show/1`.
///
/// # Errors
/// None that input can cause: serialising these views does not fail.
pub fn show(dossier: &Dossier<'_>) -> serde_json::Result<String> {
    let indicator = dossier.standing.indicator;
    let words = Words::of(dossier.strategy, indicator, &dossier.standing.verdict);
    let rows = dossier.readings.rows.iter().zip(&dossier.rows);
    super::text(&ShowView {
        schema: "hwb.show/1",
        as_of: dossier.occasion.as_of.to_string(),
        meeting: dossier.occasion.meeting.map(|meeting| meeting.date.to_string()),
        strategy: StrategyView::of(dossier.strategy),
        unreadable_files: &dossier.unusable,
        indicator: DossierView {
            indicator: IndicatorView::of(dossier.strategy, &dossier.standing),
            definition: indicator.definition.as_deref(),
            dataset: indicator.dataset.as_deref(),
            notes: indicator.notes.as_deref(),
            period: indicator.period.name(),
            supporting: &indicator.supporting,
            sources: &indicator.sources,
            baseline: indicator.baseline.map(|baseline| BaselineView {
                period: baseline.period.map(|period| period.to_string()),
                value: baseline.value.map(Number::from),
            }),
            targets: indicator.targets.iter().map(|target| DeclaredView::of(target, &words)).collect(),
            readings: rows.map(|(reading, row)| ReadingView::of(dossier, reading, row)).collect(),
            cases: dossier.cases.iter().map(CaseHistoryView::of).collect(),
            actions: dossier.actions.iter().map(ActionView::of).collect(),
            commentary: dossier.commentary.iter().map(SectionView::of).collect(),
        },
    })
}

impl DeclaredView {
    fn of(target: &Target, words: &Words<'_>) -> Self {
        Self {
            condition: target.condition.name(),
            asks: words.condition(&target.condition),
            by: target.by.as_ref().map(|by| by.period.to_string()),
            stretch: target.stretch,
            set: target.set.map(|day| day.to_string()),
            ended: target.ended.map(|day| day.to_string()),
            note: target.note.clone(),
        }
    }
}

impl<'a> ReadingView<'a> {
    fn of(dossier: &'a Dossier<'_>, reading: &'a Reading, row: &'a Row) -> Self {
        Self {
            period: reading.period.to_string(),
            group: reading.group.as_deref(),
            value: reading.value.map(Number::from),
            numerator: reading.numerator.map(Number::from),
            denominator: reading.denominator.map(Number::from),
            lower: reading.lower.map(Number::from),
            upper: reading.upper.map(Number::from),
            comparators: Comparators(&dossier.readings.comparators, &reading.comparators),
            status: reading.status.name(),
            markers: reading.markers.iter().map(|marker| marker.name()).collect(),
            recorded: reading.recorded.map(|day| day.to_string()),
            known_from: reading.known_from.map(|day| day.to_string()),
            counts: row.counts,
            rating: row.rated.as_ref().map(|track| track.rating.name.as_str()),
            due: row.rated.as_ref().map(|track| Number::from(&track.measured.variance.due)),
            source: reading.source.as_deref(),
            note: reading.note.as_deref(),
        }
    }
}
