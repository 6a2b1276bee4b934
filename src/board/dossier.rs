//! One indicator whole: the verdict, every reading, and how each was rated at its own period.

use chrono::NaiveDate;

use super::since::Moved;
use super::{ActionOnDay, CaseOnDay, Circumstances, Occasion, Standing};
use crate::commentary::Section;
use crate::finding::Finding;
use crate::judge::{Figure, Series, TrackVerdict};
use crate::readings::{Reading, Readings};
use crate::strategy::{Indicator, Strategy};
use crate::workspace::Workspace;

/// All there is about one indicator on a day.
#[derive(Debug)]
pub struct Dossier<'a> {
    pub strategy: &'a Strategy,
    pub occasion: Occasion<'a>,
    pub standing: Standing<'a>,
    /// As they may be shown; empty where the file has errors.
    pub readings: Readings,
    /// As many as readings, in their order.
    pub rows: Vec<Row>,
    /// Every case about it that was opened by the day, in the order of the register.
    pub cases: Vec<CaseOnDay>,
    /// Every action about it that was opened by the day, in the order of the register.
    pub actions: Vec<ActionOnDay>,
    /// The sections of its commentary whose periods are over by the day, the latest first; none where it has errors.
    pub commentary: Vec<Section>,
    /// What is wrong with the indicator's files.
    pub findings: Vec<Finding>,
    /// Registers and commentary that have errors and were not used, by their paths.
    pub unusable: Vec<String>,
}

/// What became of a reading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Whether it is the one that counts for its period on the day.
    pub counts: bool,
    /// The figure as it is judged, with its running total; nothing where it does not count or is blank.
    pub figure: Option<Figure>,
    /// Its rating at its own period by today's targets; nothing where it has none.
    pub rated: Option<TrackVerdict>,
}

/// The dossier of an indicator.
#[must_use]
pub fn dossier<'a>(workspace: &'a Workspace, indicator: &'a Indicator, occasion: Occasion<'a>) -> Dossier<'a> {
    let circumstances = Circumstances::of(workspace, occasion);
    let loaded = workspace.load(indicator, None);
    let disclosed = loaded.readings.as_ref().map(|readings| readings.disclosed().into_owned());
    let mut standing = circumstances.standing(indicator, disclosed.as_ref());
    standing.moved = Moved::of(&circumstances, &standing, loaded.readings.as_ref());
    Dossier { findings: loaded.findings.into_sorted(), ..Dossier::of(&circumstances, standing, disclosed.as_ref()) }
}

impl<'a> Dossier<'a> {
    /// All there is about one indicator, given where it stands; its findings are not looked for. `readings` are those that may be
    /// shown, nothing where its files have errors.
    #[must_use]
    pub fn of(circumstances: &Circumstances<'a>, mut standing: Standing<'a>, readings: Option<&Readings>) -> Self {
        let (strategy, occasion) = (circumstances.strategy(), circumstances.occasion);
        let indicator = standing.indicator;
        standing.response.remark = circumstances.remark(&indicator.id, standing.verdict.period());
        let cases = circumstances.cases_on_day(indicator, readings);
        let readings = readings.cloned().unwrap_or_default();
        let mut commentary = circumstances.workspace.commentary(&indicator.id).commentary.unwrap_or_default().sections;
        commentary.retain(|section| section.period.end() <= occasion.as_of);
        commentary.sort_by_key(|section| std::cmp::Reverse(section.period.end()));
        Self {
            strategy,
            occasion,
            rows: rows(strategy, indicator, &readings, occasion.as_of),
            cases,
            actions: circumstances.actions_about(&indicator.id),
            commentary,
            findings: Vec::new(),
            unusable: circumstances.unusable_with(std::iter::once(&standing)),
            standing,
            readings,
        }
    }

    /// The rows of groups that count on the day: the latest known of each group and period, forecasts left out; the earliest period
    /// first, and groups in the order of the strategy.
    #[must_use]
    pub fn of_groups(&self) -> Vec<(&Reading, &Row)> {
        let is_known = |reading: &Reading| reading.known_from.is_some_and(|day| day <= self.occasion.as_of);
        let pairs = self.readings.rows.iter().zip(&self.rows);
        let mut rows: Vec<(&Reading, &Row)> = pairs
            .filter(|(reading, _)| reading.group.is_some() && !reading.is_forecast() && is_known(reading))
            .collect();
        let order = |reading: &Reading| reading.group.as_ref().and_then(|id| self.strategy.groups.get_index_of(id));
        // Stable, so that of two rows known from one day the later in the file comes last, and counts.
        rows.sort_by(|(one, _), (other, _)| {
            (one.period, order(one), &one.group, one.known_from).cmp(&(
                other.period,
                order(other),
                &other.group,
                other.known_from,
            ))
        });
        let mut latest: Vec<(&Reading, &Row)> = Vec::with_capacity(rows.len());
        for row in rows {
            match latest.last_mut() {
                Some(last) if last.0.period == row.0.period && last.0.group == row.0.group => *last = row,
                _ => latest.push(row),
            }
        }
        latest
    }
}

fn rows(strategy: &Strategy, indicator: &Indicator, readings: &Readings, as_of: NaiveDate) -> Vec<Row> {
    let series = Series::new(strategy, indicator, readings, as_of);
    let tracks = indicator.tracks(as_of);
    let is_rated = indicator.rating.method != crate::strategy::Method::None;
    let row = |reading: &Reading| {
        let counts = series.known.at(reading.period).is_some_and(|known| std::ptr::eq(known, reading));
        let figure = if counts { series.figure(reading.period) } else { None };
        let assessment = figure.as_ref().filter(|_| is_rated).and_then(|figure| series.assess(&tracks, figure).ok());
        Row { counts, figure, rated: assessment.and_then(|assessment| assessment.decisive().cloned()) }
    };
    readings.rows.iter().map(row).collect()
}
