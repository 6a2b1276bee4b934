//! `hwb due`.

use std::path::Path;

use clap::Args;
use hwb::board::Owing;
use hwb::time::Lag;
use hwb::{json, paper};

use super::clock::When;
use super::filters::Filters;
use super::output::Output;
use super::{Ended, HELP, workspace};

/// What each lead owes: figures late and due, commentary, actions, cases to report
#[derive(Debug, Args)]
#[command(
    help_template = HELP,
    before_help = "Examples:
  hwb due
  hwb due --lead public-health --format md      into an e-mail
  hwb due --within 6w                           what falls due in the next six weeks
  hwb due --meeting 2013-11-21                  as of the cut-off of that meeting
"
)]
pub struct Due {
    #[command(flatten)]
    when: When,
    /// How far ahead to look: 30d, 6w, 2m
    #[arg(long, value_name = "TIME", value_parser = read_within, default_value = "30d")]
    within: Lag,
    #[command(flatten)]
    filters: Filters,
    #[command(flatten)]
    output: Output,
}

impl Due {
    pub fn run(self, directory: Option<&Path>) -> anyhow::Result<Ended> {
        let workspace = match workspace::open_or_explain(directory)? {
            Ok(workspace) => workspace,
            Err(ended) => return Ok(ended),
        };
        let filter = self.filters.filter(Vec::new(), &workspace.strategy)?;
        let owing = Owing::of(&workspace, self.when.occasion(&workspace.strategy)?, filter, self.within);
        let hint = "Next: hwb record INDICATOR PERIOD FIGURE, hwb comment INDICATOR; --lead L --format md goes into an e-mail.";
        self.output.write_with_data(|| paper::due(&owing), || paper::due_data(&owing), || json::due(&owing), hint)?;
        Ok(workspace::say_unreadable(&owing.unreadable, &owing.unusable))
    }
}

/// A stretch of time as the option takes it.
fn read_within(text: &str) -> Result<Lag, String> {
    Lag::read_short(text)
        .ok_or_else(|| "write how long as a number with days, weeks, months or years: 30d, 6w, \"2 months\"".to_owned())
}
