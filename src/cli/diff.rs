//! `hwb diff`.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use clap::Args;
use hwb::board::{Changes, End, Filter, Version};
use hwb::files::git::{Git, Revision};
use hwb::workspace::Workspace;
use hwb::{json, paper, time};

use super::clock::{AsOf, read_date};
use super::filters::Filters;
use super::output::Output;
use super::workspace::{find, open_or_explain, say_unreadable};
use super::{Ended, HELP, Refusal, repository};

/// What changed: ratings, figures, revisions (silent ones too), targets
#[derive(Debug, Args)]
#[command(
    help_template = HELP,
    before_help = "Examples:
  hwb diff --since 2013-06-27            what has become known since that day
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
    as_of: AsOf,
    #[command(flatten)]
    filters: Filters,
    #[command(flatten)]
    output: Output,
}

#[derive(Debug, Args)]
#[group(required = true, multiple = false)]
struct Between {
    /// From one commit to another, A..B; from a commit to the files as they lie there, A
    #[arg(long, value_name = "A..B", value_parser = read_range)]
    rev: Option<Range>,
    /// By what was known on this day and is known on the day judged by
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
        let day = self.as_of.day();
        match (&self.between.rev, self.between.since) {
            (Some(range), _) => {
                let range = range.clone();
                self.between_commits(directory, &range, day)
            }
            (None, Some(since)) => self.between_days(directory, since, day),
            (None, None) => Err(Refusal::usage("say from when or from which commit", None).into()),
        }
    }

    fn between_days(self, directory: Option<&Path>, since: NaiveDate, day: NaiveDate) -> anyhow::Result<Ended> {
        if since > day {
            let message = format!("{} lies after {}", time::date::day(since), time::date::day(day));
            return Err(
                Refusal::usage(message, Some("--since is the earlier day, --as-of the later".to_owned())).into()
            );
        }
        let workspace = match open_or_explain(directory)? {
            Ok(workspace) => workspace,
            Err(ended) => return Ok(ended),
        };
        let end = |as_of| End { workspace: &workspace, as_of, version: Version::OnDay };
        self.answer(end(since), end(day))
    }

    fn between_commits(self, directory: Option<&Path>, range: &Range, day: NaiveDate) -> anyhow::Result<Ended> {
        let root: PathBuf = find(directory)?;
        let git = repository::around(&root)?;
        let (from, before) = match open_commit(&git, &range.from)? {
            Ok(opened) => opened,
            Err(ended) => return Ok(ended),
        };
        let before = End { workspace: &before, as_of: day, version: Version::Commit(&from) };
        let Some(to) = &range.to else {
            let after = match open_or_explain(directory)? {
                Ok(workspace) => workspace,
                Err(ended) => return Ok(ended),
            };
            return self.answer(before, End { workspace: &after, as_of: day, version: Version::WorkTree });
        };
        let (to, after) = match open_commit(&git, to)? {
            Ok(opened) => opened,
            Err(ended) => return Ok(ended),
        };
        self.answer(before, End { workspace: &after, as_of: day, version: Version::Commit(&to) })
    }

    fn answer(self, before: End<'_>, after: End<'_>) -> anyhow::Result<Ended> {
        let filter: Filter = self.filters.filter(self.indicators, &after.workspace.strategy)?;
        let changes = Changes::between(before, after, filter);
        let hint = "Next: hwb explain INDICATOR gives the arithmetic of a rating as it is now.";
        self.output.write(|| paper::changes(&changes), || json::diff(&changes), hint)?;
        Ok(say_unreadable(&changes.unreadable))
    }
}

/// The commit that a name stands for, with the strategy as it was then.
fn open_commit(git: &Git, name: &str) -> Result<Result<(Revision, Box<Workspace>), Ended>, Refusal> {
    let revision = git.revision(name).map_err(Refusal::from)?;
    Ok(repository::open_at(git, &revision)?.map(|workspace| (revision, workspace)))
}
