//! `hwb action update`.

use std::path::Path;

use chrono::NaiveDate;
use clap::Args;
use hwb::board::{self, ActionWritten, Amendment, NotAmended};
use hwb::files::Disk;
use hwb::registers::ActionStatus;
use hwb::registers::writing::ActionChange;

use super::{read_status, say};
use crate::cli::amend::{Way, Writing, write};
use crate::cli::clock::{AsOf, read_date};
use crate::cli::tense::Tense;
use crate::cli::{Ended, HELP, Refusal, workspace};

/// Change an action: how far it is, when it is due, who does it
#[derive(Debug, Args)]
#[command(
    help_template = HELP,
    before_help = "Examples:
  hwb action update A7 --status in-progress
  hwb action update A7 --due 2014-03-31 --note \"Waits for the contract\"
  hwb action update A7 --status dropped --note \"The home has closed\"
"
)]
pub struct Update {
    /// The id of the action
    #[arg(value_name = "ID")]
    id: String,
    /// How far it is: planned, in-progress, done or dropped
    #[arg(long, value_name = "STATUS", value_parser = read_status)]
    status: Option<ActionStatus>,
    /// The day by which it is to be done
    #[arg(long, value_name = "DATE", value_parser = read_date)]
    due: Option<NaiveDate>,
    /// The id of the lead that does it
    #[arg(long, value_name = "LEAD")]
    owner: Option<String>,
    /// What is done
    #[arg(long, value_name = "TEXT")]
    action: Option<String>,
    /// Anything else worth knowing, in place of the note that is there; "" takes it out
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
    /// The id of the case it belongs to; "" for none
    #[arg(long, value_name = "CASE")]
    case: Option<String>,
    /// Show what would be written, and write nothing
    #[arg(long)]
    dry_run: bool,
    #[command(flatten)]
    as_of: AsOf,
}

impl Update {
    pub fn run(self, directory: Option<&Path>) -> anyhow::Result<Ended> {
        let change = ActionChange {
            action: self.action,
            owner: self.owner,
            due: self.due,
            status: self.status,
            case: self.case,
            note: self.note,
        };
        if change.is_empty() {
            let help = "say what: --status, --due, --owner, --action, --note or --case";
            return Err(Refusal::usage("there is nothing to change", Some(help.to_owned())).into());
        }
        let way = if self.dry_run { Way::DryRun } else { Way::Given };
        Changing { id: self.id, change, today: self.as_of.day() }.run(directory, way)
    }
}

/// An action that is being changed.
pub struct Changing {
    pub id: String,
    pub change: ActionChange,
    pub today: NaiveDate,
}

impl Changing {
    pub fn run(&self, directory: Option<&Path>, way: Way) -> anyhow::Result<Ended> {
        let Some((_, root)) = workspace::open_to_write(directory)? else { return Ok(Ended::Findings) };
        write(self, &root, way)
    }
}

impl Writing for Changing {
    type Written = ActionWritten;

    fn plan(&self, disk: &Disk) -> Result<ActionWritten, NotAmended> {
        board::change_action(disk, &self.id, &self.change, self.today)
    }

    fn amendment(written: &ActionWritten) -> &Amendment {
        &written.amendment
    }

    fn say(&self, written: &ActionWritten, tense: Tense) -> String {
        say::written(written, tense)
    }

    fn in_short(&self, written: &ActionWritten) -> String {
        format!("{} {}", written.action.id, written.action.status.words())
    }

    fn next(&self, written: &ActionWritten) -> String {
        say::next(written)
    }
}
