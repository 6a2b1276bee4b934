//! The action plan: what is being done, by whom, and what is late.

use super::{ActionOnDay, NotThere, Occasion, is_declared, is_lead};
use crate::registers::{About, Action};
use crate::strategy::Strategy;
use crate::workspace::{Registers, Workspace};

/// What to do where a case is named and there is none at all.
pub(super) const NO_CASE: &str = "no case is opened yet: hwb escalate open opens one";

/// The actions of a day that a filter leaves.
#[derive(Debug)]
pub struct ActionPlan<'a> {
    pub strategy: &'a Strategy,
    pub occasion: Occasion<'a>,
    pub filter: ActionFilter,
    /// In the order of the strategy: chapter by chapter as the file has them, each objective's actions with its indicators'.
    pub rows: Vec<ActionOnDay>,
    /// How many of the rows are still to be done.
    pub open: usize,
    /// How many of those are past their day.
    pub overdue: usize,
    /// How many actions that the filter would leave were opened after the day.
    pub later: usize,
    /// Nothing could be listed, since the file has errors.
    pub is_unreadable: bool,
}

/// Which actions are listed: each condition that is given has to hold.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ActionFilter {
    /// The id of an indicator or an objective.
    pub about: Option<String>,
    /// The id of the lead that does it.
    pub lead: Option<String>,
    /// The id of the case it belongs to.
    pub case: Option<String>,
    pub progress: Progress,
}

/// How far the actions are that are listed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Progress {
    /// Still to be done.
    #[default]
    Open,
    /// Still to be done, and past their day.
    Overdue,
    All,
}

impl<'a> ActionPlan<'a> {
    /// The plan on an occasion.
    #[must_use]
    pub fn of(workspace: &'a Workspace, registers: &Registers, occasion: Occasion<'a>, filter: ActionFilter) -> Self {
        let strategy = &workspace.strategy;
        let taken: Vec<&Action> = registers.actions.iter().flatten().filter(|action| filter.takes(action)).collect();
        let there: Vec<ActionOnDay> =
            taken.iter().filter_map(|action| ActionOnDay::of(action, occasion.registers_on)).collect();
        let later = taken.len() - there.len();
        let mut rows: Vec<ActionOnDay> = there.into_iter().filter(|row| filter.progress.takes(row)).collect();
        // Stable: what is about one thing stays in the order of the file.
        rows.sort_by_key(|row| place(strategy, &row.action.about));
        Self {
            strategy,
            occasion,
            open: rows.iter().filter(|row| row.action.status.is_open()).count(),
            overdue: rows.iter().filter(|row| row.is_overdue).count(),
            later,
            is_unreadable: registers.actions.is_none(),
            rows,
            filter,
        }
    }
}

impl ActionFilter {
    /// Whether every id given is there. Where the log of cases has errors any text may be a case's.
    ///
    /// # Errors
    /// The first that is not, with the nearest that is.
    pub fn check(&self, strategy: &Strategy, registers: &Registers) -> Result<(), NotThere> {
        self.about.as_ref().map_or(Ok(()), |about| is_declared(strategy, about))?;
        self.lead.as_ref().map_or(Ok(()), |lead| is_lead(strategy, lead))?;
        let (Some(case), Some(cases)) = (&self.case, &registers.cases) else { return Ok(()) };
        let ids: Vec<&str> = cases.iter().map(|case| case.id.as_str()).collect();
        if ids.contains(&case.as_str()) { Ok(()) } else { Err(NotThere::of("case", case, &ids, NO_CASE)) }
    }

    /// What it leaves, in words: "overdue, by Public Health, of case E3"; nothing where it is what is listed anyway.
    #[must_use]
    pub fn in_words(&self, strategy: &Strategy) -> Option<String> {
        let progress = match self.progress {
            Progress::Open => None,
            Progress::Overdue => Some("overdue".to_owned()),
            Progress::All => Some("done and dropped too".to_owned()),
        };
        let about = self.about.as_ref().map(|id| format!("about {}", strategy.title_of(id)));
        let lead = self.lead.as_ref().map(|id| format!("by {}", strategy.lead_title(id)));
        let case = self.case.as_ref().map(|id| format!("of case {id}"));
        let parts: Vec<String> = [progress, about, lead, case].into_iter().flatten().collect();
        (!parts.is_empty()).then(|| parts.join(", "))
    }

    fn takes(&self, action: &Action) -> bool {
        let is =
            |wanted: &Option<String>, own: Option<&str>| wanted.as_deref().is_none_or(|wanted| own == Some(wanted));
        is(&self.about, Some(action.about.id()))
            && is(&self.lead, Some(&action.owner))
            && is(&self.case, action.case.as_deref())
    }
}

impl Progress {
    fn takes(self, row: &ActionOnDay) -> bool {
        match self {
            Self::Open => row.action.status.is_open(),
            Self::Overdue => row.is_overdue,
            Self::All => true,
        }
    }
}

/// Where in the strategy stands what an action is about: its chapter, its objective, and the indicator, which comes after what is
/// about the objective as a whole.
fn place(strategy: &Strategy, about: &About) -> [Option<usize>; 3] {
    let chapter = |id: Option<&String>| strategy.chapters.get_index_of(id?);
    match about {
        About::Indicator(id) => {
            let indicator = strategy.indicators.get(id);
            let objective =
                indicator.and_then(|indicator| strategy.objectives.get_index_of(indicator.objective.as_ref()?));
            let chapter = chapter(indicator.and_then(|indicator| indicator.chapter.as_ref()));
            [chapter, objective, strategy.indicators.get_index_of(id)]
        }
        About::Objective(id) => {
            let objective = strategy.objectives.get(id).map(|objective| &objective.chapter);
            [chapter(objective), strategy.objectives.get_index_of(id), None]
        }
    }
}
