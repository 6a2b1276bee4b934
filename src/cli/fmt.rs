//! `hwb fmt`.

use std::path::{Path, PathBuf};

use clap::Args;
use hwb::files::Change;
use hwb::finding::{self, Findings, Keep};
use hwb::repair::{NotFormatted, formatted};
use hwb::text;

use super::files::readings;
use super::{Ended, HELP, changed, complain, lock, workspace};

/// Put the files of readings into canonical form, which says the same
#[derive(Debug, Args)]
#[command(
    help_template = HELP,
    before_help = "Examples:
  hwb fmt                   every file
  hwb fmt data/neet.csv
  hwb fmt --check           change nothing; status 1 where a file is not in canonical form
"
)]
pub struct Fmt {
    /// Only these files of readings
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Change nothing, show what would change, and end with status 1 where anything would
    #[arg(long)]
    check: bool,
}

impl Fmt {
    pub fn run(self, directory: Option<&Path>) -> anyhow::Result<Ended> {
        let Some((workspace, root)) = workspace::open_to_write(directory)? else { return Ok(Ended::Findings) };
        let mut changes = Vec::new();
        let mut faulty = 0;
        let files = readings(&workspace, &root, &self.files)?;
        let count = files.len();
        for file in files {
            let all = || Findings::keeping(Keep::All);
            let check = |bytes: &[u8]| workspace.check(&file.path, bytes, None, all()).into_sorted();
            let says = |bytes: &[u8]| workspace.says(&file.path, bytes);
            match formatted(&file.path, file.bytes.clone(), &check, says) {
                Ok(after) if after == file.bytes => {}
                Ok(after) => {
                    if self.check {
                        complain(&format!("{} is not in canonical form\n", file.path));
                        complain(&changed::lines(&workspace, &file.path, &file.bytes, &after));
                    }
                    changes.push(Change { path: file.path, before: Some(file.bytes), after: Some(after) });
                }
                Err(NotFormatted::Faulty(findings)) => {
                    faulty += 1;
                    complain(&finding::short(&findings));
                }
                Err(NotFormatted::Different) => {
                    anyhow::bail!(
                        "{} would not say the same in canonical form; nothing was written: please report this",
                        file.path
                    )
                }
            }
        }
        if !self.check && !changes.is_empty() {
            lock::take(&root)?.replace(&changes).map_err(|refused| lock::nothing_written(&refused))?;
        }
        let verb = if self.check { "would be rewritten" } else { "rewritten" };
        let mut said = format!("{} looked at, {} {verb}", text::count(count, "file"), changes.len());
        if faulty > 0 {
            said.push_str(&format!(
                "; {} left alone for errors\nNext: hwb fix mends what it can",
                text::count(faulty, "file")
            ));
        }
        complain(&format!("{said}\n"));
        Ok(if faulty > 0 || (self.check && !changes.is_empty()) { Ended::Findings } else { Ended::Done })
    }
}
