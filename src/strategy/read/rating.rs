//! `[rating]`, and an indicator's `rating` over it key by key.

use crate::finding::Code;
use crate::number::Decimal;
use crate::strategy::rating::{Band, Bands};
use crate::strategy::{Method, RatingRules, Tolerance};
use crate::time::Lag;
use crate::toml::{Table, Value};

/// The keys of one table, as far as they are given.
#[derive(Debug, Clone, Default)]
pub(super) struct Keys {
    method: Option<Named>,
    tolerance: Option<Tolerance>,
    bands: Option<Bands>,
    floor: Option<Decimal>,
    stale_after: Option<Lag>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Named {
    Tolerance,
    Floor,
    ToleranceTrend,
    Improvement,
    None,
}

const METHODS: &[(&str, Named)] = &[
    ("tolerance", Named::Tolerance),
    ("floor", Named::Floor),
    ("tolerance-trend", Named::ToleranceTrend),
    ("improvement", Named::Improvement),
    ("none", Named::None),
];

impl Keys {
    /// The strategy's `[rating]`. A floor is one indicator's, so there is none here.
    pub(super) fn read_default(root: &Table<'_>) -> Self {
        let Some(value) = root.get("rating") else {
            return Self::default();
        };
        let Some(table) = value.table() else {
            return Self::default();
        };
        let mut keys = Self::read(&table);
        if let Some(floor) = table.get("floor") {
            keys.floor = None;
            let message = "a floor is one indicator's own, not the strategy's";
            let finding = root.reader().finding(Code::RatingMisfit, floor.span(), message);
            root.reader().push(finding.help("write it in the indicator: rating = { floor = 80 }"));
        }
        table.report_unknown_keys();
        keys
    }

    fn read(table: &Table<'_>) -> Self {
        Self {
            method: table.get("method").and_then(|value| value.one_of(METHODS)),
            tolerance: table.get("tolerance").and_then(|value| tolerance(&value)),
            bands: table.get("bands").and_then(|value| bands(&value)),
            floor: table.get("floor").and_then(|value| value.number()),
            stale_after: table.get("stale_after").and_then(|value| super::settings::lag(&value)),
        }
    }

    /// The rules of an indicator: the keys of its own `rating` over the strategy's.
    pub(super) fn rules(&self, indicator: &Table<'_>) -> RatingRules {
        let table = indicator.get("rating").and_then(|value| value.table());
        let own = table.as_ref().map(Self::read).unwrap_or_default();
        let tolerance = own.tolerance.or(self.tolerance).unwrap_or_default();
        let method = match own.method.or(self.method).unwrap_or(Named::Tolerance) {
            Named::Tolerance => Method::Tolerance(tolerance),
            Named::ToleranceTrend => Method::ToleranceTrend(tolerance),
            Named::Improvement => {
                Method::Improvement(own.bands.clone().or_else(|| self.bands.clone()).unwrap_or_default())
            }
            Named::None => Method::None,
            Named::Floor => {
                if own.floor.is_none() {
                    let span = table.as_ref().map_or_else(|| indicator.span(), Table::span);
                    let message = "the floor method needs this indicator's floor";
                    let finding = indicator.reader().finding(Code::RatingMisfit, span, message);
                    indicator.reader().push(finding.help("rating = { method = \"floor\", floor = 80 }"));
                }
                Method::Floor(own.floor.unwrap_or_default())
            }
        };
        if let Some(table) = table {
            let unused = [
                ("floor", own.floor.is_some() && !matches!(method, Method::Floor(_))),
                ("bands", own.bands.is_some() && !matches!(method, Method::Improvement(_))),
            ];
            for (key, _) in unused.into_iter().filter(|(_, is_unused)| *is_unused) {
                let message = format!("`{key}` has no part in the {} method", method.name());
                let span = table.get(key).map_or_else(|| table.span(), |value| value.span());
                let finding = table.reader().finding(Code::RatingKeyUnused, span, message);
                table.reader().push(finding.help("name the method it belongs to, or delete it"));
            }
            table.report_unknown_keys();
        }
        RatingRules { method, stale_after: own.stale_after.or(self.stale_after) }
    }
}

pub(super) fn tolerance(value: &Value<'_>) -> Option<Tolerance> {
    value.understood(Tolerance::read, "a percentage of the target (\"5%\") or points (\"2 points\")")
}

/// `[["green", 100], ["green-amber", 80]]`: names and thresholds, from the best down.
fn bands(value: &Value<'_>) -> Option<Bands> {
    let takes = "`bands` takes names and thresholds, from the best down: [[\"green\", 100], [\"amber\", 80]]";
    let mut bands: Vec<Band> = Vec::new();
    for pair in value.list()? {
        let parts = pair.list()?;
        let [name, least] = parts.as_slice() else {
            pair.bad(takes);
            return None;
        };
        let band = Band { name: name.text()?, least: least.number()? };
        if bands.last().is_some_and(|above| above.least <= band.least) {
            least.bad("each band's threshold is below the one before it");
            return None;
        }
        if band.name == "red" || bands.iter().any(|other| other.name == band.name) {
            name.bad("each band has a name of its own, and below the last is always `red`");
            return None;
        }
        bands.push(band);
    }
    if bands.is_empty() {
        value.bad(takes);
        return None;
    }
    Some(Bands(bands))
}
