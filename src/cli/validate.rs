//! `hwb validate`.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use hwb::board::{self, AllowedBy, Committed, Overrides, Validation};
use hwb::files::git::Git;
use hwb::files::{self, STRATEGY};
use hwb::finding::{self, Finding};
use hwb::workspace::{NotOpened, Workspace};
use hwb::{json, text};

use super::clock::AsOf;
use super::files::within;
use super::output::put;
use super::severities::Severities;
use super::workspace::{Opened, find, open};
use super::{Ended, HELP, Refusal, complain, repository};

/// What is wrong with the files: all of it, in one run
#[derive(Debug, Args)]
#[command(
    help_template = HELP,
    override_usage = "hwb validate [OPTIONS] [FILE]...\n       hwb validate [OPTIONS] --staged",
    before_help = "Examples:
  hwb validate
  hwb validate data/neet.csv
  hwb validate --staged            what git is about to commit
  hwb validate --deny warnings     a warning is a failure too
  hwb validate --format short      a line a finding, for an editor
  hwb validate --format github     beside the lines of a pull request
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
    /// In which format [default: human, or by the ending of -o]
    #[arg(long, value_name = "FORMAT")]
    format: Option<Format>,
    /// Write to this file, whole or not at all
    #[arg(short, long = "output", value_name = "FILE")]
    output: Option<PathBuf>,
    #[command(flatten)]
    severities: Severities,
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
    /// For GitHub Actions: workflow commands
    Github,
    /// For GitLab: a Code Quality report
    Gitlab,
    /// For code scanning and editors: SARIF 2.1.0
    Sarif,
}

impl Validate {
    pub fn run(self, directory: Option<&Path>) -> anyhow::Result<Ended> {
        let overrides = self.severities.overrides()?;
        let (validation, root) =
            if self.staged { self.of_index(directory, &overrides)? } else { self.of_folder(directory, &overrides)? };
        self.report(&validation, &root)
    }

    fn of_folder(&self, directory: Option<&Path>, overrides: &Overrides) -> anyhow::Result<(Validation, PathBuf)> {
        Ok(match open(directory)? {
            Opened::Workspace { workspace, root } => {
                let only = self.files.iter().map(|file| within(&root, file)).collect::<Result<Vec<_>, _>>()?;
                (board::validate(&workspace, &only, self.as_of.day(), overrides), root)
            }
            Opened::Faulty { findings, root } => (board::validate_faulty(findings, overrides), root),
        })
    }

    fn of_index(&self, directory: Option<&Path>, overrides: &Overrides) -> anyhow::Result<(Validation, PathBuf)> {
        let root = find(directory)?;
        let git = repository::around(&root)?;
        let snapshot = git.staged().map_err(Refusal::from)?;
        if snapshot.is_empty() {
            return Ok((Validation::default(), root));
        }
        let staged = match Workspace::open(Box::new(snapshot)) {
            Ok(staged) => staged,
            Err(NotOpened::Faulty(findings)) => return Ok((board::validate_faulty(findings, overrides), root)),
            Err(NotOpened::Unreadable(reason)) => {
                let message = format!("{STRATEGY} cannot be read from what is staged: {reason}");
                let help = Some(format!("stage it with what you commit: git add {STRATEGY}"));
                return Err(Refusal { ended: Ended::CouldNotRun, message, help }.into());
            }
        };
        let committed = committed(&git)?;
        Ok((board::validate_staged(&staged, committed.as_ref(), self.as_of.day(), overrides), root))
    }

    fn report(&self, validation: &Validation, root: &Path) -> anyhow::Result<Ended> {
        let format = self.format.unwrap_or_else(|| self.by_ending());
        let text = format.written(validation, root)?;
        match &self.output {
            Some(file) => put(Some(file), anstream::adapter::strip_str(&text).to_string())?,
            None => put(None, text)?,
        }
        if matches!(format, Format::Human | Format::Github) {
            complain(&summary(validation));
        }
        Ok(if validation.tally.errors > 0 { Ended::Findings } else { Ended::Done })
    }

    fn by_ending(&self) -> Format {
        let ending = self.output.as_ref().and_then(|file| file.extension()).unwrap_or_default();
        match ending.to_string_lossy().to_lowercase().as_str() {
            "json" => Format::Json,
            "sarif" => Format::Sarif,
            _ => Format::Human,
        }
    }
}

/// The strategy of the last commit; nothing before the first, and nothing where it could not be used then: there is no figure to
/// compare with.
fn committed(git: &Git) -> Result<Option<Committed>, Refusal> {
    let Some(head) = git.head().map_err(Refusal::from)? else { return Ok(None) };
    let snapshot = git.at(&head).map_err(Refusal::from)?;
    Ok(Workspace::open(Box::new(snapshot)).ok().map(|workspace| Committed { workspace, on: head.on }))
}

impl Format {
    fn written(self, validation: &Validation, root: &Path) -> serde_json::Result<String> {
        Ok(match self {
            Self::Human => finding::human(&validation.findings),
            Self::Short => finding::short(&validation.findings),
            Self::Json => json::validation(validation)?,
            Self::Github => finding::github(&in_repository(validation, root)),
            Self::Gitlab => finding::gitlab(&in_repository(validation, root))?,
            Self::Sarif => finding::sarif(&in_repository(validation, root))?,
        })
    }
}

/// The findings with the paths that a site which shows the whole repository knows.
fn in_repository(validation: &Validation, root: &Path) -> Vec<Finding> {
    let folder = files::folder_in_repository(root);
    validation.findings.iter().cloned().map(|finding| finding.below(&folder)).collect()
}

fn summary(validation: &Validation) -> String {
    let tally = validation.tally;
    let files = text::count(tally.files, "file");
    let unreported = unreported(validation);
    if tally.errors == 0 && tally.warnings == 0 {
        let found = if validation.allowed.is_empty() { "nothing wrong" } else { "nothing to report" };
        return format!("{files} checked, {found}{unreported}\n");
    }
    let first = validation.findings.first().map(|finding| finding.code.name()).unwrap_or_default();
    let explain = format!("hwb explain {first} says what that finding means and how to mend it.");
    let next = match validation.findings.iter().filter(|finding| finding.repair.is_some()).count() {
        0 => explain,
        count => {
            let those = if count == 1 { "one of these".to_owned() } else { format!("{count} of these") };
            format!("hwb fix can mend {those}, and shows what it changes first;\n      {explain}")
        }
    };
    let (errors, warnings) = (text::count(tally.errors, "error"), text::count(tally.warnings, "warning"));
    format!("\n{files} checked: {errors}, {warnings}{unreported}\nNext: {next}\n")
}

/// What was not reported and who asked for that, to be put after the counts; empty where everything was.
fn unreported(validation: &Validation) -> String {
    let mut said = String::new();
    for (by, name) in [(AllowedBy::Strategy, "[findings]"), (AllowedBy::CommandLine, "--allow")] {
        let of_it = validation.allowed.iter().filter(|((who, _), _)| *who == by);
        let counts: Vec<String> = of_it.map(|((_, code), count)| format!("{count} {}", code.name())).collect();
        if !counts.is_empty() {
            said.push_str(&format!("; not reported, as {name} says: {}", text::list(&counts)));
        }
    }
    if !validation.unheeded.is_empty() {
        let names: Vec<&str> = validation.unheeded.iter().map(|code| code.name()).collect();
        said.push_str(&format!("; --allow {} does not hold while strategy.toml cannot be used", names.join(",")));
    }
    said
}
