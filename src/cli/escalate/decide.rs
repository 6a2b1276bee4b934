//! `hwb escalate decide`.

use std::path::Path;

use clap::Args;
use hwb::board::StepAsked;
use hwb::registers::Acceptable;

use super::step::{Given, Note};
use crate::cli::{Ended, HELP};

/// Write what the Board decided: the level at which the case may close
#[derive(Debug, Args)]
#[command(
    help_template = HELP,
    before_help = "Examples:
  hwb escalate decide E3 --acceptable \"<=430\" --note \"A joint falls plan\"
  hwb escalate decide E3 --acceptable \"<=430 for 2\" --recovery 2014/15 --note \"Two readings running\"
  hwb escalate decide E3 --acceptable on-target --note \"Its own target\" --date 2013-11-21
"
)]
pub struct Decide {
    #[command(flatten)]
    given: Given,
    /// The level at which the case may close: on-target, or <=, <, >= or > and a number; then perhaps ' for 2' readings running
    #[arg(long, value_name = "LEVEL")]
    acceptable: Option<String>,
    /// The period by which performance is expected to have recovered
    #[arg(long, value_name = "PERIOD")]
    recovery: Option<String>,
}

impl Decide {
    pub fn run(self, directory: Option<&Path>) -> anyhow::Result<Ended> {
        let (acceptable, recovery) = (self.acceptable, self.recovery);
        self.given.take(directory, "hwb escalate decide", Note::Required, |asking| {
            let option = "--acceptable, the level at which the case may close";
            let question = "At which level may it close: on-target, or a sign and a number, as <=430 for 2";
            let given = acceptable.filter(|text| !text.trim().is_empty());
            let acceptable = asking.required(given, option, question, |text| match Acceptable::read(text) {
                Ok(_) => Ok(text.to_owned()),
                Err(_) => Err("write on-target, or <=, <, >= or > and a number".to_owned()),
            })?;
            Ok(acceptable.map(|acceptable| StepAsked::Decide { acceptable, recovery }))
        })
    }
}
