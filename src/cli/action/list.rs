//! `hwb action list`.

use std::path::Path;

use clap::Args;
use hwb::board::{ActionFilter, ActionPlan, Progress};
use hwb::files::ACTIONS;
use hwb::{json, paper};

use crate::cli::clock::When;
use crate::cli::output::Output;
use crate::cli::{Ended, HELP, filters, workspace};

/// What is still to be done, by whom, and what is late
#[derive(Debug, Args)]
#[command(
    help_template = HELP,
    before_help = "Examples:
  hwb action list                     what is still to be done
  hwb action list --overdue --lead barnet-ccg
  hwb action list --about hip-fracture-admissions --all
  hwb action list --format md         for a paper
"
)]
pub struct List {
    #[command(flatten)]
    listing: Listing,
}

/// What is listed, and how
#[derive(Debug, Args)]
pub struct Listing {
    /// Only actions about this indicator or objective
    #[arg(long, value_name = "ID")]
    about: Option<String>,
    /// Only those that this lead does
    #[arg(long, value_name = "ID")]
    lead: Option<String>,
    /// Only those that belong to this case
    #[arg(long, value_name = "CASE")]
    case: Option<String>,
    /// Only those past their day
    #[arg(long, group = "progress")]
    overdue: bool,
    /// Only those still to be done, as without this option
    #[arg(long, group = "progress")]
    open: bool,
    /// Those done and dropped too
    #[arg(long, group = "progress")]
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
        let progress = match (self.overdue, self.all) {
            (true, _) => Progress::Overdue,
            (false, true) => Progress::All,
            (false, false) => Progress::Open,
        };
        let filter = ActionFilter { about: self.about, lead: self.lead, case: self.case, progress };
        let occasion = self.when.occasion(&workspace.strategy)?;
        let registers = workspace.registers(None);
        filter.check(&workspace.strategy, &registers).map_err(filters::refused)?;
        let plan = ActionPlan::of(&workspace, &registers, occasion, filter);
        let hint =
            "Next: hwb action update ID --status in-progress, hwb action done ID; --format md goes into a paper.";
        self.output.write(|| paper::actions(&plan), || json::actions(&plan), hint)?;
        Ok(workspace::say_register(&registers, ACTIONS, plan.is_unreadable))
    }
}
