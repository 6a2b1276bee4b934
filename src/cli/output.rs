//! Where an answer goes and in which format.

use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use hwb::document::Document;
use hwb::files;
use hwb::render::{self, Screen};

use super::lock::nothing_written;
use super::{Refusal, complain};

/// The width where nothing says how wide the screen is.
const WIDTH: usize = 80;

/// The formats of an answer that is a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For a terminal
    Table,
    /// Markdown, for a paper
    Md,
    /// One web page, whole in itself
    Html,
    /// A Word file
    Docx,
    /// A workbook: exact values
    Xlsx,
    /// For a spreadsheet: exact values
    Csv,
    /// For programs: exact values
    Json,
}

impl Format {
    /// What a document is rendered as; nothing for JSON, which is made from the answer.
    pub fn rendered(self) -> Option<render::Format> {
        match self {
            Self::Table => Some(render::Format::Table),
            Self::Md => Some(render::Format::Markdown),
            Self::Html => Some(render::Format::Html),
            Self::Docx => Some(render::Format::Docx),
            Self::Xlsx => Some(render::Format::Xlsx),
            Self::Csv => Some(render::Format::Csv),
            Self::Json => None,
        }
    }
}

/// Output
#[derive(Debug, Args)]
#[command(next_help_heading = "Output")]
pub struct Output {
    /// In which format [default: table, or by the ending of -o]
    #[arg(long, value_name = "FORMAT")]
    format: Option<Format>,
    /// Write to this file, whole or not at all
    #[arg(short, long = "output", value_name = "FILE")]
    output: Option<PathBuf>,
}

impl Output {
    /// Where and how a command was asked to answer that has a format of its own beside these.
    pub fn new(format: Option<Format>, output: Option<PathBuf>) -> Self {
        Self { format, output }
    }

    /// Writes a document, or its JSON, whichever is asked for and no other. `hint` says what to do next, to people at a terminal.
    ///
    /// # Errors
    /// The file cannot be written, or its ending says no format.
    pub fn write(
        &self,
        document: impl FnOnce() -> Document + Copy,
        json: impl FnOnce() -> serde_json::Result<String>,
        hint: &str,
    ) -> anyhow::Result<()> {
        self.write_with_data(document, document, json, hint)
    }

    /// As [`Output::write`], with a document of its own for CSV: `data`, whose rows are not those that people get.
    ///
    /// # Errors
    /// The file cannot be written, or its ending says no format.
    pub fn write_with_data(
        &self,
        document: impl FnOnce() -> Document,
        data: impl FnOnce() -> Document,
        json: impl FnOnce() -> serde_json::Result<String>,
        hint: &str,
    ) -> anyhow::Result<()> {
        let format = self.format()?;
        let Some(rendered) = format.rendered() else {
            return put(self.output.as_deref(), json()?.as_bytes());
        };
        let document = match rendered {
            render::Format::Csv | render::Format::Xlsx => data(),
            _ => document(),
        };
        put_document(self.output.as_deref(), &document, rendered)?;
        if format == Format::Table && self.output.is_none() && !hint.is_empty() {
            complain(&format!("\n{hint}\n"));
        }
        Ok(())
    }

    fn format(&self) -> Result<Format, Refusal> {
        match (self.format, &self.output) {
            (Some(format), _) => Ok(format),
            (None, None) => Ok(Format::Table),
            (None, Some(file)) => by_ending(file),
        }
    }
}

/// The format that the ending of a file means.
///
/// # Errors
/// It means none.
pub fn by_ending(file: &Path) -> Result<Format, Refusal> {
    let ending = file.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    match ending.as_str() {
        "txt" => Ok(Format::Table),
        "md" => Ok(Format::Md),
        "html" => Ok(Format::Html),
        "docx" => Ok(Format::Docx),
        "xlsx" => Ok(Format::Xlsx),
        "csv" => Ok(Format::Csv),
        "json" => Ok(Format::Json),
        _ => Err(Refusal::usage(
            format!("the ending of {} says no format", file.display()),
            Some("use .md, .html, .docx, .xlsx, .csv, .json or .txt, or say --format".to_owned()),
        )),
    }
}

/// Writes a document to a file, or to standard output as the screen takes it.
///
/// # Errors
/// As of [`put`]; and a usage error for what no terminal can show.
pub fn put_document(file: Option<&Path>, document: &Document, format: render::Format) -> anyhow::Result<()> {
    if file.is_none() {
        check_terminal(format)?;
    }
    put(file, render::render(document, format, screen(file)))
}

/// Whether standard output can show a format.
///
/// # Errors
/// A usage error where it is a terminal and the format is no text.
pub fn check_terminal(format: render::Format) -> Result<(), Refusal> {
    if format.is_text() || !io::stdout().is_terminal() {
        return Ok(());
    }
    let name = format.name();
    Err(Refusal::usage(
        format!("{name} is nothing to show on a terminal"),
        Some(format!("name a file: -o paper.{name}")),
    ))
}

/// What the terminal's text is laid out for: a file has no colours.
fn screen(file: Option<&Path>) -> Screen {
    let choice = anstream::AutoStream::choice(&io::stdout());
    Screen { width: width(), colour: file.is_none() && choice != anstream::ColorChoice::Never }
}

/// A document as the bytes of a file that is written by somebody else.
pub fn as_file(document: &Document, format: render::Format) -> Vec<u8> {
    render::render(document, format, Screen { width: width(), colour: false })
}

/// Writes to a file, whole or not at all, or to standard output.
///
/// # Errors
/// The system's; and a usage error for a file that the strategy itself is made of.
pub fn put(file: Option<&Path>, bytes: impl AsRef<[u8]>) -> anyhow::Result<()> {
    let bytes = bytes.as_ref();
    match file {
        Some(file) => {
            check_not_own(file)?;
            files::replace_whole(file, bytes).map_err(|refused| nothing_written(&refused).into())
        }
        // What is no text goes as it is, and so does what has no colours: taking out what is not there is slow where the answer is long.
        None if !bytes.contains(&b'\x1b') || std::str::from_utf8(bytes).is_err() => {
            let mut stdout = io::stdout().lock();
            stdout.write_all(bytes)?;
            stdout.flush()?;
            Ok(())
        }
        None => {
            let mut stdout = anstream::stdout();
            stdout.write_all(bytes)?;
            stdout.flush()?;
            Ok(())
        }
    }
}

/// Whether an answer may take the place of a file.
///
/// # Errors
/// A usage error for one that people type, of which a strategy is made.
pub fn check_not_own(file: &Path) -> Result<(), Refusal> {
    if !is_part_of_a_strategy(file) {
        return Ok(());
    }
    let message = format!("{} is one of the strategy's own files, and no answer is written over it", file.display());
    Err(Refusal::usage(message, Some("write to another folder: -o reports/status.csv".to_owned())))
}

/// Whether a file is a `strategy.toml`, or lies in the folder `data` or `templates` beside one or in a folder below that: what people
/// typed, which `-o` must not replace.
fn is_part_of_a_strategy(file: &Path) -> bool {
    let Ok(file) = std::path::absolute(file) else { return false };
    let file = std::fs::canonicalize(&file).unwrap_or(file);
    let Some(folder) = file.parent() else { return false };
    let folder = std::fs::canonicalize(folder).unwrap_or_else(|_| folder.to_path_buf());
    let is_typed = |folder: &Path| {
        let is_one = |own: &str| folder.file_name().is_some_and(|name| name.eq_ignore_ascii_case(own));
        let is_named_so = [files::DATA, files::TEMPLATES].into_iter().any(is_one);
        is_named_so && folder.parent().is_some_and(|above| above.join(files::STRATEGY).exists())
    };
    file.file_name().is_some_and(|name| name == files::STRATEGY) || folder.ancestors().any(is_typed)
}

/// The width of the screen: what `COLUMNS` says, else the terminal, else 80.
pub fn width() -> usize {
    let said = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok()).filter(|columns| *columns > 0);
    let asked = || {
        let (terminal_size::Width(width), _) = terminal_size::terminal_size()?;
        io::stdout().is_terminal().then_some(usize::from(width))
    };
    said.or_else(asked).unwrap_or(WIDTH)
}
