//! `hwb escalate`.

mod close;
mod decide;
mod list;
mod open;
mod raise;
mod refuse;
mod review;
mod say;
mod step;

use std::path::Path;

use clap::{Args, Subcommand};

pub use refuse::why_not;

use super::{Ended, HELP};

/// The log of cases: what slipped, who has it, what the Board decided
#[derive(Debug, Args)]
#[command(
    help_template = HELP,
    args_conflicts_with_subcommands = true,
    before_help = "Examples:
  hwb escalate                        the cases that are open
  hwb escalate open hip-fracture-admissions --note \"Above its line two years running\"
  hwb escalate raise E3 --note \"Not rectified by the Performance Group\"
  hwb escalate decide E3 --acceptable \"<=430 for 2\" --recovery 2014/15 --note \"A joint falls plan\"
  hwb escalate review E3 --note \"The clinics have opened\"
  hwb escalate close E3
"
)]
pub struct Escalate {
    #[command(subcommand)]
    command: Option<Command>,
    #[command(flatten)]
    listing: list::Listing,
}

#[derive(Debug, Subcommand)]
enum Command {
    Open(open::Open),
    Raise(raise::Raise),
    Decide(decide::Decide),
    Review(review::Review),
    Close(close::Close),
    List(list::List),
}

impl Escalate {
    pub fn run(self, directory: Option<&Path>) -> anyhow::Result<Ended> {
        match self.command {
            Some(Command::Open(open)) => open.run(directory),
            Some(Command::Raise(raise)) => raise.run(directory),
            Some(Command::Decide(decide)) => decide.run(directory),
            Some(Command::Review(review)) => review.run(directory),
            Some(Command::Close(close)) => close.run(directory),
            Some(Command::List(list)) => list.run(directory),
            None => self.listing.run(directory),
        }
    }
}
