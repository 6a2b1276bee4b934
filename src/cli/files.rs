//! Which of the strategy's files a command is about.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use hwb::files::{DATA, REGISTERS, STRATEGY, TEMPLATES, Unreadable};
use hwb::workspace::{Workspace, path_of};

use super::Refusal;

/// The path of a file as findings have it: relative to the strategy's folder, with `/`.
pub fn within(root: &Path, file: &Path) -> anyhow::Result<String> {
    let is_not = |why: &str| {
        let help =
            Some(format!("its files are strategy.toml and those in data/ and templates/, in {}", root.display()));
        Refusal::usage(format!("{} is not one of the strategy's files: {why}", file.display()), help)
    };
    let found = std::fs::canonicalize(file)
        .or_else(|_| std::fs::canonicalize(root.join(file)))
        .map_err(|_| is_not("it is not there"))?;
    let inside = found.strip_prefix(std::fs::canonicalize(root)?).map_err(|_| is_not("it is elsewhere"))?;
    let parts: Vec<String> = inside.components().map(|part| part.as_os_str().to_string_lossy().into_owned()).collect();
    match parts.as_slice() {
        [only] if only == STRATEGY => {}
        [folder, _] if folder == DATA => {}
        [folder, _] | [folder, _, _] if folder == TEMPLATES => {}
        [data, folder, _] if format!("{data}/{folder}") == REGISTERS => {}
        _ => return Err(is_not("nothing reads it").into()),
    }
    Ok(parts.join("/"))
}

/// A file and what it holds.
pub struct File {
    pub path: String,
    pub bytes: Vec<u8>,
}

/// The files of readings that are named, or every one there is.
///
/// # Errors
/// A usage error for a name that is no file of readings; and a file that cannot be opened.
pub fn readings(workspace: &Workspace, root: &Path, named: &[PathBuf]) -> anyhow::Result<Vec<File>> {
    let of_readings = workspace.strategy.indicators.values().map(path_of);
    taken(workspace, root, named, of_readings, "is no file of readings: those are data/<indicator>.csv")
}

/// The files that are named, or every one that can be mended: readings, commentary, registers.
///
/// # Errors
/// A usage error for a name that is none of them; and a file that cannot be opened.
pub fn mendable(workspace: &Workspace, root: &Path, named: &[PathBuf]) -> anyhow::Result<Vec<File>> {
    taken(workspace, root, named, workspace.mendable(), "is not mended: only files in data/ are")
}

fn taken(
    workspace: &Workspace,
    root: &Path,
    named: &[PathBuf],
    paths: impl Iterator<Item = String>,
    is_none: &str,
) -> anyhow::Result<Vec<File>> {
    let named = named.iter().map(|file| within(root, file)).collect::<Result<BTreeSet<_>, _>>()?;
    let paths: Vec<String> = paths.collect();
    if let Some(other) = named.iter().find(|path| !paths.contains(path)) {
        return Err(Refusal::usage(format!("{other} {is_none}"), None).into());
    }
    let asked = paths.into_iter().filter(|path| named.is_empty() || named.contains(path));
    let mut files = Vec::new();
    for path in asked {
        match workspace.bytes(&path) {
            Ok(bytes) => files.push(File { path, bytes }),
            Err(Unreadable::Missing) => {}
            Err(unreadable) => anyhow::bail!("{path} cannot be read: {unreadable}"),
        }
    }
    Ok(files)
}
