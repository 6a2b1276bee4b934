//! What happened to cases, and rows of theirs that are gone.

use super::{Circumstances, End, Version};
use crate::registers::{Case, Event};
use crate::strategy::Indicator;

/// A case to which something happened.
#[derive(Debug, Clone)]
pub struct CaseChange<'a> {
    pub id: String,
    pub indicator: &'a Indicator,
    /// What happened, the earliest first.
    pub happened: Vec<Event>,
    /// What the earlier log said and the later one does not: no row of a log is ever taken out.
    pub gone: Vec<Event>,
}

/// The cases about some indicators to which anything happened: between two days by the log as it is, between two versions by the rows of
/// each.
pub(super) fn changes<'a>(
    before: End<'a>,
    after: End<'a>,
    around: &[Circumstances<'a>; 2],
    indicators: impl Iterator<Item = &'a Indicator>,
) -> Vec<CaseChange<'a>> {
    let is_of_days = matches!(after.version, Version::OnDay);
    let mut changes = Vec::new();
    for indicator in indicators {
        let [was, is] = [0, 1].map(|end| around[end].cases_about(indicator).collect::<Vec<&Case>>());
        let events = |cases: &[&Case], id: &str| {
            let case = cases.iter().find(|case| case.id == id);
            case.map(|case| case.events().to_vec()).unwrap_or_default()
        };
        let mut ids: Vec<&str> = is.iter().chain(&was).map(|case| case.id.as_str()).collect();
        let mut seen = std::collections::BTreeSet::new();
        ids.retain(|id| seen.insert(*id));
        for id in ids {
            let (earlier, later) = (events(&was, id), events(&is, id));
            let (happened, gone) = if is_of_days {
                // What the earlier meeting itself decided came after its papers.
                let is_after = |event: &Event| match before.meeting {
                    Some(meeting) => event.date >= meeting,
                    None => event.date > before.as_of,
                };
                let is_between = |event: &Event| is_after(event) && event.date <= after.registers_on();
                (later.into_iter().filter(is_between).collect(), Vec::new())
            } else {
                (without(&later, &earlier), without(&earlier, &later))
            };
            if !(happened.is_empty() && gone.is_empty()) {
                changes.push(CaseChange { id: id.to_owned(), indicator, happened, gone });
            }
        }
    }
    changes
}

/// The events of one log that the other lacks, wherever their rows stand.
fn without(events: &[Event], others: &[Event]) -> Vec<Event> {
    let mut others: Vec<&Event> = others.iter().collect();
    let is_lacking = |event: &&Event| {
        let same = |other: &&Event| (other.date, other.step, &other.note) == (event.date, event.step, &event.note);
        match others.iter().position(same) {
            Some(place) => {
                others.remove(place);
                false
            }
            None => true,
        }
    };
    events.iter().filter(is_lacking).cloned().collect()
}
