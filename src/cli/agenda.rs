//! `hwb agenda`.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use clap::{Args, ValueEnum};
use hwb::board::{self, Schedule};
use hwb::strategy::{Sitting, Strategy};
use hwb::{json, paper, render, text};

use super::clock::{AsOf, Named, meeting, read_meeting};
use super::output::{self, Output, put};
use super::{Ended, HELP, Refusal, complain, workspace};

/// What the next meeting must hold, what is still missing for it, and who is invited
#[derive(Debug, Args)]
#[command(
    help_template = HELP,
    before_help = "Examples:
  hwb agenda                                    the Board's next meeting
  hwb agenda --meeting 2013-11-21 --format md   for the chair
  hwb agenda --body performance-group
  hwb agenda --body all -o meetings.ics         every meeting ahead, for a calendar program
"
)]
pub struct Agenda {
    /// Which meeting: its day, or next [default: next]
    #[arg(long, value_name = "DATE", value_parser = read_meeting)]
    meeting: Option<Named>,
    /// Which body, by its id; all, with --format ics [default: board]
    #[arg(long, value_name = "ID")]
    body: Option<String>,
    #[command(flatten)]
    as_of: AsOf,
    /// In which format [default: table, or by the ending of -o]
    #[arg(long, value_name = "FORMAT")]
    format: Option<Format>,
    /// Write to this file, whole or not at all
    #[arg(short, long = "output", value_name = "FILE")]
    output: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For a terminal
    Table,
    /// Markdown, for a paper
    Md,
    /// One web page, whole in itself
    Html,
    /// A Word file
    Docx,
    /// A workbook: exact values
    Xlsx,
    /// For a spreadsheet: exact values
    Csv,
    /// For programs: exact values
    Json,
    /// For a calendar program: the meetings from the day on, with their cut-offs and papers
    Ics,
}

/// The bodies a command line asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Whose<'a> {
    /// One; the Board where there is no id.
    Body(Option<&'a str>),
    All,
}

const NEXT: &str =
    "Next: hwb exceptions and hwb due say more; --format md goes to the chair, --format ics into a calendar.";

impl Agenda {
    pub fn run(self, directory: Option<&Path>) -> anyhow::Result<Ended> {
        let workspace = match workspace::open_or_explain(directory)? {
            Ok(workspace) => workspace,
            Err(ended) => return Ok(ended),
        };
        let strategy = &workspace.strategy;
        let whose = whose(self.body.as_deref(), strategy)?;
        if self.is_calendar() {
            return self.write_calendar(strategy, whose);
        }
        let Whose::Body(body) = whose else {
            let help = "name one body, or write a calendar: --format ics".to_owned();
            return Err(Refusal::usage("one agenda is of one body's meeting", Some(help)).into());
        };
        let as_of = self.as_of.day();
        let Some(sitting) = self.sitting(strategy, body, as_of)? else {
            let document = || paper::no_meeting(strategy, body, as_of);
            self.output().write(document, || json::no_meeting(strategy, body, as_of), "")?;
            return Ok(Ended::Done);
        };
        let agenda = board::Agenda::of(&workspace, sitting, self.as_of.day_no_later_than(sitting.date));
        self.output().write(|| paper::agenda(&agenda), || json::agenda(&agenda), NEXT)?;
        Ok(workspace::say_unreadable(&agenda.unreadable, &agenda.unusable))
    }

    /// The meeting named, else the next; nothing where none is ahead and none was named.
    fn sitting<'a>(
        &self,
        strategy: &'a Strategy,
        body: Option<&'a str>,
        as_of: NaiveDate,
    ) -> Result<Option<Sitting<'a>>, Refusal> {
        match self.meeting {
            Some(named @ Named::On(_)) => meeting(strategy, body, named, as_of).map(Some),
            Some(Named::Next) | None => Ok(strategy.next_sitting(body, as_of)),
        }
    }

    fn is_calendar(&self) -> bool {
        let ends_so = |file: &PathBuf| file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("ics"));
        match self.format {
            Some(format) => format == Format::Ics,
            None => self.output.as_ref().is_some_and(ends_so),
        }
    }

    fn write_calendar(&self, strategy: &Strategy, whose: Whose<'_>) -> anyhow::Result<Ended> {
        let as_of = self.as_of.day();
        let bodies = match whose {
            Whose::Body(body) => vec![body],
            Whose::All => Schedule::every_body(strategy),
        };
        let schedule = match self.meeting {
            None => Schedule::ahead(strategy, &bodies, as_of),
            Some(named) => {
                // Of several bodies those that meet then: not every one does.
                let mut sittings: Vec<Sitting<'_>> = Vec::new();
                let mut refused = None;
                for body in &bodies {
                    match meeting(strategy, *body, named, as_of) {
                        Ok(sitting) => sittings.push(sitting),
                        Err(refusal) => refused = refused.or(Some(refusal)),
                    }
                }
                match refused {
                    Some(refusal) if sittings.is_empty() => return Err(refusal.into()),
                    _ => Schedule::of(strategy, sittings, as_of),
                }
            }
        };
        if schedule.sittings.is_empty() {
            complain("no meeting is ahead, so no calendar is written; declare meetings in strategy.toml\n");
            return Ok(Ended::Done);
        }
        put(self.output.as_deref(), render::ics(&paper::schedule(&schedule)))?;
        Ok(Ended::Done)
    }

    fn output(&self) -> Output {
        let format = self.format.and_then(|format| match format {
            Format::Table => Some(output::Format::Table),
            Format::Md => Some(output::Format::Md),
            Format::Html => Some(output::Format::Html),
            Format::Docx => Some(output::Format::Docx),
            Format::Xlsx => Some(output::Format::Xlsx),
            Format::Csv => Some(output::Format::Csv),
            Format::Json => Some(output::Format::Json),
            Format::Ics => None,
        });
        Output::new(format, self.output.clone())
    }
}

/// The body that is meant.
///
/// # Errors
/// A usage error where none has the id.
fn whose<'a>(id: Option<&'a str>, strategy: &Strategy) -> Result<Whose<'a>, Refusal> {
    match id {
        None | Some("board") => Ok(Whose::Body(None)),
        Some("all") => Ok(Whose::All),
        Some(id) if strategy.bodies.contains_key(id) => Ok(Whose::Body(Some(id))),
        Some(id) => {
            let known: Vec<&str> = strategy.bodies.keys().map(String::as_str).chain(["board", "all"]).collect();
            let help = text::did_you_mean(id, known.iter().copied());
            let help = help.unwrap_or_else(|| format!("there is {}", text::list(&known)));
            Err(Refusal::usage(format!("no body {}", text::quoted(id)), Some(help)))
        }
    }
}
