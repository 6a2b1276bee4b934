//! In which formats a paper is written, and where each goes.

use std::path::{Path, PathBuf};

use hwb::files::REPORTS;
use hwb::render;

use crate::cli::Refusal;
use crate::cli::output::{self, Format};

/// The formats of a paper for which nothing else is asked: for Word, and for the web.
const USUAL: [render::Format; 2] = [render::Format::Docx, render::Format::Html];

/// One file of a paper, or the paper on the screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Copy {
    pub format: render::Format,
    pub place: Place,
}

/// Where a copy goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// Standard output.
    Printed,
    /// A file of the strategy's own folder, relative to it, with `/`.
    Kept(String),
    /// A file that was named.
    Named(PathBuf),
}

/// Every copy of a paper, each format once.
#[derive(Debug)]
pub struct Copies(pub Vec<Copy>);

impl Copies {
    /// The copies of a paper that is called `name`.
    ///
    /// # Errors
    /// A usage error for a format that no paper has, several in one file, or a file that `-o` must not replace.
    pub fn of(formats: &[Format], output: Option<&Path>, name: &str) -> Result<Self, Refusal> {
        let mut asked: Vec<render::Format> = Vec::new();
        for format in formats {
            let format = of_paper(*format)?;
            if !asked.contains(&format) {
                asked.push(format);
            }
        }
        let Some(file) = output else {
            let all = if asked.is_empty() { USUAL.to_vec() } else { asked };
            return Ok(Self(all.into_iter().map(|format| usual(format, name)).collect()));
        };
        let is_stdout = file == Path::new("-");
        let format = match asked.as_slice() {
            [] if is_stdout => render::Format::Table,
            [] => of_paper(output::by_ending(file)?)?,
            [one] => *one,
            _ => {
                let help = "leave out -o: each format has a file of its own in reports/".to_owned();
                return Err(Refusal::usage("one file is of one format", Some(help)));
            }
        };
        if is_stdout {
            output::check_terminal(format)?;
            return Ok(Self(vec![Copy { format, place: Place::Printed }]));
        }
        output::check_not_own(file)?;
        Ok(Self(vec![Copy { format, place: Place::Named(file.to_path_buf()) }]))
    }

    /// Whether the paper itself goes to standard output.
    pub fn is_printed(&self) -> bool {
        self.0.iter().any(|copy| copy.place == Place::Printed)
    }
}

fn usual(format: render::Format, name: &str) -> Copy {
    let place = match format {
        render::Format::Table => Place::Printed,
        _ => Place::Kept(format!("{REPORTS}/{name}.{}", format.name())),
    };
    Copy { format, place }
}

/// The format a paper is rendered in.
fn of_paper(format: Format) -> Result<render::Format, Refusal> {
    match format.rendered() {
        Some(render::Format::Csv) | None => {
            let help = "the figures are in hwb status and hwb exceptions, which have --format csv and json".to_owned();
            Err(Refusal::usage("a paper is for people: it is not written as CSV or JSON", Some(help)))
        }
        Some(format) => Ok(format),
    }
}
