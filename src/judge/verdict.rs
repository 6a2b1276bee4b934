//! The verdict on an indicator: its state, and all that the other questions answer.

use chrono::NaiveDate;

use super::direction::Direction;
use super::due::{Aside, AsideReason};
use super::rating::{Assessment, Measured, Rating, RatingLevel, TrackVerdict};
use super::running;
use super::series::{Amount, Figure, Series};
use super::timeliness::{self, Owed};
use crate::readings::{Marker, Reading, Readings, Status};
use crate::strategy::{Indicator, Method, Strategy, Track};
use crate::time::Period;

/// All that is said of one indicator on a day. It owns what it says, so that the readings can be let go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verdict {
    pub as_of: NaiveDate,
    pub state: State,
    /// The row of the latest known period, blank or not.
    pub latest: Option<Latest>,
    /// The last figure, where the latest row is blank: shown with its own period, and without a colour.
    pub last: Option<Latest>,
    /// Nothing where there is no latest figure.
    pub direction: Option<Direction>,
    pub owed: Option<Owed>,
    /// How the figure stands to each stretch target: reported, never rated.
    pub stretch: Vec<Stretch>,
    /// How many readings running are not green, up to the number the exception rule asks for.
    pub short_of_green: usize,
}

/// The first of these that applies.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum State {
    /// The file, or the indicator's own table, has errors.
    Unreadable,
    /// No row is known.
    NoData,
    /// The latest row is blank with marker `c`.
    Suppressed,
    /// The latest row is blank with another marker.
    NotAvailable,
    /// Watched: the method is `none`.
    NotRated,
    /// No target is in use; with the last milestone that was, where one has passed.
    NoTarget(Option<Period>),
    /// The figure's successor is overdue by more than `stale_after`.
    Stale,
    /// No track can be worked out, and why each cannot.
    CannotBeRated(Vec<Aside>),
    Rated(Assessment),
}

/// A row as it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Latest {
    pub period: Period,
    /// The figure with its total; nothing where the row is blank.
    pub figure: Option<Figure>,
    /// What the total is made of; empty where there is none.
    pub amounts: Vec<Amount>,
    pub status: Status,
    pub markers: Vec<Marker>,
    pub known_from: Option<NaiveDate>,
    pub source: Option<String>,
    pub note: Option<String>,
}

/// How the figure stands to a stretch target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Stretch {
    Judged(Box<Measured>),
    Aside(Aside),
}

impl State {
    /// Each state's name in JSON and CSV, and the words for people; a rated one's words are its rating's.
    pub const NAMES: [(&str, &str); 9] = [
        ("rated", "rated"),
        ("no-data", "no figure yet"),
        ("cannot-be-rated", "cannot be rated"),
        ("no-target", "no target"),
        ("suppressed", "suppressed"),
        ("not-available", "not available"),
        ("stale", "out of date"),
        ("not-rated", "watched"),
        ("unreadable", "file has errors"),
    ];

    /// In JSON and CSV.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Unreadable => "unreadable",
            Self::NoData => "no-data",
            Self::Suppressed => "suppressed",
            Self::NotAvailable => "not-available",
            Self::NotRated => "not-rated",
            Self::NoTarget(_) => "no-target",
            Self::Stale => "stale",
            Self::CannotBeRated(_) => "cannot-be-rated",
            Self::Rated(_) => "rated",
        }
    }

    /// The words for people; a rated state's are its rating's.
    #[must_use]
    pub fn words(&self) -> &'static str {
        match self {
            Self::Rated(assessment) => assessment.decisive().map_or("", |decisive| decisive.rating.level.words()),
            _ => Self::words_of(self.name()),
        }
    }

    /// The words for people of the state with a name; empty where there is none.
    #[must_use]
    pub fn words_of(name: &str) -> &'static str {
        Self::NAMES.iter().find(|(own, _)| *own == name).map_or("", |(_, words)| words)
    }
}

impl Latest {
    /// The figure, unless it is a total that lacks amounts.
    #[must_use]
    pub fn complete(&self) -> Option<&Figure> {
        self.figure.as_ref().filter(|figure| !figure.is_incomplete())
    }
}

impl Verdict {
    /// The verdict on an indicator whose files have errors.
    #[must_use]
    pub fn unreadable(as_of: NaiveDate) -> Self {
        Self {
            as_of,
            state: State::Unreadable,
            latest: None,
            last: None,
            direction: None,
            owed: None,
            stretch: Vec::new(),
            short_of_green: 0,
        }
    }

    /// The track that decided; nothing where there is no rating.
    #[must_use]
    pub fn decisive(&self) -> Option<&TrackVerdict> {
        match &self.state {
            State::Rated(assessment) => assessment.decisive(),
            _ => None,
        }
    }

    #[must_use]
    pub fn rating(&self) -> Option<&Rating> {
        self.decisive().map(|decisive| &decisive.rating)
    }

    /// The level of the rating; nothing where there is none.
    #[must_use]
    pub fn level(&self) -> Option<RatingLevel> {
        self.rating().map(|rating| rating.level)
    }

    /// The latest known period, of a blank row too; nothing where no row is known.
    #[must_use]
    pub fn period(&self) -> Option<Period> {
        self.latest.as_ref().map(|latest| latest.period)
    }

    #[must_use]
    pub fn is_overdue(&self) -> bool {
        self.owed.is_some_and(|owed| owed.is_overdue)
    }

    /// The figure that was judged, or would be: nothing where the latest row is blank, and nothing where amounts are missing
    /// from a total that could not be rated without them, since part of a total is not the total.
    #[must_use]
    pub fn judged(&self) -> Option<&Figure> {
        let figure = self.latest.as_ref()?.figure.as_ref()?;
        (!figure.is_incomplete() || self.rating().is_some()).then_some(figure)
    }

    /// The tracks that could not be worked out.
    #[must_use]
    pub fn set_aside(&self) -> &[Aside] {
        match &self.state {
            State::Rated(assessment) => &assessment.set_aside,
            State::CannotBeRated(asides) => asides,
            _ => &[],
        }
    }
}

/// Judges an indicator by its readings as known on a day; no readings where its files have errors.
#[must_use]
pub fn judge(strategy: &Strategy, indicator: &Indicator, readings: Option<&Readings>, as_of: NaiveDate) -> Verdict {
    let Some(readings) = readings else {
        return Verdict::unreadable(as_of);
    };
    let series = Series::new(strategy, indicator, readings, as_of);
    let latest_row = series.known.latest();
    let figure = latest_row.and_then(|row| series.figure(row.period));
    let owed = timeliness::owed(strategy, indicator, &series.known, as_of);
    let state = state(&series, latest_row, figure.as_ref(), owed);

    let has_value = latest_row.is_some_and(|row| row.value.is_some());
    let last = latest_row.filter(|_| !has_value).and_then(|row| series.previous(row.period));
    let runs = strategy.exceptions.amber_runs.unwrap_or(0);
    let is_rated = matches!(state, State::Rated(_));
    let most = if is_rated { usize::try_from(runs).unwrap_or(0) } else { 0 };
    Verdict {
        as_of,
        direction: latest_row.filter(|_| has_value).map(|row| series.direction(row.period)),
        stretch: figure.as_ref().map(|figure| stretch(&series, figure)).unwrap_or_default(),
        latest: latest_row.map(|row| shown(&series, row)),
        last: last.map(|row| shown(&series, row)),
        owed,
        short_of_green: running::running(&series, most, running::is_short_of_green),
        state,
    }
}

fn state(series: &Series<'_>, latest: Option<&Reading>, figure: Option<&Figure>, owed: Option<Owed>) -> State {
    let indicator = series.indicator;
    let Some(latest) = latest else {
        return State::NoData;
    };
    if latest.value.is_none() {
        return if latest.has(Marker::Suppressed) { State::Suppressed } else { State::NotAvailable };
    }
    if indicator.rating.method == Method::None {
        return State::NotRated;
    }
    let tracks = indicator.tracks(series.as_of);
    if tracks.iter().all(Track::is_stretch) {
        return State::NoTarget(None);
    }
    let rated = match figure {
        Some(figure) => series.assess(&tracks, figure),
        // A running total that has not begun.
        None => {
            let rated = tracks.iter().filter(|track| !track.is_stretch());
            Err(rated.filter_map(|track| not_begun(series, track)).collect())
        }
    };
    if let Err(asides) = &rated
        && let Some(last) = all_past(asides)
    {
        return State::NoTarget(Some(last));
    }
    if is_stale(indicator, owed, series.as_of) {
        return State::Stale;
    }
    match rated {
        Ok(assessment) => State::Rated(assessment),
        Err(asides) => State::CannotBeRated(asides),
    }
}

/// Why there is no running total: it has no value or no day to start from, or starts later.
fn not_begun(series: &Series<'_>, track: &Track<'_>) -> Option<Aside> {
    let reason = match series.start() {
        None => AsideReason::NoBaselineValue(series.indicator.baseline.and_then(|baseline| baseline.period)),
        Some(start) if start.end.is_none() => AsideReason::NoBaselinePeriod,
        Some(_) => AsideReason::BeforeBaseline,
    };
    Aside::of(track, reason)
}

/// The last milestone, where every track is one of amounts for each period that has none left.
fn all_past(asides: &[Aside]) -> Option<Period> {
    let last = |aside: &Aside| match aside.reason {
        AsideReason::NoMilestoneLeft(last) => Some(last),
        _ => None,
    };
    let lasts: Option<Vec<Period>> = asides.iter().map(last).collect();
    lasts?.into_iter().max()
}

fn is_stale(indicator: &Indicator, owed: Option<Owed>, as_of: NaiveDate) -> bool {
    let limit = || indicator.rating.stale_after?.after(owed?.expected?);
    limit().is_some_and(|limit| as_of > limit)
}

fn shown(series: &Series<'_>, row: &Reading) -> Latest {
    let figure = series.figure(row.period);
    let total = figure.as_ref().and_then(|figure| figure.total.as_ref());
    Latest {
        period: row.period,
        amounts: total.map(|total| series.amounts(total, row.period)).unwrap_or_default(),
        figure,
        status: row.status,
        markers: row.markers.clone(),
        known_from: row.known_from,
        source: row.source.clone(),
        note: row.note.clone(),
    }
}

fn stretch(series: &Series<'_>, figure: &Figure) -> Vec<Stretch> {
    let tracks = series.indicator.tracks(series.as_of);
    let judged =
        tracks.iter().filter(|track| track.is_stretch()).filter_map(|track| match series.measure(track, figure) {
            Ok(measured) => Some(Stretch::Judged(Box::new(measured))),
            Err(reason) => Aside::of(track, reason).map(Stretch::Aside),
        });
    judged.collect()
}
