//! What would be wrong with a file of the strategy's if it held other bytes: for whoever is about to change it.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::{Workspace, commentary_path, path_of};
use crate::encoding;
use crate::files::{ACTIONS, DATA, ESCALATIONS};
use crate::finding::Findings;
use crate::readings::withheld::Withheld;
use crate::readings::{Readings, read};
use crate::registers::{self, Context};
use crate::source::Source;
use crate::strategy::Indicator;

impl Workspace {
    /// The files that `hwb fix` mends: readings, each with its commentary, the objectives' commentary, the registers. Whether they
    /// are there is not looked at.
    pub fn mendable(&self) -> impl Iterator<Item = String> {
        let of_indicators = self
            .strategy
            .indicators
            .values()
            .flat_map(|indicator| [path_of(indicator), commentary_path(&indicator.id)]);
        let of_objectives = self.strategy.objectives.keys().map(|id| commentary_path(id));
        of_indicators.chain(of_objectives).chain([ESCALATIONS, ACTIONS].map(str::to_owned))
    }

    /// The indicator whose readings stand in a file; nothing for any other file.
    #[must_use]
    pub fn indicator_at(&self, path: &str) -> Option<&Indicator> {
        let id = path.strip_prefix(DATA)?.strip_prefix('/')?.strip_suffix(".csv")?;
        self.strategy.indicators.get(id)
    }

    /// What a file of readings with these bytes says, in the order of its periods; nothing where it could not be used.
    #[must_use]
    pub fn says(&self, path: &str, bytes: &[u8]) -> Option<Readings> {
        let mut readings = self.read(self.indicator_at(path)?, bytes.to_vec(), None, Findings::new()).readings?;
        readings.rows.sort_by_key(|row| row.period);
        Some(readings)
    }

    /// What may not be shown of these versions of a file; nothing where all of it may, as of any but readings.
    #[must_use]
    pub fn withheld<'t>(&self, path: &str, versions: impl IntoIterator<Item = &'t str>) -> Option<Withheld<'_>> {
        let indicator = self.indicator_at(path)?;
        Some(Withheld::of(versions, read::Context { strategy: &self.strategy, indicator, today: None }))
    }

    /// Adds to `findings` what would be wrong with one of the [mendable](Self::mendable) files if it held these bytes.
    #[must_use]
    pub fn check(&self, path: &str, bytes: &[u8], today: Option<NaiveDate>, mut findings: Findings) -> Findings {
        if let Some(indicator) = self.indicator_at(path) {
            return self.read(indicator, bytes.to_vec(), today, findings).findings;
        }
        let text = match encoding::decode(path, bytes.to_vec()) {
            Ok(text) => text,
            Err(finding) => {
                findings.push(*finding);
                return findings;
            }
        };
        let source = Source::new(path, &text);
        let context = Context { strategy: &self.strategy, today };
        match path {
            ESCALATIONS => drop(registers::escalations(&source, context, &mut findings)),
            ACTIONS => {
                let cases: Option<BTreeSet<String>> = self.case_ids();
                drop(registers::actions(&source, context, cases.as_ref(), &mut findings));
            }
            _ => {
                let id = path.rsplit('/').next().and_then(|name| name.strip_suffix(".md")).unwrap_or_default();
                drop(crate::commentary::read::commentary(&source, self.periods_of(id), &mut findings));
            }
        }
        findings
    }
}
