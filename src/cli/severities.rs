//! `--deny` and `--allow`: what `validate` reports, and as what.

use clap::Args;
use hwb::board::{Overrides, Warnings};
use hwb::finding::Code;
use hwb::text;

use super::Refusal;

/// The word that stands for every warning.
const WARNINGS: &str = "warnings";

/// What is reported, and as what
#[derive(Debug, Args)]
pub struct Severities {
    /// Report these findings as errors, or every warning: warnings
    #[arg(long, value_name = "CODE|warnings", value_delimiter = ',')]
    deny: Vec<String>,
    /// Do not report these findings; a file with an error is still not used
    #[arg(long, value_name = "CODE", value_delimiter = ',')]
    allow: Vec<String>,
}

impl Severities {
    /// What is asked for over `[findings]`.
    ///
    /// # Errors
    /// A usage error for a name that is no finding's.
    pub fn overrides(&self) -> Result<Overrides, Refusal> {
        let mut overrides = Overrides::default();
        for name in &self.deny {
            if name == WARNINGS {
                overrides.warnings = Warnings::Denied;
            } else {
                overrides.denied.insert(code(name, "--deny", &[WARNINGS])?);
            }
        }
        for name in &self.allow {
            overrides.allowed.insert(code(name, "--allow", &[])?);
        }
        Ok(overrides)
    }
}

fn code(name: &str, option: &str, words: &[&str]) -> Result<Code, Refusal> {
    Code::from_name(name).ok_or_else(|| {
        let known = Code::ALL.iter().map(|code| code.name()).chain(words.iter().copied());
        let help = text::did_you_mean(name, known).unwrap_or_else(|| "docs/findings.md lists the findings".to_owned());
        Refusal::usage(format!("{option}: no finding is named {}", text::quoted(name)), Some(help))
    })
}
