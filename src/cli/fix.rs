//! `hwb fix`.

use std::io;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use hwb::files::{Change, NotWritten};
use hwb::finding::{self, Code, Finding, Findings, Keep, Severity};
use hwb::repair::{Answer, Mending, Nobody, Person, Step, has_errors};
use hwb::text;
use hwb::workspace::Workspace;

use super::clock::AsOf;
use super::files::{File, mendable};
use super::{Ended, HELP, Refusal, changed, complain, lock, prompt, workspace};

/// Mend the files: each repair is shown before it is made, and a guess is asked about
#[derive(Debug, Args)]
#[command(
    help_template = HELP,
    before_help = "Examples:
  hwb fix                                      every file, asking as it goes
  hwb fix data/neet.csv
  hwb fix --from windows-1252 data/neet.csv    saved by Excel as 'CSV (Comma delimited)'
  hwb fix --yes                                what is certain, without asking; the rest is listed
"
)]
pub struct Fix {
    /// Only these files
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Read the named files from this encoding
    #[arg(long, value_name = "ENCODING", requires = "files")]
    from: Option<Encoding>,
    /// Make every repair that is certain without asking, and no other
    #[arg(long)]
    yes: bool,
    #[command(flatten)]
    as_of: AsOf,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Encoding {
    /// Excel's 'CSV (Comma delimited)' on Windows
    #[value(name = "windows-1252")]
    Windows1252,
    /// Excel's 'Unicode Text', PowerShell's >
    #[value(name = "utf-16")]
    Utf16,
}

impl Fix {
    pub fn run(self, directory: Option<&Path>) -> anyhow::Result<Ended> {
        let Some((workspace, root)) = workspace::open_to_write(directory)? else { return Ok(Ended::Findings) };
        let today = self.as_of.day();
        let how = match (self.yes, prompt::can_ask()) {
            (true, _) => How::Certain,
            (false, true) => How::Asking,
            (false, false) => How::Showing,
        };
        let mut done = Done::default();
        let mut patience = Patience::Asks;
        for file in mendable(&workspace, &root, &self.files)? {
            self.refuse_utf8(&file)?;
            let check = |bytes: &[u8]| -> Vec<Finding> {
                let all = Findings::keeping(Keep::All);
                let findings = workspace.check(&file.path, bytes, Some(today), all).into_sorted();
                findings.into_iter().map(|finding| self.decided(finding)).collect()
            };
            let mut mending = Mending::of(&file.path, file.bytes.clone());
            let mut asked = AtTerminal { workspace: &workspace, patience: &mut patience };
            let person: &mut dyn Person = if how == How::Asking { &mut asked } else { &mut Nobody };
            mending.mend(&check, person)?;
            if mending.is_changed() {
                if how != How::Asking {
                    complain(&said(&workspace, mending.step()));
                }
                if how == How::Showing {
                    done.shown += 1;
                } else {
                    write(&root, &mending)?;
                    done.files += 1;
                    done.repairs += mending.made.len();
                }
            }
            done.faulty |= how == How::Showing && has_errors(&check(&file.bytes));
            done.left.extend(mending.left(&check));
        }
        Ok(done.say(how))
    }

    /// A file that is UTF-8 is not read from another encoding, which would spoil it.
    fn refuse_utf8(&self, file: &File) -> Result<(), Refusal> {
        if self.from == Some(Encoding::Windows1252) && std::str::from_utf8(&file.bytes).is_ok() {
            let message = format!("{} is UTF-8 already: read as Windows-1252 it would be spoilt", file.path);
            return Err(Refusal::usage(message, Some("leave out --from".to_owned())));
        }
        Ok(())
    }

    /// The finding with its repair beyond doubt where `--from` has answered the question.
    fn decided(&self, finding: Finding) -> Finding {
        match finding.repair {
            Some(repair) if finding.code == Code::NotUtf8 && self.from == Some(Encoding::Windows1252) => {
                Finding { repair: Some(repair.without_doubt()), ..finding }
            }
            repair => Finding { repair, ..finding },
        }
    }
}

/// What is done with a repair.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum How {
    /// Made where somebody agrees.
    Asking,
    /// Made where it is certain.
    Certain,
    /// Shown.
    Showing,
}

/// Gives the file its new text, unless it has changed since it was read.
fn write(root: &Path, mending: &Mending) -> Result<(), Refusal> {
    let change =
        Change { path: mending.path.clone(), before: Some(mending.before.clone()), after: Some(mending.after.clone()) };
    // Others may have been written before this one.
    let left = |refused: &NotWritten| lock::not_written(refused, "it was left as it is");
    lock::take(root)?.replace(&[change]).map_err(|refused| left(&refused))
}

/// What a step mends in a file, and the lines that change.
fn said(workspace: &Workspace, step: Step<'_>) -> String {
    let mut said = format!("{}: {}\n", step.path, text::count(step.mends.len(), "repair"));
    for finding in step.mends {
        let place = finding.place.as_ref().and_then(|place| place.cell.clone()).unwrap_or_default();
        said.push_str(&format!("  {place:<5} {}: {}\n", finding.code.name(), text::visible(&finding.message)));
    }
    said.push_str(&changed::lines(workspace, step.path, step.before, step.after));
    said
}

/// Somebody at a terminal.
struct AtTerminal<'w> {
    workspace: &'w Workspace,
    patience: &'w mut Patience,
}

/// Whether somebody wants to be asked any more; who quits does so for every file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Patience {
    Asks,
    HasQuit,
}

impl Person for AtTerminal<'_> {
    fn agrees(&mut self, step: Step<'_>) -> io::Result<bool> {
        if *self.patience == Patience::HasQuit {
            return Ok(false);
        }
        complain(&said(self.workspace, step));
        prompt::confirm("Make them?")
    }

    fn decides(&mut self, step: Step<'_>) -> io::Result<Answer> {
        if *self.patience == Patience::HasQuit {
            return Ok(Answer::Stop);
        }
        complain(&finding::short(step.mends));
        complain(&changed::lines(self.workspace, step.path, step.before, step.after));
        loop {
            let question = "Is that what was meant? [y]es, [n]o, [a]ll of this kind in this file, [q]uit: ";
            // The end of the input quits.
            let answer = prompt::ask(question)?.unwrap_or_else(|| "quit".to_owned());
            match answer.to_lowercase().as_str() {
                "y" | "yes" => return Ok(Answer::Yes),
                "n" | "no" => return Ok(Answer::No),
                "a" | "all" => return Ok(Answer::All),
                "q" | "quit" => {
                    *self.patience = Patience::HasQuit;
                    return Ok(Answer::Stop);
                }
                _ => {}
            }
        }
    }
}

/// What came of it.
#[derive(Default)]
struct Done {
    files: usize,
    repairs: usize,
    /// Files whose repairs were only shown.
    shown: usize,
    /// What is wrong with the files still, or would be.
    left: Vec<Finding>,
    faulty: bool,
}

impl Done {
    fn say(mut self, how: How) -> Ended {
        self.faulty |= has_errors(&self.left);
        self.left.retain(|finding| finding.repair.is_some() || finding.severity == Severity::Error);
        if how != How::Asking && !self.left.is_empty() {
            complain(&format!("\nLeft, since only a person can know:\n{}", finding::short(&self.left)));
        }
        let mended = match (self.files, self.shown) {
            (0, 0) => "nothing was changed".to_owned(),
            (0, shown) => {
                format!("{} can be mended; nothing was changed: say hwb fix --yes", text::count(shown, "file"))
            }
            (files, _) => format!("{} made in {}", text::count(self.repairs, "repair"), text::count(files, "file")),
        };
        let next = if self.faulty { "Next: hwb validate says what is left to mend." } else { "Next: hwb validate" };
        complain(&format!("{mended}\n{next}\n"));
        if self.faulty { Ended::Findings } else { Ended::Done }
    }
}
