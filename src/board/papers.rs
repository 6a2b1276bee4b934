//! Which papers there are, and when each is due.

use chrono::NaiveDate;

use super::agenda::reports::due_at;
use super::{DueReport, ReportKind};
use crate::strategy::{PaperKind, Sitting, Strategy};

/// Every kind of paper.
#[derive(Debug)]
pub struct Papers<'a> {
    pub strategy: &'a Strategy,
    /// What is next is reckoned from this day.
    pub as_of: NaiveDate,
    /// One of each kind, in the order of [`PaperKind::NAMES`].
    pub papers: Vec<PaperOffered<'a>>,
}

/// A kind of paper.
#[derive(Debug)]
pub struct PaperOffered<'a> {
    pub kind: PaperKind,
    /// The ids it is written for one by one; empty where there are none, or it is about the whole strategy.
    pub ids: Vec<&'a str>,
    pub rhythm: PaperRhythm<'a>,
    /// The Board's next meeting that wants one; nothing where none is ahead that does.
    pub next: Option<NaiveDate>,
}

/// When a kind of paper is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PaperRhythm<'a> {
    EachMeeting,
    /// At the Board's first meeting in such a month (from 1), else the next after it.
    Months(Vec<u32>),
    /// Likewise, each in a month of its own, by the ids.
    MonthsOf(Vec<(&'a str, u32)>),
    /// At the first meeting of each quarter.
    EachQuarter,
    /// When a meeting looks at it.
    LookedAt,
    /// The strategy says nothing of it.
    NotDeclared,
}

impl<'a> Papers<'a> {
    #[must_use]
    pub fn of(strategy: &'a Strategy, as_of: NaiveDate) -> Self {
        let ahead = strategy.sittings(None, as_of, strategy.last_day_of(None));
        let offered = |kind| PaperOffered {
            kind,
            ids: ids(strategy, kind),
            rhythm: rhythm(strategy, kind),
            next: ahead.iter().find(|sitting| is_wanted(strategy, kind, sitting)).map(|sitting| sitting.date),
        };
        Self { strategy, as_of, papers: PaperKind::NAMES.iter().map(|(_, kind)| offered(*kind)).collect() }
    }
}

fn ids(strategy: &Strategy, kind: PaperKind) -> Vec<&str> {
    match kind {
        PaperKind::Chapter => strategy.chapters.keys().map(String::as_str).collect(),
        PaperKind::Theme => strategy.themes.keys().map(String::as_str).collect(),
        PaperKind::Framework => strategy.frameworks.keys().map(String::as_str).collect(),
        PaperKind::Meeting | PaperKind::Quarterly | PaperKind::Annual => Vec::new(),
    }
}

fn rhythm(strategy: &Strategy, kind: PaperKind) -> PaperRhythm<'_> {
    let reporting = &strategy.reporting;
    let declared = match kind {
        PaperKind::Meeting => PaperRhythm::EachMeeting,
        PaperKind::Chapter => PaperRhythm::Months(reporting.chapters.clone()),
        PaperKind::Annual => PaperRhythm::Months(reporting.annual.into_iter().collect()),
        PaperKind::Framework => {
            let frameworks = strategy.frameworks.iter();
            PaperRhythm::MonthsOf(frameworks.filter_map(|(id, it)| Some((id.as_str(), it.reports?))).collect())
        }
        PaperKind::Quarterly if reporting.quarterly => PaperRhythm::EachQuarter,
        PaperKind::Theme if !strategy.themes.is_empty() => PaperRhythm::LookedAt,
        PaperKind::Quarterly | PaperKind::Theme => PaperRhythm::NotDeclared,
    };
    match declared {
        PaperRhythm::Months(months) if months.is_empty() => PaperRhythm::NotDeclared,
        PaperRhythm::MonthsOf(months) if months.is_empty() => PaperRhythm::NotDeclared,
        declared => declared,
    }
}

/// Whether a meeting of the Board wants a paper of a kind.
fn is_wanted(strategy: &Strategy, kind: PaperKind, sitting: &Sitting<'_>) -> bool {
    let is_due = |of_kind: fn(&ReportKind<'_>) -> bool| {
        due_at(strategy, sitting).iter().any(|DueReport { kind, .. }| of_kind(kind))
    };
    match kind {
        PaperKind::Meeting => true,
        PaperKind::Chapter => is_due(|kind| matches!(kind, ReportKind::Chapter { .. })),
        PaperKind::Framework => is_due(|kind| matches!(kind, ReportKind::Framework { .. })),
        PaperKind::Quarterly => is_due(|kind| *kind == ReportKind::Quarterly),
        PaperKind::Annual => is_due(|kind| *kind == ReportKind::Annual),
        PaperKind::Theme => {
            let declared = sitting.declared.and_then(|meeting| meeting.themes.as_ref());
            let is_proposed = strategy.reporting.themes_per_meeting.is_some_and(|themes| themes > 0);
            declared.map_or(is_proposed && !strategy.themes.is_empty(), |themes| !themes.is_empty())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::board::agenda::tests::strategy;
    use crate::time::read_iso;

    const BOARD: &str = "[reporting]\nmeetings = \"third Thursday of January, June, September, November\"\n\
        chapters = [\"May\", \"November\"]\nannual = \"November\"\nquarterly = true\nthemes_per_meeting = 2\n\
        [frameworks.phof]\ntitle = \"Public health\"\nreports = \"August\"\n[frameworks.nhsof]\ntitle = \"NHS\"\n\
        [chapters.care]\ntitle = \"Care\"\n[themes.smoking]\ntitle = \"Smoking\"\n";

    fn next(strategy: &Strategy, day: &str) -> Vec<String> {
        let papers = Papers::of(strategy, read_iso(day).unwrap());
        let next = |paper: &PaperOffered<'_>| {
            let day = paper.next.map_or("never".to_owned(), |day| day.to_string());
            format!("{} {day}", paper.kind.name())
        };
        papers.papers.iter().map(next).collect()
    }

    #[test]
    fn each_is_next_at_the_meeting_whose_agenda_has_it() {
        assert_eq!(
            next(&strategy(BOARD), "2013-06-21"),
            [
                "meeting 2013-09-19",
                "chapter 2013-11-21",
                "theme 2013-09-19",
                "framework 2013-09-19",
                "quarterly 2013-09-19",
                "annual 2013-11-21",
            ]
        );
    }

    #[test]
    fn what_is_not_declared_is_never_due() {
        let strategy = strategy("[[meetings]]\ndate = 2013-11-21\n");
        let papers = Papers::of(&strategy, read_iso("2013-06-01").unwrap());
        let undeclared: Vec<PaperKind> = papers
            .papers
            .iter()
            .filter(|paper| paper.rhythm == PaperRhythm::NotDeclared && paper.next.is_none() && paper.ids.is_empty())
            .map(|paper| paper.kind)
            .collect();
        let all_but_the_first: Vec<PaperKind> = PaperKind::NAMES.iter().skip(1).map(|(_, kind)| *kind).collect();
        assert_eq!(undeclared, all_but_the_first);
        assert_eq!(papers.papers[0].rhythm, PaperRhythm::EachMeeting);
        assert!(next(&strategy, "2013-11-22").iter().all(|paper| paper.ends_with("never")));
    }

    #[test]
    fn only_frameworks_with_a_month_have_a_rhythm() {
        let strategy = strategy(BOARD);
        let papers = Papers::of(&strategy, read_iso("2013-06-21").unwrap());
        assert_eq!(papers.papers[3].rhythm, PaperRhythm::MonthsOf(vec![("phof", 8)]));
        assert_eq!(papers.papers[3].ids, ["phof", "nhsof"]);
    }
}
