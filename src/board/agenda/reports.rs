//! Which reports a meeting is to be given, by the months that `strategy.toml` names.

use chrono::{Datelike, NaiveDate};

use crate::board::audit::Rhythm;
use crate::strategy::{Chapter, Framework, Report, Sitting, Strategy};

/// A report that a meeting is to be given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DueReport<'a> {
    pub kind: ReportKind<'a>,
    /// The first day of the month it is due in; an earlier month than the meeting's where the Board did not meet in that one.
    pub month: NaiveDate,
    /// The Board's meeting it was made for, where the body that meets is another one.
    pub made_for: Option<NaiveDate>,
}

/// What a report is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReportKind<'a> {
    Chapter {
        id: &'a str,
        chapter: &'a Chapter,
    },
    /// The whole strategy, once a year.
    Annual,
    /// National, shared and experience measures.
    Quarterly,
    Framework {
        id: &'a str,
        framework: &'a Framework,
    },
}

/// The audit of the framework itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DueAudit {
    /// When it was last audited; nothing where that never was.
    pub audited: Option<NaiveDate>,
    /// Whether one should have been made by the day of the meeting, as the audit itself has it.
    pub is_overdue: bool,
}

/// The months in which the quarterly report is due: the first of each quarter, when the one before is over.
const QUARTERLY: [u32; 4] = [1, 4, 7, 10];

impl ReportKind<'_> {
    /// In JSON and CSV.
    #[must_use]
    pub fn name(&self) -> &'static str {
        match self {
            Self::Chapter { .. } => "chapter",
            Self::Annual => "annual",
            Self::Quarterly => "quarterly",
            Self::Framework { .. } => "framework",
        }
    }

    /// The chapter's or framework's id; nothing where the report is about the whole strategy.
    #[must_use]
    pub fn id(&self) -> Option<&str> {
        match self {
            Self::Chapter { id, .. } | Self::Framework { id, .. } => Some(id),
            Self::Annual | Self::Quarterly => None,
        }
    }

    fn is_received_as(&self, report: Report) -> bool {
        match self {
            Self::Chapter { .. } => report == Report::Chapters,
            Self::Annual => report == Report::Annual,
            Self::Quarterly => report == Report::Quarterly,
            Self::Framework { .. } => report == Report::Frameworks,
        }
    }
}

/// The reports a meeting is to be given: the Board those of the months since its last meeting, another body those it receives that
/// were made for the Board since its own.
pub(in crate::board) fn due_at<'a>(strategy: &'a Strategy, sitting: &Sitting<'_>) -> Vec<DueReport<'a>> {
    let Some(body) = sitting.body else {
        return due_at_board(strategy, sitting.date);
    };
    let receives = strategy.bodies.get(body).map(|body| body.receives.as_slice()).unwrap_or_default();
    let Some(last_day) = sitting.date.pred_opt().filter(|_| !receives.is_empty()) else {
        return Vec::new();
    };
    let since = strategy.last_sitting_before(Some(body), sitting.date).map(|before| before.date);
    let boards = strategy.sittings(None, since.unwrap_or(strategy.first_day_of(None)), last_day);
    let made = boards.iter().flat_map(|board| {
        let due = due_at_board(strategy, board.date).into_iter();
        due.map(|report| DueReport { made_for: Some(board.date), ..report })
    });
    made.filter(|report| receives.iter().any(|received| report.kind.is_received_as(*received))).collect()
}

fn due_at_board(strategy: &Strategy, day: NaiveDate) -> Vec<DueReport<'_>> {
    let since = strategy.last_sitting_before(None, day).map(|before| before.date);
    let months = Due { since: since.unwrap_or(before_term(strategy)), day };
    let reporting = &strategy.reporting;
    let mut reports = Vec::new();
    if let Some(month) = months.latest(&reporting.chapters) {
        let chapters = strategy.chapters.iter().map(|(id, chapter)| ReportKind::Chapter { id, chapter });
        reports.extend(chapters.map(|kind| DueReport { kind, month, made_for: None }));
    }
    let mut one = |kind, month: Option<NaiveDate>| {
        reports.extend(month.map(|month| DueReport { kind, month, made_for: None }));
    };
    one(ReportKind::Annual, months.latest(reporting.annual.as_slice()));
    one(ReportKind::Quarterly, months.latest(&QUARTERLY).filter(|_| reporting.quarterly));
    for (id, framework) in &strategy.frameworks {
        one(ReportKind::Framework { id, framework }, months.latest(framework.reports.as_slice()));
    }
    reports
}

/// The audit, where it is due at a meeting of the Board or is overdue by then.
pub(super) fn audit_at(strategy: &Strategy, sitting: &Sitting<'_>) -> Option<DueAudit> {
    if sitting.body.is_some() {
        return None;
    }
    let since = strategy.last_sitting_before(None, sitting.date).map(|before| before.date);
    let months = Due { since: since.unwrap_or(before_term(strategy)), day: sitting.date };
    let Rhythm { audited, is_overdue, .. } = Rhythm::of(strategy, sitting.date);
    let is_its_month = months.latest(strategy.reporting.audit.as_slice()).is_some();
    (is_overdue || is_its_month).then_some(DueAudit { audited, is_overdue })
}

/// The day before the month the term begins in: what is due from the first meeting on.
fn before_term(strategy: &Strategy) -> NaiveDate {
    let first = strategy.starts.with_day(1).unwrap_or(strategy.starts);
    first.pred_opt().unwrap_or(first)
}

/// The months whose reports go to a meeting: those that began after the one before, up to its own.
struct Due {
    since: NaiveDate,
    day: NaiveDate,
}

impl Due {
    /// The first day of the latest of these months (from 1) that went to the meeting; nothing where none did.
    fn latest(&self, months: &[u32]) -> Option<NaiveDate> {
        let in_year = |year: i32| months.iter().filter_map(move |month| NaiveDate::from_ymd_opt(year, *month, 1));
        // What the meeting is given is of the latest such month: one older by a year has been overtaken.
        let firsts = in_year(self.day.year()).chain(in_year(self.day.year() - 1));
        firsts.filter(|first| self.since < *first && *first <= self.day).max()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::board::agenda::tests::{sitting, strategy};

    const BOARD: &str = "[reporting]\nmeetings = \"third Thursday of January, June, September, November\"\n\
        chapters = [\"May\", \"November\"]\nannual = \"November\"\naudit = \"September\"\nquarterly = true\n\
        [leads.l]\ntitle = \"Lead\"\nofficer = \"Post\"\n[frameworks.phof]\ntitle = \"Public health\"\nlead = \"l\"\nreports = \"August\"\n\
        [chapters.care]\ntitle = \"Care\"\n";

    fn due(strategy: &Strategy, body: Option<&str>, day: &str) -> Vec<String> {
        let reports = due_at(strategy, &sitting(strategy, body, day));
        reports.iter().map(|report| format!("{} {}", report.kind.name(), report.month.format("%b %Y"))).collect()
    }

    #[test]
    fn each_report_goes_to_the_first_meeting_in_its_month_or_the_next_after_it() {
        let strategy = strategy(BOARD);
        assert_eq!(due(&strategy, None, "2013-06-20"), ["chapter May 2013", "quarterly Apr 2013"]);
        assert_eq!(due(&strategy, None, "2013-09-19"), ["quarterly Jul 2013", "framework Aug 2013"]);
        assert_eq!(due(&strategy, None, "2013-11-21"), ["chapter Nov 2013", "annual Nov 2013", "quarterly Oct 2013"]);
        assert_eq!(due(&strategy, None, "2014-01-16"), ["quarterly Jan 2014"]);
    }

    #[test]
    fn the_first_meeting_of_the_term_is_given_what_was_due_since_it_began() {
        let strategy = strategy(BOARD);
        assert_eq!(due(&strategy, None, "2012-06-21"), ["chapter May 2012", "quarterly Apr 2012"]);
    }

    #[test]
    fn a_report_is_due_once_where_two_of_its_months_fall_between_meetings() {
        let strategy = strategy(&BOARD.replace("January, June, September, November", "March"));
        assert_eq!(due(&strategy, None, "2014-03-20")[0], "chapter Nov 2013");
    }

    #[test]
    fn another_body_is_given_what_it_receives_at_its_first_meeting_after_the_boards() {
        let body = "[bodies.partners]\ntitle = \"Partners\"\nmeetings = \"first Monday of every month\"\nreceives = \"annual\"\n";
        let strategy = strategy(&format!("{BOARD}{body}"));
        assert!(due(&strategy, Some("partners"), "2013-11-04").is_empty());
        assert_eq!(due(&strategy, Some("partners"), "2013-12-02"), ["annual Nov 2013"]);
        assert!(due(&strategy, Some("partners"), "2014-01-06").is_empty());
        let report = due_at(&strategy, &sitting(&strategy, Some("partners"), "2013-12-02"))[0];
        assert_eq!(report.made_for.map(|day| day.to_string()).as_deref(), Some("2013-11-21"));
    }

    #[test]
    fn the_audit_is_due_in_its_month_and_overdue_a_year_after_the_last() {
        let audit = |audited: &str, day: &str| {
            let strategy = Strategy { audited: crate::time::read_iso(audited), ..strategy(BOARD) };
            audit_at(&strategy, &sitting(&strategy, None, day)).map(|audit| audit.is_overdue)
        };
        assert_eq!(audit("2012-09-30", "2013-09-19"), Some(false));
        assert_eq!(audit("2012-09-30", "2013-11-21"), Some(true));
        assert_eq!(audit("2013-09-30", "2013-11-21"), None);
        assert_eq!(audit("2013-09-30", "2013-09-19"), Some(false), "what went before an audit made later is not known");
        assert_eq!(audit("2013-09-30", "2013-06-20"), None);
        assert_eq!(audit("", "2012-11-15"), None);
        assert_eq!(audit("", "2013-06-20"), Some(true), "never, and the term began more than a year ago");
    }
}
