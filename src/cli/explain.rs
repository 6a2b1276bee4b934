//! `hwb explain`.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use hwb::document::Document;
use hwb::finding::Code;
use hwb::{paper, render, text};

use super::clock::When;
use super::output::{self, by_ending, put_document};
use super::{Ended, HELP, Refusal, dossier, workspace};

/// Why a verdict is what it is, line by line; or what a finding's code means
#[derive(Debug, Args)]
#[command(
    help_template = HELP,
    before_help = "Examples:
  hwb explain hip-fracture-admissions      why is this red?
  hwb explain obesity-year-6 --as-of 2013-11-21
  hwb explain hip-fracture-admissions -o why.docx
  hwb explain duplicate-period             what a finding means and how to mend it
"
)]
pub struct Explain {
    /// The id of an indicator, or the code of a finding
    #[arg(value_name = "INDICATOR|CODE")]
    subject: String,
    #[command(flatten)]
    when: When,
    /// In which format [default: table, or by the ending of -o]
    #[arg(long, value_name = "FORMAT")]
    format: Option<Format>,
    /// Write to this file, whole or not at all
    #[arg(short, long = "output", value_name = "FILE")]
    output: Option<PathBuf>,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Format {
    /// For a terminal
    Table,
    /// Markdown, for a paper
    Md,
    /// One web page, whole in itself
    Html,
    /// A Word file
    Docx,
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

    fn write(&self, document: &Document) -> anyhow::Result<()> {
        let format = match self.format()? {
            Format::Table => render::Format::Table,
            Format::Md => render::Format::Markdown,
            Format::Html => render::Format::Html,
            Format::Docx => render::Format::Docx,
        };
        put_document(self.output.as_deref(), document, format)
    }

    fn format(&self) -> Result<Format, Refusal> {
        match (self.format, &self.output) {
            (Some(format), _) => Ok(format),
            (None, None) => Ok(Format::Table),
            (None, Some(file)) => of_ending(file),
        }
    }
}

/// The ending of a file as one of these formats: an explanation is words and no table of data.
fn of_ending(file: &Path) -> Result<Format, Refusal> {
    match by_ending(file) {
        Ok(output::Format::Table) => Ok(Format::Table),
        Ok(output::Format::Md) => Ok(Format::Md),
        Ok(output::Format::Html) => Ok(Format::Html),
        Ok(output::Format::Docx) => Ok(Format::Docx),
        Ok(output::Format::Xlsx | output::Format::Csv | output::Format::Json) | Err(_) => Err(Refusal::usage(
            format!("the ending of {} says no format of an explanation", file.display()),
            Some("use .md, .html, .docx or .txt, or say --format; hwb show has the figures as data".to_owned()),
        )),
    }
}
