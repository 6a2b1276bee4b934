//! What every step of an open case is given, and how a row is written into the log.

use std::path::Path;

use chrono::NaiveDate;
use clap::Args;
use hwb::board::{self, Amendment, NewCase, NewStep, NotAmended, StepAsked, StepWritten};
use hwb::files::Disk;

use super::say;
use crate::cli::amend::{Way, Writing, write};
use crate::cli::asking::{Asked, Asking};
use crate::cli::clock::{AsOf, read_date};
use crate::cli::tense::Tense;
use crate::cli::{Ended, complain, workspace};

/// What every step is given
#[derive(Debug, Args)]
pub struct Given {
    /// The id of the case, or of the indicator that has it open
    #[arg(value_name = "CASE")]
    case: Option<String>,
    /// What the minutes are to say of it
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
    /// The day it happened [default: today]
    #[arg(long, value_name = "DATE", value_parser = read_date)]
    date: Option<NaiveDate>,
    /// Show what would be written, and write nothing
    #[arg(long)]
    dry_run: bool,
    #[command(flatten)]
    as_of: AsOf,
}

/// Whether a step has to say why it is taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Note {
    Required,
    Optional,
}

impl Given {
    /// Takes a step, asking for what is not given. `step` gives the step, nothing where something of it is missing.
    pub fn take(
        self,
        directory: Option<&Path>,
        command: &str,
        note: Note,
        step: impl FnOnce(&mut Asking) -> std::io::Result<Option<StepAsked>>,
    ) -> anyhow::Result<Ended> {
        let Some((_, root)) = workspace::open_to_write(directory)? else { return Ok(Ended::Findings) };
        let today = self.as_of.day();
        let mut asking = Asking::default();
        let question = "Which case, by its id or its indicator's";
        let case = asking.required(self.case, "CASE", question, |case| Ok(case.to_owned()))?;
        let step = step(&mut asking)?;
        let given = self.note.filter(|note| !note.trim().is_empty());
        let note = match note {
            Note::Optional => given,
            Note::Required => {
                asking.required(given, "--note, what the minutes are to say", "Note", |note| Ok(note.to_owned()))?
            }
        };
        let asked = asking.end(command)?;
        let (Some((case, step)), false) = (case.zip(step), asked == Asked::Stopped) else {
            complain("Nothing was written.\n");
            return Ok(Ended::Done);
        };
        let new = NewStep { case, step, date: self.date.unwrap_or(today), note };
        write(&InLog { row: Row::Step(new), today }, &root, Way::of(self.dry_run, asked))
    }
}

/// A row on its way into the log.
pub struct InLog {
    pub row: Row,
    pub today: NaiveDate,
}

/// What the row says.
pub enum Row {
    Opening(NewCase),
    Step(NewStep),
}

impl Writing for InLog {
    type Written = StepWritten;

    fn plan(&self, disk: &Disk) -> Result<StepWritten, NotAmended> {
        match &self.row {
            Row::Opening(new) => board::open_case(disk, new, self.today),
            Row::Step(new) => board::take_step(disk, new, self.today),
        }
    }

    fn amendment(written: &StepWritten) -> &Amendment {
        &written.amendment
    }

    fn say(&self, written: &StepWritten, tense: Tense) -> String {
        say::written(written, tense)
    }

    fn caution(&self, written: &StepWritten) -> Option<String> {
        say::caution(written)
    }

    fn in_short(&self, written: &StepWritten) -> String {
        say::in_short(written)
    }

    fn next(&self, written: &StepWritten) -> String {
        say::next(written)
    }
}
