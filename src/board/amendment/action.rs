//! An action added to the plan, or changed in it.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{Amendment, NotAmended, Reading, Register};
use crate::board::actions::NO_CASE;
use crate::board::{NotThere, is_declared, is_lead};
use crate::files::{ACTIONS, ESCALATIONS, Files};
use crate::registers::writing::{ActionChange, NewAction, is_id, next_id};
use crate::registers::{ACTION_COLUMNS, Action, action_columns};

/// An action that has its row.
#[derive(Debug)]
pub struct ActionWritten {
    pub amendment: Amendment,
    /// As it was; nothing where it is new.
    pub before: Option<Action>,
    pub action: Action,
}

/// Works out what the plan would be with an action added on a day.
///
/// # Errors
/// Why it cannot be.
pub fn add_action<F: Files + Clone + 'static>(
    files: &F,
    new: &NewAction,
    today: NaiveDate,
) -> Result<ActionWritten, NotAmended> {
    let reading = read(files, today)?;
    let strategy = &reading.workspace.strategy;
    is_declared(strategy, &new.about).map_err(NotAmended::NotThere)?;
    check_owner(&reading, Some(&new.owner))?;
    check_case(&reading, new.case.as_deref())?;
    let there = reading.registers.actions.as_deref().unwrap_or_default();
    let taken: BTreeSet<&str> = there.iter().map(|action| action.id.as_str()).collect();
    let id = new.id.clone().unwrap_or_else(|| next_id('A', &taken));
    if !is_id(&id) {
        return Err(NotAmended::BadId(id));
    }
    if let Some(own) = there.iter().find(|action| action.id == id) {
        return Err(NotAmended::Taken { id, is: own.action.clone() });
    }
    let amendment = reading.amend(|sheet| sheet.append(&new.cells(&id, today)))?;
    written(amendment, None, &id)
}

/// Works out what the plan would be with an action changed on a day.
///
/// # Errors
/// Why it cannot be.
pub fn change_action<F: Files + Clone + 'static>(
    files: &F,
    id: &str,
    change: &ActionChange,
    today: NaiveDate,
) -> Result<ActionWritten, NotAmended> {
    let reading = read(files, today)?;
    check_owner(&reading, change.owner.as_deref())?;
    check_case(&reading, change.case.as_deref().filter(|case| !case.trim().is_empty()))?;
    let there = reading.registers.actions.as_deref().unwrap_or_default();
    let Some(place) = there.iter().position(|action| action.id == id) else {
        let ids: Vec<&str> = there.iter().map(|action| action.id.as_str()).collect();
        let none = "the plan has no action yet: hwb action add adds one";
        return Err(NotAmended::NotThere(NotThere::of("action", id, &ids, none)));
    };
    let before = there[place].clone();
    let amendment = reading.amend(|sheet| sheet.replace(place, &change.cells(today)))?;
    written(amendment, Some(before), id)
}

fn read<F: Files + Clone + 'static>(files: &F, today: NaiveDate) -> Result<Reading<F>, NotAmended> {
    Reading::of(files, Register { path: ACTIONS, names: &ACTION_COLUMNS, columns: action_columns() }, today)
}

fn check_owner<F>(reading: &Reading<F>, owner: Option<&str>) -> Result<(), NotAmended> {
    let strategy = &reading.workspace.strategy;
    owner.map_or(Ok(()), |owner| is_lead(strategy, owner)).map_err(NotAmended::NotThere)
}

/// An action can belong to a case only where the log can be read.
fn check_case<F: Files + Clone + 'static>(reading: &Reading<F>, case: Option<&str>) -> Result<(), NotAmended> {
    let Some(case) = case else { return Ok(()) };
    reading.refuse_faulty(ESCALATIONS)?;
    let cases = reading.registers.cases.as_deref().unwrap_or_default();
    let ids: Vec<&str> = cases.iter().map(|case| case.id.as_str()).collect();
    if ids.contains(&case.trim()) {
        return Ok(());
    }
    Err(NotAmended::NotThere(NotThere::of("case", case, &ids, NO_CASE)))
}

/// The action as it reads after the change.
fn written(amendment: Amendment, before: Option<Action>, id: &str) -> Result<ActionWritten, NotAmended> {
    let registers = amendment.after.registers(None);
    let own = registers.actions.and_then(|actions| actions.into_iter().find(|action| action.id == id));
    match own {
        Some(action) => Ok(ActionWritten { amendment, before, action }),
        None => Err(NotAmended::Refused(registers.findings.into_sorted())),
    }
}
