//! `hwb escalate open`.

use std::io;
use std::path::Path;

use chrono::NaiveDate;
use clap::Args;
use hwb::board::{Filter, NewCase};
use hwb::registers::Level;
use hwb::strategy::Strategy;
use hwb::text;

use super::step::{InLog, Row};
use crate::cli::amend::{Way, write};
use crate::cli::asking::{Asked, Asking};
use crate::cli::clock::{AsOf, read_date};
use crate::cli::{Ended, HELP, complain, workspace};

/// Open a case: an indicator has slipped, and somebody has to see to it
#[derive(Debug, Args)]
#[command(
    help_template = HELP,
    before_help = "Examples:
  hwb escalate open hip-fracture-admissions --note \"Above its line two years running\"
  hwb escalate open neet --level board --note \"The Board asked for it\" --date 2013-11-21
"
)]
pub struct Open {
    /// The id of the indicator
    #[arg(value_name = "INDICATOR")]
    indicator: Option<String>,
    /// A name for the case [default: the next that is free, such as E4]
    #[arg(long, value_name = "ID")]
    case: Option<String>,
    /// Who has it first: performance-group or board
    #[arg(long, value_name = "LEVEL", default_value = "performance-group", value_parser = read_level)]
    level: Level,
    /// Why it is opened
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
    /// The day it was opened [default: today]
    #[arg(long, value_name = "DATE", value_parser = read_date)]
    date: Option<NaiveDate>,
    /// Show what would be written, and write nothing
    #[arg(long)]
    dry_run: bool,
    #[command(flatten)]
    as_of: AsOf,
}

impl Open {
    pub fn run(self, directory: Option<&Path>) -> anyhow::Result<Ended> {
        let Some((workspace, root)) = workspace::open_to_write(directory)? else { return Ok(Ended::Findings) };
        let (today, is_dry_run) = (self.as_of.day(), self.dry_run);
        let mut asking = Asking::default();
        let new = self.ask(&workspace.strategy, today, &mut asking)?;
        let asked = asking.end("hwb escalate open")?;
        let (Some(new), false) = (new, asked == Asked::Stopped) else {
            complain("Nothing was written.\n");
            return Ok(Ended::Done);
        };
        write(&InLog { row: Row::Opening(new), today }, &root, Way::of(is_dry_run, asked))
    }

    /// The case, asked for where it is not given; nothing where something is missing.
    fn ask(self, strategy: &Strategy, today: NaiveDate, asking: &mut Asking) -> io::Result<Option<NewCase>> {
        let is_indicator = |id: &str| {
            let named = Filter { indicators: vec![id.to_owned()], ..Filter::default() };
            named.check(strategy).map(|()| id.to_owned()).map_err(|not_there| not_there.in_a_line())
        };
        let question = "Which indicator has slipped, by its id";
        let indicator = asking.required(self.indicator, "INDICATOR", question, is_indicator)?;
        let note = self.note.filter(|note| !note.trim().is_empty());
        let note = asking.required(note, "--note, why it is opened", "Why", |note| Ok(note.to_owned()))?;
        let Some((indicator, note)) = indicator.zip(note) else { return Ok(None) };
        Ok(Some(NewCase { indicator, id: self.case, level: self.level, date: self.date.unwrap_or(today), note }))
    }
}

fn read_level(text: &str) -> Result<Level, String> {
    let names = Level::NAMES.map(|(name, _)| name);
    let found = Level::NAMES.into_iter().find(|(name, _)| *name == text);
    found
        .map(|(_, level)| level)
        .ok_or_else(|| text::did_you_mean(text, names).unwrap_or_else(|| format!("it is {}", text::either(&names))))
}
