//! Targets that have been met for so long that they ask for nothing any more.

use super::Check;
use super::evidence::Evidence;
use super::problem::Noted;
use crate::number::Exact;
use crate::readings::Reading;
use crate::strategy::{Condition, Good, Taking, Track, Unit};
use crate::text;
use crate::time::Period;

/// So many of the latest readings running are long.
const READINGS: usize = 4;

/// So many months are long too, where a few readings cover them.
const MONTHS: i32 = 24;

pub(super) fn check(evidence: &Evidence<'_>) -> Option<Noted> {
    if evidence.indicator.taking != Taking::Level || evidence.tracks.is_empty() {
        return None;
    }
    let asked = evidence.tracks.iter().map(|track| raisable(evidence, track)).collect::<Option<Vec<_>>>()?;
    let is_met = |row: &&Reading| asked.iter().all(|asked| row.value.is_some_and(|value| asked.is_met(&value.into())));
    let latest = evidence.figures().next_back()?.period;
    let is_same = |row: &&Reading| evidence.series.break_between(row.period.end(), latest).is_none();
    let met: Vec<&Reading> = evidence.figures().rev().take_while(|row| is_same(row) && is_met(row)).collect();
    let since = met.last()?.period;
    let is_long = met.len() >= READINGS || (met.len() > 1 && latest.month_of_end() - since.month_of_end() >= MONTHS);
    is_long.then(|| {
        let words = evidence.words();
        let levels: Vec<String> = asked.iter().map(|asked| words.figures.exact(&asked.level)).collect();
        let readings = text::count(met.len(), "reading");
        let reason = format!(
            "What it asks for in the end, {}, was met at each of the latest {readings}, since {since}.",
            text::list(&levels)
        );
        Noted::new(Check::LongMet, reason)
    })
}

/// What a track asks for in the end.
struct Asked {
    level: Exact,
    good: Good,
    is_strict: bool,
}

impl Asked {
    fn is_met(&self, value: &Exact) -> bool {
        let is_beyond = match self.good {
            Good::Low => value < &self.level,
            _ => value > &self.level,
        };
        is_beyond || (value == &self.level && !self.is_strict)
    }
}

/// What a track asks for, where more could be asked: one level that does not move, is not to be kept, and is not the most there
/// is.
fn raisable(evidence: &Evidence<'_>, track: &Track<'_>) -> Option<Asked> {
    let indicator = evidence.indicator;
    let last = track.last()?;
    let is_level = match &last.condition {
        Condition::Change(change) => !change.number().is_zero(),
        other => other.level().is_some(),
    };
    let latest: Period = evidence.figures().next_back()?.period;
    let level = evidence.series.due(track, latest).ok().filter(|_| is_level)?.last?;
    let most = match indicator.good {
        Good::High if indicator.unit == Unit::Percent && indicator.bounded => Some(Exact::from(100)),
        Good::Low => Some(Exact::zero()),
        Good::High | Good::Range | Good::None => None,
    };
    let is_the_most = most.is_some_and(|most| most == level);
    (!is_the_most).then_some(Asked { level, good: indicator.good, is_strict: last.condition.is_strict() })
}
