//! Which measures a meeting looks at closely: those declared for it, else a proposal with its reason and the alternatives.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{Chosen, Row};
use crate::judge::{Course, RatingLevel, Verdict};
use crate::number::Exact;
use crate::registers::Level;
use crate::strategy::{Indicator, Sitting, Strategy};
use crate::time;

/// A measure in focus.
#[derive(Debug, Clone)]
pub struct Focus<'a> {
    pub indicator: &'a Indicator,
    pub chosen: Chosen,
    /// A sentence without a full stop.
    pub reason: String,
    /// The Board's last meeting that was declared to look at it; nothing where none was.
    pub last: Option<NaiveDate>,
}

/// A measure that could be in focus instead, by another criterion than the one hwb goes by.
#[derive(Debug, Clone)]
pub struct Alternative<'a> {
    pub indicator: &'a Indicator,
    pub criterion: Criterion,
    /// A sentence without a full stop.
    pub reason: String,
}

/// What a measure is put in focus for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Criterion {
    /// The Board has had a case about it the longest, whose level is not met.
    OpenCase,
    /// It is furthest from its target, what is getting worse first.
    Worst,
    /// It was in focus longest ago, whatever its rating.
    LongestUnvisited,
}

impl Criterion {
    /// In JSON and CSV.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::OpenCase => "open-case",
            Self::Worst => "worst",
            Self::LongestUnvisited => "longest-unvisited",
        }
    }
}

/// The measures in focus: the declared ones; else, at a meeting of the Board, as many as `focus_per_meeting` says, off target and
/// longest not in focus.
pub(super) fn of<'a>(strategy: &'a Strategy, sitting: &Sitting<'_>, rows: &[Row<'a>]) -> Vec<Focus<'a>> {
    let visits = visits(strategy, sitting.date);
    if let Some(ids) = sitting.declared.and_then(|meeting| meeting.focus.as_ref()) {
        return declared(strategy, ids, &visits);
    }
    if sitting.body.is_some() {
        return Vec::new();
    }
    let wanted = strategy.reporting.focus_per_meeting.and_then(|wanted| usize::try_from(wanted).ok()).unwrap_or(0);
    let candidates = candidates(rows, &visits);
    let mut queue: Vec<&Candidate<'_, 'a>> = candidates.iter().collect();
    // Stable: what is alike in all of it stays in the order of the file.
    queue.sort_by(|one, other| {
        let key = |candidate: &Candidate<'_, '_>| (candidate.need, candidate.last);
        key(one).cmp(&key(other)).then_with(|| worse_first(one.verdict(), other.verdict()))
    });
    let proposed = queue.into_iter().take(wanted).map(|candidate| Focus {
        indicator: candidate.row.standing.indicator,
        chosen: Chosen::Proposed,
        reason: reason(candidate, &candidates),
        last: candidate.last,
    });
    proposed.collect()
}

/// What could be in focus instead of what is proposed, each measure once; none where the focus was declared.
pub(super) fn alternatives<'a>(
    strategy: &'a Strategy,
    sitting: &Sitting<'_>,
    rows: &[Row<'a>],
    focus: &[Focus<'a>],
) -> Vec<Alternative<'a>> {
    if focus.iter().all(|focus| focus.chosen == Chosen::Declared) {
        return Vec::new();
    }
    let candidates = candidates(rows, &visits(strategy, sitting.date));
    let mut alternatives: Vec<Alternative<'a>> = Vec::new();
    for alternative in
        [by_case(&candidates), by_rating(&candidates), by_visit(&candidates, focus)].into_iter().flatten()
    {
        let is_there = focus.iter().any(|focus| focus.indicator.id == alternative.indicator.id)
            || alternatives.iter().any(|there| there.indicator.id == alternative.indicator.id);
        if !is_there {
            alternatives.push(alternative);
        }
    }
    alternatives
}

/// A measure that may be put in focus.
struct Candidate<'r, 'a> {
    row: &'r Row<'a>,
    need: Need,
    last: Option<NaiveDate>,
}

/// How much a measure needs to be looked at, the most first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Need {
    OffTarget,
    NearTarget,
    /// On target, or not rated.
    None,
}

impl Need {
    fn of(level: Option<RatingLevel>) -> Self {
        match level {
            Some(RatingLevel::Red) => Self::OffTarget,
            Some(RatingLevel::Amber) => Self::NearTarget,
            Some(RatingLevel::Green) | None => Self::None,
        }
    }
}

impl Candidate<'_, '_> {
    fn verdict(&self) -> &Verdict {
        &self.row.standing.verdict
    }
}

/// Priority measures; all where none is one. What is watched elsewhere never is, nor what is no longer in use.
fn candidates<'r, 'a>(rows: &'r [Row<'a>], visits: &BTreeMap<&str, NaiveDate>) -> Vec<Candidate<'r, 'a>> {
    let in_use = |row: &&Row<'_>| row.is_ours() && row.standing.indicator.is_current(row.standing.verdict.as_of);
    let ours: Vec<&Row<'_>> = rows.iter().filter(in_use).collect();
    let has_priority = ours.iter().any(|row| row.standing.indicator.priority);
    let candidates = ours.into_iter().filter(|row| row.standing.indicator.priority || !has_priority);
    let candidate = |row: &'r Row<'a>| Candidate {
        row,
        need: Need::of(row.level()),
        last: visits.get(row.standing.indicator.id.as_str()).copied(),
    };
    candidates.map(candidate).collect()
}

/// When the Board last looked closely at each indicator, before a day, as its meetings declare.
fn visits(strategy: &Strategy, before: NaiveDate) -> BTreeMap<&str, NaiveDate> {
    let held = strategy.meetings.iter().filter(|meeting| meeting.body.is_none() && !meeting.cancelled);
    let mut visits = BTreeMap::new();
    for meeting in held.filter(|meeting| meeting.date < before) {
        for id in meeting.focus.iter().flatten() {
            let last = visits.entry(id.as_str()).or_insert(meeting.date);
            *last = meeting.date.max(*last);
        }
    }
    visits
}

fn declared<'a>(strategy: &'a Strategy, ids: &[String], visits: &BTreeMap<&str, NaiveDate>) -> Vec<Focus<'a>> {
    let indicators = ids.iter().filter_map(|id| strategy.indicators.get(id));
    let declared = indicators.map(|indicator| Focus {
        indicator,
        chosen: Chosen::Declared,
        reason: "declared for this meeting".to_owned(),
        last: visits.get(indicator.id.as_str()).copied(),
    });
    declared.collect()
}

/// Why a measure is proposed: "off target, and never in focus; the worst of 3 such".
fn reason(candidate: &Candidate<'_, '_>, all: &[Candidate<'_, '_>]) -> String {
    let need = match candidate.need {
        Need::OffTarget => "off target, and ",
        Need::NearTarget => "near target, while none is off it, and ",
        Need::None => "none is off target or near it, and this was ",
    };
    let alike = all.iter().filter(|other| other.need == candidate.need && other.last == candidate.last).count();
    let tie = match candidate.need {
        _ if alike == 1 => String::new(),
        Need::OffTarget | Need::NearTarget => format!("; the worst of {alike} such"),
        Need::None => format!("; the first of {alike} such in the strategy"),
    };
    format!("{need}{}{tie}", visited(candidate.last))
}

fn visited(last: Option<NaiveDate>) -> String {
    last.map_or_else(|| "never in focus".to_owned(), |day| format!("last in focus on {}", time::date::day(day)))
}

/// What is getting worse before what is not, then by how far from the target, in percent of the value due.
fn worse_first(one: &Verdict, other: &Verdict) -> Ordering {
    let is_worsening = |verdict: &Verdict| {
        verdict.direction.as_ref().is_some_and(|direction| direction.told().course == Course::Worsening)
    };
    let missed_by = |verdict: &Verdict| {
        let variance = verdict.decisive().map(|track| &track.measured.variance).filter(|variance| variance.is_adverse);
        variance.and_then(|variance| variance.percent.as_ref()).map(Exact::abs)
    };
    let key = |verdict: &Verdict| (is_worsening(verdict), missed_by(verdict));
    key(other).cmp(&key(one))
}

fn by_case<'a>(candidates: &[Candidate<'_, 'a>]) -> Option<Alternative<'a>> {
    let with_board = candidates.iter().flat_map(|candidate| {
        let cases = candidate.row.cases().iter().filter(|case| case.standing.level() == Level::Board);
        cases.map(move |case| (candidate, case, case.standing.with_board_since.unwrap_or(case.standing.opened)))
    });
    // One that may close needs no scrutiny.
    let (candidate, case, since) = with_board.min_by_key(|(_, case, since)| (case.is_met == Some(true), *since))?;
    Some(Alternative {
        indicator: candidate.row.standing.indicator,
        criterion: Criterion::OpenCase,
        reason: format!("case {} has been with the Board since {}", case.id, time::date::day(since)),
    })
}

fn by_rating<'a>(candidates: &[Candidate<'_, 'a>]) -> Option<Alternative<'a>> {
    let short = candidates.iter().filter(|candidate| candidate.need != Need::None);
    let worst = short
        .min_by(|one, other| one.need.cmp(&other.need).then_with(|| worse_first(one.verdict(), other.verdict())))?;
    Some(Alternative {
        indicator: worst.row.standing.indicator,
        criterion: Criterion::Worst,
        reason: format!("furthest from its target: {}", worst.row.standing.why),
    })
}

/// The one longest not in focus of all, where that is longer ago than for those in focus.
fn by_visit<'a>(candidates: &[Candidate<'_, 'a>], focus: &[Focus<'a>]) -> Option<Alternative<'a>> {
    let longest = candidates.iter().min_by_key(|candidate| candidate.last)?;
    if focus.iter().any(|focus| focus.last <= longest.last) {
        return None;
    }
    Some(Alternative {
        indicator: longest.row.standing.indicator,
        criterion: Criterion::LongestUnvisited,
        reason: visited(longest.last),
    })
}
