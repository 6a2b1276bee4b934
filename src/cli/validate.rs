//! `hwb validate`.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use hwb::board::{self, AllowedBy, Validation};
use hwb::files::{DATA, STRATEGY};
use hwb::{finding, json, text};

use super::clock::AsOf;
use super::output::put;
use super::severities::Severities;
use super::workspace::{Opened, open};
use super::{Ended, HELP, Refusal, complain};

/// What is wrong with the files: all of it, in one run
#[derive(Debug, Args)]
#[command(
    help_template = HELP,
    before_help = "Examples:
  hwb validate
  hwb validate data/neet.csv
  hwb validate --deny warnings     a warning is a failure too
  hwb validate --format short      a line a finding, for an editor
  hwb explain bad-period           what a finding means
"
)]
pub struct Validate {
    /// Only these files, in their strategy's context
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
    /// In which format [default: human, or json by the ending of -o]
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
}

impl Validate {
    pub fn run(self, directory: Option<&Path>) -> anyhow::Result<Ended> {
        let overrides = self.severities.overrides()?;
        let validation = match open(directory)? {
            Opened::Workspace { workspace, root } => {
                let only = self.files.iter().map(|file| within(&root, file)).collect::<Result<Vec<_>, _>>()?;
                board::validate(&workspace, &only, self.as_of.day(), &overrides)
            }
            Opened::Faulty(findings) => board::validate_faulty(findings, &overrides),
        };
        let format = self.format.unwrap_or_else(|| self.by_ending());
        let text = match format {
            Format::Human => finding::human(&validation.findings),
            Format::Short => finding::short(&validation.findings),
            Format::Json => json::validation(&validation)?,
        };
        match &self.output {
            Some(file) => put(Some(file), &anstream::adapter::strip_str(&text).to_string())?,
            None => put(None, &text)?,
        }
        if format == Format::Human {
            complain(&summary(&validation));
        }
        Ok(if validation.tally.errors > 0 { Ended::Findings } else { Ended::Done })
    }

    fn by_ending(&self) -> Format {
        let ending = self.output.as_ref().and_then(|file| file.extension());
        if ending.is_some_and(|ending| ending.eq_ignore_ascii_case("json")) { Format::Json } else { Format::Human }
    }
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
    let unreported = unreported(validation);
    if tally.errors == 0 && tally.warnings == 0 {
        let found = if validation.allowed.is_empty() { "nothing wrong" } else { "nothing to report" };
        return format!("{files} checked, {found}{unreported}\n");
    }
    let first = validation.findings.first().map(|finding| finding.code.name()).unwrap_or_default();
    format!(
        "\n{files} checked: {}, {}{unreported}\nNext: hwb explain {first} says what that finding means and how to mend it.\n",
        text::count(tally.errors, "error"),
        text::count(tally.warnings, "warning")
    )
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
