//! A comment written in an editor: opened on what is there, checked when it comes back, and offered again where something is wrong.

use hwb::board::{Commenting, NotCommented, Present, Said};
use hwb::commentary::{Draft, Periods};
use hwb::encoding;
use hwb::finding::{self, Finding, Findings};
use hwb::source::Source;
use hwb::text;

use super::editor::{self, NotEdited};
use super::scratch::Scratch;
use super::template::{Inside, Template};
use super::{Job, Purpose};
use crate::cli::{Ended, Refusal, complain, prompt};

/// What came back from the editor.
enum Back {
    /// What was there.
    AsItWas,
    /// Nothing at all.
    Empty,
    Draft(Draft),
    /// It cannot be used as it is; why has been said.
    Faulty,
}

/// How it goes on after the editor was closed.
enum Next {
    /// It is over, and the text has its place, or is none.
    Over(Ended),
    /// It is over, and the text has to stay where it is.
    Stays(Ended),
    /// Something is wrong, and has been said.
    Again,
}

/// Somebody writing.
struct Session<'a> {
    job: &'a Job,
    periods: Periods,
    shown: Present,
    template: Template,
    scratch: Scratch,
}

/// Has a comment written in an editor, with these lines in view.
///
/// # Errors
/// There is no editor, or nothing can be written; where something was typed the text stays, and it is said where.
pub fn edit(job: &Job, periods: Periods, in_view: &[String]) -> anyhow::Result<Ended> {
    let shown = match Present::of(&job.disk, &job.id, job.period) {
        Ok(shown) => shown,
        Err(refused) => return Ok(job.refuse(refused)),
    };
    let template = Template::of(&shown.draft, in_view);
    let scratch =
        Scratch::holding(&template.text, &format!("{} {}", job.id, job.period)).map_err(|error| no_scratch(&error))?;
    // Should this be cut short, whoever was writing knows where the text is.
    complain(&format!("The text is in {} until it is written.\n", scratch.path().display()));
    Session { job, periods, shown, template, scratch }.hold()
}

impl Session<'_> {
    /// Opens the editor until the text is written or somebody has had enough.
    fn hold(self) -> anyhow::Result<Ended> {
        loop {
            let next = editor::open(self.scratch.path()).map_err(|refused| not_edited(&refused).into());
            let next = next.and_then(|()| self.next());
            match next {
                Ok(Next::Over(ended)) => {
                    self.scratch.remove();
                    return Ok(ended);
                }
                Ok(Next::Again) if again()? => {}
                Ok(Next::Again) => {
                    self.keep();
                    return Ok(Ended::Findings);
                }
                Ok(Next::Stays(ended)) => {
                    self.keep();
                    return Ok(ended);
                }
                Err(error) => {
                    if self.is_untouched() {
                        self.scratch.remove();
                    } else {
                        self.keep();
                    }
                    return Err(error);
                }
            }
        }
    }

    /// Writes what came back, if it can be.
    fn next(&self) -> anyhow::Result<Next> {
        Ok(match self.back() {
            Back::Faulty => Next::Again,
            Back::Draft(draft) => self.write(draft)?,
            Back::Empty => {
                complain(&format!("The text is empty: nothing was written.\n{}", self.waits()));
                Next::Over(Ended::Done)
            }
            Back::AsItWas => {
                complain(&format!("The text is as it was: nothing was written.\n{}", self.waits()));
                Next::Over(Ended::Done)
            }
        })
    }

    fn back(&self) -> Back {
        let path = self.scratch.path().display().to_string();
        let bytes = match self.scratch.bytes() {
            Ok(bytes) => bytes,
            Err(unreadable) => {
                complain(&format!("error: {path} cannot be read: {unreadable}; nothing was written\n"));
                return Back::Faulty;
            }
        };
        let read = encoding::decode(&path, bytes).map_err(|finding| Findings::from(*finding)).and_then(|text| {
            let text = self.template.taken_from(&text).map_err(|inside| {
                say_inside(&path, &inside);
                Findings::new()
            })?;
            let mut findings = Findings::new();
            let draft = Draft::read(&Source::new(&path, &text), self.periods, &mut findings);
            if findings.errors() > 0 { Err(findings) } else { Ok(draft) }
        });
        match read {
            Ok(draft) if draft == Draft::default() => Back::Empty,
            Ok(draft) if draft == self.shown.draft => Back::AsItWas,
            Ok(draft) => Back::Draft(draft),
            Err(findings) => {
                let findings: Vec<Finding> = findings.into_sorted().into_iter().map(Finding::without_repair).collect();
                complain(&finding::human(&findings));
                Back::Faulty
            }
        }
    }

    fn write(&self, draft: Draft) -> anyhow::Result<Next> {
        let said = Said::Whole { draft, shown: self.shown.bytes.clone() };
        let refused = match self.job.commenting(&said) {
            Ok(commenting) if is_to_be_changed(&commenting)? => return Ok(Next::Again),
            Ok(_) => match self.job.put(&said)? {
                Ok(ended) if self.job.purpose == Purpose::Show => return Ok(Next::Stays(ended)),
                Ok(ended) => return Ok(Next::Over(ended)),
                Err(refused) => refused,
            },
            Err(refused) => refused,
        };
        let is_lost = matches!(refused, NotCommented::ChangedSince { .. } | NotCommented::NotOpened(_));
        let ended = self.job.refuse(refused);
        Ok(if is_lost { Next::Stays(ended) } else { Next::Again })
    }

    fn is_untouched(&self) -> bool {
        self.scratch.bytes().is_ok_and(|bytes| bytes == self.template.text.as_bytes())
    }

    /// What may be the cause where nothing was typed at all.
    fn waits(&self) -> &'static str {
        if self.is_untouched() {
            "help: an editor with a window of its own has to be told to wait: VISUAL=\"code --wait\"\n"
        } else {
            ""
        }
    }

    /// Says where the text is.
    fn keep(&self) {
        complain(&format!("Your text is in {}\n", self.scratch.path().display()));
    }
}

fn say_inside(path: &str, inside: &Inside) {
    complain(&format!(
        "error: {path}:{}: {} stands within the instructions, which are taken out\n\
         help: move your words above them, and delete what is left of them or leave them whole\n",
        inside.line,
        text::quoted(&inside.text)
    ));
}

/// Shows what the file would be warned of, and asks whether that is to be put right first.
fn is_to_be_changed(commenting: &Commenting) -> anyhow::Result<bool> {
    if commenting.warnings.is_empty() || !prompt::can_ask() {
        return Ok(false);
    }
    complain(&finding::human(&commenting.warnings));
    Ok(prompt::confirm("Open it again before it is written?")?)
}

/// Whether somebody wants to go on writing: where nobody can be asked, nobody does.
fn again() -> anyhow::Result<bool> {
    if !prompt::can_ask() {
        return Ok(false);
    }
    let answer = prompt::ask("Open it again? [Y/n] ")?;
    Ok(answer.is_some_and(|answer| matches!(answer.to_lowercase().as_str(), "" | "y" | "yes")))
}

fn no_scratch(error: &std::io::Error) -> Refusal {
    let folder = std::env::temp_dir();
    Refusal {
        ended: Ended::CouldNotRun,
        message: format!("no file to write in can be made in {}: {error}", folder.display()),
        help: Some("put that right, or give the text in the command: --text TEXT".to_owned()),
    }
}

fn not_edited(refused: &NotEdited) -> Refusal {
    let (message, help) = match refused {
        NotEdited::NotStarted { tried, error } => (
            format!("no editor could be started (tried {}): {error}", text::list(tried)),
            "name yours in the variable VISUAL, or give the text in the command: --text TEXT",
        ),
        NotEdited::Failed { editor, status } => (
            format!("the editor {editor} ended with {status}; nothing was written"),
            "if that was not meant, run the command again",
        ),
    };
    Refusal { ended: Ended::CouldNotRun, message, help: Some(help.to_owned()) }
}
