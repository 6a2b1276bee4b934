//! `--site`: the annual report as a folder of pages, with the figures to download.

use std::collections::BTreeMap;
use std::path::Path;

use hwb::board::{Dossier, Report};
use hwb::document::Link;
use hwb::downloads::{self, FIGURES, PACKAGE, STANDINGS, downloads};
use hwb::files::{Change, Disk, Files, Unreadable};
use hwb::paper::{self, DOWNLOADS, Material};
use hwb::render::{self, Format};
use hwb::text;
use hwb::workspace::Words;

use super::writing::Edited;
use crate::cli::{Ended, Refusal, lock, output};

/// What became of a folder.
#[derive(Debug)]
pub enum Published {
    Files {
        /// How many were written.
        written: usize,
        /// How many were as they are now.
        same: usize,
        /// Those of an earlier site that this one has no longer.
        removed: Vec<String>,
        /// Those that stay since somebody changed them.
        kept: Vec<String>,
    },
    /// Nothing was written: these were changed by hand, or are no files of a site's.
    Edited(Vec<String>),
}

/// Every file of the site, by its path in the folder.
///
/// # Errors
/// None that input can cause.
pub fn files(report: &Report<'_>, words: &Words, sources: &str) -> anyhow::Result<Vec<(String, Vec<u8>)>> {
    let rows = report.position.rows.iter();
    let dossiers: Vec<&Dossier<'_>> = rows.filter_map(|row| report.dossier(row.indicator)).collect();
    let files = downloads(report.strategy, report.occasion, &dossiers)?;
    let links = [
        ("Every figure", FIGURES, "CSV, for a spreadsheet"),
        ("Where each measure stands", STANDINGS, "JSON, for programs"),
        ("What is in these files", PACKAGE, "a Frictionless data package"),
    ];
    let link = |(text, path, about): (&str, &str, &str)| Link {
        text: text.to_owned(),
        to: format!("{DOWNLOADS}/{path}"),
        about: about.to_owned(),
    };
    let links = links.map(link);
    let material = Material { report, words, sources, downloads: &links };
    Ok(render::site(&paper::site(&material, files)))
}

/// Writes the files to a folder, all of them or none, and takes away those of an earlier site that are no longer in it.
///
/// # Errors
/// The folder or a file in it cannot be read or written, or is the strategy's own.
pub fn publish(folder: &Path, files: Vec<(String, Vec<u8>)>, edited: Edited) -> anyhow::Result<Published> {
    for (path, _) in &files {
        output::check_not_own(&folder.join(path))?;
    }
    std::fs::create_dir_all(folder)
        .map_err(|error| anyhow::anyhow!("the folder {} cannot be made: {error}", folder.display()))?;
    let lock = lock::take(folder)?;
    let there = There::of(folder)?;
    let mut changes = Vec::new();
    let mut changed_by_hand = Vec::new();
    let mut same = 0;
    let mut wanted: BTreeMap<String, Vec<u8>> = files.into_iter().collect();
    let old: Vec<String> = there.paths().filter(|path| !wanted.contains_key(path)).collect();
    for (path, after) in std::mem::take(&mut wanted) {
        let before = there.read(&path)?;
        match &before {
            Some(before) if *before == after => same += 1,
            Some(before) if edited == Edited::Keep && !there.is_as_made(&path, before) => changed_by_hand.push(path),
            _ => changes.push(Change { path, before, after: Some(after) }),
        }
    }
    if !changed_by_hand.is_empty() {
        return Ok(Published::Edited(changed_by_hand));
    }
    let written = changes.len();
    let (mut removed, mut kept) = (Vec::new(), Vec::new());
    for path in old {
        match there.read(&path)? {
            Some(before) if there.is_as_made(&path, &before) => {
                removed.push(path.clone());
                changes.push(Change { path, before: Some(before), after: None });
            }
            // What somebody changed is theirs.
            Some(_) => kept.push(path),
            None => {}
        }
    }
    lock.replace(&changes).map_err(|refused| lock::nothing_written(&refused))?;
    Ok(Published::Files { written, same, removed, kept })
}

/// What lies in the folder.
struct There {
    disk: Disk,
    /// The files to download that an earlier site had.
    made: downloads::Made,
}

impl There {
    fn of(folder: &Path) -> anyhow::Result<Self> {
        let mut there = Self { disk: Disk::new(folder.to_path_buf()), made: downloads::Made::default() };
        let package = there.read(&format!("{DOWNLOADS}/{PACKAGE}"))?;
        there.made = package.map(|package| downloads::Made::by(&package)).unwrap_or_default();
        Ok(there)
    }

    /// The files that an earlier site may have made: pages by their names, since papers that lie beside them are sealed too, and what
    /// its package lists.
    fn paths(&self) -> impl Iterator<Item = String> {
        let mut names = self.disk.names("").unwrap_or_default();
        names.retain(|name| paper::is_page_of_site(name));
        names.into_iter().chain(self.made.paths().map(|path| format!("{DOWNLOADS}/{path}")))
    }

    /// # Errors
    /// It is there, and cannot be read.
    fn read(&self, path: &str) -> anyhow::Result<Option<Vec<u8>>> {
        match self.disk.read(path) {
            Ok(bytes) => Ok(Some(bytes)),
            Err(Unreadable::Missing) => Ok(None),
            Err(unreadable) => {
                let message = format!("{} cannot be replaced: {unreadable}; nothing was written", text::visible(path));
                let help = Some("move it away and try again".to_owned());
                Err(Refusal { ended: Ended::CouldNotRun, message, help }.into())
            }
        }
    }

    /// Whether a file is just as an earlier site had it.
    fn is_as_made(&self, path: &str, bytes: &[u8]) -> bool {
        let download = path.strip_prefix(DOWNLOADS).and_then(|path| path.strip_prefix('/'));
        match download {
            Some(path) if path != PACKAGE => self.made.is_as_made(path, bytes),
            // Pages, the style sheet and the package have their seals in them.
            _ => render::is_as_made(Format::Html, bytes),
        }
    }
}
