//! The files of a paper: all of them looked at before any is written.

use std::path::{Path, PathBuf};

use hwb::document::Document;
use hwb::files::{self, Change, Disk, Files, Unreadable, WriteLock};
use hwb::render;

use super::copies::{Copies, Copy, Place};
use crate::cli::{Ended, Refusal, lock, output};

/// What becomes of a file that is not as hwb made it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Edited {
    Keep,
    Replace,
}

/// What came of it.
#[derive(Debug)]
pub enum Written {
    /// The files, in the order of the copies; each with whether it changed.
    Files(Vec<(String, Changed)>),
    /// Nothing: these were changed by hand, or are no papers of hwb's.
    Edited(Vec<String>),
}

/// What became of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Changed {
    Made,
    Replaced,
    AsItWas,
}

/// A copy as bytes, beside what its file holds.
struct File<'a> {
    copy: &'a Copy,
    /// As it was called.
    name: String,
    before: Option<Vec<u8>>,
    after: Vec<u8>,
    verdict: Verdict,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Verdict {
    May(Changed),
    /// It would undo what somebody did.
    IsEdited,
}

/// Writes the files of a paper together and prints what is to be printed; where one of them was changed by hand, none.
///
/// # Errors
/// A file cannot be read or written.
pub fn write(root: &Path, copies: &Copies, document: &Document, edited: Edited) -> anyhow::Result<Written> {
    let is_file = |copy: &&Copy| copy.place != Place::Printed;
    let bytes: Vec<Vec<u8>> =
        copies.0.iter().filter(is_file).map(|copy| output::as_file(document, copy.format)).collect();
    let is_kept = copies.0.iter().any(|copy| matches!(copy.place, Place::Kept(_)));
    let lock = is_kept.then(|| lock::take(root)).transpose()?;
    let mut written = Vec::new();
    for (copy, after) in copies.0.iter().filter(is_file).zip(bytes) {
        written.push(File::of(root, copy, after, edited)?);
    }
    let refused: Vec<String> =
        written.iter().filter(|file| file.verdict == Verdict::IsEdited).map(|file| file.name.clone()).collect();
    if !refused.is_empty() {
        return Ok(Written::Edited(refused));
    }
    put_all(lock, &written)?;
    for copy in copies.0.iter().filter(|copy| copy.place == Place::Printed) {
        output::put_document(None, document, copy.format)?;
    }
    let changed = |file: File<'_>| match file.verdict {
        Verdict::May(changed) => Some((file.name, changed)),
        Verdict::IsEdited => None,
    };
    Ok(Written::Files(written.into_iter().filter_map(changed).collect()))
}

/// Writes what changes: the strategy's own files together, all or none.
fn put_all(lock: Option<WriteLock>, written: &[File<'_>]) -> anyhow::Result<()> {
    let changed = || written.iter().filter(|file| file.verdict != Verdict::May(Changed::AsItWas));
    let kept = changed().filter_map(|file| match &file.copy.place {
        Place::Kept(path) => {
            Some(Change { path: path.clone(), before: file.before.clone(), after: Some(file.after.clone()) })
        }
        _ => None,
    });
    let kept: Vec<Change> = kept.collect();
    if let Some(lock) = lock {
        lock.replace(&kept).map_err(|refused| lock::nothing_written(&refused))?;
    }
    for file in changed() {
        if let Place::Named(path) = &file.copy.place {
            files::replace_whole(path, &file.after).map_err(|refused| lock::nothing_written(&refused))?;
        }
    }
    Ok(())
}

impl<'a> File<'a> {
    /// # Errors
    /// What is there cannot be read, so that it is not known whether it may be replaced.
    fn of(root: &Path, copy: &'a Copy, after: Vec<u8>, edited: Edited) -> anyhow::Result<Self> {
        let (name, found) = match &copy.place {
            Place::Kept(path) => (path.clone(), Disk::new(root.to_path_buf()).read(path)),
            Place::Named(path) => (path.display().to_string(), read_named(path)),
            Place::Printed => (String::new(), Err(Unreadable::Missing)),
        };
        let before = match found {
            Ok(bytes) => Some(bytes),
            Err(Unreadable::Missing) => None,
            Err(unreadable) => {
                let message = format!("{name} cannot be replaced: {unreadable}; nothing was written");
                let help = Some("move it away and try again".to_owned());
                return Err(Refusal { ended: Ended::CouldNotRun, message, help }.into());
            }
        };
        let verdict = match &before {
            None => Verdict::May(Changed::Made),
            Some(before) if *before == after => Verdict::May(Changed::AsItWas),
            Some(before) if edited == Edited::Replace || render::is_as_made(copy.format, before) => {
                Verdict::May(Changed::Replaced)
            }
            Some(_) => Verdict::IsEdited,
        };
        Ok(Self { copy, name, before, after, verdict })
    }
}

/// What a named file holds. One that is there and cannot be named in Unicode is not taken for missing.
fn read_named(path: &PathBuf) -> Result<Vec<u8>, Unreadable> {
    match files::read_given(path) {
        Err(Unreadable::Missing) if std::fs::metadata(path).is_ok() => {
            Err(Unreadable::NotAFile("its name is not Unicode".to_owned()))
        }
        read => read,
    }
}
