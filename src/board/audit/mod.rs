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

pub use check::{Check, Severity};
pub use duplicates::{Basis, Duplicate, LIKENESS};
pub use leads::Load;
pub use problem::{Problem, Subject};
pub use rhythm::Rhythm;
pub use smart::{Letter, LetterFinding, Smart};

use super::{Circumstances, Filter, Occasion, Remark};
use crate::files::ACTIONS;
use crate::judge::{State, Verdict};
use crate::readings::Readings;
use crate::strategy::{Indicator, Strategy};
use crate::workspace::{Loaded, Workspace, commentary_path};
use evidence::Evidence;
use problem::Noted;

/// What an audit found.
#[derive(Debug)]
pub struct Audit<'a> {
    pub strategy: &'a Strategy,
    pub occasion: Occasion<'a>,
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
    /// The register of actions, and commentary, that have errors and were not used, by their paths.
    pub unusable: Vec<String>,
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
    /// The path of its commentary, where that has errors and was asked for.
    unusable: Option<String>,
}

impl<'a> Audit<'a> {
    /// The audit of the framework on an occasion.
    #[must_use]
    pub fn of(workspace: &'a Workspace, occasion: Occasion<'a>, filter: Filter) -> Self {
        let (strategy, as_of) = (&workspace.strategy, occasion.as_of);
        let extent = if filter == Filter::default() { Extent::Whole } else { Extent::Indicators };
        let examined = examine_all(&Circumstances::of(workspace, occasion), &filter);
        let indicators: Vec<&Indicator> = examined.iter().map(|examined| examined.indicator).collect();
        let is_unreadable = |examined: &&Examined<'_>| examined.verdict.state == State::Unreadable;
        let unreadable = examined.iter().filter(is_unreadable).map(|examined| examined.indicator).collect();
        let duplicates = duplicates::find(&indicators);
        let rhythm = Rhythm::of(strategy, as_of);

        let mut unusable = Vec::new();
        let mut problems = duplicates::check(strategy, &duplicates);
        if extent == Extent::Whole {
            let actions = workspace.registers(None).actions;
            unusable.extend(actions.is_none().then(|| ACTIONS.to_owned()));
            problems.extend(objectives::check(strategy, as_of));
            problems.extend(leads::check(strategy, &indicators, actions.as_deref()));
            problems.extend(chapters::check(strategy));
            problems.extend(themes::check(strategy, &indicators));
            problems.extend(rhythm::check(strategy, rhythm));
        }
        let mut smart = Vec::new();
        for Examined { indicator, noted, letters, unusable: commentary, .. } in examined {
            unusable.extend(commentary);
            let of_indicator = |Noted { check, reason }| Problem::new(check, Subject::Indicator(indicator), reason);
            problems.extend(noted.into_iter().map(of_indicator));
            smart.extend(letters.map(|letters| Smart { indicator, letters }));
        }
        // Stable: within a check the order of the file stays.
        problems.sort_by_key(|problem| problem.check);
        Self {
            strategy,
            occasion,
            extent,
            looked_at: indicators.len(),
            problems,
            smart,
            duplicates,
            rhythm,
            load: Load::of(&indicators).filter(|_| extent == Extent::Whole),
            unreadable,
            unusable,
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
fn examine_all<'a>(circumstances: &Circumstances<'a>, filter: &Filter) -> Vec<Examined<'a>> {
    let workspace = circumstances.workspace;
    let as_of = circumstances.occasion.as_of;
    let indicators = workspace.strategy.indicators.values();
    let taken: Vec<&Indicator> =
        indicators.filter(|indicator| filter.takes(indicator) && indicator.is_current(as_of)).collect();
    let mut examined = workspace.each(&taken, None, |indicator, loaded| examine(circumstances, indicator, &loaded));
    // Whether a file with errors would have the rating asked for cannot be known, so it is not left out.
    examined.retain(|examined| examined.verdict.state == State::Unreadable || filter.takes_verdict(&examined.verdict));
    examined
}

fn examine<'a>(circumstances: &Circumstances<'a>, indicator: &'a Indicator, loaded: &Loaded) -> Examined<'a> {
    let as_of = circumstances.occasion.as_of;
    let Some(readings) = loaded.readings.as_ref().map(Readings::disclosed) else {
        let verdict = Verdict::unreadable(as_of);
        return Examined { indicator, verdict, noted: Vec::new(), letters: None, unusable: None };
    };
    let evidence = Evidence::new(circumstances.strategy(), indicator, &readings, as_of);
    let way = pace::way(&evidence);
    let remark = commentary::remark(circumstances, &evidence);
    let mut noted = declared::check(evidence.strategy, indicator);
    noted.extend(targets::check(&evidence));
    noted.extend(change::check(&evidence));
    noted.extend(timeliness::check(&evidence));
    noted.extend(long_met::check(&evidence));
    noted.extend(pace::check(&evidence, way.as_ref()));
    noted.extend(commentary::check(&evidence, &remark));
    let letters = smart::letters(&evidence, way.as_ref());
    let unusable = (remark == Remark::Unreadable).then(|| commentary_path(&indicator.id));
    Examined { indicator, noted, letters, unusable, verdict: evidence.verdict }
}
