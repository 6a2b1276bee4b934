//! `hwb exceptions`.

use std::path::Path;

use clap::Args;
use hwb::{board, json, paper, text};

use super::clock::When;
use super::fail_on::FailOn;
use super::filters::Filters;
use super::output::Output;
use super::{Ended, HELP, complain, workspace};

/// What the Board has to look at, worst first, and why
#[derive(Debug, Args)]
#[command(
    help_template = HELP,
    before_help = "Examples:
  hwb exceptions
  hwb exceptions --chapter care --format md    for a Board paper
  hwb exceptions --lead public-health --as-of 2013-11-21
  hwb exceptions --meeting next --check        is every red explained, acted on, and to recover?
"
)]
pub struct Exceptions {
    #[command(flatten)]
    when: When,
    #[command(flatten)]
    filters: Filters,
    /// Fail where a red indicator lacks a reason, an action with an owner and a date, or an expected recovery
    #[arg(long)]
    check: bool,
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
        let exceptions = board::Exceptions::of(&workspace, self.when.occasion(&workspace.strategy)?, filter);
        let hint = "Next: hwb explain INDICATOR gives the arithmetic of a row; --format md goes into a paper.";
        self.output.write(|| paper::exceptions(&exceptions), || json::exceptions(&exceptions), hint)?;
        let ended = workspace::say_unreadable(&exceptions.unreadable, &exceptions.unusable);
        let ended = if self.check { checked(&exceptions, ended) } else { ended };
        Ok(self.fail_on.ended(exceptions.rows.iter().map(|row| &row.standing), ended))
    }
}

/// Says on standard error what each red row lacks, and how the command then ends.
fn checked(exceptions: &board::Exceptions<'_>, otherwise: Ended) -> Ended {
    let incomplete = exceptions.incomplete();
    for (row, lacks) in &incomplete {
        let words: Vec<&str> = lacks.iter().map(|lacks| lacks.words()).collect();
        let id = &row.standing.indicator.id;
        complain(&format!("error: --check: {id} is off target and lacks {}\n", text::list(&words)));
    }
    if incomplete.is_empty() {
        return otherwise;
    }
    complain("help: hwb comment INDICATOR gives the reason and the recovery, hwb action add INDICATOR the action\n");
    Ended::Findings
}
