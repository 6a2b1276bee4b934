//! `hwb escalate review`.

use std::path::Path;

use clap::Args;
use hwb::board::StepAsked;

use super::step::{Given, Note};
use crate::cli::{Ended, HELP};

/// Note that a case was looked at, by whoever has it
#[derive(Debug, Args)]
#[command(
    help_template = HELP,
    before_help = "Examples:
  hwb escalate review E3 --note \"The clinics have opened; next figure in March\"
  hwb escalate review E3 --note \"No change\" --date 2014-01-23
"
)]
pub struct Review {
    #[command(flatten)]
    given: Given,
}

impl Review {
    pub fn run(self, directory: Option<&Path>) -> anyhow::Result<Ended> {
        self.given.take(directory, "hwb escalate review", Note::Required, |_| Ok(Some(StepAsked::Review)))
    }
}
