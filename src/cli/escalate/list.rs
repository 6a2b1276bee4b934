//! `hwb escalate list`.

use std::path::Path;

use clap::Args;
use hwb::board::{Cases, WhichCases};
use hwb::files::ESCALATIONS;
use hwb::{json, paper};

use crate::cli::clock::When;
use crate::cli::output::Output;
use crate::cli::{Ended, HELP, workspace};

/// The cases that are open, who has them, and whether they may close
#[derive(Debug, Args)]
#[command(
    help_template = HELP,
    before_help = "Examples:
  hwb escalate list
  hwb escalate list --all             those that are over too
  hwb escalate list --as-of 2013-11-21 --format md
"
)]
pub struct List {
    #[command(flatten)]
    listing: Listing,
}

/// What is listed, and how
#[derive(Debug, Args)]
pub struct Listing {
    /// The cases that are over too
    #[arg(long)]
    all: bool,
    #[command(flatten)]
    when: When,
    #[command(flatten)]
    output: Output,
}

impl List {
    pub fn run(self, directory: Option<&Path>) -> anyhow::Result<Ended> {
        self.listing.run(directory)
    }
}

impl Listing {
    pub fn run(self, directory: Option<&Path>) -> anyhow::Result<Ended> {
        let workspace = match workspace::open_or_explain(directory)? {
            Ok(workspace) => workspace,
            Err(ended) => return Ok(ended),
        };
        let occasion = self.when.occasion(&workspace.strategy)?;
        let registers = workspace.registers(None);
        let which = if self.all { WhichCases::All } else { WhichCases::Open };
        let cases = Cases::of(&workspace, &registers, occasion, which);
        let hint = "Next: hwb escalate raise, decide, review or close CASE; hwb escalate --help has examples.";
        self.output.write(|| paper::cases(&cases), || json::cases(&cases), hint)?;
        Ok(workspace::say_register(&registers, ESCALATIONS, cases.is_unreadable))
    }
}
