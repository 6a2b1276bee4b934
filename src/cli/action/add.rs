//! `hwb action add`.

use std::io;
use std::path::Path;

use chrono::NaiveDate;
use clap::Args;
use hwb::board::{self, ActionWritten, Amendment, NotAmended, is_declared};
use hwb::files::Disk;
use hwb::registers::ActionStatus;
use hwb::registers::writing::NewAction;
use hwb::strategy::Strategy;

use super::{read_open_status, say};
use crate::cli::amend::{Way, Writing, write};
use crate::cli::asking::{Asked, Asking};
use crate::cli::clock::{AsOf, read_date};
use crate::cli::tense::Tense;
use crate::cli::{Ended, HELP, complain, workspace};

/// Add an action: what is done about an indicator or an objective, by whom, by when
#[derive(Debug, Args)]
#[command(
    help_template = HELP,
    before_help = "Examples:
  hwb action add hip-fracture-admissions \"Falls clinic in three homes\" --owner barnet-ccg --due 2014-01-31
  hwb action add care-homes \"One assessment for all homes\" --owner adult-social-care --due 2014-06-30 --case E3
  hwb action add                      asks for what it needs
"
)]
pub struct Add {
    /// The id of the indicator or the objective that it is about
    #[arg(value_name = "ABOUT")]
    about: Option<String>,
    /// What is done
    #[arg(value_name = "ACTION")]
    action: Option<String>,
    /// The id of the lead that does it
    #[arg(long, value_name = "LEAD")]
    owner: Option<String>,
    /// The day by which it is to be done
    #[arg(long, value_name = "DATE", value_parser = read_date)]
    due: Option<NaiveDate>,
    /// The day it was agreed [default: today]
    #[arg(long, value_name = "DATE", value_parser = read_date)]
    opened: Option<NaiveDate>,
    /// How far it is: planned or in-progress
    #[arg(long, value_name = "STATUS", default_value = "planned", value_parser = read_open_status)]
    status: ActionStatus,
    /// The id of the case it belongs to
    #[arg(long, value_name = "CASE")]
    case: Option<String>,
    /// Anything else worth knowing
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
    /// A name for it [default: the next that is free, such as A8]
    #[arg(long, value_name = "ID")]
    id: Option<String>,
    /// Show what would be written, and write nothing
    #[arg(long)]
    dry_run: bool,
    #[command(flatten)]
    as_of: AsOf,
}

impl Add {
    pub fn run(self, directory: Option<&Path>) -> anyhow::Result<Ended> {
        let Some((workspace, root)) = workspace::open_to_write(directory)? else { return Ok(Ended::Findings) };
        let (today, is_dry_run) = (self.as_of.day(), self.dry_run);
        let mut asking = Asking::default();
        let new = self.ask(&workspace.strategy, today, &mut asking)?;
        let asked = asking.end("hwb action add")?;
        let (Some(new), false) = (new, asked == Asked::Stopped) else {
            complain("Nothing was written.\n");
            return Ok(Ended::Done);
        };
        write(&Adding { new, today }, &root, Way::of(is_dry_run, asked))
    }

    /// The action, asked for where it is not given; nothing where something is missing.
    fn ask(self, strategy: &Strategy, today: NaiveDate, asking: &mut Asking) -> io::Result<Option<NewAction>> {
        let not_blank = |given: Option<String>| given.filter(|text| !text.trim().is_empty());
        let is_declared = |id: &str| is_declared(strategy, id).map_err(|not_there| not_there.in_a_line());
        let about = asking.required(
            not_blank(self.about),
            "ABOUT, the id of an indicator or objective",
            "What is it about: the id of an indicator or objective",
            |id| is_declared(id).map(|()| id.to_owned()),
        )?;
        let action = asking
            .required(not_blank(self.action), "ACTION, what is done", "What is done", |text| Ok(text.to_owned()))?;
        let owner = asking.required(
            not_blank(self.owner),
            "--owner, the lead that does it",
            "Who does it: the id of a lead",
            |id| board::is_lead(strategy, id).map(|()| id.to_owned()).map_err(|not_there| not_there.in_a_line()),
        )?;
        let due =
            asking.required(self.due, "--due, the day it is to be done by", "By when, as 2014-01-31", read_date)?;
        let (Some(about), Some(action), Some(owner), Some(due)) = (about, action, owner, due) else { return Ok(None) };
        Ok(Some(NewAction {
            id: self.id,
            about,
            action,
            owner,
            opened: self.opened.unwrap_or(today),
            due,
            status: self.status,
            case: not_blank(self.case),
            note: not_blank(self.note),
        }))
    }
}

struct Adding {
    new: NewAction,
    today: NaiveDate,
}

impl Writing for Adding {
    type Written = ActionWritten;

    fn plan(&self, disk: &Disk) -> Result<ActionWritten, NotAmended> {
        board::add_action(disk, &self.new, self.today)
    }

    fn amendment(written: &ActionWritten) -> &Amendment {
        &written.amendment
    }

    fn say(&self, written: &ActionWritten, tense: Tense) -> String {
        say::written(written, tense)
    }

    fn in_short(&self, written: &ActionWritten) -> String {
        format!("{}: {}", written.action.about.id(), written.action.id)
    }

    fn next(&self, written: &ActionWritten) -> String {
        say::next(written)
    }
}
