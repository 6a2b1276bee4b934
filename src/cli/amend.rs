//! Writes in a register: shown, confirmed where it was asked for, and written while the lock is held.

use std::path::{Path, PathBuf};

use hwb::board::{Amendment, NotAmended};
use hwb::files::Disk;
use hwb::finding;
use hwb::text;
use hwb::workspace::NotOpened;

use super::asking::Asked;
use super::escalate::why_not;
use super::output::put;
use super::refusing::nothing_written;
use super::tense::Tense;
use super::{Ended, Refusal, changed, commit, complain, filters, lock, prompt, workspace};

/// How it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// At once: everything was given.
    Given,
    /// Once it is confirmed: something was asked for.
    Asked,
    /// Not at all.
    DryRun,
}

impl Way {
    pub fn of(is_dry_run: bool, asked: Asked) -> Self {
        match (is_dry_run, asked) {
            (true, _) => Self::DryRun,
            (false, Asked::Nothing) => Self::Given,
            (false, Asked::Something | Asked::Stopped) => Self::Asked,
        }
    }
}

/// What a command writes in a register, and what it says of it.
pub trait Writing {
    /// What writing comes to.
    type Written;

    /// Works it out from the files as they are.
    ///
    /// # Errors
    /// Why it cannot be.
    fn plan(&self, disk: &Disk) -> Result<Self::Written, NotAmended>;

    fn amendment(written: &Self::Written) -> &Amendment;

    /// What was written, and where things stand now.
    fn say(&self, written: &Self::Written, tense: Tense) -> String;

    /// What validation says nothing of and whoever writes should know.
    fn caution(&self, _: &Self::Written) -> Option<String> {
        None
    }

    /// In a word or two, for the message of a commit.
    fn in_short(&self, written: &Self::Written) -> String;

    /// What to do next.
    fn next(&self, written: &Self::Written) -> String;
}

/// Writes, or shows what would be written.
///
/// # Errors
/// The strategy cannot be opened any more, or the file cannot be written.
pub fn write<W: Writing>(writing: &W, root: &Path, way: Way) -> anyhow::Result<Ended> {
    let job = Job { writing, root: root.to_path_buf(), disk: Disk::new(root.to_path_buf()) };
    match way {
        Way::Given => job.write(way),
        Way::DryRun => job.show(),
        Way::Asked => match job.confirm()? {
            Some(ended) => Ok(ended),
            None => job.write(way),
        },
    }
}

struct Job<'w, W> {
    writing: &'w W,
    root: PathBuf,
    disk: Disk,
}

impl<W: Writing> Job<'_, W> {
    fn warn(&self, written: &W::Written) {
        let warnings = &W::amendment(written).warnings;
        let caution = self.writing.caution(written).map(|caution| format!("warning: {caution}\n")).unwrap_or_default();
        let said = finding::human(warnings) + &caution;
        if !said.is_empty() {
            complain(&format!("{said}\n"));
        }
    }

    fn show(&self) -> anyhow::Result<Ended> {
        let written = match self.writing.plan(&self.disk) {
            Ok(written) => written,
            Err(refused) => return refuse(refused),
        };
        let amendment = W::amendment(&written);
        self.warn(&written);
        let change = &amendment.change;
        let [before, after] = [&change.before, &change.after].map(|bytes| bytes.as_deref().unwrap_or_default());
        let lines = changed::lines(&amendment.after, &change.path, before, after);
        put(None, format!("{}\n{lines}\n{}", change.path, self.writing.say(&written, Tense::Would)))?;
        complain("\nNothing was written: this was a dry run.\n");
        Ok(Ended::Done)
    }

    /// Shows what would be written and asks whether it is to be; how the command ends where it is not.
    fn confirm(&self) -> anyhow::Result<Option<Ended>> {
        let written = match self.writing.plan(&self.disk) {
            Ok(written) => written,
            Err(refused) => return refuse(refused).map(Some),
        };
        self.warn(&written);
        complain(&self.writing.say(&written, Tense::Would));
        if prompt::confirm("Write it?")? {
            return Ok(None);
        }
        complain("Nothing was written.\n");
        Ok(Some(Ended::Done))
    }

    /// Reads, checks and writes, all while the lock is held.
    fn write(&self, way: Way) -> anyhow::Result<Ended> {
        let lock = lock::take(&self.root)?;
        let written = match self.writing.plan(&self.disk) {
            Ok(written) => written,
            Err(refused) => return refuse(refused),
        };
        let changes = std::slice::from_ref(&W::amendment(&written).change);
        lock.replace(changes).map_err(|refused| lock::nothing_written(&refused))?;
        drop(lock);
        if way == Way::Given {
            self.warn(&written);
        }
        put(None, self.writing.say(&written, Tense::Is))?;
        let next = self.writing.next(&written);
        complain(&match commit::of(changes, &self.writing.in_short(&written), &self.root) {
            Some(keeping) => format!("\nNext: {keeping}\nThen: {next}\n"),
            None => format!("\nNext: {next}\n"),
        });
        Ok(Ended::Done)
    }
}

/// Says why nothing was written.
///
/// # Errors
/// What is named that is not there, and a strategy that cannot be opened any more.
fn refuse(refused: NotAmended) -> anyhow::Result<Ended> {
    match refused {
        NotAmended::NotOpened(NotOpened::Faulty(findings)) => return Ok(workspace::say_faulty(findings)),
        NotAmended::NotOpened(NotOpened::Unreadable(reason)) => {
            let message = format!("strategy.toml cannot be opened: {reason}; nothing was written");
            return Err(Refusal { ended: Ended::CouldNotRun, message, help: None }.into());
        }
        NotAmended::NotThere(not_there) => return Err(filters::refused(not_there).into()),
        NotAmended::BadId(id) => {
            let help = "an id is one word of letters, digits, hyphens, dots and underscores: A8, or falls-clinic";
            let message = format!("{} cannot be an id", text::quoted(&id));
            return Err(Refusal::usage(message, Some(help.to_owned())).into());
        }
        NotAmended::Taken { id, is } => {
            let (id, is) = (text::quoted(&id), text::visible(&is));
            complain(&format!(
                "error: {id} is there already: {is}; nothing was written\n\
                 help: leave the id out, and hwb gives the next that is free\n"
            ));
        }
        NotAmended::NotTaken(not_taken) => complain(&why_not(&not_taken)),
        NotAmended::Faulty(findings) => {
            complain(&finding::human(&findings));
            complain(&nothing_written(&findings, "has"));
        }
        NotAmended::Refused(findings) => {
            complain(&finding::human(&findings));
            complain(&nothing_written(&findings, "would have"));
        }
    }
    Ok(Ended::Findings)
}
