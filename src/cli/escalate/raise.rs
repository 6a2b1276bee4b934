//! `hwb escalate raise`.

use std::path::Path;

use clap::Args;
use hwb::board::StepAsked;

use super::step::{Given, Note};
use crate::cli::{Ended, HELP};

/// Raise a case from the Performance Group to the Board
#[derive(Debug, Args)]
#[command(
    help_template = HELP,
    before_help = "Examples:
  hwb escalate raise E3 --note \"Not rectified by the Performance Group\"
  hwb escalate raise hip-fracture-admissions --note \"Still above its line\" --date 2013-09-19
"
)]
pub struct Raise {
    #[command(flatten)]
    given: Given,
}

impl Raise {
    pub fn run(self, directory: Option<&Path>) -> anyhow::Result<Ended> {
        self.given.take(directory, "hwb escalate raise", Note::Required, |_| Ok(Some(StepAsked::Raise)))
    }
}
