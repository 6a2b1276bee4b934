//! Where among the rows of a file a new one goes.

use crate::readings::Reading;
use crate::readings::row_order::RowOrder;
use crate::time::Period;

/// What a row's place depends on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Key {
    /// Nothing where it could not be read: the row then goes to the end.
    pub period: Option<Period>,
    pub group: Option<String>,
    pub sequence: Sequence,
}

/// Whether a row stands among its periods.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sequence {
    InOrder,
    /// A revision or a correction stands at the end, whichever period it is for.
    AtTheEnd,
}

impl Key {
    /// The key of a row that is there.
    #[must_use]
    pub fn of(reading: &Reading) -> Self {
        let sequence = if reading.status.replaces() { Sequence::AtTheEnd } else { Sequence::InOrder };
        Self { period: Some(reading.period), group: reading.group.clone(), sequence }
    }
}

/// Which new rows go before the first row that is there, after the first, after the second ..., by their places among the new.
pub(super) fn gaps<'a>(there: &'a [Key], new: impl Iterator<Item = &'a Key>) -> Vec<Vec<usize>> {
    let in_order = there.iter().filter(|key| key.sequence == Sequence::InOrder);
    let order = RowOrder::of(in_order.filter_map(|key| Some((key.group.as_deref(), key.period?))));
    let mut rows: Vec<(&Key, Option<usize>)> = there.iter().map(|key| (key, None)).collect();
    for (which, key) in new.enumerate() {
        let place = place(&rows, key, order);
        rows.insert(place, (key, Some(which)));
    }
    let mut gaps = vec![Vec::new()];
    for (_, which) in rows {
        match which {
            Some(which) => gaps.last_mut().into_iter().for_each(|gap: &mut Vec<usize>| gap.push(which)),
            None => gaps.push(Vec::new()),
        }
    }
    gaps
}

/// Where a row goes: at the end, if none there belongs below it; else after the last that does not, but before any of its own group
/// that does, and right before that where the latest come first.
fn place(rows: &[(&Key, Option<usize>)], new: &Key, order: RowOrder) -> usize {
    let Some(period) = new.period.filter(|_| new.sequence == Sequence::InOrder) else { return rows.len() };
    let is_below = |key: &Key| key.period.is_some_and(|own| order.rank(own) > order.rank(period));
    let in_order = || rows.iter().enumerate().filter(|(_, (key, _))| key.sequence == Sequence::InOrder);
    let is_last = match order {
        RowOrder::EarliestFirst => !rows.iter().any(|(key, _)| is_below(key)),
        RowOrder::LatestFirst => !in_order().any(|(_, (key, _))| is_below(key)),
    };
    if is_last {
        return rows.len();
    }
    let after = in_order().rfind(|(_, (key, _))| !is_below(key)).map_or(0, |(place, _)| place + 1);
    let before = in_order().find(|(_, (key, _))| is_below(key) && key.group == new.group).map(|(place, _)| place);
    match order {
        RowOrder::EarliestFirst => before.map_or(after, |before| after.min(before)),
        RowOrder::LatestFirst => before.unwrap_or(after),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::time::{Kind, spelling};

    fn key(text: &str) -> Key {
        let (period, rest) = text.split_once(' ').unwrap_or((text, ""));
        let sequence = if rest == "revised" { Sequence::AtTheEnd } else { Sequence::InOrder };
        let group = (!rest.is_empty() && rest != "revised").then(|| rest.to_owned());
        let period = spelling::read(Kind::CalendarYear, period).ok().map(|spelt| spelt.period);
        Key { period, group, sequence }
    }

    fn order(there: &[&str], new: &[&str]) -> Vec<String> {
        let there_keys: Vec<Key> = there.iter().map(|text| key(text)).collect();
        let new_keys: Vec<Key> = new.iter().map(|text| key(text)).collect();
        let gaps = gaps(&there_keys, new_keys.iter());
        let mut rows = Vec::new();
        for (place, gap) in gaps.iter().enumerate() {
            rows.extend(place.checked_sub(1).map(|place| there[place].to_owned()));
            rows.extend(gap.iter().map(|&which| format!("+{}", new[which])));
        }
        rows
    }

    #[test]
    fn the_latest_goes_to_the_end_and_an_earlier_one_among_its_periods() {
        assert_eq!(order(&["2010", "2012"], &["2013"]), ["2010", "2012", "+2013"]);
        assert_eq!(order(&["2010", "2012"], &["2011"]), ["2010", "+2011", "2012"]);
        assert_eq!(order(&["2010", "2012"], &["2009"]), ["+2009", "2010", "2012"]);
        assert_eq!(order(&[], &["2009"]), ["+2009"]);
    }

    #[test]
    fn a_file_that_has_the_latest_first_stays_so() {
        assert_eq!(order(&["2012", "2011", "2010"], &["2013"]), ["+2013", "2012", "2011", "2010"]);
        assert_eq!(order(&["2013", "2012", "2010"], &["2011"]), ["2013", "2012", "+2011", "2010"]);
        assert_eq!(order(&["2012", "2011"], &["2010"]), ["2012", "2011", "+2010"]);
        assert_eq!(order(&["2012", "2011"], &["2013", "2014"]), ["+2014", "+2013", "2012", "2011"]);
        assert_eq!(order(&["2012", "2011", "2012 revised"], &["2013"]), ["+2013", "2012", "2011", "2012 revised"]);
        let by_group = ["2012", "2010", "2012 girls", "2010 girls"];
        assert_eq!(order(&by_group, &["2013 girls"]), ["2012", "2010", "+2013 girls", "2012 girls", "2010 girls"]);
    }

    #[test]
    fn several_go_in_the_order_of_their_periods_however_they_were_given() {
        assert_eq!(order(&["2010", "2013"], &["2012", "2014", "2011"]), ["2010", "+2011", "+2012", "2013", "+2014"]);
    }

    #[test]
    fn a_revision_goes_to_the_end_and_is_passed_over_where_others_find_their_place() {
        assert_eq!(order(&["2010", "2011"], &["2010 revised"]), ["2010", "2011", "+2010 revised"]);
        assert_eq!(order(&["2010", "2012", "2010 revised"], &["2011"]), ["2010", "+2011", "2012", "2010 revised"]);
        assert_eq!(order(&["2010", "2010 revised"], &["2011"]), ["2010", "2010 revised", "+2011"]);
    }

    #[test]
    fn groups_keep_their_own_order() {
        let by_group = ["2010", "2012", "2010 girls", "2012 girls"];
        assert_eq!(order(&by_group, &["2011"]), ["2010", "+2011", "2012", "2010 girls", "2012 girls"]);
        assert_eq!(order(&by_group, &["2011 girls"]), ["2010", "2012", "2010 girls", "+2011 girls", "2012 girls"]);
        let by_period = ["2010", "2010 girls", "2012", "2012 girls"];
        assert_eq!(order(&by_period, &["2011"]), ["2010", "2010 girls", "+2011", "2012", "2012 girls"]);
        assert_eq!(order(&by_period, &["2013"]), ["2010", "2010 girls", "2012", "2012 girls", "+2013"]);
    }

    #[test]
    fn what_is_no_period_goes_to_the_end() {
        assert_eq!(order(&["2010", "2012"], &["soon"]), ["2010", "2012", "+soon"]);
    }
}
