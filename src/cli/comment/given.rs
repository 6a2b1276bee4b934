//! What is given on the command line to be said, in words or in a file.

use std::io::{self, Read};
use std::path::{Path, PathBuf};

use clap::Args;
use hwb::board::{Fields, Setting};
use hwb::commentary::{Ask, Draft, Periods};
use hwb::encoding;
use hwb::files::read_given;
use hwb::finding::Findings;
use hwb::limits;
use hwb::source::Source;
use hwb::text;

use crate::cli::{Ended, Refusal};

/// What names standard input.
const STDIN: &str = "-";

/// What is said
#[derive(Debug, Args)]
#[command(next_help_heading = "What is said")]
pub struct Given {
    /// The text: why in the first paragraph, then what is being done
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true, conflicts_with = "from")]
    text: Option<String>,
    /// The text in a Markdown file; - is standard input
    #[arg(long, value_name = "FILE")]
    from: Option<PathBuf>,
    /// The period by which performance is expected to have recovered; "" takes it out
    #[arg(long, value_name = "PERIOD")]
    recovery: Option<String>,
    /// What the Board is asked: note, support or decide; "" takes it out
    #[arg(long, value_name = "ASK")]
    ask: Option<String>,
    /// The text takes the place of what is there for the period
    #[arg(long)]
    replace: bool,
}

impl Given {
    pub fn replaces(&self) -> bool {
        self.replace
    }

    /// The fields.
    ///
    /// # Errors
    /// A usage error for one that is no period, or nothing a Board can be asked.
    pub fn fields(&self, periods: Periods) -> Result<Fields, Refusal> {
        let recovery = setting(self.recovery.as_deref(), |given| {
            periods.recovery(given).ok_or_else(|| {
                let help = "write the period by which recovery is expected: --recovery 2014/15, or \"2014/15 Q2\"";
                Refusal::usage(format!("{} is not a period", text::quoted(given)), Some(help.to_owned()))
            })
        })?;
        let ask = setting(self.ask.as_deref(), |given| {
            Ask::from_name(given).ok_or_else(|| {
                let names = Ask::NAMES.map(|(name, _)| name);
                let help = text::did_you_mean(given, names).unwrap_or_else(|| {
                    format!("it is asked to {}; put anything else in the text", text::either(&names))
                });
                Refusal::usage(format!("{} is not what a Board can be asked", text::quoted(given)), Some(help))
            })
        })?;
        Ok(Fields { recovery, ask })
    }

    /// The text, with what fields it begins with; nothing where none is given. What is wrong with it are the findings.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn draft(&self, periods: Periods) -> Result<Option<Result<Draft, Findings>>, Refusal> {
        let (name, bytes) = match (&self.text, &self.from) {
            (Some(text), _) => ("--text".to_owned(), text.clone().into_bytes()),
            (None, Some(file)) => (name_of(file), bytes_of(file)?),
            (None, None) => return Ok(None),
        };
        let decoded = encoding::decode(&name, bytes).map_err(|finding| Findings::from(*finding));
        Ok(Some(decoded.and_then(|text| {
            let mut findings = Findings::new();
            let draft = Draft::read(&Source::new(&name, &text), periods, &mut findings);
            if findings.errors() > 0 { Err(findings) } else { Ok(draft) }
        })))
    }
}

/// What an option says of a field: nothing where it is not given, and blank where nothing stands in it.
fn setting<T>(given: Option<&str>, read: impl Fn(&str) -> Result<T, Refusal>) -> Result<Setting<T>, Refusal> {
    match given.map(str::trim) {
        None => Ok(Setting::Kept),
        Some("") => Ok(Setting::Blank),
        Some(given) => read(given).map(Setting::To),
    }
}

fn name_of(file: &Path) -> String {
    if file.as_os_str() == STDIN { "standard input".to_owned() } else { file.display().to_string() }
}

fn bytes_of(file: &Path) -> Result<Vec<u8>, Refusal> {
    let failed = |reason: String| Refusal {
        ended: Ended::CouldNotRun,
        message: format!("{} cannot be read: {reason}; nothing was written", name_of(file)),
        help: None,
    };
    if file.as_os_str() != STDIN {
        return read_given(file).map_err(|unreadable| failed(unreadable.to_string()));
    }
    let mut bytes = Vec::new();
    io::stdin()
        .lock()
        .take(limits::FILE_BYTES + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| failed(error.to_string()))?;
    if bytes.len() as u64 > limits::FILE_BYTES {
        return Err(failed(format!("it is longer than {} bytes, which is the most hwb reads", limits::FILE_BYTES)));
    }
    Ok(bytes)
}
