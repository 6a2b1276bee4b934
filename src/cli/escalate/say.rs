//! What was written of a case, where it stands now, and what comes next.

use hwb::board::StepWritten;
use hwb::registers::{Event, Level, Stage, Step};
use hwb::text::{capitalised, visible};
use hwb::time;

use super::refuse::command_of;
use crate::cli::tense::Tense;

/// The step with its row, and where the case stands after it.
pub fn written(written: &StepWritten, tense: Tense) -> String {
    let (case, amendment) = (&written.case, &written.amendment);
    let place = format!("{} {}, row {}", tense.written(), amendment.change.path, amendment.row);
    let step = case.events().last().map(|event| format!("{} on {}", event.step.name(), time::date::day(event.date)));
    let step = step.unwrap_or_default();
    let indicators = &amendment.after.strategy.indicators;
    let title = indicators.get(&case.indicator).map_or("", |indicator| indicator.title.as_str());
    let mut said = format!("{place}: {}, {step}\n", visible(&case.id));
    said.push_str(&format!("  About {} ({}).\n", visible(title), case.indicator));
    said.push_str(&format!("  {}.\n", stands(written)));
    said.extend(level(written).map(|level| format!("  {level}.\n")));
    said
}

/// That a case is closed below the level at which it may close, or is to have recovered already; nothing where neither is so.
pub fn caution(written: &StepWritten) -> Option<String> {
    let standing = written.case.standing();
    let id = visible(&written.case.id);
    let last = written.case.events().last()?;
    match last.step {
        Step::Closed if written.is_level_reached == Some(false) => {
            let acceptable = standing.acceptable()?;
            Some(format!("case {id} is closed before it reached {acceptable}"))
        }
        Step::Decided(decision) => {
            let recovery = decision.recovery.filter(|recovery| recovery.end() <= last.date)?;
            Some(format!("recovery of case {id} is expected by {recovery}, which is over on the day of the decision"))
        }
        _ => None,
    }
}

/// The case and its step, for the message of a commit.
pub fn in_short(written: &StepWritten) -> String {
    let step = written.case.events().last().map(|event| event.step.name()).unwrap_or_default();
    format!("{}: {} {step}", written.case.indicator, written.case.id)
}

/// The command of the step that comes next, and when.
pub fn next(written: &StepWritten) -> String {
    let case = &written.case;
    let standing = case.standing();
    let command = |event: &str| command_of(case, event);
    match standing.stage {
        Stage::Closed { .. } => "hwb escalate lists the cases that are open".to_owned(),
        Stage::With(Level::PerformanceGroup) => {
            format!("{}\n      or {} once it is rectified", command("escalated"), command("closed"))
        }
        Stage::With(Level::Board) if standing.decision.is_none() => {
            format!("{}{}", command("decided"), after_the_board(written))
        }
        Stage::With(Level::Board) if written.is_level_reached == Some(true) => command("closed"),
        Stage::With(Level::Board) => format!("{}{}", command("reviewed"), after_the_board(written)),
    }
}

/// " after the Board of 21 November 2013": its next meeting, on the day a case came before it at the earliest.
fn after_the_board(written: &StepWritten) -> String {
    let strategy = &written.amendment.after.strategy;
    let from = written.case.events().last().and_then(|event: &Event| match event.step {
        Step::Opened(_) | Step::Escalated => Some(event.date),
        Step::Decided(_) | Step::Reviewed | Step::Closed => event.date.succ_opt(),
    });
    let sitting = from.and_then(|from| strategy.next_sitting(None, from));
    sitting.map(|sitting| format!(" after the Board of {}", time::date::long(sitting.date))).unwrap_or_default()
}

/// "With the Board since 19 Sep 2013; recovery is expected by 2014/15".
fn stands(written: &StepWritten) -> String {
    let standing = written.case.standing();
    let day = time::date::day;
    let mut said = match standing.stage {
        Stage::Closed { by, on } => return capitalised(&format!("closed by {} on {}", by.words(), day(on))),
        Stage::With(level) => {
            let since = standing.with_board_since.unwrap_or(standing.opened);
            format!("With {} since {}", level.words(), day(since))
        }
    };
    if let Some(recovery) = standing.decision.and_then(|(_, decision)| decision.recovery) {
        said.push_str(&format!("; recovery is expected by {recovery}"));
    }
    said
}

/// The level at which the case may close, and whether it is reached; nothing where none was agreed.
fn level(written: &StepWritten) -> Option<String> {
    let standing = written.case.standing();
    let acceptable = standing.acceptable()?;
    let is_closed = !standing.is_open();
    Some(match (written.is_level_reached, is_closed) {
        (Some(true), false) => format!("It may close at {acceptable}, which is reached"),
        (Some(false), false) => format!("It may close at {acceptable}, which is not reached yet"),
        (None, false) => {
            format!("It may close at {acceptable}; whether that is reached cannot be told from its readings")
        }
        (Some(true), true) => format!("Its level, {acceptable}, was reached"),
        (Some(false), true) => format!("Its level, {acceptable}, was not reached: the note says why it is closed"),
        (None, true) => format!("Whether its level, {acceptable}, was reached cannot be told from its readings"),
    })
}
