//! `hwb.audit/1`.

use chrono::{Datelike, NaiveDate};
use serde::Serialize;
use serde_json::value::RawValue;

use super::StrategyView;
use super::list::list;
use crate::board::Audit;
use crate::board::audit::{Basis, Duplicate, Extent, LIKENESS, Letter, Problem, Severity, Smart};

#[derive(Serialize)]
struct AuditView<'a> {
    schema: &'static str,
    as_of: String,
    meeting: Option<String>,
    strategy: StrategyView<'a>,
    /// Whether only some indicators were looked at, and the framework as a whole was not.
    narrowed: bool,
    summary: SummaryView,
    problems: Vec<Box<RawValue>>,
    smart: Vec<Box<RawValue>>,
    duplicates: Vec<DuplicateView<'a>>,
    /// Ids of those whose files have errors.
    unreadable: Vec<&'a str>,
    /// The register of actions, and commentary, that have errors and were not used.
    unreadable_files: &'a [String],
}

#[derive(Serialize)]
struct SummaryView {
    indicators: usize,
    serious: usize,
    moderate: usize,
    minor: usize,
    /// Indicators with targets.
    with_targets: usize,
    /// Those of them that meet all five letters.
    smart: usize,
    /// Those that meet every letter that could be judged, and not all could.
    smart_as_far_as_judged: usize,
    audited: Option<String>,
    /// The month, as `2014-09`.
    next_audit: Option<String>,
    audit_overdue: bool,
    /// From this likeness on two are asked about, in percent.
    likeness: usize,
    /// The most indicators a lead may have.
    lead_share: Option<usize>,
}

#[derive(Serialize)]
struct ProblemView<'a> {
    check: &'static str,
    severity: &'static str,
    kind: &'static str,
    ids: Vec<&'a str>,
    titles: Vec<&'a str>,
    leads: Vec<&'a str>,
    reason: &'a str,
    mend: &'static str,
}

#[derive(Serialize)]
struct SmartView<'a> {
    id: &'a str,
    title: &'a str,
    lead: &'a str,
    specific: LetterView<'a>,
    measurable: LetterView<'a>,
    achievable: LetterView<'a>,
    relevant: LetterView<'a>,
    time_bound: LetterView<'a>,
}

#[derive(Serialize)]
struct LetterView<'a> {
    finding: &'static str,
    reason: &'a str,
}

#[derive(Serialize)]
struct DuplicateView<'a> {
    ids: Vec<&'a str>,
    basis: &'static str,
    references: Vec<ReferenceView<'a>>,
    likeness: Option<usize>,
}

#[derive(Serialize)]
struct ReferenceView<'a> {
    framework: &'a str,
    reference: &'a str,
}

/// The audit as `hwb.audit/1`, whole, whether a summary is asked for or not.
///
/// # Errors
/// None that input can cause: serialising these views does not fail.
pub fn audit(audit: &Audit<'_>) -> serde_json::Result<String> {
    super::text(&AuditView {
        schema: "hwb.audit/1",
        as_of: audit.occasion.as_of.to_string(),
        meeting: audit.occasion.meeting.map(|meeting| meeting.date.to_string()),
        strategy: StrategyView::of(audit.strategy),
        narrowed: audit.extent == Extent::Indicators,
        summary: SummaryView::of(audit),
        problems: list(&audit.problems, ProblemView::of)?,
        smart: list(&audit.smart, SmartView::of)?,
        duplicates: audit.duplicates.iter().map(DuplicateView::of).collect(),
        unreadable: audit.unreadable.iter().map(|indicator| indicator.id.as_str()).collect(),
        unreadable_files: &audit.unusable,
    })
}

impl SummaryView {
    fn of(audit: &Audit<'_>) -> Self {
        let month = |day: NaiveDate| format!("{:04}-{:02}", day.year(), day.month());
        Self {
            indicators: audit.looked_at,
            serious: audit.count(Severity::Serious),
            moderate: audit.count(Severity::Moderate),
            minor: audit.count(Severity::Minor),
            with_targets: audit.smart.len(),
            smart: audit.smart.iter().filter(|smart| smart.is_met()).count(),
            smart_as_far_as_judged: audit.smart.iter().filter(|smart| smart.is_met_as_far_as_judged()).count(),
            audited: audit.rhythm.audited.map(|day| day.to_string()),
            next_audit: audit.rhythm.next.map(month),
            audit_overdue: audit.rhythm.is_overdue,
            likeness: LIKENESS,
            lead_share: audit.load.map(|load| load.most),
        }
    }
}

impl<'a> ProblemView<'a> {
    fn of(problem: &'a Problem<'a>) -> Self {
        Self {
            check: problem.check.name(),
            severity: problem.check.severity().name(),
            kind: problem.subject.kind(),
            ids: problem.subject.ids(),
            titles: problem.subject.titles(),
            leads: problem.subject.leads(),
            reason: &problem.reason,
            mend: problem.check.mend(),
        }
    }
}

impl<'a> SmartView<'a> {
    fn of(smart: &'a Smart<'a>) -> Self {
        let [specific, measurable, achievable, relevant, time_bound] = smart.letters.each_ref().map(LetterView::of);
        let indicator = smart.indicator;
        Self {
            id: &indicator.id,
            title: &indicator.title,
            lead: &indicator.lead,
            specific,
            measurable,
            achievable,
            relevant,
            time_bound,
        }
    }
}

impl<'a> LetterView<'a> {
    fn of(letter: &'a Letter) -> Self {
        Self { finding: letter.finding.name(), reason: &letter.reason }
    }
}

impl<'a> DuplicateView<'a> {
    fn of(duplicate: &'a Duplicate<'a>) -> Self {
        let references = match &duplicate.basis {
            Basis::References(references) => references.as_slice(),
            Basis::Definitions | Basis::Titles => &[],
        };
        Self {
            ids: duplicate.indicators.iter().map(|indicator| indicator.id.as_str()).collect(),
            basis: duplicate.basis.name(),
            references: references
                .iter()
                .map(|(framework, reference)| ReferenceView { framework, reference })
                .collect(),
            likeness: duplicate.likeness,
        }
    }
}
