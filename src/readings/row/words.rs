//! The cells that hold words: group, status, markers.

use super::RowReader;
use crate::finding::{Code, Findings};
use crate::readings::{Marker, Status};
use crate::table::CellText;
use crate::text;

impl RowReader<'_, '_, '_> {
    pub(super) fn group(&self, cell: &CellText<'_>, findings: &mut Findings) -> String {
        let groups = &self.context.strategy.groups;
        if !groups.contains_key(cell.text.as_ref()) {
            let is_full = findings.is_full(Code::UnknownGroup);
            let message = format!("no group is declared as {}", self.shown(&cell.text));
            let names = groups.keys().map(String::as_str).filter(|_| !is_full);
            let help = text::did_you_mean(&cell.text, names)
                .unwrap_or_else(|| "declare it in strategy.toml: [groups.<id>]".to_owned());
            findings.push(self.at(cell, Code::UnknownGroup, message).help(help));
        }
        cell.text.clone().into_owned()
    }

    pub(super) fn status(&self, cell: &CellText<'_>, findings: &mut Findings) -> Option<Status> {
        let found = Status::NAMES.iter().find(|(name, _)| *name == cell.text);
        if found.is_none() {
            let names: Vec<&str> = Status::NAMES.iter().map(|(name, _)| *name).collect();
            let message = format!("{} is not a status", self.shown(&cell.text));
            let help = text::did_you_mean(&cell.text, names.iter().copied());
            let help = help.unwrap_or_else(|| format!("the status is {}", text::either(&names)));
            findings.push(self.at(cell, Code::UnknownStatus, message).help(help));
        }
        found.map(|(_, status)| *status)
    }

    /// The markers, and the status that some of them say.
    pub(super) fn markers(&self, cell: &CellText<'_>, findings: &mut Findings) -> (Vec<Marker>, Option<Status>) {
        let mut markers = Vec::new();
        let mut status = None;
        for word in cell.text.split_whitespace() {
            match word {
                "p" | "r" | "e" => {
                    let said = match word {
                        "p" => Status::Provisional,
                        "r" => Status::Revised,
                        _ => Status::Estimate,
                    };
                    if let Some(earlier) = status.replace(said).filter(|earlier| *earlier != said) {
                        let message = format!("the markers say {} and {}", earlier.name(), said.name());
                        findings.push(self.at(cell, Code::StatusConflict, message).help("delete one of the two"));
                    }
                }
                _ => match Marker::NAMES.iter().find(|(name, _)| *name == word) {
                    Some((_, marker)) => markers.push(*marker),
                    None => {
                        let message = format!("{} is not a marker", text::quoted(word));
                        let help =
                            "the markers are c, x, z, low, u, b, f, p, r and e, without brackets, separated by a space";
                        findings.push(self.at(cell, Code::UnknownMarker, message).help(help));
                    }
                },
            }
        }
        (markers, status)
    }
}
