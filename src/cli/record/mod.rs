//! `hwb record`.

mod ask;
mod figures;
mod given;
mod refuse;
mod say;

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use clap::Args;
use hwb::board::{Filter, NotRecorded, Recording};
use hwb::files::{Change, Disk};
use hwb::readings::entry::{Entry, Revision};
use hwb::strategy::{Indicator, Strategy};
use hwb::workspace::Workspace;

use super::clock::AsOf;
use super::commit::as_typed;
use super::output::put;
use super::tense::Tense;
use super::workspace::{Opened, open};
use super::{Ended, HELP, Refusal, changed, complain, filters, lock, prompt, workspace};
use figures::Figures;
use given::Given;

/// Record a figure: checked before it is written, whole or not at all
#[derive(Debug, Args)]
#[command(
    help_template = HELP,
    override_usage = "hwb record [OPTIONS] INDICATOR PERIOD [VALUE]\n       hwb record [OPTIONS] --from FILE",
    before_help = "Examples:
  hwb record neet \"2013/14 Q2\" 3.9
  hwb record neet \"2013/14 Q2\" 3.9 --status provisional --comparator london=3.4
  hwb record neet \"2013/14 Q2\"               asks for the figure
  hwb record neet \"2013/14 Q2\" --marker x    there is none, and will be none
  hwb record neet \"2013/14 Q1\" 4.4 --revise  it was another figure before
  hwb record --from figures.csv --dry-run    many at once: what would be written
"
)]
pub struct Record {
    /// The id of the indicator
    #[arg(value_name = "INDICATOR", required_unless_present = "batch")]
    indicator: Option<String>,
    /// The period of the figure, in any usual spelling
    #[arg(value_name = "PERIOD", required_unless_present = "batch")]
    period: Option<String>,
    /// The figure; asked for on a terminal where it is left out
    #[arg(value_name = "VALUE", allow_hyphen_values = true)]
    value: Option<String>,
    #[command(flatten)]
    given: Given,
    /// The figure for this period was another before: keep that as history, and let this one count
    #[arg(long)]
    revise: bool,
    /// Record every row of a CSV file, all or none: indicator,period,value and any other columns
    #[arg(long = "from", value_name = "FILE", id = "batch", conflicts_with_all = ["indicator", "period", "value", "Given"])]
    from: Option<PathBuf>,
    /// Show what would be written, and write nothing
    #[arg(long)]
    dry_run: bool,
    #[command(flatten)]
    as_of: AsOf,
}

impl Record {
    pub fn run(self, directory: Option<&Path>) -> anyhow::Result<Ended> {
        let (workspace, root) = match open(directory)? {
            Opened::Workspace { workspace, root } => (workspace, root),
            Opened::Faulty { findings, .. } => return Ok(workspace::say_faulty(findings)),
        };
        let today = self.as_of.day();
        let figures = match self.figures(&workspace, &root, today)? {
            Ok(figures) => figures,
            Err(ended) => return Ok(ended),
        };
        let job = Job::of(&workspace, &root, figures, today);
        if self.dry_run {
            return job.show(&self);
        }
        match job.confirm(&self)? {
            Some(ended) => Ok(ended),
            None => job.write(&self),
        }
    }

    /// The figures, asked for where they are not given; how the command ends where there are none.
    fn figures(&self, workspace: &Workspace, root: &Path, today: NaiveDate) -> anyhow::Result<Result<Figures, Ended>> {
        let (Some(indicator), Some(period)) = (&self.indicator, &self.period) else {
            let file = self.from.as_deref().unwrap_or(Path::new(""));
            let revision = if self.revise { Revision::IfThere } else { Revision::Never };
            return Figures::from_file(file, &workspace.strategy, revision);
        };
        let named = Filter { indicators: vec![indicator.clone()], ..Filter::default() };
        named.check(&workspace.strategy).map_err(filters::refused)?;
        let revision = if self.revise { Revision::Always } else { Revision::Never };
        let mut entry = self.given.entry(indicator, period, self.value.as_deref(), revision, &workspace.strategy)?;
        if self.value.is_some() || entry.cell("marker").is_some() {
            return Ok(Ok(Figures::given(entry)));
        }
        if !prompt::can_ask() {
            let help = "give the figure after the period, or say with --marker why there is none: --marker x";
            return Err(Refusal::usage("there is no figure to record", Some(help.to_owned())).into());
        }
        let job = Job::of(workspace, root, Figures::asked_for(entry.clone()), today);
        if let Err(refused) = Recording::is_open(&job.disk, &job.figures.entries, today) {
            return job.refuse(self, refused).map(Err);
        }
        if ask::figure(workspace, &mut entry, today)? {
            return Ok(Ok(Figures::asked_for(entry)));
        }
        complain("Nothing was written.\n");
        Ok(Err(Ended::Done))
    }

    /// The command that was given, with other words after it; without the figure, where that may not be repeated.
    fn again(&self, entry: &Entry, is_withheld: bool, and: &str) -> String {
        let value = if is_withheld { Some("VALUE".to_owned()) } else { entry.cell("value").map(str::to_owned) };
        let given = if is_withheld { Vec::new() } else { self.given.words() };
        let words = [entry.indicator.clone(), entry.period.clone()].into_iter().chain(value).chain(given);
        let words: Vec<String> = words.map(|word| as_typed(&word)).collect();
        format!("hwb record {} {and}", words.join(" "))
    }
}

/// The name of a file of readings, and the lines in it that would change.
fn changed_file(workspace: &Workspace, change: &Change) -> String {
    let [before, after] = [&change.before, &change.after].map(|bytes| bytes.as_deref().unwrap_or_default());
    format!("{}\n{}", change.path, changed::lines(workspace, &change.path, before, after))
}

/// Figures on their way into the files.
struct Job<'a> {
    root: PathBuf,
    disk: Disk,
    strategy: &'a Strategy,
    figures: Figures,
    today: NaiveDate,
}

impl<'a> Job<'a> {
    fn of(workspace: &'a Workspace, root: &Path, figures: Figures, today: NaiveDate) -> Self {
        let root = root.to_path_buf();
        Self { disk: Disk::new(root.clone()), root, strategy: &workspace.strategy, figures, today }
    }

    fn indicator_of(&self, entry: &Entry) -> Option<&Indicator> {
        self.strategy.indicators.get(&entry.indicator)
    }

    /// Whether the figure of an entry may not be repeated.
    fn is_withheld(&self, entry: &Entry) -> bool {
        self.indicator_of(entry).is_none_or(|indicator| entry.is_withheld(self.strategy, indicator))
    }

    fn recording(&self) -> Result<Recording, NotRecorded> {
        Recording::of(&self.disk, &self.figures.entries, self.today)
    }

    /// Shows what would be written.
    fn show(&self, command: &Record) -> anyhow::Result<Ended> {
        let recording = match self.recording() {
            Ok(recording) => recording,
            Err(refused) => return self.refuse(command, refused),
        };
        self.warn(&recording);
        let changes: String = recording.changes.iter().map(|change| changed_file(&recording.after, change)).collect();
        let said = say::recorded(&recording, &self.figures.entries, Tense::Would, self.today);
        put(None, format!("{changes}\n{said}"))?;
        complain("\nNothing was written: this was a dry run.\n");
        Ok(Ended::Done)
    }

    /// Where the figure was asked for, shows what would be written and asks whether it is to be; how the command ends where it is
    /// not.
    fn confirm(&self, command: &Record) -> anyhow::Result<Option<Ended>> {
        if !self.figures.is_asked_for() {
            return Ok(None);
        }
        let recording = match self.recording() {
            Ok(recording) => recording,
            Err(refused) => return self.refuse(command, refused).map(Some),
        };
        self.warn(&recording);
        complain(&say::recorded(&recording, &self.figures.entries, Tense::Would, self.today));
        if prompt::confirm("Write it?")? {
            return Ok(None);
        }
        complain("Nothing was written.\n");
        Ok(Some(Ended::Done))
    }

    /// Reads, checks and writes, all while the lock is held.
    fn write(&self, command: &Record) -> anyhow::Result<Ended> {
        let lock = lock::take(&self.root)?;
        let recording = match self.recording() {
            Ok(recording) => recording,
            Err(refused) => return self.refuse(command, refused),
        };
        lock.replace(&recording.changes).map_err(|refused| lock::nothing_written(&refused))?;
        drop(lock);
        if !self.figures.is_asked_for() {
            self.warn(&recording);
        }
        put(None, say::recorded(&recording, &self.figures.entries, Tense::Is, self.today))?;
        complain(&format!("\n{}\n", say::next(&recording, &self.root)));
        Ok(Ended::Done)
    }
}
