//! Why a case does not take a step, and what is possible instead, as a command to type.

use hwb::board::NotTaken;
use hwb::registers::{Case, Refused, Stage, Step};
use hwb::{text, time};

use crate::cli::commit::as_typed;

/// The error, and the commands that are possible instead.
pub fn why_not(not_taken: &NotTaken) -> String {
    let (why, instead) = match not_taken {
        NotTaken::Refused { case, step, why } => refused(case, *step, *why),
        NotTaken::AlreadyOpen(case) => {
            let id = text::quoted(&case.id);
            match case.standing().stage {
                Stage::With(_) => (format!("{} has case {id} open", case.indicator), possible(case)),
                Stage::Closed { on, .. } => {
                    let why = format!("{} had case {id} open until {}", case.indicator, time::date::day(on));
                    (why, vec![format!("open the next on that day or later: --date {on}")])
                }
            }
        }
        NotTaken::NoneOpen { indicator } => (format!("{indicator} has no open case"), vec![open(indicator)]),
        NotTaken::SeveralOpen { indicator, cases } => {
            let ids: Vec<String> = cases.iter().map(|case| text::quoted(case)).collect();
            let why = format!("{indicator} has more than one open case: {}", text::list(&ids));
            (why, vec!["name the case instead of the indicator".to_owned()])
        }
        NotTaken::BelowItsLevel { case, acceptable } => {
            let why = format!(
                "case {} has not reached {acceptable}, the level at which it may close",
                text::quoted(&case.id)
            );
            let with_a_note =
                format!("hwb escalate close {} --note \"...\", which says why all the same", as_typed(&case.id));
            (why, vec![command_of(case, "reviewed"), with_a_note])
        }
    };
    let instead: Vec<String> = instead.iter().map(|command| format!("help: {command}\n")).collect();
    format!("error: {why}; nothing was written\n{}", instead.concat())
}

fn refused(case: &Case, step: Step, why: Refused) -> (String, Vec<String>) {
    let instead = match why {
        Refused::Before(last) => vec![format!("{} --date {last}, or a later day", command_of(case, step.name()))],
        _ => possible(case),
    };
    (why.words(&case.id), instead)
}

/// The commands of the steps that a case can take; of one that is over, the command that opens another.
fn possible(case: &Case) -> Vec<String> {
    match case.standing().possible() {
        [] => vec![open(&case.indicator)],
        events => events.iter().map(|event| command_of(case, event)).collect(),
    }
}

fn open(indicator: &str) -> String {
    format!("hwb escalate open {indicator} --note \"...\"")
}

/// The command by which an event of this name is written.
pub fn command_of(case: &Case, event: &str) -> String {
    let id = as_typed(&case.id);
    match event {
        "escalated" => format!("hwb escalate raise {id} --note \"...\""),
        "decided" => format!("hwb escalate decide {id} --acceptable \"...\" --note \"...\""),
        "reviewed" => format!("hwb escalate review {id} --note \"...\""),
        "closed" => format!("hwb escalate close {id}"),
        _ => open(&case.indicator),
    }
}
