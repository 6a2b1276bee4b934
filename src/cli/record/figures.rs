//! The figures to be recorded, and where they come from: what is wrong with one is said where it was typed.

use std::path::Path;

use hwb::board::{Clash, Told, With};
use hwb::encoding;
use hwb::files::read_given;
use hwb::finding::{self, Code, Finding, Findings};
use hwb::readings::batch::Batch;
use hwb::readings::entry::{Entry, Revision};
use hwb::source::{Place, Source};
use hwb::strategy::Strategy;

use super::super::{Ended, Refusal, complain};

/// Figures, and who gave them.
pub struct Figures {
    pub entries: Vec<Entry>,
    origin: Origin,
}

enum Origin {
    Arguments,
    /// The figure was asked for, and its writing has to be confirmed.
    Asked,
    File {
        path: String,
        batch: Batch,
    },
}

impl Figures {
    pub fn given(entry: Entry) -> Self {
        Self { entries: vec![entry], origin: Origin::Arguments }
    }

    pub fn asked_for(entry: Entry) -> Self {
        Self { entries: vec![entry], origin: Origin::Asked }
    }

    /// The figures in a CSV file. What is wrong with it as a file is said, and is how the command ends.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn from_file(file: &Path, strategy: &Strategy, revision: Revision) -> anyhow::Result<Result<Self, Ended>> {
        let path = file.display().to_string();
        let read = Self::text_of(file, &path)?;
        let read = read.and_then(|text| {
            let batch = Batch::read(&Source::new(&path, &text), strategy, revision)?;
            Ok(Self { entries: batch.entries.clone(), origin: Origin::File { path: path.clone(), batch } })
        });
        Ok(read.map_err(|findings| {
            let findings: Vec<Finding> = findings.into_sorted().into_iter().map(Finding::without_repair).collect();
            complain(&finding::human(&findings));
            complain(&format!("\nerror: {path} has errors; nothing was written\n"));
            Ended::Findings
        }))
    }

    fn text_of(file: &Path, path: &str) -> Result<Result<String, Findings>, Refusal> {
        let bytes = read_given(file).map_err(|unreadable| Refusal {
            ended: Ended::CouldNotRun,
            message: format!("{path} cannot be read: {unreadable}; nothing was written"),
            help: None,
        })?;
        Ok(encoding::decode(path, bytes).map_err(|finding| Findings::from(*finding)))
    }

    pub fn is_asked_for(&self) -> bool {
        matches!(self.origin, Origin::Asked)
    }

    /// The single figure of the command line.
    pub fn only(&self) -> Option<&Entry> {
        match self.origin {
            Origin::File { .. } => None,
            _ => self.entries.first(),
        }
    }

    /// A finding, at the cell of the file of figures that it is about.
    pub fn placed(&self, told: &Told) -> Finding {
        let Origin::File { path, batch } = &self.origin else { return told.finding.clone() };
        let Some(about) = &told.about else { return told.finding.clone() };
        let is_withheld = told.finding.place.as_ref().is_some_and(|place| *place == place.clone().withheld());
        let place = batch.place(about.entry, about.column.as_deref());
        let place = if is_withheld { place.map(Place::withheld) } else { place };
        Finding { path: path.clone(), place, related: None, ..told.finding.clone() }
    }

    /// A clash as a finding in the file of figures; nothing where there is no such file.
    pub fn clash(&self, clash: &Clash, what_is_there: &str) -> Option<Finding> {
        let Origin::File { path, batch } = &self.origin else { return None };
        let (period, file) = (clash.period, &clash.path);
        let (code, message, help) = match &clash.with {
            With::Row { row, .. } => (
                Code::DuplicatePeriod,
                format!("{period} is there already: {what_is_there} in row {row} of {file}"),
                "leave the row out; or, if the figure was revised, give it status revised",
            ),
            With::Entry(_) => (Code::DuplicatePeriod, format!("{period} is there twice"), "keep one of the two"),
            With::Nothing => (
                Code::RevisedWithoutOriginal,
                format!("{period} is marked as revised, and {file} has no row for it"),
                "leave the status out, or check the period",
            ),
        };
        let mut finding = Finding::new(code, path, message).help(help);
        finding.severity = finding::Severity::Error;
        finding.place = batch.place(clash.entry, Some("period"));
        if let With::Entry(earlier) = clash.with
            && let Some(place) = batch.place(earlier, Some("period"))
        {
            finding = finding.related(place, "first given here");
        }
        Some(finding)
    }
}
