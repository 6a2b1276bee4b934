//! `hwb escalate list`.

use std::path::Path;

use clap::Args;
use hwb::board::{Cases, WhichCases};
use hwb::files::ESCALATIONS;
use hwb::{json, paper};

use crate::cli::clock::AsOf;
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
    as_of: AsOf,
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
        let registers = workspace.registers(None);
        let which = if self.all { WhichCases::All } else { WhichCases::Open };
        let cases = Cases::on(&workspace, &registers, which, self.as_of.day());
        let hint = "Next: hwb escalate raise, decide, review or close CASE; hwb escalate --help has examples.";
        self.output.write(|| paper::cases(&cases), || json::cases(&cases), hint)?;
        Ok(workspace::say_register(&registers, ESCALATIONS, cases.is_unreadable))
    }
}
