//! The program, run in a folder.

use std::ffi::OsStr;
use std::path::Path;
use std::process::{Command, Output};

use serde_json::Value;

/// Settings of the caller's own that would change what the program prints.
const NOISE: [&str; 9] =
    ["NO_COLOR", "COLUMNS", "LINES", "CLICOLOR", "CLICOLOR_FORCE", "FORCE_COLOR", "PAGER", "TZ", "LC_ALL"];

/// Runs the program in a folder.
pub fn run(folder: &Path, args: &[&str], environment: &[(&str, &str)]) -> Run {
    let mut command = program(folder, args);
    command.envs(environment.iter().copied());
    Run::from(command.output().expect("hwb runs"))
}

/// What the program writes in a folder as it is, which may be no text.
pub fn written(folder: &Path, args: &[&str], environment: &[(&str, &str)]) -> Output {
    let mut command = program(folder, args);
    command.envs(environment.iter().copied());
    command.output().expect("hwb runs")
}

/// The program, ready to run in a folder, in an environment that says nothing.
pub fn program<S: AsRef<OsStr>>(folder: &Path, args: &[S]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hwb"));
    command.current_dir(folder).args(args);
    silence(&mut command);
    command
}

/// Runs a line of words on a terminal, where this is typed, with `\\n` for Enter; nothing where no terminal can be made here.
pub fn terminal(folder: &Path, line: &str, typed: &str) -> Option<Run> {
    let has_script = Command::new("script").arg("--version").output().is_ok_and(|output| output.status.success());
    if !has_script || !cfg!(target_os = "linux") {
        println!("passed over: no terminal can be made here");
        return None;
    }
    let asking = format!("printf '{typed}' | script -qec \"$HWB {line}\" /dev/null");
    let mut shell = Command::new("sh");
    shell.args(["-c", &asking]).current_dir(folder).env("HWB", env!("CARGO_BIN_EXE_hwb"));
    silence(&mut shell);
    Some(Run::from(shell.output().expect("a shell")))
}

/// Takes the caller's own settings from a command's environment.
pub fn silence(command: &mut Command) {
    for name in NOISE {
        command.env_remove(name);
    }
}

/// What a run printed, and how it ended.
#[derive(Debug)]
pub struct Run {
    pub stdout: String,
    pub stderr: String,
    pub code: i32,
}

impl From<Output> for Run {
    fn from(output: Output) -> Self {
        Self {
            stdout: String::from_utf8(output.stdout).expect("UTF-8 on stdout"),
            stderr: String::from_utf8(output.stderr).expect("UTF-8 on stderr"),
            code: output.status.code().expect("an exit status"),
        }
    }
}

impl Run {
    #[track_caller]
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.stdout).unwrap_or_else(|e| panic!("not JSON ({e}): {self:?}"))
    }

    /// Everything a person would have seen.
    pub fn both(&self) -> String {
        format!("{}\n{}", self.stdout, self.stderr)
    }
}
