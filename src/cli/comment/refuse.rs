//! Why a comment is not written, and what to do about it.

use hwb::board::NotCommented;
use hwb::commentary::Draft;
use hwb::finding::{self, Finding};
use hwb::text::{self, visible};
use hwb::workspace::{NotOpened, commentary_path};

use super::Job;
use crate::cli::commit::as_typed;
use crate::cli::refusing::nothing_written;
use crate::cli::{Ended, complain, workspace};

/// How many lines of a text that is there are shown; the rest are counted.
const LINES: usize = 20;

impl Job {
    /// Says why nothing was written.
    pub(super) fn refuse(&self, refused: NotCommented) -> Ended {
        let said = match refused {
            NotCommented::NotOpened(NotOpened::Faulty(findings)) => return workspace::say_faulty(findings),
            NotCommented::NotOpened(NotOpened::Unreadable(reason)) => {
                complain(&format!("error: strategy.toml cannot be opened: {reason}; nothing was written\n"));
                return Ended::CouldNotRun;
            }
            NotCommented::Faulty(findings) => return say_findings(&findings, "has"),
            NotCommented::Refused(findings) => {
                // There is nothing in the file yet that could be repaired.
                let findings: Vec<Finding> = findings.into_iter().map(Finding::without_repair).collect();
                return say_findings(&findings, "would have");
            }
            NotCommented::There { path, place, draft } => format!(
                "error: there is commentary for {} already ({path}:{}); nothing was written\n\n{}\n\
                 help: to change it in an editor: {}; to put this in its place: add --replace\n",
                self.period,
                place.line,
                shown(&draft),
                self.again(),
            ),
            NotCommented::ChangedSince { path } => format!(
                "error: {path} was changed while you were writing; nothing was written\n\
                 help: {} opens what it says now\n",
                self.again()
            ),
            NotCommented::NoSection { path } => format!(
                "error: {path} has no section for {} yet; nothing was written\n\
                 help: write its text too, with --text or --from, or in an editor: {}\n",
                self.period,
                self.again()
            ),
            NotCommented::NoText => format!(
                "error: there is no text for {}; nothing was written\n\
                 help: say why the figure is what it is; a section that is to go is deleted in {}\n",
                self.period,
                commentary_path(&self.id)
            ),
        };
        complain(&said);
        Ended::Findings
    }

    /// The command that opens the period's commentary in an editor.
    fn again(&self) -> String {
        format!("hwb comment {} {}", self.id, as_typed(&self.period.to_string()))
    }
}

/// Says what is wrong, and that nothing was written for it.
pub fn say_findings(findings: &[Finding], has: &str) -> Ended {
    complain(&finding::human(findings));
    complain(&nothing_written(findings, has));
    Ended::Findings
}

/// What is there, set in.
fn shown(draft: &Draft) -> String {
    let lines = draft.lines();
    let mut shown = String::new();
    for line in lines.iter().take(LINES) {
        shown.push_str(&format!("  {}\n", visible(line)));
    }
    if lines.len() > LINES {
        shown.push_str(&format!("  and {} more\n", text::count(lines.len() - LINES, "line")));
    }
    shown
}
