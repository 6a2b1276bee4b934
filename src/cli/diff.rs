//! `hwb diff`.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use clap::Args;
use hwb::board::{Changes, End, Filter, Occasion, Version};
use hwb::files::git::{Git, Revision};
use hwb::workspace::Workspace;
use hwb::{json, paper, time};

use super::clock::{When, read_date};
use super::filters::Filters;
use super::output::Output;
use super::workspace::{find, open_or_explain, say_unreadable};
use super::{Ended, HELP, Refusal, repository};

/// What changed: ratings, figures, revisions (silent ones too), targets
#[derive(Debug, Args)]
#[command(
    help_template = HELP,
    before_help = "Examples:
  hwb diff                               what has become known since the Board's meeting before
  hwb diff --since 2013-06-27            since that meeting's cut-off; of any other day, since that day
  hwb diff --rev HEAD~1..HEAD            what the last commit changed
  hwb diff --rev main                    what differs here from the branch main
  hwb diff --since 2013-06-27 --as-of 2013-11-21 --format md    for a paper
"
)]
pub struct Diff {
    /// Only these indicators
    #[arg(value_name = "INDICATOR")]
    indicators: Vec<String>,
    #[command(flatten)]
    between: Between,
    #[command(flatten)]
    when: When,
    #[command(flatten)]
    filters: Filters,
    #[command(flatten)]
    output: Output,
}

#[derive(Debug, Args)]
#[group(multiple = false)]
struct Between {
    /// From one commit to another, A..B; from a commit to the files as they lie there, A
    #[arg(long, value_name = "A..B", value_parser = read_range)]
    rev: Option<Range>,
    /// By what was known on this day, or at the cut-off of the Board's meeting on it, and is known on the day judged by
    /// [default: the Board's meeting before]
    #[arg(long, value_name = "DATE", value_parser = read_date)]
    since: Option<NaiveDate>,
}

/// The commits of `--rev`, by the names that were given.
#[derive(Debug, Clone)]
struct Range {
    from: String,
    /// The files as they lie there where there is none.
    to: Option<String>,
}

/// `A..B` as git reads it, an empty side being HEAD; or `A`.
fn read_range(text: &str) -> Result<Range, String> {
    let name = |text: &str| if text.is_empty() { "HEAD".to_owned() } else { text.to_owned() };
    match text.split_once("..") {
        Some((_, to)) if to.starts_with('.') => Err("write two dots: A..B".to_owned()),
        Some((from, to)) => Ok(Range { from: name(from), to: Some(name(to)) }),
        None if text.is_empty() => Err("name a commit, a branch or a tag: HEAD~1..HEAD".to_owned()),
        None => Ok(Range { from: text.to_owned(), to: None }),
    }
}

impl Diff {
    pub fn run(self, directory: Option<&Path>) -> anyhow::Result<Ended> {
        match &self.between.rev {
            Some(range) => {
                let range = range.clone();
                self.between_commits(directory, &range)
            }
            None => self.between_days(directory),
        }
    }

    fn between_days(self, directory: Option<&Path>) -> anyhow::Result<Ended> {
        let workspace = match open_or_explain(directory)? {
            Ok(workspace) => workspace,
            Err(ended) => return Ok(ended),
        };
        let strategy = &workspace.strategy;
        let occasion = self.when.occasion(strategy)?;
        let end =
            |as_of, meeting: Option<NaiveDate>| End { workspace: &workspace, as_of, meeting, version: Version::OnDay };
        let before = match self.between.since {
            Some(day) => {
                strategy.sitting_on(None, day).map_or(end(day, None), |meeting| end(meeting.data_due, Some(day)))
            }
            None => {
                let before = occasion.before.ok_or_else(no_meeting_before)?;
                end(before.data_due, Some(before.date))
            }
        };
        let after = end(occasion.as_of, occasion.meeting.map(|meeting| meeting.date));
        if before.as_of > after.as_of {
            let message = format!("{} lies after {}", time::date::day(before.as_of), time::date::day(after.as_of));
            let help = "--since is the earlier day, --as-of the later".to_owned();
            return Err(Refusal::usage(message, Some(help)).into());
        }
        self.answer(before, after)
    }

    fn between_commits(self, directory: Option<&Path>, range: &Range) -> anyhow::Result<Ended> {
        let root: PathBuf = find(directory)?;
        let git = repository::around(&root)?;
        let (from, before) = match open_commit(&git, &range.from)? {
            Ok(opened) => opened,
            Err(ended) => return Ok(ended),
        };
        let end = |occasion: Occasion<'_>, workspace, version| End {
            workspace,
            as_of: occasion.as_of,
            meeting: occasion.meeting.map(|meeting| meeting.date),
            version,
        };
        let Some(to) = &range.to else {
            let after = match open_or_explain(directory)? {
                Ok(workspace) => workspace,
                Err(ended) => return Ok(ended),
            };
            let occasion = self.when.occasion(&after.strategy)?;
            let before = end(occasion, &before, Version::Commit(&from));
            let after = end(occasion, &after, Version::WorkTree);
            return self.answer(before, after);
        };
        let (to, after) = match open_commit(&git, to)? {
            Ok(opened) => opened,
            Err(ended) => return Ok(ended),
        };
        let occasion = self.when.occasion(&after.strategy)?;
        let before = end(occasion, &before, Version::Commit(&from));
        let after = end(occasion, &after, Version::Commit(&to));
        self.answer(before, after)
    }

    fn answer(self, before: End<'_>, after: End<'_>) -> anyhow::Result<Ended> {
        let filter: Filter = self.filters.filter(self.indicators, &after.workspace.strategy)?;
        let changes = Changes::between(before, after, filter);
        let hint = "Next: hwb explain INDICATOR gives the arithmetic of a rating as it is now.";
        self.output.write(|| paper::changes(&changes), || json::diff(&changes), hint)?;
        Ok(say_unreadable(&changes.unreadable, &changes.unusable))
    }
}

/// There is nothing to compare with.
fn no_meeting_before() -> Refusal {
    let help = "say since when: --since 2013-06-27; or declare the Board's meetings in strategy.toml".to_owned();
    Refusal::usage("the Board has no meeting before that day", Some(help))
}

/// The commit that a name stands for, with the strategy as it was then.
fn open_commit(git: &Git, name: &str) -> Result<Result<(Revision, Box<Workspace>), Ended>, Refusal> {
    let revision = git.revision(name).map_err(Refusal::from)?;
    Ok(repository::open_at(git, &revision)?.map(|workspace| (revision, workspace)))
}
