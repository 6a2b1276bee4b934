//! One indicator as every list of indicators has it.

use serde::Serialize;

use super::number::Number;
use super::response::CaseView;
use crate::board::Standing;
use crate::judge::{Aside, Compared, Direction, Figure, Latest, Owed, Stretch, TrackVerdict, Verdict, Words};
use crate::strategy::Strategy;

#[derive(Serialize)]
pub(super) struct IndicatorView<'a> {
    id: &'a str,
    title: &'a str,
    chapter: Option<&'a str>,
    objective: Option<&'a str>,
    lead: &'a str,
    unit: &'a str,
    good: &'a str,
    state: &'static str,
    rating: Option<&'a str>,
    level: Option<&'static str>,
    latest: Option<LatestView>,
    last: Option<LatestView>,
    target: Option<TargetView>,
    variance: Option<VarianceView>,
    stretch: Vec<StretchView>,
    direction: Option<DirectionView>,
    due: DueView,
    case: Option<CaseView<'a>>,
    exceptions: Vec<&'static str>,
    why: &'a str,
}

#[derive(Serialize)]
struct LatestView {
    period: String,
    value: Option<Number>,
    /// The period's own amount, where the value is a running total.
    #[serde(skip_serializing_if = "Option::is_none")]
    amount: Option<Number>,
    status: &'static str,
    markers: Vec<&'static str>,
}

#[derive(Serialize)]
struct TargetView {
    due: Number,
    condition: String,
    r#final: Option<Number>,
    by: Option<String>,
    basis: String,
    set_aside: Vec<AsideView>,
}

#[derive(Serialize)]
struct AsideView {
    condition: String,
    by: Option<String>,
    reason: String,
}

#[derive(Serialize)]
struct VarianceView {
    absolute: Number,
    percent: Option<Number>,
    adverse: bool,
}

#[derive(Serialize)]
struct StretchView {
    condition: String,
    by: Option<String>,
    due: Option<Number>,
    met: Option<bool>,
}

#[derive(Serialize)]
struct DirectionView {
    previous: &'static str,
    previous_period: Option<String>,
    year: &'static str,
    year_period: Option<String>,
}

#[derive(Serialize)]
struct DueView {
    next_period: Option<String>,
    expected: Option<String>,
    overdue: bool,
}

impl<'a> IndicatorView<'a> {
    pub(super) fn of(strategy: &'a Strategy, standing: &'a Standing<'a>) -> Self {
        let indicator = standing.indicator;
        let verdict = &standing.verdict;
        let words = Words::of(strategy, indicator, verdict);
        let decisive = verdict.decisive();
        Self {
            id: &indicator.id,
            title: &indicator.title,
            chapter: indicator.chapter.as_deref(),
            objective: indicator.objective.as_deref(),
            lead: &indicator.lead,
            unit: indicator.unit.name(),
            good: indicator.good.name(),
            state: verdict.state.name(),
            rating: verdict.rating().map(|rating| rating.name.as_str()),
            level: verdict.rating().map(|rating| rating.level.name()),
            latest: verdict.latest.as_ref().map(|latest| LatestView::of(latest, verdict.judged())),
            last: verdict.last.as_ref().map(|last| LatestView::of(last, last.complete())),
            target: decisive.map(|track| TargetView::of(track, verdict, &words)),
            variance: decisive.map(VarianceView::of),
            stretch: verdict.stretch.iter().map(StretchView::of).collect(),
            direction: verdict.direction.as_ref().map(DirectionView::of),
            due: DueView::of(verdict.owed),
            case: standing.response.case().map(CaseView::of),
            exceptions: standing.exceptions.iter().map(|exception| exception.kind.name()).collect(),
            why: &standing.why,
        }
    }
}

impl LatestView {
    fn of(latest: &Latest, judged: Option<&Figure>) -> Self {
        let total = latest.figure.as_ref().filter(|figure| figure.total.is_some());
        Self {
            period: latest.period.to_string(),
            value: judged.map(|figure| match &figure.total {
                Some(_) => Number::from(&figure.value),
                None => Number::from(figure.typed),
            }),
            amount: total.map(|figure| Number::from(figure.typed)),
            status: latest.status.name(),
            markers: latest.markers.iter().map(|marker| marker.name()).collect(),
        }
    }
}

impl TargetView {
    fn of(track: &TrackVerdict, verdict: &Verdict, words: &Words<'_>) -> Self {
        let period = verdict.latest.as_ref().map(|latest| latest.period);
        let aside = |aside: &Aside| AsideView {
            condition: aside.condition.name(),
            by: aside.by.map(|by| by.to_string()),
            reason: words.aside_reason(aside, period),
        };
        Self {
            due: Number::from(&track.measured.variance.due),
            condition: track.measured.condition.name(),
            r#final: track.measured.due.last.as_ref().map(Number::from),
            by: track.measured.by.map(|by| by.to_string()),
            basis: words.basis(&track.measured.condition, &track.measured.due),
            set_aside: verdict.set_aside().iter().map(aside).collect(),
        }
    }
}

impl VarianceView {
    fn of(track: &TrackVerdict) -> Self {
        let variance = &track.measured.variance;
        Self {
            absolute: Number::from(&variance.absolute),
            percent: variance.percent.as_ref().map(Number::from),
            adverse: variance.is_adverse,
        }
    }
}

impl StretchView {
    fn of(stretch: &Stretch) -> Self {
        match stretch {
            Stretch::Judged(measured) => Self {
                condition: measured.condition.name(),
                by: measured.by.map(|by| by.to_string()),
                due: Some(Number::from(&measured.variance.due)),
                met: Some(measured.is_met()),
            },
            Stretch::Aside(aside) => {
                Self { condition: aside.condition.name(), by: aside.by.map(|by| by.to_string()), due: None, met: None }
            }
        }
    }
}

impl DirectionView {
    fn of(direction: &Direction) -> Self {
        let period = |compared: Compared| compared.with.map(|period| period.to_string());
        Self {
            previous: direction.previous.course.name(),
            previous_period: period(direction.previous),
            year: direction.year.course.name(),
            year_period: period(direction.year),
        }
    }
}

impl DueView {
    fn of(owed: Option<Owed>) -> Self {
        Self {
            next_period: owed.map(|owed| owed.period.to_string()),
            expected: owed.and_then(|owed| owed.expected).map(|expected| expected.to_string()),
            overdue: owed.is_some_and(|owed| owed.is_overdue),
        }
    }
}
