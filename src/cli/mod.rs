//! The command line: one file a subcommand, each of which loads, asks, composes and writes.

#![allow(clippy::disallowed_methods, reason = "arguments, clock, environment and terminal are the binary's")]

mod action;
mod agenda;
mod amend;
mod asking;
mod audit;
mod changed;
mod clock;
mod comment;
mod commit;
mod diff;
mod dossier;
mod due;
mod escalate;
mod exceptions;
mod explain;
mod fail_on;
mod files;
mod filters;
mod fix;
mod fmt;
mod lock;
mod merge;
mod output;
mod prompt;
mod record;
mod refusing;
mod report;
mod repository;
mod setup_git;
mod severities;
mod show;
mod status;
mod tense;
mod textconv;
mod usage;
mod validate;
mod workspace;

use std::io::{self, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use hwb::text;

/// Examples stand before the usage: they are what people look for.
const HELP: &str = "{about}\n\n{before-help}{usage-heading} {usage}\n\n{all-args}{after-help}";

#[derive(Debug, Parser)]
#[command(
    name = "hwb",
    // Not the name it was run by, which may hold anything.
    bin_name = "hwb",
    version,
    about,
    help_template = HELP,
    before_help = "Examples:
  hwb status                                  every indicator against its target, today
  hwb status --as-of 2013-11-21               as it was known on that day
  hwb exceptions --chapter care --format md   for a Board paper
  hwb report meeting                          the pack for the next meeting, for Word and the web
  hwb explain hip-fracture-admissions         why is this red?
  hwb validate                                what is wrong with the files
  hwb record neet \"2013/14 Q2\" 3.9           a new figure, checked before it is written
  hwb action                                  what is being done, and what is late
  hwb escalate                                which cases are open, and who has them
  hwb comment neet                            what is said of its latest figure, in your editor
",
    after_help = "Exit status: 0 done; 1 something is wrong with the files, or --fail-on applies; 2 wrong usage; 3 could not run."
)]
struct Cli {
    /// Look for strategy.toml in this folder and above it, not from here
    #[arg(short = 'C', value_name = "DIR", global = true)]
    directory: Option<PathBuf>,

    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    Status(status::Status),
    Exceptions(exceptions::Exceptions),
    Agenda(agenda::Agenda),
    Report(report::Report),
    Show(show::Show),
    Explain(explain::Explain),
    Validate(validate::Validate),
    Fmt(fmt::Fmt),
    Fix(fix::Fix),
    Record(Box<record::Record>),
    Action(Box<action::Action>),
    Escalate(Box<escalate::Escalate>),
    Comment(comment::Comment),
    Due(due::Due),
    Diff(diff::Diff),
    Audit(audit::Audit),
    SetupGit(setup_git::SetupGit),
    Merge(merge::Merge),
    Textconv(textconv::Textconv),
}

/// How a command ended; the number is the exit status.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ended {
    Done = 0,
    /// The files have errors, or a check that was asked for failed.
    Findings = 1,
    Usage = 2,
    CouldNotRun = 3,
    /// Nothing was merged. Git takes a lower number for a merge with conflicts.
    CouldNotMerge = 129,
}

/// Why a command refuses to go on, with its exit status; anything else that fails could not run.
#[derive(Debug)]
struct Refusal {
    ended: Ended,
    message: String,
    help: Option<String>,
}

impl Refusal {
    fn usage(message: impl Into<String>, help: Option<String>) -> Self {
        Self { ended: Ended::Usage, message: message.into(), help }
    }
}

impl std::fmt::Display for Refusal {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(&self.message)
    }
}

impl std::error::Error for Refusal {}

/// Parses the arguments, runs the command, and says how it ended.
pub fn run() -> ExitCode {
    report_bugs();
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => {
            let ended = match error.use_stderr() {
                false => Ended::Done,
                true if is_merge() => Ended::CouldNotMerge,
                true => Ended::Usage,
            };
            // The help of a closed pipe has nobody to read it.
            let _ = usage::printable(error).print();
            return ended.into();
        }
    };
    let directory = cli.directory.as_deref();
    let ended = match cli.command {
        Command::Status(status) => status.run(directory),
        Command::Exceptions(exceptions) => exceptions.run(directory),
        Command::Agenda(agenda) => agenda.run(directory),
        Command::Report(report) => report.run(directory),
        Command::Show(show) => show.run(directory),
        Command::Explain(explain) => explain.run(directory),
        Command::Validate(validate) => validate.run(directory),
        Command::Fmt(fmt) => fmt.run(directory),
        Command::Fix(fix) => fix.run(directory),
        Command::Record(record) => record.run(directory),
        Command::Action(action) => action.run(directory),
        Command::Escalate(escalate) => escalate.run(directory),
        Command::Comment(comment) => comment.run(directory),
        Command::Due(due) => due.run(directory),
        Command::Diff(diff) => diff.run(directory),
        Command::Audit(audit) => audit.run(directory),
        Command::SetupGit(setup) => setup.run(directory),
        Command::Merge(merge) => Ok(merge.run(directory)),
        Command::Textconv(textconv) => textconv.run(),
    };
    match ended {
        Ok(ended) => ended.into(),
        Err(error) => failed(&error).into(),
    }
}

/// Whether git asks for a merge, in words that could not be understood.
fn is_merge() -> bool {
    std::env::args_os().nth(1).is_some_and(|command| command == "merge")
}

impl From<Ended> for ExitCode {
    fn from(ended: Ended) -> Self {
        Self::from(ended as u8)
    }
}

/// Says why a command failed; a pipe that was closed by its reader is no failure.
fn failed(error: &anyhow::Error) -> Ended {
    let closed = error.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe);
    if closed {
        return Ended::Done;
    }
    let refusal = error.downcast_ref::<Refusal>();
    // It may name what was typed: an argument, a path.
    let mut text = format!("error: {}\n", text::visible(&format!("{error:#}")));
    if let Some(help) = refusal.and_then(|refusal| refusal.help.as_ref()) {
        text.push_str(&format!("help: {}\n", text::visible(help)));
    }
    complain(&text);
    refusal.map_or(Ended::CouldNotRun, |refusal| refusal.ended)
}

/// Writes to standard error; where that is closed, nobody is there to be told.
fn complain(text: &str) {
    let _ = anstream::stderr().write_all(text.as_bytes());
}

/// A panic is a bug, and says so instead of leaving a stack trace to a policy officer.
fn report_bugs() {
    std::panic::set_hook(Box::new(|panic| {
        complain(&format!(
            "hwb has a bug and had to stop; no file is left half written.\n\
             Please report it with the command you ran and these lines:\n  hwb {}\n  {}\n",
            env!("CARGO_PKG_VERSION"),
            text::visible(&panic.to_string())
        ));
    }));
}
