//! `hwb exceptions`.

use std::path::Path;

use clap::Args;
use hwb::{board, json, paper};

use super::clock::AsOf;
use super::fail_on::FailOn;
use super::filters::Filters;
use super::output::Output;
use super::{Ended, HELP, workspace};

/// What the Board has to look at, worst first, and why
#[derive(Debug, Args)]
#[command(
    help_template = HELP,
    before_help = "Examples:
  hwb exceptions
  hwb exceptions --chapter care --format md    for a Board paper
  hwb exceptions --lead public-health --as-of 2013-11-21
"
)]
pub struct Exceptions {
    #[command(flatten)]
    as_of: AsOf,
    #[command(flatten)]
    filters: Filters,
    #[command(flatten)]
    fail_on: FailOn,
    #[command(flatten)]
    output: Output,
}

impl Exceptions {
    pub fn run(self, directory: Option<&Path>) -> anyhow::Result<Ended> {
        let workspace = match workspace::open_or_explain(directory)? {
            Ok(workspace) => workspace,
            Err(ended) => return Ok(ended),
        };
        let filter = self.filters.filter(Vec::new(), &workspace.strategy)?;
        self.fail_on.check(&workspace.strategy)?;
        let exceptions = board::Exceptions::on(&workspace, filter, self.as_of.day());
        let hint = "Next: hwb explain INDICATOR gives the arithmetic of a row; --format md goes into a paper.";
        self.output.write(|| paper::exceptions(&exceptions), || json::exceptions(&exceptions), hint)?;
        let ended = workspace::say_unreadable(&exceptions.unreadable);
        Ok(self.fail_on.ended(&exceptions.rows, ended))
    }
}
