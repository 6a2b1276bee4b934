//! `hwb explain`.

use std::path::Path;

use clap::{Args, ValueEnum};
use hwb::finding::Code;
use hwb::render::{self, Screen};
use hwb::{paper, text};

use super::clock::When;
use super::output::{put, width};
use super::{Ended, HELP, Refusal, dossier, workspace};

/// Why a verdict is what it is, line by line; or what a finding's code means
#[derive(Debug, Args)]
#[command(
    help_template = HELP,
    before_help = "Examples:
  hwb explain hip-fracture-admissions      why is this red?
  hwb explain obesity-year-6 --as-of 2013-11-21
  hwb explain duplicate-period             what a finding means and how to mend it
"
)]
pub struct Explain {
    /// The id of an indicator, or the code of a finding
    #[arg(value_name = "INDICATOR|CODE")]
    subject: String,
    #[command(flatten)]
    when: When,
    /// In which format
    #[arg(long, value_enum, default_value = "table")]
    format: Format,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    /// For a terminal
    Table,
    /// Markdown, for a paper
    Md,
}

impl Explain {
    pub fn run(self, directory: Option<&Path>) -> anyhow::Result<Ended> {
        // A code is explained anywhere, even where there is no strategy.
        if let Some(code) = Code::from_name(&self.subject) {
            self.write(&paper::explanation_of_code(code))?;
            return Ok(Ended::Done);
        }
        let workspace = match workspace::open_or_explain(directory)? {
            Ok(workspace) => workspace,
            Err(ended) => return Ok(ended),
        };
        if !workspace.strategy.indicators.contains_key(&self.subject) {
            let ids = workspace.strategy.indicators.keys().map(String::as_str);
            let codes = Code::ALL.iter().map(|code| code.name());
            let help = text::did_you_mean(&self.subject, ids.chain(codes));
            let message = format!("no indicator or finding {}", text::quoted(&self.subject));
            return Err(Refusal::usage(message, help).into());
        }
        let dossier = dossier::of(&workspace, &self.subject, &self.when)?;
        self.write(&paper::explanation(&dossier))?;
        Ok(dossier::say_faulty(&dossier))
    }

    fn write(&self, document: &hwb::document::Document) -> anyhow::Result<()> {
        let format = match self.format {
            Format::Table => render::Format::Table,
            Format::Md => render::Format::Markdown,
        };
        // What is written with colour has it taken away where there is no terminal for it.
        put(None, render::render(document, format, Screen { width: width(), colour: true }))
    }
}
