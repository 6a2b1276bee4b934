//! The audit of the framework itself: what it lacks, what is in it twice, who does not answer, what cannot be judged.
//!
//! Each check has a file, pure and without knowledge of the others, and says why in a sentence; `docs/methods.md`, "The audit",
//! has what each looks for and what it leaves alone. People decide what to do about it.

mod change;
mod chapters;
mod check;
mod commentary;
mod declared;
mod duplicates;
mod evidence;
mod leads;
mod likeness;
mod long_met;
mod objectives;
mod pace;
mod population;
mod problem;
mod rhythm;
mod smart;
mod targets;
mod themes;
mod timeliness;

use chrono::NaiveDate;

pub use check::{Check, Severity};
pub use duplicates::{Basis, Duplicate, LIKENESS};
pub use leads::Load;
pub use problem::{Problem, Subject};
pub use rhythm::Rhythm;
pub use smart::{Letter, LetterFinding, Smart};

use super::Filter;
use crate::judge::{State, Verdict};
use crate::readings::Readings;
use crate::strategy::{Indicator, Strategy};
use crate::workspace::{Loaded, Workspace};
use evidence::Evidence;
use problem::Noted;

/// What an audit found.
#[derive(Debug)]
pub struct Audit<'a> {
    pub strategy: &'a Strategy,
    pub as_of: NaiveDate,
    pub filter: Filter,
    pub extent: Extent,
    /// How many indicators were looked at, those with errors in their files included.
    pub looked_at: usize,
    /// The most serious first, then by check, then in the order of the file.
    pub problems: Vec<Problem<'a>>,
    /// Of each indicator with targets, in the order of the file.
    pub smart: Vec<Smart<'a>>,
    pub duplicates: Vec<Duplicate<'a>>,
    pub rhythm: Rhythm,
    /// How many indicators a lead may have; nothing where a filter leaves that out, or there are no indicators.
    pub load: Option<Load>,
    /// Indicators whose files have errors: they cannot be audited.
    pub unreadable: Vec<&'a Indicator>,
}

/// Whether the framework as a whole was looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    Whole,
    /// Only the indicators that a filter leaves: the checks of objectives, leads, chapters, themes and of the audit itself are
    /// left out.
    Indicators,
}

/// What became of one indicator.
struct Examined<'a> {
    indicator: &'a Indicator,
    verdict: Verdict,
    noted: Vec<Noted>,
    letters: Option<[Letter; 5]>,
}

impl<'a> Audit<'a> {
    /// The audit of the framework on a day.
    #[must_use]
    pub fn on(workspace: &'a Workspace, filter: Filter, as_of: NaiveDate) -> Self {
        let strategy = &workspace.strategy;
        let extent = if filter == Filter::default() { Extent::Whole } else { Extent::Indicators };
        let examined = examine_all(workspace, &filter, as_of);
        let indicators: Vec<&Indicator> = examined.iter().map(|examined| examined.indicator).collect();
        let is_unreadable = |examined: &&Examined<'_>| examined.verdict.state == State::Unreadable;
        let unreadable = examined.iter().filter(is_unreadable).map(|examined| examined.indicator).collect();
        let duplicates = duplicates::find(&indicators);
        let rhythm = Rhythm::of(strategy, as_of);

        let mut problems = duplicates::check(strategy, &duplicates);
        if extent == Extent::Whole {
            let actions = workspace.registers(None).actions.unwrap_or_default();
            problems.extend(objectives::check(strategy, as_of));
            problems.extend(leads::check(strategy, &indicators, &actions));
            problems.extend(chapters::check(strategy));
            problems.extend(themes::check(strategy, &indicators));
            problems.extend(rhythm::check(strategy, rhythm));
        }
        let mut smart = Vec::new();
        for Examined { indicator, noted, letters, .. } in examined {
            let of_indicator = |Noted { check, reason }| Problem::new(check, Subject::Indicator(indicator), reason);
            problems.extend(noted.into_iter().map(of_indicator));
            smart.extend(letters.map(|letters| Smart { indicator, letters }));
        }
        // Stable: within a check the order of the file stays.
        problems.sort_by_key(|problem| problem.check);
        Self {
            strategy,
            as_of,
            extent,
            looked_at: indicators.len(),
            problems,
            smart,
            duplicates,
            rhythm,
            load: Load::of(&indicators).filter(|_| extent == Extent::Whole),
            unreadable,
            filter,
        }
    }

    /// How many problems there are of a severity.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.problems.iter().filter(|problem| problem.check.severity() == severity).count()
    }

    /// The problems of each check that found any, the most serious first.
    #[must_use]
    pub fn by_check(&self) -> Vec<(Check, &[Problem<'a>])> {
        let groups = self.problems.chunk_by(|one, next| one.check == next.check);
        groups.filter_map(|group| Some((group.first()?.check, group))).collect()
    }

    /// Whether the Performance Group is declared, so that its members could be looked at.
    #[must_use]
    pub fn has_performance_group(&self) -> bool {
        chapters::has_performance_group(self.strategy)
    }
}

/// The indicators a filter takes, each examined, in the order of the file.
fn examine_all<'a>(workspace: &'a Workspace, filter: &Filter, as_of: NaiveDate) -> Vec<Examined<'a>> {
    let indicators = workspace.strategy.indicators.values();
    let taken: Vec<&Indicator> =
        indicators.filter(|indicator| filter.takes(indicator) && indicator.is_current(as_of)).collect();
    let mut examined = workspace.each(&taken, None, |indicator, loaded| examine(workspace, indicator, &loaded, as_of));
    // Whether a file with errors would have the rating asked for cannot be known, so it is not left out.
    examined.retain(|examined| examined.verdict.state == State::Unreadable || filter.takes_verdict(&examined.verdict));
    examined
}

fn examine<'a>(workspace: &Workspace, indicator: &'a Indicator, loaded: &Loaded, as_of: NaiveDate) -> Examined<'a> {
    let Some(readings) = loaded.readings.as_ref().map(Readings::disclosed) else {
        return Examined { indicator, verdict: Verdict::unreadable(as_of), noted: Vec::new(), letters: None };
    };
    let evidence = Evidence::new(&workspace.strategy, indicator, &readings, as_of);
    let way = pace::way(&evidence);
    let mut noted = declared::check(indicator);
    noted.extend(targets::check(&evidence));
    noted.extend(change::check(&evidence));
    noted.extend(timeliness::check(&evidence));
    noted.extend(long_met::check(&evidence));
    noted.extend(pace::check(&evidence, way.as_ref()));
    noted.extend(commentary::check(workspace, &evidence));
    let letters = smart::letters(&evidence, way.as_ref());
    Examined { indicator, noted, letters, verdict: evidence.verdict }
}
