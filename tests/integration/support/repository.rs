//! A strategy in a real git repository in a temporary folder. `git` is a documented need of the tests, as `sh` is.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

use super::run::{Run, run, silence};

/// The strategy most tests are about: one indicator, `obesity`, of which less is better and 18 is asked for.
pub const STRATEGY: &str = r#"format = 1

[strategy]
title = "A made-up strategy"
area = "Testham"
starts = 2012-04-01
ends = 2015-03-31

[leads.public-health]
title = "Public Health"
officer = "Director of Public Health"

[chapters.children]
title = "Children"

[groups.girls]
title = "Girls"

[indicators.obesity]
chapter = "children"
title = "Obesity in year 6"
unit = "%"
good = "low"
period = "financial-year"
lead = "public-health"
targets = [{ at_most = 18 }]
rating = { tolerance = "1%" }
"#;

/// Settings of the caller's own that git would go by, a hook's among them: the tests may themselves be run by one.
const NOISE: [&str; 8] = [
    "GIT_DIR",
    "GIT_WORK_TREE",
    "GIT_INDEX_FILE",
    "GIT_PREFIX",
    "GIT_COMMON_DIR",
    "GIT_OBJECT_DIRECTORY",
    "GIT_EDITOR",
    "GIT_CEILING_DIRECTORIES",
];

/// A repository whose work tree is a temporary folder.
pub struct Repository {
    dir: TempDir,
    /// The strategy's folder from the top; empty where it is the top.
    below: PathBuf,
}

impl Repository {
    /// An empty one.
    pub fn empty() -> Self {
        Self::with_strategy_in("")
    }

    /// An empty one whose strategy is to lie in this folder.
    pub fn with_strategy_in(below: &str) -> Self {
        let repository = Self { dir: TempDir::new().expect("a temporary folder"), below: PathBuf::from(below) };
        repository.git(&["init", "--quiet", "--initial-branch=main"]);
        repository
    }

    /// With the strategy and these readings of `obesity` committed.
    pub fn of(readings: &str) -> Self {
        let repository = Self::empty();
        repository.write("strategy.toml", STRATEGY).write("data/obesity.csv", readings).commit("start");
        repository
    }

    /// The work tree's top.
    pub fn top(&self) -> &Path {
        self.dir.path()
    }

    /// The strategy's folder.
    pub fn folder(&self) -> PathBuf {
        self.top().join(&self.below)
    }

    /// Writes a file of the strategy.
    pub fn write(&self, path: &str, text: &str) -> &Self {
        let path = self.folder().join(path);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect("a file");
        self
    }

    /// Writes the readings of `obesity`.
    pub fn readings(&self, text: &str) -> &Self {
        self.write("data/obesity.csv", text)
    }

    /// A file of the strategy, as it lies in the work tree.
    #[track_caller]
    pub fn read(&self, path: &str) -> String {
        let path = self.folder().join(path);
        fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }

    /// Runs git at the top; it has to succeed. What it prints.
    #[track_caller]
    pub fn git(&self, args: &[&str]) -> String {
        git(self.top(), args)
    }

    /// Runs git at the top, with the program under test on the path for hooks and drivers.
    pub fn try_git(&self, args: &[&str]) -> Run {
        try_git(self.top(), args)
    }

    /// Commits everything in the work tree.
    #[track_caller]
    pub fn commit(&self, message: &str) -> &Self {
        self.git(&["add", "--all"]);
        self.git(&["commit", "--quiet", "--no-verify", "--message", message]);
        self
    }

    /// Set up by `hwb setup-git`, which has to succeed, and that committed.
    #[track_caller]
    pub fn set_up(self) -> Self {
        let run = self.hwb(&["setup-git"]);
        assert_eq!(run.code, 0, "{run:?}");
        self.commit("set up");
        self
    }

    /// Commits other readings of `obesity` on a branch that leaves `main` here, and goes back to `main`.
    #[track_caller]
    pub fn on_branch(&self, branch: &str, readings: &str) -> &Self {
        self.git(&["checkout", "--quiet", "-b", branch]);
        self.readings(readings).commit(branch);
        self.git(&["checkout", "--quiet", "main"]);
        self
    }

    /// Runs the program in the strategy's folder.
    pub fn hwb(&self, args: &[&str]) -> Run {
        let environment: Vec<(&str, &str)> = SETTINGS.to_vec();
        run(&self.folder(), args, &environment)
    }
}

/// Runs git in a folder; it has to succeed. What it prints.
#[track_caller]
pub fn git(folder: &Path, args: &[&str]) -> String {
    let run = try_git(folder, args);
    assert_eq!(run.code, 0, "git {args:?}: {run:?}");
    run.stdout
}

fn try_git(folder: &Path, args: &[&str]) -> Run {
    let mut command = Command::new("git");
    command.current_dir(folder).args(args);
    hermetic(&mut command);
    Run::from(command.output().unwrap_or_else(|error| panic!("the tests need git on the path: {error}")))
}

/// One author, one committer, one day, and no settings but the repository's own.
const SETTINGS: [(&str, &str); 9] = [
    ("GIT_CONFIG_GLOBAL", "/dev/null"),
    ("GIT_CONFIG_NOSYSTEM", "1"),
    ("GIT_AUTHOR_NAME", "A lead"),
    ("GIT_AUTHOR_EMAIL", "lead@example.org"),
    ("GIT_AUTHOR_DATE", "2014-05-01T12:00:00+00:00"),
    ("GIT_COMMITTER_NAME", "A lead"),
    ("GIT_COMMITTER_EMAIL", "lead@example.org"),
    ("GIT_COMMITTER_DATE", "2014-05-01T12:00:00+00:00"),
    ("GIT_EDITOR", "true"),
];

/// Puts the program under test on the path, and takes from the environment what git would go by.
pub fn hermetic(command: &mut Command) {
    silence(command);
    for name in NOISE {
        command.env_remove(name);
    }
    let program = Path::new(env!("CARGO_BIN_EXE_hwb")).parent().expect("a folder").to_owned();
    let others = std::env::var_os("PATH").unwrap_or_default();
    let path = std::env::join_paths(std::iter::once(program).chain(std::env::split_paths(&others))).expect("a PATH");
    command.env("PATH", path).envs(SETTINGS);
}
