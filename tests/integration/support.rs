//! A board in a temporary folder, and the program run on it.
//!
//! A test reads as declaration, readings, expectation:
//!
//! ```ignore
//! Board::of("targets = [{ at_least = 95 }]", "2012/13,95.0")
//!     .row()
//!     .rating("green")
//!     .due(95.0);
//! ```
//!
//! Numbers in JSON are compared as `f64` to 1e-9, which is finer than the six decimals they are given to.

pub mod archive;
pub mod copy;
pub mod markdown;
pub mod repository;
mod row;
pub mod run;
mod validation;

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use serde_json::Value;
use tempfile::TempDir;

pub use row::{Row, assert_number, ids, word};
pub use run::{Run, program, run, silence, terminal, written};
pub use validation::Validation;

/// The day most tests judge on: 2012/13 has ended, 2013/14 has not, 2013/14 Q2 is in.
const TODAY: &str = "2013-11-21";

/// What a required key of an indicator is when the test does not say.
const DEFAULTS: [(&str, &str); 5] = [
    ("title", "\"A made-up indicator\""),
    ("unit", "\"%\""),
    ("good", "\"high\""),
    ("period", "\"financial-year\""),
    ("lead", "\"l\""),
];

/// A strategy with one chapter `c`, one objective `o` and one lead `l`, to which a test adds.
pub struct Board {
    dir: TempDir,
    starts: String,
    ends: String,
    as_of: String,
    strategy: String,
    tables: String,
    files: BTreeMap<String, Vec<u8>>,
}

impl Board {
    pub fn new() -> Self {
        Self {
            dir: TempDir::new().expect("a temporary folder"),
            starts: "2012-04-01".to_owned(),
            ends: "2015-03-31".to_owned(),
            as_of: TODAY.to_owned(),
            strategy: String::new(),
            tables: String::new(),
            files: BTreeMap::new(),
        }
    }

    /// A board with the single indicator `x`.
    pub fn of(declaration: &str, readings: &str) -> Self {
        Self::new().indicator("x", declaration).csv("x", readings)
    }

    /// The strategy's first and last day.
    pub fn term(mut self, starts: &str, ends: &str) -> Self {
        starts.clone_into(&mut self.starts);
        ends.clone_into(&mut self.ends);
        self
    }

    /// The day to judge on.
    #[expect(clippy::wrong_self_convention, reason = "named after the option it sets")]
    pub fn as_of(mut self, date: &str) -> Self {
        date.clone_into(&mut self.as_of);
        self
    }

    /// More keys for the `[strategy]` table.
    pub fn strategy(mut self, keys: &str) -> Self {
        self.strategy.push_str(keys.trim());
        self.strategy.push('\n');
        self
    }

    /// An indicator; a required key that `body` leaves out is filled in.
    pub fn indicator(mut self, id: &str, body: &str) -> Self {
        let declared = |key: &str| {
            body.lines()
                .any(|line| line.trim_start().strip_prefix(key).is_some_and(|rest| rest.trim_start().starts_with('=')))
        };
        let mut table = format!("\n[indicators.{id}]\n");
        for (key, value) in DEFAULTS {
            if !declared(key) {
                writeln!(table, "{key} = {value}").expect("text is written");
            }
        }
        if !declared("objective") && !declared("chapter") {
            table.push_str("objective = \"o\"\n");
        }
        table.push_str(body.trim());
        table.push('\n');
        self.tables.push_str(&table);
        self
    }

    /// Any other tables of `strategy.toml`.
    pub fn toml(mut self, tables: &str) -> Self {
        self.tables.push('\n');
        self.tables.push_str(tables.trim());
        self.tables.push('\n');
        self
    }

    /// Declares `[comparators.<id>]`.
    pub fn comparator(self, id: &str) -> Self {
        self.toml(&format!("[comparators.{id}]\ntitle = \"{id}\""))
    }

    /// `data/<id>.csv`; rows with no header row are given `period,value`.
    pub fn csv(self, id: &str, text: &str) -> Self {
        let mut file = String::new();
        if !text.starts_with("period") {
            file.push_str("period,value\n");
        }
        if !text.is_empty() {
            file.push_str(text.trim_end());
            file.push('\n');
        }
        self.file(&format!("data/{id}.csv"), file)
    }

    /// Any file, byte for byte; `strategy.toml` replaces the one that would be written.
    pub fn file(mut self, path: &str, bytes: impl Into<Vec<u8>>) -> Self {
        self.files.insert(path.to_owned(), bytes.into());
        self
    }

    /// The folder as it is.
    pub fn root(&self) -> &Path {
        self.dir.path()
    }

    /// The folder, with everything declared so far written to it.
    pub fn folder(&self) -> &Path {
        let root = self.dir.path();
        fs::create_dir_all(root.join("data")).expect("data/");
        fs::write(root.join("strategy.toml"), self.strategy_toml()).expect("strategy.toml");
        for (path, bytes) in &self.files {
            let path = root.join(path);
            fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
            fs::write(path, bytes).expect("a file");
        }
        root
    }

    /// The folder by itself, for what a command leaves there: it is not written anew before each run.
    pub fn into_folder(self) -> TempDir {
        self.folder();
        self.dir
    }

    fn strategy_toml(&self) -> String {
        format!(
            "format = 1\n\n\
             [strategy]\n\
             title = \"A made-up strategy\"\n\
             board = \"A made-up board\"\n\
             area = \"Testham\"\n\
             starts = {}\n\
             ends = {}\n\
             {}\n\
             [leads.l]\ntitle = \"Lead\"\nofficer = \"A post\"\n\n\
             [chapters.c]\ntitle = \"Chapter\"\n\n\
             [objectives.o]\nchapter = \"c\"\ntitle = \"Objective\"\nleads = [\"l\"]\n\
             {}",
            self.starts, self.ends, self.strategy, self.tables
        )
    }

    /// The line of `strategy.toml` that holds `text`, from 1.
    #[track_caller]
    pub fn line_of(&self, text: &str) -> u64 {
        let toml = self.strategy_toml();
        let line = toml.lines().position(|line| line.contains(text));
        line.expect("the text is in strategy.toml") as u64 + 1
    }

    /// Runs the program in the board's folder, with no arguments but these.
    pub fn run(&self, args: &[&str]) -> Run {
        self.run_with(args, &[])
    }

    /// `run`, with these environment variables.
    pub fn run_with(&self, args: &[&str], environment: &[(&str, &str)]) -> Run {
        run(self.folder(), args, environment)
    }

    /// Runs a command as of the board's day, which must end with this exit status.
    #[track_caller]
    pub fn dated(&self, args: &[&str], code: i32) -> Run {
        let mut args = args.to_vec();
        args.extend(["--as-of", &self.as_of]);
        let run = self.run(&args);
        assert_eq!(run.code, code, "{run:?}");
        // an answer, unless the strategy itself was refused or the answer went to a file
        let answered = code == 0 && !args.contains(&"-o");
        assert!(!answered || !run.stdout.is_empty(), "{run:?}");
        run
    }

    /// `dated`, in JSON.
    #[track_caller]
    pub fn json(&self, args: &[&str], code: i32) -> Value {
        let mut args = args.to_vec();
        args.extend(["--format", "json"]);
        self.dated(&args, code).json()
    }

    #[track_caller]
    pub fn status(&self) -> Value {
        self.json(&["status"], 0)
    }

    #[track_caller]
    pub fn exceptions(&self) -> Value {
        self.json(&["exceptions"], 0)
    }

    /// The ids that `exceptions` lists, in its order.
    #[track_caller]
    pub fn listed(&self) -> Vec<String> {
        ids(&self.exceptions())
    }

    /// One indicator of `status`, where nothing is wrong with any file.
    #[track_caller]
    pub fn one(&self, id: &str) -> Row {
        Row::find(&self.status(), id)
    }

    /// The indicator `x`.
    #[track_caller]
    pub fn row(&self) -> Row {
        self.one("x")
    }

    /// One indicator of `status`, where a file could not be used: exit status 1.
    #[track_caller]
    pub fn one_beside_errors(&self, id: &str) -> Row {
        Row::find(&self.json(&["status"], 1), id)
    }

    #[track_caller]
    pub fn validate(&self) -> Validation {
        self.validate_with(&[])
    }

    #[track_caller]
    pub fn validate_with(&self, args: &[&str]) -> Validation {
        let mut all = vec!["validate", "--format", "json"];
        all.extend(args);
        let run = self.run(&all);
        let json = run.json();
        Validation { code: run.code, json }
    }
}
