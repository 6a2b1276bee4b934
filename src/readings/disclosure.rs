//! Suppressed figures that the others give away.
//!
//! Where a total and all groups but one are published, the suppressed one is the difference. Office for National Statistics,
//! "Disclosure control guidance for tables produced from administrative sources": secondary suppression.

use std::collections::{BTreeMap, BTreeSet};

use super::sequence::Together;
use super::{Marker, Reading, Readings};
use crate::finding::{Code, Findings};
use crate::strategy::Unit;
use crate::time::Period;

/// Says of each suppressed group that it is the only one of its kind in its period while the whole is published.
pub(super) fn check(together: &Together<'_>, readings: &Readings, findings: &mut Findings) {
    if !readings.rows.iter().any(|row| row.group.is_some() && row.has(Marker::Suppressed)) {
        return;
    }
    let groups = &together.context.strategy.groups;
    let is_count = matches!(together.context.indicator.unit, Unit::People | Unit::Count);
    let adds_up = |row: &Reading| row.numerator.is_some() || (is_count && row.value.is_some());
    let mut wholes: BTreeSet<Period> = BTreeSet::new();
    let mut parts: BTreeMap<(Period, &str), Vec<usize>> = BTreeMap::new();
    for (place, row) in readings.rows.iter().enumerate() {
        match row.group.as_ref() {
            None if adds_up(row) => {
                wholes.insert(row.period);
            }
            None => {}
            Some(group) => {
                let kind = groups.get(group).and_then(|group| group.kind.as_deref()).unwrap_or_default();
                parts.entry((row.period, kind)).or_default().push(place);
            }
        }
    }
    for ((period, _), places) in parts {
        let suppressed: Vec<usize> =
            places.iter().copied().filter(|place| readings.rows[*place].has(Marker::Suppressed)).collect();
        let others_add_up =
            places.iter().filter(|place| !suppressed.contains(place)).all(|place| adds_up(&readings.rows[*place]));
        let [only] = suppressed.as_slice() else { continue };
        if places.len() < 2 || !others_add_up || !wholes.contains(&period) {
            continue;
        }
        let message = format!("{period}: the one suppressed group is the whole less the others");
        let finding = together.at_period(*only, Code::SmallNumber, message).warning();
        findings.push(finding.help("suppress a second group, or the whole"));
    }
}
