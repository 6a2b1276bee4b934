//! The audit of the framework as a document: every problem, or a page of them.

mod smart;
mod summary;

pub use summary::audit_summary;

use chrono::{Datelike, NaiveDate};

use super::status::{heading, unusable};
use crate::board::Audit;
use crate::board::audit::{Basis, Check, Duplicate, Extent, LIKENESS, Problem, Severity, Smart, Subject};
use crate::document::{Block, Cell, Column, Document, Group, Row, Table, Tone};
use crate::strategy::Strategy;
use crate::{text, time};

/// How many titles are named before the rest are counted.
const NAMED: usize = 3;

/// The document of `hwb audit`.
#[must_use]
pub fn audit(audit: &Audit<'_>) -> Document {
    let mut blocks = opening(audit);
    blocks.push(Block::Table(problems(audit)));
    if !audit.smart.is_empty() {
        blocks.push(Block::Table(smart::table(audit)));
    }
    Document::new(title(audit), blocks)
}

fn title(audit: &Audit<'_>) -> String {
    format!("Audit of the framework on {}", time::date::long(audit.occasion.as_of))
}

/// Whose framework it is, how many problems there are, and when it was audited.
fn opening(audit: &Audit<'_>) -> Vec<Block> {
    let mut facts = crate::paper::occasion::facts(&audit.occasion);
    if let Some(words) = audit.filter.in_words(audit.strategy) {
        facts.push(("Only".to_owned(), words));
    }
    facts.push(("Looked at".to_owned(), text::count(audit.looked_at, "indicator")));
    for severity in Severity::ALL {
        facts.push((text::capitalised(severity.name()), text::count(audit.count(severity), "problem")));
    }
    if !audit.smart.is_empty() {
        facts.push(("SMART".to_owned(), tally(audit)));
    }
    facts.push(("Duplicates".to_owned(), duplicates(audit)));
    if audit.extent == Extent::Whole {
        facts.push(("Last audited".to_owned(), last_audited(audit)));
        facts.push(("Next audit".to_owned(), next_audit(audit)));
    }
    vec![Block::Paragraph(heading(audit.strategy)), Block::Facts(facts)]
}

/// "3 of 29 indicators with targets meet all five letters; 10 more meet all that can be judged".
fn tally(audit: &Audit<'_>) -> String {
    let met = audit.smart.iter().filter(|smart| smart.is_met()).count();
    let as_far = audit.smart.iter().filter(|smart| smart.is_met_as_far_as_judged()).count();
    let verb = if met == 1 { "meets" } else { "meet" };
    let of = text::count(audit.smart.len(), "indicator");
    let more = match as_far {
        0 => String::new(),
        1 => "; 1 more meets all that can be judged".to_owned(),
        count => format!("; {count} more meet all that can be judged"),
    };
    format!("{met} of {of} with targets {verb} all five letters{more}")
}

/// How many measures may be reported twice, and how many references several share.
fn duplicates(audit: &Audit<'_>) -> String {
    let is_reference = |same: &&Duplicate<'_>| matches!(same.basis, Basis::References(_));
    let shared = audit.duplicates.iter().filter(is_reference).count();
    let alike = match audit.duplicates.len() - shared {
        0 => "no two measures are nearly the same".to_owned(),
        1 => "1 measure may be reported twice".to_owned(),
        count => format!("{count} measures may be reported twice"),
    };
    match shared {
        0 => alike,
        1 => format!("{alike}; 1 set of indicators shares a reference"),
        count => format!("{alike}; {count} sets of indicators share a reference"),
    }
}

fn last_audited(audit: &Audit<'_>) -> String {
    match (audit.rhythm.audited, audit.strategy.audited) {
        (Some(day), _) => time::date::long(day),
        (None, Some(later)) => format!("not known for this day; strategy.toml has {}", time::date::long(later)),
        (None, None) => "never".to_owned(),
    }
}

fn next_audit(audit: &Audit<'_>) -> String {
    let named = |month: NaiveDate| format!("{} {}", time::date::month_name(month), month.year());
    let ends = audit.strategy.ends;
    let next = match audit.rhythm.next {
        Some(month) if audit.rhythm.is_overdue => format!("{} is the next in the calendar", named(month)),
        Some(month) => named(month),
        None if audit.occasion.as_of > ends => "none: the strategy is over".to_owned(),
        None if audit.strategy.reporting.audit.is_none() && audit.rhythm.audited.is_none() => {
            "no month is declared: [reporting] audit".to_owned()
        }
        None => format!("none before the strategy ends on {}", time::date::long(ends)),
    };
    if audit.rhythm.is_overdue { format!("overdue; {next}") } else { next }
}

fn problems(audit: &Audit<'_>) -> Table {
    Table {
        caption: "Problems, the most serious first".to_owned(),
        notes: notes(audit),
        columns: columns(),
        groups: audit.by_check().into_iter().map(|(check, problems)| group(audit.strategy, check, problems)).collect(),
    }
}

/// The problems of one check. A reason that all of them have is said once, above them.
fn group(strategy: &Strategy, check: Check, problems: &[Problem<'_>]) -> Group {
    let same = match problems {
        [first, rest @ ..] if !rest.is_empty() && rest.iter().all(|problem| problem.reason == first.reason) => {
            Some(first.reason.as_str())
        }
        _ => None,
    };
    let why = |problem: &Problem<'_>| if same.is_some() { String::new() } else { problem.reason.clone() };
    let above = [same, Some(check.mend())].into_iter().flatten().collect::<Vec<_>>().join(" ");
    Group {
        title: format!("{}: {} ({})", text::capitalised(check.severity().name()), check.title(), problems.len()),
        notes: vec![above],
        rows: problems.iter().map(|problem| row(strategy, check, problem, why(problem))).collect(),
    }
}

fn columns() -> Vec<Column> {
    let mut columns = vec![Column::people("About"), Column::people("Lead").detail(), Column::people("Why").sentence()];
    let data = ["severity", "check", "kind", "id", "title", "lead", "why", "mend"];
    columns.extend(data.into_iter().map(Column::data));
    columns
}

fn row(strategy: &Strategy, check: Check, problem: &Problem<'_>, why: String) -> Row {
    let subject = &problem.subject;
    let leads: Vec<&str> = match subject {
        // Its own title would stand there twice.
        Subject::Lead(..) => Vec::new(),
        _ => subject.leads().into_iter().map(|id| strategy.lead_title(id)).collect(),
    };
    let about = match subject {
        Subject::Strategy => "The framework".to_owned(),
        _ => named(&subject.titles()),
    };
    let mut cells = vec![Cell::text(about), Cell::text(named(&leads)), Cell::text(why)];
    let data = [
        check.severity().name().to_owned(),
        check.name().to_owned(),
        subject.kind().to_owned(),
        subject.ids().join(" "),
        subject.titles().join("; "),
        subject.leads().join(" "),
        problem.reason.clone(),
        check.mend().to_owned(),
    ];
    cells.extend(data.map(|exact| Cell { exact, ..Cell::default() }));
    Row { cells }
}

/// A few by name, and how many more there are; between semicolons, since titles have commas.
fn named(titles: &[&str]) -> String {
    match titles.get(..NAMED) {
        Some(first) if titles.len() > NAMED + 1 => {
            format!("{}; and {} more", first.join("; "), titles.len() - NAMED)
        }
        _ => titles.join("; "),
    }
}

/// What was left out, and by which measure things were found.
fn notes(audit: &Audit<'_>) -> Vec<String> {
    let mut notes = Vec::new();
    if audit.problems.is_empty() {
        notes.push("No problems.".to_owned());
    }
    let unreadable: Vec<&str> = audit.unreadable.iter().map(|indicator| indicator.title.as_str()).collect();
    if !unreadable.is_empty() {
        let unreadable = named(&unreadable);
        notes.push(format!("Could not be audited, since their files have errors: {unreadable}."));
    }
    notes.extend(unusable(&audit.unusable));
    if audit.extent == Extent::Indicators {
        let left_out = "Left out, since only some indicators were looked at: objectives, leads, chapters, themes, and when the \
                        framework was audited.";
        notes.push(left_out.to_owned());
    } else if !audit.has_performance_group() {
        notes.push("No [bodies.performance-group] is declared, so who sits on it was not looked at.".to_owned());
    }
    if audit.occasion.as_of > audit.strategy.ends {
        let ends = time::date::long(audit.strategy.ends);
        notes.push(format!("The strategy ended on {ends}: its targets and dates are of the past."));
    }
    notes.push(format!(
        "Reported twice is asked from {LIKENESS}% of shared words on; of a reference from two indicators on."
    ));
    if let Some(load) = audit.load {
        notes.push(format!("A lead's share is asked about above {}.", text::count(load.most, "indicator")));
    }
    notes
}

/// The tone of a severity.
fn tone(severity: Severity) -> Tone {
    match severity {
        Severity::Serious => Tone::Bad,
        Severity::Moderate => Tone::Caution,
        Severity::Minor => Tone::Muted,
    }
}

/// How many indicators have each finding of a letter: met, not met, not judged.
fn letter_counts(smart: &[Smart<'_>], place: usize) -> [usize; 3] {
    use crate::board::audit::LetterFinding::{Met, NotJudged, NotMet};
    [Met, NotMet, NotJudged].map(|finding| {
        let has = |smart: &&Smart<'_>| smart.letters.get(place).is_some_and(|letter| letter.finding == finding);
        smart.iter().filter(has).count()
    })
}
