//! `hwb validate`.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use hwb::board::{self, Committed, Validation};
use hwb::files::git::Git;
use hwb::files::{DATA, STRATEGY};
use hwb::finding::Tally;
use hwb::workspace::{NotOpened, Workspace};
use hwb::{finding, json, text};

use super::clock::AsOf;
use super::output::put;
use super::workspace::{Opened, find, open};
use super::{Ended, HELP, Refusal, complain, repository};

/// What is wrong with the files: all of it, in one run
#[derive(Debug, Args)]
#[command(
    help_template = HELP,
    before_help = "Examples:
  hwb validate
  hwb validate data/neet.csv
  hwb validate --staged            what git is about to commit
  hwb validate --format short      a line a finding, for an editor
  hwb explain bad-period           what a finding means
"
)]
pub struct Validate {
    /// Only these files, in their strategy's context
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Check what is staged in git, not the folder; and that no committed figure changed without a word
    #[arg(long, conflicts_with = "files")]
    staged: bool,
    /// In which format [default: human, or json by the ending of -o]
    #[arg(long, value_name = "FORMAT")]
    format: Option<Format>,
    /// Write to this file, whole or not at all
    #[arg(short, long = "output", value_name = "FILE")]
    output: Option<PathBuf>,
    #[command(flatten)]
    as_of: AsOf,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// The line quoted and marked, the cell to go to, and the help
    Human,
    /// path:line:column: severity[code]: message
    Short,
    /// For programs
    Json,
}

impl Validate {
    pub fn run(self, directory: Option<&Path>) -> anyhow::Result<Ended> {
        let validation = if self.staged { self.of_index(directory)? } else { self.of_folder(directory)? };
        self.report(&validation)
    }

    fn of_folder(&self, directory: Option<&Path>) -> anyhow::Result<Validation> {
        Ok(match open(directory)? {
            Opened::Workspace { workspace, root } => {
                let only = self.files.iter().map(|file| within(&root, file)).collect::<Result<Vec<_>, _>>()?;
                board::validate(&workspace, &only, self.as_of.day())
            }
            Opened::Faulty(findings) => board::validate_faulty(findings),
        })
    }

    fn of_index(&self, directory: Option<&Path>) -> anyhow::Result<Validation> {
        let git = repository::around(&find(directory)?)?;
        let snapshot = git.staged().map_err(Refusal::from)?;
        if snapshot.is_empty() {
            return Ok(Validation { findings: Vec::new(), tally: Tally::default(), allowed: 0 });
        }
        let staged = match Workspace::open(Box::new(snapshot)) {
            Ok(staged) => staged,
            Err(NotOpened::Faulty(findings)) => return Ok(board::validate_faulty(findings)),
            Err(NotOpened::Unreadable(reason)) => {
                let message = format!("{STRATEGY} cannot be read from what is staged: {reason}");
                let help = Some(format!("stage it with what you commit: git add {STRATEGY}"));
                return Err(Refusal { ended: Ended::CouldNotRun, message, help }.into());
            }
        };
        let committed = committed(&git)?;
        Ok(board::validate_staged(&staged, committed.as_ref(), self.as_of.day()))
    }

    fn report(&self, validation: &Validation) -> anyhow::Result<Ended> {
        let format = self.format.unwrap_or_else(|| self.by_ending());
        let text = match format {
            Format::Human => finding::human(&validation.findings),
            Format::Short => finding::short(&validation.findings),
            Format::Json => json::validation(validation)?,
        };
        match &self.output {
            Some(file) => put(Some(file), &anstream::adapter::strip_str(&text).to_string())?,
            None => put(None, &text)?,
        }
        if format == Format::Human {
            complain(&summary(validation));
        }
        Ok(if validation.tally.errors > 0 { Ended::Findings } else { Ended::Done })
    }

    fn by_ending(&self) -> Format {
        let ending = self.output.as_ref().and_then(|file| file.extension());
        if ending.is_some_and(|ending| ending.eq_ignore_ascii_case("json")) { Format::Json } else { Format::Human }
    }
}

/// The strategy of the last commit; nothing before the first, and nothing where it could not be used then: there is no figure to
/// compare with.
fn committed(git: &Git) -> Result<Option<Committed>, Refusal> {
    let Some(head) = git.head().map_err(Refusal::from)? else { return Ok(None) };
    let snapshot = git.at(&head).map_err(Refusal::from)?;
    Ok(Workspace::open(Box::new(snapshot)).ok().map(|workspace| Committed { workspace, on: head.on }))
}

/// The path of a file as findings have it: relative to the strategy's folder, with `/`.
fn within(root: &Path, file: &Path) -> anyhow::Result<String> {
    let is_not = |why: &str| {
        let help = Some(format!("its files are strategy.toml and those in data/, in {}", root.display()));
        Refusal::usage(format!("{} is not one of the strategy's files: {why}", file.display()), help)
    };
    let found = std::fs::canonicalize(file)
        .or_else(|_| std::fs::canonicalize(root.join(file)))
        .map_err(|_| is_not("it is not there"))?;
    let inside = found.strip_prefix(std::fs::canonicalize(root)?).map_err(|_| is_not("it is elsewhere"))?;
    let parts: Vec<String> = inside.components().map(|part| part.as_os_str().to_string_lossy().into_owned()).collect();
    match parts.as_slice() {
        [only] if only == STRATEGY => {}
        [data, _] if data == DATA => {}
        _ => return Err(is_not("nothing reads it").into()),
    }
    Ok(parts.join("/"))
}

fn summary(validation: &Validation) -> String {
    let tally = validation.tally;
    let files = text::count(tally.files, "file");
    let allowed = match validation.allowed {
        0 => String::new(),
        count => format!("; {} not reported, as [findings] says", text::count(count, "finding")),
    };
    if tally.errors == 0 && tally.warnings == 0 {
        let found = if validation.allowed == 0 { "nothing wrong" } else { "nothing to report" };
        return format!("{files} checked, {found}{allowed}\n");
    }
    let first = validation.findings.first().map(|finding| finding.code.name()).unwrap_or_default();
    format!(
        "\n{files} checked: {}, {}{allowed}\nNext: hwb explain {first} says what that finding means and how to mend it.\n",
        text::count(tally.errors, "error"),
        text::count(tally.warnings, "warning")
    )
}
