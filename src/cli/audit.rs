//! `hwb audit`.

use std::path::Path;

use clap::Args;
use hwb::board::audit::Severity;
use hwb::{board, json, paper, text};

use super::clock::When;
use super::filters::Filters;
use super::output::Output;
use super::{Ended, HELP, complain, workspace};

/// Is the framework itself fit: gaps, not SMART, twice, unowned
#[derive(Debug, Args)]
#[command(
    help_template = HELP,
    before_help = "Examples:
  hwb audit
  hwb audit --summary --format md          a page for the November report
  hwb audit --lead public-health           one lead's indicators
  hwb audit --format csv -o audit.csv
"
)]
pub struct Audit {
    #[command(flatten)]
    when: When,
    /// One page: counts, what was found, SMART, what to do first
    #[arg(long)]
    summary: bool,
    #[command(flatten)]
    filters: Filters,
    /// Exit with status 1 if anything serious is found
    #[arg(long, help_heading = "Output")]
    check: bool,
    #[command(flatten)]
    output: Output,
}

impl Audit {
    pub fn run(self, directory: Option<&Path>) -> anyhow::Result<Ended> {
        let workspace = match workspace::open_or_explain(directory)? {
            Ok(workspace) => workspace,
            Err(ended) => return Ok(ended),
        };
        let filter = self.filters.filter(Vec::new(), &workspace.strategy)?;
        let audit = board::Audit::of(&workspace, self.when.occasion(&workspace.strategy)?, filter);
        let (compose, hint): (fn(&board::Audit<'_>) -> hwb::document::Document, &str) = if self.summary {
            (paper::audit_summary, "Next: hwb audit names each problem; --format md goes into a paper.")
        } else {
            (paper::audit, "Next: hwb audit --summary is a page for a report; what is settled goes into strategy.toml.")
        };
        self.output.write(|| compose(&audit), || json::audit(&audit), hint)?;
        let ended = workspace::say_unreadable(&audit.unreadable, &audit.unusable);
        let serious = audit.count(Severity::Serious);
        if self.check && serious > 0 {
            complain(&format!("error: --check: {}\n", text::count(serious, "serious problem")));
            return Ok(Ended::Findings);
        }
        Ok(ended)
    }
}
