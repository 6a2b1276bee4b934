//! `hwb show`.

use std::path::Path;

use clap::Args;
use hwb::board::{self, Dossier, Filter};
use hwb::workspace::Workspace;
use hwb::{finding, json, paper};

use super::clock::AsOf;
use super::output::Output;
use super::{Ended, HELP, complain, filters, workspace};

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
    as_of: AsOf,
    #[command(flatten)]
    output: Output,
}

impl Show {
    pub fn run(self, directory: Option<&Path>) -> anyhow::Result<Ended> {
        let workspace = match workspace::open_or_explain(directory)? {
            Ok(workspace) => workspace,
            Err(ended) => return Ok(ended),
        };
        let dossier = dossier(&workspace, &self.indicator, &self.as_of)?;
        let hint = format!("Next: hwb explain {} gives the arithmetic of the verdict.", self.indicator);
        self.output.write(&paper::show(&dossier), || json::show(&dossier), &hint)?;
        Ok(say_faulty(&dossier))
    }
}

/// The dossier of the indicator with this id.
///
/// # Errors
/// A usage error where there is none.
pub fn dossier<'a>(workspace: &'a Workspace, id: &str, as_of: &AsOf) -> anyhow::Result<Dossier<'a>> {
    let named = Filter { indicators: vec![id.to_owned()], ..Filter::default() };
    named.check(&workspace.strategy).map_err(filters::refused)?;
    let found = workspace.strategy.indicators.get(id);
    let indicator = found.ok_or_else(|| anyhow::anyhow!("no indicator '{id}'"))?;
    Ok(board::dossier(workspace, indicator, as_of.day()))
}

/// Says on standard error what is wrong with the indicator's files, where they could not be used.
pub fn say_faulty(dossier: &Dossier<'_>) -> Ended {
    let indicator = dossier.standing.indicator;
    if dossier.standing.verdict.state == hwb::judge::State::Unreadable {
        complain(&format!("\n{}", finding::human(&dossier.findings)));
    }
    let unreadable = dossier.standing.verdict.state == hwb::judge::State::Unreadable;
    let unreadable: Vec<_> = unreadable.then_some(indicator).into_iter().collect();
    workspace::say_unreadable(&unreadable)
}
