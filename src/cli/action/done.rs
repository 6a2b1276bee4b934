//! `hwb action done`.

use std::path::Path;

use clap::Args;
use hwb::registers::ActionStatus;
use hwb::registers::writing::ActionChange;

use super::update::Changing;
use crate::cli::amend::Way;
use crate::cli::clock::AsOf;
use crate::cli::{Ended, HELP};

/// Mark an action as done
#[derive(Debug, Args)]
#[command(
    help_template = HELP,
    before_help = "Examples:
  hwb action done A7
  hwb action done A7 --note \"Two of the three homes\"
"
)]
pub struct Done {
    /// The id of the action
    #[arg(value_name = "ID")]
    id: String,
    /// Anything worth knowing, in place of the note that is there
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
    /// Show what would be written, and write nothing
    #[arg(long)]
    dry_run: bool,
    #[command(flatten)]
    as_of: AsOf,
}

impl Done {
    pub fn run(self, directory: Option<&Path>) -> anyhow::Result<Ended> {
        let change = ActionChange { status: Some(ActionStatus::Done), note: self.note, ..ActionChange::default() };
        let way = if self.dry_run { Way::DryRun } else { Way::Given };
        Changing { id: self.id, change, today: self.as_of.day() }.run(directory, way)
    }
}
