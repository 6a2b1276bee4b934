//! A case opened, or a step of one, added to the log.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{Amendment, Current, NotAmended, Register};
use crate::board::actions::NO_CASE;
use crate::board::filter::{Filter, NotThere};
use crate::board::response::is_met;
use crate::files::{ESCALATIONS, Files};
use crate::registers::writing::{NewEvent, is_id, next_id};
use crate::registers::{
    Acceptable, Case, Decision, ESCALATION_COLUMNS, Event, Level, Refused, Stage, Standing, Step, escalation_columns,
};
use crate::strategy::Indicator;

/// A case that is to be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewCase {
    pub indicator: String,
    /// Nothing where hwb is to give it the next id that is free.
    pub id: Option<String>,
    pub level: Level,
    pub date: NaiveDate,
    pub note: String,
}

/// A step that a case is to take.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewStep {
    /// The id of the case, or of an indicator with a single open one.
    pub case: String,
    pub step: StepAsked,
    pub date: NaiveDate,
    pub note: Option<String>,
}

/// Which step, with what was given for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum StepAsked {
    Raise,
    Decide { acceptable: String, recovery: Option<String> },
    Review,
    Close,
}

/// A step that has its row.
#[derive(Debug)]
pub struct StepWritten {
    pub amendment: Amendment,
    /// The case with the step.
    pub case: Case,
    /// Whether performance has reached the level at which the case may close, on the day of the step; nothing where no level is
    /// agreed, or the readings cannot be used.
    pub is_level_reached: Option<bool>,
}

/// Why a case does not take a step.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum NotTaken {
    /// The case is not where the step begins.
    Refused { case: Box<Case>, step: Step, why: Refused },
    /// The indicator has a case that is open.
    AlreadyOpen(Box<Case>),
    /// The indicator was named for its open case, and has none.
    NoneOpen { indicator: String },
    /// The indicator was named for its open case, and has several; their ids.
    SeveralOpen { indicator: String, cases: Vec<String> },
    /// The Board's case has not reached its level, and no note says why it is to be closed.
    BelowItsLevel { case: Box<Case>, acceptable: Acceptable },
}

/// Works out what the log would be with a case opened.
///
/// # Errors
/// Why it cannot be.
pub fn open_case<F: Files + Clone + 'static>(
    files: &F,
    new: &NewCase,
    today: NaiveDate,
) -> Result<StepWritten, NotAmended> {
    let current = read(files, today)?;
    let indicator = indicator_of(&current, &new.indicator)?.clone();
    let cases = current.registers.cases.as_deref().unwrap_or_default();
    if let Some(open) = not_over_by(cases, &new.indicator, new.date).next() {
        return Err(NotAmended::NotTaken(NotTaken::AlreadyOpen(Box::new(open.clone()))));
    }
    let taken: BTreeSet<&str> = cases.iter().map(|case| case.id.as_str()).collect();
    let id = new.id.clone().unwrap_or_else(|| next_id('E', &taken));
    if !is_id(&id) {
        return Err(NotAmended::BadId(id));
    }
    if let Some(own) = cases.iter().find(|case| case.id == id) {
        return Err(NotAmended::Taken { id, is: format!("a case about {}", own.indicator) });
    }
    let event = NewEvent {
        case: &id,
        date: new.date,
        indicator: &new.indicator,
        step: Step::Opened(new.level),
        level: new.level,
        acceptable: None,
        recovery: None,
        note: Some(&new.note),
    };
    let amendment = current.amend(|sheet| sheet.append(&event.cells(indicator.period)))?;
    written(amendment, &id, new.date)
}

/// Works out what the log would be with a step of a case added.
///
/// # Errors
/// Why it cannot be.
pub fn take_step<F: Files + Clone + 'static>(
    files: &F,
    new: &NewStep,
    today: NaiveDate,
) -> Result<StepWritten, NotAmended> {
    let current = read(files, today)?;
    let case = named(&current, &new.case)?.clone();
    let indicator = indicator_of(&current, &case.indicator)?.clone();
    let step = new.step.step();
    let event = Event { date: new.date, step, note: new.note.clone(), span: 0..0 };
    let mut after = case.clone();
    if let Err(why) = after.take(event) {
        return Err(NotAmended::NotTaken(NotTaken::Refused { case: Box::new(case), step, why }));
    }
    if new.step == StepAsked::Close && new.note.is_none() {
        refuse_below_its_level(&current, &indicator, &case, new.date)?;
    }
    let (acceptable, recovery) = new.step.decided();
    let event = NewEvent {
        case: &case.id,
        date: new.date,
        indicator: &case.indicator,
        step,
        level: after.standing().level(),
        acceptable,
        recovery,
        note: new.note.as_deref(),
    };
    let amendment = current.amend(|sheet| sheet.append(&event.cells(indicator.period)))?;
    written(amendment, &case.id, new.date)
}

impl StepAsked {
    /// The step, without what a decision says: that is read from the row, as validation reads it.
    fn step(&self) -> Step {
        match self {
            Self::Raise => Step::Escalated,
            Self::Decide { .. } => Step::Decided(Decision::default()),
            Self::Review => Step::Reviewed,
            Self::Close => Step::Closed,
        }
    }

    fn decided(&self) -> (Option<&str>, Option<&str>) {
        match self {
            Self::Decide { acceptable, recovery } => (Some(acceptable), recovery.as_deref()),
            Self::Raise | Self::Review | Self::Close => (None, None),
        }
    }
}

fn read<F: Files + Clone + 'static>(files: &F, today: NaiveDate) -> Result<Current<F>, NotAmended> {
    Current::of(files, Register { path: ESCALATIONS, names: &ESCALATION_COLUMNS, columns: escalation_columns() }, today)
}

fn indicator_of<'r, F>(current: &'r Current<F>, id: &str) -> Result<&'r Indicator, NotAmended> {
    let strategy = &current.workspace.strategy;
    let named = Filter { indicators: vec![id.to_owned()], ..Filter::default() };
    named.check(strategy).map_err(NotAmended::NotThere)?;
    strategy.indicators.get(id).ok_or_else(|| NotAmended::BadId(id.to_owned()))
}

/// The cases about an indicator that were not over by a day: open ones, and those that were closed later.
fn not_over_by<'c>(cases: &'c [Case], indicator: &str, day: NaiveDate) -> impl Iterator<Item = &'c Case> {
    let is_over = move |case: &Case| match case.standing().stage {
        Stage::With(_) => false,
        Stage::Closed { on, .. } => on <= day,
    };
    cases.iter().filter(move |case| case.indicator == indicator && !is_over(case))
}

fn open_cases<'c>(cases: &'c [Case], indicator: &str) -> impl Iterator<Item = &'c Case> {
    cases.iter().filter(move |case| case.indicator == indicator && case.standing().is_open())
}

/// The case of an id, or the only open one of an indicator.
fn named<'r, F>(current: &'r Current<F>, name: &str) -> Result<&'r Case, NotAmended> {
    let cases = current.registers.cases.as_deref().unwrap_or_default();
    if let Some(case) = cases.iter().find(|case| case.id == name) {
        return Ok(case);
    }
    let indicators = &current.workspace.strategy.indicators;
    if !indicators.contains_key(name) {
        let ids = cases.iter().map(|case| case.id.as_str());
        let about = cases.iter().filter(|case| case.standing().is_open()).map(|case| case.indicator.as_str());
        let names: Vec<&str> = ids.chain(about).collect();
        return Err(NotAmended::NotThere(NotThere::of("case", name, &names, NO_CASE)));
    }
    let open: Vec<&Case> = open_cases(cases, name).collect();
    let indicator = name.to_owned();
    match open.as_slice() {
        [only] => Ok(only),
        [] => Err(NotAmended::NotTaken(NotTaken::NoneOpen { indicator })),
        several => {
            let cases = several.iter().map(|case| case.id.clone()).collect();
            Err(NotAmended::NotTaken(NotTaken::SeveralOpen { indicator, cases }))
        }
    }
}

/// # Errors
/// The case is the Board's, and has not reached the level that it agreed.
fn refuse_below_its_level<F>(
    current: &Current<F>,
    indicator: &Indicator,
    case: &Case,
    on: NaiveDate,
) -> Result<(), NotAmended> {
    let standing = case.standing();
    let Some(acceptable) = standing.acceptable().filter(|_| standing.stage == Stage::With(Level::Board)) else {
        return Ok(());
    };
    let workspace = &current.workspace;
    let Some(readings) = workspace.load(indicator, None).readings else { return Ok(()) };
    match is_met(&standing, (&workspace.strategy, indicator, &readings.disclosed()), on) {
        Some(false) => Err(NotAmended::NotTaken(NotTaken::BelowItsLevel { case: Box::new(case.clone()), acceptable })),
        _ => Ok(()),
    }
}

/// The case as it reads after the change.
fn written(amendment: Amendment, id: &str, on: NaiveDate) -> Result<StepWritten, NotAmended> {
    let registers = amendment.after.registers(None);
    let own = registers.cases.and_then(|cases| cases.into_iter().find(|case| case.id == id));
    let Some(case) = own else { return Err(NotAmended::Refused(registers.findings.into_sorted())) };
    let is_level_reached = is_level_reached(&amendment, &case.standing(), &case.indicator, on);
    Ok(StepWritten { amendment, case, is_level_reached })
}

fn is_level_reached(amendment: &Amendment, standing: &Standing, indicator: &str, on: NaiveDate) -> Option<bool> {
    let workspace = &amendment.after;
    let indicator = workspace.strategy.indicators.get(indicator)?;
    let readings = workspace.load(indicator, None).readings?;
    is_met(standing, (&workspace.strategy, indicator, &readings.disclosed()), on)
}
