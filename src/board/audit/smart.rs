//! Each letter of SMART for an indicator with targets: specific, measurable, achievable, relevant, time-bound
//! (`docs/methods.md`, "SMART").

use super::declared;
use super::evidence::Evidence;
use super::pace::Way;
use super::population::names_a_population;
use super::targets::{is_time_bound, lacks_its_baseline};
use crate::judge::State;
use crate::strategy::{Indicator, Track};

/// How an indicator stands to SMART.
#[derive(Debug, Clone)]
pub struct Smart<'a> {
    pub indicator: &'a Indicator,
    /// In the order of [`Smart::LETTERS`].
    pub letters: [Letter; 5],
}

/// What is said of one letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    pub finding: LetterFinding,
    /// Why, in a sentence.
    pub reason: String,
}

/// Whether a letter is met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LetterFinding {
    Met,
    NotMet,
    /// The files do not say enough to tell.
    NotJudged,
}

impl Smart<'_> {
    /// The letters, and their names in JSON and CSV.
    pub const LETTERS: [(&'static str, &'static str); 5] =
        [("S", "specific"), ("M", "measurable"), ("A", "achievable"), ("R", "relevant"), ("T", "time-bound")];

    /// Whether all five are met.
    #[must_use]
    pub fn is_met(&self) -> bool {
        self.letters.iter().all(|letter| letter.finding == LetterFinding::Met)
    }

    /// Whether none fails, and some could not be judged.
    #[must_use]
    pub fn is_met_as_far_as_judged(&self) -> bool {
        !self.is_met() && self.letters.iter().all(|letter| letter.finding != LetterFinding::NotMet)
    }
}

impl LetterFinding {
    /// In JSON and CSV.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::NotMet => "not-met",
            Self::NotJudged => "not-judged",
        }
    }
}

impl Letter {
    fn met(reason: impl Into<String>) -> Self {
        Self { finding: LetterFinding::Met, reason: reason.into() }
    }

    fn not_met(reason: impl Into<String>) -> Self {
        Self { finding: LetterFinding::NotMet, reason: reason.into() }
    }

    fn not_judged(reason: impl Into<String>) -> Self {
        Self { finding: LetterFinding::NotJudged, reason: reason.into() }
    }
}

/// The five letters; nothing where no target is in use.
pub(super) fn letters(evidence: &Evidence<'_>, way: Option<&Way>) -> Option<[Letter; 5]> {
    (!evidence.tracks.is_empty()).then(|| {
        [
            specific(evidence.indicator),
            measurable(evidence),
            achievable(evidence, way),
            relevant(evidence.indicator),
            time_bound(evidence),
        ]
    })
}

/// What is counted, and among whom.
fn specific(indicator: &Indicator) -> Letter {
    let is_defined = declared::is_defined(indicator) || indicator.numerator.is_some();
    let says_whom = names_a_population(indicator);
    match (is_defined, says_whom) {
        (true, true) => Letter::met("Its definition says what is counted, and among whom."),
        (false, true) if is_said_by_the_title(indicator) => {
            Letter::met("Its title says what is counted, and among whom.")
        }
        (false, _) => Letter::not_met("It has no definition, and its title does not say what is counted among whom."),
        (true, false) => Letter::not_judged("It has a definition; whether that says among whom cannot be told."),
    }
}

/// A title of a few words is more than a name.
fn is_said_by_the_title(indicator: &Indicator) -> bool {
    indicator.title.split_whitespace().count() >= 3
}

/// A unit, somebody who supplies the figure, and a figure, or at least none that is late.
fn measurable(evidence: &Evidence<'_>) -> Letter {
    let indicator = evidence.indicator;
    if !declared::has_source(indicator) {
        return Letter::not_met("Nothing says who supplies the figure.");
    }
    if let Some(latest) = evidence.figures().next_back() {
        return Letter::met(format!("It has a unit, a source and figures, the latest for {}.", latest.period));
    }
    match (&evidence.verdict.state, evidence.verdict.owed) {
        _ if !evidence.is_ours_to_chase() => {
            Letter::not_judged("Another body watches it, and there is no figure here.")
        }
        (State::NoData, Some(owed)) if owed.is_overdue => {
            Letter::not_met(format!("It has a source, and no figure: that for {} is overdue.", owed.period))
        }
        _ => Letter::not_judged("It has a unit and a source; there is no figure yet."),
    }
}

/// Whether what is asked can be done, as far as figures can say; whether it was agreed with those who are to do it they cannot.
fn achievable(evidence: &Evidence<'_>, way: Option<&Way>) -> Letter {
    if let Some(track) = evidence.tracks.iter().find(|track| lacks_its_baseline(evidence, track)) {
        let asked = track.first().map(|target| evidence.words().condition(&target.condition)).unwrap_or_default();
        return Letter::not_met(format!("It is to be {asked}, and the baseline is not known."));
    }
    match way {
        Some(Way::Ahead(pace)) if pace.is_unlikely() => Letter::not_met(pace.sentence(evidence)),
        Some(Way::Ahead(pace)) => Letter::met(pace.sentence(evidence)),
        Some(Way::InTime) => Letter::met("It is where it is due to be by now."),
        Some(Way::Arrived) if is_met_now(evidence) => Letter::met("What it asks for in the end is there."),
        Some(Way::Unknown(reason)) => Letter::not_judged(format!("Its pace is not known: {reason}.")),
        _ if is_met_now(evidence) => Letter::met("Its latest figure meets it."),
        _ if evidence.figures().next().is_none() => Letter::not_judged("There is no figure to judge it from."),
        _ => Letter::not_judged("It asks for no level by a date, so that there is no pace to compare."),
    }
}

/// Whether every track that can be worked out is met by the latest figure, and one can.
fn is_met_now(evidence: &Evidence<'_>) -> bool {
    match &evidence.verdict.state {
        State::Rated(assessment) => {
            assessment.set_aside.is_empty() && assessment.tracks.iter().all(|track| track.measured.is_met())
        }
        _ => false,
    }
}

/// What it is a measure of.
fn relevant(indicator: &Indicator) -> Letter {
    if indicator.objective.is_some() {
        Letter::met("It is a measure of its objective.")
    } else if declared::is_mapped(indicator) {
        Letter::met("It has a theme or a reference in an outcomes framework.")
    } else if indicator.chapter.is_some() {
        Letter::met("It stands under a chapter, though under no objective.")
    } else {
        Letter::not_met("It stands for nothing in the strategy.")
    }
}

fn time_bound(evidence: &Evidence<'_>) -> Letter {
    let tracks = &evidence.tracks;
    if let Some(open) = tracks.iter().find(|track| !is_time_bound(track)) {
        let asked = open.first().map(|target| evidence.words().condition(&target.condition)).unwrap_or_default();
        return Letter::not_met(format!("It is to be {asked}, and nothing says by when."));
    }
    match tracks.iter().filter_map(Track::last).filter_map(|target| target.by.as_ref()).max_by_key(|by| by.period.end())
    {
        Some(by) => Letter::met(format!("It has a date: {}.", by.period)),
        None => Letter::met("It stands in every period."),
    }
}
