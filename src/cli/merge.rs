//! `hwb merge`: what git runs to merge two versions of a file of readings.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

use clap::Args;
use hwb::files::git::{TextMerge, merge_text};
use hwb::files::{self, DATA, Disk, Unreadable};
use hwb::readings::merge::{Merged, Versions, merge};
use hwb::text;
use hwb::time::Kind;
use hwb::workspace::Workspace;

use super::{Ended, HELP, complain};

/// Merge two versions of a file of readings: git runs it
#[derive(Debug, Args)]
#[command(
    help_template = HELP,
    before_help = "Examples:
  hwb setup-git                     makes git run it; by hand it is seldom needed
  hwb merge base.csv ours.csv theirs.csv data/obesity.csv
"
)]
pub struct Merge {
    /// The common ancestor; empty where both sides added the file
    #[arg(value_name = "BASE")]
    base: PathBuf,
    /// Our version, which is replaced by the result
    #[arg(value_name = "OURS")]
    ours: PathBuf,
    /// Their version
    #[arg(value_name = "THEIRS")]
    theirs: PathBuf,
    /// Where the file lies in the work tree: its indicator says which kind of period it has
    #[arg(value_name = "PATH")]
    path: Option<PathBuf>,
    /// The length of conflict markers
    #[arg(long, value_name = "N", default_value = "7", value_parser = clap::value_parser!(u8).range(1..))]
    marker_size: u8,
}

impl Merge {
    /// Merges. Git takes any status up to 128 for a merge with conflicts, and what stands in OURS for its result: so whatever keeps
    /// this from ending well, a bug among it, has to end with more.
    pub fn run(&self, directory: Option<&Path>) -> Ended {
        match catch_unwind(AssertUnwindSafe(|| self.merge(directory))) {
            Ok(Ok(ended)) => ended,
            Ok(Err(error)) => {
                complain(&format!("error: {}\n", text::visible(&format!("{error:#}"))));
                Ended::CouldNotMerge
            }
            Err(_) => Ended::CouldNotMerge,
        }
    }

    fn merge(&self, directory: Option<&Path>) -> anyhow::Result<Ended> {
        let [base, ours, theirs] = [&self.base, &self.ours, &self.theirs].map(|path| read(path));
        let (base, ours, theirs) = (base?, ours?, theirs?);
        let by_row = |base: &str, ours: &str, theirs: &str| {
            merge(Versions { base, ours, theirs }, self.kind(directory), usize::from(self.marker_size))
        };
        let texts = (base.as_deref(), ours.as_deref(), theirs.as_deref());
        let merged = if let (Some(base), Some(ours), Some(theirs)) = texts { by_row(base, ours, theirs) } else { None };
        match merged {
            Some(Merged::Clean(text)) => {
                self.write(text.as_bytes())?;
                Ok(Ended::Done)
            }
            Some(Merged::Conflicts { text, count }) => {
                self.write(text.as_bytes())?;
                self.say(&format!("{} to settle, between conflict markers", text::count(count, "place")));
                Ok(Ended::Findings)
            }
            None => self.merge_lines(),
        }
    }

    /// The ordinary merge, for versions whose rows cannot be told apart for certain.
    fn merge_lines(&self) -> anyhow::Result<Ended> {
        match merge_text(&self.base, &self.ours, &self.theirs, usize::from(self.marker_size))? {
            TextMerge::Clean(bytes) => {
                self.write(&bytes)?;
                self.say("merged line by line, since its rows could not be told apart: check it with hwb validate");
                Ok(Ended::Done)
            }
            TextMerge::Conflicts(bytes) => {
                self.write(&bytes)?;
                self.say("merged line by line, since its rows could not be told apart, with conflicts to settle");
                Ok(Ended::Findings)
            }
            TextMerge::NoText => {
                self.say("it is no text and cannot be merged: our version stands, and theirs is not in it");
                Ok(Ended::Findings)
            }
        }
    }

    fn write(&self, bytes: &[u8]) -> anyhow::Result<()> {
        Ok(files::replace_whole(&self.ours, bytes)?)
    }

    fn say(&self, what: &str) {
        let name = self.path.as_ref().unwrap_or(&self.ours).display().to_string();
        complain(&format!("hwb: {}: {what}\n", text::visible(&name)));
    }

    /// The kind of period that the file's indicator declares in the work tree; nothing where that cannot be known.
    fn kind(&self, directory: Option<&Path>) -> Option<Kind> {
        let path = directory.unwrap_or(Path::new(".")).join(self.path.as_ref()?);
        let data = path.parent().filter(|folder| folder.file_name().is_some_and(|name| name == DATA))?;
        let root = data.parent().filter(|root| !root.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let workspace = Workspace::open(Box::new(Disk::new(root.to_path_buf()))).ok()?;
        let id = path.file_stem()?.to_str()?;
        workspace.strategy.indicators.get(id).map(|indicator| indicator.period)
    }
}

/// A version as text; nothing where it is not UTF-8, or is longer than a file of readings may be.
fn read(path: &Path) -> anyhow::Result<Option<String>> {
    match files::read_given(path) {
        Ok(bytes) => Ok(String::from_utf8(bytes).ok()),
        Err(Unreadable::TooLong(_)) => Ok(None),
        Err(unreadable) => anyhow::bail!("{} cannot be read: {unreadable}", path.display()),
    }
}
