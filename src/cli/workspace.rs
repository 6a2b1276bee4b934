//! Opens the strategy that a command is about.

use std::mem::ManuallyDrop;
use std::path::{Path, PathBuf};

use hwb::files::{Disk, STRATEGY, find_root};
use hwb::finding::{self, Finding, Findings};
use hwb::strategy::Indicator;
use hwb::text;
use hwb::workspace::{NotOpened, Registers, Workspace};

use super::{Ended, Refusal, complain};

/// A workspace that is never taken apart: the process ends with it, and the system takes a large one back faster as a whole.
pub type Kept = Box<ManuallyDrop<Workspace>>;

/// What opening came to.
pub enum Opened {
    Workspace {
        workspace: Kept,
        root: PathBuf,
    },
    /// `strategy.toml` has errors that are not one indicator's own.
    Faulty {
        findings: Findings,
        root: PathBuf,
    },
}

/// Looks for `strategy.toml` from the folder upwards, and opens it.
///
/// # Errors
/// There is none, or it cannot be opened.
pub fn open(directory: Option<&Path>) -> anyhow::Result<Opened> {
    let root = find(directory)?;
    match Workspace::open(Box::new(Disk::new(root.clone()))) {
        Ok(workspace) => Ok(Opened::Workspace { workspace: Box::new(ManuallyDrop::new(workspace)), root }),
        Err(NotOpened::Faulty(findings)) => Ok(Opened::Faulty { findings, root }),
        Err(NotOpened::Unreadable(reason)) => {
            let message = format!("{} cannot be opened: {reason}", root.join(STRATEGY).display());
            Err(Refusal { ended: Ended::CouldNotRun, message, help: None }.into())
        }
    }
}

/// The strategy's folder: the nearest with a `strategy.toml`, from the one given or the current one upwards.
///
/// # Errors
/// There is none.
pub fn find(directory: Option<&Path>) -> anyhow::Result<PathBuf> {
    let from = match directory {
        Some(directory) => std::path::absolute(directory)?,
        None => std::env::current_dir()?,
    };
    let refusal = || Refusal {
        ended: Ended::CouldNotRun,
        message: format!("there is no strategy.toml in {} or above it", from.display()),
        help: Some("go to the folder of a strategy, or name it: hwb -C DIR ...".to_owned()),
    };
    Ok(find_root(&from).ok_or_else(refusal)?)
}

/// The workspace for a command that cannot go on without a strategy: errors in it are said on standard error.
///
/// # Errors
/// There is no strategy, or it cannot be opened.
pub fn open_or_explain(directory: Option<&Path>) -> anyhow::Result<Result<Kept, Ended>> {
    match open(directory)? {
        Opened::Workspace { workspace, .. } => Ok(Ok(workspace)),
        Opened::Faulty { findings, .. } => Ok(Err(say_faulty(findings))),
    }
}

/// The workspace and its folder, for a command that writes there; nothing where the strategy has errors, which are then said.
///
/// # Errors
/// There is no strategy, or it cannot be opened.
pub fn open_to_write(directory: Option<&Path>) -> anyhow::Result<Option<(Kept, PathBuf)>> {
    match open(directory)? {
        Opened::Workspace { workspace, root } => Ok(Some((workspace, root))),
        Opened::Faulty { findings, .. } => {
            say_faulty(findings);
            Ok(None)
        }
    }
}

/// Says on standard error what is wrong with a strategy that cannot be used, and how the command then ends.
pub fn say_faulty(findings: Findings) -> Ended {
    complain(&finding::human(&findings.into_sorted()));
    complain("\nerror: strategy.toml has errors, so there is nothing to go by\n");
    Ended::Findings
}

/// Says on standard error which indicators could not be used, and which files beside their readings, and how the command then ends.
pub fn say_unreadable(unreadable: &[&Indicator], unusable: &[String]) -> Ended {
    let ids: Vec<&str> = unreadable.iter().map(|indicator| indicator.id.as_str()).collect();
    say_left_out(&ids, unusable)
}

/// As [`say_unreadable`], of the ids of indicators.
pub fn say_left_out(unreadable: &[&str], unusable: &[String]) -> Ended {
    let paths: Vec<&str> = unusable.iter().map(String::as_str).collect();
    for names in [unreadable, &paths].iter().filter(|names| !names.is_empty()) {
        let verb = if names.len() == 1 { "has errors and is" } else { "have errors and are" };
        complain(&format!("error: {} {verb} left out; run hwb validate\n", text::list(names)));
    }
    if unreadable.is_empty() && unusable.is_empty() { Ended::Done } else { Ended::Findings }
}

/// Says on standard error what is wrong with a register that could not be used, and how the command then ends.
pub fn say_register(registers: &Registers, path: &str, is_unreadable: bool) -> Ended {
    if !is_unreadable {
        return Ended::Done;
    }
    let own = registers.findings.as_slice().iter().filter(|finding| finding.path == path);
    let findings: Vec<Finding> = own.cloned().collect();
    complain(&finding::human(&findings));
    complain(&format!("\nerror: {path} has errors and is left out; run hwb validate\n"));
    Ended::Findings
}
