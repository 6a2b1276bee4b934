//! The items of an agenda, section by section.

use chrono::Datelike;

use super::line::Line;
use super::tally_in_words;
use crate::board::{
    Agenda, AgendaTheme, Alternative, Chosen, DueAudit, DueReport, Focus, FollowUp, Invitee, MissingFigures, OpenCase,
    Reason, ReportKind, Suggestion, Wanted,
};
use crate::document::Group;
use crate::judge::Owed;
use crate::paper::response;
use crate::strategy::{Indicator, Strategy};
use crate::{text, time};

/// A section's name for machines, its title, and its lines.
type Section<'a> = (&'static str, &'static str, Vec<Line<'a>>);

/// The sections that have something in them.
pub(super) fn groups(agenda: &Agenda<'_>) -> Vec<Group> {
    let strategy = agenda.strategy;
    let cases = match agenda.sitting.body {
        None => "Cases before the Board",
        Some(_) => "Cases with the Performance Group",
    };
    let sections: [Section<'_>; 10] = [
        ("report", "Reports", reports(agenda)),
        ("theme", "Themes", agenda.themes.iter().map(|item| theme(strategy, item)).collect()),
        ("focus", "In focus", agenda.focus.iter().map(|item| focus(strategy, item)).collect()),
        (
            "alternative",
            "Or in focus instead",
            agenda.alternatives.iter().map(|item| instead(strategy, item)).collect(),
        ),
        ("case", cases, agenda.cases.iter().map(|item| case(strategy, item)).collect()),
        ("step", "Steps to consider", agenda.suggestions.iter().map(|item| step(strategy, item)).collect()),
        (
            "follow-up",
            "Decisions to follow up",
            agenda.follow_up.iter().map(|item| follow_up(strategy, item)).collect(),
        ),
        ("figure", "Figures not in yet", agenda.figures.iter().map(|item| figure(strategy, item)).collect()),
        (
            "commentary",
            "Off target, and nothing is said of it",
            agenda.without_commentary.iter().map(|item| silent(strategy, item)).collect(),
        ),
        ("invited", "Invited", agenda.invitees.iter().map(|item| invited(strategy, item)).collect()),
    ];
    let filled = sections.into_iter().filter(|(.., lines)| !lines.is_empty());
    let group = |(section, title, lines): Section<'_>| Group {
        title: title.to_owned(),
        notes: Vec::new(),
        rows: lines.into_iter().map(|line| line.row(section)).collect(),
    };
    filled.map(group).collect()
}

/// The reports, the audit, and what every meeting that looks at the figures has.
fn reports<'a>(agenda: &'a Agenda<'_>) -> Vec<Line<'a>> {
    let mut lines: Vec<Line<'_>> = agenda.reports.iter().map(|due| report(agenda, due)).collect();
    lines.extend(agenda.audit.map(audit));
    let Some(progress) = agenda.progress else { return lines };
    lines.extend(progress.priority.map(|tally| Line {
        kind: "priority",
        title: "Progress on all priority measures".to_owned(),
        why: format!("{}.", tally_in_words(tally)),
        ..Line::default()
    }));
    if progress.exceptions > 0 {
        lines.push(Line {
            kind: "exceptions",
            title: "Exceptions".to_owned(),
            why: format!("{}; hwb exceptions has them.", text::count(progress.exceptions, "indicator")),
            ..Line::default()
        });
    }
    lines
}

fn report<'a>(agenda: &'a Agenda<'_>, due: &'a DueReport<'_>) -> Line<'a> {
    let strategy = agenda.strategy;
    let (title, who, lead) = match due.kind {
        ReportKind::Chapter { chapter, .. } => {
            let posts = strategy.posts_of_chapter(chapter);
            (format!("{}: chapter report", chapter.title), text::list(&posts), "")
        }
        ReportKind::Annual => ("Annual assessment of the whole strategy".to_owned(), String::new(), ""),
        ReportKind::Quarterly => {
            ("Quarterly report: national, shared and experience measures".to_owned(), String::new(), "")
        }
        ReportKind::Framework { framework, .. } => {
            let lead = framework.lead.as_deref().unwrap_or_default();
            (format!("{}: yearly report", framework.title), strategy.post_of(lead).unwrap_or_default().to_owned(), lead)
        }
    };
    let sponsor = match due.kind {
        ReportKind::Chapter { chapter, .. } => chapter.sponsor.as_ref().map(|sponsor| format!(" Sponsor: {sponsor}.")),
        _ => None,
    };
    Line {
        kind: due.kind.name(),
        id: due.kind.id().unwrap_or_default(),
        title,
        who,
        lead,
        why: format!("{}.{}", when(agenda, due), sponsor.unwrap_or_default()),
        ..Line::default()
    }
}

/// "Due in November"; where the month is over, "Due in May, and this is the first meeting since"; for another body, whose it was.
fn when(agenda: &Agenda<'_>, due: &DueReport<'_>) -> String {
    let month = format!("{} {}", time::date::month_name(due.month), due.month.year());
    if let Some(made_for) = due.made_for {
        return format!("Made for the Board's meeting on {}", time::date::day(made_for));
    }
    let date = agenda.sitting.date;
    if (date.year(), date.month()) == (due.month.year(), due.month.month()) {
        format!("Due in {month}")
    } else {
        format!("Due in {month}, and this is the first meeting since")
    }
}

fn audit(due: DueAudit) -> Line<'static> {
    let last = match due.audited {
        Some(day) => format!("Last audited on {}", time::date::day(day)),
        None => "No audit is recorded by then".to_owned(),
    };
    let overdue = if due.is_overdue { ": it is overdue, being yearly" } else { "" };
    Line {
        kind: "audit",
        title: "Audit of the framework".to_owned(),
        day: due.audited,
        why: format!("{last}{overdue}."),
        ..Line::default()
    }
}

fn theme<'a>(strategy: &'a Strategy, item: &AgendaTheme<'a>) -> Line<'a> {
    let lead = item.theme.lead.as_deref().unwrap_or_default();
    let chosen = match item.chosen {
        Chosen::Declared => "Declared for this meeting",
        Chosen::Proposed => "Its turn",
    };
    let last =
        item.last.map_or_else(|| "not considered yet".to_owned(), |day| format!("last on {}", time::date::day(day)));
    Line {
        kind: item.chosen.name(),
        id: item.id,
        title: item.theme.title.clone(),
        who: strategy.post_of(lead).unwrap_or_default().to_owned(),
        lead,
        day: item.last,
        why: format!("{chosen}: {last}."),
    }
}

fn focus<'a>(strategy: &'a Strategy, item: &'a Focus<'a>) -> Line<'a> {
    let chosen = match item.chosen {
        Chosen::Declared => "",
        Chosen::Proposed => "Proposed: ",
    };
    Line {
        kind: item.chosen.name(),
        day: item.last,
        why: format!("{}.", text::capitalised(&format!("{chosen}{}", item.reason))),
        ..about(strategy, item.indicator)
    }
}

fn instead<'a>(strategy: &'a Strategy, item: &'a Alternative<'a>) -> Line<'a> {
    let why = format!("{}.", text::capitalised(&item.reason));
    Line { kind: item.criterion.name(), why, ..about(strategy, item.indicator) }
}

fn case<'a>(strategy: &'a Strategy, item: &'a OpenCase<'a>) -> Line<'a> {
    let actions: Vec<String> = item.actions.iter().map(|on_day| response::action(strategy, on_day)).collect();
    let actions = if actions.is_empty() { "no action recorded".to_owned() } else { actions.join("; ") };
    Line {
        kind: item.case.standing.level().name(),
        day: Some(item.case.standing.with_board_since.unwrap_or(item.case.standing.opened)),
        why: format!("{}. Actions: {actions}.", response::case(item.indicator, &item.case)),
        ..about(strategy, item.indicator)
    }
}

fn step<'a>(strategy: &'a Strategy, item: &'a Suggestion<'a>) -> Line<'a> {
    // No full stop after the command: it is there to be copied.
    let why = format!("{}. {}", text::capitalised(&item.reason), item.command());
    Line { kind: item.step.name(), why, ..about(strategy, item.indicator) }
}

fn follow_up<'a>(strategy: &'a Strategy, item: &'a FollowUp<'a>) -> Line<'a> {
    let wants: Vec<String> = item.wants.iter().map(wanted).collect();
    let decided = item.case.decided().map(|note| format!(": {}", text::one_line(note).trim_end_matches('.')));
    Line {
        kind: item.wants.first().map(Wanted::name).unwrap_or_default(),
        day: Some(item.decided),
        why: format!(
            "{}, decided on {}{}; {}.",
            item.case.id,
            time::date::day(item.decided),
            decided.unwrap_or_default(),
            wants.join("; ")
        ),
        ..about(strategy, item.indicator)
    }
}

fn wanted(wanted: &Wanted) -> String {
    match wanted {
        Wanted::Review => "not reviewed since".to_owned(),
        Wanted::Action => "no action recorded".to_owned(),
        Wanted::Overdue(ids) => format!("overdue: {}", text::list(ids)),
    }
}

fn figure<'a>(strategy: &'a Strategy, item: &'a MissingFigures<'a>) -> Line<'a> {
    let expected = |owed: &Owed| owed.expected.map(time::date::day).unwrap_or_default();
    let why = match item.owed.as_slice() {
        [only] => {
            let tense = if only.is_overdue { "was" } else { "is" };
            format!("The figure for {} {tense} expected by {}.", only.period, expected(only))
        }
        several => {
            let all: Vec<String> =
                several.iter().map(|owed| format!("{} by {}", owed.period, expected(owed))).collect();
            format!("Figures expected: {}.", all.join(", "))
        }
    };
    let first = item.owed.first();
    Line {
        kind: if first.is_some_and(|owed| owed.is_overdue) { "overdue" } else { "to-come" },
        day: first.and_then(|owed| owed.expected),
        why,
        ..about(strategy, item.indicator)
    }
}

fn silent<'a>(strategy: &'a Strategy, indicator: &'a Indicator) -> Line<'a> {
    Line {
        kind: "no-commentary",
        why: format!("hwb comment {} writes the reason and the recovery.", indicator.id),
        ..about(strategy, indicator)
    }
}

fn invited<'a>(strategy: &'a Strategy, invitee: &'a Invitee<'a>) -> Line<'a> {
    Line {
        kind: invitee.reasons.first().map(Reason::name).unwrap_or_default(),
        title: invitee.post.to_owned(),
        who: invitee
            .lead
            .map(|id| strategy.lead_title(id))
            .filter(|title| *title != invitee.post)
            .unwrap_or_default()
            .to_owned(),
        lead: invitee.lead.unwrap_or_default(),
        why: why_invited(invitee),
        ..Line::default()
    }
}

/// Why somebody is invited: "Lead of the theme Smoking; reports on Care."
pub(in crate::paper) fn why_invited(invitee: &Invitee<'_>) -> String {
    let alike = invitee.reasons.chunk_by(|one, other| one.name() == other.name());
    let reasons: Vec<String> = alike.map(reasons).collect();
    format!("{}.", text::capitalised(&reasons.join("; ")))
}

/// Reasons of one kind: "reports on Care and How we Live".
fn reasons(alike: &[Reason<'_>]) -> String {
    let titles: Vec<&str> = alike.iter().filter_map(Reason::subject).map(|subject| subject.title).collect();
    let titles = text::list(&titles);
    match alike.first() {
        Some(Reason::Member) => "member".to_owned(),
        Some(Reason::Report(_)) => format!("reports on {titles}"),
        Some(Reason::Theme(_)) => format!("leads on {titles}"),
        Some(Reason::InFocus(_)) => format!("accountable for what is in focus: {titles}"),
        Some(Reason::OffTarget(_)) => format!("accountable for what is off target: {titles}"),
        Some(Reason::CaseReturns(_)) => format!("reports on an open case: {titles}"),
        Some(Reason::ActionOwner(_)) => format!("acts on an open case: {titles}"),
        Some(Reason::Named) => "named for this meeting".to_owned(),
        None => String::new(),
    }
}

/// A line about an indicator, with the post that answers for it.
fn about<'a>(strategy: &'a Strategy, indicator: &'a Indicator) -> Line<'a> {
    Line {
        id: &indicator.id,
        title: indicator.title.clone(),
        who: strategy.post_of(&indicator.lead).unwrap_or_default().to_owned(),
        lead: &indicator.lead,
        ..Line::default()
    }
}
