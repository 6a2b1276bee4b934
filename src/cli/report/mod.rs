//! `hwb report`.

mod copies;
mod list;
mod matter;
mod say;
mod site;
mod writing;

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use hwb::board::{self, Matter, Occasion};
use hwb::document::Document;
use hwb::paper::{self, Material};
use hwb::strategy::{PaperKind, Strategy};
use hwb::workspace::{Words, Workspace};

use super::clock::When;
use super::output::Format;
use super::{Ended, HELP, Refusal, workspace};
use copies::Copies;
use writing::Edited;

/// Write a paper for the Board or for the public
#[derive(Debug, Args)]
#[command(
    help_template = HELP,
    before_help = "Examples:
  hwb report --list                             which papers there are, and when each is due
  hwb report meeting                            the pack for the next meeting: Word and web page
  hwb report chapter care --meeting 2013-11-21
  hwb report annual --final                     only if nobody's words are missing
  hwb report annual --site public               as pages to publish, with the figures to download
  hwb report meeting --format table             on the screen
"
)]
pub struct Report {
    /// Which paper
    #[arg(required_unless_present = "list")]
    kind: Option<Kind>,
    /// Which chapter, theme or framework, by its id
    #[arg(value_name = "ID")]
    id: Option<String>,
    #[command(flatten)]
    when: When,
    /// In which formats, with commas between [default: docx,html, or by the ending of -o]
    #[arg(long, value_name = "FORMAT", value_delimiter = ',')]
    format: Vec<Format>,
    /// Write to this file, whole or not at all; - is standard output [default: in reports/, by its day and kind]
    #[arg(short, long = "output", value_name = "FILE")]
    output: Option<PathBuf>,
    /// Write nothing while words are missing from it, or files have errors
    #[arg(long = "final")]
    is_final: bool,
    /// Replace a paper that was changed by hand
    #[arg(long)]
    force: bool,
    /// Write the annual report as pages to this folder, with the figures to download
    #[arg(long, value_name = "DIR", conflicts_with_all = ["format", "output"])]
    site: Option<PathBuf>,
    /// Which papers there are: for whom, when due, with which sections
    #[arg(long, conflicts_with_all = ["kind", "id", "meeting", "is_final", "force", "site"])]
    list: bool,
}

/// A kind of paper, as it is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Kind {
    /// The whole pack for a meeting of the Board
    Meeting,
    /// One chapter
    Chapter,
    /// One theme
    Theme,
    /// One outcomes framework, by its references
    Framework,
    /// National, shared and experience measures
    Quarterly,
    /// The whole strategy, once a year, for the public
    Annual,
}

impl Kind {
    fn of_paper(self) -> PaperKind {
        match self {
            Self::Meeting => PaperKind::Meeting,
            Self::Chapter => PaperKind::Chapter,
            Self::Theme => PaperKind::Theme,
            Self::Framework => PaperKind::Framework,
            Self::Quarterly => PaperKind::Quarterly,
            Self::Annual => PaperKind::Annual,
        }
    }
}

impl Report {
    pub fn run(self, directory: Option<&Path>) -> anyhow::Result<Ended> {
        let Some((workspace, root)) = workspace::open_to_write(directory)? else { return Ok(Ended::Findings) };
        let Some(kind) = self.kind else {
            return list::list(&workspace.strategy, self.when.day(), &self.format, self.output);
        };
        let matter = matter::matter(kind.of_paper(), self.id.as_deref(), &workspace.strategy)?;
        let occasion = self.occasion(&workspace.strategy, matter)?;
        if self.site.is_some() && matter != Matter::Annual {
            let help = Some("hwb report annual --site DIR".to_owned());
            return Err(Refusal::usage("only the annual report is written as pages", help).into());
        }
        let copies = Copies::of(&self.format, self.output.as_deref(), &name(matter, &occasion))?;
        let report = board::Report::of(&workspace, occasion, matter);
        let made = Made::of(&workspace, &report);
        if self.is_final && !made.is_whole() {
            return Ok(say::not_final(&made));
        }
        let edited = if self.force { Edited::Replace } else { Edited::Keep };
        let refused = match &self.site {
            Some(folder) => {
                let files = site::files(&report, &made.words, &made.sources)?;
                say::published(folder, &site::publish(folder, files, edited)?)?
            }
            None => say::written(&writing::write(&root, &copies, &made.document, edited)?, &copies)?,
        };
        if let Some(refused) = refused {
            return Ok(refused);
        }
        let left_out = made.say_left_out();
        say::missing(&made.document);
        Ok(left_out)
    }

    /// The pack of a meeting is for the next one, where nothing else is said. While a meeting's cut-off is ahead a paper for it says what is
    /// known today.
    fn occasion<'a>(&self, strategy: &'a Strategy, matter: Matter<'_>) -> anyhow::Result<Occasion<'a>> {
        let occasion = match matter {
            Matter::Meeting => self.when.occasion_of_next(strategy)?,
            _ => self.when.occasion(strategy)?,
        };
        Ok(When::known(occasion))
    }
}

/// The name of a paper's file without its ending: "2013-11-21-chapter-care".
fn name(matter: Matter<'_>, occasion: &Occasion<'_>) -> String {
    let day = occasion.day();
    let about: Vec<&str> = std::iter::once(matter.kind().name()).chain(matter.id()).collect();
    format!("{day}-{}", about.join("-"))
}

/// A paper, and what had to be left out of it.
struct Made {
    document: Document,
    words: Words,
    sources: String,
    /// Ids of indicators whose files have errors.
    unreadable: Vec<String>,
    /// Other files that have errors, by their paths.
    unusable: Vec<String>,
}

impl Made {
    fn of(workspace: &Workspace, report: &board::Report<'_>) -> Self {
        let occasion = &report.occasion;
        let words = workspace.words(occasion.day());
        let sources = workspace.sources();
        let document = paper::report(&Material { report, words: &words, sources: &sources, downloads: &[] });
        Self {
            document,
            unreadable: report.unreadable().into_iter().map(|indicator| indicator.id.clone()).collect(),
            unusable: report.unusable().into_iter().chain(words.unusable.iter().cloned()).collect(),
            words,
            sources,
        }
    }

    /// Whether no words are missing from it, and nothing was left out.
    fn is_whole(&self) -> bool {
        self.document.stubs().is_empty() && self.unreadable.is_empty() && self.unusable.is_empty()
    }

    fn say_left_out(&self) -> Ended {
        let ids: Vec<&str> = self.unreadable.iter().map(String::as_str).collect();
        workspace::say_left_out(&ids, &self.unusable)
    }
}
