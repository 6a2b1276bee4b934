//! `hwb status`.

use std::path::Path;

use clap::{Args, ValueEnum};
use hwb::board::{Position, Sort};
use hwb::{json, paper};

use super::clock::When;
use super::fail_on::FailOn;
use super::filters::Filters;
use super::output::Output;
use super::{Ended, HELP, workspace};

/// Where we stand: every indicator against its target, with both denominators
#[derive(Debug, Args)]
#[command(
    help_template = HELP,
    before_help = "Examples:
  hwb status
  hwb status --as-of 2013-11-21        figures as they were known on that day
  hwb status --meeting next            as of the cut-off of the Board's next meeting
  hwb status --chapter care --sort severity
  hwb status --format csv -o status.csv
"
)]
pub struct Status {
    /// Only these indicators
    #[arg(value_name = "INDICATOR")]
    indicators: Vec<String>,
    #[command(flatten)]
    when: When,
    /// The order of the rows
    #[arg(long, value_enum, default_value = "file")]
    sort: Order,
    #[command(flatten)]
    filters: Filters,
    #[command(flatten)]
    fail_on: FailOn,
    #[command(flatten)]
    output: Output,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Order {
    /// As strategy.toml has them
    File,
    /// What needs attention first
    Severity,
}

impl Status {
    pub fn run(self, directory: Option<&Path>) -> anyhow::Result<Ended> {
        let workspace = match workspace::open_or_explain(directory)? {
            Ok(workspace) => workspace,
            Err(ended) => return Ok(ended),
        };
        let filter = self.filters.filter(self.indicators, &workspace.strategy)?;
        self.fail_on.check(&workspace.strategy)?;
        let sort = match self.sort {
            Order::File => Sort::File,
            Order::Severity => Sort::Severity,
        };
        let position = Position::of(&workspace, self.when.occasion(&workspace.strategy)?, filter, sort);
        let hint = "Next: hwb exceptions says what is off target and why; hwb explain INDICATOR gives the arithmetic.";
        self.output.write(|| paper::status(&position), || json::status(&position), hint)?;
        let ended = workspace::say_unreadable(&position.unreadable(), &position.unusable);
        Ok(self.fail_on.ended(&position.rows, ended))
    }
}
