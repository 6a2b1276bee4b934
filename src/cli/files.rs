//! Which of the strategy's files a command is about.

use std::path::{Path, PathBuf};

use hwb::files::{DATA, REGISTERS, STRATEGY, Unreadable};
use hwb::strategy::Indicator;
use hwb::workspace::{Workspace, path_of};

use super::Refusal;

/// The path of a file as findings have it: relative to the strategy's folder, with `/`.
pub fn within(root: &Path, file: &Path) -> anyhow::Result<String> {
    let is_not = |why: &str| {
        let help = Some(format!("its files are strategy.toml and those in data/, in {}", root.display()));
        Refusal::usage(format!("{} is not one of the strategy's files: {why}", file.display()), help)
    };
    let found = std::fs::canonicalize(file)
        .or_else(|_| std::fs::canonicalize(root.join(file)))
        .map_err(|_| is_not("it is not there"))?;
    let inside = found.strip_prefix(std::fs::canonicalize(root)?).map_err(|_| is_not("it is elsewhere"))?;
    let parts: Vec<String> = inside.components().map(|part| part.as_os_str().to_string_lossy().into_owned()).collect();
    match parts.as_slice() {
        [only] if only == STRATEGY => {}
        [data, _] if data == DATA => {}
        [data, folder, _] if format!("{data}/{folder}") == REGISTERS => {}
        _ => return Err(is_not("nothing reads it").into()),
    }
    Ok(parts.join("/"))
}

/// A file of readings and what it holds.
pub struct File<'w> {
    pub indicator: &'w Indicator,
    pub path: String,
    pub bytes: Vec<u8>,
}

/// The files of readings that are named, or every one there is.
///
/// # Errors
/// A usage error for a name that is no file of readings; and a file that cannot be opened.
pub fn readings<'w>(workspace: &'w Workspace, root: &Path, named: &[PathBuf]) -> anyhow::Result<Vec<File<'w>>> {
    let named = named.iter().map(|file| within(root, file)).collect::<Result<Vec<_>, _>>()?;
    let of_readings =
        |path: &String| workspace.strategy.indicators.values().any(|indicator| path_of(indicator) == *path);
    if let Some(other) = named.iter().find(|path| !of_readings(path)) {
        let help = Some("the files of readings are data/<indicator>.csv".to_owned());
        return Err(Refusal::usage(format!("{other} is no file of readings"), help).into());
    }
    let mut files = Vec::new();
    for indicator in workspace.strategy.indicators.values() {
        let path = path_of(indicator);
        if !named.is_empty() && !named.contains(&path) {
            continue;
        }
        match workspace.bytes(&path) {
            Ok(bytes) => files.push(File { indicator, path, bytes }),
            Err(Unreadable::Missing) => {}
            Err(unreadable) => anyhow::bail!("{path} cannot be read: {unreadable}"),
        }
    }
    Ok(files)
}
