//! What was written, what it still lacks, and what comes next.

use hwb::board::{Commenting, Lack, Outcome};
use hwb::text::{self, visible};
use hwb::time::Period;

use super::Job;
use crate::cli::commit::{self, as_typed};
use crate::cli::tense::Tense;

/// Where the commentary stands now, and what it lacks.
pub fn written(job: &Job, commenting: &Commenting, tense: Tense) -> String {
    let path = &commenting.change.path;
    let what = match (commenting.outcome, tense) {
        (Outcome::AsItWas, _) => return format!("{path} says so already for {}: nothing was written.\n", job.period),
        (Outcome::New, Tense::Is) => "Written to",
        (Outcome::New, Tense::Would) => "To be written to",
        (Outcome::Changed, Tense::Is) => "Changed in",
        (Outcome::Changed, Tense::Would) => "To be changed in",
    };
    format!("{what} {path}: {}{}\n{}", job.period, fields(commenting), lacking(job, commenting))
}

fn fields(commenting: &Commenting) -> String {
    let draft = &commenting.draft;
    let recovery = draft.recovery.map(|period| format!("recovery expected by {period}"));
    let ask = draft.ask.map(|ask| format!("the Board is asked to {}", ask.name()));
    let said: Vec<String> = recovery.into_iter().chain(ask).collect();
    if said.is_empty() { String::new() } else { format!("; {}", said.join(", ")) }
}

/// What an exception table would find missing.
fn lacking(job: &Job, commenting: &Commenting) -> String {
    let lacks = commenting.lacks(job.today);
    let Some(standing) = commenting.standing(job.today).filter(|_| !lacks.is_empty()) else { return String::new() };
    let words = |lack: &Lack| match lack {
        Lack::Recovery => "the period by which it is expected to have recovered",
        Lack::Ask => "what the Board is asked",
    };
    let option = |lack: &Lack| match lack {
        Lack::Recovery => "--recovery PERIOD",
        Lack::Ask => "--ask note|support|decide",
    };
    let missing: Vec<&str> = lacks.iter().map(words).collect();
    let options: Vec<&str> = lacks.iter().map(option).collect();
    let title = visible(&standing.indicator.title);
    format!(
        "{title} is off target, and its commentary does not say {}:\n  hwb comment {} {} {}\n",
        text::either(&missing),
        job.id,
        as_typed(&job.period.to_string()),
        options.join(" ")
    )
}

/// What to do next: in a git repository, keep the change; else see it where it will be read.
pub fn next(job: &Job, commenting: &Commenting) -> String {
    let what = message(&job.id, job.period);
    match commit::of(std::slice::from_ref(&commenting.change), &what, &job.root) {
        Some(commit) => format!("Next: {commit}; then hwb exceptions --check"),
        None => "Next: hwb exceptions --check says which of the red ones still lack something.".to_owned(),
    }
}

fn message(id: &str, period: Period) -> String {
    format!("{id}: commentary for {period}")
}
