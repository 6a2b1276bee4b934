//! What is wrong with a file, said so that the person who typed it can mend it.
//!
//! A finding is a value: reading a file collects every one and never stops at the first. It says where (file, line,
//! column, and the Excel cell), quotes the line, says what was read and what was expected, and how to mend it.

mod code;
mod fingerprint;
mod github;
mod gitlab;
mod human;
mod repair;
mod sarif;
mod short;
mod sink;
mod words;

use serde::Serialize;

pub use code::Code;
pub use fingerprint::fingerprints;
pub use github::github;
pub use gitlab::gitlab;
pub use human::human;
pub use repair::{Certainty, Change, Edit, Repair, Treatment};
pub use sarif::sarif;
pub use short::short;
pub use sink::{Findings, Keep};

use crate::source::Place;

/// How help ends that names what a person can do first.
pub const OR_FIX: &str = ", or run hwb fix";

/// One problem in one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    pub code: Code,
    /// The code's own, or a warning where the file is read as meant all the same. An error keeps the file from being used, whatever
    /// `[findings]` makes of it in a report.
    pub severity: Severity,
    /// Relative to the workspace, with `/` on every system.
    pub path: String,
    /// Nothing where the file as a whole is meant.
    pub place: Option<Place>,
    pub message: String,
    /// How to mend it.
    pub help: Option<String>,
    /// A second place that explains the first: "first given here".
    pub related: Option<Related>,
    /// What `hwb fix` would change; nothing where only a person can mend it.
    pub repair: Option<Repair>,
    /// How many more of this code the file has, beyond those kept; said on the last one kept.
    pub more: usize,
}

/// Another place in the same file, and what it has to do with the finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Related {
    pub place: Place,
    pub note: String,
}

/// How much a finding weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// The file is read as meant, and this is said.
    Warning,
    /// The file, or the part of it concerned, is not used.
    Error,
}

impl Severity {
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

impl Finding {
    /// A finding about a whole file, with the code's own severity.
    pub fn new(code: Code, path: &str, message: impl Into<String>) -> Self {
        Self {
            code,
            severity: code.severity(),
            path: path.to_owned(),
            place: None,
            message: message.into(),
            help: None,
            related: None,
            repair: None,
            more: 0,
        }
    }

    /// Only a warning here: the file is read as meant.
    #[must_use]
    pub fn warning(self) -> Self {
        Self { severity: Severity::Warning, ..self }
    }

    /// An error here: what is only warned of in a file is not put into one.
    #[must_use]
    pub fn error(self) -> Self {
        Self { severity: Severity::Error, ..self }
    }

    #[must_use]
    pub fn at(self, place: Place) -> Self {
        Self { place: Some(place), ..self }
    }

    #[must_use]
    pub fn help(self, help: impl Into<String>) -> Self {
        Self { help: Some(help.into()), ..self }
    }

    /// Help that there may not be: a nearest name that was not found.
    #[must_use]
    pub fn maybe_help(self, help: Option<String>) -> Self {
        Self { help, ..self }
    }

    /// The same of what stands in no file of the strategy's, which `hwb fix` does not mend.
    #[must_use]
    pub fn without_repair(self) -> Self {
        let help = self.help.map(|help| help.split(OR_FIX).next().unwrap_or_default().to_owned());
        Self { help, repair: None, ..self }
    }

    #[must_use]
    pub fn related(self, place: Place, note: impl Into<String>) -> Self {
        Self { related: Some(Related { place, note: note.into() }), ..self }
    }

    #[must_use]
    pub fn repair(self, repair: Repair) -> Self {
        Self { repair: Some(repair), ..self }
    }

    /// The finding with its path from further up: `folder` is where the workspace lies, with `/`, empty for the same place.
    #[must_use]
    pub fn below(self, folder: &str) -> Self {
        match folder {
            "" => self,
            folder => Self { path: format!("{folder}/{}", self.path), ..self },
        }
    }

    /// Where it is, as an editor takes it: `data/x.csv:14:3`, or the path alone.
    #[must_use]
    pub fn location(&self) -> String {
        match &self.place {
            Some(place) => format!("{}:{}:{}", self.path, place.line, place.column),
            None => self.path.clone(),
        }
    }
}

/// How many findings there are at each severity, those that were only counted included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct Tally {
    /// Files looked at.
    pub files: usize,
    pub errors: usize,
    pub warnings: usize,
}

impl Tally {
    #[must_use]
    pub fn of(files: usize, findings: &[Finding]) -> Self {
        let count = |severity| {
            let of_it = findings.iter().filter(|finding| finding.severity == severity);
            of_it.map(|finding| 1 + finding.more).sum()
        };
        Self { files, errors: count(Severity::Error), warnings: count(Severity::Warning) }
    }
}
