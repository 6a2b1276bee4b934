//! `hwb action`.

mod add;
mod done;
mod list;
mod say;
mod update;

use std::path::Path;

use clap::{Args, Subcommand};
use hwb::registers::ActionStatus;
use hwb::text;

use super::{Ended, HELP};

/// The action plan: what is being done, by whom, by when
#[derive(Debug, Args)]
#[command(
    help_template = HELP,
    args_conflicts_with_subcommands = true,
    before_help = "Examples:
  hwb action                          what is still to be done, and what is late
  hwb action add hip-fracture-admissions \"Falls clinic in three homes\" --owner barnet-ccg --due 2014-01-31
  hwb action update A7 --due 2014-03-31 --note \"Waits for the contract\"
  hwb action done A7
"
)]
pub struct Action {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    listing: list::Listing,
}

#[derive(Debug, Subcommand)]
enum Command {
    Add(add::Add),
    Update(update::Update),
    Done(done::Done),
    List(list::List),
}

impl Action {
    pub fn run(self, directory: Option<&Path>) -> anyhow::Result<Ended> {
        match self.command {
            Some(Command::Add(add)) => add.run(directory),
            Some(Command::Update(update)) => update.run(directory),
            Some(Command::Done(done)) => done.run(directory),
            Some(Command::List(list)) => list.run(directory),
            None => self.listing.run(directory),
        }
    }
}

/// How far an action is, as it is written in the register.
fn read_status(text: &str) -> Result<ActionStatus, String> {
    let names = ActionStatus::NAMES.map(|(name, _)| name);
    let found = ActionStatus::NAMES.into_iter().find(|(name, _)| *name == text);
    found
        .map(|(_, status)| status)
        .ok_or_else(|| text::did_you_mean(text, names).unwrap_or_else(|| format!("it is {}", text::either(&names))))
}

/// How far an action is that is only being added.
fn read_open_status(text: &str) -> Result<ActionStatus, String> {
    let status = read_status(text)?;
    if status.is_open() { Ok(status) } else { Err("an action that is added is planned or in-progress".to_owned()) }
}
