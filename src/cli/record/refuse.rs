//! Why figures are not recorded, and what to do about it.

use hwb::board::{Clash, NotRecorded, Recording, Told, With};
use hwb::finding::{self, Finding, Findings};
use hwb::readings::{Reading, entry};
use hwb::source::Place;
use hwb::time;
use hwb::workspace::NotOpened;

use super::super::refusing::nothing_written;
use super::super::{Ended, Refusal, complain, workspace};
use super::{Job, Record};

impl Job<'_> {
    /// Says what the files are warned of that they were not before.
    pub(super) fn warn(&self, recording: &Recording) {
        if !self.tell(&recording.warnings).is_empty() {
            complain("\n");
        }
    }

    /// Says why nothing was written.
    ///
    /// # Errors
    /// The strategy cannot be opened any more.
    pub(super) fn refuse(&self, command: &Record, refused: NotRecorded) -> anyhow::Result<Ended> {
        match refused {
            NotRecorded::NotOpened(NotOpened::Faulty(findings)) => return Ok(workspace::say_faulty(findings)),
            NotRecorded::NotOpened(NotOpened::Unreadable(reason)) => {
                let message = format!("strategy.toml cannot be opened: {reason}; nothing was written");
                return Err(Refusal { ended: Ended::CouldNotRun, message, help: None }.into());
            }
            NotRecorded::Faulty(findings) => {
                complain(&finding::human(&findings));
                complain(&nothing_written(&findings, "has"));
            }
            NotRecorded::Refused(told) => {
                let findings = self.tell(&told);
                let has = if self.figures.only().is_some() { "would have" } else { "has" };
                complain(&nothing_written(&findings, has));
            }
            NotRecorded::Clashes(clashes) => self.refuse_clashes(command, &clashes),
        }
        Ok(Ended::Findings)
    }

    fn tell(&self, told: &[Told]) -> Vec<Finding> {
        let findings: Vec<Finding> = told.iter().map(|told| self.placed(told)).collect();
        if !findings.is_empty() {
            complain(&finding::human(&findings));
        }
        findings
    }

    /// A finding where its figure was typed; without what stands there, where that may not be repeated.
    fn placed(&self, told: &Told) -> Finding {
        let finding = self.figures.placed(told);
        let entry = told.about.as_ref().and_then(|about| self.figures.entries.get(about.entry));
        let is_withheld = entry.is_some_and(|entry| self.is_withheld(entry));
        // There is nothing in the files yet that could be repaired.
        let finding = finding.without_repair();
        if is_withheld { Finding { place: finding.place.map(Place::withheld), ..finding } } else { finding }
    }

    fn refuse_clashes(&self, command: &Record, clashes: &[Clash]) {
        if let (Some(entry), Some(clash)) = (self.figures.only(), clashes.first()) {
            let is_withheld = self.is_withheld(entry);
            let file = &clash.path;
            let again = |and: &str| command.again(entry, is_withheld, and);
            complain(&match &clash.with {
                With::Row { row, reading } => format!(
                    "error: {} is there already: {} (row {row} of {file}); nothing was written\n\
                     help: if that figure was revised: {}\n",
                    clash.period,
                    self.there(clash, reading),
                    again("--revise")
                ),
                With::Nothing | With::Entry(_) => format!(
                    "error: {file} has no row for {} to revise; nothing was written\n\
                     help: check the period, or record it without --revise and without a status that says revised\n",
                    clash.period
                ),
            });
            return;
        }
        let there = |clash: &Clash| match &clash.with {
            With::Row { reading, .. } => self.there(clash, reading),
            _ => String::new(),
        };
        let mut findings = Findings::new();
        for clash in clashes {
            self.figures.clash(clash, &there(clash)).into_iter().for_each(|finding| findings.push(finding));
        }
        let findings = findings.into_sorted();
        complain(&finding::human(&findings));
        complain(&nothing_written(&findings, "has"));
    }

    /// What stands in a row: the figure, unless that may not be repeated, and how final it is.
    fn there(&self, clash: &Clash, reading: &Reading) -> String {
        let indicator = self.figures.entries.get(clash.entry).and_then(|entry| self.indicator_of(entry));
        let is_withheld = indicator.is_none_or(|indicator| entry::is_withheld(reading, self.strategy, indicator));
        let markers = reading.markers.iter().map(|marker| marker.words().to_owned());
        let figure = match reading.value {
            Some(_) if is_withheld => Some("a figure that is not shown".to_owned()),
            value => value.map(|value| value.to_string()),
        };
        let status = figure.as_ref().map(|_| reading.status.name().to_owned());
        let recorded = reading.recorded.map(|day| format!("recorded on {}", time::date::day(day)));
        figure.into_iter().chain(status).chain(markers).chain(recorded).collect::<Vec<_>>().join(", ")
    }
}
