//! Writing in a register: what its file would be, and whether it may be.
//!
//! Nothing is written here. The registers are read as validation reads them, before and after, and what is found decides.

mod action;
mod case;

use chrono::NaiveDate;

pub use action::{ActionWritten, add_action, change_action};
pub use case::{NewCase, NewStep, NotTaken, StepAsked, StepWritten, open_case, take_step};

use super::added::added;
use super::{NotThere, closing};
use crate::files::{Change, Files, Overlay, Unreadable};
use crate::finding::{Code, Finding, Severity};
use crate::table::{Columns, Edited, Sheet};
use crate::workspace::{NotOpened, Registers, Workspace};

/// What writing in a register comes to.
#[derive(Debug)]
pub struct Amendment {
    /// The strategy with the register amended.
    pub after: Workspace,
    pub change: Change,
    /// The row written, as a spreadsheet counts it.
    pub row: usize,
    /// What the registers are warned of that they were not before.
    pub warnings: Vec<Finding>,
}

/// Why a register is not amended.
#[derive(Debug)]
pub enum NotAmended {
    NotOpened(NotOpened),
    /// A register that would be written, or has to be looked into, has errors already.
    Faulty(Vec<Finding>),
    /// The register would have errors, or a text in it that a spreadsheet or an editor would not leave as it is.
    Refused(Vec<Finding>),
    /// What was given for an id cannot be one.
    BadId(String),
    /// Something is named that is not there.
    NotThere(NotThere),
    /// There is an action or a case of this id already; with what it is.
    Taken {
        id: String,
        is: String,
    },
    /// A case cannot take the step.
    NotTaken(NotTaken),
}

/// A register, and how its columns may be called.
pub(super) struct Register {
    pub path: &'static str,
    pub names: &'static [&'static str],
    pub columns: Columns<'static>,
}

/// What is found of a text that does not stay what was typed, once another program has had it: whoever types it can say it otherwise.
const OF_CHARACTERS: [Code; 7] = [
    Code::ExcelError,
    Code::Formula,
    Code::EdgeWhitespace,
    Code::Nbsp,
    Code::ZeroWidth,
    Code::SmartQuote,
    Code::Mojibake,
];

/// The registers as they are while one of them is to be amended.
pub(super) struct Reading<F> {
    files: F,
    pub workspace: Workspace,
    pub registers: Registers,
    register: Register,
    /// What the register's file holds; nothing where there is none yet.
    bytes: Option<Vec<u8>>,
    today: NaiveDate,
}

impl<F: Files + Clone + 'static> Reading<F> {
    /// Reads the registers, one of which is to be amended. What was read stays what it was when the change is made.
    ///
    /// # Errors
    /// The strategy cannot be opened, or the register has errors.
    pub(super) fn of(files: &F, register: Register, today: NaiveDate) -> Result<Self, NotAmended> {
        let bytes = match files.read(register.path) {
            Ok(bytes) => Some(bytes),
            Err(Unreadable::Missing) => None,
            // What is wrong with it is found where it is read.
            Err(_) => Some(Vec::new()),
        };
        let unchanged = Change { path: register.path.to_owned(), before: bytes.clone(), after: bytes.clone() };
        let workspace = open(files, unchanged)?;
        let registers = workspace.registers(Some(today));
        let reading = Self { files: files.clone(), workspace, registers, register, bytes, today };
        reading.refuse_faulty(reading.register.path)?;
        Ok(reading)
    }

    /// # Errors
    /// What is wrong with a register, where that is an error.
    pub(super) fn refuse_faulty(&self, path: &str) -> Result<(), NotAmended> {
        let own = |finding: &&Finding| finding.path == path;
        let findings: Vec<Finding> = self.registers.findings.as_slice().iter().filter(own).cloned().collect();
        if findings.iter().any(|finding| finding.severity == Severity::Error) {
            return Err(NotAmended::Faulty(findings));
        }
        Ok(())
    }

    /// Takes the register apart and makes a change in it.
    ///
    /// # Errors
    /// What would be wrong with it.
    pub(super) fn amend(self, edit: impl FnOnce(&Sheet<'_>) -> Edited) -> Result<Amendment, NotAmended> {
        let header = || self.register.names.join(",") + "\n";
        let text = self.bytes.as_ref().map_or_else(header, |bytes| String::from_utf8_lossy(bytes).into_owned());
        let edited = edit(&Sheet::of(&text, &self.register.columns));
        let path = self.register.path.to_owned();
        let change = Change { path, before: self.bytes, after: Some(edited.text.into_bytes()) };
        let after = open(&self.files, change.clone())?;
        let before = closing::findings(&self.workspace, self.registers);
        let now = closing::findings(&after, after.registers(Some(self.today)));
        let warnings = accepted(added(&after.strategy, &before, now))?;
        Ok(Amendment { after, change, row: edited.rows.first().copied().unwrap_or_default(), warnings })
    }
}

fn open<F: Files + Clone + 'static>(files: &F, change: Change) -> Result<Workspace, NotAmended> {
    Workspace::open(Box::new(Overlay::new(files.clone(), vec![change]))).map_err(NotAmended::NotOpened)
}

/// The new findings, where none of them keeps the register from being written.
fn accepted(findings: Vec<Finding>) -> Result<Vec<Finding>, NotAmended> {
    let findings: Vec<Finding> = findings.into_iter().map(Finding::without_repair).collect();
    let refuses = |finding: &Finding| finding.severity == Severity::Error || OF_CHARACTERS.contains(&finding.code);
    if !findings.iter().any(refuses) {
        return Ok(findings);
    }
    let as_error = |finding: Finding| if refuses(&finding) { finding.error() } else { finding };
    Err(NotAmended::Refused(findings.into_iter().map(as_error).collect()))
}

#[cfg(test)]
mod tests;
