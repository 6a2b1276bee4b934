//! `hwb comment`.

mod edit;
mod editor;
mod given;
mod refuse;
mod say;
mod scratch;
mod template;
mod view;

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use clap::Args;
use hwb::board::{self, Commenting, NotCommented, Outcome, Over, Said};
use hwb::commentary::Periods;
use hwb::files::Disk;
use hwb::finding::{self, Finding};
use hwb::strategy::Strategy;
use hwb::text;
use hwb::time::Period;
use hwb::workspace::Workspace;

use super::clock::AsOf;
use super::output::put;
use super::tense::Tense;
use super::{Ended, HELP, Refusal, changed, complain, lock, prompt, workspace};
use given::Given;

/// Write what is said of a period: why, and what is being done
#[derive(Debug, Args)]
#[command(
    help_template = HELP,
    before_help = "Examples:
  hwb comment neet                            of its latest figure, in your editor
  hwb comment neet \"2013/14 Q2\" --text \"Two providers closed in June.\"
  hwb comment neet \"2013/14 Q2\" --from reason.md --recovery 2014/15 --ask decide
  hwb comment neet \"2013/14 Q2\" --ask support   changes only what the Board is asked
  hwb comment care-homes 2013/14              of an objective, which may have no indicator
"
)]
pub struct Comment {
    /// The id of the indicator or the objective
    #[arg(value_name = "INDICATOR|OBJECTIVE")]
    id: String,
    /// The period it is about, in any usual spelling [default: that of the indicator's latest figure]
    #[arg(value_name = "PERIOD")]
    period: Option<String>,
    #[command(flatten)]
    given: Given,
    /// Show what would be written, and write nothing
    #[arg(long)]
    dry_run: bool,
    #[command(flatten)]
    as_of: AsOf,
}

/// What is done with a comment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Purpose {
    Write,
    Show,
}

/// A comment on its way into its file.
struct Job {
    root: PathBuf,
    disk: Disk,
    id: String,
    period: Period,
    today: NaiveDate,
    purpose: Purpose,
}

impl Comment {
    pub fn run(self, directory: Option<&Path>) -> anyhow::Result<Ended> {
        let Some((workspace, root)) = workspace::open_to_write(directory)? else { return Ok(Ended::Findings) };
        self.is_declared(&workspace.strategy)?;
        let periods = workspace.periods_of(&self.id);
        let fields = self.given.fields(periods)?;
        let draft = match self.given.draft(periods)? {
            Some(Ok(draft)) => Some(draft),
            Some(Err(findings)) => {
                let findings: Vec<Finding> = findings.into_sorted().into_iter().map(Finding::without_repair).collect();
                return Ok(refuse::say_findings(&findings, "has"));
            }
            None => None,
        };
        let is_edited = draft.is_none() && !fields.recovery.is_given() && !fields.ask.is_given();
        self.can_be_edited(is_edited)?;
        let today = self.as_of.day();
        let Some(period) = self.period(&workspace, periods, today)? else {
            complain("Nothing was written.\n");
            return Ok(Ended::Done);
        };
        let purpose = if self.dry_run { Purpose::Show } else { Purpose::Write };
        let job = Job { disk: Disk::new(root.clone()), root, id: self.id.clone(), period, today, purpose };
        if is_edited {
            return edit::edit(&job, periods, &view::lines(&workspace, &self.id, period, today));
        }
        let over = if self.given.replaces() { Over::Text } else { Over::Nothing };
        let said = match draft {
            Some(draft) => Said::Text { draft, fields, over },
            None => Said::Fields(fields),
        };
        Ok(job.put(&said)?.unwrap_or_else(|refused| job.refuse(refused)))
    }

    fn is_declared(&self, strategy: &Strategy) -> Result<(), Refusal> {
        let ids = || strategy.indicators.keys().chain(strategy.objectives.keys()).map(String::as_str);
        if ids().any(|id| id == self.id) {
            return Ok(());
        }
        let message = format!("no indicator or objective {}", text::quoted(&self.id));
        Err(Refusal::usage(message, text::did_you_mean(&self.id, ids())))
    }

    /// Whether there is somebody to write, where nothing is given.
    fn can_be_edited(&self, is_edited: bool) -> Result<(), Refusal> {
        if is_edited && self.given.replaces() {
            let help = "give the text, or leave out --replace: the editor opens what is there";
            return Err(Refusal::usage("--replace needs the text that is to be there", Some(help.to_owned())));
        }
        if is_edited && !prompt::can_ask() && !editor::is_named() {
            let help = "give the text: --text TEXT, or --from FILE; or name your editor in the variable VISUAL";
            return Err(Refusal::usage("there is nothing to write", Some(help.to_owned())));
        }
        Ok(())
    }

    /// The period given, else that of the latest figure, else the one somebody is asked for; nothing where nobody answers.
    fn period(&self, workspace: &Workspace, periods: Periods, today: NaiveDate) -> anyhow::Result<Option<Period>> {
        let read = |given: &str| {
            periods.section(given).ok_or_else(|| {
                let help = format!("write it as in {}", periods.example());
                Refusal::usage(format!("{} is not a period", text::quoted(given)), Some(help))
            })
        };
        if let Some(given) = &self.period {
            return Ok(Some(read(given)?));
        }
        if let Some(latest) = latest(workspace, &self.id, today) {
            return Ok(Some(latest));
        }
        if !prompt::can_ask() {
            let message = format!("{} has no figure yet to say which period is meant", self.id);
            let help = format!("give the period: hwb comment {} {}", self.id, periods.example());
            return Err(Refusal::usage(message, Some(help)).into());
        }
        let answer = prompt::ask(&format!("Which period is it about, such as {}? ", periods.example()))?;
        let Some(given) = answer.filter(|given| !given.is_empty()) else { return Ok(None) };
        Ok(Some(read(&given)?))
    }
}

/// The period of an indicator's latest row that is known on a day.
fn latest(workspace: &Workspace, id: &str, today: NaiveDate) -> Option<Period> {
    let readings = workspace.load(workspace.strategy.indicators.get(id)?, None).readings?;
    readings.known(today).latest().map(|row| row.period)
}

impl Job {
    fn commenting(&self, said: &Said) -> Result<Commenting, NotCommented> {
        let comment = board::Comment { id: self.id.clone(), period: self.period, said: said.clone() };
        Commenting::of(&self.disk, &comment, self.today)
    }

    /// Writes a comment, or shows it; why it cannot be is left to be said.
    ///
    /// # Errors
    /// The file cannot be written.
    fn put(&self, said: &Said) -> anyhow::Result<Result<Ended, NotCommented>> {
        match self.purpose {
            Purpose::Show => match self.commenting(said) {
                Ok(commenting) => self.show(&commenting).map(Ok),
                Err(refused) => Ok(Err(refused)),
            },
            Purpose::Write => self.write(said),
        }
    }

    fn show(&self, commenting: &Commenting) -> anyhow::Result<Ended> {
        warn(commenting);
        let change = &commenting.change;
        let [before, after] = [&change.before, &change.after].map(|bytes| bytes.as_deref().unwrap_or_default());
        let lines = match commenting.outcome {
            Outcome::AsItWas => String::new(),
            _ => format!("{}\n{}\n", change.path, changed::lines(&commenting.after, &change.path, before, after)),
        };
        put(None, format!("{lines}{}", say::written(self, commenting, Tense::Would)))?;
        complain("\nNothing was written: this was a dry run.\n");
        Ok(Ended::Done)
    }

    /// Reads, checks and writes, all while the lock is held.
    fn write(&self, said: &Said) -> anyhow::Result<Result<Ended, NotCommented>> {
        let lock = lock::take(&self.root)?;
        let commenting = match self.commenting(said) {
            Ok(commenting) => commenting,
            Err(refused) => return Ok(Err(refused)),
        };
        if commenting.outcome != Outcome::AsItWas {
            lock.replace(std::slice::from_ref(&commenting.change))
                .map_err(|refused| lock::nothing_written(&refused))?;
        }
        drop(lock);
        warn(&commenting);
        put(None, say::written(self, &commenting, Tense::Is))?;
        complain(&format!("\n{}\n", say::next(self, &commenting)));
        Ok(Ok(Ended::Done))
    }
}

/// Says what the file is warned of that it was not before.
fn warn(commenting: &Commenting) {
    if !commenting.warnings.is_empty() {
        complain(&format!("{}\n", finding::human(&commenting.warnings)));
    }
}
