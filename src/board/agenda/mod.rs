//! The agenda: what a meeting must hold, what is still missing for it, and who is invited.

mod cases;
mod figures;
mod focus;
mod invited;
pub(super) mod reports;
mod steps;
mod themes;

use chrono::NaiveDate;

use super::position::unreadable_among;
use super::suggestions::{Suggestion, suggestions};
use super::{ActionOnDay, CaseOnDay, Circumstances, Filter, Occasion, Standing};
use crate::files::ESCALATIONS;
use crate::judge::{Owed, RatingLevel};
use crate::registers::Level;
use crate::strategy::{Indicator, Sitting, Strategy};
use crate::time;
use crate::workspace::Workspace;

pub use cases::{FollowUp, OpenCase, Wanted};
pub use figures::MissingFigures;
pub use focus::{Alternative, Criterion, Focus};
pub use invited::{Invitee, Reason, Subject};
pub use reports::{DueAudit, DueReport, ReportKind};
pub use themes::{AgendaTheme, Chosen};

/// What one meeting must hold.
#[derive(Debug)]
pub struct Agenda<'a> {
    pub strategy: &'a Strategy,
    /// The day the agenda is looked at.
    pub as_of: NaiveDate,
    pub sitting: Sitting<'a>,
    /// Figures are judged by what was known on this day: the cut-off once it is past.
    pub judged_on: NaiveDate,
    /// From the day on, which is counted, to the meeting, which is not.
    pub working_days_left: usize,
    pub reports: Vec<DueReport<'a>>,
    pub audit: Option<DueAudit>,
    /// Nothing at a meeting that does not look at the figures.
    pub progress: Option<Overview>,
    pub themes: Vec<AgendaTheme<'a>>,
    pub focus: Vec<Focus<'a>>,
    /// What other measures could be in focus, where hwb proposes.
    pub alternatives: Vec<Alternative<'a>>,
    /// Those that whoever meets has before it.
    pub cases: Vec<OpenCase<'a>>,
    /// Steps about cases that the rules suggest to whoever meets: people decide.
    pub suggestions: Vec<Suggestion<'a>>,
    /// What the Board decided and nobody has followed up.
    pub follow_up: Vec<FollowUp<'a>>,
    /// Figures that should be in by the cut-off and are not.
    pub figures: Vec<MissingFigures<'a>>,
    /// Indicators off target of whose figure nothing is said.
    pub without_commentary: Vec<&'a Indicator>,
    /// Each once, in the order of the first reason.
    pub invitees: Vec<Invitee<'a>>,
    /// Indicators whose files have errors: what they would add is not known.
    pub unreadable: Vec<&'a Indicator>,
    /// Registers and commentary that have errors and were not used, by their paths.
    pub unusable: Vec<String>,
}

/// How the figures stand that every meeting looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Overview {
    /// Nothing where no measure is a priority.
    pub priority: Option<Tally>,
    /// How many indicators are exceptions.
    pub exceptions: usize,
}

/// How many measures there are, and at which level.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tally {
    pub measures: usize,
    pub green: usize,
    pub amber: usize,
    pub red: usize,
}

/// One indicator with what an agenda looks at.
#[derive(Debug)]
struct Row<'a> {
    standing: Standing<'a>,
    /// Every action about it, done ones too.
    actions: Vec<ActionOnDay>,
    /// What is suggested about its cases; nothing where their register cannot be used.
    suggestions: Vec<Suggestion<'a>>,
    /// The figures that are expected by the cut-off and not known, the earliest first.
    missing: Vec<Owed>,
    /// Whether its figure is off target and nothing is said of it.
    lacks_commentary: bool,
}

impl Row<'_> {
    fn level(&self) -> Option<RatingLevel> {
        self.standing.verdict.level()
    }

    /// Whether it is in use, or somebody has a case about it.
    fn is_open(&self) -> bool {
        self.standing.indicator.is_current(self.standing.verdict.as_of) || !self.cases().is_empty()
    }

    /// Its open cases.
    fn cases(&self) -> &[CaseOnDay] {
        &self.standing.response.cases
    }

    /// Whether the exceptions have it.
    fn is_listed(&self) -> bool {
        let is_told = self.is_ours() || self.standing.response.has_case();
        is_told && !self.standing.exceptions.is_empty()
    }

    /// Whether papers tell of its figures.
    fn is_ours(&self) -> bool {
        self.standing.indicator.managed_by.is_none()
    }
}

impl<'a> Agenda<'a> {
    /// The agenda of a meeting, looked at on a day.
    #[must_use]
    pub fn of(workspace: &'a Workspace, sitting: Sitting<'a>, as_of: NaiveDate) -> Self {
        let strategy = &workspace.strategy;
        let level = level_of(sitting.body);
        let occasion = Occasion::of_meeting(strategy, sitting).no_later_than(as_of);
        let judged_on = occasion.as_of;
        let circumstances = Circumstances::of(workspace, occasion);
        let rows = if level.is_some() { rows(&circumstances) } else { Vec::new() };
        let mut agenda = Self {
            strategy,
            as_of,
            sitting,
            judged_on,
            working_days_left: time::working_days_until(as_of, sitting.date),
            reports: reports::due_at(strategy, &sitting),
            audit: reports::audit_at(strategy, &sitting),
            progress: level.map(|_| Overview::of(&rows)),
            themes: themes::of(strategy, &sitting),
            focus: focus::of(strategy, &sitting, &rows),
            alternatives: Vec::new(),
            cases: level.map(|level| cases::open(&rows, level)).unwrap_or_default(),
            suggestions: level.map(|level| steps::suggested(&rows, level)).unwrap_or_default(),
            follow_up: cases::follow_up(&rows),
            figures: figures::all_missing(&rows),
            without_commentary: figures::without_commentary(&rows),
            invitees: Vec::new(),
            unreadable: unreadable_among(rows.iter().map(|row| &row.standing)),
            unusable: circumstances.unusable_with(rows.iter().map(|row| &row.standing)),
        };
        agenda.alternatives = focus::alternatives(strategy, &sitting, &rows, &agenda.focus);
        agenda.invitees = invited::to(&agenda, &rows);
        agenda
    }
}

/// Who a body is in the life of a case; nothing for a body that has none before it.
fn level_of(body: Option<&str>) -> Option<Level> {
    match body {
        None => Some(Level::Board),
        Some(id) => (id == Level::PerformanceGroup.name()).then_some(Level::PerformanceGroup),
    }
}

/// Every indicator in use or with an open case, in the order of the file.
fn rows<'a>(circumstances: &Circumstances<'a>) -> Vec<Row<'a>> {
    let unusable = circumstances.unusable_with(std::iter::empty());
    let are_cases_known = !unusable.iter().any(|path| path == ESCALATIONS);
    circumstances.each(&Filter::default(), |standing, readings| Row {
        actions: circumstances.actions_about(&standing.indicator.id),
        suggestions: if are_cases_known { suggestions(circumstances, &standing, readings) } else { Vec::new() },
        missing: figures::missing(circumstances, &standing, readings),
        lacks_commentary: figures::lacks_commentary(circumstances, &standing),
        standing,
    })
}

impl Overview {
    fn of(rows: &[Row<'_>]) -> Self {
        let ours = || rows.iter().filter(|row| row.is_ours());
        let priority: Vec<&Row<'_>> = ours().filter(|row| row.standing.indicator.priority).collect();
        let at = |level| priority.iter().filter(|row| row.level() == Some(level)).count();
        let tally = Tally {
            measures: priority.len(),
            green: at(RatingLevel::Green),
            amber: at(RatingLevel::Amber),
            red: at(RatingLevel::Red),
        };
        Self {
            priority: (tally.measures > 0).then_some(tally),
            exceptions: rows.iter().filter(|row| row.is_listed()).count(),
        }
    }
}

#[cfg(test)]
pub(super) mod tests {
    use crate::strategy::{Sitting, Strategy, read};
    use crate::time::read_iso;

    const HEADER: &str =
        "format = 1\nstrategy = { title = \"t\", area = \"a\", starts = 2012-04-01, ends = 2015-03-31 }\n";

    /// A made-up strategy of 2012-15.
    pub fn strategy(tables: &str) -> Strategy {
        let (strategy, findings) = read::strategy(&format!("{HEADER}{tables}"));
        strategy.unwrap_or_else(|| panic!("{findings:?}"))
    }

    /// The meeting of a body on a day.
    pub fn sitting<'a>(strategy: &'a Strategy, body: Option<&'a str>, day: &str) -> Sitting<'a> {
        strategy.sitting_on(body, read_iso(day).unwrap()).unwrap_or_else(|| panic!("no meeting on {day}"))
    }
}
