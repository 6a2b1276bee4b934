//! `hwb escalate close`.

use std::path::Path;

use clap::Args;
use hwb::board::StepAsked;

use super::step::{Given, Note};
use crate::cli::{Ended, HELP};

/// Close a case: performance is acceptable again, or somebody else sees to it
#[derive(Debug, Args)]
#[command(
    help_template = HELP,
    before_help = "Examples:
  hwb escalate close E3
  hwb escalate close E3 --note \"The service has moved to another board\"
"
)]
pub struct Close {
    #[command(flatten)]
    given: Given,
}

impl Close {
    pub fn run(self, directory: Option<&Path>) -> anyhow::Result<Ended> {
        self.given.take(directory, "hwb escalate close", Note::Optional, |_| Ok(Some(StepAsked::Close)))
    }
}
