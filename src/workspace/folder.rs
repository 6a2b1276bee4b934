//! What lies in `data/` and is read by nothing.

use std::collections::BTreeSet;

use super::{Workspace, reason};
use crate::files::{ACTIONS, DATA, ESCALATIONS, REGISTERS, Unreadable};
use crate::finding::{Code, Finding, Findings};
use crate::{limits, text};

impl Workspace {
    /// Files in `data/` that belong to nothing that is declared, that only some systems can hold, or that a spreadsheet left.
    #[must_use]
    pub fn orphans(&self) -> Findings {
        let mut findings = Findings::new();
        self.each_name(DATA, &mut findings, |name, path, findings| self.orphan(name, path, findings));
        self.each_name(REGISTERS, &mut findings, no_register);
        findings
    }

    /// The ids of the indicators and objectives that have a file of commentary.
    #[must_use]
    pub fn with_commentary(&self) -> BTreeSet<String> {
        // A folder that cannot be listed is told among the orphans.
        let names = self.files.names(DATA).unwrap_or_default();
        let ids = names.iter().filter_map(|name| name.strip_suffix(".md"));
        let is_declared =
            |id: &&str| self.strategy.indicators.contains_key(*id) || self.strategy.objectives.contains_key(*id);
        ids.filter(is_declared).map(str::to_owned).collect()
    }

    /// Does something with each name in a folder, but for lock files and names that clash, of which that is said.
    pub(super) fn each_name(
        &self,
        folder: &str,
        findings: &mut Findings,
        mut work: impl FnMut(&str, &str, &mut Findings),
    ) {
        let mut names = match self.files.names(folder) {
            Ok(names) => names,
            Err(Unreadable::Missing) => return,
            Err(unreadable) => {
                let message = format!("the folder cannot be read: {}", reason(&unreadable));
                return findings.push(Finding::new(Code::NotAFile, folder, message));
            }
        };
        // Of names that differ only in capitals the one in lower case comes last.
        names.sort_by_cached_key(|name| (name.to_lowercase(), name.clone()));
        for (place, name) in names.iter().enumerate() {
            let path = format!("{folder}/{name}");
            let next = names.get(place + 1).filter(|next| next.to_lowercase() == name.to_lowercase());
            if let Some(program) = left_by(name) {
                let message = format!("this is the lock file of {program}, not data");
                let help = format!("close the file in {program}; if this one stays, delete it");
                findings.push(Finding::new(Code::LockFile, &path, message).help(help));
            } else if let Some(next) = next {
                let message = format!(
                    "this and {} differ only in capitals: on some systems they are one file",
                    text::quoted(next)
                );
                let help = format!("keep {next}, and delete or rename this one");
                findings.push(Finding::new(Code::CaseClash, &path, message).help(help));
            } else {
                work(name, &path, findings);
            }
        }
    }

    fn orphan(&self, name: &str, path: &str, findings: &mut Findings) {
        if name.starts_with('.') || path == REGISTERS {
            return;
        }
        let (id, ending) = name.rsplit_once('.').unwrap_or((name, ""));
        let plain = ending.to_ascii_lowercase();
        let is_indicator = self.strategy.indicators.contains_key(id);
        let (kind, is_declared) = match plain.as_str() {
            "csv" => ("indicator", is_indicator),
            "md" => ("indicator or objective", is_indicator || self.strategy.objectives.contains_key(id)),
            _ => {
                let message =
                    "nothing reads this: readings are in .csv files, commentary in .md files, straight in data/";
                let help = if is_indicator { format!("save it as {id}.csv") } else { "move it elsewhere".to_owned() };
                findings.push(Finding::new(Code::OrphanFile, path, message).help(help));
                return;
            }
        };
        if is_declared && ending != plain {
            let message = format!("a file ending in .{ending} is not read on every system");
            let help = format!("rename it {id}.{plain}");
            findings.push(Finding::new(Code::OrphanFile, path, message).help(help));
        }
        if !is_declared {
            let message = format!("no {kind} is declared as {}", text::quoted(id));
            let indicators = self.strategy.indicators.keys();
            let objectives = self.strategy.objectives.keys().filter(|_| kind != "indicator");
            let is_full = findings.as_slice().len() >= limits::FINDINGS_PER_CODE;
            let declared = indicators.chain(objectives).map(String::as_str).filter(|_| !is_full);
            let help = register_called(name).map(|register| format!("move it to {register}"));
            let help = help
                .or_else(|| text::did_you_mean(id, declared))
                .unwrap_or_else(|| "rename the file, or declare the indicator in strategy.toml".to_owned());
            findings.push(Finding::new(Code::OrphanFile, path, message).help(help));
        }
    }
}

/// A file in the folder of the registers that is none.
fn no_register(name: &str, path: &str, findings: &mut Findings) {
    if name.starts_with('.') || register_called(name).is_some() {
        return;
    }
    let registers = [ACTIONS, ESCALATIONS].map(name_of);
    let message = format!("nothing reads this: the registers are {}", text::list(&registers));
    let help = text::did_you_mean(name, registers).unwrap_or_else(|| "move it elsewhere".to_owned());
    findings.push(Finding::new(Code::OrphanFile, path, message).help(help));
}

/// The path of the register whose file has this name.
fn register_called(name: &str) -> Option<&'static str> {
    [ACTIONS, ESCALATIONS].into_iter().find(|path| name_of(path) == name)
}

fn name_of(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

/// The program whose lock file has this name; nothing for any other file.
fn left_by(name: &str) -> Option<&'static str> {
    if name.starts_with("~$") {
        Some("Excel")
    } else if name.starts_with(".~lock.") && name.ends_with('#') {
        Some("LibreOffice")
    } else {
        None
    }
}
