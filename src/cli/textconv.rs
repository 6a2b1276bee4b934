//! `hwb textconv`: what git runs to show the differences of a file of readings.

use std::path::PathBuf;

use clap::Args;
use hwb::files::read_given;
use hwb::readings::labelled::labelled;

use super::output::put;
use super::{Ended, HELP};

/// Print readings with every cell named: git runs it
#[derive(Debug, Args)]
#[command(
    help_template = HELP,
    before_help = "Examples:
  hwb setup-git                     makes git diff, git log -p and git show use it
  hwb textconv data/obesity.csv     what they then compare
"
)]
pub struct Textconv {
    /// The file
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

impl Textconv {
    /// A file that cannot be taken for readings is printed as it is: git shows the differences of whatever was committed.
    pub fn run(&self) -> anyhow::Result<Ended> {
        let bytes = read_given(&self.file)
            .map_err(|unreadable| anyhow::anyhow!("{} cannot be read: {unreadable}", self.file.display()))?;
        let text = String::from_utf8_lossy(&bytes);
        put(None, labelled(&text).unwrap_or_else(|| text.into_owned()))?;
        Ok(Ended::Done)
    }
}
