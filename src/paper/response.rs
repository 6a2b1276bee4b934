//! Cases, actions and commentary in words.

use crate::board::{ActionOnDay, CaseOnDay, Response};
use crate::judge::Figures;
use crate::registers::{Acceptable, AcceptableLevel, Comparison, Event, Level, Stage, Step};
use crate::strategy::{Indicator, Strategy};
use crate::{text, time};

/// A level as a condition: "at most 430, at 2 readings running".
pub(super) fn acceptable(indicator: &Indicator, acceptable: Acceptable) -> String {
    let level = match acceptable.level {
        AcceptableLevel::OnTarget => "on target".to_owned(),
        AcceptableLevel::Figure(comparison, figure) => {
            let than = match comparison {
                Comparison::AtMost => "at most",
                Comparison::LessThan => "below",
                Comparison::AtLeast => "at least",
                Comparison::MoreThan => "above",
            };
            format!("{than} {}", Figures::new(indicator, Some(figure)).as_written(figure))
        }
    };
    match acceptable.readings {
        1 => level,
        readings => format!("{level} at {readings} readings running"),
    }
}

/// Where a case stands: "E3 with the Board since 19 Sep 2013, at 2 meetings; may close at most 430: not met".
pub(super) fn case(indicator: &Indicator, case: &CaseOnDay) -> String {
    let standing = &case.standing;
    let mut parts = vec![match standing.stage {
        Stage::With(Level::Board) => {
            let since = time::date::day(standing.with_board_since.unwrap_or(standing.opened));
            let meetings = match case.times_before_the_board {
                0 => "not yet at a meeting".to_owned(),
                times => format!("at {}", text::count(times, "meeting")),
            };
            format!("{} with the Board since {since}, {meetings}", case.id)
        }
        Stage::With(level) => format!("{} with {} since {}", case.id, level.words(), time::date::day(standing.opened)),
        Stage::Closed { by, on } => format!("{} closed by {} on {}", case.id, by.words(), time::date::day(on)),
    }];
    parts.extend(standing.acceptable().map(|level| {
        let met = match case.is_met {
            Some(true) => ": met",
            Some(false) => ": not met",
            None => "",
        };
        format!("may close when {}{met}", acceptable(indicator, level))
    }));
    if case.waits_for_the_board() {
        parts.push("the Board has yet to decide".to_owned());
    }
    parts.extend(case.decided().map(|note| format!("decided: {}", text::one_line(note).trim_end_matches('.'))));
    parts.join("; ")
}

/// "E3 with the Board, level not met".
pub(super) fn case_in_short(case: &CaseOnDay) -> String {
    let met = match case.is_met {
        Some(true) => ", level met",
        Some(false) => ", level not met",
        None => "",
    };
    format!("{} with {}{met}", case.id, case.standing.level().words())
}

/// What happened to a case since the meeting before: "reviewed on 23 Jan 2014: Clinic opened"; nothing where nothing did.
pub(super) fn news(indicator: &Indicator, case: &CaseOnDay) -> Option<String> {
    let happened: Vec<String> = case.news().iter().map(|happened| event(indicator, happened)).collect();
    (!happened.is_empty()).then(|| happened.join("; "))
}

/// "decided on 21 Nov 2013: at most 430, recovery by 2014/15: Board asks for a joint falls plan".
pub(super) fn event(indicator: &Indicator, event: &Event) -> String {
    let mut words = format!("{} on {}", event.step.name(), time::date::day(event.date));
    if let Step::Opened(level) = event.step {
        words.push_str(&format!(" with {}", level.words()));
    }
    if let Step::Decided(decision) = event.step {
        let level = decision.acceptable.map(|level| format!("may close when {}", acceptable(indicator, level)));
        let recovery = decision.recovery.map(|recovery| format!("recovery by {recovery}"));
        let decided: Vec<String> = level.into_iter().chain(recovery).collect();
        if !decided.is_empty() {
            words.push_str(&format!(" ({})", decided.join(", ")));
        }
    }
    if let Some(note) = &event.note {
        words.push_str(&format!(": {}", text::one_line(note).trim_end_matches('.')));
    }
    words
}

/// "A7 Falls clinic in three care homes: Barnet CCG, by 31 Jan 2014, in progress".
pub(super) fn action(strategy: &Strategy, on_day: &ActionOnDay) -> String {
    let action = &on_day.action;
    let due = action.due.map_or_else(|| "no day set".to_owned(), |due| format!("by {}", time::date::day(due)));
    let mut words = format!(
        "{} {}: {}, {due}, {}",
        action.id,
        text::one_line(&action.action).trim_end_matches('.'),
        strategy.lead_title(&action.owner),
        action.status.words()
    );
    if on_day.is_overdue {
        words.push_str(", overdue");
    }
    if let Some(updated) = action.updated.filter(|_| on_day.is_later) {
        words.push_str(&format!(" (as updated later, on {})", time::date::day(updated)));
    }
    words
}

/// Every action of a response, one sentence; empty where there is none.
pub(super) fn actions(strategy: &Strategy, response: &Response) -> String {
    let actions: Vec<String> = response.actions.iter().map(|on_day| action(strategy, on_day)).collect();
    actions.join("; ")
}
