//! `hwb show`.

use std::path::Path;

use clap::Args;
use hwb::{json, paper};

use super::clock::When;
use super::output::Output;
use super::{Ended, HELP, dossier, workspace};

/// One indicator whole: what was declared, every reading, targets and comparators
#[derive(Debug, Args)]
#[command(
    help_template = HELP,
    before_help = "Examples:
  hwb show hip-fracture-admissions
  hwb show obesity-year-6 --as-of 2013-11-21
  hwb show obesity-year-6 --format csv -o obesity.csv
"
)]
pub struct Show {
    /// The id of the indicator
    #[arg(value_name = "INDICATOR")]
    indicator: String,
    #[command(flatten)]
    when: When,
    #[command(flatten)]
    output: Output,
}

impl Show {
    pub fn run(self, directory: Option<&Path>) -> anyhow::Result<Ended> {
        let workspace = match workspace::open_or_explain(directory)? {
            Ok(workspace) => workspace,
            Err(ended) => return Ok(ended),
        };
        let dossier = dossier::of(&workspace, &self.indicator, &self.when)?;
        let hint = format!("Next: hwb explain {} gives the arithmetic of the verdict.", self.indicator);
        self.output.write(|| paper::show(&dossier), || json::show(&dossier), &hint)?;
        Ok(dossier::say_faulty(&dossier))
    }
}
