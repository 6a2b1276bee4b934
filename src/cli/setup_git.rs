//! `hwb setup-git`: what a repository needs so that several people can keep a strategy in it.

use std::path::{Path, PathBuf};

use anyhow::Context;
use clap::Args;
use hwb::files;
use hwb::files::git::{Git, add_lines, union_merges};
use hwb::text;

use super::lock::not_written;
use super::output::put;
use super::repository::around;
use super::workspace::find;
use super::{Ended, HELP, Refusal};

/// What this clone needs for several people to keep these files
#[derive(Debug, Args)]
#[command(
    help_template = HELP,
    before_help = "Examples:
  hwb setup-git --dry-run      what it would do, and why
  hwb setup-git
"
)]
pub struct SetupGit {
    /// Only say what would be done
    #[arg(long)]
    dry_run: bool,
}

/// Stands above the lines that are added, so that people know where they come from.
const TITLE: &str = "# For hwb (hwb setup-git)";

/// In the strategy's folder, so that the same lines serve wherever in the repository it lies.
const ATTRIBUTES: [&str; 5] = [
    "/strategy.toml text eol=lf",
    "/data/**/*.csv text eol=lf",
    "/data/**/*.toml text eol=lf",
    "/data/**/*.md text eol=lf",
    "/data/*.csv merge=hwb diff=hwb",
];

/// What hwb, Excel and LibreOffice leave beside files while they are open.
const IGNORED: [&str; 5] = [files::LOCK, files::JOURNAL, "*.hwb-new", "~$*", ".~lock.*#"];

/// This clone's settings. Where there is no hwb on the path, git merges and compares as it always does.
const SETTINGS: [(&str, &str); 3] = [
    ("merge.hwb.name", "readings row by row (hwb merge)"),
    (
        "merge.hwb.driver",
        "if command -v hwb >/dev/null 2>&1; then hwb merge --marker-size=%L -- %O %A %B %P; \
         else git merge-file --marker-size=%L -L ours -L base -L theirs %A %O %B; fi",
    ),
    (
        "diff.hwb.textconv",
        "f() { if command -v hwb >/dev/null 2>&1; then hwb textconv -- \"$1\"; else cat \"$1\"; fi; }; f",
    ),
];

/// Any file of readings, to ask git what its attributes come to.
const EXAMPLE: &str = "data/example.csv";

/// One thing that was done, or was there, or is left to people.
struct Step {
    what: String,
    /// The lines that are added to a file.
    lines: Vec<String>,
    outcome: Outcome,
    why: &'static str,
}

enum Outcome {
    Changed,
    There,
    /// What a person has to do.
    ByHand(String),
}

impl SetupGit {
    pub fn run(self, directory: Option<&Path>) -> anyhow::Result<Ended> {
        let folder = find(directory)?;
        let git = around(&folder)?;
        let mut steps = vec![
            self.lines(
                &folder.join(".gitattributes"),
                &ATTRIBUTES,
                "lines end alike on every system, and readings are merged and compared row by row",
            )?,
            self.lines(
                &folder.join(".gitignore"),
                &IGNORED,
                "what Excel, LibreOffice and hwb leave beside open files is no part of the strategy",
            )?,
        ];
        for (name, value) in SETTINGS {
            steps.push(self.setting(&git, name, value)?);
        }
        steps.push(self.hook(&git)?);
        steps.extend(unions(&folder, &git)?);
        if !self.dry_run {
            steps.extend(overruled(&git)?);
        }
        put(None, self.report(&git, &steps))?;
        Ok(Ended::Done)
    }

    fn lines(&self, path: &Path, wanted: &[&str], why: &'static str) -> anyhow::Result<Step> {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let old = match std::fs::read_to_string(path) {
            Ok(old) => old,
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => String::new(),
            Err(error) => return Err(error).with_context(|| format!("{} cannot be read", path.display())),
        };
        let added = add_lines(&old, TITLE, wanted);
        if added.lines.is_empty() {
            return Ok(Step { what: name.into_owned(), lines: Vec::new(), outcome: Outcome::There, why });
        }
        if !self.dry_run {
            replace(path, &added.text)?;
        }
        Ok(Step { what: name.into_owned(), lines: added.lines, outcome: Outcome::Changed, why })
    }

    fn setting(&self, git: &Git, name: &str, value: &str) -> anyhow::Result<Step> {
        let why = match name {
            "diff.hwb.textconv" => "git diff names the column of each cell",
            "merge.hwb.name" => "git names the driver by it",
            _ => "two people who add periods to one file do not conflict, and two figures for one period do",
        };
        let is_there = git.setting(name).map_err(Refusal::from)?.is_some_and(|own| own == value);
        if !is_there && !self.dry_run {
            git.set(name, value).map_err(Refusal::from)?;
        }
        let outcome = if is_there { Outcome::There } else { Outcome::Changed };
        Ok(Step { what: format!("git config {name}"), lines: Vec::new(), outcome, why })
    }

    /// A hook that is there is somebody's work: it is never changed. Nor is one made in a folder that serves other repositories.
    fn hook(&self, git: &Git) -> anyhow::Result<Step> {
        let why = "a slip is caught before it is committed";
        let path = git.hooks().map_err(Refusal::from)?.join("pre-commit");
        let command = hook_command(git.prefix());
        let shown = path.strip_prefix(git.top()).unwrap_or(&path).display().to_string();
        let what = format!("hook {shown}");
        let outcome = match std::fs::read_to_string(&path) {
            Ok(hook) if hook.lines().any(|line| line.contains(&command)) => Outcome::There,
            Ok(_) => {
                Outcome::ByHand(format!("there is a hook already: add this line to {}: {command}", path.display()))
            }
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
                if is_shared(git, &path)? {
                    let line = format!(
                        "core.hooksPath leads out of this repository: add this line to {} if it is to hold for every repository there: {command}",
                        path.display()
                    );
                    Outcome::ByHand(line)
                } else {
                    self.make_hook(&path, &command)?;
                    Outcome::Changed
                }
            }
            Err(error) => Outcome::ByHand(format!("it cannot be read ({error}): see that it runs {command}")),
        };
        Ok(Step { what, lines: Vec::new(), outcome, why })
    }

    fn make_hook(&self, path: &Path, command: &str) -> anyhow::Result<()> {
        if self.dry_run {
            return Ok(());
        }
        let missing = "hwb is not on the path, so what is staged cannot be checked; git commit --no-verify commits without a check";
        let script = format!(
            "#!/bin/sh\n{TITLE}: what is staged is checked before each commit.\n\
             command -v hwb >/dev/null 2>&1 || {{ echo '{missing}' >&2; exit 1; }}\n{command}\n"
        );
        let folder = path.parent().unwrap_or(path);
        std::fs::create_dir_all(folder).with_context(|| format!("{} cannot be made", folder.display()))?;
        replace(path, &script)?;
        make_executable(path)
    }

    fn report(&self, git: &Git, steps: &[Step]) -> String {
        let verb = if self.dry_run { "would change" } else { "changed" };
        let folder = if git.prefix().is_empty() { "the repository's top folder" } else { git.prefix() };
        let mut report = format!("Git for the strategy in {}\n\n", text::visible(folder));
        let mut is_any_changed = false;
        for step in steps {
            let (word, note) = match &step.outcome {
                Outcome::Changed => (verb, None),
                Outcome::There => ("as it should be", None),
                Outcome::ByHand(note) => ("left to you", Some(note)),
            };
            is_any_changed |= matches!(step.outcome, Outcome::Changed);
            report.push_str(&format!("{word}: {}\n    so that {}\n", text::visible(&step.what), step.why));
            for line in &step.lines {
                report.push_str(&format!("    + {line}\n"));
            }
            if let Some(note) = note {
                report.push_str(&format!("    {}\n", text::visible(note)));
            }
        }
        report.push_str(match (self.dry_run, is_any_changed) {
            (true, true) => "\nNothing was changed. Next: hwb setup-git does it.\n",
            (false, true) => {
                "\nNext: commit .gitattributes and .gitignore; each clone runs hwb setup-git once, since git keeps settings and hooks to itself.\n"
            }
            (_, false) => "\nNothing to change.\n",
        });
        report
    }
}

/// The line of the hook that checks what is staged, from the work tree's top, where git runs hooks.
fn hook_command(prefix: &str) -> String {
    let folder = prefix.trim_end_matches('/');
    if folder.is_empty() {
        return "hwb validate --staged || exit 1".to_owned();
    }
    format!("hwb -C '{}' validate --staged || exit 1", folder.replace('\'', "'\\''"))
}

/// Whether hooks lie outside this repository, where other repositories may run them too.
fn is_shared(git: &Git, hook: &Path) -> anyhow::Result<bool> {
    if git.setting("core.hooksPath").map_err(Refusal::from)?.is_none() {
        return Ok(false);
    }
    let real = |path: &Path| std::fs::canonicalize(path).unwrap_or_else(|_| path.to_path_buf());
    let folder =
        hook.parent().map(|folder| folder.ancestors().find(|folder| folder.exists()).map_or_else(PathBuf::new, real));
    Ok(!folder.unwrap_or_default().starts_with(real(git.top())))
}

/// Lines that have both sides' rows kept, in the files of attributes that people usually write.
fn unions(folder: &Path, git: &Git) -> anyhow::Result<Vec<Step>> {
    let mut files = vec![folder.join(".gitattributes")];
    if !git.prefix().is_empty() {
        files.push(git.top().join(".gitattributes"));
    }
    let mut steps = Vec::new();
    for file in files {
        let lines = std::fs::read_to_string(&file).map(|text| union_merges(&text)).unwrap_or_default();
        for line in lines {
            let at = format!("{} line {line}: merge=union", file.display());
            steps.push(by_hand(at, "take merge=union out of the line".to_owned()));
        }
    }
    if git.attribute("merge", EXAMPLE).map_err(Refusal::from)? == "union" && steps.is_empty() {
        let at = format!("merge=union for {EXAMPLE}");
        let note = "take it out of the file of attributes that sets it, as .git/info/attributes";
        steps.push(by_hand(at, note.to_owned()));
    }
    Ok(steps)
}

/// What stands against the lines that were added: a line elsewhere that weighs more.
fn overruled(git: &Git) -> anyhow::Result<Option<Step>> {
    let driver = git.attribute("merge", EXAMPLE).map_err(Refusal::from)?;
    let note = "another line weighs more than the one in .gitattributes: see that line and .git/info/attributes";
    Ok((driver != "hwb" && driver != "union")
        .then(|| by_hand(format!("merge={driver} for {EXAMPLE}"), note.to_owned())))
}

fn by_hand(what: String, note: String) -> Step {
    Step {
        what,
        lines: Vec::new(),
        outcome: Outcome::ByHand(note),
        why: "two rows for one period never come into a file without a word",
    }
}

fn replace(path: &Path, text: &str) -> Result<(), Refusal> {
    let left = "what was done before it stays";
    files::replace_whole(path, text.as_bytes()).map_err(|refused| not_written(&refused, left))
}

#[cfg(unix)]
fn make_executable(path: &Path) -> anyhow::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o755))
        .with_context(|| format!("{} cannot be made executable", path.display()))
}

/// Git for Windows runs hooks whatever their permissions.
#[cfg(not(unix))]
fn make_executable(_: &Path) -> anyhow::Result<()> {
    Ok(())
}
